"""What breaks and who is hurt."""

from __future__ import annotations

import pytest

from game.sim import events
from game.sim.entities import Stance
from game.sim.systems import damage
from game.sim.systems.damage import LONGEST_STALL
from tests.worlds import (
    armed,
    at_the_wheel,
    car,
    drive,
    person,
    place_of,
    play,
    push,
    run,
    speed_of,
    those,
    vehicle,
    wall,
    who,
    yard,
)

BARRIER = wall(60, 30, 2, 40)


def crashed(speed: float, spec: str = "sedan"):  # type: ignore[no-untyped-def]
    world = at_the_wheel(spec, walls=[BARRIER], x=52)
    push(world, "car", speed)
    return world, drive(world, "coast 60")


def test_a_car_goes_through_its_stages() -> None:
    stages = [car(crashed(speed)[0]).stage for speed in (2.0, 5.0, 9.0, 16.0, 26.0)]
    assert stages == sorted(stages)
    assert stages[0] == 0
    assert stages[-1] >= 3
    assert len(set(stages)) >= 4


def test_each_stage_is_told_once() -> None:
    _, found = crashed(26)
    told = [e.stage for e in those(found, events.VehicleStage)]
    assert told == sorted(set(told))


def test_a_hard_knock_stalls_the_engine_and_it_comes_back() -> None:
    world, found = crashed(9)
    assert those(found, events.EngineStalled)
    assert 60 < car(world).stall_ticks <= LONGEST_STALL, "the harder the blow, the longer"
    drive(world, "brake 420")
    assert speed_of(world) > 1, "it reverses out"


def test_a_wreck_drives_no_more() -> None:
    world, _ = crashed(30)
    for _ in range(3):
        put_back(world)
        drive(world, "coast 60")
    assert car(world).stage == 4
    assert not car(world).has_engine
    drive(world, "coast 120")
    before = place_of(world)
    drive(world, "brake 120")
    assert place_of(world) == pytest.approx(before, abs=0.3)


def put_back(world) -> None:  # type: ignore[no-untyped-def]
    world.physics.place(0, 45.0, 50.0, 0.0)
    run(world, 0.2)
    push(world, "car", 30)


def test_nobody_is_hurt_in_a_bump_and_everybody_in_a_crash() -> None:
    world, _ = crashed(8)
    assert who(world, "neil").health == who(world, "neil").full_health
    world, found = crashed(18)
    assert who(world, "neil").health < who(world, "neil").full_health
    assert those(found, events.PersonHurt)


def run_over(speed: float):  # type: ignore[no-untyped-def]
    world = yard(
        [person("neil", 10, 10), person("pedestrian", 50, 50, "west", "walker")],
        [vehicle("sedan", 40, 50, name="car")],
        still=["walker"],
    )
    push(world, "car", speed)
    return world, run(world, 3)


def test_a_car_at_walking_pace_pushes_and_a_fast_one_kills() -> None:
    world, _ = run_over(3)
    assert who(world, "walker").stance < Stance.DOWN
    world, found = run_over(16)
    assert who(world, "walker").stance in (Stance.DOWN, Stance.DEAD)
    assert those(found, events.PersonHurt)


def test_who_is_down_bleeds_to_death_in_three_quarters_of_a_minute() -> None:
    world = yard([person("neil", 10, 10), person("chris", 50, 50)])
    chris = who(world, "chris")
    damage.wound(world, chris, (chris.health + 50) / world.difficulty.damage_to_crew, -1, "shot")
    assert chris.stance == Stance.DOWN
    run(world, 43)
    assert chris.stance == Stance.DOWN
    found = run(world, 4)
    assert chris.stance == Stance.DEAD
    assert those(found, events.PersonKilled)[0].cause == "bled"


def test_the_downed_can_be_lifted_carried_and_put_down() -> None:
    world = yard([person("neil", 20, 50), person("chris", 20.8, 50)])
    chris = who(world, "chris")
    damage.wound(world, chris, (chris.health + 50) / world.difficulty.damage_to_crew, -1, "shot")
    play(world, "use 60")
    assert chris.lifted_by == who(world, "neil").id
    play(world, "run+east 180")
    assert place_of(world, "chris")[0] > 24
    assert place_of(world, "neil")[0] < 20 + 3 * 2.5, "a man on one's back is heavy"
    play(world, "drop 1, wait 1")
    assert chris.lifted_by == -1


def test_enough_is_death_at_once() -> None:
    world = yard([person("neil", 10, 10), person("chris", 50, 50)])
    damage.wound(world, who(world, "chris"), 9000, -1, "shot")
    assert who(world, "chris").stance == Stance.DEAD


def test_easier_difficulties_spare_the_crew_only() -> None:
    lost = {}
    for difficulty in ("story", "film", "professional"):
        world = yard([person("neil", 10, 10), person("patrol", 50, 50)], difficulty=difficulty)
        for name in ("neil", "patrol"):
            damage.wound(world, who(world, name), 300, -1, "shot")
            lost[difficulty, name] = who(world, name).full_health - who(world, name).health
    assert lost["story", "neil"] < lost["film", "neil"] <= lost["professional", "neil"]
    assert lost["story", "patrol"] == lost["film", "patrol"] == lost["professional", "patrol"]


def test_a_round_at_a_wheel_may_open_the_tyre() -> None:
    burst = 0
    for seed in range(12):
        world = yard([person("neil", 41.4, 45)], [vehicle("van", 40, 50, name="car")], seed=seed)
        armed(world, "neil", "hk91")
        burst += bool(
            those(play(world, "aim south, aim 2, " + ", ".join(["aim+fire 1", "aim 24"] * 4)), events.TyreBurst)
        )
    assert 2 <= burst <= 12


def test_a_blow_with_the_gun_is_no_shot() -> None:
    world = yard([person("neil", 20, 50), person("guard", 21, 50)], still=["guard"])
    found = play(world, "aim east, melee 1, wait 5")
    assert those(found, events.PersonStruck)
    assert not those(found, events.ShotFired)
    assert who(world, "guard").stance < Stance.DOWN


@pytest.mark.parametrize(
    ("difficulty", "friend_at", "stance"),
    [
        ("story", 40, Stance.DOWN),
        ("film", 40, Stance.DOWN),
        ("film", 90, Stance.DEAD),
        ("professional", 40, Stance.DEAD),
    ],
)
def test_with_a_friend_near_no_round_kills_outright_on_film(difficulty: str, friend_at: float, stance: Stance) -> None:
    world = yard([person("neil", friend_at, 50), person("chris", 30, 50)], still=("chris",), difficulty=difficulty)
    chris = who(world, "chris")
    damage.wound(world, chris, 9000.0, -1, "shot", place="head")
    assert chris.stance == stance
    damage.wound(world, chris, 900.0, -1, "shot")
    assert chris.stance == Stance.DEAD, "whoever is hit as he lies there dies of it"
