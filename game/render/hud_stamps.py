"""Small shapes the HUD is put together from: rings, arrows, magazines, eyes, waves, boxes.

Owns their ink and a bounded cache; knows nothing of what they mean. Every stamp is a surface with alpha, drawn
once by distance and kept. Parts of the HUD and the screens call it; sizes are pixels, shares 0 to 1.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache

import numpy as np
import pygame

Colour = tuple[int, int, int]

WHITE: Colour = (236, 240, 244)
ORANGE: Colour = (210, 120, 60)
HOT: Colour = (244, 146, 74)
"""The accent when it must carry on bright asphalt."""
STEEL: Colour = (140, 178, 196)
GREY: Colour = (128, 140, 154)
INK: Colour = (6, 9, 14)
ALARM: Colour = (236, 74, 62)
"""Danger to life, and nothing else: the accent stays for what is to be done."""

RING_STEPS = 32
TURN_STEPS = 64


class Memo:
    """Surfaces kept by what they show; the ones not shown for longest go first."""

    def __init__(self, kept: int = 96) -> None:
        self._kept = kept
        self._made: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, build: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface known by `key`, built when it is not kept."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = build()
            if len(self._made) > self._kept:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(key)
        return found

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._made


def blank(wide: int, high: int) -> pygame.Surface:
    """A clear surface to draw a panel on once."""
    made = pygame.Surface((max(1, wide), max(1, high)), pygame.SRCALPHA)
    return made.convert_alpha() if pygame.display.get_surface() else made


def blit_centred(surface: pygame.Surface, stamp: pygame.Surface, x: float, y: float) -> None:
    """Lay a stamp with its middle at (x, y)."""
    surface.blit(stamp, (round(x - stamp.get_width() / 2), round(y - stamp.get_height() / 2)))


@lru_cache(maxsize=48)
def box(wide: int, high: int, alpha: int = 168, colour: Colour = INK) -> pygame.Surface:
    """A plain box behind type; 168 of 255 is the opacity at which white type stays legible on anything."""
    made = blank(wide, high)
    made.fill((*colour, alpha))
    return made


@lru_cache(maxsize=400)
def ring(radius: int, thick: float, steps: int, colour: Colour, back: int = 70) -> pygame.Surface:
    """A ring filled clockwise from the top by `steps` of RING_STEPS; the rest shows faintly (`back` of 255)."""
    x, y = grid(2 * radius + 6)
    distance = np.abs(np.hypot(x, y) - radius + thick / 2) - thick / 2
    cover = np.clip(0.5 - distance, 0, 1)
    turn = np.mod(np.arctan2(x, -y) / (2 * math.pi), 1.0)
    is_filled = turn * RING_STEPS < steps
    return stamp(np.where(is_filled, cover, cover * back / 255), np.clip(0.5 - (distance - 1.4), 0, 1), colour)


@lru_cache(maxsize=64)
def disc(radius: int, colour: Colour, rim: Colour, inner: Colour | None = None) -> pygame.Surface:
    """A person's disc: rim, coat and, in the middle, hair."""
    x, y = grid(2 * radius + 4)
    distance = np.hypot(x, y) - radius
    pixels = np.zeros((*x.shape, 4), np.float32)
    _over(pixels, distance, rim)
    _over(pixels, distance + max(1.5, radius * 0.09), colour)
    if inner is not None:
        _over(pixels, np.hypot(x, y + radius * 0.12) - radius * 0.56, inner)
    return _surface(pixels)


@lru_cache(maxsize=400)
def arrow(size: int, step: int, colour: Colour, kind: str) -> pygame.Surface:
    """A pointer turned to `step` of TURN_STEPS (0 = east, clockwise).

    kind: "goal" a solid head, "known" an open chevron, "shooting" a solid head with two bars behind it.
    """
    x, y = grid(size * 2 + 6)
    angle = step * 2 * math.pi / TURN_STEPS
    u, v = x * math.cos(angle) + y * math.sin(angle), np.abs(y * math.cos(angle) - x * math.sin(angle))
    head = np.maximum(u * 0.53 + v * 0.85 - size * 0.45, -u - size * 0.35)
    if kind == "known":
        distance = np.maximum(np.abs(head + size * 0.1) - size * 0.1, -u - size * 0.05)
    elif kind == "shooting":
        bars = np.minimum(np.abs(u + size * 0.58), np.abs(u + size * 0.88)) - size * 0.09
        distance = np.minimum(head, np.maximum(bars, v - size * 0.62))
    else:
        distance = head
    return stamp(np.clip(0.5 - distance, 0, 1), np.clip(0.5 - (distance - 1.6), 0, 1), colour)


@lru_cache(maxsize=64)
def diamond(size: int, colour: Colour, is_hollow: bool) -> pygame.Surface:
    """A diamond: solid for the goal, hollow for everything else worth knowing."""
    x, y = grid(size * 2 + 6)
    distance = (np.abs(x) + np.abs(y) - size) * 0.7071
    if is_hollow:
        distance = np.abs(distance + 1.1) - 1.1
    return stamp(np.clip(0.5 - distance, 0, 1), np.clip(0.5 - (distance - 1.6), 0, 1), colour)


@lru_cache(maxsize=32)
def warning(size: int, colour: Colour) -> pygame.Surface:
    """A hollow triangle with a bar and a dot: danger without a word and without a colour."""
    x, y = grid(size * 2 + 6)
    y = y - size * 0.12
    solid = np.maximum(np.abs(x) * 0.866 - y * 0.5 - size * 0.48, y - size * 0.5)
    pen = max(1.0, size * 0.085)
    edge = np.abs(solid) - pen
    mark = np.maximum(np.abs(x) - pen, np.abs(y + size * 0.02) - size * 0.2)
    dot = np.maximum(np.abs(x), np.abs(y - size * 0.34)) - pen
    distance = np.minimum(edge, np.minimum(mark, dot))
    return stamp(np.clip(0.5 - distance, 0, 1), np.clip(0.5 - (solid - pen - 1.2), 0, 1), colour)


@lru_cache(maxsize=32)
def eye(size: int, state: str, colour: Colour) -> pygame.Surface:
    """What the police believe: a closed lid (calm), an open hollow eye (search, lost), an eye that stares (know)."""
    x, y = grid(size * 2 + 6)
    bend = size * 1.1
    lower, upper = np.hypot(x, y + bend * 0.62) - bend, np.hypot(x, y - bend * 0.62) - bend
    lens = np.maximum(lower, upper)
    pen = max(0.9, size * 0.075)
    if state == "calm":
        lid = np.maximum(np.abs(lower) - pen, upper - 0.5)
        lashes = np.full(x.shape, 1e3, np.float32)
        for side in (-0.55, 0.0, 0.55):
            slant = np.abs(x - side * size - side * (y - size * 0.35) * 0.5) - pen
            lashes = np.minimum(lashes, np.maximum(slant, np.abs(y - size * 0.55) - size * 0.16))
        distance = np.minimum(lid, lashes)
    else:
        pupil = np.hypot(x, y) - size * 0.26
        distance = np.minimum(np.abs(lens) - pen, pupil if state == "know" else np.abs(pupil) - pen)
    return stamp(np.clip(0.5 - distance, 0, 1), np.clip(0.5 - (distance - 1.2), 0, 1) * 0.7, colour)


@lru_cache(maxsize=16)
def waves(size: int, colour: Colour) -> pygame.Surface:
    """Three bows out of a point: it came over the radio."""
    x, y = grid(size * 2 + 4)
    x = x + size * 0.7
    distance = np.hypot(x, y) - max(1.3, size * 0.14)
    for reach in (0.55, 0.98, 1.4):
        bow = np.maximum(np.abs(np.hypot(x, y) - reach * size) - max(0.8, size * 0.075), np.abs(y) - x * 0.9)
        distance = np.minimum(distance, bow)
    return stamp(np.clip(0.5 - distance, 0, 1), np.zeros_like(distance), colour)


@lru_cache(maxsize=160)
def magazine(high: int, tenths: int, colour: Colour, is_single: bool = False) -> pygame.Surface:
    """A rifle magazine seen from the side, filled by `tenths` of ten; a row of shells when loaded singly."""
    x, y = grid(high + 6)
    half, wide = high / 2, high * 0.21
    lean = (y / high) ** 2 * high * 0.16 - (y / high) * high * 0.12
    body = np.maximum(np.abs(x + lean) - wide, np.abs(y) - half)
    if is_single:
        body = np.maximum(np.abs(x) - wide * 0.9, np.abs(y) - half)
    pen = max(1.0, high * 0.035)
    cover = np.clip(0.5 - (np.abs(body + pen / 2) - pen / 2), 0, 1)
    level = half - (tenths / 10) * high
    inside = np.clip(0.5 - (body + pen * 2), 0, 1) * (y > level)
    # Rounds lie one on the other: thin dark gaps, so that fill reads as brass and not as a battery.
    gaps = np.mod(y - half, high / 7) > max(1.0, high * 0.03)
    return stamp(np.maximum(cover, inside * gaps), np.clip(0.5 - (body - 1.2), 0, 1) * 0.75, colour)


@lru_cache(maxsize=24)
def bag(size: int, colour: Colour) -> pygame.Surface:
    """A holdall from the side."""
    x, y = grid(size * 2 + 4)
    body = np.maximum(np.abs(x) - size * 0.9, np.abs(y - size * 0.2) - size * 0.42)
    handle = np.maximum(np.abs(np.hypot(x, y + size * 0.1) - size * 0.42) - max(0.8, size * 0.07), y + size * 0.2)
    return stamp(np.clip(0.5 - np.minimum(body, handle), 0, 1), np.zeros_like(body), colour)


@lru_cache(maxsize=160)
def hit_arc(radius: int, step: int, colour: Colour) -> pygame.Surface:
    """A short bow about the player on the side a bullet came from; `step` of TURN_STEPS."""
    if step:
        # Turning the first one is ten times cheaper than inking another in the tick somebody is hit.
        return pygame.transform.rotate(hit_arc(radius, 0, colour), -step * 360 / TURN_STEPS)
    x, y = grid(radius * 2 + 8)
    swell = np.clip(1 - np.abs(y) / (radius * 0.62), 0, 1) * radius * 0.10
    distance = np.where((x > 0) & (swell > 0.6), np.abs(np.hypot(x, y) - radius * 0.9) - swell, 9.0)
    return stamp(np.clip(0.5 - distance, 0, 1), np.zeros_like(distance), colour)


# --------------------------------------------------------------------------- ink


def grid(size: int) -> tuple[np.ndarray, np.ndarray]:
    """x and y of every pixel's middle, from the middle of a square of `size` pixels."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    return x + 0.5 - size / 2, y + 0.5 - size / 2


def stamp(cover: np.ndarray, dark: np.ndarray, colour: Colour) -> pygame.Surface:
    """Ink of one colour over a dark edge that keeps it apart from bright ground."""
    pixels = np.zeros((*cover.shape, 4), np.float32)
    pixels[..., :3] = INK
    pixels[..., 3] = dark * 0.62
    alpha = cover + pixels[..., 3] * (1 - cover)
    share = (cover / np.maximum(alpha, 1e-4))[..., None]
    pixels[..., :3] = np.array(colour, np.float32) * share + pixels[..., :3] * (1 - share)
    pixels[..., 3] = alpha
    return _surface(pixels)


def _over(pixels: np.ndarray, distance: np.ndarray, colour: Colour) -> None:
    cover = np.clip(0.5 - distance, 0, 1)[..., None]
    is_bare = pixels[..., 3:] <= 0
    share = np.where(is_bare, 1, cover)
    pixels[..., :3] = pixels[..., :3] * (1 - share) + np.array(colour, np.float32) * share
    pixels[..., 3:] = np.maximum(pixels[..., 3:], cover)


def _surface(pixels: np.ndarray) -> pygame.Surface:
    high, wide = pixels.shape[:2]
    out = np.empty((high, wide, 4), np.uint8)
    out[..., :3] = np.clip(pixels[..., :3], 0, 255)
    out[..., 3] = np.clip(pixels[..., 3] * 255 + 0.5, 0, 255)
    made = pygame.image.frombuffer(out.tobytes(), (wide, high), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made.copy()
