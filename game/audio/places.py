"""What kind of street a point lies in, as it answers to a shot: canyon, underpass or lot.

Owns that reading of the level: roofs by the names of its shelters, canyons by tall walls on two sides. Cells are looked
at when they are first asked for and remembered. Called by `street` for every shot.
"""

from __future__ import annotations

from game.content.level import Level

CELL = 4
TALL = 4.5
"""Metres from which a wall throws sound back over people's heads."""
REACH_CELLS = 7
"""So far off a facade still makes a canyon: 28 m."""
DIRECTIONS = ((1, 0), (0, 1), (1, 1), (1, -1))
COVERED = "underpass"
Point = tuple[float, float]


class Places:
    """The places of one level."""

    def __init__(self, level: Level) -> None:
        self._walls: set[tuple[int, int]] = set()
        for wall in level.walls:
            if wall.height >= TALL:
                left, top, right, bottom = _bounds(wall.points)
                self._walls |= {
                    (column, row)
                    for column in range(int(left) // CELL, int(right) // CELL + 1)
                    for row in range(int(top) // CELL, int(bottom) // CELL + 1)
                }
        self._roofs = [_bounds(zone.points) for zone in level.zones if zone.kind == "shelter" and COVERED in zone.name]
        self._known: dict[tuple[int, int], str] = {}

    def at(self, x: float, y: float) -> str:
        """canyon, underpass or lot."""
        cell = int(x) // CELL, int(y) // CELL
        found = self._known.get(cell)
        if found is None:
            found = self._known[cell] = self._look(x, y, *cell)
        return found

    def _look(self, x: float, y: float, column: int, row: int) -> str:
        if any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in self._roofs):
            return COVERED
        for dx, dy in DIRECTIONS:
            if self._is_walled(column, row, dx, dy) and self._is_walled(column, row, -dx, -dy):
                return "canyon"
        return "lot"

    def _is_walled(self, column: int, row: int, dx: int, dy: int) -> bool:
        return any((column + dx * step, row + dy * step) in self._walls for step in range(1, REACH_CELLS + 1))


def _bounds(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)
