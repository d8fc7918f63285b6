"""What is wrong with a level that was saved while it is played, over the street that goes on.

Owns that panel. Pure drawing: the lines are passed in.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.render import text as type_

WIDE_PX, SIZE_PX, LEFT_PX, TOP_PX = 1000, 17, 40, 84
GROUND, EDGE, WHITE, HOT = (24, 8, 8, 226), (230, 64, 48), (236, 241, 247), (255, 150, 90)
MOST_ROWS = 12


def draw(surface: pygame.Surface, heading: str, lines: Sequence[str], is_at_foot: bool = False) -> None:
    """The heading and the faults; what does not fit is counted."""
    rows: list[tuple[str, tuple[int, int, int]]] = [(heading, HOT)]
    for at, line in enumerate(lines):
        wrapped = type_.wrap(line, SIZE_PX, WIDE_PX - 40, 3)
        if len(rows) + len(wrapped) > MOST_ROWS:
            rows.append((f"+ {len(lines) - at}", HOT))
            break
        rows += [(part, WHITE) for part in wrapped]
    step = type_.line_height(SIZE_PX)
    panel = pygame.Surface((WIDE_PX, len(rows) * step + 22), pygame.SRCALPHA)
    panel.fill(GROUND)
    panel.fill(EDGE, (0, 0, 4, panel.get_height()))
    for number, (line, colour) in enumerate(rows):
        type_.draw(panel, line, (20, 11 + number * step), SIZE_PX, colour)
    top = surface.get_height() - panel.get_height() - LEFT_PX if is_at_foot else TOP_PX
    surface.blit(panel, (LEFT_PX, top))
