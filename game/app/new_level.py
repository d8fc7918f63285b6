"""A new pair of level files that can be opened in Tiled and played at once: a yard, a crew, a car, a way out.

Owns their text. Called by `levels new`. What is written uses only what Tiled 1.8 can read and save.
"""

from __future__ import annotations

WIDTH = 48
HEIGHT = 32
PIXELS = 24
ASPHALT_GID = 1
SIDEWALK_GID = 33
"""First tile of each texture in tilesets/street.tsx; a texture is a square of 4 x 4 tiles."""
EDGES = ((0, 0, WIDTH, 1), (0, HEIGHT - 1, WIDTH, 1), (0, 1, 1, HEIGHT - 2), (WIDTH - 1, 1, 1, HEIGHT - 2))
"""Walls all round: nobody walks off the map."""
CREW = ("neil", "chris", "cheritto", "trejo")


def map_text() -> str:
    """NAME.tmx."""
    objects = [
        _thing(number, "Person", 6 + 2 * number, 22, name, [("spec", "", name)]) for number, name in enumerate(CREW, 1)
    ]
    first = len(CREW) + 1
    objects += [
        _thing(first, "Vehicle", 12, 14, "wagon", [("spec", "", "getaway_sedan")]),
        _box(first + 1, "Wall", 22, 8, 6, 5, "shed", [("height", "float", "4")]),
        _box(first + 2, "Zone", 42, 11, 5, 8, "way_out", [("kind", "", "exit")]),
        *(
            _box(first + 4 + side, "Wall", *box, f"edge_{side + 1}", [("height", "float", "6")])
            for side, box in enumerate(EDGES)
        ),
        _line(first + 3, "Route", 12, 15, ((0, 0), (18, 0), (33, 0)), "out"),
    ]
    next_id = first + 4 + len(EDGES)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" renderorder="right-down" width="{WIDTH}" \
height="{HEIGHT}" tilewidth="{PIXELS}" tileheight="{PIXELS}" infinite="0" nextlayerid="3" nextobjectid="{next_id}">
 <properties>
  <property name="hour" value="noon"/>
 </properties>
 <tileset firstgid="1" source="tilesets/street.tsx"/>
 <layer id="1" name="ground" width="{WIDTH}" height="{HEIGHT}">
  <data encoding="csv">
{_ground()}
</data>
 </layer>
 <objectgroup id="2" name="objects">
{"".join(objects)} </objectgroup>
</map>
"""


def screenplay_text(name: str) -> str:
    """NAME.toml."""
    title = name.replace("_", " ").title()
    crew = ", ".join(f'"{one}"' for one in CREW)
    mates = "".join(
        f'\n[[plan]]\nwho = "{one}"\nstart = {{ board = {{ vehicle = "wagon" }} }}\n' for one in CREW[1:]
    )
    return f'''# The screenplay of {name}.tmx; docs/LEVELS.md explains every table.
title = "{title}"
place = "Los Angeles"
par_seconds = 60

[[side]]
name = "crew"
player = "{CREW[0]}"
crew = [{crew}]

[[beat]]
id = "aboard"
goal = "Get into the car"
marker = "wagon"
when = {{ aboard = {{ who = [{crew}], vehicle = "wagon" }} }}

[[beat]]
id = "away"
goal = "Drive out on the east side"
marker = "way_out"
after = "aboard"
when = {{ vehicle_in_zone = {{ vehicle = "wagon", zone = "way_out" }} }}
do = [ {{ end = {{ result = "escaped", ending = "away" }} }} ]

# What everybody does of his own accord, from the start on; the bot plays the player's plan.
[[plan]]
who = "{CREW[0]}"
start = {{ board = {{ vehicle = "wagon", seat = "driver" }} }}
aboard = {{ escape = {{ vehicle = "wagon", routes = ["out"] }} }}
{mates}'''


def _ground() -> str:
    rows = []
    for y in range(HEIGHT):
        base = ASPHALT_GID if 11 <= y < 19 else SIDEWALK_GID
        rows.append(",".join(str(base + y % 4 * 4 + x % 4) for x in range(WIDTH)))
    return ",\n".join(rows)


def _thing(number: int, kind: str, x: int, y: int, name: str, members: list[tuple[str, str, str]]) -> str:
    place = f'x="{x * PIXELS}" y="{y * PIXELS}"'
    head = f'  <object id="{number}" name="{name}" type="{kind}" {place}>\n'
    return f"{head}{_members(members)}   <point/>\n  </object>\n"


def _box(
    number: int, kind: str, x: int, y: int, width: int, height: int, name: str, members: list[tuple[str, str, str]]
) -> str:
    place = f'x="{x * PIXELS}" y="{y * PIXELS}" width="{width * PIXELS}" height="{height * PIXELS}"'
    return f'  <object id="{number}" name="{name}" type="{kind}" {place}>\n{_members(members)}  </object>\n'


def _line(number: int, kind: str, x: int, y: int, corners: tuple[tuple[int, int], ...], name: str) -> str:
    place = f'x="{x * PIXELS}" y="{y * PIXELS}"'
    points = " ".join(f"{dx * PIXELS},{dy * PIXELS}" for dx, dy in corners)
    head = f'  <object id="{number}" name="{name}" type="{kind}" {place}>\n'
    return f'{head}   <polyline points="{points}"/>\n  </object>\n'


def _members(members: list[tuple[str, str, str]]) -> str:
    rows = []
    for name, kind, value in members:
        typed = f' type="{kind}"' if kind else ""
        rows.append(f'    <property name="{name}"{typed} value="{value}"/>\n')
    return f"   <properties>\n{''.join(rows)}   </properties>\n"
