"""Light as a player sees it: long and short shadows, lamps that break, flashes that die away, cars that darken a lamp's pool."""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import itertools

import pygame

from game.content.catalog import load_catalog
from game.content.level import Lamp, TileLayer
from game.content.specs import Catalog
from game.render.duel_marks import GLARE
from game.render.frame import Placed
from game.render.haze import Haze
from game.render.light import LightMap
from game.render.lights import Light
from game.render.palette import HOURS
from game.render.renderer import Renderer
from game.render.shadows import Obstacles
from game.render.sun import SunShade
from game.sim.events import ShotFired
from game.sim.view import View
from tests.render import views

SIZE = (640, 360)
CAR = [(4.0, -1.0), (6.0, -1.0), (6.0, 1.0), (4.0, 1.0)]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def lamp(tall: float, angle: float = 0.0, shape: str = "pool") -> Light:
    return Light(shape, 0.0, 0.0, 30.0, (255, 255, 255), 1.0, tall, angle)


def furthest(tall: float) -> float:
    (shadow,) = Obstacles.of([(CAR, 1.4, 1)]).cast([lamp(tall)])[0]
    return max(x for x, _ in shadow)


def quiet(catalog: Catalog, tick: int = 0, **more: object) -> View:
    view = dataclasses.replace(views.street(catalog, tick), vehicles=(), people=(), signals=(), bullets=(), items=())
    return dataclasses.replace(view, **more)  # type: ignore[arg-type]


def test_a_high_lamp_throws_short_shadows_and_a_low_one_endless_ones() -> None:
    assert 7.0 < furthest(7.5) < 8.0
    assert furthest(2.0) > 15.0
    assert furthest(0.75) > 30.0


def test_an_owner_throws_no_shadow_in_his_own_light() -> None:
    assert not Obstacles.of([(CAR, 1.4, 7)]).cast([dataclasses.replace(lamp(0.75), owner=7)])[0]


def test_head_lights_throw_no_shadow_of_what_is_behind_them() -> None:
    obstacles = Obstacles.of([(CAR, 1.4, 1)])
    assert obstacles.cast([lamp(0.75, 0.0, "head")])[0]
    assert not obstacles.cast([lamp(0.75, math.pi, "head")])[0]


def test_a_wide_wall_near_a_lamp_leaves_no_light_behind_it() -> None:
    wall = [(1.0, -20.0), (1.3, -20.0), (1.3, 20.0), (1.0, 20.0)]
    (shadow,) = Obstacles.of([(wall, 9.0, -1)]).cast([lamp(7.5)])[0]
    surface = pygame.Surface((80, 80))
    surface.fill((255, 255, 255))
    pygame.draw.polygon(surface, (0, 0, 0), [(x + 40, y + 40) for x, y in shadow])
    assert all(surface.get_at((40 + far, 40))[0] == 0 for far in range(3, 30))


def test_a_broken_head_light_is_dark(catalog: Catalog, screen: pygame.Surface) -> None:
    renderer = Renderer(views.level("night"), catalog, SIZE)
    shapes = set()
    for stage in range(5):
        car = views.vehicle(1, 30.0, 30.0, "sedan", "#8e9398", occupants=(9, -1, -1, -1), stage=stage)
        lights = renderer.lamps.lights(car, Placed(30.0, 30.0, 0.0), 0.0)
        heads = [light for light in lights if light.shape in ("head", "left", "right")]
        assert len(heads) == min(1, len(renderer.actors.vehicles.sockets(car, "head"))) or stage == 4
        shapes.update(light.shape for light in heads)
    assert "head" in shapes
    assert shapes & {"left", "right"}, "one that broke leaves the other"


def test_muzzle_light_comes_at_once_and_dies_away(catalog: Catalog, screen: pygame.Surface) -> None:
    renderer = Renderer(views.level("night"), catalog, SIZE)
    view = quiet(catalog, 0)
    renderer.take([ShotFired(1, "carbine", 47.0, 31.0, 0)], view)
    powers = [renderer.lighting._flashes(age)[0].power for age in range(21)]
    assert powers[0] > 0.5
    assert all(later < earlier for earlier, later in itertools.pairwise(powers))
    assert powers[10] > 0.2 * powers[0], "an envelope, not a blink"


def test_a_car_darkens_the_pool_of_a_lamp(catalog: Catalog, screen: pygame.Surface) -> None:
    level = views.level("night")
    post = level.lamps[0]
    view = quiet(catalog, 0, focus_x=post.x, focus_y=post.y, aim_x=post.x, aim_y=post.y)
    car = views.vehicle(1, post.x + 4.0, post.y, "van", "#8e9398", math.pi / 2)
    found = []
    for vehicles in ((), (car,)):
        renderer = Renderer(level, catalog, SIZE)
        now = dataclasses.replace(view, vehicles=vehicles)
        renderer.take([], now)
        renderer.draw(screen, now, now, 1.0)
        behind = renderer.light.at(post.x + 5.6, post.y)
        assert behind is not None
        found.append(sum(behind))
    assert found[1] < 0.8 * found[0]


@pytest.mark.parametrize("quality", ["low", "medium", "high"])
def test_a_light_over_a_field_throws_shadows_at_every_quality(
    catalog: Catalog, screen: pygame.Surface, quality: str
) -> None:
    """Who stands behind something there is in the dark for everybody in the game: no picture may show him in the light."""
    level = dataclasses.replace(
        views.level("midnight"), lamps=(Lamp(30.0, 45.0, radius=100.0, height=1.0, group="bars"),), walls=()
    )
    car = views.vehicle(1, 47.0, 45.0, "van", "#8e9398", math.pi / 2)
    found = []
    for vehicles in ((), (car,)):
        renderer = Renderer(level, catalog, SIZE, quality)
        now = quiet(catalog, 0, focus_x=47.0, focus_y=45.0, lit_groups=("bars",), vehicles=vehicles)
        renderer.take([], now)
        renderer.draw(screen, now, now, 1.0)
        behind = renderer.light.at(52.0, 45.0)
        assert behind is not None
        found.append(sum(behind))
    assert found[1] < 0.6 * found[0]


def test_a_light_in_his_eyes_dims_nothing_and_leaves_something_to_be_seen(
    catalog: Catalog, screen: pygame.Surface
) -> None:
    """The glow over what is bright is not laid over the glare: the picture would be white."""
    level = views.level("midnight")
    post = level.lamps[0]
    found = []
    for dazzle in (0.0, 1.0):
        renderer = Renderer(level, catalog, SIZE)
        now = quiet(catalog, 0, focus_x=post.x, focus_y=post.y, own_eyes=True, dazzle=dazzle)
        renderer.take([], now)
        renderer.draw(screen, now, now, 1.0)
        found.append(pygame.surfarray.array3d(screen).astype(int))
    more = found[1] - found[0]
    assert more.min() >= 0
    assert more.max() <= max(GLARE)
    assert more.mean() > 0.5 * min(GLARE)


def test_what_stands_still_does_not_swim_when_the_camera_moves(catalog: Catalog, screen: pygame.Surface) -> None:
    renderer = Renderer(views.level("night"), catalog, SIZE)
    post = views.level("night").lamps[0]
    seen = set()
    for step in range(9):
        renderer.light.begin(SIZE, int(post.x * 24) - 320 + step, int(post.y * 24) - 180, 24)
        seen.add(renderer.light.at(post.x + 3.0, post.y + 1.0))
    assert len(seen) == 1


def test_no_sun_falls_under_a_roof_that_walls_carry() -> None:
    level = views.level()
    roof = [(wall.points[0], wall.points[2]) for wall in level.walls[:1]]
    cells = tuple(
        1 if any(x0 <= i % level.width < x1 + 8 and y0 <= i // level.width < y1 for (x0, y0), (x1, y1) in roof) else 0
        for i in range(level.width * level.height)
    )
    housed = dataclasses.replace(level, layers=(TileLayer("roofs", "roofs", cells),))
    shade = SunShade(housed, HOURS["noon"])
    assert shade.is_indoors(36.0, 8.0), "beside the wall, under the same roof"
    assert not shade.is_indoors(50.0, 30.0)
    assert not SunShade(housed, HOURS["night"]).is_indoors(36.0, 8.0), "at night there is no sun to keep out"
    canopy = tuple(1 if 46 <= i % level.width < 50 and 28 <= i // level.width < 32 else 0 for i in range(len(cells)))
    posts = dataclasses.replace(level, layers=(TileLayer("roofs", "roofs", canopy),))
    assert not SunShade(posts, HOURS["noon"]).is_indoors(48.0, 30.0), "no wall carries a canopy"
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    under = pygame.Surface((200, 200))
    under.fill(HOURS["noon"].light)
    SunShade(posts, HOURS["noon"]).shade_standing(under, 30.0, 20.0, 5.0)
    assert under.get_at((19 * 5, 11 * 5))[:3] == HOURS["noon"].shade, "the ground beneath it lies in its shade"
    light = pygame.Surface((200, 200))
    light.fill(HOURS["noon"].light)
    shade.shade_standing(light, 30.0, 0.0, 5.0)
    inside = light.get_at(((6 * 5), 8 * 5))[:3]
    assert HOURS["noon"].shade < inside < HOURS["noon"].light
    pygame.display.quit()


def test_haze_hangs_before_the_ground_where_there_is_light_and_only_there() -> None:
    pygame.display.init()
    pygame.display.set_mode((320, 240))
    light, haze = LightMap(dataclasses.replace(views.level(), weather="haze"), HOURS["night"]), Haze()
    light.begin((320, 240), 0, 0, 24)
    brightest = []
    for level in (0, 220):
        light.map.fill((level, level, level))
        light.stretch(lambda: haze.veil(light, 0.0))
        black = pygame.Surface((320, 240))
        light.lay(black, [black.get_rect()])
        light.lay_veil(black)
        brightest.append(int(pygame.surfarray.array3d(black).max()))
    assert brightest[0] == 0, "in the dark nobody sees it"
    assert brightest[1] > 20, "black ground is black in any light, what hangs before it is not"
