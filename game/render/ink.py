"""The ink of the game's typeface: how wide its letters are, and how much of each pixel they cover.

Owns the measures of both cuts and a bounded cache of glyph masks; the strokes are `glyphs.py`. Called by `text.py`, which
sets letters into lines.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .glyphs import CAP_UNITS, Stroke, glyph

CAP_SHARE = 0.7
"""Height of capitals as a share of the type size."""
LINE_SHARE = 1.32
RISE_SHARE = 0.27
"""Room above capitals for accents."""
GLYPHS_KEPT = 1400


class _Cut:
    """One cut of the typeface: how thick the pen, how wide the letters, how much air between them."""

    def __init__(self, pen: float, stretch: float, air: float, is_flat: bool) -> None:
        self.pen, self.stretch, self.air, self.is_flat = pen, stretch, air, is_flat


_CUTS = {
    "text": _Cut(pen=0.080, stretch=0.94, air=1.75, is_flat=False),
    "display": _Cut(pen=0.138, stretch=1.12, air=2.3, is_flat=True),
}


def line_height(size_px: int) -> int:
    """Pixels from one line of type to the next."""
    return round(size_px * LINE_SHARE)


def unit_of(size_px: int) -> float:
    """Pixels of one glyph unit: capitals are a whole number of pixels high, which keeps their bars crisp."""
    return max(4, round(size_px * CAP_SHARE - pen_of(size_px, "text"))) / CAP_UNITS


def pen_of(size_px: int, weight: str) -> float:
    """Thickness of the pen in pixels: never so thin that it greys out, half pixels above that."""
    return max(1.35, round(size_px * _CUTS[weight].pen * 2) / 2)


def gap(size_px: int, weight: str) -> int:
    """Pixels between the ink of one letter and the next."""
    cut = _CUTS[weight]
    return round(cut.air * unit_of(size_px) * cut.stretch) - round(pen_of(size_px, weight) * 0.5)


@lru_cache(maxsize=2048)
def advance(character: str, size_px: int, weight: str) -> int:
    wide = glyph(character)[0] * _CUTS[weight].stretch * unit_of(size_px)
    return round(wide + pen_of(size_px, weight)) + gap(size_px, weight)


def margin_of(size_px: int, glow: float) -> int:
    return max(2, size_px // 8) + round(glow)


@lru_cache(maxsize=GLYPHS_KEPT)
def mask_of(character: str, size_px: int, weight: str) -> np.ndarray:
    """Coverage 0 to 1 of one glyph, float32 of (line height, its width and two margins)."""
    distance = distance_of(character, size_px, weight, margin_of(size_px, 0), 0)
    return np.clip(0.5 - distance, 0.0, 1.0)


def distance_of(character: str, size_px: int, weight: str, side: int, above: int) -> np.ndarray:
    """Distance in pixels to the edge of the inked glyph, negative inside."""
    cut, unit, pen = _CUTS[weight], unit_of(size_px), pen_of(size_px, weight)
    wide, strokes = glyph(character)
    across = round(wide * cut.stretch * unit + pen) + 2 * side
    y, x = np.mgrid[0 : line_height(size_px) + 2 * above, 0:across].astype(np.float32)
    x += 0.5 - side - pen / 2
    y += 0.5 - above - round(size_px * RISE_SHARE) - pen / 2
    distance = np.full(x.shape, 1e6, np.float32)
    for stroke in strokes:
        points = [(px * cut.stretch * unit, py * unit) for px, py in stroke]
        _add_stroke(distance, x, y, points, pen / 2, cut.is_flat and not _is_dot(stroke))
    return distance


def _is_dot(stroke: Stroke) -> bool:
    return len(stroke) == 2 and abs(stroke[0][0] - stroke[1][0]) + abs(stroke[0][1] - stroke[1][1]) < 0.6


def _add_stroke(
    distance: np.ndarray, x: np.ndarray, y: np.ndarray, points: list[tuple[float, float]], half: float, is_flat: bool
) -> None:
    """Lay one stroke into the distance field; a flat pen cuts its ends square and keeps right angles sharp."""
    last = len(points) - 2
    for at in range(last + 1):
        (ax, ay), (bx, by) = points[at], points[at + 1]
        ux, uy = bx - ax, by - ay
        length = max(float(np.sqrt(ux * ux + uy * uy)), 1e-6)
        ux, uy = ux / length, uy / length
        along = (x - ax) * ux + (y - ay) * uy
        across = (x - ax) * uy - (y - ay) * ux
        beyond = along - np.clip(along, 0.0, length)
        near = np.sqrt(beyond * beyond + across * across) - half
        if is_flat and at == 0:
            near = np.maximum(near, -along - half * 0.92 * _squareness(points, at))
        if is_flat and at == last:
            near = np.maximum(near, along - length)
        np.minimum(distance, near, out=distance)
        if is_flat and at < last and _is_right_angle(points, at):
            _add_corner(distance, x, y, points[at + 1], half)


def _squareness(points: list[tuple[float, float]], at: int) -> float:
    """1 for a loop, whose first and last points are one; 0 for an open end."""
    first, last = points[0], points[-1]
    return 1.0 if at == 0 and abs(first[0] - last[0]) + abs(first[1] - last[1]) < 1e-3 else 0.0


def _is_right_angle(points: list[tuple[float, float]], at: int) -> bool:
    (ax, ay), (bx, by), (cx, cy) = points[at : at + 3]
    is_level = min(abs(bx - ax), abs(by - ay)) < 1e-3 and min(abs(cx - bx), abs(cy - by)) < 1e-3
    return is_level and abs((bx - ax) * (cx - bx) + (by - ay) * (cy - by)) < 1e-3


def _add_corner(distance: np.ndarray, x: np.ndarray, y: np.ndarray, point: tuple[float, float], half: float) -> None:
    square = np.maximum(np.abs(x - point[0]), np.abs(y - point[1])) - half
    np.minimum(distance, square, out=distance)


def shade_of(cover: np.ndarray, size_px: int) -> np.ndarray:
    """A soft dark edge all round and a little below: what keeps thin white strokes legible on white noon asphalt."""
    reach = max(1, size_px // 22)
    # With a rim, so that nothing comes round again on the other side.
    rim = reach + 2
    cover = np.pad(cover, rim)
    dark = np.zeros_like(cover)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 2):
            dark = np.maximum(dark, np.roll(cover, (dy, dx), (0, 1)) * (0.72 if dx or dy else 0.9))
    soft = dark.copy()
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        soft = soft + np.roll(dark, shift, axis)
    return soft[rim:-rim, rim:-rim] / 5.0 * 0.85
