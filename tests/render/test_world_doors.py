"""House doors in the picture: every kind shows whether it is shut, open or broken, and where it swings."""

from __future__ import annotations

import math

import pygame
import pytest

from game.render.house_doors import leaf_picture, leaves, plan_picture
from game.sim.view import DoorView

EAST, SOUTH = 0, 16384


def door(kind: str = "single", hinge: str = "left", facing: int = EAST, opening: float = 0.0) -> DoorView:
    return DoorView(0, "d", kind, 10.0, 20.0, facing, 2.0, hinge, "wood", opening, 0, False, False, False)


def ends(one: DoorView, opening: float) -> list[tuple[float, float]]:
    """Where each leaf ends."""
    return [
        (round(x + math.cos(a) * m / 2, 2), round(y + math.sin(a) * m / 2, 2)) for x, y, a, m in leaves(one, opening)
    ]


def test_a_leaf_swings_on_its_hinge_to_the_side_the_door_looks_at() -> None:
    # Going east, the left post is the northern one.
    assert ends(door(), 0.0) == [(10.0, 21.0)]
    (x, y) = ends(door(), 1.0)[0]
    assert x > 11.9 and 19.0 < y < 19.2
    (x, y) = ends(door(hinge="right"), 1.0)[0]
    assert x > 11.9 and 20.8 < y < 21.0
    (x, y) = ends(door(facing=SOUTH), 1.0)[0]
    assert y > 21.9 and 10.8 < x < 11.0, "going south, the left post is the eastern one"


def test_double_doors_meet_in_the_middle_and_gates_slide_away() -> None:
    assert ends(door("double"), 0.0) == [(10.0, 20.0), (10.0, 20.0)]
    shut, wide = leaves(door("gate"), 0.0)[0], leaves(door("gate"), 1.0)[0]
    assert shut[3] == 2.0 and wide[3] == pytest.approx(0.2) and wide[1] < 19.2, "to the left, as it hangs"


@pytest.mark.parametrize("kind", ["single", "double", "revolving", "vault", "gate", "shutter"])
def test_every_kind_has_a_picture_in_every_material(kind: str) -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    seen = set()
    for material in ("wood", "metal", "glass", "fence"):
        picture = plan_picture(kind, material, 2.0, "left", 24)
        assert picture.get_bounding_rect().h >= 40, "as wide as it is"
        seen.add(pygame.image.tobytes(leaf_picture("single", material, 1.0), "RGBA"))
    assert len(seen) == 4
