"""The camera follows without overshoot, stays on the map, keeps aim calm and shakes within its limit."""

from __future__ import annotations

import dataclasses

import pytest

from game.content.catalog import load_catalog
from game.render.camera import SHAKE_PX, ZOOM_TICKS, Camera
from tests.render import views

STREET = views.street(load_catalog())


def test_it_begins_where_it_should_look() -> None:
    camera = Camera(200, 200, (1280, 720))
    camera.take(dataclasses.replace(STREET, focus_x=100.0, focus_y=90.0, aim_x=100.0, aim_y=90.0))
    camera.look(0, 1.0)
    assert camera.shown == (100.0, 90.0, 24.0)


def test_it_stays_on_the_map() -> None:
    camera = Camera(200, 200, (1280, 720))
    camera.take(dataclasses.replace(STREET, focus_x=2.0, focus_y=199.0, aim_x=2.0, aim_y=199.0))
    assert camera.x == pytest.approx(1280 / 24 / 2)
    assert camera.y == pytest.approx(200 - 720 / 24 / 2)


def test_the_scale_changes_over_a_third_of_a_second() -> None:
    camera = Camera(400, 400, (1280, 720))
    view = dataclasses.replace(STREET, focus_x=200.0, focus_y=200.0)
    camera.take(view)
    near = dataclasses.replace(view, scale=36)
    camera.take(near)
    assert 24 < camera.ppm < 26
    for _ in range(ZOOM_TICKS):
        camera.take(near)
    assert camera.ppm == 36


def test_it_arrives_without_overshoot() -> None:
    camera = Camera(400, 400, (1280, 720))
    camera.take(dataclasses.replace(STREET, focus_x=200.0, focus_y=200.0, aim_x=200.0, aim_y=200.0))
    goal = dataclasses.replace(STREET, focus_x=206.0, focus_y=200.0, aim_x=206.0, aim_y=200.0)
    furthest = 0.0
    for _ in range(120):
        camera.take(goal)
        furthest = max(furthest, camera.x)
    assert furthest < 206.05
    assert camera.x == pytest.approx(206.0, abs=0.05)


def test_it_looks_ahead_of_a_fast_car_but_not_too_far() -> None:
    camera = Camera(4000, 4000, (1280, 720))
    hud = dataclasses.replace(STREET.hud, is_driving=True)
    camera.take(dataclasses.replace(STREET, hud=hud, focus_x=2000.0, focus_y=2000.0, velocity_x=40.0))
    assert camera.x == pytest.approx(2014.0)


def test_shake_has_a_limit_and_a_strength() -> None:
    camera = Camera(200, 200, (1280, 720))
    camera.take(STREET)
    camera.jolt(5.0)
    for tick in range(200):
        camera.look(tick, 0.5)
        assert max(abs(camera.shake[0]), abs(camera.shake[1])) <= SHAKE_PX
    camera.strength = 0.0
    camera.look(3, 0.0)
    assert camera.shake == (0.0, 0.0)


def test_screen_and_world_are_inverse() -> None:
    camera = Camera(200, 200, (1280, 720))
    camera.take(STREET)
    camera.look(0, 1.0)
    x, y = camera.to_world(camera.to_screen(51.5, 33.25))
    assert (x, y) == (pytest.approx(51.5), pytest.approx(33.25))


@pytest.mark.parametrize(("scale", "reach"), [(24, 6.0), (36, 2.67)])
def test_whoever_looks_from_one_side_to_the_other_sees_a_calm_picture(scale: int, reach: float) -> None:
    """Faster than this the edges of a tiled floor sweep over the same spot more than three times in a second."""
    camera = Camera(400, 400, (1280, 720))
    left, right = (
        dataclasses.replace(STREET, scale=scale, focus_x=200.0, focus_y=200.0, aim_x=200.0 + far, aim_y=200.0)
        for far in (-40, 40)
    )
    fastest = 0.0
    for tick in range(300):
        before = camera.x
        camera.take(left if tick < 120 else right)
        if tick == 119:
            assert camera.x == pytest.approx(200.0 - reach, abs=0.05)
        if tick:
            fastest = max(fastest, abs(camera.x - before) * scale)
    assert camera.x == pytest.approx(200.0 + reach, abs=0.1)
    assert 2.0 < fastest < 9.0, "pixels a tick"
