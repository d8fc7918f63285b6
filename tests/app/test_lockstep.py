"""Lockstep: the run moves by request only, the language is small, and a wrong line is answered, not obeyed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.lockstep import BadRequest, Lockstep, read_frame
from game.app.window import close_window, open_window
from game.scenes.play import PlayScene
from game.scenes.title import TitleScene
from game.sim.input_frame import Button, InputFrame
from game.sim.run_setup import RunSetup
from tests.scenes.stagehands import STREET, FakeRun, Rehearsal, level


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Lockstep, FakeRun]]:
    """A run of six ticks in a window that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    rehearsal = Rehearsal()
    run = FakeRun(RunSetup("street"), level(), 6)
    scene = PlayScene(rehearsal.theatre, run, STREET)
    yield Lockstep(open_window(), rehearsal.theatre.devices, scene), run
    close_window()


def test_a_script_is_followed_to_the_end(
    stand: tuple[Lockstep, FakeRun], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lockstep, run = stand
    picture = tmp_path / "a.png"
    script = f"step\nframe fire move_x=-127 order=3\nstep 2\nshot {picture}\njump\nstep x\nstep 9\nquit\n"
    assert lockstep.run(io.StringIO(script)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "tick 1 running"
    assert lines[1] == "held fire move_x=-127 order=3"
    assert lines[2] == "tick 3 running"
    assert lines[3] == f"shot {picture}" and picture.exists()
    assert lines[4].startswith("error: 'jump' is no request")
    assert lines[5].startswith("error: step is 'x', expected a whole number")
    assert lines[6:] == ["tick 6 escaped", "bye"]
    assert run.frames[1] == InputFrame(move_x=-127, buttons=Button.FIRE, order=3)
    assert run.frames[2] == InputFrame(move_x=-127, buttons=Button.FIRE), "an order is one word"
    assert run.kept == 1


def test_the_end_of_the_input_ends_it(stand: tuple[Lockstep, FakeRun]) -> None:
    lockstep, run = stand
    assert lockstep.run(io.StringIO("step 2")) == 0
    assert (len(run.frames), run.kept) == (2, 1)


def test_without_a_run_there_is_nothing_to_step(stand: tuple[Lockstep, FakeRun]) -> None:
    lockstep, _ = stand
    lockstep.scene = TitleScene(Rehearsal().theatre)
    assert lockstep.run(io.StringIO("")) == 2


@pytest.mark.parametrize(
    "word", ["dance", "fire=1", "move_x", "move_x=128", "aim=-1", "aim=1.5", "switch=", "aim_distance=256"]
)
def test_a_wrong_word_is_no_frame(word: str) -> None:
    with pytest.raises(BadRequest):
        read_frame([word])
