"""Everything that can be wrong with a level by accident: one slip, one line that says where and what was expected."""

from __future__ import annotations

import pytest

from tests.levels.yards import ASPHALT, BLANK, BRICK, PLAY, SIDEWALK, Yard


def test_misspelt_class(yard: Yard) -> None:
    assert yard.add("Persn", "x", 96, 96).complaint().endswith(
        'layer "things", object 1 "x": has the unknown class "Persn"; did you mean "Person"?'
    )  # fmt: skip


def test_no_class(yard: Yard) -> None:
    assert "has no class; expected one of Wall, Prop" in yard.add("", "x", 96, 96).complaint()


def test_unknown_property(yard: Yard) -> None:
    line = yard.add("Lamp", "", 96, 96, radus=3.0).complaint()
    assert line.endswith('object 1, property "radus": is unknown to class Lamp; did you mean "radius"?')


def test_wrong_property_type(yard: Yard) -> None:
    assert (
        yard.add("Lamp", "", 96, 96, radius="wide")
        .complaint()
        .endswith('property "radius": is "wide"; expected a number')
    )


def test_a_number_that_is_none(yard: Yard) -> None:
    assert 'is "nan"; expected a finite number' in yard.add("Lamp", "", 96, 96, radius=float("nan")).complaint()


def test_below_the_least_value(yard: Yard) -> None:
    assert "is -1.0; expected at least 0.1" in yard.add("Lamp", "", 96, 96, radius=-1.0).complaint()


def test_a_word_that_is_none_of_the_choices(yard: Yard) -> None:
    assert 'is "palmtree"; did you mean "tree"?' in yard.add("Prop", "", 96, 96, kind="palmtree").complaint()


def test_a_spec_the_catalog_does_not_have(yard: Yard) -> None:
    assert (
        'property "spec": is "taxy"; did you mean "taxi"?'
        in yard.add("Vehicle", "v", 120, 120, spec="taxy").complaint()
    )


def test_a_property_that_is_a_class(yard: Yard) -> None:
    yard.objects.append(
        '<object id="1" type="Lamp" x="96" y="96"><properties><property name="brain" type="class"/></properties><point/></object>'
    )
    assert "use flat members instead" in yard.complaint()


@pytest.mark.parametrize(
    ("inside", "more", "says"),
    [
        ("", 'width="24" height="24"', "is drawn as a rectangle; a Lamp is a point"),
        ("<ellipse/>", 'width="24" height="24"', "is drawn as an ellipse; a Lamp is a point"),
    ],
)
def test_wrong_shape(yard: Yard, inside: str, more: str, says: str) -> None:
    assert says in yard.add("Lamp", "", 96, 96, inside, more).complaint()


def test_a_route_of_one_point(yard: Yard) -> None:
    line = yard.add("Route", "r", 96, 96, '<polyline points="0,0"/>').complaint()
    assert line.endswith("has 1 corner(s); expected at least 2")


def test_a_route_that_nobody_takes_is_a_warning(yard: Yard) -> None:
    yard.add("Route", "r", 96, 96, '<polyline points="0,0 24,0"/>')
    assert yard.complaint().endswith('object 1 "r": is used by nobody')
    assert yard.load().routes


def test_a_zone_without_a_name(yard: Yard) -> None:
    assert "has no name" in yard.add("Zone", "", 96, 96, "", 'width="24" height="24"').complaint()


def test_a_name_given_twice(yard: Yard) -> None:
    yard.add("Marker", "m", 96, 96).add("Marker", "m", 120, 96)
    assert "has the name of object 1 too" in yard.complaint()


@pytest.mark.parametrize(
    ("kind", "inside", "member", "says"),
    [
        ("Person", "<point/>", {"vehicle": "van"}, 'names the vehicle "van"'),
        ("Person", "<point/>", {"route": "way"}, 'names the route "way"'),
        ("Item", "<point/>", {"inside": "van"}, 'names the vehicle or person "van"'),
        ("Lane", '<polyline points="0,0 24,0"/>', {"signal": "red"}, 'names the signal "red"'),
    ],
)
def test_dangling_names(yard: Yard, kind: str, inside: str, member: dict[str, str], says: str) -> None:
    assert says in yard.add(kind, "x", 96, 96, inside, **member).complaint()


def test_a_seat_the_vehicle_does_not_have(yard: Yard) -> None:
    yard.add("Vehicle", "car", 144, 120, spec="sedan").add("Person", "p", 144, 120, vehicle="car", seat="throne")
    assert 'property "seat": is "throne"' in yard.complaint()


def test_a_spawn_inside_a_wall(yard: Yard) -> None:
    assert 'object 1 "p": is inside a wall at 0.5, 4.0 m' in yard.add("Person", "p", 12, 96).complaint()


def test_a_vehicle_in_a_wall_and_in_another(yard: Yard) -> None:
    yard.add("Vehicle", "a", 24, 120)
    assert "stands in a wall" in yard.complaint()
    yard.objects.clear()
    yard.add("Vehicle", "a", 144, 120).add("Vehicle", "b", 160, 120)
    assert 'stands in the vehicle "a"' in yard.complaint()


def test_something_off_the_map(yard: Yard) -> None:
    assert "lies off the map at 50.0, 4.0 m; expected within 12 x 10 m" in yard.add("Marker", "", 1200, 96).complaint()


def test_a_map_that_is_open_says_so_once_a_side(yard: Yard) -> None:
    yard.walls[0][3:5] = [0, 0]
    yard.walls[6][11] = 0
    lines = [str(fault) for fault in yard.check()]
    assert len(lines) == 2
    assert (
        "north edge, 3.0, 0.0 m: is open: one can walk off the map (between here and 4.5, 0.0 m, 2.0 m in all)"
        in lines[0]
    )
    assert "east edge, 11.5, 6.0 m" in lines[1]


def test_a_thin_wall_object_closes_a_gap(yard: Yard) -> None:
    yard.walls[0][3:5] = [0, 0]
    assert yard.add("Wall", "", 72, 0, "", 'width="48" height="4"').check() == []


def test_a_cell_without_ground(yard: Yard) -> None:
    yard.ground[4][4] = 0
    yard.ground[4][5] = BLANK
    assert "cell 4,4: has no ground (2 such cells)" in yard.complaint()
    yard.walls[4][4:6] = [BRICK, BRICK]
    assert yard.check() == []


def test_a_lane_off_the_road(yard: Yard) -> None:
    yard.ground[5][6] = SIDEWALK
    yard.add("Lane", "l", 48, 132, '<polyline points="0,0 192,0"/>')
    assert "leaves the road at 6.4, 5.5 m, onto sidewalk" in yard.complaint()


def test_a_lane_through_a_wall(yard: Yard) -> None:
    assert "leads through a wall" in yard.add("Lane", "l", 48, 120, '<polyline points="0,0 240,0"/>').complaint()


def test_a_lane_that_leads_nowhere(make_yard) -> None:  # type: ignore[no-untyped-def]
    wide = make_yard(width=40, height=40)
    wide.add("Lane", "l", 100, 480, '<polyline points="0,0 384,0"/>')
    assert "where no lane begins and no edge is near" in wide.complaint()


def test_a_missing_tileset(yard: Yard) -> None:
    lines = yard.refusal(yard.text().replace("tiny.tsx", "tidy.tsx"))
    assert 'file "tilesets/tidy.tsx" is missing' in lines[0]


def test_a_missing_image(yard: Yard) -> None:
    (yard.folder / "tilesets" / "tiny.png").unlink()
    assert any('tileset "tiny", image: file "tiny.png" is missing' in line for line in yard.refusal())


def test_a_missing_template(yard: Yard) -> None:
    yard.objects.append('<object id="7" template="gone.tx" x="1" y="1"/>')
    assert 'object 7, template: file "gone.tx" is missing' in yard.complaint()


def test_a_layer_without_a_role(yard: Yard) -> None:
    lines = yard.refusal(yard.text().replace('name="ground"', 'name="groud"'))
    assert 'layer "groud": has the role "groud"; did you mean "ground"?' in lines[0]


def test_an_unknown_hour_and_map_property(yard: Yard) -> None:
    yard.hour = "teatime"
    assert "expected one of dawn, noon, dusk, night, midnight, interior" in yard.complaint()


def test_rain_is_a_weather_and_hail_is_none(yard: Yard) -> None:
    dry = yard.load()
    rain = yard.text().replace("</properties>", '<property name="weather" value="rain"/></properties>', 1)
    wet = yard.load(rain)
    assert (dry.weather, wet.weather) == ("", "rain")
    assert dry.digest == wet.digest, "looks leave replays alive"
    assert 'is "hail"; expected rain' in yard.complaint(rain.replace('"rain"', '"hail"'))
    assert "weather" in yard.complaint(rain.replace("weather", "wether"))


def test_the_crew_may_wear_suits(yard: Yard) -> None:
    plain = yard.load()
    suits = yard.text().replace("</properties>", '<property name="dress" value="suit"/></properties>', 1)
    assert (plain.dress, yard.load(suits).dress) == ("", "suit")
    assert plain.digest == yard.load(suits).digest, "looks leave replays alive"
    assert 'is "tutu"; expected suit' in yard.complaint(suits.replace('"suit"', '"tutu"'))


def test_a_tile_that_no_tileset_has(yard: Yard) -> None:
    yard.ground[5][5] = 77
    assert any('layer "ground", cell 5,5: holds tile 77' in line for line in yard.refusal())


def test_a_map_without_anybody(yard: Yard) -> None:
    yard.neil = ""
    assert "has no Person" in yard.complaint()


def test_two_objects_with_one_id(yard: Yard) -> None:
    yard.objects.append('<object id="900" type="Lamp" x="96" y="96"><point/></object>')
    assert "has the id 900, which" in yard.complaint()


def test_all_faults_come_at_once(yard: Yard) -> None:
    yard.add("Persn", "x", 96, 96).add("Lamp", "", 96, 96, radius="wide").add(
        "Zone", "", 96, 96, "", 'width="9" height="9"'
    )
    assert len(yard.refusal(play=PLAY + '[[beat]]\nid = "a"\nafter = "b"\n')) == 4
    assert ASPHALT == 1
