"""Getting out of a car shows everything at another scale: it is made while the picture grows, not in the frame that shows it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import numpy as np
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import itertools

import pygame

from game.content.catalog import load_catalog
from game.content.level import CameraHint
from game.content.text import load_text
from game.render.camera import ZOOM_TICKS
from game.render.hud import Hud
from game.render.renderer import Renderer
from game.sim.view import CrewStatus
from tests.render import views

SIZE = (960, 540)


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def _grown(screen: pygame.Surface, looks_ahead: bool) -> int:
    """How many pictures of vehicles and people the first frame after getting out has to make."""
    catalog = load_catalog()
    renderer = Renderer(views.level("night"), catalog, SIZE)
    if not looks_ahead:
        renderer._errands.run = lambda *_: None  # type: ignore[method-assign]
    seated = views.street(catalog, 0, scale=16)
    for _ in range(40):
        renderer.take([], seated)
        renderer.draw(screen, seated, seated, 1.0)
    out = dataclasses.replace(seated, scale=24)
    for _ in range(ZOOM_TICKS):
        renderer.take([], out)
        if renderer.camera.coming is None:
            break
        renderer.draw(screen, out, out, 1.0)
    actors = renderer.actors
    before = len(actors.vehicles._turned) + len(actors.people._turned)
    renderer.draw(screen, out, out, 1.0)
    assert renderer.camera.shown[2] == 24
    return len(actors.vehicles._turned) + len(actors.people._turned) - before


def test_the_frame_that_shows_the_other_scale_finds_its_pictures_made(screen: pygame.Surface) -> None:
    unprepared = _grown(screen, looks_ahead=False)
    assert unprepared > 12
    assert _grown(screen, looks_ahead=True) <= unprepared // 4


def _composed_going_in(screen: pygame.Surface, metres_off: float) -> int:
    """How much ground the first frame at the scale of an area of the map has to compose for somebody who has stood so far from it."""
    catalog = load_catalog()
    view = views.street(catalog, 0, scale=24)
    x, y = view.focus_x + metres_off, view.focus_y
    area = CameraHint(((x, y - 30.0), (x + 9.0, y - 30.0), (x + 9.0, y + 30.0), (x, y + 30.0)), scale=36)
    renderer = Renderer(dataclasses.replace(views.level("noon"), cameras=(area,)), catalog, SIZE)
    for _ in range(240):
        renderer.take([], view)
        renderer.draw(screen, view, view, 1.0)
    inside = dataclasses.replace(view, scale=36)
    renderer._errands.run = lambda *_: None  # type: ignore[method-assign]
    for _ in range(ZOOM_TICKS):
        renderer.take([], inside)
    made: list[object] = []
    keep = renderer.ground._keep
    renderer.ground._keep = lambda key, chunk: (made.append(key), keep(key, chunk))  # type: ignore[method-assign, func-returns-value]
    renderer.draw(screen, inside, inside, 1.0)
    assert renderer.camera.shown[2] == 36
    return len(made)


def test_an_area_with_a_scale_of_its_own_is_made_ready_before_one_walks_into_it(screen: pygame.Surface) -> None:
    assert _composed_going_in(screen, 40.0) >= 4, "nobody makes what is far off"
    assert _composed_going_in(screen, 6.0) == 0


def test_a_growing_picture_has_no_seam_between_the_halves_of_two_cores(screen: pygame.Surface) -> None:
    catalog = load_catalog()
    renderer = Renderer(views.level("noon"), catalog, SIZE)
    view = views.street(catalog, 0)
    buffer = pygame.Surface((750, 422)).convert()
    renderer.take([], view)
    renderer.draw(screen, view, view, 1.0)
    buffer.blit(screen, (0, 0))
    renderer._stretched(buffer, screen)
    halves = pygame.surfarray.array3d(screen).astype(int)
    whole = pygame.surfarray.array3d(pygame.transform.smoothscale(buffer, SIZE)).astype(int)
    rows = np.abs(halves - whole).mean(axis=(0, 2))
    middle = SIZE[1] // 2
    # Nowhere does the one differ more from the other than one line of a detailed picture from its neighbour.
    steps = np.abs(np.diff(whole, axis=1)).mean(axis=(0, 2))
    assert rows[middle - 4 : middle + 4].max() < 2 * np.percentile(steps, 95)


def test_one_row_of_the_crew_is_inked_in_a_frame(screen: pygame.Surface) -> None:

    hud = Hud(load_text(), SIZE)
    crew = tuple(
        CrewStatus(
            id=number,
            name=name,
            spec="chris",
            health=1.0,
            temper=0.0,
            stance="seated",
            vehicle=3,
            order="",
            doing="drive",
            magazines=3,
            is_player=number == 0,
        )
        for number, name in enumerate(("Neil", "Chris", "Michael", "Trejo"))
    )
    view = dataclasses.replace(views.street(load_catalog(), 0), crew=crew)
    hud.draw(screen, view, lambda x, y: (x, y))
    out = dataclasses.replace(
        view, crew=tuple(dataclasses.replace(one, stance="stand", vehicle=-1, doing="hold") for one in crew)
    )
    said = [hud._crew._shown[0]]  # type: ignore[index]
    for _ in range(len(crew)):
        hud.draw(screen, out, lambda x, y: (x, y))
        said.append(hud._crew._shown[0])  # type: ignore[index]
    changed = [sum(a != b for a, b in zip(one, two, strict=True)) for one, two in itertools.pairwise(said)]
    assert changed == [1, 1, 1, 1]
