"""The shapes of trucks as seen from above: box truck, ambulance, armoured truck, assault van, tow truck.

Owns bodies made of a cab and something behind it; cars are in `car_shapes.py`. Called by `vehicle_shapes.py`.
"""

from __future__ import annotations

import dataclasses
import math
from itertools import pairwise

import numpy as np

from game.render.car_shapes import (
    AMBER,
    BLACK,
    CHROME,
    HEADLAMP,
    RUBBER,
    TAILLAMP,
    Cabin,
    glass_house,
    light_bar,
    wheels,
)
from game.render.relief import Relief, ink, own
from game.render.strokes import lines

CAB = Cabin(0.60, 0.18, 1.25, 2.05, 1.1, 6.0, 3.2, (0.22,), False)
STEEL = ink("#7d858b")
WHITE = ink("#dfe2e4")
ORANGE = ink("#c8461a")
DARK = ink("#1c1f23")


def cab_and_box(length: float, width: float, cab_paint, box_paint, box_from: float, height: float) -> Relief:
    """A bonneted cab and a box behind it that begins at the share `box_from` of half the length."""
    r = Relief(length + 0.5, width + 0.7)
    reach, half = length / 2, width / 2
    wheels(r, (length * 0.31, -length * 0.27), half - 0.14, 0.40, 0.28)
    nose_from = 0.62 * reach
    cab_half = half * 0.90
    r.box(
        (nose_from + reach) / 2 - 0.04,
        0,
        (reach - nose_from) / 2,
        cab_half * 0.97,
        cab_paint,
        0.20,
        0.7,
        1.28,
        bevel=0.08,
    )
    r.box(0.40 * reach, 0, 0.30 * reach, cab_half, cab_paint, 0.08, 0.7, 1.30)
    deck = r.height.copy()
    cabin = dataclasses.replace(CAB, screen=0.66, tail=box_from - 0.1, pillars=(0.50, 0.30))
    glass_house(r, length, cab_half, cabin, deck)
    # The cabin is laid in the vehicle's paint: where the cab has a colour of its own, repaint it.
    at = r.everywhere()
    repaint = (r.albedo[..., 3] > 0.3) & (r.glass < 0.5)
    r.lay(at, repaint.astype(np.float32), cab_paint, 0.7, on_top=True)
    r.groove(0.80 * reach, 0, 0.15 * reach, cab_half * 0.72, 0.011, 0.35)
    middle = (box_from - 0.985) / 2 * reach
    r.box(middle, 0, (box_from + 0.985) / 2 * reach, half, box_paint, 0.06, 0.45, height, bevel=0.05)
    for side in (-1, 1):
        r.box(reach - 0.12, side * half * 0.66, 0.07, 0.13, HEADLAMP, 0.03, 0.9, on_top=True)
        r.box(-reach + 0.03, side * half * 0.86, 0.04, 0.10, TAILLAMP, 0.01, 0.8)
        r.box(0.56 * reach, side * (half + 0.08), 0.06, 0.12, BLACK, 0.04, 0.6, 1.7)
    r.box(reach - 0.05, 0, 0.05, half * 0.45, BLACK, 0.02, 0.4, on_top=True)
    r.box(reach, 0, 0.07, half * 0.84, ink("#41464b"), 0.05, 0.5, 0.7)
    r.box(-reach - 0.02, 0, 0.08, half * 0.92, ink("#33373b"), 0.04, 0.3, 0.6)
    return r


def box_truck(length: float, width: float) -> Relief:
    """A delivery truck: painted cab, pale ribbed box."""
    r = cab_and_box(length, width, own(), ink("#b9bbb6"), 0.36, 2.9)
    reach, half = length / 2, width / 2
    for x in np.linspace(-0.9, 0.28, 9):
        r.seam(x * reach, -half + 0.05, x * reach, half - 0.05, 0.012, 0.82)
    r.groove(-0.31 * reach, 0, 0.64 * reach, half - 0.10, 0.012, 0.7)
    r.box(-0.31 * reach, 0, 0.40 * reach, 0.16, own(0.9), 0.0, 0.3, on_top=True)
    return r


def ambulance(length: float, width: float) -> Relief:
    """White box on a van cab, orange and red bands, lights at the corners, our own mark: a pulse line on a disc."""
    r = cab_and_box(length, width, WHITE, WHITE, 0.26, 2.72)
    reach, half = length / 2, width / 2
    box_mid = -0.36 * reach
    for side in (-1, 1):
        r.box(box_mid, side * half * 0.86, 0.60 * reach, half * 0.07, ORANGE, 0.0, 0.4, on_top=True)
        r.box(box_mid, side * half * 0.73, 0.60 * reach, half * 0.02, ink("#a3161c"), 0.0, 0.4, on_top=True)
        r.box(0.80 * reach, side * half * 0.62, 0.17 * reach, 0.05, ORANGE, 0.0, 0.5, on_top=True)
    for end, colour in ((0.20, "#c01820"), (-0.94, "#c01820")):
        for offset in (-0.7, -0.35, 0.35, 0.7):
            r.box(end * reach, offset * half, 0.07, 0.15, ink(colour, 1.4), 0.02, 0.9, 2.8, on_top=True)
    r.box(-0.02 * reach, 0, 0.30, 0.48, ink("#c9cdd0"), 0.07, 0.4, 2.95, on_top=True)
    for slot in np.linspace(-0.22, 0.22, 6):
        r.seam(-0.02 * reach + slot, -0.36, -0.02 * reach + slot, 0.36, 0.016, 0.5)
    r.disc(-0.44 * reach, 0, 0.42, ink("#1d4a9c"), 0.4, on_top=True)
    beat = [(-0.3, 0), (-0.12, 0), (-0.05, -0.24), (0.06, 0.22), (0.12, 0), (0.3, 0)]
    placed = [(-0.44 * reach + v, u) for u, v in beat]
    r.strokes([(*a, *b) for a, b in pairwise(placed)], WHITE, 0.035)
    r.strokes(lines("AMBULANCE", -0.74 * reach, 0, 0.19, math.pi / 2), ink("#b3331a"), 0.022)
    return r


def armored_truck(length: float, width: float) -> Relief:
    """A grey box of plate with rivets, hatches, gun ports and a heavy bumper."""
    grey = ink("#6f7880")
    r = cab_and_box(length, width, grey, ink("#7d868e"), 0.28, 2.55)
    reach, half = length / 2, width / 2
    for side in (-1, 1):
        r.box(-0.35 * reach, side * half * 0.78, 0.62 * reach, 0.085, ink("#1b3a6b"), 0.0, 0.4, on_top=True)
        r.box(-0.35 * reach, side * half * 0.66, 0.62 * reach, 0.018, ink("#c9a227"), 0.0, 0.4, on_top=True)
        for port in (-0.70, -0.35, 0.02):
            r.box(port * reach, side * half * 0.955, 0.15, 0.04, ink("#0a0d10"), 0.01, 0.9, on_top=True)
            r.box(port * reach, side * half * 0.955, 0.045, 0.055, ink("#3b4147"), 0.01, 0.4, on_top=True)
    for x in np.linspace(-0.92, 0.22, 6):
        r.seam(x * reach, -half + 0.04, x * reach, half - 0.04, 0.011, 0.55)
        for y in np.arange(-half + 0.1, half - 0.05, 0.20):
            r.disc(x * reach + 0.05, y, 0.022, ink("#98a1a8"), 0.5, on_top=True)
    for x, hx, hy in ((-0.72, 0.30, 0.34), (0.02, 0.20, 0.46)):
        r.box(x * reach, 0, hx, hy, ink("#69727a"), 0.06, 0.35, 2.66, on_top=True)
        r.groove(x * reach, 0, hx, hy, 0.014, 0.35)
    r.strokes(lines("403", -0.36 * reach, 0, 0.46, math.pi / 2), ink("#1c2126"), 0.05)
    r.box(reach + 0.04, 0, 0.10, half * 0.95, ink("#3b4147"), 0.05, 0.45, 0.9)
    return r


def swat_van(length: float, width: float) -> Relief:
    """A dark blue box with a roof hatch, a rail and a light bar."""
    navy = ink("#1b2533")
    r = cab_and_box(length, width, navy, ink("#202b3a"), 0.34, 2.8)
    reach, half = length / 2, width / 2
    r.box(-0.55 * reach, 0, 0.42, 0.42, ink("#2c3848"), 0.06, 0.3, 2.92, on_top=True)
    r.groove(-0.55 * reach, 0, 0.42, 0.42, 0.014, 0.35)
    for side in (-1, 1):
        r.rod(
            -0.92 * reach, side * half * 0.80, 0.24 * reach, side * half * 0.80, 0.03, 0.03, ink("#3c4755"), 0.5, 2.95
        )
    r.strokes(lines("SWAT", -0.12 * reach, 0, 0.46, math.pi / 2), ink("#c8ced6"), 0.05)
    light_bar(r, 0.28 * reach, 2.9, 0.75)
    return r


def tow_truck(length: float, width: float) -> Relief:
    """A green big rig: long bonnet, sleeper cab, stacks, decks and the crane's boom."""
    r = Relief(length + 0.6, width + 0.8)
    reach, half = length / 2, width / 2
    wheels(r, (0.68 * reach, -0.48 * reach, -0.75 * reach), half - 0.16, 0.50, 0.34)
    r.box(-0.30 * reach, 0, 0.66 * reach, 0.44, DARK, 0.03, 0.3, 0.9)
    for side in (-1, 1):
        r.box(0.70 * reach, side * half * 0.74, 0.19 * reach, half * 0.22, own(0.95), 0.2, 0.8, 1.25, bevel=0.10)
    r.box(0.66 * reach, 0, 0.30 * reach, half * 0.60, own(), 0.14, 0.9, 1.75, bevel=0.07)
    r.seam(0.40 * reach, 0, 0.94 * reach, 0, 0.012, 0.4)
    r.box(0.20 * reach, 0, 0.26 * reach, half * 0.86, own(), 0.06, 0.8, 1.75)
    cabin = Cabin(0.44, 0.07, 1.7, 2.62, 1.5, 6.0, 4.0, (0.24,), False)
    glass_house(r, length, half * 0.88, cabin, r.height.copy())
    r.box(-0.01 * reach, 0, 0.115 * reach, half * 0.88, own(0.9), 0.06, 0.7, 2.75, bevel=0.06)
    r.box(0.20 * reach, 0, 0.13, half * 0.70, DARK, 0.05, 0.5, 2.85, on_top=True)
    for index in range(6):
        r.box(
            0.20 * reach, half * (-0.55 + 0.22 * index), 0.09, half * 0.085, ink("#f0a030", 1.3), 0.02, 0.9, on_top=True
        )
    r.box(reach - 0.08, 0, 0.13, half * 0.90, CHROME, 0.06, 0.95, 0.85)
    r.box(0.955 * reach, 0, 0.05, half * 0.42, ink("#50575d"), 0.02, 0.9, on_top=True)
    for side in (-1, 1):
        _rig_side(r, reach, half, side)
    _boom(r, reach)
    return r


def _rig_side(r: Relief, reach: float, half: float, side: int) -> None:
    """One flank of the big rig: lamp, stack, mirror and a plated deck with stowed gear."""
    r.box(0.90 * reach, side * half * 0.76, 0.07, 0.12, HEADLAMP, 0.03, 0.9, on_top=True)
    r.disc(-0.15 * reach, side * half * 0.80, 0.11, CHROME, 0.95, 2.9)
    r.disc(-0.15 * reach, side * half * 0.80, 0.06, ink("#050505"), 0.0)
    r.box(0.36 * reach, side * (half + 0.07), 0.05, 0.12, CHROME, 0.03, 0.8, 2.1)
    r.rod(0.24 * reach, side * half * 0.30, 0.32 * reach, side * half * 0.30, 0.035, 0.06, CHROME, 0.95, 2.9)
    r.box(-0.58 * reach, side * half * 0.72, 0.40 * reach, half * 0.26, own(0.9), 0.04, 0.6, 1.42)
    r.box(-0.58 * reach, side * half * 0.72, 0.38 * reach, half * 0.19, STEEL, 0.02, 0.5, on_top=True)
    for x in (-0.88, -0.72, -0.44, -0.28):
        r.seam(x * reach, side * half * 0.54, x * reach, side * half * 0.90, 0.014, 0.5)
    r.box(-0.97 * reach, side * half * 0.80, 0.06, 0.14, TAILLAMP, 0.02, 0.8, 1.3)
    for x in (-0.80, -0.36):
        r.box(x * reach, side * half * 0.97, 0.08, 0.03, AMBER, 0.01, 0.8, 1.5)
    if side > 0:
        r.strokes(lines("TOW", -0.58 * reach, half * 0.72, 0.20), ink("#e8e0cc"), 0.022)


def _boom(r: Relief, reach: float) -> None:
    """Winch drums, the ladder-like boom, its sheave and the lift bar behind."""
    r.box(-0.25 * reach, 0, 0.40, 0.50, ink("#2a2e33"), 0.04, 0.4, 1.5)
    for side in (-1, 1):
        r.box(-0.25 * reach, side * 0.24, 0.16, 0.18, ink("#50565c"), 0.04, 0.6, 1.72)
        r.rod(-0.22 * reach, side * 0.26, -0.97 * reach, side * 0.10, 0.10, 0.085, own(1.25), 0.8, 2.3)
        r.rod(-0.25 * reach, side * 0.12, -0.95 * reach, side * 0.05, 0.014, 0.014, ink("#9aa0a6"), 0.5, 2.5)
    for share in np.linspace(0.1, 0.92, 7):
        r.box((-0.22 - 0.75 * share) * reach, 0, 0.045, 0.24 - 0.15 * share, own(1.1), 0.01, 0.7, 2.25)
    r.disc(-0.975 * reach, 0, 0.17, ink("#30353a"), 0.6, 2.6)
    r.rod(-0.94 * reach, 0, -1.02 * reach, 0, 0.09, 0.09, RUBBER, 0.3, 0.6)
    r.rod(-1.02 * reach, -0.5, -1.02 * reach, 0.5, 0.06, 0.06, ink("#4a5056"), 0.5, 0.7)
