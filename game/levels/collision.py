"""Tiled's collision shapes of tiles as convex outlines: rectangles, polygons and ellipses, turned as they are drawn.

Owns the way from `<objectgroup>` inside a `<tile>` to pieces. Called by `sheets.py`; what walls become of them is
for `ground.py`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from game.content.level import Point
from game.levels.complaints import Complaints
from game.levels.convex import convex_pieces
from game.levels.turning import facing, turned, unit
from game.levels.xml_file import finite, number

MAX_SHAPES = 16
MAX_CORNERS = 32
ELLIPSE_CORNERS = 12
_REFUSED = ("point", "polyline", "text", "capsule")


def collision_pieces(shapes: list[ET.Element], complaints: Complaints, where: str) -> list[tuple[Point, ...]]:
    """Convex pieces in pixels of the tile; complaints about shapes that enclose nothing."""
    if len(shapes) > MAX_SHAPES:
        complaints.error(where, f"has {len(shapes)} collision shapes; at most {MAX_SHAPES} are read")
        return []
    found: list[tuple[Point, ...]] = []
    for shape in shapes:
        outline = _outline(shape, complaints, where)
        if outline:
            # A polygon keeps its own corners when it is convex: they are compared with the whole tile's.
            pieces = convex_pieces(outline)
            if pieces is None:
                complaints.error(where, "has a collision shape that crosses itself or has no area; redraw it")
            else:
                found += [outline] if len(outline) == 4 and len(pieces) == 1 else pieces
    return found


def _outline(shape: ET.Element, complaints: Complaints, where: str) -> tuple[Point, ...]:
    """The corners of one shape; empty, with a complaint, when it is none that can be solid."""
    x, y, width, height, degrees = (
        number(shape, key, 0.0, complaints, where) for key in ("x", "y", "width", "height", "rotation")
    )
    drawn = next((child for child in shape if child.tag not in ("properties",)), None)
    kind = "rectangle" if drawn is None else drawn.tag
    corners: list[Point] = []
    if kind == "polygon" and drawn is not None:
        numbers = [finite(part) for pair in drawn.get("points", "").split() for part in pair.split(",")]
        if None in numbers or len(numbers) % 2 or not 6 <= len(numbers) <= 2 * MAX_CORNERS:
            complaints.error(where, f"has a collision polygon that cannot be read; expected 3 to {MAX_CORNERS} corners")
            return ()
        plain = [one or 0.0 for one in numbers]
        corners = [(x + plain[i], y + plain[i + 1]) for i in range(0, len(plain), 2)]
    elif kind == "ellipse":
        for step in range(ELLIPSE_CORNERS):
            cosine, sine = unit(step * 65536 // ELLIPSE_CORNERS)
            corners.append((x + width / 2 * (1 + cosine), y + height / 2 * (1 + sine)))
    elif kind == "rectangle" and width > 0 and height > 0:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    else:
        word = kind if kind in _REFUSED else "point" if kind == "rectangle" else kind[:20]
        complaints.error(where, f"has a {word} as collision shape; expected a rectangle, an ellipse or a polygon")
        return ()
    return tuple(turned(corner, (x, y), facing(degrees)) for corner in corners)
