"""Furniture of banks and offices seen from above: desks, seats, counters, vaults, shelves. Reliefs as large as their tiles.

Owns their shapes. What is solid, and of what, is said by the sheet that lays them (`tile_interior.py`). Metres, origin in
the middle, the front of a thing looks toward +y.
"""

from __future__ import annotations

import numpy as np

from assets.bake.relief import Relief, ink
from game.render.noise import cloud

OAK, WALNUT, PINE = ink("#a07c50"), ink("#5e4029"), ink("#b08d5c")
STEEL, IRON, BLACK = ink("#99a1a6"), ink("#40464b"), ink("#15171a")
WHITE, CREAM, PAPER = ink("#d9dad6"), ink("#cfc6b0"), ink("#ece9de")
GREEN, TEAL, LEATHER = ink("#3d5a46"), ink("#4a7478"), ink("#5b3a2c")
BRASS, SCREEN, MARBLE = ink("#b8924a"), ink("#1f3038"), ink("#c9c3b6")


def grain(r: Relief, name: str, strength: float = 0.22) -> None:
    """Wood grain or grime over everything painted so far."""
    r.albedo[..., :3] *= (1 - strength * cloud((r.h, r.w), 26, name, 4))[..., None]


def _papers(r: Relief, spots: tuple[tuple[float, float, float], ...]) -> None:
    for x, y, turn in spots:
        r.box(x, y, 0.11, 0.15, PAPER, 0.005, 0.1, None, turn=turn, on_top=True)
        r.box(x, y - 0.04, 0.07, 0.008, ink("#7f858a"), 0.0, 0.1, None, turn=turn, on_top=True)


def desk(r: Relief) -> None:
    """Two metres of desk: a set, keys, a lamp, papers, a telephone."""
    r.box(0, 0, 0.96, 0.44, OAK, 0.03, 0.35, 0.75, bevel=0.03)
    grain(r, "desk")
    r.box(0, 0.05, 0.34, 0.20, ink("#39423c"), 0.02, 0.2, None, on_top=True)
    r.box(-0.55, -0.12, 0.24, 0.20, ink("#b9b3a2"), 0.04, 0.4, 1.15, bevel=0.05)
    r.box(-0.55, 0.06, 0.20, 0.03, SCREEN, 0.01, 0.9, 1.12)
    r.box(-0.55, 0.27, 0.22, 0.08, ink("#cfcab8"), 0.01, 0.3, 0.80, bevel=0.02)
    _papers(r, ((0.05, 0.06, 0.1), (0.42, 0.1, -0.3), (0.50, -0.12, 0.2)))
    r.box(0.78, -0.22, 0.10, 0.09, BLACK, 0.03, 0.5, 0.85, bevel=0.03)
    r.disc(0.80, 0.20, 0.10, GREEN, 0.6, 1.05, 0.05)


def chair(r: Relief) -> None:
    """An office chair, back toward -y."""
    for a in range(5):
        t = a * np.pi * 0.4 + 0.3
        r.rod(0, 0, float(np.cos(t)) * 0.30, float(np.sin(t)) * 0.30, 0.03, 0.025, BLACK, 0.5, 0.12)
    r.box(0, 0.03, 0.25, 0.24, ink("#2f3a48"), 0.08, 0.2, 0.48, bevel=0.06)
    r.box(0, -0.24, 0.24, 0.06, ink("#26303c"), 0.05, 0.2, 0.95, bevel=0.04)


def armchair(r: Relief) -> None:
    r.box(0, 0.02, 0.42, 0.42, LEATHER, 0.10, 0.5, 0.55, bevel=0.10)
    r.box(0, -0.32, 0.42, 0.12, LEATHER, 0.08, 0.5, 0.9, bevel=0.08)
    for side in (-1, 1):
        r.box(side * 0.36, 0.04, 0.09, 0.36, LEATHER, 0.06, 0.5, 0.72, bevel=0.07)
    grain(r, "armchair", 0.3)


def sofa(r: Relief) -> None:
    r.box(0, 0.04, 0.96, 0.42, LEATHER, 0.10, 0.5, 0.5, bevel=0.08)
    for x in (-0.42, 0.42):
        r.box(x, 0.08, 0.38, 0.32, ink("#6b4634"), 0.07, 0.5, 0.58, bevel=0.09)
    r.box(0, -0.34, 0.96, 0.12, LEATHER, 0.08, 0.5, 0.9, bevel=0.08)
    for side in (-1, 1):
        r.box(side * 0.90, 0.02, 0.09, 0.40, LEATHER, 0.06, 0.5, 0.72, bevel=0.07)
    grain(r, "sofa", 0.3)


def round_table(r: Relief) -> None:
    r.disc(0, 0, 0.44, WALNUT, 0.5, 0.75, 0.02)
    grain(r, "round")
    r.disc(0.12, 0.05, 0.09, WHITE, 0.7, 0.8, 0.02)
    r.disc(0.12, 0.05, 0.055, ink("#3d2416"), 0.8, on_top=True)
    _papers(r, ((-0.15, -0.05, 0.4),))


def table(r: Relief) -> None:
    """A long conference table, three by two with its edge."""
    r.box(0, 0, 1.42, 0.72, WALNUT, 0.30, 0.6, 0.75, bevel=0.03)
    r.box(0, 0, 1.30, 0.60, ink("#6e4c31"), 0.24, 0.6, on_top=True)
    grain(r, "table")
    _papers(r, ((-0.9, 0.35, 0.1), (-0.2, 0.4, -0.1), (0.6, 0.36, 0.05), (0.9, -0.35, 3.0), (-0.5, -0.38, 3.2)))
    r.disc(0.1, 0.0, 0.10, ink("#b9d2da"), 0.9, 0.95, 0.02)


def counter(r: Relief) -> None:
    """A metre of counter: wood below, a stone top, a brass rail along the front."""
    r.box(0, 0, 0.60, 0.40, MARBLE, 0.0, 0.8, 1.1, bevel=0.02)
    r.albedo[..., :3] *= (1 - 0.25 * cloud((r.h, r.w), 20, "counter", 4))[..., None]
    r.rod(-0.6, 0.43, 0.6, 0.43, 0.03, 0.03, BRASS, 0.9, 1.0)
    r.box(0, -0.26, 0.60, 0.10, WALNUT, 0.0, 0.4, 0.9, bevel=0.02)


def counter_corner(r: Relief) -> None:
    """Where two counters meet; fronts toward +y and +x."""
    r.box(-0.12, -0.12, 0.52, 0.52, MARBLE, 0.06, 0.8, 1.1, bevel=0.02)
    r.albedo[..., :3] *= (1 - 0.25 * cloud((r.h, r.w), 20, "counter corner", 4))[..., None]
    r.rod(-0.6, 0.43, 0.43, 0.43, 0.03, 0.03, BRASS, 0.9, 1.0)
    r.rod(0.43, 0.43, 0.43, -0.6, 0.03, 0.03, BRASS, 0.9, 1.0)


def teller(r: Relief) -> None:
    """A teller's place: glass toward the hall, a tray, a till, a slip printer."""
    counter(r)
    r.box(0, 0.30, 0.46, 0.022, ink("#8fb2bc"), 0.01, 0.95, 1.9, bevel=0.0)
    r.box(0, 0.18, 0.14, 0.07, IRON, 0.02, 0.6, None, on_top=True)
    r.box(-0.25, -0.12, 0.14, 0.13, ink("#5a5f62"), 0.02, 0.4, 1.25, bevel=0.03)
    r.box(-0.25, -0.05, 0.11, 0.03, SCREEN, 0.0, 0.9, 1.28)
    _papers(r, ((0.2, -0.05, 0.2),))


def cabinet(r: Relief) -> None:
    """Filing cabinets, two drawers wide."""
    r.box(0, 0, 0.47, 0.40, ink("#7d8480"), 0.02, 0.5, 1.3, bevel=0.03)
    r.seam(0, -0.38, 0, 0.38, 0.014, 0.5)
    for x in (-0.23, 0.23):
        r.rod(x - 0.07, 0.42, x + 0.07, 0.42, 0.018, 0.018, STEEL, 0.8, 1.0)
    _papers(r, ((0.2, -0.08, 0.3),))


def bookshelf(r: Relief) -> None:
    r.box(0, -0.12, 0.97, 0.26, WALNUT, 0.01, 0.3, 2.0, bevel=0.02)
    roll = np.random.default_rng(7)
    x = -0.92
    while x < 0.88:
        wide = float(roll.uniform(0.025, 0.06))
        colour = ("#7a2f2b", "#2f4a6a", "#3c5a3a", "#8a7a4c", "#4a3a52", "#b0a890")[int(roll.integers(6))]
        r.box(
            x + wide / 2,
            -0.02 + float(roll.uniform(-0.02, 0.02)),
            wide / 2,
            0.11,
            ink(colour),
            0.0,
            0.3,
            1.9,
            bevel=0.01,
        )
        x += wide + 0.004
    r.box(0, -0.34, 0.97, 0.03, WALNUT, 0.0, 0.3, 2.02)


def rack(r: Relief) -> None:
    """A bank of machines with their lamps."""
    r.box(0, 0, 0.44, 0.44, ink("#2c3136"), 0.02, 0.4, 1.9, bevel=0.03)
    for y in (-0.28, -0.10, 0.08, 0.26):
        r.box(0, y, 0.36, 0.06, ink("#1b1f23"), 0.01, 0.4, None, on_top=True)
        r.disc(-0.28, y, 0.02, ink("#58e08a", 1.4), 0.9, on_top=True)
        r.disc(-0.20, y, 0.02, ink("#e0a030", 1.4), 0.9, on_top=True)


def plant(r: Relief) -> None:
    """A rubber tree in a tub."""
    r.disc(0, 0, 0.30, ink("#7d5a44"), 0.4, 0.45, 0.03)
    r.disc(0, 0, 0.25, ink("#33271c"), 0.1, on_top=True)
    for leaf in range(13):
        a, reach = leaf * 2.4, 0.20 + 0.018 * leaf
        x, y = float(np.cos(a)) * reach, float(np.sin(a)) * reach
        r.oval(x, y, 0.17, 0.085, ink("#44653c", 0.75 + 0.05 * leaf), 0.6, 0.7 + 0.05 * leaf, 0.05, turn=a)


def pillar(r: Relief) -> None:
    """A square pillar of polished stone."""
    r.box(0, 0, 0.5, 0.5, ink("#8d877c"), 0.0, 0.5, 3.6, bevel=0.0)
    r.box(0, 0, 0.40, 0.40, ink("#b7b0a2"), 0.04, 0.8, 4.0, bevel=0.05)
    grain(r, "pillar", 0.3)


def vault_door(r: Relief) -> None:
    """A round door of steel, three metres across, standing open from its frame: bolts, wheel, hinge."""
    r.box(0, -0.75, 1.5, 0.72, ink("#6d7478"), 0.0, 0.6, 2.2, bevel=0.06)
    r.box(0, -0.75, 1.02, 0.60, ink("#2a2e32"), 0.02, 0.3, None, on_top=True)
    r.box(1.05, 0.45, 0.36, 0.95, ink("#a3abb0"), 0.06, 0.9, 2.2, bevel=0.10, turn=-0.3)
    r.box(0.82, 0.42, 0.10, 0.80, ink("#7f888d"), 0.02, 0.8, 2.1, bevel=0.04, turn=-0.3)
    for t in (-0.6, -0.2, 0.2, 0.6):
        c, s = float(np.cos(-0.3)), float(np.sin(-0.3))
        x, y = 0.76 - s * t, 0.40 + c * t
        r.rod(x, y, x - 0.16 * c, y - 0.16 * s, 0.055, 0.055, ink("#c6ccd0"), 0.95, 2.0)
    r.disc(1.38, 0.40, 0.20, ink("#8d959a"), 0.8, 2.4, 0.04)
    for a in range(4):
        t = a * np.pi / 2 + 0.4
        r.rod(
            1.38, 0.40, 1.38 + float(np.cos(t)) * 0.24, 0.40 + float(np.sin(t)) * 0.24, 0.025, 0.025, BRASS, 0.9, 2.45
        )
    r.disc(1.30, -0.45, 0.13, IRON, 0.7, 2.4, 0.04)


def vault_shut(r: Relief) -> None:
    """The same door, shut: three metres of steel in the wall."""
    r.box(0, 0, 1.5, 0.5, ink("#6d7478"), 0.0, 0.6, 2.2, bevel=0.06)
    r.box(0, 0.12, 1.10, 0.34, ink("#a3abb0"), 0.08, 0.9, 2.3, bevel=0.08)
    for x in (-0.8, -0.4, 0.4, 0.8):
        r.rod(x, 0.30, x, 0.46, 0.06, 0.06, ink("#c6ccd0"), 0.95, 2.2)
    r.disc(0, 0.30, 0.17, BRASS, 0.9, 2.5, 0.05)
    r.disc(-1.28, 0.1, 0.12, IRON, 0.7, 2.4, 0.04)


def deposit_boxes(r: Relief) -> None:
    """A wall of small doors, seen over its top edge."""
    r.box(0, -0.1, 0.98, 0.36, ink("#8c8f8a"), 0.01, 0.7, 2.1, bevel=0.03)
    for x in np.linspace(-0.88, 0.88, 9):
        r.box(float(x), 0.20, 0.09, 0.055, ink("#b39a62"), 0.01, 0.8, 1.9, bevel=0.02)
        r.disc(float(x) + 0.04, 0.22, 0.015, BLACK, 0.5, on_top=True)


def cash_cart(r: Relief) -> None:
    r.box(0, 0, 0.42, 0.32, IRON, 0.03, 0.5, 0.7, bevel=0.03)
    for x in (-0.24, 0.0, 0.24):
        for y in (-0.14, 0.14):
            r.box(x, y, 0.10, 0.11, ink("#6f8a6a"), 0.01, 0.2, 0.95, bevel=0.03)
            r.box(x, y, 0.025, 0.11, ink("#e0d8b8"), 0.0, 0.2, None, on_top=True)
    r.rod(-0.44, -0.3, -0.44, 0.3, 0.022, 0.022, STEEL, 0.8, 1.0)


def rope(r: Relief) -> None:
    """Two brass posts and a red rope."""
    for x in (-0.42, 0.42):
        r.disc(x, 0, 0.12, BRASS, 0.8, 0.05, 0.02)
        r.disc(x, 0, 0.05, BRASS, 0.9, 1.0, 0.04)
    for step in range(8):
        x = -0.36 + step * 0.09
        r.rod(
            x,
            0.03 * float(np.sin(step * 0.45)),
            x + 0.09,
            0.03 * float(np.sin((step + 1) * 0.45)),
            0.028,
            0.028,
            ink("#8a2630"),
            0.3,
            0.8,
        )


def window_wall(r: Relief) -> None:
    """A partition of glass in a steel frame."""
    r.box(0, 0, 0.5, 0.10, IRON, 0.0, 0.5, 2.2, bevel=0.02)
    r.box(0, 0, 0.5, 0.045, ink("#93b4bf"), 0.0, 0.95, None, on_top=True)
    r.box(-0.48, 0, 0.03, 0.12, STEEL, 0.0, 0.6, 2.25)


def revolving_door(r: Relief) -> None:
    """Four wings of glass about a brass post, between two curved panes; one goes through from -y to +y."""
    r.disc(0, 0, 1.30, ink("#3c3a36"), 0.1, 0.01)
    r.albedo[..., :3] *= (0.85 + 0.3 * np.random.default_rng(7).random((r.h, r.w)))[..., None]
    for wing in range(4):
        t = np.pi * (0.25 + wing * 0.5) + 0.22
        x, y = 1.24 * float(np.cos(t)), 1.24 * float(np.sin(t))
        r.rod(0, 0, x, y, 0.055, 0.055, IRON, 0.5, 2.1)
        r.rod(0.1 * x, 0.1 * y, 0.95 * x, 0.95 * y, 0.026, 0.026, ink("#a9c7d0"), 0.95, on_top=True)
    for side in (-1.0, 1.0):
        for step in range(-7, 7):
            a, b = step * 0.115, (step + 1) * 0.115
            ends = (float(np.cos(a)), float(np.sin(a)), float(np.cos(b)), float(np.sin(b)))
            ax, ay, bx, by = (1.38 * end for end in ends)
            r.rod(side * ax, ay, side * bx, by, 0.085, 0.085, BRASS, 0.7, 2.3)
            r.rod(side * ax, ay, side * bx, by, 0.04, 0.04, ink("#93b4bf"), 0.95, on_top=True)
    r.disc(0, 0, 0.16, BRASS, 0.9, 2.3, 0.05)


def rug_edge(r: Relief) -> None:
    """A mat at a door."""
    r.box(0, 0, 0.92, 0.42, ink("#3c3a36"), 0.03, 0.05, 0.02)
    r.groove(0, 0, 0.86, 0.36, 0.02, 0.6)
    r.albedo[..., :3] *= (0.8 + 0.4 * np.random.default_rng(5).random((r.h, r.w)))[..., None]
