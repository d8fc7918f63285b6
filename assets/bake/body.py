"""A part of a figure while it is drawn: rods, ovals and discs in metres of a life-size man, drawn larger than life.

Owns the enlargement and the light of people, which falls from above: figures turn too often to be lit from a side, and
the game adds a rim on the screen. Called by `limbs.py`, `torsos.py`, `heads.py` and `guns.py`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import sheets
from assets.bake.relief import Ink, Relief
from game.render.atlas import PPM
from game.render.noise import F, blur

LARGER = 1.8
"""How much larger than life people are drawn: at street scale a man is as broad as a car's bonnet is deep."""
WHITE = np.array([0.80, 0.80, 0.80, 0.0], F)
"""What takes its colour in the game is baked in this grey."""


class Body:
    """One layer of a figure, its middle at the figure's middle."""

    def __init__(self, reach: float) -> None:
        self.r = Relief(reach * 2 * LARGER, reach * 2 * LARGER)

    def rod(self, ax, ay, bx, by, ra, rb, colour: Ink, height=1.3, gloss=0.15) -> None:
        """A limb, round in section."""
        k = LARGER
        self.r.rod(ax * k, ay * k, bx * k, by * k, ra * k, rb * k, colour, gloss, height * k)

    def oval(self, x, y, rx, ry, colour: Ink, height=1.5, dome=0.12, turn=0.0, gloss=0.15, on_top=False) -> None:
        """A rounded mass."""
        k = LARGER
        self.r.oval(x * k, y * k, rx * k, ry * k, colour, gloss, height * k, dome * k, turn, on_top)

    def flat(self, x, y, rx, ry, colour: Ink, turn=0.0, gloss=0.2) -> None:
        """A mark painted on what is there."""
        k = LARGER
        self.r.oval(x * k, y * k, rx * k, ry * k, colour, gloss, None, 0.0, turn, on_top=True)

    def bar(self, ax, ay, bx, by, radius, colour: Ink, height=None, gloss=0.3, on_top=True) -> None:
        """A stripe, a strap, a barrel."""
        k = LARGER
        self.r.rod(ax * k, ay * k, bx * k, by * k, radius * k, radius * k, colour, gloss, None if height is None else height * k,
                   on_top=on_top)  # fmt: skip

    def box(self, x, y, hx, hy, colour: Ink, height=None, turn=0.0, gloss=0.2, on_top=True, corner=0.015) -> None:
        """A pouch, a plate."""
        k = LARGER
        self.r.box(x * k, y * k, hx * k, hy * k, colour, corner * k, gloss, None if height is None else height * k, turn,
                   0.02 * k, on_top)  # fmt: skip

    def wedge(self, points, colour: Ink) -> None:
        """A convex patch painted on what is there."""
        self.r.wedge([(x * LARGER, y * LARGER) for x, y in points], colour, 0.2, None, on_top=True)

    def crease(self, ax, ay, bx, by, width=0.008, dark=0.6) -> None:
        """A seam or fold."""
        k = LARGER
        self.r.seam(ax * k, ay * k, bx * k, by * k, width * k, dark)


def lit(body: Body, halo: float = 0.45) -> sheets.Picture:
    """The layer in light from above, with a soft contact shadow about it."""
    r = body.r
    cover = r.shrink(r.cover)
    weight = np.maximum(cover, 1e-4)
    _, _, nz = r.normals()
    sky = r.occlusion()
    albedo = r.shrink(r.albedo[..., :3] * r.cover[..., None]) / weight[..., None]
    gloss = r.shrink(r.gloss * r.cover) / weight
    shade = sky * (0.30 + 0.86 * np.clip(nz, 0, 1) ** 1.3)
    light = albedo * shade[..., None] + (gloss * 0.10 * np.clip(nz, 0, 1) ** 12)[..., None]
    rim = np.clip(blur(cover, 2) * 1.5, 0, 1) * halo
    alpha = cover + (1 - cover) * rim
    share = (cover / np.maximum(alpha, 1e-3))[..., None]
    picture = np.dstack([np.clip(light * share, 0, 1) ** (1 / 2.2), alpha])
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def frame(sheet: sheets.Sheet, picture: sheets.Picture) -> dict[str, Any]:
    """Trim a layer, place it, and say where its figure's middle lies in it."""
    rows, columns = np.nonzero(picture[..., 3] > 3)
    if not len(rows):
        rows, columns = np.array([0]), np.array([0])
    top, left = int(rows.min()), int(columns.min())
    cut = picture[top : int(rows.max()) + 1, left : int(columns.max()) + 1]
    h, w = picture.shape[:2]
    return {"rect": sheet.add(np.ascontiguousarray(cut)), "pivot": [w / 2 - left, h / 2 - top]}


def metres(value: float) -> float:
    """Life-size metres as they are drawn."""
    return round(value * LARGER, 3)


PIXELS = PPM * LARGER
"""Pixels of a life-size metre."""
