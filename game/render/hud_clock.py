"""The top of the HUD: the stopwatch on its plate, the goal below it, and the thirty seconds to walk out in.

Owns the length of the running clock. Reads events once a tick in `take`, draws in `draw`; `hud.Hud` calls both.
The goal is `hud_goal`'s, the way out `hud_leave`'s; this file sets one under the other.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.content.specs import TICKS_PER_SECOND
from game.sim.events import ClockStarted, Event
from game.sim.view import HudView, View

from . import text as type_
from .hud_frame import SMALL, Frame, Scene
from .hud_goal import GoalLine
from .hud_leave import WayOut
from .hud_stamps import HOT, ORANGE, STEEL, WHITE, box

SHORT_TICKS = 30 * TICKS_PER_SECOND
CLOCK_SIZE = 54
PLATE_WIDE, PLATE_HIGH = 280, 82


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
        self.goal = GoalLine(frame)
        self.way_out = WayOut(frame)
        for colour in (WHITE, HOT):
            type_.prepare_digits(frame.px(CLOCK_SIZE), colour)

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note clocks that started and goals that were reached in this tick."""
        hud = view.hud
        for event in events:
            if isinstance(event, ClockStarted):
                self._full_ticks = event.ticks
        if hud.clock_label != self._label or hud.clock_ticks > self._full_ticks:
            self._label, self._full_ticks = hud.clock_label, max(1, hud.clock_ticks)
        self.goal.take(events, view)
        self.way_out.take(events)

    def draw(self, scene: Scene) -> None:
        """Draw everything at the top centre."""
        frame, hud = self._frame, scene.view.hud
        y = frame.px(12)
        if frame.show.clock and hud.clock_label:
            y = self._stopwatch(scene.surface, hud, y)
        if frame.show.goal:
            y = self.goal.draw(scene.surface, hud.goal, y)
        self.way_out.draw(scene, y)

    def _stopwatch(self, surface: pygame.Surface, hud: HudView, y: int) -> int:
        frame, middle = self._frame, self._frame.size[0] // 2
        is_short = hud.clock_ticks < SHORT_TICKS
        colour = HOT if is_short else WHITE
        wide, high = frame.px(PLATE_WIDE), frame.px(PLATE_HIGH)
        left = middle - wide // 2
        shown = frame.text.said(hud.clock_label)
        label = f"{shown} {frame.text('hud.late')}" if hud.clock_ticks < 0 else shown
        plate = frame.memo.get(("clock", label), lambda: self._plate(label))
        surface.blit(plate, (left, y))
        reading = clock_words(hud.clock_ticks)
        size = frame.px(CLOCK_SIZE)
        type_.draw_digits(surface, reading, (middle, y - frame.px(10)), size, colour, "centre")
        share = min(1.0, max(0.0, hud.clock_ticks / max(1, self._full_ticks)))
        line = frame.px(3)
        surface.fill(colour if is_short else ORANGE, (left, y + high - line, round(wide * share), line))
        frame.taken.append(pygame.Rect(left, y, wide, high))
        return y + high + frame.px(6)

    def _plate(self, label: str) -> pygame.Surface:
        frame = self._frame
        wide = frame.px(PLATE_WIDE)
        plate = box(wide, frame.px(PLATE_HIGH), 150).copy()
        type_.draw(plate, label.upper(), (wide / 2, frame.px(52)), frame.px(SMALL), STEEL, "centre", shadow=False)
        return plate
