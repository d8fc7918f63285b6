"""Light that is seen itself: muzzle flashes, lamps, sirens, brake lights, drawn by adding.

Owns a few bounded pictures. Called by the renderer after the light map, so that they stay bright at night.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pygame

from game.render.palette import Colour
from game.render.turned import TurnedCache, bucket_of, turned

LEVELS = 8
TONGUES = 3
"""How many shapes a tongue of fire has."""
MUZZLE_PPM = 34
"""Pixels of the painted tongue to a metre: it is drawn 3.8 m across."""


class Glows:
    """Cached additive pictures."""

    def __init__(self) -> None:
        self._pictures = TurnedCache(12_000_000)
        self._waiting: list[tuple[pygame.Surface, tuple[int, int]]] = []
        for variant in range(TONGUES):
            # Painted before the first shot: it takes longer than a frame has left.
            _tongue(variant)

    def halo(self, px: int, colour: Colour, power: float) -> pygame.Surface:
        """A soft round glow `px` pixels across."""
        px = px // 4 * 4 if px > 4 else 4
        level = 1 if power * LEVELS <= 1 else LEVELS if power >= 1 else round(power * LEVELS)
        return self._pictures.get((px, colour, level), lambda: _halo(px, colour, level / LEVELS))

    def muzzle(self, angle: float, scale: int, variant: int, power: float) -> pygame.Surface:
        """The tongue of fire before a barrel, pointing along `angle`."""
        bucket = bucket_of(angle, 64)
        level = max(1, min(4, round(power * 4)))
        return self._pictures.get(
            (bucket, scale, variant % TONGUES, level, "muzzle"),
            lambda: _muzzle(bucket, scale, variant % TONGUES, level / 4),
        )

    def put(self, picture: pygame.Surface, x: float, y: float) -> None:
        """Add a picture centred on a pixel, when the frame's glows are drawn."""
        wide, high = picture.get_size()
        self._waiting.append((picture, (round(x - wide / 2), round(y - high / 2))))

    def draw(self, surface: pygame.Surface) -> None:
        """Add everything that was put, in its order, in one call."""
        surface.fblits(self._waiting, pygame.BLEND_RGB_ADD)
        self._waiting.clear()


def _pack(field: np.ndarray, colour: Colour, power: float) -> pygame.Surface:
    pixels = (np.clip(field, 0, 1)[..., None] * np.array(colour, np.float32) * power).astype(np.uint8)
    return pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (field.shape[1], field.shape[0]), "RGB")


def _halo(px: int, colour: Colour, power: float) -> pygame.Surface:
    axis = (np.arange(px, dtype=np.float32) + 0.5) / px * 2 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    return _pack(np.clip(1 - r, 0, 1) ** 2.4, colour, power).convert()


def _muzzle(bucket: int, scale: int, variant: int, power: float) -> pygame.Surface:
    """The tongue of a variant turned into one of 64 directions, at a scale in pixels a metre and a share of its brightness."""
    # Turned with its black ground: adding black changes nothing.
    made = turned(_tongue(variant), bucket * math.tau / 64, scale, MUZZLE_PPM).convert()
    share = round(255 * power)
    made.fill((share, share, share), special_flags=pygame.BLEND_RGB_MULT)
    return made


@cache
def _tongue(variant: int) -> pygame.Surface:
    """A white tongue that turns yellow and tears, side jets like a star, a ball of light; the barrel ends in the middle."""
    axis = (np.arange(128, dtype=np.float32) + 0.5) / 64 - 1
    x, y = axis[None, :], axis[:, None]
    r = np.hypot(x, y)
    long = 0.74 + 0.11 * variant
    fire = _jet(x, y, 0.03 * (variant - 1), long, 0.16)
    for turn, reach, thick in (
        (0.52 + 0.10 * variant, 0.50, 0.09),
        (-0.58 - 0.08 * variant, 0.46, 0.09),
        (1.25 - 0.16 * variant, 0.30, 0.07),
        (-1.20 + 0.13 * variant, 0.32, 0.07),
        (0.17 - 0.13 * variant, long * 0.86, 0.10),
    ):
        fire = np.maximum(fire, _jet(x, y, turn, reach, thick) * 0.92)
    heart = _jet(x, y, 0.02, long * 0.62, 0.10)
    core = np.clip(1 - np.hypot((x - 0.12) / 1.5, y) / 0.17, 0, 1) ** 0.8
    glow = np.clip(1 - np.hypot(x - 0.16, y) / 0.84, 0, 1) ** 2.2
    light = fire[..., None] * np.array((1.15, 0.82, 0.36)) + (core + heart)[..., None] * np.array((1.2, 1.15, 0.95))
    light = light + glow[..., None] * np.array((0.46, 0.28, 0.11)) * (r < 1)[..., None]
    pixels = (np.clip(light, 0, 1) * 255).astype(np.uint8)
    return pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (128, 128), "RGB").convert_alpha()


def _jet(x: np.ndarray, y: np.ndarray, turn: float, long: float, thick: float) -> np.ndarray:
    """A flame from the middle along a direction, thin at its end."""
    c, s = math.cos(turn), math.sin(turn)
    u, v = x * c + y * s, -x * s + y * c
    left = np.clip(1 - u / long, 0, 1)
    body = np.clip(1 - np.abs(v) / (thick * np.maximum(left, 0.02) * (0.5 + 2.2 * np.clip(u, 0, 0.25))) * 0.5, 0, 1)
    return (body * left**0.5 * (u > -0.03)).astype(np.float32)
