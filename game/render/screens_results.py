"""The screen after a run: how it ended, why, and the score counted up row by row.

Pure drawing of a ResultView; `tick` counts from the moment the screen came. The results scene calls it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.content.text import Text
from game.sim.view import ResultView

from . import text as type_
from .hud_icons import icon
from .hud_stamps import ALARM, HOT, ORANGE, STEEL, WHITE, blit_centred
from .screens_kit import DIM, backdrop, corner, menu, unit

ROW_TICKS = 26
"""One row of the score starts so long after the one before."""
COUNT_TICKS = 20


def counted(points: int, row: int, tick: int) -> int | None:
    """How far the points of a row have been counted by `tick`; None before its turn."""
    since = tick - (row + 1) * ROW_TICKS
    if since < 0:
        return None
    return points * min(COUNT_TICKS, since) // COUNT_TICKS


def time_words(seconds: float) -> str:
    """Minutes, seconds and tenths."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def draw_results(
    surface: pygame.Surface,
    text: Text,
    result: ResultView,
    items: Sequence[str],
    chosen: int,
    tick: int,
    notes: Sequence[str] = (),
    par: int = 0,
    foot: str = "",
) -> list[pygame.Rect]:
    """Ending at the top, score at the left, causes at the right, and the choices at the bottom with a note on the chosen
    one. `par` are the level's seconds (0 = it has none), `foot` a quiet line. Returns the places of the choices."""
    u = unit(surface)
    surface.blit(backdrop(surface.get_size()), (0, 0))
    left, right = round(84 * u), surface.get_width() - round(84 * u)
    top = _ending(surface, text, result, left, right, par)
    middle = left + round(580 * u)
    rows = in_order(result.rows)
    total_y = _score(surface, rows, left, middle - round(70 * u), top, tick)
    _total(surface, text, result, (left, middle - round(70 * u), total_y), tick)
    _causes(surface, text, result, middle, right, top)
    note = notes[chosen] if 0 <= chosen < len(notes) else ""
    type_.draw(surface, note, (left, surface.get_height() - round(42 * u)), round(21 * u), STEEL)
    type_.draw(surface, foot, (right, surface.get_height() - round(42 * u)), round(18 * u), DIM, "right")
    return _choices(surface, items, chosen, left)


def in_order(rows: Sequence[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """What was won first, then what it cost, at last what was there to win and was not; else as the level has them."""
    return sorted(rows, key=lambda row: (row[2] == 0, row[2] < 0))


def _ending(surface: pygame.Surface, text: Text, result: ResultView, left: int, right: int, par: int) -> int:
    u = unit(surface)
    y = round(36 * u)
    group = "result_police" if result.side == "police" and f"result_police.{result.result}" in text else "result"
    words = text(f"{group}.{result.result}").upper()
    wide = type_.draw(surface, words, (left, y), round(62 * u), WHITE, weight="display")
    corner(surface, left, y + round(82 * u), left + wide + round(40 * u), round(16 * u), max(2, round(3 * u)))
    known = f"ending.{result.ending}"
    ending = text(known) if known in text else result.ending or text(f"{group}.{result.result}_line")
    shown = type_.wrap(ending, round(27 * u), right - left, 1)
    if shown:
        type_.draw(surface, shown[0], (left, y + round(100 * u)), round(27 * u), STEEL)
    size = round(46 * u)
    type_.draw_digits(surface, time_words(result.seconds), (right, y + round(8 * u)), size, WHITE, "right")
    under = text("result.time").upper()
    if par:
        under += f"   {text('result.par').upper()} {time_words(par)[:-2]}"
    type_.draw(surface, under, (right, y + round(66 * u)), round(21 * u), STEEL, "right")
    return y + round(156 * u)


def _score(
    surface: pygame.Surface, rows: Sequence[tuple[str, str, int]], left: int, right: int, y: int, tick: int
) -> int:
    """Rows in turn, each with a sign: won, lost or missed; too many for the room are set tighter. The y below them."""
    u = unit(surface)
    room = surface.get_height() - y - round(208 * u)
    step = min(round(38 * u), room // max(1, len(rows)))
    size = min(round(24 * u), round(step * 0.72))
    words = left + round(30 * u)
    for row, (label, count, points) in enumerate(rows):
        now = counted(points, row, tick)
        is_won, is_missed = points > 0, points == 0
        colour = DIM if now is None or is_missed else WHITE
        middle = (left + round(9 * u), y + round(size * 0.66))
        if now is not None and is_won:
            blit_centred(surface, icon("done", max(4, round(9 * u)), HOT), *middle)
        elif now is not None:
            mark = round(14 * u)
            shade = DIM if is_missed else ALARM
            surface.fill(shade, (middle[0] - mark // 2, middle[1], mark, max(2, round(3 * u))))
        type_.draw(surface, label, (words, y), size, colour)
        if not is_missed:
            shade = STEEL if now is not None else DIM
            type_.draw(surface, f"× {count}", (left + (right - left) * 3 // 4, y), size, shade, "right")
        if now is not None and not is_missed:
            type_.draw_digits(surface, f"{now:+,}", (right, y), size, ALARM if points < 0 else WHITE, "right", "text")
        y += step
    return y


def _total(surface: pygame.Surface, text: Text, result: ResultView, place: tuple[int, int, int], tick: int) -> None:
    u = unit(surface)
    left, right, y = place
    now = sum(counted(points, row, tick) or 0 for row, (_, _, points) in enumerate(in_order(result.rows)))
    is_done = tick >= (len(result.rows) + 1) * ROW_TICKS + COUNT_TICKS
    surface.fill(ORANGE, (left, y + round(6 * u), right - left, max(2, round(2 * u))))
    type_.draw(surface, text("result.score").upper(), (left, y + round(22 * u)), round(26 * u), STEEL)
    # The last word is the run's own total: rows are how it came about.
    shown = result.score if is_done else now
    type_.draw_digits(surface, f"{shown:,}", (right, y + round(8 * u)), round(50 * u), WHITE, "right")


def _causes(surface: pygame.Surface, text: Text, result: ResultView, left: int, right: int, y: int) -> None:
    """What made it go as it went, down a thin line with a corner at every cause."""
    u = unit(surface)
    size = round(23 * u)
    type_.draw(surface, text("result.causes").upper(), (left, y), round(21 * u), STEEL)
    y += round(40 * u)
    if not result.causes:
        words = "result.no_causes" if result.is_won else "result.no_causes_lost"
        type_.draw(surface, text(words), (left, y), size, DIM)
        return
    floor = surface.get_height() - round(150 * u)
    start, last = y, y
    for cause in result.causes:
        rows = type_.wrap(text.cause(*cause), size, right - left - round(30 * u), 2)
        if y + len(rows) * type_.line_height(size) > floor:
            break
        last = y + round(size * 0.62)
        surface.fill(ORANGE, (left, last, round(16 * u), max(2, round(2 * u))))
        for row in rows:
            type_.draw(surface, row, (left + round(28 * u), y), size, WHITE)
            y += type_.line_height(size)
        y += round(8 * u)
    surface.fill(ORANGE, (left, start, max(2, round(2 * u)), last - start))


def _choices(surface: pygame.Surface, items: Sequence[str], chosen: int, left: int) -> list[pygame.Rect]:
    """The choices in a row along the bottom, and their places."""
    u = unit(surface)
    x, y, size = left, surface.get_height() - round(96 * u), round(28 * u)
    places = []
    for at, item in enumerate(items):
        wide = _choice(surface, item, at == chosen, x, y, size)
        places.append(pygame.Rect(x, y, wide, round(50 * u)))
        x += round(52 * u) + wide
    return places


def _choice(surface: pygame.Surface, item: str, is_chosen: bool, x: int, y: int, size: int) -> int:
    if is_chosen:
        menu(surface, (item,), 0, x, y)
        return type_.width(item.upper(), size, "display")
    return type_.draw(surface, item.upper(), (x, y), size, DIM)
