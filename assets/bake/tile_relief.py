"""Reliefs as tiles: a thing that is drawn for the street in metres, cut into the squares of a tile sheet.

Owns the change of scale, the light and the soft shadow; it does not know what a relief shows. Called by the tile sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from assets.bake.prop_sheets import lit
from assets.bake.relief import Relief
from assets.bake.tile_ground import TILE, Picture
from game.render.atlas import PPM
from game.render.noise import blur

SHADOW_PX = 3
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
    small = _halved(picture)
    shift = max(1, round(SHADOW_PX * tall))
    mask = blur(np.pad(small[..., 3] / 255, ((shift, 0), (shift, 0)))[: small.shape[0], : small.shape[1]], 1)
    alpha = small[..., 3:4] / 255
    below = (mask * shadow)[..., None] * (1 - alpha)
    total = alpha + below
    colour = (small[..., :3] * alpha + np.array(SHADE, np.float32) * below) / np.maximum(total, 1e-4)
    whole = np.dstack([colour, total * 255])
    return [
        whole[y : y + TILE, x : x + TILE] for y in range(0, rows * TILE, TILE) for x in range(0, columns * TILE, TILE)
    ]


def _turn(r: Relief, turn: int) -> None:
    """Turn everything that has been painted by quarters, clockwise on the screen."""
    for _ in range(turn % 4):
        for name in ("albedo", "cover", "height", "gloss", "glass"):
            setattr(r, name, np.ascontiguousarray(np.rot90(getattr(r, name), -1)))
        r.h, r.w = r.w, r.h
        r.x, r.y = np.ascontiguousarray(-r.y.T[:, ::-1]), np.ascontiguousarray(r.x.T)


def _halved(picture: Picture) -> Picture:
    """From the scale of sprites to that of tiles, with colours weighed by their cover."""
    step = PPM // TILE
    height, width = picture.shape[0] // step, picture.shape[1] // step
    parts = picture[: height * step, : width * step].reshape(height, step, width, step, 4)
    alpha = parts[..., 3].mean(axis=(1, 3))
    colour = (parts[..., :3] * parts[..., 3:4]).mean(axis=(1, 3)) / np.maximum(alpha, 1e-4)[..., None]
    return np.dstack([colour, alpha])
