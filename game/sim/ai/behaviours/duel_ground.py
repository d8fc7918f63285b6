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
from game.sim.ai.belief import WHOLE, Belief
from game.sim.ai.steps import Evade, Hunt, Rounds
from game.sim.angles import COS, SIN
from game.sim.entities import Person
from game.sim.illumination import DARK
from game.sim.physics import SIGHT_MASK, WALL

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
LIKING, GUESS = 190, 60
WATCH_SEEN, WATCH_WIDE = 85.0, 20.0
"""Metres from which a police car at a way out is made out, and about the way out within which it bars it."""
POSTS = (8.0, 11.0, 15.0)
"""Metres before a way out at which it is lain in wait for: whoever climbs there is in range, whoever cuts is heard."""

WARY, STAYS = 16.0, 110
"""Metres by which dulled senses keep farther off; and what speaks for the way out that one waits at already: patience; and, once one
has waited there in vain, against it."""
SHUNNED = 34.0
"""Metres about a watched way out that are gone round."""
WATCHED = 2000.0
"""Metres by which a way out at which police stand counts as farther off: more than the field is long."""
LEAD = 120.0
"""Metres that the hunter must have farther to a way out, for there to be time to get through it."""
NEAR_A_WAY_OUT, COMMITTED = 24.0, 22.0
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


def to_bar(world: World, person: Person, belief: Belief, step: Hunt) -> str:
    """The way out to lie in wait at: the one he likeliest makes for, of those that none of one's own people bar."""
    x, y = world.position(person.id)
    best: tuple[int, str] | None = None
    for layer, name in enumerate(step.exits):
        if is_barred(world, name):
            continue
        ex, ey, _ = world.spot(name)
        chance = int(belief.mass[layer].sum()) * 100 // WHOLE
        value = chance * 4 - int(sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))) // 8
        # Whoever knows nothing of him follows a guess of her own.
        value += dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, 0, int(ex) + int(ey)) % GUESS
        value += 0 - STAYS if name == belief.scouted else STAYS if name == belief.exit else 0
        if best is None or value > best[0]:
            best = (value, name)
    return best[1] if best is not None else ""


def post(world: World, person: Person, belief: Belief, name: str) -> tuple[float, float] | None:
    """Where to lie in wait before a way out: dark, beside something solid, with the hole in sight and in range."""
    ex, ey, facing = world.spot(name)
    best: tuple[float, float, float] | None = None
    for near in POSTS:
        far = near + wary(world, person)
        for slant in (-12000, -8000, -4000, 0, 4000, 8000, 12000):
            at = (facing + 32768 + slant) & 65535
            sx, sy = ex + COS[at] * far, ey + SIN[at] * far
            if world.place.is_blocked(sx, sy) or not belief.is_on_ground(sx, sy):
                continue
            if not world.physics.is_clear(sx, sy, ex, ey, SIGHT_MASK):
                continue
            value = quiet_worth(world, person, belief, sx, sy) + (abs(slant) >> 11)
            if not belief.ignores_light:
                value -= max(0, world.light.most(sx, sy) - DARK) * LIT_COST  # he will lie here for a landing or two
            if best is None or value > best[0]:
                best = (value, sx, sy)
    return (best[1], best[2]) if best is not None else None


def wary(world: World, person: Person) -> float:
    """Metres that the hunter keeps off where the other may be: whose senses the difficulty has dulled keeps farther off."""
    return (1.0 - duel_ears.keenness(world, person)) * WARY


def is_barred(world: World, name: str) -> bool:
    """Whether police other than those of the duel stand about a way out: the hunter has it by radio."""
    return bool(_watchmen(world, name))


def _watchmen(world: World, name: str) -> list[tuple[float, float]]:
    found = []
    ex, ey, _ = world.spot(name)
    for who in world.sides["police"]:
        other = world.person(who)
        if not other.is_present or who in world.beliefs or isinstance(world.minds[who].step, Rounds):
            continue  # who drives past does not stay
        ox, oy = world.position(who)
        if (ox - ex) * (ox - ex) + (oy - ey) * (oy - ey) <= WATCH_WIDE * WATCH_WIDE:
            found.append((ox, oy))
    return found


# ---------------------------------------------------------------- the hunted


def is_pressed(world: World, person: Person, belief: Belief) -> bool:
    """The hunted has little time left before the field is closed, and has not just learned of the hunter: now he takes risks."""
    is_late = world.tick - belief.begun_tick > PRESSED_TICKS
    return person.side == "crew" and is_late and world.tick - belief.cue_tick > FRESH_TICKS


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


def is_beyond(world: World, name: str, x: float, y: float) -> bool:
    """Whether somebody stands beyond the fence of a way out, near to it."""
    if not name:
        return False
    ex, ey, facing = world.spot(name)
    dx, dy = x - ex, y - ey
    return dx * COS[facing] + dy * SIN[facing] > 1.0 and dx * dx + dy * dy < NEAR_A_WAY_OUT * NEAR_A_WAY_OUT


def mind_the_exits(world: World, person: Person, belief: Belief, step: Evade) -> None:
    """Which way out: near, dark of the other, and not one at which he has seen police."""
    if belief.exit and (world.tick + person.id) % 90 >= 3:
        return
    x, y = world.position(person.id)
    if belief.exit and belief.exit not in belief.exits_watched and not belief.is_seen:
        ex, ey, _ = world.spot(belief.exit)
        if (ex - x) * (ex - x) + (ey - y) * (ey - y) < COMMITTED * COMMITTED:
            return  # so near, nothing but the man himself turns him back
    for name in step.exits:
        if name not in belief.exits_watched and _sees_a_watch(world, x, y, name):
            belief.exits_watched.append(name)
    best: tuple[float, str] | None = None
    for name in step.exits:
        ex, ey, _ = world.spot(name)
        cost = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
        # Nobody can work out which he will take: he has a liking of his own.
        cost += dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, 0, int(ex) + int(ey)) % LIKING
        if name in belief.exits_watched:
            cost += WATCHED
        if name == belief.exit:
            cost -= (
                45.0 + (world.tick - belief.begun_tick) / 60.0
            )  # time is not on his side: the later, the less he wavers
        if not belief.has_fallen:
            cost += _barred(world, belief, x, y, ex, ey)
        if best is None or cost < best[0]:
            best = (cost, name)
    assert best is not None
    if best[1] != belief.exit:
        belief.exit, belief.until = best[1], min(belief.until, world.tick)


def _barred(world: World, belief: Belief, x: float, y: float, ex: float, ey: float) -> float:
    """What speaks against a way out because of where the hunter may be: nearer to it, or on the way there."""
    cost = _outrun(world, belief, x, y, ex, ey)
    for part in range(1, 8):
        cost += belief.share_near(x + (ex - x) * part / 7.0, y + (ey - y) * part / 7.0, 4) * 2.2
    return cost


def _outrun(world: World, belief: Belief, x: float, y: float, ex: float, ey: float) -> float:
    """What speaks against a way out to which the hunter, who is thought to be somewhere, has not far enough."""
    px, py, share = belief.peak()
    if share < LIKELY:
        return 0.0
    his = sqrt((ex - px) * (ex - px) + (ey - py) * (ey - py))
    mine = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    lead = his - mine
    return (LEAD - lead) * share / 100.0 if lead < LEAD else 0.0


def _sees_a_watch(world: World, x: float, y: float, name: str) -> bool:
    """Whether he can make out police who stand about a way out: a car with its lamps on is seen from afar."""
    return any(
        (wx - x) * (wx - x) + (wy - y) * (wy - y) < WATCH_SEEN * WATCH_SEEN
        and world.physics.is_clear(x, y, wx, wy, WALL)
        for wx, wy in _watchmen(world, name)
    )
