"""Small maps that between them use everything of Tiled that a level may: what the loader makes of them is compared with
what Tiled itself makes of them (`test_against_tiled.py`).

Each case is a function that writes its files into a folder and gives the map's text.
"""

# ruff: noqa: E501 (lines of XML are clearer whole)

from __future__ import annotations

import base64
import gzip
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.levels.yards import TILESET, csv, png

Case = Callable[[Path], str]
CASES: dict[str, Case] = {}
W, H = 8, 6
GROUND = [[1 + (x + y) % 2 for x in range(W)] for y in range(H)]
POINT = "<point/>"
ALIGNMENTS = ("topleft", "top", "topright", "left", "center", "right", "bottomleft", "bottom", "bottomright")
FLIPS = {"across": 0x80000000, "down": 0x40000000, "diagonal": 0x20000000, "turned": 0xA0000000, "all": 0xE0000000}


def props(**values: object) -> str:
    kinds = {bool: "bool", int: "int", float: "float", str: "string"}
    inside = "".join(
        f'<property name="{name}" type="{kinds[type(value)]}" value="{str(value).lower() if isinstance(value, bool) else value}"/>'
        for name, value in values.items()
    )
    return f"<properties>{inside}</properties>"


def thing(
    number: int = 1, more: str = 'type="Marker" name="m"', inside: str = POINT, x: float = 48, y: float = 60
) -> str:
    return f'<object id="{number}" {more} x="{x}" y="{y}">{inside}</object>'


def group(objects: str, more: str = "", number: int = 7, name: str = "things") -> str:
    return f'<objectgroup id="{number}" name="{name}" {more}>{objects}</objectgroup>'


def layer(data: str, more: str = "", number: int = 1, name: str = "ground") -> str:
    return f'<layer id="{number}" name="{name}" width="{W}" height="{H}" {more}>{data}</layer>'


def cells(rows: list[list[int]] = GROUND) -> str:
    return f'<data encoding="csv">{csv(rows)}</data>'


def tmx(
    inside: str, more: str = "", sheets: str = '<tileset firstgid="1" source="tilesets/tiny.tsx"/>', infinite: int = 0
) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" width="{W}" height="{H}" '
        f'tilewidth="24" tileheight="24" infinite="{infinite}" nextlayerid="90" nextobjectid="90" {more}>'
        f'<properties><property name="hour" value="noon"/></properties>{sheets}{inside}</map>'
    )


def packed(form: str) -> str:
    raw = struct.pack(f"<{W * H}I", *(cell for row in GROUND for cell in row))
    made = {"": raw, "zlib": zlib.compress(raw), "gzip": gzip.compress(raw)}[form]
    how = f' compression="{form}"' if form else ""
    return f'<data encoding="base64"{how}>{base64.b64encode(made).decode()}</data>'


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def furnish(folder: Path) -> None:
    """The files that every case may use: the tiny tileset, and one of single pictures."""
    write(folder, "tilesets/tiny.tsx", TILESET)
    write(folder, "tilesets/other.tsx", TILESET.replace("tiny", "other").replace("other.png", "tiny.png"))
    for name, size in (("tiny.png", (384, 24)), ("car.png", (100, 44)), ("man.png", (30, 30))):
        (folder / "tilesets" / name).write_bytes(png(*size))
    for alignment in ("unspecified", *ALIGNMENTS):
        write(folder, f"tilesets/things_{alignment}.tsx", collection(alignment))


def collection(alignment: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<tileset version="1.8" name="things" tilewidth="100" tileheight="44" tilecount="2" columns="0" objectalignment="{alignment}">'
        '<tile id="0" type="Vehicle"><properties><property name="spec" value="taxi"/></properties><image width="100" height="44" source="car.png"/></tile>'
        '<tile id="3" type="Person"><properties><property name="spec" value="neil"/><property name="group" value="tile"/></properties><image width="30" height="30" source="man.png"/></tile>'
        "</tileset>"
    )


THINGS = '<tileset firstgid="1" source="tilesets/tiny.tsx"/><tileset firstgid="17" source="tilesets/things_{}.tsx"/>'


def plain(name: str, inside: str, **given: object) -> None:
    CASES[name] = lambda folder: tmx(inside, **given)  # type: ignore[arg-type]


def one(name: str, object_text: str, **given: object) -> None:
    plain(name, layer(cells()) + group(object_text), **given)


def template(name: str, tx: str, instance: str, file: str = "templates/t.tx", sheets: str = "") -> None:
    def make(folder: Path) -> str:
        write(folder, file, f'<?xml version="1.0" encoding="UTF-8"?>\n<template>{tx}</template>')
        return tmx(layer(cells()) + group(instance), **({"sheets": sheets} if sheets else {}))

    CASES[name] = make


# ---- cells
plain("cells_csv", layer(cells()))
for _form in ("", "zlib", "gzip"):
    plain(f"cells_base64_{_form or 'plain'}", layer(packed(_form)))
plain("cells_xml", layer("<data>" + "".join(f'<tile gid="{cell}"/>' for row in GROUND for cell in row) + "</data>"))
for _name, _bits in FLIPS.items():
    plain(
        f"cells_flipped_{_name}",
        layer(cells([[3 | _bits if (x, y) == (2, 2) else 1 for x in range(W)] for y in range(H)])),
    )
plain(
    "cells_offset_by_tiles", layer(cells()) + layer(cells([[0, 2] * 4] * H), 'offsetx="24" offsety="-48"', 2, "marks")
)
plain(
    "cells_two_tilesets",
    layer(cells([[1, 17] * 4] * H)),
    sheets='<tileset firstgid="1" source="tilesets/tiny.tsx"/><tileset firstgid="17" source="tilesets/other.tsx"/>',
)
plain(
    "cells_embedded_tileset",
    layer(cells()),
    sheets='<tileset firstgid="1" name="own" tilewidth="24" tileheight="24" tilecount="16" columns="16"><image source="tilesets/tiny.png" width="384" height="24"/><tile id="0"><properties><property name="surface" value="asphalt"/></properties></tile></tileset>',
)
plain("cells_hidden_layer", layer(cells()) + layer(cells(), 'visible="0"', 2, "marks"))
plain(
    "cells_order_of_layers",
    layer(cells([[1] * W] * H))
    + group(thing())
    + layer(cells([[0, 2] * 4] * H), "", 2, "marks")
    + group(thing(2), "", 9, "more"),
)
plain("cells_in_a_group", f'<group id="5" name="g" offsetx="24" offsety="24">{layer(cells())}</group>')
plain("cells_faint_and_tinted", layer(cells(), 'opacity="0.5" tintcolor="#ff8000"'))


def chunk(x: int, y: int, rows: list[list[int]]) -> str:
    return f'<chunk x="{x}" y="{y}" width="{len(rows[0])}" height="{len(rows)}">{csv(rows)}</chunk>'


_SQUARE = [[1 + (x * y) % 2 for x in range(16)] for y in range(16)]
plain(
    "infinite_csv",
    layer(f'<data encoding="csv">{chunk(0, 0, _SQUARE)}{chunk(16, 0, _SQUARE)}</data>') + group(thing(x=100)),
    infinite=1,
)
plain(
    "infinite_negative",
    layer(f'<data encoding="csv">{chunk(-16, -16, _SQUARE)}{chunk(0, -16, _SQUARE)}</data>')
    + group(thing(x=-48, y=-60)),
    infinite=1,
)
plain(
    "infinite_sparse",
    layer(
        f'<data encoding="csv">{chunk(0, 0, [[0] * 16 for _ in range(5)] + [[0, 0, 1, 1] + [0] * 12] * 4 + [[0] * 16 for _ in range(7)])}</data>'
    )
    + group(thing()),
    infinite=1,
)
_RAW = base64.b64encode(zlib.compress(struct.pack("<256I", *(cell for row in _SQUARE for cell in row)))).decode()
plain(
    "infinite_base64_zlib",
    layer(
        f'<data encoding="base64" compression="zlib"><chunk x="-16" y="0" width="16" height="16">{_RAW}</chunk></data>'
    ),
    infinite=1,
)

# ---- objects and their shapes
one("object_point", thing())
one("object_rectangle", thing(1, 'type="Zone" name="z" width="50" height="20"', ""))
one("object_rectangle_turned", thing(1, 'type="Zone" name="z" width="50" height="20" rotation="33.5"', ""))
one("object_ellipse", thing(1, 'type="Zone" name="z" width="50" height="20"', "<ellipse/>"))
one("object_polygon", thing(1, 'type="Zone" name="z"', '<polygon points="0,0 40,4.5 30,-20.25"/>'))
one("object_polygon_turned", thing(1, 'type="Zone" name="z" rotation="-90"', '<polygon points="0,0 40,4.5 30,20"/>'))
one("object_polyline", thing(1, 'type="Route" name="r"', '<polyline points="0,0 40,0 40,30 -7,30"/>'))
one("object_point_turned", thing(1, 'type="Marker" name="m" rotation="271"'))
one("object_negative_place", thing(x=-30.5, y=-7.25))
one("object_unicode_name", thing(1, 'type="Marker" name="café &amp; «bar»"'))
one("object_hidden", thing() + thing(2, 'type="Marker" name="gone" visible="0"'))
one("object_without_class", thing(1, 'name="plain"'))
one(
    "object_properties",
    thing(
        1,
        'type="Lamp"',
        '<properties><property name="colour" type="color" value="#ff102030"/><property name="height" type="float" value="7.25"/><property name="is_on" type="bool" value="true"/><property name="count" type="int" value="-3"/><property name="who" type="object" value="2"/><property name="note">two\nlines</property><property name="empty" value=""/></properties><point/>',
    )
    + thing(2),
)
one("object_layer_fraction", thing() + thing(2, 'type="Zone" name="z" width="9" height="9"', ""), more="")
CASES["object_layer_offset_fraction"] = lambda folder: tmx(
    layer(cells()) + group(thing(), 'offsetx="7.5" offsety="-2.25"')
)
CASES["object_layers_in_groups"] = lambda folder: tmx(
    layer(cells())
    + f'<group id="20" name="a" offsetx="10" offsety="3"><group id="21" name="b" offsetx="-2.5">{group(thing(), "offsety=" + chr(34) + "8" + chr(34))}</group></group>'
)
CASES["object_layer_in_hidden_group"] = lambda folder: tmx(
    layer(cells()) + group(thing()) + f'<group id="20" name="a" visible="0">{group(thing(2), "", 22)}</group>'
)
CASES["object_layer_hidden"] = lambda folder: tmx(
    layer(cells()) + group(thing()) + group(thing(2), 'visible="0"', 22, "no")
)

# ---- tile objects
one("tile_object", thing(1, 'gid="6" width="24" height="24"', ""))
one("tile_object_stretched", thing(1, 'gid="6" width="60" height="30"', ""))
one("tile_object_turned", thing(1, 'gid="6" width="24" height="24" rotation="30"', ""))
one("tile_object_mirrored", thing(1, f'gid="{6 | 0x80000000}" width="24" height="24"', ""))
one("tile_object_upside_down", thing(1, f'gid="{6 | 0x40000000}" width="24" height="24" rotation="45"', ""))
one("tile_object_own_class", thing(1, 'type="Item" name="i" gid="6" width="24" height="24"', props(kind="case")))
one(
    "tile_object_own_property",
    thing(1, 'gid="20" width="30" height="30"', props(group="own")),
    sheets=THINGS.format("unspecified"),
)
one("tile_object_without_size", thing(1, 'gid="17"', ""), sheets=THINGS.format("unspecified"))
for _alignment in ("unspecified", *ALIGNMENTS):
    one(
        f"tile_object_aligned_{_alignment}",
        thing(1, 'gid="17" width="100" height="44" rotation="70"', ""),
        sheets=THINGS.format(_alignment),
    )

# ---- templates
template(
    "template_plain",
    '<object name="t" type="Marker" rotation="90"><point/></object>',
    '<object id="1" template="templates/t.tx" x="30" y="40"/>',
)
template(
    "template_name_and_turn",
    '<object name="t" type="Marker" rotation="90"><point/></object>',
    '<object id="1" name="own" template="templates/t.tx" x="30" y="40" rotation="180"/>',
)
template(
    "template_property_kept_and_changed",
    f'<object name="t" type="Lamp">{props(radius=3.0, power=0.25)}<point/></object>',
    f'<object id="1" template="templates/t.tx" x="30" y="40">{props(power=0.75)}</object>',
)
template(
    "template_rectangle_size",
    '<object name="t" type="Zone" width="48" height="24"/>',
    '<object id="1" template="templates/t.tx" x="30" y="40"/><object id="2" name="u" template="templates/t.tx" x="30" y="40" width="10" height="11"/>',
)
template(
    "template_polyline",
    '<object name="t" type="Route"><polyline points="0,0 24,0 24,24"/></object>',
    '<object id="1" template="templates/t.tx" x="30" y="40"/>',
)
template(
    "template_polygon_changed",
    '<object name="t" type="Zone"><polygon points="0,0 24,0 24,24"/></object>',
    '<object id="1" template="templates/t.tx" x="30" y="40"><polygon points="0,0 9,0 9,9"/></object>',
)
template(
    "template_class_changed",
    '<object name="t" type="Zone" width="9" height="9"/>',
    '<object id="1" template="templates/t.tx" type="Wall" x="30" y="40"/>',
)
template(
    "template_tile",
    '<tileset firstgid="1" source="../tilesets/things_center.tsx"/><object name="car" gid="1" width="100" height="44"/>',
    '<object id="1" template="templates/t.tx" x="90" y="70" rotation="15"/>',
    sheets=THINGS.format("center"),
)
template(
    "template_tile_of_another_sheet",
    '<tileset firstgid="1" source="../tilesets/things_bottom.tsx"/><object name="man" gid="4" width="30" height="30"/>',
    '<object id="1" template="templates/t.tx" x="90" y="70"/>',
)
template(
    "template_over_tile_property",
    f'<tileset firstgid="1" source="../tilesets/things_bottom.tsx"/><object name="man" gid="4" width="30" height="30">{props(group="template")}</object>',
    '<object id="1" template="templates/t.tx" x="90" y="70"/>',
)
template(
    "template_instance_over_all",
    f'<tileset firstgid="1" source="../tilesets/things_bottom.tsx"/><object name="man" gid="4" width="30" height="30">{props(group="template")}</object>',
    f'<object id="1" template="templates/t.tx" x="90" y="70">{props(group="mine")}</object>',
)
template(
    "template_in_a_deeper_folder",
    '<tileset firstgid="5" source="../../tilesets/things_top.tsx"/><object name="car" gid="5" width="100" height="44"/>',
    '<object id="1" template="templates/deep/t.tx" x="90" y="70"/>',
    "templates/deep/t.tx",
)
template(
    "template_used_twice",
    '<object name="t" type="Cover"><point/></object>',
    '<object id="1" template="templates/t.tx" x="30" y="40"/><object id="2" template="templates/t.tx" x="50" y="40" rotation="45"/>',
)
