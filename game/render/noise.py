"""Repeatable noise and colour arithmetic for everything that is painted by code.

Owns hash-seeded value noise and the steps between sRGB and linear light. Called by the painters of sprites,
ground and roofs when they bake; nothing here runs per frame.
"""

from __future__ import annotations

import zlib

import numpy as np

F = np.float32


def dice(name: str) -> np.random.Generator:
    """Return the dice that belong to a name: the same picture on every machine."""
    return np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))


def linear(colour: str) -> np.ndarray:
    """Return a #rrggbb colour in linear light, three floats."""
    digits = colour.lstrip("#")
    srgb = np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)], F) / 255.0
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4).astype(F)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a #rrggbb colour as three bytes."""
    digits = colour.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def tone(colour: tuple[int, int, int], factor: float) -> tuple[int, int, int]:
    """Return a colour made lighter (factor over 1) or darker."""
    return tuple(max(0, min(255, int(c * factor + (6 if factor > 1 else 0)))) for c in colour)  # type: ignore[return-value]


STEPS = 4095.0
"""Steps of linear light that are told apart."""
_ENCODE = (np.clip(np.linspace(0.0, 1.0, 4096), 0, 1) ** (1 / 2.2) * 255.0 + 0.5).astype(np.uint8)


def encode(light: np.ndarray) -> np.ndarray:
    """Turn linear light (floats) into sRGB bytes."""
    return _ENCODE[(np.clip(light, 0.0, 1.0) * STEPS).astype(np.int32)]


def encode_steps(light: np.ndarray) -> np.ndarray:
    """Turn linear light that counts in `STEPS` into sRGB bytes; changes what it is given."""
    np.clip(light, 0.0, STEPS, out=light)
    return _ENCODE.take(light.astype(np.uint16))


def step(low: float, high: float, x: np.ndarray) -> np.ndarray:
    """Smooth step from 0 at `low` to 1 at `high` (which may lie below `low`)."""
    t = np.clip((x - low) / (high - low), 0.0, 1.0)
    return (t * t * (3.0 - 2.0 * t)).astype(F)


def value_noise(shape: tuple[int, int], cell: float, roll: np.random.Generator, wraps: bool = False) -> np.ndarray:
    """One octave of smooth noise from 0 to 1; `cell` is its grain in pixels; `wraps` makes it tile."""
    height, width = shape
    rows, columns = max(1, int(np.ceil(height / cell))), max(1, int(np.ceil(width / cell)))
    extra = 0 if wraps else 2
    lattice = roll.random((rows + extra, columns + extra)).astype(F)
    v = np.arange(height) / height * rows if wraps else np.arange(height) / cell
    u = np.arange(width) / width * columns if wraps else np.arange(width) / cell
    y0, x0 = v.astype(int), u.astype(int)
    fy, fx = (v - y0).astype(F)[:, None], (u - x0).astype(F)[None, :]
    fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
    y1, x1 = (y0 + 1) % lattice.shape[0], (x0 + 1) % lattice.shape[1]
    y0, x0 = y0 % lattice.shape[0], x0 % lattice.shape[1]
    top = lattice[np.ix_(y0, x0)] * (1 - fx) + lattice[np.ix_(y0, x1)] * fx
    low = lattice[np.ix_(y1, x0)] * (1 - fx) + lattice[np.ix_(y1, x1)] * fx
    return top * (1 - fy) + low * fy


def cloud(shape: tuple[int, int], cell: float, name: str, octaves: int = 4, wraps: bool = False) -> np.ndarray:
    """Noise of several octaves, 0 to 1, about 0.5 in the middle."""
    roll = dice(name)
    total = np.zeros(shape, F)
    weight, weights = 1.0, 0.0
    for _ in range(octaves):
        total += weight * value_noise(shape, max(1.0, cell), roll, wraps)
        weights += weight
        weight, cell = weight * 0.5, cell / 2
        if cell < 1:
            break
    return total / weights


def blur(field: np.ndarray, radius: int) -> np.ndarray:
    """Blur a 2D field by three box passes of the given radius in pixels."""
    if radius < 1:
        return field
    for _ in range(2):
        for axis in (0, 1):
            padding = [(0, 0), (0, 0)]
            padding[axis] = (radius + 1, radius)
            sums = np.cumsum(np.pad(field, padding, mode="edge"), axis=axis, dtype=np.float64)
            n = field.shape[axis]
            high = np.take(sums, range(2 * radius + 1, 2 * radius + 1 + n), axis=axis)
            low = np.take(sums, range(n), axis=axis)
            field = ((high - low) / (2 * radius + 1)).astype(F)
    return field
