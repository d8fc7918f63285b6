"""The air unit in the picture: disc and beam at night, shadow by day, itself over the roofs, faint where it would hide the player."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render.helicopters import FAINT, SOLID
from game.render.renderer import Renderer
from game.sim.view import HelicopterView, View
from tests.render import views

SIZE = (640, 360)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(autouse=True)
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def above(x: float, y: float, spot: tuple[float, float], has_light: bool) -> HelicopterView:
    return HelicopterView(1, "air", x, y, 0, 0.0, *spot, 5.0, has_light, True)


def street(catalog: Catalog, *flying: HelicopterView) -> View:
    bare = dataclasses.replace(views.street(catalog), vehicles=(), people=(), items=(), bullets=(), signals=())
    return dataclasses.replace(bare, focus_x=47.0, focus_y=31.0, aim_x=47.0, aim_y=31.0, helicopters=flying)


def drawn(catalog: Catalog, hour: str, *flying: HelicopterView) -> tuple[Renderer, pygame.Surface]:
    renderer, made = Renderer(views.level(hour), catalog, SIZE), pygame.Surface(SIZE)
    view = street(catalog, *flying)
    renderer.take([], view)
    renderer.draw(made, view, view, 1.0)
    return renderer, made


def bright(renderer: Renderer, picture: pygame.Surface, x: float, y: float) -> int:
    px, py = renderer.to_screen(x, y)
    return sum(pygame.transform.average_color(picture, (int(px) - 6, int(py) - 6, 12, 12))[:3])


def test_its_lamp_lights_the_street_and_the_air(catalog: Catalog) -> None:
    renderer, dark = drawn(catalog, "night")
    _, lit = drawn(catalog, "night", above(36.0, 31.0, (50.0, 31.0), True))
    assert bright(renderer, lit, 50.0, 31.0) > 1.25 * bright(renderer, dark, 50.0, 31.0), "the disc"
    assert bright(renderer, lit, 43.0, 31.0) > bright(renderer, dark, 43.0, 31.0), "the beam"
    _, off = drawn(catalog, "night", above(36.0, 31.0, (50.0, 31.0), False))
    assert bright(renderer, off, 50.0, 31.0) == bright(renderer, dark, 50.0, 31.0)


def test_by_day_its_shadow_runs_over_the_street(catalog: Catalog) -> None:
    renderer, bare = drawn(catalog, "noon")
    sx, sy = renderer.hour.shadow
    _, shaded = drawn(catalog, "noon", above(47.0 - sx * 45.0, 31.0 - sy * 45.0, (50.0, 31.0), False))
    assert bright(renderer, shaded, 47.0, 31.0) < bright(renderer, bare, 47.0, 31.0)


def test_over_the_player_it_is_faint(catalog: Catalog) -> None:
    for x, opacity in ((47.5, FAINT), (37.0, SOLID)):
        renderer, _ = drawn(catalog, "noon", above(x, 31.0, (50.0, 31.0), False))
        hull = renderer.helicopters._picture("hull", 0.0, 24)
        assert hull.get_alpha() == opacity
