"""A baked sprite that can be painted, damaged and lit again from any side.

Owns the small maps left of a relief (colour, normals, gloss) and turns them into pygame surfaces. It does not
know what it shows. Called by `vehicles.py` and `props.py`; each result is cached by the caller.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pygame

from game.render.noise import F, blur, cloud, encode, linear, step
from game.render.relief import PPM, Relief

SUN = np.array([-0.50, -0.56, 0.66], F)
"""Where the key light of all sprites comes from on the screen: upper left, high."""
LIGHT_SECTORS = 16
CONTOUR = 0.62
"""Strength of the dark rim about a sprite."""


@dataclasses.dataclass(slots=True)
class LitSprite:
    """Maps of one thing at 48 pixels a metre, ready for light."""

    albedo: np.ndarray
    paint: np.ndarray
    cover: np.ndarray
    normal: np.ndarray
    sky: np.ndarray
    gloss: np.ndarray
    glass: np.ndarray
    fixed: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray] | None = None

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
            albedo[..., :3].astype(F), albedo[..., 3].astype(F), cover.astype(F), normal, sky,
            mean(relief.gloss), mean(relief.glass),
        )  # fmt: skip

    def painted(self, colour: str) -> LitSprite:
        """The same thing in a given paint."""
        albedo = self.albedo + self.paint[..., None] * linear(colour)
        return dataclasses.replace(self, albedo=albedo.astype(F), fixed=None)

    def damaged(self, stage: int, name: str) -> LitSprite:
        """The same thing after blows: scratches, dents, broken panes, soot (stages 1 to 4)."""
        if stage <= 0:
            return self
        shape = self.cover.shape
        albedo, gloss, normal = self.albedo.copy(), self.gloss.copy(), self.normal.copy()
        glass, body = self.glass, 1 - self.glass
        ends = np.abs(np.linspace(-1, 1, shape[1], dtype=F))[None, :] ** 2
        rough = cloud(shape, PPM * 0.5, name + "rough", 3)
        dents = step(0.60 - 0.05 * stage, 0.72 - 0.03 * stage, rough + 0.16 * (ends - 0.4)) * body
        slope_y, slope_x = np.gradient(blur(cloud(shape, PPM * 0.22, name + "dent", 2), 1))
        strength = (0.0, 4.0, 9.0, 14.0, 18.0)[stage]
        normal[..., 0] -= slope_x * dents * strength
        normal[..., 1] -= slope_y * dents * strength
        normal /= np.maximum(np.sqrt((normal * normal).sum(axis=2)), 1e-3)[..., None]
        albedo *= (1 - dents * (0.0, 0.10, 0.24, 0.34, 0.5)[stage])[..., None]
        streak = cloud((shape[0] * 3, shape[1]), PPM * 0.20, name + "scrape", 3)[::3]
        scrape = step(0.71, 0.77, streak + 0.06 * stage * ends - 0.03) * body
        # Bare primer: half the paint's own tone, so that a dark car does not turn speckled.
        bare = albedo * 0.9 + linear("#6a6762") * 0.35
        albedo = albedo * (1 - scrape[..., None]) + bare * scrape[..., None]
        gloss *= 1 - dents * 0.6
        if stage >= 2:
            albedo, gloss = _crazed(albedo, gloss, glass, name, stage)
        if stage >= 3:
            albedo, gloss = _sooted(albedo, gloss, name, stage)
        return dataclasses.replace(self, albedo=albedo.astype(F), gloss=gloss, normal=normal.astype(F), fixed=None)

    def lit(self, angle: float) -> pygame.Surface:
        """A surface at 48 pixels a metre, lit as it is when turned by `angle` radians, with a soft dark contour."""
        if self.fixed is None:
            self.fixed = self._fix()
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
        shine = glint * (0.05 + 0.28 * sharp + 0.9 * broad**6 + np.clip(side, 0, 1) * 0.12)
        light = ambient + diffuse * facing[..., None] + shine[..., None]
        pixels = np.empty((*alpha.shape, 4), np.uint8)
        pixels[..., :3] = encode(light)
        pixels[..., 3] = alpha
        return pygame.image.frombytes(pixels.tobytes(), (alpha.shape[1], alpha.shape[0]), "RGBA")

    def _fix(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """What does not depend on the light's direction: ambient and diffuse colour, alpha, strength of glints."""
        halo = np.clip(blur(self.cover, 2) * 1.7, 0, 1) * CONTOUR
        alpha = self.cover + (1 - self.cover) * halo
        share = (self.cover / np.maximum(alpha, 1e-3))[..., None]
        ambient = self.albedo * (0.42 * self.sky)[..., None] * share
        diffuse = self.albedo * (0.90 * (0.5 + 0.5 * self.sky))[..., None] * share
        # Panes stay dark, so that they tell from the paint; their light comes from the streak.
        glint = self.gloss * (1 - 0.6 * self.glass) * share[..., 0]
        bytes_ = (np.clip(alpha, 0, 1) * 255 + 0.5).astype(np.uint8)
        return ambient.astype(F), diffuse.astype(F), bytes_, glint.astype(F)


def _crazed(albedo, gloss, glass, name, stage):
    """Panes star at stage 2 and are gone, dark inside, from stage 3."""
    shape = glass.shape
    field = cloud(shape, PPM * 0.5, name + "crack", 3)
    crack = step(0.020, 0.006, np.abs(field - 0.5)) * glass
    star = step(0.56, 0.68, cloud(shape, PPM * 0.6, name + "star", 2)) * glass
    pale = np.clip(crack * 0.5 + star * 0.22, 0, 1)[..., None]
    albedo = albedo * (1 - pale) + linear("#b4c2ca") * pale
    if stage >= 3:
        hole = step(0.40, 0.52, cloud(shape, PPM * 0.5, name + "hole", 2)) * glass
        albedo = albedo * (1 - hole[..., None] * 0.9)
        gloss = gloss * (1 - hole)
    return albedo, gloss


def _sooted(albedo, gloss, name, stage):
    """Soot spreads from the engine; a wreck is burnt over and rusts."""
    shape = gloss.shape
    front = np.linspace(0, 1, shape[1], dtype=F)[None, :]
    field = cloud(shape, PPM * 0.7, name + "soot", 4) + 0.35 * (front - 0.5)
    soot = step(0.56, 0.80, field) * 0.8 if stage == 3 else np.clip(0.72 + 0.3 * step(0.3, 0.6, field), 0, 0.96)
    albedo = albedo * (1 - soot[..., None]) + linear("#0d0c0c") * soot[..., None]
    if stage >= 4:
        rust = step(0.55, 0.70, cloud(shape, PPM * 0.25, name + "rust", 3)) * 0.55
        albedo = albedo * (1 - rust[..., None]) + linear("#4a2a1b") * rust[..., None]
    return albedo, gloss * (1 - soot * 0.9)
