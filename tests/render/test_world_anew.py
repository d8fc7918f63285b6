"""A level loaded anew while it is played: what is kept of its picture looks like what would have been made."""

from __future__ import annotations

import dataclasses
import random
from array import array
from collections.abc import Callable, Iterator

import pygame
import pytest

from game.app.paths import find_level
from game.content.catalog import load_catalog
from game.content.level import Lamp, Level, Prop, Wall
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.render.changes import between
from game.render.renderer import Renderer
from game.sim.view import View
from tests.render import views

SIZE = (480, 360)
FRAMES = 4
PLACES = ((0.25, 0.5), (0.5, 0.5), (0.75, 0.4))


@pytest.fixture(scope="module")
def catalog() -> Iterator[Catalog]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield load_catalog()
    pygame.display.quit()


def seen(catalog: Catalog, level: Level, share: tuple[float, float], scale: int) -> View:
    """One part of a level, with nobody in it."""
    view = views.street(catalog, 4, round(level.width * share[0]), round(level.height * share[1]), scale)
    # Whose pose or lit side is drawn first depends on what was drawn before, in any level.
    return dataclasses.replace(view, vehicles=(), people=())


def drawn(renderer: Renderer, view: View) -> bytes:
    """The last of some pictures of one view."""
    picture = pygame.Surface(SIZE)
    renderer.camera.renew()
    for _ in range(FRAMES):
        renderer.draw(picture, view, view, 1.0)
    return pygame.image.tobytes(picture, "RGB")


def a_wall(level: Level, roll: random.Random) -> Level:
    """A house where there was none: its roof, shade, front and light are new."""
    x, y = roll.uniform(4, level.width - 20), roll.uniform(4, level.height - 12)
    points = ((x, y), (x + 9, y), (x + 9, y + 6), (x, y + 6))
    wall = Wall(points, roll.choice((1.0, 3.5, 9.0)), roll.choice(("brick", "glass", "concrete")), 7001)
    at = roll.randrange(len(level.walls) + 1)
    return dataclasses.replace(level, walls=(*level.walls[:at], wall, *level.walls[at:]))


def no_wall(level: Level, roll: random.Random) -> Level:
    at = roll.randrange(len(level.walls))
    return dataclasses.replace(level, walls=level.walls[:at] + level.walls[at + 1 :])


def a_lamp(level: Level, roll: random.Random) -> Level:
    lamp = Lamp(
        roll.uniform(5, level.width - 5), roll.uniform(5, level.height - 5), power=1.4, radius=roll.uniform(6, 20)
    )
    return dataclasses.replace(level, lamps=(lamp, *level.lamps[1:]))


def a_prop(level: Level, roll: random.Random) -> Level:
    prop = Prop(
        roll.uniform(5, level.width - 5), roll.uniform(5, level.height - 5), roll.choice(("palm", "bin")), id=7002
    )
    return dataclasses.replace(level, props=(prop, *level.props[1:]))


def a_tile(level: Level, roll: random.Random) -> Level:
    """A patch of one layer is painted over with a tile of the same layer, or cleared."""
    index = roll.randrange(len(level.layers))
    layer = level.layers[index]
    cells, kinds = array("I", layer.cells), sorted({*layer.cells, 0})
    left, top, tile = roll.randrange(level.width - 6), roll.randrange(level.height - 6), roll.choice(kinds)
    for y in range(top, top + 6):
        for x in range(left, left + 6):
            cells[y * level.width + x] = tile
    layers = (*level.layers[:index], dataclasses.replace(layer, cells=cells), *level.layers[index + 1 :])
    return dataclasses.replace(level, layers=layers)


def a_surface(level: Level, roll: random.Random) -> Level:
    """A patch of the ground is another surface."""
    ground = bytearray(level.ground)
    left, top, kind = (
        roll.randrange(level.width - 8),
        roll.randrange(level.height - 8),
        roll.randrange(len(level.surfaces)),
    )
    for y in range(top, top + 8):
        ground[y * level.width + left : y * level.width + left + 8] = bytes([kind]) * 8
    return dataclasses.replace(level, ground=bytes(ground))


CHANGES: tuple[Callable[[Level, random.Random], Level], ...] = (a_wall, no_wall, a_lamp, a_prop, a_tile, a_surface)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["dark_yard", "fight_canyon"])
def test_what_is_kept_looks_as_if_it_were_made_anew(catalog: Catalog, name: str, change: Callable) -> None:
    level, roll = load_level(find_level(name), catalog), random.Random(name + change.__name__)
    before = Renderer(level, catalog, SIZE)
    shots = [(place, scale) for place in PLACES for scale in (16, 24)]
    for place, scale in shots:
        drawn(before, seen(catalog, level, place, scale))
    for _ in range(2):
        level = change(level, roll)
        before = Renderer(level, catalog, SIZE, before=before)
        kept = len(before.ground._chunks), len(before.light.baked._chunks)
        fresh = Renderer(level, catalog, SIZE)
        for place, scale in shots:
            view = seen(catalog, level, place, scale)
            assert drawn(before, view) == drawn(fresh, view), f"{change.__name__} of {name} at {place}, {scale}: {kept}"


def test_what_lies_far_from_a_change_is_not_composed_again(catalog: Catalog) -> None:
    level = load_level(find_level("fight_canyon"), catalog)
    before = Renderer(level, catalog, SIZE)
    for place in PLACES:
        drawn(before, seen(catalog, level, place, 24))
    had = {name: len(part) for name, part in (("ground", before.ground._chunks), ("light", before.light.baked._chunks))}
    wall = Wall(((1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)), 4.0, "brick", 7001)
    after = Renderer(dataclasses.replace(level, walls=(*level.walls, wall)), catalog, SIZE, before=before)
    assert (
        0 < len(after.ground._chunks) >= had["ground"] - 3 and 0 < len(after.light.baked._chunks) >= had["light"] // 2
    )
    assert len(after.roofs._pictures) > 0


def test_another_hour_or_size_keeps_nothing(catalog: Catalog) -> None:
    level = views.level()
    assert between(level, dataclasses.replace(level, hour="night")) is None
    assert between(level, views.level(width=97)) is None
    same = between(level, views.level())
    assert same is not None and not same.touch((0, 0, level.width, level.height))


def test_other_pictures_of_the_tiles_are_shown(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    level = load_level(find_level("fight_canyon"), catalog)
    view = seen(catalog, level, PLACES[1], 24)
    before = Renderer(level, catalog, SIZE)
    first = drawn(before, view)
    load = pygame.image.load

    def redder(file: str, *more: object) -> pygame.Surface:
        made = load(file, *more)
        if "tilesets" in str(file):
            made = made.convert_alpha()
            made.fill((255, 120, 120, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return made

    monkeypatch.setattr(pygame.image, "load", redder)
    anew = drawn(Renderer(level, catalog, SIZE, before=before, has_same_tiles=False), view)
    assert anew != first and anew == drawn(Renderer(level, catalog, SIZE), view)
