"""Cut: to the foot of a fence, through it wire by wire, and on a few steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import climb
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb, Cut
from game.sim.angles import COS, SIN
from game.sim.input_frame import Button
from game.sim.systems import climbing, cutting

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World


def think(world: World, person: Person, mind: Mind, step: Cut) -> None:
    """Walks to the marker, looks the way it points, holds DISARM until the gap is wide enough and USE to go through."""
    x, y, facing = world.spot(step.at)
    px, py = world.position(person.id)
    if (px - x) * COS[facing] + (py - y) * SIN[facing] > 1.0:
        moving.walk_to(world, person, mind, x + COS[facing] * 8.0, y + SIN[facing] * 8.0, 1.0, True)
        return
    if not cutting.has_cutters(world, person):
        climb.think(world, person, mind, Climb(step.at))
        return
    if not moving.walk_to(world, person, mind, x, y, 0.6, False):
        return
    moving.look_at(world, mind, px + COS[facing] * 4.0, py + SIN[facing] * 4.0)
    gap = cutting.at_hand(world, person)
    if gap is not None and gap.is_open:
        mind.hands.buttons |= Button.USE
    elif climbing.landing(world, person) is not None:
        mind.hands.buttons |= Button.DISARM | Button.CROUCH
