"""Who holds the controls when nobody does: what the policies order, and what the log says of the minds."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from game.app.bench_commands import policy_line
from game.app.bot import BotRun
from game.app.decisions import DecisionLog
from game.app.policies import ORDER_TICKS, hold
from game.sim.ai import nerve
from game.sim.input_frame import Order
from tests.worlds import call, mind, person, place_of, plan, vehicle, who, yard


def test_hold_is_a_standing_order_from_when_one_stands_in_the_street() -> None:
    world = yard(
        [person("neil", 10, 10), person("chris", 14, 10), person("trejo", 40, 40, vehicle="car")],
        [vehicle("sedan", 40, 40, name="car")],
        plans=[plan("chris", start=call("run_to", at="car"))],
    )
    chris, trejo = who(world, "chris"), who(world, "trejo")
    x, y = place_of(world, "chris")
    for _ in range(10 * ORDER_TICKS):
        world.step(hold(world))
    assert chris.order == Order.HOLD and trejo.order == 0
    assert hypot(place_of(world, "chris")[0] - x, place_of(world, "chris")[1] - y) < 3.0
    assert hold(world).order == Order.NONE  # it stands: nobody needs to be told twice


def test_a_run_of_a_policy_is_told_in_a_line() -> None:
    run = BotRun("yard", "crew", 3, "film", "", "rusher", "killed", "On the street", 600, 20, "", (), ())
    assert policy_line(run) == "rusher, seed 3: killed (On the street) after 10 s, score 20"
    assert policy_line(replace(run, result="", ending="")) == "rusher, seed 3: no end after 10 s, score 20"


def test_the_log_has_a_line_for_an_act_that_begins() -> None:
    world = yard([person("neil", 10, 10), person("patrol", 80, 80)], still=["neil", "patrol"])
    log = DecisionLog()
    log.changed(world)
    mind(world, "patrol").act = nerve.FALLS_BACK
    lines = [line for line in log.changed(world) if line.get("who") == "patrol"]
    assert [line["act"] for line in lines] == [nerve.FALLS_BACK]
