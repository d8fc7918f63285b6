"""What grows in the street, seen from above: palms, trees, bushes, and what stands in planters; four of each.

Owns the leaves, drawn with a pen. Called by `prop_sheets.py`.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pygame

from assets.bake.pen import Pen
from game.render.noise import dice, tone

GREEN = (86, 112, 62)
VARIANTS = 4


def _palm(pen: Pen, variant: int) -> None:
    roll = dice(f"palm{variant}")
    fronds = 26
    # Those that hang lowest are the longest and lie in the shade of the young ones above.
    for rank, index in enumerate(roll.permutation(fronds)):
        young = rank / fronds
        angle = index / fronds * math.tau + roll.normal(0, 0.12)
        length, bend = 2.35 * (1.02 - 0.34 * young) * roll.uniform(0.88, 1.0), roll.normal(0, 0.30)
        shade = (0.50 + 0.72 * young) * roll.uniform(0.88, 1.12)
        spine = [(t * length, angle + bend * t * t) for t in (0.06, 0.2, 0.4, 0.6, 0.8, 1.0)]
        points = [(r * math.cos(a), r * math.sin(a)) for r, a in spine]
        green = tone(GREEN, shade)
        for (ax, ay), (bx, by), t in zip(points, points[1:], (0.1, 0.3, 0.5, 0.7, 0.9), strict=False):
            width = 0.42 * math.sqrt(t * 1.2) * (1 - t) ** 0.5 + 0.02
            _leaflets(pen, ax, ay, bx, by, width, green, roll)
        for (ax, ay), (bx, by) in pairwise(points):
            pen.bar(ax, ay, bx, by, 0.018, tone(green, 1.35))
    pen.oval(0, 0, 0.22, 0.22, 0, (104, 84, 58))


def _leaflets(pen: Pen, ax, ay, bx, by, width, green, roll) -> None:
    """Narrow leaflets on both sides of a stretch of the spine, darker on the side away from the sun."""
    ux, uy = bx - ax, by - ay
    size = math.hypot(ux, uy) or 1.0
    ux, uy = ux / size, uy / size
    for step in range(6):
        t = step / 6
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        for side in (-1, 1):
            nx, ny = -uy * side, ux * side
            lit = 0.78 + 0.34 * max(0.0, -(nx * 0.66 + ny * 0.74))
            tip = (x + nx * width + ux * width * 0.9, y + ny * width + uy * width * 0.9)
            base = [(x - ux * 0.05, y - uy * 0.05), (x + ux * 0.07, y + uy * 0.07)]
            pygame.draw.polygon(
                pen.canvas, tone(green, lit * roll.uniform(0.92, 1.08)), [pen.at(*p) for p in (*base, tip)]
            )


def _tree(pen: Pen, variant: int, reach: float = 2.1) -> None:
    roll = dice(f"tree{variant}{reach}")
    layers = (
        (0.48, 1.0, 0.30, 60),
        (0.66, 0.95, 0.20, 110),
        (0.86, 0.86, 0.15, 150),
        (1.08, 0.74, 0.11, 170),
        (1.32, 0.6, 0.07, 130),
    )
    for shade, spread, size, count in layers:
        for _ in range(count):
            a, r = roll.uniform(0, math.tau), reach * spread * math.sqrt(roll.uniform(0, 0.8))
            # Lighter leaves gather toward the sun, upper left.
            shift = -0.12 * reach * (shade - 0.55)
            x, y = r * math.cos(a) + shift, r * math.sin(a) + shift
            pen.disc(x, y, size * reach / 2 * roll.uniform(0.6, 1.0), tone(GREEN, shade * roll.uniform(0.88, 1.12)))


def _bush(pen: Pen, variant: int) -> None:
    _tree(pen, variant, 0.75)


def _shrubs(pen: Pen, variant: int) -> None:
    _tree(pen, variant, 0.72)


KINDS = {"palm": (_palm, 2.5), "tree": (_tree, 2.4), "bush": (_bush, 0.9), "planter": (_shrubs, 1.1)}
"""Each with how far it reaches from its middle."""


def draw(kind: str, variant: int) -> np.ndarray:
    """One plant, height by width by four bytes."""
    paint, reach = KINDS[kind]
    pen = Pen(reach)
    paint(pen, variant)
    made = pen.finish()
    size = made.get_size()
    return np.frombuffer(pygame.image.tobytes(made, "RGBA"), np.uint8).reshape(size[1], size[0], 4)
