"""Ears: how far a sound carries through walls, and how long it takes until somebody turns to it.

A sound is heard within its radius, and each wall on the way leaves 0.55 of that. Whoever is not listening for it yet takes it in a
quarter of a second later, and the farther off the later (reference: gameplay 2.2). Owns what is on its way into a mind (`Mind.to_hear`);
what is made of it is a belief like any other. Called by `perception`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.neighbours import people_near
from game.sim.entities import Noise, Person
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

KINDS = ("shot", "blast", "crash", "shout", "siren", "horn", "step", "glass", "alarm")
WALL_MUFFLES, MOST_WALLS = 0.55, 3
STEP_BEYOND = 0.3
"""Metres behind the face of a wall from which the next one is looked for."""
FIRST_TICKS, FAR_TICKS = 15, 54
"""0.25 s, and 0.9 s more at the edge of what one hears."""
LISTENS_TICKS, SAME_TICKS = 300, 30
"""After a sound one listens for more of its kind; and for so long the next one of it is taken for the same."""
CIVILIAN_METRES = 60.0
LEAST_STEP = 5.0
"""Metres: who walks is not told from anybody else who does."""
QUIET = ("siren", "horn", "step")
"""What nobody turns to while there is shooting."""


def hear(world: World) -> None:
    """Everybody near hears the noises of the last tick."""
    noises = world.noises
    if not noises:
        return
    world.noises = []
    merged = {(noise.kind, noise.who): noise for noise in noises if noise.kind in KINDS}
    px, py = world.physics.x, world.physics.y
    for noise in merged.values():
        if noise.kind == "step":
            _hear_a_step(world, noise)
            continue
        x, y, reach = noise.x, noise.y, noise.radius
        for person in world.people:
            dx, dy = x - px[person.id], y - py[person.id]
            square = dx * dx + dy * dy
            if square > reach * reach or not person.is_present or person.id == noise.who:
                continue
            if person.deaf_until > world.tick or (
                person.side == "civilian" and square > CIVILIAN_METRES * CIVILIAN_METRES
            ):
                continue
            _reaches(world, person, world.minds[person.id], noise, square)


def _hear_a_step(world: World, noise: Noise) -> None:
    """Whoever runs up to a policeman or a guard from behind is heard: no walls, no more than some metres."""
    if noise.radius < LEAST_STEP or world.person(noise.who).side != "crew":
        return
    for who in people_near(world, noise.x, noise.y, noise.radius):
        person = world.person(who)
        if person.side in ("police", "guard") and person.is_present and person.deaf_until <= world.tick:
            dx, dy = world.physics.x[who] - noise.x, world.physics.y[who] - noise.y
            _reaches(world, person, world.minds[who], noise, dx * dx + dy * dy)


def _reaches(world: World, person: Person, mind: Mind, noise: Noise, square: float) -> None:
    """A sound at somebody's ears, walls permitting: at once for who listens for it, else after a moment."""
    since = world.tick - mind.heard_tick
    if noise.kind in QUIET and mind.heard_kind in ("shot", "blast") and since < LISTENS_TICKS:
        return
    is_listening = mind.heard_kind == noise.kind and since < LISTENS_TICKS
    if not (is_listening and since < SAME_TICKS) and not _carries(world, person, noise, square):
        return
    if is_listening:
        take_in(world, person, mind, (noise.kind, noise.x, noise.y, noise.who, square))
    elif not mind.to_hear or noise.kind == "blast" or mind.to_hear[0] in QUIET:
        mind.to_hear = (noise.kind, noise.x, noise.y, noise.who, square)
        mind.hears_tick = world.tick + FIRST_TICKS + int(FAR_TICKS * sqrt(square) / noise.radius)


def _carries(world: World, person: Person, noise: Noise, square: float) -> bool:
    """Whether a sound gets through what stands between; only so many walls are counted."""
    reach = noise.radius
    least = reach
    for _ in range(MOST_WALLS):
        least *= WALL_MUFFLES
    if square <= least * least:
        return True
    x, y = noise.x, noise.y
    tx, ty = world.position(person.id)
    far = sqrt(square)
    ux, uy = (tx - x) / far, (ty - y) / far
    for _ in range(MOST_WALLS):
        hit = world.physics.first_hit(x, y, tx, ty, SIGHT_MASK)
        if hit is None:
            return True
        if hit[0] < 0:  # vehicles muffle nothing
            reach *= WALL_MUFFLES
            if square > reach * reach:
                return False
        on = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y)) * hit[1] + STEP_BEYOND
        x, y = x + ux * on, y + uy * on
        if (tx - x) * ux + (ty - y) * uy <= 0.0:
            return True
    return True


def take_in(world: World, person: Person, mind: Mind, sound: tuple[str, float, float, int, float]) -> None:
    """What a sound makes somebody believe or fear."""
    kind, x, y, who, square = sound
    mind.heard_tick, mind.heard_x, mind.heard_y, mind.heard_kind = world.tick, x, y, kind
    if person.side == "civilian":
        if kind in ("shot", "blast"):
            brain = world.catalog.brains[mind.brain]
            person.fear = min(1.0, person.fear + brain.fear_from_shot * (1.0 if square < 900.0 else 0.4))
        elif kind == "crash" and square < 900.0:
            person.fear = min(1.0, person.fear + 0.15)
    elif kind == "shot" and who >= world.person_base:
        shooter = world.person(who)
        if shooter.side != person.side and world.tick - mind.seen_tick > 90 and person.side in ("crew", "police"):
            if not (person.side == "crew" and shooter.side == "civilian"):
                mind.target, mind.is_visible = who, False
                mind.last_x, mind.last_y = x, y
                mind.seen_tick = world.tick - 60


def due(world: World, person: Person, mind: Mind) -> None:
    """What was on its way to his ears and has come, at his turn to look."""
    if mind.to_hear and world.tick >= mind.hears_tick:
        sound, mind.to_hear = mind.to_hear, ()
        if person.is_present and person.deaf_until <= world.tick:
            take_in(world, person, mind, sound)
