"""Reliefs as tiles: a thing that is drawn for the street in metres, cut into the squares of a tile sheet.

Owns the light and the soft shadow; sprites and finished tiles are of one scale. It does not know what a relief shows. Called
by the tile sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from assets.bake.prop_sheets import lit
from assets.bake.relief import Relief
from assets.bake.tile_ground import SHARP, TILE, Picture
from game.render.noise import blur

SHADOW_PX = 6
"""How far a thing's shadow on a tile lies off toward the lower right, for each metre of its height."""
SHADE = (22, 26, 38)

Draw = Callable[[Relief], None]


def relief_tiles(
    draw: Draw | Iterable[Draw], columns: int, rows: int, tall: float = 0.5, shadow: float = 0.42, turn: int = 0
) -> list[Picture]:
    """The tiles, row by row, of what is drawn on a relief as large as they are; `turn` in quarters, clockwise.

    The relief is painted as it stands before it is turned, and lit after, so that the light stays at the upper left.
    """
    wide, high = (rows, columns) if turn & 1 else (columns, rows)
    r = Relief(float(wide), float(high))
    for part in [draw] if callable(draw) else draw:
        part(r)
    _turn(r, turn)
    picture = lit(r).astype(np.float32)
    solid = r.shrink(r.cover)
    picture[..., 3] = np.maximum(solid, picture[..., 3] / 255 * 0.55) * 255
    shift = max(1, round(SHADOW_PX * tall))
    mask = blur(np.pad(picture[..., 3] / 255, ((shift, 0), (shift, 0)))[: picture.shape[0], : picture.shape[1]], 2)
    alpha = picture[..., 3:4] / 255
    below = (mask * shadow)[..., None] * (1 - alpha)
    total = alpha + below
    colour = (picture[..., :3] * alpha + np.array(SHADE, np.float32) * below) / np.maximum(total, 1e-4)
    whole, size = np.dstack([colour, total * 255]), TILE * SHARP
    return [
        whole[y : y + size, x : x + size] for y in range(0, rows * size, size) for x in range(0, columns * size, size)
    ]


def _turn(r: Relief, turn: int) -> None:
    """Turn everything that has been painted by quarters, clockwise on the screen."""
    for _ in range(turn % 4):
        for name in ("albedo", "cover", "height", "gloss", "glass"):
            setattr(r, name, np.ascontiguousarray(np.rot90(getattr(r, name), -1)))
        r.h, r.w = r.w, r.h
        r.x, r.y = np.ascontiguousarray(-r.y.T[:, ::-1]), np.ascontiguousarray(r.x.T)
