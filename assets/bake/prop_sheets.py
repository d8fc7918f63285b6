"""Bakes the props: furniture and lying things as lit reliefs, and what grows, on one sheet.

Owns the frames and their light, which falls from the upper left for all of them: most stand as the level turned them.
Called by `bake`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import foliage, sheets
from assets.bake.maps import maps_of
from assets.bake.props import HARD
from assets.bake.relief import Relief
from game.render.lit_sprite import SUN

CODE = ("relief", "maps", "props", "foliage", "pen", "prop_sheets", "guns")
ITEM = "props/street"


def items() -> dict[str, str]:
    """One item: they share a sheet."""
    return {ITEM: sheets.digest(sheets.code_digest(CODE))}


def bake(item: str) -> sheets.Baked:
    """The sheet and its book."""
    sheet = sheets.Sheet()
    frames: dict[str, Any] = {}
    boxes = {}
    for kind, (draw, reach) in HARD.items():
        r = Relief(reach * 2, reach * 2)
        draw(r)
        picture = _even(lit(r))
        if kind in foliage.KINDS:
            boxes[kind] = picture
            continue
        frames[kind] = {"rect": sheet.add(picture)}
    for kind in foliage.KINDS:
        for variant in range(foliage.VARIANTS):
            plant = foliage.draw(kind, variant)
            whole = _over(boxes[kind], plant) if kind in boxes else plant
            frames[f"{kind}-{variant}"] = {"rect": sheet.add(_even(whole))}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked


def lit(r: Relief) -> sheets.Picture:
    """A relief in the light of the street, with its contour."""
    maps = {name: picture.astype(np.float32) / 255 for name, picture in maps_of(r).items()}
    slopes = maps["surface"][..., :2] * 2 - 1
    up = np.sqrt(np.clip(1 - (slopes * slopes).sum(axis=2), 0.04, 1))
    facing = np.clip(slopes[..., 0] * SUN[0] + slopes[..., 1] * SUN[1] + up * SUN[2], 0, 1)
    sky, gloss = maps["surface"][..., 2], maps["surface"][..., 3]
    light = (0.40 * sky + (0.48 + 0.46 * sky) * facing)[..., None] * maps["colour"][..., :3] ** 2.2
    light = light + (gloss * 0.5 * np.clip(2 * up * facing - SUN[2], 0, 1) ** 10)[..., None]
    share = maps["mask"][..., 2:3] / np.maximum(maps["colour"][..., 3:4], 1e-3)
    picture = np.dstack([np.clip(light * share, 0, 1) ** (1 / 2.2), maps["colour"][..., 3]])
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def _even(picture: sheets.Picture) -> sheets.Picture:
    """Cut empty margins evenly, so that the middle stays the middle."""
    rows, columns = np.nonzero(picture[..., 3] > 3)
    h, w = picture.shape[:2]
    half_y = int(max(h / 2 - rows.min(), rows.max() + 1 - h / 2)) + 1
    half_x = int(max(w / 2 - columns.min(), columns.max() + 1 - w / 2)) + 1
    top, left = max(0, h // 2 - half_y), max(0, w // 2 - half_x)
    return np.ascontiguousarray(picture[top : h - top, left : w - left])


def _over(below: sheets.Picture, above: sheets.Picture) -> sheets.Picture:
    """One picture centred on another, as large as the larger."""
    h, w = (max(a, b) for a, b in zip(below.shape[:2], above.shape[:2], strict=True))
    whole = np.zeros((h, w, 4), np.float32)
    for picture in (below, above):
        y, x = (h - picture.shape[0]) // 2, (w - picture.shape[1]) // 2
        part = whole[y : y + picture.shape[0], x : x + picture.shape[1]]
        alpha = picture[..., 3:4] / 255.0
        total = alpha + part[..., 3:4] / 255 * (1 - alpha)
        colour = picture[..., :3] * alpha + part[..., :3] * (part[..., 3:4] / 255) * (1 - alpha)
        part[..., :3] = colour / np.maximum(total, 1e-4)
        part[..., 3:4] = total * 255
    return (whole + 0.5).astype(np.uint8)
