"""Doors and seats: in, out, pulling a stranger from the wheel, shooting from windows."""

from __future__ import annotations

from game.sim import events
from game.sim.entities import NOBODY
from game.sim.picture import picture
from game.sim.systems import damage
from tests.worlds import (
    armed,
    car,
    distance,
    drive,
    mind,
    person,
    place_of,
    play,
    push,
    speed_of,
    those,
    vehicle,
    wall,
    who,
    yard,
)

NEIL = person("neil", 40, 47.8)
CAR = vehicle("sedan", 40, 50, name="car")


def test_he_gets_in_at_the_wheel_drives_and_gets_out_beside_his_door() -> None:
    world = yard([NEIL], [CAR])
    found = play(world, "enter 1")
    assert those(found, events.Entered) == [events.Entered(who(world, "neil").id, 0, 0)]
    drive(world, "gas 120, brake 120")
    drive(world, "coast 60")
    found = play(world, "enter 1, wait 1")
    assert len(those(found, events.Left)) == 1
    assert car(world).seats[0] == NOBODY
    assert distance(world, "neil", "car") < 2.5


def test_from_afar_he_does_not_get_in() -> None:
    world = yard([person("neil", 40, 43)], [CAR])
    play(world, "enter 1, wait 1")
    assert who(world, "neil").vehicle == NOBODY


def test_holding_the_button_does_not_throw_him_out_again() -> None:
    world = yard([NEIL], [CAR])
    play(world, "enter 30")
    assert who(world, "neil").vehicle == 0


def test_a_locked_car_and_one_on_its_side_stay_shut() -> None:
    locked = yard([NEIL], [vehicle("sedan", 40, 50, name="car", is_locked=True)])
    tipped = yard([NEIL], [CAR])
    car(tipped).is_on_side = True
    for world in (locked, tipped):
        play(world, "enter 1, wait 1")
        assert who(world, "neil").vehicle == NOBODY


def test_nobody_gets_out_at_speed() -> None:
    world = yard([person("neil", 40, 50, vehicle="car")], [CAR])
    push(world, "car", 15)
    play(world, "enter 1, wait 1")
    assert who(world, "neil").vehicle == 0


def test_a_stranger_is_pulled_from_the_wheel() -> None:
    world = yard([NEIL, person("driver", 40, 50, name="stranger", vehicle="car")], [CAR], still=["stranger"])
    play(world, "enter 1, wait 1")
    assert who(world, "neil").seat == 0
    assert who(world, "stranger").vehicle == NOBODY
    assert who(world, "stranger").fear > 0.8
    assert world.mission.counters["hijacked"] == 1


def test_a_friend_is_not_pulled_out_but_joined() -> None:
    world = yard([NEIL, person("chris", 40, 50, vehicle="car")], [CAR], still=["chris"])
    play(world, "enter 1, wait 1")
    assert who(world, "chris").seat == 0
    assert who(world, "neil").seat == 1


def test_he_gets_out_on_the_free_side_when_a_wall_is_at_his_door() -> None:
    world = yard([person("neil", 40, 50, vehicle="car")], [CAR], [wall(30, 47, 20, 1.8)])
    play(world, "enter 1, wait 5")
    assert place_of(world, "neil")[1] > 50


def test_passengers_fire_from_their_windows() -> None:
    world = yard([person("neil", 40, 50, vehicle="car", seat="passenger")], [CAR])
    found = play(world, "aim south, fire 30")
    assert those(found, events.ShotFired)
    assert not those(found, events.BulletImpact), "his own car does not stop his bullets"


def test_a_driver_cannot_fire_a_rifle_but_can_fire_a_pistol() -> None:
    world = yard([person("neil", 40, 50, vehicle="car")], [CAR])
    armed(world, "neil", "carbine")
    assert not those(play(world, "aim north, fire 30"), events.ShotFired)
    armed(world, "neil", "pistol_9")
    play(world, "wait 1")
    assert len(those(play(world, "aim north, fire 30"), events.ShotFired)) == 1


def test_there_is_no_window_in_the_back_of_a_van() -> None:
    world = yard([person("neil", 40, 50, vehicle="car", seat="rear_left")], [vehicle("van", 40, 50, name="car")])
    armed(world, "neil", "pistol_9")
    assert not those(play(world, "aim north, fire 30"), events.ShotFired)


def test_a_wounded_driver_lets_the_car_roll_out() -> None:
    world = yard(
        [person("neil", 10, 10), person("chris", 40, 50, vehicle="car")], [CAR], size=(400, 100), still=["chris"]
    )
    push(world, "car", 12)
    mind(world, "chris")
    who(world, "chris").is_able = False
    play(world, "wait 600")
    assert speed_of(world) == 0


def test_a_passenger_takes_the_wheel_of_a_driver_who_can_drive_no_more() -> None:
    world = yard(
        [person("neil", 50, 50, vehicle="car", seat="passenger"), person("trejo", 50, 50, vehicle="car")],
        [vehicle("sedan", 50, 50, name="car")],
    )
    damage.fall(world, who(world, "trejo"), -1)
    assert picture(world).hud.prompt_enter == "wheel"
    play(world, "enter 2")
    assert car(world).seats[:2] == [who(world, "neil").id, who(world, "trejo").id]
    drive(world, "gas 120")
    assert speed_of(world) > 5


def test_who_has_just_been_hit_hangs_in_the_wheel_for_two_seconds() -> None:
    world = yard(
        [person("neil", 50, 50, vehicle="car", seat="passenger"), person("trejo", 50, 50, vehicle="car")],
        [vehicle("sedan", 50, 50, name="car")],
    )
    driver = who(world, "trejo")
    driver.hit_tick = world.tick
    damage.fall(world, driver, -1)
    play(world, "enter 1, wait 60")
    assert car(world).seats[0] == driver.id, "nobody drives"
    play(world, "wait 60, enter 1")
    assert car(world).seats[0] == who(world, "neil").id


def test_beside_a_driver_who_is_well_one_gets_out() -> None:
    world = yard(
        [person("neil", 50, 50, vehicle="car", seat="passenger"), person("trejo", 50, 50, vehicle="car")],
        [vehicle("sedan", 50, 50, name="car")],
        still=["trejo"],
    )
    play(world, "enter 2")
    assert who(world, "neil").vehicle == -1
