"""Actions that set the place as a story wants it found: who is where, what lies where, who is tied, who gathers.

For the `do` of a side (before the first tick) as for beats. Built by `calls.bind` from what a screenplay says; each docstring
is the manual's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.level import ItemName, MarkerName, MaterialName, PersonName, VehicleName, ZoneName
from game.sim.ai.steps import Gawk
from game.sim.entities import NOBODY, Stance
from game.sim.systems import boarding, carrying, spawning

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

CROWD_REACH = 40.0


@dataclass(frozen=True, slots=True)
class Place:
    """Puts somebody where the story wants him found: at a marker, or in a vehicle's seat (the first free one if none is named).

    Whoever was absent is there from then on; so is the vehicle.
    """

    who: PersonName
    at: MarkerName = ""
    vehicle: VehicleName = ""
    seat: str = ""

    def act(self, world: World) -> None:
        person = world.person_named[self.who]
        if person.vehicle >= 0:
            boarding.leave(world, person)
        person.is_absent = False
        if self.vehicle:
            self._sit(world, person)
        elif self.at:
            x, y, facing = world.spot(self.at)
            world.physics.place(person.id, *world.place.nearest_free(x, y), 0.0)
            person.aim = person.heading = world.minds[person.id].hands.aim = facing
        spawning.settle(world, person)

    def _sit(self, world: World, person: Person) -> None:
        vehicle = world.vehicle_named[self.vehicle]
        if vehicle.is_absent:
            vehicle.is_absent = False
            spawning.settle_vehicle(world, vehicle)
        seats = world.vehicle_specs[vehicle.id].seats
        free = [number for number, who in enumerate(vehicle.seats) if who == NOBODY]
        wanted = [number for number in free if seats[number].name == self.seat] or free
        if wanted:
            boarding.seat(world, person, vehicle, wanted[0])
            world.physics.place(person.id, *world.position(vehicle.id), 0.0)


@dataclass(frozen=True, slots=True)
class Put:
    """Puts a thing down at a marker, or into somebody's hands."""

    item: ItemName
    at: MarkerName = ""
    who: PersonName = ""

    def act(self, world: World) -> None:
        item = world.item_named[self.item]
        item.inside_vehicle = item.inside_person = NOBODY
        if self.who:
            item.state = "lying"
            carrying.take(world, world.person_named[self.who], item)
        elif self.at:
            item.state = "lying"
            item.x, item.y, item.facing = world.spot(self.at)


@dataclass(frozen=True, slots=True)
class Tie:
    """People's hands are tied: guards whom the crew had dealt with before this side of the story begins."""

    people: tuple[PersonName, ...]

    def act(self, world: World) -> None:
        for name in self.people:
            person = world.person_named[name]
            person.guns, person.gun = [], -1
            person.is_frisked, person.has_hidden_gun = True, False
            spawning.set_stance(world, person, Stance.TIED)


@dataclass(frozen=True, slots=True)
class Vest:
    """People wear another vest than they usually do, under their coat: one of woven stuff, or plates; without `material` none."""

    people: tuple[PersonName, ...]
    material: MaterialName = ""

    def act(self, world: World) -> None:
        for name in self.people:
            world.person_named[name].vest = self.material


@dataclass(frozen=True, slots=True)
class EmptyTrunk:
    """No long gun lies in these vehicles' trunks: whoever came in them has what he wears."""

    vehicles: tuple[VehicleName, ...]

    def act(self, world: World) -> None:
        for name in self.vehicles:
            world.vehicle_named[name].trunk = []


@dataclass(frozen=True, slots=True)
class Gather:
    """So many bystanders who are about come to look, and stand in a half circle in a zone: a crowd behind a tape."""

    zone: ZoneName
    people: int = 12

    def act(self, world: World) -> None:
        x, y = world.zones[self.zone].middle
        near: list[tuple[float, int]] = []
        for person in world.people:
            if person.side == "civilian" and person.is_able and person.vehicle < 0 and person.fear < 0.3:
                px, py = world.position(person.id)
                far = (px - x) * (px - x) + (py - y) * (py - y)
                if far < CROWD_REACH * CROWD_REACH:
                    near.append((far, person.id))
        near.sort()
        for _, who in near[: self.people]:
            world.minds[who].give(Gawk(self.zone))
