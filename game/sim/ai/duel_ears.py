"""Ears of a duel: what one man hears of the other, how far off and how sure of the place; his own breath, and the radio.

Hearing depends on loudness, walls, generators, the jet overhead and on one's own running. Called by `duel_senses`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights
from game.sim.ai import homeward
from game.sim.ai.belief import Belief
from game.sim.ai.steps import Hunt
from game.sim.entities import Person
from game.sim.physics import WALL

if TYPE_CHECKING:
    from game.sim.entities import Noise
    from game.sim.world import World

QUIET = 10.0
"""At night, far from the town, steps carry so much further than by day."""
HUSHED = 1.25
"""How much farther whoever stands still hears."""
GENERATOR_REACH, GENERATOR_LEAVES = 15.0, 0.35
WALL_LEAVES = 0.6
OFF = 0.16
"""A sound's place is wrong by so much of its distance."""
SURE = {"shot": 3.0, "fence": 5.0, "thud": 3.0, "breath": 3.0, "step": 3.0, "snip": 2.0}
"""Metres by which a sound's place is uncertain at least."""
KEEP_MARKS = 360
RADIO_TICKS, RADIO_OFF = 600, 8.0
"""A report by radio is worth something for so long, and is right within so many metres."""
RUNS = 5.0
"""Metres by day from which on steps are somebody's who runs."""
WINDED, BREATH = 420, 2.2
"""Ticks of running after which one is out of breath, and metres by day at which that is heard."""


def keenness(world: World, person: Person) -> float:
    """What the difficulty leaves of a mind's eyes and ears; a player's man has his own."""
    return world.difficulty.duel_senses if person.side == world.against else 1.0


def listen_in(world: World, person: Person, belief: Belief) -> None:
    """What others of the police have seen is known to all of them once it is through; about a way out it tells which one he is after."""
    heat = world.heat
    if heat.seen_tick <= max(belief.radio_tick, belief.seen_tick) or world.tick - heat.seen_tick > RADIO_TICKS:
        return
    belief.radio_tick = heat.seen_tick
    reach = RADIO_OFF + (world.tick - heat.seen_tick) / 12.0
    belief.raise_about(heat.last_x, heat.last_y, reach, 80, _leanings(world, person, heat.last_x, heat.last_y))
    belief.marks.append((world.tick, "radio", heat.last_x, heat.last_y))
    belief.learn(world.tick, "radio", heat.last_x, heat.last_y)


def breathe(world: World, person: Person, belief: Belief) -> None:
    """Who has run hard is heard when he stops, until he has his breath again."""
    if world.speed(person.id) > 3.5:
        belief.breath = min(WINDED, belief.breath + 1)
    elif belief.breath > 0:
        belief.breath -= 1
        if belief.breath > WINDED // 3 and (world.tick + person.id) % 96 == 0:
            world.make_noise(*world.position(person.id), BREATH, "breath", person.id)


def audible(world: World, person: Person, noise: Noise) -> float:
    """Metres by which a noise reaches him and beyond; negative = he does not hear it."""
    x, y = world.position(person.id)
    dx, dy = noise.x - x, noise.y - y
    far = sqrt(dx * dx + dy * dy)
    reach = noise.radius * keenness(world, person)
    if noise.kind in ("step", "breath", "fence", "thud", "snip"):
        reach *= QUIET
    if far > reach * HUSHED:
        return 0.0 - 1.0
    if noise.kind != "shot":
        reach *= (100 - flights.masking(world, x, y)) / 100.0
        for source in world.level.sounds:
            if source.sound == "generator":
                gx, gy = source.x - x, source.y - y
                if gx * gx + gy * gy < GENERATOR_REACH * GENERATOR_REACH:
                    reach *= GENERATOR_LEAVES
                    break
        if reach > far and not world.physics.is_clear(x, y, noise.x, noise.y, WALL):
            reach *= WALL_LEAVES
        own = world.speed(person.id)
        reach *= (
            0.55 if own > 3.5 else HUSHED if own < 0.3 else 1.0
        )  # who runs hears himself, who stands still hears more
    return reach - far


def hear(world: World, person: Person, belief: Belief, noise: Noise) -> None:
    left = audible(world, person, noise)
    if left < 0.0:
        return
    x, y = world.position(person.id)
    dx, dy = noise.x - x, noise.y - y
    far = sqrt(dx * dx + dy * dy)
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick, len(noise.kind))
    off_x, off_y = dice.bell(bits) * OFF * far, dice.bell(bits * 31 & dice.MASK) * OFF * far
    hx, hy = noise.x + off_x, noise.y + off_y
    hx, hy = min(world.place.width - 1.0, max(1.0, hx)), min(world.place.height - 1.0, max(1.0, hy))
    sure = SURE.get(noise.kind, 4.0)
    leanings = _leanings(world, person, hx, hy)
    belief.raise_about(hx, hy, sure + far * OFF * 1.3, 85 if noise.kind == "shot" else 62, leanings)
    belief.heard_tick = world.tick
    if noise.kind == "fence" or (noise.kind == "step" and noise.radius > RUNS):
        belief.run_tick = world.tick
    belief.marks.append((world.tick, noise.kind, hx, hy))
    belief.learn(world.tick, noise.kind, hx, hy)


def _leanings(world: World, person: Person, x: float, y: float) -> list[int] | None:
    """What a place says to a hunter of the way out the other is after; None = nothing."""
    step = world.minds[person.id].step
    return homeward.at_one(world, step.exits, x, y) if isinstance(step, Hunt) else None
