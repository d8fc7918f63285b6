"""The ways out of a duel: which one the hunted takes, which one the hunter lies in wait at and where, and at which police stand.

Reads a man's own belief, the map and the light, and of his own side what he has by radio. Nothing here knows where the other is.
Called by `duel` and `duel_hunter`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai.behaviours.duel_ground import LIKELY, LIT_COST, quiet_worth, wary
from game.sim.ai.belief import WHOLE, Belief
from game.sim.ai.steps import Evade, Hunt, Rounds
from game.sim.angles import COS, SIN
from game.sim.entities import Person
from game.sim.illumination import DARK
from game.sim.physics import SIGHT_MASK, WALL

if TYPE_CHECKING:
    from game.sim.world import World

LIKING, GUESS = 190, 60
WATCH_SEEN, WATCH_WIDE = 85.0, 20.0
"""Metres from which a police car at a way out is made out, and about the way out within which it bars it."""
POSTS = (8.0, 11.0, 15.0)
"""Metres before a way out at which it is lain in wait for: whoever climbs there is in range, whoever cuts is heard."""
STAYS = 110
"""What speaks for the way out that one waits at already: patience; and, once one has waited there in vain, against it."""
WATCHED = 2000.0
"""Metres by which a way out at which police stand counts as farther off: more than the field is long."""
LEAD = 120.0
"""Metres that the hunter must have farther to a way out, for there to be time to get through it."""
NEAR_A_WAY_OUT, COMMITTED = 24.0, 22.0


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
