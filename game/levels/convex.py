"""Cutting drawn polygons into convex pieces: ears first, then pieces are joined again where they stay convex.

Owns plane geometry on whole numbers (65,536ths of a metre), so every comparison is exact. Called for `Wall`s.
"""

from __future__ import annotations

from game.content.level import Point

IntPoint = tuple[int, int]
_SCALE = 65536


def convex_pieces(points: tuple[Point, ...]) -> list[tuple[Point, ...]] | None:
    """Convex clockwise pieces (seen with y down) that cover the polygon; None when it has no area or crosses itself."""
    ring = _tidy([(round(x * _SCALE), round(y * _SCALE)) for x, y in points])
    if len(ring) < 3 or _crosses_itself(ring):
        return None
    if _doubled_area(ring) < 0:
        ring.reverse()
    pieces = [ring] if _is_convex(ring) else _joined(_ears(ring))
    if not pieces:
        return None
    return [tuple((x / _SCALE, y / _SCALE) for x, y in piece) for piece in pieces]


def _side(a: IntPoint, b: IntPoint, c: IntPoint) -> int:
    """Above zero when c lies to the right of the way from a to b (y down)."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _doubled_area(ring: list[IntPoint]) -> int:
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))


def _tidy(ring: list[IntPoint]) -> list[IntPoint]:
    """Without repeated points and without points in the middle of a straight edge."""
    changed = True
    while changed and len(ring) >= 3:
        changed = False
        for i, point in enumerate(ring):
            before, after = ring[i - 1], ring[(i + 1) % len(ring)]
            if point == after or _side(before, point, after) == 0:
                ring = ring[:i] + ring[i + 1 :]
                changed = True
                break
    return ring


def _is_convex(ring: list[IntPoint]) -> bool:
    return all(_side(ring[i - 2], ring[i - 1], ring[i]) >= 0 for i in range(len(ring)))


def _crosses_itself(ring: list[IntPoint]) -> bool:
    edges = list(zip(ring, ring[1:] + ring[:1], strict=True))
    for i, (a, b) in enumerate(edges):
        for j in range(i + 2, len(edges)):
            if i == 0 and j == len(edges) - 1:
                continue
            c, d = edges[j]
            if _apart(_side(a, b, c), _side(a, b, d)) and _apart(_side(c, d, a), _side(c, d, b)):
                return True
    return False


def _apart(first: int, second: int) -> bool:
    return (first > 0 > second) or (first < 0 < second)


def _ears(ring: list[IntPoint]) -> list[list[IntPoint]]:
    """Triangles that cover the polygon; empty when no ear can be found (the outline touches itself)."""
    rest, pieces = list(ring), []
    while len(rest) > 3:
        for i, tip in enumerate(rest):
            before, after = rest[i - 1], rest[(i + 1) % len(rest)]
            if _side(before, tip, after) <= 0:
                continue
            if any(_holds(before, tip, after, other) for other in rest if other not in (before, tip, after)):
                continue
            pieces.append([before, tip, after])
            rest = _tidy(rest[:i] + rest[i + 1 :])
            break
        else:
            return []
    return [*pieces, rest] if len(rest) == 3 else pieces


def _holds(a: IntPoint, b: IntPoint, c: IntPoint, point: IntPoint) -> bool:
    return _side(a, b, point) >= 0 and _side(b, c, point) >= 0 and _side(c, a, point) >= 0


def _joined(pieces: list[list[IntPoint]]) -> list[list[IntPoint]]:
    """The pieces with shared edges taken out as long as what is left is convex."""
    merged = True
    while merged:
        merged = False
        for i in range(len(pieces)):
            for j in range(i + 1, len(pieces)):
                union = _union(pieces[i], pieces[j])
                if union is not None:
                    pieces = [*pieces[:i], union, *pieces[i + 1 : j], *pieces[j + 1 :]]
                    merged = True
                    break
            if merged:
                break
    return pieces


def _union(first: list[IntPoint], second: list[IntPoint]) -> list[IntPoint] | None:
    """Two pieces as one when they share a whole edge and the result is convex."""
    for i, start in enumerate(first):
        end = first[(i + 1) % len(first)]
        for j, point in enumerate(second):
            if point == end and second[(j + 1) % len(second)] == start:
                ring = first[i + 1 :] + first[: i + 1]
                ring = _tidy(ring + [second[(j + 2 + k) % len(second)] for k in range(len(second) - 2)])
                return ring if len(ring) >= 3 and _is_convex(ring) else None
    return None
