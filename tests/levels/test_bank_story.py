"""What the screenplay of the bank promises whoever plays it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from game.content.catalog import load_catalog
from game.content.level import Level
from game.levels.loader import load_level
from game.sim.ai.behaviours import drive
from game.sim.ai.mind import in_force
from game.sim.ai.steps import Relay, RunTo
from game.sim.entities import Stance
from game.sim.events import Spoken
from game.sim.mission import actions, director
from game.sim.run_setup import RunSetup
from game.sim.systems import carrying, damage, spawning
from game.sim.world import World

FILE = Path(__file__).resolve().parents[2] / "levels" / "far_east_bank.tmx"
CATALOG = load_catalog()
GUARDS = ("guard_west", "guard_east", "guard_desk")


@cache
def level() -> Level:
    return load_level(FILE, CATALOG)


def bank(*beats: str, plan: str = "") -> World:
    """The bank when these beats have come."""
    world = World.new(level(), CATALOG, RunSetup("far_east_bank", seed=1, plan=plan))
    world.mission.reached |= dict.fromkeys(beats, 1)
    return world


def bot(world: World, until: str, seconds: float) -> None:
    """The crew's own mind plays until a beat has come."""
    last = world.tick + seconds * 60
    while until not in world.mission.reached:
        assert world.tick < last, f"{until} has not come in {seconds} s"
        world.step(world.suggest())


def test_they_walk_in_like_customers_and_then_everybody_is_on_the_floor() -> None:
    world = bank()
    bot(world, "placed", 40)
    assert all(world.person_named[name].gun < 0 for name in ("neil", "chris", "cheritto", *GUARDS))
    inside = [p for p in world.people if world.zones["bank"].contains(*world.position(p.id))]
    assert len(inside) > 20 and not any(p.fear for p in inside)
    bot(world, "down", 10)
    assert all(world.person_named[name].stance == Stance.KNEEL for name in GUARDS)
    assert sum(1 for p in world.people if p.stance == Stance.KNEEL) > 12
    bot(world, "guards", 20)
    assert all(world.person_named[name].stance == Stance.TIED for name in GUARDS)
    assert world.mission.counters.get("shots", 0) == 0
    assert world.heat.stage == 0


@pytest.mark.parametrize(("plan", "comes"), [("two_bags", True), ("", False)])
def test_the_plan_says_after_how_many_bags_they_leave(plan: str, comes: bool) -> None:
    world = bank("setup", "placed", "masks", "down", "guards", "key", "vault", "first_bag", "second_bag", plan=plan)
    for _ in range(60):
        world.step(world.suggest())
    assert ("out" in world.mission.reached) is comes


def test_every_one_of_the_crew_ends_at_the_station_wagon() -> None:
    for plan in level().screenplay.plans:
        if plan.who in level().screenplay.sides[0].crew and not plan.side:
            steps = {step.beat: step.step.name for step in plan.steps}
            assert steps["car_park"] == "board", f"{plan.who} stays behind"


def test_on_the_way_one_is_always_told_what_to_do_next() -> None:
    inside = [
        "setup",
        "placed",
        "masks",
        "down",
        "guards",
        "key",
        "vault",
        "first_bag",
        "second_bag",
        "third_bag",
        "out",
    ]
    street = ["boxed", "bound_1", "bound_2", "bound_3", "bound_4", "through", "car_park", "in_wagon"]
    come: list[str] = []
    for beat in [*inside, "unmasked", "first_out", "second_out", "third_out", "rolling", "cordon", *street]:
        come.append(beat)
        if beat not in ("placed", "masks", "third_bag", "rolling", "cordon"):  # the next beat follows within a moment
            assert director.goal(bank(*come)) is not None, f"nothing to do after {beat}"


def test_a_quick_robbery_meets_no_roadblock() -> None:
    world = bank("setup", "masks", "out", "second_out", "rolling", "past_bank", "tip", "race")
    for _ in range(120):
        world.step(world.suggest())
    assert "cordon" not in world.mission.reached
    assert all(car.is_absent for car in world.vehicles if car.group in ("roadblock", "jam"))


def test_the_roadblock_comes_with_the_jam_before_it() -> None:
    world = bank("setup", "masks", "out", "unmasked", "second_out", "tip", "race", "truck", "shots")
    for _ in range(60):
        world.step(world.suggest())
    there = [car for car in world.vehicles if car.group == "roadblock" and not car.is_absent]
    assert "cordon" in world.mission.reached and len(there) >= 3
    assert sum(1 for car in world.vehicles if car.group == "jam" and not car.is_absent) >= 10


def test_the_roadblock_is_six_cars_side_by_side_and_the_street_is_shut_with_tape() -> None:
    cars = [car for car in level().vehicles if car.group == "roadblock"]
    assert len(cars) == 6 and len({car.x for car in cars}) == 1
    assert len({car.facing for car in cars}) == 2, "some stand nose on, and stop rifles; some tail on, and do not"
    gaps = [b.y - a.y for a, b in pairwise(cars)]
    assert max(gaps) - min(gaps) < 0.1
    world = bank(
        "setup", "masks", "out", "unmasked", "second_out", "tip", "race", "cordon", "past_bank", "cordon_closed"
    )
    world.mission.waiting["cordon_tight"] = -600
    for _ in range(30):
        world.step(world.suggest())
    assert world.mission.closed == ["closed_avenue", "closed_east", "closed_north"]
    assert all(item.state == "laid" for item in world.items if item.kind == "police_tape")
    ends = [level().lanes[number].points[-1] for number in world.mission.closed_lanes]
    assert any(world.zones["closed_avenue"].contains(*end) for end in ends)


def test_when_shots_have_fallen_nobody_is_left_on_foot_in_the_line_of_fire() -> None:
    world = bank("setup", "masks", "out", "unmasked", "second_out", "tip", "race", "truck", "shots", "cordon")
    east = world.zones["closed_east"]

    def on_foot() -> int:
        present = [p for p in world.people if p.side == "civilian" and p.is_present and p.vehicle < 0]
        return sum(east.contains(*world.position(p.id)) for p in present)

    before = on_foot()
    for _ in range(1200):
        world.step(world.suggest())
    assert before >= 3 and on_foot() <= before // 2


def test_one_plan_hands_a_bag_on() -> None:
    world = bank("setup", "placed", "masks", "down", "guards", "key", "vault_door", "vault", plan="relay")
    bag, cheritto = world.item_named["bag_1"], world.person_named["cheritto"]
    carrying.take(world, cheritto, bag)
    for _ in range(60):
        world.step(world.suggest())
    assert "first_bag" in world.mission.reached, "it counts in his hands too"
    before = in_force(bank("setup", "vault", plan="relay"), world.person_named["chris"].id)
    assert before is not None and isinstance(before[1], Relay)


def test_the_bag_that_is_handed_on_holds_nobody_up() -> None:
    world = bank("setup", "placed", "masks", "down", "guards", "key", "vault_door", "vault", plan="relay")
    first, second = world.item_named["bag_1"], world.item_named["bag_2"]
    cheritto, chris = world.person_named["cheritto"], world.person_named["chris"]
    world.physics.place(cheritto.id, *world.spot("watch_east")[:2], 0.0)
    world.physics.place(chris.id, *world.spot("hall_bag")[:2], 0.0)
    actions.OpenDoor(("vault_door", "vault_gate")).act(world)
    actions.Lock(("bag_2",), is_locked=False).act(world)
    carrying.take(world, chris, first)
    bot(world, "handed", 30)
    for _ in range(60 * 60):
        world.step(world.suggest())
        if chris.item == second.id:
            break
    assert chris.item == second.id, "he has gone back for it"
    assert first.carrier == cheritto.id


# --------------------------------------------------------------------------- the other side


def test_as_hanna_it_begins_with_the_tip() -> None:
    world = World.new(level(), CATALOG, RunSetup("far_east_bank", "police", 1))
    said = [event.line for _ in range(600) for event in world.step(world.suggest()) if isinstance(event, Spoken)]
    assert said[:1] == ["A name came in. Far East National. They are inside now."]
    assert "I am across from the doors. Nobody has come out." in said


def hanna(*beats: str) -> World:
    """The same morning as Hanna, when these beats have come."""
    world = World.new(level(), CATALOG, RunSetup("far_east_bank", "police", 1))
    world.mission.reached |= dict.fromkeys(beats, 1)
    return world


def test_hanna_is_told_of_it_at_the_wheel_with_three_men_in_the_bank() -> None:
    world = hanna()
    car = world.vehicle_named["hanna_car"]
    assert world.player == car.seats[0] and not car.is_absent
    zone = world.zones["bank"]
    for name in ("neil", "chris", "cheritto"):
        person = world.person_named[name]
        assert zone.contains(*world.position(person.id)) and person.item >= 0 and person.is_masked
    assert all(world.person_named[name].stance == Stance.TIED for name in GUARDS)
    bot(world, "arrived", 45)
    assert world.mission.counters.get("shots", 0) == 0


def test_as_hanna_one_is_always_told_what_to_do_next() -> None:
    come: list[str] = []
    for beat in ("setup", "arrived", "placed_police", "wait_for_it", "shots", "stop_them", "separated", "taken"):
        come.append(beat)
        if beat not in ("wait_for_it", "stop_them"):
            assert director.goal(hanna("masks", "boxed", *come)) is not None, f"nothing to do after {beat}"


def test_no_goal_of_the_crew_is_shown_to_hanna() -> None:
    theirs = {beat.goal for beat in level().screenplay.beats if beat.goal and beat.side != "police"}
    for beats in ((), ("second_out", "race"), ("shots", "boxed"), ("boxed", "bound_1", "bound_2", "in_wagon")):
        goal = director.goal(hanna("setup", *beats))
        assert goal is not None and goal.goal not in theirs


def test_at_the_fountain_he_takes_the_child_and_the_police_hold_their_fire() -> None:
    world = hanna("setup", "race", "shots", "boxed", "separated", "court")
    man, girl = world.person_named["cheritto"], world.person_named["girl"]
    world.physics.place(man.id, 240.0, 86.0, 0.0)
    for name in ("casals", "drucker"):
        police = world.person_named[name]
        police.is_absent = False
        world.physics.place(police.id, *world.place.nearest_free(*world.spot("court_south")[:2]), 0.0)
    for _ in range(20 * 60):
        world.step(world.suggest())
        if "taken" in world.mission.reached:
            break
    assert world.person(man.lifting).side == "civilian"
    assert girl.health == girl.full_health


def test_first_the_guards_then_the_key_is_what_one_is_told() -> None:
    told = director.goal(bank("setup", "placed", "masks", "down"))
    assert told is not None and told.id == "guards" and "key" in told.goal
    then = director.goal(bank("setup", "placed", "masks", "down", "guards"))
    assert then is not None and then.id == "key"


@pytest.mark.parametrize("shut", ["south", "centre", "east"])
def test_the_wagon_drives_out_where_no_car_stands_across_the_street_and_the_marker_says_so(shut: str) -> None:
    world = next(w for seed in range(1, 40) if (w := _seeded(seed)).mission.facts["closing"] == (shut,))
    spawning.appear(world, f"close_{shut}")
    for _ in range(130):
        world.step(world.suggest())
    routes = ("out_south", "out_centre", "out_east")
    chosen = routes[drive._safest(world, world.vehicle_named["wagon"], routes)]
    assert chosen != f"out_{shut}"
    x, y, _ = world.spot(f"clear_of_{shut}")
    ways = [zone for name, zone in world.zones.items() if name.startswith("exit_") and zone.contains(x, y)]
    assert ways and not world.zones[f"exit_{shut}"].contains(x, y)


def _seeded(seed: int) -> World:
    return World.new(level(), CATALOG, RunSetup("far_east_bank", seed=seed))


def test_whoever_loses_the_wagon_goes_on_on_foot() -> None:
    for name in ("neil", "chris", "cheritto", "breedan"):
        world = bank("setup", "boxed", "in_wagon", "go", "wagon_lost")
        step = in_force(world, world.person_named[name].id)
        assert step is not None and isinstance(step[1], RunTo)


def test_chris_hit_at_the_corner_is_carried_to_the_wagon_one_hand_on_the_gun_at_a_walk() -> None:
    come = ["boxed", "bound_1", "bound_2", "bound_3", "bound_4", "through", "car_park"]
    world = bank("setup", "placed", "masks", "down", "guards", "key", "out", *come)
    neil, chris = world.person_named["neil"], world.person_named["chris"]
    for person, x, y in ((neil, 306.0, 172.0), (chris, 310.0, 176.0)):
        world.physics.place(person.id, x, y, 0.0)
    for other in ("cheritto", "breedan"):
        damage.die(world, world.person_named[other], -1, "shot")
    damage.fall(world, chris, -1)
    carried, fastest = 0, 0.0
    for _ in range(70 * 60):
        world.step(world.suggest())
        if neil.lifting == chris.id:
            carried += 1
            fastest = max(fastest, world.speed(neil.id))
            gun = neil.guns[neil.gun] if neil.gun >= 0 else None
            assert gun is None or carried < 60 or CATALOG.weapons[gun.weapon].is_one_handed
        if chris.vehicle == world.vehicle_named["wagon"].id:
            break
    assert chris.vehicle == world.vehicle_named["wagon"].id, "on the seat of the station wagon"
    assert carried > 5 * 60 and fastest < 2.4
