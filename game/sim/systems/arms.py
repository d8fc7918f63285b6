"""Weapons under coats and in holsters: who has none in his hands, and what makes him draw.

A concealed weapon is one somebody owns without having it in his hands (`gun` is -1): nobody is known for an armed man by it.
Owns hiding and drawing; what seeing an armed man means is `ai/perception.py`'s, what a guard makes of it `behaviours/kneel.py`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.entities import NOBODY, Person
from game.sim.systems import shooting

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 6
STARTLED = 90
"""Ticks within which whoever was shot at reaches under his coat."""


def advance(world: World) -> None:
    """Ten times a second: whoever of the crew is shot at draws, the player's body too; bags and men in the hands do not hinder."""
    if world.tick % PERIOD:
        return
    for who in world.crew_ids if world.team_ids == world.crew_ids else (*world.crew_ids, *world.team_ids):
        person = world.person(who)
        if is_concealed(person) and person.is_able:
            if world.tick - person.near_miss_tick < STARTLED or _was_shot(world, person):
                bring_out(world, person)


def _was_shot(world: World, person: Person) -> bool:
    """Whether a round has just struck him; the steering wheel in a crash is none."""
    if world.tick - person.hit_tick >= STARTLED or person.hit_by < world.person_base:
        return False
    return world.tick - world.person(person.hit_by).shot_tick < 2 * STARTLED


def is_concealed(person: Person) -> bool:
    """Whether he is armed and nobody can see it."""
    return person.gun < 0 and bool(person.guns)


def conceal(person: Person) -> None:
    """Puts the weapon in his hands under the coat; a reload under way is broken off."""
    if person.gun >= 0:
        person.guns[person.gun].reload_ticks = 0
        person.gun = NOBODY


def bring_out(world: World, person: Person) -> None:
    """Takes the first of his weapons out, in the time that drawing it needs."""
    if is_concealed(person):
        shooting.draw(world, person, 0)
