"""The measure of pursuits: what counts as stuck, crowded and a wreck of one's own, and that watching changes nothing."""

from __future__ import annotations

from game.app.bench_pursuit import bench_pursuit, judged, play_hunt
from game.app.minds_counts import Counts
from game.app.paths import find_level
from game.app.pursuit_watch import PursuitWatch
from game.content.catalog import load_catalog
from game.levels.loader import load_level
from game.sim import events
from game.sim.run_setup import RunSetup
from tests.sim.test_pursuit import cruise, hunt
from tests.worlds import car, mind, run


def test_a_car_that_asks_for_gas_and_stays_is_stuck_and_one_that_stands_is_not() -> None:
    counts = Counts()
    watch, world = PursuitWatch(counts), hunt(stage=2, gaps=(30.0,), speed=0.0)
    unit = car(world, "unit_0")
    for _ in range(180):
        world.tick += 1
        mind(world, "officer_0").hands.move_y, unit.brake = -127, 0
        watch.take(world, ())
    mind(world, "officer_0").hands.move_y = 0
    for _ in range(6):
        world.tick += 1
        watch.take(world, ())
    assert counts.get("stuck_spells") == 1
    assert 2.8 < counts.get("stuck_seconds") < 3.2


def test_a_wreck_is_ones_own_fault_after_a_wall_and_not_after_the_hunted_car() -> None:
    for other, own in ((-1, 1), (0, 0)):
        counts = Counts()
        watch, world = PursuitWatch(counts), hunt(stage=2, gaps=(30.0,))
        unit = car(world, "unit_0")
        world.tick = 3
        watch.take(world, [events.VehicleImpact(unit.id, other, 50000.0, 0.0, 0.0)])
        unit.has_engine = False
        world.tick = 6
        watch.take(world, ())
        assert (counts.get("wrecks"), counts.get("wrecks_by_own_fault")) == (1, own)


def test_watching_changes_nothing_and_a_hunt_says_what_it_counts() -> None:
    catalog = load_catalog()
    level = load_level(find_level("pursuit"), catalog)
    one = play_hunt(level, catalog, RunSetup(level.name, seed=2), limit=900)
    assert one.ticks == 900 and one.counts.get("car_seconds") > 10.0
    assert one.counts.get("hunted_seconds") > 8.0


def test_a_criterion_without_a_figure_does_not_hold() -> None:
    rows = judged({"stuck": None, "more_than_three_close": 0.0, "contact": 1.0, "pressed": 0.7, "escaped": 0.6})
    held = [rows[name]["holds"] for name in ("stuck", "more_than_three_close", "contact", "pressed", "escaped")]
    assert held == [False, True, True, False, True]
    assert bench_pursuit.__doc__


def test_a_chase_is_pressed_while_they_know_where_the_car_is() -> None:
    counts = Counts()
    watch, world = PursuitWatch(counts), hunt(stage=2, gaps=(20,))
    cruise(world, 5, 13.0, lambda w: watch.take(w, w.events))
    seen = counts.get("pressed_seconds")
    assert seen > 4.0 and seen == counts.get("chase_seconds")
    world.heat.belief = "search"
    world.tick += 3 - world.tick % 3
    watch.take(world, [])
    assert counts.get("pressed_seconds") == seen < counts.get("chase_seconds")
    car(world).is_known = False
    before = counts.get("chase_seconds")
    watch.take(world, [])
    assert counts.get("chase_seconds") == before, "nobody chases a car that they do not know"


def test_a_pursuit_in_a_straight_street_has_nobody_stuck() -> None:
    counts = Counts()
    watch, world = PursuitWatch(counts), hunt(stage=3, gaps=(20, 30, 40, 50))
    cruise(world, 15, 13.0, lambda w: watch.take(w, w.events))
    run(world, 0)
    watch.finish(world)
    assert counts.get("stuck_seconds") == 0.0
    assert counts.get("crowded_seconds") == 0.0
    assert counts.get("car_seconds") > 40.0
