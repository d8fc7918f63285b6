"""What happened in one tick, as frozen data: the only word the sim sends to sound, particles, HUD and splits.

The list is cleared at the start of each step and ordered as things happened. Nothing calls back. `who`, `by`,
`vehicle` are EntityIds (-1 = nobody), positions are metres, angles 65,536ths of a turn.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that happened."""


@dataclass(frozen=True, slots=True)
class ShotFired(Event):
    """A round left a barrel."""

    who: int
    weapon: str
    x: float
    y: float
    aim: int


@dataclass(frozen=True, slots=True)
class DryFire(Event):
    """A trigger was pulled on an empty chamber."""

    who: int


@dataclass(frozen=True, slots=True)
class BulletImpact(Event):
    """A bullet struck something that is not a person."""

    x: float
    y: float
    aim: int
    material: str
    went_through: bool


@dataclass(frozen=True, slots=True)
class Ricochet(Event):
    """A bullet glanced off."""

    x: float
    y: float
    aim: int


@dataclass(frozen=True, slots=True)
class NearMiss(Event):
    """A bullet passed close by somebody."""

    who: int
    distance: float


@dataclass(frozen=True, slots=True)
class PersonHurt(Event):
    """Somebody was wounded."""

    who: int
    by: int
    place: str
    """head, torso, arm or leg."""
    joules: float
    x: float
    y: float
    aim: int


@dataclass(frozen=True, slots=True)
class VestHit(Event):
    """A vest stopped a bullet."""

    who: int
    by: int


@dataclass(frozen=True, slots=True)
class PersonDowned(Event):
    """Somebody fell, wounded, and bleeds."""

    who: int
    by: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PersonKilled(Event):
    """Somebody died."""

    who: int
    by: int
    x: float
    y: float
    cause: str
    """shot, run_over, crash, blast, bled, struck or fire."""


@dataclass(frozen=True, slots=True)
class PersonStruck(Event):
    """Somebody was hit by hand or with a gun's butt."""

    who: int
    by: int


@dataclass(frozen=True, slots=True)
class PersonTied(Event):
    """Somebody's hands were tied."""

    who: int
    by: int


@dataclass(frozen=True, slots=True)
class PersonSurrendered(Event):
    """Somebody put his hands up."""

    who: int
    to: int


@dataclass(frozen=True, slots=True)
class ControlLost(Event):
    """Somebody who was held at gunpoint is not any more."""

    who: int
    unwatched_ticks: int


@dataclass(frozen=True, slots=True)
class ReloadStarted(Event):
    """A magazine came out."""

    who: int
    weapon: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ReloadEnded(Event):
    """A fresh magazine is in."""

    who: int
    weapon: str


@dataclass(frozen=True, slots=True)
class WeaponDrawn(Event):
    """Another weapon came into the hands."""

    who: int
    weapon: str


@dataclass(frozen=True, slots=True)
class Shouted(Event):
    """Somebody shouted at the people before him."""

    who: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class VehicleImpact(Event):
    """Two bodies met hard (`other` -1 = the place)."""

    vehicle: int
    other: int
    joules: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class VehicleStage(Event):
    """A vehicle's damage went up a stage."""

    vehicle: int
    stage: int


@dataclass(frozen=True, slots=True)
class VehicleTipped(Event):
    """A vehicle was thrown on its side."""

    vehicle: int
    by: int


@dataclass(frozen=True, slots=True)
class EngineStalled(Event):
    """An engine stalled or died."""

    vehicle: int


@dataclass(frozen=True, slots=True)
class TyreBurst(Event):
    """A tyre was opened: by a bullet (`cause` "bullet"), spikes ("spikes") or a crash ("crash")."""

    vehicle: int
    tyre: int
    """0 front left, 1 front right, 2 rear left, 3 rear right."""
    cause: str


@dataclass(frozen=True, slots=True)
class GlassBroken(Event):
    """A pane broke."""

    x: float
    y: float
    vehicle: int


@dataclass(frozen=True, slots=True)
class Entered(Event):
    """Somebody got into a vehicle."""

    who: int
    vehicle: int
    seat: int


@dataclass(frozen=True, slots=True)
class Hijacked(Event):
    """Somebody was pulled out of the driver's seat."""

    who: int
    driver: int
    vehicle: int


@dataclass(frozen=True, slots=True)
class ClothesChanged(Event):
    """Somebody wears other clothes from now on; `is_seen` by a policeman, who tells."""

    who: int
    is_seen: bool


@dataclass(frozen=True, slots=True)
class Left(Event):
    """Somebody got out of a vehicle."""

    who: int
    vehicle: int


@dataclass(frozen=True, slots=True)
class SirenSwitched(Event):
    """A siren went on or off."""

    vehicle: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class DoorOpened(Event):
    """A door of the place begins to open (`who` -1 = by itself)."""

    who: int
    door: int
    kind: str
    material: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DoorShut(Event):
    """A door of the place falls shut."""

    door: int
    kind: str
    material: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DoorLocked(Event):
    """Somebody found a door locked."""

    who: int
    door: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DoorBroken(Event):
    """A door was shot, rammed or blown out of its frame."""

    door: int
    material: str
    cause: str
    """bullet, crash or blast."""
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class HornSounded(Event):
    """A horn."""

    vehicle: int


@dataclass(frozen=True, slots=True)
class PlaceSounded(Event):
    """A sound of the place begins: an alarm rings on, a jet comes over."""

    name: str
    sound: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LampsSwitched(Event):
    """Lamps of a group begin to burn, or go out."""

    group: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class ChargePlanted(Event):
    """A charge sticks; it blows after its fuse."""

    who: int
    vehicle: int


@dataclass(frozen=True, slots=True)
class Exploded(Event):
    """A blast."""

    x: float
    y: float
    joules: float
    cause: str


@dataclass(frozen=True, slots=True)
class FireStarted(Event):
    """A vehicle burns."""

    vehicle: int


@dataclass(frozen=True, slots=True)
class Thrown(Event):
    """Something was thrown."""

    who: int
    item: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ItemSearched(Event):
    """A case was gone through."""

    who: int
    item: int
    was_found: bool


@dataclass(frozen=True, slots=True)
class ItemTaken(Event):
    """Something was picked up."""

    who: int
    item: int


@dataclass(frozen=True, slots=True)
class ItemDropped(Event):
    """Something was put down."""

    who: int
    item: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class StripLaid(Event):
    """A spike strip lies across the road."""

    who: int
    item: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class WireSnipped(Event):
    """A wire of a fence was cut."""

    who: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class FenceCut(Event):
    """A gap in a fence is wide enough to get through."""

    who: int
    x: float
    y: float
    facing: int


@dataclass(frozen=True, slots=True)
class UseStarted(Event):
    """Somebody began to do something that takes time."""

    who: int
    verb: str


@dataclass(frozen=True, slots=True)
class Spoken(Event):
    """A line of dialogue, a radio call or a bark."""

    who: str
    """Name of the speaker as shown."""
    line: str
    is_radio: bool


@dataclass(frozen=True, slots=True)
class MaskChanged(Event):
    """Somebody put his mask on, or took it off, with his own hands."""

    who: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class GunHidden(Event):
    """Somebody put his weapon under his coat."""

    who: int


@dataclass(frozen=True, slots=True)
class Suspected(Event):
    """Somebody on duty has seen enough of how somebody behaves."""

    who: int
    by: int


@dataclass(frozen=True, slots=True)
class ItemHanded(Event):
    """A thing went from one man's hands into another's."""

    who: int
    to: int
    item: int


@dataclass(frozen=True, slots=True)
class Filmed(Event):
    """Somebody's face is on a tape now."""

    who: int
    camera: str


@dataclass(frozen=True, slots=True)
class CameraAlarm(Event):
    """Whoever sits before a camera's picture has seen a mask or a gun in it."""

    who: int
    camera: str


@dataclass(frozen=True, slots=True)
class CameraBroken(Event):
    """A camera was shot out."""

    camera: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TapeRead(Event):
    """The police have looked at a tape: so many faces were on it."""

    faces: int


@dataclass(frozen=True, slots=True)
class Cased(Event):
    """One of the crew has noticed something of the place that is good to know: camera, guard, alarm, door or key."""

    kind: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PersonSeized(Event):
    """Somebody was taken by the neck as a shield."""

    who: int
    by: int


@dataclass(frozen=True, slots=True)
class GoalLost(Event):
    """A goal that was open cannot be reached any more: another beat has ruled it out."""

    beat: str


@dataclass(frozen=True, slots=True)
class BeatReached(Event):
    """A beat of the screenplay came: a split."""

    beat: str


@dataclass(frozen=True, slots=True)
class ClockStarted(Event):
    """A clock of the level runs."""

    name: str
    ticks: int


@dataclass(frozen=True, slots=True)
class StageRaised(Event):
    """The police response went up a stage, with its cause."""

    stage: int
    cause: str


@dataclass(frozen=True, slots=True)
class AirUnitArrived(Event):
    """A helicopter comes in over the edge of the map."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TempoChanged(Event):
    """The fight went on to another phase: build, peak, fade or relax."""

    phase: str
    intensity: float


@dataclass(frozen=True, slots=True)
class BeliefChanged(Event):
    """What the police believe of the crew has changed: calm, know, search or lost."""

    belief: str


@dataclass(frozen=True, slots=True)
class BodySwitched(Event):
    """The player took over another member of his crew."""

    who: int


@dataclass(frozen=True, slots=True)
class OrderGiven(Event):
    """A word to the crew."""

    by: int
    to: int
    order: int


@dataclass(frozen=True, slots=True)
class Deafened(Event):
    """Somebody hears nothing for a while."""

    who: int
    ticks: int


@dataclass(frozen=True, slots=True)
class RunEnded(Event):
    """The run is over."""

    result: str
    """escaped, walked, arrested, killed or lost."""
    ending: str
