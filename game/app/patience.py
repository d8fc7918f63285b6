"""Waiting that can be seen: work that takes seconds is done beside, while the window shows a card and stays alive.

Owns the thread and the pump of events; the card is `game.render.screens`'. Events are only pumped, never taken: what
was pressed meanwhile is there afterwards. Called by `loop` and, through it, by `house`.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import perf_counter
from typing import TypeVar

import pygame

from game.app.window import Window
from game.content.text import Text
from game.render import screens

FRAME_SECONDS = 1.0 / 30.0

Made = TypeVar("Made")


class Patience:
    """The card that says what the game is at."""

    def __init__(self, window: Window, text: Text) -> None:
        self._window = window
        self._text = text

    def show(self, word: str, seconds: float = 0.0) -> None:
        """One picture of the card, at once."""
        screens.draw_waiting(self._window.surface, self._text, word, seconds)
        self._window.flip()
        pygame.event.pump()

    def wait(self, word: str, work: Callable[[], Made]) -> Made:
        """Do the work beside and show the card until it is done; its result, or the error it ended with is raised."""
        made: list[Made] = []
        broken: list[BaseException] = []

        def run() -> None:
            try:
                made.append(work())
            except BaseException as error:  # every error belongs to whoever asked, in his own thread
                broken.append(error)

        begun = perf_counter()
        self.show(word)
        worker = Thread(target=run, name="waiting", daemon=True)
        worker.start()
        while worker.is_alive():
            worker.join(FRAME_SECONDS)
            if worker.is_alive():
                self.show(word, perf_counter() - begun)
        if broken:
            raise broken[0]
        return made[0]
