"""The pause: resume, restart, settings, leave to the title.

Owns nothing of the run; the play scene beneath it stands still. Comes by itself when the player's pad goes away
or the window loses the keyboard.
"""

from __future__ import annotations

import pygame

from game.input.bindings import Action
from game.scenes.menu_scene import MenuScene
from game.scenes.play import PlayScene
from game.scenes.settings_scene import SettingsScene
from game.scenes.theatre import Row, Theatre
from game.scenes.title import TitleScene

_LAST = (Action.ORDERS, Action.LEAVE, Action.RESTART)
ON_FOOT = (
    Action.FIRE,
    Action.AIM,
    Action.RELOAD,
    Action.RUN,
    Action.CROUCH,
    Action.USE,
    Action.ENTER,
    Action.DROP,
    Action.SHOUT,
    Action.DISARM,
    Action.MASK,
    *_LAST,
)
"""What the list of keys names, in its order; the rest stands in the settings."""
AT_WHEEL = (
    Action.GAS,
    Action.BRAKE,
    Action.LEFT,
    Action.RIGHT,
    Action.HANDBRAKE,
    Action.HORN,
    Action.SIREN,
    Action.FIRE_FROM_CAR,
    Action.ENTER,
    *_LAST,
)
HELD = frozenset({Action.USE, Action.ORDERS, Action.LEAVE, Action.DISARM, Action.RUN, Action.AIM})


class PauseScene(MenuScene):
    """Everything stands still."""

    def __init__(self, theatre: Theatre, play: PlayScene) -> None:
        super().__init__(theatre)
        self._play = play

    def rows(self) -> list[Row]:
        """Resume, restart, settings, title."""
        words = self.theatre.words
        return [Row(words(f"menu.{key}")) for key in ("resume", "restart", "settings", "to_title")]

    def accept(self, index: int) -> None:
        """Do it."""
        (self.back, self._play.restart, self._settings, self._leave)[index]()
        # Restarting is the play scene's own doing; its way on is ours.
        if self._play.next is not None:
            self.next, self._play.next = self._play.next, None

    def back(self) -> None:
        """Go on where it stopped."""
        self.next = self._play

    def tick(self) -> None:
        """A level that is saved in the editor meanwhile is the one that lies beneath."""
        super().tick()
        self._play = self._play.reloaded() or self._play

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The menu over the street."""
        self._play.draw_street(surface)
        goal = self._play.now.hud.goal
        self.places = self.theatre.art.pause(surface, self.rows(), self.chosen, goal, self.keys())
        self._play.makers.draw_faults(surface, is_at_foot=True)

    def keys(self) -> list[tuple[str, str]]:
        """What is in the player's hands where he is now: the label of each control and what it does."""
        devices, words = self.theatre.devices, self.theatre.words
        rows = []
        for action in AT_WHEEL if self._play.now.hud.is_driving else ON_FOOT:
            cap = devices.label(action)
            if cap:
                verb = words(f"action.{action}")
                rows.append((cap, words("menu.held", action=verb) if action in HELD else verb))
        first, last = devices.label(Action.SWITCH_1), devices.label(Action.SWITCH_6) or devices.label(Action.SWITCH_4)
        if first and last:
            rows.insert(-2, (f"{first} - {last}", words("menu.take_over")))
        return rows

    def close(self) -> None:
        """The run beneath is kept."""
        self._play.close()

    def _settings(self) -> None:
        self.next = SettingsScene(self.theatre, self)

    def _leave(self) -> None:
        self._play.close()
        self.next = TitleScene(self.theatre)
