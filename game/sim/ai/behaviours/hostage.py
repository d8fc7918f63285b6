"""Seize: somebody by the neck, and away behind him, turning to whoever threatens. Used in screenplays as seize.

He looks at one of those before him at a time, and turns slowly: who comes up behind him quietly is not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving
from game.sim.ai.behaviours import post
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Seize
from game.sim.angles import direction, turn
from game.sim.entities import NOBODY, Person, Stance
from game.sim.input_frame import Button
from game.sim.physics import SIGHT_MASK
from game.sim.systems import lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

GIVES_UP_METRES, NEAREST_METRES = 14.0, 9.0
"""How far off the one he means may be, and within what he takes anybody else."""
FRONT = 18200
"""A hundred degrees: to either side of where he looks he notices who is there."""
ARRIVED_METRES, ASIDE = 2.0, 20000
"""Within which of his place he has nowhere left to go; and how far he then turns to look about: a hundred and ten degrees."""
HEARD_TICKS, NOTICED_METRES, FAR_METRES = 60, 2.5, 45.0
KNOWN_TICKS = 90
LOOK_TICKS = 170
TURN_STEP = 620
"""Of 65,536, each time his hands move (twenty times a second): seventy degrees a second."""
TOO_NEAR, ALIGNED, SHOT_TICKS = 8.0, 1400, 75


def seize(world: World, person: Person, mind: Mind, step: Seize) -> None:
    """To her, the arm about her neck, then back towards the place."""
    if post.get_out(world, person, mind):
        return
    if lines_of_fire.has_shield(world, person):
        _back_away(world, person, mind, step)
        return
    other = _whom(world, person, step)
    if other is None:
        x, y, _ = world.spot(step.to)
        moving.walk_to(world, person, mind, x, y, 1.5)
        return
    ox, oy = world.position(other.id)
    mind.hands.target = other.id
    if moving.walk_to(world, person, mind, ox, oy, 1.1):
        moving.look_at(world, mind, ox, oy)
        mind.hands.buttons |= Button.USE | Button.AIM


def _whom(world: World, person: Person, step: Seize) -> Person | None:
    """The one he means while she is near, else the nearest bystander."""
    x, y = world.position(person.id)
    meant = world.person_named[step.who]
    if can_be_seized(meant) and _square(world, meant.id, x, y) < GIVES_UP_METRES * GIVES_UP_METRES:
        return meant
    near = [
        (_square(world, who, x, y), who)
        for who in people_near(world, x, y, NEAREST_METRES)
        if can_be_seized(world.person(who))
    ]
    return world.person(min(near)[1]) if near else None


def can_be_seized(other: Person) -> bool:
    """A bystander on his feet or his knees whom nobody has hold of."""
    low = (Stance.TIED, Stance.DOWN, Stance.DEAD)
    return (
        other.side == "civilian"
        and other.is_present
        and other.vehicle == NOBODY
        and other.lifted_by == NOBODY
        and other.stance not in low
    )


def _square(world: World, who: int, x: float, y: float) -> float:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y)


def _back_away(world: World, person: Person, mind: Mind, step: Seize) -> None:
    hands = mind.hands
    hands.buttons |= Button.AIM
    x, y = world.position(person.id)
    if world.tick >= mind.until or (mind.count and not _is_threat(world, mind.count - 1, x, y)):
        _look_elsewhere(world, person, mind, x, y)
    watched = mind.count - 1  # whom he looks at; -1 = over his shoulder, where he goes
    tx, ty, _ = world.spot(step.to)
    if watched >= 0:
        qx, qy = world.position(watched)
        wanted = direction(qx - x, qy - y)
    elif (tx - x) * (tx - x) + (ty - y) * (ty - y) > ARRIVED_METRES * ARRIVED_METRES:
        wanted = direction(tx - x, ty - y)
    else:
        wanted = _somewhere_else(world, person, mind, x, y)
    off = turn(person.aim, wanted)
    moving.walk_to(world, person, mind, tx, ty, 1.0, runs=False)
    hands.aim = (person.aim + max(-TURN_STEP, min(TURN_STEP, off))) & 65535
    hands.aim_distance = 40
    if watched >= 0 and abs(off) < ALIGNED and world.tick >= mind.pause_until:
        if _square(world, watched, x, y) < TOO_NEAR * TOO_NEAR and not person.held_before & Button.FIRE:
            hands.buttons |= Button.FIRE
            mind.pause_until = world.tick + SHOT_TICKS


def _look_elsewhere(world: World, person: Person, mind: Mind, x: float, y: float) -> None:
    """The next one he looks at, for a while; of one alone he takes his eyes now and then, to see where he goes."""
    before = mind.count
    mind.count = _next_threat(world, person, x, y) + 1
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.MIND, world.tick)
    if mind.count == before and bits % 2 == 0:
        mind.count = 0
    mind.until = world.tick + LOOK_TICKS + (bits >> 1) % LOOK_TICKS


def _somewhere_else(world: World, person: Person, mind: Mind, x: float, y: float) -> int:
    """Where he looks who has nowhere left to go and has taken his eyes off the one before him: for others, to one side."""
    if mind.target < 0:
        return person.aim
    qx, qy = world.position(mind.target)
    side = 1 if mind.until & 2 else -1
    return (direction(qx - x, qy - y) + side * ASIDE) & 65535


def _is_threat(world: World, who: int, x: float, y: float) -> bool:
    other = world.person(who)
    far = _square(world, who, x, y)
    return (
        other.is_able
        and far < FAR_METRES * FAR_METRES
        and world.physics.is_clear(x, y, *world.position(who), SIGHT_MASK)
    )


def _next_threat(world: World, person: Person, x: float, y: float) -> int:
    """Another policeman before him than the one he looked at, the nearest first; -1 = he sees none."""
    mind = world.minds[person.id]
    before = mind.count - 1
    found: list[tuple[bool, float, int]] = []
    for who in world.sides["police"]:
        other = world.person(who)
        if other.is_able and other.vehicle < 0 and _is_threat(world, who, x, y):
            px, py = world.position(who)
            far = _square(world, who, x, y)
            is_before = abs(turn(person.aim, direction(px - x, py - y))) < FRONT
            is_heard = world.tick - other.shot_tick < HEARD_TICKS or other.shout_wait > 0
            is_heard = is_heard or (mind.target == who and world.tick - mind.seen_tick < KNOWN_TICKS)
            if is_before or is_heard or far < NOTICED_METRES * NOTICED_METRES:
                found.append((who == before, far, who))
    return min(found)[2] if found else -1
