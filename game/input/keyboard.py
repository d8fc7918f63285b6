"""The desk: which keys and mouse buttons are down, and where the cursor is.

Owns nothing but that state, fed by pygame events. A press shorter than a tick still counts for one tick.
Called by `devices`.
"""

from __future__ import annotations

from collections.abc import Collection

import pygame

from game.input.controls import MOUSE_BUTTONS, key_name

MOTION_THAT_COUNTS_PX = 6
"""A nudge of the table must not take the prompts away from the pad."""
PICTURE = (1280, 720)
"""Pixels of the picture; the cursor of our own stays inside."""


class Desk:
    """Keyboard and mouse as they are held right now."""

    def __init__(self) -> None:
        self.cursor = (640.0, 360.0)
        """Where the cursor is, in window pixels (of the 1280 x 720 picture)."""
        self.sensitivity = 0.0
        """Above 0 the cursor is our own: it goes so many times the mouse's way (the window has caught the mouse)."""
        self._down: set[str] = set()
        self._fingers: set[str] = set()
        """What lies under fingers, whether it counts or not: it goes on through menus."""
        self._tapped: set[str] = set()
        self._moved = 0.0

    def take(self, event: pygame.event.Event) -> bool:
        """Follow one event; True when a person used the desk on purpose."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            return self._press(key_name(event.scancode))
        if kind == pygame.KEYUP:
            self._lift(key_name(event.scancode))
        elif kind == pygame.MOUSEBUTTONDOWN:
            self._place(event.pos)
            return self._press(MOUSE_BUTTONS.get(event.button, ""))
        elif kind == pygame.MOUSEBUTTONUP:
            self._lift(MOUSE_BUTTONS.get(event.button, ""))
        elif kind == pygame.MOUSEWHEEL and event.y:
            self._tapped |= {"wheel.up" if event.y > 0 else "wheel.down", "wheel.any"}
            return True
        elif kind == pygame.MOUSEMOTION:
            return self._move(event)
        elif kind == pygame.WINDOWFOCUSLOST:
            self.release()
            self._fingers.clear()
        return False

    def is_held(self, control: str) -> bool:
        """Held now, or pressed since the last tick."""
        return control in self._down or control in self._tapped

    def is_tapped(self, control: str) -> bool:
        """Pressed since the last tick."""
        return control in self._tapped

    def end_tick(self) -> None:
        """Forget the short presses: their tick is over."""
        self._tapped.clear()

    def release(self) -> None:
        """Let go of everything (the window lost the keyboard: its key-up events go elsewhere)."""
        self._down.clear()
        self._tapped.clear()

    def resume(self, controls: Collection[str]) -> None:
        """Of these controls, whatever fingers have stayed on counts again."""
        self._down |= self._fingers.intersection(controls)

    def _press(self, control: str) -> bool:
        if control:
            self._down.add(control)
            self._fingers.add(control)
            self._tapped.add(control)
        return bool(control)

    def _lift(self, control: str) -> None:
        self._down.discard(control)
        self._fingers.discard(control)

    def _place(self, pos: tuple[int, int]) -> None:
        if self.sensitivity <= 0.0:
            self.cursor = (float(pos[0]), float(pos[1]))

    def _move(self, event: pygame.event.Event) -> bool:
        if self.sensitivity > 0.0:
            x, y = self.cursor
            x, y = x + event.rel[0] * self.sensitivity, y + event.rel[1] * self.sensitivity
            self.cursor = (min(max(x, 0.0), PICTURE[0] - 1.0), min(max(y, 0.0), PICTURE[1] - 1.0))
        self._place(event.pos)
        self._moved += abs(event.rel[0]) + abs(event.rel[1])
        if self._moved < MOTION_THAT_COUNTS_PX:
            return False
        self._moved = 0.0
        return True
