"""The list of levels with the chosen one beside it: a small picture, its place, and who made it.

Pure drawing: everything shown is passed in. Called by the level list each frame.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from . import text as type_
from .hud_stamps import ORANGE, STEEL, WHITE
from .screens_kit import backdrop, footer, heading, unit
from .screens_lists import rows_of

LIST_SHARE = 0.7
EMPTY = (20, 26, 36)


def draw_jobs(
    surface: pygame.Surface,
    title: str,
    rows: Sequence[tuple[str, str]],
    chosen: int,
    picture: pygame.Surface | None,
    lines: Sequence[str],
) -> list[pygame.Rect]:
    """The rows at the left; at the right the picture with its lines below. Where each row lies, for the mouse."""
    surface.blit(backdrop(surface.get_size()), (0, 0))
    top = heading(surface, title)
    if rows:
        footer(surface, f"{chosen + 1} / {len(rows)}")
    wide = surface.get_width()
    places = rows_of(surface, rows, chosen, top, has_marks=False, share=LIST_SHARE)
    u = unit(surface)
    left, size = round(wide * LIST_SHARE) - round(30 * u), round(22 * u)
    shown = picture.get_size() if picture is not None else (round(352 * u), round(198 * u))
    if picture is not None:
        surface.blit(picture, (left, top))
    else:
        surface.fill(EMPTY, (left, top, *shown))
    surface.fill(ORANGE, (left, top + shown[1], shown[0], max(2, round(3 * u))))
    y = top + shown[1] + round(14 * u)
    for number, line in enumerate(lines):
        for part in type_.wrap(line, size, shown[0], 2):
            type_.draw(surface, part, (left, y), size, STEEL if number else WHITE)
            y += type_.line_height(size)
    return places
