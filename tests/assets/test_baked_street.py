"""Furniture and shop fronts as a player sees them: every kind of a level is drawn, awnings hang where shops are."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.level import Prop
from game.render import atlas
from game.render.fronts import PAVEMENT, Fronts
from game.render.palette import HOURS
from game.render.props import PropPainter
from tests.render import views

ITEMS = ("case", "cash_bag", "spike_strip", "firebomb", "charge", "route_sheet", "weapon")


@pytest.fixture(scope="module", autouse=True)
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode((640, 360))
    pygame.display.quit()


def test_every_kind_of_furniture_and_item_has_a_picture_of_its_own() -> None:
    painter = PropPainter()
    kinds = {prop.kind for prop in views.level().props} | set(ITEMS)
    pictures = {kind: pygame.image.tobytes(painter.picture(kind, 0, 0.0, 24), "RGBA") for kind in kinds}
    assert len(set(pictures.values())) == len(kinds)


def test_what_grows_comes_in_four_shapes() -> None:
    painter = PropPainter()
    for kind in ("palm", "tree", "bush", "planter"):
        assert len({pygame.image.tobytes(painter.picture(kind, number, 0.0, 24), "RGBA") for number in range(8)}) == 4


def test_an_unknown_kind_is_drawn_as_something_small() -> None:
    picture = PropPainter().picture("obelisk", 0, 0.0, 24)
    assert 4 < picture.get_width() < 40
    PropPainter().prepare([Prop(1, 1, "obelisk")])


def test_awnings_hang_over_pavements_and_never_inside_a_building() -> None:
    level = views.level()
    fronts = Fronts(level, HOURS["noon"])
    assert fronts.placed
    for front in fronts.placed:
        assert level.surfaces[level.ground[int(front.y) * level.width + int(front.x)]] in PAVEMENT
        for wall in level.walls:
            xs, ys = [p[0] for p in wall.points], [p[1] for p in wall.points]
            assert not (min(xs) < front.x < max(xs) and min(ys) < front.y < max(ys))


def test_letters_shine_at_night_only(screen: pygame.Surface) -> None:
    def brightest(hour: str) -> int:
        fronts = Fronts(views.level(hour), HOURS[hour])
        front = next(f for f in fronts.placed if f"{f.name}-light" in atlas.book("props/fronts")["frames"])
        screen.fill((0, 0, 0))
        fronts.draw(screen, front.x - 13, front.y - 7.5, 24, front.x, front.y)
        return int(np.frombuffer(pygame.image.tobytes(screen, "RGB"), np.uint8).max())

    assert brightest("night") > 220
    assert brightest("night") > brightest("noon") - 40


def test_the_same_level_hangs_the_same_awnings() -> None:
    assert Fronts(views.level(), HOURS["noon"]).placed == Fronts(views.level(), HOURS["night"]).placed
