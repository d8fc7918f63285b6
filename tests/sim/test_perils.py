"""Ground that is dear to a walker: where a friend fires, where an enemy sees, where people stand thick."""

from __future__ import annotations

import itertools
from math import hypot

import pytest

from game.sim import snapshot
from game.sim.ai import navigation, perils, steps
from game.sim.checksum import checksum
from game.sim.systems import dispatch
from game.sim.world import World
from tests.worlds import catalog, mind, person, place_of, run, wall, who, yard


def knows_of(world: World, name: str, enemy: str) -> None:
    """He has just seen that one where he is."""
    found = mind(world, name)
    found.target, found.seen_tick = who(world, enemy).id, world.tick
    found.last_x, found.last_y = place_of(world, enemy)
    found.first_tick = world.tick


def asked_way(world: World, name: str, x: float, y: float) -> list[tuple[float, float]]:
    """The way the search finds for him, from where he stands."""
    navigation.ask(world, mind(world, name), x, y)
    for _ in range(400):
        navigation.advance(world)
        if not mind(world, name).is_waiting_for_path:
            break
    return [place_of(world, name), *mind(world, name).path]


def seen_metres(world: World, way: list[tuple[float, float]], enemy: str) -> float:
    """How many metres of a way somebody sees."""
    ex, ey = place_of(world, enemy)
    found = 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(way):
        for k in range(40):
            x, y = ax + (bx - ax) * k / 40, ay + (by - ay) * k / 40
            if world.physics.is_clear(ex, ey, x, y, 65):
                found += hypot(bx - ax, by - ay) / 40
    return found


SCREEN = [wall(24, 53, 32, 1)]
"""A long wall south of the straight way: who goes behind it is not seen from the north."""


def by_the_screen(*, knows: bool) -> World:
    world = yard(
        [person("neil", 5, 90), person("chris", 20, 51), person("patrol", 40, 22, "south")],
        walls=SCREEN,
        still=["neil", "patrol"],
    )
    dispatch.raise_stage(world, 3, "shots")
    if knows:
        knows_of(world, "chris", "patrol")
    return world


def test_under_their_eyes_the_way_leads_behind_what_hides_him() -> None:
    world = by_the_screen(knows=True)
    way = asked_way(world, "chris", 60, 51)
    assert max(y for _, y in way) > 54.0
    assert seen_metres(world, way, "patrol") < 22.0  # of forty


def test_the_same_way_is_straight_for_whoever_knows_of_nobody() -> None:
    world = by_the_screen(knows=False)
    way = asked_way(world, "chris", 60, 51)
    assert max(y for _, y in way) < 53.0
    assert seen_metres(world, way, "patrol") > 35.0


def test_ordered_across_he_walks_the_covered_way() -> None:
    world = by_the_screen(knows=True)
    who(world, "patrol").suppression = 1.0
    mind(world, "chris").give(steps.GoTo(60, 51))
    low = 0.0
    for _ in range(40):
        who(world, "patrol").suppression = 1.0
        knows_of(world, "chris", "patrol")
        run(world, 0.5)
        low = max(low, place_of(world, "chris")[1])
    assert low > 54.0


def firing(world: World, name: str, aim: int = 0) -> None:
    """He has just fired, to the east."""
    shooter = who(world, name)
    shooter.shot_tick, shooter.aim, shooter.aim_distance = world.tick, aim, 30.0


def test_nobody_walks_through_a_friends_fire_while_there_is_a_way_round() -> None:
    world = yard(
        [person("neil", 5, 90), person("cheritto", 30, 50), person("chris", 40, 44)], still=["neil", "cheritto"]
    )
    firing(world, "cheritto")
    way = asked_way(world, "chris", 40, 58)
    lane = perils.lanes(world, who(world, "chris"))[0]
    assert not any(perils.crosses(lane, *a, *b) for a, b in itertools.pairwise(way))
    assert min(x for x, _ in way) < 31.6  # close by him, not before his muzzle


def test_when_nobody_fires_he_goes_straight() -> None:
    world = yard(
        [person("neil", 5, 90), person("cheritto", 30, 50), person("chris", 40, 44)], still=["neil", "cheritto"]
    )
    assert asked_way(world, "chris", 40, 58)[1:] == [pytest.approx((40, 58))]


def test_a_straight_way_through_a_friends_fire_is_not_taken_without_a_search() -> None:
    world = yard(
        [person("neil", 5, 90), person("cheritto", 30, 50), person("chris", 40, 44)], still=["neil", "cheritto"]
    )
    chris = who(world, "chris")
    assert not perils.is_straight_way_dear(world, chris, 40, 44, 40, 58)
    firing(world, "cheritto")
    assert perils.is_straight_way_dear(world, chris, 40, 44, 40, 58)
    assert not perils.is_straight_way_dear(world, chris, 40, 44, 60, 44)  # along it, to the side


def test_the_way_leads_round_a_crowd() -> None:
    people = [person("pedestrian", 39 + 0.8 * (n % 6), 48 + 0.8 * (n // 6), name=f"one_{n}") for n in range(36)]
    world = yard(
        [person("neil", 5, 90), person("chris", 20, 50), *people], still=["neil", *(f"one_{n}" for n in range(36))]
    )
    run(world, 0.2)
    way = asked_way(world, "chris", 62, 50)
    assert len(way) > 2
    for (ax, ay), (bx, by) in itertools.pairwise(way):
        for k in range(30):
            x, y = ax + (bx - ax) * k / 30, ay + (by - ay) * k / 30
            assert not (39.0 < x < 43.4 and 48.0 < y < 52.4)


def test_what_a_search_knows_of_perils_is_put_aside_with_the_world() -> None:
    world = by_the_screen(knows=True)
    while world.tick % 60:
        run(world, 1 / 60)
    knows_of(world, "chris", "patrol")
    world.path_queue.clear()
    navigation.ask(world, mind(world, "chris"), 60, 51)
    navigation.advance(world)
    assert world.search is not None and world.search.eyes is not None
    again = snapshot.restore(snapshot.take(world), world.level, catalog())
    assert checksum(again) == checksum(world)
    run(world, 3)
    run(again, 3)
    assert checksum(again) == checksum(world)
