"""One moving light: a head light, a siren, a flame, a muzzle; named by whoever makes it, drawn by the light map.

Owns nothing. Made by `lamps.py` and `lighting.py` for each frame.
"""

from __future__ import annotations

import dataclasses
import math

from game.render.palette import Colour

MATTER = {"siren": 1.3, "glow": 2.0}
"""How much the eye looks for the shadows of a shape: of colour and fire more than of one head light among many."""
CONES = ("head", "left", "right")
NOBODY = -2

Point = tuple[float, float]


@dataclasses.dataclass(slots=True)
class Light:
    """One moving light of a frame."""

    shape: str
    x: float
    y: float
    reach: float
    colour: Colour
    power: float
    tall: float
    """Metres above the ground: how long shadows get."""
    angle: float = 0.0
    owner: int = NOBODY
    """Who throws no shadow in it: the vehicle it sits on, the man who fires."""
    has_shadows: bool = True
    is_brief: bool = False
    """It dies away within a second."""

    @property
    def ahead(self) -> Point | None:
        """The way a head light or a lobe looks, None for what shines all round."""
        return (math.cos(self.angle), math.sin(self.angle)) if self.shape in CONES or self.is_double else None

    @property
    def is_double(self) -> bool:
        """It looks back, too."""
        return self.shape == "siren"

    @property
    def key(self) -> tuple:
        """Which light it is from frame to frame."""
        # What belongs to nobody stays where it is.
        return (self.shape, self.owner, self.is_brief) if self.owner != NOBODY else (self.shape, self.x, self.y)

    @property
    def weight(self) -> float:
        """How much it matters that its shadows are right."""
        return self.power * self.reach * MATTER.get(self.shape, 1.0)
