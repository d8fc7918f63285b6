"""Light that is not worked out in every frame: what is kept, when it is known to have changed, and that it stays where it belongs."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render.facade_glow import FacadeGlow
from game.render.frame import Frame, Placed
from game.render.light import LightMap
from game.render.lights import Light
from game.render.palette import HOURS
from game.render.renderer import Renderer
from game.render.shadows import Obstacles
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


def test_a_car_that_stands_shows_at_once_that_it_brakes_and_that_its_driver_has_left(catalog: Catalog) -> None:
    renderer = Renderer(views.level("night"), catalog, SIZE)
    car = views.vehicle(1, 30.0, 30.0, "sedan", "#8e9398", occupants=(9, -1, -1, -1))

    def tail(x: float = 30.0, **more: object) -> list[tuple[float, float]]:
        lights = renderer.lamps.lights(dataclasses.replace(car, **more), Placed(x, 30.0, 0.0), 0.0)  # type: ignore[arg-type]
        return [(light.x, light.power) for light in lights if light.shape == "pool"]

    ((x, rolling),), ((_, braking),) = tail(), tail(is_braking=True)
    assert braking > rolling
    assert tail() == [(x, rolling)]
    assert not tail(occupants=(-1, -1, -1, -1))
    assert tail(31.0) == [(pytest.approx(x + 1.0), rolling)]


@pytest.mark.parametrize(("step_px", "every"), [(0, 3), (8, 2), (200, 1)])
def test_shadows_are_cast_less_often_the_less_the_picture_moves(step_px: int, every: int) -> None:
    light = LightMap(views.level("night"), HOURS["night"])
    lamp = Light("glow", 30.0, 20.0, 12.0, (255, 200, 150), 0.9, 1.0, owner=5)
    cast = []
    for frame in range(12):
        light.begin(SIZE, 300 + frame * step_px, 200, 24)
        light.add([dataclasses.replace(lamp, x=30.0 + frame * step_px / 24)], lambda: Obstacles.of(()))
        cast.append(light.has_cast)
    assert cast == [frame % every == 0 for frame in range(12)]


def test_a_light_that_is_new_throws_its_shadows_in_its_first_frame() -> None:
    light = LightMap(views.level("night"), HOURS["night"])
    lamp = Light("glow", 30.0, 20.0, 12.0, (255, 200, 150), 0.9, 1.0, owner=5)
    for shown in ([lamp], [lamp, dataclasses.replace(lamp, owner=6, is_brief=True)]):
        light.begin(SIZE, 300, 200, 24)
        light.add(shown, lambda: Obstacles.of(()))
        assert light.has_cast


def test_light_on_a_wall_stays_on_it_in_frames_in_which_it_is_not_worked_out(
    screen: pygame.Surface, catalog: Catalog
) -> None:
    level = views.level("night")
    light = LightMap(level, HOURS["night"])
    view = views.street(catalog, 0)

    def lit(glow: FacadeGlow, left_px: int) -> np.ndarray:
        light.begin(SIZE, left_px, 200, 24)
        # Light from everywhere: every wall shows it.
        light.map.fill((160, 150, 140))
        surface = pygame.Surface(SIZE)
        glow.draw(Frame(surface, left_px / 24, 200 / 24, 24, view, view, 1.0))
        return pygame.surfarray.array3d(surface).astype(np.int32)

    kept = FacadeGlow(level, HOURS["night"], light, SIZE)
    light.has_cast = False
    first = lit(kept, 600)
    assert first.max() > 40, "some wall is in the picture"
    then, anew = lit(kept, 608), lit(FacadeGlow(level, HOURS["night"], light, SIZE), 608)
    np.testing.assert_array_equal(then[:-16], first[8:-8], "moved with the ground, not worked out")
    assert np.abs(then - anew)[16:-16].mean() < 1.5, "and hardly anywhere else than it belongs"
    later = [lit(kept, 608) for _ in range(3)][-1]
    np.testing.assert_array_equal(later[16:-16], anew[16:-16], "soon worked out again")


def test_after_renewal_no_wall_keeps_the_light_of_the_last_run(screen: pygame.Surface, catalog: Catalog) -> None:
    light = LightMap(views.level("night"), HOURS["night"])
    view = views.street(catalog, 0)
    glow = FacadeGlow(views.level("night"), HOURS["night"], light, SIZE)
    light.begin(SIZE, 600, 200, 24)
    shown = []
    for level in (160, 0):
        light.map.fill((level,) * 3)
        surface = pygame.Surface(SIZE)
        glow.draw(Frame(surface, 600 / 24, 200 / 24, 24, view, view, 1.0))
        shown.append(int(pygame.surfarray.array3d(surface).max()))
        glow.renew()
    assert shown[0] > 40 and shown[1] == 0
