"""The police as an organisation: stages, units on the way, what they know."""

from __future__ import annotations

from typing import Any

from game.content.level import Beat, Item, Marker
from game.content.text import load_text
from game.sim import dice, events
from game.sim.mission.police_actions import Roadblock
from game.sim.systems import boarding, dispatch, wanted
from game.sim.world import World
from tests.worlds import call, car, disarmed, person, play, put, run, those, vehicle, who, yard, zone


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


# --------------------------------------------------------------------------- what they know, and how it is lost


def described(**more: Any) -> World:
    """A masked man whom a policeman has seen and reported; then the mask is off, the gun away, and he is out of sight."""
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 60, 50, "west")], still=["patrol"], **more)
    disarmed(world, "neil", "patrol")
    world.heat.stage = 2
    run(world, 4)
    assert world.heat.described == {who(world, "neil").id: 0}
    neil = who(world, "neil")
    neil.is_masked = False
    put(world, "neil", 150, 50)
    run(world, 4)
    return world


def test_the_description_holds_until_the_clothes_are_changed_where_nobody_sees_it() -> None:
    world = described()
    patrol, neil = world.minds[who(world, "patrol").id], who(world, "neil")
    assert wanted.recognises(world, patrol, neil, 400.0)
    wanted.change_clothes(world, neil)
    assert not wanted.recognises(world, patrol, neil, 400.0)
    assert wanted.is_description_void(world)


def test_who_changes_before_his_eyes_is_known_in_the_new_clothes() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 60, 50, "west")], still=["patrol"])
    disarmed(world, "neil", "patrol")
    world.heat.stage = 2
    run(world, 3)
    neil = who(world, "neil")
    wanted.change_clothes(world, neil)
    run(world, 3)
    assert world.heat.described[neil.id] == 1


def test_another_car_is_not_known_but_who_was_seen_to_get_in_is() -> None:
    for is_watched, is_known in ((True, True), (False, False)):
        world = yard(
            [person("neil", 50, 50, is_masked=True), person("patrol", 70, 50, "west")],
            [vehicle("sedan", 50, 53, name="car")],
            still=["patrol"],
        )
        world.heat.stage = 2
        run(world, 4)
        if not is_watched:
            who(world, "patrol").aim = 0
            put(world, "patrol", 170, 50)
            run(world, 12)
            who(world, "patrol").aim = 0
        boarding.seat(world, who(world, "neil"), car(world), 0)
        run(world, 3)
        assert car(world).is_known == is_known


def test_they_know_then_search_then_have_lost_them_and_say_so_on_the_radio() -> None:
    world = described()
    found = run(world, 45)
    beliefs = [event.belief for event in those(found, events.BeliefChanged)]
    assert beliefs == ["lost"], "it was search before"
    said = [event.line for event in those(found, events.Spoken) if event.is_radio]
    assert "radio.lost" in said
    assert not load_text().said("radio.car|spec=sedan|way=north").startswith("radio")


def test_the_search_grows_round_the_last_known_place_and_begins_where_they_went() -> None:
    world = precinct()
    world.heat.stage, world.heat.seen_tick, world.heat.heading, world.tick = 2, 1, 0, 600
    assert wanted.search_ring(world) == 15
    turns = [wanted.search_turn(world, dice.draw(1, n, dice.Purpose.SEARCH, 0)) for n in range(200)]
    ahead = sum(turn < 16384 or turn > 49152 for turn in turns)
    assert ahead > 150
    world.tick = 40 * 60
    assert wanted.search_ring(world) == 35
    world.tick = 90 * 60
    assert wanted.search_ring(world) == 60
    assert wanted.confidence(world) < 0.01


def test_where_no_beat_says_it_crimes_that_somebody_hears_raise_the_stage_and_time_forgets_them() -> None:
    world = yard([person("neil", 50, 50), person("pedestrian", 70, 50, "west"), person("patrol", 190, 90, "east")])
    disarmed(world, "patrol")
    assert not world.is_stage_scripted
    play(world, "aim north, fire 60")
    run(world, 2)
    assert world.heat.stage == 1
    world.heat.seen_tick, world.heat.belief = world.tick, "search"
    put(world, "neil", 10, 10)
    disarmed(world, "neil")
    run(world, 60)
    assert (world.heat.stage, world.heat.belief, world.heat.chaos) == (0, "calm", 0)


def test_where_a_beat_says_it_no_crime_does() -> None:
    alarm = Beat("alarm", when=call("seconds", after=99), do=(call("stage", stage=1, cause="alarm"),))
    world = yard([person("neil", 50, 50), person("pedestrian", 70, 50, "west")], beats=[alarm])
    play(world, "aim north, fire 60")
    run(world, 2)
    assert world.is_stage_scripted
    assert world.heat.stage == 0


def blocked(seed: int) -> World:
    """Two cars across a road, absent until the roadblock goes up, an officer beside each, and a strip."""
    world = yard(
        [
            person("neil", 50, 50),
            person("patrol", 150, 44, "west", "one", group="block", is_absent=True),
            person("patrol", 150, 56, "west", "two", group="block", is_absent=True),
        ],
        [
            vehicle("patrol_car", 147, 46, "north", "car_a", group="block", is_absent=True),
            vehicle("patrol_car", 147, 54, "north", "car_b", group="block", is_absent=True),
        ],
        items=[Item(10, 10, "strip", "spike_strip")],
        markers=[Marker(140, 50, "lane_two", 0)],
        seed=seed,
    )
    Roadblock(("block",), gap="car_b", strip="strip", strip_at="lane_two").act(world)
    return world


def test_a_roadblock_stands_where_the_map_has_it_with_a_strip_across_the_road() -> None:
    world = blocked(1)
    assert not car(world, "car_a").is_absent
    assert who(world, "one").is_present
    strip = world.item_named["strip"]
    assert (strip.state, strip.x, strip.y, strip.facing) == ("laid", 140, 50, 16384)
    found = run(world, 1)
    assert "radio.roadblock" in [event.line for event in those(found, events.Spoken)]


def test_one_roadblock_in_three_has_a_gap() -> None:
    gaps = sum(car(blocked(seed), "car_b").is_absent for seed in range(1, 41))
    assert 6 <= gaps <= 22
