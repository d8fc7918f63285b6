"""One side of a building: its colours in the light of the hour, and where it stands on the screen.

Owns the numbers only; `facades.py` draws a side's faces and `window_rows.py` its windows.
"""

from __future__ import annotations

import dataclasses
import math
from typing import NamedTuple

from game.render.palette import Colour

LEAN = 0.0078
"""Growth of a roof for each metre of height."""

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
Seen = tuple[float, float, float, float]
"""Left, top, right and bottom of a picture in metres."""


@dataclasses.dataclass(slots=True)
class Face:
    """One side: its ends, its outward normal, its colours in the light of the hour, how far along its panes are."""

    a: Point
    b: Point
    nx: float
    ny: float
    wall: Colour
    dark: Colour
    pale: Colour
    glass: Colour
    sky: Colour
    fascia: Colour
    seed: int
    length: float
    number: int = 0
    """Which edge of the outline it is."""

    @property
    def is_level(self) -> bool:
        """Whether it runs along the screen from left to right."""
        return abs(self.ny) >= 1.0 - 1e-9

    @property
    def is_upright(self) -> bool:
        """Whether it runs along the screen from top to bottom."""
        return abs(self.nx) >= 1.0 - 1e-9


class Side(NamedTuple):
    """A face on the screen: the pixels of its feet, and how many pixels each end leans with a metre of height."""

    ax: float
    ay: float
    bx: float
    by: float
    ax_lean: float
    ay_lean: float
    bx_lean: float
    by_lean: float

    def a_at(self, height: float) -> Point:
        """The first end so many metres up."""
        return self.ax + self.ax_lean * height, self.ay + self.ay_lean * height

    def b_at(self, height: float) -> Point:
        """The second end so many metres up."""
        return self.bx + self.bx_lean * height, self.by + self.by_lean * height

    def along(self, share: float, height: float) -> Point:
        """A place so far from the first end to the second, so many metres up."""
        ax, ay, bx, by, left, up, right, far_up = self
        x, y = ax + left * height, ay + up * height
        return x + (bx + right * height - x) * share, y + (by + far_up * height - y) * share

    def quad(self, low: float, high: float) -> Quad:
        """What of it lies between two heights in metres."""
        ax, ay, bx, by, left, up, right, far_up = self
        return (
            (ax + left * low, ay + up * low), (bx + right * low, by + far_up * low),
            (bx + right * high, by + far_up * high), (ax + left * high, ay + up * high),
        )  # fmt: skip

    def part(self, start: float, end: float, low: float, high: float) -> Quad:
        """The same between two shares of its length."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.quad(low, high)
        ux, uy, vx, vy = bx - ax, by - ay, cx - dx, cy - dy
        return (
            (ax + ux * start, ay + uy * start), (ax + ux * end, ay + uy * end),
            (dx + vx * end, dy + vy * end), (dx + vx * start, dy + vy * start),
        )  # fmt: skip


def side_of(face: Face, left: float, top: float, scale: int, cx: float, cy: float) -> Side:
    """A face in a picture whose corner is at (left, top) and whose middle at (cx, cy), in metres."""
    (ax, ay), (bx, by), k = face.a, face.b, LEAN * scale
    return Side(
        (ax - left) * scale, (ay - top) * scale, (bx - left) * scale, (by - top) * scale,
        (ax - cx) * k, (ay - cy) * k, (bx - cx) * k, (by - cy) * k,
    )  # fmt: skip


def meets(face: Face, seen: Seen) -> bool:
    """Whether the box about a face's foot touches the picture."""
    (ax, ay), (bx, by), (left, top, right, bottom) = face.a, face.b, seen
    return (
        (ax < right or bx < right)
        and (ax > left or bx > left)
        and (ay < bottom or by < bottom)
        and (ay > top or by > top)
    )


def seen_bays(side: Side, size: tuple[int, int], count: int) -> range:
    """Which of so many bays of a side are in the picture, with a rim."""
    (ax, ay), (bx, by), rim = side.a_at(2.0), side.b_at(2.0), 120
    start, end = 0.0, 1.0
    for low, far, limit in ((ax, bx, size[0]), (ay, by, size[1])):
        if abs(far - low) < 1e-6:
            if not -rim < low < limit + rim:
                return range(0)
            continue
        one, two = sorted(((-rim - low) / (far - low), (limit + rim - low) / (far - low)))
        start, end = max(start, one), min(end, two)
    return range(max(0, int(start * count)), min(count, math.ceil(end * count)))
