"""A closed street: traffic and passers-by stay outside, an officer speaks to them, tape lies across, and it can be opened again."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Item, Lane, Marker, Route
from game.sim.events import Spoken
from game.sim.systems import cordons
from game.sim.world import World
from tests.worlds import call, disarmed, person, place_of, plan, run, those, vehicle, who, yard, zone

CLOSED = zone("closed", 80, 30, 40, 40)


def street(**more: object) -> World:
    """A lane and a pavement that lead east into the zone, a driver and a walker on their way."""
    return yard(
        [
            person("neil", 62, 90),
            person("driver", 30, 50, name="driver", vehicle="car", seat="driver"),
            person("pedestrian", 60, 60, name="walker", route="pavement"),
            person("patrol", 78, 58, facing="west", name="officer"),
        ],
        [vehicle("sedan", 30, 50, name="car", is_traffic=True)],
        lanes=[Lane(((20.0, 50.0), (160.0, 50.0)), speed=9.0)],
        routes=[Route(((60.0, 60.0), (110.0, 60.0)), "pavement", 1.3)],
        zones=[CLOSED],
        markers=[Marker(79.0, 50.0, "across", 32768, "stand"), Marker(78.0, 58.0, "post", 32768, "stand")],
        items=[Item(10.0, 10.0, "tape", "police_tape")],
        still=["neil"],
        size=(200, 100),
        **more,  # type: ignore[arg-type]
    )


def test_traffic_and_walkers_stop_before_a_closed_street_and_go_on_when_it_is_opened() -> None:
    world = street()
    cordons.close(world, ["closed"], True)
    run(world, 25)
    car_x, walker_x = place_of(world)[0], world.position(who(world, "walker").id)[0]
    assert 60.0 < car_x < 80.0
    assert 70.0 < walker_x < 80.0
    cordons.close(world, ["closed"], False)
    run(world, 12)
    assert place_of(world)[0] > 85.0
    assert world.position(who(world, "walker").id)[0] > walker_x + 3.0


def test_without_a_cordon_nobody_stops_there() -> None:
    world = street()
    run(world, 15)
    assert place_of(world)[0] > 85.0


def test_a_beat_closes_it_with_tape_and_an_officer_speaks_to_who_comes_near() -> None:
    world = street(
        beats=[
            Beat("shut", do=(call("close_street", zones=("closed",), tape=("tape",), tape_at=("across",)),)),
        ],
        plans=[plan("officer", start=call("cordon", at="post"))],
    )
    disarmed(world, "neil")
    lines = those(run(world, 25), Spoken)
    tape = world.item_named["tape"]
    assert (tape.x, tape.y, tape.state) == (79.0, 50.0, "laid")
    assert any(line.line == "bark.stand_back" for line in lines)
    assert who(world, "officer").shots == 0


def test_lanes_into_it_are_not_taken_by_who_has_another_way() -> None:
    world = street()
    cordons.close(world, ["closed"], True)
    assert world.mission.closed_lanes == [0]
    cordons.close(world, ["closed"], False)
    assert world.mission.closed_lanes == []


@pytest.mark.parametrize("is_cleared", [True, False])
def test_whoever_is_on_foot_in_a_cleared_street_runs_for_a_way_out_and_is_gone(is_cleared: bool) -> None:
    world = yard(
        [
            person("neil", 20, 90),
            person("pedestrian", 100, 60, name="walker"),
            person("pedestrian", 60, 60, name="other"),
        ],
        beats=[Beat("shut", do=(call("close_street", zones=("closed",), is_cleared=is_cleared),))],
        plans=[plan("walker", start=call("wait")), plan("other", start=call("wait"))],
        zones=[CLOSED],
        markers=[Marker(130.0, 60.0, "alley", 0, "spawn")],
        still=["neil"],
        size=(200, 100),
    )
    disarmed(world, "neil")
    run(world, 14)
    assert who(world, "walker").has_left is is_cleared
    assert not who(world, "other").has_left, "who stands outside is not sent off"
