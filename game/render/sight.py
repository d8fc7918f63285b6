"""Whether walls stand between two places, as drawing needs to know it; minds have their own eyes.

Owns segments against convex outlines. Called by the level maker's overlay.
"""

from __future__ import annotations

from game.content.level import Point, Wall

EYE_METRES = 1.4
"""Lower walls are seen over."""


def is_clear(walls: tuple[Wall, ...], start: Point, end: Point) -> bool:
    """Whether a straight line meets no wall that is higher than an eye."""
    return not any(wall.height >= EYE_METRES and _meets(wall.points, start, end) for wall in walls)


def _meets(points: tuple[Point, ...], start: Point, end: Point) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(start[0], end[0]) < min(xs) or min(start[0], end[0]) > max(xs):
        return False
    if max(start[1], end[1]) < min(ys) or min(start[1], end[1]) > max(ys):
        return False
    return any(_crosses(start, end, points[i - 1], point) for i, point in enumerate(points))


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
