"""Bakes parked and passing aircraft as seen from above: the body, its livery as a mask, and the shade under it.

Owns their shapes, in metres, nose along +x. Called by `bake`; drawn by `game/render/aircraft.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from assets.bake import sheets
from game.render.noise import blur, cloud

CODE = ("aircraft_sheets",)
ITEM = "props/aircraft"
PPM = 14
"""Pixels to a metre: they are seen at night, large, and through haze."""
SAMPLES = 2
SHADE_PPM = 4


@dataclass(frozen=True)
class Shape:
    """One type's measures in metres."""

    length: float
    span: float
    radius: float
    root: tuple[float, float]
    """Leading and trailing edge of the wing at the body."""
    kink: tuple[float, float]
    """Where the trailing edge bends: out, and back."""
    tip: tuple[float, float]
    engines: tuple[tuple[float, float, float], ...]
    """Out, front, length of each nacelle."""
    hump: tuple[float, float]
    """Upper deck from and to; equal = none."""


SHAPES = {
    "freighter": Shape(70.0, 64.0, 3.25, (10.5, -6.0), (12.0, -7.6), (-15.0, -18.4),
                       ((11.7, 7.6, 5.8), (20.8, -0.2, 5.6)), (11.0, 30.5)),
    "twin": Shape(54.0, 48.0, 2.55, (7.0, -5.0), (8.5, -6.0), (-11.5, -14.2), ((8.4, 5.2, 5.4),), (0.0, 0.0)),
}  # fmt: skip
WHITE, GREY, DARK = np.array((214, 218, 222)), np.array((150, 157, 164)), np.array((58, 63, 70))


def items() -> dict[str, str]:
    """One item: they share a sheet."""
    return {ITEM: sheets.digest(sheets.code_digest(CODE))}


def bake(item: str) -> sheets.Baked:
    """The sheet and its book."""
    sheet = sheets.Sheet()
    frames: dict[str, Any] = {}
    for name, shape in SHAPES.items():
        body, livery, shade = painted(shape)
        frames[name] = {"rect": sheet.add(body), "size": [shape.length, shape.span]}
        frames[f"{name}-livery"] = {"rect": sheet.add(livery)}
        frames[f"{name}-shade"] = {"rect": sheet.add(shade)}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "ppm": PPM, "shade_ppm": SHADE_PPM, "frames": frames}
    return baked


def painted(shape: Shape) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """RGBA pictures: body, livery (white, alpha where it goes), shade on the ground (black)."""
    k = PPM * SAMPLES
    width, height = round((shape.length + 3) * PPM) * SAMPLES, round((shape.span + 3) * PPM) * SAMPLES
    x = ((np.arange(width) + 0.5 - width / 2) / k)[None, :] + np.zeros((height, 1))
    y = ((np.arange(height) + 0.5 - height / 2) / k)[:, None] + np.zeros((1, width))
    out = np.abs(y)
    colour, alpha = np.zeros((height, width, 3)), np.zeros((height, width))
    livery = np.zeros((height, width))
    grime = np.kron(cloud((height // 8 + 1, width // 8 + 1), 40, "aircraft", 4), np.ones((8, 8)))[:height, :width]
    for piece in (_wings, _nacelles, _tailplane, _body, _fin):
        piece(shape, x, y, out, colour, alpha, livery)
    colour *= (0.90 + 0.16 * grime)[..., None]
    picture = _shrunk(np.dstack([np.clip(colour, 0, 255), alpha * 255]))
    mask = _shrunk(np.dstack([np.full((height, width, 3), 255.0), livery * 255]))
    factor = k // SHADE_PPM
    rows, columns = height // factor, width // factor
    coarse = alpha[: rows * factor, : columns * factor].reshape(rows, factor, columns, factor).mean((1, 3))
    soft = np.clip(blur(coarse.astype(np.float32), 5) * 1.1, 0, 1)
    shade = np.dstack([np.zeros((rows, columns, 3)), soft * 150]).astype(np.uint8)
    return picture, mask, shade


def _shrunk(field: np.ndarray) -> np.ndarray:
    """At sprite size; colours weighted by cover."""
    height, width = field.shape[0] // SAMPLES * SAMPLES, field.shape[1] // SAMPLES * SAMPLES
    cut = field[:height, :width].reshape(height // SAMPLES, SAMPLES, width // SAMPLES, SAMPLES, 4)
    weight = cut[..., 3:]
    total = weight.sum((1, 3))
    colour = (cut[..., :3] * weight).sum((1, 3)) / np.maximum(total, 1e-6)
    return (np.dstack([colour, weight.mean((1, 3))]) + 0.5).astype(np.uint8)


def _lay(colour: np.ndarray, alpha: np.ndarray, cover: np.ndarray, ink: np.ndarray) -> None:
    colour[:] = colour * (1 - cover[..., None]) + ink * cover[..., None]
    alpha[:] = np.maximum(alpha, cover)


def _edge(distance: np.ndarray) -> np.ndarray:
    """Cover of a shape by the signed distance to its edge in metres."""
    return np.clip(0.5 - distance * PPM, 0, 1)


def _line(distance: np.ndarray, wide: float) -> np.ndarray:
    return np.clip(1.0 - np.abs(distance) / wide, 0, 1)


def _wings(
    s: Shape, x: np.ndarray, y: np.ndarray, out: np.ndarray, colour: np.ndarray, alpha: np.ndarray, livery: np.ndarray
) -> None:
    half = s.span / 2
    lead = s.root[0] + (s.tip[0] - s.root[0]) * np.clip(out / half, 0, 1)
    inner = s.root[1] + (s.kink[1] - s.root[1]) * np.clip(out / s.kink[0], 0, 1)
    outer = s.kink[1] + (s.tip[1] - s.kink[1]) * np.clip((out - s.kink[0]) / (half - s.kink[0]), 0, 1)
    trail = np.where(out < s.kink[0], inner, outer)
    cover = _edge(np.maximum(np.maximum(x - lead, trail - x), out - half))
    chord = np.clip((lead - x) / np.maximum(lead - trail, 0.5), 0, 1)
    # The upper side is round at its front and lies away from the light on one side.
    tone = 0.80 + 0.20 * np.sin(np.clip(chord * 2.2, 0, np.pi)) - 0.10 * (chord > 0.72)
    tone = tone * np.where(y > 0, 0.93, 1.0) * (1.0 - 0.05 * out / half)
    ink = GREY[None, None] * tone[..., None]
    for at, dark in ((0.17, 0.20), (0.70, 0.34), (0.74, 0.14)):
        ink = ink * (1 - dark * _line((chord - at) * (lead - trail), 0.10))[..., None]
    for rib in np.arange(4.0, half, half / 7.5):
        ink = ink * (1 - 0.13 * _line(out - rib, 0.07) * (chord > 0.10))[..., None]
    for gap in (0.36, 0.62, 0.86):
        ink = ink * (1 - 0.42 * _line(out - half * gap, 0.09) * (chord > 0.70))[..., None]
    walk = (np.abs(chord - 0.44) < 0.18) & (out < half * 0.42)
    ink = np.where(walk[..., None], ink * 0.90, ink)
    ink = ink + 26 * (_line(x - lead + 0.22, 0.25) * (out > 3))[..., None]
    _lay(colour, alpha, cover, ink)


def _nacelles(
    s: Shape, x: np.ndarray, y: np.ndarray, out: np.ndarray, colour: np.ndarray, alpha: np.ndarray, livery: np.ndarray
) -> None:
    for at, front, length in s.engines:
        along = np.clip((front - x) / length, 0, 1)
        radius = 1.38 * np.where(along < 0.12, 0.90 + along * 0.85, 1.0 - 0.42 * np.clip((along - 0.45) / 0.55, 0, 1))
        aside = (out - at) / radius
        cover = _edge(np.maximum(np.abs(out - at) - radius, np.maximum(x - front, front - length - x)))
        tone = 0.50 + 0.55 * np.sqrt(np.clip(1 - aside * aside, 0, 1))
        ink = WHITE[None, None] * tone[..., None]
        ink = np.where((along < 0.10)[..., None], ink * 0.72 + 40, ink)
        ink = np.where((along > 0.74)[..., None], DARK[None, None] * (0.7 + 0.5 * tone[..., None]), ink)
        _lay(colour, alpha, cover, ink)
        livery[:] = np.maximum(livery, cover * ((along > 0.16) & (along < 0.40)) * 0.85 * tone)
        pylon = _edge(
            np.maximum(np.abs(out - at) - 0.22, np.maximum(x - front + length * 0.5, front - length - 2.2 - x))
        )
        _lay(colour, alpha, pylon * 0.8, GREY[None, None] * np.full(x.shape, 0.72)[..., None])


def _tailplane(
    s: Shape, x: np.ndarray, y: np.ndarray, out: np.ndarray, colour: np.ndarray, alpha: np.ndarray, livery: np.ndarray
) -> None:
    scale, end = s.length / 70.0, -s.length / 2
    half = 11.2 * scale
    lead = end + 9.0 * scale - 7.4 * scale * np.clip(out / half, 0, 1)
    trail = end + 1.8 * scale - 2.6 * scale * np.clip(out / half, 0, 1)
    cover = _edge(np.maximum(np.maximum(x - lead, trail - x), out - half))
    chord = np.clip((lead - x) / np.maximum(lead - trail, 0.5), 0, 1)
    tone = 0.84 + 0.16 * np.sin(np.clip(chord * 2.2, 0, np.pi)) - 0.20 * _line((chord - 0.66) * (lead - trail), 0.1)
    _lay(colour, alpha, cover, GREY[None, None] * (tone * np.where(y > 0, 0.93, 1.0))[..., None])


def _half_width(s: Shape, x: np.ndarray) -> np.ndarray:
    """Of the body at each place along it; negative beyond its ends."""
    half, nose, tail = s.length / 2, s.length * 0.12, s.length * 0.33
    front = np.clip((half - x) / nose, 0, 1)
    back = np.clip((x + half) / tail, 0, 1)
    wide = s.radius * np.sqrt(np.clip(1 - (1 - front) ** 2, 0, 1)) * (0.10 + 0.90 * np.sin(back * np.pi / 2) ** 0.9)
    return np.where(np.abs(x) > half, -1.0, wide)


def _body(
    s: Shape, x: np.ndarray, y: np.ndarray, out: np.ndarray, colour: np.ndarray, alpha: np.ndarray, livery: np.ndarray
) -> None:
    wide = _half_width(s, x)
    across = y / np.maximum(wide, 0.05)
    cover = _edge(out - wide) * (wide > 0)
    # A round body under a sky that is a little brighter to the north.
    tone = 0.46 + 0.52 * np.sqrt(np.clip(1 - across * across, 0, 1)) - 0.07 * across
    ink = WHITE[None, None] * tone[..., None] + 22 * (_line(across + 0.30, 0.20) * (wide > 0))[..., None]
    for at in np.arange(-s.length / 2 + 4, s.length / 2 - 2, 3.1):
        ink = ink * (1 - 0.08 * _line(x - at, 0.06))[..., None]
    if s.hump[1] > s.hump[0]:
        front, back = s.hump[1], s.hump[0]
        inside = np.clip((x - back) / 7.0, 0, 1) * np.clip((front - x) / 2.2, 0, 1)
        hump = s.radius * 0.62 * np.sqrt(np.clip(inside, 0, 1))
        ink = ink + (18 * _edge(out - hump) - 30 * _line(out - hump, 0.16) * (hump > 0.3))[..., None]
    nose = s.length / 2 - s.length * 0.046
    panes = (np.abs(x - nose) < 0.62) & (np.abs(across) < 0.66) & (np.abs((across * 3.1) % 1 - 0.5) < 0.40)
    ink = np.where(panes[..., None], np.array((26, 32, 42)), ink)
    _lay(colour, alpha, cover, ink)
    stripe = cover * (np.abs(np.abs(across) - 0.80) < 0.10) * (x < nose - 2)
    tail = cover * np.clip((-s.length * 0.36 - x) / 1.2 + 0.5, 0, 1)
    livery[:] = np.maximum(livery * (1 - cover), np.maximum(stripe, tail * 0.9) * (0.55 + 0.5 * tone))


def _fin(
    s: Shape, x: np.ndarray, y: np.ndarray, out: np.ndarray, colour: np.ndarray, alpha: np.ndarray, livery: np.ndarray
) -> None:
    scale, end = s.length / 70.0, -s.length / 2
    front, back = end + 15.0 * scale, end + 0.6 * scale
    wide = 0.46 * np.clip((front - x) / (5.0 * scale), 0, 1) * np.clip((x - back) / (1.6 * scale) + 0.35, 0, 1)
    cover = _edge(out - wide) * (x < front) * (x > back)
    _lay(colour, alpha, cover, WHITE[None, None] * np.where(y > 0, 0.66, 1.0)[..., None])
    livery[:] = np.maximum(livery * (1 - cover), cover * np.where(y > 0, 0.70, 1.0))
