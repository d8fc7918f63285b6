"""Haze: pale sheets of it drift over the ground and take up what light there is. Looks only; minds know nothing of it.

Owns one repeating field. Called by `lighting` for levels whose weather is haze, in the light map of the frame.
"""

from __future__ import annotations

import numpy as np
import pygame

from game.render.noise import cloud

METRES = 96
"""The field repeats after so many metres."""
DRIFT = (0.011, 0.004)
"""Metres a tick, east and south."""
STRENGTH = np.array((13.0, 16.0, 22.0), np.float32)


class Haze:
    """The drifting field, at the scale it was last wanted in."""

    def __init__(self) -> None:
        size = (METRES, METRES)
        sheets = cloud(size, 26, "haze", 4, wraps=True) * 0.7 + cloud(size, 9, "haze wisps", 3, wraps=True) * 0.5
        self._field = np.clip((sheets - 0.52) / 0.42, 0, 1)
        self._tile = pygame.Surface((1, 1))
        self._px = 0

    def lay(self, light: pygame.Surface, corner: tuple[int, int], k: float, time: float) -> None:
        """Add it to a light map of `k` pixels to a metre whose corner is given in its own pixels."""
        px = round(METRES * k)
        if px != self._px:
            pixels = (self._field[..., None] * STRENGTH).astype(np.uint8)
            small = pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (METRES, METRES), "RGB")
            self._tile, self._px = pygame.transform.smoothscale(small, (px, px)).convert(), px
        left = (corner[0] - round(time * DRIFT[0] * k)) % px
        top = (corner[1] - round(time * DRIFT[1] * k)) % px
        width, height = light.get_size()
        spots = [(self._tile, (x, y)) for y in range(-top, height, px) for x in range(-left, width, px)]
        light.fblits(spots, pygame.BLEND_RGB_ADD)
