"""Windows that light the street at night: which there are, and where. Looks and minds take them from here.

Owns the numbers that the light of the picture and the light of the sim must share. Arithmetic only (no libm): it feeds the sim.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from game.content.level import Wall

SKIRT = 1.18
"""A lamp's light falls so much further than its radius, where it is too weak to tell anybody from."""
LIT_WINDOWS = 0.9
"""Lamps of an hour from which windows are lit."""
SHOP_HIGH = 3.0
"""Metres of height from which a wall has windows."""
WINDOW_EVERY, WINDOW_REACH, WINDOW_TALL = 5.0, 8.0, 2.0
WINDOWS: tuple[tuple[int, int, int], ...] = (
    (255, 176, 92), (120, 170, 230), (255, 196, 120), (96, 196, 188), (255, 160, 84),
)  # fmt: skip
"""Warm rooms, cold shop tubes."""


def lit_windows(wall: Wall) -> Iterator[tuple[float, float, int, float]]:
    """Each lit window of a wall: x, y (metres, a little before it), which of `WINDOWS` it is, and its power."""
    n = len(wall.points)
    mx, my = 0.0, 0.0
    for x, y in wall.points:
        mx, my = mx + x / n, my + y / n
    for a, b in pairwise((*wall.points, wall.points[0])):
        length = sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]))
        nx, ny = b[1] - a[1], a[0] - b[0]
        if nx * (mx - a[0]) + ny * (my - a[1]) > 0:
            nx, ny = -nx, -ny
        for bay in range(1, int(length / WINDOW_EVERY) + 1):
            mix = (wall.id * 37 + bay * 11 + int(a[0]) + int(a[1]) * 3) % 7
            if mix < len(WINDOWS):
                share = (bay - 0.5) * WINDOW_EVERY / length
                x = a[0] + (b[0] - a[0]) * share + nx / length * 0.8
                y = a[1] + (b[1] - a[1]) * share + ny / length * 0.8
                yield x, y, mix, 0.22 + 0.06 * mix
