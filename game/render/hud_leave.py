"""The way out on foot: when it is worth knowing, which key it has, how far it is, and the thirty seconds it counts in.

The key stands where the advice stands: with the thirty seconds, with a goal or a line that says so, and quietly for
some seconds under the radio line when the response rises. At other times it is only in the pause's list of keys.
Owns since when the response has risen. `hud_clock.Clock` calls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.content.specs import TICKS_PER_SECOND
from game.sim.events import Event, StageRaised
from game.sim.view import HudView

from . import text as type_
from .hud_frame import READ, Frame, Scene
from .hud_prompts import prompt_panel
from .hud_stamps import HOT, ORANGE, WHITE, box

RISEN_TICKS = 480
QUIET = 150
"""Of 255: how plainly the key shows when nobody has advised it."""
WINDOW_SECONDS = 30
STEP, STROKE = 9, 4
SECONDS_SIZE, LEAVING_SIZE = 24, 44


@lru_cache(maxsize=64)
def says_so(words: str, advice: str) -> bool:
    """Whether `words` contain one of the sayings of `advice` (parted by commas)."""
    return any(saying.strip() in words.lower() for saying in advice.lower().split(","))


class WayOut:
    """Walking away from it."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._risen_ticks = 0
        type_.prepare_digits(frame.px(SECONDS_SIZE), WHITE)
        type_.text(frame.text("hud.leave").upper(), frame.px(LEAVING_SIZE), WHITE, "display")

    def take(self, events: Sequence[Event]) -> None:
        """Note a response that rose in this tick."""
        self._risen_ticks = max(0, self._risen_ticks - 1)
        if any(isinstance(event, StageRaised) and event.stage > 0 for event in events):
            self._risen_ticks = RISEN_TICKS

    def is_advised(self, hud: HudView) -> bool:
        """The level says that it is time: by its thirty seconds, its goal, or somebody's words."""
        advice = self._frame.text("hud.leave_words")
        return hud.can_leave and (hud.window_ticks > 0 or says_so(hud.goal, advice) or says_so(hud.line, advice))

    def draw(self, scene: Scene, y: int) -> None:
        """Draw what there is of it, the plates from `y` down at the top centre."""
        frame, hud = self._frame, scene.view.hud
        if frame.show.clock and hud.window_ticks > 0:
            y = self._window(scene.surface, hud.window_ticks, y)
        if hud.leave_progress > 0:
            self._leaving(scene.surface, hud.leave_progress)
        elif frame.foot == 0 and frame.show.prompt and self.is_advised(hud):
            panel = self._key()
            panel.set_alpha(255)
            self._put(scene.surface, panel, (frame.size[0] - panel.get_width()) // 2, y)
        elif frame.foot == 0 and frame.show.prompt and hud.can_leave and self._risen_ticks:
            panel = self._key()
            panel.set_alpha(QUIET)
            high = max(
                (place.bottom for place in frame.taken if place.right > frame.size[0] * 0.9), default=frame.px(10)
            )
            self._put(scene.surface, panel, frame.size[0] - panel.get_width() - frame.px(14), high + frame.px(6))

    def _key(self) -> pygame.Surface:
        frame = self._frame
        cap, verb = frame.key("leave"), frame.text("action.leave")
        return frame.memo.get(("leave", cap), lambda: prompt_panel(frame, "hold", cap, verb))

    def _put(self, surface: pygame.Surface, panel: pygame.Surface, x: int, y: int) -> None:
        surface.blit(panel, (x, y))
        self._frame.taken.append(pygame.Rect(x, y, *panel.get_size()))

    def _window(self, surface: pygame.Surface, ticks: int, y: int) -> int:
        """Thirty seconds to drop everything and go: thirty strokes, one gone each second."""
        frame = self._frame
        seconds = -(-ticks // TICKS_PER_SECOND)
        panel = frame.memo.get(("window", seconds), lambda: self._window_panel(seconds))
        self._put(surface, panel, (frame.size[0] - panel.get_width()) // 2, y)
        return y + panel.get_height() + frame.px(6)

    def _window_panel(self, seconds: int) -> pygame.Surface:
        frame = self._frame
        step, pad = frame.px(STEP), frame.px(12)
        wide, high = step * WINDOW_SECONDS + 2 * pad, frame.px(54)
        panel = box(wide, high, 172).copy()
        type_.draw(panel, frame.text("hud.window").upper(), (pad, frame.px(2)), frame.px(READ), HOT, shadow=False)
        type_.draw_digits(panel, str(seconds), (wide - pad, -frame.px(1)), frame.px(SECONDS_SIZE), WHITE, "right")
        for stroke in range(WINDOW_SECONDS):
            colour = HOT if stroke < seconds else (70, 78, 88)
            panel.fill(colour, (pad + stroke * step, frame.px(33), frame.px(STROKE), frame.px(13)))
        return panel

    def _leaving(self, surface: pygame.Surface, share: float) -> None:
        """Walking out: the words and a line that runs to the end and around the corner."""
        frame = self._frame
        middle, y = frame.size[0] // 2, round(frame.size[1] * 0.30)
        size = frame.px(LEAVING_SIZE)
        words = frame.text("hud.leave").upper()
        wide = type_.width(words, size, "display")
        left, line, drop = middle - wide // 2, y + frame.px(54), frame.px(30)
        pad = frame.px(22)
        surface.blit(box(wide + 2 * pad, frame.px(100), 168), (left - pad, y - frame.px(8)))
        type_.draw(surface, words, (middle, y), size, WHITE, "centre", "display", shadow=False)
        run = round((wide + drop) * min(1.0, share))
        surface.fill(ORANGE, (left, line, min(run, wide), frame.px(3)))
        if run > wide:
            surface.fill(ORANGE, (left + wide - frame.px(3), line, frame.px(3), run - wide))
