"""The night's tone, and the grass: more contrast, never another order of light and dark; no seam, no tile of a thing lost."""

from __future__ import annotations

import dataclasses
import itertools
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.content.level import Level, TileLayer
from game.render.meadow import Meadow
from game.render.palette import HOURS
from game.render.tiles import TileSheets
from game.render.tone import Tone
from game.render.vehicles import grounded
from game.render.wear import Wear
from tests.render import views

SCALE, SPAN = 24, 21
DARK = [name for name, hour in HOURS.items() if hour.curve is not None]


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def toned(hour: str, levels: list[int]) -> list[int]:
    """What becomes of a grey of each level, its green."""
    light, part = pygame.Surface((len(levels), 1)), pygame.Surface((len(levels), 1))
    for x, level in enumerate(levels):
        light.set_at((x, 0), (level, level, level))
    Tone(HOURS[hour]).lay(light, part)
    return [light.get_at((x, 0))[1] for x in range(len(levels))]


def test_nights_have_a_curve_and_days_have_none() -> None:
    assert sorted(DARK) == ["midnight", "night"]
    assert toned("noon", [0, 90, 255]) == [0, 90, 255]


@pytest.mark.parametrize("hour", DARK)
def test_what_was_brighter_stays_brighter_and_stands_out_more(hour: str) -> None:
    levels = list(range(0, 256, 3))
    after = toned(hour, levels)
    assert after == sorted(after)
    own = HOURS[hour].light[1]
    dark, lit = toned(hour, [own, own + 60])
    assert lit - dark > 60 * 1.2, "a lamp stands out more than it did"
    assert max(after) < 240, "many lights together stay below white"


def test_over_an_open_field_light_falls_off_all_the_way_and_grows_cold() -> None:
    after = toned("midnight", [60, 100, 140, 180, 220, 250])
    assert min(b - a for a, b in itertools.pairwise(after)) > 8, "no plateau before a lamp"
    light, part = pygame.Surface((2, 1)), pygame.Surface((2, 1))
    for x, level in enumerate((90, 250)):
        light.set_at((x, 0), (level,) * 3)
    Tone(HOURS["midnight"]).lay(light, part)
    (far_red, _, far_blue, _), (near_red, _, near_blue, _) = light.get_at((0, 0)), light.get_at((1, 0))
    assert far_blue > far_red and near_red > near_blue, "cold from far off, warm before the lamp"


def meadow(layers: tuple[TileLayer, ...] = ()) -> tuple[Level, Meadow]:
    """A street whose rows from 20 on are grass, asphalt above."""
    level = views.level()
    names = ("asphalt", "grass")
    ground = bytes(1 if index // level.width >= 20 else 0 for index in range(level.width * level.height))
    level = dataclasses.replace(level, surfaces=names, ground=ground, layers=layers)
    return level, Meadow(level, TileSheets(level))


def test_grass_creeps_over_the_rim_and_nowhere_else() -> None:
    _, grass = meadow()
    chunk = pygame.Surface((SPAN * SCALE, SPAN * SCALE))
    chunk.fill((255, 0, 255))
    grass.paint(chunk, SCALE, 20, 10)
    painted = (pygame.surfarray.array3d(chunk) != (255, 0, 255)).any(axis=2)
    rim = 10 * SCALE
    assert painted[:, rim - SCALE // 2 : rim].any(), "over the edge of the asphalt"
    assert not painted[:, : rim - SCALE // 2 - 3].any(), "no further than half a metre"
    ends = [int(np.argmax(column)) for column in painted]
    assert len(set(ends)) > 4, "its rim is ragged"


def slanted(soil: str) -> np.ndarray:
    """Of each column of pixels of a chunk, metres by which grass begins above or below the line that a border follows which falls
    by a metre in every three."""
    level = views.level()
    ground = bytes(int(y >= 20 + x // 3) for y in range(level.height) for x in range(level.width))
    level = dataclasses.replace(level, surfaces=(soil, "grass"), ground=ground, layers=())
    chunk = pygame.Surface((SPAN * SCALE, SPAN * SCALE))
    chunk.fill((255, 0, 255))
    Meadow(level, TileSheets(level)).paint(chunk, SCALE, 12, 18)
    cells = (
        (np.arange(SPAN)[None, :] + 18 >= 20 + (np.arange(SPAN)[:, None] + 12) // 3).repeat(SCALE, 0).repeat(SCALE, 1)
    )
    red, green, blue = pygame.surfarray.array3d(chunk).astype(int).transpose(2, 0, 1)
    grown = cells | (green * 2 > red + blue)
    begins = np.argmax(grown, axis=1) / SCALE
    line = (np.arange(SPAN * SCALE) / SCALE + 12) / 3 + 1.5
    off: np.ndarray = begins - line
    return off - off.mean()


def test_a_slant_that_is_drawn_in_steps_shows_none_along_gravel() -> None:
    assert slanted("gravel").std() < 0.75 * slanted("asphalt").std()


def test_grass_far_from_its_edge_is_a_field() -> None:
    level, _ = meadow()
    wear = Wear(level)
    assert wear._surface(48, 22) == "grass", "a verge"
    assert wear._surface(48, 50) == "field"
    kinds = {dealt[0].rpartition("-")[0] for dealt in wear._dealt(20, 30, 30, 0)}
    assert kinds >= {"clump", "rut"} and "crack" not in kinds
    assert not {dealt[0].rpartition("-")[0] for dealt in wear._dealt(20, 0, 10, 0)} & {"clump", "rut"}


def test_a_chunk_at_the_maps_border_is_painted_too() -> None:
    level, grass = meadow()
    chunk = pygame.Surface((SPAN * SCALE, SPAN * SCALE))
    grass.paint(chunk, SCALE, level.width - 5, 10)
    grass.paint(chunk, SCALE, 0, level.height - 5)
    assert grass.tint(level.width - 5, 10, SPAN, 4).get_size() == (SPAN * 4, SPAN * 4)


def test_what_stands_on_the_grass_keeps_its_tile() -> None:
    level = views.level()
    cells = [5] * (level.width * level.height)
    cells[30 * level.width + 30] = 9
    layer = TileLayer("ground", "ground", tuple(cells))
    _, grass = meadow((layer,))
    mown = grass.mown(layer).cells
    assert mown[30 * level.width + 30] == 9
    assert mown[30 * level.width + 31] == 0, "grass is this room's"
    assert mown[10 * level.width + 31] == 5, "asphalt is not"
    tinted = dataclasses.replace(layer, tint=(200, 180, 160))
    assert grass.mown(tinted) == tinted


def test_patches_leave_what_is_paved_alone() -> None:
    _, grass = meadow()
    assert grass.tint(20, 0, 15, 4) is None
    field = pygame.surfarray.array3d(grass.tint(20, 10, SPAN, 8))
    assert (field[:, : 10 * 8 - 1] == 255).all()
    assert field[:, 10 * 8 :].std() > 3


def test_a_body_stands_in_its_own_shade() -> None:
    body = pygame.Surface((40, 20), pygame.SRCALPHA)
    body.fill((200, 40, 40, 255))
    made = grounded(body, 24)
    width, height = made.get_size()
    assert width > 40
    assert (width - 40) % 2 == (height - 20) % 2 == 0, "its middle stays the middle"
    assert made.get_at((width // 2, height // 2))[:3] == (200, 40, 40)
    beside = made.get_at((width // 2, (height - 20) // 2 - 2))
    assert 10 < beside[3] < 200
    assert max(beside[:3]) < 40
