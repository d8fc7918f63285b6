"""From a relief to the three pictures the game lights: colour and alpha; slopes, sky and gloss; paint, panes and cover.

Owns the contour and the soft shade on the ground about a sprite. Called by the generators of sheets.
"""

from __future__ import annotations

import numpy as np

from assets.bake import sheets
from assets.bake.relief import Relief
from game.render.lit_sprite import PAINT_RANGE
from game.render.noise import blur

CONTOUR = 0.66
"""Strength of the dark rim about a sprite."""
CONTACT = 0.50
"""Strength of the soft shade on the ground about it, without which vehicles hover."""


def maps_of(r: Relief) -> dict[str, sheets.Picture]:
    """The three pictures of a relief at sprite size."""
    cover = r.shrink(r.cover)
    weight = np.maximum(cover, 1e-4)
    nx, ny, nz = r.normals()
    sky = r.occlusion() * (0.6 + 0.4 * nz)

    def mean(values: np.ndarray) -> np.ndarray:
        return r.shrink(values * r.cover) / weight

    albedo = r.shrink(r.albedo * r.cover[..., None]) / weight[..., None]
    halo = np.maximum(np.clip(blur(cover, 2) * 1.7, 0, 1) * CONTOUR, np.clip(blur(cover, 5) * 1.25, 0, 1) * CONTACT)
    alpha = cover + (1 - cover) * halo
    solid = cover > 0.004
    colour = np.dstack([np.clip(albedo[..., :3], 0, 1) ** (1 / 2.2) * solid[..., None], alpha])
    surface = np.dstack([nx / 2 + 0.5, ny / 2 + 0.5, np.clip(sky, 0, 1), np.clip(mean(r.gloss), 0, 1)])
    mask = np.dstack([albedo[..., 3] / PAINT_RANGE * solid, mean(r.glass), cover, np.ones_like(cover)])
    surface[~solid] = (0.5, 0.5, 1.0, 0.0)
    return {name: _bytes(field) for name, field in (("colour", colour), ("surface", surface), ("mask", mask))}


def _bytes(field: np.ndarray) -> sheets.Picture:
    return (np.clip(field, 0, 1) * 255 + 0.5).astype(np.uint8)
