"""Police who see to a wounded comrade: into cover by the collar, then the hands on the wound.

One of them goes, when nobody's eyes are on the way or they are kept down; the crew's way with its own is `rescue`. A reflex that comes
before the fight; owns `Mind.aids`. Called by the controller, and by whoever holds a place for the pressing of wounds.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai import cover, moving, odds
from game.sim.ai.steps import Hold, Respond, Wait
from game.sim.entities import NOBODY, Person, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK
from game.sim.systems import carrying
from game.sim.systems.shooting import PINNED

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

DRAGS, TREATS = "drags", "presses the wound"
FREE = (Hold, Respond, Wait)
REACH, ARM, COVER_REACH = 16.0, 1.3, 11.0
"""Metres within which one goes for somebody, from which one takes hold of him, and within which one looks for cover for both."""
BEHIND, SEEN_METRES = 1.1, 8.0
"""Metres by which whoever is dragged lags behind, and what it counts in metres of way if he would be seen there."""
KEPT_DOWN = 0.35
"""Suppression of those who see the way, at which it may be risked."""
GONE_TICKS, AGAIN_TICKS, FRESH = 900, 240, 300
"""The longest errand of this kind, the pause after one that was given up, and how fresh a sighting must be to be feared."""


def consider(world: World, person: Person, mind: Mind) -> None:
    """Four times a second: whether there is somebody to see to, and whether he goes on with it."""
    if mind.aids >= 0:
        friend = world.person(mind.aids)
        is_done = friend.stance != Stance.DOWN or (friend.bleed_ticks == 0 and person.lifting != friend.id)
        if is_done or not person.is_able or world.tick > mind.act_until or friend.lifted_by not in (NOBODY, person.id):
            _leave_off(world, person, mind)
        return
    if world.tick < mind.aid_after or not person.is_able or person.vehicle >= 0 or not isinstance(mind.step, FREE):
        return
    if person.suppression >= KEPT_DOWN or person.lifting >= 0:
        return
    who = _whom(world, person)
    if who == NOBODY:
        return
    mind.aids, mind.act, mind.act_until = who, DRAGS, world.tick + GONE_TICKS
    mind.count = 0
    mind.path.clear()
    mind.stumbles = 0
    speech.call(world, person.id, "bark.drag")


def _leave_off(world: World, person: Person, mind: Mind) -> None:
    if person.lifting == mind.aids and person.lifting >= 0 and person.is_able:
        carrying.release(world, person)
    mind.aids, mind.act = NOBODY, ""
    mind.aid_after = world.tick + AGAIN_TICKS


def _whom(world: World, person: Person) -> int:
    """The wounded comrade he is nearest to, if the way to him may be risked; NOBODY = none."""
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for who in world.sides[person.side]:
        friend = world.person(who)
        if friend.stance != Stance.DOWN or friend.bleed_ticks <= 0 or friend.lifted_by >= 0 or friend.vehicle >= 0:
            continue
        fx, fy = world.position(who)
        far = (fx - x) * (fx - x) + (fy - y) * (fy - y)
        if far < REACH * REACH and (best is None or (far, who) < best) and _is_mine(world, person, who, fx, fy, far):
            best = (far, who)
    if best is None or not _may_be_risked(world, person, *world.position(best[1])):
        return NOBODY
    return best[1]


def _is_mine(world: World, person: Person, who: int, fx: float, fy: float, far: float) -> bool:
    """Whether nobody sees to him yet, and no free comrade is nearer."""
    for other in world.sides[person.side]:
        if other == person.id:
            continue
        if world.minds[other].aids == who:
            return False
        man = world.person(other)
        if man.is_able and man.vehicle < 0 and man.suppression < KEPT_DOWN and world.minds[other].aids < 0:
            ox, oy = world.position(other)
            if ((ox - fx) * (ox - fx) + (oy - fy) * (oy - fy), other) < (far, person.id):
                return False
    return True


def _dangers(world: World, person: Person) -> list[odds.Known]:
    return odds.known_enemies(world, person, odds.comrades(world, person), FRESH)


def _may_be_risked(world: World, person: Person, fx: float, fy: float) -> bool:
    """Whether whoever looks upon the place where he lies keeps his head down."""
    return all(
        world.person(one.who).suppression >= KEPT_DOWN or not world.physics.is_clear(one.x, one.y, fx, fy, SIGHT_MASK)
        for one in _dangers(world, person)
    )


def think(world: World, person: Person, mind: Mind) -> bool:
    """One moment of it; whether he is at it (else he fights, or goes on with his step)."""
    if mind.aids < 0 or (person.suppression >= PINNED and person.lifting < 0):
        return False
    friend = world.person(mind.aids)
    if person.lifting == friend.id:
        _to_cover(world, person, mind, friend)
        return True
    x, y = world.position(friend.id)
    if not moving.walk_to(world, person, mind, x, y, ARM):
        if mind.stumbles > 2:
            _leave_off(world, person, mind)
        return True
    moving.stand(mind)
    moving.look_at(world, mind, x, y)
    mind.hands.target = friend.id
    mind.hands.buttons |= Button.CROUCH
    if mind.count == 0 and not _is_safe(world, person, x, y):
        mind.hands.buttons |= Button.USE
    else:
        if mind.act != TREATS:
            speech.call(world, person.id, "bark.treat")
        mind.act = TREATS
        mind.hands.buttons |= Button.DISARM
    return True


def _is_safe(world: World, person: Person, x: float, y: float) -> bool:
    """Whether none of them could fire at this place."""
    return all(
        cover.protects(world, x, y, one.x, one.y) or not world.physics.is_clear(one.x, one.y, x, y, SIGHT_MASK)
        for one in _dangers(world, person)
    )


def _to_cover(world: World, person: Person, mind: Mind, friend: Person) -> None:
    """Backwards with him to the nearest place that covers both, and down."""
    x, y = world.position(person.id)
    if mind.count == 0:
        mind.count = 1
        world.count("dragged")
        mind.spot_x, mind.spot_y = _where_to(world, person, x, y)
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.6, runs=False) or mind.stumbles > 1:
        moving.press(person, mind, Button.DROP)
        mind.stumbles = 0


def _where_to(world: World, person: Person, x: float, y: float) -> tuple[float, float]:
    """Out of their sight if there is such a place near, for the one who is dragged behind as well; else behind something."""
    dangers = [(one.x, one.y) for one in _dangers(world, person)[:3]]
    if not dangers:
        return x, y
    best: tuple[float, float, float] | None = None
    for _, sx, sy in cover.hidden_near(world, x, y, dangers, COVER_REACH):
        far = sqrt((sx - x) * (sx - x) + (sy - y) * (sy - y))
        share = BEHIND / far if far > BEHIND else 1.0
        bx, by = sx + (x - sx) * share, sy + (y - sy) * share
        is_seen = any(world.physics.is_clear(bx, by, dx, dy, SIGHT_MASK) for dx, dy in dangers)
        score = far + (SEEN_METRES if is_seen else 0.0)
        if best is None or score < best[0]:
            best = (score, sx, sy)
    if best is not None:
        return best[1], best[2]
    return cover.spot_near(world, person, x, y, *dangers[0], COVER_REACH)


def press_wounds(world: World, person: Person, mind: Mind, metres: float = 2.5) -> bool:
    """Kneels by a friend who lies bleeding beside him; whether there is one."""
    x, y = world.position(person.id)
    for who in world.sides[person.side]:
        friend = world.person(who)
        if friend.stance != Stance.DOWN or friend.bleed_ticks <= 0 or friend.lifted_by >= 0 or friend.vehicle >= 0:
            continue
        fx, fy = world.position(who)
        if (fx - x) * (fx - x) + (fy - y) * (fy - y) < metres * metres:
            if moving.walk_to(world, person, mind, fx, fy, ARM, runs=False):
                moving.look_at(world, mind, fx, fy)
                mind.hands.target = who
                mind.hands.buttons |= Button.DISARM | Button.CROUCH
                if mind.act != TREATS and person.id != world.player:
                    speech.call(world, person.id, "bark.treat")
                mind.act, mind.act_until = TREATS, world.tick + 30
            return True
    return False
