"""What stands between an ear and a sound: walls, and whether either of them is under a roof.

Owns a grid of its own, one byte a square metre, made when the level begins; the sim's space is never asked. Read once for
every sound, so it is lists of bytes and a straight walk. Called by `ears`.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, cos, floor, sin, sqrt, tau

import numpy as np

from game.content.level import Level, Point
from game.sim.view import DoorView

TALL = 2.0
"""Metres from which a wall is in the way of sound."""
STEP = 1.5
"""Metres between two looks along the way."""
FARTHEST = 160.0
"""What is heard from further off comes over the roofs anyway."""
SOFT_METRES = 4.0
"""So much wall halves a sound."""
LEAST = 0.3
"""What comes round the corners and over the roofs at last."""
THROUGH_ROOF = 0.5
"""What is left between inside and outside where no wall is in the way: a door stands open."""
THROUGH_DOOR, AJAR = 0.5, 0.15
"""What a shut door lets through of a sound; how far open it is shut no more."""
FULL_TURN = 65536
MOST_KNOWN = 8_192
OPEN_ROOFS = ("underpass", "skybridge", "trees", "canopy", "gallery")
"""Shelters one hears out of on all sides, by their names."""


class Barriers:
    """The walls of one level, as sound meets them."""

    def __init__(self, level: Level) -> None:
        self._width, self._height = level.width, level.height
        self._walls = bytearray(level.width * level.height)
        for wall in level.walls:
            if wall.height >= TALL:
                fill(self._walls, level.width, level.height, wall.points)
        self._roofs = _roofs(level)
        self._known: dict[tuple[int, int, int, int], float] = {}
        self._shut: list[tuple[Point, Point]] = []

    def take(self, doors: Iterable[DoorView]) -> None:
        """Learn which doors are shut now: their two ends each."""
        self._shut = []
        for door in doors:
            if door.is_broken or door.opening >= AJAR or door.kind == "revolving":
                continue
            turn = door.facing / FULL_TURN * tau
            dx, dy = -sin(turn) * door.width / 2, cos(turn) * door.width / 2
            self._shut.append(((door.x - dx, door.y - dy), (door.x + dx, door.y + dy)))

    def is_inside(self, x: float, y: float) -> bool:
        """Under a roof that keeps sound in."""
        column, row = int(x), int(y)
        if not (0 <= column < self._width and 0 <= row < self._height):
            return False
        return bool(self._roofs[row * self._width + column])

    def openness(self, x0: float, y0: float, x1: float, y1: float) -> float:
        """How much of a sound gets from one place to the other: 1 in the open, less behind walls and through a roof."""
        key = (int(x0) >> 1, int(y0) >> 1, int(x1) >> 1, int(y1) >> 1)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = self._known[key] = self._look(x0, y0, x1, y1)
        for door in self._shut:
            if _crosses((x0, y0), (x1, y1), *door):
                found = max(LEAST, found * THROUGH_DOOR)
        return found

    def _look(self, x0: float, y0: float, x1: float, y1: float) -> float:
        dx, dy = x1 - x0, y1 - y0
        metres = sqrt(dx * dx + dy * dy)
        if metres > FARTHEST:
            return 1.0
        through = THROUGH_ROOF if self.is_inside(x0, y0) != self.is_inside(x1, y1) else 1.0
        steps = int(metres / STEP)
        if steps < 2:
            return through
        width, walls = self._width, self._walls
        right, bottom = width - 1, self._height - 1
        step_x, step_y = dx / steps, dy / steps
        blocked, x, y = 0, x0, y0
        for _ in range(steps - 1):
            x += step_x
            y += step_y
            if 0.0 <= x < right and 0.0 <= y < bottom:
                blocked += walls[int(y) * width + int(x)]
        return max(LEAST, through / (1.0 + blocked * STEP / SOFT_METRES))


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two lines cut each other."""

    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def is_named(name: str, words: tuple[str, ...]) -> bool:
    """A name such as `cover_car_park_2` holds one of the words, whole."""
    return any(f"_{word}_" in f"_{name}_" for word in words)


def fill(cells: bytearray, width: int, height: int, points: tuple[Point, ...], size: float = 1.0) -> None:
    """Mark the cells (squares of `size` metres) whose middle lies in a convex shape; thin ones mark what they touch."""
    xs, ys = [x / size for x, _ in points], [y / size for _, y in points]
    for row in range(max(0, floor(min(ys))), min(height, ceil(max(ys)))):
        middle = min(max(row + 0.5, min(ys)), max(ys))
        across = _span(list(zip(xs, ys, strict=True)), middle)
        if across is not None:
            first, last = max(0, round(across[0])), min(width, max(round(across[1]), floor(across[0]) + 1))
            if last > first:
                cells[row * width + first : row * width + last] = b"\1" * (last - first)


def _span(points: list[Point], y: float) -> tuple[float, float] | None:
    """From where to where a row cuts a convex shape."""
    found = []
    for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
        if min(ay, by) <= y <= max(ay, by):
            found += [ax, bx] if ay == by else [ax + (bx - ax) * (y - ay) / (by - ay)]
    return (min(found), max(found)) if found else None


def _roofs(level: Level) -> bytearray:
    """Cells under a roof, but for those that are open at the sides. A level that is all inside has one over everything."""
    if level.hour == "interior":
        return bytearray(b"\1" * (level.width * level.height))
    cells = np.zeros(level.width * level.height, bool)
    for layer in level.layers:
        if layer.role == "roofs" and layer.name == "roofs":
            cells |= np.array(layer.cells, np.int64) != 0
    for zone in level.zones:
        if is_named(zone.name, OPEN_ROOFS):
            clear = bytearray(len(cells))
            fill(clear, level.width, level.height, zone.points)
            cells &= np.frombuffer(bytes(clear), np.uint8) == 0
    return bytearray(cells.astype(np.uint8).tobytes())
