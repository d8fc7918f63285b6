"""Kerbs where pavement meets road and no tile shows one."""

from __future__ import annotations

import dataclasses
import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.level import TileLayer
from game.render.kerbs import EDGE, Kerbs
from tests.render import views

SCALE, SPAN = 24, 20


def painted(level) -> pygame.Surface:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    chunk = pygame.Surface((SPAN * SCALE, SPAN * SCALE))
    Kerbs(level).paint(chunk, SCALE, 20, 12)
    pygame.display.quit()
    return chunk


def test_a_kerb_lies_on_the_pavement_along_the_road() -> None:
    chunk = painted(views.level())
    # The road begins at y = 22, the crossing's at x = 40: rows of cells beginning at y = 12.
    assert chunk.get_at((5 * SCALE + 7, 10 * SCALE - 1))[:3] == EDGE
    assert chunk.get_at((5 * SCALE + 7, 10 * SCALE + 8))[:3] == (0, 0, 0), "nothing on the road but the gutter"
    assert chunk.get_at((5 * SCALE + 7, 5 * SCALE))[:3] == (0, 0, 0), "nothing in the pavement's middle"


def test_where_a_tile_shows_one_none_is_painted() -> None:
    level = views.level()
    cells = tuple(1 if 20 <= index // level.width < 23 else 0 for index in range(level.width * level.height))
    tiled = dataclasses.replace(level, layers=(TileLayer("kerbs", "marks", cells),))
    assert painted(tiled).get_at((5 * SCALE + 7, 10 * SCALE - 1))[:3] == (0, 0, 0)


def test_a_basin_has_a_rim_and_a_shade_on_its_water() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    level = views.level()
    ground = bytes(
        1 if 16 <= index // level.width < 24 and 24 <= index % level.width < 34 else 0
        for index in range(level.width * level.height)
    )
    level = dataclasses.replace(level, surfaces=("sidewalk", "water"), ground=ground, layers=())
    chunk = pygame.Surface((SPAN * SCALE, SPAN * SCALE))
    chunk.fill((90, 120, 130))
    Kerbs(level).paint(chunk, SCALE, 20, 12)
    pygame.display.quit()
    # The water begins 4 cells down and right and is 8 by 10 large.
    assert chunk.get_at((8 * SCALE, 4 * SCALE - 1))[:3] == EDGE
    north, south, middle = (chunk.get_at((8 * SCALE, y))[1] for y in (4 * SCALE + 2, 12 * SCALE - 8, 8 * SCALE))
    assert north < middle - 20
    assert south == middle == 120, "the far wall throws no shade so far"
