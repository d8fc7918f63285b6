"""Which roofs a place has: cells that touch, joined to one roof as high as the tallest wall under it.

Owns the regions and the pieces they are drawn in, for each scale. Worked out once a level, and for a reload only what has
changed. Called by `roofs.py`, which draws them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from game.content.level import Level, TileLayer, Wall
from game.levels.floor import connected
from game.render.facades import lean
from game.render.ground import CELLS
from game.render.tiles import GID_MASK

PLAIN_HEIGHT = 4.0
"""Of a roof that no wall carries: a canopy, a deck."""

Block = tuple[int, int, int, int]
"""Cells of one drawn piece of a roof: left, top, right, bottom."""
Part = tuple[Block, np.ndarray]
"""Cells that hang together: the box about them, and which cells of it they are."""
Joined = dict[tuple[float, bytes], list[Part]]
"""Parts of the cells of one height."""


class Region:
    """One roof: the joined cells, how high it is, and how opaque it is now."""

    __slots__ = ("_holds", "alpha", "blocks", "bounds", "grow", "height", "index", "is_carried", "mask")

    def __init__(self, index: int, part: Part, height: float) -> None:
        self.index = index
        self.bounds, self.mask = part
        """The box about it in cells, and which cells of that box are its own (rows, columns)."""
        self._holds = self.mask.tobytes()
        self.is_carried = height > 0
        """By walls: canopies and decks are not."""
        self.height = height or PLAIN_HEIGHT
        self.grow = lean(self.height)
        self.alpha = 255
        self.blocks = {scale: list(_blocks(self.bounds, cells // 3)) for scale, cells in CELLS.items()}

    def holds(self, column: int, row: int) -> bool:
        """Whether a cell is its own."""
        x0, y0, x1, y1 = self.bounds
        return x0 <= column < x1 and y0 <= row < y1 and self._holds[(row - y0) * (x1 - x0) + column - x0] == 1

    @property
    def look(self) -> tuple[Block, float, bool, bytes]:
        """What two roofs must have in common to be one and the same."""
        return self.bounds, self.height, self.is_carried, self._holds


def _blocks(bounds: Block, span: int) -> Iterator[Block]:
    """A roof's pieces: cut from its own corner, so that most have no gaps."""
    x0, y0, x1, y1 = bounds
    for top in range(y0, y1, span):
        for left in range(x0, x1, span):
            yield left, top, min(left + span, x1), min(top + span, y1)


def _under(wall: Wall, cells: np.ndarray) -> tuple:
    """Rows and columns of the roof cells whose middle lies in a wall's convex outline; of an upright box the box."""
    xs, ys = [p[0] for p in wall.points], [p[1] for p in wall.points]
    if len(xs) == 4 and len({*xs}) == 2 and len({*ys}) == 2:
        top, bottom = (max(0, math.ceil(edge - 0.5)) for edge in (min(ys), max(ys) + 1e-9))
        left, right = (max(0, math.ceil(edge - 0.5)) for edge in (min(xs), max(xs) + 1e-9))
        return slice(top, bottom), slice(left, right)
    left, top = max(0, int(min(xs))), max(0, int(min(ys)))
    rows, columns = np.nonzero(cells[top : math.ceil(max(ys)), left : math.ceil(max(xs))])
    x, y = columns + left + 0.5, rows + top + 0.5
    least, most = np.full(x.shape, np.inf), np.full(x.shape, -np.inf)
    for (ax, ay), (bx, by) in zip(wall.points, (*wall.points[1:], wall.points[0]), strict=True):
        side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        least, most = np.minimum(least, side), np.maximum(most, side)
    inside = (least >= 0) | (most <= 0)
    return (rows + top)[inside], (columns + left)[inside]


def covered_cells(level: Level, layers: list[TileLayer]) -> np.ndarray:
    """Which cells have a roof."""
    covered = np.zeros((level.height, level.width), bool)
    for layer in layers:
        gids = np.array(layer.cells, np.int64).reshape(level.height, level.width)
        covered |= (gids & GID_MASK) != 0
    return covered


def regions_of(covered: np.ndarray, tall: list[Wall], before: Joined, now: Joined) -> list[Region]:
    """Join roof cells that touch into roofs, lowest first; a roof is as high as the tallest wall under it.

    Roofs of different height are different roofs, even where they touch. What was joined `before` is not joined again.
    """
    heights = np.zeros(covered.shape)
    for wall in tall:
        under = _under(wall, covered)
        heights[under] = np.maximum(heights[under], wall.height)
    found: list[tuple[float, Part]] = []
    for height in np.unique(heights[covered]).tolist():
        cells = covered & (heights == height)
        key = height, np.packbits(cells).tobytes()
        now[key] = before[key] if key in before else _parts_of(cells)
        found += [(height, part) for part in now[key]]
    found.sort(key=lambda item: (item[0] or PLAIN_HEIGHT, _first_cell(item[1])))
    return [Region(index, part, height) for index, (height, part) in enumerate(found)]


def _parts_of(cells: np.ndarray) -> list[Part]:
    """The parts of a field that hang together."""
    labels = connected(cells)
    rows, columns = np.nonzero(labels >= 0)
    names = labels[rows, columns]
    order = np.argsort(names, kind="stable")
    rows, columns, names = rows[order], columns[order], names[order]
    starts = [0, *(np.flatnonzero(np.diff(names)) + 1).tolist()]
    found: list[Part] = []
    for start, end in pairwise([*starts, len(names)]):
        # They come row by row: the first and the last are the topmost and the lowest.
        y0, y1 = int(rows[start]), int(rows[end - 1]) + 1
        x0, x1 = int(columns[start:end].min()), int(columns[start:end].max()) + 1
        mask = np.ascontiguousarray(labels[y0:y1, x0:x1] == names[start])
        found.append(((x0, y0, x1, y1), mask))
    return found


def _first_cell(part: Part) -> tuple[int, int]:
    """The topmost of its leftmost cells."""
    (x0, y0, _, _), mask = part
    return x0, y0 + int(np.argmax(mask[:, 0]))
