"""What those who man a roadblock make out of the car they wait for: by their own eyes, else as the radio has it, else nothing.

They are within call of each other: what one of them sees all know. Out of their sight it is for a moment where it would have come since, at
the speed at which they saw it, or as the radio had it last (`trail`); never where it is. Owns the block's last look.
`roadblocks` has them look out; it, and whoever has the strip (`ai/behaviours/block`), ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai.steps import ManBlock
from game.sim.angles import COS, SIN
from game.sim.entities import NOBODY
from game.sim.systems import pursuit, trail

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.mission.state import Block
    from game.sim.world import World

HOLDS = 80
"""Ticks for which a look counts once it is out of sight: so long they reckon on how it goes on."""


class Coming(NamedTuple):
    """The hunted car as a block knows it: metres, and metres a second."""

    x: float
    y: float
    vx: float
    vy: float


def officers(world: World, block: Block) -> list[Person]:
    """Those who man it and are on their feet, by number."""
    people = (world.person(who) for who in world.sides["police"])
    return [one for one in people if one.is_able and one.vehicle < 0 and _mans(world, one, block)]


def _mans(world: World, person: Person, block: Block) -> bool:
    step = world.minds[person.id].step
    return isinstance(step, ManBlock) and step.at == block.place


def look_out(world: World, block: Block) -> None:
    """Whoever of them has the hunted car before his eyes now calls out where it is and how it comes."""
    car = pursuit.hunted(world)
    if car is not None and _is_seen(world, block, car):
        block.seen_tick = world.tick
        block.seen_x, block.seen_y = world.position(car.id)
        block.seen_vx, block.seen_vy = world.physics.vx[car.id], world.physics.vy[car.id]


def coming(world: World, block: Block) -> Coming | None:
    """Where the hunted car is now, as they know; None = nobody has seen it just now, here or on the radio."""
    if pursuit.hunted(world) is None:
        return None
    age = world.tick - block.seen_tick
    if age < HOLDS:
        seconds = age / 60.0
        x, y = block.seen_x + block.seen_vx * seconds, block.seen_y + block.seen_vy * seconds
        return Coming(x, y, block.seen_vx, block.seen_vy)
    if not trail.is_in_sight(world):
        return None
    x, y, heading = trail.believed(world)
    speed = world.heat.trail.speed if heading >= 0 else 0.0
    return Coming(x, y, COS[heading & 65535] * speed, SIN[heading & 65535] * speed)


def _is_seen(world: World, block: Block, car: Vehicle) -> bool:
    """Whether one of them has his eyes on somebody who sits in it."""
    for officer in officers(world, block):
        mind = world.minds[officer.id]
        if mind.is_visible and mind.target != NOBODY and world.person(mind.target).vehicle == car.id:
            return True
    return False
