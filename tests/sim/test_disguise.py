"""Other clothes and another car: what undoes a description, who tells of it, and what a man does whose car was taken."""

from __future__ import annotations

from typing import Any

from game.content.level import Fixture, Item
from game.sim import events, guidance
from game.sim.ai.steps import Report
from game.sim.input_frame import NEUTRAL, Button
from game.sim.systems import chaos, wanted
from game.sim.world import World
from tests.worlds import (
    call,
    car,
    disarmed,
    distance,
    mind,
    person,
    plan,
    play,
    put,
    run,
    run_until,
    those,
    vehicle,
    who,
    yard,
)

BAG = Item(52, 50, "bag", "clothes", seconds=2.0)


def described(**more: Any) -> World:
    """Neil on foot, whose clothes the police have; a bag of other ones beside him."""
    world = yard([person("neil", 51, 50), *more.pop("people", ())], items=[BAG], **more)
    disarmed(world, "neil")
    world.heat.stage = 2
    world.heat.described[who(world, "neil").id] = 0
    return world


def test_other_clothes_take_their_time_and_undo_the_description() -> None:
    world = described()
    assert wanted.fits(world, who(world, "neil"), is_close=False)
    assert guidance.prompts(world, who(world, "neil"))[0] == "change"
    found = play(world, "use 60")
    assert who(world, "neil").look == 0, "he is not through yet"
    found += play(world, "use 90")
    assert who(world, "neil").look == 1 and not wanted.fits(world, who(world, "neil"), is_close=False)
    assert [event.is_seen for event in those(found, events.ClothesChanged)] == [False]
    assert guidance.prompts(world, who(world, "neil"))[0] == "", "there is no reason to change again"


def test_a_policeman_who_looks_on_has_the_new_clothes_too() -> None:
    world = described(people=[person("patrol", 64, 50, facing="west", name="officer")], still=["officer"])
    who(world, "officer").guns, who(world, "officer").gun = [], -1
    run_until(world, lambda w: mind(w, "officer").is_visible, 6)
    found = play(world, "use 150")
    assert [event.is_seen for event in those(found, events.ClothesChanged)] == [True]
    run(world, 3)
    assert world.heat.described[who(world, "neil").id] == 1


def test_one_changes_in_a_car_that_holds_the_bag_but_not_while_driving_it() -> None:
    people = [person("neil", 50, 50, vehicle="car"), person("chris", 50, 50, vehicle="car", seat="passenger")]
    world = yard(
        people,
        [vehicle("sedan", 50, 50, name="car")],
        items=[Item(50, 50, "bag", "clothes", inside="car", seconds=2.0)],
    )
    world.physics.vx[car(world).id] = 8.0
    play(world, "use 40")
    assert who(world, "neil").use == "", "his hands are on the wheel"
    run(world, 4, NEUTRAL._replace(buttons=Button.HANDBRAKE))
    assert guidance.prompts(world, who(world, "neil"))[0] == "change"
    play(world, "use 140")
    assert who(world, "neil").look == 1


def test_a_mind_told_to_change_goes_to_the_bag_and_does() -> None:
    plans = [plan("chris", start=call("change", item="bag"))]
    world = yard([person("neil", 10, 10), person("chris", 40, 50)], items=[BAG], plans=plans, still=["neil"])
    run_until(world, lambda w: who(w, "chris").look == 1, 14)


def taken(**more: Any) -> World:
    """Neil pulls somebody out of his car."""
    people = [person("neil", 50, 52.4), person("driver", 50, 50, vehicle="car", name="driver"), *more.pop("people", ())]
    world = yard(people, [vehicle("sedan", 50, 50, name="car")], **more)
    play(world, "enter 2, wait 2")
    assert who(world, "neil").vehicle == car(world).id
    return world


def test_the_prompt_says_that_the_car_is_somebodys() -> None:
    world = yard(
        [person("neil", 50, 52.4), person("driver", 50, 50, vehicle="car")], [vehicle("sedan", 50, 50, name="car")]
    )
    assert guidance.prompts(world, who(world, "neil"))[1] == "hijack"


def test_a_driver_who_was_pulled_out_runs_then_tells_which_car_it_was() -> None:
    world = taken(fixtures=[Fixture(80, 50, "phone")])
    driver = who(world, "driver")
    assert driver.vehicle < 0 and isinstance(mind(world, "driver").step, Report)
    put(world, "car", 190, 90)
    run(world, 5)
    assert distance(world, "driver", "car") > 100 and not car(world).is_known, "he has only just got away"
    run_until(world, lambda w: car(w).is_known, 60)
    assert world.mission.counters["reported_cars"] == 1
    assert world.heat.stage >= 1 and world.heat.belief != "know", "they know the car, not where it is"


def test_a_taken_car_counts_as_a_crime_where_somebody_saw_it() -> None:
    world = taken(people=[person("pedestrian", 56, 54, name="bystander")])
    run(world, 1)
    assert world.heat.chaos >= chaos.HIJACKED
    assert taken().heat.chaos == 0, "nobody about: they know when he has told them"
    assert world.mission.counters["hijacked"] == 1
