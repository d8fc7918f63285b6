"""Weapons and loads in people's hands, by kind, as the arms hold them; and what lies over a figure: straps, ties, blood.

Owns their shapes and where the muzzle is. They are drawn thicker than they are, so that one tells a rifle from a shotgun
at street scale. Called by `people_sheets.py`.
"""

from __future__ import annotations

import math
from typing import Any

from assets.bake import sheets
from assets.bake.body import Body, frame, lit, metres
from assets.bake.relief import Ink, ink

BLACK, STEEL, BRIGHT = ink("#202226"), ink("#5b6169"), ink("#8b929a")
WOOD, GRIP = ink("#7c4e2a"), ink("#2c2a28")
REACH = 1.15
HOLDS: dict[str, tuple[float, float, float]] = {
    "long_aim": (0.21, 0.115, -0.05),
    "long_rest": (0.15, 0.12, -0.66),
    "short_aim": (0.55, 0.02, 0.0),
    "short_rest": (0.29, 0.20, 0.12),
    "long_reload": (0.20, 0.15, -0.42),
    "short_reload": (0.26, 0.15, -0.30),
    "long_raise": (0.18, 0.12, -0.34),
    "short_raise": (0.43, 0.10, 0.05),
}
"""Where the grip is, and how the barrel is turned."""
MUZZLES = {"smg": 0.44, "rifle": 0.64, "shotgun": 0.68, "sniper": 0.84, "pistol": 0.20, "revolver": 0.19}
"""From the grip to the muzzle."""

Piece = tuple[float, float, float, float, Ink]
"""From and to along the barrel, aside of it, half its breadth, colour."""
PIECES: dict[str, list[Piece]] = {
    "rifle": [
        (-0.30, -0.08, 0, 0.046, BLACK), (-0.10, 0.24, 0, 0.054, BLACK), (0.0, 0.20, -0.016, 0.020, STEEL),
        (0.22, 0.46, 0, 0.046, GRIP), (0.44, 0.62, 0, 0.024, STEEL), (0.60, 0.64, 0, 0.032, BLACK),
        (0.09, 0.16, 0.066, 0.034, STEEL),
    ],
    "smg": [
        (-0.22, -0.08, 0, 0.030, STEEL), (-0.10, 0.22, 0, 0.056, BLACK), (0.0, 0.16, -0.014, 0.020, STEEL),
        (0.22, 0.44, 0, 0.036, BLACK), (0.12, 0.15, 0.060, 0.030, STEEL),
    ],
    "shotgun": [
        (-0.34, -0.08, 0, 0.050, WOOD), (-0.10, 0.20, 0, 0.050, STEEL), (0.20, 0.44, 0, 0.052, WOOD),
        (0.20, 0.68, -0.018, 0.024, BRIGHT),
    ],
    "sniper": [
        (-0.36, -0.10, 0, 0.050, GRIP), (-0.12, 0.28, 0, 0.052, BLACK), (0.28, 0.50, 0, 0.044, GRIP),
        (0.48, 0.84, 0, 0.022, STEEL), (-0.04, 0.22, -0.014, 0.036, BRIGHT), (0.20, 0.25, -0.014, 0.044, BLACK),
    ],
    "pistol": [(-0.07, 0.20, 0, 0.042, BLACK), (-0.05, 0.19, -0.008, 0.022, STEEL)],
    "revolver": [(-0.07, 0.08, 0, 0.044, STEEL), (0.06, 0.19, 0, 0.026, BRIGHT), (-0.10, -0.04, 0, 0.036, WOOD)],
}  # fmt: skip


def bake_guns(item: str) -> sheets.Baked:
    """The sheet and the book of weapons."""
    sheet, frames = sheets.Sheet(), {}
    for kind, pieces in PIECES.items():
        is_long = kind not in ("pistol", "revolver")
        for hold in (hold for hold in HOLDS if hold.startswith("long") == is_long):
            made: dict[str, Any] = frame(sheet, lit(_gun(pieces, HOLDS[hold]), 0.6))
            x, y = _along(HOLDS[hold], MUZZLES[kind], 0.0)
            made["sockets"] = {"muzzle": [[metres(x), metres(y)]]}
            frames[f"{kind}-{hold}"] = made
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked


def _along(hold: tuple[float, float, float], u: float, v: float) -> tuple[float, float]:
    x, y, turn = hold
    c, s = math.cos(turn), math.sin(turn)
    return x + u * c - v * s, y + u * s + v * c


def _gun(pieces: list[Piece], hold: tuple[float, float, float]) -> Body:
    body = Body(REACH)
    for index, (u0, u1, v, radius, colour) in enumerate(pieces):
        a, b = _along(hold, u0, v), _along(hold, u1, v)
        body.rod(*a, *b, radius, radius, colour, 1.40 + 0.02 * index, 0.5)
    return body


def bake_gear(item: str) -> sheets.Baked:
    """Bag, case, straps, tie, blood: what is laid over or under a figure."""
    sheet, frames = sheets.Sheet(), {}
    for name, draw in (("bag", _bag), ("straps", _straps), ("case", _case), ("tie", _tie), ("blood", _blood)):
        body = Body(0.75)
        draw(body)
        frames[name] = frame(sheet, lit(body, 0.0 if name in ("blood", "straps") else 0.5))
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked


def _bag(body: Body) -> None:
    """A full duffel bag across the back."""
    cloth = ink("#4b5140")
    body.rod(-0.29, -0.26, -0.29, 0.26, 0.165, 0.165, cloth, 1.30)
    body.bar(-0.29, -0.30, -0.29, 0.30, 0.014, ink("#a3a58c"))
    for y in (-0.16, 0.16):
        body.bar(-0.44, y, -0.15, y, 0.020, ink("#26281f"))
    for y in (-0.36, 0.36):
        body.oval(-0.29, y, 0.06, 0.05, ink("#333829"), 1.30, 0.05)


def _straps(body: Body) -> None:
    for side in (-1, 1):
        body.bar(-0.15, side * 0.15, 0.13, side * 0.13, 0.030, ink("#2a2c22"), 1.5, on_top=False)


def _case(body: Body) -> None:
    """A document case in the right hand of hanging arms."""
    body.box(0.06, 0.36, 0.19, 0.055, ink("#6e4527"), 0.9, 0.0, 0.4, on_top=False)
    body.bar(-0.08, 0.36, 0.20, 0.36, 0.016, ink("#b98a56"))
    body.bar(0.02, 0.31, 0.10, 0.31, 0.016, ink("#2a1c12"), 1.0, on_top=False)


def _tie(body: Body) -> None:
    """A white zip tie about both wrists."""
    body.bar(-0.24, -0.075, -0.24, 0.075, 0.026, ink("#f0f0ea"), 1.5, on_top=False)


def _blood(body: Body) -> None:
    wet = ink("#5a0f12")
    for x, y, size in ((0.07, 0.09, 0.075), (0.02, 0.15, 0.045), (-0.02, 0.05, 0.040), (0.10, 0.02, 0.030)):
        body.oval(x, y, size, size * 1.2, wet, 1.5, 0.0, 0.4, 0.6)
