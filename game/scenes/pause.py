"""The pause: resume, restart, settings, leave to the title.

Owns nothing of the run; the play scene beneath it stands still. Comes by itself when the player's pad goes away
or the window loses the keyboard.
"""

from __future__ import annotations

import pygame

from game.scenes.menu_scene import MenuScene
from game.scenes.play import PlayScene
from game.scenes.settings_scene import SettingsScene
from game.scenes.theatre import Row, Theatre
from game.scenes.title import TitleScene


class PauseScene(MenuScene):
    """Everything stands still."""

    def __init__(self, theatre: Theatre, play: PlayScene) -> None:
        super().__init__(theatre)
        self._play = play
        self._acts = (self.back, play.restart, self._settings, self._leave)

    def rows(self) -> list[Row]:
        """Resume, restart, settings, title."""
        words = self.theatre.words
        return [Row(words(f"menu.{key}")) for key in ("resume", "restart", "settings", "to_title")]

    def accept(self, index: int) -> None:
        """Do it."""
        self._acts[index]()
        # Restarting is the play scene's own doing; its way on is ours.
        if self._play.next is not None:
            self.next, self._play.next = self._play.next, None

    def back(self) -> None:
        """Go on where it stopped."""
        self.next = self._play

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The menu over the street."""
        self._play.draw(surface, 1.0)
        self.places = self.theatre.art.pause(surface, self.rows(), self.chosen)

    def close(self) -> None:
        """The run beneath is kept."""
        self._play.close()

    def _settings(self) -> None:
        self.next = SettingsScene(self.theatre, self)

    def _leave(self) -> None:
        self._play.close()
        self.next = TitleScene(self.theatre)
