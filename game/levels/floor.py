"""The floor of a level on foot: which half metres are free, and which of them hang together.

Owns the grid of the deep check. Knows nothing of cars or minds, and of doors only those that nothing opens: what cannot
be reached here cannot be reached at all. Called by the checks of terrain and of goals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.content.level import Level, Point, Wall

FINE = 2
"""Cells to a metre: a gap of half a metre or more is found."""
MOST_CELLS = 400_000_000
"""Cells under all walls, each counted as often as it is walled: far beyond any honest map (the check complains)."""
ROWS_AT_ONCE = 128
"""Indices cost eight bytes a cell while they are used."""
Grid = npt.NDArray[np.bool_]
Parts = npt.NDArray[np.int32]


@dataclass(slots=True)
class Floor:
    """Free cells and the connected parts they belong to."""

    blocked: Grid
    part: Parts
    """Number of the part each cell belongs to; -1 where it is blocked."""

    def part_at(self, x: float, y: float, reach: int = 2) -> int:
        """The part at a place, or at the free cell nearest to it within `reach` cells; -1 = none."""
        high, wide = self.part.shape
        column, row = int(x * FINE // 1), int(y * FINE // 1)
        best, nearest = -1, 1 << 30
        for dy in range(-reach, reach + 1):
            for dx in range(-reach, reach + 1):
                if 0 <= row + dy < high and 0 <= column + dx < wide and dx * dx + dy * dy < nearest:
                    found = int(self.part[row + dy, column + dx])
                    if found >= 0:
                        best, nearest = found, dx * dx + dy * dy
        return best

    def parts_in(self, outline: tuple[Point, ...]) -> list[int]:
        """The parts that lie in a convex or concave outline, in order; empty when all of it is blocked."""
        inside = inside_of(outline, self.part.shape)
        if inside is None:
            return []
        (top, left), mask = inside
        cut = self.part[top : top + mask.shape[0], left : left + mask.shape[1]]
        return [int(one) for one in np.unique(cut[mask]) if one >= 0]


def floor_of(level: Level, shut: tuple[Wall, ...] = ()) -> Floor:
    """The floor of a level; `shut` are walls beside its own: doors that nothing opens."""
    blocked = blocked_cells((*level.walls, *shut), level.width, level.height)
    return Floor(blocked, connected(~blocked))


def blocked_cells(walls: tuple[Wall, ...], width: int, height: int) -> Grid:
    """True for every fine cell that a wall touches."""
    blocked: Grid = np.zeros((height * FINE, width * FINE), dtype=np.bool_)
    work = 0
    for wall in walls:
        xs, ys = [x * FINE for x, _ in wall.points], [y * FINE for _, y in wall.points]
        left, right = max(int(min(xs) // 1), 0), min(-int(-max(xs) // 1), width * FINE)
        top, bottom = max(int(min(ys) // 1), 0), min(-int(-max(ys) // 1), height * FINE)
        work += max(right - left, 0) * max(bottom - top, 0)
        if left >= right or top >= bottom or work > MOST_CELLS:
            continue
        cut = blocked[top:bottom, left:right]
        if len(xs) == 4 and len(set(xs)) == 2 == len(set(ys)):
            cut[:] = True
        else:
            cut |= _touched(list(zip(xs, ys, strict=True)), left, top, cut.shape)
    return blocked


def _touched(corners: list[Point], left: int, top: int, shape: tuple[int, ...]) -> Grid:
    """Which cells of a box a convex outline overlaps: separating axes, all cells at once (the box itself is one axis)."""
    rows, columns = np.arange(shape[0])[:, None] + top + 0.5, np.arange(shape[1])[None, :] + left + 0.5
    touched: Grid = np.ones((shape[0], shape[1]), dtype=np.bool_)
    for i, (ax, ay) in enumerate(corners):
        bx, by = corners[(i + 1) % len(corners)]
        nx, ny = by - ay, ax - bx
        across = [x * nx + y * ny for x, y in corners]
        middle, half = columns * nx + rows * ny, (abs(nx) + abs(ny)) / 2
        touched &= (middle - half < max(across) - 1e-9) & (middle + half > min(across) + 1e-9)
    return touched


def connected(free: Grid) -> Parts:
    """The number of the connected part (by edges) of every free cell; -1 elsewhere.

    Runs of free cells in a row are joined with those they touch in the next row, all of them at once, until nothing
    changes: the number of steps grows with the logarithm of the longest way, not with the number of cells.
    """
    high, wide = free.shape
    starts = free.copy()
    starts[:, 1:] &= ~free[:, :-1]
    first_of = np.flatnonzero(starts)
    del starts
    count = len(first_of)
    if count == 0:
        return np.full((high, wide), -1, dtype=np.int32)
    # Every cell belongs to the run that began last; what is blocked is sorted out at the end.
    lengths = np.diff(np.append(first_of, free.size))
    flat = np.zeros(free.size, dtype=np.int32)
    flat[int(first_of[0]) :] = np.repeat(np.arange(count, dtype=np.int32), lengths)
    run = flat.reshape(high, wide)
    touching = free[:-1] & free[1:]
    first = touching.copy()
    first[:, 1:] &= ~touching[:, :-1]
    above, below = run[:-1][first], run[1:][first]
    label = np.arange(count, dtype=np.int32)
    while True:
        least = np.minimum(label[above], label[below])
        new = label.copy()
        np.minimum.at(new, label[above], least)
        np.minimum.at(new, label[below], least)
        while not np.array_equal(new, new[new]):
            new = new[new]
        if np.array_equal(new, label):
            break
        label = new
    for top in range(0, high, ROWS_AT_ONCE):
        rows = run[top : top + ROWS_AT_ONCE]
        rows[:] = np.where(free[top : top + ROWS_AT_ONCE], label[rows], -1)
    return run


def inside_of(outline: tuple[Point, ...], shape: tuple[int, ...]) -> tuple[tuple[int, int], Grid] | None:
    """(top, left) and a mask of the fine cells whose middles lie in an outline (even-odd); None when it is off the map."""
    xs, ys = [x * FINE for x, _ in outline], [y * FINE for _, y in outline]
    left, right = max(int(min(xs) // 1), 0), min(-int(-max(xs) // 1), shape[1])
    top, bottom = max(int(min(ys) // 1), 0), min(-int(-max(ys) // 1), shape[0])
    if left >= right or top >= bottom:
        return None
    rows, columns = np.arange(top, bottom)[:, None] + 0.5, np.arange(left, right)[None, :] + 0.5
    mask: Grid = np.zeros((bottom - top, right - left), dtype=np.bool_)
    for i, (ax, ay) in enumerate(zip(xs, ys, strict=True)):
        bx, by = xs[i - 1], ys[i - 1]
        if ay != by:
            crosses = (ay > rows) != (by > rows)
            mask ^= crosses & (columns < (bx - ax) * (rows - ay) / (by - ay) + ax)
    return (top, left), mask
