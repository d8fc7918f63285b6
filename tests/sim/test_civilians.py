"""Bystanders: calm, alert, frozen, down, fleeing, gone; crowds at a door; streets that empty; drivers who hear shots."""

from __future__ import annotations

from typing import Any

from game.content.level import Fixture, Lane, Marker
from game.sim.ai.steps import CallPhone
from game.sim.angles import direction, turn
from game.sim.entities import Stance
from game.sim.world import World
from tests.worlds import (
    car,
    disarmed,
    distance,
    mind,
    person,
    place_of,
    play,
    push,
    put,
    run,
    run_until,
    speed_of,
    vehicle,
    wall,
    who,
    yard,
)


def street(*people: Any, **more: Any) -> World:
    return yard([person("neil", 10, 95), *people], still=["neil"], ground="sidewalk", **more)


def bang(world: World, x: float, y: float, kind: str = "shot", radius: float = 120.0) -> None:
    world.make_noise(x, y, radius, kind, who(world, "neil").id)


def test_a_calm_passer_by_who_hears_a_crash_stops_and_looks_then_goes_on() -> None:
    world = street(person("pedestrian", 60, 50, name="walker"))
    run(world, 2)
    bang(world, 85, 50, "crash", 60.0)
    run(world, 1.6)
    x, y = place_of(world, "walker")
    assert speed_of(world, "walker") < 0.2, "stops"
    assert abs(turn(who(world, "walker").aim, direction(85 - x, 50 - y))) < 2500, "and looks"
    run_until(world, lambda w: distance_from(w, "walker", x, y) > 3.0, 25)


def distance_from(world: World, name: str, x: float, y: float) -> float:
    px, py = place_of(world, name)
    return float(((px - x) ** 2 + (py - y) ** 2) ** 0.5)


def test_the_more_fear_the_lower() -> None:
    for fear, stance in ((0.45, Stance.STAND), (0.75, Stance.COWER)):
        world = street(person("pedestrian", 60, 50, name="walker"))
        who(world, "walker").fear = fear
        mind(world, "walker").heard_x, mind(world, "walker").heard_y, mind(world, "walker").heard_tick = 80.0, 50.0, 1
        run(world, 1)
        assert who(world, "walker").stance == stance
        assert speed_of(world, "walker") < 0.1, "frozen, or down"


def test_who_flees_takes_the_way_out_that_does_not_lead_past_the_danger_and_is_gone() -> None:
    markers = [Marker(95, 50, "corner", kind="spawn"), Marker(30, 50, "alley", kind="spawn")]
    world = street(person("pedestrian", 60, 50, name="walker"), markers=markers)
    who(world, "walker").fear = 1.0
    mind(world, "walker").heard_x, mind(world, "walker").heard_y, mind(world, "walker").heard_tick = 70.0, 50.0, 1
    run_until(world, lambda w: who(w, "walker").has_left, 12)
    assert place_of(world, "walker")[0] < 35.0


def test_a_street_empties_when_shots_are_fired() -> None:
    spots = [(40 + 6 * n, 40 + 4 * (n % 5)) for n in range(12)]
    people = [person("pedestrian", x, y, name=f"walker_{n}") for n, (x, y) in enumerate(spots)]
    markers = [
        Marker(x, y, f"out_{n}", kind="spawn") for n, (x, y) in enumerate(((25, 50), (120, 50), (75, 20), (75, 80)))
    ]
    world = street(*people, markers=markers)
    for _ in range(24):
        bang(world, 78, 52)
        run(world, 0.5)
    run(world, 14)
    left = [n for n in range(12) if who(world, f"walker_{n}").has_left]
    on_foot = [
        n
        for n in range(12)
        if not who(world, f"walker_{n}").has_left and who(world, f"walker_{n}").stance == Stance.STAND
    ]
    assert len(left) >= 6, "most are gone"
    assert all(speed_of(world, f"walker_{n}") > 0.2 or who(world, f"walker_{n}").fear > 0.0 for n in on_foot), (
        "nobody strolls through it"
    )


def test_a_crowd_clogs_a_door_and_gets_through_it_all_the_same() -> None:
    """Twenty-four people, one gap of 1.2 metres: they stand before it in a bunch, and all come out."""
    spots = [(60.0 + 1.1 * (n % 6), 46.0 + 1.5 * (n // 6)) for n in range(24)]
    people = [person("pedestrian", x, y, name=f"guest_{n}") for n, (x, y) in enumerate(spots)]
    house = [
        wall(55, 42, 20, 0.5),
        wall(55, 56, 20, 0.5),
        wall(55, 42, 0.5, 14),
        wall(75, 42, 0.5, 6.4),
        wall(75, 49.6, 0.5, 6.9),
    ]
    world = street(*people, walls=house, markers=[Marker(88, 49, "out", kind="spawn")])
    for n in range(24):
        guest = mind(world, f"guest_{n}")
        who(world, f"guest_{n}").fear = 1.0
        guest.heard_x, guest.heard_y, guest.heard_tick = 57.0, 49.0, 1
    most = 0
    for _ in range(45 * 4):
        for n in range(24):
            who(world, f"guest_{n}").fear = 1.0
        run(world, 0.25)
        most = max(
            most,
            sum(
                distance_from(world, f"guest_{n}", 74.0, 49.0) < 2.4 and not who(world, f"guest_{n}").has_left
                for n in range(24)
            ),
        )
        if all(who(world, f"guest_{n}").has_left for n in range(24)):
            break
    assert most >= 7, "a bunch before the door"
    assert sum(who(world, f"guest_{n}").has_left for n in range(24)) == 24


def shaken(behind: bool) -> World:
    """A driver of the traffic who has just heard shots, behind him or ahead."""
    lanes = [Lane(((5.0, 52.0), (395.0, 52.0)), speed=9.0)]
    world = yard(
        [person("neil", 10, 95), person("driver", 200, 52, vehicle="sedan", name="driver")],
        [vehicle("sedan", 200, 52, is_traffic=True)],
        lanes=lanes,
        size=(400, 100),
        still=["neil"],
    )
    push(world, "sedan", 8.0)
    for _ in range(4):
        bang(world, 180 if behind else 240, 52)
        run(world, 0.5)
    return world


def test_a_driver_with_the_shots_behind_him_floors_it_and_one_with_them_ahead_brakes() -> None:
    world = shaken(behind=True)
    run(world, 3)
    assert speed_of(world, "sedan") > 12.0 and who(world, "driver").vehicle >= 0
    world = shaken(behind=False)
    run(world, 3)
    assert speed_of(world, "sedan") < 1.0
    assert place_of(world, "sedan")[0] < 232.0
    assert car(world, "sedan").damage == 0.0


def at_gunpoint(spec: str = "pedestrian", seed: int = 1, **more: Any) -> World:
    """Neil, masked, gun up, six metres west of somebody who has just come round a corner and has not looked up yet."""
    people = [person("neil", 50, 50, is_masked=True), person(spec, 56, 50, "east", name="walker")]
    return yard(people, seed=seed, still=["neil"], ground="sidewalk", **more)


def lies(world: World) -> bool:
    return who(world, "walker").stance == Stance.COWER and speed_of(world, "walker") < 0.1


def test_a_shout_and_a_gun_lay_most_passers_by_down_and_fewer_of_the_brave() -> None:
    down = {"pedestrian": 0, "pedestrian_d": 0}
    for spec in down:
        for seed in range(1, 21):
            world = at_gunpoint(spec, seed)
            play(world, "aim east, shout 1, wait 60")
            down[spec] += lies(world)
    assert down["pedestrian"] >= 15
    assert 8 <= down["pedestrian_d"] < down["pedestrian"]


def test_who_was_told_to_stay_down_stays_with_the_gun_before_his_eyes_then_runs_for_it() -> None:
    world = at_gunpoint()
    play(world, "aim east, shout 1, wait 900")
    assert lies(world), "fifteen seconds later, he looks into the muzzle"
    play(world, "aim west, wait 300")
    assert not lies(world)
    assert distance(world, "neil", "walker") > 8.0


def test_another_shout_keeps_him_down_for_longer() -> None:
    world = at_gunpoint()
    play(world, "aim east, shout 1, wait 900, shout 1, wait 900")
    assert lies(world)


def test_without_the_shout_or_the_gun_or_with_a_wall_between_nobody_lies_down() -> None:
    world = at_gunpoint()
    play(world, "aim east, wait 60")
    assert not lies(world), "nobody told him"
    world = at_gunpoint()
    disarmed(world, "neil")
    play(world, "aim east, shout 1, wait 60")
    assert not lies(world), "no gun"
    world = at_gunpoint(walls=[wall(52, 46, 0.4, 8)])
    play(world, "aim east, shout 1, wait 60")
    assert not lies(world), "he does not see it"


def test_a_brave_one_who_was_told_down_goes_for_the_alarm_when_he_dares() -> None:
    called = 0
    for seed in range(1, 9):
        world = at_gunpoint("pedestrian_d", seed, fixtures=[Fixture(64, 56, "alarm", "alarm")])
        play(world, "aim east, shout 1, wait 30")
        if lies(world):
            put(world, "neil", 20, 90)
            run(world, 25)
            called += isinstance(mind(world, "walker").given, CallPhone)
    assert called >= 2


def test_everybody_keeps_apart_from_the_one_who_walks() -> None:
    world = street(person("pedestrian", 60, 50, name="walker"), person("pedestrian", 64, 50, name="other"))
    run(world, 6)
    assert distance(world, "walker", "other") > 0.5
