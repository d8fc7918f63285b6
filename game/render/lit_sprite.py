"""A baked sprite that can be painted in any colour and lit again from any side.

Owns what the maps of a frame mean and how light falls on them: sky, sun, the bright band of facades in the paint, the
glint of panes. It does not know what it shows. Called by `vehicles.py`; each result is cached by the caller.

All values lie in planes, one number a pixel: colours side by side would take several times as long to reckon with.
"""

from __future__ import annotations

import numpy as np
import pygame

from game.render.noise import STEPS, F, encode_steps, linear

SUN = np.array([-0.50, -0.56, 0.66], F)
"""Where the key light of all sprites comes from on the screen: upper left, high."""
LIGHT_SECTORS = 16
PAINT_RANGE = 1.5
"""Paint shares are kept as bytes of this range: some parts are lighter than the paint itself."""
UNPAINTED = "#000000"
_DECODE = (np.linspace(0.0, 1.0, 256) ** 2.2).astype(F)
_UNIT = F(1 / 255)


class LitSprite:
    """One frame, ready for paint and light. It is got ready a few rows at a time: all at once takes as long as a third of a
    picture."""

    __slots__ = ("_read", "_rows", "alpha", "band", "base", "glint", "normal", "sky", "still", "tint")

    def __init__(self, colour: np.ndarray, surface: np.ndarray, mask: np.ndarray) -> None:
        """The three pictures of a frame, height by width by four bytes: colour and alpha; slopes, sky and gloss; paint, panes and
        cover."""
        high, wide = colour.shape[:2]
        self._read: tuple[np.ndarray, np.ndarray, np.ndarray] | None = (colour, surface, mask)
        """What is left to be read; None when all of it has been."""
        self._rows = 0
        """How many rows have been."""
        self.alpha = np.empty((high, wide), np.uint8)
        """Cover with the soft dark contour about it."""
        self.base, self.normal = np.empty((3, high, wide), F), np.empty((3, high, wide), F)
        """Own colour in `STEPS` of linear light, and where the surface looks."""
        self.tint = np.empty((high, wide), F)
        """How much of a paint comes to the own colour."""
        self.sky = np.empty((high, wide), F)
        """How much of the sky is seen from there, 0 to 1."""
        self.still, self.band, self.glint = (np.empty((high, wide), F) for _ in range(3))
        """The sky in the paint, the band of facades in it, the strength of glints."""

    @property
    def is_prepared(self) -> bool:
        """Whether all of it has been read."""
        return self._read is None

    def prepare(self, pixels: int = 1 << 30) -> None:
        """Read about so many pixels more."""
        if self._read is None:
            return
        high, wide = self.alpha.shape
        end = min(high, self._rows + max(1, pixels // wide))
        rows = slice(self._rows, end)
        self._fix(rows, *(picture[rows] for picture in self._read))
        self._rows = end
        if end == high:
            self._read = None

    def _fix(self, rows: slice, colour: np.ndarray, surface: np.ndarray, mask: np.ndarray) -> None:
        """Work out what neither paint nor light changes."""
        alpha = colour[..., 3] * _UNIT
        share = mask[..., 2] * _UNIT / np.maximum(alpha, F(1e-3)) * F(STEPS)
        for plane, at in zip(self.base, range(3), strict=True):
            np.multiply(_DECODE.take(colour[..., at]), share, out=plane[rows])
        np.multiply(mask[..., 0] * (_UNIT * F(PAINT_RANGE)), share, out=self.tint[rows])
        self.alpha[rows] = colour[..., 3]
        nx, ny, nz = (plane[rows] for plane in self.normal)
        np.subtract(surface[..., 0] * F(1 / 127.5), F(1), out=nx)
        np.subtract(surface[..., 1] * F(1 / 127.5), F(1), out=ny)
        np.sqrt(np.clip(1 - nx * nx - ny * ny, F(0.04), F(1)), out=nz)
        sky = np.multiply(surface[..., 2], _UNIT, out=self.sky[rows])
        # Panes stay dark, so that they tell from the paint; their light comes from the streak.
        glint = surface[..., 3] * _UNIT * (1 - F(0.55 / 255) * mask[..., 1]) * share
        rise, grazing = 2 * nz * nz - 1, 1 - nz
        off = (rise - F(0.42)) * F(1 / 0.24)
        facades = np.exp(-off * off)
        shown = glint * sky
        fresnel = F(0.08) + F(0.92) * grazing * grazing
        self.still[rows] = shown * fresnel * (F(0.10) + F(0.22) * np.maximum(rise, 0) + F(0.30) * facades)
        self.band[rows] = shown * nz * (F(0.10) + F(0.26) * facades)
        self.glint[rows] = glint

    def lit(self, angle: float, paint: str = UNPAINTED) -> pygame.Surface:
        """A surface painted and lit as it is when turned by `angle` radians, with its soft dark contour."""
        light = Lighting(self, angle, paint)
        while (surface := light.go_on(self.alpha.size)) is None:
            pass
        return surface


class Lighting:
    """The lighting of a painted sprite from one side, a few rows at a time."""

    __slots__ = ("_light", "_paint", "_pixels", "_row", "_sprite")

    def __init__(self, sprite: LitSprite, angle: float, paint: str = UNPAINTED) -> None:
        sprite.prepare()
        c, s = float(np.cos(-angle)), float(np.sin(-angle))
        self._light = float(SUN[0] * c - SUN[1] * s), float(SUN[0] * s + SUN[1] * c), float(SUN[2])
        self._paint = linear(paint)
        self._sprite = sprite
        self._pixels = np.empty((*sprite.alpha.shape, 4), np.uint8)
        self._row = 0

    def go_on(self, pixels: int) -> pygame.Surface | None:
        """Light about so many pixels more; the surface when all of them are lit."""
        sprite = self._sprite
        high, wide = sprite.alpha.shape
        part = slice(self._row, self._row + max(1, pixels // wide))
        nx, ny, nz = (plane[part] for plane in sprite.normal)
        lx, ly, lz = (F(value) for value in self._light)
        side = nx * lx
        side += ny * ly
        facing = nz * lz
        facing += side
        np.maximum(facing, 0, out=facing)
        mirror = nz * facing
        mirror *= 2
        mirror -= lz
        np.clip(mirror, 0, 1, out=mirror)
        mirror *= mirror
        mirror *= mirror
        sharp = mirror * mirror
        sharp *= sharp
        sharp *= sharp
        mirror *= F(0.10)
        sharp *= F(0.95)
        mirror += sharp
        mirror *= sprite.glint[part]
        side *= sprite.band[part]
        mirror += side
        mirror += sprite.still[part]
        shine = np.maximum(mirror, 0, out=mirror)
        sky, tint, picture = sprite.sky[part], sprite.tint[part], self._pixels[part]
        # Ambient light comes from the sky alone, what falls from the sun is dimmed where little sky is seen.
        strength = F(0.40) * sky
        strength += facing * (F(0.46) * sky + F(0.48))
        for at, paint in enumerate(self._paint):
            light = tint * paint
            light += sprite.base[at][part]
            light *= strength
            light += shine
            picture[..., at] = encode_steps(light)
        picture[..., 3] = sprite.alpha[part]
        self._row = part.stop
        if self._row < high:
            return None
        return pygame.image.frombytes(self._pixels.tobytes(), (wide, high), "RGBA")
