"""The ground of a duel: which place a short move away is worth most, where the hunter cuts off or lies in wait, which way out is taken.

Reads a man's own belief, the map and the light, and of his own side what he has by radio. Nothing here knows where the other is.
Called by `duel`.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import duel_ears, duel_senses, homeward
from game.sim.ai.belief import Belief
from game.sim.ai.steps import Hunt
from game.sim.angles import COS, SIN
from game.sim.entities import Person
from game.sim.illumination import DARK
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.world import World

LIKELY = 30
"""Chances of 100 from which a place is where he is."""
STEPS = (7.0, 13.0, 20.0)
WAYS = 12
DARK_WORTH, LIT_COST, WAY_COST = 14.0, 0.5, 0.25
"""What speaks for a dark place, and against each step of a hundred of light in it and on the way to it."""
AHEAD_FROM, AHEAD = 18.0, 0.7
"""Metres from which the hunter no longer goes to where the other is, and how far ahead of him for each metre more."""
NEAR_ENOUGH, HUNTERS_CARE = 26.0, (0.3, 0.7)
"""Metres from where the other likely is within which the hunter minds light so little; and how much he minds it otherwise."""
FRESH_TICKS = 200
"""For so long after something was learned the hunter, who is near, closes in."""
NIGHT = 12
"""The light of the night itself: anything above it makes one seen from farther off."""

WARY = 16.0
"""Metres by which dulled senses keep farther off."""
SHUNNED = 34.0
"""Metres about a watched way out that are gone round."""
PRESSED_TICKS, PRESSED_CARE = 230 * 60, 0.3
"""After so long a hunt whoever is hunted knows that the field is being closed round him, and minds light so little."""

Worth = Callable[..., float]


def best_spot(
    world: World, person: Person, belief: Belief, worth: Worth, x: float, y: float
) -> tuple[float, float] | None:
    """The best place a short move away."""
    best: tuple[float, float, float] | None = None
    turned = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick, 7) & 4095
    care = _care(world, person, belief, x, y)
    for far in STEPS:
        for way in range(WAYS):
            at = (way * 65536 // WAYS + turned) & 65535
            sx, sy = x + COS[at] * far, y + SIN[at] * far
            if world.place.is_blocked(sx, sy) or not belief.is_on_ground(sx, sy):
                continue
            if not world.place.is_walkable(x, y, sx, sy) and far < 10.0:
                continue
            value = worth(world, person, belief, sx, sy, x, y) + quiet_worth(world, person, belief, sx, sy, care)
            value -= on_the_way(world, belief, x, y, sx, sy) * care
            if best is None or value > best[0]:
                best = (value, sx, sy)
    return (best[1], best[2]) if best is not None else None


def _care(world: World, person: Person, belief: Belief, x: float, y: float) -> float:
    """How much of its weight light has for him: the hunter goes through it for what is worth it."""
    if person.side != "police":
        return PRESSED_CARE if is_pressed(world, person, belief) else 1.0
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < NEAR_ENOUGH * NEAR_ENOUGH
    return HUNTERS_CARE[0] if is_near and share >= LIKELY else HUNTERS_CARE[1]


def quiet_worth(world: World, person: Person, belief: Belief, sx: float, sy: float, care: float = 1.0) -> float:
    """Of a place for either: dark, beside something solid, and out of the sight of where the other is thought to be."""
    column, row = int(sx), int(sy)
    value = 5.0 if world.place.cover[row * world.place.width + column] else 0.0
    if belief.ignores_light:
        return value
    light = coming_light(world, belief, sx, sy)
    value -= max(0, light - NIGHT) * LIT_COST * care
    value += DARK_WORTH if light <= DARK else 0.0
    px, py, share = belief.peak()
    if share >= LIKELY and not _closes_in(world, person, belief, px, py):
        away = (px - sx) * (px - sx) + (py - sy) * (py - sy)
        reach = duel_senses.LEAST + light
        if away < reach * reach and world.physics.is_clear(px, py, sx, sy, SIGHT_MASK):
            value -= 14.0
    return value


def _closes_in(world: World, person: Person, belief: Belief, px: float, py: float) -> bool:
    """The hunter has just learned where he is, and is near: he goes up to him, since in the dark nobody is seen from far."""
    x, y = world.position(person.id)
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < NEAR_ENOUGH * NEAR_ENOUGH
    return person.side == "police" and is_near and world.tick - belief.cue_tick < FRESH_TICKS


def shade(world: World, belief: Belief, x: float, y: float, within: float) -> tuple[float, float] | None:
    """The nearest place about a point that stays dark whatever burns; itself if it is one."""
    if world.light.most(x, y) <= DARK + 4:
        return x, y
    for far in (3.0, 6.0, 9.0, 12.0, 16.0):
        if far > within:
            break
        for way in range(WAYS):
            at = way * 65536 // WAYS
            sx, sy = x + COS[at] * far, y + SIN[at] * far
            if (
                world.light.most(sx, sy) <= DARK + 4
                and belief.is_on_ground(sx, sy)
                and not world.place.is_blocked(sx, sy)
            ):
                return sx, sy
    return None


def coming_light(world: World, belief: Belief, x: float, y: float) -> int:
    """The light of a place he means to be at: with that of the lamps that burn for a jet he hears coming."""
    return world.light.standing(x, y) if belief.is_deaf else world.light.soon(x, y)


def on_the_way(world: World, belief: Belief, x: float, y: float, sx: float, sy: float) -> float:
    """What it costs to walk straight to a place through light."""
    if belief.ignores_light:
        return 0.0
    light = 0
    for part in (1, 2, 3):
        px, py = x + (sx - x) * part / 4.0, y + (sy - y) * part / 4.0
        light = max(light, coming_light(world, belief, px, py))
    return max(0, light - DARK) * WAY_COST


# ---------------------------------------------------------------- the hunter


def hunting(world: World, person: Person, belief: Belief, sx: float, sy: float, x: float, y: float) -> float:
    """For the hunter: toward where he is, or from afar to where he will be, and where much of what is possible lies about."""
    px, py = _cut_off(world, person, belief, x, y)
    before = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    after = sqrt((px - sx) * (px - sx) + (py - sy) * (py - sy))
    value = (before - after) * (1.3 if before > 14.0 or _closes_in(world, person, belief, px, py) else 0.4)
    return value + belief.share_near(sx, sy, 3) * 0.25


def barring(world: World, person: Person, belief: Belief, sx: float, sy: float, x: float, y: float) -> float:
    """For the hunter who goes to lie in wait: toward the way out, and not through the light."""
    shuns = not belief.ignores_light
    before = homeward.metres(world, belief.exit, x, y, minds_light=shuns)
    return (before - homeward.metres(world, belief.exit, sx, sy, minds_light=shuns)) * 1.25


def _cut_off(world: World, person: Person, belief: Belief, x: float, y: float) -> tuple[float, float]:
    """The place to make for: where he likely is, and the farther that is, the farther ahead on his likeliest way out."""
    px, py, _ = belief.peak()
    step = world.minds[person.id].step
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    if not isinstance(step, Hunt) or not step.exits or near < AHEAD_FROM:
        return px, py
    ex, ey, _ = world.spot(step.exits[belief.likeliest(px, py)])
    left = sqrt((ex - px) * (ex - px) + (ey - py) * (ey - py))
    if left < 1.0:
        return px, py
    lead = min(left, (near - AHEAD_FROM) * AHEAD)
    return px + (ex - px) / left * lead, py + (ey - py) / left * lead


def wary(world: World, person: Person) -> float:
    """Metres that the hunter keeps off where the other may be: whose senses the difficulty has dulled keeps farther off."""
    return (1.0 - duel_ears.keenness(world, person)) * WARY


# ---------------------------------------------------------------- the hunted


def is_pressed(world: World, person: Person, belief: Belief) -> bool:
    """The hunted has little time left before the field is closed, and has not just learned of the hunter: now he takes risks."""
    return is_late(world, person, belief) and world.tick - belief.cue_tick > FRESH_TICKS


def is_late(world: World, person: Person, belief: Belief) -> bool:
    """The hunted has little time left before the field is closed."""
    return person.side == "crew" and world.tick - belief.begun_tick > PRESSED_TICKS


def evading(world: World, person: Person, belief: Belief, sx: float, sy: float, x: float, y: float) -> float:
    """For the hunted: toward the way out, and away from where the other may be."""
    shuns = not (belief.ignores_light or is_pressed(world, person, belief))
    before = homeward.metres(world, belief.exit, x, y, minds_light=shuns)
    after = homeward.metres(world, belief.exit, sx, sy, minds_light=shuns)
    return (before - after) * 1.25 - belief.share_near(sx, sy, 4) * 0.55 - _by_a_watch(world, belief, sx, sy)


def _by_a_watch(world: World, belief: Belief, sx: float, sy: float) -> float:
    """What speaks against a place near to a way out at which he has seen police stand."""
    value = 0.0
    for name in belief.exits_watched:
        ex, ey, _ = world.spot(name)
        far = sqrt((ex - sx) * (ex - sx) + (ey - sy) * (ey - sy))
        value += max(0.0, SHUNNED - far)
    return value
