"""What a level is once it has been read: frozen plain data with no trace of Tiled or of files.

`game.levels` makes it, `game.sim` plays it, `game.render` draws its ground. The dataclasses named by Tiled
classes (`OBJECT_CLASSES`) are also what the generated Tiled project offers: each field is a member, its default
the default, its docstring the description. Metres, y down; directions are integers, 65,536 a turn, 0 = east,
clockwise. An object's `id` is Tiled's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

Point = tuple[float, float]

# Names that point at something else; the loader and the check verify them.
PersonName = Annotated[str, "person"]
VehicleName = Annotated[str, "vehicle"]
ZoneName = Annotated[str, "zone"]
RouteName = Annotated[str, "route"]
MarkerName = Annotated[str, "marker"]
ItemName = Annotated[str, "item"]
FixtureName = Annotated[str, "fixture"]
DoorName = Annotated[str, "door"]
SoundName = Annotated[str, "sound"]
GroupName = Annotated[str, "group"]
BeatName = Annotated[str, "beat"]
FactName = Annotated[str, "fact"]
PersonSpecName = Annotated[str, "people"]
VehicleSpecName = Annotated[str, "vehicles"]
WeaponName = Annotated[str, "weapons"]
MaterialName = Annotated[str, "materials"]


@dataclass(frozen=True, slots=True)
class Wall:
    """A solid convex shape: a building block, a parapet, a fence, a planter.

    Tiled class `Wall` (rectangle or polygon).
    """

    points: tuple[Point, ...]
    height: float = 4.0
    """Metres. Under 1.4 it is cover that one shoots and sees over."""
    material: MaterialName = "concrete"
    id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Prop:
    """Street furniture with a round foot: palm, lamp post, hydrant, bin, pillar. Tiled class `Prop` (point)."""

    x: float
    y: float
    kind: str = "post"
    """palm, post, hydrant, bin, pillar, bench, planter, barrier, phone, sign, tree, bush, mailbox, newsbox, bus_stop, dumpster, meter,
    cone, drum, crate, pump, fountain."""
    radius: float = 0.2
    """Radius of the solid foot; 0 = nothing to bump into."""
    height: float = 3.0
    material: MaterialName = "metal"
    facing: int = 0
    id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class PersonSpawn:
    """Somebody: where he is at the start and who he is. Tiled class `Person` (point; rotation = where he looks)."""

    x: float
    y: float
    name: str
    spec: PersonSpecName = "pedestrian"
    facing: int = 0
    vehicle: str = ""
    """Name of the vehicle he sits in at the start, or empty."""
    seat: str = ""
    """Name of his seat; empty = the first that is free."""
    group: str = ""
    """Unit or party he belongs to, for dispatch and for plans."""
    is_absent: bool = False
    """Not there until something brings him in (dispatch, a complication)."""
    route: str = ""
    """Route he walks, for passers-by and patrols; empty = where he likes."""
    is_masked: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class VehicleSpawn:
    """A vehicle at the start. Tiled class `Vehicle` (point; rotation = where its nose points)."""

    x: float
    y: float
    name: str
    spec: VehicleSpecName = "sedan"
    facing: int = 0
    colour: str = ""
    """Paint #rrggbb; empty = the spec's first."""
    group: str = ""
    is_absent: bool = False
    is_traffic: bool = False
    """Drives about on the lanes with a driver of its own."""
    is_locked: bool = False
    answers: int = 0
    """Radio stage (1 to 5) from which this absent police car sets out of its own accord, to an entry; 0 = only when told."""
    duty: str = ""
    """"" comes and hunts; roadblock stands at a `Roadblock`, with the others of its group."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """A named area that beats, plans and scoring speak of. Tiled class `Zone` (rectangle or polygon)."""

    points: tuple[Point, ...]
    name: str
    kind: str = ""
    """"" or shelter (hides from sight above and breaks pursuit), exit, sidewalk, crossing, climb (its fences can be climbed)."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Route:
    """A drawn way to walk or drive. Tiled class `Route` (polyline)."""

    points: tuple[Point, ...]
    name: str
    speed: float = 12.0
    """Metres a second a driver aims at on it."""
    is_loop: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One traffic lane in the direction it is driven; joined to the lanes that begin where it ends.

    Tiled class `Lane` (polyline).
    """

    points: tuple[Point, ...]
    name: str = ""
    speed: float = 11.0
    signal: str = ""
    """Name of the signal at its end; empty = none."""
    follows: tuple[int, ...] = ()
    """Indices of the lanes that begin within 2 m of its end (filled by the loader)."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Signal:
    """A traffic light: green for its lanes, then red. Tiled class `Signal` (point)."""

    x: float
    y: float
    name: str
    green_seconds: float = 12.0
    cycle_seconds: float = 30.0
    """From one green to the next."""
    offset_seconds: float = 0.0
    """How far into its cycle it is at the start."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light that belongs to the place. Tiled class `Lamp` (point). Drawn, and what minds see by."""

    x: float
    y: float
    colour: str = "#ffb05c"
    radius: float = 14.0
    height: float = 7.5
    power: float = 0.8
    cone: int = 360
    """Degrees it shines over, about where it is turned to; 360 = all round."""
    group: str = ""
    """Lamps of one group are switched together, by a `Flight` or by `switch_lights`; empty = it always burns."""
    facing: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class CoverHint:
    """A place good to fight from that the map's shapes do not tell.

    Tiled class `Cover` (point; rotation = the threat).
    """

    x: float
    y: float
    facing: int = 0
    is_low: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class CameraHint:
    """An area in which the camera takes a fixed scale. Tiled class `Camera` (rectangle)."""

    points: tuple[Point, ...]
    scale: int = 24
    id: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A named spot with a direction: an entry for units, a parking place, a place to stand.

    Tiled class `Marker` (point).
    """

    x: float
    y: float
    name: str
    facing: int = 0
    kind: str = ""
    """"" or entry (police units arrive here), air_entry (the air unit comes in here from stage 4 on), park, stand, spawn (walkers appear
    here; in a panic they leave the place here)."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Roadblock:
    """A place where the police may close a road: cars side by side, officers behind them, spikes before them.

    Tiled class `Roadblock` (point in the middle of the road; rotation = the way the traffic goes that it stops). Who stands there are
    absent vehicles whose duty is roadblock; they set up out of sight, ahead of a car that is hunted, and move on once it has gone.
    """

    x: float
    y: float
    name: str
    facing: int = 0
    width: float = 12.0
    """Metres of road to be closed."""
    stage: int = 3
    """Radio stage from which it is used."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Fixture:
    """Something in the place that people use: a phone, an alarm button. Tiled class `Fixture` (point)."""

    x: float
    y: float
    name: str
    kind: str = "phone"
    """phone or alarm."""
    facing: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that is searched, carried, laid or lit. Tiled class `Item` (point)."""

    x: float
    y: float
    name: str
    kind: str = "case"
    """case (searched), cash_bag (taken and carried), duffel_bag (slung: hands stay free), spike_strip, firebomb, route_sheet, key, tape
    (of security cameras), bolt (thrown, it is heard where it falls), clothes (put on: whoever did not see it has the wrong
    description), cutters (go into a pocket, and through a fence), police_tape (across a closed street)."""
    inside: str = ""
    """Name of the vehicle or person that holds it; empty = it lies where it is drawn."""
    seconds: float = 6.0
    """How long searching or taking it needs."""
    value: int = 0
    """Score when it gets away."""
    weight: float = 0.0
    """Kilograms when carried."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Door:
    """A door in a wall, drawn in the middle of its doorway: shut, it stops people, and eyes and bullets as its material does.

    Tiled class `Door` (point; rotation = the side it swings to). `game/sim/systems/doors.py` says how each kind behaves.
    """

    x: float
    y: float
    name: str
    kind: str = "single"
    """single, double (two leaves), revolving (walked through slowly), vault, gate (slides aside), shutter (goes up). Single and double
    ones give way to whoever walks into them; vaults, gates and shutters are opened with the hand."""
    width: float = 1.0
    """Metres from one side of the doorway to the other."""
    hinge: str = "left"
    """left or right, as seen by whoever goes through the way it swings; of a gate, the side it slides to."""
    material: MaterialName = "wood"
    """glass is seen through and breaks, fence (a barred gate) is seen and shot through, all others hide what is behind."""
    is_open: bool = False
    """Stands open at the start."""
    is_locked: bool = False
    """Nobody opens it but with its key, a charge, or a beat (unlock_door, open_door)."""
    key: ItemName = ""
    """The item that unlocks it: for all of the crew once it is found, else for whoever has it on him."""
    closes_after: float = 3.0
    """Seconds after which it shuts by itself when nobody stands in it; 0 = it stays open."""
    facing: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class SecurityCamera:
    """A camera that watches a part of the place: it films faces, and whoever sits before its picture sees masks and guns.

    Tiled class `SecurityCamera` (point; rotation = where it looks). `game/sim/systems/surveillance.py` says what comes of it. A bullet
    into the wall beside it puts it out.
    """

    x: float
    y: float
    name: str
    reach: float = 14.0
    """Metres it sees clearly enough."""
    cone: float = 64.0
    """Degrees from one edge of its picture to the other."""
    sweep: float = 0.0
    """Degrees it turns to either side."""
    sweep_seconds: float = 12.0
    """From one side to the other and back."""
    tape: ItemName = ""
    """The item of kind tape that its pictures run on: whoever's face is on it is described once the police are called, unless it is
    taken. Empty = nothing is kept."""
    guard: PersonName = ""
    """Who watches its picture while he is on his feet near where he was drawn: he goes for an alarm. Empty = nobody."""
    facing: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class SoundSource:
    """Something that is heard in the place again and again: an alarm, a telephone, a jet on its way in.

    Tiled class `Sound` (point). A beat's `switch_sound` turns it on and off.
    """

    x: float
    y: float
    name: str
    sound: str = "alarm_bell"
    """What is heard. Alarms, the telephone and the helicopter last two seconds: every 2.0 seconds they go on without a break."""
    seconds: float = 2.0
    """From one beginning to the next."""
    offset_seconds: float = 0.0
    """From the start of the run (or from when it is switched on) to the first."""
    is_on: bool = True
    """Heard from the start; off = a beat must switch it on."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Flight:
    """A jet that comes again and again by a timetable of the run's seed: it is heard, lamps of its group burn for it, then it passes.

    Tiled class `Flight` (polyline; the way it flies over the map, its last corner is where it touches down).
    """

    points: tuple[Point, ...]
    name: str
    group: str = ""
    """Group of lamps that burn for it; empty = none."""
    first_seconds: float = 24.0
    """From the start of the run until the first one passes the first corner."""
    every_seconds: float = 32.0
    """From one to the next."""
    spread_seconds: float = 7.0
    """Each comes so much earlier or later at most, drawn from the seed."""
    lead_seconds: float = 4.0
    """The lamps burn so long before it passes the first corner."""
    light_seconds: float = 7.5
    """For so long."""
    heard_seconds: float = 9.0
    """It is heard so long before the lamps burn."""
    speed: float = 72.0
    """Metres a second."""
    loudness: float = 130.0
    """Metres from it within which nothing else is heard."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Aircraft:
    """A parked aircraft, drawn over people and seen through from below. Tiled class `Aircraft` (point; rotation = its nose).

    Its landing gear stands where Wall objects are drawn.
    """

    x: float
    y: float
    spec: str = "freighter"
    """freighter (four engines, 64 m across) or twin (two engines, 48 m)."""
    facing: int = 0
    livery: str = "#5d6f86"
    """Colour of its fin and its stripe."""
    id: int = 0
    name: str = ""


OBJECT_CLASSES: dict[str, type] = {
    "Wall": Wall,
    "Prop": Prop,
    "Person": PersonSpawn,
    "Vehicle": VehicleSpawn,
    "Zone": Zone,
    "Route": Route,
    "Lane": Lane,
    "Signal": Signal,
    "Lamp": Lamp,
    "Cover": CoverHint,
    "Camera": CameraHint,
    "Marker": Marker,
    "Roadblock": Roadblock,
    "Fixture": Fixture,
    "Item": Item,
    "Sound": SoundSource,
    "Flight": Flight,
    "Aircraft": Aircraft,
    "Door": Door,
    "SecurityCamera": SecurityCamera,
}
"""Tiled class name to dataclass. `x`, `y`, `points`, `facing`, `id`, `name`, `follows` come from the object itself."""

# --------------------------------------------------------------------------- the screenplay


@dataclass(frozen=True, slots=True)
class Call:
    """A trigger, an action or a plan step as written: its name and its arguments.

    Values are str, int, float, bool, tuples, or Calls.
    """

    name: str
    args: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Beat:
    """One step of the story: when it comes, what it does, and what the player is told to do until then."""

    id: str
    goal: str = ""
    """At most eight words; shown while this beat is the next one wanted."""
    marker: tuple[str, ...] = ()
    """Names of the objects the goal's markers point at: more than one where any of them will do."""
    after: tuple[str, ...] = ()
    """Beats that must have come first (all of them)."""
    without: tuple[str, ...] = ()
    """Beats that rule this one out once they have come."""
    when: Call | None = None
    """None = as soon as `after` holds."""
    do: tuple[Call, ...] = ()
    is_kept: bool = False
    """Counts as a beat of the story kept, for the score."""
    side: str = ""
    """Only for this side; empty = both (then its goal is shown, and it counts as kept, for the level's first side)."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What one person does from one beat on."""

    beat: str
    step: Call


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person does of his own accord, beat by beat; the last step whose beat has come counts."""

    who: str
    steps: tuple[PlanStep, ...]
    name: str = ""
    """"" belongs to every plan; else only when the run's plan has this name."""
    side: str = ""
    """Only when this side is played; empty = whichever is."""
    label: str = ""
    """What the list of levels calls the plan of this name, where a player chooses it; empty = it is not offered."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A fact drawn from the seed at the start of a run. Exactly one of `pick` and `between` is given."""

    name: str
    pick: tuple[str, ...] = ()
    take: int = 1
    """How many different ones of `pick` are drawn."""
    between: tuple[int, int] | None = None
    """Whole number from the first to the second, both included."""


@dataclass(frozen=True, slots=True)
class BriefStep:
    """One stroke of the drawn plan before the start: a line of text, and a place or route it points at."""

    line: str
    seconds: float = 4.0
    points: tuple[str, ...] = ()
    """Names of objects or routes to draw."""


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """One line of the score: what is counted and what each is worth."""

    count: str
    """Name of a counter of the run (killed, civilians_hurt, shots, bags_out, items_out, beats_kept, crew_out ...)."""
    points: int
    label: str
    side: str = ""
    """Only for this side; empty = both."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side that can be played on this level: whose body the player has first, and who belongs to him."""

    name: str
    """crew or police."""
    player: str
    crew: tuple[str, ...]
    """Whose bodies the player can take, whom he orders and sees in the list: his own people, of whichever side."""
    do: tuple[Call, ...] = ()
    """What is done before the first tick: how the place stands when this side begins."""


@dataclass(frozen=True, slots=True)
class Screenplay:
    """Everything from NAME.toml."""

    title: str
    place: str = ""
    author: str = ""
    """Who made the level; shown in the menu."""
    scene: str = ""
    """Which scene of the story it is (S03); levels of the story stand in its order."""
    sides: tuple[Side, ...] = ()
    brief: tuple[BriefStep, ...] = ()
    beats: tuple[Beat, ...] = ()
    plans: tuple[Plan, ...] = ()
    chances: tuple[Chance, ...] = ()
    score: tuple[ScoreRule, ...] = ()
    par_seconds: int = 300


# --------------------------------------------------------------------------- the picture of the ground


@dataclass(frozen=True, slots=True)
class Tileset:
    """A tile sheet: for drawing only."""

    name: str
    image: str
    """Path below the repository root, with forward slashes."""
    first_gid: int
    columns: int
    tile_count: int
    tile_px: int


@dataclass(frozen=True, slots=True)
class TileLayer:
    """A layer of tiles in drawing order; `cells` holds Tiled's global ids with flip bits, row by row."""

    name: str
    role: str
    """ground, marks, walls or roofs (roofs are drawn over people and lift)."""
    cells: Sequence[int]
    """An array of unsigned numbers of four bytes where a file was read: numpy takes it as it is."""
    opacity: float = 1.0
    """How much of it shows, with the groups it is in."""
    tint: tuple[int, int, int] = (255, 255, 255)
    """What the colours of its tiles are multiplied with (255 = as they are)."""


@dataclass(frozen=True, slots=True)
class Level:
    """A set piece, ready to be played."""

    name: str
    width: int
    """Metres (and cells) east."""
    height: int
    """Metres (and cells) south."""
    surfaces: tuple[str, ...]
    """Names of the surfaces that `ground` counts in."""
    ground: bytes
    """Index into `surfaces` for every cell, row by row."""
    hour: str
    """Light of the place: dawn, noon, dusk, night, midnight (far from the town's glow) or interior."""
    walls: tuple[Wall, ...]
    props: tuple[Prop, ...]
    people: tuple[PersonSpawn, ...]
    vehicles: tuple[VehicleSpawn, ...]
    zones: tuple[Zone, ...]
    routes: tuple[Route, ...]
    lanes: tuple[Lane, ...]
    signals: tuple[Signal, ...]
    lamps: tuple[Lamp, ...]
    covers: tuple[CoverHint, ...]
    cameras: tuple[CameraHint, ...]
    markers: tuple[Marker, ...]
    fixtures: tuple[Fixture, ...]
    items: tuple[Item, ...]
    screenplay: Screenplay
    digest: str
    """SHA-256 (hex) of what the sim uses (not of file bytes, titles, texts or tiles' looks)."""
    sounds: tuple[SoundSource, ...] = ()
    flights: tuple[Flight, ...] = ()
    aircraft: tuple[Aircraft, ...] = field(default=(), compare=False)
    """Looks only: what one bumps into are walls."""
    doors: tuple[Door, ...] = ()
    security_cameras: tuple[SecurityCamera, ...] = ()
    roadblocks: tuple[Roadblock, ...] = ()
    tilesets: tuple[Tileset, ...] = field(default=(), compare=False)
    layers: tuple[TileLayer, ...] = field(default=(), compare=False)
    weather: str = field(default="", compare=False)
    """rain, or empty; how it looks only: tyres and minds know nothing of it."""
    dress: str = field(default="", compare=False)
    """suit, or empty: what those wear who have such a recipe; how it looks only."""
