"""A small level to play whole runs on: what `levels new` makes, in a data folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.app.cli import main

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def yard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The name of a level that was made a moment ago in the player's folder."""
    data = tmp_path / "data"
    shutil.copytree(HOUSE / "levels" / "tilesets", data / "levels" / "tilesets")
    monkeypatch.setenv("AROUND_THE_CORNER_DATA", str(data))
    code = main(["levels", "new", "yard"])
    assert code == 0, capsys.readouterr().err
    capsys.readouterr()
    return "yard"
