"""Furniture seen from above: desks, counters, vaults, shelves, beds, kitchens. Reliefs as large as the tiles they fill.

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


def _grain(r: Relief, name: str, strength: float = 0.22) -> None:
    """Wood grain or grime over everything painted so far."""
    r.albedo[..., :3] *= (1 - strength * cloud((r.h, r.w), 26, name, 4))[..., None]


def _papers(r: Relief, spots: tuple[tuple[float, float, float], ...]) -> None:
    for x, y, turn in spots:
        r.box(x, y, 0.11, 0.15, PAPER, 0.005, 0.1, None, turn=turn, on_top=True)
        r.box(x, y - 0.04, 0.07, 0.008, ink("#7f858a"), 0.0, 0.1, None, turn=turn, on_top=True)


def desk(r: Relief) -> None:
    """Two metres of desk: a set, keys, a lamp, papers, a telephone."""
    r.box(0, 0, 0.96, 0.44, OAK, 0.03, 0.35, 0.75, bevel=0.03)
    _grain(r, "desk")
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
    _grain(r, "armchair", 0.3)


def sofa(r: Relief) -> None:
    r.box(0, 0.04, 0.96, 0.42, LEATHER, 0.10, 0.5, 0.5, bevel=0.08)
    for x in (-0.42, 0.42):
        r.box(x, 0.08, 0.38, 0.32, ink("#6b4634"), 0.07, 0.5, 0.58, bevel=0.09)
    r.box(0, -0.34, 0.96, 0.12, LEATHER, 0.08, 0.5, 0.9, bevel=0.08)
    for side in (-1, 1):
        r.box(side * 0.90, 0.02, 0.09, 0.40, LEATHER, 0.06, 0.5, 0.72, bevel=0.07)
    _grain(r, "sofa", 0.3)


def round_table(r: Relief) -> None:
    r.disc(0, 0, 0.44, WALNUT, 0.5, 0.75, 0.02)
    _grain(r, "round")
    r.disc(0.12, 0.05, 0.09, WHITE, 0.7, 0.8, 0.02)
    r.disc(0.12, 0.05, 0.055, ink("#3d2416"), 0.8, on_top=True)
    _papers(r, ((-0.15, -0.05, 0.4),))


def table(r: Relief) -> None:
    """A long conference table, three by two with its edge."""
    r.box(0, 0, 1.42, 0.72, WALNUT, 0.30, 0.6, 0.75, bevel=0.03)
    r.box(0, 0, 1.30, 0.60, ink("#6e4c31"), 0.24, 0.6, on_top=True)
    _grain(r, "table")
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
        r.box(x + wide / 2, -0.02 + float(roll.uniform(-0.02, 0.02)), wide / 2, 0.11, ink(colour), 0.0, 0.3, 1.9, bevel=0.01)
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
    _grain(r, "pillar", 0.3)


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
        r.rod(1.38, 0.40, 1.38 + float(np.cos(t)) * 0.24, 0.40 + float(np.sin(t)) * 0.24, 0.025, 0.025, BRASS, 0.9, 2.45)
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
        r.rod(x, 0.03 * float(np.sin(step * 0.45)), x + 0.09, 0.03 * float(np.sin((step + 1) * 0.45)), 0.028, 0.028, ink("#8a2630"), 0.3, 0.8)


def bed(r: Relief) -> None:
    """A hospital bed, head toward -x: rails, pillow, blanket turned back."""
    for x in (-0.92, 0.92):
        r.rod(x, -0.40, x, 0.40, 0.035, 0.035, STEEL, 0.8, 0.9)
    r.box(0, 0, 0.92, 0.40, WHITE, 0.06, 0.2, 0.6, bevel=0.07)
    r.box(-0.62, 0, 0.20, 0.28, PAPER, 0.09, 0.2, 0.75, bevel=0.10)
    r.box(0.24, 0, 0.66, 0.41, TEAL, 0.05, 0.15, 0.66, bevel=0.06)
    r.box(-0.36, 0, 0.07, 0.41, ink("#dfe4e0"), 0.03, 0.15, 0.70, bevel=0.03)
    for side in (-1, 1):
        r.rod(-0.15, side * 0.43, 0.55, side * 0.43, 0.022, 0.022, STEEL, 0.8, 0.85)
    _grain(r, "bed", 0.16)


def gurney(r: Relief) -> None:
    for side in (-1, 1):
        r.rod(-0.9, side * 0.30, 0.9, side * 0.30, 0.025, 0.025, STEEL, 0.8, 0.85)
    r.box(0, 0, 0.86, 0.27, ink("#3f5560"), 0.05, 0.3, 0.85, bevel=0.06)
    r.box(0.1, 0, 0.62, 0.28, PAPER, 0.03, 0.2, 0.90, bevel=0.04)
    r.box(-0.66, 0, 0.15, 0.20, WHITE, 0.06, 0.2, 0.98, bevel=0.06)


def monitor(r: Relief) -> None:
    """A drip and a monitor on wheels."""
    r.box(0.10, 0.08, 0.20, 0.16, ink("#b4b7b2"), 0.03, 0.4, 1.2, bevel=0.04)
    r.box(0.10, 0.20, 0.17, 0.035, ink("#1c4a3c"), 0.0, 0.9, 1.22)
    for a in range(5):
        t = a * 1.257
        r.rod(-0.25, -0.2, -0.25 + float(np.cos(t)) * 0.16, -0.2 + float(np.sin(t)) * 0.16, 0.014, 0.014, STEEL, 0.7, 0.1)
    r.oval(-0.25, -0.12, 0.06, 0.10, ink("#c9d8d8"), 0.8, 1.9, 0.03)


def curtain(r: Relief) -> None:
    """A screen of cloth on a rail."""
    r.rod(-0.5, 0, 0.5, 0, 0.025, 0.025, STEEL, 0.7, 2.1)
    wave = 0.07 * np.sin(r.x * 26)
    d = np.abs(r.y - wave) - 0.035
    r.lay(r.everywhere(), r.inside(np.maximum(d, np.abs(r.x) - 0.5)), ink("#8fb3a8"), 0.1, 1.9 + 0 * r.x + 0 * r.y)


def sink(r: Relief) -> None:
    r.box(0, -0.08, 0.44, 0.34, WHITE, 0.06, 0.8, 0.9, bevel=0.04)
    r.box(0, -0.02, 0.30, 0.20, ink("#b9c0c0"), 0.12, 0.9, None, on_top=True)
    r.height -= 0.12 * ((np.abs(r.x) < 0.28) & (np.abs(r.y + 0.02) < 0.18))
    r.disc(0, 0, 0.03, IRON, 0.6, on_top=True)
    r.rod(0, -0.34, 0, -0.14, 0.025, 0.02, STEEL, 0.95, 1.05)


def stove(r: Relief) -> None:
    r.box(0, 0, 0.96, 0.44, STEEL, 0.02, 0.8, 0.9, bevel=0.03)
    for x in (-0.66, -0.22):
        for y in (-0.18, 0.18):
            r.disc(x, y, 0.16, BLACK, 0.4, on_top=True)
            r.disc(x, y, 0.10, IRON, 0.5, 0.95)
            r.disc(x, y, 0.05, BLACK, 0.4, on_top=True)
    r.box(0.45, 0, 0.42, 0.34, ink("#33373a"), 0.02, 0.5, None, on_top=True)
    r.disc(-0.22, 0.18, 0.15, ink("#6f7478"), 0.8, 1.1, 0.02)
    r.disc(-0.22, 0.18, 0.12, ink("#8a4a2a"), 0.5, on_top=True)
    for x in np.linspace(-0.8, 0.8, 7):
        r.disc(float(x), 0.42, 0.025, BLACK, 0.6, 0.9)


def worktop(r: Relief) -> None:
    """A metre of steel worktop with boards and bowls."""
    r.box(0, -0.04, 0.60, 0.40, STEEL, 0.0, 0.8, 0.9, bevel=0.02)
    r.box(-0.15, -0.05, 0.22, 0.15, PINE, 0.02, 0.2, 0.96, bevel=0.02)
    r.rod(-0.28, -0.05, -0.02, -0.09, 0.012, 0.02, WHITE, 0.95, 1.0)
    r.disc(0.30, -0.08, 0.13, WHITE, 0.6, 1.0, 0.03)
    r.disc(0.30, -0.08, 0.09, ink("#a05a34"), 0.3, on_top=True)


def fridge(r: Relief) -> None:
    r.box(0, -0.02, 0.45, 0.42, ink("#c9ccc8"), 0.05, 0.6, 1.9, bevel=0.05)
    r.seam(-0.44, 0.22, 0.44, 0.22, 0.012, 0.5)
    r.rod(0.30, 0.44, 0.30, 0.30, 0.025, 0.025, IRON, 0.7, 1.5)


def booth(r: Relief) -> None:
    """A diner's booth: two benches of red plastic and a table, three by two."""
    for side in (-1, 1):
        r.box(side * 1.12, 0, 0.34, 0.92, ink("#8d2c2c"), 0.08, 0.6, 0.55, bevel=0.08)
        r.box(side * 1.38, 0, 0.10, 0.92, ink("#7a2424"), 0.06, 0.6, 1.05, bevel=0.07)
        for y in (-0.6, -0.3, 0.0, 0.3, 0.6):
            r.seam(side * 0.82, y, side * 1.28, y, 0.010, 0.6)
    r.box(0, 0, 0.55, 0.88, CREAM, 0.06, 0.7, 0.75, bevel=0.03)
    r.groove(0, 0, 0.54, 0.87, 0.02, 1.4)
    r.disc(-0.25, 0.3, 0.13, WHITE, 0.8, 0.80, 0.02)
    r.disc(0.25, -0.3, 0.13, WHITE, 0.8, 0.80, 0.02)
    r.disc(0.2, 0.35, 0.05, ink("#b8302a"), 0.5, 0.95, 0.01)
    r.disc(0.05, 0.4, 0.05, ink("#e8e8e0"), 0.5, 0.92, 0.01)


def shelving(r: Relief) -> None:
    """Three metres of warehouse rack with cartons on the top deck."""
    for y in (-0.44, 0.44):
        r.rod(-1.46, y, 1.46, y, 0.035, 0.035, ink("#b2602a"), 0.5, 2.1)
    for x in (-1.44, 0.0, 1.44):
        r.rod(x, -0.44, x, 0.44, 0.03, 0.03, ink("#34507a"), 0.5, 2.15)
    roll = np.random.default_rng(17)
    for x in (-1.18, -0.72, -0.28, 0.28, 0.72, 1.18):
        hx, hy = float(roll.uniform(0.16, 0.21)), float(roll.uniform(0.24, 0.36))
        r.box(x, float(roll.uniform(-0.05, 0.05)), hx, hy, ink("#a8845a", float(roll.uniform(0.8, 1.1))), 0.01, 0.1, float(roll.uniform(1.7, 2.0)), bevel=0.02)
        r.box(x, 0, 0.025, hy, ink("#c9b48a"), 0.0, 0.3, None, on_top=True)


def crate(r: Relief) -> None:
    """A wooden crate, boards and battens."""
    r.box(0, 0, 0.47, 0.47, PINE, 0.01, 0.15, 1.0, bevel=0.02)
    for y in (-0.28, -0.09, 0.10, 0.29):
        r.seam(-0.46, y, 0.46, y, 0.012, 0.5)
    for side in (-1, 1):
        r.box(side * 0.41, 0, 0.06, 0.47, ink("#96754a"), 0.0, 0.15, 1.03, bevel=0.02)
    r.rod(-0.34, -0.40, 0.34, 0.40, 0.05, 0.05, ink("#96754a"), 0.15, 1.03)
    _grain(r, "crate", 0.3)


def pallet(r: Relief) -> None:
    """Cartons on a pallet under stretched film."""
    for y in np.linspace(-0.82, 0.82, 7):
        r.box(0, float(y), 0.90, 0.09, ink("#8c6d45"), 0.0, 0.1, 0.15)
    roll = np.random.default_rng(23)
    for x in (-0.55, 0.0, 0.55):
        for y in (-0.50, 0.0, 0.50):
            r.box(x, y, 0.265, 0.24, ink("#a8845a", float(roll.uniform(0.82, 1.08))), 0.01, 0.1, float(roll.uniform(1.1, 1.3)), bevel=0.02)
            r.box(x, y, 0.26, 0.02, ink("#c9b48a"), 0.0, 0.4, None, on_top=True)


def drums(r: Relief) -> None:
    """Three oil drums."""
    for x, y, colour in ((-0.22, -0.2, "#3f5f78"), (0.24, -0.12, "#7a3a2e"), (-0.02, 0.24, "#56605a")):
        r.disc(x, y, 0.24, ink(colour), 0.5, 0.9, 0.02)
        r.disc(x, y, 0.20, ink(colour, 0.8), 0.4, on_top=True)
        r.disc(x + 0.09, y, 0.035, STEEL, 0.7, on_top=True)
    _grain(r, "drums", 0.5)


def bench(r: Relief) -> None:
    """A workbench: vice, tools, a tin."""
    r.box(0, 0, 0.97, 0.42, ink("#7d6142"), 0.01, 0.2, 0.9, bevel=0.03)
    _grain(r, "bench", 0.5)
    r.box(-0.75, 0.30, 0.12, 0.14, ink("#35586a"), 0.02, 0.5, 1.05, bevel=0.04)
    for x, y, turn in ((-0.2, 0.0, 0.3), (0.1, -0.15, -0.2), (0.35, 0.12, 0.9)):
        c, s = float(np.cos(turn)) * 0.13, float(np.sin(turn)) * 0.13
        r.rod(x - c, y - s, x + c, y + s, 0.014, 0.02, STEEL, 0.8, 0.95)
    r.disc(0.72, -0.18, 0.10, ink("#a33a2a"), 0.5, 1.05, 0.01)
    r.box(0.62, 0.2, 0.20, 0.12, ink("#9c2f28"), 0.02, 0.5, 1.05, bevel=0.03)


def toilet(r: Relief) -> None:
    r.box(0, -0.34, 0.24, 0.11, WHITE, 0.03, 0.8, 0.8, bevel=0.04)
    r.oval(0, 0.05, 0.20, 0.29, WHITE, 0.8, 0.45, 0.03)
    r.oval(0, 0.06, 0.13, 0.20, ink("#8fa6ac"), 0.95, on_top=True)


def window_wall(r: Relief) -> None:
    """A partition of glass in a steel frame."""
    r.box(0, 0, 0.5, 0.10, IRON, 0.0, 0.5, 2.2, bevel=0.02)
    r.box(0, 0, 0.5, 0.045, ink("#93b4bf"), 0.0, 0.95, None, on_top=True)
    r.box(-0.48, 0, 0.03, 0.12, STEEL, 0.0, 0.6, 2.25)


def rug_edge(r: Relief) -> None:
    """A mat at a door."""
    r.box(0, 0, 0.92, 0.42, ink("#3c3a36"), 0.03, 0.05, 0.02)
    r.groove(0, 0, 0.86, 0.36, 0.02, 0.6)
    r.albedo[..., :3] *= (0.8 + 0.4 * np.random.default_rng(5).random((r.h, r.w)))[..., None]
