"""Furniture of wards, kitchens, diners and warehouses seen from above. Reliefs as large as the tiles they fill.

Owns their shapes. What is solid, and of what, is said by the sheet that lays them (`tile_interior.py`). Metres, origin in
the middle, the front of a thing looks toward +y.
"""

from __future__ import annotations

import numpy as np

from assets.bake.interior_parts import BLACK, CREAM, IRON, PAPER, PINE, STEEL, TEAL, WHITE, grain
from assets.bake.relief import Relief, ink


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
    grain(r, "bed", 0.16)


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
        r.rod(
            -0.25, -0.2, -0.25 + float(np.cos(t)) * 0.16, -0.2 + float(np.sin(t)) * 0.16, 0.014, 0.014, STEEL, 0.7, 0.1
        )
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
        r.box(
            x,
            float(roll.uniform(-0.05, 0.05)),
            hx,
            hy,
            ink("#a8845a", float(roll.uniform(0.8, 1.1))),
            0.01,
            0.1,
            float(roll.uniform(1.7, 2.0)),
            bevel=0.02,
        )
        r.box(x, 0, 0.025, hy, ink("#c9b48a"), 0.0, 0.3, None, on_top=True)


def crate(r: Relief) -> None:
    """A wooden crate, boards and battens."""
    r.box(0, 0, 0.47, 0.47, PINE, 0.01, 0.15, 1.0, bevel=0.02)
    for y in (-0.28, -0.09, 0.10, 0.29):
        r.seam(-0.46, y, 0.46, y, 0.012, 0.5)
    for side in (-1, 1):
        r.box(side * 0.41, 0, 0.06, 0.47, ink("#96754a"), 0.0, 0.15, 1.03, bevel=0.02)
    r.rod(-0.34, -0.40, 0.34, 0.40, 0.05, 0.05, ink("#96754a"), 0.15, 1.03)
    grain(r, "crate", 0.3)


def pallet(r: Relief) -> None:
    """Cartons on a pallet under stretched film."""
    for y in np.linspace(-0.82, 0.82, 7):
        r.box(0, float(y), 0.90, 0.09, ink("#8c6d45"), 0.0, 0.1, 0.15)
    roll = np.random.default_rng(23)
    for x in (-0.55, 0.0, 0.55):
        for y in (-0.50, 0.0, 0.50):
            r.box(
                x,
                y,
                0.265,
                0.24,
                ink("#a8845a", float(roll.uniform(0.82, 1.08))),
                0.01,
                0.1,
                float(roll.uniform(1.1, 1.3)),
                bevel=0.02,
            )
            r.box(x, y, 0.26, 0.02, ink("#c9b48a"), 0.0, 0.4, None, on_top=True)


def drums(r: Relief) -> None:
    """Three oil drums."""
    for x, y, colour in ((-0.22, -0.2, "#3f5f78"), (0.24, -0.12, "#7a3a2e"), (-0.02, 0.24, "#56605a")):
        r.disc(x, y, 0.24, ink(colour), 0.5, 0.9, 0.02)
        r.disc(x, y, 0.20, ink(colour, 0.8), 0.4, on_top=True)
        r.disc(x + 0.09, y, 0.035, STEEL, 0.7, on_top=True)
    grain(r, "drums", 0.5)


def bench(r: Relief) -> None:
    """A workbench: vice, tools, a tin."""
    r.box(0, 0, 0.97, 0.42, ink("#7d6142"), 0.01, 0.2, 0.9, bevel=0.03)
    grain(r, "bench", 0.5)
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
