"""Senses: whom each mind sees (cones, distance, walls, time to notice) and, by `hearing`, what it hears; eight times a second by id,
passers-by half as often.

Fills beliefs of minds and tells the police's radio; decides nothing. Cheapest test first, sight lines last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import hearing, notice
from game.sim.angles import COS, SIN
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

PERIOD = 8
PUBLIC_PERIOD = 16
"""Ticks between two looks of passers-by, who are many: a multiple of `PERIOD`."""
CLOSE = 2.0
PERIPHERY = 12.0
FOCUS_COSINE_SQUARED = 0.75
"""30 degrees either side at a distance; 60 within the periphery; all round for the alarmed and in a vehicle."""
PERIPHERY_COSINE_SQUARED = 0.25
FAR_CIVILIAN = 55.0
MAX_SIGHT_LINES = 6
"""Sight lines one mind may ask for at a time: the nearest candidates first."""


def advance(world: World) -> None:
    """Every eighth mind looks; everybody near hears the noises of the last tick."""
    hearing.hear(world)
    enemies, beliefs = world.enemies, world.beliefs
    cx, cy = world.position(world.player)
    people, minds, tick = world.people, world.minds, world.tick
    x, y = world.physics.x, world.physics.y
    shown: list[int] | None = None
    far = FAR_CIVILIAN * FAR_CIVILIAN if world.spares_the_far else 1e18
    for index in range(tick % PERIOD, len(people), PERIOD):
        person = people[index]
        number = person.id
        if not person.is_present or person.stance >= Stance.DOWN or number in beliefs:
            continue  # who hunts one man by light and ear has senses of his own
        mind = minds[number]
        if mind.to_hear:
            hearing.due(world, person, mind)
        if person.side == "civilian":
            dx, dy = x[number] - cx, y[number] - cy
            if dx * dx + dy * dy > far or (tick // PERIOD + index // PERIOD) % (PUBLIC_PERIOD // PERIOD):
                continue
            if shown is None:
                shown = _with_guns_out(world, enemies["civilian"])
            mind.is_visible = False
            if shown:
                _look(world, person, mind, shown, PUBLIC_PERIOD)
            continue
        _look(world, person, mind, enemies[person.side], PERIOD)


def _with_guns_out(world: World, enemies: list[int]) -> list[int]:
    """Those at whom a passer-by looks twice (`_matters`), wherever he is: nobody, on most days."""
    return [who for who in enemies if (other := world.person(who)).gun >= 0 and other.vehicle < 0]


def _look(world: World, person: Person, mind: Mind, enemies: list[int], period: int) -> None:
    """One look, which stands for so many ticks."""
    x, y = world.position(person.id)
    candidates = _before_him(world, person, mind, enemies, x, y)
    mind.is_visible = False
    base = world.person_base
    for far, who in candidates[:MAX_SIGHT_LINES]:
        other = world.people[who - base]
        if not _matters(world, person, mind, other, far):
            continue
        is_known = person.side == "crew" or notice.meter_of(world, mind, who) >= notice.FULL
        is_clear = is_seen(world, person, x, y, other)
        if not is_known and other.vehicle < 0:
            is_clear = notice.is_whole(world, x, y, *world.position(who), is_clear)
        if not is_clear:
            continue
        if person.side != "crew" and not notice.notices(world, person, mind, other, far, period):
            continue
        if _noticed(world, person, mind, other, far):
            return


def _before_him(
    world: World, person: Person, mind: Mind, enemies: list[int], x: float, y: float
) -> list[tuple[float, int]]:
    """Enemies within his cones, whatever stands between: (squared distance, who), those he minds most first."""
    reach = world.catalog.brains[mind.brain].sight_range
    fx, fy = COS[person.aim], SIN[person.aim]
    looks_round = person.vehicle >= 0 or notice.is_alarmed(world, person, mind)
    candidates = []
    px, py = world.physics.x, world.physics.y
    base = world.person_base
    for who in enemies:
        other = world.people[who - base]
        dx, dy = px[who] - x, py[who] - y
        far = dx * dx + dy * dy
        if far > reach * reach or not other.is_present or other.stance >= Stance.DOWN or other.is_arrested:
            continue
        if far > CLOSE * CLOSE and not looks_round:
            ahead = dx * fx + dy * fy
            if (
                ahead <= 0.0
                or ahead * ahead
                < (FOCUS_COSINE_SQUARED if far > PERIPHERY * PERIPHERY else PERIPHERY_COSINE_SQUARED) * far
            ):
                continue
        candidates.append((far, who))
    candidates.sort()
    if mind.covers >= 0:  # whoever keeps one enemy down for a friend keeps his eyes on him
        candidates.sort(key=lambda candidate: candidate[1] != mind.covers)
    return candidates


def is_seen(world: World, person: Person, x: float, y: float, other: Person) -> bool:
    """Whether nothing opaque stands between, as a mind asks it."""
    world.stats["sight_queries"] += 1
    return has_a_line(world, person, x, y, other)


def has_a_line(world: World, person: Person, x: float, y: float, other: Person) -> bool:
    """Whether nothing opaque stands between; vehicles that one of them sits in do not count. Reads only."""
    tx, ty = world.position(other.id)
    if other.vehicle < 0 and person.vehicle < 0:
        return world.physics.is_clear(x, y, tx, ty, SIGHT_MASK)
    hit = world.physics.first_hit(x, y, tx, ty, SIGHT_MASK)
    return hit is None or (hit[0] in (other.vehicle, person.vehicle) and hit[0] >= 0)


def _matters(world: World, person: Person, mind: Mind, other: Person, far: float) -> bool:
    """Whether somebody is worth a second look from this observer, as he looks now."""
    if person.side == "civilian":
        return other.gun >= 0 and other.vehicle < 0 and (other.is_masked or (other.side == "crew" and far < 400.0))
    if person.side == "police":  # whoever has given up is no target any more: one goes and takes him
        return other.stance != Stance.HANDS_UP and wanted.recognises(world, mind, other, far)
    if person.side == "guard":
        return other.gun >= 0 or other.is_masked  # else a customer like any other
    return other.gun >= 0 or other.side != "guard" or other.has_hidden_gun


def _noticed(world: World, person: Person, mind: Mind, other: Person, far: float) -> bool:
    """What seeing somebody means to somebody; whether it became his target."""
    if person.side == "civilian":
        brain = world.catalog.brains[mind.brain]
        person.fear = min(1.0, person.fear + brain.fear_from_gun * (1.0 if far > 225.0 else 2.0))
    elif person.side == "police":
        wanted.saw(world, person, other)
    elif person.side == "crew" and (other.stance in (Stance.KNEEL, Stance.TIED, Stance.HANDS_UP) or other.gun < 0):
        return False
    _remember(world, mind, other)
    return True


def _remember(world: World, mind: Mind, other: Person) -> None:
    if mind.target != other.id or world.tick - mind.seen_tick > 120:
        mind.first_tick = world.tick
    mind.target = other.id
    mind.is_visible = True
    mind.seen_tick = world.tick
    mind.last_x, mind.last_y = world.position(other.id)
