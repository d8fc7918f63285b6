"""Directions and places at load: Tiled's degrees and pixels become integers and metres, the same on every machine.

Owns units and rotation. Uses no sine of the C library: a level's places feed the sim. Called by the map readers.
"""

from __future__ import annotations

from game.content.level import Point

PIXELS_PER_METRE = 24
STEPS = 65536.0
_RADIANS_PER_UNIT = 3.141592653589793 / 32768.0


def metres(pixels: float) -> float:
    """Pixels of the map as metres, rounded to a multiple of 2^-16."""
    return round(pixels * STEPS / PIXELS_PER_METRE) / STEPS + 0.0


def snapped(length: float) -> float:
    """Metres rounded to a multiple of 2^-16."""
    return round(length * STEPS) / STEPS + 0.0


def facing(degrees: float) -> int:
    """Tiled's clockwise degrees as a direction, 65,536 a turn."""
    return round(degrees * 65536 / 360) & 65535


def unit(direction: int) -> Point:
    """(cosine, sine) of a direction by series: plain arithmetic only; exact at quarter turns."""
    quarter, rest = divmod(direction & 65535, 16384)
    angle = rest * _RADIANS_PER_UNIT
    square = angle * angle
    cosine, sine, term = 0.0, 0.0, 1.0
    for power in range(0, 24, 2):
        cosine += term
        sine += term * angle / (power + 1)
        term *= -square / ((power + 1) * (power + 2))
    for _ in range(quarter):
        cosine, sine = -sine, cosine
    return cosine + 0.0, sine + 0.0


def turned(point: Point, about: Point, direction: int) -> Point:
    """A point turned clockwise (y down) about another one."""
    if direction == 0:
        return point
    cosine, sine = unit(direction)
    x, y = point[0] - about[0], point[1] - about[1]
    return about[0] + x * cosine - y * sine, about[1] + x * sine + y * cosine
