"""What a lens does to a painted picture: bloom, lights out of focus, falling off at the rim, grain.

Owns no picture. `screens_skyline.py` calls it on float pictures of (height, width, 3), 0 to 255 and above.
"""

from __future__ import annotations

import numpy as np
import pygame


def pixels_of(surface: pygame.Surface) -> np.ndarray:
    """The surface's colours as float32 of (height, width, 3)."""
    return pygame.surfarray.array3d(surface).swapaxes(0, 1).astype(np.float32)


def bloom(light: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """The glow about what is bright: three blurs by scaling down and up."""
    wide, high = size
    source = pygame.surfarray.make_surface(np.clip(light, 0, 255).astype(np.uint8).swapaxes(0, 1))
    total = np.zeros_like(light)
    for part, power in ((6, 0.5), (16, 0.45), (48, 0.6)):
        small = pygame.transform.smoothscale(source, (max(2, wide // part), max(2, high // part)))
        back = pygame.transform.smoothscale(small, size)
        total += pixels_of(back) * power
    return total


def bokeh(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """Drops and lights out of focus, close to the lens."""
    wide, high = size
    u = high / 720
    for _ in range(26):
        cx, cy, radius = dice.uniform(0, wide), dice.uniform(high * 0.15, high), dice.uniform(9, 34) * u
        colour = ((255, 160, 80), (110, 160, 255), (255, 60, 44))[dice.choice(3, p=(0.6, 0.25, 0.15))]
        left, top, reach = round(cx - radius - 2), round(cy - radius - 2), round(radius * 2 + 4)
        part = light[max(0, top) : top + reach, max(0, left) : left + reach]
        y, x = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
        distance = np.hypot(x + max(0, left) - cx, y + max(0, top) - cy) - radius
        cover = np.clip(0.5 - distance, 0, 1) * (0.6 + 0.4 * np.clip(1 + distance / 4, 0, 1))
        part += cover[..., None] * np.array(colour, np.float32) * dice.uniform(0.02, 0.07)


def grade(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """Darker at the left, where the type stands, and at the rim; a film's grain over all."""
    wide, high = size
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    rim = 1 - 0.55 * np.clip(np.hypot((x - wide * 0.56) / wide, (y - high * 0.52) / high * 0.9) * 1.5 - 0.25, 0, 1)
    side = 1 - 0.34 * np.clip(1 - x / (wide * 0.5), 0, 1)
    light *= (rim * side)[..., None]
    light += dice.normal(0, 2.1, (high, wide, 1)).astype(np.float32)
