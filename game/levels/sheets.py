"""Tilesets: which tile is which surface, which is solid, what a tile object inherits, and which image is drawn.

Owns reading `<tileset>`, embedded or from a .tsx file. Called by the canonicaliser and the template reader.
"""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

from game.content.faults import UnusableFile
from game.content.level import Tileset
from game.levels.complaints import Complaints
from game.levels.folders import resolve_inside, shown
from game.levels.properties import Property, read_properties
from game.levels.xml_file import number, read_bytes, read_xml, whole

TILE_PX = 24
MAX_TILES = 65536
MAX_IMAGE_PX = 8192


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile says about itself: its class, its properties, and whether it is solid."""

    kind: str = ""
    properties: dict[str, Property] = field(default_factory=dict)
    is_solid: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tileset in use: its global ids, and the tiles that say something."""

    first_gid: int
    count: int
    name: str
    tiles: dict[int, Tile]
    """Tiles with a class, properties or a shape, by local id."""
    picture: Tileset | None
    """What drawing needs; None for a collection of images (tile objects only)."""


def read_sheet(
    node: ET.Element, beside: Path, roots: tuple[Path, ...], complaints: Complaints, where: str
) -> Sheet | None:
    """The tileset that a map or template uses; None, with complaints, when it cannot be read."""
    first = whole(node, "firstgid", 1, complaints, where)
    source = node.get("source")
    if source is None:
        return _sheet(node, first, beside, roots, complaints)
    path = resolve_inside(source, beside, roots, (".tsx",))
    if isinstance(path, str):
        complaints.error(f"{where}, tileset", path)
        return None
    try:
        root = read_xml(path, "tileset")
    except UnusableFile as cause:
        complaints.faults.extend(cause.faults)
        return None
    return _sheet(root, first, path, roots, complaints)


def _sheet(node: ET.Element, first: int, file: Path, roots: tuple[Path, ...], complaints: Complaints) -> Sheet | None:
    """A sheet from a `<tileset>` that holds its tiles itself."""
    name = node.get("name", "")
    inner = Complaints(shown(file))
    where = f'tileset "{name[:60]}"'
    count = whole(node, "tilecount", 0, inner, where)
    if not 1 <= first <= 1 << 20 or not 1 <= count <= MAX_TILES:
        inner.error(where, f"counts {count} tiles from id {first}; expected 1 to {MAX_TILES} tiles")
        complaints.faults.extend(inner.faults)
        return None
    tiles: dict[int, Tile] = {}
    for tile in node.findall("tile"):
        local = whole(tile, "id", -1, inner, where)
        place = f"{where}, tile {local}"
        kind = tile.get("type") or tile.get("class") or ""
        tiles[local] = Tile(kind, read_properties(tile, inner, place), _is_solid(tile, node, inner, place))
    picture = _picture(node, name, first, count, file, roots, inner, where)
    complaints.faults.extend(inner.faults)
    return Sheet(first, count, name, tiles, picture)


def _is_solid(tile: ET.Element, sheet: ET.Element, complaints: Complaints, where: str) -> bool:
    """Whether a tile's collision shape covers it; complains about shapes that do so only in part."""
    shapes = tile.findall("objectgroup/object")
    if not shapes:
        return False
    width = number(sheet, "tilewidth", TILE_PX, complaints, where)
    height = number(sheet, "tileheight", TILE_PX, complaints, where)
    shape = shapes[0]
    box = [number(shape, key, 0.0, complaints, where) for key in ("x", "y", "width", "height")]
    covers = all(abs(a - b) < 0.1 for a, b in zip(box, (0.0, 0.0, width, height), strict=True))
    if len(shapes) > 1 or not covers or any(child.tag != "properties" for child in shape):
        complaints.error(where, "has a collision shape that is not one rectangle over the whole tile; draw it so")
        return False
    return True


def _picture(
    node: ET.Element, name: str, first: int, count: int, file: Path, roots: tuple[Path, ...],
    complaints: Complaints, where: str,
) -> Tileset | None:  # fmt: skip
    """The tile sheet's image, checked to be there and to be as large as its tiles need."""
    image = node.find("image")
    if image is None:
        return None
    path = resolve_inside(image.get("source", ""), file, roots, (".png",))
    if isinstance(path, str):
        complaints.error(f"{where}, image", path)
        return None
    columns = whole(node, "columns", 0, complaints, where)
    sizes = [whole(node, key, 0, complaints, where) for key in ("tilewidth", "tileheight", "margin", "spacing")]
    if sizes != [TILE_PX, TILE_PX, 0, 0]:
        complaints.error(where, f"has tiles of {sizes[0]}x{sizes[1]} px, margin {sizes[2]}, spacing {sizes[3]}; "
                                f"expected {TILE_PX}x{TILE_PX} px without margin or spacing")  # fmt: skip
        return None
    size = _png_size(path)
    if size is None or max(size) > MAX_IMAGE_PX or columns < 1:
        complaints.error(f"{where}, image", f"{shown(path)} is not a PNG of at most {MAX_IMAGE_PX} px a side")
        return None
    if size[0] < columns * TILE_PX or size[1] < -(-count // columns) * TILE_PX:
        complaints.error(
            f"{where}, image", f"is {size[0]}x{size[1]} px, too small for {count} tiles in {columns} columns"
        )
        return None
    return Tileset(name, shown(path), first, columns, count, TILE_PX)


def _png_size(path: Path) -> tuple[int, int] | None:
    """Width and height from a PNG's first chunk, without decoding it."""
    try:
        head = read_bytes(path)[:24]
    except UnusableFile:
        return None
    if len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)
