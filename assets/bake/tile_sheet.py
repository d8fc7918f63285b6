"""A sheet of tiles and its Tiled tileset: the order of the tiles, their rules, the picture and the XML that go with it.

Owns nothing of what tiles show. Called by the sheets (`tile_street.py`, `tile_interior.py`, `tile_field.py`) and by `tileset.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

import numpy as np

from assets.bake.tile_ground import SHARP, TILE, Picture
from assets.bake.tile_terrains import wangsets_xml

COLUMNS = 16

Properties = dict[str, str | float]


@dataclass
class Sheet:
    """The tiles in order, the first index of each named run, and what the map's rules need to know of a tile."""

    pictures: list[Picture | None] = field(default_factory=list)
    """None where a block has left a gap."""
    first: dict[str, int] = field(default_factory=dict)
    properties: dict[int, Properties] = field(default_factory=dict)
    _shelf: tuple[int, int] | None = None
    """The row on which blocks are being laid, and the next free column of it."""

    def add(self, name: str, tiles: Iterable[Picture], properties: Properties | None = None) -> None:
        """Appends the tiles under one name; `properties` hold for each of them."""
        self.first[name], self._shelf = len(self.pictures), None
        for picture in tiles:
            if properties:
                self.properties[len(self.pictures)] = dict(properties)
            self.pictures.append(picture)

    def add_block(self, name: str, tiles: list[Picture], columns: int, properties: Properties | None = None) -> None:
        """Lay tiles that belong together as a block `columns` wide, so that Tiled can pick them up with one stroke."""
        rows = len(tiles) // columns
        if self._shelf is None or self._shelf[1] + columns > COLUMNS:
            top = -(-len(self.pictures) // COLUMNS)
            self._shelf = (top, 0)
        top, left = self._shelf
        missing = (top + rows) * COLUMNS - len(self.pictures)
        self.pictures += [None] * missing
        self.first[name] = top * COLUMNS + left
        for number, picture in enumerate(tiles):
            index = (top + number // columns) * COLUMNS + left + number % columns
            self.pictures[index] = picture
            if properties:
                self.properties[index] = dict(properties)
        self._shelf = (top, left + columns)


def compose(sheet: Sheet) -> Picture:
    """The whole sheet as RGBA bytes, 16 tiles a row, at the size of finished tiles."""
    rows, size = -(-len(sheet.pictures) // COLUMNS), TILE * SHARP
    image = np.zeros((rows * size, COLUMNS * size, 4))
    for index, picture in enumerate(sheet.pictures):
        if picture is None:
            continue
        y, x = index // COLUMNS * size, index % COLUMNS * size
        image[y : y + size, x : x + size, : picture.shape[2]] = picture
        if picture.shape[2] == 3:
            image[y : y + size, x : x + size, 3] = 255
    return np.rint(np.clip(image, 0, 255)).astype(np.uint8)


def for_tiled(image: Picture) -> Picture:
    """The same sheet with tiles of 24 pixels, as Tiled shows them; colours are weighed by their cover."""
    height, width = image.shape[0] // SHARP, image.shape[1] // SHARP
    parts = image.reshape(height, SHARP, width, SHARP, 4).astype(float)
    alpha = parts[..., 3].mean((1, 3))
    colour = (parts[..., :3] * parts[..., 3:4]).mean((1, 3)) / np.maximum(alpha, 1e-6)[..., None]
    return np.rint(np.dstack([colour, alpha])).astype(np.uint8)


def tile_xml(index: int, properties: Properties) -> list[str]:
    """The lines of one tile with rules: its properties and, for walls, the full square that is solid."""
    lines = [f' <tile id="{index}">', "  <properties>"]
    for key, value in sorted(properties.items()):
        kind = ' type="float"' if isinstance(value, float) else ""
        lines.append(f"   <property name={quoteattr(key)}{kind} value={quoteattr(f'{value}')}/>")
    lines.append("  </properties>")
    if "height" in properties:
        lines.append('  <objectgroup draworder="index" id="2">')
        lines.append(f'   <object id="1" x="0" y="0" width="{TILE}" height="{TILE}"/>')
        lines.append("  </objectgroup>")
    lines.append(" </tile>")
    return lines


def tileset_xml(sheet: Sheet, name: str, width: int, height: int) -> str:
    """The Tiled tileset that goes with the picture."""
    count = width // TILE * (height // TILE)
    head = f'<tileset version="1.8" tiledversion="1.8.2" name="{name}" tilewidth="{TILE}" tileheight="{TILE}"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'{head} tilecount="{count}" columns="{COLUMNS}">']
    lines.append(f' <image source="{name}.png" width="{width}" height="{height}"/>')
    for index, properties in sorted(sheet.properties.items()):
        lines += tile_xml(index, properties)
    blank = next((i for i in reversed(range(count)) if i >= len(sheet.pictures) or sheet.pictures[i] is None), -1)
    lines += wangsets_xml(sheet.first, blank)
    return "\n".join([*lines, "</tileset>", ""])
