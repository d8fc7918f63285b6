"""Senses: what each mind sees (cones, distance, walls) and hears (loudness, walls, reaction), eight times a second by id.

Fills beliefs of minds and the police's common knowledge; decides nothing. Cheapest test first, sight lines last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK
from game.sim.systems import dispatch

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

PERIOD = 8
CLOSE = 2.0
PERIPHERY = 12.0
FOCUS_COSINE_SQUARED = 0.5
"""45 degrees either side at a distance; 60 within the periphery; all round for the alarmed."""
PERIPHERY_COSINE_SQUARED = 0.25
WALL_MUFFLES = 0.55
FAR_CIVILIAN = 55.0
MAX_SIGHT_LINES = 6
"""Sight lines one mind may ask for at a time: the nearest candidates first."""


def advance(world: World) -> None:
    """Every eighth mind looks; everybody near hears the noises of the last tick."""
    _hear(world)
    enemies = world.enemies
    cx, cy = world.position(world.player)
    people = world.people
    x, y = world.physics.x, world.physics.y
    for index in range(world.tick % PERIOD, len(people), PERIOD):
        person = people[index]
        if not person.is_present or person.stance >= Stance.DOWN:
            continue
        if person.side == "civilian":
            dx, dy = x[person.id] - cx, y[person.id] - cy
            if dx * dx + dy * dy > FAR_CIVILIAN * FAR_CIVILIAN:
                continue
        _look(world, person, world.minds[person.id], enemies[person.side])


def _look(world: World, person: Person, mind: Mind, enemies: list[int]) -> None:
    brain = world.catalog.brains[mind.brain]
    x, y = world.position(person.id)
    fx, fy = COS[person.aim], SIN[person.aim]
    if person.vehicle >= 0:
        fx, fy = 0.0, 0.0
    reach = brain.sight_range
    is_alarmed = world.tick - mind.seen_tick < 600 or world.tick - mind.heard_tick < 300 or person.vehicle >= 0
    candidates = []
    px, py = world.physics.x, world.physics.y
    base = world.person_base
    for who in enemies:
        other = world.people[who - base]
        if not other.is_present or other.stance >= Stance.DOWN or other.is_arrested:
            continue
        dx, dy = px[who] - x, py[who] - y
        far = dx * dx + dy * dy
        if far > reach * reach:
            continue
        if far > CLOSE * CLOSE and not is_alarmed:
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
    mind.is_visible = False
    for far, who in candidates[:MAX_SIGHT_LINES]:
        other = world.people[who - base]
        if not is_seen(world, person, x, y, other):
            continue
        if _noticed(world, person, mind, other, far):
            return


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


def _noticed(world: World, person: Person, mind: Mind, other: Person, far: float) -> bool:
    """What seeing somebody means to somebody; whether it became his target."""
    if person.side == "civilian":
        if other.gun >= 0 and other.vehicle < 0 and (other.is_masked or (other.side == "crew" and far < 400.0)):
            brain = world.catalog.brains[mind.brain]
            person.fear = min(1.0, person.fear + brain.fear_from_gun * (0.5 if far > 225.0 else 1.0))
            _remember(world, mind, other)
        return True
    if person.side == "police":
        if not dispatch.recognises(world, other, far):
            return False
        dispatch.saw(world, other)
    if person.side == "guard" and other.gun < 0 and not other.is_masked:
        return False  # a customer like any other
    if person.side == "crew" and other.side == "guard" and other.gun < 0 and not other.has_hidden_gun:
        return False
    if person.side == "crew" and (other.stance in (Stance.KNEEL, Stance.TIED, Stance.HANDS_UP) or other.gun < 0):
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


def _hear(world: World) -> None:
    noises = world.noises
    if not noises:
        return
    world.noises = []
    loud = [noise for noise in noises if noise.kind in ("shot", "blast", "crash", "shout", "siren", "horn")]
    merged = {(noise.kind, noise.who): noise for noise in loud}
    for noise in merged.values():
        for person in world.people:
            if not person.is_present or person.id == noise.who or person.deaf_until > world.tick:
                continue
            px, py = world.position(person.id)
            dx, dy = noise.x - px, noise.y - py
            far = dx * dx + dy * dy
            reach = noise.radius if person.side != "civilian" else min(noise.radius, 60.0)
            if far > reach * reach:
                continue
            _take_in(world, person, world.minds[person.id], noise.kind, noise.x, noise.y, noise.who, far)


def _take_in(world: World, person: Person, mind: Mind, kind: str, x: float, y: float, who: int, far: float) -> None:
    if kind in ("siren", "horn") and mind.heard_kind in ("shot", "blast") and world.tick - mind.heard_tick < 300:
        return
    mind.heard_tick, mind.heard_x, mind.heard_y, mind.heard_kind = world.tick, x, y, kind
    if person.side == "civilian":
        if kind in ("shot", "blast"):
            brain = world.catalog.brains[mind.brain]
            person.fear = min(1.0, person.fear + brain.fear_from_shot * (1.0 if far < 900.0 else 0.4))
        elif kind == "crash" and far < 900.0:
            person.fear = min(1.0, person.fear + 0.15)
    elif kind == "shot" and who >= world.person_base:
        shooter = world.person(who)
        if shooter.side != person.side and world.tick - mind.seen_tick > 90 and person.side in ("crew", "police"):
            if not (person.side == "crew" and shooter.side == "civilian"):
                mind.target, mind.is_visible = who, False
                mind.last_x, mind.last_y = x, y
                mind.seen_tick = world.tick - 60
