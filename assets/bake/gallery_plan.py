"""The gallery's map while it is drawn: three sheets, four layers, lamps and labels.

Owns how runs of tiles are laid and how the map is written; what is laid where is `gallery_rooms.py`. Called by `gallery.py`.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from assets.bake import tile_field, tile_interior, tile_street
from assets.bake.tile_sheet import COLUMNS, Sheet
from game.levels.tmx_writer import Sketch

WIDTH, HEIGHT = 74, 54

Box = tuple[int, int, int, int]
"""Left, top, columns, rows."""


class Plan:
    """The map while it is drawn: three sheets, four layers, labels."""

    def __init__(self) -> None:
        self.sketch = Sketch(WIDTH, HEIGHT, "../tilesets/street.tsx")
        self.layers = {name: self.sketch.add_layer(name) for name in ("ground", "marks", "walls", "roofs")}
        self.sheets: list[tuple[str, Sheet, int]] = []
        first = 1
        for name, build in (
            ("street", tile_street.build_sheet), ("interior", tile_interior.build_sheet), ("field", tile_field.build_sheet),
        ):  # fmt: skip
            sheet = build()
            self.sheets.append((name, sheet, first))
            first += -(-len(sheet.pictures) // COLUMNS) * COLUMNS
        self.lamps: list[tuple[float, float, str, float, float]] = []
        self.labels: list[tuple[float, float, str]] = []

    def gid(self, run: str, offset: int = 0) -> int:
        """The global number of a tile of a named run."""
        for _, sheet, first in self.sheets:
            if run in sheet.first:
                return first + sheet.first[run] + offset
        raise KeyError(run)

    def floor(self, run: str, box: Box, layer: str = "ground") -> None:
        """Lay one of the four-metre textures."""
        left, top, columns, rows = box
        for y in range(top, top + rows):
            for x in range(left, left + columns):
                self.layers[layer][y][x] = self.gid(run, y % 4 * 4 + x % 4)

    def fill(self, run: str, box: Box, layer: str) -> None:
        """Repeat one tile."""
        left, top, columns, rows = box
        for y in range(top, top + rows):
            for x in range(left, left + columns):
                self.layers[layer][y][x] = self.gid(run)

    def put(self, run: str, x: int, y: int, size: tuple[int, int] = (1, 1), layer: str = "walls") -> None:
        """Lay a block of tiles that belong together."""
        for row in range(size[1]):
            for column in range(size[0]):
                self.layers[layer][y + row][x + column] = self.gid(run, row * COLUMNS + column)

    def room(self, wall: str, floor: str, box: Box, doors: tuple[tuple[int, int], ...]) -> None:
        """A floor with a wall round it and gaps for doors."""
        left, top, columns, rows = box
        self.floor(floor, box)
        for x in range(left, left + columns):
            for y in (top, top + rows - 1):
                self.layers["walls"][y][x] = self.gid(wall)
        for y in range(top, top + rows):
            for x in (left, left + columns - 1):
                self.layers["walls"][y][x] = self.gid(wall)
        for x, y in doors:
            self.layers["walls"][y][x] = 0

    def light(self, x: float, y: float, colour: str = "#ffdcaa", radius: float = 9.0, tall: float = 2.8) -> None:
        """A lamp: of a room, or with a small radius one on the ground."""
        self.lamps.append((x, y, colour, radius, tall))

    def text(self) -> str:
        """The map, with the other two tilesets and the labels that the sketch does not know."""
        made = self.sketch.text()
        head, tail = made.split(' source="../tilesets/street.tsx"/>\n', 1)
        more = "".join(
            f' <tileset firstgid="{first}" source="../tilesets/{name}.tsx"/>\n' for name, _, first in self.sheets[1:]
        )
        notes = [
            f'  <object id="{900 + index}" x="{x * 24:g}" y="{y * 24:g}" width="240" height="24">\n'
            f'   <text color="#ffffff" bold="1">{escape(label)}</text>\n  </object>'
            for index, (x, y, label) in enumerate(self.labels)
        ]
        group = ' <objectgroup id="90" name="labels">\n' + "\n".join(notes) + "\n </objectgroup>\n</map>\n"
        made = head + ' source="../tilesets/street.tsx"/>\n' + more + tail.replace("</map>\n", group)
        return made.replace('nextobjectid="', 'nextobjectid="9').replace('nextlayerid="', 'nextlayerid="9')
