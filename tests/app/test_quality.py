"""Quality chooses itself by what a frame would cost here."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.app.quality import choose, judged


@pytest.mark.parametrize(("milliseconds", "quality"), [(6, "high"), (11, "high"), (14, "medium"), (25, "low")])
def test_slower_machines_get_plainer_pictures(milliseconds: float, quality: str) -> None:
    assert judged(milliseconds / 1e3) == quality


def test_it_can_be_asked_here() -> None:
    pygame.display.init()
    pygame.display.set_mode((320, 180))
    assert choose((320, 180)) in ("high", "medium", "low")
    pygame.display.quit()
