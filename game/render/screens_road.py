"""The road of the title: how it is seen, and the path that lights take along it and around the corner.

Owns the perspective (metres on the ground, seen from a little above it) and the lanes; draws nothing.
`screens_skyline.py` paints by it, `screens_title.py` moves lights along it.
"""

from __future__ import annotations

import math

HORIZON = 0.50
EYE = 5.2
"""Height of the eye above the road, metres."""
FOCAL = 0.92
VANISH = 0.60
TURN_AT = 58.0
"""Metres ahead at which the road turns to the right, with an arc of TURN_RADIUS."""
TURN_RADIUS = 24.0
KERB = 10.5
LAMP_COLOUR = (255, 168, 84)
TAIL = (255, 42, 30)
HEAD = (255, 232, 200)
LANES = ((2.0, TAIL), (5.4, TAIL), (8.4, TAIL), (-2.2, HEAD), (-5.6, HEAD), (-8.8, HEAD))
"""Offset of each lane from the middle of the road, and the colour of the lights in it."""


def on_screen(size: tuple[int, int], x: float, up: float, ahead: float) -> tuple[float, float]:
    """Pixels of a point: metres right of the middle of the road, above it, and ahead of the eye."""
    wide, high = size
    return wide * VANISH + wide * FOCAL * x / ahead, high * HORIZON + wide * FOCAL * (EYE - up) / ahead


def lane_point(offset: float, share: float) -> tuple[float, float, float]:
    """A place on a lane: metres right, ahead, and distance; `share` 0 is at our feet, 1 far round the corner."""
    straight = TURN_AT - 3.2
    radius = TURN_RADIUS - offset
    arc = radius * math.pi / 2
    run = 3.2 * math.exp(share * math.log((straight + arc + 46.0) / 3.2))
    if run < TURN_AT:
        return offset, run, run
    turned = min(run - TURN_AT, arc) / radius
    x = offset + radius * (1 - math.cos(turned)) + max(0.0, run - TURN_AT - arc)
    ahead = TURN_AT + radius * math.sin(turned)
    return x, ahead, ahead
