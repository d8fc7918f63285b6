"""Textures of the street's ground and roofs: periodic squares of 4 x 4 metres that are cut into 16 tiles.

Owns what asphalt, paving, lawn and roofing look like from above at 24 pixels a metre. Does not know where
they lie in a map. Called by `assets.bake.tileset`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[Any]
"""Float colours 0 to 255, shape (rows, columns, 3) or, with alpha, (rows, columns, 4)."""

TILE = 24
SHARP = 2
"""Pixels of a finished tile to one of those in which it is designed: close by, the game draws the finished ones."""
SPAN = 4 * TILE
"""Pixels of one texture: four tiles, after which it repeats without a seam."""


def periodic_noise(seed: int, blur_px: float) -> Picture:
    """Noise of mean 0 and deviation 1 that repeats every SPAN pixels; `blur_px` is the size of its blots."""
    white = np.random.default_rng(seed).normal(size=(SPAN, SPAN))
    turns = np.fft.fftfreq(SPAN)
    keep = np.exp(-2.0 * (np.pi * blur_px) ** 2 * (turns[:, None] ** 2 + turns[None, :] ** 2))
    smooth: Picture = np.fft.ifft2(np.fft.fft2(white) * keep).real
    even: Picture = (smooth - smooth.mean()) / (smooth.std() + 1e-9)
    return even


def tinted(colour: tuple[int, int, int], *layers: Picture) -> Picture:
    """A plain colour with layers of brightness (in steps of 0 to 255) added to it."""
    light: Picture = np.sum(layers, axis=0)
    return np.asarray(np.array(colour, dtype=float)[None, None, :] + light[..., None])


def lines_across(step: int, depth: float) -> Picture:
    """Joints every `step` pixels in both directions: a dark line and, beside it, its lit lip."""
    joint = np.zeros((SPAN, SPAN))
    for at in range(0, SPAN, step):
        joint[at, :] -= depth
        joint[:, at] -= depth
        joint[(at + 1) % SPAN, :] += depth * 0.35
        joint[:, (at + 1) % SPAN] += depth * 0.35
    return joint


def lips(step: int, height: float) -> Picture:
    """The rounded rims of slabs: lit toward the upper left, dark away from it."""
    at = np.arange(SPAN) % step
    rim = np.where(at == 1, 1.0, np.where(at == 2, 0.5, np.where(at >= step - 2, -0.7, 0.0))) * height
    return np.asarray(rim[None, :] + rim[:, None])


def slab_tones(seed: int, step: int, spread: float) -> Picture:
    """Every slab of `step` pixels a little lighter or darker than its neighbours."""
    count = SPAN // step
    tones = np.random.default_rng(seed).normal(size=(count, count)) * spread
    return np.kron(tones, np.ones((step, step)))


def specks(seed: int, share: float, strength: float) -> Picture:
    """Single bright or dark grains of the aggregate."""
    grain = np.random.default_rng(seed).random((SPAN, SPAN))
    return (grain < share) * strength - (grain > 1 - share) * strength


def asphalt() -> Picture:
    wear = 0.5 * periodic_noise(1, 14) + 1.2 * periodic_noise(2, 4) + 4.2 * periodic_noise(3, 0.6)
    return tinted((111, 118, 126), wear, specks(4, 0.03, 15), specks(5, 0.006, -26))


def old_asphalt() -> Picture:
    wear = 1.0 * periodic_noise(11, 12) + 2.6 * periodic_noise(12, 3) + 4.8 * periodic_noise(13, 0.6)
    return tinted((118, 119, 117), wear, specks(14, 0.04, 16))


def sidewalk() -> Picture:
    wear = 1.0 * periodic_noise(21, 9) + 3.0 * periodic_noise(22, 0.7)
    return tinted(
        (168, 165, 157), wear, specks(24, 0.02, 10), slab_tones(23, 48, 2.0), lines_across(48, 30), lips(48, 5)
    )


def concrete() -> Picture:
    wear = 0.8 * periodic_noise(31, 12) + 3.0 * periodic_noise(32, 0.8) + 1.6 * periodic_noise(33, 3)
    return tinted((146, 145, 139), wear, specks(34, 0.015, 10), lines_across(96, 24), lips(96, 5))


def grass() -> Picture:
    base = tinted((98, 106, 70), 2.6 * periodic_noise(41, 9), 6.0 * periodic_noise(42, 1.0))
    dry = np.clip(periodic_noise(43, 7), 0, 2)[..., None] * np.array((5.0, 2.0, 0.5))
    return np.asarray(base + dry)


def gravel() -> Picture:
    return tinted((142, 134, 119), 2.0 * periodic_noise(51, 9), 9.0 * periodic_noise(52, 0.9), specks(53, 0.05, 14))


def dirt() -> Picture:
    return tinted((133, 116, 93), 2.6 * periodic_noise(61, 9), 4.0 * periodic_noise(62, 1.2), specks(63, 0.02, 12))


def deck() -> Picture:
    wear = 1.4 * periodic_noise(71, 12) + 2.4 * periodic_noise(72, 0.7)
    grooves = np.zeros((SPAN, SPAN))
    grooves[::3, :] -= 2.5
    return tinted((150, 149, 144), wear, grooves, lines_across(96, 12))


def roof_tar() -> Picture:
    seams = np.zeros((SPAN, SPAN))
    seams[:, ::48] -= 12
    seams[:, 1::48] += 6
    return tinted((84, 86, 90), 0.6 * periodic_noise(81, 10), 3.4 * periodic_noise(82, 0.7), specks(83, 0.02, 9), seams)


def roof_gravel() -> Picture:
    return tinted((150, 143, 130), 0.5 * periodic_noise(91, 11), 6.0 * periodic_noise(92, 0.6), specks(93, 0.05, 13))


def roof_white() -> Picture:
    seams = np.zeros((SPAN, SPAN))
    seams[::48, :] -= 9
    return tinted((186, 185, 179), 0.6 * periodic_noise(101, 12), 2.4 * periodic_noise(102, 0.8), seams)


def roof_red() -> Picture:
    rows = np.arange(SPAN)[:, None] % 8
    courses = np.where(rows == 0, -24, np.where(rows < 3, 7, 0)) + 0 * np.arange(SPAN)[None, :]
    waves = 6 * np.sin(np.arange(SPAN)[None, :] * (2 * np.pi / 6)) + 0 * rows
    return tinted((146, 93, 74), courses * 1.0, waves, 4.0 * periodic_noise(111, 5))


def roof_metal() -> Picture:
    ribs = np.array([10, 4, 0, -4, -10, -4, 0, 4])[np.arange(SPAN) % 8][None, :] + 0 * np.arange(SPAN)[:, None]
    return tinted((128, 134, 136), ribs * 0.8, 3.0 * periodic_noise(121, 8), lines_across(96, 9))


def roof_sand() -> Picture:
    return tinted((171, 152, 124), 0.5 * periodic_noise(131, 12), 4.2 * periodic_noise(132, 0.7), specks(133, 0.03, 9))


GROUNDS: dict[str, tuple[Callable[[], Picture], str]] = {
    "asphalt": (asphalt, "asphalt"),
    "old_asphalt": (old_asphalt, "asphalt"),
    "sidewalk": (sidewalk, "sidewalk"),
    "concrete": (concrete, "concrete"),
    "grass": (grass, "grass"),
    "gravel": (gravel, "gravel"),
    "dirt": (dirt, "dirt"),
}
"""Texture by name, with the surface it is to tyres and feet."""

ROOFS: dict[str, Callable[[], Picture]] = {
    "deck": deck,
    "roof_tar": roof_tar,
    "roof_gravel": roof_gravel,
    "roof_white": roof_white,
    "roof_red": roof_red,
    "roof_metal": roof_metal,
    "roof_sand": roof_sand,
}


def sharpened(texture: Picture) -> Picture:
    """A texture at the size of finished tiles: its edges kept, with a grain of its own between the pixels."""
    large = np.kron(texture, np.ones((SHARP, SHARP, 1)))
    soft = (2 * large + np.roll(large, 1, 0) + np.roll(large, 1, 1)) / 4
    grain = (
        np.random.default_rng(999).normal(size=large.shape[:2]) * float(np.std(texture - np.roll(texture, 1, 0))) * 0.30
    )
    return np.asarray(soft + grain[..., None])


def cut(texture: Picture) -> list[Picture]:
    """The 16 tiles of a texture, row by row, so that cell (x, y) shows tile (y % 4) * 4 + x % 4."""
    large, size = sharpened(texture), TILE * SHARP
    return [
        large[row : row + size, column : column + size]
        for row in range(0, SPAN * SHARP, size)
        for column in range(0, SPAN * SHARP, size)
    ]
