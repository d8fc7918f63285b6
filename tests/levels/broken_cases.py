"""Hostile and broken maps, each with the message it must give: the yard with one thing wrong.

A case is a function from a yard to the map's text (and, by `yard.path`, to whatever other files it needs). The heavy
ones, which try to cost memory or time, are measured in a process of their own (`test_hostile_costs.py`).
"""

# ruff: noqa: E501 (lines of XML are clearer whole)

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable

from tests.levels.yards import BRICK, PLAY, Yard, csv, png

Case = Callable[[Yard], str]
BROKEN: dict[str, tuple[Case, str]] = {}
HEAVY: dict[str, tuple[Case, str]] = {}


def broken(name: str, says: str, make: Case) -> None:
    BROKEN[name] = (make, says)


def heavy(name: str, says: str, make: Case) -> None:
    HEAVY[name] = (make, says)


def swap(old: str, new: str) -> Case:
    """The yard's text with one piece exchanged."""

    def make(yard: Yard) -> str:
        text = yard.text()
        assert old in text, old
        return text.replace(old, new, 1)

    return make


def with_object(text: str) -> Case:
    return lambda yard: yard.text().replace("</objectgroup>", f"{text}</objectgroup>", 1)


def with_walls(data: str) -> Case:
    return lambda yard: yard.text().replace(f'<data encoding="csv">{csv(yard.walls)}</data>', data, 1)


def with_tileset(old: str, new: str) -> Case:
    def make(yard: Yard) -> str:
        file = yard.folder / "tilesets" / "tiny.tsx"
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return yard.text()

    return make


def with_template(tx: str, instance: str = '<object id="7" template="t.tx" x="96" y="96"/>') -> Case:
    def make(yard: Yard) -> str:
        (yard.folder / "t.tx").write_text(tx, encoding="utf-8")
        return with_object(instance)(yard)

    return make


def with_play(play: str) -> Case:
    def make(yard: Yard) -> str:
        yard.path.with_suffix(".toml").write_text(PLAY + play, encoding="utf-8")
        return yard.text()

    return make


def lamp(inside: str = "<point/>", more: str = 'x="96" y="96"') -> str:
    return f'<object id="7" type="Lamp" {more}>{inside}</object>'


def member(text: str) -> str:
    return lamp(f"<properties>{text}</properties><point/>")


# ---- the file itself
broken("empty", "is not well-formed XML", lambda yard: "")
broken("not_xml", "is not well-formed XML", lambda yard: "levels = 3")
broken("cut_off", "is not well-formed XML", lambda yard: yard.text()[:-40])
broken("a_web_page", "starts with <html>; expected <map>", lambda yard: "<html/>")
broken("a_tileset", "starts with <tileset>; expected <map>", lambda yard: "<tileset/>")
broken("a_doctype", "declares a DOCTYPE", lambda yard: "<!DOCTYPE map>" + yard.text().split("?>")[1])
broken("an_entity", "declares a DOCTYPE", lambda yard: '<!DOCTYPE map [<!ENTITY a "b">]><map>&a;</map>')
broken(
    "an_outside_entity",
    "declares a DOCTYPE",
    lambda yard: '<!DOCTYPE map [<!ENTITY a SYSTEM "file:///etc/passwd">]><map>&a;</map>',
)
broken(
    "laughs",
    "declares a DOCTYPE",
    lambda yard: '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><map>&b;</map>',
)
broken(
    "an_encoding_that_is_none", "is not well-formed XML", lambda yard: '<?xml version="1.0" encoding="klingon"?><map/>'
)
broken(
    "nested_without_end", "nested deeper than 64", lambda yard: "<map>" + "<group>" * 500 + "</group>" * 500 + "</map>"
)
broken(
    "too_many_attributes",
    "at most 64 are read",
    lambda yard: "<map " + " ".join(f'a{i}="1"' for i in range(100)) + "/>",
)
broken("two_attributes_of_a_name", "is not well-formed XML", lambda yard: '<map width="1" width="2"/>')

# ---- the frame
broken("isometric", "is isometric; expected orthogonal", swap('orientation="orthogonal"', 'orientation="isometric"'))
broken(
    "tiles_of_another_size",
    "has tiles of 32x32 px; expected 24x24",
    swap('tilewidth="24" tileheight="24"', 'tilewidth="32" tileheight="32"'),
)
broken("no_tile_size", "has tiles of 0x0 px", swap('tilewidth="24" tileheight="24"', ""))
broken("no_size", "is 0x0 cells", swap('width="12" height="10"', ""))
broken("a_size_of_words", 'width is "wide"; expected a whole number', swap('width="12"', 'width="wide"'))
broken("a_huge_size", "is 1000000000x10 cells", swap('width="12"', 'width="1000000000"'))
broken("a_negative_size", "is -12x10 cells", swap('width="12"', 'width="-12"'))
broken("half_a_tile", "expected a whole number", swap('width="12"', 'width="12.5"'))
broken(
    "infinite_and_empty",
    "is infinite and has no tile",
    lambda yard: '<map orientation="orthogonal" tilewidth="24" tileheight="24" infinite="1"/>',
)
broken(
    "unknown_map_property",
    'property "hours": is unknown; did you mean "hour"?',
    swap('<property name="hour"', '<property name="hours" value="noon"/><property name="hour"'),
)
broken("no_hour", 'property "hour": is missing; expected one of dawn', swap('<property name="hour" value="noon"/>', ""))

# ---- layers
broken("no_role", 'has the role "groud"; did you mean "ground"?', swap('name="ground"', 'name="groud"'))
broken(
    "layer_of_another_size",
    "is 13x10 cells; expected the map's 12x10",
    swap('name="walls" width="12"', 'name="walls" width="13"'),
)
broken("no_data", "has no <data>", with_walls(""))
broken("too_few_cells", "has 3 cells; expected 120", with_walls('<data encoding="csv">1,2,3</data>'))
broken("a_word_among_cells", "not a whole number", with_walls('<data encoding="csv">1,2,three</data>'))
broken(
    "a_hole_among_cells",
    "is not a tile id",
    lambda yard: with_walls(f'<data encoding="csv">{csv(yard.walls).replace("3,3", "3,", 1)}</data>')(yard),
)
broken(
    "a_number_too_large",
    "above 32 bits",
    lambda yard: with_walls(f'<data encoding="csv">{csv(yard.walls).replace("3", "99999999999", 1)}</data>')(yard),
)
broken("unknown_encoding", 'has the encoding "hex"', with_walls('<data encoding="hex">00</data>'))
broken("not_base64", "is not base64", with_walls('<data encoding="base64">!!!</data>'))
broken("damaged_zlib", "is damaged (zlib)", with_walls('<data encoding="base64" compression="zlib">AAAA</data>'))
broken(
    "unknown_compression",
    'is compressed by "lzma"',
    with_walls('<data encoding="base64" compression="lzma">AAAA</data>'),
)
broken(
    "zlib_with_too_little",
    "has 1 cells; expected 120",
    with_walls(
        f'<data encoding="base64" compression="zlib">{base64.b64encode(zlib.compress(bytes(4))).decode()}</data>'
    ),
)
broken("half_a_tile_of_offset", "expected whole tiles of 24 px", swap('name="walls"', 'name="walls" offsetx="7.5"'))
broken(
    "a_tile_of_no_sheet",
    "holds tile 99, which no readable tileset",
    with_walls(f'<data encoding="csv">{csv([[99] * 12] * 10)}</data>'),
)
broken("bare_ground", "has no ground (1 such cells)", lambda yard: (yard.ground[4].__setitem__(4, 0), yard.text())[1])
broken(
    "chunks_that_lie",
    "has chunks beyond the limit",
    with_walls('<data encoding="csv"><chunk x="0" y="0" width="99999" height="99999">1</chunk></data>'),
)
broken("xml_cells_too_few", "has 1 cells; expected 120", with_walls('<data><tile gid="1"/></data>'))

# ---- tilesets
broken("no_tileset", 'file "tilesets/gone.tsx" is missing', swap("tilesets/tiny.tsx", "tilesets/gone.tsx"))
broken(
    "a_way_out",
    "leads out of the levels and assets folders",
    lambda yard: (
        (yard.folder.parent.parent / "x.tsx").write_text("<tileset/>"),
        yard.text().replace("tilesets/tiny.tsx", "../../x.tsx"),
    )[1],
)
broken("an_absolute_path", "must be relative", swap("tilesets/tiny.tsx", "/etc/passwd.tsx"))
broken("a_share", "must be relative", swap("tilesets/tiny.tsx", "//host/share/x.tsx"))
broken("a_drive", "must be relative", swap("tilesets/tiny.tsx", "C:/x.tsx"))
broken("a_wrong_ending", "must end in .tsx", swap("tilesets/tiny.tsx", "tilesets/tiny.png"))
broken("no_tiles", "counts 0 tiles", with_tileset('tilecount="16"', 'tilecount="0"'))
broken("more_tiles_than_picture", "too small for 900 tiles", with_tileset('tilecount="16"', 'tilecount="900"'))
broken("no_picture", 'file "gone.png" is missing', with_tileset("tiny.png", "gone.png"))
broken(
    "a_picture_that_is_none",
    "is not a PNG",
    lambda yard: ((yard.folder / "tilesets" / "tiny.png").write_bytes(b"GIF89a" * 9), yard.text())[1],
)
broken(
    "a_picture_that_lies",
    "is not a PNG of at most",
    lambda yard: (
        (yard.folder / "tilesets" / "tiny.png").write_bytes(
            png(2, 2)[:16] + struct.pack(">II", 100_000, 100_000) + png(2, 2)[24:]
        ),
        yard.text(),
    )[1],
)
broken(
    "a_picture_inside",
    "is embedded in the file",
    with_tileset(
        '<image source="tiny.png" width="384" height="24"/>',
        '<image format="png"><data encoding="base64">AAAA</data></image>',
    ),
)
broken("tiles_with_margin", "margin 1, spacing 0", with_tileset('tilewidth="24"', 'margin="1" tilewidth="24"'))
broken(
    "unknown_alignment",
    'aligns objects "middle"',
    with_tileset('tilewidth="24"', 'objectalignment="middle" tilewidth="24"'),
)
broken(
    "a_surface_that_is_none", 'is "asfalt"; did you mean "asphalt"?', with_tileset('value="asphalt"', 'value="asfalt"')
)
broken("a_material_that_is_none", 'is "brik"; did you mean "brick"?', with_tileset('value="brick"', 'value="brik"'))
broken(
    "a_height_that_is_none",
    "is no number of metres",
    with_tileset('type="float" value="6"', 'type="float" value="6000"'),
)
broken(
    "a_collision_line",
    "has a polyline as collision shape",
    with_tileset(
        '<object id="1" x="0" y="0" width="24" height="24"/>',
        '<object id="1" x="0" y="0"><polyline points="0,0 9,9"/></object>',
    ),
)
broken(
    "a_collision_knot",
    "crosses itself or has no area",
    with_tileset(
        '<object id="1" x="0" y="0" width="24" height="24"/>',
        '<object id="1" x="0" y="0"><polygon points="0,0 9,9 9,0 0,9"/></object>',
    ),
)

# ---- templates
broken("no_template", 'file "gone.tx" is missing', with_object('<object id="7" template="gone.tx" x="1" y="1"/>'))
broken(
    "a_template_of_itself",
    "holds no object of its own",
    with_template('<template><object template="t.tx"/></template>'),
)
broken("a_template_without_object", "holds no object of its own", with_template("<template/>"))
broken("a_template_that_is_a_map", "starts with <map>; expected <template>", with_template("<map/>"))
broken("a_template_with_doctype", "declares a DOCTYPE", with_template("<!DOCTYPE template><template/>"))
broken(
    "a_template_out_of_its_folder",
    "leads out of the levels",
    lambda yard: (
        (yard.folder.parent.parent / "o.tx").write_text("<template/>"),
        with_object('<object id="7" template="../../o.tx" x="1" y="1"/>')(yard),
    )[1],
)
broken(
    "a_template_tile_of_no_sheet",
    "shows tile 5, which no tileset",
    with_template('<template><object gid="5" type="Prop" width="24" height="24"/></template>'),
)

# ---- objects
broken("no_class", "has no class", with_object('<object id="7" x="96" y="96"><point/></object>'))
broken(
    "unknown_class", 'has the unknown class "Lampe"; did you mean "Lamp"?', with_object(lamp().replace("Lamp", "Lampe"))
)
broken("not_a_number", 'x is "nan"; expected a finite number', with_object(lamp(more='x="nan" y="96"')))
broken(
    "infinity", 'rotation is "inf"; expected a finite number', with_object(lamp(more='x="96" y="96" rotation="inf"'))
)
broken(
    "negative_width",
    "expected no negative size",
    with_object('<object id="7" name="z" type="Zone" x="96" y="96" width="-5" height="5"/>'),
)
broken("no_number_of_its_own", "has the id 0", with_object(lamp().replace('id="7"', "")))
broken("two_of_a_number", "has the id 900, which", with_object(lamp().replace('id="7"', 'id="900"')))
broken(
    "drawn_as_a_line", "is drawn as a polyline; a Lamp is a point", with_object(lamp('<polyline points="0,0 5,5"/>'))
)
broken(
    "drawn_as_a_capsule",
    "is drawn as a capsule; a Zone is a rectangle",
    with_object('<object id="7" name="z" type="Zone" x="96" y="96" width="50" height="20"><capsule/></object>'),
)
broken(
    "drawn_as_text",
    "is drawn as a text; a Zone is a rectangle",
    with_object('<object id="7" name="z" type="Zone" x="96" y="96" width="50" height="20"><text>z</text></object>'),
)
broken(
    "corners_that_are_none",
    "corners that cannot be read",
    with_object('<object id="7" name="z" type="Zone" x="96" y="96"><polygon points="0,0 a,b 5,5"/></object>'),
)
broken(
    "a_wall_that_crosses_itself",
    "crosses itself or has no area",
    with_object('<object id="7" type="Wall" x="96" y="96"><polygon points="0,0 48,48 48,0 0,48"/></object>'),
)
broken(
    "a_tile_that_is_none",
    "shows tile 700, which no tileset",
    with_object('<object id="7" type="Prop" gid="700" x="96" y="96"/>'),
)
broken(
    "unknown_property",
    'property "radus": is unknown to class Lamp; did you mean "radius"?',
    with_object(member('<property name="radus" type="float" value="3"/>')),
)
broken(
    "a_property_twice",
    "is given twice",
    with_object(
        member('<property name="power" type="float" value="1"/><property name="power" type="float" value="1"/>')
    ),
)
broken(
    "a_property_of_a_class",
    "saved without its project",
    with_object(member('<property name="power" type="class" propertytype="Guard"/>')),
)
broken(
    "a_property_without_type",
    "saved without its project",
    with_object(member('<property name="power" type="" value=""/>')),
)
broken(
    "a_list",
    'has the type "list"',
    with_object(member('<property name="power" type="list"><item type="int" value="1"/></property>')),
)
broken(
    "a_colour_that_is_none",
    'is "red"; expected a colour such as #ffb05c',
    with_object(member('<property name="colour" type="color" value="red"/>')),
)
broken(
    "a_bool_that_is_none",
    "expected true or false",
    with_object(member('<property name="power" type="bool" value="maybe"/>')),
)
broken(
    "a_very_long_text",
    "is longer than 2000 characters",
    with_object(member(f'<property name="colour" value="{"x" * 3000}"/>')),
)
broken(
    "below_the_least",
    "is 0.0; expected at least 0.1",
    with_object(member('<property name="radius" type="float" value="0"/>')),
)
broken(
    "a_dangling_name",
    'names the vehicle "van", which the level does not have',
    with_object(
        '<object id="7" name="p" type="Person" x="96" y="96"><properties><property name="vehicle" value="van"/></properties><point/></object>'
    ),
)
broken(
    "off_the_map",
    "lies off the map",
    with_object('<object id="7" name="m" type="Marker" x="9600" y="96"><point/></object>'),
)
broken(
    "in_a_wall",
    "is inside a wall",
    with_object('<object id="7" name="p" type="Person" x="12" y="96"><point/></object>'),
)
broken("nobody", "has no Person", lambda yard: (setattr(yard, "neil", ""), yard.text())[1])

# ---- the screenplay
broken("play_without_toml", "is not TOML", with_play("= ="))
broken(
    "play_with_unknown_trigger",
    'names the unknown trigger "secs"',
    with_play('[[beat]]\nid = "a"\nwhen = { secs = { after = 1 } }\n'),
)
broken(
    "play_nested_without_end",
    "is no trigger",
    with_play('[[beat]]\nid = "a"\nwhen = ' + "{ not = { it = " * 30 + "{ seconds = { after = 1 } }" + " } }" * 30),
)
broken(
    "play_in_a_circle",
    "can never come",
    with_play('[[beat]]\nid = "a"\nafter = "b"\n[[beat]]\nid = "b"\nafter = "a"\n'),
)
broken(
    "play_with_a_number_too_large",
    "expected a number",
    with_play('[[beat]]\nid = "a"\nwhen = { seconds = { after = 1e300 } }\n'),
)
broken(
    "play_with_an_unknown_fact",
    "which no [[chance]] draws",
    with_play('[[beat]]\nid = "a"\nwhen = { vehicle_in_zone = { vehicle = "$car", zone = "$z" } }\n'),
)

# ---- made to cost memory or time
_SIZE = 'width="12" height="10"'


def _big(yard: Yard, side: int, walls: list[list[int]], layers: int = 1) -> str:
    size = f'width="{side}" height="{side}"'
    ground = csv([[1] * side] * side)
    more = "".join(
        f'<layer id="{9 + i}" name="marks" {size}><data encoding="csv">{ground}</data></layer>' for i in range(layers)
    )
    return (
        f'<map orientation="orthogonal" {size} tilewidth="24" tileheight="24"><properties><property name="hour" value="noon"/></properties>'
        f'<tileset firstgid="1" source="tilesets/tiny.tsx"/>{more.replace("marks", "ground", 1)}<layer id="2" name="walls" {size}><data encoding="csv">{csv(walls)}</data></layer>'
        f'<objectgroup id="3" name="things">{yard.neil}</objectgroup></map>'
    )


def _many(text: Callable[[int], str], count: int = 4990) -> Case:
    return lambda yard: with_object("".join(text(number) for number in range(1001, 1001 + count)))(yard)


def _templates(yard: Yard) -> str:
    for number in range(300):
        (yard.folder / f"t{number}.tx").write_text("<template>" + "<a/>" * 3000 + "</template>")
    return with_object("".join(f'<object id="{i + 1}" template="t{i}.tx" x="1" y="1"/>' for i in range(300)))(yard)


def _tilesets(yard: Yard) -> str:
    text = '<tileset name="x" tilewidth="24" tileheight="24" tilecount="60000" columns="0">' + "".join(
        f'<tile id="{i}" type="Prop"/>' for i in range(9000)
    )
    for number in range(32):
        (yard.folder / f"s{number}.tsx").write_text(text + "</tileset>")
    return yard.text().replace(
        "<tileset",
        "".join(f'<tileset firstgid="{1000 + number * 60000}" source="s{number}.tsx"/>' for number in range(32))
        + "<tileset",
        1,
    )


_SPIRAL = " ".join(f"{(i % 2 * 2 - 1) * (i * 7 % 61)},{i}" for i in range(60))
heavy(
    "zlib_bomb",
    "has more than 120 cells",
    lambda yard: with_walls(
        f'<data encoding="base64" compression="zlib">{base64.b64encode(zlib.compress(bytes(1 << 29), 9)).decode()}</data>'
    )(yard),
)
heavy("sixteen_million_lines", "lines and pieces of text", lambda yard: "<map>" + "\n" * 16_000_000 + "</map>")
heavy("four_million_elements", "more than 50000 elements", lambda yard: "<map>" + "<a/>" * 3_900_000 + "</map>")
heavy(
    "a_long_attribute",
    "has the unknown class",
    lambda yard: yard.text().replace('type="Person"', f'type="{"x" * 15_000_000}"'),
)
heavy(
    "a_file_too_large",
    "above the limit of 16 MiB",
    lambda yard: "<map>" + "<!-- " + "x" * 17_000_000 + " -->" + "</map>",
)
heavy("a_million_cells", "is open: one can walk off the map", lambda yard: _big(yard, 1000, [[0] * 1000] * 1000, 3))
heavy(
    "a_chess_board",
    "walls and more; paint whole blocks",
    lambda yard: _big(yard, 1000, [[BRICK if (x + y) % 2 else 0 for x in range(1000)] for y in range(1000)]),
)
heavy(
    "a_maze",
    "is open: one can walk off the map",
    lambda yard: _big(
        yard,
        1000,
        [[BRICK if y % 2 and x != (999 if y % 4 == 1 else 0) else 0 for x in range(1000)] for y in range(1000)],
    ),
)
heavy(
    "too_many_objects",
    "above the limit of 5000 objects",
    _many(lambda i: f'<object id="{i}" type="Cover" x="9" y="9"/>', 9000),
)
heavy(
    "too_many_corners",
    "above the limit of 40000 corners",
    _many(
        lambda i: (
            f'<object id="{i}" name="r{i}" type="Route" x="50" y="50"><polyline points="{"0,0 1,1 " * 250}"/></object>'
        ),
        4000,
    ),
)
heavy(
    "too_many_properties",
    "more than 50000 elements",
    _many(
        lambda i: (
            f'<object id="{i}" type="Lamp" x="50" y="50"><properties>{"".join(f"<property name={chr(34)}p{k}{chr(34)} value={chr(34)}1{chr(34)}/>" for k in range(20))}</properties></object>'
        )
    ),
)
heavy(
    "spirals",
    "in all walls of more than four",
    _many(lambda i: f'<object id="{i}" type="Wall" x="120" y="60"><polygon points="{_SPIRAL}"/></object>', 400),
)
heavy(
    "lanes_in_one_place",
    "lanes that begin within 4 m",
    _many(
        lambda i: (
            f'<object id="{i}" type="Lane" x="60" y="60"><polyline points="0,0 1,1"/></object>'
            if i > 1001
            else '<object id="1001" name="r" type="Route" x="60" y="60"><polyline points="0,0 9,9"/></object>'
        )
    ),
)
heavy(
    "cars_in_one_place",
    "stands in the vehicle",
    _many(lambda i: f'<object id="{i}" name="v{i}" type="Vehicle" x="140" y="120"/>'),
)
heavy(
    "misspelt_all_over",
    "has more than 300 faults",
    _many(lambda i: f'<object id="{i}" type="Lampp{i}" x="60" y="60"/>'),
)
heavy(
    "dangling_all_over",
    "has more than 300 faults",
    _many(
        lambda i: (
            f'<object id="{i}" name="person_with_a_name_{i}" type="Person" x="60" y="60"><properties><property name="vehicle" value="vehicle_{i}"/></properties></object>'
        )
    ),
)
heavy(
    "walls_over_everything",
    "that cover a sixth of a square kilometre",
    lambda yard: _big(yard, 1000, [[0] * 1000] * 1000).replace(
        "</objectgroup>",
        "".join(f'<object id="{i}" type="Wall" x="0" y="0" width="24000" height="24000"/>' for i in range(1, 4000))
        + "</objectgroup>",
    ),
)
heavy("templates_full_of_nothing", "more than 50000 elements", _templates)
heavy("tilesets_full_of_nothing", "more than 50000 elements", _tilesets)
heavy(
    "beats_all_over",
    "at most 1000 are read",
    with_play("".join(f'[[beat]]\nid = "b{i}"\nafter = "b{i - 1}x"\n' for i in range(1, 20_000))),
)
heavy(
    "facts_times_facts",
    "at most 1000 are read",
    with_play(
        "".join(f'[[chance]]\nname = "c{i}"\nbetween = [0, 900]\n' for i in range(4))
        + "".join(f'[[beat]]\nid = "b{i}"\nmarker = "{{c0}}{{c1}}{{c2}}{{c3}}"\n' for i in range(9000))
    ),
)
heavy(
    "a_way_to_the_moon",
    "lies off the map",
    with_object(
        '<object id="7" name="r" type="Route" x="0" y="0"><polyline points="50,50 4000000000,50 4000000000,4000000000"/></object>'
        + '<object id="8" type="Lane" x="0" y="0"><polyline points="50,50 4000000000,50"/></object>'
    ),
)
heavy(
    "zones_over_everything",
    "is used by nobody",
    lambda yard: with_play('[[beat]]\nid = "a"\n')(yard).replace(
        "</objectgroup>",
        "".join(
            f'<object id="{i}" name="z{i}" type="Zone" x="0" y="0" width="280" height="230"/>'
            for i in range(1001, 5900)
        )
        + "</objectgroup>",
    ),
)
