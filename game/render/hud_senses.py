"""Noise and light: how far the player is heard, and how well he is seen, while they do not know where he is.

Owns the noise of his last shot, which lasts a moment. Stands under what the police believe. `hud_police.Police` calls `take`
and `draw`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.sim.events import Event, ShotFired
from game.sim.view import HudView, View

from .hud_frame import Frame
from .hud_stamps import HOT, STEEL, WHITE, Colour, blank, blit_centred, box, waves

SHOT_TICKS = 50
"""How long the meter shows a shot."""
METRES = (2.0, 5.0, 8.0, 40.0, 100.0)
"""From so many metres at which he is heard another stroke is lit: a walk, a walk on steel, a run, a shout, a shot."""
LOUD = 3
SHARES = (0.10, 0.24, 0.42, 0.62, 0.82)
"""The same for light: from what shares of the brightest."""
DIM: Colour = (78, 88, 98)
WIDE, HIGH = 206, 28


def strokes(value: float, steps: Sequence[float]) -> int:
    """How many strokes a value lights."""
    return sum(value >= step for step in steps)


class Senses:
    """Two meters of five strokes."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._shot_metres = 0.0
        self._shot_ticks = 0

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note the player's own shots in this tick."""
        self._shot_ticks = max(0, self._shot_ticks - 1)
        for event in events:
            if isinstance(event, ShotFired) and event.who == view.player and event.weapon in self._frame.weapons:
                self._shot_metres, self._shot_ticks = self._frame.weapons[event.weapon].loudness, SHOT_TICKS

    def draw(self, surface: pygame.Surface, hud: HudView, right: int, top: int) -> None:
        """The meters with their upper right corner at (right, top); nothing in a car, or once they know where he is."""
        if hud.awareness == "know" or hud.is_driving or hud.side != "crew":
            return
        frame = self._frame
        heard = strokes(max(hud.heard_metres, self._shot_metres if self._shot_ticks else 0.0), METRES)
        seen = strokes(hud.light, SHARES)
        panel = frame.memo.get(("senses", heard, seen), lambda: self._panel(heard, seen))
        place = pygame.Rect(right - panel.get_width(), top, *panel.get_size())
        surface.blit(panel, place)
        frame.taken.append(place)

    def _panel(self, heard: int, seen: int) -> pygame.Surface:
        frame = self._frame
        wide, high = frame.px(WIDE), frame.px(HIGH)
        panel = blank(wide, high)
        panel.blit(box(wide, high, 150), (0, 0))
        loud = HOT if heard >= LOUD else WHITE if heard else STEEL
        blit_centred(panel, waves(frame.px(7), loud), frame.px(18), high / 2)
        self._strokes(panel, heard, loud, frame.px(36))
        blit_centred(panel, _lamp(frame.px(7), WHITE if seen else STEEL), frame.px(WIDE / 2 + 16), high / 2)
        self._strokes(panel, seen, WHITE, frame.px(WIDE / 2 + 32))
        return panel

    def _strokes(self, panel: pygame.Surface, lit: int, colour: Colour, left: int) -> None:
        frame = self._frame
        for stroke in range(len(METRES)):
            tall = frame.px(6 + 2 * stroke)
            place = (left + stroke * frame.px(12), (panel.get_height() + frame.px(14)) // 2 - tall, frame.px(7), tall)
            panel.fill(colour if stroke < lit else DIM, place)


def _lamp(size: int, colour: Colour) -> pygame.Surface:
    """A small sun: it is light here."""
    k = 4
    large = blank((2 * size + 4) * k, (2 * size + 4) * k)
    middle, unit = large.get_width() / 2, size * k
    pygame.draw.circle(large, colour, (middle, middle), unit * 0.42)
    for ray in range(8):
        c, s = math.cos(ray * math.tau / 8), math.sin(ray * math.tau / 8)
        near, far = ((middle + c * unit * reach, middle + s * unit * reach) for reach in (0.64, 1.0))
        pygame.draw.line(large, colour, near, far, max(k, round(unit * 0.16)))
    return pygame.transform.smoothscale(large, (2 * size + 4, 2 * size + 4))
