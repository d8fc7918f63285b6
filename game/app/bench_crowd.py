"""`bench sim --people N`: a level with so many people about, all of them awake, calm at first and then under fire.

Owns how such a crowd is made: the level's own cast stays, its passers-by and traffic give way to others within a minute's walk of the
player, where minds are at their quickest. Called by `bench_commands`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter, process_time

from game.content.level import Level, PersonSpawn, VehicleSpawn
from game.content.specs import Catalog
from game.sim import dice
from game.sim.ai.behaviours.stroll import WALKS_ON
from game.sim.angles import direction
from game.sim.input_frame import NEUTRAL
from game.sim.place import Place, place_of
from game.sim.run_setup import RunSetup
from game.sim.world import World

VEHICLES = 40
WALK_METRES, DRIVE_METRES = 50.0, 110.0
"""Within so many metres of the player they are put."""
ROOM_METRES = 9.0
"""From one vehicle's middle to the next, at least."""
HALF_TICKS = 900
"""Ticks of calm, and ticks of fire."""
SHOT_TICKS, SHOT_METRES = 90, 150.0
"""Ticks between the shots that keep everybody frightened, and how far each is heard."""
LOOKS = ("pedestrian", "pedestrian_b", "pedestrian_c", "businessman")
CARS = ("sedan", "hatchback", "taxi", "pickup")
PURPOSE = dice.Purpose.WANDER


def crowded(level: Level, catalog: Catalog, setup: RunSetup, people: int, vehicles: int = VEHICLES) -> Level:
    """The level with `people` present in all (drivers included) and `vehicles` on its lanes. ValueError when there is no room."""
    world = World.new(level, catalog, setup)
    x, y = world.position(world.player)
    cast = [spawn for spawn in level.people if catalog.people[spawn.spec].side != "civilian"]
    parked = [spawn for spawn in level.vehicles if not spawn.is_traffic]
    taken = [(spawn.x, spawn.y) for spawn in parked]
    traffic = _traffic(level, taken, x, y, vehicles)
    drivers = [
        PersonSpawn(car.x, car.y, f"driver_{n}", LOOKS[n % len(LOOKS)], vehicle=car.name)
        for n, car in enumerate(traffic)
    ]
    left = people - len(drivers) - sum(1 for spawn in cast if not spawn.is_absent)
    if left < 0:
        raise ValueError(f"--people {people}: the level's own cast and {len(drivers)} drivers are more already")
    walkers = _walkers(place_of(level, catalog), setup.seed, x, y, left)
    return replace(level, people=(*cast, *drivers, *walkers), vehicles=(*parked, *traffic))


def _traffic(level: Level, taken: Sequence[tuple[float, float]], x: float, y: float, wanted: int) -> list[VehicleSpawn]:
    found: list[VehicleSpawn] = []
    full = list(taken)
    for lane in level.lanes:
        for (ax, ay), (bx, by) in zip(lane.points, lane.points[1:], strict=False):
            is_near = abs(ax - x) < DRIVE_METRES and abs(ay - y) < DRIVE_METRES
            if is_near and all(abs(ax - px) + abs(ay - py) > ROOM_METRES for px, py in full):
                name, spec = f"traffic_{len(found)}", CARS[len(found) % len(CARS)]
                found.append(VehicleSpawn(ax, ay, name, spec, direction(bx - ax, by - ay), is_traffic=True))
                full.append((ax, ay))
                if len(found) == wanted:
                    return found
    return found


def _walkers(place: Place, seed: int, x: float, y: float, wanted: int) -> list[PersonSpawn]:
    free = [
        (column + 0.5, row + 0.5)
        for row in range(int(y - WALK_METRES), int(y + WALK_METRES))
        for column in range(int(x - WALK_METRES), int(x + WALK_METRES))
        if not place.is_blocked(column + 0.5, row + 0.5) and place.surface_at(column, row).name in WALKS_ON
    ]
    if len(free) < wanted:
        raise ValueError(f"--people: there is room for {len(free)} walkers near the player, not for {wanted}")
    free.sort(key=lambda spot: dice.draw(seed, int(spot[0]), PURPOSE, int(spot[1])))
    return [
        PersonSpawn(px, py, f"walker_{n}", LOOKS[n % len(LOOKS)], direction(x - px, y - py))
        for n, (px, py) in enumerate(free[:wanted])
    ]


def crowd_ticks(level: Level, catalog: Catalog, setup: RunSetup) -> tuple[World, list[float], list[float]]:
    """The world after its calm and its fire, and what every step took (seconds): by the wall, and of the process's own time."""
    everybody = replace(setup, facts=(*setup.facts, ("traffic", str(VEHICLES))))
    world = World.new(level, catalog, everybody)
    seconds: list[float] = []
    own: list[float] = []
    for tick in range(2 * HALF_TICKS):
        if tick >= HALF_TICKS and tick % SHOT_TICKS == 0:
            world.make_noise(*world.position(world.player), SHOT_METRES, "shot", world.player)
        before, own_before = perf_counter(), process_time()
        world.step(NEUTRAL)
        own.append(process_time() - own_before)
        seconds.append(perf_counter() - before)
    return world, seconds, own
