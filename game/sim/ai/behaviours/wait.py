"""Wait, Surrender: stay; look about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving, steering
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Step

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

LOOKS_TICKS = 150
"""For so long he looks to where he heard something."""


def think(world: World, person: Person, mind: Mind, step: Step) -> None:
    """Brake on in a seat, feet still on the ground."""
    if person.vehicle >= 0:
        if person.seat == 0:
            steering.halt(world, mind)
        return
    moving.stand(mind)
    if person.side in ("police", "guard") and world.tick - mind.heard_tick < LOOKS_TICKS:
        moving.look_at(world, mind, mind.heard_x, mind.heard_y)
