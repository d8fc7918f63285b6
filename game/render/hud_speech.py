"""Subtitles and captions: what is said, by whom, and what is heard and from where.

Subtitles: at least 31 px at 720 lines, at most 42 characters by two lines, the speaker always named, radio marked
by its waves; longer lines turn pages. Captions name sounds that matter off screen with an arrow towards them.
Owns which page and which captions show. `hud.Hud` calls `take` once a tick and `draw` each frame.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache, partial

import pygame

from game.sim import events as ev
from game.sim.view import View

from . import captions
from . import text as type_
from .hud_frame import READ, SUBTITLE, SUBTITLE_CHARACTERS, Frame, Scene
from .hud_stamps import HOT, STEEL, WHITE, Colour, blank, blit_centred, box, waves

LINES = 2
PAGE_TICKS = 150
CAPTION_TICKS = 96
CAPTIONS_SHOWN = 2
GOES_ON_TICKS = 600
"""A sound of the place that comes again within so many ticks is the same one, and has been written."""
HEARD_NEAR = 14.0
"""Metres: what sounds nearer than this is on screen and needs no caption."""
HEARD_FAR = 60.0
_ARROWS = "→↘↓↙←↖↑↗"


@lru_cache(maxsize=64)
def subtitle_lines(line: str) -> tuple[str, ...]:
    """The line broken at words into as few rows of at most 42 characters as it needs, as even as they can be."""
    rows = _broken(line, SUBTITLE_CHARACTERS)
    limit = SUBTITLE_CHARACTERS
    # No word left alone in the last row: narrower for as long as that costs no further row.
    while limit > 1 and len(narrower := _broken(line, limit - 1)) == len(rows) and max(map(len, narrower)) < limit:
        rows, limit = narrower, limit - 1
    return tuple(rows)


def _broken(line: str, limit: int) -> list[str]:
    rows: list[str] = []
    for word in line.split():
        if rows and len(rows[-1]) + 1 + len(word) <= limit:
            rows[-1] += " " + word
        else:
            rows.append(word[:SUBTITLE_CHARACTERS])
    return rows


def direction_arrow(dx: float, dy: float) -> str:
    """The arrow that points the way of (dx, dy) on the screen."""
    return _ARROWS[round(math.atan2(dy, dx) * 4 / math.pi) % 8]


class Speech:
    """The lower middle of the screen."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._line = ""
        self._line_ticks = 0
        self._captions: list[tuple[str, str, int]] = []
        self._sirens = captions.Sirens()
        self._goes_on: dict[str, int] = {}
        """Sounds of the place with the tick at which each was last heard: one that goes on is written once."""

    def take(self, events: Sequence[ev.Event], view: View) -> None:
        """Turn the subtitle's page, age the captions and add those of this tick."""
        if view.hud.line != self._line:
            self._line, self._line_ticks = view.hud.line, 0
        self._line_ticks += 1
        self._captions = [(name, line, ticks - 1) for name, line, ticks in self._captions if ticks > 1]
        for event in events:
            name = captions.name_of(event, self._frame.weapons)
            if name in captions.IN_EARS:
                if captions.is_own(event, view):
                    self._show(name, self._frame.text("caption.line_here", sound=self._frame.text(f"caption.{name}")))
                continue
            if isinstance(event, ev.PlaceSounded):
                last = self._goes_on.get(name, -GOES_ON_TICKS - 1)
                self._goes_on[name] = view.tick
                if 0 <= view.tick - last <= GOES_ON_TICKS:
                    continue
            where = captions.place_of(event, view) if name else None
            if where is not None:
                self._add_caption(name, where[0] - view.focus_x, where[1] - view.focus_y)
        for x, y in self._sirens.take(view):
            self._add_caption("siren", x - view.focus_x, y - view.focus_y)

    def _show(self, name: str, line: str) -> None:
        kept = [caption for caption in self._captions if caption[0] != name]
        self._captions = [*kept, (name, line, CAPTION_TICKS)][-CAPTIONS_SHOWN:]

    def _add_caption(self, name: str, dx: float, dy: float) -> None:
        square = dx * dx + dy * dy
        if square < HEARD_NEAR * HEARD_NEAR or not captions.is_heard(name, square):
            return
        words = self._frame.text
        side = words(f"caption.{_side(dx, dy)}")
        form = "line_far" if square > HEARD_FAR * HEARD_FAR else "line"
        line = words(f"caption.{form}", sound=words(f"caption.{name}"), side=side)
        self._show(name, f"{line} {direction_arrow(dx, dy)}")

    def draw(self, scene: Scene) -> None:
        """Draw the subtitle's page and, above it, the captions."""
        frame, hud = self._frame, scene.view.hud
        bottom = frame.size[1] - frame.px(46) - frame.foot
        if frame.show.subtitles and hud.line:
            rows = subtitle_lines(frame.text.said(hud.line))
            pages = max(1, -(-len(rows) // LINES))
            page = min(pages - 1, self._line_ticks // PAGE_TICKS)
            shown = rows[page * LINES : page * LINES + LINES]
            key = ("subtitle", hud.speaker, shown, hud.is_radio, frame.show.subtitle_box, frame.show.subtitle_scale)
            panel = frame.memo.get(key, lambda: self._panel(frame.text.said(hud.speaker), shown, hud.is_radio))
            bottom -= panel.get_height()
            place = pygame.Rect((frame.size[0] - panel.get_width()) // 2, bottom, *panel.get_size())
            scene.surface.blit(panel, place)
            frame.taken.append(place)
        if frame.show.captions:
            for _, line, _ in reversed(self._captions):
                bottom -= frame.px(34)
                panel = frame.memo.get(("caption", line), partial(self._caption, line))
                place = pygame.Rect((frame.size[0] - panel.get_width()) // 2, bottom, *panel.get_size())
                scene.surface.blit(panel, place)
                frame.taken.append(place)

    def _panel(self, speaker: str, rows: tuple[str, ...], is_radio: bool) -> pygame.Surface:
        frame = self._frame
        return speech_panel(frame.ui * frame.show.subtitle_scale, speaker, rows, is_radio, frame.show.subtitle_box)

    def _caption(self, words: str) -> pygame.Surface:
        frame = self._frame
        wide = type_.width(words, frame.px(READ)) + frame.px(20)
        panel = blank(wide, frame.px(30))
        panel.blit(box(wide, frame.px(30), 168), (0, 0))
        type_.draw(panel, words, (wide / 2, 0), frame.px(READ), STEEL, "centre", shadow=False)
        return panel


def speech_panel(
    ui: float, speaker: str, rows: tuple[str, ...], is_radio: bool, has_box: bool = True
) -> pygame.Surface:
    """A subtitle as a panel: the speaker's name over one or two rows, on a box of two thirds' opacity."""
    size, name_size = round(SUBTITLE * ui), round(READ * ui)
    pad, name_high = round(16 * ui), round(25 * ui) if speaker else 0
    high = name_high + round(len(rows) * size * 1.16 + 12 * ui)
    reach = max([type_.width(row, size) for row in rows] + [type_.width(speaker, name_size) + round(34 * ui)])
    wide = reach + 2 * pad
    panel = blank(wide, high)
    if has_box:
        panel.blit(box(wide, high, 168), (0, 0))
    y = round(2 * ui)
    if speaker:
        type_.draw(panel, speaker.upper(), (wide / 2, y), name_size, HOT, "centre", shadow=not has_box)
        if is_radio:
            x = wide / 2 - type_.width(speaker.upper(), name_size) / 2 - 18 * ui
            blit_centred(panel, waves(round(8 * ui), HOT), x, y + name_size * 0.66)
    y += name_high
    colour: Colour = WHITE
    for row in rows:
        type_.draw(panel, row, (wide / 2, y), size, colour, "centre", shadow=not has_box)
        y += round(size * 1.16)
    return panel


def _side(dx: float, dy: float) -> str:
    """The word of the text file for the way of (dx, dy)."""
    if abs(dx) >= abs(dy):
        return "right" if dx > 0 else "left"
    return "behind" if dy > 0 else "ahead"
