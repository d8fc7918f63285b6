"""The place as a player sees it: streets that wear, roofs with things on them, houses with windows, rain."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.content.catalog import load_catalog
from game.content.level import Level, TileLayer, Tileset, Wall
from game.content.specs import Catalog
from game.render.facades import Facade, windows_of
from game.render.ground import CELLS, Ground
from game.render.house_sides import Face
from game.render.palette import HOURS, rained
from game.render.renderer import Renderer
from game.render.roof_parts import RoofParts
from game.render.roofs import Roofs
from game.render.stamps import Stamps
from game.render.tiles import TileSheets
from game.render.wear import Wear
from tests.render import views

SIZE = (640, 360)
TAR, CANOPY = 8 * 16 + 1, 700
"""Tiles of the street's sheet: roofing, and a place of it that no roof uses."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module", autouse=True)
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def roofed(hour: str = "noon") -> Level:
    """The crossing with roofing over its second block, and one cell of a machine on it."""
    level = views.level(hour)
    roof, parts = ([0] * (level.width * level.height) for _ in range(2))
    for y in range(2, 16):
        for x in range(60, 90):
            roof[y * level.width + x] = TAR + y % 4 * 4 + x % 4
            if (x, y) == (75, 9) or x in (60, 89) or y in (2, 15):
                parts[y * level.width + x] = TAR
    sheet = Tileset("street", "levels/tilesets/street.png", 1, 16, 1024, 24)
    layers = (TileLayer("roofs", "roofs", tuple(roof)), TileLayer("parts", "roofs", tuple(parts)))
    return dataclasses.replace(level, tilesets=(sheet,), layers=layers)


def furniture(level: Level) -> tuple[Roofs, RoofParts]:
    roofs = Roofs(level, TileSheets(level), HOURS[level.hour])
    return roofs, roofs._parts


# ---- ground


def test_a_street_wears_alike_in_every_run_and_unlike_from_place_to_place() -> None:
    level = views.level()
    first, second = ([list(Wear(level)._dealt(0, 0, 60, layer)) for layer in (0, 1)] for _ in range(2))
    assert first == second
    assert len({name for layer in first for name, *_ in layer}) > 8


def test_wear_belongs_to_its_surface() -> None:
    level = views.level()
    wear = Wear(level)
    for layer in (0, 1):
        for name, x, y, _ in wear._dealt(0, 0, 90, layer):
            surface = wear._surface(x, y)
            assert (name.rpartition("-")[0] in ("gum", "slab", "litter")) <= (surface == "sidewalk"), (name, x, y)
            assert (name.rpartition("-")[0] in ("crack", "seal", "alligator", "skid")) <= (surface == "asphalt"), (
                name,
                x,
                y,
            )


def test_nothing_lies_on_what_tiles_have_put_there() -> None:
    level = views.level()
    taken = TileLayer("walls", "walls", tuple([1] * (level.width * level.height)))
    assert not list(Wear(dataclasses.replace(level, layers=(taken,)))._dealt(0, 0, 90, 0))


@pytest.mark.parametrize("weather", ["", "rain"])
@pytest.mark.parametrize("scale", sorted(CELLS))
def test_a_chunk_that_is_made_in_steps_is_the_same_as_one_made_at_once(scale: int, weather: str) -> None:
    level = dataclasses.replace(views.level(), weather=weather)
    once, slowly = (Ground(level, TileSheets(level), Stamps()) for _ in range(2))
    whole = once._compose((scale, 0, 0))
    steps = 0
    while (made := slowly._compose((scale, 0, 0), CELLS[scale] // 4 + 1)) is None:
        steps += 1
    assert whole is not None and pixels(whole) == pixels(made)
    assert steps >= 6


# ---- roofs


def test_things_stand_on_free_roof_only_and_clear_of_its_rim() -> None:
    roofs, parts = furniture(roofed())
    (region,) = roofs._regions
    stains, standing = parts._of(region)
    assert len(standing) > 5 and stains
    for part in standing:
        length, breadth = parts._frames[part.name]["size"]
        wide, high = (breadth, length) if part.turn & 1 else (length, breadth)
        assert (
            61 <= part.x - wide / 2 and part.x + wide / 2 <= 89 and 3 <= part.y - high / 2 and part.y + high / 2 <= 15
        )
        assert not (abs(part.x - 75.5) < wide / 2 and abs(part.y - 9.5) < high / 2)


def test_a_canopy_that_nothing_carries_stays_bare() -> None:
    level = roofed()
    bare = dataclasses.replace(level, walls=tuple(wall for wall in level.walls if wall.id != 2))
    roofs, parts = furniture(bare)
    assert [parts._of(region) for region in roofs._regions] == [([], [])]


def test_windows_of_roofs_shine_at_night_and_not_at_noon() -> None:
    for hour, shines in (("night", True), ("noon", False)):
        roofs, parts = furniture(roofed(hour))
        (region,) = roofs._regions
        light = parts.light((30 * 24, 14 * 24), region, 24, (60, 2))
        assert (light is not None and max(pygame.transform.average_color(light)[:3]) > 0) == shines


def test_a_tall_house_throws_its_shade_on_a_low_roof() -> None:
    level = roofed()
    tower = Wall(((50, 2), (59, 2), (59, 16), (50, 16)), 24.0, "concrete", 90)
    (plain,), (shaded,) = (
        furniture(one)[0]._regions for one in (level, dataclasses.replace(level, walls=(*level.walls, tower)))
    )
    rooms = [furniture(level)[0], furniture(dataclasses.replace(level, walls=(*level.walls, tower)))[0]]
    pictures = [
        roofs._compose(region, 24, region.blocks[24][0]) for roofs, region in zip(rooms, (plain, shaded), strict=True)
    ]
    light, dark = (sum(pygame.transform.average_color(picture)[:3]) for picture in pictures)
    assert dark < light * 0.93


# ---- houses


def looks_of(wall: Wall, hour: str, screen_size: tuple[int, int] = (600, 300)) -> set[tuple[int, ...]]:
    """Colours that a wall's south side shows to a camera south of it."""
    surface = pygame.Surface(screen_size)
    Facade(wall, HOURS[hour]).draw(surface, 0.0, 0.0, 24, 12.0, 30.0, windows_of(HOURS[hour]))
    return {tuple(surface.get_at((x, y))[:3]) for x in range(0, 600, 3) for y in range(0, 300, 2)}


def test_a_house_has_windows_that_are_lit_at_night_and_a_partition_has_none() -> None:
    house = Wall(((2, 2), (22, 2), (22, 8), (2, 8)), 6.0, "brick", 7)
    partition = Wall(((2, 2), (22, 2), (22, 3), (2, 3)), 6.0, "brick", 7)
    night = looks_of(house, "night")
    assert any(min(colour[:2]) > 150 for colour in night), "somebody is at home"
    assert not any(min(colour[:2]) > 150 for colour in looks_of(partition, "night"))
    assert len(looks_of(house, "noon")) > len(looks_of(partition, "noon")) > 3


@pytest.mark.parametrize("hour", ["noon", "night"])
@pytest.mark.parametrize("camera", [(4.0, 26.0), (30.0, -10.0), (-12.0, 5.0), (52.0, 4.0)])
def test_panes_in_strips_stand_where_panes_drawn_one_by_one_do(
    hour: str, camera: tuple[float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = Facade(Wall(((2, 2), (38, 2), (38, 14), (2, 14)), 12.0, "stone", 11), HOURS[hour])
    house.has_roof = True
    (x, y), pictures = camera, []
    for is_askew in (False, True):
        if is_askew:
            for name in ("is_level", "is_upright"):
                monkeypatch.setattr(Face, name, property(lambda _: False))
        surface = pygame.Surface((1280, 720))
        house.draw(surface, x - 640 / 24, y - 360 / 24, 24, x, y, windows_of(HOURS[hour]))
        pictures.append(pygame.surfarray.array3d(surface).astype(int))
    strips, one_by_one = pictures
    drawn = one_by_one.any(axis=2)
    assert drawn.sum() > 3000
    near = [np.roll(one_by_one, (right, down), (0, 1)) for right in range(-2, 3) for down in range(-2, 3)]
    differ = np.min([abs(strips - other).max(axis=2) for other in near], axis=0) > 8
    assert differ.sum() < 0.04 * drawn.sum(), "the same colours within two pixels, but for one line of the plinth"


# ---- rain


def drawn(catalog: Catalog, level: Level, tick: int) -> bytes:
    renderer = Renderer(level, catalog, SIZE)
    empty = dataclasses.replace(views.street(catalog, tick), vehicles=(), people=(), signals=(), bullets=(), items=())
    renderer.take([], empty)
    surface = pygame.display.get_surface()
    renderer.draw(surface, empty, empty, 1.0)
    return pixels(surface)


def test_rain_falls_on_and_is_the_same_in_every_run(catalog: Catalog) -> None:
    dry, wet = views.level(), dataclasses.replace(views.level(), weather="rain")
    assert drawn(catalog, wet, 40) == drawn(catalog, wet, 40)
    assert drawn(catalog, wet, 40) != drawn(catalog, wet, 43), "drops move"
    assert sum(drawn(catalog, wet, 40)[::97]) < 0.85 * sum(drawn(catalog, dry, 40)[::97])


@pytest.mark.parametrize("hour", sorted(HOURS))
def test_in_the_rain_no_sun_shines_and_the_ground_is_wet(hour: str) -> None:
    wet = rained(HOURS[hour])
    assert wet.shadow == (0.0, 0.0) and wet.wet == 1.0 and wet.has_headlights and wet.lamps > 0.5
    assert all(part <= dry for part, dry in zip(wet.light, HOURS[hour].light, strict=True))
