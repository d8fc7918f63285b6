"""The first tick: from level, catalog and setup to the tables of a world. Called by `World.new` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from game.content.level import Door, Fixture, Level, Marker, PersonSpawn, Prop, Side, VehicleSpawn
from game.content.specs import Catalog, PersonSpec
from game.sim import dice
from game.sim.ai.mind import Mind
from game.sim.angles import direction, to_radians
from game.sim.entities import NOBODY, Gun, Item, Person, Vehicle
from game.sim.mission.actions import Action
from game.sim.mission.calls import bind as bind_call
from game.sim.mission.state import Heat, Mission, Tempo
from game.sim.physics import BodySpec, Physics
from game.sim.place import place_of
from game.sim.run_setup import RunSetup
from game.sim.systems import boarding, doors, sounding, spawning, surveillance

if TYPE_CHECKING:
    from game.sim.world import World


CREW = "crew"


def found(world: World, level: Level, catalog: Catalog, setup: RunSetup) -> None:
    """Fills an empty world. Raises ValueError for a side, difficulty or place of the setup that there is not."""
    if setup.difficulty not in catalog.difficulties:
        raise ValueError(f"difficulty {setup.difficulty!r}, expected one of {', '.join(catalog.difficulties)}")
    world.tick = 0
    world.level, world.catalog, world.setup = level, catalog, setup
    world.place = place_of(level, catalog)
    world.difficulty = catalog.difficulties[setup.difficulty]
    world.mission = Mission(draw_facts(level, setup))
    world.heat = Heat()
    world.tempo = Tempo()
    world.beliefs = {}
    world.gaps = []
    sounding.begin(world)
    world.helicopters = []
    world.bullets, world.noises, world.touching, world.path_queue = [], [], [], []
    world.search, world.maneuver, world.maneuver_queue = None, None, []
    world.own_searches = {}
    world.vehicles = [_vehicle(number, spawn, catalog) for number, spawn in enumerate(level.vehicles)]
    base = len(world.vehicles)
    world.people = [
        _person(base + number, spawn, catalog.people[spawn.spec]) for number, spawn in enumerate(level.people)
    ]
    _found_items(world, level)
    _thin_traffic(world)
    doors.found(world)
    surveillance.found(world)
    world.physics = _physics(world, level, catalog)
    doors.settle_all(world)
    world.minds = {person.id: Mind(person.id, catalog.people[person.spec].brain) for person in world.people}
    for person in world.people:
        world.minds[person.id].hands.aim = person.aim  # whoever waits looks where he was put to look
    side = call_the_roll(world)
    world.player = next(person.id for person in world.people if person.name == side.player)
    world.index()
    _seat_people(world, level)
    for person in world.people:
        spawning.settle(world, person)
    for vehicle in world.vehicles:
        spawning.settle_vehicle(world, vehicle)
    _bring_in(world, world.person(world.player))
    for call in side.do:
        cast(Action, bind_call(call, world.mission.facts)).act(world)
    if setup.at:
        _start_at(world, setup.at)
    world.physics.rebase()  # so that tick 0 is a keyframe like any other


def side_of(level: Level, name: str) -> Side:
    """The level's side of that name. Raises ValueError naming the sides there are."""
    for side in level.screenplay.sides:
        if side.name == name:
            return side
    raise ValueError(
        f"side {name!r}: level {level.name} is played as {', '.join(s.name for s in level.screenplay.sides)}"
    )


def call_the_roll(world: World) -> Side:
    """Works out who the crew is and who belongs to the player; his side. Raises ValueError when there is no such side."""
    side = side_of(world.level, world.setup.side)
    named = {person.name: person.id for person in world.people}
    crew = next((one.crew for one in world.level.screenplay.sides if one.name == CREW), None)
    world.crew_names = crew if crew is not None else tuple(p.name for p in world.people if p.side == CREW)
    world.crew_ids = tuple(named[name] for name in world.crew_names)
    world.team_ids = tuple(named[name] for name in side.crew)
    return side


def _bring_in(world: World, player: Person) -> None:
    """Whoever is played is there from the first tick."""
    if player.is_absent and player.vehicle < 0:
        player.is_absent = False
        spawning.settle(world, player)


def draw_facts(level: Level, setup: RunSetup) -> dict[str, tuple[str, ...]]:
    """What the seed says about this run: every chance of the level, then facts carried from earlier scenes."""
    facts: dict[str, tuple[str, ...]] = {}
    for number, chance in enumerate(level.screenplay.chances):
        if chance.between is not None:
            low, high = chance.between
            bits = dice.draw(setup.seed, number, dice.Purpose.CHANCE, 0)
            facts[chance.name] = (str(low + bits % (high - low + 1)),)
            continue
        left = list(chance.pick)
        taken = []
        for n in range(min(chance.take, len(left))):
            taken.append(left.pop(dice.draw(setup.seed, number, dice.Purpose.CHANCE, 0, n) % len(left)))
        facts[chance.name] = tuple(taken)
    for key, value in setup.facts:
        facts[key] = (value,)
    facts["difficulty"] = (setup.difficulty,)
    if setup.plan:
        facts["plan"] = (setup.plan,)
    return facts


def _vehicle(number: int, spawn: VehicleSpawn, catalog: Catalog) -> Vehicle:
    spec = catalog.vehicles[spawn.spec]
    return Vehicle(
        number,
        spawn.name,
        spawn.spec,
        spawn.group,
        spawn.colour or spec.colours[0],
        [NOBODY] * len(spec.seats),
        is_absent=spawn.is_absent,
        is_traffic=spawn.is_traffic,
        is_locked=spawn.is_locked,
        engine=40000.0 + spec.mass * 12.0,
        trunk=list(spec.trunk),
    )


def _person(number: int, spawn: PersonSpawn, spec: PersonSpec) -> Person:
    person = Person(number, spawn.name, spawn.spec, spec.side, spawn.group, 0.3, spawn.x, spawn.y)
    person.aim = person.heading = spawn.facing
    person.health = person.full_health = spec.health
    person.vest = spec.vest
    person.is_absent = spawn.is_absent
    person.is_masked = spawn.is_masked
    person.charges, person.zip_ties = spec.charges, spec.zip_ties
    return person


def arm(world: World, person: Person) -> None:
    """Gives somebody the weapons of his spec, loaded, the first one in his hands."""
    spec = world.catalog.people[person.spec]
    person.guns = []
    for name in spec.weapons:
        size = world.catalog.weapons[name].magazine
        person.guns.append(Gun(name, size, [size] * spec.magazines))
    person.gun = 0 if person.guns else -1


def _found_items(world: World, level: Level) -> None:
    vehicles = {vehicle.name: vehicle.id for vehicle in world.vehicles}
    people = {person.name: person.id for person in world.people}
    world.items = []
    for number, spawn in enumerate(level.items):
        item = Item(number, spawn.name, spawn.kind, spawn.x, spawn.y, 0, "inside" if spawn.inside else "lying")
        item.inside_vehicle = vehicles.get(spawn.inside, NOBODY)
        item.inside_person = people.get(spawn.inside, NOBODY)
        item.seconds, item.value, item.weight = spawn.seconds, spawn.value, spawn.weight
        world.items.append(item)


def _thin_traffic(world: World) -> None:
    """A chance named "traffic" says how many of the level's traffic vehicles are about; the others stay away."""
    if "traffic" not in world.mission.facts:
        return
    wanted = int(world.mission.facts["traffic"][0])
    traffic = [vehicle for vehicle in world.vehicles if vehicle.is_traffic]
    start = dice.draw(world.setup.seed, 0, dice.Purpose.TRAFFIC, 0) % max(1, len(traffic))
    for k in range(wanted, len(traffic)):
        traffic[(start + k) % len(traffic)].is_absent = True


def _physics(world: World, level: Level, catalog: Catalog) -> Physics:
    bodies, poses = [], []
    for spawn in level.vehicles:
        spec = catalog.vehicles[spawn.spec]
        bodies.append(BodySpec(spec.mass, spec.length, spec.width, 0.0))
        poses.append((spawn.x, spawn.y, to_radians(spawn.facing), 0.0, 0.0, 0.0))
    for who in level.people:
        bodies.append(BodySpec(catalog.people[who.spec].mass, 0.0, 0.0, 0.3))
        poses.append((who.x, who.y, 0.0, 0.0, 0.0, 0.0))
    return Physics(world.place.statics, bodies, poses, [0] * len(bodies))


def _seat_people(world: World, level: Level) -> None:
    for person, spawn in zip(world.people, level.people, strict=True):
        arm(world, person)
        if not spawn.vehicle:
            continue
        vehicle = world.vehicle_named[spawn.vehicle]
        seats = world.vehicle_specs[vehicle.id].seats
        free = [k for k, who in enumerate(vehicle.seats) if who == NOBODY]
        wanted = [k for k in free if seats[k].name == spawn.seat] or free
        if wanted:
            boarding.seat(world, person, vehicle, wanted[0])
        if vehicle.is_absent:
            person.is_absent = True


def _start_at(world: World, where: str) -> None:
    """Puts the player's body at an object of the level, named or numbered, or at a place ("@x,y" in metres;
    "@x,y,facing,vehicle" puts that vehicle there with him at its wheel). Raises ValueError."""
    if where.startswith("@"):
        _start_at_place(world, where)
        return
    objects: tuple[Marker | PersonSpawn | VehicleSpawn | Prop | Fixture | Door, ...] = (
        *world.level.markers,
        *world.level.people,
        *world.level.vehicles,
        *world.level.props,
        *world.level.fixtures,
        *world.level.doors,
    )
    for thing in objects:
        if thing.name == where or str(thing.id) == where:
            x, y = thing.x, thing.y
            break
    else:
        for zone in world.level.zones:
            if zone.name == where or str(zone.id) == where:
                x, y = world.zones[zone.name].middle
                break
        else:
            raise ValueError(f"no object {where!r} in level {world.level.name} to start at")
    put_on_foot(world, x, y)


def _start_at_place(world: World, where: str) -> None:
    """The start of a level that was loaded anew under the player's feet."""
    parts = where[1:].split(",", 3)
    try:
        x, y, facing = float(parts[0]), float(parts[1]), int(parts[2]) if len(parts) > 2 else 0
    except (ValueError, IndexError) as cause:
        raise ValueError(f'place {where!r} to start at; expected "@x,y" or "@x,y,facing,vehicle"') from cause
    if not (0.0 <= x <= world.level.width and 0.0 <= y <= world.level.height):
        raise ValueError(f"place {where!r} to start at, which is off the level {world.level.name}")
    vehicle = world.vehicle_named.get(parts[3]) if len(parts) > 3 else None
    put_on_foot(world, x, y)
    player = world.person(world.player)
    if vehicle is not None and vehicle.seats[0] == NOBODY:
        vehicle.is_absent = False
        world.physics.place(vehicle.id, x, y, to_radians(facing & 65535))
        boarding.seat(world, player, vehicle, 0)
        spawning.settle_vehicle(world, vehicle)


def put_on_foot(world: World, x: float, y: float) -> None:
    """Puts the player's body on foot at a place, or where one can stand nearest to it."""
    player = world.person(world.player)
    if player.vehicle >= 0:
        boarding.leave(world, player)
    x, y = world.place.nearest_free(x, y)
    world.physics.place(player.id, x, y, 0.0)
    player.aim = direction(1.0, 0.0)
