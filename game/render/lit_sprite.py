"""A baked sprite that can be painted and lit again from any side.

Owns the small maps left of a relief (colour, normals, gloss) and turns them into pygame surfaces. It does not
know what it shows. `wear.py` damages it. Called by `vehicles.py`; each result is cached by the caller.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pygame

from game.render.noise import STEPS, F, blur, encode_steps, linear
from game.render.relief import Relief

SUN = np.array([-0.50, -0.56, 0.66], F)
"""Where the key light of all sprites comes from on the screen: upper left, high."""
LIGHT_SECTORS = 16
MAPS = ("albedo", "paint", "cover", "alpha", "normal", "sky", "gloss", "glass")
CONTOUR = 0.62
"""Strength of the dark rim about a sprite."""


@dataclasses.dataclass(slots=True)
class LitSprite:
    """Maps of one thing at 48 pixels a metre, ready for light."""

    albedo: np.ndarray
    paint: np.ndarray
    cover: np.ndarray
    alpha: np.ndarray
    """Cover with the soft dark contour about it."""
    normal: np.ndarray
    sky: np.ndarray
    gloss: np.ndarray
    glass: np.ndarray
    fixed: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray] | None = dataclasses.field(default=None, init=False)

    @staticmethod
    def of(relief: Relief) -> LitSprite:
        """Bake a painted relief down to sprite size."""
        cover = relief.shrink(relief.cover)
        weight = np.maximum(cover, 1e-4)
        nx, ny, nz = relief.normals()

        def mean(field: np.ndarray) -> np.ndarray:
            return (relief.shrink(field * relief.cover) / weight).astype(F)

        albedo = relief.shrink(relief.albedo * relief.cover[..., None]) / weight[..., None]
        normal = np.stack([nx, ny, nz], axis=2).astype(F)
        sky = (relief.occlusion() * (0.6 + 0.4 * nz)).astype(F)
        return LitSprite(
            albedo[..., :3].astype(F), albedo[..., 3].astype(F), cover.astype(F), _contoured(cover), normal, sky,
            mean(relief.gloss), mean(relief.glass),
        )  # fmt: skip

    def painted(self, colour: str) -> LitSprite:
        """The same thing in a given paint."""
        albedo = self.albedo + self.paint[..., None] * linear(colour)
        return dataclasses.replace(self, albedo=albedo.astype(F))

    def fields(self) -> dict[str, np.ndarray]:
        """Its maps by name, to be kept."""
        return {name: getattr(self, name) for name in MAPS}

    def lit(self, angle: float) -> pygame.Surface:
        """A surface at 48 pixels a metre, lit as it is when turned by `angle` radians, with a soft dark contour."""
        self.prepare()
        assert self.fixed is not None
        ambient, diffuse, alpha, glint = self.fixed
        c, s = float(np.cos(-angle)), float(np.sin(-angle))
        lx, ly, lz = float(SUN[0] * c - SUN[1] * s), float(SUN[0] * s + SUN[1] * c), float(SUN[2])
        side = self.normal[..., 0] * lx + self.normal[..., 1] * ly
        nz = self.normal[..., 2]
        facing = np.maximum(side + nz * lz, 0)
        mirror = np.clip(2 * nz * facing - lz, 0, 1)
        sharp = mirror * mirror
        sharp *= sharp
        sharp *= sharp
        broad = sharp * mirror * mirror
        broad *= broad
        broad *= broad * broad
        shine = glint * (0.05 + 0.28 * sharp + 0.9 * broad + np.clip(side, 0, 1) * 0.12)
        light = diffuse * facing[..., None]
        light += ambient
        light += shine[..., None]
        pixels = np.empty((*alpha.shape, 4), np.uint8)
        pixels[..., :3] = encode_steps(light)
        pixels[..., 3] = alpha
        return pygame.image.frombytes(pixels.tobytes(), (alpha.shape[1], alpha.shape[0]), "RGBA")

    def prepare(self) -> None:
        """Work out what no light changes; a frame that has no time for both calls this one first."""
        if self.fixed is None:
            self.fixed = self._fix()

    def _fix(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """What does not depend on the light's direction: ambient and diffuse colour, alpha, strength of glints."""
        share = (self.cover / np.maximum(self.alpha, 1e-3))[..., None] * F(STEPS)
        lit = self.albedo * share
        ambient = lit * (0.42 * self.sky)[..., None]
        diffuse = lit * (0.45 + 0.45 * self.sky)[..., None]
        # Panes stay dark, so that they tell from the paint; their light comes from the streak.
        glint = self.gloss * (1 - 0.6 * self.glass) * share[..., 0]
        alpha = (np.clip(self.alpha, 0, 1) * 255 + 0.5).astype(np.uint8)
        return ambient.astype(F), diffuse.astype(F), alpha, glint.astype(F)


def _contoured(cover: np.ndarray) -> np.ndarray:
    halo = np.clip(blur(cover, 2) * 1.7, 0, 1) * CONTOUR
    return (cover + (1 - cover) * halo).astype(F)
