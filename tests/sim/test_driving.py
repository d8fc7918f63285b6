"""Cars have weight: pulling away, stopping, cornering, sliding, ramming."""

from __future__ import annotations

from math import hypot, pi

import pytest

from game.sim import events
from game.sim.entities import NOBODY
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.systems import damage
from game.sim.world import World
from tests.worlds import (
    at_the_wheel,
    car,
    catalog,
    drive,
    heading_of,
    person,
    place_of,
    play,
    push,
    put,
    run,
    run_until,
    speed_of,
    those,
    vehicle,
    wall,
    who,
    yard,
)

MPH_60 = 26.8
BRAKE = InputFrame(move_y=127)


def seconds_to(speed: float, spec: str) -> float:
    world = at_the_wheel(spec, size=(900, 100))
    for tick in range(60 * 60):
        drive(world, "gas 1")
        if speed_of(world) >= speed:
            return tick / 60
    raise AssertionError(f"{spec} never reaches {speed} m/s")


@pytest.mark.parametrize(
    ("spec", "quickest", "slowest"),
    [("sedan", 7, 13), ("patrol_car", 5.5, 10), ("getaway_sedan", 6, 11), ("ambulance", 10, 20)],
)
def test_nought_to_sixty_is_a_car_of_1995(spec: str, quickest: float, slowest: float) -> None:
    assert quickest < seconds_to(MPH_60, spec) < slowest


def test_the_rig_is_slower_off_the_line_than_any_car() -> None:
    assert seconds_to(20, "tow_truck") > 1.3 * seconds_to(20, "sedan")


def braking_distance(speed: float, ground: str = "asphalt") -> float:
    world = at_the_wheel("sedan", ground=ground)
    push(world, "car", speed)
    start = place_of(world)[0]
    run_until(world, lambda w: speed_of(w) < 0.1, 15, BRAKE)
    return place_of(world)[0] - start


@pytest.mark.parametrize("speed", [10.0, 20.0, 30.0])
def test_braking_distance_grows_with_the_square_of_speed(speed: float) -> None:
    spec = catalog().vehicles["sedan"]
    ideal = speed * speed / (2 * min(spec.brake, spec.grip * 9.81))
    assert 0.8 * ideal < braking_distance(speed) < 1.1 * ideal


def test_grass_and_water_take_longer_to_stop_on() -> None:
    assert braking_distance(20, "grass") > 1.4 * braking_distance(20)
    assert braking_distance(10, "water") > 1.2 * braking_distance(10)


def corner_radius(spec: str, speed: float, ground: str = "asphalt") -> float:
    """Radius of the circle a car makes with the wheel hard over, from three points of it."""
    world = at_the_wheel(spec, x=100.0, size=(400, 100), ground=ground)
    push(world, "car", speed)
    drive(world, "right 30")
    before, turned, gone = place_of(world), heading_of(world), 0.0
    for _ in range(30):
        drive(world, "right 1")
        gone += hypot(place_of(world)[0] - before[0], place_of(world)[1] - before[1])
        before = place_of(world)
    return gone / ((heading_of(world) - turned) * pi / 180)


def test_a_corner_is_wider_the_faster_it_is_taken() -> None:
    slow, fast = corner_radius("sedan", 5), corner_radius("sedan", 20)
    assert 3.0 < slow < 8.0
    assert fast > 3 * slow
    grip = catalog().vehicles["sedan"].grip * 9.81
    assert fast > 0.6 * 15 * 15 / grip, "no car corners harder than its tyres hold"


def test_a_corner_is_wider_on_grass() -> None:
    assert corner_radius("sedan", 15, "grass") > 1.3 * corner_radius("sedan", 15)


def test_the_lock_falls_with_speed() -> None:
    slow, fast = at_the_wheel("sedan"), at_the_wheel("sedan")
    push(slow, "car", 3.0)
    push(fast, "car", 33.0)
    for world in (slow, fast):
        drive(world, "right 30")
    assert car(slow).wheel_angle > 2.5 * car(fast).wheel_angle


def turned(script: str, speed: float, tyres: tuple[float, ...] = (1, 1, 1, 1)) -> float:
    world = at_the_wheel("sedan")
    car(world).tyres = list(tyres)
    push(world, "car", speed)
    drive(world, script)
    return heading_of(world)


def test_the_handbrake_brings_the_tail_round() -> None:
    assert turned("handbrake+right 60", 16) > 1.4 * turned("right 60", 16)


def test_left_is_left_and_right_is_right() -> None:
    assert turned("gas+right 30", 8) > 5
    assert turned("gas+left 30", 8) < -5


def test_a_flat_front_tyre_pulls_to_its_side_and_drags() -> None:
    assert turned("gas 60", 12, (0, 1, 1, 1)) < -2, "left front flat: to the left"
    assert turned("gas 60", 12, (1, 0, 1, 1)) > 2
    whole, flat = at_the_wheel("sedan"), at_the_wheel("sedan")
    car(flat).tyres = [0.0, 0.0, 0.0, 0.0]
    for world in (whole, flat):
        drive(world, "gas 900")
    assert speed_of(flat) < 20 < speed_of(whole)


def test_reverse_is_slow_and_backwards() -> None:
    world = at_the_wheel("sedan")
    drive(world, "brake 300")
    assert place_of(world)[0] < 38
    assert speed_of(world) <= catalog().vehicles["sedan"].reverse_speed + 0.5


def test_a_car_left_alone_comes_to_rest() -> None:
    world = yard(vehicles=[vehicle("sedan", 40, 30, name="car")])
    push(world, "car", 12)
    run(world, 12)
    assert speed_of(world) == 0


# --------------------------------------------------------------------------- PIT


def spun_by_pit(speed: float) -> float:
    """Degrees a fleeing car is turned by a chaser 3 m/s faster who steers 8 degrees into its rear quarter."""
    world = yard(
        [person("driver", 100, 30, name="fugitive", vehicle="target"), person("neil", 10, 90)],
        [vehicle("sedan", 100, 30, name="target"), vehicle("patrol_car", 95.5, 32.4, name="chaser")],
        size=(400, 100),
        still=["fugitive"],
    )
    push(world, "target", speed)
    met = 0
    for tick in range(240):
        if not met or tick < met + 8:
            push(world, "chaser", speed + 3, -8)
        if those(run(world, 1 / 60), events.VehicleImpact) and not met:
            met = tick
    assert met, "the two never touched"
    return abs(heading_of(world, "target"))


def test_a_touch_on_the_rear_quarter_spins_a_fast_car_and_not_a_slow_one() -> None:
    assert spun_by_pit(22) > 60
    assert spun_by_pit(11) < 25


# --------------------------------------------------------------------------- ramming


def rammed(speed: float, degrees: float = 90.0, seconds: float = 5.0) -> tuple[World, list[events.Event]]:
    """The rig meets the standing armoured truck, at so many degrees from its nose (90 = broadside)."""
    turn = {90.0: "north", 45.0: "north_east", 0.0: "east"}[degrees]
    world = yard(
        vehicles=[vehicle("armored_truck", 60, 50, turn, name="truck"), vehicle("tow_truck", 50, 50, name="rig")],
        size=(200, 100),
    )
    push(world, "rig", speed)
    found: list[events.Event] = []
    for _ in range(round(seconds * 60)):
        if not those(found, events.VehicleImpact):
            push(world, "rig", speed)  # at full speed until they meet
        found += run(world, 1 / 60)
    return world, found


def test_the_rig_lays_the_armoured_truck_on_its_side_and_it_slides() -> None:
    world, found = rammed(15)
    tipped = those(found, events.VehicleTipped)
    assert [(e.vehicle, e.by) for e in tipped] == [(0, 1)]
    assert car(world, "truck").is_on_side
    assert 10 < place_of(world, "truck")[0] - 60 < 20
    assert speed_of(world, "truck") == 0


def test_the_blow_is_that_of_the_reduced_mass() -> None:
    _, found = rammed(15)
    rig, truck = catalog().vehicles["tow_truck"].mass, catalog().vehicles["armored_truck"].mass
    first = those(found, events.VehicleImpact)[0]
    assert first.joules == pytest.approx(0.5 * rig * truck / (rig + truck) * 15 * 15, rel=0.03)


def test_a_softer_or_an_oblique_blow_does_not_tip() -> None:
    for speed, degrees in ((12.0, 90.0), (15.0, 45.0), (15.0, 0.0)):
        _, found = rammed(speed, degrees)
        assert not those(found, events.VehicleTipped), f"{speed} m/s at {degrees} degrees"
        assert those(found, events.VehicleImpact)


def test_a_truck_on_its_side_bars_the_way() -> None:
    world, _ = rammed(15)
    x, y = place_of(world, "truck")
    put(world, "rig", 5, 5)
    put(world, "neil", x - 6, y)
    play(world, "run+east 180")
    assert place_of(world, "neil")[0] < x - 1


def test_a_wall_stops_a_car_at_once() -> None:
    world = at_the_wheel("sedan", walls=[wall(60, 30, 2, 40)])
    push(world, "car", 20)
    found = drive(world, "coast 120")
    assert place_of(world)[0] < 60
    hit = those(found, events.VehicleImpact)[0]
    assert hit.other == -1
    assert hit.joules == pytest.approx(0.5 * 1500 * 20 * 20, rel=0.15)


def test_a_driver_who_is_hit_at_the_wheel_leaves_his_foot_on_the_gas_and_the_road() -> None:
    def drifted(seconds: float, is_hit: bool) -> tuple[float, float]:
        """Speed, and metres off the line, so long after he was hit (or had his foot taken off)."""
        world = at_the_wheel("getaway_sedan", size=(400, 200))
        push(world, "car", 10.0)
        drive(world, "gas 30")
        if is_hit:
            driver = who(world, world.people[0].name)
            damage.wound(world, driver, 2.0 * driver.full_health, NOBODY, "shot", place="head")
        for _ in range(int(seconds * 60)):
            world.step(NEUTRAL)
        return speed_of(world), abs(place_of(world)[1] - 50.0)

    (fast, off), (slow, straight) = drifted(1.0, True), drifted(1.0, False)
    assert fast > 0.95 * slow  # nobody brakes: his foot stays where it was
    assert off > straight + 1.0  # and his weight pulls the car out of its lane
    assert drifted(9.0, True)[0] < 0.5 * fast  # then it rolls out
