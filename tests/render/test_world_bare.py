"""What roofs cover is cut out of ground and light: in boxes that never overlap and never leave anything bare undrawn."""

from __future__ import annotations

import dataclasses
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.app.shootout import shootout_view
from game.content.catalog import load_catalog
from game.levels.loader import load_level
from game.render.bare import bare_boxes, joined
from game.render.renderer import Renderer

LEVEL = Path(__file__).parents[2] / "levels" / "venice_blvd.tmx"
SIZE = (640, 360)


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


@pytest.mark.parametrize("seed", range(12))
def test_boxes_cover_what_is_bare_once(seed: int) -> None:
    dice = random.Random(seed)
    covered = [
        pygame.Rect(dice.randrange(-80, 600), dice.randrange(-80, 330), dice.randrange(1, 300), dice.randrange(1, 200))
        for _ in range(dice.randrange(1, 9))
    ]
    drawn, hidden = np.zeros(SIZE, int), np.zeros(SIZE, int)
    for box in covered:
        hidden[max(0, box.left) : max(0, box.right), max(0, box.top) : max(0, box.bottom)] = 1
    boxes = bare_boxes(SIZE, covered)
    for box in boxes:
        drawn[box.left : box.right, box.top : box.bottom] += 1
    assert drawn.max() == 1
    assert (drawn + hidden).min() == 1, "nothing that shows is left out"
    assert hidden.all() or drawn.sum() <= SIZE[0] * SIZE[1]


def test_a_picture_that_is_covered_has_no_bare_box_and_one_that_is_not_is_one() -> None:
    assert bare_boxes(SIZE, [pygame.Rect(-5, -5, 900, 900)]) == []
    assert bare_boxes(SIZE, [pygame.Rect(0, 0, 20, 20)]) == [pygame.Rect(0, 0, *SIZE)]


def test_tiles_of_a_roof_become_one_box() -> None:
    tiles = [pygame.Rect(x * 100, y * 80, 101, 81) for x in range(4) for y in range(3)]
    assert joined(tiles) == [pygame.Rect(0, 0, 401, 241)]


@pytest.mark.parametrize("hour", ["noon", "night"])
def test_what_roofs_cover_changes_nothing_that_shows(screen: pygame.Surface, hour: str) -> None:
    catalog = load_catalog()
    level = dataclasses.replace(load_level(LEVEL, catalog), hour=hour)
    renderer = Renderer(level, catalog, SIZE)
    roof = max(renderer.roofs._regions, key=lambda region: int(region.mask.sum()))
    # A fight before the largest house.
    view = shootout_view(level, catalog, 1, (roof.bounds[0] + 6.0, roof.bounds[3] + 4.0))
    renderer.take([], view)
    for _ in range(3):
        renderer.draw(screen, view, view, 1.0)
    x, y, scale = renderer.camera.shown
    covered = renderer.roofs.covers(SIZE, x - SIZE[0] / 2 / scale, y - SIZE[1] / 2 / scale, int(scale))
    assert sum(box.w * box.h for box in covered) > 0.1 * SIZE[0] * SIZE[1]
    screen.fill((255, 0, 255))
    renderer.draw(screen, view, view, 1.0)
    cut = pygame.surfarray.array3d(screen).astype(int)
    renderer.roofs.covers = lambda *_: []  # type: ignore[method-assign]
    renderer.draw(screen, view, view, 1.0)
    far = np.abs(cut - pygame.surfarray.array3d(screen)).max(axis=2)
    assert far.max() < 40
    assert (far > 8).mean() < 0.002


def test_a_roof_that_has_come_back_is_laid_down_as_if_it_had_never_been_lifted(screen: pygame.Surface) -> None:
    """What is opaque is copied and what lies under it left out; a piece that stays mixed makes every picture slower from then on."""
    catalog = load_catalog()
    renderer = Renderer(load_level(LEVEL, catalog), catalog, SIZE)
    roofs = renderer.roofs
    region = max(roofs._regions, key=lambda region: int(region.mask.sum()))
    scale = 24
    left, top = region.bounds[0] - 4.0, region.bounds[3] - 12.0

    def drawn() -> tuple[bytes, list[pygame.Rect], list[int]]:
        roofs.draw(screen, left, top, scale)
        flags = [roofs._pictures.held(key).get_flags() for _, key, _ in roofs._now]  # type: ignore[union-attr]
        return pygame.image.tobytes(screen, "RGB"), roofs.covers(SIZE, left, top, scale), flags

    drawn()
    before = drawn()
    assert sum(box.w * box.h for box in before[1]) > 0.1 * SIZE[0] * SIZE[1], "much of it has no gaps"
    for alpha in (40, 255):
        for near in {near.index: near for near, _, _ in roofs._now}.values():
            near.alpha = alpha
        lifted = drawn()
        assert (lifted[0] != before[0]) == (alpha == 40)
    assert drawn() == before


def test_what_is_prepared_beside_the_picture_is_done_one_day(screen: pygame.Surface) -> None:
    catalog = load_catalog()
    renderer = Renderer(load_level(LEVEL, catalog), catalog, SIZE)
    roofs, ground, size = renderer.roofs, renderer.ground, SIZE
    region = max(roofs._regions, key=lambda region: int(region.mask.sum()))
    left, top = region.bounds[0] - 4.0, region.bounds[1] - 4.0
    steps = 0
    # In turn, as in play: neither may throw away what another has begun.
    while steps < 3000 and any(
        [
            roofs.prepare(size, left, top, 24, (16,)),
            ground.prepare_scales(24 * left + size[0] / 2, 24 * top + size[1] / 2, 24, size, (16,)),
            ground.prepare_beside(24 * left, 24 * top, 24, size),
        ]
    ):
        steps += 1
    assert 20 < steps < 3000


@pytest.mark.parametrize("is_live", [False, True])
def test_roofs_that_are_missing_come_one_by_one_where_somebody_plays_and_at_once_for_a_file(
    screen: pygame.Surface, is_live: bool
) -> None:
    catalog = load_catalog()
    renderer = Renderer(load_level(LEVEL, catalog), catalog, SIZE)
    renderer.is_live = is_live
    roofs, scale = renderer.roofs, 24
    region = max(roofs._regions, key=lambda region: int(region.mask.sum()))
    left, top = region.bounds[0] - 4.0, region.bounds[3] - 12.0
    screen.fill(0)
    roofs.draw(screen, left, top, scale)
    whole = pygame.image.tobytes(screen, "RGB")
    gone = [key for _, key, _ in roofs._now][:3]
    for key in gone:
        roofs._pictures.drop(key)
    came = []
    for _ in gone:
        screen.fill(0)
        roofs.draw(screen, left, top, scale)
        came.append(sum(key in roofs._pictures for key in gone))
    assert came == ([1, 2, 3] if is_live else [3, 3, 3])
    assert pygame.image.tobytes(screen, "RGB") == whole
