"""Eyes and ears."""

from __future__ import annotations

import pytest

from game.sim.checksum import checksum
from game.sim.entities import Stance
from game.sim.picture import picture
from game.sim.world import World
from tests.worlds import distance, mind, person, play, run, vehicle, wall, who, yard


def beat_cop(x: float = 70, facing: str = "west", y: float = 50, **more: object) -> World:
    """A masked man at 50 and a policeman."""
    return yard([person("neil", 50, 50, is_masked=True), person("patrol", x, y, facing)], still=["patrol"], **more)  # type: ignore[arg-type]


def saw(world: World, seconds: float = 3.5) -> bool:
    run(world, seconds)
    return mind(world, "patrol").target == who(world, "neil").id


def test_he_sees_what_is_before_him() -> None:
    assert saw(beat_cop())


def test_not_behind_his_back() -> None:
    assert not saw(beat_cop(facing="east"))


def test_not_beyond_his_sight() -> None:
    assert not saw(beat_cop(x=110))


@pytest.mark.parametrize(
    ("material", "is_seen"), [("concrete", False), ("hedge", False), ("glass", True), ("fence", True)]
)
def test_walls_hide_glass_and_fences_do_not(material: str, is_seen: bool) -> None:
    assert saw(beat_cop(walls=[wall(60, 30, 0.5, 40, material)])) == is_seen


def test_low_walls_and_cars_are_seen_over_vans_are_not() -> None:
    assert saw(beat_cop(walls=[wall(60, 30, 0.5, 40, height=1.0)]))
    assert saw(beat_cop(vehicles=[vehicle("sedan", 60, 50, "south")]))
    assert not saw(beat_cop(vehicles=[vehicle("van", 60, 50, "south")]))


def test_a_shot_is_heard_behind_the_back_and_remembered_where() -> None:
    world = beat_cop(x=90, facing="east")
    play(world, "aim north, fire 3")
    run(world, 0.1)
    found = mind(world, "patrol")
    assert found.heard_kind == "", "it takes a moment"
    run(world, 0.7)
    assert found.heard_kind == "shot"
    assert (found.heard_x, found.heard_y) == pytest.approx((50, 50), abs=1)


def test_the_deaf_hear_nothing() -> None:
    world = beat_cop(x=90, facing="east")
    who(world, "patrol").deaf_until = 10_000
    play(world, "aim north, fire 3")
    run(world, 1.5)
    assert mind(world, "patrol").heard_kind == ""


def test_a_shout_does_not_carry_as_far_as_a_shot() -> None:
    world = beat_cop(x=90, facing="east")
    play(world, "aim north, shout 1")
    run(world, 1.5)
    assert mind(world, "patrol").heard_kind == ""


def test_what_is_out_of_sight_is_remembered_where_it_was_last_seen() -> None:
    world = beat_cop(walls=[wall(56, 30, 0.5, 18)], y=52)
    assert saw(world)
    play(world, "run+north 200")
    found = mind(world, "patrol")
    assert not found.is_visible
    assert found.last_y > 40


def test_people_are_frightened_by_a_gun_and_by_a_shot() -> None:
    world = yard(
        [
            person("neil", 50, 50, is_masked=True),
            person("pedestrian", 58, 50, "west", "near"),
            person("pedestrian", 50, 85, "south", "far"),
        ]
    )
    run(world, 2)
    assert who(world, "near").fear > 0.2
    assert who(world, "far").fear == 0
    play(world, "aim north, fire 3, wait 50")
    assert who(world, "far").fear > 0
    run(world, 4)
    near = who(world, "near")
    assert near.stance == Stance.COWER or distance(world, "neil", "near") > 12, "down on the ground, or away"


def test_the_overlay_draws_the_lines_that_minds_see_along() -> None:
    van = vehicle("van", 60, 50, "north", name="van")
    sedan = vehicle("sedan", 60, 70, "north", name="sedan")
    for blocker, y, is_seen in ((van, 50, False), (sedan, 70, True), (None, 30, True)):
        people = [person("neil", 50, y), person("patrol", 70, y, "west")]
        world = yard(people, [blocker] if blocker else [], still=("patrol",))
        before = checksum(world)
        lines = {one.id: one.has_a_line for one in picture(world, debug=True).debug}
        assert lines == {who(world, "neil").id: False, who(world, "patrol").id: is_seen}
        assert checksum(world) == before and world.stats["sight_queries"] == 0
