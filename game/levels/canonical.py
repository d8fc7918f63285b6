"""The canonicaliser: a map as people and editors write it becomes a plain one that the next reader cannot misread.

Resolves tilesets, templates, groups (offsets, hiding), chunks and encodings, and refuses what is hostile. Owns
limits and the layer tree; does not know what classes mean. Called by the loader; `objects.py` reads the result.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

from game.content.level import Point
from game.levels.cells import MAX_CELLS, MAX_SIDE, BadCells, Cells, assembled, blocks, bounds
from game.levels.complaints import Complaints, nearest
from game.levels.folders import allowed_roots
from game.levels.kept import Kept, KeptNothing
from game.levels.plain_object import Stamp, plain_objects
from game.levels.properties import Property, read_properties
from game.levels.sheets import MAX_SHEETS, TILE_PX, Sheet, SheetShelf
from game.levels.templates import Templates
from game.levels.xml_file import Allowance, number, read_kept, whole

MAX_LAYERS = 64
MAX_OBJECTS = 5_000
MAX_CORNERS = 40_000
MAX_ALL_CELLS = 4_000_000
ROLES = ("ground", "marks", "walls", "roofs")


WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class PlainLayer:
    """A tile layer with its cells in one array, rows by columns."""

    name: str
    role: str
    cells: Cells
    place: str
    opacity: float = 1.0
    tint: tuple[int, int, int] = WHITE


@dataclass(frozen=True, slots=True)
class _Shade:
    """What layers inherit from their groups: where they are moved to, how much of them shows, and in what tint."""

    offset: Point = (0.0, 0.0)
    opacity: float = 1.0
    tint: tuple[int, int, int] = WHITE


@dataclass(frozen=True, slots=True)
class _Tiles:
    """A tile layer before the frame of the map is known."""

    name: str
    role: str
    place: str
    shade: _Shade
    parts: list[tuple[int, int, Cells]]


@dataclass(slots=True)
class PlainMap:
    """A map with nothing left to resolve: arrays of cells, and plain XML for the objects."""

    width: int
    height: int
    objects: ET.Element
    """A `<map>` of flat `<objectgroup>`s, for pytmx."""
    layers: list[PlainLayer]
    sheets: tuple[Sheet, ...]
    properties: dict[str, Property]
    is_sound: bool
    """Every tileset and every tile layer could be read, so that what is missing is missing in the drawing."""
    lacks_sheets: bool
    """A tileset could not be read; that its tiles are unknown need not be told again."""
    spots: dict[str, Point]
    """Where the objects lie, in pixels, by the words with which complaints name them."""


@dataclass(slots=True)
class _Found:
    """What the walk through the layer tree collects before the frame of the map is known."""

    kept: Kept
    tiles: list[_Tiles] = field(default_factory=list)
    groups: list[tuple[ET.Element, str, Point]] = field(default_factory=list)
    layer_count: int = 0
    cell_count: int = 0


def canonical(path: Path, complaints: Complaints, kept: Kept | None = None) -> PlainMap | None:
    """The plain map; None, with complaints, when its frame is unusable. Raises UnusableFile for what is no map."""
    allowance = Allowance()
    kept = kept or KeptNothing()
    root = read_kept(path, "map", allowance, kept)
    if not _is_our_frame(root, complaints):
        return None
    shelf = SheetShelf(allowed_roots(path), allowance, kept)
    nodes = root.findall("tileset")
    if len(nodes) > MAX_SHEETS:
        complaints.error("map", f"uses {len(nodes)} tilesets; at most {MAX_SHEETS} are read", topic="tilesets")
    read = [shelf.read(node, path, complaints, "map") for node in nodes[:MAX_SHEETS]]
    sheets = tuple(sheet for sheet in read if sheet is not None)
    found = _Found(kept=kept)
    width, height = (whole(root, key, 0, complaints, "map") for key in ("width", "height"))
    _walk(root, _Shade(), "", found, (width, height), complaints)
    left = top = 0
    if root.get("infinite") == "1":
        frame = bounds([block for tiles in found.tiles for block in tiles.parts])
        if frame is None:
            complaints.error("map", "is infinite and has no tile; paint its ground")
            return None
        left, top = frame[0], frame[1]
        width, height = frame[2] - left, frame[3] - top
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE) or width * height > MAX_CELLS:
        complaints.error("map", f"is {width}x{height} cells; expected at most {MAX_CELLS} cells, {MAX_SIDE} a side")
        return None
    layers = [
        PlainLayer(
            one.name,
            one.role,
            assembled(one.parts, left, top, width, height),
            one.place,
            one.shade.opacity,
            one.shade.tint,
        )
        for one in found.tiles
    ]
    found.tiles.clear()
    is_sound = not complaints.errors
    spots: dict[str, Point] = {}
    templates = Templates(path, shelf, complaints)
    objects = _plain_groups(found, sheets, templates, (left, top), (width, height), complaints, spots)
    properties = read_properties(root, complaints, "map")
    return PlainMap(width, height, objects, layers, sheets, properties, is_sound, len(sheets) < len(nodes), spots)


def _is_our_frame(root: ET.Element, complaints: Complaints) -> bool:
    """Whether the map is square-tiled at 24 px and of a size that can be held."""
    before = len(complaints.errors)
    if root.get("class"):
        complaints.warning("map", f'has the class "{root.get("class", "")[:40]}"; only objects and tiles have one here')
    if root.get("orientation", "orthogonal") != "orthogonal":
        complaints.error("map", f"is {root.get('orientation', '')[:20]}; expected orthogonal")
    sides = [whole(root, key, 0, complaints, "map") for key in ("tilewidth", "tileheight")]
    if sides != [TILE_PX, TILE_PX]:
        complaints.error("map", f"has tiles of {sides[0]}x{sides[1]} px; expected {TILE_PX}x{TILE_PX} (1 tile = 1 m)")
    width, height = (whole(root, key, 0, complaints, "map") for key in ("width", "height"))
    if root.get("infinite") != "1" and (
        not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE) or width * height > MAX_CELLS
    ):
        complaints.error("map", f"is {width}x{height} cells; expected at most {MAX_CELLS} cells, {MAX_SIDE} a side")
    return len(complaints.errors) == before


def _walk(
    parent: ET.Element, above: _Shade, path: str, found: _Found, size: tuple[int, int], complaints: Complaints
) -> None:
    """Collect the layers below `parent` in document order; hidden ones are left out with all that is in them."""
    for node in parent:
        if node.tag not in ("layer", "objectgroup", "imagelayer", "group"):
            continue
        name = node.get("name", "")
        place = f'layer "{path}{name[:60]}"'
        found.layer_count += 1
        if found.layer_count > MAX_LAYERS:
            if found.layer_count == MAX_LAYERS + 1:
                complaints.error(place, f"is one layer more than the limit of {MAX_LAYERS}")
            continue
        if node.get("visible") == "0":
            complaints.warning(place, "is hidden in Tiled and was left out")
            continue
        here = _shade(node, above, place, complaints)
        if node.tag == "group":
            _walk(node, here, f"{path}{name[:60]}/", found, size, complaints)
        elif node.tag == "objectgroup":
            found.groups.append((node, place, here.offset))
        elif node.tag == "layer":
            _add_tiles(node, name, place, here, found, size, complaints)
        else:
            complaints.warning(place, "is an image layer, which the game does not draw")


def _shade(node: ET.Element, above: _Shade, place: str, complaints: Complaints) -> _Shade:
    """Offset, opacity and tint of a layer with those of the groups it is in; complains of what has no meaning here."""
    for key in ("parallaxx", "parallaxy"):
        if node.get(key, "1") != "1":
            complaints.warning(place, f"has {key} {node.get(key, '')[:12]}; the game moves every layer alike")
    if node.get("mode", "normal") != "normal":
        complaints.warning(place, f'has the blend mode "{node.get("mode", "")[:20]}", which the game does not draw')
    if node.get("class"):
        complaints.warning(place, f'has the class "{node.get("class", "")[:40]}"; only objects and tiles have one here')
    offset = (
        above.offset[0] + number(node, "offsetx", 0.0, complaints, place),
        above.offset[1] + number(node, "offsety", 0.0, complaints, place),
    )
    own = number(node, "opacity", 1.0, complaints, place)
    if not 0.0 <= own <= 1.0:
        complaints.error(place, f"has the opacity {own:g}; expected 0 to 1")
        own = 1.0
    tint = _tint(node, place, complaints)
    red, green, blue = (one * other // 255 for one, other in zip(above.tint, tint, strict=True))
    return _Shade(offset, above.opacity * own, (red, green, blue))


def _tint(node: ET.Element, place: str, complaints: Complaints) -> tuple[int, int, int]:
    """The colour of a tint: #rrggbb, or #aarrggbb in Tiled's order."""
    text = node.get("tintcolor", "")
    if not text:
        return WHITE
    if not re.fullmatch(r"#([0-9a-fA-F]{2})?[0-9a-fA-F]{6}", text):
        complaints.error(place, f'has the tint "{text[:20]}"; expected a colour such as #ffb05c')
        return WHITE
    if len(text) == 9 and text[1:3].lower() != "ff":
        complaints.warning(place, f'has the see-through tint "{text}"; the game draws it full: set the opacity instead')
    return (int(text[-6:-4], 16), int(text[-4:-2], 16), int(text[-2:], 16))


def _add_tiles(
    node: ET.Element, name: str, place: str, here: _Shade, found: _Found, size: tuple[int, int], complaints: Complaints
) -> None:
    """Decode one tile layer, moved by whole cells when the layer has an offset."""
    offset = here.offset
    role = _role(node, name, place, complaints)
    data = node.find("data")
    if data is None or not role:
        if data is None:
            complaints.error(place, "has no <data>")
        return
    columns, rows = offset[0] / TILE_PX, offset[1] / TILE_PX
    if columns != int(columns) or rows != int(rows):
        complaints.error(place, f"is offset by {offset[0]}, {offset[1]} px; expected whole tiles of {TILE_PX} px")
        return
    sizes = [whole(node, key, side, complaints, place) for key, side in zip(("width", "height"), size, strict=True)]
    if data.find("chunk") is None and tuple(sizes) != size:
        complaints.error(place, f"is {sizes[0]}x{sizes[1]} cells; expected the map's {size[0]}x{size[1]}")
        return
    try:
        parts = blocks(data, *size, found.kept)
    except BadCells as cause:
        complaints.error(place, str(cause))
        return
    found.cell_count += sum(int(cells.size) for *_, cells in parts)
    if found.cell_count > MAX_ALL_CELLS:
        complaints.error(place, f"brings the map above the limit of {MAX_ALL_CELLS} cells in all layers")
        return
    moved = [(x + int(columns), y + int(rows), cells) for x, y, cells in parts]
    found.tiles.append(_Tiles(name, role, place, here, moved))


def _role(node: ET.Element, name: str, place: str, complaints: Complaints) -> str:
    """ground, marks, walls or roofs: from the layer's property, else from the first word of its name."""
    given = read_properties(node, complaints, place).get("role")
    role = given.text if given is not None else re.split(r"[^a-z]", name.lower())[0]
    if role not in ROLES:
        complaints.error(place, f'has the role "{role[:40]}"{nearest(role, ROLES)} (its name, or its property role)')
        return ""
    return role


def _plain_groups(
    found: _Found, sheets: tuple[Sheet, ...], templates: Templates, corner: tuple[int, int],
    size: tuple[int, int], complaints: Complaints, spots: dict[str, Point],
) -> ET.Element:  # fmt: skip
    """The `<map>` of plain object groups, with the map's own top left corner at 0, 0."""
    root = ET.Element("map", {
        "width": str(size[0]), "height": str(size[1]), "tilewidth": str(TILE_PX), "tileheight": str(TILE_PX),
        "orientation": "orthogonal",
    })  # fmt: skip
    total = corners = 0
    for group, place, offset in found.groups:
        moved = (offset[0] - corner[0] * TILE_PX, offset[1] - corner[1] * TILE_PX)
        stamp = Stamp(place, moved, sheets, templates, spots, found.kept)
        plain_group = ET.SubElement(root, "objectgroup", {"name": group.get("name", "")})
        nodes = group.findall("object")
        for plain in plain_objects(nodes, stamp, complaints):
            total += 1
            if total > MAX_OBJECTS:
                complaints.error(place, f"brings the map above the limit of {MAX_OBJECTS} objects")
                return root
            if plain is not None:
                plain_group.append(plain)
                corners += sum(child.get("points", "").count(",") for child in plain)
            if corners > MAX_CORNERS:
                complaints.error(place, f"brings the map above the limit of {MAX_CORNERS} corners")
                return root
    return root
