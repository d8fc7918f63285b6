"""The goal: what to do now on a plate of its own, and how it goes when it is done.

A goal that was reached gets its tick and an accent line that runs through under it, then makes room; the next one
drops in with a line that tells for some seconds that it is new. Owns which of the two is shown and since when.
`hud_clock.Clock` sets it under the stopwatch.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.sim.events import BeatReached, Event, GoalLost
from game.sim.view import View

from . import text as type_
from .hud_frame import BIG, Frame
from .hud_icons import icon
from .hud_stamps import ALARM, HOT, STEEL, WHITE, blank, blit_centred, box, diamond

REACHED_TICKS = 72
"""How long a goal that was reached stays with its tick before the next one shows."""
RUN_TICKS = 14
"""The accent line's way from one end to the other."""
FADE_TICKS = 16
NEW_TICKS = 210
"""So long a goal is new: its line runs out in this time."""
DROP_TICKS = 12
WIDEST = 640
"""Between the crew and the police at the sides."""
PLATE = 172


class GoalLine:
    """One goal at a time."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._goal = ""
        self._age = NEW_TICKS
        self.reached = ""
        self.reached_ticks = 0
        """Ticks that the reached goal still has."""
        self.is_lost = False
        """It was not reached: something else has ruled it out."""
        self._beat = ""
        self._lost: list[str] = []

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note a goal that was reached in this tick, or that changed."""
        goal = view.hud.goal
        self._lost += [event.beat for event in events if isinstance(event, GoalLost)]
        self.reached_ticks = max(0, self.reached_ticks - 1)
        if goal != self._goal:
            kept = any(isinstance(event, BeatReached) and event.beat == self._beat for event in events)
            lost = self._beat in self._lost
            if self._goal and (kept or lost):
                self.reached, self.reached_ticks, self.is_lost = self._goal, REACHED_TICKS, lost and not kept
            self._goal, self._age = goal, 0
            self._lost.clear()
        elif self.reached_ticks == 0:
            self._age += 1
        self._beat = view.hud.goal_beat

    def draw(self, surface: pygame.Surface, goal: str, y: int) -> int:
        """Draw the plate with its top at `y`; returns the y below it."""
        is_done = self.reached_ticks > 0
        words = self.reached if is_done else goal
        if not words:
            return y
        frame = self._frame
        how = ("lost" if self.is_lost else "done") if is_done else ""
        panel = frame.memo.get(("goal", words, how), lambda: self._panel(words, how))
        wide, high = panel.get_size()
        left = (frame.size[0] - wide) // 2
        age = REACHED_TICKS - self.reached_ticks if is_done else self._age
        shown = min(1.0, self.reached_ticks / FADE_TICKS if is_done else (age + 1) / DROP_TICKS)
        opacity = round(255 * shown)
        # Setting it anew, even to what it is, makes the next blit many times slower.
        if panel.get_alpha() != opacity:
            panel.set_alpha(opacity)
        top = y if is_done else y - round(frame.px(8) * (1 - shown))
        surface.blit(panel, (left, top))
        share = age / RUN_TICKS if is_done else 1 - age / NEW_TICKS
        run = round(wide * max(0.0, min(1.0, share)))
        if run > 0 and shown >= 1 and how != "lost":
            surface.fill(HOT, (left, top + high - frame.px(3), run, frame.px(3)))
        frame.taken.append(pygame.Rect(left, y, wide, high))
        return y + high + frame.px(6)

    def _panel(self, words: str, how: str) -> pygame.Surface:
        """A goal that is open, done (a tick) or lost (a cross, and its words struck out)."""
        frame = self._frame
        size, pad, sign = frame.px(BIG), frame.px(14), frame.px(30)
        rows = type_.wrap(words, size, frame.px(WIDEST) - 2 * pad - sign, 2)
        line = round(size * 1.2)
        wide = max(type_.width(row, size) for row in rows) + 2 * pad + sign
        high = line * len(rows) + frame.px(13)
        panel = blank(wide, high)
        panel.blit(box(wide, high, PLATE), (0, 0))
        middle = round(line / 2) + frame.px(4)
        if how:
            colour = HOT if how == "done" else ALARM
            blit_centred(panel, icon(how, frame.px(11), colour), pad + frame.px(8), middle)
        else:
            blit_centred(panel, diamond(frame.px(8), HOT, False), pad + frame.px(8), middle)
        y = frame.px(2)
        for row in rows:
            reach = type_.draw(panel, row, (pad + sign, y), size, STEEL if how else WHITE, shadow=False)
            if how == "lost":
                panel.fill(ALARM, (pad + sign, y + round(line * 0.52), reach, frame.px(2)))
            y += line
        return panel
