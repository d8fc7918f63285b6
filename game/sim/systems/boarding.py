"""Getting into and out of vehicles, and hijacking them.

Owns who sits where. Reads the ENTER button of people (with AIM held: not to the wheel, or inside from another seat to it);
places them beside a door when they leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.ai import steps
from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import NOBODY, Person, Stance, Vehicle
from game.sim.input_frame import Button
from game.sim.systems import driving, spawning

if TYPE_CHECKING:
    from game.sim.world import World

REACH = 1.6
"""Metres from a vehicle's side within which one gets in."""
YELL = 16.0
"""Metres within which one hears a driver who is pulled out."""
HANGS_TICKS = 120
"""Two seconds for which a driver who has just been hit hangs in the wheel: the car goes where it likes until he is off it."""
FASTEST_TO_ENTER = 2.5
FASTEST_TO_LEAVE = 6.0


def advance(world: World) -> None:
    """Everybody who pressed ENTER this tick gets in or out."""
    for who in world.pressed:
        person = world.person(who)
        if person.pressed & Button.ENTER and person.is_able:
            if person.vehicle >= 0:
                if person.buttons & Button.AIM or has_lost_its_driver(world, person):
                    take_the_wheel(world, person)
                elif world.speed(person.vehicle) < FASTEST_TO_LEAVE:
                    leave(world, person)
            else:
                vehicle = nearest(world, person)
                if vehicle is not None:
                    enter(world, person, vehicle, _passenger_seat(vehicle) if person.buttons & Button.AIM else -1)


def gap(world: World, vehicle: Vehicle, x: float, y: float) -> float:
    """Metres from a point to the vehicle's outline (0 inside)."""
    spec = world.vehicle_specs[vehicle.id]
    physics = world.physics
    turn = from_radians(physics.angle[vehicle.id])
    dx, dy = x - physics.x[vehicle.id], y - physics.y[vehicle.id]
    along = abs(dx * COS[turn] + dy * SIN[turn]) - spec.length / 2.0
    across = abs(dy * COS[turn] - dx * SIN[turn]) - spec.width / 2.0
    return max(along, across, 0.0)


def nearest(world: World, person: Person) -> Vehicle | None:
    """The vehicle somebody would get into: the target of his frame if in reach, else the nearest one with a seat for him."""
    if person.item >= 0 and world.items[person.item].kind == "man":
        return None
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for vehicle in world.vehicles:
        if vehicle.is_absent or vehicle.is_on_side or vehicle.is_locked or vehicle.burning_ticks > 0:
            continue
        dx, dy = world.physics.x[vehicle.id] - x, world.physics.y[vehicle.id] - y
        if dx * dx + dy * dy > 64.0:
            continue
        far = gap(world, vehicle, x, y)
        if far > REACH or world.speed(vehicle.id) > FASTEST_TO_ENTER or free_seat(world, person, vehicle) < 0:
            continue
        if vehicle.id == person.target:
            return vehicle
        if best is None or (far, vehicle.id) < best:
            best = (far, vehicle.id)
    return world.vehicles[best[1]] if best is not None else None


def free_seat(world: World, person: Person, vehicle: Vehicle) -> int:
    """The seat he would take: the wheel if it is free or a stranger sits there who can be pulled out; -1 = none."""
    for seat, who in enumerate(vehicle.seats):
        if who == NOBODY or (seat == 0 and _can_pull_out(world, person, who)):
            return seat
    return -1


def _passenger_seat(vehicle: Vehicle) -> int:
    """The first free seat that is not the driver's: taken by who aims as he gets in; -1 = none."""
    for number in range(1, len(vehicle.seats)):
        if vehicle.seats[number] == NOBODY:
            return number
    return -1


def _can_pull_out(world: World, person: Person, who: int) -> bool:
    return person.side == "crew" and world.person(who).side == "civilian"


def wheel_is_free(world: World, person: Person) -> bool:
    """Whether a passenger could take the wheel: nobody has it, or somebody who is out of it and has been got off it by now."""
    number = world.vehicles[person.vehicle].seats[0]
    if person.seat <= 0 or number == NOBODY:
        return person.seat > 0
    driver = world.person(number)
    return not driver.is_able and world.tick - driver.hit_tick >= HANGS_TICKS


def has_lost_its_driver(world: World, person: Person) -> bool:
    """Whether somebody sits beside him at the wheel who can drive no more."""
    driver = world.vehicles[person.vehicle].seats[0]
    return person.seat > 0 and driver != NOBODY and not world.person(driver).is_able


def take_the_wheel(world: World, person: Person) -> None:
    """A passenger moves over behind the wheel; whoever hangs in it is pushed into the seat that gets free."""
    if not wheel_is_free(world, person):
        return
    vehicle, old = world.vehicles[person.vehicle], person.seat
    driver = vehicle.seats[0]
    vehicle.seats[0], vehicle.seats[old] = person.id, driver
    person.seat = 0
    if driver != NOBODY:
        world.person(driver).seat = old
    vehicle.is_settled = False
    driving.wake(world, vehicle.id)
    world.emit(events.Entered(person.id, vehicle.id, 0))


def seat(world: World, person: Person, vehicle: Vehicle, number: int) -> None:
    """Puts somebody into a seat."""
    vehicle.seats[number] = person.id
    person.vehicle, person.seat = vehicle.id, number
    vehicle.is_settled = False
    driving.wake(world, vehicle.id)
    spawning.settle(world, person)


def enter(world: World, person: Person, vehicle: Vehicle, wanted: int = -1) -> bool:
    """Gets in; a civilian at the wheel is pulled out. Returns whether it worked."""
    number = wanted if wanted >= 0 and vehicle.seats[wanted] == NOBODY else free_seat(world, person, vehicle)
    if number < 0:
        return False
    sitting = vehicle.seats[number]
    if sitting != NOBODY:
        driver = world.person(sitting)
        leave(world, driver)
        driver.fear = 1.0
        vehicle.is_traffic = False
        world.count("hijacked")
        world.emit(events.Hijacked(person.id, sitting, vehicle.id))
        world.make_noise(*world.position(sitting), YELL, "shout", sitting)
        world.minds[sitting].give(steps.Report(vehicle.name))
    if person.lifting >= 0:
        _load_lifted(world, person, vehicle)
    seat(world, person, vehicle, number)
    world.emit(events.Entered(person.id, vehicle.id, number))
    return True


def _load_lifted(world: World, person: Person, vehicle: Vehicle) -> None:
    """Whoever was carried comes along, if there is a seat."""
    carried = world.person(person.lifting)
    carried.lifted_by = NOBODY
    person.lifting = NOBODY
    for number in range(len(vehicle.seats) - 1, 0, -1):
        if vehicle.seats[number] == NOBODY:
            seat(world, carried, vehicle, number)
            return
    spawning.settle(world, carried)


def leave(world: World, person: Person) -> None:
    """Gets out at the seat's door, or wherever beside the vehicle there is room."""
    vehicle = world.vehicles[person.vehicle]
    vehicle.seats[person.seat] = NOBODY
    x, y = door_spot(world, vehicle, person.seat)
    person.vehicle, person.seat = NOBODY, -1
    world.physics.place(person.id, x, y, 0.0)
    spawning.settle(world, person)
    world.emit(events.Left(person.id, vehicle.id))


def door_spot(world: World, vehicle: Vehicle, number: int) -> tuple[float, float]:
    """Where one stands after getting out of a seat: beside its door, else beside another, where nothing is in the way."""
    spec = world.vehicle_specs[vehicle.id]
    x, y, turn = world.physics.x[vehicle.id], world.physics.y[vehicle.id], from_radians(world.physics.angle[vehicle.id])
    chair = spec.seats[number]
    side = spec.width / 2.0 + 0.55
    spots = {"left": (chair.x, -side), "right": (chair.x, side), "rear": (-spec.length / 2.0 - 0.7, 0.0)}
    order = [spots[chair.door], spots["left"], spots["right"], spots["rear"], (spec.length / 2.0 + 0.7, 0.0)]
    for along, across in order:
        px = x + along * COS[turn] - across * SIN[turn]
        py = y + along * SIN[turn] + across * COS[turn]
        if not world.place.is_blocked(px, py) and not _is_occupied(world, px, py, vehicle.id):
            return px, py
    along, across = order[0]
    return world.place.nearest_free(
        x + along * COS[turn] - across * SIN[turn], y + along * SIN[turn] + across * COS[turn]
    )


def _is_occupied(world: World, x: float, y: float, but: int) -> bool:
    return any(v.id != but and not v.is_absent and gap(world, v, x, y) < 0.3 for v in world.vehicles)


def throw_out(world: World, vehicle: Vehicle) -> None:
    """Everybody who is able gets out (a burning or tipped vehicle)."""
    for who in list(vehicle.seats):
        if who >= 0 and world.person(who).stance in (Stance.STAND, Stance.CROUCH):
            leave(world, world.person(who))
