"""Who holds the controls when nobody does: what the policies order, and what the log says of the minds."""

from __future__ import annotations

from game.app.decisions import DecisionLog
from game.app.policies import ORDER_TICKS, hold
from game.sim.ai import nerve
from game.sim.input_frame import Order
from tests.worlds import mind, person, run, yard


def test_hold_leaves_the_crew_to_itself_until_the_police_have_fired() -> None:
    world = yard([person("neil", 10, 10), person("chris", 14, 10), person("patrol", 80, 80)], still=["patrol"])
    run(world, 2 * ORDER_TICKS / 60)
    assert hold(world).order == Order.NONE
    world.count("shots_police")
    run(world, ORDER_TICKS / 60)
    assert world.tick % ORDER_TICKS == 0 and hold(world).order == Order.HOLD


def test_the_log_has_a_line_for_an_act_that_begins() -> None:
    world = yard([person("neil", 10, 10), person("patrol", 80, 80)], still=["neil", "patrol"])
    log = DecisionLog()
    log.changed(world)
    mind(world, "patrol").act = nerve.FALLS_BACK
    lines = [line for line in log.changed(world) if line.get("who") == "patrol"]
    assert [line["act"] for line in lines] == [nerve.FALLS_BACK]
