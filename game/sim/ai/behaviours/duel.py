"""Hunt and Evade: two men in the dark, each with an idea of where the other is and one way to be sure.

A rhythm of short moves from cover to cover and stops to listen; run under the noise of a jet, be still and dark while the lamps burn,
look for the other's shadow in their light. Reads the man's own `Belief`, the map and the light, never where the other is. Writes
hands; what the mind is about stands in `Belief.mode`, with what it learned last, so that every shot has its reason in the log.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights
from game.sim.ai import aiming, duel_senses, moving
from game.sim.ai.behaviours import climb
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb, Evade, Hunt
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Person
from game.sim.illumination import DIM
from game.sim.input_frame import Button
from game.sim.physics import SIGHT_MASK
from game.sim.systems.shooting import gun_of

if TYPE_CHECKING:
    from game.sim.world import World

FIRES_WITHIN = {"police": 16.0, "crew": 19.0}
"""Metres: beyond, a shotgun only tells where one is."""
CORNERED, POINT_BLANK, HELD_TICKS = 15.0, 7.0, 200
CHASED_TICKS, CHASED = 200, 42.0
"""He who was seen lately, by somebody so near, runs and does not stop to listen."""
NOTICED = 240
"""Ticks for which something that was learned decides what is done."""
CLOSE_BY = 26.0
LIKELY = 30
"""Chances of 100 from which a place is where he is."""
STEPS = (7.0, 13.0, 20.0)
WAYS = 12
MOVE_TICKS, LISTEN_TICKS = (210, 420), (70, 150)
MASKED = 55
"""Of 100: from so much noise of a jet on nobody hears steps."""
FAR_OFF = 75.0
"""Metres from the likeliest place beyond which nobody goes on tiptoe."""
CHASE = 34.0
"""Metres beyond which the hunter runs, heard or not: he has one life, but the time is on his side only while he is near."""
LIKING = 190
AHEAD_FROM, AHEAD = 18.0, 0.7
"""Metres from which the hunter no longer goes to where the other is, and how far ahead of him for each metre more."""
DARK_WORTH, LIT_COST = 14.0, 0.35

Worth = Callable[..., float]


def hunt(world: World, person: Person, mind: Mind, step: Hunt) -> None:
    """Look for him, with time on one's side."""
    belief = duel_senses.begin(world, person, step)
    if _fires(world, person, mind, belief):
        return
    if world.tick >= belief.until:
        _decide(world, person, belief, _hunting)
    _go_on(world, person, mind, belief)


def evade(world: World, person: Person, mind: Mind, step: Evade) -> None:
    """Get to one of several ways out unseen; he who bars it is shot at when there is no other way."""
    belief = duel_senses.begin(world, person, step)
    _mind_the_exits(world, person, belief, step)
    if _fires(world, person, mind, belief):
        return
    x, y = world.position(person.id)
    ex, ey, _ = world.spot(belief.exit)
    if (ex - x) * (ex - x) + (ey - y) * (ey - y) < 18.0 * 18.0:
        belief.mode = "away"
        climb.think(world, person, mind, Climb(belief.exit))
        return
    if world.tick >= belief.until:
        _decide(world, person, belief, _evading)
    _go_on(world, person, mind, belief)


# ---------------------------------------------------------------- the gun


def _fires(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """He sees him: aim, and fire once he is near enough. Whether that is all he does now."""
    gun = gun_of(person)
    if gun is None or not belief.is_seen:
        return _reloads(world, person, mind, belief)
    other = world.person(belief.who)
    if not other.is_able:
        return False
    brain = world.catalog.brains[mind.brain]
    x, y = world.position(person.id)
    tx, ty = mind.last_x, mind.last_y
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    within = FIRES_WITHIN[person.side]
    if gun.rounds == 0 and not any(gun.spares):
        return False
    was_shot_at = world.tick - max(person.near_miss_tick, person.hit_tick) < 180
    if person.side == "crew":
        # Seven rounds, and the flash tells where he is: two at a time, and only when it is him or me.
        within = CORNERED if was_shot_at else POINT_BLANK
        if gun.fired and gun.fired % 2 == 0 and world.tick - person.shot_tick < HELD_TICKS:
            return False
    if far > within:
        if person.side == "crew" and belief.mode in ("listen", "hide"):
            belief.until = min(belief.until, world.tick)  # seen from afar: away from here
        return False
    belief.mode = "fire"
    moving.stand(mind)
    aiming.aim(world, person, mind, brain, tx, ty)
    aiming.pull(world, person, mind, brain, gun, tx, ty)
    if gun.rounds == 0:
        moving.press(person, mind, Button.RELOAD)
    return True


def _reloads(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """In a quiet moment the magazine is filled."""
    gun = gun_of(person)
    if gun is None or gun.reload_ticks > 0:
        return False
    size = world.catalog.weapons[gun.weapon].magazine
    if gun.rounds < size and any(gun.spares) and world.tick - belief.seen_tick > 150:
        moving.press(person, mind, Button.RELOAD)
    return False


# ---------------------------------------------------------------- what next


def _decide(world: World, person: Person, belief: Belief, worth: Worth) -> None:
    """Move or listen; the one after the other, but under a jet's noise one moves on, and in the light one does not."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    masked = flights.masking(world, x, y) >= MASKED
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick)
    is_lit = not belief.ignores_light and world.light.standing(x, y) > DIM
    lamps = any(world.light.is_lit(flight.group) for flight in world.level.flights)
    may_stop = belief.mode != "listen" and not masked and not _is_chased(world, person, belief, near)
    if lamps and may_stop and not is_lit and not belief.ignores_light and near < 90.0:
        _stop(world, belief, "hide", 40, bits)  # dark, while he might stand in the light: look
        return
    if (
        may_stop
        and not is_lit
        and near < (FAR_OFF if person.side == "crew" else CHASE + 12.0)
        and belief.mode in ("move", "close")
    ):
        _stop(world, belief, "listen", LISTEN_TICKS[0] + bits % (LISTEN_TICKS[1] - LISTEN_TICKS[0]), bits)
        return
    best = _best_spot(world, person, belief, worth, x, y, px, py, share)
    if best is None:
        _stop(world, belief, "listen", 50, bits)
        return
    belief.mode = "hide" if is_lit else "close" if share >= LIKELY and near < CLOSE_BY else "move"
    belief.goal_x, belief.goal_y = best
    belief.until = world.tick + MOVE_TICKS[0] + bits % (MOVE_TICKS[1] - MOVE_TICKS[0])


def _is_chased(world: World, person: Person, belief: Belief, near: float) -> bool:
    return person.side == "crew" and world.tick - belief.seen_tick < CHASED_TICKS and near < CHASED


def _stop(world: World, belief: Belief, mode: str, ticks: int, bits: int) -> None:
    belief.mode, belief.until = mode, world.tick + ticks
    belief.goal_x = -1.0


def _best_spot(
    world: World,
    person: Person,
    belief: Belief,
    worth: Worth,
    x: float,
    y: float,
    px: float,
    py: float,
    share: int,
) -> tuple[float, float] | None:
    """The best place a short move away."""
    best: tuple[float, float, float] | None = None
    turned = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick, 7) & 4095
    for far in STEPS:
        for way in range(WAYS):
            at = (way * 65536 // WAYS + turned) & 65535
            sx, sy = x + COS[at] * far, y + SIN[at] * far
            if world.place.is_blocked(sx, sy) or not belief.is_on_ground(sx, sy):
                continue
            if not world.place.is_walkable(x, y, sx, sy) and far < 10.0:
                continue
            value = worth(world, person, belief, sx, sy, x, y)
            value += _quiet_worth(world, belief, sx, sy, px, py, share)
            if best is None or value > best[0]:
                best = (value, sx, sy)
    return (best[1], best[2]) if best is not None else None


def _quiet_worth(world: World, belief: Belief, sx: float, sy: float, px: float, py: float, share: int) -> float:
    """Of a place for either: dark, beside something solid, and out of the sight of where the other is thought to be."""
    column, row = int(sx), int(sy)
    value = 5.0 if world.place.cover[row * world.place.width + column] else 0.0
    if belief.ignores_light:
        return value
    light = world.light.standing(sx, sy)
    value -= light * LIT_COST
    value += DARK_WORTH if light < 14 else 0.0
    if share >= LIKELY:
        away = (px - sx) * (px - sx) + (py - sy) * (py - sy)
        reach = duel_senses.LEAST + light
        if away < reach * reach and world.physics.is_clear(px, py, sx, sy, SIGHT_MASK):
            value -= 14.0
    return value


def _hunting(world: World, person: Person, belief: Belief, sx: float, sy: float, x: float, y: float) -> float:
    """For the hunter: toward where he is, or from afar to where he will be, and where much of what is possible lies about."""
    px, py = _cut_off(world, person, belief, x, y)
    before = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    after = sqrt((px - sx) * (px - sx) + (py - sy) * (py - sy))
    value = (before - after) * (1.3 if before > 14.0 else 0.4)
    return value + belief.share_near(sx, sy, 3) * 0.25


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


def _evading(world: World, person: Person, belief: Belief, sx: float, sy: float, x: float, y: float) -> float:
    """For the hunted: toward the way out, and away from where the other may be."""
    ex, ey, _ = world.spot(belief.exit)
    before = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    after = sqrt((ex - sx) * (ex - sx) + (ey - sy) * (ey - sy))
    return (before - after) * 1.25 - belief.share_near(sx, sy, 4) * 0.55


# ---------------------------------------------------------------- feet and eyes


def _go_on(world: World, person: Person, mind: Mind, belief: Belief) -> None:
    """What was decided, for this moment."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    is_chased = _is_chased(world, person, belief, near)
    is_warned = world.tick - belief.cue_tick < NOTICED and near < CLOSE_BY and not is_chased
    if belief.goal_x >= 0.0:
        if _warned_anew(world, belief) and belief.mode == "move" and not is_chased:
            _stop(world, belief, "listen", 60, 0)
        else:
            masked = flights.masking(world, x, y) >= MASKED
            hurries = near > (CHASE if person.side == "police" else FAR_OFF)
            runs = (masked or hurries or is_chased or world.light.standing(x, y) > DIM) and not is_warned
            if is_warned and near < 16.0:
                mind.hands.buttons |= Button.CROUCH
            if is_warned:
                moving.look_at(world, mind, px, py)
                mind.hands.buttons |= Button.AIM
            if moving.walk_to(world, person, mind, belief.goal_x, belief.goal_y, 0.9, runs):
                belief.until, belief.goal_x = world.tick, -1.0
        return
    moving.stand(mind)
    if person.side == "crew" or is_warned:
        mind.hands.buttons |= Button.CROUCH
    if is_warned:
        mind.hands.buttons |= Button.AIM
    _look_about(world, mind, belief, x, y, px, py, share)


def _warned_anew(world: World, belief: Belief) -> bool:
    return world.tick - belief.cue_tick < 4 and belief.cue in ("step", "shadow", "thud", "breath")


def _look_about(world: World, mind: Mind, belief: Belief, x: float, y: float, px: float, py: float, share: int) -> None:
    """Toward where he is thought to be, and to either side of it: the less sure, the wider."""
    wide = 2600 if share >= LIKELY else 15000
    beat = world.tick // 40 % 4
    base = direction(px - x, py - y)
    way = (base + (0, wide, 0, 0 - wide)[beat]) & 65535
    moving.look_at(world, mind, x + COS[way] * 20.0, y + SIN[way] * 20.0)


# ---------------------------------------------------------------- the ways out


def _mind_the_exits(world: World, person: Person, belief: Belief, step: Evade) -> None:
    """Which way out: near, dark of the other, and not one at which he has seen police."""
    if belief.exit and (world.tick + person.id) % 90 >= 3:
        return
    x, y = world.position(person.id)
    for name in step.exits:
        if name not in belief.exits_watched and _sees_a_watch(world, person, x, y, name):
            belief.exits_watched.append(name)
    best: tuple[float, str] | None = None
    for name in step.exits:
        ex, ey, _ = world.spot(name)
        cost = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
        # Nobody can work out which he will take: he has a liking of his own.
        cost += dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, 0, int(ex) + int(ey)) % LIKING
        if name in belief.exits_watched:
            cost += 600.0
        if name == belief.exit:
            cost -= 45.0
        for part in range(1, 7):
            cost += belief.share_near(x + (ex - x) * part / 7.0, y + (ey - y) * part / 7.0, 4) * 2.2
        if best is None or cost < best[0]:
            best = (cost, name)
    assert best is not None
    if best[1] != belief.exit:
        belief.exit, belief.until = best[1], min(belief.until, world.tick)


def _sees_a_watch(world: World, person: Person, x: float, y: float, name: str) -> bool:
    """Whether he can make out police who stand about a way out: a car with its lamps on is seen from afar."""
    ex, ey, _ = world.spot(name)
    for who in world.sides["police"]:
        other = world.person(who)
        if not other.is_present or who in world.beliefs:
            continue
        ox, oy = world.position(who)
        if (ox - ex) * (ox - ex) + (oy - ey) * (oy - ey) > 20.0 * 20.0:
            continue
        far = (ox - x) * (ox - x) + (oy - y) * (oy - y)
        if far < 85.0 * 85.0 and world.physics.is_clear(x, y, ox, oy, SIGHT_MASK):
            return True
    return False
