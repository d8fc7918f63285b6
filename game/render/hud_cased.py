"""What the crew has cased of a watched place, marked where it is: guards, alarms, doors, who has the key.

A word for some seconds when it is first noticed, then a small mark that stays. Cameras show what they cover themselves; whoever is held,
tied or down is no news any more. Owns nothing but pictures. `hud.Hud` calls `draw`.
"""

from __future__ import annotations

import pygame

from game.sim.view import CasedView

from . import text as type_
from .hud_frame import SMALL, Frame, Scene
from .hud_stamps import INK, WHITE, blit_centred, box, disc

WORD_TICKS = 240
"""So long the word stays."""
HEAD, WALL = 32, 20
"""Pixels above somebody's head, and above a thing, at which its mark hangs."""
PEOPLE = ("guard", "key")
OUT_OF_IT = ("kneel", "tied", "down", "dead", "hands_up")


class Cased:
    """Marks of what is good to know, until the police have been called."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def draw(self, scene: Scene) -> None:
        """All of them that are on the screen."""
        if not scene.view.hud.cased[1]:
            return
        settled = {person.name for person in scene.view.people if person.stance in OUT_OF_IT}
        for thing in scene.view.cased:
            if thing.kind != "camera" and thing.name not in settled:
                self._mark(scene, thing)

    def _mark(self, scene: Scene, thing: CasedView) -> None:
        frame = self._frame
        x, y = scene.to_screen(thing.x, thing.y)
        if not (0 <= x < frame.size[0] and 0 <= y < frame.size[1]):
            return
        y -= frame.px(HEAD if thing.kind in PEOPLE else WALL)
        if thing.age < WORD_TICKS:
            words = frame.text(f"cased.{thing.kind}")
            blit_centred(scene.surface, frame.memo.get(("cased", words), lambda: self._panel(words)), x, y)
        else:
            blit_centred(scene.surface, disc(frame.px(5), INK, WHITE), x, y)

    def _panel(self, words: str) -> pygame.Surface:
        frame, size = self._frame, self._frame.px(SMALL)
        wide, high = type_.width(words, size) + frame.px(14), frame.px(24)
        panel = box(wide, high, 168).copy()
        type_.draw(panel, words, (wide / 2, high / 2 - size * 0.66), size, WHITE, "centre", shadow=False)
        return panel
