"""WHEN a beat comes: one frozen dataclass a kind of trigger; its docstring is the manual's text.

A trigger only reads the world. `since` is the tick at which the beat began to wait for it. Owns no state.
Called by the director; built by `calls.bind` from what a screenplay says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.content.level import (
    BeatName,
    DoorName,
    FactName,
    ItemName,
    PersonName,
    VehicleName,
    ZoneName,
)
from game.content.specs import TICKS_PER_SECOND
from game.sim.entities import Stance
from game.sim.mission import fates
from game.sim.systems import lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

_HARMLESS = (Stance.TIED, Stance.DOWN, Stance.DEAD)


class Trigger(Protocol):
    """Something that holds or does not hold in the world as it is now."""

    def holds(self, world: World, since: int) -> bool:
        """Whether it holds; `since` is the tick from which the beat has been waiting."""
        ...


@dataclass(frozen=True, slots=True)
class Seconds:
    """So many seconds have gone by since the beats before it came."""

    after: float

    def holds(self, world: World, since: int) -> bool:
        return world.tick - since >= self.after * TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class VehicleInZone:
    """A vehicle's middle is inside a zone; with `is_stopped` it must also stand still."""

    vehicle: VehicleName
    zone: ZoneName
    is_stopped: bool = False

    def holds(self, world: World, since: int) -> bool:
        vehicle = world.vehicle_named[self.vehicle]
        if vehicle.is_absent or not world.zones[self.zone].contains(*world.position(vehicle.id)):
            return False
        return not self.is_stopped or world.speed(vehicle.id) < 0.6


@dataclass(frozen=True, slots=True)
class PersonInZone:
    """Somebody, alive, is inside a zone (on foot or in a vehicle)."""

    who: PersonName
    zone: ZoneName

    def holds(self, world: World, since: int) -> bool:
        person = world.person_named[self.who]
        return person.is_present and world.zones[self.zone].contains(*world.position(person.id))


@dataclass(frozen=True, slots=True)
class DistanceBelow:
    """Two people or vehicles are nearer to each other than so many metres."""

    of: str
    to: str
    metres: float

    def holds(self, world: World, since: int) -> bool:
        ax, ay = world.position(world.entity_named(self.of))
        bx, by = world.position(world.entity_named(self.to))
        return (ax - bx) * (ax - bx) + (ay - by) * (ay - by) < self.metres * self.metres


@dataclass(frozen=True, slots=True)
class Stopped:
    """A vehicle has stood still for so many seconds."""

    vehicle: VehicleName
    seconds: float = 0.5

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].still_ticks >= self.seconds * TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Stuck:
    """A vehicle with somebody at its wheel has got no farther than five metres for so many seconds, standing or shunting to and fro."""

    vehicle: VehicleName
    seconds: float = 10.0

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].here_ticks >= self.seconds * TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Tipped:
    """A vehicle lies on its side."""

    vehicle: VehicleName

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].is_on_side


@dataclass(frozen=True, slots=True)
class Disabled:
    """A vehicle cannot drive any more: on its side, wrecked, its engine dead, or held at a standstill with nobody at the wheel."""

    vehicle: VehicleName

    def holds(self, world: World, since: int) -> bool:
        vehicle = world.vehicle_named[self.vehicle]
        return vehicle.is_on_side or not vehicle.has_engine or vehicle.stage >= 4


@dataclass(frozen=True, slots=True)
class Rammed:
    """The last vehicle that ran into a vehicle is this one."""

    vehicle: VehicleName
    by: VehicleName

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].hit_by == world.vehicle_named[self.by].id


@dataclass(frozen=True, slots=True)
class Opened:
    """A vehicle's cargo doors stand open."""

    vehicle: VehicleName

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].is_open


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """A door of the place stands open, or is broken; with `is_open` false: it is shut."""

    door: DoorName
    is_open: bool = True

    def holds(self, world: World, since: int) -> bool:
        door = world.door_named[self.door]
        way = world.place.doorways[door.id]
        stands_open = door.is_broken or (2 * door.swing >= way.kind.swing_ticks and not door.is_locked)
        return stands_open == self.is_open


@dataclass(frozen=True, slots=True)
class Out:
    """All of these people are out of a vehicle, or dead."""

    people: tuple[PersonName, ...]
    vehicle: VehicleName

    def holds(self, world: World, since: int) -> bool:
        inside = world.vehicle_named[self.vehicle].id
        people = (world.person_named[name] for name in self.people)
        return all(person.vehicle != inside or person.stance == Stance.DEAD for person in people)


@dataclass(frozen=True, slots=True)
class Held:
    """At least so many of these people are held at gunpoint, tied, or down wounded. The dead are nobody's prisoners."""

    people: tuple[PersonName, ...]
    at_least: int

    def holds(self, world: World, since: int) -> bool:
        still = (Stance.KNEEL, Stance.TIED, Stance.DOWN)
        return sum(1 for name in self.people if world.person_named[name].stance in still) >= self.at_least


@dataclass(frozen=True, slots=True)
class Aboard:
    """Everybody of the crew who is alive and not left behind sits in a vehicle; with `who`, these people."""

    vehicle: VehicleName
    who: tuple[PersonName, ...] = ()
    at_least: int = 0
    """0 = all of them; else a wounded man who was carried in counts, too."""

    def holds(self, world: World, since: int) -> bool:
        inside = world.vehicle_named[self.vehicle].id
        names = self.who or world.crew_names
        people = [world.person_named[name] for name in names]
        living = [person for person in people if person.stance != Stance.DEAD and not person.is_arrested]
        able = [person for person in living if person.stance != Stance.DOWN]
        there = sum(1 for person in able if person.vehicle == inside)
        carried = sum(1 for person in living if person.stance == Stance.DOWN and person.vehicle == inside)
        return there > 0 and (there + carried >= self.at_least if self.at_least else there >= len(able))


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for has been found: the item that a chance picked, or a named one."""

    item: ItemName

    def holds(self, world: World, since: int) -> bool:
        return world.item_named[self.item].is_found


@dataclass(frozen=True, slots=True)
class ClockBelow:
    """A clock of the level runs and shows less than so many seconds."""

    clock: str
    seconds: float

    def holds(self, world: World, since: int) -> bool:
        end = world.mission.clocks.get(self.clock)
        return end is not None and end - world.tick < self.seconds * TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Counted:
    """A counter of the run has reached a number (killed, police_killed, civilians_hurt, shots, spiked, bags_out, crew_lost, struck ...)."""

    counter: str
    at_least: int = 1

    def holds(self, world: World, since: int) -> bool:
        return world.mission.counters.get(self.counter, 0) >= self.at_least


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact has a value: drawn by a chance, carried from an earlier scene, or set by an action."""

    name: FactName
    equals: str

    def holds(self, world: World, since: int) -> bool:
        return self.equals in world.mission.facts.get(self.name, ())


@dataclass(frozen=True, slots=True)
class Died:
    """At least so many of these people are dead; with no names: of the crew."""

    people: tuple[PersonName, ...] = ()
    at_least: int = 1

    def holds(self, world: World, since: int) -> bool:
        names = self.people or world.crew_names
        return sum(1 for name in names if fates.is_dead(world.person_named[name])) >= self.at_least


@dataclass(frozen=True, slots=True)
class Arrested:
    """At least so many of these people live and are in handcuffs; with no names: of the crew."""

    people: tuple[PersonName, ...] = ()
    at_least: int = 1

    def holds(self, world: World, since: int) -> bool:
        names = self.people or world.crew_names
        return sum(1 for name in names if fates.is_taken(world.person_named[name])) >= self.at_least


@dataclass(frozen=True, slots=True)
class Fired:
    """Somebody has fired a shot."""

    who: PersonName

    def holds(self, world: World, since: int) -> bool:
        return world.person_named[self.who].shots > 0


@dataclass(frozen=True, slots=True)
class TemperOver:
    """Somebody's temper is above a level, 0 to 1."""

    who: PersonName
    level: float

    def holds(self, world: World, since: int) -> bool:
        person = world.person_named[self.who]
        return person.temper > self.level and person.is_able


@dataclass(frozen=True, slots=True)
class Unseen:
    """No policeman has seen anybody of the crew, or the vehicle they sit in, for so many seconds."""

    seconds: float

    def holds(self, world: World, since: int) -> bool:
        return world.tick - world.heat.seen_tick >= self.seconds * TICKS_PER_SECOND


@dataclass(frozen=True, slots=True)
class StageAtLeast:
    """The police response has reached a stage, 0 to 5."""

    stage: int

    def holds(self, world: World, since: int) -> bool:
        return world.heat.stage >= self.stage


@dataclass(frozen=True, slots=True)
class Burning:
    """A vehicle burns."""

    vehicle: VehicleName

    def holds(self, world: World, since: int) -> bool:
        return world.vehicle_named[self.vehicle].burning_ticks > 0


@dataclass(frozen=True, slots=True)
class Laid:
    """A spike strip lies across the road."""

    item: ItemName

    def holds(self, world: World, since: int) -> bool:
        return world.item_named[self.item].state == "laid"


@dataclass(frozen=True, slots=True)
class Carried:
    """At least so many of some items are in hands of the crew, or of some of them (with 0: all of them)."""

    items: tuple[ItemName, ...]
    at_least: int = 0
    who: tuple[PersonName, ...] = ()

    def holds(self, world: World, since: int) -> bool:
        items = [world.item_named[name] for name in self.items]
        carriers = [world.person(item.carrier) for item in items if item.state == "carried"]
        carried = sum(1 for one in carriers if (one.name in self.who if self.who else one.side == "crew"))
        return carried >= (self.at_least or len(items))


@dataclass(frozen=True, slots=True)
class ItemInZone:
    """A thing lies in a zone: put down or not yet touched, in nobody's hands."""

    item: ItemName
    zone: ZoneName

    def holds(self, world: World, since: int) -> bool:
        item = world.item_named[self.item]
        return item.state in ("lying", "shelved", "locked") and world.zones[self.zone].contains(item.x, item.y)


@dataclass(frozen=True, slots=True)
class BroughtOut:
    """At least so many of some things are out of a zone: put down elsewhere, or in hands beyond a larger one round it."""

    items: tuple[ItemName, ...]
    zone: ZoneName
    beyond: ZoneName
    at_least: int = 1

    def holds(self, world: World, since: int) -> bool:
        items = [world.item_named[name] for name in self.items]
        zones = [world.zones[self.beyond if item.state == "carried" else self.zone] for item in items]
        inside = [zone.contains(item.x, item.y) for item, zone in zip(items, zones, strict=True)]
        return inside.count(False) >= self.at_least


@dataclass(frozen=True, slots=True)
class Secured:
    """At least so many of these people are tied, down or dead: nobody needs to watch them any more."""

    people: tuple[PersonName, ...]
    at_least: int

    def holds(self, world: World, since: int) -> bool:
        return sum(1 for name in self.people if world.person_named[name].stance in _HARMLESS) >= self.at_least


@dataclass(frozen=True, slots=True)
class Suspicious:
    """Somebody's conduct has raised suspicion to a level, 0 to 1, in the eyes of a guard or policeman who sees no gun and no mask."""

    who: PersonName
    level: float = 1.0

    def holds(self, world: World, since: int) -> bool:
        return world.person_named[self.who].suspicion >= self.level


@dataclass(frozen=True, slots=True)
class TyreOut:
    """A vehicle has lost the air of at least so many tyres."""

    vehicle: VehicleName
    at_least: int = 1

    def holds(self, world: World, since: int) -> bool:
        return sum(1 for pressure in world.vehicle_named[self.vehicle].tyres if pressure < 0.5) >= self.at_least


@dataclass(frozen=True, slots=True)
class Shielded:
    """Somebody holds another one before his body as a shield."""

    who: PersonName

    def holds(self, world: World, since: int) -> bool:
        return lines_of_fire.has_shield(world, world.person_named[self.who])


@dataclass(frozen=True, slots=True)
class CrewOut:
    """Nobody of the crew is able any more: all dead, down or arrested. Whoever stands with his hands up is waited for."""

    def holds(self, world: World, since: int) -> bool:
        crew = [world.person_named[name] for name in world.crew_names]
        return not any(one.is_able or (one.stance == Stance.HANDS_UP and not one.is_arrested) for one in crew)


@dataclass(frozen=True, slots=True)
class Came:
    """A beat has come."""

    beat: BeatName

    def holds(self, world: World, since: int) -> bool:
        return self.beat in world.mission.reached


@dataclass(frozen=True, slots=True)
class All:
    """All of several triggers hold."""

    of: tuple[Trigger, ...]

    def holds(self, world: World, since: int) -> bool:
        return all(trigger.holds(world, since) for trigger in self.of)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several triggers holds."""

    of: tuple[Trigger, ...]

    def holds(self, world: World, since: int) -> bool:
        return any(trigger.holds(world, since) for trigger in self.of)


@dataclass(frozen=True, slots=True)
class Not:
    """A trigger does not hold."""

    it: Trigger

    def holds(self, world: World, since: int) -> bool:
        return not self.it.holds(world, since)
