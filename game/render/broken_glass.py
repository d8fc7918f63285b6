"""The panes of a vehicle that have been shot out: a crazed windscreen, side windows that are gone.

Owns one small repeating web of cracks. Called by `vehicles.py` for a vehicle that looks whole but has lost its glass.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pygame

from game.render import atlas
from game.render.noise import dice

WEB = 96
"""Pixels after which the cracks repeat."""
SEEDS = 46
HALF = 127
"""Cover, of 255, from which a column counts as one of panes."""
CRAZED = np.array((206, 220, 226), np.float32)
INSIDE = np.array((22, 24, 28), np.float32)


def without_glass(surface: pygame.Surface, frame: dict[str, Any]) -> pygame.Surface:
    """A lit picture of a vehicle with its panes broken; `frame` is what the book says of it."""
    mask = atlas.pixels(frame["file"], frame["maps"]["mask"])[..., 1]
    made = surface.copy()
    y, x = np.nonzero(mask)
    if not len(x):
        return made
    pixels = pygame.surfarray.pixels3d(made)
    colour = pixels[x, y].astype(np.float32)
    web = _web()[y % WEB, x % WEB]
    # The windscreen is laminated: it crazes and stays. What is behind it breaks into crumbs and falls.
    fore = np.nonzero(mask.max(axis=0) > HALF)[0]
    is_screen = x > fore.max() - 0.34 * np.ptp(fore) if len(fore) else np.zeros(len(x), bool)
    left = np.where(is_screen, 0.86, np.where(web > 0.93, 0.5, 0.0))[:, None]
    glass = colour * left + INSIDE * (1 - left)
    cracks = (web**4 * np.where(is_screen, 0.9, 0.25))[:, None]
    glass = glass * (1 - cracks) + CRAZED * cracks
    mixed = colour + (glass - colour) * (mask[y, x] / 255)[:, None]
    pixels[x, y] = np.clip(mixed, 0, 255).astype(np.uint8)
    del pixels
    return made


def prepare() -> None:
    """Crack the panes of the first vehicle before it is shot at: it takes longer than a frame has left."""
    _web()


@lru_cache(maxsize=1)
def _web() -> np.ndarray:
    """Where a pane is cracked, 0 to 1: the seams between the crumbs, wrapped."""
    roll = dice("crumbs")
    seeds = roll.uniform(0, WEB, (SEEDS, 2))
    axis = np.arange(WEB, dtype=np.float32)
    off = np.abs(axis[None, :, None] - seeds[:, 0]), np.abs(axis[:, None, None] - seeds[:, 1])
    across, down = (np.minimum(way, WEB - way) for way in off)
    far = np.sort(np.hypot(across, down), axis=2)
    return np.clip(1 - (far[..., 1] - far[..., 0]) / 7.0, 0, 1).astype(np.float32)
