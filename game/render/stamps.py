"""Marks that stay on the ground: tyre marks, blood, scorch, glass, casings, oil.

Owns their pictures and the list of where they lie, so that a chunk that was dropped can be painted again.
Called by the effects (which lay them) and by the ground (which paints them).
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from functools import lru_cache

import numpy as np
import pygame

from game.render.noise import cloud, dice, step
from game.render.turned import TAU, TurnedCache, bucket_of, turned

Stamp = tuple[str, float, float, int, float, int]
"""Kind, x, y, direction (64ths of a turn), size in metres, variant."""
REGION = 16.0
KEPT = 9000
"""Marks kept in all; the oldest go first."""
SOURCE_PPM = 48


class Stamps:
    """Everything that has been left on the ground, by region."""

    def __init__(self) -> None:
        self._by_region: dict[tuple[int, int], deque[Stamp]] = defaultdict(deque)
        self._order: deque[tuple[int, int]] = deque()
        self._pictures = TurnedCache(12_000_000)
        # Painted while the level loads: the first blow of a fight must not cost a frame.
        self._sources = _sources()

    def clear(self) -> None:
        """Another run: nothing has been left anywhere."""
        self._by_region.clear()
        self._order.clear()

    def __len__(self) -> int:
        return len(self._order)

    def lay(self, kind: str, x: float, y: float, angle: float, size: float, variant: int = 0) -> Stamp:
        """Remember a mark and return it."""
        stamp = (kind, x, y, bucket_of(angle, 64), round(size * 8) / 8 or 0.125, variant)
        region = (int(x // REGION), int(y // REGION))
        self._by_region[region].append(stamp)
        self._order.append(region)
        if len(self._order) > KEPT:
            self._by_region[self._order.popleft()].popleft()
        return stamp

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Stamp]:
        """Marks whose middle lies in a rectangle widened by two metres."""
        found: list[Stamp] = []
        for column in range(int((left - 2) // REGION), int((right + 2) // REGION) + 1):
            for row in range(int((top - 2) // REGION), int((bottom + 2) // REGION) + 1):
                found.extend(self._by_region.get((column, row), ()))
        return found

    def picture(self, stamp: Stamp, scale: int) -> pygame.Surface:
        """The picture of a mark at a scale."""
        kind, _, _, bucket, size, variant = stamp
        return self._pictures.get(
            (kind, bucket, size, variant, scale), lambda: self._make(kind, bucket, size, variant, scale)
        )

    def _make(self, kind: str, bucket: int, size: float, variant: int, scale: int) -> pygame.Surface:
        return turned(self._sources[(kind, variant % 4)], bucket * TAU / 64, max(1, round(scale * size)), SOURCE_PPM)


@lru_cache(maxsize=1)
def _sources() -> dict[tuple[str, int], pygame.Surface]:
    """Every kind of mark in four variants: the same in every level."""
    return {(kind, variant): paint(variant) for kind, paint in _PAINTERS.items() for variant in range(4)}


def _grid(size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    axis = (np.arange(size, dtype=np.float32) + 0.5) / size * 2 - 1
    x, y = axis[None, :], axis[:, None]
    return x + 0 * y, y + 0 * x, np.hypot(x, y)


def _pack(colour: tuple[int, int, int], alpha: np.ndarray) -> pygame.Surface:
    pixels = np.zeros((*alpha.shape, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = np.clip(alpha, 0, 1) * 255
    return pygame.image.frombytes(pixels.tobytes(), (alpha.shape[1], alpha.shape[0]), "RGBA")


def _tyre(variant: int) -> pygame.Surface:
    """A metre long dark streak, a tyre wide; laid with a size of about half a metre."""
    x, y, _ = _grid(48)
    return _pack((18, 18, 20), step(0.30, 0.16, np.abs(y)) * step(1.0, 0.8, np.abs(x)) * 0.34)


def _scrape(variant: int) -> pygame.Surface:
    """Pale scratches of metal dragged over the road, a metre long."""
    roll = dice(f"scrape{variant}")
    x, y, _ = _grid(48)
    alpha = np.zeros((48, 48), np.float32)
    for _ in range(3):
        off, thin = roll.uniform(-0.5, 0.5), roll.uniform(0.03, 0.06)
        start, end = roll.uniform(-1.0, -0.2), roll.uniform(0.2, 1.0)
        alpha = np.maximum(alpha, step(thin, thin * 0.4, np.abs(y - off)) * (x > start) * (x < end))
    return _pack((188, 184, 176) if variant % 2 else (58, 56, 54), alpha * 0.5)


def _blood(variant: int) -> pygame.Surface:
    """A pool with drops about it, one metre across."""
    roll = dice(f"blood{variant}")
    x, y, r = _grid(48)
    field = r + 0.55 * (cloud((48, 48), 12, f"blood{variant}", 3) - 0.5)
    alpha = step(0.62, 0.50, field)
    for _ in range(16):
        a, far, size = roll.uniform(0, TAU), roll.uniform(0.5, 0.92), roll.uniform(0.03, 0.09)
        alpha = np.maximum(alpha, step(size, size * 0.5, np.hypot(x - far * math.cos(a), y - far * math.sin(a))))
    return _pack((74, 8, 12), alpha * 0.86)


def _spray(variant: int) -> pygame.Surface:
    """Drops thrown along +x."""
    roll = dice(f"spray{variant}")
    x, y, _ = _grid(48)
    alpha = np.zeros((48, 48), np.float32)
    for _ in range(22):
        far = roll.uniform(-0.8, 0.9)
        off, size = roll.normal(0, 0.10 + 0.16 * (far + 0.8)), roll.uniform(0.02, 0.06)
        alpha = np.maximum(alpha, step(1.0, 0.4, np.hypot((x - far) / (size * 2.2), (y - off) / size)))
    return _pack((84, 8, 12), alpha * 0.8)


def _scorch(variant: int) -> pygame.Surface:
    """Soot burnt into the ground, one metre across."""
    _, _, r = _grid(48)
    return _pack((12, 11, 11), step(1.0, 0.15, r + 0.5 * (cloud((48, 48), 14, f"scorch{variant}", 4) - 0.5)) * 0.82)


GLINTS = ((236, 246, 250), (176, 200, 210), (120, 146, 156), (206, 222, 230))


def _shards(roll: np.random.Generator, places: list[tuple[float, float]], least: float, most: float) -> pygame.Surface:
    """Splinters at places in shares of a picture of 96 pixels: each with a bright edge, each with its shade."""
    large = pygame.Surface((96, 96), pygame.SRCALPHA)
    for x, y in places:
        size, a = roll.uniform(least, most), roll.uniform(0, TAU)
        corners = [
            (48 + 47 * x + math.cos(a + turn) * size, 48 + 47 * y + math.sin(a + turn) * size)
            for turn in (0.0, roll.uniform(1.6, 2.4), roll.uniform(3.6, 4.6))
        ]
        pygame.draw.polygon(large, (14, 18, 22, 110), [(px + 1.4, py + 1.4) for px, py in corners])
        pygame.draw.polygon(large, (*GLINTS[int(roll.integers(4))], 235), corners)
    return pygame.transform.smoothscale(large, (48, 48))


def _glass(variant: int) -> pygame.Surface:
    """Splinters of a pane, one metre across."""
    roll = dice(f"glass{variant}")
    places = []
    for _ in range(64):
        far, a = min(0.96, abs(roll.normal(0, 0.42))), roll.uniform(0, TAU)
        places.append((far * math.cos(a), far * math.sin(a)))
    return _shards(roll, places, 1.2, 4.4)


def _splinters(variant: int) -> pygame.Surface:
    """What lies at the foot of a pane that fell: a band along +x, thick in its middle."""
    roll = dice(f"splinters{variant}")
    places = [(float(roll.uniform(-0.97, 0.97)), float(np.clip(roll.normal(0, 0.3), -0.95, 0.95))) for _ in range(84)]
    return _shards(roll, places, 0.8, 4.6)


def _oil(variant: int) -> pygame.Surface:
    """What runs out of an engine: a dark pool with a thin edge, one metre across."""
    _, _, r = _grid(48)
    field = r + 0.7 * (cloud((48, 48), 16, f"oil{variant}", 3) - 0.5)
    alpha = step(0.80, 0.66, field) * 0.62 + step(0.95, 0.60, field) * 0.16
    return _pack((24, 23, 24), alpha)


def _casing(variant: int) -> pygame.Surface:
    """A brass case; drawn larger than it is, or nobody would see it."""
    x, y, _ = _grid(48)
    inner = step(1.0, 0.7, np.maximum(np.abs(x) / 0.9, np.abs(y) / 0.34))
    return _pack((206, 160, 70), inner)


def _note(variant: int) -> pygame.Surface:
    """A banknote or a bond; drawn larger than it is."""
    x, y, _ = _grid(48)
    inner = step(1.0, 0.9, np.maximum(np.abs(x) / 0.9, np.abs(y) / 0.42))
    return _pack((146, 166, 134) if variant % 2 else (206, 202, 186), inner)


def _hole(variant: int) -> pygame.Surface:
    """A chip knocked out of the ground."""
    _, _, r = _grid(48)
    return _pack((34, 33, 32), step(0.9, 0.3, r) * 0.8)


def _gap(variant: int) -> pygame.Surface:
    """A gap cut into wire mesh, seen from above, through it along x: trodden ground where the fence was, a flap bent back on each side."""
    roll = dice(f"gap{variant}")
    x, y, _ = _grid(96)
    pixels = np.zeros((96, 96, 4), np.float32)

    def lay(colour: tuple[int, int, int], alpha: np.ndarray) -> None:
        part = np.clip(alpha, 0, 1)[..., None]
        cover = pixels[..., 3:] * (1 - part) + part
        pixels[..., :3] = (
            pixels[..., :3] * pixels[..., 3:] * (1 - part) + np.array(colour, np.float32) * part
        ) / np.maximum(cover, 1e-4)
        pixels[..., 3:] = cover

    worn = step(0.98, 0.25, np.hypot(x, y * 1.35) + 0.5 * (cloud((96, 96), 18, f"gap{variant}", 3) - 0.5))
    lay((34, 32, 26), worn * 0.8)
    lay((30, 29, 24), step(0.10, 0.06, np.abs(x)) * step(0.60, 0.54, np.abs(y)))
    for side in (-1, 1):
        for strand in range(5):
            # Strands of the flap: from where the mesh still holds, bent back the way he went.
            start, bend = side * (0.60 - 0.02 * strand), 0.10 + 0.13 * strand + float(roll.uniform(-0.03, 0.03))
            along = np.clip(x / 0.62, 0, 1)
            off = np.abs(y - (start - side * bend * along * along)) + np.where(
                (x < -0.04) | (x > 0.62 - 0.06 * strand), 9.0, 0.0
            )
            lay((176, 180, 178), step(0.045, 0.015, off) * 0.9)
    pixels[..., 3] *= 255
    return pygame.image.frombytes(np.clip(pixels, 0, 255).astype(np.uint8).tobytes(), (96, 96), "RGBA")


_PAINTERS = {
    "tyre": _tyre, "scrape": _scrape,
    "blood": _blood, "spray": _spray, "scorch": _scorch, "glass": _glass, "casing": _casing,
    "hole": _hole, "note": _note, "splinters": _splinters, "oil": _oil, "gap": _gap,
}  # fmt: skip
