"""The police as an organisation: stages, units on the way, what they know."""

from __future__ import annotations

from typing import Any

from game.content.level import Beat, Marker
from game.sim import events
from game.sim.systems import dispatch
from game.sim.world import World
from tests.worlds import call, car, disarmed, person, put, run, those, vehicle, who, yard, zone


def precinct(difficulty: str = "film", units: int = 2, **more: Any) -> World:
    """Units of two in a car each, absent; a zone to respond to; an entry at the west end."""
    people = [person("neil", 150, 50)]
    cars = []
    for n in range(units):
        people += [
            person("patrol", 0, 0, name=f"unit_{n}_{k}", group=f"unit_{n}", vehicle=f"car_{n}", is_absent=True)
            for k in range(2)
        ]
        cars.append(vehicle("patrol_car", 5, 5 + 5 * n, name=f"car_{n}", group=f"unit_{n}", is_absent=True))
    return yard(
        people,
        cars,
        markers=[Marker(10, 50, "west_end")],
        zones=[zone("street", 130, 40, 40, 20)],
        difficulty=difficulty,
        **more,
    )


def sent(world: World, seconds: float = 5, apart: float = 4) -> World:
    groups = tuple(sorted({v.group for v in world.vehicles}))
    dispatch.send(world, groups, "west_end", "street", seconds, apart)
    return world


def test_units_come_when_they_are_due_with_sirens_one_after_the_other() -> None:
    world = sent(precinct())
    run(world, 4.5)
    assert car(world, "car_0").is_absent
    found = run(world, 1)
    assert not car(world, "car_0").is_absent
    assert who(world, "unit_0_0").is_present
    assert those(found, events.SirenSwitched)
    assert car(world, "car_1").is_absent
    run(world, 5)
    assert not car(world, "car_1").is_absent


def test_a_unit_waits_for_the_entry_to_be_free() -> None:
    world = sent(precinct(), apart=0)
    run(world, 5.4)
    assert not car(world, "car_0").is_absent
    assert car(world, "car_1").is_absent, "not on top of the first"


def test_units_drive_to_the_zone() -> None:
    world = sent(precinct(units=1), seconds=0)
    disarmed(world, "neil")
    run(world, 25)
    assert world.position(car(world, "car_0").id)[0] > 90


def test_an_easier_game_gives_more_time() -> None:
    due = {}
    for difficulty in ("story", "film", "professional"):
        world = sent(precinct(difficulty), seconds=60)
        due[difficulty] = world.heat.arrivals[0][0]
    assert due["story"] > due["film"] > due["professional"]


def test_the_stage_goes_up_with_its_cause_and_never_down() -> None:
    world = precinct()
    dispatch.raise_stage(world, 2, "shots fired")
    dispatch.raise_stage(world, 1, "a call")
    assert (world.heat.stage, world.heat.cause) == (2, "shots fired")


def test_a_call_brings_them_sooner() -> None:
    world = sent(precinct(), seconds=60)
    before = world.heat.arrivals[0][0]
    dispatch.hasten(world, 20, "A passer-by called")
    assert before - world.heat.arrivals[0][0] == 20 * 60
    assert world.heat.stage == 1
    assert any(("seconds", "20") in cause.values for cause in world.mission.causes)


def test_what_is_told_late_never_puts_them_off() -> None:
    world = sent(precinct(), seconds=1)
    world.mission.clocks["response"] = world.tick - 40 * 60
    due = world.heat.arrivals[0][0]
    dispatch.hasten(world, 45, "A gun battle in the street")
    assert world.mission.clocks["response"] == world.tick - 40 * 60, "overdue by forty seconds still"
    assert world.heat.arrivals[0][0] == due


def test_a_beat_sends_them() -> None:
    alarm = Beat(
        "alarm",
        when=call("seconds", after=1),
        do=(
            call("dispatch", groups=("unit_0",), entry="west_end", zone="street", seconds=1.0),
            call("stage", stage=2, cause="alarm"),
        ),
    )
    world = precinct(beats=[alarm])
    found = run(world, 3)
    assert [e.stage for e in those(found, events.StageRaised)] == [2]
    assert not car(world, "car_0").is_absent
    assert car(world, "car_1").is_absent


def test_an_unmasked_man_in_a_quiet_street_is_nobody() -> None:
    world = yard([person("neil", 50, 50), person("patrol", 60, 50, "west")])
    run(world, 4)
    assert world.heat.seen_tick < 0
    assert world.minds[who(world, "patrol").id].target == -1


def test_a_masked_man_is_known_on_sight() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 60, 50, "west")])
    run(world, 4)
    assert world.heat.seen_tick > 0
    assert world.minds[who(world, "patrol").id].target == who(world, "neil").id


def test_a_known_car_is_known_from_afar_another_only_close_by() -> None:
    for is_known, x, is_seen in ((True, 75, True), (False, 75, False), (False, 58, True)):
        world = yard(
            [person("neil", 50, 50, vehicle="car"), person("patrol", x, 50, "west")],
            [vehicle("sedan", 50, 50, name="car")],
            still=["patrol"],
        )
        world.heat.stage = 2
        car(world).is_known = is_known
        put(world, "car", 50, 50)
        run(world, 3)
        assert (world.heat.seen_tick > 0) == is_seen, f"known {is_known}, {x - 50} m off"
