"""The top right of the HUD in a duel: how much light falls on the player's man, and how far he is heard.

Words and strokes, never colour alone. Called by `hud_police` in its place: what the other believes nobody is told.
"""

from __future__ import annotations

import pygame

from game.sim.view import View

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_stamps import HOT, STEEL, WHITE, blank, box

STROKES = 8
DIM, LIT = 16, 34
"""Light from which one is half lit, and lit: where minds begin to make a man out late, and plainly (`sim/illumination.py`)."""
FAINT, LOUD = 8, 45
"""Noise from which steps are heard near by, and far."""


class LightMeter:
    """Light and noise of the player's man."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def draw(self, scene: Scene) -> None:
        """Draw the panel."""
        frame, view = self._frame, scene.view
        light, noise = min(STROKES, view.exposure * STROKES // 75), min(STROKES, view.noise * STROKES // 100)
        words = self._words(view)
        panel = frame.memo.get(("light", light, noise, words), lambda: self._panel(light, noise, words))
        place = pygame.Rect(frame.size[0] - panel.get_width() - frame.px(14), frame.px(14), *panel.get_size())
        scene.surface.blit(panel, place)
        frame.taken.append(place)

    def _words(self, view: View) -> tuple[str, str]:
        light = "lit" if view.exposure >= LIT else "dim" if view.exposure >= DIM else "dark"
        noise = "loud" if view.noise >= LOUD else "faint" if view.noise >= FAINT else "silent"
        return self._frame.text(f"duel.{light}"), self._frame.text(f"duel.{noise}")

    def _panel(self, light: int, noise: int, words: tuple[str, str]) -> pygame.Surface:
        frame = self._frame
        wide, high = frame.px(252), frame.px(74)
        panel = blank(wide, high)
        panel.blit(box(wide, high, 150), (0, 0))
        for row, (count, word, alarm) in enumerate(((light, words[0], STROKES // 2), (noise, words[1], STROKES // 2))):
            y = frame.px(6 + row * 34)
            colour = HOT if count >= alarm else WHITE if count else STEEL
            size = frame.px(READ if row == 0 else SMALL)
            type_.draw(panel, word, (frame.px(12), y), size, colour, shadow=False)
            for stroke in range(STROKES):
                place = (
                    wide - frame.px(12) - (STROKES - stroke) * frame.px(11),
                    y + frame.px(6),
                    frame.px(7),
                    frame.px(14),
                )
                panel.fill(colour if stroke < count else (70, 80, 90), place)
        return panel
