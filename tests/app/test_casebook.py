"""What was cased of a level is kept from run to run, and added to."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app import casebook
from game.app.paths import USER_VARIABLE
from tests.sim.test_surveillance import watched
from tests.worlds import person, put, run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(USER_VARIABLE, str(tmp_path))
    return tmp_path


def test_what_one_run_has_seen_the_next_plan_knows() -> None:
    world = watched(45.0, 50.0, person("guard", 44.0, 58.0, name="watchman"))
    assert casebook.marks_of(world.level) == ()
    run(world, 1.0)
    casebook.note(world)
    first = casebook.marks_of(world.level)
    assert ("camera", "cam") in first and ("guard", "watchman") in first
    assert ("alarm", "bell") not in first
    other = watched()
    put(other, "neil", 30.0, 70.0)
    run(other, 1.0)
    casebook.note(other)
    assert set(casebook.marks_of(world.level)) > set(first)
    assert ("alarm", "bell") in casebook.marks_of(world.level)


@pytest.mark.parametrize("text", ["", "[]", '{"yard": 3}', "{"])
def test_a_book_that_cannot_be_read_is_begun_anew(home: Path, text: str) -> None:
    (home / "cased.json").write_text(text, encoding="utf-8")
    world = watched(45.0, 50.0)
    assert casebook.marks_of(world.level) == ()
    run(world, 1.0)
    casebook.note(world)
    assert ("camera", "cam") in casebook.marks_of(world.level)
