"""Class SecurityCamera on the map: how one is read, and what the check says of those that see or mean nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.level import SecurityCamera
from game.levels.check import check_level
from game.levels.locate import line
from game.levels.vocabulary import game_vocabulary
from tests.levels.yards import BRICK, PLAY, Yard

END = 'do = [{ end = { result = "escaped", ending = "Out" } }]\n'
GO = f'[[beat]]\nid = "go"\nmarker = "far"\n{END}'


@pytest.fixture
def room(make_yard: Callable[..., Yard]) -> Yard:
    """A yard with a block of wall, a tape, a case and a goal."""
    yard = make_yard(width=24, height=16)
    yard.walls[8][14] = BRICK
    yard.add("Zone", "far", 432, 96, "", 'width="48" height="48"')
    yard.add("Item", "tape", 100, 100, kind="tape")
    return yard.add("Item", "case", 120, 100, kind="case")


def told(yard: Yard) -> list[str]:
    return [line(fault) for fault in check_level(yard.write(None, PLAY + GO), yard.catalog, game_vocabulary())]


def at(yard: Yard, x: float = 240, y: float = 240, /, **members: object) -> Yard:
    return yard.add("SecurityCamera", "cam", x, y, **members)


def test_a_camera_is_read_whole_and_is_part_of_the_digest(room: Yard) -> None:
    before = room.load(None, PLAY).digest
    at(room, tape="tape", reach=9.5, cone=50.0, sweep=20.0)
    level = room.load(None, PLAY)
    (camera,) = level.security_cameras
    assert camera == SecurityCamera(10.0, 10.0, "cam", 9.5, 50.0, 20.0, 12.0, "tape", "", 0, camera.id)
    assert level.digest != before


@pytest.mark.parametrize(
    ("x", "y", "members", "says"),
    [
        (348, 204, {"tape": "tape"}, '"cam": is inside a wall and sees nothing; put it a step into the room'),
        (240, 240, {"tape": "case"}, 'names the item "case", which is a case; expected an Item of kind tape'),
        (240, 240, {"tape": "tap"}, 'names the item "tap", which the level does not have; did you mean "tape"?'),
        (240, 240, {"tape": "tape", "guard": "neil"}, 'names "neil", who is neither guard nor police: nobody watches'),
        (240, 240, {"tape": "tape", "cone": 270.0}, 'property "cone": is 270; expected at most 180'),
        (240, 240, {"tape": "tape", "reach": 0.2}, 'property "reach": is 0.2; expected at least 1'),
        (240, 240, {}, '"cam": has no tape and nobody who watches it: it does nothing'),
    ],
)
def test_what_is_wrong_with_a_camera_is_said(
    room: Yard, x: float, y: float, members: dict[str, object], says: str
) -> None:
    at(room, x, y, **members)
    found = told(room)
    assert len(found) == 1 and says in found[0] and "[docs/LEVELS.md#" in found[0], found
