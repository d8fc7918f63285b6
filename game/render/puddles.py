"""Where water stands: one pattern of pools for the shine of wet ground and for its looks in the rain.

Owns the pattern and the puddles that are painted into a chunk of ground. Called by `baked_light.py` and by the ground.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pygame

from game.content.level import Level
from game.render.noise import cloud, step

METRES = 30
"""The pattern repeats after so many metres, a whole number of pixels at every scale."""
PPM = 12
SKY = (104, 118, 136)
"""What a puddle shows."""
SHORE = 0.595
DEEP, FILM = 0.50, 0.20
"""How much of the ground a puddle hides, and how much darker wet ground is."""
HOLDS = {
    "asphalt": 1.0, "wet_asphalt": 1.0, "concrete": 0.85, "sidewalk": 0.6, "pavement": 0.6, "gravel": 0.35, "dirt": 0.6, "grass": 0.12,
}  # fmt: skip
"""How much water stays on a surface; indoors there is none."""
WEATHERS = {"rain": 1.0, "haze": 0.62}
"""How much of that there is in a weather: after haze the hollows are wet."""


@lru_cache(maxsize=1)
def _depth() -> np.ndarray:
    size = METRES * PPM
    return cloud((size, size), 90, "puddles", 5, wraps=True)


def pools() -> np.ndarray:
    """1 where a puddle shines, 0 where none is, over the whole pattern; soft at the rim."""
    return step(0.56, 0.66, _depth())


class Puddles:
    """The puddles of one level, in the rain or what is left of it."""

    def __init__(self, level: Level) -> None:
        share = WEATHERS.get(level.weather, 0.0)
        holds = np.array([HOLDS.get(name, 0.0) * share for name in level.surfaces], np.float32)
        self._holds = holds[np.frombuffer(level.ground, np.uint8).reshape(level.height, level.width)]
        self._sky = np.array(SKY, np.float32)

    def paint(self, chunk: pygame.Surface, scale: int, left: int, top: int) -> None:
        """Wet a chunk whose corner lies at (left, top) metres: darker, and the sky where water stands."""
        span, size = chunk.get_width() // scale, chunk.get_width()
        rows = np.clip(np.arange(top, top + span), 0, self._holds.shape[0] - 1)
        columns = np.clip(np.arange(left, left + span), 0, self._holds.shape[1] - 1)
        holds = self._holds[np.ix_(rows, columns)]
        if not holds.any():
            return
        # A coarse picture needs no finer puddles than its own pixels.
        every = 1 if scale > PPM else 3
        at_y0 = np.arange(top * PPM, (top + span) * PPM, every)
        at_x0 = np.arange(left * PPM, (left + span) * PPM, every)
        at_y, at_x = at_y0 % (METRES * PPM), at_x0 % (METRES * PPM)
        wet = holds.repeat(PPM // every, 0).repeat(PPM // every, 1)
        depth = _depth()[np.ix_(at_y, at_x)]
        # Shores rise and fall from block to block, so that the pattern does not show.
        swell = np.sin(at_x0[None, :] * 0.0111) * np.cos(at_y0[:, None] * 0.0098)
        depth = depth - 0.045 * swell.astype(np.float32) - 0.012
        # A sharp shore with a dark wet rim before it; shallow water shows more of the ground.
        water = step(SHORE, SHORE + 0.012, depth) * wet
        rim = step(SHORE - 0.035, SHORE, depth) * (1 - water)
        deep = DEEP * water * (0.55 + 0.45 * step(SHORE, SHORE + 0.10, depth))
        film = wet * (1 - water) * (FILM + 0.20 * rim)
        # One picture does both: a film is black with little alpha, a puddle is sky with much.
        alpha = deep + film
        colour = self._sky[None, None, :] * (deep / np.maximum(alpha, 1e-3))[..., None]
        pixels = np.ascontiguousarray(np.dstack([colour, alpha * 255]).astype(np.uint8))
        small = pygame.image.frombytes(pixels.tobytes(), pixels.shape[1::-1], "RGBA")
        chunk.blit(pygame.transform.smoothscale(small, (size, size)), (0, 0))
