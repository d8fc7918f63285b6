"""Moving by turns: who means to leave a place under fire asks; a friend keeps the lane that threatens him down; then he goes.

Owns the rule of the bound (who waits, who goes, how far) and who covers whom, for the crew; what threatens a man is `menace`'s. A
bound ends at cover on the way. Behaviours know nothing of it: it lets through what their hands ask for, or holds it back. Called
by the controller; `fight` does the shooting.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai import aiming, cover, menace, moving, steps
from game.sim.entities import NOBODY, Person
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import arms
from game.sim.systems.shooting import PINNED

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

SET, WAITS, MOVES = 0, 1, 2
CALL_METRES = 45.0
SHORT_STEP, BOUND_METRES, LOOK_TICKS = 2.8, 8.5, 46
"""Metres that are no move at all, that a bound is long, and ticks of a look between two that nobody fires at."""
HALTS_AT, HALT_REACH, LEAST_GAIN, LONGEST_DASH = (6.0, 9.0), 5.0, 2.5, 11.0
"""Where on his way cover is looked for that may end the bound, how far from there, what it must gain, how far off it may be."""
HALTS_NEAR, LOOK_PERIOD = (3.0, 6.0), 30
"""The same for who comes under fire as he runs, who looks for it so often."""
ARRIVED, HALT_TICKS = 0.45, 300
SCRAMBLE, SCRAMBLE_AGAIN = 6.0, 60
"""Metres within which one caught in the open runs for cover at once, and ticks until he does so again."""
PATIENCE, PATIENCE_BARE, LONGEST_PIN = 225, 150, 600
"""Ticks he waits for cover where something protects him, in the open, and pinned behind it; twice as long while he fires himself."""
CUT_OFF_METRES, CUT_OFF_TICKS = 24.0, 100
"""Who has no friend so near on foot is cut off, and waits no longer than this for what nobody can give him."""
LONGEST_BOUND = 210
TURN_TICKS = 240
"""Of a fight after which one who has somewhere to be asks for cover to go there."""
POST_METRES, FOLLOW_METRES = 4.0, 7.0
COVER_TICKS, FIRES_TICKS = 30, 80
DUTY_TICKS = 300
"""How long one who has somewhere to be covers the others before he asks to go himself."""
AT_WORK = (steps.Fetch, steps.Charge, steps.Search, steps.Lay, steps.Burn, steps.Watch, steps.PickUp, steps.DriveRoute)
"""Whose hands are full of their own part: they are not asked for cover."""


def look_out(world: World, person: Person, mind: Mind) -> None:
    """What threatens him here, and whom of his friends he covers: four times a second. With his gun under his coat he is nobody yet, and
    walks on past whoever has one."""
    if person.vehicle >= 0 or not person.is_able or arms.is_concealed(person):
        mind.menaced_by = []
        mind.bound, mind.covers = SET, NOBODY
        return
    mind.menaced_by = menace.lane_of(world, person, menace.threats(world, person))
    mind.menaced_at = {who: world.position(who) for who in mind.menaced_by}
    covered, mind.covers = mind.covers, NOBODY
    if mind.bound == MOVES or isinstance(mind.step, AT_WORK) or person.use or person.lifting >= 0 or person.gun < 0:
        return
    if mind.bound == WAITS and _may_go(world, person, mind, is_safe=True):
        return
    if mind.bound == SET and world.tick - mind.bound_tick > DUTY_TICKS and not is_at_his_post(world, person, mind):
        return  # it is time he asked for himself
    asker = _asker(world, person, mind)
    if asker is not None:
        told = world.minds[asker].menaced_at
        enemy = menace.in_sight_of(world, person, world.minds[asker].menaced_by, told)
        if enemy != NOBODY and _can_fire_at(world, person, mind, *told.get(enemy, world.position(enemy))):
            if covered == NOBODY:
                call(world, person, "bark.go")
            take_cover_of(world, mind, enemy, told, COVER_TICKS)


def take_cover_of(world: World, mind: Mind, enemy: int, told: dict[int, tuple[float, float]], ticks: int) -> None:
    """From now on he keeps that enemy down for so many ticks, where he sees him or else where he was told."""
    if enemy in told and mind.covers != enemy:
        mind.covers_at, mind.covers_tick = told[enemy], world.tick
    mind.covers, mind.covers_until = enemy, world.tick + ticks


def _can_fire_at(world: World, person: Person, mind: Mind, ex: float, ey: float) -> bool:
    """Whether he has rounds, and no friend or bystander in the line to a place."""
    gun = person.guns[person.gun]
    if gun.rounds == 0 and not any(gun.spares):
        return False
    return aiming.is_line_free(world, person, world.catalog.brains[mind.brain], ex, ey)


def has_his_turn(world: World, person: Person, mind: Mind) -> bool:
    """Whether one who fights and has somewhere to be has fought long enough to ask for cover and go."""
    if mind.bound != SET:
        return True
    if world.tick - mind.fight_tick < TURN_TICKS or is_at_his_post(world, person, mind):
        return False
    return person.suppression < menace.SUPPRESSED


def is_at_his_post(world: World, person: Person, mind: Mind) -> bool:
    """Whether his step wants him where he is."""
    match mind.step:
        case steps.Wait():
            return True
        case steps.Follow():
            return _is_near(world, person, *world.position(world.person_named[mind.step.who].id), FOLLOW_METRES)
        case steps.Hold() | steps.GoTo() | steps.Cover():
            return mind.phase > 0 and _is_near(world, person, mind.spot_x, mind.spot_y, POST_METRES)
    return False


def _is_near(world: World, person: Person, x: float, y: float, metres: float) -> bool:
    px, py = world.position(person.id)
    return (px - x) * (px - x) + (py - y) * (py - y) < metres * metres


def _asker(world: World, person: Person, mind: Mind) -> int | None:
    """The friend within call who has waited longest, or moves, or reloads under fire; whoever waits himself covers those before him."""
    x, y = world.position(person.id)
    best: tuple[int, int, int] | None = None
    for who in world.crew_ids:
        friend, other = world.person(who), world.minds[who]
        if who == person.id or not other.menaced_by or not friend.is_able or friend.vehicle >= 0:
            continue
        gun = friend.guns[friend.gun] if friend.gun >= 0 else None
        reloads = gun is not None and gun.reload_ticks > 0 and menace.is_hot(world, friend, other.menaced_by)
        if other.bound == SET and not reloads:
            continue
        if mind.bound == WAITS and other.bound == WAITS and (mind.bound_tick, person.id) < (other.bound_tick, who):
            continue
        fx, fy = world.position(who)
        if (fx - x) * (fx - x) + (fy - y) * (fy - y) < CALL_METRES * CALL_METRES:
            key = (-other.bound, other.bound_tick, who)
            if best is None or key < best:
                best = key
    return best[2] if best is not None else None


# ----------------------------------------------------------------------------------------------- the mover's side


def goes_on(world: World, person: Person, mind: Mind) -> bool:
    """While he is on his way to the cover that ends his bound: fills the hands; False = the bound is over, or has no such end."""
    if mind.bound != MOVES or mind.halt_x < 0.0:
        return False
    if world.tick - mind.bound_tick > LONGEST_BOUND or mind.stumbles > 1:
        mind.halt_x = -1.0
        return False
    if moving.walk_to(world, person, mind, mind.halt_x, mind.halt_y, ARRIVED):
        mind.halt_x = -1.0
        _become(world, mind, SET)
        call(world, person, "bark.set")
        return False
    return True


def hold_back(world: World, person: Person, mind: Mind) -> bool:
    """Judges what the hands are about to do: whether he must stay where he is for now (his feet are stilled)."""
    hands = mind.hands
    if hands.move_x * hands.move_x + hands.move_y * hands.move_y < 1024:
        if mind.bound != SET:
            _become(world, mind, SET)
        return False
    x, y = world.position(person.id)
    if mind.bound == MOVES and not _is_at_the_end_of_a_bound(world, mind, x, y):
        _turn_aside(world, person, mind, x, y)
        return False
    is_hot_here = bool(mind.menaced_by) and menace.is_hot(world, person, mind.menaced_by)
    is_safe = is_hot_here and _is_safe(world, mind, x, y)
    if mind.bound == SET and not is_hot_here:
        if mind.menaced_by and _others_move(world):  # nothing has happened yet, but they are seen: half of them watch
            moving.stand(mind)
            return True
        _leave(world, mind, x, y)
        return False
    if mind.bound != WAITS:
        if is_hot_here and _is_a_short_step(mind, x, y):
            return False
        if is_hot_here and not is_safe and _scrambles(world, person, mind, x, y):
            return False
        _become(world, mind, WAITS)
        if is_hot_here:
            call(world, person, "bark.cover")
    if _may_go(world, person, mind, is_safe) if is_hot_here else _has_looked(world, mind):
        _leave(world, mind, x, y)
        if is_hot_here:
            _find_halt(world, person, mind, x, y)
            call(world, person, "bark.yes" if menace.is_covered(world, mind.menaced_by) else "bark.moving")
        return False
    moving.stand(mind)
    mind.watch_x, mind.watch_y, mind.watch_tick = x, y, world.tick
    return True


def _is_a_short_step(mind: Mind, x: float, y: float) -> bool:
    """Whether where he wants to be is but a step or two away."""
    gx, gy = mind.goal_x - x, mind.goal_y - y
    return mind.goal_x >= 0.0 and gx * gx + gy * gy < SHORT_STEP * SHORT_STEP


def _is_safe(world: World, mind: Mind, x: float, y: float) -> bool:
    """Whether something protects him from the lane that threatens him."""
    return menace.is_by_his_cover(mind, x, y) or cover.protects(world, x, y, *menace.lane_at(mind))


def _has_looked(world: World, mind: Mind) -> bool:
    """Whether he has stood long enough after a bound nobody fired at to see where the next one leads."""
    return world.tick - mind.bound_tick > LOOK_TICKS and not (mind.menaced_by and _others_move(world))


def _is_at_the_end_of_a_bound(world: World, mind: Mind, x: float, y: float) -> bool:
    """Whether he has come far enough: with the police about nobody runs on for longer than that without a look, unless he is covered."""
    dx, dy = x - mind.bound_x, y - mind.bound_y
    if mind.halt_x >= 0.0 or dx * dx + dy * dy < BOUND_METRES * BOUND_METRES:
        return False
    if (mind.menaced_by and menace.is_covered(world, mind.menaced_by)) or not menace.is_contact(world):
        mind.bound_x, mind.bound_y = x, y
        return False
    return True


def _turn_aside(world: World, person: Person, mind: Mind, x: float, y: float) -> None:
    """Comes under fire on the way: the run ends at the next cover on it."""
    if mind.halt_x >= 0.0 or not mind.menaced_by or (world.tick + person.id) % LOOK_PERIOD >= 3:
        return
    if menace.is_hot(world, person, mind.menaced_by) and not menace.is_covered(world, mind.menaced_by):
        _find_halt(world, person, mind, x, y, HALTS_NEAR, 0.0)
        if mind.halt_x >= 0.0:
            mind.bound_tick = world.tick


def _scrambles(world: World, person: Person, mind: Mind, x: float, y: float) -> bool:
    """Caught in the open: to the nearest thing that protects, at once, if there is one."""
    if world.tick - mind.bound_tick < SCRAMBLE_AGAIN:
        return False
    lx, ly = menace.lane_at(mind)
    spot = cover.place_near(world, person, x, y, lx, ly, SCRAMBLE)
    if not cover.protects(world, spot.x, spot.y, lx, ly):
        return False
    _leave(world, mind, x, y)
    _end_at(world, mind, spot)
    return True


def _may_go(world: World, person: Person, mind: Mind, is_safe: bool) -> bool:
    waited = world.tick - mind.bound_tick
    if menace.is_covered(world, mind.menaced_by) and not _others_move(world):
        return True
    if is_safe and person.suppression >= PINNED:
        return waited > LONGEST_PIN
    if waited > CUT_OFF_TICKS and is_cut_off(world, person):
        return True
    fires = world.tick - person.shot_tick < FIRES_TICKS
    return waited > (PATIENCE if is_safe else PATIENCE_BARE) * (2 if fires else 1)


def is_cut_off(world: World, person: Person) -> bool:
    """Whether none of the others who could cover him is near: he has to get back to them by himself."""
    x, y = world.position(person.id)
    for who in world.crew_ids:
        friend = world.person(who)
        if who != person.id and friend.is_able and friend.vehicle < 0 and friend.lifted_by < 0:
            if _is_near(world, friend, x, y, CUT_OFF_METRES):
                return False
    return True


def _others_move(world: World) -> bool:
    """Whether half of the crew on foot are on the move: the other half stays put."""
    on_foot = [who for who in world.crew_ids if world.person(who).is_able and world.person(who).vehicle < 0]
    return sum(1 for who in on_foot if world.minds[who].bound == MOVES) >= max(1, len(on_foot) // 2)


def _find_halt(
    world: World,
    person: Person,
    mind: Mind,
    x: float,
    y: float,
    at: tuple[float, ...] = HALTS_AT,
    least_gain: float = LEAST_GAIN,
) -> None:
    """Cover on the way, so many metres on, unless the way is hardly longer than that."""
    mind.halt_x = -1.0
    gx, gy = mind.goal_x, mind.goal_y
    far = sqrt((gx - x) * (gx - x) + (gy - y) * (gy - y))
    if gx < 0.0 or far < at[-1]:
        return
    lx, ly = menace.lane_at(mind)
    for metres in at:
        ax, ay = _along(mind, x, y, metres)
        spot = cover.place_near(world, person, *world.place.nearest_free(ax, ay), lx, ly, HALT_REACH)
        gain = far - sqrt((gx - spot.x) * (gx - spot.x) + (gy - spot.y) * (gy - spot.y))
        dash = (spot.x - x) * (spot.x - x) + (spot.y - y) * (spot.y - y)
        if dash < LONGEST_DASH * LONGEST_DASH and gain > least_gain and cover.protects(world, spot.x, spot.y, lx, ly):
            _end_at(world, mind, spot)
            return


def _along(mind: Mind, x: float, y: float, metres: float) -> tuple[float, float]:
    """The point so many metres along his way, or its end."""
    for bx, by in [*mind.path[mind.path_index :], (mind.goal_x, mind.goal_y)]:
        length = sqrt((bx - x) * (bx - x) + (by - y) * (by - y))
        if length >= metres:
            return x + (bx - x) * metres / length, y + (by - y) * metres / length
        metres -= length
        x, y = bx, by
    return x, y


def _end_at(world: World, mind: Mind, spot: cover.Spot) -> None:
    """This bound ends there, and he fights from there."""
    mind.halt_x, mind.halt_y = spot.x, spot.y
    mind.cover_x, mind.cover_y, mind.peek_x, mind.peek_y = spot[:4]
    mind.has_cover, mind.cover_until = True, world.tick + HALT_TICKS


def _leave(world: World, mind: Mind, x: float, y: float) -> None:
    _become(world, mind, MOVES)
    mind.bound_x, mind.bound_y = x, y


def _become(world: World, mind: Mind, state: int) -> None:
    mind.bound, mind.bound_tick = state, world.tick
    if state != MOVES:
        mind.halt_x = -1.0


def call(world: World, person: Person, line: str) -> None:
    """A short call among the crew; the player's own mind keeps silent, since he may be played."""
    if person.id != world.player:
        speech.call(world, person.id, line)


def stay_low(world: World, person: Person, mind: Mind) -> None:
    """Waiting without anybody to fire at: down, gun towards where it comes from."""
    if mind.menaced_by:
        moving.look_at(world, mind, *menace.lane_at(mind))
        mind.hands.buttons |= Button.AIM
