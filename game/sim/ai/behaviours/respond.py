"""Respond, PatrolThrough: police in cars and out of them.

By road with the siren on; out of the car short of the danger; cover and fire by reflex; handcuffs for whoever is down; back into
the car when the crew drives off. Used in screenplays as respond, patrol_through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving, steering
from game.sim.ai.behaviours import approach, chase, job, post
from game.sim.ai.mind import Mind
from game.sim.ai.steps import PatrolThrough, Respond
from game.sim.angles import COS, SIN
from game.sim.entities import NOBODY, Person, Stance, Vehicle
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK
from game.sim.systems import dispatch, pursuit, wanted

if TYPE_CHECKING:
    from game.sim.world import World

DRIVE, ON_FOOT = 0, 1
STOP_SHORT = 38.0
SEEN_SHORT = 44.0
"""Metres from the place, and from armed men in sight, at which they get out: beyond what a pistol reaches, and a rifle as a rule."""
FRESH = 10 * 60
BESIDE = 16.0
"""Metres from a car that is boxed in at which an officer gets out."""
CRIPPLED_TYRES = 2.2
"""Sum of tyre pressures under which a driver gives up and gets out."""
JAMMED = 200
"""Ticks at a stand after which a driver who is on his way leaves the car where it is."""
LEAVES_IT = 900
"""Ticks that he stays on foot after that."""
SHOTS_FIRED = 3
"""Stage from which they come up to the place from cover to cover."""
AT_HAND = 2.5
SEARCH_TICKS = 420
LOOK_AROUND = 75
"""Ticks spent at a spot that was to be searched, turning."""
LOOK_TURN = 2000
HANDS_AGAIN = 4
"""Ticks until his hands move again, and a little."""
CLEAR_AGAIN = 900
"""Ticks in which nobody else says that there is nobody."""
CHALLENGES = 14.0
"""Metres from a car that is boxed in at which those in it are told to give up."""
STANDS_FOR_GOOD = 180
"""Ticks after which a vehicle the crew sits in has been stopped."""


def think(world: World, person: Person, mind: Mind, step: Respond) -> None:
    """At the wheel, beside it, or on foot."""
    if person.vehicle >= 0:
        vehicle = world.vehicles[person.vehicle]
        if person.seat == 0:
            _drive(world, person, mind, step, vehicle)
        elif _should_get_out(world, vehicle):
            post.get_out(world, person, mind)
        elif vehicle.seats[0] == NOBODY:  # whoever drove is not coming: over behind the wheel
            mind.hands.move_x = mind.hands.move_y = 0
            mind.hands.buttons |= Button.AIM
            moving.press(person, mind, Button.ENTER)
        else:
            mind.hands.move_x = mind.hands.move_y = 0
        return
    _on_foot(world, person, mind, step)


def _should_get_out(world: World, vehicle: Vehicle) -> bool:
    """A passenger gets out when the driver has, cannot go on, or has stopped for good; not while they are after a car that drives."""
    driver = vehicle.seats[0]
    quarry = pursuit.quarry(world)
    if quarry is not None and not pursuit.is_boxed(world, quarry) and _drives(vehicle):
        return driver != NOBODY and not world.person(driver).is_able
    return driver == NOBODY or not world.person(driver).is_able or vehicle.still_ticks > 50


# ----------------------------------------------------------------------------------------------- in the car


def _drive(world: World, person: Person, mind: Mind, step: Respond, vehicle: Vehicle) -> None:
    if not _drives(vehicle):
        _stop_and_get_out(world, person, mind)
        return
    if not vehicle.siren and world.heat.stage > 0 and world.vehicle_specs[vehicle.id].has_siren:
        moving.press(person, mind, Button.SIREN)
    quarry = pursuit.quarry(world)
    stands = vehicle.still_ticks
    if stands > JAMMED and mind.phase == DRIVE and (quarry is None or stands > 2 * JAMMED):
        mind.on_foot_until = world.tick + LEAVES_IT
        _stop_and_get_out(world, person, mind)  # nothing moves: on foot one gets through
        return
    if quarry is not None:
        mind.phase = DRIVE
        if pursuit.is_boxed(world, quarry) and _is_beside(world, vehicle, quarry):
            _stop_and_get_out(world, person, mind)  # it cannot go anywhere: out behind the doors
            return
        chase.drive(world, person, mind, vehicle, quarry)
        return
    x, y = world.position(vehicle.id)
    gx, gy = _goal(world, step)
    far = (gx - x) * (gx - x) + (gy - y) * (gy - y)
    sees = mind.is_visible and mind.target >= 0 and _square(world, mind.target, x, y) < SEEN_SHORT * SEEN_SHORT
    if sees or far < STOP_SHORT * STOP_SHORT or mind.phase == ON_FOOT:
        _stop_and_get_out(world, person, mind)
        return
    if chase.by_road(world, mind, vehicle, gx, gy, chase.ROAD_SPEED):
        mind.phase = ON_FOOT


def _drives(vehicle: Vehicle) -> bool:
    """Whether one gets anywhere in it."""
    tyres = vehicle.tyres
    return vehicle.has_engine and tyres[0] + tyres[1] + tyres[2] + tyres[3] >= CRIPPLED_TYRES


def _is_beside(world: World, vehicle: Vehicle, quarry: Vehicle) -> bool:
    x, y = world.position(quarry.id)
    return _square(world, vehicle.id, x, y) < BESIDE * BESIDE


def _goal(world: World, step: Respond) -> tuple[float, float]:
    if world.heat.seen_tick > 0 or not step.zone:
        return world.heat.last_x, world.heat.last_y
    return world.zones[step.zone].middle


def _square(world: World, who: int, x: float, y: float) -> float:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y)


def _stop_and_get_out(world: World, person: Person, mind: Mind) -> None:
    mind.phase = ON_FOOT
    post.get_out(world, person, mind)


# ----------------------------------------------------------------------------------------------- on foot


def _on_foot(world: World, person: Person, mind: Mind, step: Respond) -> None:
    if cuff(world, person, mind):
        return
    quarry = pursuit.quarry(world)
    if quarry is not None and not pursuit.is_boxed(world, quarry) and _back_to_car(world, person, mind):
        mind.watches = 0
        return
    if world.heat.stage >= SHOTS_FIRED and world.heat.belief != "lost":
        own = world.tick - mind.seen_tick < FRESH
        gx, gy = (mind.last_x, mind.last_y) if own else _goal(world, step)
        if approach.approach(world, person, mind, gx, gy):
            return
    if world.tick - mind.seen_tick < FRESH and mind.count != mind.seen_tick:
        if moving.walk_to(world, person, mind, mind.last_x, mind.last_y, 6.0):
            mind.count, mind.until = mind.seen_tick, 0  # he is not here any more
            speech.call(world, person.id, "bark.clear", CLEAR_AGAIN)
    else:
        _search(world, person, mind, step)
    if world.heat.belief != "lost":
        mind.hands.buttons |= Button.AIM


def _search(world: World, person: Person, mind: Mind, step: Respond) -> None:
    """From spot to spot round where the crew was last known to be, looking about at each."""
    if mind.until < world.tick:
        gx, gy = _goal(world, step)
        draw = dice.draw(world.setup.seed, person.id, dice.Purpose.SEARCH, world.tick)
        turn, ring = wanted.search_turn(world, draw), wanted.search_ring(world)
        mind.spot_x, mind.spot_y = world.place.nearest_free(gx + COS[turn] * ring, gy + SIN[turn] * ring)
        mind.until = world.tick + SEARCH_TICKS
    is_hurried = world.heat.belief != "lost"
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 1.5, runs=is_hurried):
        mind.until = min(mind.until, world.tick + LOOK_AROUND)
        mind.hands.aim = (mind.hands.aim + LOOK_TURN) & 65535
        if mind.until - world.tick < HANDS_AGAIN:  # he has looked all round: nobody
            speech.call(world, person.id, "bark.clear", CLEAR_AGAIN)


def cuff(world: World, person: Person, mind: Mind) -> bool:
    """Goes and handcuffs a crew member who is down or has given up, when no armed one is in sight."""
    if mind.is_visible and not is_boxed_in(world, mind):
        return False
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for who in world.crew_ids:
        other = world.person(who)
        if other.is_present and not other.is_arrested and other.lifted_by < 0 and _is_taken_easily(world, other):
            far = _square(world, who, x, y)
            if far < 900.0 and (best is None or (far, who) < best) and _knows_of(world, person, mind, other, far):
                best = (far, who)
    if best is None:
        return False
    seated = world.person(best[1]).vehicle
    if seated >= 0:
        is_there = job.walk_beside(world, person, mind, world.vehicles[seated])
    else:
        is_there = moving.walk_to(world, person, mind, *world.position(best[1]), 1.1)
    if not is_there and seated >= 0 and best[0] < CHALLENGES * CHALLENGES:
        speech.call(world, person.id, "bark.freeze")
    if is_there:
        if not person.use:
            speech.call(world, person.id, "bark.hands")
        mind.hands.target = best[1]
        mind.hands.buttons |= Button.USE
        moving.look_at(world, mind, *world.position(best[1]))
    return True


def is_boxed_in(world: World, mind: Mind) -> bool:
    """Whether the one he has before him sits in a car that is boxed in, and does not shoot."""
    return world.heat.boxed >= 0 and mind.target >= 0 and world.person(mind.target).vehicle == world.heat.boxed


def holds_fire(world: World, mind: Mind) -> bool:
    """Whether he has nobody before him but people in a car who have not shown a weapon: nobody shoots at a car for not stopping."""
    if mind.target < 0 or world.heat.stage >= SHOTS_FIRED:
        return False
    target = world.person(mind.target)
    return target.vehicle >= 0 and target.gun < 0 and target.side == "crew"


def _knows_of(world: World, person: Person, mind: Mind, other: Person, far: float) -> bool:
    """Whether he sees where that one lies or stands, or has him beside him, or saw him go down."""
    if far < AT_HAND * AT_HAND or (mind.target == other.id and world.tick - mind.seen_tick < FRESH):
        return True
    x, y = world.position(person.id)
    tx, ty = world.position(other.id)
    hit = world.physics.first_hit(x, y, tx, ty, SIGHT_MASK)
    return hit is None or hit[0] == other.vehicle >= 0


def _is_taken_easily(world: World, other: Person) -> bool:
    """Down, or with his hands up, or shut in the back of a vehicle that stands, from where he cannot shoot."""
    if other.vehicle < 0:
        return other.stance in (Stance.DOWN, Stance.HANDS_UP)
    vehicle = world.vehicles[other.vehicle]
    if vehicle.id == world.heat.boxed:
        return True
    if vehicle.still_ticks < STANDS_FOR_GOOD:
        return False
    return other.stance == Stance.DOWN or not world.vehicle_specs[vehicle.id].seats[other.seat].has_window


def _back_to_car(world: World, person: Person, mind: Mind) -> bool:
    """Into the nearest police car that still drives, if there is one near."""
    if world.tick < mind.on_foot_until:
        return False
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for vehicle in world.vehicles:
        if (
            vehicle.is_absent
            or not _drives(vehicle)
            or NOBODY not in vehicle.seats
            or not (vehicle.group.startswith("unit") or vehicle.group in world.blocking)
        ):
            continue
        if sum(1 for pressure in vehicle.tyres if pressure > 0.5) < 3:
            continue
        far = _square(world, vehicle.id, x, y)
        if far < 1600.0 and (best is None or (far, vehicle.id) < best):
            best = (far, vehicle.id)
    if best is None:
        return False
    if job.walk_beside(world, person, mind, world.vehicles[best[1]]):
        mind.hands.target = best[1]
        mind.phase = DRIVE
        moving.press(person, mind, Button.ENTER)
    return True


def patrol_through(world: World, person: Person, mind: Mind, step: PatrolThrough) -> None:
    """Slowly along a route; whoever sees something calls it in and stays."""
    if mind.is_visible and mind.target >= 0:
        dispatch.raise_stage(world, 2, "patrol_saw")
        dispatch.hasten(world, 30.0, "stray_patrol")
        mind.give(Respond(""))
        return
    if person.vehicle >= 0 and person.seat == 0:
        if mind.route != step.route:
            mind.route, mind.route_index = step.route, 0
        if steering.follow(world, mind, world.place.routes[step.route].points, 8.0):
            steering.halt(world, mind)
