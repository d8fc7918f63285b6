"""Glass that breaks in the picture: a round stars a pane, the next takes it out, what falls stays; another run is whole again."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.level import Level, Wall
from game.content.specs import Catalog
from game.render.panes import OUT, STARRED, WHOLE, Pane, Panes
from game.render.renderer import Renderer
from game.sim.events import BulletImpact, Event, Exploded, GlassBroken
from tests.render import views

SIZE = (640, 360)
SHOP = Wall(((30, 12), (50, 12), (50, 20), (30, 20)), 5.0, "brick", 7)
SCREEN = Wall(((42, 30), (47, 30), (47, 31), (42, 31)), 2.3, "glass", 8)


def street() -> Level:
    return dataclasses.replace(views.level(), walls=(SHOP, SCREEN), props=())


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
def renderer(catalog: Catalog) -> Iterator[Renderer]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield Renderer(street(), catalog, SIZE)
    pygame.display.quit()


def nearest(panes: Panes, x: float, y: float) -> Pane:
    found = panes._nearest(x, y)
    assert found is not None
    return found


def test_a_glass_wall_is_panes_of_about_its_own_width_along_its_longer_way() -> None:
    panes = Panes(street())
    assert len(panes.glazed) == 4
    assert {pane.length for pane in panes.glazed} == {1.25}
    assert [pane.x for pane in panes.glazed] == [42.625, 43.875, 45.125, 46.375]
    assert {pane.y for pane in panes.glazed} == {30.5}
    upright = dataclasses.replace(SCREEN, points=((42, 30), (43, 30), (43, 35), (42, 35)))
    assert {pane.x for pane in Panes(dataclasses.replace(street(), walls=(upright,))).glazed} == {42.5}


def test_the_first_round_stars_it_and_the_next_breaks_it() -> None:
    panes = Panes(street())
    pane = nearest(panes, 44.0, 30.0)
    assert panes.strike(44.0, 30.0, 10) == (pane, STARRED)
    assert panes.strike(44.0, 30.5, 11) == (pane, WHOLE), "the same round on its way through"
    assert panes.strike(44.0, 30.0, 20) == (pane, OUT)
    assert panes.strike(44.0, 30.0, 30) == (pane, WHOLE), "there is nothing left to break"
    assert panes.state(nearest(panes, 46.4, 30.0)) == WHOLE
    panes.renew()
    assert panes.state(pane) == WHOLE


def test_beside_a_window_there_is_wall() -> None:
    panes = Panes(street())
    window = nearest(panes, 39.2, 20.0)
    assert window.face == (0, 2)
    assert panes.strike(window.x + window.length * 0.55, 20.0, 1) is None
    assert panes.strike(window.x, 24.0, 1) is None
    assert panes.strike(window.x, 20.05, 1) == (window, STARRED)
    assert panes.faces == {(0, 2): {window.bay: STARRED}}


def test_a_blast_breaks_what_is_near_and_stars_what_is_further() -> None:
    panes = Panes(street())
    changed = {becomes for _, becomes in panes.shatter(44.0, 24.0, 5.0)}
    assert changed == {STARRED, OUT}
    assert all(panes.state(pane) == STARRED for pane in panes.glazed[:1])
    assert panes.shatter(44.0, 24.0, 5.0) == [], "it is broken already"


def run(renderer: Renderer, catalog: Catalog, events: dict[int, list[Event]], ticks: int = 30) -> pygame.Surface:
    view = dataclasses.replace(
        views.street(catalog, 0),
        vehicles=(),
        people=(),
        items=(),
        bullets=(),
        focus_x=44.0,
        focus_y=27.0,
        aim_x=44.0,
        aim_y=27.0,
    )
    for tick in range(ticks):
        renderer.take(events.get(tick, []), dataclasses.replace(view, tick=tick))
    screen = pygame.Surface(SIZE)
    renderer.draw(screen, view, dataclasses.replace(view, tick=ticks), 1.0)
    return screen


def test_a_broken_pane_shows_and_its_splinters_stay_until_the_next_run(renderer: Renderer, catalog: Catalog) -> None:
    def box_of(screen: pygame.Surface) -> bytes:
        px, py = renderer.to_screen(43.9, 30.5)
        return pygame.image.tobytes(screen.subsurface((int(px) - 8, int(py) - 8, 16, 16)), "RGB")

    whole = box_of(run(renderer, catalog, {}))
    renderer.renew()
    broken = box_of(run(renderer, catalog, {2: [GlassBroken(43.9, 30.2, -1)], 8: [GlassBroken(43.9, 30.2, -1)]}, 200))
    assert broken != whole
    stamps = [stamp[0] for stamp in renderer.ground._stamps.within(40, 28, 50, 34)]
    assert stamps.count("splinters") == 2, "on both sides"
    renderer.renew()
    assert box_of(run(renderer, catalog, {})) == whole


def test_a_shop_window_throws_glass_and_the_wall_beside_it_stone(renderer: Renderer, catalog: Catalog) -> None:
    window = nearest(renderer.effects.panes, 39.2, 20.0)
    run(renderer, catalog, {0: [BulletImpact(window.x, 20.0, 49152, "brick", False)]}, 1)
    assert not any(stamp[0] == "hole" for stamp in renderer.ground._stamps.within(30, 15, 50, 25))
    run(renderer, catalog, {0: [BulletImpact(window.x + window.length * 0.56, 20.0, 49152, "brick", False)]}, 1)
    assert sum(stamp[0] == "hole" for stamp in renderer.ground._stamps.within(30, 15, 50, 25)) == 1


def test_a_blast_smokes_on_when_its_fire_is_out(renderer: Renderer, catalog: Catalog) -> None:
    run(renderer, catalog, {0: [Exploded(44.0, 26.0, 900.0, "charge")]}, 330)
    assert not any(p.kind == "fire" for p in renderer.effects.particles)
    assert sum(p.kind == "smoke" and p.age < 60 for p in renderer.effects.particles) > 5


def test_a_car_that_lost_its_glass_looks_so(renderer: Renderer, catalog: Catalog) -> None:
    car = next(v for v in views.street(catalog).vehicles if v.spec == "sedan" and v.stage == 0)
    painter = renderer.actors.vehicles

    def picture() -> bytes:
        for _ in range(12):
            painter.begin()
            made = painter.picture(car, 0.0, 24)
        return pygame.image.tobytes(made, "RGBA")

    whole = picture()
    renderer.take([GlassBroken(car.x, car.y, car.id)], views.street(catalog))
    assert picture() != whole
    renderer.renew()
    assert picture() == whole
