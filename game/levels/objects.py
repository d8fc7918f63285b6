"""From plain objects to the dataclasses of `content.level`: classes, members, shapes, metres and directions.

pytmx reads the canonicaliser's plain XML here and nowhere else. Owns the check of every single object by itself;
what one object says of another is for `names.py`. Called by the loader.
"""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from typing import Any

import pytmx  # type: ignore[import-untyped,unused-ignore]

from game.content.level import OBJECT_CLASSES, Lane, Point, Wall
from game.content.specs import Catalog
from game.levels import members
from game.levels.complaints import Complaints, nearest, with_article
from game.levels.convex import convex_pieces
from game.levels.kept import Kept, KeptNothing
from game.levels.members import Member
from game.levels.turning import facing, metres, turned

_TYPE_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_NEEDS_NAME = ("Zone", "Route", "Signal", "Fixture", "Item", "Sound", "Flight")
_NUMBERED = ("Person", "Vehicle", "Marker", "Roadblock", "Door", "SecurityCamera")
_JOINS_WITHIN = 2.0
MOST_STARTS = 64
MAX_WALL_CORNERS = 64
MAX_CUT_CORNERS = 4_000
"""Corners of all walls that are not convex: cutting one takes time that grows with their square and more."""


@dataclass(slots=True)
class Objects:
    """All objects of a map by class, in the order of their ids, and where each of them was found."""

    by_class: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in OBJECT_CLASSES})
    places: dict[tuple[str, int], str] = field(default_factory=dict)

    def place(self, class_name: str, id: int) -> str:
        """Layer, id and name of an object, for messages."""
        return self.places.get((class_name, id), f"object {id}")


@dataclass(frozen=True, slots=True)
class _Known:
    """An object that was read before, from the very same element, without a complaint."""

    element: ET.Element
    id: int
    type: str
    place: str
    made: list[Any]


def read_objects(plain: ET.Element, catalog: Catalog, complaints: Complaints, kept: Kept | None = None) -> Objects:
    """Every object that can be read, ordered by Tiled's id; complaints about the rest."""
    found, kept = Objects(), kept or KeptNothing()
    seen: dict[int, str] = {}
    cutting = [0]
    for element, thing in _things(plain, catalog, kept):
        if thing.id in seen or thing.id < 1:
            complaints.error(
                thing.place, f"has the id {thing.id}, which {seen.get(thing.id, 'Tiled never gives')} has too"
            )
            continue
        seen[thing.id] = thing.place
        if thing.type not in OBJECT_CLASSES:
            lacks = f'has the unknown class "{thing.type[:60]}"' if thing.type else "has no class"
            complaints.error(thing.place, lacks + nearest(thing.type or "", OBJECT_CLASSES), topic="classes")
            continue
        found.places[(thing.type, thing.id)] = thing.place
        complaints.topic = thing.type.lower()
        if isinstance(thing, _Known):
            found.by_class[thing.type].extend(thing.made)
            continue
        before = len(complaints.faults), cutting[0]
        made = _read(thing, catalog, complaints, cutting)
        found.by_class[thing.type].extend(made)
        if (len(complaints.faults), cutting[0]) == before:
            kept.put(("read", id(element), catalog.digest), _Known(element, thing.id, thing.type, thing.place, made))
    complaints.topic = "the-map"
    found.by_class["Lane"] = _joined(found, complaints)
    return found


def _things(plain: ET.Element, catalog: Catalog, kept: Kept) -> list[tuple[ET.Element, Any]]:
    """The elements with what pytmx makes of them, or what was made of them before, by rising id."""
    elements = [element for group in plain for element in group]
    known = [kept.find(("read", id(element), catalog.digest)) for element in elements]
    fresh = ET.Element(plain.tag, plain.attrib)
    group = ET.SubElement(fresh, "objectgroup")
    group.extend(element for element, one in zip(elements, known, strict=True) if one is None)
    tiled = pytmx.TiledMap(allow_duplicate_names=True)
    tiled.parse_xml(fresh)
    read = iter([one for group in tiled.objectgroups for one in group])
    things = [(element, next(read) if one is None else one) for element, one in zip(elements, known, strict=True)]
    return sorted(things, key=lambda pair: int(pair[1].id))


def _read(thing: Any, catalog: Catalog, complaints: Complaints, cutting: list[int]) -> list[Any]:
    """The object as one dataclass (a concave wall as several); `cutting` counts the corners of all walls so far."""
    values = _members(thing, catalog, complaints)
    if not _has_right_shape(thing, complaints):
        return []
    kind = OBJECT_CLASSES[thing.type]
    fields = tuple(one.name for one in dataclasses.fields(kind))
    values["id"] = thing.id
    if "name" in fields:
        values["name"] = _name(thing, complaints)
    if "facing" in fields:
        values["facing"] = facing(thing.rotation)
    if "x" in fields:
        values["x"], values["y"] = metres(thing.x), metres(thing.y)
        return [kind(**values)]
    outline = _outline(thing)
    if thing.type != "Wall":
        return [kind(points=outline, **values)]
    cutting[0] += len(outline) if len(outline) > 4 else 0
    if len(outline) > MAX_WALL_CORNERS or cutting[0] > MAX_CUT_CORNERS:
        most = f"at most {MAX_WALL_CORNERS} a wall and {MAX_CUT_CORNERS} in all walls of more than four"
        complaints.error(thing.place, f"has {len(outline)} corners; {most} are read")
        return []
    pieces = convex_pieces(outline)
    if pieces is None:
        complaints.error(thing.place, "has an outline that crosses itself or has no area; redraw the polygon")
        return []
    return [Wall(points=piece, **values) for piece in pieces]


def _members(thing: Any, catalog: Catalog, complaints: Complaints) -> dict[str, Any]:
    """The custom members that are set, each of the right type and among the words it may be."""
    values: dict[str, Any] = {}
    inherited = str(thing.inherited).split(",")
    known = {member.name: member for member in members.members_of(thing.type)}
    for name, value in thing.properties.items():
        where = f'{thing.place}, property "{name[:60]}"'
        if name not in known:
            # A tile says things of the ground (its surface) that do not concern an object made from it.
            if name not in inherited:
                complaints.error(where, f"is unknown to class {thing.type}{nearest(name, known)}")
            continue
        wrong = _what_is_wrong(thing.type, known[name], value, catalog)
        if wrong:
            complaints.error(where, wrong)
            continue
        values[name] = _as_member(known[name], value)
    return values


def _as_member(member: Member, value: Any) -> Any:
    if member.is_colour and len(value) == 9:
        return "#" + value[3:].lower()
    return member.type(value)


def _what_is_wrong(class_name: str, member: Member, value: Any, catalog: Catalog) -> str:
    """Why a value does not fit its member; empty when it does."""
    fits = isinstance(value, (int, float)) if member.type is float else isinstance(value, member.type)
    if not fits or (isinstance(value, bool) and member.type is not bool):
        return f'is "{str(value)[:40]}"; expected {_TYPE_WORDS[member.type]}'
    choices = members.CHOICES.get((class_name, member.name)) or members.catalog_names(catalog, member.points_at)
    if choices is not None and value not in choices:
        return f'is "{str(value)[:40]}"{nearest(str(value), choices)}'
    least = members.MINIMUM.get((class_name, member.name))
    if least is not None and value < least:
        return f"is {value}; expected at least {least:g}"
    if isinstance(value, float) and abs(value) > 1.0e6:
        return f"is {value:g}; expected at most 1000000"
    if member.is_colour and value and not (value.startswith("#") and len(value) in (7, 9)):
        return f'is "{value[:40]}"; expected a colour such as #ffb05c'
    return ""


def _has_right_shape(thing: Any, complaints: Complaints) -> bool:
    wanted = members.SHAPES.get(thing.type, "point")
    drawn = {"rectangle": "area", "polygon": "area", "polyline": "line", "point": "point"}.get(thing.shape, thing.shape)
    if drawn != wanted:
        due = f"{with_article(thing.type)} is {members.SHAPE_WORDS[wanted]}"
        complaints.error(thing.place, f"is drawn as {with_article(thing.shape)}; {due}")
        return False
    least = 2 if thing.shape == "polyline" else 3
    if thing.shape in ("polyline", "polygon") and len(thing.points) < least:
        complaints.error(thing.place, f"has {len(thing.points)} corner(s); expected at least {least}")
        return False
    return True


def _name(thing: Any, complaints: Complaints) -> str:
    name = str(thing.name or "")
    if not name and thing.type in _NEEDS_NAME:
        complaints.error(thing.place, f"has no name; {with_article(thing.type)} is spoken of by its name")
    if name.startswith("$") or name != name.strip():
        complaints.error(thing.place, 'has a name that begins with "$" or has blanks around it')
    return name or (f"{thing.type.lower()}_{thing.id}" if thing.type in _NUMBERED else "")


def _outline(thing: Any) -> tuple[Point, ...]:
    """The corners in metres, turned as the object is."""
    if thing.shape == "rectangle":
        right, bottom = thing.x + thing.width, thing.y + thing.height
        corners = [(thing.x, thing.y), (right, thing.y), (right, bottom), (thing.x, bottom)]
    else:
        corners = [(point.x, point.y) for point in thing.points]
    direction = facing(thing.rotation)
    about = (thing.x, thing.y)
    placed = [turned(corner, about, direction) for corner in corners]
    return tuple((metres(x), metres(y)) for x, y in placed)


def _joined(found: Objects, complaints: Complaints) -> list[Lane]:
    """The lanes with `follows` filled in: those that begin within two metres of a lane's end."""
    lanes: list[Lane] = found.by_class["Lane"]
    reach = _JOINS_WITHIN * _JOINS_WITHIN
    starting: dict[tuple[int, int], list[int]] = {}
    for i, lane in enumerate(lanes):
        sx, sy = lane.points[0]
        here = starting.setdefault((int(sx // 4), int(sy // 4)), [])
        here.append(i)
        if len(here) > MOST_STARTS:
            message = f"is one of more than {MOST_STARTS} lanes that begin within 4 m"
            complaints.error(found.place("Lane", lane.id), message, topic="lane")
            return lanes
    joined = []
    for lane in lanes:
        x, y = lane.points[-1]
        column, row = int(x // 4), int(y // 4)
        cells = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        near = []
        for i in sorted(i for cell in cells for i in starting.get(cell, ())):
            sx, sy = lanes[i].points[0]
            if (sx - x) * (sx - x) + (sy - y) * (sy - y) <= reach:
                near.append(i)
        joined.append(replace(lane, follows=tuple(near)))
    return joined
