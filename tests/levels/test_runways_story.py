"""The Runways as they ship: nothing wrong with the map, five facts for a second run, and bots that bring both sides to an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.bench_duel import fought
from game.app.bot import run_bot
from game.levels.check import check_level
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import catalog

PATH = Path("levels/lax_runways.tmx")


def test_nothing_is_wrong_with_it() -> None:
    assert [str(fault) for fault in check_level(PATH, catalog())] == []


def test_it_is_large_dark_and_never_the_same() -> None:
    level = load_level(PATH, catalog())
    assert level.width >= 500
    assert level.height >= 350
    assert level.hour == "midnight"
    assert len(level.screenplay.chances) >= 5
    assert {side.name for side in level.screenplay.sides} == {"crew", "police"}
    assert len(level.aircraft) == 3


def test_neil_has_seven_rounds_and_one_of_three_ways_out_is_watched() -> None:
    level = load_level(PATH, catalog())
    watched = set()
    for seed in range(1, 9):
        world = World.new(level, catalog(), RunSetup(level.name, "crew", seed))
        for _ in range(12):
            world.step(world.suggest())
        gun = world.person_named["neil"].guns[0]
        assert (gun.rounds, gun.spares) == (7, [])
        there = {person.group for person in world.people if person.group and person.is_present}
        assert len(there) == 1
        watched |= there
    assert watched == {"watch_west", "watch_south", "watch_east"}


@pytest.mark.long
@pytest.mark.parametrize("side", ["crew", "police"])
@pytest.mark.parametrize("seed", range(1, 11))
def test_bots_bring_both_sides_to_an_end(side: str, seed: int) -> None:
    run = run_bot(load_level(PATH, catalog()), catalog(), RunSetup("lax_runways", side, seed))
    assert run.result
    assert run.ticks < 7 * 60 * 60


@pytest.mark.long
def test_no_shot_without_a_reason_and_nobody_stuck() -> None:
    level = load_level(PATH, catalog())
    for seed in range(1, 6):
        duel = fought(level, catalog(), seed)
        assert duel.result
        assert duel.unreasoned == 0
        assert duel.stuck == []
