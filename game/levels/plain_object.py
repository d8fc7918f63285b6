"""One object of a map made plain: template and tile resolved, offsets added, every property typed.

Owns the order in which defaults yield: tile, then template, then the object itself (a class's own defaults come
last of all, from its dataclass). Turns tile objects into points at the tile's middle. Called by the canonicaliser.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from game.content.level import Point
from game.levels.complaints import Complaints
from game.levels.kept import Kept, KeptNothing
from game.levels.properties import Property, read_properties
from game.levels.sheets import Sheet, Tile
from game.levels.templates import Template, Templates
from game.levels.turning import facing, turned
from game.levels.xml_file import finite, number, signature, whole

GID_MASK = 0x0FFFFFFF
FLIPPED_EAST_WEST = 0x80000000
MAX_POINTS = 512
SHAPES = ("point", "ellipse", "capsule", "polygon", "polyline", "text")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What objects of one layer share: where the layer is, how it is named, what ids count in."""

    layer: str
    offset: Point
    sheets: tuple[Sheet, ...]
    templates: Templates
    spots: dict[str, Point]
    """Filled in on the way: where each object lies (pixels), by the words that name it in complaints."""
    kept: Kept = field(default_factory=KeptNothing)

    @property
    def token(self) -> Hashable:
        """All of it that decides what becomes of an object, but for templates."""
        return self.layer, self.offset, tuple(sheet.token for sheet in self.sheets)


def find_tile(sheets: tuple[Sheet, ...], gid: int) -> tuple[Sheet, Tile] | None:
    """The sheet and tile of a global id without flip bits."""
    for sheet in sheets:
        if sheet.first_gid <= gid < sheet.first_gid + sheet.count:
            return sheet, sheet.tiles.get(gid - sheet.first_gid, Tile())
    return None


def plain_objects(nodes: Iterable[ET.Element], stamp: Stamp, complaints: Complaints) -> Iterator[ET.Element | None]:
    """Each `<object>` of a layer as `plain_object` makes it; one that has not changed is the very element of the last reading."""
    shared = stamp.token
    for node in nodes:
        template = None
        if (named := node.get("template")) is not None:
            template = stamp.templates.find(named, f"{stamp.layer}, object {node.get('id', '?')[:12]}")
        key = ("object", shared, signature(node), template.token if template is not None else None)
        known = stamp.kept.find(key)
        if known is not None:
            plain, spots = cast(tuple[ET.Element, dict[str, Point]], known)
            stamp.spots.update(spots)
            yield plain
            continue
        before, own = len(complaints.faults), replace(stamp, spots={})
        made = plain_object(node, own, complaints)
        stamp.spots.update(own.spots)
        if made is not None and len(complaints.faults) == before:
            stamp.kept.put(key, (made, own.spots))
        yield made


def plain_object(node: ET.Element, stamp: Stamp, complaints: Complaints) -> ET.Element | None:
    """The plain `<object>`; None for notes, for what is hidden, and for what is broken (complained about)."""
    where = f"{stamp.layer}, object {node.get('id', '?')[:12]}"
    template = None
    if node.get("template") is not None:
        template = stamp.templates.find(node.get("template", ""), where)
        if template is None:
            return None
    merged = _merged(node, template)
    if merged.get("name"):
        where += f' "{merged.get("name", "")[:60]}"'
    spot = [finite(merged.get(key, "0")) for key in ("x", "y")]
    if spot[0] is not None and spot[1] is not None:
        stamp.spots[where] = (spot[0] + stamp.offset[0], spot[1] + stamp.offset[1])
    shape = next((child for child in merged if child.tag in SHAPES), None)
    kind = shape.tag if shape is not None else "rectangle"
    if kind == "text" and not (merged.get("type") or merged.get("class")):
        return None
    if merged.get("visible") == "0":
        complaints.warning(where, "is hidden in Tiled and was left out")
        return None
    if merged.get("opacity", "1") != "1":
        complaints.warning(where, f"has the opacity {merged.get('opacity', '')[:12]}, which the game does not draw")
    tile = None
    if merged.get("gid") is not None:
        sheets = template.sheets if template is not None and node.get("gid") is None else stamp.sheets
        tile = find_tile(sheets, whole(merged, "gid", 0, complaints, where) & GID_MASK)
        if tile is None:
            complaints.error(where, f"shows tile {merged.get('gid', '')[:12]}, which no tileset of the map has")
            return None
    properties = dict(tile[1].properties) if tile else {}
    inherited = frozenset(properties)
    if template is not None:
        own = read_properties(template.element, complaints, where, template.file)
        properties.update(own)
        inherited -= frozenset(own)
    own = read_properties(node, complaints, where)
    properties.update(own)
    inherited -= frozenset(own)
    return _plain(merged, kind, shape, tile, properties, inherited, stamp.offset, complaints, where)


def _merged(node: ET.Element, template: Template | None) -> ET.Element:
    """Attributes and shape of the instance over those of its template."""
    if template is None:
        return node
    given = {key: value for key, value in template.element.attrib.items() if key not in ("id", "x", "y")}
    given.update(node.attrib)
    merged = ET.Element("object", given)
    own = [child for child in node if child.tag in SHAPES]
    merged.extend(own or [child for child in template.element if child.tag in SHAPES])
    return merged


def _plain(
    node: ET.Element, kind: str, shape: ET.Element | None, tile: tuple[Sheet, Tile] | None,
    properties: dict[str, Property], inherited: frozenset[str], offset: Point, complaints: Complaints, where: str,
) -> ET.Element | None:  # fmt: skip
    """The plain element itself, with `shape`, `place` and `inherited` for the next reader."""
    before = len(complaints.faults)
    x = number(node, "x", 0.0, complaints, where)
    y = number(node, "y", 0.0, complaints, where)
    width = number(node, "width", 0.0, complaints, where)
    height = number(node, "height", 0.0, complaints, where)
    degrees = number(node, "rotation", 0.0, complaints, where)
    points = _points(shape, complaints, where) if shape is not None and kind in ("polygon", "polyline") else ""
    if width < 0 or height < 0:
        complaints.error(where, f"has the size {width} x {height}; expected no negative size")
    if len(complaints.faults) > before:
        return None
    if tile is not None:
        # Tiled stands a tile object on its bottom left corner, or on the point its tileset says, and turns it there.
        across, down = tile[0].anchor
        width, height = width or tile[1].size[0], height or tile[1].size[1]
        x, y = turned((x + width * (0.5 - across), y + height * (0.5 - down)), (x, y), facing(degrees))
        width, height, kind = 0.0, 0.0, "point"
        if whole(node, "gid", 0, complaints, where) & FLIPPED_EAST_WEST:
            degrees += 180.0  # mirrored in Tiled, a car or a man looks the other way
    elif kind == "rectangle" and width == 0 and height == 0:
        kind = "point"
    plain = ET.Element("object", {
        "id": str(whole(node, "id", 0, complaints, where)), "name": node.get("name", ""),
        "type": node.get("type") or node.get("class") or (tile[1].kind if tile else ""),
        "x": repr(x + offset[0]), "y": repr(y + offset[1]), "width": repr(width), "height": repr(height),
        "rotation": repr(degrees), "shape": kind, "place": where, "inherited": ",".join(sorted(inherited)),
    })  # fmt: skip
    holder = ET.SubElement(plain, "properties")
    for name, value in properties.items():
        ET.SubElement(holder, "property", {"name": name, "type": value.type, "value": value.text})
    if points:
        ET.SubElement(plain, kind, {"points": points})
    return plain


def _points(shape: ET.Element, complaints: Complaints, where: str) -> str:
    """The corner list of a polygon or polyline, checked number by number."""
    text = shape.get("points", "")
    pairs = text.split()
    numbers = [finite(part) for pair in pairs for part in pair.split(",")]
    if not pairs or len(pairs) > MAX_POINTS or None in numbers or any(pair.count(",") != 1 for pair in pairs):
        complaints.error(
            where, f"has a list of {len(pairs)} corners that cannot be read; expected 1 to {MAX_POINTS} x,y pairs"
        )
        return ""
    return text
