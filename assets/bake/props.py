"""Street furniture and lying things as seen from above, drawn for the sheet of props.

Owns their shapes: hard things as reliefs, leaves with a pen. What grows comes in four variants. Called by `prop_sheets.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.bake.guns import PIECES
from assets.bake.relief import Relief, ink

IRON, STEEL, WOOD, CONCRETE = ink("#3a3f45"), ink("#8b9299"), ink("#8a653f"), ink("#a39f95")
BLACK, BONE = ink("#17181b"), ink("#e4e0d2")

Draw = Callable[[Relief], None]


def _bench(r: Relief) -> None:
    for x in (-0.7, 0.7):
        r.rod(x, -0.28, x, 0.30, 0.035, 0.035, IRON, 0.5, 0.35)
    for index, y in enumerate((-0.24, -0.11, 0.02)):
        r.box(0, y, 0.88, 0.055, ink("#8a653f", 0.9 + 0.12 * index), 0.01, 0.3, 0.45, bevel=0.02)
    for y in (0.16, 0.25):
        r.box(0, y, 0.88, 0.035, ink("#755434"), 0.01, 0.3, 0.80, bevel=0.02)


def _barrier(r: Relief) -> None:
    for x in (-0.8, 0.8):
        r.rod(x, -0.26, x, 0.26, 0.04, 0.04, IRON, 0.4, 0.2)
    r.box(0, 0, 0.98, 0.10, BONE, 0.02, 0.3, 1.0, bevel=0.03)
    for index in range(4):
        r.box(-0.75 + index * 0.5, 0, 0.13, 0.10, ink("#d4702a"), 0.01, 0.4, turn=0.5, on_top=True)
    for x in (-0.86, 0.86):
        r.disc(x, 0, 0.08, ink("#e8a030", 1.3), 0.9, 1.1, 0.06)


def _hydrant(r: Relief) -> None:
    paint = ink("#d2a02a")
    r.disc(0, 0, 0.20, ink("#a67c1e"), 0.3, 0.2)
    r.rod(0, -0.25, 0, 0.25, 0.075, 0.075, paint, 0.5, 0.55)
    r.rod(0, 0, 0.24, 0, 0.09, 0.09, paint, 0.5, 0.55)
    for y in (-0.25, 0.25):
        r.disc(0, y, 0.065, STEEL, 0.7, 0.6)
    r.disc(0, 0, 0.155, paint, 0.5, 0.85, 0.15)
    r.disc(0, 0, 0.05, ink("#f0d070"), 0.7, 0.92)


def _bin(r: Relief) -> None:
    r.disc(0, 0, 0.38, ink("#40594f"), 0.4, 1.0, 0.04)
    for index in range(12):
        turn = index * np.pi / 6
        r.seam(np.cos(turn) * 0.28, np.sin(turn) * 0.28, np.cos(turn) * 0.37, np.sin(turn) * 0.37, 0.014, 0.5)
    r.disc(0, 0, 0.27, ink("#5d7a6d"), 0.5, 1.1, 0.06)
    r.disc(0, 0, 0.19, ink("#0b0c0c"), 0.1, on_top=True)
    r.height -= 0.4 * (np.hypot(r.x, r.y) < 0.19)
    r.oval(0.05, 0.04, 0.10, 0.07, ink("#cfc9b8"), 0.2, on_top=True, turn=0.5)
    r.oval(-0.07, -0.03, 0.06, 0.05, ink("#a84a38"), 0.2, on_top=True)


def _pillar(r: Relief) -> None:
    r.box(0, 0, 0.44, 0.44, CONCRETE, 0.04, 0.2, 3.0, bevel=0.08)
    r.box(0, 0, 0.44, 0.10, ink("#c9a227"), 0.0, 0.3, on_top=True)


def _phone(r: Relief) -> None:
    r.box(0, 0, 0.40, 0.44, ink("#56697f"), 0.05, 0.6, 2.1, bevel=0.06)
    r.box(0, 0, 0.30, 0.34, ink("#33424f"), 0.04, 0.6, 2.0, on_top=True)
    r.box(0.20, 0, 0.05, 0.30, ink("#e6e2d0"), 0.01, 0.4, 2.15, on_top=True)
    r.rod(-0.10, -0.13, -0.10, 0.13, 0.035, 0.035, BLACK, 0.6, 2.2, on_top=True)


def _sign(r: Relief) -> None:
    r.disc(0, 0, 0.08, STEEL, 0.6, 2.4)
    r.box(0, 0, 0.035, 0.52, ink("#2f6b4a"), 0.01, 0.5, 2.6)
    r.box(0, 0, 0.012, 0.50, BONE, 0.0, 0.5, on_top=True)


def _lamp_post(r: Relief) -> None:
    r.disc(0, 0, 0.19, ink("#555b61"), 0.4, 0.3, 0.06)
    r.rod(0, 0, 1.75, 0, 0.065, 0.045, ink("#6d747b"), 0.5, 7.0)
    r.oval(1.95, 0, 0.40, 0.17, ink("#828990"), 0.6, 7.1, 0.08)
    r.oval(1.98, 0, 0.24, 0.10, ink("#e8dcc0"), 0.8, on_top=True)


def _post_foot(r: Relief) -> None:
    r.disc(0, 0, 0.18, ink("#5d646b"), 0.4, 0.8, 0.06)
    r.disc(0, 0, 0.09, ink("#7f868d"), 0.5, 2.0, 0.03)


def _planter_box(r: Relief) -> None:
    r.box(0, 0, 0.96, 0.96, CONCRETE, 0.05, 0.2, 0.55, bevel=0.05)
    r.box(0, 0, 0.80, 0.80, ink("#33271c"), 0.04, 0.1, on_top=True)
    at = (np.abs(r.x) < 0.80) & (np.abs(r.y) < 0.80)
    r.height -= 0.18 * at


def _case(r: Relief) -> None:
    r.box(0, 0, 0.46, 0.33, ink("#7a4e2c"), 0.04, 0.5, 0.2, bevel=0.05)
    r.groove(0, 0, 0.42, 0.29, 0.010, 0.6)
    r.rod(-0.10, 0.37, 0.10, 0.37, 0.030, 0.030, BLACK, 0.4, 0.15)
    for x in (-0.26, 0.26):
        r.box(x, 0.27, 0.045, 0.04, ink("#d9b866"), 0.01, 0.9, 0.24, on_top=True)


def _cash_bag(r: Relief) -> None:
    cloth = ink("#4b5140")
    r.rod(-0.44, 0, 0.44, 0, 0.29, 0.29, cloth, 0.2, 0.5)
    r.rod(-0.60, 0, 0.60, 0, 0.016, 0.016, ink("#b4b69c"), 0.7, on_top=True)
    for x in (-0.20, 0.20):
        r.rod(x, -0.27, x, 0.27, 0.035, 0.035, ink("#2c2f26"), 0.3, on_top=True)
    r.rod(-0.20, 0.27, 0.20, 0.36, 0.03, 0.03, ink("#2c2f26"), 0.3, 0.2)
    r.box(0.44, -0.06, 0.10, 0.07, ink("#7fa080"), 0.01, 0.3, 0.56, turn=0.4)


def _strip(r: Relief) -> None:
    """A spike strip lies across its own facing: long along y, teeth on both edges."""
    r.box(0, 0, 0.10, 2.95, ink("#2c2e33"), 0.02, 0.4, 0.05, bevel=0.02)
    for index in range(38):
        y = -2.85 + index * 0.154
        for side in (-1, 1):
            points = [(side * 0.05, y - 0.05), (side * 0.23, y), (side * 0.05, y + 0.05)]
            r.wedge(points if side > 0 else points[::-1], STEEL if index % 2 else ink("#c2c8ce"), 0.9, 0.09)


def _tape(r: Relief) -> None:
    """Police tape between two cones, across its own facing: ten metres along y, a hand wide, hanging a little."""
    for end in (-1, 1):
        r.box(0, end * 4.9, 0.20, 0.20, ink("#23262a"), 0.02, 0.3, 0.05, bevel=0.03)
        r.disc(0, end * 4.9, 0.15, ink("#d8622a"), 0.3, 0.7, 0.10)
        r.disc(0, end * 4.9, 0.06, BONE, 0.3, 0.8, 0.02)
    for index in range(49):
        y = -4.8 + index * 0.2
        sag = 0.10 * (1.0 - (y / 4.9) ** 2)
        r.box(sag, y, 0.085, 0.105, ink("#e8c437" if index % 4 else "#20221f"), 0.03, 0.9, 0.02)


def _firebomb(r: Relief) -> None:
    r.rod(-0.20, 0, 0.06, 0, 0.12, 0.11, ink("#4f7d4c"), 0.9, 0.2)
    r.rod(0.06, 0, 0.20, 0, 0.09, 0.045, ink("#4f7d4c"), 0.9, 0.18)
    r.rod(0.18, 0, 0.32, 0.03, 0.045, 0.02, BONE, 0.1, 0.16)


def _charge(r: Relief) -> None:
    r.box(0, 0, 0.28, 0.20, ink("#8b8458"), 0.03, 0.3, 0.15, bevel=0.03)
    for x in (-0.13, 0.13):
        r.box(x, 0, 0.03, 0.21, BLACK, 0.0, 0.4, 0.18)
    r.rod(-0.05, -0.10, 0.10, 0.12, 0.014, 0.014, ink("#b03028"), 0.3, 0.2)
    r.disc(0.05, 0, 0.06, ink("#ff5038", 1.3), 0.9, 0.2, 0.03)


def _sheet(r: Relief) -> None:
    r.box(0, 0, 0.26, 0.19, ink("#ece8da"), 0.01, 0.2, 0.02, bevel=0.01)
    for y in (-0.10, -0.04, 0.02, 0.08):
        r.rod(-0.17, y, 0.15, y, 0.010, 0.010, ink("#5c5f66"), 0.1, on_top=True)
    r.wedge([(0.14, -0.19), (0.26, -0.19), (0.26, -0.07)], ink("#b9b4a2"), 0.2, on_top=True)


def _gun(r: Relief) -> None:
    """A long gun on the ground, as thick as one in hands."""
    for index, (u0, u1, v, radius, colour) in enumerate(PIECES["rifle"]):
        r.rod(
            (u0 - 0.16) * 1.6,
            v * 1.6,
            (u1 - 0.16) * 1.6,
            v * 1.6,
            radius * 1.6,
            radius * 1.6,
            colour,
            0.5,
            0.1 + 0.02 * index,
        )


def _mailbox(r: Relief) -> None:
    r.box(0, 0, 0.26, 0.30, ink("#2f4a78"), 0.05, 0.6, 1.2, bevel=0.06)
    r.box(0, 0.10, 0.22, 0.06, ink("#22365a"), 0.02, 0.6, on_top=True)
    r.box(0, -0.16, 0.18, 0.02, BONE, 0.0, 0.3, on_top=True)


def _newsbox(r: Relief) -> None:
    for x, colour in ((-0.45, "#a8342c"), (0.0, "#c99a2e"), (0.45, "#3a5f8a")):
        r.box(x, 0, 0.20, 0.22, ink(colour), 0.03, 0.5, 1.1, bevel=0.05)
        r.box(x, 0.14, 0.15, 0.05, ink("#1b2228"), 0.01, 0.9, on_top=True)
        r.box(x, -0.05, 0.12, 0.06, BONE, 0.0, 0.3, on_top=True)


def _bus_stop(r: Relief) -> None:
    """A shelter: a glass back, a roof one can see the bench through, a post with the sign."""
    r.box(0, -0.62, 1.55, 0.05, ink("#3d464c"), 0.01, 0.6, 2.3)
    for x in (-1.05, -0.35, 0.35, 1.05):
        r.box(x, -0.02, 0.32, 0.58, ink("#86a3ad"), 0.02, 0.95, 2.4, bevel=0.02)
    for x in (-1.4, -0.7, 0.0, 0.7, 1.4):
        r.rod(x, -0.62, x, 0.58, 0.03, 0.03, ink("#4c565c"), 0.6, 2.45)
    r.rod(-1.45, 0.58, 1.45, 0.58, 0.035, 0.035, ink("#4c565c"), 0.6, 2.45)
    r.disc(1.75, 0.45, 0.06, STEEL, 0.6, 2.2)
    r.box(1.75, 0.45, 0.04, 0.30, ink("#c9742c"), 0.01, 0.5, 2.6)


def _dumpster(r: Relief) -> None:
    r.box(0, 0, 1.0, 0.62, ink("#3c5a48"), 0.03, 0.4, 1.3, bevel=0.06)
    for x in (-0.49, 0.49):
        r.box(x, 0.02, 0.45, 0.54, ink("#23262a"), 0.03, 0.4, 1.4, bevel=0.05)
        r.groove(x, 0.02, 0.38, 0.46, 0.016, 0.6)
    for x in (-1.04, 1.04):
        r.rod(x, -0.4, x, 0.4, 0.045, 0.045, IRON, 0.5, 0.9)
    r.oval(0.25, 0.2, 0.16, 0.10, ink("#cfc9b8"), 0.2, 1.45, turn=0.4)


def _meter(r: Relief) -> None:
    r.disc(0, 0, 0.06, STEEL, 0.6, 1.0)
    r.box(0, 0, 0.10, 0.08, ink("#5b636a"), 0.04, 0.7, 1.3, bevel=0.04)


def _cone(r: Relief) -> None:
    r.box(0, 0, 0.19, 0.19, ink("#c9541f"), 0.02, 0.3, 0.04)
    r.disc(0, 0, 0.15, ink("#e0662a"), 0.3, 0.6, 0.5)
    r.disc(0, 0, 0.09, BONE, 0.4, on_top=True)
    r.disc(0, 0, 0.05, ink("#e0662a"), 0.4, on_top=True)


def _drum(r: Relief) -> None:
    r.disc(0, 0, 0.30, ink("#46606e"), 0.5, 0.9, 0.02)
    r.disc(0, 0, 0.25, ink("#37505e"), 0.4, on_top=True)
    r.disc(0.11, 0.04, 0.04, STEEL, 0.7, on_top=True)


def _crate(r: Relief) -> None:
    r.box(0, 0, 0.46, 0.46, ink("#a8865a"), 0.01, 0.15, 0.9, bevel=0.02)
    for y in (-0.28, -0.09, 0.10, 0.29):
        r.seam(-0.45, y, 0.45, y, 0.012, 0.5)
    for side in (-1, 1):
        r.box(side * 0.40, 0, 0.06, 0.46, ink("#8c6d45"), 0.0, 0.15, 0.93, bevel=0.02)


def _pump(r: Relief) -> None:
    """A petrol pump on its island."""
    r.box(0, 0, 0.30, 0.52, ink("#cfcdc4"), 0.04, 0.5, 1.7, bevel=0.05)
    r.box(0.12, 0, 0.10, 0.40, ink("#20262c"), 0.01, 0.9, on_top=True)
    r.box(-0.18, 0, 0.09, 0.50, ink("#a33a2c"), 0.0, 0.5, on_top=True)
    r.rod(0.30, 0.30, 0.42, -0.20, 0.03, 0.03, BLACK, 0.4, 1.0)


def _fountain(r: Relief) -> None:
    """A round basin with a bowl in its middle."""
    r.disc(0, 0, 2.0, ink("#a9a498"), 0.4, 0.5, 0.02)
    r.disc(0, 0, 1.76, ink("#3f6f7c"), 0.95, on_top=True)
    r.height -= 0.22 * (np.hypot(r.x, r.y) < 1.76)
    for ring in (0.75, 1.05, 1.4):
        far = np.abs(np.hypot(r.x, r.y) - ring - 0.03 * np.sin(np.arctan2(r.y, r.x) * 9))
        r.lay(r.everywhere(), r.inside(far - 0.015), ink("#9cc4cc"), 0.9, None, on_top=True)
    r.disc(0, 0, 0.55, ink("#b6b1a4"), 0.4, 1.0, 0.02)
    r.disc(0, 0, 0.44, ink("#4d8390"), 0.95, on_top=True)
    # What it throws up: a white crown, and foam where that falls back.
    turn, far = np.arctan2(r.y, r.x), np.hypot(r.x, r.y)
    for at, wide, lobes, colour in (
        (0.62, 0.10, 11, "#c8e2e8"),
        (0.30, 0.09, 7, "#e6f4f6"),
        (1.22, 0.05, 17, "#a8d0d8"),
    ):
        ring = np.abs(far - at - 0.06 * np.sin(turn * lobes + at * 9)) - wide * (
            0.55 + 0.45 * np.sin(turn * lobes * 2 + at)
        )
        r.lay(r.everywhere(), r.inside(ring), ink(colour), 0.9, None, on_top=True)
    r.disc(0, 0, 0.20, ink("#f6fcff"), 0.9, 1.4, 0.10)


HARD: dict[str, tuple[Draw, float]] = {
    "bench": (_bench, 1.1), "barrier": (_barrier, 1.3), "hydrant": (_hydrant, 0.7), "bin": (_bin, 0.7),
    "pillar": (_pillar, 0.7), "phone": (_phone, 0.7), "sign": (_sign, 0.7), "post": (_lamp_post, 2.5),
    "post_foot": (_post_foot, 0.5), "planter": (_planter_box, 1.1), "case": (_case, 0.7), "cash_bag": (_cash_bag, 0.9),
    "spike_strip": (_strip, 3.2), "police_tape": (_tape, 5.2), "firebomb": (_firebomb, 0.5), "charge": (_charge, 0.5),
    "route_sheet": (_sheet, 0.4),
    "weapon": (_gun, 1.2), "mailbox": (_mailbox, 0.6), "newsbox": (_newsbox, 0.9), "bus_stop": (_bus_stop, 2.2),
    "dumpster": (_dumpster, 1.4), "meter": (_meter, 0.4), "cone": (_cone, 0.4), "drum": (_drum, 0.6), "crate": (_crate, 0.7),
    "pump": (_pump, 0.9), "fountain": (_fountain, 2.3),
}  # fmt: skip
"""Each with how far it reaches from its middle."""
