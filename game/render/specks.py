"""Pictures of what is in the air: puffs of smoke and dust, fire and glow, chips of brass, glass and paper.

Owns two bounded caches: puffs as they are painted, 64 pixels across, and pictures at the size at which they are drawn.
Called by `particles.py`, which knows where everything is.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import product

import numpy as np
import pygame

from game.render.noise import cloud, step
from game.render.palette import Colour

ALPHAS = 8
"""Steps of strength."""
BLAST: dict[str, tuple[Colour, ...]] = {
    "fire": ((255, 104, 26), (255, 190, 90), (255, 236, 190)), "smoke": ((58, 54, 52), (196, 186, 168)),
}  # fmt: skip
"""Colours of a blast's fire, smoke and dust."""
FINE = 4
"""Chips are drawn so many times larger than they are seen."""
PICTURES_KEPT = 1400
PAINTED_KEPT = 600
SHINING = frozenset(("spark", "fire", "glow"))
SOLID = frozenset(("brass", "shard", "drop", "note"))

Look = tuple[str, int, Colour]
"""Kind, variant, colour."""


class SpeckPictures:
    """Cached pictures by look, size and strength."""

    def __init__(self) -> None:
        self.kept: dict[int, pygame.Surface] = {}
        """By the keys that were given to `make`."""
        self.get = self.kept.get
        self._painted: dict[tuple[str, int, Colour, int], pygame.Surface] = {}

    def __len__(self) -> int:
        return len(self.kept)

    def prepare(self) -> None:
        """Paint what a blast throws up before there is one: all of it is wanted in a single frame."""
        for kind, colours in BLAST.items():
            for colour, turn, level in product(colours, range(4), range(1, ALPHAS + 1)):
                if (kind, turn, colour, level) not in self._painted:
                    self._painted[(kind, turn, colour, level)] = _paint_puff(kind, turn, colour, level)

    def make(self, key: int, look: Look, px: int, level: int) -> pygame.Surface:
        """A speck `px` pixels across at a strength of ALPHAS steps, kept under `key` from now on."""
        if len(self.kept) >= PICTURES_KEPT:
            self.kept.clear()
        kind, turn, colour = look
        made = _chip(kind, turn, colour, px) if kind in SOLID else self._puff(kind, turn, colour, px, level)
        self.kept[key] = made
        return made

    def _puff(self, kind: str, turn: int, colour: Colour, px: int, level: int) -> pygame.Surface:
        """A puff at its size: the painted one of its strength, stretched."""
        look = (kind, turn % 4, colour, level)
        if look not in self._painted:
            if len(self._painted) >= PAINTED_KEPT:
                self._painted.clear()
            self._painted[look] = _paint_puff(*look)
        return pygame.transform.smoothscale(self._painted[look], (px, px))


def _paint_puff(kind: str, turn: int, colour: Colour, level: int) -> pygame.Surface:
    """A puff 64 pixels across: fire and glow to be added, smoke to be laid over with its opacity multiplied in."""
    field, fade = _puff_field(turn), level / ALPHAS
    if kind in ("fire", "glow"):
        shine = np.clip(field if kind == "fire" else _glow_field(), 0, 1)[..., None] * np.array(colour) * fade
        return pygame.image.frombytes(shine.astype(np.uint8).tobytes(), (64, 64), "RGB").convert()
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[..., :3] = np.clip(np.array(colour) * _puff_light(turn)[..., None], 0, 255)
    pixels[..., 3] = np.clip(field * fade, 0, 1) * 255
    return pygame.image.frombytes(pixels.tobytes(), (64, 64), "RGBA").convert_alpha().premul_alpha()


@lru_cache(maxsize=1)
def _glow_field() -> np.ndarray:
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    return np.clip(1 - np.hypot(axis[None, :], axis[:, None]), 0, 1) ** 2.2


@lru_cache(maxsize=4)
def _puff_field(index: int) -> np.ndarray:
    """How thick a puff is: full in its middle, torn at its edge."""
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    ragged = cloud((64, 64), 22, f"puff{index}", 4)
    return step(0.98, 0.30, r + 0.6 * (ragged - 0.5)) * step(1.0, 0.82, r) * (0.62 + 0.38 * ragged)


@lru_cache(maxsize=4)
def _puff_light(index: int) -> np.ndarray:
    """How light falls on it: bellies are lit from the upper left, folds between them lie in shade."""
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    height = 1.1 * np.sqrt(np.clip(1 - r * r, 0, 1)) + 0.75 * cloud((64, 64), 14, f"belly{index}", 3)
    down, across = np.gradient(height)
    return np.clip(0.96 + 2.6 * (0.66 * across + 0.75 * down), 0.62, 1.42).astype(np.float32)


def _chip(kind: str, turn: int, colour: Colour, px: int) -> pygame.Surface:
    """Something small and hard as it tumbles: `turn` is how it lies."""
    side = max(3, px + 1)
    large = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    large.fill((*colour, 0))
    middle, angle = side * FINE / 2, (turn + 0.5) * math.pi / 4
    c, s = math.cos(angle), math.sin(angle)
    long = px * FINE / 2
    wide = long * {"brass": 0.42, "note": 0.5, "drop": 0.8}.get(kind, 0.7)
    corners = [(-long, -wide), (long, -wide), (long, wide), (-long, wide)]
    if kind == "shard":
        corners = [(-long, -wide * 0.5), (long, -wide), (long * 0.2, wide)]
    points = [(middle + u * c - v * s, middle + u * s + v * c) for u, v in corners]
    pygame.draw.polygon(large, colour, points)
    if kind != "drop":
        lit: Colour = tuple(min(255, int(level * 1.25 + 24)) for level in colour)  # type: ignore[assignment]
        pygame.draw.line(large, lit, points[0], points[1], FINE)
    return pygame.transform.smoothscale(large, (side, side)).convert_alpha().premul_alpha()
