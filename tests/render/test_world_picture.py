"""The world's picture: everything is drawn at every hour, the same run gives the same picture, caches stay bounded."""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render.frame import between
from game.render.renderer import Renderer
from tests.render import views

SIZE = (640, 360)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def picture(screen: pygame.Surface, catalog: Catalog, hour: str, scale: int = 24) -> bytes:
    renderer = Renderer(views.level(hour), catalog, SIZE)
    for tick in range(8):
        renderer.take(views.noise() if tick % 3 == 0 else [], views.street(catalog, tick, scale=scale))
    renderer.draw(screen, views.street(catalog, 7, scale=scale), views.street(catalog, 8, scale=scale), 0.5)
    return pygame.image.tobytes(screen, "RGB")


@pytest.mark.parametrize("hour", ["dawn", "noon", "dusk", "night", "interior"])
def test_every_hour_draws(screen: pygame.Surface, catalog: Catalog, hour: str) -> None:
    pixels = picture(screen, catalog, hour)
    assert len({pixels[i : i + 3] for i in range(0, len(pixels), 999)}) > 100


def test_the_same_run_gives_the_same_picture(screen: pygame.Surface, catalog: Catalog) -> None:
    assert picture(screen, catalog, "noon") == picture(screen, catalog, "noon")


def test_an_empty_street_is_darker_at_night(screen: pygame.Surface, catalog: Catalog) -> None:
    shares = []
    for hour in ("night", "noon"):
        renderer = Renderer(views.level(hour), catalog, SIZE)
        empty = dataclasses.replace(views.street(catalog), vehicles=(), people=(), signals=(), bullets=())
        renderer.take([], empty)
        renderer.draw(screen, empty, empty, 1.0)
        shares.append(sum(pygame.image.tobytes(screen, "RGB")[::97]))
    assert shares[0] < 0.7 * shares[1]


def test_zooming_draws_between_the_scales(screen: pygame.Surface, catalog: Catalog) -> None:
    renderer = Renderer(views.level(), catalog, SIZE)
    renderer.take([], views.street(catalog, 0))
    for tick in range(1, 24):
        now = views.street(catalog, tick, scale=36)
        renderer.take([], now)
        renderer.draw(screen, now, now, 0.5)
    assert renderer.camera.ppm == 36


def test_what_is_unknown_to_the_catalog_is_left_out(screen: pygame.Surface, catalog: Catalog) -> None:
    view = views.street(catalog)
    odd = dataclasses.replace(view.vehicles[0], spec="rocket")
    strange = dataclasses.replace(view.people[0], spec="ghost", weapon="wand")
    view = dataclasses.replace(
        view, vehicles=(odd,), people=(strange,), items=(dataclasses.replace(view.items[0], kind="x"),)
    )
    renderer = Renderer(views.level(), catalog, SIZE)
    renderer.take([], view)
    renderer.draw(screen, view, view, 1.0)


def test_a_blast_lights_scorches_and_shakes(screen: pygame.Surface, catalog: Catalog) -> None:
    renderer = Renderer(views.level(), catalog, SIZE)
    view = views.street(catalog)
    renderer.take([], view)
    renderer.draw(screen, view, view, 1.0)
    renderer.take(views.blast(), view)
    assert renderer.effects.flashes
    assert len(renderer.effects.particles) > 60
    assert renderer.camera.trauma > 0.5
    for tick in range(1, 700):
        renderer.take([], dataclasses.replace(view, tick=tick, vehicles=()))
    assert not renderer.effects.flashes
    assert len(renderer.effects.particles) == 0
    renderer.draw(screen, view, view, 1.0)


def test_a_roof_over_the_player_lifts_and_comes_back(catalog: Catalog, screen: pygame.Surface) -> None:
    from game.content.level import TileLayer, Tileset

    level = views.level()
    cells = [0] * (level.width * level.height)
    for y in range(24, 30):
        for x in range(42, 50):
            cells[y * level.width + x] = 1
    sheet = Tileset("street", "levels/tilesets/street.png", 1, 16, 32, 24)
    level = dataclasses.replace(level, tilesets=(sheet,), layers=(TileLayer("roofs", "roofs", tuple(cells)),))
    renderer = Renderer(level, catalog, SIZE)
    inside = dataclasses.replace(views.street(catalog), focus_x=46.0, focus_y=27.0)
    region = renderer.roofs._regions[0]
    for _ in range(30):
        renderer.take([], inside)
    renderer.draw(screen, inside, inside, 1.0)
    assert region.alpha < 80
    for _ in range(30):
        renderer.take([], dataclasses.replace(inside, focus_x=20.0))
    assert region.alpha == 255


def test_positions_go_the_short_way_and_jumps_are_not_bridged(catalog: Catalog) -> None:
    old = views.vehicle(1, 10.0, 10.0, "sedan", "#ffffff", math.tau - 0.1)
    new = views.vehicle(1, 11.0, 10.0, "sedan", "#ffffff", 0.1)
    middle = between(old, new, 0.5, lambda v: v.angle)
    assert (middle.x, math.cos(middle.angle)) == (10.5, pytest.approx(1.0))
    jumped = between(old, dataclasses.replace(new, x=20.0), 0.5, lambda v: v.angle)
    assert jumped.x == 20.0


def test_marks_and_pictures_are_bounded(catalog: Catalog, screen: pygame.Surface) -> None:
    renderer = Renderer(views.level(), catalog, SIZE)
    stamps = renderer.ground._stamps
    for index in range(9500):
        stamps.lay("hole", index % 96, index % 64, 0.0, 0.125)
    assert len(stamps) == 9000
    turned = renderer.actors.vehicles._turned
    car = views.vehicle(1, 10.0, 10.0, "sedan", "#8e9398")
    for step in range(400):
        renderer.actors.vehicles.picture(car, step * math.tau / 400, 24)
    assert len(turned) <= 128
    assert turned.size_bytes <= 96_000_000
