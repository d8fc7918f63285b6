"""Finding a way on foot: round walls, between cars, to the end."""

from __future__ import annotations

from math import hypot

import pytest

from game.content.level import Prop
from game.sim.ai import navigation, steps
from game.sim.world import World
from tests.worlds import distance, mind, person, place_of, play, run, run_until, vehicle, wall, who, yard

NEIL = person("neil", 5, 5)
CHRIS = person("chris", 20, 50)


def send(world: World, x: float, y: float, name: str = "chris") -> World:
    mind(world, name).give(steps.GoTo(x, y, is_cover=False))
    return world


def arrived(x: float, y: float, within: float = 1.5):  # type: ignore[no-untyped-def]
    def is_there(world: World) -> bool:
        px, py = place_of(world, "chris")
        return hypot(px - x, py - y) < within

    return is_there


def test_a_path_goes_round_a_wall_and_not_through_it() -> None:
    world = yard([NEIL, CHRIS], walls=[wall(30, 35, 1, 30)])
    path, _ = navigation.find(world.place, 20, 50, 40, 50)
    assert len(path) >= 2
    assert path[-1] == pytest.approx((40, 50))
    for (ax, ay), (bx, by) in zip([(20.0, 50.0), *path], path, strict=False):
        assert world.place.is_walkable(ax, ay, bx, by)


def test_an_open_way_is_a_straight_line() -> None:
    world = yard([NEIL, CHRIS])
    assert navigation.find(world.place, 20, 50, 60, 70)[0] == [(60, 70)]


def test_the_shut_in_get_as_near_as_they_can() -> None:
    box = [wall(38, 48, 6, 0.5), wall(38, 54, 6, 0.5), wall(38, 48, 0.5, 6), wall(44, 48, 0.5, 6.5)]
    world = yard([NEIL, CHRIS], walls=box)
    path, spent = navigation.find(world.place, 20, 50, 41, 51)
    assert spent <= navigation.CAP
    assert hypot(path[-1][0] - 41, path[-1][1] - 51) < 8


def test_he_walks_round_a_wall_and_arrives() -> None:
    world = send(yard([NEIL, CHRIS], walls=[wall(30, 35, 1, 30)]), 40, 50)
    run_until(world, arrived(40, 50), 25)


def test_he_finds_his_way_out_of_a_yard_with_one_gate() -> None:
    walls = [
        wall(10, 40, 20, 0.6),
        wall(10, 60, 20, 0.6),
        wall(10, 40, 0.6, 20),
        wall(29.4, 40, 0.6, 8),
        wall(29.4, 51, 0.6, 9),
    ]
    world = send(yard([NEIL, person("chris", 14, 57)], walls=walls), 45, 57)
    run_until(world, arrived(45, 57), 30)


@pytest.mark.parametrize("is_underway", [True, False])
def test_who_thinks_better_of_it_before_his_way_is_found_may_ask_again(is_underway: bool) -> None:
    world = send(yard([NEIL, CHRIS], walls=[wall(30, 20, 1, 60)]), 40, 50)
    chris = mind(world, "chris")
    run_until(world, lambda w: chris.is_waiting_for_path, 5)
    if is_underway:
        run_until(world, lambda w: w.search is not None and w.search.mind == chris.id, 5)
    chris.path.clear()
    chris.goal_x = -1.0  # as whoever has stumbled, or has come to where he wanted to be for a moment
    run_until(world, arrived(40, 50), 40)


def test_the_players_people_do_not_wait_behind_the_passers_by() -> None:
    people = [person("pedestrian", 60 + n, 20, name=f"passer_{n}") for n in range(6)]
    world = yard([NEIL, CHRIS, *people], walls=[wall(30, 20, 1, 60)])
    for name in (*(one.name for one in people), "chris"):
        navigation.ask(world, mind(world, name), 90.0, 70.0)
    world.search = None
    navigation.advance(world)
    assert world.search is not None and world.search.mind == who(world, "chris").id
    assert world.path_queue == [who(world, one.name).id for one in people], "and those keep their turns"


PARKED = [
    vehicle(spec, 28 + 4 * n, 44 + 3.1 * k, facing, f"car_{n}_{k}")
    for n, (spec, facing) in enumerate(
        (("sedan", "south"), ("van", "south"), ("taxi", "south_east"), ("pickup", "south"))
    )
    for k in range(0, 4, 2)
]


def test_sent_across_a_yard_of_parked_cars_he_arrives() -> None:
    world = send(yard([NEIL, CHRIS], PARKED), 55, 50)
    run_until(world, arrived(55, 50), 40)


@pytest.mark.parametrize("y", [42.0, 47.0, 50.0, 53.5])
def test_nobody_is_stuck_at_a_single_car_whichever_way_he_meets_it(y: float) -> None:
    world = send(yard([NEIL, person("chris", 20, y)], [vehicle("box_truck", 30, 48, "south_east")]), 42, y)
    run_until(world, arrived(42, y), 25)


def test_street_furniture_does_not_hold_him() -> None:
    posts = [Prop(30, 44 + 1.7 * n, radius=0.3) for n in range(8)]
    world = send(yard([NEIL, CHRIS], props=posts), 40, 50)
    run_until(world, arrived(40, 50), 20)


def test_two_who_meet_pass_each_other() -> None:
    world = yard([NEIL, CHRIS, person("cheritto", 50, 50)], walls=[wall(25, 45, 20, 3), wall(25, 52, 20, 3)])
    send(world, 50, 50)
    send(world, 20, 50, "cheritto")
    run_until(world, arrived(50, 50, 2.0), 30)
    run(world, 5)
    assert place_of(world, "cheritto")[0] < 24


def test_five_sent_to_one_place_do_not_fight_for_it_for_ever() -> None:
    names = ("chris", "cheritto", "trejo", "waingro")
    world = yard([NEIL, *(person(name, 20, 44 + 3 * n) for n, name in enumerate(names))])
    for name in names:
        send(world, 50, 50, name)
    run(world, 20)
    for name in names:
        x, y = place_of(world, name)
        assert hypot(x - 50, y - 50) < 4


def test_followers_keep_up() -> None:
    world = yard([NEIL, person("chris", 8, 5)])
    mind(world, "chris").give(steps.Follow("neil"))
    play(world, "run+east 300")
    run(world, 6)
    assert distance(world, "neil", "chris") < 6
    assert who(world, "chris").is_able
