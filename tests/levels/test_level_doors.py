"""Class Door on the map: what the check says of doors that are none, and how a whole one is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.level import Door
from game.levels.check import check_level
from game.levels.locate import line
from game.levels.vocabulary import game_vocabulary
from tests.levels.yards import BRICK, PLAY, Yard

END = 'do = [{ end = { result = "escaped", ending = "Out" } }]\n'
GO = f'[[beat]]\nid = "go"\nmarker = "far"\n{END}'


@pytest.fixture
def house(make_yard: Callable[..., Yard]) -> Yard:
    """A yard of 24 x 16 m with a wall across at 14 m, a doorway at 8 m, and a goal behind it."""
    yard = make_yard(width=24, height=16)
    for y in range(16):
        yard.walls[y][14] = BRICK if y != 8 else 0
    return yard.add("Zone", "far", 432, 96, "", 'width="48" height="48"')


def told(yard: Yard, play: str = PLAY + GO) -> list[str]:
    """The lines as the check prints them, without their severity."""
    return [line(fault) for fault in check_level(yard.write(None, play), yard.catalog, game_vocabulary())]


def at(yard: Yard, x: float = 348, y: float = 204, /, **members: object) -> Yard:
    return yard.add("Door", "", x, y, **members)


def test_a_door_in_its_doorway_is_whole(house: Yard) -> None:
    at(house, kind="single", hinge="right", closes_after=1.5)
    assert told(house) == []
    level = house.load(None, PLAY)
    assert level.doors == (Door(14.5, 8.5, "door_2", "single", 1.0, "right", "wood", False, False, "", 1.5, 0, 2),)


def test_doors_are_part_of_the_digest_and_levels_without_them_keep_theirs(house: Yard) -> None:
    before = house.load(None, PLAY).digest
    at(house)
    shut = house.load(None, PLAY).digest
    house.objects.pop()
    assert house.load(None, PLAY).digest == before != shut


@pytest.mark.parametrize(
    ("x", "y", "members", "says"),
    [
        (200, 204, {}, "object 2: stands in no wall: nothing holds its left end at 8.3, 8.0 m (within 0.5 m)"),
        (348, 204, {"width": 0.3}, 'property "width": is 0.3; expected at least 0.6'),
        (348, 204, {"kind": "revolving"}, 'property "width": is a revolving door 1 m wide; expected at least 1.6'),
        (348, 204, {"kind": "hatch"}, 'property "kind": is "hatch"'),
        (348, 204, {"hinge": "top"}, 'property "hinge": is "top"'),
        (348, 204, {"material": "paper"}, 'property "material": is "paper"'),
        (348, 204, {"key": "nothing"}, 'property "key": names the item "nothing", which the level does not have'),
        (348, 204, {"is_open": "yes"}, 'property "is_open": is "yes"; expected true or false'),
        (348, 300, {}, "has no side to go to: nobody can stand at 13.6, 12.5 m"),
    ],
)
def test_what_is_no_door(house: Yard, x: float, y: float, members: dict[str, object], says: str) -> None:
    if y == 300:
        for column in (12, 13, 15, 16):
            for row in range(10, 15):
                house.walls[row][column] = BRICK
        house.walls[12][14] = 0
    at(house, x, y, **members)
    found = told(house)
    assert any(says in one for one in found), found
    assert all("[docs/LEVELS.md#door]" in one for one in found), found


def test_a_wide_door_that_ends_in_the_open(house: Yard) -> None:
    house.walls[9][14] = house.walls[10][14] = 0
    at(house, width=1.0)
    (only,) = told(house)
    assert "stands in no wall: nothing holds its right end at 14.5, 9.0 m" in only


def test_a_locked_door_that_nothing_opens_is_a_wall(house: Yard) -> None:
    at(house, is_locked=True, material="metal")
    house.neil = house.neil.replace('value="neil"', 'value="trejo"')  # he has no charges
    found = told(house)
    assert "is locked for good: no key, no beat (unlock_door, open_door), bullet or charge opens it" in found[1]
    assert 'cannot be reached: no way on foot leads to "far"' in found[0]


@pytest.mark.parametrize("way", ["beat", "wood", "charge", "key"])
def test_a_locked_door_that_something_opens_is_a_way(house: Yard, way: str) -> None:
    at(house, is_locked=True, material="wood" if way == "wood" else "metal", **({"key": "k"} if way == "key" else {}))
    if way == "key":
        house.add("Item", "k", 96, 96, kind="key")
    if way != "charge":
        house.neil = house.neil.replace('value="neil"', 'value="trejo"')
    opens = (
        '[[beat]]\nid = "o"\nwhen = { seconds = { after = 1.0 } }\ndo = [{ unlock_door = { doors = ["door_2"] } }]\n'
    )
    assert told(house, PLAY + GO + (opens if way == "beat" else "")) == []


def test_a_key_is_a_key_and_has_a_lock(house: Yard) -> None:
    at(house, key="k").add("Item", "k", 96, 96, kind="case")
    found = told(house)
    assert 'names the item "k", which is a case; expected an Item of kind key' in found[0]
    assert 'has the key "k" and is never locked' in found[1]


def test_a_screenplay_names_doors_that_there_are(house: Yard) -> None:
    at(house)
    when = '[[beat]]\nid = "o"\nwhen = { door_opened = { door = "dor_2" } }\n'
    (only,) = told(house, PLAY + GO + when)
    assert 'names the door "dor_2", which the level does not have; did you mean "door_2"?' in only
