"""What menaces a man: who could fire at him where he stands, which of them most, and whether they keep their heads down.

Owns no state. Asked by `bounding` when somebody looks out, moves or covers; knows only what he and his friends could see or hear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import direction, turn
from game.sim.entities import NOBODY, Person
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

SUPPRESSED, ENOUGH = 0.45, 0.62
"""Suppression of the lane at which one leaves, and at which whoever covers him saves his rounds."""
KNOWN_TICKS, HEARD_TICKS, HOT_TICKS, ENGAGED_TICKS = 480, 240, 1200, 600
THREAT_METRES = 60.0
SHOTS_FIRED = 3
"""The police's stage from which on whoever of them has got out of his car means to shoot."""
LANE_TURN = 2731
"""15 degrees either side."""
AIMS_AT = 1820
"""Ten degrees: a muzzle that points so near is meant for him."""
MOST_LOOKS = 8
BESIDE = 1.6
"""Metres from a cover within which one is in it, or a step from it."""


def threats(world: World, person: Person) -> list[int]:
    """The enemies he could know of who could fire at him now, the nearest first: seen lately by one of the crew, heard to fire, or, now
    that he looks all round him, in his own sight."""
    known = {
        mind.target: True
        for mind in (world.minds[who] for who in world.crew_ids)
        if mind.target >= 0 and world.tick - mind.seen_tick < KNOWN_TICKS
    }
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    near = []
    mind = world.minds[person.id]
    is_alarmed = world.tick - mind.seen_tick < 600 or world.tick - mind.heard_tick < 300
    reach = THREAT_METRES if is_alarmed else 0.0
    for who in world.enemies[person.side]:
        enemy = world.person(who)
        if not enemy.is_able or enemy.gun < 0:
            continue
        far = (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y)
        is_known = who in known or far < reach * reach or world.tick - enemy.shot_tick < HEARD_TICKS
        if is_known and far < THREAT_METRES * THREAT_METRES:
            near.append((far, who))
    near.sort()
    return [who for _, who in near[:MOST_LOOKS] if world.physics.is_clear(px[who], py[who], x, y, SIGHT_MASK)]


def lane_of(world: World, person: Person, against: list[int]) -> list[int]:
    """Those who menace him: everybody whose muzzle points at him, and the lane he is threatened from most, which is that of the nearest of
    these, else of who fired last."""
    if not against:
        return []
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    bearings = {who: direction(px[who] - x, py[who] - y) for who in against}
    aiming_at = [who for who in against if abs(turn(world.person(who).aim, bearings[who] ^ 32768)) < AIMS_AT]
    first = aiming_at[0] if aiming_at else max(against, key=lambda who: world.person(who).shot_tick)
    return [who for who in against if who in aiming_at or abs(turn(bearings[first], bearings[who])) <= LANE_TURN]


def is_hot(world: World, person: Person, lane: list[int]) -> bool:
    """Whether it has come to shooting: only then the crew moves by turns, and shoots to keep heads down."""
    for who in world.crew_ids:
        friend = world.person(who)
        if world.tick - max(friend.near_miss_tick, friend.hit_tick) < (
            HOT_TICKS if who == person.id else ENGAGED_TICKS
        ):
            return True
    for who in lane:
        enemy = world.person(who)
        if world.tick - enemy.shot_tick < HOT_TICKS:
            return True
        if world.heat.stage >= SHOTS_FIRED and enemy.vehicle < 0:
            return True
    return False


def is_covered(world: World, lane: list[int]) -> bool:
    """Whether everybody in the lane keeps his head down."""
    return all(world.person(who).suppression >= SUPPRESSED or not world.person(who).is_able for who in lane)


def is_by_his_cover(mind: Mind, x: float, y: float) -> bool:
    """Whether he is in the cover he chose last, or a step from it."""
    dx, dy = mind.cover_x - x, mind.cover_y - y
    return mind.has_cover and dx * dx + dy * dy < BESIDE * BESIDE


def lane_at(mind: Mind) -> tuple[float, float]:
    """Where the first of the lane that threatens him was when he looked."""
    return mind.menaced_at[mind.menaced_by[0]]


def in_sight_of(world: World, person: Person, lane: list[int], told: dict[int, tuple[float, float]]) -> int:
    """The enemy of a lane who is least kept down and whom this man sees from here, or would with a step out of his cover if that one is
    where he is `told` (EntityId to metres) to be; NOBODY = none of them."""
    x, y = world.position(person.id)
    mind = world.minds[person.id]
    steps_out = is_by_his_cover(mind, x, y)
    ranked = sorted((world.person(who).suppression, who) for who in lane if world.person(who).is_able)
    for _, who in ranked:
        if _is_near(x, y, *world.position(who)) and world.physics.is_clear(x, y, *world.position(who), SIGHT_MASK):
            return who
        if not steps_out or who not in told or not _is_near(x, y, *told[who]):
            continue
        if world.physics.is_clear(mind.peek_x, mind.peek_y, *told[who], SIGHT_MASK):
            return who
    return NOBODY


def _is_near(x: float, y: float, ex: float, ey: float) -> bool:
    return (ex - x) * (ex - x) + (ey - y) * (ey - y) < THREAT_METRES * THREAT_METRES


def is_contact(world: World) -> bool:
    """Whether any of the crew knows of police near them, once shots have been fired."""
    if world.heat.stage < SHOTS_FIRED:
        return False
    return any(
        world.minds[who].target >= 0 and world.tick - world.minds[who].seen_tick < KNOWN_TICKS for who in world.crew_ids
    )
