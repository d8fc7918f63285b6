"""What a pursuit by car comes to: who gets nowhere, how many crowd in, how soon they are there, what they break by themselves.

Owns the definitions; reads a world after each tick and changes nothing in it. Called by `bench_pursuit`.

- **Stuck**: a police driver's foot asks to go for two seconds or more, and his car stays within half a metre. The whole spell counts.
  Waiting for a maneuver to be found, with the foot off, is none; a maneuver that leads nowhere is.
- **Crowded**: more than three police cars that move are within fifteen metres of the hunted car, which moves too.
- **Contact**: the first police car within fifteen metres of the hunted car, counted from the first one in the place.
- **Chased**: the crew sits in a car the police know, and is not lost; **pressed** is what of that time one of them, the air unit or a
  caller had it in sight and told it within the last three seconds (`wanted` calls that "know").
- **Wreck by own fault**: a police car that stops for good (no engine, on its side, burning) after a blow from a wall, a post, or
  another police car.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.app.minds_counts import Case, Counts
from game.sim import events
from game.sim.ai.steps import Respond
from game.sim.entities import Vehicle
from game.sim.events import Event
from game.sim.systems import pursuit
from game.sim.world import World

PERIOD = 3
STUCK_TICKS, STILL_METRES, ASKS = 120, 0.5, 32
CLOSE_METRES, MOVES, MOST = 15.0, 2.0, 3
BLAME_TICKS = 10 * 60
"""For so long a blow counts as what has broken a car."""


@dataclass(slots=True)
class Stand:
    """Since when and where a car has been."""

    tick: int
    x: float
    y: float


class PursuitWatch:
    """Looks at every police car that somebody drives."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.cases: list[Case] = []
        self._stands: dict[int, Stand] = {}
        self._struck: dict[int, tuple[int, bool]] = {}
        self._wrecked: dict[int, bool] = {}
        self._first = -1
        self._contact = False

    def take(self, world: World, happened: Iterable[Event]) -> None:
        """One finished tick."""
        for event in happened:
            self._note(world, event)
        if world.tick % PERIOD:
            return
        cars = [car for car in world.vehicles if self._is_driven(world, car)]
        if cars and self._first < 0:
            self._first = world.tick
        for car in cars:
            self.counts.add("car_seconds", PERIOD / 60.0)
            self._look_at(world, car)
        for number in [number for number in self._stands if not self._is_driven(world, world.vehicles[number])]:
            self._end(world, number)
        self._look_at_all(world, cars)
        self._look_at_chase(world)

    def finish(self, world: World) -> None:
        """The end of a run: spells that are open count."""
        for number in list(self._stands):
            self._end(world, number)
        for name in ("roadblocks", "blocks_passed", "spiked_others", "hijacked"):
            self.counts.add(name, world.mission.counters.get(name, 0))

    def _note(self, world: World, event: Event) -> None:
        if isinstance(event, events.VehicleImpact):
            for mine, other in ((event.vehicle, event.other), (event.other, event.vehicle)):
                if 0 <= mine < world.person_base and world.vehicle_specs[mine].has_siren:
                    is_own = other < 0 or (other < world.person_base and world.vehicles[other].siren)
                    self._struck[mine] = (world.tick, is_own)
        elif isinstance(event, events.StripLaid):
            self.counts.add("strips_laid")

    @staticmethod
    def _is_driven(world: World, car: Vehicle) -> bool:
        if car.is_absent or not car.siren or car.seats[0] < 0:
            return False
        driver = world.person(car.seats[0])
        return driver.side == "police" and driver.is_able and isinstance(world.minds[driver.id].step, Respond)

    def _look_at(self, world: World, car: Vehicle) -> None:
        self._look_for_wreck(world, car)
        x, y = world.position(car.id)
        hands = world.minds[car.seats[0]].hands
        stand = self._stands.get(car.id)
        asks = abs(hands.move_y) >= ASKS and car.brake == 0
        if (
            stand is not None
            and (x - stand.x) * (x - stand.x) + (y - stand.y) * (y - stand.y) < STILL_METRES * STILL_METRES
        ):
            if not asks:
                self._end(world, car.id)
            return
        self._end(world, car.id)
        if asks:
            self._stands[car.id] = Stand(world.tick, x, y)

    def _end(self, world: World, number: int) -> None:
        stand = self._stands.pop(number, None)
        if stand is None or world.tick - stand.tick < STUCK_TICKS:
            return
        seconds = (world.tick - stand.tick) / 60.0
        self.counts.add("stuck_seconds", seconds)
        self.counts.add("stuck_spells")
        driver = world.vehicles[number].seats[0]
        role = world.minds[driver].role if driver >= 0 else ""
        self.cases.append(Case("stuck", stand.tick, world.vehicles[number].name, seconds, stand.x, stand.y, role))

    def _look_for_wreck(self, world: World, car: Vehicle) -> None:
        if car.id in self._wrecked or (car.has_engine and not car.is_on_side and car.burning_ticks == 0):
            return
        self._wrecked[car.id] = True
        tick, is_own = self._struck.get(car.id, (-1, False))
        self.counts.add("wrecks")
        if is_own and world.tick - tick < BLAME_TICKS:
            self.counts.add("wrecks_by_own_fault")

    def _look_at_chase(self, world: World) -> None:
        belief = world.heat.belief
        if belief in ("know", "search") and any(self._is_known_by_car(world, who) for who in world.crew_ids):
            self.counts.add("chase_seconds", PERIOD / 60.0)
            if belief == "know":
                self.counts.add("pressed_seconds", PERIOD / 60.0)

    @staticmethod
    def _is_known_by_car(world: World, who: int) -> bool:
        person = world.person(who)
        return person.is_present and person.vehicle >= 0 and world.vehicles[person.vehicle].is_known

    def _look_at_all(self, world: World, cars: list[Vehicle]) -> None:
        target = pursuit.quarry(world)
        if target is None:
            return
        x, y = world.position(target.id)
        close = moving = 0
        for car in cars:
            cx, cy = world.position(car.id)
            if (cx - x) * (cx - x) + (cy - y) * (cy - y) < CLOSE_METRES * CLOSE_METRES:
                close += 1
                moving += world.speed(car.id) > MOVES
            role = world.minds[car.seats[0]].role
            self.counts.add(f"role/{role or 'none'}", PERIOD / 60.0)
        if close and not self._contact:
            self._contact = True
            self.counts.add("contacts")
            self.counts.add("contact_seconds", (world.tick - self._first) / 60.0)
        self.counts.add("hunted_seconds", PERIOD / 60.0)
        if moving > MOST and world.speed(target.id) > MOVES:
            self.counts.add("crowded_seconds", PERIOD / 60.0)
