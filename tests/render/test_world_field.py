"""An open field in the light of low lamps: it falls off from them, what lies in the dark stays as it is, posts throw thin shadows."""

from __future__ import annotations

import dataclasses
import itertools
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.level import Lamp, Level
from game.render.field_light import FieldLight
from game.render.frame import Frame
from game.render.light import LightMap
from game.render.palette import HOURS
from game.render.shadows import Obstacles
from game.render.switched_lamps import WARM_TICKS, SwitchedLamps
from tests.render import views
from tests.worlds import catalog

SIZE, SCALE = (480, 200), 8
WEST, EVERY = 8.0, 8.0
"""Metres of the strong lamp from the left, and between two places that are looked at."""


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def field(*lamps: Lamp) -> Level:
    return dataclasses.replace(views.level("midnight"), walls=(), props=(), lamps=lamps)


def lights(level: Level, lit: tuple[str, ...], is_held: bool) -> list[int]:
    """How bright it is, green, at places ever farther east of the lamp, while a group of lamps burns or does not."""
    hour = HOURS["midnight"]
    light, switched = LightMap(level, hour), SwitchedLamps(level, hour)
    light.begin(SIZE, 0, 0, SCALE)
    view = dataclasses.replace(views.street(catalog(), 0), people=(), vehicles=(), items=(), signals=(), lit_groups=lit)
    frame = Frame(pygame.Surface(SIZE), 0.0, 0.0, SCALE, view, view, 1.0)
    light.add(switched.lights(frame), lambda: Obstacles.of(()))
    if is_held:
        FieldLight(hour, switched).lay(light)
    found = [light.at(WEST + 1.5 + EVERY * step, 12.0) for step in range(6)]
    return [colour[1] for colour in found if colour is not None]


def test_light_falls_off_from_a_strong_low_lamp_where_many_would_fill_the_map() -> None:
    # A row of lesser ones beside it, so that the map is full far out.
    row = (Lamp(WEST + 12.0 * n, 12.0, "#ffffff", 17.0, 0.9, 0.9, 360, "approach") for n in range(1, 4))
    level = field(Lamp(WEST, 12.0, "#ffffff", 100.0, 1.0, 0.95, 360, "approach"), *row)
    plain, held = lights(level, ("approach",), False), lights(level, ("approach",), True)
    assert len(plain) == 6 and min(plain[:4]) > 225, "all of it is full"
    assert held[0] > 0.9 * plain[0], "not before the lamp itself"
    assert all(near > far for near, far in itertools.pairwise(held[1:])), held
    assert held[4] < 0.9 * plain[4]
    assert min(held) > 2 * HOURS["midnight"].light[1], "whoever stands there is still in the light"


def test_the_dark_and_other_lamps_stay_as_they_are() -> None:
    strong = Lamp(WEST, 12.0, "#ffffff", 100.0, 1.0, 0.95, 360, "approach")
    other = Lamp(30.0, 12.0, "#ffffff", 12.0, 6.0, 0.9)
    level = field(strong, other)
    assert lights(level, (), True) == lights(level, (), False), "it does not burn"
    lesser = dataclasses.replace(strong, radius=40.0)
    assert lights(field(lesser, other), ("approach",), True) == lights(field(lesser, other), ("approach",), False)


def test_what_lies_in_the_dark_is_not_darkened() -> None:
    hour = HOURS["midnight"]
    level = field(Lamp(WEST, 12.0, "#ffffff", 100.0, 1.0, 0.95, 360, "approach"))
    light, switched = LightMap(level, hour), SwitchedLamps(level, hour)
    light.begin(SIZE, 0, 0, SCALE)
    view = dataclasses.replace(views.street(catalog(), 0), lit_groups=("approach",))
    switched.lights(
        Frame(pygame.Surface(SIZE), 0.0, 0.0, SCALE, dataclasses.replace(view, tick=int(WARM_TICKS)), view, 1.0)
    )
    dark = hour.light
    light.map.fill(dark)
    light.map.fill((250, 250, 250), (0, 0, light.map.get_width(), 4))
    FieldLight(hour, switched).lay(light)
    row = light.map.get_height() - 6
    assert {light.map.get_at((x, row))[:3] for x in range(light.map.get_width() - 2)} == {dark}
    assert light.map.get_at((light.map.get_width() // 2, 2))[1] < 235
