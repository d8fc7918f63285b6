"""Screens of rows: pause, settings, lists of levels and replays, and messages of faults.

Pure drawing: everything shown is passed in. Scenes call these each frame. What has rows returns their places, one
for each row, for the mouse; a row out of sight has an empty one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.content.text import Text

from . import text as type_
from .hud_stamps import HOT, ORANGE, STEEL, WHITE, box
from .screens_kit import DIM, backdrop, corner, first_shown, footer, heading, menu, shade, unit

Row = str | tuple[str, ...]
WAIT_SECONDS = 2.5
"""In this time the waiting line has gone six tenths of its way."""
LINE = (52, 62, 76)


def draw_pause(
    surface: pygame.Surface,
    text: Text,
    items: Sequence[str],
    chosen: int,
    goal: str = "",
    keys: Sequence[tuple[str, str]] = (),
) -> list[pygame.Rect]:
    """The pause menu over whatever is on the surface already; at the right what the keys do, the goal under the heading."""
    u = unit(surface)
    surface.blit(shade(surface.get_size(), 204), (0, 0))
    if keys:
        _keys(surface, text, keys)
    top = heading(surface, text("menu.paused"), goal)
    return menu(surface, items, chosen, round(84 * u), top + round(30 * u))


def _keys(surface: pygame.Surface, text: Text, keys: Sequence[tuple[str, str]]) -> None:
    """A column of keys with what they do, as high as it must be, closed by where all of them are."""
    u = unit(surface)
    wide, step = round(470 * u), round(33 * u)
    size, left = round(21 * u), surface.get_width() - round(60 * u) - wide
    high = round(62 * u) + step * (len(keys) + 1)
    top = max(round(16 * u), (surface.get_height() - high) // 2)
    surface.blit(box(wide, high, 150), (left, top))
    surface.fill(ORANGE, (left, top, max(2, round(3 * u)), high))
    pad = round(20 * u)
    type_.draw(surface, text("menu.keys").upper(), (left + pad, top + round(8 * u)), size, HOT)
    y = top + round(44 * u)
    edge = left + round(182 * u)
    for cap, words in keys:
        cap_wide = type_.width(cap, size) + round(16 * u)
        place = pygame.Rect(edge - cap_wide, y + round(2 * u), cap_wide, step - round(6 * u))
        pygame.draw.rect(surface, DIM, place, max(1, round(1.5 * u)), round(4 * u))
        type_.draw(surface, cap, (edge - cap_wide / 2, y + step * 0.46 - size * 0.66), size, WHITE, "centre")
        type_.draw(surface, words, (edge + pad, y + step * 0.46 - size * 0.66), size, STEEL)
        y += step
    type_.draw(surface, text("menu.all_keys"), (edge + pad, y + round(4 * u)), round(18 * u), DIM)


def draw_waiting(surface: pygame.Surface, text: Text, word: str, seconds: float) -> None:
    """The game's name, what it is at, and a line that runs on and around the corner while something takes its time."""
    u = unit(surface)
    surface.blit(backdrop(surface.get_size()), (0, 0))
    left, top, size = round(84 * u), round(268 * u), round(60 * u)
    name = text("menu.title").upper()
    wide = type_.draw(surface, name, (left, top), size, WHITE, weight="display") + round(26 * u)
    line, drop, thick = top + round(84 * u), round(44 * u), max(2, round(4 * u))
    corner(surface, left, line, left + wide, drop, thick, LINE)
    # Nobody knows how long it takes: ever slower, and never at the end.
    run = round((wide + drop) * (1.0 - math.exp(-seconds / WAIT_SECONDS)))
    surface.fill(ORANGE, (left, line, min(run, wide), thick))
    if run > wide:
        surface.fill(ORANGE, (left + wide - thick, line, thick, run - wide))
    type_.draw(surface, word, (left, line + round(14 * u)), round(24 * u), STEEL)


def draw_settings(
    surface: pygame.Surface,
    text: Text,
    rows: Sequence[tuple[str, str]],
    chosen: int,
    hint: str,
    pages: Sequence[str] = (),
    page: int = 0,
) -> list[pygame.Rect]:
    """Names at the left, values at the right between two marks when chosen, and what the chosen one does below; beside
    the heading the names of all pages, the one that is open lit."""
    surface.blit(backdrop(surface.get_size()), (0, 0))
    top = heading(surface, text("menu.settings"))
    _pages(surface, pages, page)
    if hint:
        footer(surface, hint)
    return rows_of(surface, rows, chosen, top, has_marks=True)


def _pages(surface: pygame.Surface, pages: Sequence[str], page: int) -> None:
    """The pages' names from the right edge leftwards."""
    u = unit(surface)
    size, y = round(21 * u), round(72 * u)
    x = surface.get_width() - round(84 * u)
    for at in reversed(range(len(pages))):
        is_open = at == page
        wide = type_.draw(surface, pages[at], (x, y), size, WHITE if is_open else DIM, "right")
        if is_open:
            surface.fill(ORANGE, (x - wide, y + round(32 * u), wide, max(2, round(3 * u))))
        x -= wide + round(26 * u)


def draw_list(
    surface: pygame.Surface, text: Text, title: str, rows: Sequence[Row], chosen: int, hint: str = ""
) -> list[pygame.Rect]:
    """A titled list; a row is a string or a tuple of name and further columns, the last of them at the right edge."""
    surface.blit(backdrop(surface.get_size()), (0, 0))
    top = heading(surface, title)
    if rows:
        footer(surface, f"{chosen + 1} / {len(rows)}    {hint}".rstrip())
    columns = [(row,) if isinstance(row, str) else tuple(row) for row in rows]
    return rows_of(surface, columns, chosen, top, has_marks=False)


def draw_message(surface: pygame.Surface, text: Text, lines: Sequence[str]) -> None:
    """What is wrong with a file, line by line; what does not fit is counted."""
    u = unit(surface)
    surface.blit(backdrop(surface.get_size()), (0, 0))
    y = heading(surface, text("menu.fault"))
    size, left = round(22 * u), round(84 * u)
    widest, floor = surface.get_width() - 2 * left, surface.get_height() - round(90 * u)
    for at, line in enumerate(lines):
        rows = type_.wrap(line, size, widest - round(26 * u), 3)
        if y + len(rows) * type_.line_height(size) > floor:
            type_.draw(surface, f"+ {len(lines) - at}", (left, y), size, HOT)
            break
        surface.fill(ORANGE, (left, y + round(9 * u), round(10 * u), round(10 * u)))
        for row in rows:
            type_.draw(surface, row, (left + round(26 * u), y), size, WHITE)
            y += type_.line_height(size)
        y += round(10 * u)
    footer(surface, text("menu.press_any"))


def rows_of(
    surface: pygame.Surface, rows: Sequence[tuple[str, ...]], chosen: int, top: int, has_marks: bool, share: float = 1.0
) -> list[pygame.Rect]:
    """The rows from `top` down, over a share of the width; where each of them lies, empty for those out of sight."""
    u = unit(surface)
    size, step = round(25 * u), round(44 * u)
    left, right = round(84 * u), round(surface.get_width() * share) - round(84 * u)
    shown = max(1, (surface.get_height() - top - round(86 * u)) // step)
    first = first_shown(len(rows), chosen, shown)
    places = [pygame.Rect(0, 0, 0, 0)] * len(rows)
    y = top
    for at in range(first, min(len(rows), first + shown)):
        places[at] = pygame.Rect(left - round(16 * u), y - round(4 * u), right - left + round(32 * u), step)
        is_chosen = at == chosen
        if is_chosen:
            surface.fill((34, 44, 58), places[at])
            surface.fill(ORANGE, (*places[at].topleft, max(2, round(3 * u)), step))
        _row(surface, rows[at], is_chosen, (left, right, y), size, has_marks)
        y += step
    _more(surface, first > 0, first + shown < len(rows), right, top, y)
    return places


def _row(
    surface: pygame.Surface,
    row: tuple[str, ...],
    is_chosen: bool,
    place: tuple[int, int, int],
    size: int,
    has_marks: bool,
) -> None:
    """One row: the name, columns between at thirds, and the last column at the right."""
    left, right, y = place
    name_colour = WHITE if is_chosen else DIM
    middles, last = row[1:-1], row[-1] if len(row) > 1 else ""
    room = (right - left) // (len(row) + 1)
    name = type_.wrap(row[0], size, (right - left) // 2 if len(row) <= 2 else room * 2, 1)
    if name:
        type_.draw(surface, name[0], (left, y), size, name_colour)
    for at, words in enumerate(middles):
        x = left + room * 2 + room * at
        short = type_.wrap(words, size, room - size, 1)
        type_.draw(surface, short[0] if short else "", (x, y), size, STEEL)
    if last:
        words = f"‹ {last} ›" if has_marks and is_chosen else last
        type_.draw(surface, words, (right, y), size, HOT if is_chosen else STEEL, "right")


def _more(surface: pygame.Surface, is_above: bool, is_below: bool, right: int, top: int, bottom: int) -> None:
    """Arrows where the list goes on."""
    size = round(22 * unit(surface))
    if is_above:
        type_.draw(surface, "↑", (right, top - type_.line_height(size) - 2), size, HOT, "right")
    if is_below:
        type_.draw(surface, "↓", (right, bottom), size, HOT, "right")
