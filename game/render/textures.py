"""Repeating textures of surfaces that no tile covers: grain, stains, slabs or cracks by the surface's name.

Owns them for all levels of a session. Called by the ground; grass is `meadow.py`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pygame

from game.render.noise import cloud, dice, encode, linear, step
from game.render.palette import SURFACES

TEXTURE = 512
"""Pixels along a texture at most: as many whole metres as fit."""
KEPT = 16
"""Of surfaces, at any scale: 1 MB each."""


@lru_cache(maxsize=KEPT)
def surface_texture(name: str, scale: int) -> pygame.Surface:
    """A repeating texture for a surface that has no tile: grain, stains, slabs or cracks by its name."""
    cells = TEXTURE // scale
    size = cells * scale
    colour = linear(SURFACES.get(name, "#7c7a76"))
    stain = cloud((size, size), scale * 2.5, name + "stain", 4, wraps=True)
    grain = dice(name).random((size, size)).astype(np.float32)
    shade = 0.80 + 0.34 * (stain - 0.5) + 0.16 + 0.20 * (grain - 0.5) * min(1.0, 16 / scale)
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / scale
    if name in ("sidewalk", "concrete", "pavement", "tile", "tiles", "marble"):
        slab = 2.0 if name not in ("tile", "tiles", "marble") else 1.0
        gap = np.minimum(np.minimum(x % slab, slab - x % slab), np.minimum(y % slab, slab - y % slab))
        shade *= 1 - 0.34 * step(0.045, 0.015, gap)
        checks = ((x // slab * 7 + y // slab * 13) % 5) / 5
        shade *= 0.96 + 0.07 * checks
    elif "asphalt" in name:
        warp = cloud((size, size), scale * 3.0, "crack", 5, wraps=True)
        shade *= 1 - 0.4 * step(0.006, 0.002, np.abs(warp - 0.5)) * step(0.5, 0.6, stain)
    return pygame.image.frombytes(encode(shade[..., None] * colour).tobytes(), (size, size), "RGB").convert()
