"""A sign of its own hangs where its recipe says and nowhere else."""

from __future__ import annotations

import dataclasses
import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.level import Level, Wall
from game.render.fronts import Fronts
from game.render.palette import HOURS
from tests.render import views


def hung(name: str, walls: tuple[Wall, ...]) -> list[tuple[float, float, float]]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    level: Level = dataclasses.replace(views.level(), name=name, walls=walls)
    found = [(f.x, f.y, f.angle) for f in Fronts(level, HOURS["noon"]).placed if f.name == "far_east"]
    pygame.display.quit()
    return found


def block(west: float, east: float, height: float) -> Wall:
    return Wall(((west, 40.0), (east, 40.0), (east, 41.0), (west, 41.0)), height)


def test_it_hangs_on_the_shortest_wall_that_is_long_enough() -> None:
    walls = (block(5, 27, 6.5), block(30, 41, 6.5), block(45, 52, 6.5), block(55, 66, 4.0))
    ((x, y, angle),) = hung("far_east_bank", walls)
    assert (x, angle) == (35.5, 0.0)
    assert y < 40.0, "on its north side"


def test_no_other_level_has_it() -> None:
    assert hung("elsewhere", (block(30, 41, 6.5),)) == []
    assert hung("far_east_bank", (block(30, 38, 6.5),)) == [], "no wall is long enough"
