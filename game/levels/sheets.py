"""Tilesets: which tile is which surface, which is solid, what a tile object inherits, and which image is drawn.

Owns reading `<tileset>`, embedded or from a .tsx file. Called by the canonicaliser and the template reader.
"""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.content.faults import UnusableFile
from game.content.level import Point, Tileset
from game.levels.collision import collision_pieces
from game.levels.complaints import Complaints
from game.levels.folders import resolve_inside, shown
from game.levels.kept import Kept, KeptNothing
from game.levels.properties import Property, read_properties
from game.levels.xml_file import Allowance, number, read_kept, signature, stamp_of, whole

TILE_PX = 24
MAX_TILES = 65536
MAX_SHEETS = 32
MAX_PIXELS = 1 << 22
"""Of one picture: 2048 x 2048, four bytes each when it is drawn."""
FINE_TIMES = 9
"""A finer copy of a sheet (NAME_fine.png), which the game draws, has so many times the pixels at most."""
ALIGNMENTS: dict[str, Point] = {
    "unspecified": (0.0, 1.0), "topleft": (0.0, 0.0), "top": (0.5, 0.0), "topright": (1.0, 0.0),
    "left": (0.0, 0.5), "center": (0.5, 0.5), "right": (1.0, 0.5),
    "bottomleft": (0.0, 1.0), "bottom": (0.5, 1.0), "bottomright": (1.0, 1.0),
}  # fmt: skip
"""Which point of a tile object lies where the object is, in shares of its width and height."""


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile says about itself: its class, its properties, and whether and where it is solid."""

    kind: str = ""
    properties: dict[str, Property] = field(default_factory=dict)
    is_solid: bool = False
    """All of it."""
    pieces: tuple[tuple[Point, ...], ...] = ()
    """Convex outlines in pixels of the tile when only a part of it is solid."""
    size: tuple[float, float] = (TILE_PX, TILE_PX)
    """Pixels; of a collection each tile has its own."""


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
    anchor: Point = (0.0, 1.0)
    """Which point of a tile object lies where the object is (`ALIGNMENTS`)."""
    token: Hashable = ()
    """What it was read from, as it was saved then: two sheets with one token say the same."""


@dataclass(slots=True)
class SheetShelf:
    """The tilesets a level uses, each file read once; one that cannot be read is complained about once."""

    roots: tuple[Path, ...]
    allowance: Allowance
    kept: Kept = field(default_factory=KeptNothing)
    opened: dict[Path, Sheet | None] = field(default_factory=dict)

    def read(self, node: ET.Element, beside: Path, complaints: Complaints, where: str) -> Sheet | None:
        """The tileset that a map or template uses; None, with complaints, when it cannot be read."""
        first = whole(node, "firstgid", 1, complaints, where)
        source = node.get("source")
        if source is None:
            made = _sheet(node, first, beside, self.roots, complaints)
            return None if made is None else replace(made, token=(signature(node), _images(node, beside)))
        path = resolve_inside(source, beside, self.roots, (".tsx",))
        if isinstance(path, str):
            complaints.error(f"{where}, tileset", path, topic="tilesets")
            return None
        if path not in self.opened:
            if len(self.opened) >= MAX_SHEETS:
                complaints.error(where, f"names one tileset more than the limit of {MAX_SHEETS}", topic="tilesets")
                return None
            self.opened[path] = self._open(path, complaints)
        sheet = self.opened[path]
        if sheet is None or not _is_first(first, sheet.count, where, complaints):
            return None
        picture = None if sheet.picture is None else replace(sheet.picture, first_gid=first)
        return replace(sheet, first_gid=first, picture=picture, token=(sheet.token, first))

    def _open(self, path: Path, complaints: Complaints) -> Sheet | None:
        try:
            root = read_kept(path, "tileset", self.allowance, self.kept)
        except UnusableFile as cause:
            complaints.faults.extend(cause.faults)
            return None
        token = stamp_of(path), _images(root, path)
        found = self.kept.find(("sheet", token))
        if isinstance(found, Sheet):
            return found
        before = len(complaints.faults)
        made = _sheet(root, 1, path, self.roots, complaints)
        if made is not None:
            made = replace(made, token=token)
            if len(complaints.faults) == before:
                self.kept.put(("sheet", token), made)
        return made


def read_sheet(
    node: ET.Element, beside: Path, roots: tuple[Path, ...], complaints: Complaints, where: str
) -> Sheet | None:
    """One tileset by itself; None, with complaints, when it cannot be read."""
    return SheetShelf(roots, Allowance()).read(node, beside, complaints, where)


def _images(node: ET.Element, file: Path) -> tuple[Hashable, ...]:
    """The pictures of a tileset, with their finer copies, and how large each is: their colours say nothing of the level."""
    named = [file.parent / image.get("source", "") for image in node.findall("image")]
    every = [one for path in named for one in (path, path.with_name(f"{path.stem}_fine.png"))]
    return tuple((str(one), _png_size(one)) for one in every)


def _is_first(first: int, count: int, where: str, complaints: Complaints) -> bool:
    if 1 <= first <= 1 << 20 and 1 <= count <= MAX_TILES:
        return True
    complaints.error(where, f"counts {count} tiles from id {first}; expected 1 to {MAX_TILES} tiles", topic="tilesets")
    return False


def _sheet(node: ET.Element, first: int, file: Path, roots: tuple[Path, ...], complaints: Complaints) -> Sheet | None:
    """A sheet from a `<tileset>` that holds its tiles itself."""
    name = node.get("name", "")
    inner = Complaints(shown(file), "tilesets")
    where = f'tileset "{name[:60]}"'
    count = _count(node, inner, where)
    if not _is_first(first, count, where, inner):
        complaints.faults.extend(inner.faults)
        return None
    _warn_of_what_is_not_drawn(node, where, inner)
    tiles: dict[int, Tile] = {}
    for tile in node.findall("tile"):
        local = whole(tile, "id", -1, inner, where)
        tiles[local] = _tile(tile, node, f"{where}, tile {local}", inner)
    picture = _picture(node, name, first, count, file, roots, inner, where)
    alignment = node.get("objectalignment", "unspecified")
    if alignment not in ALIGNMENTS:
        inner.error(where, f'aligns objects "{alignment[:20]}"; expected one of {", ".join(ALIGNMENTS)}')
    complaints.faults.extend(inner.faults)
    return Sheet(first, count, name, tiles, picture, ALIGNMENTS.get(alignment, ALIGNMENTS["unspecified"]))


def _count(node: ET.Element, complaints: Complaints, where: str) -> int:
    """How many ids the tileset takes: of a collection one more than its highest, since it may have gaps."""
    count = whole(node, "tilecount", 0, complaints, where)
    if node.find("image") is None:
        ids = [whole(tile, "id", -1, complaints, where) for tile in node.findall("tile")]
        count = max([count, *(id + 1 for id in ids)])
    return count


def _warn_of_what_is_not_drawn(node: ET.Element, where: str, complaints: Complaints) -> None:
    """What Tiled shows of a tileset and the game does not."""
    offset = node.find("tileoffset")
    if offset is not None and (offset.get("x", "0"), offset.get("y", "0")) != ("0", "0"):
        complaints.warning(where, "has a drawing offset, which the game does not draw")
    if any(tile.find("animation") is not None for tile in node.findall("tile")):
        complaints.warning(where, "has animated tiles, of which the game draws the first picture only")
    image = node.find("image")
    if image is not None and image.get("trans"):
        complaints.warning(
            where, "has a transparent colour, which the game does not know; give the PNG an alpha channel"
        )


def _tile(tile: ET.Element, sheet: ET.Element, where: str, complaints: Complaints) -> Tile:
    """One tile with its class, properties and collision shapes."""
    kind = tile.get("type") or tile.get("class") or ""
    if not len(tile):
        return Tile(kind)
    image = tile.find("image")
    own = sheet if image is None else image
    keys = ("tilewidth", "tileheight") if image is None else ("width", "height")
    size = tuple(number(own, key, TILE_PX, complaints, where) for key in keys)
    if image is not None:  # newer Tiled may show a part of the picture only
        size = tuple(number(tile, key, side, complaints, where) for key, side in zip(keys, size, strict=True))
    pieces = collision_pieces(tile.findall("objectgroup/object"), complaints, where)
    whole_tile = ((0.0, 0.0), (size[0], 0.0), (size[0], size[1]), (0.0, size[1]))
    is_solid = len(pieces) == 1 and _is_same(pieces[0], whole_tile)
    properties = read_properties(tile, complaints, where)
    return Tile(kind, properties, is_solid, () if is_solid else tuple(pieces), (size[0], size[1]))


def _is_same(outline: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    """Whether two outlines are one but for a tenth of a pixel."""
    return len(outline) == len(other) and all(
        abs(a - c) < 0.1 and abs(b - d) < 0.1 for (a, b), (c, d) in zip(outline, other, strict=True)
    )


def _picture(
    node: ET.Element, name: str, first: int, count: int, file: Path, roots: tuple[Path, ...],
    complaints: Complaints, where: str,
) -> Tileset | None:  # fmt: skip
    """The tile sheet's image, checked to be there and to be as large as its tiles need."""
    image = node.find("image")
    if image is None:
        return None
    if image.get("source") is None:
        complaints.error(f"{where}, image", "is embedded in the file; save it as a .png beside the tileset")
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
    if size is None or not 1 <= size[0] * size[1] <= MAX_PIXELS or columns < 1:
        complaints.error(f"{where}, image", f"{shown(path)} is not a PNG of at most {MAX_PIXELS} pixels in all")
        return None
    fine = path.with_name(f"{path.stem}_fine.png")
    fine_size = _png_size(fine) if fine.is_file() else size
    if fine_size is None or not 1 <= fine_size[0] * fine_size[1] <= MAX_PIXELS * FINE_TIMES:
        complaints.error(f"{where}, image", f"{shown(fine)} is not a PNG of at most {FINE_TIMES} times as many pixels")
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
        with path.open("rb") as file:
            head = file.read(24)
    except OSError:
        return None
    if len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)
