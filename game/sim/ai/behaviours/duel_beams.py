"""Head lamps in a duel: the hunted sees or hears a car come along, gets out of its way and its light, and lies still until it is past.

Reads the man's own eyes and ears, the map and the light; writes hands and what he is about. Called by `duel`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import flights
from game.sim.ai import duel_senses, moving
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours import duel_wire as wire
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.angles import COS, SIN, direction, from_radians, turn
from game.sim.entities import NOBODY, Person, Vehicle
from game.sim.illumination import DIM, HEAD_REACH
from game.sim.input_frame import Button
from game.sim.physics import WALL
from game.sim.systems import cutting

if TYPE_CHECKING:
    from game.sim.world import World

SEEN, HEARD, HEARD_IDLE = 110.0, 70.0, 24.0
"""Metres from which head lamps are seen coming by whoever looks that way, and from which a motor is heard that pulls, or idles: who looks
at the wire hears it first."""
REMEMBERS_TICKS = 150
"""For so long he goes on with what he does for a car that he neither sees nor hears any more."""
ROOM = 12.0
"""Metres that the hunter must likely be off for whoever is in a car's light to get out of it before anything else."""
SHADE = 16.0
"""Metres within which he looks for a shadow when a landing lights him as well."""
MASKED = 55
"""Of 100: from so much noise of a jet on nobody hears a motor."""
AHEAD_SECONDS, STANDS = 6.0, 1.0
"""How long before the light reaches him he goes; metres a second below which a car stands."""
BESIDE, CLEAR, KEEPS_ASIDE = 14.0, 17.0, 26.0
"""Metres beside a car's way within which its lamps will light him, at which they will not, and within which he waits for it to pass."""
IN_ITS_LIGHT = 6
"""Levels of light that are not the place's own."""
LONGEST_TICKS = 1200
"""He waits no longer for one car than that."""
CROSSES = 30.0
"""Metres that he would rather go farther than across before it."""
LIT = 20.0
"""Metres that he would rather go farther than to a place where other lamps are on him, or soon will be."""
TRIES = (0.0, 5000.0, -5000.0, 9000.0, -9000.0)
"""How far from straight aside he looks for a place to get to, in 65,536ths of a turn."""


def keeps_out(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """A car's lamps will be on him soon, or are: aside, down, and still. Whether that is all he does now."""
    is_at_it = belief.mode == "beam"
    if belief.ignores_light or not _has_time_for_it(world, person, belief):
        return False
    if is_at_it and world.tick > belief.until + LONGEST_TICKS:
        return False
    waits = is_at_it and not ground.is_late(world, person, belief)
    car = _coming(world, person, belief, KEEPS_ASIDE if waits else BESIDE)
    if car is not None:
        belief.car_tick = world.tick
    is_past = car is None and world.tick - belief.car_tick > REMEMBERS_TICKS
    if (not is_at_it and car is None) or is_past or (car is not None and _is_through_first(world, person, car)):
        if is_at_it:
            belief.mode, belief.until, belief.goal_x = "", world.tick, -1.0
        return False
    if not is_at_it:
        belief.mode, belief.until, belief.goal_x = "beam", world.tick, -1.0
    if belief.goal_x < 0.0 and car is not None:
        place = _out_of_it(world, person, belief, car)
        if place is not None:
            belief.goal_x, belief.goal_y = place
    if belief.goal_x >= 0.0:
        if moving.walk_to(world, person, mind, belief.goal_x, belief.goal_y, 1.2, True):
            belief.goal_x = -1.0
        return True
    if ground.coming_light(world, belief, *world.position(person.id)) > DIM:
        return False  # a landing lights him meanwhile, and there is no shadow near: that is worse
    moving.stand(mind)
    mind.hands.buttons |= Button.CROUCH
    if car is not None:
        moving.look_at(world, mind, *world.position(car.id))
    return True


def _has_time_for_it(world: World, person: Person, belief: Belief) -> bool:
    """Whether the other leaves him time to mind a car: he is not near, nor so near that the car's light is the lesser evil."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < ROOM * ROOM
    if not wire.is_chased(world, person, belief):
        return not (is_near and share >= ground.LIKELY and world.tick - belief.cue_tick < wire.NOTICED)
    return _is_lit(world, x, y) and not is_near


def _out_of_it(world: World, person: Person, belief: Belief, car: Vehicle) -> tuple[float, float] | None:
    """Where he goes for this car: aside, if he is in its way; into a shadow, if a landing lights him where he waits; None = nowhere."""
    if _is_in_its_way(world, person, car):
        return _aside(world, person, belief, car)
    x, y = world.position(person.id)
    if ground.coming_light(world, belief, x, y) <= DIM:
        return None
    place = ground.shade(world, belief, x, y, SHADE)
    if place is None or abs(_seen_from(world, car, *place)[1]) < CLEAR - 1.0:
        return None
    return place


def _coming(world: World, person: Person, belief: Belief, beside: float) -> Vehicle | None:
    """The nearest car with somebody at the wheel that he knows of, and whose lamps light him now or soon."""
    x, y = world.position(person.id)
    best: tuple[float, Vehicle] | None = None
    for vehicle in world.vehicles:
        if vehicle.is_absent or vehicle.seats[0] == NOBODY:
            continue
        ahead, aside, speed = _seen_from(world, vehicle, x, y)
        far = sqrt(ahead * ahead + aside * aside)
        if far > SEEN or (best is not None and far >= best[0]):
            continue
        if speed < STANDS:  # whoever sits in it looks about him: nobody goes near, lamps or none
            lights = far < beside or (0.0 < ahead < HEAD_REACH and abs(aside) < beside)
        else:
            lights = -3.0 < ahead < HEAD_REACH + speed * AHEAD_SECONDS and abs(aside) < beside
        if lights and _knows_of(world, person, belief, vehicle, far):
            best = (far, vehicle)
    return best[1] if best is not None else None


def _seen_from(world: World, vehicle: Vehicle, x: float, y: float) -> tuple[float, float, float]:
    """Of a point: metres ahead of a vehicle and to its right; and how fast that goes."""
    vx, vy = world.position(vehicle.id)
    heading = from_radians(world.physics.angle[vehicle.id])
    dx, dy = x - vx, y - vy
    ahead, aside = dx * COS[heading] + dy * SIN[heading], dy * COS[heading] - dx * SIN[heading]
    return ahead, aside, world.speed(vehicle.id)


def _knows_of(world: World, person: Person, belief: Belief, vehicle: Vehicle, far: float) -> bool:
    """Whether he hears the motor, has its lamps on him, or sees them."""
    x, y = world.position(person.id)
    ahead, aside, speed = _seen_from(world, vehicle, x, y)
    heard = HEARD if speed >= STANDS else HEARD_IDLE
    if far < heard and not belief.is_deaf and flights.masking(world, x, y) < MASKED:
        return True
    vx, vy = world.position(vehicle.id)
    shines = 0.0 < ahead < HEAD_REACH + 3.0 and abs(aside) < ahead and _is_lit(world, x, y)
    looks_there = abs(turn(person.aim, direction(vx - x, vy - y))) <= duel_senses.ARC
    return (shines or looks_there) and world.physics.is_clear(x, y, vx, vy, WALL)


def _is_lit(world: World, x: float, y: float) -> bool:
    return world.light.level(x, y) - world.light.standing(x, y) >= IN_ITS_LIGHT


def _is_through_first(world: World, person: Person, car: Vehicle) -> bool:
    """At the wire, and what is left to cut is cut before the light is there."""
    ahead, _, speed = _seen_from(world, car, *world.position(person.id))
    if speed < STANDS or cutting.at_hand(world, person) is None:
        return False
    return cutting.left(world, person) + wire.THROUGH < (ahead - HEAD_REACH) / speed * 60.0


def _is_in_its_way(world: World, person: Person, car: Vehicle) -> bool:
    x, y = world.position(person.id)
    return abs(_seen_from(world, car, x, y)[1]) < CLEAR - 1.0 or _is_lit(world, x, y)


def _aside(world: World, person: Person, belief: Belief, car: Vehicle) -> tuple[float, float] | None:
    """The nearest place beside a car's way where its lamps do not reach, and no others do."""
    x, y = world.position(person.id)
    _, aside, _ = _seen_from(world, car, x, y)
    heading = from_radians(world.physics.angle[car.id])
    best: tuple[float, float, float] | None = None
    for side in (1, -1):
        metres = CLEAR - aside * side
        if metres <= 0.0:
            continue
        for turned in TRIES:
            way = (heading + side * 16384 + int(turned)) & 65535
            far = metres * 65536.0 / (65536.0 - abs(turned) * 2.2)
            sx, sy = x + COS[way] * far, y + SIN[way] * far
            if world.place.is_blocked(sx, sy) or not belief.is_on_ground(sx, sy):
                continue
            value = far + (LIT if ground.coming_light(world, belief, sx, sy) > DIM else 0.0)
            value += CROSSES if aside * side < 0.0 - 1.0 else 0.0
            if best is None or value < best[0]:
                best = (value, sx, sy)
    return (best[1], best[2]) if best is not None else None
