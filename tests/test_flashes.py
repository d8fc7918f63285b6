"""No recorded run flickers more than three times a second over the limit area, at its own hour and at night."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.app.flashes_command import SIZE, measure
from game.app.shootout import shootout_events, shootout_view
from game.app.studio import Studio
from game.app.verify_run import load_replay, place_of
from game.render.flash_meter import FlashMeter

REPLAYS = sorted((Path(__file__).parent / "replays").glob("*.replay"))
SECONDS = 3


@pytest.mark.parametrize("path", REPLAYS, ids=lambda path: path.stem)
def test_the_brightest_seconds_are_safe_by_night(path: Path) -> None:
    replay = load_replay(path)
    worst = measure(replay, *place_of(replay, path), "night", SECONDS * 60)
    assert worst.is_safe, worst


def test_a_street_fight_under_four_sirens_is_safe() -> None:
    replay = load_replay(REPLAYS[0])
    level, catalog = place_of(replay, REPLAYS[0])
    studio = Studio(dataclasses.replace(level, hour="night"), catalog, SIZE)
    meter, view = FlashMeter(SIZE), shootout_view(level, catalog, 0)
    for tick in range(1, 150):
        before, view = view, shootout_view(level, catalog, tick)
        studio.take(shootout_events(level, tick), view)
        studio.draw(before, view)
        meter.feed(studio.surface)
    studio.close()
    assert meter.worst.is_safe, meter.worst


@pytest.mark.long
@pytest.mark.parametrize("hour", ["", "night"])
@pytest.mark.parametrize("path", REPLAYS, ids=lambda path: path.stem)
def test_whole_runs_are_safe(path: Path, hour: str) -> None:
    replay = load_replay(path)
    level, catalog = place_of(replay, path)
    worst = measure(replay, level, catalog, hour or level.hour)
    assert worst.is_safe, worst
