"""A light that comes at once and dies away: of a muzzle or a blast. Never on and off, which would flicker.

Made by `gunfire.py` and `blows.py`, kept by `effects.py`, drawn by `lighting.py` and the renderer.
"""

from __future__ import annotations

import math

FADE = 21.0
"""Ticks in which light falls to a third (0.35 s): between two rounds of a rifle a fifth of it is lost, which is no flash."""
LIFE = 60
"""Ticks until it is gone."""


class Flash:
    """A light that began at full strength and dies away."""

    __slots__ = ("aim", "born", "kind", "life", "power", "radius", "x", "y")

    def __init__(
        self, kind: str, x: float, y: float, aim: float, born: int, radius: float, life: int = LIFE, power: float = 1.0
    ) -> None:
        self.kind, self.x, self.y, self.aim = kind, x, y, aim
        self.born, self.radius, self.life, self.power = born, radius, life, power

    def strength(self, age: float) -> float:
        """What is left of it so many ticks after it began, 1 to 0."""
        fade = FADE * self.life / LIFE
        return max(0.0, math.exp(-max(0.0, age) / fade) * (1 - age / self.life))
