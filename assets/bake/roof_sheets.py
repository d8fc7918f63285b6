"""Bakes what stands on roofs: one sheet of reliefs in the light of the street, and what of them shines at night.

Owns the sheet and its book. Called by `bake`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import sheets
from assets.bake.prop_sheets import lit
from assets.bake.relief import Relief
from assets.bake.roof_parts import PARTS, lights
from game.render.atlas import PPM

CODE = ("relief", "maps", "prop_sheets", "roof_parts", "roof_sheets")
ITEM = "props/roofs"


def items() -> dict[str, str]:
    """One item: they share a sheet."""
    return {ITEM: sheets.digest(sheets.code_digest(CODE))}


def bake(item: str) -> sheets.Baked:
    """The sheet and its book: for each part its measures, its height and, where it shines, its light."""
    sheet = sheets.Sheet()
    frames: dict[str, Any] = {}
    for name, (draw, length, breadth, tall) in PARTS.items():
        r = Relief(length, breadth)
        draw(r)
        picture = lit(r)
        frames[name] = {"rect": sheet.add(picture), "size": [length, breadth], "height": tall}
        height, width = picture.shape[:2]
        y, x = np.mgrid[0:height, 0:width]
        light = lights(name, (x + 0.5 - width / 2) / PPM, (y + 0.5 - height / 2) / PPM)
        if light is not None:
            colour = np.clip(light, 0, 1) ** (1 / 2.2) * 255
            glow = np.dstack([colour, np.full((height, width), 255.0)])
            frames[f"{name}-light"] = {"rect": sheet.add((glow + 0.5).astype(np.uint8))}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked
