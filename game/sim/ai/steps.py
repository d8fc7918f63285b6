"""WHAT somebody does of his own accord: the steps a plan or an order may name, as frozen dataclasses.

A step says what, never how: the behaviour of the same name in `behaviours/` says how. Docstrings are the manual's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.level import DoorName, ItemName, MarkerName, PersonName, RouteName, VehicleName, ZoneName


@dataclass(frozen=True, slots=True)
class Step:
    """Anything a mind can be told to do."""


@dataclass(frozen=True, slots=True)
class Wait(Step):
    """Stays where he is, sitting or standing."""


@dataclass(frozen=True, slots=True)
class DriveRoute(Step):
    """Drives a route to its end and stops there (on it as fast as the route says, or as `speed`)."""

    route: RouteName
    speed: float = 0.0
    is_siren: bool = False


@dataclass(frozen=True, slots=True)
class DriveInto(Step):
    """Drives a vehicle into another one at full speed, once that one stands still (or at once, if `is_patient` is false)."""

    target: VehicleName
    route: RouteName = ""
    is_patient: bool = True


@dataclass(frozen=True, slots=True)
class Tail(Step):
    """Drives behind a vehicle at a distance, along a route, and stops when it stops."""

    target: VehicleName
    route: RouteName
    metres: float = 35.0


@dataclass(frozen=True, slots=True)
class Hold(Step):
    """Goes to a zone, takes cover in it and watches towards a place, weapon ready; stops bystanders and callers near it."""

    zone: ZoneName
    towards: str = ""
    at: MarkerName = ""


@dataclass(frozen=True, slots=True)
class Watch(Step):
    """Stands by people who are held and keeps a gun on them; with no names, by everybody who is held about his post."""

    people: tuple[PersonName, ...] = ()
    at: MarkerName = ""


@dataclass(frozen=True, slots=True)
class Fetch(Step):
    """Drags people out of an opened vehicle, one by one, and puts them on their knees at markers."""

    people: tuple[PersonName, ...]
    vehicle: VehicleName
    to: tuple[MarkerName, ...]


@dataclass(frozen=True, slots=True)
class Secure(Step):
    """Goes from one held person to the next: takes his gun, looks through his pockets, ties him while he has ties."""

    people: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class Take(Step):
    """Takes the nearest of some things that nobody has; what lies loose on a shelf is packed first, which takes its seconds."""

    items: tuple[ItemName, ...]


@dataclass(frozen=True, slots=True)
class Deliver(Step):
    """Takes a thing, carries it to a marker and puts it down there; another bag that he has in his hands he puts down there first."""

    item: ItemName
    to: MarkerName


@dataclass(frozen=True, slots=True)
class Relay(Step):
    """Takes a thing, goes to somebody of his own side with it and puts it into his hands; then he has done his part."""

    item: ItemName
    to: PersonName


@dataclass(frozen=True, slots=True)
class Listen(Step):
    """Stays where he is, by the scanner: what is said on the police's radio (`say` with `on_scanner`) reaches his friends."""


@dataclass(frozen=True, slots=True)
class Walk(Step):
    """Walks to a marker like anybody else, and waits there."""

    at: MarkerName


@dataclass(frozen=True, slots=True)
class Charge(Step):
    """Plants a charge on a vehicle's cargo doors and stands clear."""

    vehicle: VehicleName


@dataclass(frozen=True, slots=True)
class Search(Step):
    """Goes through the cases of a vehicle until the right one is found; then takes a bag of cash, if `takes_cash`."""

    vehicle: VehicleName
    takes_cash: bool = False


@dataclass(frozen=True, slots=True)
class Lay(Step):
    """Takes a spike strip and lays it across a zone."""

    item: ItemName
    zone: ZoneName


@dataclass(frozen=True, slots=True)
class Board(Step):
    """Gets into a vehicle: the named seat, or the first that is free behind those who are named for theirs."""

    vehicle: VehicleName
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Escape(Step):
    """Drives one of several routes, choosing the one with the fewest police known near it, once everybody is aboard."""

    vehicle: VehicleName
    routes: tuple[RouteName, ...]


@dataclass(frozen=True, slots=True)
class Burn(Step):
    """Takes the firebomb and lights a vehicle with it."""

    item: ItemName
    vehicle: VehicleName


@dataclass(frozen=True, slots=True)
class Follow(Step):
    """Stays by somebody, a few steps behind and in cover when there is shooting."""

    who: PersonName


@dataclass(frozen=True, slots=True)
class Cover(Step):
    """Takes a place from which he can fire where somebody goes or aims, and keeps those who threaten him down."""

    who: PersonName


@dataclass(frozen=True, slots=True)
class Strike(Step):
    """Goes to somebody and strikes him with the gun."""

    who: PersonName


@dataclass(frozen=True, slots=True)
class Shoot(Step):
    """Shoots people dead, whoever of them is nearest first."""

    people: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class WalkRoute(Step):
    """Walks a route, over and over when it is a loop."""

    route: RouteName


@dataclass(frozen=True, slots=True)
class Wander(Step):
    """Strolls about where people walk."""


@dataclass(frozen=True, slots=True)
class CallPhone(Step):
    """Goes to a telephone and reports what he has seen, unless he is stopped before the call is through."""

    fixture: str
    seconds: float = 9.0


@dataclass(frozen=True, slots=True)
class Gawk(Step):
    """Comes to look, and stands about where he should not."""

    at: str


@dataclass(frozen=True, slots=True)
class Respond(Step):
    """Drives to a zone with the siren on by the roads, gets out near it, takes cover and fights or arrests; pursues whoever flees."""

    zone: ZoneName


@dataclass(frozen=True, slots=True)
class ManBlock(Step):
    """Stays behind the cars of a roadblock with the gun up; whoever has its strip throws it before the hunted car."""

    at: str


@dataclass(frozen=True, slots=True)
class ShakeOff(Step):
    """Drives a vehicle through the streets, away from sirens and round corners, until the police have lost sight of it; then to a zone."""

    vehicle: VehicleName
    zone: ZoneName
    seconds: float = 6.0
    """Unseen for so long."""


@dataclass(frozen=True, slots=True)
class Change(Step):
    """Goes to a bag of clothes and puts on other ones."""

    item: ItemName


@dataclass(frozen=True, slots=True)
class Report(Step):
    """Gets away from whoever took his car, then finds a telephone, or somebody who has one, and tells the police which car it was."""

    vehicle: VehicleName


@dataclass(frozen=True, slots=True)
class PatrolThrough(Step):
    """Drives along a route slowly and looks about; raises the alarm when he sees something."""

    route: RouteName


@dataclass(frozen=True, slots=True)
class Rounds(Step):
    """Drives a route over and over, looks out for one man and calls in by radio where he sees him; he stays in the car. At each of the
    `stops` he stands for so many seconds, his lamps on what lies before it."""

    route: RouteName
    who: PersonName
    stops: tuple[MarkerName, ...] = ()
    seconds: float = 5.0
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class LookOut(Step):
    """Stays where he is, watches a place and to either side of it for one man, and calls in by radio where he sees him."""

    who: PersonName
    towards: MarkerName


@dataclass(frozen=True, slots=True)
class Traffic(Step):
    """Drives about on the lanes, brakes for what is in the way, gives way to sirens."""


@dataclass(frozen=True, slots=True)
class Open(Step):
    """Goes to a door and opens it: with the key if it is locked, else with a charge, from which he then stands clear."""

    door: DoorName


@dataclass(frozen=True, slots=True)
class Kneel(Step):
    """Does as he is told while he is under control; not when he is not."""


@dataclass(frozen=True, slots=True)
class Flee(Step):
    """Runs from what frightened him."""


@dataclass(frozen=True, slots=True)
class PickUp(Step):
    """Lifts the nearest friend who lies wounded, and brings him along behind somebody."""

    behind: PersonName


@dataclass(frozen=True, slots=True)
class GoTo(Step):
    """Goes to a spot and stays there (what an order points at)."""

    x: float
    y: float
    is_cover: bool = True


@dataclass(frozen=True, slots=True)
class Arrest(Step):
    """Goes and handcuffs whoever of the crew is down or has given up, the nearest first; holds a gun on the spot until there is one."""


@dataclass(frozen=True, slots=True)
class Flank(Step):
    """Goes from cover to cover round the side of a spot, a third of a turn on from where he is, and fights from there."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pursue(Step):
    """Goes after somebody wherever he flees. If that one holds a shield, he comes up where he does not look, waits until the
    line is clean, and fires."""

    who: PersonName


@dataclass(frozen=True, slots=True)
class Seize(Step):
    """Takes somebody by the neck as a shield and backs away with him towards a place, turning to whoever threatens him."""

    who: PersonName
    to: MarkerName


@dataclass(frozen=True, slots=True)
class Disable(Step):
    """Fires at a vehicle's nearest sound tyre while it is in reach and nobody stands in the line; when one is flat, at whom he fights."""

    vehicle: VehicleName


@dataclass(frozen=True, slots=True)
class RunTo(Step):
    """Runs for a place, whatever happens; he fires on the way at whom he sees, but does not stop for cover."""

    at: str


@dataclass(frozen=True, slots=True)
class Cordon(Step):
    """Stands at a marker before a closed street, the way it points, and sends back who comes near on foot; he fights only whom he sees."""

    at: MarkerName


@dataclass(frozen=True, slots=True)
class Surrender(Step):
    """Hands up, and stays."""


@dataclass(frozen=True, slots=True)
class Climb(Step):
    """Goes to a marker before a fence and climbs over it, the way the marker points."""

    at: MarkerName


@dataclass(frozen=True, slots=True)
class Cut(Step):
    """Goes to a marker before a fence, cuts it the way the marker points and goes through: slow, and hardly heard. Needs cutters;
    without them he climbs."""

    at: MarkerName


@dataclass(frozen=True, slots=True)
class Challenge(Step):
    """Stands still with the gun up and on somebody, and does not fire, whatever that one does."""

    who: PersonName


@dataclass(frozen=True, slots=True)
class Hunt(Step):
    """Looks for one man in the dark, by light, by ear and by his shadow; fires when he sees him near enough. `ground` is where he
    looks, `exits` are the ways out that he knows of."""

    who: PersonName
    ground: ZoneName
    exits: tuple[MarkerName, ...] = ()


@dataclass(frozen=True, slots=True)
class Evade(Step):
    """Gets over `ground` to one of several ways out unseen by one man, and climbs there; fires only when he is near and in the way."""

    who: PersonName
    ground: ZoneName
    exits: tuple[MarkerName, ...]
