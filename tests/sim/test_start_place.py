"""Starting somewhere else than the level says: at an object, at a place, in a vehicle that is put there."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from game.levels.loader import load_level
from game.sim.checksum import checksum
from game.sim.input_frame import NEUTRAL
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests import worlds

LEVEL = Path(__file__).resolve().parents[2] / "levels" / "sandbox" / "first_job.tmx"


def started(at: str) -> World:
    level = load_level(LEVEL, worlds.catalog())
    return World.new(level, worlds.catalog(), RunSetup(level.name, at=at))


def test_at_a_place_on_foot() -> None:
    world = started("@20.5,14.25")
    assert world.position(world.player) == (20.5, 14.25)
    assert world.person(world.player).vehicle < 0


def test_a_place_in_a_wall_is_the_nearest_free_one() -> None:
    x, y = started("@20,3").position(started("@20,3").player)
    assert not started("").place.is_blocked(x, y) and math.dist((x, y), (20.0, 3.0)) < 6.0


def test_in_a_vehicle_that_is_put_there() -> None:
    world = started("@30,20,16384,wagon")
    wagon = world.vehicle_named["wagon"]
    assert wagon.seats[0] == world.player
    assert world.position(wagon.id) == (30.0, 20.0)
    for _ in range(30):
        world.step(NEUTRAL)
    assert math.dist(world.position(wagon.id), (30.0, 20.0)) < 0.5
    other = started("@30,20,16384,wagon")
    for _ in range(30):
        other.step(NEUTRAL)
    assert checksum(world) == checksum(other)


@pytest.mark.parametrize("at", ["@", "@a,b", "@1", "@nan,1", "@1,1e9", "@-5,3", "@1,1,x,wagon", "nobody"])
def test_places_that_are_none(at: str) -> None:
    with pytest.raises(ValueError, match="to start at"):
        started(at)
