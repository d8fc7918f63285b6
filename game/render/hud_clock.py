"""The top of the HUD: stopwatch, the goal below it, the thirty-seconds window, and walking out.

Owns what of these outlives a tick (the length of the running clock, a goal just reached). Reads events once a
tick in `take`, draws in `draw`; `hud.Hud` calls both.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.content.specs import TICKS_PER_SECOND
from game.sim.events import BeatReached, ClockStarted, Event
from game.sim.view import HudView, View

from . import text as type_
from .hud_frame import BIG, READ, SMALL, Frame, Scene
from .hud_stamps import HOT, INK, ORANGE, STEEL, WHITE, blit_centred, box, diamond

SHORT_TICKS = 30 * TICKS_PER_SECOND
CLOCK_SIZE = 54
REACHED_TICKS = 78
"""How long a goal that was reached stays, struck through, before the next one shows."""


def clock_words(ticks: int) -> str:
    """A stopwatch's reading: minutes, seconds and tenths left, or how late it is ("+0:07")."""
    if ticks < 0:
        late = -ticks // TICKS_PER_SECOND
        return f"+{late // 60}:{late % 60:02d}"
    tenths = ticks * 10 // TICKS_PER_SECOND
    return f"{tenths // 600:02d}:{tenths // 10 % 60:02d}.{tenths % 10}"


class Clock:
    """The stopwatch in hand, the goal, and the way out."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._full_ticks = 0
        self._label = ""
        self._goal = ""
        self._reached = ""
        self._reached_ticks = 0
        for colour in (WHITE, HOT):
            for character in "0123456789:.+":
                type_.text(character, frame.px(CLOCK_SIZE), colour, "display", 0, True)

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note clocks that started and goals that were reached in this tick."""
        hud = view.hud
        for event in events:
            if isinstance(event, ClockStarted):
                self._full_ticks = event.ticks
            elif isinstance(event, BeatReached) and self._goal and hud.goal != self._goal:
                self._reached, self._reached_ticks = self._goal, REACHED_TICKS
        if hud.clock_label != self._label or hud.clock_ticks > self._full_ticks:
            self._label, self._full_ticks = hud.clock_label, max(1, hud.clock_ticks)
        self._goal = hud.goal
        self._reached_ticks = max(0, self._reached_ticks - 1)

    def draw(self, scene: Scene) -> None:
        """Draw everything at the top centre."""
        frame, hud = self._frame, scene.view.hud
        y = frame.px(10)
        if frame.show.clock and hud.clock_label:
            y = self._stopwatch(scene.surface, hud, y)
        if frame.show.goal:
            y = self._goal_line(scene.surface, hud, y)
        if frame.show.clock and hud.window_ticks > 0:
            self._window(scene.surface, hud.window_ticks, y)
        if hud.leave_progress > 0:
            self._leaving(scene.surface, hud.leave_progress)

    def _stopwatch(self, surface: pygame.Surface, hud: HudView, y: int) -> int:
        frame, middle = self._frame, self._frame.size[0] // 2
        is_short = hud.clock_ticks < SHORT_TICKS
        size = frame.px(CLOCK_SIZE)
        colour = HOT if is_short else WHITE
        reading = clock_words(hud.clock_ticks)
        wide = type_.draw_digits(surface, reading, (middle, y - frame.px(12)), size, colour, "centre")
        if hud.clock_ticks < 0:
            at = middle - wide // 2 - frame.px(14), y + frame.px(12)
            type_.draw(surface, frame.text("hud.late").upper(), at, frame.px(READ), colour, "right")
        y += frame.px(50)
        wide = frame.px(248)
        left = middle - wide // 2
        surface.blit(box(wide, frame.px(3), 190), (left, y))
        share = min(1.0, max(0.0, hud.clock_ticks / max(1, self._full_ticks)))
        surface.fill(colour if is_short else ORANGE, (left, y, round(wide * share), frame.px(3)))
        type_.draw(surface, hud.clock_label.upper(), (middle, y + frame.px(4)), frame.px(SMALL), STEEL, "centre")
        return y + frame.px(4 + SMALL * 1.3)

    def _goal_line(self, surface: pygame.Surface, hud: HudView, y: int) -> int:
        frame, middle = self._frame, self._frame.size[0] // 2
        is_reached = self._reached_ticks > 0
        goal = self._reached if is_reached else hud.goal
        if not goal:
            return y
        size = frame.px(BIG)
        wide = type_.draw(surface, goal, (middle + frame.px(10), y), size, STEEL if is_reached else WHITE, "centre")
        left, line = middle + frame.px(10) - wide // 2, y + round(size * 0.66)
        if is_reached:
            done = min(1.0, (REACHED_TICKS - self._reached_ticks) / 14)
            surface.fill(INK, (left - 1, line - 1, round(wide * done) + 2, frame.px(2) + 2))
            surface.fill(HOT, (left, line, round(wide * done), frame.px(2)))
        blit_centred(surface, diamond(frame.px(7), HOT, is_reached), left - frame.px(17), line)
        return y + type_.line_height(size) + frame.px(4)

    def _window(self, surface: pygame.Surface, ticks: int, y: int) -> None:
        """Thirty seconds to drop everything and go: thirty strokes, one gone each second."""
        frame, middle = self._frame, self._frame.size[0] // 2
        words = frame.text("hud.window").upper()
        seconds = -(-ticks // TICKS_PER_SECOND)
        step, high = frame.px(8), frame.px(13)
        left = middle - step * 15
        surface.blit(box(step * 30 + frame.px(16), frame.px(50), 140), (left - frame.px(10), y))
        type_.draw(surface, words, (left, y + frame.px(1)), frame.px(READ), HOT)
        type_.draw_digits(surface, str(seconds), (left + step * 30, y - frame.px(2)), frame.px(24), WHITE, "right")
        for stroke in range(30):
            colour = HOT if stroke < seconds else (70, 78, 88)
            surface.fill(colour, (left + stroke * step, y + frame.px(31), frame.px(3), high))

    def _leaving(self, surface: pygame.Surface, share: float) -> None:
        """Walking out: the words and a line that runs to the end and around the corner."""
        frame = self._frame
        middle, y = frame.size[0] // 2, round(frame.size[1] * 0.30)
        size = frame.px(44)
        words = frame.text("hud.leave").upper()
        wide = type_.draw(surface, words, (middle, y), size, WHITE, "centre", "display")
        left, line, drop = middle - wide // 2, y + frame.px(54), frame.px(40)
        run = round((wide + drop) * min(1.0, share))
        surface.fill(ORANGE, (left, line, min(run, wide), frame.px(3)))
        if run > wide:
            surface.fill(ORANGE, (left + wide - frame.px(3), line, frame.px(3), run - wide))
