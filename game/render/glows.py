"""Light that is seen itself: muzzle flashes, lamps, sirens, brake lights, drawn by adding.

Owns a few bounded pictures. Called by the renderer after the light map, so that they stay bright at night.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.render.palette import Colour
from game.render.turned import TurnedCache, bucket_of, turned

LEVELS = 8


class Glows:
    """Cached additive pictures."""

    def __init__(self) -> None:
        self._pictures = TurnedCache(12_000_000)
        self._star: pygame.Surface | None = None

    def halo(self, px: int, colour: Colour, power: float) -> pygame.Surface:
        """A soft round glow `px` pixels across."""
        px = max(4, px // 4 * 4)
        level = max(1, min(LEVELS, round(power * LEVELS)))
        return self._pictures.get((px, colour, level), lambda: _halo(px, colour, level / LEVELS))

    def muzzle(self, angle: float, scale: int, variant: int, power: float) -> pygame.Surface:
        """The tongue of fire before a barrel, pointing along `angle`."""
        bucket = bucket_of(angle, 64)
        level = max(1, min(4, round(power * 4)))
        return self._pictures.get(
            (bucket, scale, variant, level, "muzzle"), lambda: _muzzle(bucket, scale, variant, level / 4)
        )

    def put(self, surface: pygame.Surface, picture: pygame.Surface, x: float, y: float) -> None:
        """Add a picture centred on a pixel."""
        at = (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2))
        surface.blit(picture, at, special_flags=pygame.BLEND_RGB_ADD)


def _pack(field: np.ndarray, colour: Colour, power: float) -> pygame.Surface:
    pixels = (np.clip(field, 0, 1)[..., None] * np.array(colour, np.float32) * power).astype(np.uint8)
    return pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (field.shape[1], field.shape[0]), "RGB")


def _halo(px: int, colour: Colour, power: float) -> pygame.Surface:
    axis = (np.arange(px, dtype=np.float32) + 0.5) / px * 2 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    return _pack(np.clip(1 - r, 0, 1) ** 2.4, colour, power).convert()


def _muzzle(bucket: int, scale: int, variant: int, power: float) -> pygame.Surface:
    """A long tongue, two side jets and a hot middle, two metres across at 48 pixels a metre."""
    axis = (np.arange(96, dtype=np.float32) + 0.5) / 48 - 1
    x, y = axis[None, :], axis[:, None]
    long = 0.85 + 0.10 * (variant % 3)
    tongue = np.clip(1 - np.abs(y) / (0.10 + 0.05 * np.clip(x, 0, 1)) / np.clip(1 - x / long, 0.02, 1), 0, 1) * (
        x > -0.05
    )
    jets = np.zeros((96, 96), np.float32)
    for turn in (0.75 + 0.1 * variant, -0.75 - 0.07 * variant):
        c, s = math.cos(turn), math.sin(turn)
        u, v = x * c + y * s, -x * s + y * c
        jets = np.maximum(jets, np.clip(1 - np.abs(v) / 0.07 / np.clip(1 - u / 0.5, 0.02, 1), 0, 1) * (u > 0))
    core = np.clip(1 - np.hypot(x - 0.12, y) / 0.30, 0, 1) ** 1.2 * 1.4
    glow = np.clip(1 - np.hypot(x - 0.2, y) / 0.8, 0, 1) ** 2 * 0.35
    colour = (255, 214, 140)
    source = _pack(np.maximum(np.maximum(tongue, jets * 0.8), core) + glow, colour, power)
    # Turned with its black ground: adding black changes nothing.
    return turned(source.convert_alpha(), bucket * math.tau / 64, scale).convert()
