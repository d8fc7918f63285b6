"""What beats do to the police and to what they know: clothes, disguise, air unit, closed roads.

Each is a frozen dataclass whose fields are its arguments, as in `actions.py`; `calls.py` has their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.level import GroupName, ItemName, MarkerName, PersonName, VehicleName, ZoneName
from game.sim import dice
from game.sim.ai import steps
from game.sim.entities import NOBODY
from game.sim.mission import speech
from game.sim.systems import cordons, driving, helicopter, spawning, trail, wanted

if TYPE_CHECKING:
    from game.sim.world import World

GAP_CHANCE, ROADBLOCK = 35, 77
"""Of a hundred roadblocks so many have a gap; and what its draw is for among those of chance."""


@dataclass(frozen=True, slots=True)
class ChangeClothes:
    """People change their clothes: whoever is not looking has the wrong description from then on. Masks come off."""

    people: tuple[PersonName, ...]

    def act(self, world: World) -> None:
        for name in self.people:
            wanted.change_clothes(world, world.person_named[name])


@dataclass(frozen=True, slots=True)
class Siren:
    """Sirens and lights of vehicles that have them and are there go on, or off; with `is_silent` the lights alone."""

    vehicles: tuple[VehicleName, ...]
    is_on: bool = True
    is_silent: bool = False

    def act(self, world: World) -> None:
        for name in self.vehicles:
            vehicle = world.vehicle_named[name]
            if world.vehicle_specs[vehicle.id].has_siren and not vehicle.is_absent:
                driving.switch_siren(world, vehicle, self.is_on and not self.is_silent)
                vehicle.lights = self.is_on


@dataclass(frozen=True, slots=True)
class Disguise:
    """People look like somebody who belongs there: they are noticed four times as late, until they break a rule. Or no longer."""

    people: tuple[PersonName, ...]
    is_on: bool = True

    def act(self, world: World) -> None:
        for name in self.people:
            world.person_named[name].disguise = self.is_on


@dataclass(frozen=True, slots=True)
class ReportCar:
    """Somebody has told the police about a vehicle and who sits in it: they look for it, and go where it is now."""

    vehicle: VehicleName

    def act(self, world: World) -> None:
        vehicle = world.vehicle_named[self.vehicle]
        wanted.describe_car(world, vehicle.id)
        world.heat.seen_tick = world.tick
        world.heat.last_x, world.heat.last_y = world.position(vehicle.id)
        trail.told(world, wanted.sighting(world, wanted.CALLER, world.tick, vehicle.seats[0], vehicle.id))


@dataclass(frozen=True, slots=True)
class ReportPerson:
    """Something tells the police where somebody is now (an alarm at a fence, a caller): not who he is, nor where he goes from there."""

    who: PersonName

    def act(self, world: World) -> None:
        world.heat.seen_tick = world.tick
        world.heat.last_x, world.heat.last_y = world.position(world.person_named[self.who].id)


@dataclass(frozen=True, slots=True)
class AirUnit:
    """A helicopter sets out: it comes in over a marker after so many seconds, searches round the last known place with its lamp (by
    night), circles whom it finds and tells it by radio. It sees nobody under a roof or in a shelter."""

    entry: MarkerName
    seconds: float = 120.0
    name: str = "air_unit"

    def act(self, world: World) -> None:
        x, y, _ = world.spot(self.entry)
        helicopter.send(world, x, y, self.seconds, self.name)


@dataclass(frozen=True, slots=True)
class Roadblock:
    """Closes a road where the map has it: groups of cars and officers that were absent stand there from now on, and a spike strip is laid
    at a marker, across the way it faces. In one run of three the car named `gap` has not come yet: that is the way through."""

    groups: tuple[GroupName, ...]
    gap: VehicleName = ""
    strip: ItemName = ""
    strip_at: MarkerName = ""

    def act(self, world: World) -> None:
        is_gap = (
            self.gap
            and dice.draw(world.setup.seed, len(self.gap), dice.Purpose.CHANCE, 0, ROADBLOCK) % 100 < GAP_CHANCE
        )
        for group in self.groups:
            for person in spawning.appear(world, group):
                world.minds[person.id].give(steps.Wait())
        if is_gap:
            _take_out(world, self.gap)
        if self.strip and self.strip_at:
            item = world.item_named[self.strip]
            item.x, item.y, item.facing = world.spot(self.strip_at)
            item.facing = (item.facing + 16384) & 65535
            item.state = "laid"
        speech.radio(world, "radio.roadblock")


@dataclass(frozen=True, slots=True)
class CloseStreet:
    """Closes streets (zones), or opens them again: traffic stops before them or turns off, passers-by stay outside and look. Tape (items of
    the kind `police_tape`) is put across, one at each of the markers `tape_at`, along the line they do not face. `is_cleared` sends off
    whoever is on foot inside: they run for the nearest way out (a marker of the kind `spawn`)."""

    zones: tuple[ZoneName, ...]
    tape: tuple[ItemName, ...] = ()
    tape_at: tuple[MarkerName, ...] = ()
    is_closed: bool = True
    is_cleared: bool = False

    def act(self, world: World) -> None:
        cordons.close(world, self.zones, self.is_closed)
        if self.is_cleared:
            cordons.clear(world, self.zones)
        for name, at in zip(self.tape, self.tape_at, strict=False):
            item = world.item_named[name]
            item.inside_vehicle = item.inside_person = NOBODY
            item.x, item.y, item.facing = world.spot(at)
            item.state = "laid" if self.is_closed else "gone"


def _take_out(world: World, name: str) -> None:
    """The car that has not come, with whoever sits in it."""
    vehicle = world.vehicle_named[name]
    vehicle.is_absent = True
    for who in vehicle.seats:
        if who >= 0:
            world.person(who).is_absent = True
            spawning.settle(world, world.person(who))
    spawning.settle_vehicle(world, vehicle)
