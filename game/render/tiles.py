"""Tile pictures at the three scales, with Tiled's flips.

Owns the reading of tile sheets (or a plain stand-in when a sheet cannot be read) and a cache of scaled tiles.
Called by the ground and the roofs while they compose chunks.
"""

from __future__ import annotations

import pygame

from game.content.level import Level, TileLayer, Tileset
from game.render import atlas

FLIP_X, FLIP_Y, FLIP_DIAGONAL = 0x80000000, 0x40000000, 0x20000000
GID_MASK = 0x0FFFFFFF
FINE = "_fine"
"""What the name of a sheet's larger twin ends with: the tiles as they are drawn close by."""
FINER = 2
"""How many times larger its tiles are."""

OPAQUE_AT = 16
"""Pixels of a tile that is looked at for gaps."""

Shade = tuple[int, int, int, int] | None
"""What a layer's tiles are multiplied with; None for nearly all: they are drawn as they are."""


def shade_of(layer: TileLayer) -> Shade:
    """How a layer is shown, by its tint and its opacity."""
    shade = (*layer.tint, round(layer.opacity * 255))
    return shade if shade != (255, 255, 255, 255) else None


class TileSheets:
    """Every tile of a level by its global id."""

    def __init__(self, level: Level) -> None:
        self._sets = sorted(level.tilesets, key=lambda s: s.first_gid, reverse=True)
        self._sheets: dict[str, pygame.Surface] = {}
        self._sizes: dict[str, int] = {}
        """Pixels of a tile on each sheet."""
        self._scaled: dict[tuple[int, int, Shade], pygame.Surface | None] = {}

    def tile(self, gid: int, scale: int, shade: Shade = None) -> pygame.Surface | None:
        """The picture of a cell at `scale` pixels a metre, as its layer shows it, or None for an empty cell."""
        if not gid & GID_MASK:
            return None
        key = (gid, scale, shade)
        if key not in self._scaled:
            made = self._make(gid, scale)
            if made is not None and shade is not None:
                made.fill(shade, special_flags=pygame.BLEND_RGBA_MULT)
            self._scaled[key] = made
        return self._scaled[key]

    def is_opaque(self, gid: int) -> bool:
        """Whether a cell hides all that lies under it; one whose sheet has no such tile counts as if it did."""
        tile = self.tile(gid, OPAQUE_AT)
        return tile is None or pygame.mask.from_surface(tile, 250).count() == OPAQUE_AT * OPAQUE_AT

    def _make(self, gid: int, scale: int) -> pygame.Surface | None:
        plain = gid & GID_MASK
        tileset = next((s for s in self._sets if s.first_gid <= plain < s.first_gid + s.tile_count), None)
        if tileset is None:
            return None
        sheet, index = self._sheet(tileset), plain - tileset.first_gid
        size = self._sizes[tileset.image]
        left, top = index % tileset.columns * size, index // tileset.columns * size
        area = pygame.Rect(left, top, size, size).clip(sheet.get_rect())
        if area.width < 1 or area.height < 1:
            return None
        tile = sheet.subsurface(area)
        if scale != size:
            tile = pygame.transform.smoothscale(tile, (scale, scale))
        if gid & FLIP_DIAGONAL:
            tile = pygame.transform.flip(pygame.transform.rotate(tile, 90), False, True)
        tile = pygame.transform.flip(tile, bool(gid & FLIP_X), bool(gid & FLIP_Y))
        return tile.convert_alpha()

    def _sheet(self, tileset: Tileset) -> pygame.Surface:
        if tileset.image not in self._sheets:
            plain = atlas.folder().parent / tileset.image
            fine = plain.with_name(f"{plain.stem}{FINE}{plain.suffix}")
            is_fine = fine.is_file()
            self._sheets[tileset.image] = pygame.image.load(str(fine if is_fine else plain)).convert_alpha()
            self._sizes[tileset.image] = tileset.tile_px * (FINER if is_fine else 1)
        return self._sheets[tileset.image]
