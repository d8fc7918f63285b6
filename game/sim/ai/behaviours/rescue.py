"""Friends who lie wounded: who sees to which of them, and how he gets to him.

Used by `board` on the way to a vehicle, by `post` where a place is held, and by the order to pick him up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.mind import Mind
from game.sim.entities import NOBODY, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import hands

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

RADIUS, ORDERED = 28.0, 60.0
ARM = 1.35
"""Metres from which one takes hold of somebody who lies there: others may kneel round him."""
AT_THE_POST = 7.0
"""Metres from a post within which he lies well."""


def fetch(
    world: World, person: Person, mind: Mind, far: float = RADIUS, post: tuple[float, float] | None = None
) -> bool:
    """A friend who lies near is lifted first, once the worst bleeding is stopped if nobody fires; whether there is one to see to. With a
    post: one who lies away from it."""
    reach = far * far
    if person.lifting >= 0 or hands.are_full(world, person):
        return False
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for who in world.crew_ids:
        friend = world.person(who)
        if friend.stance == Stance.DOWN and friend.lifted_by == NOBODY and friend.vehicle == NOBODY:
            fx, fy = world.position(who)
            if (
                post is not None
                and (fx - post[0]) * (fx - post[0]) + (fy - post[1]) * (fy - post[1]) < AT_THE_POST * AT_THE_POST
            ):
                continue
            gap = (fx - x) * (fx - x) + (fy - y) * (fy - y)
            if gap < reach and is_nearest(world, person, fx, fy, gap) and (best is None or (gap, who) < best):
                best = (gap, who)
    if best is None:
        return False
    if moving.walk_to(world, person, mind, *world.position(best[1]), ARM):
        mind.hands.target = best[1]
        bleeds = world.person(best[1]).bleed_ticks > 0 and not mind.menaced_by
        if not person.use and person.id != world.player:
            speech.call(world, person.id, "bark.treat" if bleeds else "bark.got_him")
        mind.hands.buttons |= Button.DISARM | Button.CROUCH if bleeds else Button.USE
    return True


def has_free_hands(world: World, person: Person) -> bool:
    """Whether he can lift somebody."""
    return person.is_able and not hands.are_full(world, person)


def carries_the_dead(world: World, person: Person) -> bool:
    """Whether he whom he carries has died on the way."""
    return person.lifting >= 0 and world.person(person.lifting).stance == Stance.DEAD


def is_nearest(world: World, person: Person, fx: float, fy: float, far: float) -> bool:
    """Whether no friend with free hands is nearer (what the player means to do nobody knows: he is not counted on)."""
    for who in world.crew_ids:
        other = world.person(who)
        is_free = other.vehicle == NOBODY and other.lifting == NOBODY and has_free_hands(world, other)
        if is_free and who not in (person.id, world.player):
            x, y = world.position(who)
            if ((fx - x) * (fx - x) + (fy - y) * (fy - y), who) < (far, person.id):
                return False
    return True
