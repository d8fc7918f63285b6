"""How high a shut door stands in the light: as high as the wall it is hung in, since that goes on above it.

Owns that one height, for the light that minds see by and the light of the picture alike.
"""

from __future__ import annotations

from game.content.level import Door, Level

LEAF = 2.3
"""Metres of a leaf that hangs in no wall: a gate's."""
BESIDE = 0.6
"""Metres from a door's end within which a wall holds it."""


def leaf_height(level: Level, door: Door) -> float:
    """Metres up to which a shut door stops light."""
    reach, tallest = door.width / 2.0 + BESIDE, 0.0
    for wall in level.walls:
        xs, ys = [x for x, _ in wall.points], [y for _, y in wall.points]
        if min(xs) - reach < door.x < max(xs) + reach and min(ys) - reach < door.y < max(ys) + reach:
            tallest = max(tallest, wall.height)
    return tallest or LEAF
