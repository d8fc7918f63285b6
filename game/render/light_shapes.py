"""The shapes that light has: round pools, head light cones, the two lobes of a siren, the disc of a searchlight.

Owns their pictures in a bounded cache: additive, without alpha, at the size of the light map. It knows neither lamps nor
shadows. Called by the light map and by the baked light of a place.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

import numpy as np
import pygame

from game.render.palette import Colour, Hour
from game.render.turned import TurnedCache

POOL_PX = 64
DIRECTIONS = {"head": 120, "left": 120, "right": 120, "siren": 48, "spot": 1, "pool": 1, "glow": 1}
"""Directions in which a shape is kept; the eye follows a cone's edge, hardly a siren's."""
LEVELS = 12
"""Steps of strength."""
KEPT_BYTES = 44_000_000
TRACK = 0.030
"""Half the way between two head lights as a share of their reach."""


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """A shape's picture and where its corner lies from the lamp, in pixels of the light map."""

    surface: pygame.Surface
    dx: int
    dy: int


class LightShapes:
    """Pictures of all shapes, turned and sized."""

    def __init__(self) -> None:
        self._kept = TurnedCache(KEPT_BYTES)
        self._corners: dict[tuple, tuple[int, int]] = {}

    def picture(self, shape: str, px: int, colour: Colour, power: float, angle: float = 0.0) -> Picture | None:
        """A shape `px` pixels from lamp to rim, None when it is too weak or too small to be seen."""
        level = round(power * LEVELS)
        if px < 2 or level < 1:
            return None
        # Even steps of size: fires flicker, and each size is a picture of its own.
        px = (px + 1) // 2 * 2
        ways = DIRECTIONS[shape]
        bucket = int(angle / math.tau * ways + 0.5) % ways
        key = (shape, px, colour, min(level, LEVELS), bucket)
        surface = self._kept.get(key, lambda: self._make(key))
        dx, dy = self._corners[key]
        return Picture(surface, dx, dy)

    def prepare(self, shape: str, px: int, colour: Colour, power: float, angle: float) -> bool:
        """Make a picture that may soon be asked for; whether it was missing."""
        before = len(self._corners)
        self.picture(shape, px, colour, power, angle)
        return len(self._corners) > before

    def _make(self, key: tuple) -> pygame.Surface:
        shape, px, colour, level, bucket = key
        if len(self._corners) > 4000:
            self._corners = {kept: corner for kept, corner in self._corners.items() if kept in self._kept}
        if DIRECTIONS[shape] == 1:
            whole = self._kept.get((shape, colour), lambda: _from_field(_FIELDS[shape](POOL_PX), colour))
            made = pygame.transform.smoothscale(whole, (px * 2, px * 2))
            self._corners[key] = (-px, -px)
        else:
            made = self._turn(shape, px, colour, bucket, key)
        if level < LEVELS:
            made.fill((level * 255 // LEVELS,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        return made

    def _turn(self, shape: str, px: int, colour: Colour, bucket: int, key: tuple) -> pygame.Surface:
        """Turn a shape and cut it to what shines."""
        # Turned at half its size and stretched: a siren shows a new direction in every frame.
        flat = self._kept.get((shape, px, colour), lambda: _painted(shape, max(4, px // 2), colour))
        whole = pygame.transform.rotate(flat, -bucket * 360 / DIRECTIONS[shape])
        whole.set_colorkey((0, 0, 0))
        lit = whole.get_bounding_rect()
        whole.set_colorkey(None)
        self._corners[key] = (lit.left * 2 - whole.get_width(), lit.top * 2 - whole.get_height())
        return pygame.transform.smoothscale(whole.subsurface(lit), (lit.width * 2, lit.height * 2))


def _painted(shape: str, px: int, colour: Colour) -> pygame.Surface:
    if shape == "siren":
        return _siren(px)
    return _from_field(_FIELDS[shape](px), colour)


def _from_field(field: np.ndarray, colour: Colour) -> pygame.Surface:
    light = np.clip(field, 0, 1)[..., None] * (np.array(colour, np.float32) / 255.0)
    # A lamp's colour pales toward its middle: strong light is never pure.
    pixels = (np.clip(light, 0, 1) ** 0.85 * 255).astype(np.uint8)
    return pygame.image.frombytes(
        np.ascontiguousarray(pixels).tobytes(), (field.shape[1], field.shape[0]), "RGB"
    ).convert()


def _disc(px: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    axis = (np.arange(px * 2, dtype=np.float32) + 0.5 - px) / px
    x, y = axis[None, :] + 0 * axis[:, None], axis[:, None] + 0 * axis[None, :]
    return x, y, np.hypot(x, y)


def _pool(px: int) -> np.ndarray:
    """What a lamp overhead throws: a bright middle and a wide skirt."""
    _, _, r = _disc(px)
    return np.clip(1 - r * r, 0, 1) ** 1.6 / (1 + r * r * 3.4)


def _glow(px: int) -> np.ndarray:
    """What a flame or a muzzle throws: hot near by, soon weak."""
    _, _, r = _disc(px)
    return np.clip(1 - r, 0, 1) ** 1.5 / (1 + r * r * 5.0) * 1.15


def _spot(px: int) -> np.ndarray:
    """The disc of a searchlight, with a rim."""
    _, _, r = _disc(px)
    t = np.clip((1.0 - r) / 0.14, 0, 1)
    return t * t * (3 - 2 * t) * (0.74 + 0.26 * np.clip((r - 0.2) / 0.7, 0, 1))


def _cone(px: int, off: float) -> np.ndarray:
    """One head light `off` to the right of the middle, aimed along +x and a little down."""
    x, y, _ = _disc(px)
    y = y - off
    r, turn = np.hypot(x, y), np.abs(np.arctan2(y, x))
    beam = np.exp(-((turn / 0.27) ** 2) * 1.1) * (x > -0.02)
    spill = 0.16 * np.exp(-((turn / 0.75) ** 2)) * np.clip(1 - r / 0.45, 0, 1)
    near = np.clip(r / 0.05, 0, 1)
    return (beam * np.clip(1 - r, 0, 1) ** 1.6 / (1 + r * 5.0) * 2.1 + spill) * near


def _pair(px: int) -> np.ndarray:
    """Two head lights side by side."""
    return np.clip(_cone(px, -TRACK) * 0.72 + _cone(px, TRACK) * 0.72, 0, 1)


def _siren(px: int) -> pygame.Surface:
    """Red one way and blue the other."""
    x, y, r = _disc(px)
    rim = np.clip(1 - r, 0, 1) ** 1.3 / (1 + r * 1.7) * np.clip(r / 0.05, 0, 1)
    light = np.zeros((*r.shape, 3), np.float32)
    for way, colour in ((x, SIREN_RED), (-x, SIREN_BLUE)):
        turn = np.abs(np.arctan2(y, way))
        lobe = (np.exp(-((turn / 0.44) ** 2)) + 0.07) * rim * 1.45
        light += np.clip(lobe, 0, 1)[..., None] * (np.array(colour, np.float32) / 255)
    pixels = (np.clip(light, 0, 1) ** 0.85 * 255).astype(np.uint8)
    return pygame.image.frombytes(pixels.tobytes(), (r.shape[1], r.shape[0]), "RGB").convert()


SIREN_RED: Colour = (255, 26, 32)
SIREN_BLUE: Colour = (24, 58, 255)

_FIELDS: dict[str, Callable[[int], np.ndarray]] = {
    "pool": _pool,
    "glow": _glow,
    "spot": _spot,
    "head": _pair,
    "left": lambda px: _cone(px, -TRACK),
    "right": lambda px: _cone(px, TRACK),
}


def dark_corners(size: tuple[int, int], hour: Hour) -> pygame.Surface:
    """Dark corners with the grade of the hour: both cost one blit of a small picture."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    r = np.hypot((x - width / 2) / (width * 0.62), (y - height / 2) / (height * 0.72))
    field = 1 - hour.vignette / 255 * np.clip((r - 0.5) / 0.8, 0, 1) ** 1.5
    pixels = (np.clip(field, 0, 1)[..., None] * np.array(hour.grade, np.float32)).astype(np.uint8)
    return pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), size, "RGB").convert()
