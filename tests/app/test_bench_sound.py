"""The benches of the sound: they measure what they say, on a device that plays into nothing."""

from __future__ import annotations

import json

import pytest

from game.app.cli import main


@pytest.fixture(autouse=True)
def dummy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def test_a_run_in_real_time_counts_its_hitches_and_what_broke_off(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["bench", "underruns", "yard", "--minutes", "0.05", "--json"])
    row = json.loads(capsys.readouterr().out)
    assert row["hitches"] == row["frames"] // 60 and row["longest_frame_ms"] > 25.0
    # A machine that stands still longer than a block cannot have had one ready.
    assert row["underruns"] <= row["frames_later_than_a_block"] and code == (1 if row["underruns"] else 0)


def test_the_cost_of_a_tick_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "sound", "yard", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["ticks"] > 1000 and 0.0 < row["own"]["median_ms"] < 1.0
    assert row["most_voices"] <= 64
