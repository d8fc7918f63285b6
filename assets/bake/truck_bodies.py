"""The bodies of trucks as seen from above: a bonneted cab with a box behind it, and the big tow rig.

Owns what all trucks of a body share; hatches, bands, numbers and lamps are details of the recipe. Cars are in
`car_bodies.py`. Called by `vehicle_sheets.py`.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from assets.bake.car_bodies import AMBER, BLACK, CHROME, HEADLAMP, RUBBER, TAILLAMP, Cabin, dust, glass_house, wheels
from assets.bake.relief import Ink, Relief, ink, own, smooth_min

CAB = Cabin(0.66, 0.18, 1.25, 2.05, 1.1, 6.0, 3.2, (0.50, 0.30), False)
STEEL = ink("#7d858b")
DARK = ink("#1c1f23")


def cab_and_box(name: str, length: float, width: float, cab: Ink, box: Ink, box_from: float, height: float) -> Relief:
    """A bonneted cab and a box behind it that begins at the share `box_from` of half the length."""
    r = Relief(length + 0.5, width + 0.7)
    reach, half = length / 2, width / 2
    wheels(r, (length * 0.31, -length * 0.27), half - 0.14, 0.40, 0.28)
    cab_half = half * 0.90
    _bonnet(r, reach, cab_half, cab)
    deck = r.height.copy()
    glass_house(r, length, cab_half, dataclasses.replace(CAB, tail=box_from - 0.1), deck)
    # The cabin is laid in the vehicle's paint: where the cab has a colour of its own, repaint it.
    repaint = (r.albedo[..., 3] > 0.3) & (r.glass < 0.5)
    r.lay(r.everywhere(), repaint.astype(np.float32), cab, 0.7, on_top=True)
    r.groove(0.80 * reach, 0, 0.15 * reach, cab_half * 0.72, 0.011, 0.35)
    for y in (-0.5, 0.5):
        r.seam(0.68 * reach, y * cab_half, 0.93 * reach, y * cab_half * 0.9, 0.010, 0.55)
    middle = (box_from - 0.985) / 2 * reach
    r.box(middle, 0, (box_from + 0.985) / 2 * reach, half, box, 0.06, 0.45, height, bevel=0.06)
    r.groove(middle, 0, (box_from + 0.985) / 2 * reach - 0.07, half - 0.07, 0.010, 0.7)
    _ends(r, reach, half)
    dust(r, name)
    return r


def _bonnet(r: Relief, reach: float, half: float, paint: Ink) -> None:
    """Fenders and bonnet, rounded toward the grille, and the floor of the cab."""
    x, y = r.x, r.y
    nose = reach - 0.04 - 0.16 * np.clip(np.abs(y) / half, 0, 1.2) ** 2.4
    d = -smooth_min(smooth_min(half * 0.97 - np.abs(y), nose - x, 0.16), x - 0.30 * reach, 0.05)
    share = np.clip((x / reach - 0.62) / 0.38, 0, 1)
    height = 1.30 - 0.20 * share**2 - 0.14 * (np.abs(y) / half) ** 6 - 0.30 * np.exp(-np.clip(-d, 0, 1) / 0.05)
    height = height + 0.035 * np.exp(-(((np.abs(y) - half * 0.48) / 0.07) ** 2)) * np.clip(share * 6, 0, 1)
    r.lay(r.everywhere(), r.inside(d), paint, 0.75, height)


def _ends(r: Relief, reach: float, half: float) -> None:
    """Lamps, mirrors, grille and bumpers."""
    for side in (-1, 1):
        r.box(reach - 0.15, side * half * 0.66, 0.07, 0.14, HEADLAMP, 0.03, 0.9, on_top=True)
        r.box(reach - 0.20, side * half * 0.82, 0.05, 0.04, AMBER, 0.02, 0.8, on_top=True)
        r.box(-reach + 0.03, side * half * 0.86, 0.04, 0.10, TAILLAMP, 0.01, 0.8)
        r.rod(0.58 * reach, side * half * 0.85, 0.56 * reach, side * (half + 0.06), 0.02, 0.02, BLACK, 0.5, 1.6)
        r.box(0.56 * reach, side * (half + 0.09), 0.06, 0.12, BLACK, 0.04, 0.6, 1.7)
        r.socket("head", reach - 0.15, side * half * 0.66)
        r.socket("tail", -reach + 0.03, side * half * 0.86)
        r.socket("hinge", 0.56 * reach, side * half * 0.86)
    r.box(reach - 0.05, 0, 0.05, half * 0.45, BLACK, 0.02, 0.4, on_top=True)
    for bar in range(-3, 4):
        r.box(reach - 0.05, bar * half * 0.13, 0.05, 0.012, CHROME, 0.0, 0.8, on_top=True)
    r.box(reach + 0.02, 0, 0.08, half * 0.84, ink("#41464b"), 0.05, 0.5, 0.7)
    r.box(-reach - 0.02, 0, 0.08, half * 0.92, ink("#33373b"), 0.04, 0.3, 0.6)
    r.socket("engine", 0.80 * reach, 0.0)
    r.socket("exhaust", -reach + 0.2, half * 0.7)


def big_rig(name: str, length: float, width: float) -> Relief:
    """A wrecker on a long-nosed rig: bonnet between fenders, cab, sleeper, decks and the crane's boom."""
    r = Relief(length + 0.6, width + 0.8)
    reach, half = length / 2, width / 2
    wheels(r, (0.68 * reach, -0.48 * reach, -0.75 * reach), half - 0.16, 0.50, 0.34)
    r.box(-0.30 * reach, 0, 0.66 * reach, 0.44, DARK, 0.03, 0.3, 0.9)
    _long_nose(r, reach, half)
    r.box(0.22 * reach, 0, 0.22 * reach, half * 0.84, own(), 0.06, 0.8, 1.75)
    cabin = Cabin(0.44, 0.07, 1.7, 2.62, 1.5, 6.0, 4.0, (0.24,), False)
    glass_house(r, length, half * 0.86, cabin, r.height.copy())
    r.box(-0.02 * reach, 0, 0.115 * reach, half * 0.92, own(0.92), 0.08, 0.7, 2.75, bevel=0.10)
    r.groove(-0.02 * reach, 0, 0.085 * reach, half * 0.70, 0.012, 0.55)
    r.box(0.20 * reach, 0, 0.13, half * 0.70, DARK, 0.05, 0.5, 2.85, on_top=True)
    for index in range(6):
        y = half * (-0.55 + 0.22 * index)
        r.box(0.20 * reach, y, 0.09, half * 0.085, ink("#f0a030", 1.3), 0.02, 0.9, 2.9, on_top=True)
    r.box(reach - 0.06, 0, 0.12, half * 0.92, CHROME, 0.06, 0.95, 0.85, bevel=0.05)
    for side in (-1, 1):
        _rig_side(r, reach, half, side)
    _boom(r, reach)
    r.socket("engine", 0.66 * reach, 0.0)
    dust(r, name, 0.22)
    return r


def _long_nose(r: Relief, reach: float, half: float) -> None:
    """The bonnet tapers to an upright chromed grille; round fenders stand beside it."""
    for side in (-1, 1):
        at, x, y = r.window(0.70 * reach, side * half * 0.72, 0.24 * reach, half * 0.4)
        d = np.hypot((x - 0.70 * reach) / (0.23 * reach), (y - side * half * 0.72) / (half * 0.27))
        d = np.maximum((d - 1) * 0.28, np.abs(y) - half * 0.96)
        r.lay(at, r.inside(d), own(0.95), 0.85, 0.85 + 0.42 * np.sqrt(np.clip(-d / 0.28, 0, 1)))
    x, y = r.x, r.y
    breadth = half * (0.66 - 0.10 * np.clip((x / reach - 0.4) / 0.55, 0, 1))
    d = -smooth_min(smooth_min(breadth - np.abs(y), 0.955 * reach - x, 0.10), x - 0.36 * reach, 0.05)
    height = 1.85 - 0.12 * (x / reach - 0.4) - 0.20 * (np.abs(y) / half) ** 2 - 0.25 * np.exp(-np.clip(-d, 0, 1) / 0.06)
    r.lay(r.everywhere(), r.inside(d), own(), 0.9, height)
    r.seam(0.42 * reach, 0, 0.93 * reach, 0, 0.014, 0.4)
    for side in (-1, 1):
        for x_at in (0.52, 0.58, 0.64):
            r.seam(x_at * reach, side * half * 0.28, x_at * reach + 0.04, side * half * 0.48, 0.018, 0.4)
    r.box(0.955 * reach, 0, 0.06, half * 0.50, CHROME, 0.03, 0.95, 1.8)
    for bar in range(-4, 5):
        r.box(0.962 * reach, bar * half * 0.105, 0.05, 0.018, ink("#2a2e33"), 0.0, 0.6, on_top=True)


def _rig_side(r: Relief, reach: float, half: float, side: int) -> None:
    """One flank of the big rig: lamp, stack, mirror and a plated deck with stowed gear."""
    r.box(0.93 * reach, side * half * 0.74, 0.08, 0.13, CHROME, 0.04, 0.95, 1.1)
    r.box(0.94 * reach, side * half * 0.74, 0.06, 0.10, HEADLAMP, 0.03, 0.9, on_top=True)
    r.socket("head", 0.94 * reach, side * half * 0.74)
    r.disc(-0.155 * reach, side * half * 0.84, 0.125, CHROME, 0.95, 2.9, 0.08)
    r.disc(-0.155 * reach, side * half * 0.84, 0.07, ink("#050505"), 0.0)
    r.socket("exhaust", -0.155 * reach, side * half * 0.84)
    r.rod(0.40 * reach, side * half * 0.84, 0.36 * reach, side * (half + 0.05), 0.02, 0.02, CHROME, 0.8, 2.0)
    r.box(0.36 * reach, side * (half + 0.08), 0.05, 0.13, CHROME, 0.03, 0.8, 2.1)
    r.rod(0.24 * reach, side * half * 0.30, 0.33 * reach, side * half * 0.30, 0.035, 0.06, CHROME, 0.95, 2.9)
    r.socket("hinge", 0.38 * reach, side * half * 0.80)
    r.box(-0.58 * reach, side * half * 0.72, 0.40 * reach, half * 0.26, own(0.9), 0.04, 0.6, 1.42)
    r.box(-0.58 * reach, side * half * 0.72, 0.38 * reach, half * 0.19, STEEL, 0.02, 0.5, on_top=True)
    at, x, y = r.window(-0.58 * reach, side * half * 0.72, 0.38 * reach, half * 0.19)
    plate = np.sign(np.sin(x * 42) * np.sin(y * 42)) * 0.004
    r.height[at] += plate * (np.abs(x + 0.58 * reach) < 0.37 * reach) * (np.abs(y - side * half * 0.72) < half * 0.18)
    for x_at in (-0.88, -0.72, -0.44, -0.28):
        r.seam(x_at * reach, side * half * 0.54, x_at * reach, side * half * 0.90, 0.014, 0.5)
    r.box(-0.97 * reach, side * half * 0.80, 0.06, 0.14, TAILLAMP, 0.02, 0.8, 1.3)
    r.socket("tail", -0.97 * reach, side * half * 0.80)
    for x_at in (-0.80, -0.36):
        r.box(x_at * reach, side * half * 0.97, 0.08, 0.03, AMBER, 0.01, 0.8, 1.5)


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
