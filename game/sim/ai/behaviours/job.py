"""Fetch, Charge, Search, Lay, Burn: the work with one's hands, at the stern of a vehicle or in the road.

Used in screenplays as fetch, charge, search, lay, burn. Each goes where `using` offers the deed, then holds USE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import post
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Burn, Charge, Fetch, Lay, Search
from game.sim.angles import COS, FULL_TURN, SIN, direction, from_radians
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.systems import boarding, deeds, fires

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.world import World

STAND_CLEAR = 9.0
ABOUT = 9.0
"""Metres within which another vehicle's middle may lie that stands on a spot."""
SHOULDERS = 0.35
"""Metres that somebody needs beside a vehicle."""
AT_HAND = (1.2, 1.8)
"""Metres about the doors from which they are within reach, wherever in his stride he stops."""


def _do(world: World, person: Person, mind: Mind, verb: str, target: int) -> None:
    """Holds USE for a deed, or DISARM."""
    mind.hands.target = target
    mind.hands.buttons |= Button.USE
    moving.stand(mind)


def _at_stern(world: World, person: Person, mind: Mind, vehicle: Vehicle, across: float = 0.0) -> bool:
    """Goes to the spot behind the doors (or beside it); whether he is there."""
    sx, sy = fires.stern(world, vehicle, 0.9)
    turn = from_radians(world.physics.angle[vehicle.id])
    sx, sy = sx - SIN[turn] * across, sy + COS[turn] * across
    sx, sy = _clear_spot(world, vehicle, *world.place.nearest_free(sx, sy))
    if moving.walk_to(world, person, mind, sx, sy, 0.75):
        moving.look_at(world, mind, *world.position(vehicle.id))
        return True
    return False


def _squared(dx: float, dy: float) -> float:
    return dx * dx + dy * dy


def _clear_spot(world: World, vehicle: Vehicle, x: float, y: float) -> tuple[float, float]:
    """The spot itself; where another vehicle stands on it (a ram leaves them nose to tail) the nearest one from which the doors
    are within reach, if there is any."""
    physics = world.physics
    near = [
        other
        for other in world.vehicles
        if not other.is_absent and _squared(physics.x[other.id] - x, physics.y[other.id] - y) < ABOUT * ABOUT
    ]

    def is_clear(px: float, py: float) -> bool:
        return not world.place.is_blocked(px, py) and all(boarding.gap(world, o, px, py) > SHOULDERS for o in near)

    if is_clear(x, y):
        return x, y
    sx, sy = fires.stern(world, vehicle)
    about = (
        (sx + COS[turn] * radius, sy + SIN[turn] * radius)
        for radius in AT_HAND
        for turn in range(0, FULL_TURN, FULL_TURN // 16)
    )
    clear = [(_squared(px - x, py - y), px, py) for px, py in about if is_clear(px, py)]
    return min(clear)[1:] if clear else (x, y)


def charge(world: World, person: Person, mind: Mind, step: Charge) -> None:
    """Plants it, then stands clear until it has blown."""
    if post.get_out(world, person, mind):
        return
    vehicle = world.vehicle_named[step.vehicle]
    if vehicle.is_open or vehicle.fuse_ticks > 0 or person.charges == 0:
        x, y = fires.stern(world, vehicle)
        if not vehicle.is_open and vehicle.fuse_ticks > 0:
            turn = from_radians(world.physics.angle[vehicle.id])
            moving.walk_to(
                world,
                person,
                mind,
                *world.place.nearest_free(x - SIN[turn] * STAND_CLEAR, y + COS[turn] * STAND_CLEAR),
                1.0,
            )
        else:
            moving.stand(mind)
            moving.look_at(world, mind, x, y)
        return
    if world.speed(vehicle.id) < 0.3:
        if any(d.verb == "plant" for d in deeds.deeds_near(world, person)):
            moving.look_at(world, mind, *world.position(vehicle.id))
            _do(world, person, mind, "plant", vehicle.id)
        else:
            _at_stern(world, person, mind, vehicle)


def fetch(world: World, person: Person, mind: Mind, step: Fetch) -> None:
    """One after the other out of the vehicle, each to a marker of his own."""
    if post.get_out(world, person, mind):
        return
    vehicle = world.vehicle_named[step.vehicle]
    if person.lifting >= 0:
        other = world.person(person.lifting)
        number = step.people.index(other.name) if other.name in step.people else 0
        x, y, _ = world.spot(step.to[number % len(step.to)])
        if moving.walk_to(world, person, mind, x, y, 1.0, runs=False):
            moving.press(person, mind, Button.DROP)
        return
    if not vehicle.is_open:
        sx, sy = fires.stern(world, vehicle, 7.0)
        moving.walk_to(world, person, mind, *world.place.nearest_free(sx + 2.0 * (person.id % 2), sy), 1.5)
        return
    waiting = [
        n for n in step.people if world.person_named[n].vehicle == vehicle.id and world.person_named[n].is_present
    ]
    free = [n for n in waiting if not _is_taken(world, person, world.person_named[n].id)]
    if free:
        if any(d.verb == "drag" for d in deeds.deeds_near(world, person)):
            moving.look_at(world, mind, *world.position(vehicle.id))
            _do(world, person, mind, "drag", world.person_named[free[0]].id)
        else:
            _at_stern(world, person, mind, vehicle, 0.9 if person.id % 2 else -0.9)
        return
    held = [world.person_named[n] for n in step.people if world.person_named[n].stance == Stance.KNEEL]
    if held:
        weakest = min(held, key=lambda p: (p.control, p.id))
        moving.stand(mind)
        moving.look_at(world, mind, *world.position(weakest.id))
        mind.hands.buttons |= Button.AIM


def _is_taken(world: World, person: Person, who: int) -> bool:
    return any(p.use == "drag" and p.use_target == who and p.id != person.id for p in world.people)


def search(world: World, person: Person, mind: Mind, step: Search) -> None:
    """The route sheet first if he stands by its bearer anyway; the cases; then cash, bag by bag, into the getaway's hands."""
    if post.get_out(world, person, mind):
        return
    vehicle = world.vehicle_named[step.vehicle]
    if not vehicle.is_open:
        sx, sy = fires.stern(world, vehicle, 7.0)
        moving.walk_to(world, person, mind, *world.place.nearest_free(sx, sy + 2.0), 1.5)
        return
    if any(who >= 0 and world.person(who).side != person.side for who in vehicle.seats):
        sx, sy = fires.stern(world, vehicle, 3.5)
        moving.walk_to(world, person, mind, *world.place.nearest_free(sx, sy), 1.2)
        return
    found = any(item.is_found for item in world.items if item.kind == "case")
    if not found:
        # whoever is near enough begins: people on their knees may stand in the way of the best spot
        here = [d for d in deeds.deeds_near(world, person) if d.verb == "search"]
        if here:
            moving.look_at(world, mind, *world.position(vehicle.id))
            _do(world, person, mind, "search", here[0].target)
        else:
            _at_stern(world, person, mind, vehicle, -0.5)
        return
    if not step.takes_cash or person.item >= 0:
        moving.stand(mind)
    elif _at_stern(world, person, mind, vehicle, 0.5):
        here = [d for d in deeds.deeds_near(world, person) if d.verb == "take"]
        if here:
            _do(world, person, mind, "take", here[0].target)


def lay(world: World, person: Person, mind: Mind, step: Lay) -> None:
    """Fetches the strip from wherever it is, goes to the zone, and lays it across."""
    item = world.item_named[step.item]
    if item.state == "laid" or item.state == "used":
        moving.stand(mind)
        return
    if person.vehicle >= 0 and post.get_out(world, person, mind):
        return
    if person.item != item.id:
        if item.state == "carried":
            moving.stand(mind)
            return
        if item.inside_vehicle >= 0:
            _take_from_vehicle(world, person, mind, item.inside_vehicle, item.id)
        elif moving.walk_to(world, person, mind, item.x, item.y, 1.0):
            _do(world, person, mind, "take", deeds.ITEM_TARGET + item.id)
        return
    zone = world.zones[step.zone]
    x, y = zone.middle
    if moving.walk_to(world, person, mind, x, y, 1.0):
        wide = zone.right - zone.left > zone.bottom - zone.top
        mind.hands.aim = direction(0.0, 1.0) if wide else direction(1.0, 0.0)
        _do(world, person, mind, "lay", deeds.ITEM_TARGET + item.id)


def _take_from_vehicle(world: World, person: Person, mind: Mind, number: int, item: int) -> None:
    vehicle = world.vehicles[number]
    x, y = world.position(person.id)
    if boarding.gap(world, vehicle, x, y) < 1.3:
        moving.look_at(world, mind, *world.position(number))
        _do(world, person, mind, "take", deeds.ITEM_TARGET + item)
        return
    walk_beside(world, person, mind, vehicle)


def walk_beside(world: World, person: Person, mind: Mind, vehicle: Vehicle, seat: int = 0) -> bool:
    """Walks to the nearer long side of a vehicle (or to a seat's door); whether he is within reach."""
    spec = world.vehicle_specs[vehicle.id]
    vx, vy = world.position(vehicle.id)
    turn = from_radians(world.physics.angle[vehicle.id])
    px, py = world.position(person.id)
    if boarding.gap(world, vehicle, px, py) < 1.1:
        moving.stand(mind)
        return True
    along = spec.seats[seat].x if seat < len(spec.seats) else 0.0
    side = spec.width / 2.0 + 0.8
    best = (1e18, vx, vy)
    for across in (side, -side):
        x, y = vx + COS[turn] * along - SIN[turn] * across, vy + SIN[turn] * along + COS[turn] * across
        if not world.place.is_blocked(x, y):
            best = min(best, ((x - px) * (x - px) + (y - py) * (y - py), x, y))
    return moving.walk_to(world, person, mind, best[1], best[2], 0.8)


def burn(world: World, person: Person, mind: Mind, step: Burn) -> None:
    """Takes the firebomb with him out of the vehicle it lies in, and lights that one or another."""
    vehicle = world.vehicle_named[step.vehicle]
    item = world.item_named[step.item]
    if vehicle.burning_ticks > 0 or item.state == "used":
        moving.stand(mind)
        return
    if post.get_out(world, person, mind):
        return
    if person.item != item.id:
        if person.item >= 0:
            moving.press(person, mind, Button.DROP)
            return
        if item.inside_vehicle >= 0:
            _take_from_vehicle(world, person, mind, item.inside_vehicle, item.id)
        elif moving.walk_to(world, person, mind, item.x, item.y, 1.0):
            _do(world, person, mind, "take", deeds.ITEM_TARGET + item.id)
        return
    if walk_beside(world, person, mind, vehicle):
        _do(world, person, mind, "light", vehicle.id)
