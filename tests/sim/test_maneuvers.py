"""Drivers in tight places turn round and back out; traffic and walkers keep clear of whoever comes rushing."""

from __future__ import annotations

from dataclasses import replace

from game.content.level import Lane, Prop, Route
from game.sim import events
from game.sim.ai import maneuver
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import (
    call,
    car,
    catalog,
    heading_of,
    person,
    place_of,
    plan,
    push,
    run,
    run_until,
    speed_of,
    those,
    vehicle,
    wall,
    who,
    yard,
    yard_level,
)

WEST = Route(((50.0, 50.0), (10.0, 50.0)), "west")


def fleeing(*walls: object, spec: str = "ambulance", facing: str = "east", **more: object) -> World:
    """Trejo at the wheel at (50, 50), who is to drive off to the west."""
    people = [person("neil", 50, 90), person("trejo", 50, 50, vehicle="car")]
    return yard(
        people,
        [vehicle(spec, 50, 50, facing, name="car"), *more.pop("others", ())],  # type: ignore[misc]
        walls,  # type: ignore[arg-type]
        plans=[plan("trejo", start=call("drive_route", route="west"))],
        routes=[WEST],
        still=["neil"],
        **more,
    )


def away(world: World) -> bool:
    return place_of(world)[0] < 20


def test_he_turns_round_in_a_street_and_drives_off() -> None:
    world = fleeing(wall(20, 40, 60, 2), wall(20, 58, 60, 2))
    run_until(world, away, 25)
    assert abs(abs(heading_of(world)) % 360 - 180) < 30, "nose first"


def test_he_backs_out_of_a_dead_end_too_narrow_to_turn_in() -> None:
    dead_end = (wall(42, 46.5, 30, 1), wall(42, 52.5, 30, 1), wall(56, 46, 2, 8))
    world = fleeing(*dead_end)
    run_until(world, away, 40)


def test_he_gets_out_between_parked_cars() -> None:
    others = [vehicle("sedan", 57, 50, name="before"), vehicle("sedan", 43, 50, name="behind")]
    world = fleeing(facing="west", others=others)
    run_until(world, away, 30)
    assert all(car(world, name).stage == 0 for name in ("before", "behind")), "without a scratch on them"


def test_posts_that_nobody_on_foot_minds_are_seen() -> None:
    posts = [Prop(46.0, 44.0 + 3.0 * k, "post", 0.15) for k in range(4)]
    world = fleeing(facing="west", props=posts)
    run_until(world, away, 45)  # a gap of three metres for an ambulance: about half a minute of to and fro


def test_where_there_is_no_way_he_is_told_so_and_the_search_ends() -> None:
    box = (wall(44, 46, 12, 1), wall(44, 53, 12, 1), wall(43, 46, 1, 8), wall(56, 46, 1, 8))
    world = fleeing(*box)
    search = maneuver.begin(world, who(world, "trejo").id, car(world).id, [(40.0, 50.0, 32768)])
    maneuver.expand(search, maneuver.CAP + 1)
    assert search.is_done and search.found < 0
    assert maneuver.legs_of(search) == []
    assert search.expanded <= maneuver.CAP


def crossing(speed: float) -> tuple[World, list[events.Event]]:
    """A car of the traffic drives east at (40..., 50); something heavy comes down from the north and will cross at x = 70."""
    level = yard_level(
        [person("neil", 10, 90), person("driver", 30, 50, name="citizen", vehicle="taxi")],
        [
            vehicle("sedan", 30, 50, "east", name="taxi", is_traffic=True),
            vehicle("tow_truck", 70, 5, "south", name="rig"),
        ],
    )
    level = replace(level, lanes=(Lane(((10.0, 50.0), (190.0, 50.0)), speed=11.0),), digest=f"crossing {speed}")
    world = World.new(level, catalog(), RunSetup("yard"))
    found: list[events.Event] = []
    for _ in range(60 * 9):
        if place_of(world, "taxi")[0] > 45 and place_of(world, "rig")[1] < 60:
            push(world, "rig", speed, 90)
        found += run(world, 1 / 60)
    return world, found


def test_traffic_lets_pass_what_comes_rushing_from_the_side_and_then_drives_on() -> None:
    world, found = crossing(14.0)
    assert not those(found, events.VehicleImpact)
    assert place_of(world, "taxi")[0] > 73, "past the line on which it crossed"


def test_a_walker_runs_out_of_the_way_of_a_car() -> None:
    world = yard(
        [person("neil", 10, 90), person("pedestrian", 60, 50, name="walker")],
        [vehicle("sedan", 20, 50, "east", name="car")],
        plans=[plan("walker", start=call("walk_route", route="along"))],
        routes=[Route(((60.0, 50.0), (150.0, 50.0)), "along")],
    )
    found: list[events.Event] = []
    for _ in range(60 * 5):
        push(world, "car", 13, 0)
        found += run(world, 1 / 60)
    assert place_of(world, "car")[0] > 75, "the car drove through where he walked"
    assert not those(found, events.PersonHurt)
    assert speed_of(world) > 5


def test_a_lamp_post_right_before_the_middle_of_the_nose_is_seen() -> None:
    world = fleeing(facing="west", props=[Prop(30.0, 50.0, "post", 0.15)])
    run_until(world, away, 30)
    assert car(world).stage == 0, "round it, not into it"


def test_he_slows_for_a_corner_before_he_cuts_it() -> None:
    bend = Route(((20.0, 60.0), (90.0, 60.0), (97.0, 58.0), (101.0, 52.0), (101.0, 14.0)), "bend")
    world = yard(
        [person("neil", 10, 90), person("trejo", 20, 60, vehicle="car")],
        [vehicle("ambulance", 20, 60, "east", name="car")],
        [],
        plans=[plan("trejo", start=call("drive_route", route="bend"))],
        routes=[bend],
        still=["neil"],
    )
    run_until(world, lambda w: place_of(w)[1] < 30, 30)
    assert abs(place_of(world)[0] - 101) < 3, "still in his lane"
    assert abs(abs(heading_of(world)) % 360 - 90) < 25, "and straight in it"
