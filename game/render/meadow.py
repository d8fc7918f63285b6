"""What grows: lawns and fields without a repeat, and the ragged rim where they meet what is paved.

Owns the wide textures of grass and the fringe that creeps over the edge of concrete and asphalt, both of which follow from the place
alone. Called by the ground: it leaves grass to this room and composes the rest of a chunk itself.
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache

import numpy as np
import pygame

from game.content.level import Level, TileLayer
from game.render.noise import cloud, dice, encode, linear, step
from game.render.palette import SURFACES
from game.render.textures import TEXTURE
from game.render.tiles import GID_MASK, TileSheets, shade_of

GROWS = ("grass",)
SOILS = ("gravel", "dirt")
PAVED = ("asphalt", "wet_asphalt", "concrete", "sidewalk", "pavement", "paint")
"""What it creeps over, as over soils."""
GRASS, HARD, LOOSE = 1, 2, 3
"""Kinds of ground."""
RAGGED = 104
"""How far noise moves the rim, of 255 for half a metre to either side."""
SHARP = 4
TURNS, INNER = 3, 92
"""Along soil the rim is rounded over so many metres, and lies where the ramp reaches this level: it runs through the inner corners of a
slant that is drawn in steps of a cell, and no step is left of it."""
EARTH, EARTHY = (58, 50, 38), 150
"""What is washed over the rim of the pavement: colour and opacity of 255 at the rim."""
NOISE_METRES = 21
PATCH_METRES, PATCH_PPM = 96, 4
"""Patches repeat after so many metres."""
BRIGHTER = 1.22
WORN = (0.88, 0.76, 0.74)
"""What worn grass is multiplied with: the earth shows."""
STRAW = (0.30, 0.10, -0.26)
"""How much of each colour there is more where grass is dry than where it is fresh."""
TIPS = 0.955
"""The share of it where no tip of a blade stands out."""
RARE, MANY = 400, 60
"""A tile that is neither found in one of so many cells of grass nor that often is none."""
SAMPLES = 40
"""Tiles of grass that are looked at for its colour."""


class Meadow:
    """The grass of one level."""

    def __init__(self, level: Level, sheets: TileSheets) -> None:
        cells = np.frombuffer(bytes(level.ground), np.uint8).reshape(level.height, level.width)
        names = [GRASS if n in GROWS else LOOSE if n in SOILS else HARD if n in PAVED else 0 for n in level.surfaces]
        self._kinds = kinds = np.array(names, np.uint8)[cells]
        self.grows = kinds == GRASS
        bare = kinds > 0
        for layer in level.layers:
            if layer.role in ("marks", "walls"):
                bare &= np.array(layer.cells, np.int64).reshape(kinds.shape) & GID_MASK == 0
        # With a rim, so that a chunk at the border of the map needs no care.
        self._soft = np.pad(np.where(self.grows, np.uint8(255), np.uint8(0)), 1, mode="edge")
        self._open = np.pad(np.where(bare, np.uint8(255), np.uint8(0)), 1)
        self._about = np.pad(self._soft, 1, mode="edge")
        # Soil and what touches it, but for what is paved.
        loose = np.pad(kinds == LOOSE, 1)
        for axis in (0, 1):
            loose |= np.roll(loose, 1, axis) | np.roll(loose, -1, axis)
        self._loose = loose & np.pad(kinds != HARD, 1)
        self._colour: tuple[float, ...] = tuple(self._mean_colour(level, sheets).tolist())

    def prepare(self, scale: int) -> None:
        """Paint what repeats at a scale."""
        if not self.grows.any():
            return
        self.texture(scale)
        _patches()
        _fringe(max(4, scale // 2))

    def _mean_colour(self, level: Level, sheets: TileSheets) -> np.ndarray:
        """The colour that the map's own tiles of grass have, in linear light."""
        found = []
        ground = next((layer for layer in level.layers if layer.role == "ground"), None)
        if ground is not None and self.grows.any():
            gids = np.array(ground.cells, np.int64).reshape(self.grows.shape)[self.grows]
            for gid in np.unique(gids).tolist()[:SAMPLES]:
                tile = sheets.tile(gid, 24)
                if tile is not None:
                    found.append(pygame.transform.average_color(tile)[:3])
        if not found:
            return linear(SURFACES["grass"])
        red, green, blue = (int(level) for level in np.mean(found, axis=0))
        return linear(f"#{red:02x}{green:02x}{blue:02x}")

    def mown(self, layer: TileLayer) -> TileLayer:
        """A layer of ground without the tiles of grass; one that is tinted keeps them."""
        if not self.grows.any() or shade_of(layer) is not None:
            return layer
        cells = np.array(layer.cells, np.int64)
        found, counts = np.unique(cells[self.grows.ravel()], return_counts=True)
        # What is rare among them is something that stands on the grass.
        common = found[(counts * RARE >= counts.sum()) | (counts >= MANY)]
        cells[self.grows.ravel() & np.isin(cells, common)] = 0
        return dataclasses.replace(layer, cells=tuple(cells.tolist()))

    def texture(self, scale: int) -> pygame.Surface:
        """The repeating picture of grass, `TEXTURE` // `scale` metres wide."""
        return _grass(scale, self._colour)

    def tint(self, left: int, top: int, span: int, k: int) -> pygame.Surface | None:
        """What a square of `span` metres is to be multiplied with, `k` pixels a metre: lush, dry and worn patches of its grass and soil;
        None where there is none."""
        kinds = self._kinds[top : top + span, left : left + span]
        if not (kinds == GRASS).any() and not (kinds == LOOSE).any():
            return None
        here = np.zeros((span, span), np.uint8)
        here[: kinds.shape[0], : kinds.shape[1]] = kinds
        here = here.repeat(PATCH_PPM, 0).repeat(PATCH_PPM, 1)[..., None]
        size = PATCH_METRES * PATCH_PPM
        rows = (np.arange(span * PATCH_PPM) + top * PATCH_PPM) % size
        columns = (np.arange(span * PATCH_PPM) + left * PATCH_PPM) % size
        field = _patches()[np.ix_(rows, columns)]
        # Gravel and soil are no brighter than they will be; they are worn as grass is, but paler.
        loose = np.minimum(field.astype(np.uint16) * 5 // 8 + 110, 255).astype(np.uint8)
        field = np.where(here == GRASS, field, np.where(here == LOOSE, loose, np.uint8(255)))
        made = pygame.image.frombytes(np.ascontiguousarray(field).tobytes(), field.shape[1::-1], "RGB").convert()
        return made if k == PATCH_PPM else pygame.transform.scale(made, (span * k, span * k))

    def paint(self, chunk: pygame.Surface, scale: int, left: int, top: int) -> None:
        """Let it creep over the edge of what is paved, on a chunk or a part of one whose corner lies at (left, top) metres."""
        across, down = chunk.get_width() // scale, chunk.get_height() // scale
        soft = self._soft[top : top + down + 2, left : left + across + 2]
        if min(soft.shape) <= 2 or soft.min() == soft.max():
            return
        k = max(4, scale // 2)
        ramp = _ramp(soft, k)
        high, wide = soft.shape
        loose = self._loose[top + 1 : top + high - 1, left + 1 : left + wide - 1]
        if loose.any():
            about = self._about[top : top + high + 2, left : left + wide + 2]
            rounded = np.clip((_ramp(about, k, TURNS) - INNER) * TURNS + 128, 0, 255)
            ramp = np.where(loose.repeat(k, 0).repeat(k, 1), rounded, ramp)
        bare = self._open[top + 1 : top + high - 1, left + 1 : left + wide - 1].repeat(k, 0).repeat(k, 1)
        # Only near the rim: where all about is paved nothing grows.
        torn = ramp + (self._noise(k, left, top, ramp.shape) - 128) * np.minimum(ramp, 90) * RAGGED // (128 * 90)
        earth = np.clip((torn - 20) * 2, 0, EARTHY)
        for colour, alpha in ((EARTH, earth), (None, np.clip((torn - 112) * SHARP, 0, 255))):
            veil = _veil(np.minimum(alpha, bare).astype(np.uint8), colour or (255, 255, 255), scale / k)
            if colour is None:
                self._cover(veil, scale, left, top)
            chunk.blit(veil, (0, 0))

    def _cover(self, veil: pygame.Surface, scale: int, left: int, top: int) -> None:
        """Give a veil the texture of grass, where it lies in the place."""
        texture = self.texture(scale)
        metres = texture.get_width() // scale
        tile = metres * scale
        for y in range(-(top % metres) * scale, veil.get_height(), tile):
            for x in range(-(left % metres) * scale, veil.get_width(), tile):
                veil.blit(texture, (x, y), (0, 0, tile, tile), special_flags=pygame.BLEND_RGB_MULT)

    def _noise(self, k: int, left: int, top: int, shape: tuple[int, ...]) -> np.ndarray:
        """Noise of the place, 0 to 255."""
        size, whole = NOISE_METRES * k, _fringe(k)
        rows, columns = np.arange(shape[0]) + top * k, np.arange(shape[1]) + left * k
        field: np.ndarray = whole[np.ix_(rows % size, columns % size)]
        return field


@lru_cache(maxsize=4)
def _fringe(k: int) -> np.ndarray:
    """Noise that repeats, 0 to 255, at `k` pixels a metre."""
    size = (NOISE_METRES * k,) * 2
    made = 0.6 * cloud(size, k * 0.9, "fringe", 3, wraps=True) + 0.4 * dice("fringe").random(size)
    field: np.ndarray = (np.clip((made - 0.5) * 1.9 + 0.5, 0, 1) * 255).astype(np.int16)
    return field


def _ramp(cells: np.ndarray, k: int, metres: int = 1) -> np.ndarray:
    """A field of bytes at `k` pixels a cell that goes over from one cell to the next within so many metres; without its rim, which is
    one cell wide for a metre and two for three."""
    fine = cells.repeat(k, 0).repeat(k, 1).astype(np.int32)
    span, rim = k * metres, k * (metres // 2 + 1)
    for axis in (0, 1):
        sums = np.cumsum(fine, axis=axis)
        fine = (np.roll(sums, -(span // 2), axis) - np.roll(sums, span - span // 2, axis)) // span
    inner: np.ndarray = fine[rim:-rim, rim:-rim]
    return inner


@lru_cache(maxsize=1)
def _patches() -> np.ndarray:
    """How lush, dry or worn grass is from place to place (rows, columns, colours), bytes to be multiplied with; it wraps."""
    size = (PATCH_METRES * PATCH_PPM,) * 2
    wide = cloud(size, PATCH_PPM * 9, "patches", 5, wraps=True)
    stands = cloud(size, PATCH_PPM * 2.4, "stands", 4, wraps=True)
    dry = np.clip((cloud(size, PATCH_PPM * 7, "dry", 5, wraps=True) - 0.50) * 4, 0, 1)
    worn = np.clip((cloud(size, PATCH_PPM * 5, "worn", 5, wraps=True) - 0.66) * 8, 0, 1)
    light = np.float32(1) / BRIGHTER * (1 + 0.46 * (wide - 0.5) + 0.40 * (stands - 0.5))
    field = light[..., None] * (1 + dry[..., None] * np.array((0.19, 0.09, -0.05), np.float32))
    field += (np.array(WORN, np.float32) - field) * (worn * 0.6)[..., None]
    return (np.clip(field, 0, 1) * 255).astype(np.uint8)


def _veil(alpha: np.ndarray, colour: tuple[int, int, int], factor: float) -> pygame.Surface:
    """One colour as opaque as a field of bytes says, enlarged."""
    height, width = alpha.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = alpha
    made = pygame.image.frombytes(pixels.tobytes(), (width, height), "RGBA").convert_alpha()
    return pygame.transform.smoothscale(made, (round(width * factor), round(height * factor)))


@lru_cache(maxsize=6)
def _grass(scale: int, colour: tuple[float, ...]) -> pygame.Surface:
    """Blades, clumps as wide as a hand, tufts as wide as a step and the thin dark places between them. Brighter than it will be: patches
    are multiplied over it."""
    metres = TEXTURE // scale
    size = (metres * scale, metres * scale)
    clumps = cloud(size, scale * 0.55, "clumps", 3, wraps=True) - 0.5
    fine = cloud(size, max(2.0, scale * 0.2), "fine", 2, wraps=True) - 0.5
    tufts = cloud(size, scale * 1.1, "tufts", 4, wraps=True)
    hue = cloud(size, scale * 1.7, "hue", 3, wraps=True) - 0.5
    roll = dice("blades").random(size).astype(np.float32)
    blades = (roll + np.roll(roll, 1, 0) + np.roll(np.roll(roll, 2, 0), 1, 1)) / 3 - 0.5
    # Blades catch the light where they stand thick: between the tufts it is dark and even.
    thick = step(0.30, 0.74, tufts)
    light = BRIGHTER**2.2 * (0.86 + 0.30 * thick + 0.36 * clumps)
    light += BRIGHTER**2.2 * (0.6 + 0.6 * thick) * (0.95 * blades + 0.34 * fine) * min(1.0, scale / 20)
    # Here and there a tip stands out of it.
    tips = np.clip((dice("tips").random(size).astype(np.float32) - TIPS) / (1.0 - TIPS), 0, 1) * (0.25 + 0.75 * thick)
    light += tips * min(1.0, scale / 20)
    tint = 1.0 + hue[..., None] * np.array(STRAW, np.float32)
    return pygame.image.frombytes(encode(np.array(colour) * light[..., None] * tint).tobytes(), size, "RGB").convert()
