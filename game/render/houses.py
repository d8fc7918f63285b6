"""What a house is like from outside: its style by material and height, and how its windows are dealt along a side.

Owns no drawing; read by the facades, which draw it, and by the panes, which may break.
"""

from __future__ import annotations

from game.content.level import Wall

ROOFED = 2.4
"""Walls of at least this height have a roof and sides of their own."""
THICK = 1.6
"""A wall thinner than this many metres is a partition or a fence, not a house: it has no windows."""
BAY = {"shop": 1.7, "rows": 1.9, "grid": 1.5, "sheets": 1.3}
"""Metres from one pane, or rib, to the next by style."""


def style_of(wall: Wall) -> str:
    """shop: glass below, a few windows above; rows: offices and flats; grid: all glass; sheets: sheds; empty: a bare wall."""
    xs, ys = [p[0] for p in wall.points], [p[1] for p in wall.points]
    if min(max(xs) - min(xs), max(ys) - min(ys)) < THICK:
        return ""
    if wall.material in ("metal", "steel", "fence", "wood"):
        return "sheets"
    if wall.material == "glass" or wall.height > 14.0:
        return "grid"
    return "shop" if wall.height <= 7.0 else "rows"


def window_bay(style: str, length: float) -> float:
    """Metres of one bay of a side so long: all of them are alike."""
    return length / max(1, round(length / BAY[style]))
