"""Feet: pace, stance, load, wounds, ground; and what stops them."""

from __future__ import annotations

import pytest

from game.content.level import Item, Prop
from game.sim.entities import Stance
from tests.worlds import catalog, person, place_of, play, run, speed_of, vehicle, wall, who, yard

NEIL = person("neil", 20, 50)


def metres(script: str, **yard_of: object) -> float:
    """How far east neil gets."""
    world = yard([NEIL], **yard_of)  # type: ignore[arg-type]
    play(world, script)
    return place_of(world, "neil")[0] - 20


def test_running_is_as_fast_as_the_figures_say() -> None:
    world = yard([NEIL])
    play(world, "run+east 120")
    assert speed_of(world, "neil") == pytest.approx(catalog().people["neil"].run_speed, rel=0.02)


def test_running_beats_walking_beats_crouching() -> None:
    assert metres("run+east 180") > 1.5 * metres("east 180") > 2 * metres("crouch+east 180")


def test_diagonals_are_no_faster() -> None:
    straight, slanting = yard([NEIL]), yard([NEIL])
    play(straight, "run+east 120")
    play(slanting, "run+east+south 120")
    assert speed_of(slanting, "neil") == pytest.approx(speed_of(straight, "neil"), rel=0.02)


def test_aiming_slows_the_walk() -> None:
    assert metres("aim+east 180") < 0.85 * metres("east 180")


def test_he_stops_within_a_step() -> None:
    world = yard([NEIL])
    play(world, "run+east 120")
    before = place_of(world, "neil")[0]
    play(world, "wait 40")
    assert speed_of(world, "neil") == 0
    assert place_of(world, "neil")[0] - before < 1.2


def test_crouching_lasts_as_long_as_the_button() -> None:
    world = yard([NEIL])
    play(world, "crouch 10")
    assert who(world, "neil").stance == Stance.CROUCH
    play(world, "wait 5")
    assert who(world, "neil").stance == Stance.STAND


def test_a_leg_wound_slows_him() -> None:
    world = yard([NEIL])
    who(world, "neil").leg_wounds = 2
    play(world, "run+east 180")
    assert place_of(world, "neil")[0] - 20 < 0.7 * metres("run+east 180")


def test_a_bag_of_money_slows_him() -> None:
    bag = Item(20, 50, "bag", "cash_bag", weight=30)
    assert metres("use 40, run+east 180", items=[bag]) < 0.8 * metres("wait 40, run+east 180")


def test_water_is_waded() -> None:
    assert metres("run+east 180", ground="water") < 0.65 * metres("run+east 180")


@pytest.mark.parametrize("material", ["concrete", "glass", "fence"])
def test_walls_of_all_kinds_stop_feet(material: str) -> None:
    assert metres("run+east 240", walls=[wall(25, 40, 0.3, 20, material)]) < 5


def test_low_walls_stop_feet_too() -> None:
    assert metres("run+east 240", walls=[wall(25, 40, 0.3, 20, height=1.0)]) < 5


def test_posts_and_cars_stop_feet() -> None:
    assert metres("run+east 240", props=[Prop(24, 50, radius=0.4)]) < 4
    assert metres("run+east 240", vehicles=[vehicle("van", 26, 50, "south")]) < 6


def test_a_man_does_not_push_a_car_about() -> None:
    world = yard([NEIL], [vehicle("sedan", 26, 50, "south")])
    play(world, "run+east 600")
    assert abs(place_of(world, "sedan")[0] - 26) < 0.5


def test_nobody_walks_out_of_the_map_through_a_corner() -> None:
    world = yard([NEIL], walls=[wall(22, 40, 2, 12), wall(16, 51, 8, 2)])
    play(world, "run+east+south 300")
    x, y = place_of(world, "neil")
    assert x < 22
    assert y < 51


def test_without_a_key_pressed_he_stays_where_he_is() -> None:
    world = yard([NEIL])
    run(world, 10)
    assert place_of(world, "neil") == (20, 50)
