"""The window under the dummy driver: it opens, takes pictures, and goes full screen and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.app.window import SIZE, Window, close_window, icon, open_window


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """An open window."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield open_window(scale="2")
    close_window()


def test_the_picture_is_always_the_same_size(window: Window) -> None:
    assert window.surface.get_size() == SIZE
    window.flip()
    for _ in range(2):
        window.toggle_fullscreen()
        assert window.surface.get_size() == SIZE


def test_a_shot_is_what_was_drawn(window: Window, tmp_path: Path) -> None:
    window.surface.fill((10, 200, 30))
    window.shot(tmp_path / "new" / "a.png")
    assert pygame.image.load(tmp_path / "new" / "a.png").get_at((5, 5))[:3] == (10, 200, 30)
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        window.shot(tmp_path / "file" / "a.png")


def test_the_icon_has_its_orange_line() -> None:
    colours = {tuple(icon().get_at((x, 36)))[:3] for x in range(64)}
    assert (255, 138, 36) in colours
