"""Menus by keyboard, mouse or pad: one event in, one of a few words out.

Owns the fixed keys of menus (they are not rebound: a menu must stay reachable whatever the bindings say) and
the repeat of a stick held to one side. Called by every scene that shows a list.
"""

from __future__ import annotations

from enum import Enum, auto

import pygame


class Word(Enum):
    """What a person says to a menu."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    ACCEPT = auto()
    BACK = auto()
    CLEAR = auto()


_KEYS = {
    pygame.K_UP: Word.UP,
    pygame.K_DOWN: Word.DOWN,
    pygame.K_LEFT: Word.LEFT,
    pygame.K_RIGHT: Word.RIGHT,
    pygame.K_RETURN: Word.ACCEPT,
    pygame.K_KP_ENTER: Word.ACCEPT,
    pygame.K_SPACE: Word.ACCEPT,
    pygame.K_ESCAPE: Word.BACK,
    pygame.K_DELETE: Word.CLEAR,
    pygame.K_BACKSPACE: Word.CLEAR,
}
_SCANCODES = {
    pygame.KSCAN_W: Word.UP,
    pygame.KSCAN_S: Word.DOWN,
    pygame.KSCAN_A: Word.LEFT,
    pygame.KSCAN_D: Word.RIGHT,
}
_PAD = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: Word.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Word.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Word.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Word.RIGHT,
    pygame.CONTROLLER_BUTTON_A: Word.ACCEPT,
    pygame.CONTROLLER_BUTTON_START: Word.ACCEPT,
    pygame.CONTROLLER_BUTTON_B: Word.BACK,
    pygame.CONTROLLER_BUTTON_X: Word.CLEAR,
}
_PUSHED = 0.6
_LET_GO = 0.35
FIRST_REPEAT_TICKS = 24
REPEAT_TICKS = 7


class MenuReader:
    """Turns events into words for a menu; a stick held over repeats."""

    def __init__(self) -> None:
        self._leaning: Word | None = None
        self._axes = {pygame.CONTROLLER_AXIS_LEFTX: 0.0, pygame.CONTROLLER_AXIS_LEFTY: 0.0}
        self._held_ticks = 0

    def read(self, event: pygame.event.Event) -> Word | None:
        """The word an event says, or None."""
        if event.type == pygame.KEYDOWN:
            return _KEYS.get(event.key) or _SCANCODES.get(event.scancode)
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return _PAD.get(event.button)
        if event.type == pygame.CONTROLLERAXISMOTION and event.axis in self._axes:
            self._axes[event.axis] = event.value / 32767.0
            return self._lean()
        return None

    def tick(self) -> Word | None:
        """Call every tick: the word again when a stick is held over."""
        if self._leaning is None:
            return None
        self._held_ticks += 1
        late = self._held_ticks - FIRST_REPEAT_TICKS
        return self._leaning if late >= 0 and late % REPEAT_TICKS == 0 else None

    def _lean(self) -> Word | None:
        x, y = self._axes[pygame.CONTROLLER_AXIS_LEFTX], self._axes[pygame.CONTROLLER_AXIS_LEFTY]
        if max(abs(x), abs(y)) < _LET_GO:
            self._leaning = None
        elif self._leaning is None and max(abs(x), abs(y)) > _PUSHED:
            across = Word.RIGHT if x > 0 else Word.LEFT
            along = Word.DOWN if y > 0 else Word.UP
            self._leaning, self._held_ticks = (across if abs(x) > abs(y) else along), 0
            return self._leaning
        return None
