"""The recipes of the page, word for word, in worlds that step: a patrol walks, an ambush springs, a chase comes, people are held."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

from game.content.level import Lane, Marker, Route, Screenplay, Signal
from game.levels.complaints import Complaints
from game.levels.folders import DATA_ROOT
from game.levels.screenplay import read_screenplay
from game.levels.vocabulary import game_vocabulary
from game.sim.ai import roads
from game.sim.entities import Stance
from game.sim.events import Spoken
from game.sim.founding import put_on_foot
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import catalog, person, place_of, play, run, run_until, those, vehicle, wall, who, yard_level, zone

PAGE = (DATA_ROOT / "docs" / "LEVELS.md").read_text(encoding="utf-8")
RECIPES = {
    found["name"]: found["text"]
    for found in re.finditer(
        r"(?ms)^\*\*(?P<name>[\w ]+)\*\*:[^`#]*?(?:`[^`\n]*`[^`#]*?)*```toml\n(?P<text>.*?)^```", PAGE
    )
}


def cooked(name: str, more: str = "", seed: int = 1, **level: object) -> World:
    """A yard in which that recipe is the screenplay; `more` goes with it, the rest is as `yard_level` has it."""
    complaints = Complaints("LEVELS.md")
    text = 'title = "x"\n' + RECIPES[name] + more
    told: Screenplay = read_screenplay(tomllib.loads(text), game_vocabulary(), complaints)
    assert complaints.faults == []
    made = yard_level(beats=told.beats, plans=told.plans, chances=told.chances, **level)  # type: ignore[arg-type]
    return World.new(made, catalog(), RunSetup(made.name, seed=seed))


def test_a_patrol_goes_round_and_round() -> None:
    round_ = Route(((40.0, 40.0), (52.0, 40.0), (52.0, 48.0), (40.0, 48.0)), "round", 1.3, is_loop=True)
    people = [person("neil", 46, 70), person("guard", 40, 40, name="guard_1")]
    # Whoever sees a rifle does not walk on: the wall stands between them.
    world = cooked("A patrol", people=people, routes=[round_], walls=[wall(20, 55, 60, 1)])

    def is_near(x: float, y: float) -> bool:
        px, py = world.position(who(world, "guard_1").id)
        return (px - x) * (px - x) + (py - y) * (py - y) < 2.0

    for _ in range(2):
        run_until(world, lambda _: is_near(52.0, 48.0), 40)
        run_until(world, lambda _: is_near(40.0, 40.0), 40)


def test_an_ambush_springs_when_somebody_steps_in() -> None:
    people = [
        person("neil", 60, 50),
        person("patrol", 100, 30, name="p_1", group="second_unit", is_absent=True),
        person("patrol", 102, 30, name="p_2", group="second_unit", is_absent=True),
    ]
    court, mouth = zone("court", 80, 40, 20, 20), Marker(100.0, 42.0, "alley_mouth", 0)
    world = cooked("An ambush", people=people, zones=[court], markers=[mouth])
    run(world, 1.0)
    assert who(world, "p_1").is_absent and world.heat.stage < 3
    put_on_foot(world, 90.0, 50.0)
    run(world, 1.0)
    assert not who(world, "p_1").is_absent and not who(world, "p_2").is_absent
    assert world.heat.stage == 3


def test_a_chase_comes_and_the_driver_takes_one_of_his_ways_to_its_end() -> None:
    people = [
        person("trejo", 100, 50, vehicle="car"),
        person("neil", 100, 50, vehicle="car"),
        person("patrol", 100, 10, name="p_1", group="unit_1", vehicle="car_1", is_absent=True),
    ]
    cars = [
        vehicle("sedan", 100, 50, name="car"),
        vehicle("patrol_car", 100, 10, name="car_1", group="unit_1", is_absent=True),
        vehicle("patrol_car", 110, 10, name="car_2", group="unit_2", is_absent=True),
    ]
    ways = [
        Route(((100.0, 50.0), (180.0, 50.0)), "boulevard", 12.0),
        Route(((100.0, 50.0), (100.0, 92.0)), "alley", 9.0),
    ]
    world = cooked(
        "A chase",
        '[[beat]]\nid = "aboard"\nwhen = { seconds = { after = 1 } }\n',
        people=people, vehicles=cars, routes=ways, zones=[zone("street", 90, 40, 30, 20)], markers=[Marker(100.0, 10.0, "north", 16384)],
        crew=["neil", "trejo"],
    )  # fmt: skip
    run(world, 4.0)
    assert world.vehicle_named["car_1"].is_absent
    run(world, 6.0)
    assert not world.vehicle_named["car_1"].is_absent
    run_until(world, lambda world: place_of(world, "car")[0] > 165.0 or place_of(world, "car")[1] > 80.0, 30)


def test_held_people_kneel_at_their_markers_and_count() -> None:
    """The doors are open, the guards are inside: one of the crew fetches them, then stands by with his gun."""
    people = [
        person("neil", 30, 80),
        person("cheritto", 50, 50),
        person("guard", 60, 50, name="guard_1", vehicle="truck"),
        person("guard", 60, 50, name="guard_2", vehicle="truck"),
    ]
    spots = [Marker(55.0, 62.0, "knee_1", 0), Marker(57.0, 62.0, "knee_2", 0), Marker(56.0, 65.0, "post", 0)]
    more = """
[[beat]]
id = "open"
when = { seconds = { after = 1 } }
"""
    world = cooked(
        "People held", more, people=people, vehicles=[vehicle("armored_truck", 60, 50, name="truck")], markers=spots,
        zones=[zone("kerb", 53, 60, 6, 4)], crew=["neil", "cheritto"],
    )  # fmt: skip
    truck = world.vehicle_named["truck"]
    truck.is_open = True
    run_until(world, lambda world: "out" in world.mission.reached, 60)
    run(world, 8.0)
    for name, x in (("guard_1", 55.0), ("guard_2", 57.0)):
        px, py = place_of(world, name)
        assert abs(px - x) < 2.5 and abs(py - 62.0) < 2.5, f"{name} is on his spot"
        assert who(world, name).stance in (Stance.KNEEL, Stance.TIED), f"{name} does as he is told"
    px, py = place_of(world, "cheritto")
    assert abs(px - 56.0) < 3.0 and abs(py - 65.0) < 3.0, "one stands by"


def test_a_clock_starts_with_the_first_shot_and_is_called_out_near_its_end() -> None:
    people = [person("neil", 40, 50), person("trejo", 44, 53)]
    world = cooked("A clock", people=people, crew=["neil", "trejo"])
    run(world, 2.0)
    assert not world.mission.clocks, "nobody has fired"
    play(world, "aim east, fire 20, wait 10")
    drawn = int(world.mission.facts["response"][0])
    assert 150 <= drawn <= 200
    left = world.mission.clocks["police"] - world.tick
    assert drawn - 1 <= left / 60 <= drawn and world.mission.clock_label == "Police", (
        "as long as this run has drawn, and shown"
    )
    said = those(run(world, left / 60 - 31), Spoken)
    assert not any(event.line == "Thirty seconds." for event in said)
    said = those(run(world, 2.0), Spoken)
    assert any(event.line == "Thirty seconds." for event in said)
    assert {
        int(cooked("A clock", people=people, crew=["neil", "trejo"], seed=seed).mission.facts["response"][0])
        for seed in range(5)
    } != {drawn}


def test_timed_lights_are_never_green_together() -> None:
    rows = re.findall(r"\| Signal `(\w+)`[^|]*\| (\d+) \| (\d+) \| (\d+) \|", PAGE)
    signals = tuple(
        Signal(0.0, 0.0, name, float(green), float(cycle), float(offset)) for name, green, cycle, offset in rows
    )
    level = replace(
        yard_level(lanes=[Lane(((0.0, 0.0), (9.0, 0.0)), signal="main")], walls=[wall(0, 0, 1, 1)]), signals=signals
    )
    world = World.new(level, catalog(), RunSetup(level.name))
    seen = set()
    for _ in range(30 * 60):
        run(world, 1 / 60)
        seen.add(tuple(roads.is_green(world, signal.name) for signal in signals))
    assert seen == {(True, False), (False, True), (False, False)}
