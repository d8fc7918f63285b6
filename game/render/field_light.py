"""How light over a field looks where rows of strong low lamps burn: glaring before them, dimmer the farther off.

Many such lamps together fill the light map for thirty metres about them: minds see everybody there alike, and the eye would
see a plain. So what is lit is held back by its distance from the next strong lamp, in the picture alone: never so much that the order of
near and far changes, or that it might be taken for dark. What lies in the dark stays as it is.
Owns one coarse field a frame. Called by `lighting` when all lights have been added, while such lamps burn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pygame

from game.render.canvas import canvas
from game.render.light import LOW_TALL, WIDE, LightMap
from game.render.light_shapes import POOL_PX
from game.render.palette import Hour
from game.render.switched_lamps import SwitchedLamp, SwitchedLamps
from game.render.turned import TurnedCache

COARSE = 4
"""Pixels of the light map to one of the field, which has no edges."""
HELD = (0.46, 0.38, 0.28)
"""What share of light is held back far from a lamp; of red the most: light from far off is cold."""
GLARE = 0.14
"""The share of a strong lamp's reach within which most of its glare is gone."""
FADES = (0.12, 0.80)
"""Shares of its reach between which that ends, as its own light does."""
LESSER_WIDE, LESSER = 20.0, 0.22
"""Lamps as low that reach so far have some glare of their own: how much of what is held back they give again."""
DARK = 1.5
"""Up to so many times the hour's own light nothing is held back."""
KEPT_BYTES = 6_000_000


class FieldLight:
    """The strong low lamps of one level."""

    def __init__(self, hour: Hour, switched: SwitchedLamps) -> None:
        self._switched = switched
        self._dark = tuple(min(255, int(level * DARK)) for level in hour.light)
        self._pictures = TurnedCache(KEPT_BYTES)
        self._coarse = self._wide = self._deep = pygame.Surface((1, 1))

    def lay(self, light: LightMap) -> None:
        """Hold back what is lit in the map of a frame."""
        burning = [
            (lamp, strength)
            for lamp, strength in self._switched.burning()
            if lamp.tall < LOW_TALL and lamp.reach > LESSER_WIDE
        ]
        strong = [lamp for lamp, _ in burning if lamp.reach > WIDE]
        if not strong:
            return
        size = light.map.get_size()
        self._make_room(size)
        (x, y), k = light.corner, light.k / COARSE
        column, row = x // COARSE, y // COARSE
        coarse = self._coarse.subsurface((0, 0, size[0] // COARSE + 2, size[1] // COARSE + 2))
        self._paint(coarse, burning, k, (column, row))
        width, height = coarse.get_width() * COARSE, coarse.get_height() * COARSE
        wide = self._wide.subsurface((0, 0, width, height))
        pygame.transform.smoothscale(coarse, (width, height), wide)
        deep = self._deep.subsurface((0, 0, *size))
        deep.blit(light.map, (0, 0))
        deep.fill(self._dark, special_flags=pygame.BLEND_RGB_MIN)
        light.map.blit(wide, (column * COARSE - x, row * COARSE - y), special_flags=pygame.BLEND_RGB_MULT)
        light.map.blit(deep, (0, 0), special_flags=pygame.BLEND_RGB_MAX)

    def _paint(
        self, coarse: pygame.Surface, burning: Sequence[tuple[SwitchedLamp, float]], k: float, corner: tuple[int, int]
    ) -> None:
        """The share of light that is left, `k` pixels to a metre, from a pixel `corner` of the place."""
        coarse.fill((255, 255, 255))
        room = coarse.get_rect()
        glares = []
        for lamp, strength in burning:
            is_strong, px = lamp.reach > WIDE, max(2, round(lamp.reach * k))
            at = round(lamp.x * k) - px - corner[0], round(lamp.y * k) - px - corner[1]
            if room.colliderect((*at, 2 * px, 2 * px)):
                picture = self._picture(px, is_strong, round(strength * 8))
                if is_strong:
                    coarse.blit(picture, at, special_flags=pygame.BLEND_RGB_MIN)
                else:
                    glares.append((picture, at))
        coarse.fblits(glares, pygame.BLEND_RGB_ADD)

    def _picture(self, px: int, is_strong: bool, eighths: int) -> pygame.Surface:
        key = (px, is_strong, eighths)
        return self._pictures.get(key, lambda: _scaled(_held(eighths / 8) if is_strong else _given(eighths / 8), px))

    def _make_room(self, size: tuple[int, int]) -> None:
        """Room for a map of a size; while the scale changes every frame has another."""
        if size[0] > self._deep.get_width() or size[1] > self._deep.get_height():
            wide, high = (max(have, want) for have, want in zip(self._deep.get_size(), size, strict=True))
            self._deep = canvas((wide, high))
            self._coarse = canvas((wide // COARSE + 2, high // COARSE + 2))
            self._wide = canvas(((wide // COARSE + 2) * COARSE, (high // COARSE + 2) * COARSE))


def _far() -> np.ndarray:
    """For a square of pixels about a lamp its distance, 1 at the rim."""
    axis = (np.arange(POOL_PX * 2, dtype=np.float32) + 0.5 - POOL_PX) / POOL_PX
    return np.hypot(axis[None, :], axis[:, None])


def _held(strength: float) -> np.ndarray:
    """What a strong lamp leaves of the light about it."""
    far = _far()
    fade = np.clip((FADES[1] - far) / (FADES[1] - FADES[0]), 0, 1)
    share = (1 - np.exp(-((far / GLARE) ** 2) / math.sqrt(2))) * fade * fade * (3 - 2 * fade) * strength
    return 1 - share[..., None] * np.array(HELD, np.float32)


def _given(strength: float) -> np.ndarray:
    """What a lesser lamp gives again."""
    share = np.clip(1 - _far(), 0, 1) ** 2 * LESSER * strength
    return share[..., None] * np.array((1.0, 0.97, 0.9), np.float32)


def _scaled(field: np.ndarray, px: int) -> pygame.Surface:
    pixels = np.ascontiguousarray((np.clip(field, 0, 1) * 255).astype(np.uint8))
    small = pygame.image.frombytes(pixels.tobytes(), pixels.shape[1::-1], "RGB")
    return pygame.transform.smoothscale(small, (2 * px, 2 * px)).convert()
