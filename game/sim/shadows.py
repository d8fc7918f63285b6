"""The shadow of a man who stands in a strong light: where it falls, and which of it somebody else can see. A fact, not a look.

Owns the geometry; which lamps burn is `illumination.py`'s. Reads only. Asked by the senses of a duel and by the picture.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.entities import Person, Stance
from game.sim.physics import WALL

if TYPE_CHECKING:
    from game.sim.light_field import Source
    from game.sim.world import World

STAND, LOW = 1.7, 1.0
"""Metres of somebody upright and somebody crouched."""
STRONGEST = 3
"""Shadows of so many lamps count: the next are lost in the light of these."""
LEAST_SHARE = 0.055
"""A weaker light throws no shadow that could be made out."""
LONGEST = 34.0
STEP = 2.0
"""Metres between the points of a shadow that are looked at."""
HALF_WIDTH = 0.3


class Shadow(NamedTuple):
    """A shadow on the ground: from the man's feet away from the lamp."""

    x: float
    y: float
    ahead_x: float
    ahead_y: float
    """The way it falls, one metre."""
    length: float
    share: float
    """How strong the light is in which it falls, 0 to 1."""
    lamp_x: float
    lamp_y: float

    def points(self) -> list[tuple[float, float]]:
        """Points along it, nearest to the man first."""
        count = int(self.length / STEP)
        return [(self.x + self.ahead_x * STEP * k, self.y + self.ahead_y * STEP * k) for k in range(1, count + 1)]

    def outline(self) -> tuple[tuple[float, float], ...]:
        """Its four corners: as wide as a man where he stands, wider where it ends."""
        far = sqrt((self.x - self.lamp_x) * (self.x - self.lamp_x) + (self.y - self.lamp_y) * (self.y - self.lamp_y))
        wide = HALF_WIDTH * (far + self.length) / max(far, 0.5)
        ux, uy = self.ahead_x, self.ahead_y
        ex, ey = self.x + ux * self.length, self.y + uy * self.length
        return (
            (self.x - uy * HALF_WIDTH, self.y + ux * HALF_WIDTH),
            (ex - uy * wide, ey + ux * wide),
            (ex + uy * wide, ey - ux * wide),
            (self.x + uy * HALF_WIDTH, self.y - ux * HALF_WIDTH),
        )


def cast(world: World, person: Person) -> list[Shadow]:
    """The shadows somebody on foot throws now, the strongest first. Who lies, or sits in a vehicle, throws none."""
    if person.vehicle >= 0 or person.stance >= Stance.DOWN or not person.is_present:
        return []
    x, y = world.position(person.id)
    tall = STAND if person.stance == Stance.STAND else LOW
    field = world.light.field
    lit: list[tuple[float, int, Source]] = []
    for number, source in enumerate(world.light.burning_near(x, y)):
        share = field.source_share(source, x, y)
        if share >= LEAST_SHARE and source.cone >= 360:
            lit.append((0.0 - share, number, source))
    lit.sort()
    found = []
    for share, _, source in lit[:STRONGEST]:
        if world.physics.is_clear(source.x, source.y, x, y, WALL):
            shadow = _from(source, x, y, tall, 0.0 - share)
            if shadow is not None:
                found.append(shadow)
    return found


def _from(source: Source, x: float, y: float, tall: float, share: float) -> Shadow | None:
    dx, dy = x - source.x, y - source.y
    far = sqrt(dx * dx + dy * dy)
    if far < 0.4:
        return None
    reach = source.reach - far
    length = reach if source.tall <= tall * 1.05 else min(reach, far * tall / (source.tall - tall))
    length = min(LONGEST, length)
    if length < STEP:
        return None
    return Shadow(x, y, dx / far, dy / far, length, share, source.x, source.y)


def seen_part(world: World, shadow: Shadow, x: float, y: float, reach: float) -> list[tuple[float, float]]:
    """The points of a shadow that somebody at (x, y) can see: in reach, in the open light, nothing in between."""
    found = []
    is_clear = world.physics.is_clear
    for px, py in shadow.points():
        if not is_clear(shadow.lamp_x, shadow.lamp_y, px, py, WALL):
            break  # the shadow of a wall swallows what lies beyond
        if (px - x) * (px - x) + (py - y) * (py - y) <= reach * reach and is_clear(x, y, px, py, WALL):
            found.append((px, py))
    return found
