"""Who is in the place: comings and goings, and what a body counts as.

Nothing is ever made or unmade while a run lasts: people and vehicles that come later are in the tables from the start,
absent. `settle` derives presence, ability and the body's category after any change of stance, seat or absence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import to_radians
from game.sim.entities import NOBODY, Person, Stance, Vehicle
from game.sim.physics import PARTNER, PERSON, TALL, VEHICLE

if TYPE_CHECKING:
    from game.sim.world import World

SEEN_OVER_HEIGHT = 1.75
"""Metres: one sees over lower vehicles."""


def settle(world: World, person: Person) -> None:
    """Derives presence, ability and the body's category from stance, seat, absence."""
    person.is_present = not (person.is_absent or person.has_left or person.stance == Stance.DEAD)
    person.is_able = person.is_present and not person.is_arrested and person.stance in (Stance.STAND, Stance.CROUCH)
    has_body = (
        not person.is_absent
        and not person.has_left
        and person.vehicle == NOBODY
        and person.lifted_by == NOBODY
        and person.stance not in (Stance.DOWN, Stance.DEAD)
    )
    kind = PERSON | PARTNER if person.side == "crew" else PERSON
    world.physics.set_category(person.id, kind if has_body else 0)
    person.want_buttons = -1
    world.stirred.append(person.id)
    if not has_body:
        world.physics.push(person.id, 0.0, 0.0)


def settle_vehicle(world: World, vehicle: Vehicle) -> None:
    """What a vehicle's body counts as."""
    tall = TALL if world.vehicle_specs[vehicle.id].height > SEEN_OVER_HEIGHT else 0
    world.physics.set_category(vehicle.id, 0 if vehicle.is_absent else VEHICLE | tall)


def set_stance(world: World, person: Person, stance: int) -> None:
    """Changes how somebody holds his body."""
    if person.stance != stance:
        person.stance = stance
        settle(world, person)


def appear(world: World, who: str, at: str = "") -> list[Person]:
    """Brings in an absent person, vehicle or group, where the map has it or at a marker. Returns the people who came.

    A vehicle whose place on the map is taken by another one stays away.
    """
    vehicles = [v for v in world.vehicles if v.is_absent and who in (v.name, v.group)]
    if not at:
        vehicles = [v for v in vehicles if not _is_taken(world, v)]
    for vehicle in vehicles:
        if at:
            x, y, facing = world.spot(at)
            world.physics.place(vehicle.id, x, y, to_radians(facing))
        vehicle.is_absent = False
        settle_vehicle(world, vehicle)
    inside = [v.id for v in vehicles]
    people = [
        p
        for p in world.people
        if p.is_absent
        and (who in (p.name, p.group) or p.vehicle in inside)
        and (p.vehicle == NOBODY or not world.vehicles[p.vehicle].is_absent)
    ]
    for number, person in enumerate(people):
        if at and person.vehicle == NOBODY:
            x, y, facing = world.spot(at)
            x, y = world.place.nearest_free(x + 0.9 * number, y)
            world.physics.place(person.id, x, y, 0.0)
            person.aim = world.minds[person.id].hands.aim = facing
        person.is_absent = False
        settle(world, person)
    return people


def _is_taken(world: World, vehicle: Vehicle) -> bool:
    """Whether another vehicle stands where this one would come to stand."""
    x, y = world.position(vehicle.id)
    half = world.vehicle_specs[vehicle.id].length / 2.0
    for other in world.vehicles:
        if not other.is_absent and other.id != vehicle.id:
            ox, oy = world.position(other.id)
            gap = half + world.vehicle_specs[other.id].width / 2.0
            if (ox - x) * (ox - x) + (oy - y) * (oy - y) < gap * gap:
                return True
    return False


def depart(world: World, person: Person) -> None:
    """Somebody leaves the place for good."""
    person.has_left = True
    settle(world, person)
