"""Haze: pale sheets of it drift over the ground and take up what light there is. Looks only; minds know nothing of it.

Owns one repeating field. Called for levels whose weather is haze by `lighting`: in the light map of the frame, and for what is laid over
the scene with it, as haze hangs before the ground, too.
"""

from __future__ import annotations

import numpy as np
import pygame

from game.render.light import LightMap
from game.render.noise import cloud

METRES = 96
"""The field repeats after so many metres."""
DRIFT = (0.011, 0.004)
"""Metres a tick, east and south."""
STRENGTH = np.array((13.0, 16.0, 22.0), np.float32)
"""What of the night's own light it throws back where it is thickest."""
TAKES_UP = np.array((118.0, 132.0, 156.0), np.float32)
"""What share of lamplight it throws back there, of 255: nearly nothing in the dark, sheets and wisps in a cone of light."""

VEILS = np.array((42.0, 52.0, 66.0), np.float32)
"""What share of the light on the ground it throws back to the eye, of 255, where it is thickest."""


class Haze:
    """The drifting field, at the scale it was last wanted in."""

    def __init__(self) -> None:
        size = (METRES, METRES)
        sheets = cloud(size, 26, "haze", 4, wraps=True) * 0.7 + cloud(size, 9, "haze wisps", 3, wraps=True) * 0.5
        self._field = np.clip((sheets - 0.52) / 0.42, 0, 1)
        self._tile = self._lit_tile = pygame.Surface((1, 1))
        self._lit = pygame.Surface((1, 1))
        self._px = 0
        self._veil_tile = pygame.Surface((1, 1))
        self._veil_px = 0

    def lay(self, light: pygame.Surface, corner: tuple[int, int], k: float, time: float) -> None:
        """Add it to a light map of `k` pixels to a metre whose corner is given in its own pixels."""
        px = round(METRES * k)
        if px != self._px:
            self._tile, self._lit_tile, self._px = self._drawn(STRENGTH, px), self._drawn(TAKES_UP, px), px
        if self._lit.get_size() != light.get_size():
            self._lit = pygame.Surface(light.get_size(), 0, light)
        # What is lit is lit again in the haze before it: the light there, as much of it as the haze takes up.
        self._lit.blit(light, (0, 0))
        self._lit.fblits(self._tiled(self._lit_tile, light, corner, k, time), pygame.BLEND_RGB_MULT)
        light.blit(self._lit, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        light.fblits(self._tiled(self._tile, light, corner, k, time), pygame.BLEND_RGB_ADD)

    def veil(self, light: LightMap, time: float) -> pygame.Surface:
        """What the haze throws back of the finished light, at the size of its map; good until the next call."""
        px = round(METRES * light.k)
        if px != self._veil_px:
            self._veil_tile, self._veil_px = self._drawn(VEILS, px), px
        if self._lit.get_size() != light.map.get_size():
            self._lit = pygame.Surface(light.map.get_size(), 0, light.map)
        self._lit.blit(light.map, (0, 0))
        self._lit.fblits(self._tiled(self._veil_tile, light.map, light.corner, light.k, time), pygame.BLEND_RGB_MULT)
        return self._lit

    def _tiled(
        self, tile: pygame.Surface, light: pygame.Surface, corner: tuple[int, int], k: float, time: float
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The field side by side over a light map whose corner is given in its own pixels."""
        px = tile.get_width()
        left = (corner[0] - round(time * DRIFT[0] * k)) % px
        top = (corner[1] - round(time * DRIFT[1] * k)) % px
        width, height = light.get_size()
        return [(tile, (x, y)) for y in range(-top, height, px) for x in range(-left, width, px)]

    def _drawn(self, strength: np.ndarray, px: int) -> pygame.Surface:
        """The field in a colour, `px` pixels wide."""
        pixels = (self._field[..., None] * strength).astype(np.uint8)
        small = pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (METRES, METRES), "RGB")
        return pygame.transform.smoothscale(small, (px, px)).convert()
