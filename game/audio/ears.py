"""Ears: how loud, how far left or right, how late and how dull something is heard from where the player stands.

Owns the laws of distance. Pure arithmetic on numbers, but for the walls it asks `barriers` about; called by `street` and `loops`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from game.audio.barriers import Barriers

SOUND_SPEED = 343.0
AT_ONCE_METRES = 30.0
"""Within this everything is heard at once; beyond, sound takes its time."""
FAR_METRES = 55.0
"""Beyond this the air has taken the brightness: the far variant is heard."""
LEAST_GAIN = 0.012
"""What is quieter is not worth a voice."""
WIDE_METRES = 9.0
"""So far to the side and no further off: fully to one side."""
WIDEST = 0.85
DULL_BELOW = 0.62
"""A sound of which less gets through has lost its brightness on the way."""


class Heard(NamedTuple):
    """What arrives."""

    left: float
    right: float
    wait: float
    """Seconds on the way."""
    is_far: bool
    openness: float = 1.0
    """What walls and roofs let through."""

    @property
    def is_dull(self) -> bool:
        """Walls have taken its brightness."""
        return self.openness < DULL_BELOW


@dataclass(frozen=True, slots=True)
class Ears:
    """Where the player hears from, and how he moves."""

    x: float
    y: float
    vx: float = 0.0
    vy: float = 0.0
    is_mono: bool = False
    barriers: Barriers | None = None

    def hear(self, x: float, y: float, gain: float, reach: float) -> Heard | None:
        """A sound from a place; None when it is too quiet."""
        dx, dy = x - self.x, y - self.y
        metres = sqrt(dx * dx + dy * dy)
        near = reach / (reach + metres)
        loud = gain * near * sqrt(near)
        if loud < LEAST_GAIN:
            return None
        openness = self.barriers.openness(self.x, self.y, x, y) if self.barriers is not None else 1.0
        loud *= openness
        if loud < LEAST_GAIN:
            return None
        left, right = self.sides(dx, metres, loud)
        wait = metres / SOUND_SPEED if metres > AT_ONCE_METRES else 0.0
        return Heard(left, right, wait, metres > FAR_METRES, openness)

    def sides(self, dx: float, metres: float, loud: float) -> tuple[float, float]:
        """Equal power between left and right."""
        side = 0.0 if self.is_mono else WIDEST * dx / max(metres, WIDE_METRES)
        return loud * sqrt(0.5 * (1 - side)), loud * sqrt(0.5 * (1 + side))

    def doppler(self, x: float, y: float, vx: float, vy: float) -> float:
        """How much higher what moves so is heard, as a ratio."""
        dx, dy = x - self.x, y - self.y
        metres = sqrt(dx * dx + dy * dy)
        if metres < 2.0:
            return 1.0
        away = ((vx - self.vx) * dx + (vy - self.vy) * dy) / metres
        return SOUND_SPEED / (SOUND_SPEED + max(-60.0, min(away, 60.0)))
