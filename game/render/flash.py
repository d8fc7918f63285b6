"""A light that comes at once and dies away: of a muzzle or a blast. Never on and off, which would flicker.

Made by `gunfire.py` and `blows.py`, kept by `effects.py`, drawn by `lighting.py` and the renderer.
"""

from __future__ import annotations

DECAY = 21
"""Ticks in which the light of a muzzle dies away (0.35 s)."""


class Flash:
    """A light that began at full strength and dies away."""

    __slots__ = ("aim", "born", "decay", "kind", "power", "radius", "x", "y")

    def __init__(
        self, kind: str, x: float, y: float, aim: float, born: int, radius: float, decay: int, power: float = 1.0
    ) -> None:
        self.kind, self.x, self.y, self.aim = kind, x, y, aim
        self.born, self.radius, self.decay, self.power = born, radius, decay, power
