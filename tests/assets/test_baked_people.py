"""The baked people as a player sees them from above: who is who, how he stands, what he carries, whether he moves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.render import atlas
from game.render.figure import BEATS, Pose, draw_figure, muzzle_of
from game.render.people import lifted, rimmed
from game.render.turned import turned

CATALOG = load_catalog()
CREW = ("neil", "chris", "cheritto", "trejo", "waingro")
LAW = ("hanna", "casals", "bosko", "drucker", "schwartz")
STREET = 24
KINDS = sorted({weapon.kind for weapon in CATALOG.weapons.values()} - {"thrown", ""})
ASPHALT = np.array([99, 103, 109])


@pytest.fixture(scope="module", autouse=True)
def screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def seen(name: str, pose: Pose, scale: int = STREET) -> np.ndarray:
    """A figure on asphalt, 64 pixels square, as it is drawn at a scale."""
    picture = rimmed(turned(draw_figure(name, pose), 0.4, scale))
    ground = pygame.Surface((64, 64))
    ground.fill(ASPHALT.tolist())
    ground.blit(picture, picture.get_rect(center=(32, 32)))
    return np.frombuffer(pygame.image.tobytes(ground, "RGB"), np.uint8).reshape(64, 64, 3).astype(int)


def apart(a: np.ndarray, b: np.ndarray) -> int:
    """How many pixels two pictures plainly differ in."""
    return int((np.abs(a - b).max(axis=2) > 30).sum())


@pytest.mark.parametrize("name", sorted(CATALOG.people))
def test_everybody_of_the_catalog_has_his_own_sheet(name: str) -> None:
    assert atlas.has(f"people/{name}")
    assert apart(seen(name, Pose("stand")), np.tile(ASPHALT, (64, 64, 1))) > 220, "readable at street scale"


def test_the_crew_are_told_apart_at_street_scale_masked_or_not() -> None:
    for is_masked in (False, True):
        pictures = {name: seen(name, Pose("aim", weapon="rifle", is_masked=is_masked)) for name in CREW}
        for one, other in combinations(CREW, 2):
            assert apart(pictures[one], pictures[other]) > 110, (one, other, is_masked)


def test_detectives_are_told_apart() -> None:
    pictures = {name: seen(name, Pose("aim", weapon="pistol")) for name in LAW}
    for one, other in combinations(LAW, 2):
        assert apart(pictures[one], pictures[other]) > 90, (one, other)


def test_who_serves_whom_shows_in_the_coat() -> None:
    def hue(name: str) -> np.ndarray:
        picture = seen(name, Pose("stand"))
        return picture[np.abs(picture - ASPHALT).max(axis=2) > 30].mean(axis=0)

    officer, guard = hue("patrol"), hue("guard")
    assert officer[2] > officer[0] + 12, "officers are blue"
    assert guard[0] > guard[2] + 25, "guards are tan"


def test_a_mask_shows() -> None:
    for name in CREW:
        assert apart(seen(name, Pose("stand")), seen(name, Pose("stand", is_masked=True))) > 12


BODIES = (
    "stand", "aim", "crouch", "crouch_aim", "reload", "use", "phone", "throw", "melee", "hands_up", "haul", "hurt", "kneel",
    "tied", "cower", "down", "dead", "dragged",
)  # fmt: skip


def test_every_pose_looks_different() -> None:
    pictures = {body: seen("guard", Pose(body, weapon="pistol" if "aim" in body else "")) for body in BODIES}
    for one, other in combinations(BODIES, 2):
        assert apart(pictures[one], pictures[other]) > 8, (one, other)


@pytest.mark.parametrize("gait", ["stand", "run", "crouch"])
def test_eight_steps_follow_one_another_smoothly(gait: str) -> None:
    steps = [seen("neil", Pose(gait, step % 8)) for step in range(9)]
    changes = [apart(a, b) for a, b in pairwise(steps)]
    assert min(changes) > 0
    opposite = apart(steps[2], steps[6])
    assert max(changes) <= opposite + 8, "no step jumps further than from foot to foot"


@pytest.mark.parametrize("kind", KINDS)
def test_a_weapon_shows_and_its_muzzle_is_where_the_gun_ends(kind: str) -> None:
    unarmed, aimed = seen("neil", Pose("stand")), seen("neil", Pose("aim", weapon=kind))
    assert apart(unarmed, aimed) > 60
    picture = draw_figure("neil", Pose("aim", weapon=kind))
    ahead, _ = muzzle_of(kind)
    opaque = pygame.mask.from_surface(picture, 220).get_bounding_rects()
    tip = (max(rect.right for rect in opaque) - picture.get_width() / 2) / atlas.PPM
    assert abs(tip - ahead) < 0.14


def test_an_armed_man_keeps_his_gun_in_sight_whatever_he_does() -> None:
    for body in ("stand", "hurt", "run", "crouch", "aim", "reload"):
        armed, bare = seen("patrol", Pose(body, weapon="rifle")), seen("patrol", Pose(body))
        assert apart(armed, bare) > 40, body


def test_what_is_done_in_movements_moves() -> None:
    for body, beats in BEATS.items():
        pictures = [
            seen("trejo", Pose(body, weapon="rifle" if body == "reload" else "", beat=beat)) for beat in range(beats)
        ]
        for one, other in combinations(pictures, 2):
            assert apart(one, other) > 8, body


def test_loads_show() -> None:
    plain = seen("cheritto", Pose("stand"))
    assert apart(plain, seen("cheritto", Pose("stand", load="bag"))) > 60
    assert apart(plain, seen("cheritto", Pose("stand", load="case"))) > 10


def test_a_dark_coat_stands_out_in_a_shadow() -> None:
    """What the light map leaves of a figure in deep shade, with what is added after it, still leaves the ground."""
    picture = rimmed(turned(draw_figure("hanna", Pose("aim", weapon="pistol")), 0.4, STREET))
    ground = pygame.Surface((64, 64))
    ground.fill(ASPHALT.tolist())
    place = picture.get_rect(center=(32, 32))
    ground.blit(picture, place)
    ground.fill((44, 58, 90), special_flags=pygame.BLEND_RGB_MULT)
    empty = np.array(ground.get_at((1, 1))[:3])
    ground.blit(lifted(picture), place, special_flags=pygame.BLEND_RGB_ADD)
    found = np.frombuffer(pygame.image.tobytes(ground, "RGB"), np.uint8).reshape(64, 64, 3).astype(int)
    assert (np.abs(found - empty).max(axis=2) > 12).sum() > 160


def test_a_stranger_borrows_looks() -> None:
    assert draw_figure("nobody", Pose("stand")).get_width() > 20
