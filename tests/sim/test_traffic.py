"""Traffic at a light: it stops at red, goes at green, lets go first who goes first, and leaves the junction free."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from game.content.level import Lane, Point, Signal
from game.sim import events
from game.sim.ai import roads
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import car, catalog, person, place_of, push, run, speed_of, those, vehicle, yard_level

SIGNALS = (Signal(90, 90, "ns", 12.0, 30.0, 15.0), Signal(110, 90, "ew", 12.0, 30.0, 0.0))
"""Twelve seconds of green each, and three in which both are red."""
IN: dict[str, tuple[Point, Point]] = {
    "south": ((97.4, 2), (97.4, 88)), "north": ((102.6, 198), (102.6, 112)),
    "east": ((2, 102.6), (88, 102.6)), "west": ((198, 97.4), (112, 97.4)),
}  # fmt: skip
"""The four ways in, by where they lead."""
OUT: dict[str, tuple[Point, Point]] = {
    "south": ((97.4, 112), (97.4, 198)), "north": ((102.6, 88), (102.6, 2)),
    "east": ((112, 102.6), (198, 102.6)), "west": ((88, 97.4), (2, 97.4)),
}  # fmt: skip
BACK = {"south": "north", "north": "south", "east": "west", "west": "east"}
AMBER = 1.3
"""Seconds of red within which whoever could not have stopped is still let in."""
CLEARS = 4.5
"""Seconds of red after which nobody who came from there is in the junction any more."""


def _through(way: str, to: str) -> tuple[Point, ...]:
    """From a way in to a way out: straight, or round the point where the two would meet."""
    (ax, ay), (bx, by) = IN[way][1], OUT[to][0]
    if way == to:
        return (ax, ay), (bx, by)
    cx, cy = (ax, by) if way in ("south", "north") else (bx, ay)
    bows = [(share, 1.0 - share) for share in (0.25, 0.5, 0.75)]
    middle = [(ax * v * v + 2 * cx * u * v + bx * u * u, ay * v * v + 2 * cy * u * v + by * u * u) for u, v in bows]
    return (ax, ay), *middle, (bx, by)


def crossing(cars: dict[str, tuple[str, float]], turns: dict[str, str] | None = None, seed: int = 1) -> World:
    """Two streets that cross at a light. `cars`: by name on which way in, and how many metres before the line; `turns`: the only way on."""
    ways = list(IN)
    lanes = [Lane(IN[way], speed=11.0, signal="ns" if way in ("south", "north") else "ew") for way in ways]
    lanes += [Lane(OUT[way], speed=11.0) for way in ways]
    follows: dict[str, list[int]] = {}
    for way in ways:
        for to in ways:
            if to != BACK[way] and (turns or {}).get(way, to) == to:
                follows.setdefault(way, []).append(len(lanes))
                lanes.append(Lane(_through(way, to), speed=8.0, follows=(4 + ways.index(to),)))
    for number, way in enumerate(ways):
        lanes[number] = replace(lanes[number], follows=tuple(follows[way]))
    people, vehicles = [person("neil", 6, 6)], []
    for name, (way, metres) in cars.items():
        (ax, ay), (bx, by) = IN[way]
        share = metres / hypot(bx - ax, by - ay)
        x, y = bx + (ax - bx) * share, by + (ay - by) * share
        vehicles.append(vehicle("sedan", x, y, way, name=name, is_traffic=True))
        people.append(person("driver", x, y, vehicle=name, name=f"driver_{name}"))
    level = yard_level(people, vehicles, lanes=lanes, still=["neil"], size=(200, 200))
    level = replace(level, signals=SIGNALS)
    return World.new(level, catalog(), RunSetup(level.name, seed=seed))


def red_for(world: World, way: str) -> float:
    """Seconds for which the light of a way in has been red; -1 = it is green."""
    signal = SIGNALS[0 if way in ("south", "north") else 1]
    phase = (world.tick / 60 + signal.offset_seconds) % signal.cycle_seconds
    return -1.0 if phase < signal.green_seconds else phase - signal.green_seconds


def nose_beyond(world: World, name: str, way: str) -> float:
    """Metres from the line of a way in to the bumper of a car, as that way goes."""
    x, y = place_of(world, name)
    (ax, ay), (bx, by) = IN[way]
    length = hypot(bx - ax, by - ay)
    return ((x - bx) * (bx - ax) + (y - by) * (by - ay)) / length + catalog().vehicles["sedan"].length / 2


def is_in_the_middle(world: World, name: str) -> bool:
    x, y = place_of(world, name)
    return 89 < x < 111 and 89 < y < 111


def test_it_stops_before_the_line_at_red_and_goes_at_green() -> None:
    world = crossing({"car": ("south", 60.0)})
    push(world, "car", 10.0)
    run(world, 10)
    assert speed_of(world) < 0.3
    assert -4.0 < nose_beyond(world, "car", "south") < 0.0
    run(world, 8.5)  # green from 15 s on
    assert red_for(world, "south") < 0.0
    assert nose_beyond(world, "car", "south") > 3.0


def test_who_could_not_stop_any_more_goes_through_and_does_not_stand_in_the_middle() -> None:
    for metres in (14.0, 10.0, 7.0, 5.0):
        world = crossing({"car": ("east", 80.0)})
        while red_for(world, "east") < 0.0:
            (_, (bx, by)) = IN["east"]
            world.physics.place(car(world).id, bx - metres, by, 0.0)  # until it turns red he is so far from the line
            push(world, "car", 11.0)
            run(world, 1 / 60)
        run(world, 4)
        assert not is_in_the_middle(world, "car"), metres
        assert nose_beyond(world, "car", "east") < 0.5 or place_of(world)[0] > 111 or abs(place_of(world)[1] - 100) > 11


def test_over_minutes_nobody_runs_a_red_light_stands_in_the_junction_or_touches_another() -> None:
    cars = {f"{way}_{n}": (way, 20.0 + 24.0 * n) for way in IN for n in range(3)}
    for seed in (1, 2):
        world = crossing(cars, seed=seed)
        came = {name: way for name, (way, _) in cars.items()}
        crossed = dict.fromkeys(cars, 0)
        for _ in range(60 * 150):
            before = {name: nose_beyond(world, name, came[name]) for name in cars}
            assert not those(run(world, 1 / 60), events.VehicleImpact)
            for name in cars:
                lane = world.minds[car(world, name).seats[0]].lane
                if lane < 4 and not is_in_the_middle(world, name):
                    came[name] = list(IN)[lane]
                way = came[name]
                red = red_for(world, way)
                if before[name] <= 0.0 < nose_beyond(world, name, way) < 3.0:
                    crossed[name] += 1
                    assert red < AMBER, f"{name} at red, seed {seed}, tick {world.tick}"
                if red > CLEARS and is_in_the_middle(world, name):
                    raise AssertionError(f"{name} stands in the junction, seed {seed}, tick {world.tick}")
        assert sum(crossed.values()) >= 24
        assert min(crossed.values()) >= 1, "nobody waits for ever"


def test_who_turns_left_lets_go_first_whoever_comes_towards_him() -> None:
    cars = {"turner": ("east", 6.0), "oncoming": ("west", 30.0)}
    world = crossing(cars, {"east": "north", "west": "west"})
    push(world, "oncoming", 10.0)
    first = ""
    for _ in range(60 * 11):
        assert not those(run(world, 1 / 60), events.VehicleImpact)
        for name in cars:
            if not first and is_in_the_middle(world, name):
                first = name
    assert first == "oncoming"
    assert place_of(world, "turner")[1] < 88.0, "and then he goes himself, at the same green"


def test_nobody_drives_into_a_junction_he_could_not_leave() -> None:
    world = crossing({"car": ("east", 40.0), "broken": ("west", 60.0)}, {"east": "east"})
    push(world, "car", 8.0)
    for _ in range(60 * 10):
        world.physics.place(car(world, "broken").id, 116.0, 102.6, 0.0)  # the end of a queue, just beyond
        run(world, 1 / 60)
        assert not is_in_the_middle(world, "car")
    assert roads.is_green(world, "ew")
    run(world, 1.9)
    world.physics.place(car(world, "broken").id, 160.0, 102.6, 0.0)
    run(world, 25)
    assert place_of(world)[0] > 112.0
