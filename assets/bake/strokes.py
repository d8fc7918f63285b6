"""A few letters as line segments, for words painted on vehicles and on the street.

Owns only the shapes on a 4 by 6 grid; text on the screen is drawn elsewhere. Called by the vehicle painters.
"""

from __future__ import annotations

import math
from itertools import pairwise

Segment = tuple[float, float, float, float]

_PATHS: dict[str, tuple[str, ...]] = {
    "A": ("06 20 46", "14 34"),
    "B": ("00 06 36 45 44 33 03", "00 30 41 42 33"),
    "C": ("41 30 10 01 05 16 36 45",),
    "D": ("00 06 26 44 42 20 00",),
    "E": ("40 00 06 46", "03 33"),
    "G": ("41 30 10 01 05 16 36 45 43 23",),
    "I": ("20 26",),
    "L": ("00 06 46",),
    "M": ("06 00 23 40 46",),
    "N": ("06 00 46 40",),
    "O": ("10 30 41 45 36 16 05 01 10",),
    "P": ("06 00 30 41 42 33 03",),
    "R": ("06 00 30 41 42 33 03", "23 46"),
    "S": ("41 30 10 01 02 13 33 44 45 36 16 05",),
    "T": ("00 40", "20 26"),
    "U": ("00 05 16 36 45 40",),
    "F": ("40 00 06", "03 33"),
    "H": ("00 06", "40 46", "03 43"),
    "K": ("00 06", "40 03", "13 46"),
    "V": ("00 26 40",),
    "W": ("00 16 22 36 40",),
    "X": ("00 46", "40 06"),
    "Y": ("00 23 40", "23 26"),
    "1": ("11 20 26",),
    "3": ("00 40 22 33 44 45 36 16 05",),
    "4": ("36 30 04 44",),
    "7": ("00 40 16",),
    "0": ("10 30 41 45 36 16 05 01 10",),
}


def lines(text: str, cx: float, cy: float, size: float, angle: float = 0.0) -> list[Segment]:
    """Segments of a word centred on a place; `size` is the height of a letter, `angle` turns it (radians)."""
    unit = size / 6.0
    width = (len(text) * 5.7 - 1.7) * unit
    c, s = math.cos(angle), math.sin(angle)
    found: list[Segment] = []
    for index, letter in enumerate(text):
        left = -width / 2 + index * 5.7 * unit
        for path in _PATHS.get(letter, ()):
            points = [(left + int(p[0]) * unit, (int(p[1]) - 3) * unit) for p in path.split()]
            placed = [(cx + u * c - v * s, cy + u * s + v * c) for u, v in points]
            found += [(*a, *b) for a, b in pairwise(placed)]
    return found
