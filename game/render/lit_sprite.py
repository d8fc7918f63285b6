"""A baked sprite that can be painted in any colour and lit again from any side.

Owns what the maps of a frame mean and how light falls on them: sky, sun, the bright band of facades in the paint, the
glint of panes. It does not know what it shows. Called by `vehicles.py`; each result is cached by the caller.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator

import numpy as np
import pygame

from game.render.noise import STEPS, F, encode_steps, linear

SUN = np.array([-0.50, -0.56, 0.66], F)
"""Where the key light of all sprites comes from on the screen: upper left, high."""
LIGHT_SECTORS = 16
PAINT_RANGE = 1.5
"""Paint shares are kept as bytes of this range: some parts are lighter than the paint itself."""
_DECODE = (np.linspace(0.0, 1.0, 256) ** 2.2).astype(F)

Fixed = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclasses.dataclass(slots=True)
class LitSprite:
    """Maps of one frame, ready for paint and light."""

    albedo: np.ndarray
    paint: np.ndarray
    cover: np.ndarray
    alpha: np.ndarray
    """Cover with the soft dark contour about it."""
    normal: np.ndarray
    sky: np.ndarray
    gloss: np.ndarray
    glass: np.ndarray
    fixed: Fixed | None = dataclasses.field(default=None, init=False)
    _fixed_rows: int = dataclasses.field(default=0, init=False)
    """How many rows of it are worked out."""

    @staticmethod
    def of(colour: np.ndarray, surface: np.ndarray, mask: np.ndarray) -> LitSprite:
        """Read the three pictures of a frame: colour and alpha; slopes, sky and gloss; paint, panes and cover."""
        steps = LitSprite.reading(colour, surface, mask)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                made: LitSprite = end.value
                return made

    @staticmethod
    def reading(colour: np.ndarray, surface: np.ndarray, mask: np.ndarray) -> Generator[None, None, LitSprite]:
        """The same a third at a time: all of it at once takes as long as a third of a picture."""
        unit = F(1 / 255)
        albedo, alpha = _DECODE[colour[..., :3]], colour[..., 3] * unit
        yield
        slopes = surface[..., :2].astype(F) / 127.5 - 1
        up = np.sqrt(np.clip(1 - (slopes * slopes).sum(axis=2), 0.04, 1))
        normal = np.dstack([slopes, up])
        yield
        return LitSprite(
            albedo, mask[..., 0] * (unit * F(PAINT_RANGE)), mask[..., 2] * unit, alpha,
            normal, surface[..., 2] * unit, surface[..., 3] * unit, mask[..., 1] * unit,
        )  # fmt: skip

    def painted(self, colour: str) -> LitSprite:
        """The same thing in a given paint."""
        albedo = self.albedo + self.paint[..., None] * linear(colour)
        return dataclasses.replace(self, albedo=albedo.astype(F))

    def lit(self, angle: float) -> pygame.Surface:
        """A surface lit as it is when turned by `angle` radians, with its soft dark contour."""
        light = Lighting(self, angle)
        while (surface := light.go_on(self.alpha.size)) is None:
            pass
        return surface

    @property
    def is_prepared(self) -> bool:
        """Whether all that no light changes is worked out."""
        return self._fixed_rows == self.alpha.shape[0]

    def prepare(self, pixels: int = 1 << 30) -> None:
        """Work out what no light changes, of about so many pixels more. A frame that has no time for this and for the light
        calls this one first."""
        high, wide = self.alpha.shape
        if self._fixed_rows < high:
            if self._fixed_rows == 0:
                colours, shares = (np.empty((2, high, wide, 3), F), np.empty((3, high, wide), F))
                self.fixed = *colours, np.empty((high, wide), np.uint8), *shares
            end = min(high, self._fixed_rows + max(1, pixels // wide))
            self._fix(slice(self._fixed_rows, end))
            self._fixed_rows = end

    def _fix(self, rows: slice) -> None:
        """Ambient and diffuse colour, alpha, the sky in the paint, the band of facades in it, strength of glints."""
        assert self.fixed is not None
        ambient, diffuse, alpha, still, band, glints = (values[rows] for values in self.fixed)
        sky, gloss = self.sky[rows], self.gloss[rows]
        share = self.cover[rows] / np.maximum(self.alpha[rows], 1e-3) * F(STEPS)
        lit = self.albedo[rows] * share[..., None]
        ambient[...] = lit * (0.40 * sky)[..., None]
        diffuse[...] = lit * (0.48 + 0.46 * sky)[..., None]
        nz = self.normal[rows, :, 2]
        # Panes stay dark, so that they tell from the paint; their light comes from the streak.
        glint = gloss * (1 - 0.55 * self.glass[rows]) * share
        rise = 2 * nz * nz - 1
        grazing = 1 - nz
        fresnel = 0.08 + 0.92 * grazing * grazing
        facades = np.exp(-(((rise - 0.42) / 0.24) ** 2))
        still[...] = glint * sky * fresnel * (0.10 + 0.22 * np.clip(rise, 0, 1) + 0.30 * facades)
        band[...] = glint * sky * nz * (0.10 + 0.26 * facades)
        alpha[...] = (np.clip(self.alpha[rows], 0, 1) * 255 + 0.5).astype(np.uint8)
        glints[...] = glint


class Lighting:
    """The lighting of a sprite from one side, a few rows at a time: all at once takes as long as a third of a picture."""

    __slots__ = ("_light", "_pixels", "_row", "_sprite")

    def __init__(self, sprite: LitSprite, angle: float) -> None:
        sprite.prepare()
        c, s = float(np.cos(-angle)), float(np.sin(-angle))
        self._light = float(SUN[0] * c - SUN[1] * s), float(SUN[0] * s + SUN[1] * c), float(SUN[2])
        self._sprite = sprite
        self._pixels = np.empty((*sprite.alpha.shape, 4), np.uint8)
        self._row = 0

    def go_on(self, pixels: int) -> pygame.Surface | None:
        """Light about so many pixels more; the surface when all of them are lit."""
        rows = max(1, pixels // self._sprite.alpha.shape[1])
        fixed = self._sprite.fixed
        assert fixed is not None
        part = slice(self._row, self._row + rows)
        ambient, diffuse, alpha, still, band, glint = (values[part] for values in fixed)
        normal = self._sprite.normal[part]
        lx, ly, lz = self._light
        side = normal[..., 0] * lx + normal[..., 1] * ly
        nz = normal[..., 2]
        facing = np.maximum(side + nz * lz, 0)
        mirror = np.clip(2 * nz * facing - lz, 0, 1)
        mirror *= mirror
        mirror *= mirror
        sharp = mirror * mirror
        sharp *= sharp
        shine = still + band * side + glint * (0.10 * mirror + 0.95 * sharp * sharp)
        np.maximum(shine, 0, out=shine)
        light = diffuse * facing[..., None]
        light += ambient
        light += shine[..., None]
        self._pixels[part, :, :3] = encode_steps(light)
        self._pixels[part, :, 3] = alpha
        self._row += rows
        high, wide = self._pixels.shape[:2]
        if self._row < high:
            return None
        return pygame.image.frombytes(self._pixels.tobytes(), (wide, high), "RGBA")
