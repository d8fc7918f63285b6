"""What fights leave: brass that bounces and stays, pools that grow, paper that sails, a sky full of it that stays bounded."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render.camera import SHAKE_PX
from game.render.renderer import PARTICLES, Renderer
from game.sim.events import Event, Exploded, PersonHurt, PersonKilled, ShotFired
from game.sim.view import View
from tests.render import views

SIZE = (640, 360)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
def renderer(catalog: Catalog) -> Iterator[Renderer]:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    yield Renderer(views.level(), catalog, SIZE)
    pygame.display.quit()


def empty(catalog: Catalog, tick: int) -> View:
    return dataclasses.replace(views.street(catalog, tick), vehicles=(), people=(), items=(), bullets=())


def run(renderer: Renderer, catalog: Catalog, ticks: int, events: dict[int, list[Event]]) -> None:
    for tick in range(ticks):
        renderer.take(events.get(tick, []), empty(catalog, tick))


def marks(renderer: Renderer, kind: str) -> list[tuple[float, float, float]]:
    stamps = renderer.ground._stamps.within(0, 0, 96, 64)
    return [(x, y, size) for name, x, y, _, size, _ in stamps if name == kind]


def test_brass_flies_bounces_and_stays(renderer: Renderer, catalog: Catalog) -> None:
    shot: list[Event] = [ShotFired(1, "carbine", 40.0, 30.0, 0)]
    run(renderer, catalog, 1, {0: shot})
    (case,) = [p for p in renderer.effects.particles if p.kind == "brass"]
    rises = falls = 0
    for tick in range(1, 70):
        before = case.vz
        renderer.take([], empty(catalog, tick))
        case = next((p for p in renderer.effects.particles if p.kind == "brass"), case)
        rises += case.vz > 0 >= before
        falls += case.z == 0.0
    assert rises >= 1, "it bounced"
    assert falls >= 1
    run(renderer, catalog, 90, {})
    ((x, y, _),) = marks(renderer, "casing")
    assert 0.4 < y - 30.0 < 4.0, "to the right of the gun"
    assert abs(x - 40.0) < 3.0


def test_a_pool_of_blood_grows_and_stops(renderer: Renderer, catalog: Catalog) -> None:
    run(renderer, catalog, 400, {0: [PersonKilled(7, 1, 40.0, 30.0, "shot")]})
    sizes = [size for _, _, size in marks(renderer, "blood")]
    assert len(sizes) == 4
    assert sizes[-1] > 1.8 * sizes[0]


def test_whoever_carries_money_sheds_some(renderer: Renderer, catalog: Catalog) -> None:
    carrier = next(p for p in views.street(catalog).people if p.carries == "cash_bag")
    hit = PersonHurt(carrier.id, 11, "torso", 300.0, carrier.x, carrier.y, 0)
    renderer.take([hit], dataclasses.replace(empty(catalog, 0), people=(carrier,)))
    run(renderer, catalog, 300, {})
    assert len(marks(renderer, "note")) == 5


def test_the_air_is_bounded_and_the_same_every_time(catalog: Catalog, renderer: Renderer) -> None:
    blasts: dict[int, list[Event]] = {
        tick: [Exploded(30.0 + tick, 30.0, 900.0, "charge"), ShotFired(1, "carbine", 40.0, 30.0, 0)]
        for tick in range(12)
    }
    run(renderer, catalog, 40, blasts)
    first = [(p.kind, p.x, p.y, p.age) for p in renderer.effects.particles]
    assert len(first) <= PARTICLES["high"]
    renderer.renew()
    run(renderer, catalog, 40, blasts)
    assert [(p.kind, p.x, p.y, p.age) for p in renderer.effects.particles] == first


def test_shake_and_kick_together_keep_the_limit(renderer: Renderer, catalog: Catalog) -> None:
    run(renderer, catalog, 1, {})
    for tick in range(1, 60):
        renderer.take([Exploded(40.0, 28.0, 900.0, "charge")], empty(catalog, tick))
        renderer.camera.look(tick, 0.5)
        assert max(map(abs, renderer.camera.shake)) <= SHAKE_PX + 1e-6
    renderer.shake_strength = 0.0
    renderer.camera.look(60, 0.5)
    assert renderer.camera.shake == (0.0, 0.0)
