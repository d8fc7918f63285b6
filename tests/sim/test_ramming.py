"""The ram: when he who waits in the rig goes, and that it is a blow when he does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game.content.level import Wall
from game.sim import events
from game.sim.input_frame import NEUTRAL
from game.sim.world import World
from tests.worlds import call, car, person, place_of, plan, push, run, speed_of, vehicle, wall, yard


def waiting_rig(
    truck_speed: float, parked: Sequence[tuple[float, float, str]] = (), walls: Sequence[Wall] = ()
) -> World:
    """The rig sixty metres off, its driver told to ram; the truck before it goes at that speed (m/s, along its nose: west). `parked`:
    cars about it, (x, y, facing)."""
    cars = [vehicle("sedan", x, y, facing, name=f"parked_{n}") for n, (x, y, facing) in enumerate(parked)]
    world = yard(
        [person("neil", 20, 80), person("cheritto", 20, 50, vehicle="rig"), person("guard", 80, 50, vehicle="truck")],
        [vehicle("tow_truck", 20, 50, name="rig"), vehicle("armored_truck", 80, 50, "south", name="truck"), *cars],
        walls=walls,
        plans=[plan("cheritto", start=call("drive_into", target="truck"))],
    )
    push(world, "truck", truck_speed)
    return world


def test_he_goes_for_a_truck_that_stands_and_it_is_a_blow() -> None:
    world = waiting_rig(0.0)
    happened = run(world, 9.0)
    assert [e for e in happened if isinstance(e, events.VehicleImpact) and e.joules > 100_000.0]
    assert car(world, "truck").damage > 0.0


ROWS: dict[str, list[tuple[float, float, str]]] = {
    "nothing": [],
    "a row along the kerb behind it": [(84.2, 44.0 + 6.0 * n, "south") for n in range(3)],
    "a row nose to the kerb behind it": [(86.0, 40.0 + 2.6 * n, "east") for n in range(8)],
    "one before it and one after it": [(80.0, 43.8, "south"), (80.0, 56.2, "south")],
    "one half in the way just before it": [(74.0, 53.5, "south")],
}


@pytest.mark.parametrize("row", ROWS)
def test_what_stands_behind_or_beside_the_truck_takes_nothing_from_the_blow(row: str) -> None:
    world = waiting_rig(0.0, ROWS[row])
    truck, speed = car(world, "truck").id, 0.0
    for _ in range(60 * 9):
        before = speed_of(world, "rig")
        blows = [e for e in run(world, 1 / 60) if isinstance(e, events.VehicleImpact) and truck in (e.vehicle, e.other)]
        if blows:
            speed = before
            break
    assert speed > 14.0, f"{speed:.1f} m/s"


def test_a_wall_behind_the_truck_takes_nothing_from_the_blow() -> None:
    happened = run(waiting_rig(0.0, walls=[wall(83, 30, 2, 40)]), 9.0)
    assert max(e.joules for e in happened if isinstance(e, events.VehicleImpact)) > 600_000.0


@pytest.mark.parametrize(("truck_speed", "goes"), [(-2.0, True), (9.0, False)])
def test_he_goes_for_one_that_backs_out_and_waits_for_one_that_drives_on(truck_speed: float, goes: bool) -> None:
    world = waiting_rig(truck_speed)
    for _ in range(120):
        push(world, "truck", truck_speed)
        car(world, "truck").brake = 0
        run(world, 1 / 60)
    assert (speed_of(world, "rig") > 3.0) == goes


def test_a_crash_is_heard_from_the_middle_of_the_vehicle_and_not_from_the_face_of_the_wall() -> None:
    world = yard(
        [person("neil", 20, 50, vehicle="car")], [vehicle("sedan", 20, 50, name="car")], walls=[wall(32, 40, 2, 20)]
    )
    push(world, "car", 14)
    for _ in range(120):
        world.step(NEUTRAL)
        crashes = [noise for noise in world.noises if noise.kind == "crash"]
        if crashes:
            break
    assert crashes
    assert abs(crashes[0].x - place_of(world, "car")[0]) < 1.0, "two metres and more before the wall it ran into"
