"""Directions as integers, 65,536 a turn, 0 = east, clockwise (y is down), through tables made without libm.

Every platform's C library may round sine and arctangent differently in the last bit, so the tables are summed here
with plain arithmetic, which is exact everywhere, and rounded to 2^-20. Everyone in the sim uses them.
"""

from __future__ import annotations

FULL_TURN = 65536
HALF_TURN = 32768
QUARTER_TURN = 16384
PI = 3.141592653589793
UNITS_PER_RADIAN = FULL_TURN / (2.0 * PI)
_GRID = 1048576.0


def _sine(x: float) -> float:
    """Taylor series, |x| <= pi/4: exact to 1e-16 with eight terms."""
    term = x
    total = x
    square = x * x
    for n in (2, 4, 6, 8, 10, 12, 14):
        term = -term * square / (n * (n + 1))
        total += term
    return total


def _cosine(x: float) -> float:
    term = 1.0
    total = 1.0
    square = x * x
    for n in (1, 3, 5, 7, 9, 11, 13):
        term = -term * square / (n * (n + 1))
        total += term
    return total


def _round(value: float) -> float:
    return int(value * _GRID + (0.5 if value >= 0.0 else -0.5)) / _GRID


def _sine_table() -> list[float]:
    eighth = [(_round(_sine(i / UNITS_PER_RADIAN)), _round(_cosine(i / UNITS_PER_RADIAN))) for i in range(8193)]
    quarter = [eighth[i][0] if i <= 8192 else eighth[QUARTER_TURN - i][1] for i in range(QUARTER_TURN + 1)]
    half = [quarter[i] if i <= QUARTER_TURN else quarter[HALF_TURN - i] for i in range(HALF_TURN)]
    return half + [0.0 - value for value in half]


SIN: list[float] = _sine_table()
COS: list[float] = [SIN[(i + QUARTER_TURN) & 65535] for i in range(FULL_TURN)]


def _arctangent_table() -> list[int]:
    """For i/4096, the angle of the first octant whose tangent it is: walked up along the sine table."""
    table = []
    angle = 0
    for i in range(4097):
        ratio = i / 4096.0
        while angle < 8192 and SIN[angle + 1] - ratio * COS[angle + 1] <= 0.0:
            angle += 1
        table.append(angle)
    return table


ATAN: list[int] = _arctangent_table()


def direction(dx: float, dy: float) -> int:
    """The direction of the vector (dx, dy); 0 for no vector at all."""
    ax = dx if dx >= 0.0 else -dx
    ay = dy if dy >= 0.0 else -dy
    if ax >= ay:
        if ax == 0.0:
            return 0
        angle = ATAN[int(ay / ax * 4096.0)]
    else:
        angle = QUARTER_TURN - ATAN[int(ax / ay * 4096.0)]
    if dx < 0.0:
        angle = HALF_TURN - angle
    return (-angle if dy < 0.0 else angle) & 65535


def turn(start: int, end: int) -> int:
    """The shorter turn from one direction to another, -32768 to 32767."""
    difference = (end - start) & 65535
    return difference - FULL_TURN if difference >= HALF_TURN else difference


def from_radians(angle: float) -> int:
    """A body's angle as a direction."""
    return int(angle * UNITS_PER_RADIAN + 0.5 if angle >= 0.0 else angle * UNITS_PER_RADIAN - 0.5) & 65535


def to_radians(angle: int) -> float:
    """A direction as a body's angle, -pi to pi, on the 2^-16 grid."""
    signed = angle - FULL_TURN if angle >= HALF_TURN else angle
    return int(signed / UNITS_PER_RADIAN * 65536.0) / 65536.0
