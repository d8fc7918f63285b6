"""Where a door is and what it can do: the part of a door that never changes. Its state is `entities.Door`.

Owns the geometry of a shut leaf and the table of kinds. Made once by `place`, read by systems, minds and the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.content.level import Door, Point
from game.sim.angles import COS, SIN


class Kind(NamedTuple):
    """How one kind of door works."""

    thick: float
    """Metres of its leaf."""
    swing_ticks: int
    """From shut to wide open."""
    use_ticks: int
    """What the hand needs to set it going."""
    unlock_ticks: int
    """What the key needs on top of that."""
    is_pushed: bool
    """Gives way to whoever walks into it."""


KINDS: dict[str, Kind] = {
    "single": Kind(0.12, 14, 10, 50, True),
    "double": Kind(0.12, 18, 10, 50, True),
    "revolving": Kind(0.12, 1, 10, 50, True),
    "vault": Kind(0.5, 150, 90, 180, False),
    "gate": Kind(0.12, 90, 24, 60, False),
    "shutter": Kind(0.15, 120, 36, 60, False),
}


@dataclass(frozen=True, slots=True)
class Doorway:
    """A door as the place has it."""

    door: Door
    kind: Kind
    along_x: float
    along_y: float
    """From its left post to its right one, as seen by whoever goes through the way it swings; length 1."""
    ahead_x: float
    ahead_y: float
    """The side it swings to; length 1."""
    half: float
    points: tuple[Point, ...]
    """Corners of the shut leaf."""
    category: int
    """What the shut leaf counts as, by its material (`physics`)."""
    static: int
    """Number of its leaf among the place's static shapes."""
    cells: tuple[int, ...]
    """The walkers' cells its leaf lies on."""

    def local(self, x: float, y: float) -> Point:
        """A point as metres to the right along the leaf and ahead of it, from its middle."""
        dx, dy = x - self.door.x, y - self.door.y
        return dx * self.along_x + dy * self.along_y, dx * self.ahead_x + dy * self.ahead_y

    def gap(self, x: float, y: float) -> float:
        """Metres from a point to the doorway (the larger of both directions)."""
        along, across = self.local(x, y)
        along = (along if along > 0.0 else -along) - self.half
        across = across if across > 0.0 else -across
        return along if along > across else across

    def is_crossed(self, ax: float, ay: float, bx: float, by: float) -> bool:
        """Whether a straight way leads through it."""
        a_along, a_across = self.local(ax, ay)
        b_along, b_across = self.local(bx, by)
        if (a_across > 0.0) == (b_across > 0.0):
            return False
        share = a_across / (a_across - b_across)
        at = a_along + (b_along - a_along) * share
        return -self.half <= at <= self.half


def doorway(door: Door, category: int, static: int, width: int) -> Doorway:
    """The doorway of a level's door; `width` is the map's, in cells."""
    kind = KINDS[door.kind]
    facing = door.facing & 65535
    ahead_x, ahead_y = COS[facing], SIN[facing]
    along_x, along_y = -ahead_y, ahead_x
    half, deep = door.width / 2.0, kind.thick / 2.0
    points = tuple(
        (door.x + along_x * u + ahead_x * v, door.y + along_y * u + ahead_y * v)
        for u, v in ((-half, -deep), (half, -deep), (half, deep), (-half, deep))
    )
    cells: dict[int, None] = {}
    steps = int(door.width * 4.0)
    for step in range(1, steps):
        u = -half + door.width * step / steps
        for v in (-0.2, 0.2) if 0.05 < ahead_x * ahead_x < 0.95 else (0.0,):
            x, y = door.x + along_x * u + ahead_x * v, door.y + along_y * u + ahead_y * v
            cells[int(y) * width + int(x)] = None
    return Doorway(door, kind, along_x, along_y, ahead_x, ahead_y, half, points, category, static, tuple(cells))


CELL, ROW, NEAR = 8, 1024, 4.0
"""Metres of a cell of the grid of doors, cells to its row, and how far from a door's middle line it is still found."""


def cell_of(x: float, y: float) -> int:
    """The cell of the grid of doors that a point is in."""
    return int(y) // CELL * ROW + int(x) // CELL


def around(doorways: Sequence[Doorway]) -> dict[int, tuple[int, ...]]:
    """For each cell of the grid the doors that somebody in it may have within `NEAR` metres, in their order."""
    grid: dict[int, list[int]] = {}
    for number, way in enumerate(doorways):
        reach = way.half + NEAR
        left, right = int(max(0.0, way.door.x - reach)) // CELL, int(max(0.0, way.door.x + reach)) // CELL
        for row in range(int(max(0.0, way.door.y - reach)) // CELL, int(max(0.0, way.door.y + reach)) // CELL + 1):
            for column in range(left, right + 1):
                grid.setdefault(row * ROW + column, []).append(number)
    return {cell: tuple(numbers) for cell, numbers in grid.items()}
