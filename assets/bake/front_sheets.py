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
DEEP = 1.35
MARGIN = 0.25
STRIPE = 0.40
LETTERS = 0.56
WORD_AT = 0.02
"""Where the middle of the letters lies between wall and edge, metres from the awning's middle."""
BULB = 0.34
"""Metres from bulb to bulb round a marquee."""


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
        if "on" in recipe:
            frames[name]["on"] = recipe["on"]
        if recipe["word"]:
            frames[f"{name}-light"] = {"rect": sheet.add(_light(recipe, r))}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "deep": DEEP, "frames": frames}
    return baked


def _awning(name: str, recipe: dict[str, Any]) -> Relief:
    """What hangs over a shop: cloth on ribs, a half barrel of it, or a flat marquee with bulbs round its edge."""
    r = Relief(recipe["length"] + MARGIN * 2, DEEP + MARGIN * 2)
    {"cloth": _cloth, "barrel": _cloth, "marquee": _marquee}[recipe.get("style", "cloth")](r, name, recipe)
    if recipe["word"]:
        half = (len(recipe["word"]) * 5.7 - 1.0) * LETTERS / 12
        if recipe.get("style", "cloth") != "marquee" and recipe["stripe"] != recipe["cloth"]:
            # Letters need plain cloth.
            r.box(0, WORD_AT, half + 0.15, LETTERS * 0.68, ink(recipe["cloth"]), 0.04, 0.1, on_top=True)
        r.strokes(lines(recipe["word"], 0.03, WORD_AT + 0.03, LETTERS), ink("#14161a"), 0.055)
        r.strokes(lines(recipe["word"], 0.0, WORD_AT, LETTERS), ink(recipe["ink"]), 0.055)
    return r


def _cloth(r: Relief, name: str, recipe: dict[str, Any]) -> None:
    """Cloth in folds from rib to rib, a scalloped valance, its iron at the wall."""
    x, y = r.x, r.y
    half, back, edge = recipe["length"] / 2, -DEEP / 2, DEEP / 2
    scallop = edge - 0.09 * np.abs(np.sin(x / STRIPE * np.pi))
    d = np.maximum(np.maximum(np.abs(x) - half, back - y), y - scallop)
    down = np.clip((y - back) / DEEP, 0, 1)
    fold = 0.035 * np.cos(x / STRIPE * 2 * np.pi) * (0.3 + 0.7 * down)
    if recipe.get("style") == "barrel":
        height = 0.25 + 0.95 * np.sqrt(np.clip(1 - down**2.2, 0, 1)) - fold * 0.5
        ends = np.clip((half - np.abs(x)) / 0.35, 0, 1)
        height = height * (0.45 + 0.55 * np.sqrt(ends))
    else:
        height = 1.25 - 0.80 * down**1.25 - fold
    valance = step(edge - 0.27, edge - 0.24, y + 0 * x)
    height = height - 0.22 * valance * np.clip((y - edge + 0.27) / 0.27, 0, 1)
    is_stripe = step(-0.08, 0.08, np.sin(x / STRIPE * np.pi)) + 0 * y
    cloth, stripe = ink(recipe["cloth"]), ink(recipe["stripe"])
    faded = 0.80 + 0.30 * cloud((r.h, r.w), 60, name + "cloth", 4)[..., None]
    r.lay(r.everywhere(), r.inside(d), cloth, 0.12, height)
    r.albedo = (r.albedo * (1 - is_stripe[..., None]) + stripe * r.cover[..., None] * is_stripe[..., None]) * faded
    r.albedo[..., :3] *= (1 - 0.34 * valance * r.cover)[..., None]
    r.box(0, edge - 0.26, half - 0.01, 0.018, ink("#f0ece0"), 0.0, 0.1, on_top=True)
    r.box(0, back + 0.05, half, 0.06, ink("#4a4640"), 0.01, 0.3, 1.35)
    for rib in np.linspace(-half + 0.05, half - 0.05, max(3, round(recipe["length"] / 1.2))):
        r.seam(float(rib), back + 0.10, float(rib), edge - 0.28, 0.014, 0.74)


def _marquee(r: Relief, name: str, recipe: dict[str, Any]) -> None:
    """A flat roof of sheet metal over the door with a raised rim; grime where water stands."""
    half, deep = recipe["length"] / 2, DEEP / 2
    r.box(0, 0, half, deep, ink(recipe["stripe"]), 0.05, 0.5, 1.0, bevel=0.05)
    r.box(0, 0, half - 0.14, deep - 0.14, ink(recipe["cloth"]), 0.03, 0.3, on_top=True)
    inside = (np.abs(r.x) < half - 0.14) & (np.abs(r.y) < deep - 0.14)
    r.height -= 0.10 * inside
    grime = cloud((r.h, r.w), 50, name + "grime", 4)
    r.albedo[..., :3] *= (1 - 0.45 * np.clip(grime - 0.4, 0, 1) * inside)[..., None]
    for bulb_x, bulb_y in _bulbs(half, deep):
        r.disc(bulb_x, bulb_y, 0.055, ink("#f4e6c0"), 0.8, 1.06, 0.03)


def _bulbs(half: float, deep: float) -> list[tuple[float, float]]:
    """Places of the bulbs along the three free edges."""
    across = np.linspace(-half + 0.07, half - 0.07, max(2, round(half * 2 / BULB)))
    down = np.linspace(-deep + 0.2, deep - 0.07, 4)[:-1]
    sides = [(side * (half - 0.07), float(y)) for side in (-1, 1) for y in down]
    return [(float(x), deep - 0.07) for x in across] + sides


def _light(recipe: dict[str, Any], like: Relief) -> sheets.Picture:
    """The letters as tubes of light with a glow about them, on black, to be added."""
    r = Relief(recipe["length"] + MARGIN * 2, DEEP + MARGIN * 2)
    for ax, ay, bx, by in lines(recipe["word"], 0.0, WORD_AT, LETTERS):
        r.rod(ax, ay, bx, by, 0.042, 0.042, ink("#ffffff"), 0.1)
    if recipe.get("style") == "marquee":
        for x, y in _bulbs(recipe["length"] / 2, DEEP / 2):
            r.disc(x, y, 0.05, ink("#ffffff"), 0.1)
    tube = r.shrink(r.cover)
    glow = np.clip(tube * 0.9 + blur(tube, 3) * 0.7 + blur(tube, 9) * 0.8, 0, 1)
    colour = linear(recipe["neon"])
    picture = np.dstack(
        [np.clip(glow[..., None] * colour + (tube * 0.25)[..., None], 0, 1) ** (1 / 2.2), np.ones_like(tube)]
    )
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
