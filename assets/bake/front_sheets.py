"""Bakes shop fronts: awnings with stripes and letters, and the letters alone as they shine at night.

Owns their shape: cloth that slopes down from the wall (negative y) to a scalloped edge. Trades and colours are the
recipe's. Called by `bake`.
"""

from __future__ import annotations

import tomllib
from typing import Any

import numpy as np

from assets.bake import sheets
from assets.bake.prop_sheets import lit
from assets.bake.relief import Relief, ink
from assets.bake.strokes import lines
from game.render.noise import blur, cloud, linear, step

CODE = ("relief", "maps", "strokes", "front_sheets", "prop_sheets")
ITEM = "props/fronts"
DEEP = 0.85
MARGIN = 0.25
STRIPE = 0.40
LETTERS = 0.44


def recipes() -> dict[str, Any]:
    """The fronts by name."""
    return tomllib.loads((sheets.ASSETS / "recipes" / "fronts.toml").read_text(encoding="utf-8"))


def items() -> dict[str, str]:
    """One item: they share a sheet."""
    return {ITEM: sheets.digest(recipes(), sheets.code_digest(CODE))}


def bake(item: str) -> sheets.Baked:
    """The sheet and its book: for each front its cloth and, where it has letters, their light."""
    sheet = sheets.Sheet()
    frames: dict[str, Any] = {}
    for name, recipe in recipes().items():
        r = _awning(name, recipe)
        picture = lit(r)
        frames[name] = {"rect": sheet.add(picture), "length": recipe["length"]}
        if recipe["word"]:
            frames[f"{name}-light"] = {"rect": sheet.add(_light(recipe, r))}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "deep": DEEP, "frames": frames}
    return baked


def _awning(name: str, recipe: dict[str, Any]) -> Relief:
    """Cloth on ribs, a pale valance, letters."""
    length = recipe["length"]
    r = Relief(length + MARGIN * 2, DEEP + MARGIN * 2)
    x, y = r.x, r.y
    half, back, edge = length / 2, -DEEP / 2, DEEP / 2
    scallop = edge - 0.07 * np.abs(np.sin(x / STRIPE * np.pi))
    d = np.maximum(np.maximum(np.abs(x) - half, back - y), y - scallop)
    down = np.clip((y - back) / DEEP, 0, 1)
    sag = 0.03 * np.cos(x / STRIPE * 2 * np.pi) * down
    height = 0.9 - 0.62 * down**1.3 - sag
    is_stripe = step(-0.08, 0.08, np.sin(x / STRIPE * np.pi)) + 0 * y
    if recipe["word"]:
        # Letters need plain cloth: stripes only along the edge.
        is_stripe = is_stripe * step(0.76, 0.80, down)
    cloth, stripe = ink(recipe["cloth"]), ink(recipe["stripe"])
    faded = 0.86 + 0.22 * cloud((r.h, r.w), 60, name + "cloth", 3)[..., None]
    r.lay(r.everywhere(), r.inside(d), cloth, 0.12, height)
    r.albedo = (r.albedo * (1 - is_stripe[..., None]) + stripe * r.cover[..., None] * is_stripe[..., None]) * faded
    r.box(0, edge - 0.13, half - 0.02, 0.014, ink("#f0ece0"), 0.0, 0.1, on_top=True)
    r.box(0, back + 0.04, half, 0.05, ink("#4a4640"), 0.01, 0.3, 1.0)
    for rib in np.linspace(-half + 0.05, half - 0.05, 5):
        r.seam(float(rib), back + 0.08, float(rib), edge - 0.16, 0.010, 0.82)
    if recipe["word"]:
        r.strokes(lines(recipe["word"], 0.0, -0.04, LETTERS), ink(recipe["ink"]), 0.042)
    return r


def _light(recipe: dict[str, Any], like: Relief) -> sheets.Picture:
    """The letters as tubes of light with a glow about them, on black, to be added."""
    r = Relief(recipe["length"] + MARGIN * 2, DEEP + MARGIN * 2)
    for ax, ay, bx, by in lines(recipe["word"], 0.0, -0.04, LETTERS):
        r.rod(ax, ay, bx, by, 0.035, 0.035, ink("#ffffff"), 0.1)
    tube = r.shrink(r.cover)
    glow = np.clip(tube * 0.9 + blur(tube, 3) * 0.7 + blur(tube, 9) * 0.8, 0, 1)
    colour = linear(recipe["neon"])
    picture = np.dstack(
        [np.clip(glow[..., None] * colour + (tube * 0.25)[..., None], 0, 1) ** (1 / 2.2), np.ones_like(tube)]
    )
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
