"""Pictures of what is in the air: puffs of smoke and dust, fire and glow, chips of brass, glass and paper.

Owns two bounded caches: puffs as they are painted, 64 pixels across, and pictures at the size at which they are drawn.
Called by `particles.py`, which knows where everything is.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np
import pygame

from game.render.noise import cloud, step
from game.render.palette import Colour

ALPHAS = 8
"""Steps of strength."""
BLAST: dict[str, tuple[Colour, ...]] = {
    "fire": ((255, 116, 34), (255, 206, 120)), "smoke": ((50, 47, 46), (196, 186, 168)),
}  # fmt: skip
"""Colours of a blast's fire, smoke and dust."""
PICTURES_KEPT = 1400
PAINTED_KEPT = 600
SHINING = frozenset(("spark", "fire", "glow"))
SOLID = frozenset(("brass", "shard", "drop", "note"))

Look = tuple[str, int, Colour]
"""Kind, variant, colour."""


class SpeckPictures:
    """Cached pictures by look, size and strength."""

    def __init__(self) -> None:
        self._pictures: dict[int, pygame.Surface] = {}
        self.get = self._pictures.get
        """What is kept under a key, or None; see `make`."""
        self._painted: dict[tuple[str, int, Colour, int], pygame.Surface] = {}

    def __len__(self) -> int:
        return len(self._pictures)

    def prepare(self) -> None:
        """Paint what a blast throws up before there is one: all of it is wanted in a single frame."""
        for kind, colours in BLAST.items():
            for colour, turn, level in product(colours, range(4), range(1, ALPHAS + 1)):
                self._painted[(kind, turn, colour, level)] = _paint_puff(kind, turn, colour, level)

    def make(self, key: int, look: Look, px: int, level: int) -> pygame.Surface:
        """A speck `px` pixels across at a strength of ALPHAS steps, kept under `key` from now on."""
        if len(self._pictures) >= PICTURES_KEPT:
            self._pictures.clear()
        kind, turn, colour = look
        made = _chip(colour, px) if kind in SOLID else self._puff(kind, turn, colour, px, level)
        self._pictures[key] = made
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
    """A puff 64 pixels across: fire and glow to be added, smoke to be laid over."""
    field, fade = _puff_field(turn), level / ALPHAS
    if kind in ("fire", "glow"):
        shine = np.clip(field if kind == "fire" else _glow_field(), 0, 1)[..., None] * np.array(colour) * fade
        return pygame.image.frombytes(shine.astype(np.uint8).tobytes(), (64, 64), "RGB").convert()
    pixels = np.zeros((64, 64, 4), np.uint8)
    light = 0.80 + 0.4 * np.linspace(0.5, -0.5, 64, dtype=np.float32)[:, None]
    pixels[..., :3] = np.clip(np.array(colour) * (light * (0.85 + 0.3 * (field - 0.3)))[..., None], 0, 255)
    pixels[..., 3] = np.clip(field * fade, 0, 1) * 255
    return pygame.image.frombytes(pixels.tobytes(), (64, 64), "RGBA").convert_alpha()


@lru_cache(maxsize=1)
def _glow_field() -> np.ndarray:
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    return np.clip(1 - np.hypot(axis[None, :], axis[:, None]), 0, 1) ** 2.2


@lru_cache(maxsize=4)
def _puff_field(index: int) -> np.ndarray:
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    ragged = cloud((64, 64), 22, f"puff{index}", 4)
    return step(0.98, 0.10, r + 0.5 * (ragged - 0.5)) * step(1.0, 0.85, r) * (0.55 + 0.45 * ragged)


def _chip(colour: Colour, px: int) -> pygame.Surface:
    chip = pygame.Surface((px, max(1, px // 2))).convert()
    chip.fill(colour)
    return chip
