"""Waiting: a picture at once, the window alive meanwhile, the result or the error afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pygame
import pytest

from game.app import patience as waiting
from game.app.patience import Patience
from game.app.window import Window, close_window, open_window
from game.content.text import load_text


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """An open window."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield open_window()
    close_window()


def test_the_card_is_there_before_the_work_begins_and_moves_while_it_lasts(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, may_end = list[float](), Event()
    patience = Patience(window, load_text())
    draw = waiting.screens.draw_waiting

    def draw_and_count(surface: pygame.Surface, text: object, word: str, seconds: float) -> None:
        draw(surface, text, word, seconds)  # type: ignore[arg-type]
        shown.append(seconds)
        if len(shown) > 3:
            may_end.set()

    monkeypatch.setattr(waiting.screens, "draw_waiting", draw_and_count)

    def work() -> str:
        assert shown == [0.0] and current_thread() is not main_thread()
        assert may_end.wait(10)
        return "made"

    assert patience.wait("Loading", work) == "made"
    assert shown == sorted(shown) and len(set(shown)) > 3


def test_what_was_pressed_meanwhile_is_not_lost(window: Window) -> None:
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    Patience(window, load_text()).wait("Loading", lambda: None)
    assert pygame.event.get(pygame.QUIT)


def test_an_error_comes_out_where_it_was_asked_for(window: Window) -> None:
    def work() -> None:
        raise OSError("no disk")

    with pytest.raises(OSError, match="no disk"):
        Patience(window, load_text()).wait("Loading", work)
