"""The columns of poses and the Space: what a system sets reaches the bodies, and what the bodies do reaches the columns."""

from __future__ import annotations

from game.sim.input_frame import NEUTRAL
from tests.sim.crowd import crowd, restless


def test_whoever_sets_a_speed_or_a_pose_says_so() -> None:
    """In a street fight nothing in the columns differs from the bodies but what has been set since the step."""
    world = crowd()
    physics = world.physics
    for tick in range(600):
        world.step(restless(tick, world))
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
