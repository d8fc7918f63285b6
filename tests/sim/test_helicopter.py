"""The air unit: when it comes, what it sees and does not see, what it tells, and its light."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest

from game.content.level import Lamp, Marker, TileLayer
from game.sim import events, snapshot
from game.sim.checksum import checksum
from game.sim.entities import Helicopter
from game.sim.mission.police_actions import AirUnit
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.systems import helicopter
from game.sim.world import World
from tests.worlds import catalog, disarmed, hold, person, place_of, put, run, those, who, yard_level

EDGE = Marker(5, 5, "edge")


def over(hour: str = "noon", roof: tuple[int, int, int, int] | None = None, seconds: float = 0.0) -> World:
    """A masked man in a yard of 200 by 100 metres, an air unit on its way; `roof`: left, top, width, depth."""
    level = yard_level([person("neil", 80, 50, is_masked=True)], markers=[EDGE])
    cells = [0] * (level.width * level.height)
    if roof is not None:
        for row in range(roof[1], roof[1] + roof[3]):
            for column in range(roof[0], roof[0] + roof[2]):
                cells[row * level.width + column] = 1
    lamps = (Lamp(10.0, 90.0),) if hour == "night" else ()
    level = replace(
        level, hour=hour, lamps=lamps, layers=(TileLayer("roofs", "roofs", tuple(cells)),), digest=f"{hour} {roof}"
    )
    world = World.new(level, catalog(), RunSetup(level.name, seed=3))
    disarmed(world, "neil")
    world.heat.stage, world.heat.seen_tick = 3, 1
    world.heat.last_x, world.heat.last_y = 80.0, 50.0
    AirUnit("edge", seconds).act(world)
    return world


def unit(world: World) -> Helicopter:
    return world.helicopters[0]


def test_it_comes_when_it_is_due_over_the_edge_and_is_heard() -> None:
    world = over(seconds=3)
    run(world, 2.9)
    assert not picture(world).helicopters
    found = run(world, 3)
    assert those(found, events.AirUnitArrived)
    assert next(event.sound for event in those(found, events.PlaceSounded)) == "helicopter"
    (seen,) = picture(world).helicopters
    assert hypot(seen.x - 5, seen.y - 5) < 60
    run(world, 20)
    (seen,) = picture(world).helicopters
    assert hypot(seen.x - 80, seen.y - 50) < 90, "over the place where they were last seen"


def test_it_finds_who_stands_in_the_open_and_tells_it() -> None:
    world = over()
    found = run(world, 30)
    assert unit(world).target == who(world, "neil").id
    assert world.heat.seen_tick > 600
    assert (world.heat.last_x, world.heat.last_y) == pytest.approx(place_of(world, "neil"), abs=1.5)
    said = [event.line for event in those(found, events.Spoken)]
    assert any(line.startswith("radio.helicopter_sees") for line in said)


def test_it_does_not_see_through_a_roof() -> None:
    world = over(roof=(76, 46, 9, 9))
    run(world, 40)
    assert unit(world).target == -1
    assert world.heat.seen_tick == 1


def test_its_lamp_lags_behind_who_runs_and_loses_him_under_a_roof() -> None:
    world = over(roof=(130, 46, 12, 9))
    run(world, 25)
    one = unit(world)
    assert one.sees
    put(world, "neil", 95, 50)
    hold(world, world.frame, helicopter.LOOKS)
    assert not one.sees, "out of the disc at one jump"
    put(world, "neil", 135, 50)
    run(world, 8)
    assert not one.sees
    assert one.target == who(world, "neil").id, "it knows whom it lost"


def test_by_night_it_carries_a_light_that_others_see_by() -> None:
    world = over("night")
    dark = world.light.level(80, 50)
    run(world, 25)
    one = unit(world)
    assert one.has_light and one.sees
    assert world.light.level(one.spot_x, one.spot_y) > dark + 30
    assert picture(world).helicopters[0].spot_radius == helicopter.DISC_METRES
    day = over()
    run(day, 1)
    assert not unit(day).has_light


def test_moving_who_is_hidden_from_it_changes_nothing_of_its_search() -> None:
    paths = []
    for x in (78, 83):
        world = over(roof=(70, 40, 20, 20))
        put(world, "neil", x, 48)
        run(world, 20)
        one = unit(world)
        paths.append((one.x, one.y, one.spot_x, one.spot_y, one.heading))
    assert paths[0] == paths[1]


def test_it_goes_home_when_they_are_lost_for_good() -> None:
    world = over(roof=(70, 40, 20, 20))
    run(world, 200)
    assert unit(world).state == helicopter.AWAY
    assert not picture(world).helicopters


def test_a_restored_world_flies_on_the_same_way() -> None:
    world = over("night")
    run(world, 10)
    copy = snapshot.restore(snapshot.take(world), world.level, world.catalog)
    run(world, 10)
    run(copy, 10)
    assert checksum(world) == checksum(copy)
    assert unit(copy).x == unit(world).x
