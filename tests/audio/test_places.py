"""Places as ears read them: what answers where, how wide a street is, what stands between an ear and a sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.audio.barriers import LEAST, Barriers
from game.audio.ears import SOUND_SPEED
from game.audio.places import STREETS, Places
from game.content.level import Level, TileLayer, Wall, Zone
from game.sim.view import DoorView
from tests.audio.streets import level


def block(left: float, top: float, right: float, bottom: float, height: float = 11.0) -> Wall:
    return Wall(((left, top), (right, top), (right, bottom), (left, bottom)), height)


def zone(name: str, left: float, top: float, right: float, bottom: float) -> Zone:
    return Zone(((left, top), (right, top), (right, bottom), (left, bottom)), name)


def street_of(width: float) -> Level:
    """Two long facades so far apart."""
    return replace(level(), walls=(block(0, 20, 200, 60), block(0, 60 + width, 200, 100 + width)), zones=())


def test_places_are_read_from_the_level() -> None:
    places = Places(level())
    assert [places.at(x, 50.0) for x in (10.0, 25.0, 150.0)] == ["canyon", "underpass", "lot"]


@pytest.mark.parametrize("width", [16.0, 20.0, 26.0, 32.0, 38.0, 46.0, 60.0])
def test_a_street_answers_when_its_sound_has_been_across_and_back(width: float) -> None:
    places = Places(street_of(width))
    answers = places.answers(100.0, 60.0 + width / 2)
    assert len(answers) == 1 and answers[0].tail in STREETS
    assert places.width(100.0, 60.0 + width / 2) == pytest.approx(width, abs=3.0)
    late = STREETS[answers[0].tail] / SOUND_SPEED + round(answers[0].wait * 60) / 60
    assert late == pytest.approx(width / SOUND_SPEED, abs=0.014), "within a tick"


def test_a_crossing_and_an_alley_are_told_from_a_street() -> None:
    corners = (block(0, 0, 80, 80), block(110, 0, 200, 80), block(0, 110, 80, 200), block(110, 110, 200, 200))
    assert Places(replace(level(), walls=corners, zones=())).at(95.0, 95.0) == "crossing"
    alley = replace(level(), walls=(block(0, 20, 200, 60), block(0, 68, 200, 120)), zones=())
    assert Places(alley).at(100.0, 64.0) == "alley"


def test_covered_places_go_by_their_names_and_by_the_floor_below_the_roof() -> None:
    names = ("bank_lobby", "vault", "cover_car_park", "airfield_north", "south_tunnel")
    zones = tuple(zone(name, 10.0 + 30 * i, 10.0, 30.0 + 30 * i, 30.0) for i, name in enumerate(names))
    places = Places(replace(level(), walls=(), zones=zones))
    found = [places.at(20.0 + 30 * i, 20.0) for i in range(len(names))]
    assert found == ["lobby", "vault", "car_park", "airfield", "underpass"]
    assert Places(replace(level(), zones=(zone("embankment", 0, 0, 90, 90),), walls=())).at(20, 20) == "lot", (
        "whole words"
    )
    roofs = (TileLayer("roofs", "roofs", (1,) * 40_000),)
    for floor, kind in (("marble", "lobby"), ("carpet", "room"), ("concrete", "car_park")):
        roofed = replace(level(), walls=(), zones=(), layers=roofs, surfaces=(floor,))
        assert Places(roofed).at(50.0, 50.0) == kind


def test_at_a_border_both_places_answer_and_together_they_are_as_loud() -> None:
    places = Places(level())
    border = places.answers(29.0, 50.0)
    assert {answer.tail for answer in border} == {"underpass", "canyon"}
    assert sum(answer.share**2 for answer in border) == pytest.approx(1.0)
    assert len(places.answers(10.0, 50.0)) == 1


def test_a_house_is_in_the_way_and_a_kerb_is_not() -> None:
    barriers = Barriers(level())
    assert barriers.openness(50.0, 50.0, 50.0, 60.0) == 1.0
    assert barriers.openness(50.0, 50.0, 50.0, 90.0) == LEAST
    assert barriers.openness(80.0, 50.0, 100.0, 50.0) == 1.0, "a wall of one metre"
    assert 0.0 < LEAST < 0.5, "it comes round the corners"


def test_inside_and_outside_are_two_worlds() -> None:
    cells = tuple(1 if index % 200 < 100 else 0 for index in range(40_000))
    half = replace(level(), walls=(), zones=(), layers=(TileLayer("roofs", "roofs", cells),))
    barriers = Barriers(half)
    assert barriers.is_inside(50.0, 50.0) and not barriers.is_inside(150.0, 50.0)
    assert barriers.openness(90.0, 50.0, 110.0, 50.0) < 0.6
    assert barriers.openness(50.0, 50.0, 70.0, 50.0) == barriers.openness(150.0, 50.0, 170.0, 50.0) == 1.0
    under_bridge = replace(half, zones=(zone("underpass", 0, 0, 100, 200),))
    assert not Barriers(under_bridge).is_inside(50.0, 50.0), "one hears out of it on both sides"
    assert Barriers(replace(half, hour="interior", layers=())).is_inside(150.0, 50.0)


def test_beyond_the_level_there_is_open_ground() -> None:
    barriers = Barriers(level())
    assert barriers.openness(-50.0, -50.0, 500.0, 500.0) == 1.0 and not barriers.is_inside(-5.0, 900.0)
    assert Places(level()).at(-40.0, 900.0)


def test_a_shut_door_is_in_the_way_of_sound_and_an_open_one_is_not() -> None:
    walls = (block(0, 49, 99, 51), block(101, 49, 200, 51))
    barriers = Barriers(replace(level(), walls=walls, zones=(), layers=()))
    door = DoorView(0, "d", "single", 100.0, 50.0, 16384, 2.0, "left", "wood", 0.0, 0, False, False, False)
    through, beside = (100.0, 44.0, 100.0, 56.0), (60.0, 44.0, 60.0, 56.0)
    heard = {}
    for name, one in (("shut", door), ("open", replace(door, opening=0.9)), ("broken", replace(door, is_broken=True))):
        barriers.take([one])
        heard[name] = barriers.openness(*through)
    assert heard["shut"] < 0.6 * heard["open"] and heard["broken"] == heard["open"] == 1.0
    barriers.take([door])
    assert barriers.openness(100.0, 44.0, 130.0, 44.0) == 1.0, "on one's own side of it nothing is in the way"
    assert barriers.openness(*beside) < 1.0
    barriers.take([replace(door, facing=0)])
    assert barriers.openness(*through) == heard["open"], "along its leaf"
