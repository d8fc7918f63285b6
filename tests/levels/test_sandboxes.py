"""The sandboxes: each says what it is for, passes the deep check without a word, and is finished by the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.bot import run_bot
from game.app.levels_check import played
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.folders import DATA_ROOT
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup

FOLDER = DATA_ROOT / "levels" / "sandbox"
NAMES = (
    "driving_range", "shooting_range", "cover_maze", "crowd", "roadblock", "dark_yard", "first_job", "yard", "doors",
    "pursuit",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_sandbox_is_whole_and_a_bot_finishes_it(name: str, catalog: Catalog) -> None:
    path = FOLDER / f"{name}.tmx"
    assert [str(fault) for fault in check_level(path, catalog)] == []
    level = load_level(path, catalog)
    assert level.screenplay.title and level.screenplay.beats
    assert [str(fault) for fault in played(path, level, catalog, seed=1)] == []
    assert path.with_suffix(".png").is_file(), f"run: python main.py levels picture {name}"


def test_the_shooting_range_is_silenced_and_not_sat_out(catalog: Catalog) -> None:
    """Three guards behind low walls: in most runs the bot comes up to them before the pit shuts."""
    level = load_level(FOLDER / "shooting_range.tmx", catalog)
    endings = [run_bot(level, catalog, RunSetup(level.name, "crew", seed)).ending for seed in range(1, 6)]
    assert endings.count("The range is quiet") >= 4


def test_what_the_bot_cannot_finish_is_told(tmp_path: Path, catalog: Catalog) -> None:
    text = (FOLDER / "first_job.tmx").read_text(encoding="utf-8")
    text = text.replace("../", f"{'../' * len(tmp_path.parts)}{DATA_ROOT.as_posix().lstrip('/')}/levels/")
    folder = tmp_path / "levels"
    folder.mkdir()
    path = folder / "job.tmx"
    path.write_text(text, encoding="utf-8")
    play = (FOLDER / "first_job.toml").read_text(encoding="utf-8")
    # Whom he waits for never comes.
    path.with_suffix(".toml").write_text(
        play.replace('there = { board = { vehicle = "wagon" } }\n', ""), encoding="utf-8"
    )
    (fault,) = played(path, load_level(path, catalog), catalog, seed=1)
    assert 'side "crew": a bot that plays the plan comes to no end' in str(fault)
    assert 'after the beat "there"; the goal was then "Let Chris get in"' in str(fault)


def test_this_level_was_made_in_tiled_and_an_editor_alone() -> None:
    """The page's first level: templates of every kind, groups, and nothing that Tiled 1.8 would not write."""
    text = (FOLDER / "first_job.tmx").read_text(encoding="utf-8")
    assert text.count("template=") >= 12 and "<group " in text
    assert 'tiledversion="1.8.2"' in text
