"""What a map may say and how it arrives: layers, walls, templates, groups, chunks, encodings, objects."""

from __future__ import annotations

import base64
import gzip
import struct
import time
import zlib

import pytest

from game.levels.convex import convex_pieces
from game.levels.turning import facing, metres, unit
from tests.levels.yards import ASPHALT, BRICK, LOW, PALM, SIDEWALK, Yard, csv


def area(points: tuple[tuple[float, float], ...]) -> float:
    ring = zip(points, points[1:] + points[:1], strict=True)
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in ring) / 2


def test_a_sandbox_loads_and_checks_clean(yard: Yard) -> None:
    level = yard.load()
    assert yard.check() == []
    assert (level.width, level.height, level.hour, level.surfaces) == (12, 10, "noon", ("asphalt",))
    assert level.screenplay.sides[0].player == "neil"
    assert level.people[0].x == 2.0


def test_walls_of_one_kind_are_merged_into_few(yard: Yard) -> None:
    walls = yard.load().walls
    assert len(walls) == 4
    assert {(wall.material, wall.height) for wall in walls} == {("brick", 6.0)}
    assert sum(area(wall.points) for wall in walls) == 2 * 12 + 2 * 8


def test_walls_of_two_kinds_stay_apart_and_defaults_hold(yard: Yard) -> None:
    yard.walls[4][4:8] = [LOW, LOW, BRICK, BRICK]
    walls = yard.load().walls
    assert ("concrete", 1.0) in {(wall.material, wall.height) for wall in walls}
    assert len(walls) == 6


def test_the_topmost_surface_counts(yard: Yard) -> None:
    yard.ground[5][5] = SIDEWALK
    level = yard.load()
    assert level.surfaces == ("asphalt", "sidewalk")
    assert level.ground[5 * 12 + 5] == 1


@pytest.mark.parametrize("form", ["", "zlib", "gzip"])
def test_packed_layers_say_the_same_as_csv(yard: Yard, form: str) -> None:
    plain = yard.load()
    raw = struct.pack("<120I", *(cell for row in yard.walls for cell in row))
    packed = {"": raw, "zlib": zlib.compress(raw), "gzip": gzip.compress(raw)}[form]
    compression = f' compression="{form}"' if form else ""
    data = f'<data encoding="base64"{compression}>\n {base64.b64encode(packed).decode()}\n</data>'
    other = yard.load(yard.text().replace(f'<data encoding="csv">{csv(yard.walls)}</data>', data))
    assert other == plain
    assert other.layers == plain.layers


def test_an_infinite_map_begins_where_its_tiles_do(yard: Yard) -> None:
    def chunked(rows: list[list[int]]) -> str:
        left = csv([row[:6] for row in rows])
        right = csv([row[6:] for row in rows])
        return (
            f'<data encoding="csv"><chunk x="-16" y="-16" width="6" height="10">{left}</chunk>'
            f'<chunk x="-10" y="-16" width="6" height="10">{right}</chunk></data>'
        )

    text = yard.text().replace('infinite="0"', 'infinite="1"')
    for rows in (yard.ground, yard.walls):
        text = text.replace(f'<data encoding="csv">{csv(rows)}</data>', chunked(rows))
    text = text.replace('x="48" y="48"', f'x="{48 - 16 * 24}" y="{48 - 16 * 24}"')
    assert yard.load(text) == yard.load(yard.text())


def test_groups_move_and_hide_what_is_in_them(yard: Yard) -> None:
    thing = '<object id="5" name="spot" type="Marker" x="24" y="24"><point/></object>'
    other = '<object id="6" name="gone" type="Marker" x="24" y="24"><point/></object>'
    yard.extra = (
        f'<group id="8" name="g" offsetx="24" offsety="12.5"><objectgroup id="9" name="o" offsetx="24">{thing}</objectgroup></group>'
        f'<group id="10" name="h" visible="0"><objectgroup id="11" name="p">{other}</objectgroup></group>'
    )
    level = yard.load()
    assert [(one.name, one.x, one.y) for one in level.markers] == [("spot", 3.0, metres(36.5))]
    assert yard.complaint().endswith('layer "h": is hidden in Tiled and was left out')


def test_a_template_gives_what_the_object_does_not(yard: Yard) -> None:
    (yard.folder / "templates").mkdir()
    (yard.folder / "templates" / "car.tx").write_text(
        '<template><object name="car" type="Vehicle" rotation="90"><properties>'
        '<property name="spec" value="taxi"/><property name="group" value="rank"/></properties><point/></object></template>'
    )
    yard.objects.append(
        '<object id="7" template="templates/car.tx" x="120" y="120"><properties>'
        '<property name="group" value="own"/></properties></object>'
    )
    (car,) = yard.load().vehicles
    assert (car.name, car.spec, car.group, car.facing, car.x) == ("car", "taxi", "own", 16384, 5.0)


def test_a_tile_object_takes_class_and_members_of_its_tile_and_stands_in_its_middle(yard: Yard) -> None:
    yard.objects.append(f'<object id="7" gid="{PALM}" x="96" y="120" width="24" height="24" rotation="90"/>')
    (palm,) = yard.load().props
    assert (palm.kind, palm.x, palm.y, palm.facing) == ("palm", 4.5, 5.5, 16384)


def test_class_may_be_called_type_or_class(yard: Yard) -> None:
    text = yard.text().replace('type="Person"', 'class="Person"')
    assert yard.load(text) == yard.load(yard.text())


def test_a_turned_rectangle_is_turned(yard: Yard) -> None:
    yard.add("Zone", "z", 96, 96, "", 'width="48" height="24" rotation="90"')
    assert yard.load().zones[0].points == ((4.0, 4.0), (4.0, 6.0), (3.0, 6.0), (3.0, 4.0))


def test_a_concave_wall_becomes_convex_pieces(yard: Yard) -> None:
    yard.add("Wall", "", 96, 72, '<polygon points="0,0 96,0 96,24 24,24 24,96 0,96"/>', height=3.0, material="wood")
    pieces = [wall for wall in yard.load().walls if wall.material == "wood"]
    assert len(pieces) == 2
    assert sum(area(wall.points) for wall in pieces) == 7.0
    assert {wall.id for wall in pieces} == {1}


def test_decomposition_covers_a_comb_exactly() -> None:
    comb = ((0.0, 0.0), (7.0, 0.0), (7.0, 5.0), (6.0, 5.0), (6.0, 1.0), (4.0, 1.0), (4.0, 5.0), (3.0, 5.0), (3.0, 1.0), (1.0, 1.0),
            (1.0, 5.0), (0.0, 5.0))  # fmt: skip
    for outline in (comb, tuple(reversed(comb))):
        pieces = convex_pieces(outline)
        assert pieces is not None and len(pieces) <= 6
        assert sum(area(piece) for piece in pieces) == abs(area(comb))
    assert convex_pieces(((0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0))) is None


def test_lanes_know_what_follows_them(yard: Yard) -> None:
    yard.add("Lane", "a", 48, 120, '<polyline points="0,0 96,0"/>').add(
        "Lane", "b", 150, 120, '<polyline points="0,0 72,0"/>'
    )
    lanes = yard.load().lanes
    assert [lane.follows for lane in lanes] == [(1,), ()]


def test_directions_are_exact_at_quarters_and_close_between() -> None:
    assert [facing(angle) for angle in (0, 90, -90, 360, 450.0)] == [0, 16384, 49152, 0, 16384]
    assert [unit(one) for one in (0, 16384, 32768, 49152)] == [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]
    cosine, sine = unit(8192)
    assert abs(cosine - 0.7071067811865476) < 1e-14 and abs(sine - cosine) < 1e-14


def test_a_colour_may_carry_an_alpha(yard: Yard) -> None:
    yard.objects.append(
        '<object id="7" type="Lamp" x="96" y="96"><properties>'
        '<property name="colour" type="color" value="#FFAABBCC"/></properties><point/></object>'
    )
    assert yard.load().lamps[0].colour == "#aabbcc"


def test_a_large_map_loads_quickly(make_yard) -> None:  # type: ignore[no-untyped-def]
    big = make_yard(width=600, height=300)
    size = 'width="600" height="300"'
    blank = csv([[0] * 600 for _ in range(300)])
    big.extra = f'<layer id="8" name="marks" {size}><data encoding="csv">{blank}</data></layer>'
    big.extra += f'<layer id="9" name="roofs" {size}><data encoding="csv">{blank}</data></layer>'
    big.write()
    began = time.perf_counter()
    big.load()
    # Measured well under half of this on an idle machine; the limit allows for a busy one.
    assert time.perf_counter() - began < 3.0
    assert ASPHALT == 1
