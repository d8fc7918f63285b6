"""Worlds in one line, and scripts in words: what the tests of the sim are written with.

`yard` builds a level in code (an open stretch of ground, people, vehicles, walls) and gives the real `World` of it;
`drive`, `play` and `run` put frames into the player's body. Nothing here stands in for the game: catalog and world
are the shipped ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import hypot, pi, radians
from typing import TypeVar

from game.content.catalog import load_catalog
from game.content.level import (
    Beat,
    Call,
    Chance,
    Door,
    Fixture,
    Item,
    Lane,
    Level,
    Marker,
    PersonSpawn,
    Plan,
    PlanStep,
    Prop,
    Roadblock,
    Route,
    Screenplay,
    SecurityCamera,
    Side,
    VehicleSpawn,
    Wall,
    Zone,
)
from game.content.specs import Catalog
from game.sim.ai.mind import Mind
from game.sim.angles import COS, SIN, direction, from_radians, to_radians
from game.sim.entities import Gun, Person, Vehicle
from game.sim.events import Event
from game.sim.input_frame import NEUTRAL, Button, InputFrame
from game.sim.mission.state import Report
from game.sim.run_setup import RunSetup
from game.sim.systems import trail, wanted
from game.sim.world import World

TICKS = 60
COMPASS = {
    "east": 0, "south_east": 8192, "south": 16384, "south_west": 24576,
    "west": 32768, "north_west": 40960, "north": 49152, "north_east": 57344,
}  # fmt: skip
PUSH = {"east": (127, 0), "west": (-127, 0), "south": (0, 127), "north": (0, -127)}
WHEEL = {"gas": (0, -127), "brake": (0, 127), "left": (-127, 0), "right": (127, 0), "wait": (0, 0), "coast": (0, 0)}
BUTTONS = {name.lower(): bit for name, bit in vars(Button).items() if name.isupper()}

EventKind = TypeVar("EventKind", bound=Event)


@cache
def catalog() -> Catalog:
    """The shipped catalog, read once."""
    return load_catalog()


# --------------------------------------------------------------------------- what stands in a yard


def person(spec: str, x: float, y: float, facing: str = "east", name: str = "", **more: object) -> PersonSpawn:
    """Somebody, named after his spec unless a name is given."""
    return PersonSpawn(x, y, name or spec, spec, COMPASS[facing], **more)  # type: ignore[arg-type]


def vehicle(spec: str, x: float, y: float, facing: str = "east", name: str = "", **more: object) -> VehicleSpawn:
    """A vehicle, named after its spec unless a name is given."""
    return VehicleSpawn(x, y, name or spec, spec, COMPASS[facing], **more)  # type: ignore[arg-type]


def wall(left: float, top: float, width: float, depth: float, material: str = "concrete", height: float = 4.0) -> Wall:
    """An upright block."""
    right, bottom = left + width, top + depth
    return Wall(((left, top), (right, top), (right, bottom), (left, bottom)), height, material)


def zone(name: str, left: float, top: float, width: float, depth: float, kind: str = "") -> Zone:
    """A rectangular zone."""
    right, bottom = left + width, top + depth
    return Zone(((left, top), (right, top), (right, bottom), (left, bottom)), name, kind)


def call(name: str, /, **args: object) -> Call:
    """A trigger, action or step as a screenplay writes it."""
    return Call(name, tuple(args.items()))


def plan(who: str, /, **steps: Call) -> Plan:
    """What somebody does of his own accord: plan("chris", start=call("wait"))."""
    return Plan(who, tuple(PlanStep(beat, step) for beat, step in steps.items()))


# --------------------------------------------------------------------------- the yard


def yard_level(
    people: Sequence[PersonSpawn] = (),
    vehicles: Sequence[VehicleSpawn] = (),
    walls: Sequence[Wall] = (),
    *,
    props: Sequence[Prop] = (),
    items: Sequence[Item] = (),
    zones: Sequence[Zone] = (),
    routes: Sequence[Route] = (),
    markers: Sequence[Marker] = (),
    fixtures: Sequence[Fixture] = (),
    doors: Sequence[Door] = (),
    cameras: Sequence[SecurityCamera] = (),
    lanes: Sequence[Lane] = (),
    roadblocks: Sequence[Roadblock] = (),
    beats: Sequence[Beat] = (),
    plans: Sequence[Plan] = (),
    chances: Sequence[Chance] = (),
    still: Iterable[str] = (),
    crew: Sequence[str] = (),
    police: Sequence[str] = (),
    do: Sequence[Call] = (),
    ground: str = "asphalt",
    size: tuple[int, int] = (200, 100),
) -> Level:
    """An open stretch of one surface. The first of the crew is the player's; those in `still` stay where they are. With `police`
    there is a second side of these people, the first of whom is its player, that begins with `do`."""
    people = tuple(people) or (person("neil", size[0] / 2, size[1] / 2),)
    crew = tuple(crew) or tuple(p.name for p in people if catalog().people[p.spec].side == "crew")
    waits = tuple(plan(name, start=call("wait")) for name in still)
    screenplay = Screenplay(
        "Yard",
        sides=(
            Side("crew", crew[0], crew),
            *((Side("police", police[0], tuple(police), tuple(do)),) if police else ()),
        ),
        beats=tuple(beats),
        plans=(*plans, *waits),
        chances=tuple(chances),
    )
    parts = (
        people,
        vehicles,
        walls,
        props,
        items,
        zones,
        routes,
        markers,
        fixtures,
        doors,
        cameras,
        screenplay,
        ground,
        size,
    )
    parts = (*parts, lanes, roadblocks) if lanes or roadblocks else parts
    return Level(
        name="yard",
        width=size[0],
        height=size[1],
        surfaces=(ground,),
        ground=bytes(size[0] * size[1]),
        hour="noon",
        walls=tuple(walls),
        props=tuple(props),
        people=tuple(people),
        vehicles=tuple(vehicles),
        zones=tuple(zones),
        routes=tuple(routes),
        lanes=tuple(lanes),
        signals=(),
        lamps=(),
        covers=(),
        cameras=(),
        markers=tuple(markers),
        fixtures=tuple(fixtures),
        items=tuple(items),
        doors=tuple(doors),
        security_cameras=tuple(cameras),
        roadblocks=tuple(roadblocks),
        screenplay=screenplay,
        digest=hashlib.sha256(repr(parts).encode()).hexdigest(),
    )


def yard(
    people: Sequence[PersonSpawn] = (),
    vehicles: Sequence[VehicleSpawn] = (),
    walls: Sequence[Wall] = (),
    seed: int = 1,
    difficulty: str = "film",
    **more: object,
) -> World:
    """A world in an open yard: `yard(people=[person("neil", 10, 10)])`. Other arguments as `yard_level`."""
    level = yard_level(people, vehicles, walls, **more)  # type: ignore[arg-type]
    return World.new(level, catalog(), RunSetup(level.name, seed=seed, difficulty=difficulty))


def beat_of(
    people: Sequence[PersonSpawn], vehicles: Sequence[VehicleSpawn] = (), seed: int = 1, **more: object
) -> World:
    """As `yard`, played as the police: `police=["hanna"]` says who belongs to the player."""
    level = yard_level(people, vehicles, **more)  # type: ignore[arg-type]
    return World.new(level, catalog(), RunSetup(level.name, "police", seed))


def at_the_wheel(spec: str = "sedan", facing: str = "east", x: float = 40.0, y: float = 50.0, **more: object) -> World:
    """Neil at the wheel of a vehicle named "car" in an empty yard of 400 by 100 metres."""
    more = {"size": (400, 100)} | more
    return yard([person("neil", x, y, vehicle="car")], [vehicle(spec, x, y, facing, name="car")], **more)  # type: ignore[arg-type]


# --------------------------------------------------------------------------- playing it


def drive(world: World, script: str) -> list[Event]:
    """Plays "gas 60, gas+left 30, brake 40" at the wheel; numbers are ticks. Returns all events."""
    found: list[Event] = []
    for part in script.split(","):
        words, ticks = part.split()
        found += hold(world, _frame(words, WHEEL, world), int(ticks))
    return found


def play(world: World, script: str, target: int = -1) -> list[Event]:
    """Plays "aim east, fire 30, reload 1, run+north 60, wait 120" with the player's body on foot.

    "aim east" turns the gun and takes no time; every other part is words joined by + and a number of ticks: where the
    feet go (east, west, south, north) and buttons (fire, aim, run, crouch, use ...). Returns all events.
    """
    found: list[Event] = []
    for part in script.split(","):
        words, amount = part.split()
        if words == "aim" and amount in COMPASS:
            turn_to(world, COMPASS[amount])
        else:
            found += hold(world, _frame(words, PUSH, world)._replace(target=target), int(amount))
    return found


def turn_to(world: World, aim: int) -> None:
    """Where the player's body aims from the next tick on."""
    world.person(world.player).aim = aim & 65535


def aim_at(world: World, x: float, y: float) -> None:
    """Turns the player's gun to a point."""
    px, py = world.position(world.player)
    turn_to(world, direction(x - px, y - py))


def hold(world: World, frame: InputFrame, ticks: int) -> list[Event]:
    """The same frame for so many ticks."""
    found: list[Event] = []
    for _ in range(ticks):
        found += world.step(frame)
    return found


def run(world: World, seconds: float, frame: InputFrame | None = None) -> list[Event]:
    """Lets time pass; the player's body keeps its aim and does nothing (or what `frame` says)."""
    return hold(world, frame or NEUTRAL._replace(aim=world.person(world.player).aim), round(seconds * TICKS))


def run_until(
    world: World, is_reached: Callable[[World], bool], seconds: float, frame: InputFrame | None = None
) -> list[Event]:
    """Lets time pass until something holds; fails the test when it never does within so many seconds."""
    frame = frame or NEUTRAL._replace(aim=world.person(world.player).aim)
    found: list[Event] = []
    for _ in range(round(seconds * TICKS)):
        if is_reached(world):
            return found
        found += world.step(frame)
    assert is_reached(world), f"not reached within {seconds} s"
    return found


def _frame(words: str, moves: dict[str, tuple[int, int]], world: World) -> InputFrame:
    x = y = buttons = 0
    for word in words.split("+"):
        if word in moves:
            x, y = x + moves[word][0], y + moves[word][1]
        elif word != "wait":
            buttons |= BUTTONS[word]
    return NEUTRAL._replace(move_x=x, move_y=y, buttons=buttons, aim=world.person(world.player).aim)


# --------------------------------------------------------------------------- asking and arranging


def who(world: World, name: str) -> Person:
    """The person of that name."""
    return world.person_named[name]


def car(world: World, name: str = "car") -> Vehicle:
    """The vehicle of that name."""
    return world.vehicle_named[name]


def mind(world: World, name: str) -> Mind:
    """The mind of that person."""
    return world.minds[who(world, name).id]


def gun(world: World, name: str) -> Gun:
    """The weapon in somebody's hands."""
    body = who(world, name)
    return body.guns[body.gun]


def armed(world: World, name: str, weapon: str, magazines: int = 3) -> Gun:
    """Gives somebody one loaded weapon instead of what he had."""
    size = catalog().weapons[weapon].magazine
    body = who(world, name)
    body.guns, body.gun = [Gun(weapon, size, [size] * magazines)], 0
    return body.guns[0]


def disarmed(world: World, *names: str) -> None:
    """Takes everybody's guns."""
    for name in names:
        who(world, name).guns, who(world, name).gun = [], -1


def speed_of(world: World, name: str = "car") -> float:
    """Metres a second of a person or vehicle."""
    number = world.entity_named(name)
    return hypot(world.physics.vx[number], world.physics.vy[number])


def place_of(world: World, name: str = "car") -> tuple[float, float]:
    """Where a person or vehicle is."""
    return world.position(world.entity_named(name))


def distance(world: World, one: str, other: str) -> float:
    """Metres between two."""
    (ax, ay), (bx, by) = place_of(world, one), place_of(world, other)
    return hypot(ax - bx, ay - by)


def heading_of(world: World, name: str = "car") -> float:
    """A vehicle's angle in degrees, clockwise from east, not wrapped."""
    return world.physics.angle[world.entity_named(name)] * 180 / pi


def told_of(
    world: World, x: float, y: float, tick: int, heading: int = 0, speed: float = 12.0, name: str = "car"
) -> None:
    """The police have been told that somebody sat in a car there then, and how it went (heading -1 = it stood)."""
    number = car(world, name).id
    who_sits = car(world, name).seats[0]
    going = 0.0 if heading < 0 else speed
    trail.told(world, Report(tick, wanted.CALLER, who_sits, x, y, tick, heading, number, 0, going, heading & 65535))


def push(world: World, name: str, speed: float, degrees: float | None = None) -> None:
    """Gives a vehicle a speed, m/s, along its nose or in a direction."""
    number = world.entity_named(name)
    turn = from_radians(world.physics.angle[number] if degrees is None else radians(degrees))
    vx, vy = (round(speed * share * 65536) / 65536 for share in (COS[turn], SIN[turn]))
    world.physics.push(number, vx, vy)


def put(world: World, name: str, x: float, y: float, degrees: float = 0.0) -> None:
    """Puts a person or vehicle somewhere, at rest."""
    world.physics.place(world.entity_named(name), x, y, to_radians(round(degrees * 65536 / 360) & 65535))


def those(events: Iterable[Event], kind: type[EventKind]) -> list[EventKind]:
    """The events of one kind, in order."""
    return [event for event in events if type(event) is kind]
