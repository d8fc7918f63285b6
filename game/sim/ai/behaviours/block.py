"""ManBlock: behind the cars of a roadblock with the gun up; whoever has the strip throws it at the last moment and draws it in again.

He fights by reflex, and does not leave his place. Used in screenplays as man_block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import respond
from game.sim.ai.mind import Mind
from game.sim.ai.steps import ManBlock, Respond
from game.sim.angles import COS, SIN
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.systems import block_watch, pursuit, roadblocks, spawning
from game.sim.systems.deeds import ITEM_TARGET

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

THROW_SECONDS, THROW_METRES = 2.6, 30.0
"""The strip goes out when the car is so near in time, or in metres; it takes him a second."""
CLOSING = 3.0
"""Metres a second towards the strip at which it counts as coming."""
PASSED_METRES = -5.0
"""Beyond the strip by so much, the car is over it: now it is drawn in, for those who come after it."""


def think(world: World, person: Person, mind: Mind, step: ManBlock) -> None:
    """At his place; the strip when it is time."""
    block = roadblocks.block_of(world, step.at)
    if block is None:
        mind.give(Respond(""))
        return
    if respond.cuff(world, person, mind):
        return
    moving.stand(mind)
    mind.hands.buttons |= Button.AIM
    mind.hands.aim = (block.facing + 32768) & 65535
    if person.id == block.thrower and block.strip >= 0:
        _strip(world, person, mind, block.facing)
    elif person.stance == Stance.STAND and world.heat.stage >= pursuit.SHOTS_FIRED:
        spawning.set_stance(world, person, Stance.CROUCH)


def _strip(world: World, person: Person, mind: Mind, facing: int) -> None:
    """Thrown across when the hunted car comes, as they see it or are told; drawn in when it is over."""
    block = next(one for one in world.heat.blocks if one.thrower == person.id)
    item = world.items[block.strip]
    mind.hands.aim = (facing + 49152) & 65535
    car = block_watch.coming(world, block)
    mine = roadblocks.ahead_of(world, block, *world.position(person.id))
    if car is None:
        gap, comes = 999.0, False
    else:
        gap = roadblocks.ahead_of(world, block, car.x, car.y) - mine
        closing = car.vx * COS[facing] + car.vy * SIN[facing]
        comes = closing > CLOSING and 0.0 < gap < max(THROW_METRES, THROW_SECONDS * closing)
    if item.state == "carried" and item.carrier == person.id:
        if comes:
            mind.hands.target = ITEM_TARGET + item.id
            mind.hands.buttons |= Button.USE
        elif gap < PASSED_METRES:
            block.thrower = -1
            mind.give(Respond(""))
    elif item.state == "laid" and (gap < PASSED_METRES or not comes):
        mind.hands.target = ITEM_TARGET + item.id
        mind.hands.buttons |= Button.USE
