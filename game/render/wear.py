"""What blows do to a vehicle's looks: dents, scratches, broken panes, soot, rust.

Owns the fields of noise that say where a vehicle of a shape gives way first, which are baked once for a spec, and how
a stage of damage is painted with them. Called by `vehicles.py`.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from game.render.lit_sprite import LitSprite
from game.render.noise import F, blur, cloud, linear, step
from game.render.relief import PPM

Fields = dict[str, np.ndarray]

STAGE_DENTS = (0.0, 4.0, 9.0, 14.0, 18.0)
STAGE_SHADE = (0.0, 0.10, 0.24, 0.34, 0.5)


def wear_fields(shape: tuple[int, int], name: str) -> Fields:
    """Where a thing of that size dents, is scratched, breaks, burns and rusts: noise from 0 to 1, by name."""
    slope_y, slope_x = np.gradient(blur(cloud(shape, PPM * 0.22, name + "dent", 2), 1))
    crack = step(0.020, 0.006, np.abs(cloud(shape, PPM * 0.5, name + "crack", 3) - 0.5))
    star = step(0.56, 0.68, cloud(shape, PPM * 0.6, name + "star", 2))
    return {
        "rough": cloud(shape, PPM * 0.5, name + "rough", 3),
        "slope_x": slope_x,
        "slope_y": slope_y,
        "streak": cloud((shape[0] * 3, shape[1]), PPM * 0.20, name + "scrape", 3)[::3],
        "pale": np.clip(crack * 0.5 + star * 0.22, 0, 1),
        "hole": step(0.40, 0.52, cloud(shape, PPM * 0.5, name + "hole", 2)),
        "soot": cloud(shape, PPM * 0.7, name + "soot", 4),
        "rust": step(0.55, 0.70, cloud(shape, PPM * 0.25, name + "rust", 3)),
    }


def damaged(sprite: LitSprite, wear: Fields, stage: int) -> LitSprite:
    """The same thing after blows (stages 1 to 4)."""
    if stage <= 0:
        return sprite
    glass, body = sprite.glass, 1 - sprite.glass
    ends = np.abs(np.linspace(-1, 1, glass.shape[1], dtype=F))[None, :] ** 2
    dents = step(0.60 - 0.05 * stage, 0.72 - 0.03 * stage, wear["rough"] + 0.16 * (ends - 0.4)) * body
    normal = sprite.normal.copy()
    normal[..., 0] -= wear["slope_x"] * (dents * STAGE_DENTS[stage])
    normal[..., 1] -= wear["slope_y"] * (dents * STAGE_DENTS[stage])
    normal /= np.maximum(np.sqrt((normal * normal).sum(axis=2)), 1e-3)[..., None]
    scrape = (step(0.71, 0.77, wear["streak"] + 0.06 * stage * ends - 0.03) * body)[..., None]
    # Bare primer: half the paint's own tone, so that a dark car does not turn speckled.
    albedo = sprite.albedo * (1 - dents * STAGE_SHADE[stage])[..., None]
    albedo = albedo * (1 - scrape * 0.1) + linear("#6a6762") * 0.35 * scrape
    gloss = sprite.gloss * (1 - dents * 0.6)
    if stage >= 2:
        albedo, gloss = _crazed(albedo, gloss, glass, wear, stage)
    if stage >= 3:
        albedo, gloss = _sooted(albedo, gloss, wear, stage)
    return dataclasses.replace(sprite, albedo=albedo.astype(F), gloss=gloss.astype(F), normal=normal)


def _crazed(
    albedo: np.ndarray, gloss: np.ndarray, glass: np.ndarray, wear: Fields, stage: int
) -> tuple[np.ndarray, np.ndarray]:
    """Panes star at stage 2 and are gone, dark inside, from stage 3."""
    pale = (wear["pale"] * glass)[..., None]
    albedo = albedo * (1 - pale) + linear("#b4c2ca") * pale
    if stage >= 3:
        hole = wear["hole"] * glass
        albedo = albedo * (1 - hole * 0.9)[..., None]
        gloss = gloss * (1 - hole)
    return albedo, gloss


def _sooted(albedo: np.ndarray, gloss: np.ndarray, wear: Fields, stage: int) -> tuple[np.ndarray, np.ndarray]:
    """Soot spreads from the engine; a wreck is burnt over and rusts."""
    front = np.linspace(0, 1, gloss.shape[1], dtype=F)[None, :]
    field = wear["soot"] + 0.35 * (front - 0.5)
    soot = step(0.56, 0.80, field) * 0.8 if stage == 3 else np.clip(0.72 + 0.3 * step(0.3, 0.6, field), 0, 0.96)
    albedo = albedo * (1 - soot[..., None]) + linear("#0d0c0c") * soot[..., None]
    if stage >= 4:
        rust = (wear["rust"] * 0.55)[..., None]
        albedo = albedo * (1 - rust) + linear("#4a2a1b") * rust
    return albedo, gloss * (1 - soot * 0.9)
