"""A new level to start from: a walled yard with a road, a person, a car, a zone and one beat, that plays at once.

Owns what a designer finds in the first minute. Called by the command line.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.sax.saxutils import quoteattr, unescape

from game.content.faults import ContentError, Fault
from game.levels.complaints import Complaints
from game.levels.folders import DATA_ROOT, allowed_roots, shown
from game.levels.ground import tile_items
from game.levels.sheets import Sheet, read_sheet
from game.levels.tmx_writer import Drawn, Sketch
from game.levels.xml_file import read_xml

TILESET = DATA_ROOT / "levels" / "tilesets" / "street.tsx"
WIDTH, HEIGHT = 48, 36
_FILE_NAMED = re.compile(r'((?:<tileset [^>]*?source|<object [^>]*?template)=)"([^"]*)"')

_PLAY = """\
# The screenplay of {name}: what is said, what is wanted, and what people do of their own accord.
# docs/LEVELS.md lists every trigger, action and step. `python main.py levels check` says what is wrong.

title = "{title}"
place = "A yard"
author = ""
par_seconds = 60

[[side]]
name = "crew"
player = "neil"
crew = ["neil"]

[[brief]]
line = "Take the car to the far end."
seconds = 4.0
points = ["exit"]

[[beat]]
id = "away"
goal = "Drive to the far end"
marker = "exit"
when = {{ vehicle_in_zone = {{ vehicle = "car", zone = "exit" }} }}
do = [{{ end = {{ result = "escaped", ending = "Away" }} }}]
is_kept = true

[[plan]]
who = "neil"
start = {{ drive_route = {{ route = "way_out" }} }}

[[score]]
count = "beats_kept"
points = 100
label = "As planned"
"""


def _free_files(name: str, folder: Path) -> tuple[Path, Path]:
    """Where the two files of a new level go; raises ContentError when the name is none, or taken."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name):
        raise ContentError(
            [Fault(name[:60], "", "is no name for a level; expected small letters, digits and underscores")]
        )
    map_file, play_file = folder / f"{name}.tmx", folder / f"{name}.toml"
    taken = [file for file in (map_file, play_file) if file.exists()]
    if taken:
        raise ContentError([Fault(shown(file), "", "exists already; choose another name") for file in taken])
    folder.mkdir(parents=True, exist_ok=True)
    return map_file, play_file


def copied_level(name: str, folder: Path, source: Path) -> tuple[Path, Path]:
    """Write a copy of another level as NAME.tmx and NAME.toml, its files found from `folder`; raises ContentError."""
    map_file, play_file = _free_files(name, folder)
    roots = allowed_roots(map_file)

    def moved(found: re.Match[str]) -> str:
        wanted = (source.parent / unescape(found.group(2), {"&quot;": '"'})).resolve()
        here = Path(os.path.relpath(wanted, folder.resolve())).as_posix()
        if not any(wanted.is_relative_to(root) for root in roots):
            raise ContentError([Fault(shown(source), "", f"uses {shown(wanted)}, which a level in {folder} may not")])
        return f"{found.group(1)}{quoteattr(here)}"

    text = source.read_text(encoding="utf-8")
    map_file.write_text(_FILE_NAMED.sub(moved, text), encoding="utf-8", newline="\n")
    title = name.replace("_", " ").capitalize()
    other = source.with_suffix(".toml")
    if other.is_file():
        play = other.read_text(encoding="utf-8")
        play = re.sub(r"(?m)^title\s*=.*$", f'title = "{title}"', play, count=1)
        play_file.write_text(play, encoding="utf-8", newline="\n")
        return map_file, play_file
    return map_file, map_file


def new_level(name: str, folder: Path) -> tuple[Path, Path]:
    """Write NAME.tmx and NAME.toml into `folder`, over nothing that exists; raises ContentError."""
    map_file, play_file = _free_files(name, folder)
    tileset = tileset_near(folder)
    sketch = walled_yard(WIDTH, HEIGHT, Path(os.path.relpath(tileset, folder.resolve())).as_posix(), tileset)
    road = HEIGHT / 2
    man, car = (_template_near(folder, named) for named in ("people/neil.tx", "vehicles/sedan.tx"))
    neil = {"spec": "neil", "vehicle": "car"} if not man else {"vehicle": "car"}
    sketch.add("things", Drawn("Person", "neil", 8.0, road, properties=dict(neil), template=man))
    sketch.add("things", Drawn("Vehicle", "car", 8.0, road, properties={} if car else {"spec": "sedan"}, template=car))
    sketch.add("places", Drawn("Zone", "exit", WIDTH - 10.0, road - 4.0, 8.0, 8.0, properties={"kind": "exit"}))
    way = ((8.0, road), (WIDTH - 6.0, road))
    sketch.add("places", Drawn("Route", "way_out", 8.0, road, line=way))
    map_file.write_text(sketch.text(), encoding="utf-8", newline="\n")
    title = name.replace("_", " ").capitalize()
    play_file.write_text(_PLAY.format(name=name, title=title), encoding="utf-8", newline="\n")
    return map_file, play_file


def _template_near(folder: Path, named: str) -> str:
    """A template of the level folder's own, as a map in the folder names it; empty when there is none."""
    file = allowed_roots(folder / "any.tmx")[0] / "templates" / named
    return Path(os.path.relpath(file, folder.resolve())).as_posix() if file.is_file() else ""


def tileset_near(folder: Path) -> Path:
    """The street tileset: the one in the level folder's own tilesets, else the game's."""
    own = allowed_roots(folder / "any.tmx")[0] / "tilesets" / TILESET.name
    return own if own.is_file() else TILESET


def walled_yard(width: int, height: int, named: str, tileset: Path) -> Sketch:
    """A sketch with asphalt all over and a wall of one tile round the edge, and with empty layers for what is painted next: AutoMap
    would put a missing one above the objects."""
    sheet = sheet_of(tileset)
    sketch = Sketch(width, height, named)
    asphalt, wall = ground_texture(sheet, "asphalt"), lowest_wall(sheet)
    ground, _, walls, _ = (sketch.add_layer(role) for role in ("ground", "marks", "walls", "roofs"))
    for y in range(height):
        for x in range(width):
            ground[y][x] = asphalt[(x % 4 + y % 4 * 4) % len(asphalt)]
            if x in (0, width - 1) or y in (0, height - 1):
                walls[y][x] = wall
    return sketch


def ground_texture(sheet: Sheet, surface: str) -> list[int]:
    """The first tiles of a surface: a texture of 4 x 4 where the sheet has one, else one tile."""
    found = [
        local
        for local, tile in tile_items(sheet)
        if not tile.is_solid and "surface" in tile.properties and tile.properties["surface"].text == surface
    ]
    if not found:
        raise ContentError([Fault(sheet.name, "", f'has no tile with the surface "{surface}"')])
    run = found[:16]
    is_texture = run == list(range(run[0], run[0] + 16))
    return [sheet.first_gid + local for local in (run if is_texture else run[:1])]


def lowest_wall(sheet: Sheet) -> int:
    """The lowest solid tile of concrete, which looks like a yard's wall."""
    solid = [(local, tile.properties) for local, tile in tile_items(sheet) if tile.is_solid]
    concrete = [
        one for one in solid if "height" in one[1] and "material" in one[1] and one[1]["material"].text == "concrete"
    ]
    if not solid:
        raise ContentError([Fault(sheet.name, "", "has no solid tile")])
    best = min(concrete or solid, key=lambda one: float(one[1]["height"].text) if "height" in one[1] else 4.0)
    return sheet.first_gid + best[0]


def sheet_of(tileset: Path) -> Sheet:
    """A tileset of levels by itself; raises ContentError."""
    complaints = Complaints(shown(tileset))
    node = read_xml(tileset, "tileset")
    node.set("firstgid", "1")
    sheet = read_sheet(node, tileset, allowed_roots(tileset), complaints, "tileset")
    if sheet is None:
        raise ContentError(complaints.faults)
    return sheet
