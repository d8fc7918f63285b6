"""The screenplay: beats in their order, facts, chances, clocks, the end."""

from __future__ import annotations

from game.content.level import Beat, Chance, Item
from game.sim import events
from game.sim.ai import steps
from game.sim.mission import director, scoring
from game.sim.mission.calls import spoken
from game.sim.systems import damage
from game.sim.world import World
from tests.worlds import call, car, person, plan, play, push, run, those, vehicle, who, yard, zone

NEIL = person("neil", 20, 50)


def told(*beats: Beat, seconds: float = 1.0, **more: object) -> tuple[World, list[str]]:
    world = yard([NEIL], beats=beats, **more)  # type: ignore[arg-type]
    return world, [e.beat for e in those(run(world, seconds), events.BeatReached)]


def test_beats_come_after_each_other() -> None:
    _, came = told(
        Beat("third", after=("second",)),
        Beat("second", after=("first",), when=call("seconds", after=0.5)),
        Beat("first", when=call("seconds", after=0.1)),
    )
    assert came == ["first", "second", "third"]


def test_seconds_count_from_the_beat_before() -> None:
    world, _ = told(
        Beat("one", when=call("seconds", after=1.0)),
        Beat("two", after=("one",), when=call("seconds", after=1.0)),
        seconds=3,
    )
    assert 58 <= world.mission.reached["two"] - world.mission.reached["one"] <= 64


def test_a_beat_rules_another_out() -> None:
    _, came = told(Beat("quiet"), Beat("loud", without=("quiet",), when=call("seconds", after=0.2)))
    assert came == ["quiet"]


def test_a_beat_comes_once() -> None:
    _, came = told(Beat("one"), seconds=3)
    assert came == ["one"]


def test_somebody_walks_into_a_zone() -> None:
    world = yard(
        [NEIL],
        zones=[zone("gate", 24, 45, 3, 10)],
        beats=[Beat("there", when=call("person_in_zone", who="neil", zone="gate"))],
    )
    assert not those(run(world, 2), events.BeatReached)
    assert those(play(world, "run+east 90"), events.BeatReached)


def test_a_vehicle_must_stop_in_a_zone() -> None:
    stop = Beat("parked", when=call("vehicle_in_zone", vehicle="car", zone="bay", is_stopped=True))
    world = yard([NEIL], [vehicle("sedan", 40, 60, name="car")], zones=[zone("bay", 45, 55, 20, 10)], beats=[stop])
    push(world, "car", 9)
    found = run(world, 1)
    assert not those(found, events.BeatReached)
    assert those(run(world, 8), events.BeatReached)
    assert car(world).still_ticks > 0


def test_all_any_and_not() -> None:
    never, soon = call("seconds", after=99), call("seconds", after=0.1)
    _, came = told(
        Beat("all", when=call("all", of=(soon, never))),
        Beat("any", when=call("any", of=(soon, never))),
        Beat("not", when=call("not", it=never)),
    )
    assert sorted(came) == ["any", "not"]


def test_a_beat_speaks_sets_facts_starts_clocks_and_ends_the_run() -> None:
    world, came = told(
        Beat(
            "start_all",
            do=(
                call("say", who="neil", line="Now."),
                call("set_fact", name="mood", value="calm"),
                call("clock", name="response", seconds=2),
            ),
        ),
        Beat("calm", when=call("fact", name="mood", equals="calm")),
        Beat(
            "late",
            when=call("clock_below", clock="response", seconds=0.5),
            do=(call("end", result="escaped", ending="late"),),
        ),
        seconds=5,
    )
    assert came == ["start_all", "calm", "late"]
    assert world.result == "escaped"
    assert world.is_over
    tick = world.tick
    assert run(world, 1) == []
    assert world.tick == tick, "after the end nothing moves"


def test_the_goal_is_the_beat_that_is_wanted_next() -> None:
    world = yard(
        [NEIL],
        beats=[
            Beat("a", goal="Wait", when=call("seconds", after=1)),
            Beat("b", goal="Go on", after=("a",), when=call("seconds", after=9)),
        ],
    )
    first = director.goal(world)
    assert first is not None
    assert first.id == "a"
    run(world, 2)
    second = director.goal(world)
    assert second is not None
    assert second.id == "b"


def test_beats_of_the_other_side_do_not_come() -> None:
    _, came = told(Beat("ours", side="crew"), Beat("theirs", side="police"))
    assert came == ["ours"]


CHANCES = (
    Chance("case", pick=tuple(f"case_{n}" for n in range(6))),
    Chance("late", between=(30, 60)),
    Chance("trouble", pick=("fire", "flood", "crowd", "dog"), take=2),
)


def facts(seed: int) -> dict[str, tuple[str, ...]]:
    return yard([NEIL], chances=CHANCES, seed=seed).mission.facts


def test_chances_are_the_seeds() -> None:
    assert facts(5) == facts(5)
    drawn = [facts(seed) for seed in range(40)]
    assert {one["case"][0] for one in drawn} == {f"case_{n}" for n in range(6)}
    assert all(30 <= int(one["late"][0]) <= 60 for one in drawn)
    assert len({one["late"][0] for one in drawn}) > 12
    assert all(len(set(one["trouble"])) == 2 for one in drawn)


def test_a_drawn_fact_stands_for_a_name() -> None:
    items = [Item(5, 5, f"case_{n}") for n in range(6)]
    world = yard([NEIL], chances=CHANCES, items=items, beats=[Beat("one", do=(call("wanted", item="$case"),))], seed=9)
    run(world, 0.2)
    assert [item.name for item in world.items if item.is_wanted] == [world.mission.facts["case"][0]]


def test_a_plan_moves_on_with_the_beats() -> None:
    people = [NEIL, person("chris", 20, 60)]
    world = yard(
        people,
        beats=[Beat("go", when=call("seconds", after=2))],
        plans=[plan("chris", start=call("wait"), go=call("go_to", x=40.0, y=60.0))],
    )
    run(world, 2)
    assert world.position(who(world, "chris").id) == (20, 60)
    run(world, 10)
    assert abs(world.position(who(world, "chris").id)[0] - 40) < 3


def test_one_can_walk_out_by_holding_the_key_for_a_second() -> None:
    world = yard([NEIL])
    play(world, "leave 40, wait 5")
    assert not world.is_over
    found = play(world, "leave 61")
    assert those(found, events.RunEnded)[0].result == "walked"


def test_the_results_name_who_did_not_come_home() -> None:
    away = Beat("away", when=call("seconds", after=1.0), do=(call("end", result="escaped", ending="away"),))
    crew = [person("neil", 40, 50, vehicle="car"), person("chris", 20, 50), person("cheritto", 20, 60)]
    world = yard(crew, [vehicle("sedan", 40, 50, name="car")], beats=[away])
    damage.die(world, who(world, "cheritto"), -1, "shot")
    run(world, 2)
    told_of = [(cause.key, dict(cause.values)["who"]) for cause in scoring.result(world).causes]
    assert told_of == [("left_behind", "Chris"), ("dead", "Cheritto")]


def test_a_wounded_man_who_was_carried_to_the_car_is_aboard_and_comes_home() -> None:
    two = call("aboard", vehicle="car", who=("neil", "chris"), at_least=2)
    away = Beat("away", when=two, do=(call("end", result="escaped", ending="away"),))
    crew = [person("neil", 40, 50, vehicle="car"), person("chris", 40, 50, vehicle="car", seat="passenger")]
    world = yard([*crew, person("cheritto", 20, 60)], [vehicle("sedan", 40, 50, name="car")], beats=[away])
    damage.fall(world, who(world, "chris"), -1)
    run(world, 1)
    assert world.mission.result == "escaped"
    assert [dict(cause.values)["who"] for cause in scoring.result(world).causes] == ["Cheritto"]
    damage.die(world, who(world, "neil"), -1, "shot")
    assert scoring.counters(world)["crew_out"] == 0


def test_a_step_is_told_in_the_words_of_the_screenplay() -> None:
    told = [
        spoken(one) for one in (steps.Wait(), steps.DriveRoute("out"), steps.GoTo(1.25, 2.0), steps.Watch(("a", "b")))
    ]
    assert told == ["wait", "drive_route route=out", "go_to x=1.2 y=2.0", "watch people=a,b"]
