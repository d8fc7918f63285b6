"""The columns of poses and the Space: what a system sets reaches the bodies, and what the bodies do reaches the columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.levels.loader import load_level
from game.sim.input_frame import NEUTRAL
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.sim.crowd import HOUSE, crowd, restless
from tests.worlds import catalog


def noon() -> World:
    """The bank at lunch time, its revolving doors full of people."""
    level = load_level(HOUSE / "levels" / "far_east_bank.tmx", catalog())
    return World.new(level, catalog(), RunSetup(level.name))


@pytest.mark.parametrize("begin", [crowd, noon])
def test_whoever_sets_a_speed_or_a_pose_says_so(begin: Callable[[], World]) -> None:
    """Nothing in the columns differs from the bodies but what has been set since the step: in a street fight, in a crowd."""
    world = begin()
    physics = world.physics
    for tick in range(600):
        world.step(restless(tick, world) if begin is crowd else world.suggest())
        for index, (row, body) in enumerate(zip(physics.poses(), physics._rows.tolist(), strict=True)):
            if index not in physics.moved:
                assert row[:3] == body[:3], f"tick {world.tick}: body {index} was put somewhere unsaid"
            if index not in physics.pushed:
                assert row[3:] == body[3:], f"tick {world.tick}: body {index} was pushed unsaid"


def test_a_push_is_the_speed_before_the_step() -> None:
    world = crowd()
    world.physics.push(0, 3.0, -1.5)
    world.physics.step()
    assert world.physics.velocity_before(0) == (3.0, -1.5)
    world.step(NEUTRAL)
