"""Writing a map as Tiled 1.8 itself would save it: CSV layers, object layers, one property a line.

Owns the form of the file, so that opening and saving a new level in Tiled changes next to nothing. Called when a
new level is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from game.levels.sheets import TILE_PX

PropertyValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One object to write; places and sizes in metres, rotation in degrees."""

    kind: str
    name: str
    x: float
    y: float
    width: float = 0.0
    height: float = 0.0
    rotation: float = 0.0
    line: tuple[tuple[float, float], ...] = ()
    """Corners of a polyline, in metres of the map."""
    properties: dict[str, PropertyValue] = field(default_factory=dict)
    template: str = ""
    """Path of the .tx it is stamped with, from the map's folder: that gives its class, its picture and its size."""


@dataclass(slots=True)
class Sketch:
    """A map to be written: its size in cells, layers of global tile ids, and object layers."""

    width: int
    height: int
    tileset: str
    """Path of the .tsx from the map's folder."""
    layers: dict[str, list[list[int]]] = field(default_factory=dict)
    groups: dict[str, list[Drawn]] = field(default_factory=dict)
    hour: str = "noon"

    def add_layer(self, name: str, gid: int = 0) -> list[list[int]]:
        """A new layer filled with one tile; its rows, to paint on."""
        self.layers[name] = [[gid] * self.width for _ in range(self.height)]
        return self.layers[name]

    def add(self, group: str, drawn: Drawn) -> None:
        """One more object on an object layer."""
        self.groups.setdefault(group, []).append(drawn)

    def text(self) -> str:
        """The .tmx file."""
        count = len(self.layers) + len(self.groups)
        objects = sum(len(group) for group in self.groups.values())
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" renderorder="right-down" '
            f'width="{self.width}" height="{self.height}" tilewidth="{TILE_PX}" tileheight="{TILE_PX}" infinite="0" '
            f'nextlayerid="{count + 1}" nextobjectid="{objects + 1}">',
            # With its list, so that Tiled offers the hours to choose from once the project is open.
            *_properties({"hour": self.hour}, 1, {"hour": "hour"}),
            f' <tileset firstgid="1" source={quoteattr(self.tileset)}/>',
        ]
        number = id = 0
        for name in self._order():
            number += 1
            if name in self.layers:
                lines += self._tile_layer(name, number)
                continue
            lines.append(f' <objectgroup id="{number}" name={quoteattr(name)}>')
            for drawn in self.groups[name]:
                id += 1
                lines += _object(drawn, id)
            lines.append(" </objectgroup>")
        return "\n".join([*lines, "</map>", ""])

    def _order(self) -> list[str]:
        """Names of layers as Tiled draws them, the lowest first: objects stand on the ground and under the roofs."""
        roofs = [name for name in self.layers if name.split()[0] == "roofs"]
        return [*(name for name in self.layers if name not in roofs), *self.groups, *roofs]

    def _tile_layer(self, name: str, number: int) -> list[str]:
        rows = ",\n".join(",".join(map(str, row)) for row in self.layers[name])
        head = f' <layer id="{number}" name={quoteattr(name)} width="{self.width}" height="{self.height}">'
        return [head, '  <data encoding="csv">', rows, "</data>", " </layer>"]


def _object(drawn: Drawn, id: int) -> list[str]:
    """The lines of one object."""
    name = f" name={quoteattr(drawn.name)}" if drawn.name else ""
    kind = f"template={quoteattr(drawn.template)}{name}" if drawn.template else f'{name.lstrip()} type="{drawn.kind}"'
    head = f'  <object id="{id}" {kind.lstrip()} x="{_px(drawn.x)}" y="{_px(drawn.y)}"'
    if drawn.width or drawn.height:
        head += f' width="{_px(drawn.width)}" height="{_px(drawn.height)}"'
    if drawn.rotation:
        head += f' rotation="{drawn.rotation:g}"'
    inside = _properties(drawn.properties, 3)
    if drawn.line:
        corners = " ".join(f"{_px(x - drawn.x)},{_px(y - drawn.y)}" for x, y in drawn.line)
        inside.append(f'   <polyline points="{corners}"/>')
    elif not drawn.template and not (drawn.width or drawn.height):
        inside.append("   <point/>")
    return [head + ">", *inside, "  </object>"] if inside else [head + "/>"]


def _properties(values: dict[str, PropertyValue], depth: int, lists: dict[str, str] | None = None) -> list[str]:
    """The lines of a property list, by name as Tiled sorts them; `lists` names those that are chosen from a list of the project."""
    if not values:
        return []
    blank = " " * depth
    lines = [f"{blank}<properties>"]
    for name in sorted(values):
        value = values[name]
        kind = {bool: ' type="bool"', int: ' type="int"', float: ' type="float"', str: ""}[type(value)]
        if lists and name in lists:
            kind = f' propertytype="{lists[name]}"'
        shown = (
            str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
        )
        lines.append(f"{blank} <property name={quoteattr(name)}{kind} value={quoteattr(shown)}/>")
    return [*lines, f"{blank}</properties>"]


def _px(metres: float) -> str:
    return f"{metres * TILE_PX:.6g}"
