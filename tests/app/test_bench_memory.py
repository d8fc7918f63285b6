"""What pictures are held stays bounded, however long a run and however often it is played again."""

from __future__ import annotations

import dataclasses

import pygame
import pytest

from game.app.bench_memory import held, surfaces
from game.app.studio import Studio
from game.content.catalog import load_catalog
from game.render import errands
from tests.render import views

SIZE = (640, 360)
MOST_MB = 600.0
"""All the limits of the caches together; what a level of this size needs is far below."""


def test_parts_of_a_surface_are_counted_once() -> None:
    whole = pygame.Surface((10, 10), depth=32)
    found = surfaces([{"a": whole, "b": [whole.subsurface((0, 0, 5, 5))]}, (whole,)])
    assert list(found.values()) == [400]


def test_the_same_run_again_and_again_holds_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    # A busy machine composes fewer chunks beside the picture in a frame, and its caches would fill later.
    monkeypatch.setattr(errands, "LATE_SECONDS", 1e9)
    monkeypatch.setattr(errands, "USUAL_SECONDS", 0.05)
    catalog = load_catalog()
    studio = Studio(views.level("night"), catalog, SIZE)
    megabytes = []
    for _ in range(8):
        studio.renderer.renew()
        before = views.street(catalog, 0)
        for tick in range(1, 260):
            now = dataclasses.replace(views.street(catalog, tick), focus_x=20.0 + tick * 0.2)
            studio.take([*views.noise(), *views.blast()] if tick % 20 == 0 else [], now)
            if tick % 4 == 0:
                studio.draw(before, now)
            before = now
        megabytes.append(held(studio)["surface_mb"])
    studio.close()
    # The first rounds still fill the caches, whose oldest then come and go.
    assert max(megabytes[5:]) <= max(megabytes[:5]) * 1.02, megabytes
    assert megabytes[-1] < MOST_MB
