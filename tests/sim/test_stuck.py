"""A car that gets nowhere is stuck, however it rocks; sirens tell of cars beyond the picture; drivers stop for their own."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Route
from game.sim import events
from game.sim.input_frame import NEUTRAL
from game.sim.mission import triggers
from game.sim.world import World
from tests.worlds import (
    at_the_wheel,
    call,
    car,
    drive,
    person,
    place_of,
    plan,
    play,
    push,
    put,
    run,
    speed_of,
    those,
    vehicle,
    yard,
)


def rocked(metres_apart: float, seconds: int) -> World:
    """A car that is moved to and fro, three times a second, as one wedged between others."""
    world = at_the_wheel(x=40.0)
    run(world, 0.2)
    for turn in range(seconds * 3):
        put(world, "car", 40.0 + (metres_apart if turn % 2 else 0.0), 50.0)
        drive(world, "gas 20")
    return world


def test_a_car_that_shunts_to_and_fro_is_stuck_though_it_never_stands_still() -> None:
    world = rocked(2.0, 8)
    assert car(world).still_ticks < 60
    assert triggers.Stuck("car", 7.0).holds(world, 0)
    assert not triggers.Stuck("car", 12.0).holds(world, 0)
    assert not triggers.Stopped("car", 2.0).holds(world, 0)


def test_a_car_that_gets_away_is_not_stuck() -> None:
    assert not triggers.Stuck("car", 1.0).holds(rocked(9.0, 8), 0)
    world = at_the_wheel(x=40.0)
    play(world, "wait 400")
    assert triggers.Stuck("car", 5.0).holds(world, 0)
    drive(world, "gas 200")
    assert not triggers.Stuck("car", 1.0).holds(world, 0)


def test_a_parked_car_is_not_stuck() -> None:
    world = yard([person("neil", 20, 50)], [vehicle("sedan", 30, 50, name="car")])
    run(world, 8)
    assert triggers.Stopped("car", 5.0).holds(world, 0)
    assert not triggers.Stuck("car", 1.0).holds(world, 0)


def test_sirens_go_on_by_a_beat_and_then_the_lights_alone() -> None:
    world = yard(
        [person("neil", 20, 50)],
        [vehicle("patrol_car", 150, 50, name="block"), vehicle("sedan", 160, 50, name="other")],
        beats=[
            Beat("on", do=(call("siren", vehicles=("block", "other")),)),
            Beat("quiet", after=("on",), when=call("seconds", after=2.0), do=(call("siren", vehicles=("block",), is_silent=True),)),
        ],
    )  # fmt: skip
    assert [(e.vehicle, e.is_on) for e in those(run(world, 1), events.SirenSwitched)] == [
        (car(world, "block").id, True)
    ]
    assert car(world, "block").siren and car(world, "block").lights
    run(world, 2)
    assert not car(world, "block").siren and car(world, "block").lights
    assert not car(world, "other").lights


@pytest.mark.parametrize("speed", [18.0, 26.0])
def test_a_policeman_at_the_wheel_stops_for_one_of_his_own_in_the_road(speed: float) -> None:
    world = yard(
        [
            person("patrol", 20, 50, name="driver", vehicle="unit", seat="driver"),
            person("patrol", 190, 50, name="friend"), person("neil", 20, 90),
        ],
        [vehicle("patrol_car", 20, 50, name="unit")],
        routes=[Route(((20.0, 50.0), (380.0, 50.0)), "run", speed)],
        plans=[plan("driver", start=call("drive_route", route="run", speed=speed))], still=("friend", "neil"), size=(400, 100),
    )  # fmt: skip
    push(world, "unit", speed)
    fastest, hits = 0.0, 0
    for _ in range(60 * 14):
        hits += len(those(world.step(NEUTRAL), events.PersonHurt))
        fastest = max(fastest, speed_of(world, "unit"))
    assert fastest > speed - 3.0
    assert not hits and place_of(world, "unit")[0] > 120.0
