"""The air unit: a spotter that hovers over the scene, looks through a disc of light, and tells what it sees by radio.

It has no body: nothing on the ground touches it. It sees streets, yards and roofs, not what stands under one or in a shelter; its lamp
lags behind what it follows, so that a sharp turn or a doorway loses it. It circles what it has found, else searches round the last
known place (reference: gameplay 2.18, 2.25). Owns the table `world.helicopters`. Sent by the action `air_unit`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.ai.notice import FULL
from game.sim.angles import COS, SIN, direction
from game.sim.entities import NOBODY, Helicopter, Person, Stance
from game.sim.mission import speech
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.world import World

AWAY, COMES, LEAVES = 0, 1, 2
CIRCLE_METRES, CIRCLE_TURN = 24.0, 36
"""How far off it circles what it looks at, and by how much of a turn each tick: half a minute round."""
TOP_SPEED, ACCELERATION = 27.0, 7.0
LAG_TICKS = 36.0
"""0.6 s: how long its lamp takes to catch up with what it follows."""
DISC_METRES, DAY_METRES = 7.0, 14.0
"""Radius of its lamp's disc, and by day of what its crew has in the eye at a time."""
DARK = 50
"""Light of the place under which it turns its lamp on."""
LOOKS, ROTOR_TICKS = 6, 120
NOTICE_TICKS = 48.0
STILL, CROUCHED, RUNS = 1.8, 1.3, 0.6
CLOSE_ENOUGH = 15.0
"""Metres at which it knows a car that nobody has described."""
TRACKED_TICKS, LEAVES_TICKS = 150, 90 * 60
RINGS = (0.0, 0.5, 0.9)
"""Shares of the ring in which it searches, one after another: the place itself first."""
SWEEP_TICKS = 150
"""How long it lights one place of a search before it goes on to the next."""
GRID = 65536.0


def send(world: World, entry_x: float, entry_y: float, seconds: float, name: str) -> None:
    """An air unit is on its way: over the map's edge after so many seconds of the difficulty's clock."""
    due = world.tick + int(seconds * world.difficulty.clock * 60)
    number = len(world.helicopters)
    world.helicopters.append(Helicopter(number, name, due, entry_x, entry_y, entry_x, entry_y, entry_x, entry_y))


def advance(world: World) -> None:
    """Every one that is in the air flies, points its lamp and looks."""
    for one in world.helicopters:
        if one.state == AWAY:
            if 0 <= one.due <= world.tick:
                _arrive(world, one)
            continue
        focus_x, focus_y = _focus(world, one)
        _fly(one, focus_x, focus_y, world.tick)
        _point(world, one, focus_x, focus_y)
        if (world.tick + one.id) % LOOKS == 0:
            _look(world, one)
        if (world.tick - one.due) % ROTOR_TICKS == 0:
            world.emit(events.PlaceSounded(one.name, "helicopter", one.x, one.y))
        _leave_or_stay(world, one)


def _arrive(world: World, one: Helicopter) -> None:
    one.state, one.seen_tick = COMES, world.tick
    one.has_light = (
        world.light.field.lamps > 0.0 and world.light.standing(one.x, one.y) < DARK
    ) or world.level.hour == "night"
    speech.radio(world, "radio.helicopter")
    world.emit(events.AirUnitArrived(one.id, one.x, one.y))


def _focus(world: World, one: Helicopter) -> tuple[float, float]:
    """What it looks at: whom it has in sight, else a place of the search, else where it came in (on its way out)."""
    if one.state == LEAVES:
        return one.home_x, one.home_y
    if one.target != NOBODY and world.tick - one.seen_tick < TRACKED_TICKS:
        return one.last_x, one.last_y
    if world.tick >= one.sweep_until:
        draw = dice.draw(world.setup.seed, one.id, dice.Purpose.AIR, world.tick)
        turn, ring = wanted.search_turn(world, draw), wanted.search_ring(world) * RINGS[one.sweeps % len(RINGS)]
        one.sweeps += 1
        one.sweep_x = min(max(world.heat.last_x + COS[turn] * ring, 0.0), float(world.place.width))
        one.sweep_y = min(max(world.heat.last_y + SIN[turn] * ring, 0.0), float(world.place.height))
        one.sweep_until = world.tick + SWEEP_TICKS
    return one.sweep_x, one.sweep_y


def _fly(one: Helicopter, focus_x: float, focus_y: float, tick: int) -> None:
    """One tick towards its place on the circle, with its weight."""
    turn = tick * CIRCLE_TURN & 65535
    reach = 0.0 if one.state == LEAVES else CIRCLE_METRES
    dx, dy = focus_x + COS[turn] * reach - one.x, focus_y + SIN[turn] * reach - one.y
    far = sqrt(dx * dx + dy * dy)
    speed = min(TOP_SPEED, far * 0.6)
    want_x, want_y = (dx / far * speed, dy / far * speed) if far > 0.1 else (0.0, 0.0)
    ax, ay = want_x - one.vx, want_y - one.vy
    push = sqrt(ax * ax + ay * ay)
    most = ACCELERATION / 60.0
    if push > most:
        ax, ay = ax / push * most, ay / push * most
    one.vx, one.vy = _rounded(one.vx + ax), _rounded(one.vy + ay)
    one.x, one.y = _rounded(one.x + one.vx / 60.0), _rounded(one.y + one.vy / 60.0)
    if one.vx * one.vx + one.vy * one.vy > 9.0:
        one.heading = direction(one.vx, one.vy)


def _point(world: World, one: Helicopter, focus_x: float, focus_y: float) -> None:
    """The lamp lags behind what it follows."""
    one.spot_x = _rounded(one.spot_x + (focus_x - one.spot_x) / LAG_TICKS)
    one.spot_y = _rounded(one.spot_y + (focus_y - one.spot_y) / LAG_TICKS)


def _rounded(value: float) -> float:
    """On the grid of the poses."""
    return int(value * GRID) / GRID


def radius(one: Helicopter) -> float:
    """Metres about the middle of its spot within which it makes somebody out."""
    return DISC_METRES if one.has_light else DAY_METRES


def _look(world: World, one: Helicopter) -> None:
    """Fills and drains a meter for each of the crew; whoever is known is reported."""
    reach = radius(one)
    best: Person | None = None
    for who in world.crew_ids:
        person = world.person(who)
        x, y = world.position(who)
        dx, dy = x - one.spot_x, y - one.spot_y
        meter = one.meters.get(who, 0)
        if dx * dx + dy * dy > reach * reach or not _is_in_the_open(world, person, x, y):
            one.meters[who] = max(0, meter - int(FULL * LOOKS / NOTICE_TICKS / 3))
            continue
        one.meters[who] = meter = min(FULL, meter + int(FULL * LOOKS / _ticks_to_notice(world, person)))
        hx, hy = x - one.x, y - one.y
        is_tracked = one.target == who and world.tick - one.seen_tick < TRACKED_TICKS
        is_close = hx * hx + hy * hy < CLOSE_ENOUGH * CLOSE_ENOUGH
        if meter >= FULL and (is_tracked or wanted.fits(world, person, is_close)):
            if best is None or who == one.target:
                best = person
    one.sees = best is not None
    if best is None:
        return
    is_new = one.target != best.id or world.tick - one.seen_tick > TRACKED_TICKS
    one.target, one.seen_tick = best.id, world.tick
    one.last_x, one.last_y = world.position(best.id)
    wanted.saw_from_above(world, best, is_new)


def _is_in_the_open(world: World, person: Person, x: float, y: float) -> bool:
    """Whether it can see him from above: neither gone nor under a roof."""
    return (
        person.is_present
        and not person.is_arrested
        and not world.place.is_roofed(x, y)
        and not world.place.shelter_at(x, y)
    )


def _ticks_to_notice(world: World, person: Person) -> float:
    """How long somebody must be in its disc."""
    if person.vehicle >= 0:
        return NOTICE_TICKS
    speed = world.speed(person.id)
    ticks = NOTICE_TICKS * (RUNS if speed > 3.0 else STILL if speed < 0.3 else 1.0)
    return ticks * CROUCHED if person.stance == Stance.CROUCH else ticks


def _leave_or_stay(world: World, one: Helicopter) -> None:
    """It goes home when the crew has been lost for long, and is gone once it is over the edge."""
    if one.state == COMES and world.heat.belief in ("lost", "calm") and world.tick - one.seen_tick > LEAVES_TICKS:
        one.state = LEAVES
    if one.state == LEAVES:
        dx, dy = one.home_x - one.x, one.home_y - one.y
        if dx * dx + dy * dy < 16.0:
            one.state, one.due, one.sees = AWAY, -1, False
