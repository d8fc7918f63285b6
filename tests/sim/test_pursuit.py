"""A pursuit by car: who does what, what is against the rules, and what becomes of a car that is boxed in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import hypot
from typing import Any

import pytest

from game.content.level import Lane
from game.sim import events
from game.sim.ai import context, roads
from game.sim.ai.pose import pose_of
from game.sim.ai.steps import Respond
from game.sim.angles import from_radians, turn
from game.sim.input_frame import NEUTRAL
from game.sim.systems import driving, pursuit, trail
from game.sim.world import World
from tests.worlds import (
    armed,
    car,
    disarmed,
    distance,
    heading_of,
    mind,
    person,
    place_of,
    push,
    put,
    run_until,
    speed_of,
    those,
    told_of,
    vehicle,
    wall,
    who,
    yard,
)

EAST = Lane(((5.0, 52.0), (995.0, 52.0)), speed=14.0)
WEST = Lane(((995.0, 48.0), (5.0, 48.0)), speed=14.0)


def hunt(
    stage: int = 2, gaps: tuple[float, ...] = (30.0,), speed: float = 12.0, spec: str = "getaway_sedan", **more: Any
) -> World:
    """Neil in a known car on a long street, so many police cars behind him at so many metres."""
    people = [person("neil", 300, 52, vehicle="car", name="neil"), *more.pop("people", ())]
    cars = [vehicle(spec, 300, 52, name="car")]
    for n, gap in enumerate(gaps):
        people.append(person("patrol", 300 - gap, 52, name=f"officer_{n}", vehicle=f"unit_{n}", group=f"unit_{n}"))
        cars.append(vehicle("patrol_car", 300 - gap, 52 if n % 2 == 0 else 48, name=f"unit_{n}", group=f"unit_{n}"))
    world = yard(people, cars, size=(1000, 100), lanes=[EAST, WEST], still=["neil"], **more)
    disarmed(world, "neil", *(f"officer_{n}" for n in range(len(gaps))))
    world.heat.stage = stage
    car(world).is_known = True
    for n in range(len(gaps)):
        mind(world, f"officer_{n}").give(Respond(""))
        driving.switch_siren(world, car(world, f"unit_{n}"), True)
        push(world, f"unit_{n}", speed)
    push(world, "car", speed)
    known(world)
    return world


def known(world: World, speed: float | None = None) -> None:
    """The police know where the car is, and how fast it goes, or is said to go."""
    world.heat.seen_tick = world.tick
    world.heat.last_x, world.heat.last_y = place_of(world)
    told_of(world, *place_of(world), world.tick, speed=speed_of(world) if speed is None else speed)


def cruise(world: World, seconds: float, speed: float, each: Any = None) -> None:
    """Drives straight on at a speed, seen all the time."""
    for _ in range(round(seconds * 60)):
        known(world)
        gas = -90 if speed_of(world) < speed else 0
        world.step(NEUTRAL._replace(move_y=gas))
        if each is not None:
            each(world)


def test_a_patrol_that_only_wants_it_to_stop_keeps_its_distance() -> None:
    world = hunt(stage=1)
    gaps: list[float] = []
    cruise(world, 15, 14.0, lambda w: gaps.append(distance(w, "car", "unit_0")))
    assert mind(world, "officer_0").role == pursuit.TAIL
    assert min(gaps) > 9.0, "it does not ram a car for speeding"
    assert gaps[-1] < 32.0, "and it does not let it go"


def test_no_more_than_three_are_close_to_it() -> None:
    world = hunt(stage=2, gaps=(20, 28, 36, 44, 52, 60))
    counts: list[int] = []

    def count(w: World) -> None:
        counts.append(sum(distance(w, "car", f"unit_{n}") < 18.0 for n in range(6)))

    cruise(world, 20, 13.0, count)
    assert max(counts) <= 3
    roles = [mind(world, f"officer_{n}").role for n in range(6)]
    assert sum(role in pursuit.CLOSE_ROLES for role in roles) == 3


def spun(world: World, seconds: float, speed: float) -> float:
    """The farthest the car was turned off its way, degrees."""
    off: list[float] = []
    cruise(world, seconds, speed, lambda w: off.append(abs(heading_of(w))))
    return max(off)


def test_the_spin_comes_once_shots_have_been_fired_and_turns_the_car() -> None:
    assert spun(hunt(stage=3, gaps=(16,)), 25, 15.0) > 40.0


@pytest.mark.parametrize(
    ("why", "stage", "spec", "speed", "bystanders"),
    [
        ("before any shot", 2, "getaway_sedan", 15.0, False),
        ("a truck", 3, "box_truck", 13.0, False),
        ("at full tilt", 3, "getaway_sedan", 26.0, False),
    ],
)
def test_the_rules_of_the_spin(why: str, stage: int, spec: str, speed: float, bystanders: bool) -> None:
    world = hunt(stage=stage, gaps=(16,), spec=spec, speed=min(speed, 22.0))
    cruise(world, 2, speed)
    roles: list[str] = []
    cruise(world, 12, speed, lambda w: roles.append(mind(w, "officer_0").role))
    assert pursuit.SPIN not in roles, why


def test_nobody_is_spun_into_a_bystander() -> None:
    world = hunt(stage=3, gaps=(16,), people=[person("pedestrian", 300, 57, name="bystander")])
    assert not pursuit._may_spin(world, car(world), mind(world, "officer_0"))
    world = hunt(stage=3, gaps=(16,), people=[person("pedestrian", 300, 75, name="bystander")])
    assert pursuit._may_spin(world, car(world), mind(world, "officer_0"))


def test_a_car_that_is_boxed_in_is_surrounded_and_its_driver_pulled_out() -> None:
    world = hunt(stage=2, gaps=(16, 24, 34), speed=6.0)
    run_until(world, lambda w: _keeps_known(w) and who(w, "neil").is_arrested, 60, NEUTRAL)
    assert who(world, "neil").vehicle < 0


def _keeps_known(world: World) -> bool:
    known(world)
    return True


def test_officers_do_not_get_out_for_a_car_that_only_slows_down() -> None:
    world = hunt(stage=2, gaps=(16, 24), speed=8.0)
    cruise(world, 12, 6.0)
    assert all(who(world, f"officer_{n}").vehicle >= 0 for n in range(2))


def test_whoever_has_a_wreck_under_him_gets_out() -> None:
    world = hunt(stage=2, gaps=(30,), speed=5.0)
    car(world, "unit_0").has_engine = False
    run_until(world, lambda w: who(w, "officer_0").vehicle < 0, 12)


def test_a_driver_steers_round_what_stands_between_him_and_it() -> None:
    world = yard([person("neil", 10, 10)], [vehicle("patrol_car", 50, 50, name="car")], [wall(60, 48, 2, 6)])
    push(world, "car", 9.0)
    pose = pose_of(world, car(world).id)
    choice = context.choose(world, pose, 90.0, 50.0)
    assert abs(turn(pose.heading, _direction(choice.x - pose.x, choice.y - pose.y))) > 2000, (
        "not straight into the wall"
    )
    free = context.choose(world, pose, 50.0, 90.0)
    assert free.y > 50.0


def _direction(x: float, y: float) -> int:
    from game.sim.angles import direction

    return direction(x, y)


def test_a_way_by_road_has_no_point_twice_where_lanes_are_joined() -> None:
    lanes = [Lane(((10.0, 50.0), (60.0, 50.0)), follows=(1,)), Lane(((60.0, 50.0), (70.0, 52.0), (70.0, 90.0)), follows=(2,)),
             Lane(((71.0, 90.5), (71.0, 99.0)))]  # fmt: skip
    world = yard([person("neil", 15, 50)], lanes=lanes)
    way = roads.way(world, 15, 50, 1.0, 0.0, 71, 98)
    assert way[-1] == (71.0, 98.0)
    assert all(hypot(bx - ax, by - ay) > 1.9 for (ax, ay), (bx, by) in pairwise(way)), way


def test_traffic_lets_a_siren_by() -> None:
    """It pulls over to the right; the patrol car is past it within seconds, and neither is scratched."""
    people = [person("driver", 120, 52, vehicle="slow", name="driver"), person("patrol", 60, 52, vehicle="unit", name="officer"),
              person("neil", 20, 90)]  # fmt: skip
    cars = [
        vehicle("sedan", 120, 52, name="slow", is_traffic=True),
        vehicle("patrol_car", 60, 52, name="unit", group="unit"),
    ]
    lanes = [replace(EAST, speed=8.0), WEST]
    world = yard(people, cars, size=(1000, 100), lanes=lanes, still=["neil"])
    world.heat.stage, world.heat.seen_tick = 1, 1
    world.heat.last_x, world.heat.last_y = 900.0, 52.0
    push(world, "slow", 8.0)
    mind(world, "officer").give(Respond(""))
    run_until(world, lambda w: place_of(w, "unit")[0] > place_of(w, "slow")[0] + 8.0, 22)
    assert place_of(world, "slow")[1] > 52.4, "to the kerb on its right"
    assert car(world, "slow").damage == car(world, "unit").damage == 0.0


def test_headings_used_here_are_the_worlds_own() -> None:
    world = hunt()
    assert from_radians(world.physics.angle[car(world).id]) == 0


def test_nobody_shoots_at_a_car_for_not_stopping_nor_at_one_that_is_boxed_in_and_quiet() -> None:
    world = hunt(stage=2, gaps=(16, 24, 34), speed=6.0)
    for n in range(3):
        armed(world, f"officer_{n}", "pistol_9")
    found: list[events.Event] = []
    for _ in range(27 * 60):
        known(world)
        found += world.step(NEUTRAL)
    assert any(who(world, f"officer_{n}").vehicle < 0 for n in range(3)), "they are out of their cars"
    assert those(found, events.ShotFired) == []


def test_whoever_gets_in_beside_a_driver_who_is_held_up_stays_in() -> None:
    shut_in = [wall(273.2, 48, 0.5, 8), wall(266.2, 48, 0.5, 8)]
    world = hunt(stage=2, gaps=(30,), speed=0.0, people=[person("patrol", 270, 50, name="partner")], walls=shut_in)
    disarmed(world, "partner")
    partner = who(world, "partner")
    mind(world, "partner").give(Respond(""))
    came, left = 0, 0
    for _ in range(60 * 6):
        known(world, 12.0)
        for event in world.step(NEUTRAL):
            came += isinstance(event, events.Entered) and event.who == partner.id
            left += isinstance(event, events.Left) and event.who == partner.id
    assert (came, left) == (1, 0)


# ------------------------------------------------------------------ the trail of a car that nobody sees

TURN_SOUTH = Lane(((400.0, 52.0), (404.0, 56.0), (404.0, 60.0)), follows=(3,), speed=6.0)
SOUTH = Lane(((404.0, 60.0), (404.0, 95.0)), speed=14.0)
INTO = Lane(((5.0, 52.0), (400.0, 52.0)), follows=(1, 2), speed=14.0)
STRAIGHT = Lane(((400.0, 52.0), (995.0, 52.0)), speed=14.0)


def out_of_sight(seconds: float, x: float = 380.0, heading: int = 0) -> World:
    """A car was told to be before a junction so long ago, and is somewhere else by now."""
    people = [
        person("neil", 700, 20, vehicle="car", name="neil"),
        person("patrol", 300, 52, vehicle="unit", group="unit"),
    ]
    cars = [vehicle("getaway_sedan", 700, 20, name="car"), vehicle("patrol_car", 300, 52, name="unit", group="unit")]
    world = yard(people, cars, size=(1000, 100), lanes=[INTO, TURN_SOUTH, STRAIGHT, SOUTH], still=["neil"])
    world.heat.stage, car(world).is_known = 2, True
    world.tick = 6000
    tick = world.tick - round(seconds * 60)
    told_of(world, x, 52.0, tick, heading)
    world.heat.seen_tick, world.heat.last_x, world.heat.last_y = tick, x, 52.0
    return world


def test_a_car_out_of_sight_is_believed_to_go_on_along_its_street_and_each_branch_is_another_one() -> None:
    world = out_of_sight(4)
    far = 4 * trail.FLIGHT_SPEED - 20.0
    on = trail.believed(world)
    assert (round(on.x), on.y, on.heading) == (round(400 + far), 52.0, 0)
    aside = trail.believed(world, branch=1)
    assert aside.x == 404.0 and aside.y > 60.0, "it may have turned"


@pytest.mark.parametrize("seconds", [0.1, 5])
def test_what_they_believe_and_do_does_not_depend_on_where_it_is(seconds: float) -> None:
    """Nobody sees it. Wherever it is, and however it goes there: they drive as they were told, also in the moment after a report."""
    found = []
    for x, y, speed in ((700, 20, 0.0), (20, 90, 15.0)):
        world = out_of_sight(seconds)
        put(world, "car", x, y)
        push(world, "car", speed)
        mind(world, "patrol").give(Respond(""))
        driving.switch_siren(world, car(world, "unit"), True)
        world.step(NEUTRAL)
        for _ in range(90):
            world.step(NEUTRAL)
        found.append(
            (mind(world, "patrol").role, place_of(world, "unit"), trail.believed(world), mind(world, "patrol").way)
        )
    assert found[0] == found[1] and found[0][0]


def test_just_after_a_report_it_goes_straight_on_and_after_a_while_the_trail_is_cold() -> None:
    assert trail.believed(out_of_sight(0.5))[:2] == pytest.approx((380.0 + 0.5 * 12.0, 52.0))
    assert pursuit.quarry(out_of_sight(10)) is not None
    assert pursuit.quarry(out_of_sight(trail.COLD / 60 + 1)) is None


def test_a_car_that_stood_when_it_was_told_is_not_thought_to_have_driven_off() -> None:
    world = out_of_sight(5, heading=-1)
    assert trail.believed(world)[:2] == (380.0, 52.0)
    assert pursuit.quarry(world) is None


def test_whoever_comes_past_an_empty_car_ends_the_hunt_for_it() -> None:
    world = out_of_sight(5)
    neil = who(world, "neil")
    car(world).seats[neil.seat] = -1
    neil.vehicle, neil.seat = -1, -1
    world.step(NEUTRAL)
    assert pursuit.hunted(world) is not None
    put(world, "unit", 700, 60)
    put(world, "patrol", 700, 60)
    for _ in range(2 * pursuit.PERIOD):
        world.step(NEUTRAL)
    assert pursuit.hunted(world) is None
    assert (world.heat.last_x, world.heat.last_y) == place_of(world)


def test_drivers_search_for_it_in_their_cars_along_different_streets() -> None:
    world = hunt(stage=2, gaps=(60, 90))
    cruise(world, 1, 12.0)
    for _ in range(5 * 60):
        world.heat.trail.tick = world.tick - 300  # nobody has seen it for five seconds
        world.step(NEUTRAL)
    assert mind(world, "officer_0").branch != mind(world, "officer_1").branch
    assert all(who(world, f"officer_{n}").vehicle >= 0 for n in range(2))
