"""Climb: to the foot of a fence, over it, and on a few steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb
from game.sim.angles import COS, SIN
from game.sim.input_frame import Button
from game.sim.systems import climbing

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World


def think(world: World, person: Person, mind: Mind, step: Climb) -> None:
    """Walks to the marker, looks the way it points and holds USE until he is over; then goes on from the fence."""
    x, y, facing = world.spot(step.at)
    px, py = world.position(person.id)
    if mind.phase == 0:
        if (px - x) * COS[facing] + (py - y) * SIN[facing] > 1.0:
            mind.phase = 1
        elif moving.walk_to(world, person, mind, x, y, 0.6, True):
            moving.look_at(world, mind, px + COS[facing] * 4.0, py + SIN[facing] * 4.0)
            if climbing.landing(world, person) is not None:
                mind.hands.buttons |= Button.USE
        return
    moving.walk_to(world, person, mind, x + COS[facing] * 8.0, y + SIN[facing] * 8.0, 1.0, True)
