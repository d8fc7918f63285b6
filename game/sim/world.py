"""The world of one run: all mutable state, and `step`, the table of contents of the game.

`World.new` builds it from level, catalog and setup; `step` takes one InputFrame and returns what happened. Nothing else changes
it. Systems are modules of functions that take the world; the order in which they run is the rule of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Level, Point
from game.content.specs import Catalog, DifficultySpec, PersonSpec, VehicleSpec
from game.sim import flights, founding
from game.sim.ai import controller, duel_senses, homeward, maneuver, navigation, neighbours, perception
from game.sim.entities import Bullet, Door, Gap, Helicopter, Item, Noise, Person, Vehicle
from game.sim.events import Event, RunEnded
from game.sim.illumination import Illumination
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.mission import director
from game.sim.physics import Physics
from game.sim.place import Place, Zone
from game.sim.run_setup import RunSetup
from game.sim.systems import (
    arms,
    boarding,
    calling,
    carrying,
    casing,
    commanding,
    conduct,
    damage,
    dispatch,
    door_work,
    driving,
    fires,
    helicopter,
    holding,
    landing,
    projectiles,
    pursuit,
    shooting,
    sounding,
    spikes,
    surveillance,
    tempo,
    using,
    walking,
)

if TYPE_CHECKING:
    from game.sim.ai.belief import Belief
    from game.sim.ai.mind import Mind
    from game.sim.ai.steps import Step
    from game.sim.mission.state import Heat, Mission, Surveillance, Tempo

SIM_VERSION = 3
"""Rises with every change of behaviour: a replay of another version is refused with the reason."""
KEYFRAME_TICKS = 60
"""Ticks between rebases: snapshots are taken here, and nowhere else."""

System = Callable[["World"], None]

ORDER: tuple[tuple[str, System], ...] = (
    # Who wants what: the player's frame, what minds see, decide and do with their hands.
    ("commanding", commanding.advance),
    ("neighbours", neighbours.advance),  # before minds: they ask who is near
    ("duel", duel_senses.advance),  # before perception: that takes the noises of the last tick away
    ("perception", perception.advance),
    ("pursuit", pursuit.advance),  # before minds: drivers are told their parts
    ("minds", controller.advance),
    ("paths", navigation.advance),  # after minds: they ask for paths and maneuvers
    ("maneuvers", maneuver.advance),
    # Intent becomes motion, shots and deeds.
    ("boarding", boarding.advance),  # before walking: whoever got in walks no more
    ("using", using.advance),
    ("walking", walking.advance),
    ("doors", door_work.advance),  # after walking: they give way to whoever means to walk into them
    ("driving", driving.advance),
    ("arms", arms.advance),  # before shooting: who is shot at reaches under his coat
    ("conduct", conduct.advance),  # after arms: masks and coats, and how calm it all looks
    ("shooting", shooting.advance),
    ("projectiles", projectiles.advance),  # after shooting: a round flies in the tick it is fired
    ("surveillance", surveillance.advance),  # after projectiles: bullets put cameras out
    ("casing", casing.advance),
    ("carrying", carrying.advance),  # last before the step: bodies that ride along are put in place
    ("physics", lambda world: world.physics.step()),
    # What came of it.
    ("damage", damage.advance),
    ("spikes", spikes.advance),
    ("fires", fires.advance),
    ("holding", holding.advance),
    ("tempo", tempo.advance),  # before dispatch: it may hold a unit back
    ("dispatch", dispatch.advance),
    ("helicopter", helicopter.advance),  # after physics: it sees the finished tick
    ("sounding", sounding.advance),
    ("landing", landing.advance),
    ("calling", calling.advance),  # after all that happened; before the director, who puts lines on the screen
    ("director", director.advance),  # last: beats see the finished tick
)


class World:
    """Everything there is in a run, at one tick."""

    tick: int
    level: Level
    catalog: Catalog
    setup: RunSetup
    place: Place
    difficulty: DifficultySpec
    vehicles: list[Vehicle]
    people: list[Person]
    items: list[Item]
    doors: list[Door]
    minds: dict[int, Mind]
    bullets: list[Bullet]
    helicopters: list[Helicopter]
    noises: list[Noise]
    beliefs: dict[int, Belief]
    """Of those who hunt one man or evade him, what each thinks of where the other is."""
    gaps: list[Gap]
    """Where fences have been cut, or are being cut."""
    mission: Mission
    heat: Heat
    tempo: Tempo
    surveillance: Surveillance
    physics: Physics
    player: int
    """EntityId of the body the player has."""
    crew_ids: tuple[int, ...]
    """The crew: those the police are after, whoever is played."""
    crew_names: tuple[str, ...]
    team_ids: tuple[int, ...]
    """Those who belong to the player: he can take their bodies, and gives them orders. The crew, or some of the police."""
    touching: list[tuple[int, int]]
    """Pairs in contact at the end of the last tick, sorted."""
    path_queue: list[int]
    """Minds that have asked for a path, first come first served."""
    maneuver_queue: list[int]
    """Minds that have asked for a maneuver."""
    maneuver: maneuver.Maneuver | None
    search: navigation.Search | None
    """The path that is being looked for."""
    own_searches: dict[int, navigation.Search]
    """The paths that those in a duel look for, each on his own, by mind."""

    def __init__(self) -> None:
        """An empty shell: use `World.new` or `snapshot.restore`."""
        self.events: list[Event] = []
        self.frame = NEUTRAL
        self.grid: dict[int, list[int]] = {}
        self.cells: list[int] = []
        """The cell of every person and vehicle in their grids."""
        self.wide_cells: list[int] = []
        """The wide cell of every person."""
        self.stirred: list[int] = []
        """People whose hands or state have changed since their feet were last looked at, or who are still gathering speed."""
        self.stats = {"sight_queries": 0, "expansions": 0, "bullet_segments": 0, "paths": 0}
        self.profile: dict[str, float] | None = None
        """Seconds spent in each system, filled when a clock is given."""
        self.clock: Callable[[], float] | None = None
        self.spares_the_far = True
        """Whether whoever is far from the player looks and moves his hands less often; False is for measuring alone."""

    @classmethod
    def new(cls, level: Level, catalog: Catalog, setup: RunSetup) -> World:
        """The world at tick 0. Raises ValueError when the setup names a side or a difficulty that there is not."""
        world = cls()
        founding.found(world, level, catalog, setup)
        return world

    def index(self) -> None:
        """Works out what is looked up by name and number; called once the tables stand (start and restore)."""
        self._name()
        self._look_up_specs()
        self._sort_out_people()
        self._light_up()
        self._sort_out_response()
        self._lay_out_grids()
        self.beats: list[director.BoundBeat] = []
        self.plans: dict[int, list[tuple[str, Step]]] = {}
        director.bind(self)
        neighbours.rebuild(self)

    def _name(self) -> None:
        """What is found by its name."""
        self.person_base = len(self.vehicles)
        self.pressed = [person.id for person in self.people if person.pressed]
        """Whose buttons went down in the tick now past or under way."""
        self.person_named = {person.name: person for person in self.people}
        self.vehicle_named = {vehicle.name: vehicle for vehicle in self.vehicles}
        self.item_named = {item.name: item for item in self.items}
        self.door_named = {door.name: door for door in self.doors}
        self.zones: dict[str, Zone] = self.place.zones

    def _look_up_specs(self) -> None:
        """What kind each vehicle and person is, and what follows from it."""
        self.vehicle_specs: list[VehicleSpec] = [self.catalog.vehicles[vehicle.spec] for vehicle in self.vehicles]
        self.chairs = [tuple((seat.x, seat.y) for seat in spec.seats) for spec in self.vehicle_specs]
        """Where the seats of each vehicle are: metres ahead of its middle and to the right."""
        self.chassis: list[driving.Chassis] = [driving.chassis_of(spec) for spec in self.vehicle_specs]
        self.slow_chassis = {
            ticks: {
                vehicle.spec: driving.chassis_of(spec, ticks)
                for vehicle, spec in zip(self.vehicles, self.vehicle_specs, strict=True)
            }
            for _, ticks in driving.PACES
        }
        """The same of wheels that are reckoned once in so many ticks, by the kind of vehicle."""
        self.wheels = self.chassis.copy()
        """The one that is in force for each vehicle: the traffic far from the player is taken in longer steps."""
        self.person_specs: list[PersonSpec] = [self.catalog.people[person.spec] for person in self.people]

    def _sort_out_people(self) -> None:
        """Whose side everybody is on, and lists of those who are asked for often."""
        self.sides: dict[str, list[int]] = {
            side: [person.id for person in self.people if person.side == side]
            for side in ("crew", "police", "guard", "civilian")
        }
        crew, police, guards = self.sides["crew"], self.sides["police"], self.sides["guard"]
        self.enemies = {"crew": police + guards, "police": crew, "guard": crew, "civilian": crew}
        """Whom each side looks out for."""
        self.against = "crew" if self.setup.side == "police" else "police"
        """The side the difficulty works for: the one the player is up against."""
        self.walks: dict[int, str] = {
            person.id: spawn.route for person, spawn in zip(self.people, self.level.people, strict=True) if spawn.route
        }
        self.armed = [person for person in self.people if person.side != "civilian"]
        """Those who have weapons and do deeds."""
        self.alight = [vehicle.id for vehicle in self.vehicles if vehicle.burning_ticks > 0 or vehicle.fuse_ticks > 0]
        """Vehicles that burn, or have a fuse burning."""
        self.strips = [item for item in self.items if item.kind == "spike_strip"]

    def _light_up(self) -> None:
        """Lamps, jets, and what can be seen by them."""
        self.lamp_groups: tuple[str, ...] = self.place.light.group_names
        """Lamps that are switched together, by name in order."""
        self.passes = flights.timetable(self)
        """The jets of this run."""
        self.light = Illumination(self, self.place.light)
        homeward.work_out(self)

    def _sort_out_response(self) -> None:
        """Which police cars answer of their own accord, and which close roads."""
        self.is_stage_scripted = any(
            call.name == "stage" and dict(call.args).get("is_pinned", True)
            for beat in self.level.screenplay.beats
            for call in beat.do
        )
        """Whether the level's beats say how far the response goes; else crimes do."""
        spawns = self.level.vehicles
        self.answering = [
            vehicle.id
            for vehicle, spawn in zip(self.vehicles, spawns, strict=True)
            if spawn.answers and not spawn.duty and spawn.is_absent
        ]
        """Police cars that set out of their own accord (`systems/response`)."""
        self.blocking: dict[str, list[int]] = {}
        """Groups whose duty is a roadblock, with their cars."""
        for vehicle, spawn in zip(self.vehicles, spawns, strict=True):
            if spawn.duty == "roadblock" and spawn.is_absent:
                self.blocking.setdefault(spawn.group, []).append(vehicle.id)

    def _lay_out_grids(self) -> None:
        """Tables that the ticks fill."""
        self.crowds: dict[int, int] | None = None
        """What a step costs more where people stand thick, by walkers' cell; None = not asked for since the grid was looked over."""
        self.people_grid: dict[int, list[int]] = {}
        self.vehicle_grid: dict[int, list[int]] = {}
        self.lane_limits: list[list[float]] = [[] for _ in self.level.lanes]
        """The speeds at which the points of each lane may be passed; worked out when somebody first drives there."""
        self.cells_taken: tuple[list[tuple[int, float, float, float]], dict[int, bool]] = ([], {})
        """Which vehicles stood where at the last look, and the walkers' cells they take up."""
        self.cells_under: dict[int, tuple[tuple[int, float, float, float], dict[int, bool]]] = {}
        """Vehicle to the pose it had when last looked at, and the cells of the walkers' grid it takes up there."""
        self.awake: list[int] = []
        """Vehicles that have a driver, move, or have just been touched: the others stand, and nobody looks at them."""
        self.stirred = [person.id for person in self.people]
        self.keen: list[int] = []
        """Indices of those who, at the last look, moved their hands in every turn: frightened, at work, fighting."""
        self.rolling: list[Vehicle] = []
        """Vehicles that moved, or whose people changed seats, when this tick's driving began."""
        self.rushing: list[int] = []
        """Vehicles other than traffic that went fast when the grid was last looked over."""
        self.sirens: list[int] = []
        """Vehicles whose siren was on when the grid was made."""

    def step(self, frame: InputFrame) -> list[Event]:
        """Advances one tick with the player's frame and returns what happened. After the end of a run nothing moves any more."""
        self.events = []
        if self.is_over:
            return self.events
        self.tick += 1
        self.frame = frame
        if self.profile is None or self.clock is None:
            for _, advance in ORDER:
                advance(self)
        else:
            self._step_timed(self.profile, self.clock)
        if self.tick % KEYFRAME_TICKS == 0:
            self.physics.rebase()
        return self.events

    def _step_timed(self, profile: dict[str, float], clock: Callable[[], float]) -> None:
        before = clock()
        for name, advance in ORDER:
            advance(self)
            after = clock()
            profile[name] = profile.get(name, 0.0) + after - before
            before = after

    def suggest(self) -> InputFrame:
        """What the crew's own mind would do now with the player's body. Reads only: this is the bot."""
        return self.minds[self.player].hands.frame()

    @property
    def is_over(self) -> bool:
        """Whether the run has ended."""
        return self.mission.result != ""

    @property
    def result(self) -> str:
        """escaped, walked, arrested, killed or lost; "" while it runs."""
        return self.mission.result

    def finish(self, result: str, ending: str) -> None:
        """Ends the run, once."""
        if not self.is_over:
            self.mission.result, self.mission.ending, self.mission.end_tick = result, ending, self.tick
            self.emit(RunEnded(result, ending))

    def let_go(self) -> None:
        """Nobody steps it or looks at it any more: what holds its parts together in circles is untied, and they are free at once."""
        self.physics.let_go()
        self.__dict__.clear()

    # ------------------------------------------------------------------ looking things up

    def emit(self, event: Event) -> None:
        """Adds to what happened in this tick."""
        self.events.append(event)

    def count(self, counter: str, by: int = 1) -> None:
        """Adds to a counter of the run."""
        self.mission.counters[counter] = self.mission.counters.get(counter, 0) + by

    def person(self, entity: int) -> Person:
        """The person with an EntityId."""
        return self.people[entity - self.person_base]

    def person_spec(self, entity: int) -> PersonSpec:
        """The spec of the person with an EntityId."""
        return self.person_specs[entity - self.person_base]

    def entity_named(self, name: str) -> int:
        """EntityId of a person or vehicle."""
        person = self.person_named.get(name)
        return person.id if person is not None else self.vehicle_named[name].id

    def position(self, entity: int) -> Point:
        """Where a person or vehicle is (a seated one: in his seat)."""
        return self.physics.x[entity], self.physics.y[entity]

    def speed(self, entity: int) -> float:
        """Metres a second."""
        vx, vy = self.physics.vx[entity], self.physics.vy[entity]
        return sqrt(vx * vx + vy * vy)

    def spot(self, name: str) -> tuple[float, float, int]:
        """Where a marker, zone, item, fixture, door, person or vehicle is, and its direction (0 if it has none)."""
        marker = self.place.markers.get(name)
        if marker is not None:
            return marker.x, marker.y, marker.facing
        zone = self.zones.get(name)
        if zone is not None:
            return (*zone.middle, 0)
        for fixture in self.level.fixtures:
            if fixture.name == name:
                return fixture.x, fixture.y, fixture.facing
        door = self.door_named.get(name)
        if door is not None:
            shape = self.place.doorways[door.id].door
            return shape.x, shape.y, shape.facing
        for camera in self.level.security_cameras:
            if camera.name == name:
                return camera.x, camera.y, camera.facing
        item = self.item_named.get(name)
        if item is not None:
            if item.inside_vehicle >= 0:
                return (*self.position(item.inside_vehicle), 0)
            return item.x, item.y, item.facing
        route = self.place.routes.get(name)
        if route is not None:
            return (*route.points[-1], 0)
        return (*self.position(self.entity_named(name)), 0)

    def label_of(self, who: str) -> str:
        """A speaker's name as shown."""
        person = self.person_named.get(who)
        return self.catalog.people[person.spec].label if person is not None else who

    def make_noise(self, x: float, y: float, radius: float, kind: str, who: int) -> None:
        """A sound that minds may hear."""
        self.noises.append(Noise(x, y, radius, kind, who))
