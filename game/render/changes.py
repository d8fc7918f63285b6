"""Where two levels look different: what was composed of the one and lies elsewhere can be kept for the other.

Owns the comparison, as a coarse grid of squares; how far a change reaches is for each part to say. Called by the renderer when a
level is loaded anew while it is played.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.content.level import Level

CELL = 4
"""Metres of a square."""
EVERYWHERE = ("width", "height", "hour", "weather", "surfaces")
"""What differs in these differs everywhere."""
PLACED = ("walls", "props", "lamps", "signals", "fixtures", "aircraft", "lanes")
FAR = 1e9

Box = tuple[float, float, float, float]


class Changes:
    """Squares of a place in which something is different."""

    def __init__(self, width: float, height: float) -> None:
        self._is_changed = np.zeros((int(height) // CELL + 1, int(width) // CELL + 1), bool)

    def copy(self) -> Changes:
        """The same squares, to be added to."""
        other = Changes(0, 0)
        other._is_changed = self._is_changed.copy()
        return other

    def add(self, box: Box) -> None:
        """Something is different in a box (left, top, right, bottom in metres; what lies beyond the map counts at its rim)."""
        (top, bottom), (left, right) = self._span(box[1], box[3], 0), self._span(box[0], box[2], 1)
        self._is_changed[top:bottom, left:right] = True

    def add_cells(self, is_different: np.ndarray) -> None:
        """Cells of a metre (rows, columns) are different."""
        rows, columns = np.nonzero(is_different)
        self._is_changed[rows // CELL, columns // CELL] = True

    def touch(self, box: Box, margin: float = 0.0) -> bool:
        """Whether anything is different in a box or within so many metres of it."""
        top, bottom = self._span(box[1] - margin, box[3] + margin, 0)
        left, right = self._span(box[0] - margin, box[2] + margin, 1)
        return bool(self._is_changed[top:bottom, left:right].any())

    def _span(self, low: float, high: float, axis: int) -> tuple[int, int]:
        most = self._is_changed.shape[axis] - 1
        first, last = (int(min(max(edge // CELL, 0), most)) for edge in (low, high))
        return first, last + 1


def between(before: Level, now: Level) -> Changes | None:
    """Where two levels look different; None where all of it may."""
    if any(getattr(before, name) != getattr(now, name) for name in EVERYWHERE):
        return None
    if [_manner(layer) for layer in before.layers] != [_manner(layer) for layer in now.layers]:
        return None
    found = Changes(now.width, now.height)
    shape = (now.height, now.width)
    for name in PLACED:
        for thing in different(getattr(before, name), getattr(now, name)):
            found.add(_box(thing))
    if before.ground != now.ground:
        old, new = (np.frombuffer(level.ground, np.uint8).reshape(shape) for level in (before, now))
        found.add_cells(old != new)
    for was, layer in zip(before.layers, now.layers, strict=True):
        if was.cells != layer.cells:
            found.add_cells(
                np.asarray(was.cells, np.int64).reshape(shape) != np.asarray(layer.cells, np.int64).reshape(shape)
            )
    return found


def different(before: Iterable, now: Iterable) -> list:
    """What is in one of two collections and not in the other, in their order."""
    old, new = dict.fromkeys(before), dict.fromkeys(now)
    return [one for one in old if one not in new] + [one for one in new if one not in old]


def _manner(layer) -> tuple:
    return layer.role, layer.opacity, layer.tint


def _box(thing) -> Box:
    points = getattr(thing, "points", None) or [(thing.x, thing.y)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
