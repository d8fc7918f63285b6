"""People flow from one pose into the next, and wear what the level dresses them in."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render import atlas
from game.render.palette import HOURS, rained
from game.render.people import BLEND_TICKS, FALL_TICKS, PeoplePainter
from game.render.streaks import Streaks
from tests.render import views


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(autouse=True)
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode((320, 180))
    pygame.display.quit()


def drawn(painter: PeoplePainter, tick: int, stance: str, action: str) -> int:
    """How opaque the pose before still is at a tick; 0 when it is gone."""
    person = views.person(3, 10.0, 10.0, "chris", "crew", stance, action, weapon="carbine")
    painter.begin(tick)
    painter.figure(person, 0.0, 24)
    left = painter.leaving(person, 0.0, 24)
    return left[1] if left is not None else 0


def test_a_pose_flows_into_the_next_and_then_is_gone(catalog: Catalog) -> None:
    painter = PeoplePainter(catalog)
    assert drawn(painter, 10, "stand", "idle") == 0, "who has only just come into sight was nothing before"
    opacities = [drawn(painter, 11 + tick, "stand", "reload") for tick in range(int(BLEND_TICKS) + 2)]
    assert opacities[0] == 255
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[-1] == 0
    assert drawn(painter, 40, "crouch", "aim") == 255


def test_a_fall_takes_longer_and_a_step_is_no_change(catalog: Catalog) -> None:
    painter = PeoplePainter(catalog)
    drawn(painter, 10, "stand", "idle")
    drawn(painter, 11, "down", "idle")
    assert drawn(painter, 11 + int(BLEND_TICKS) + 1, "down", "idle") > 0
    assert drawn(painter, 11 + int(FALL_TICKS) + 1, "down", "idle") == 0
    painter.renew()
    walker = views.person(3, 10.0, 10.0, "chris", "crew", speed=1.4)
    view = dataclasses.replace(views.street(catalog), people=(walker,))
    for tick in range(60):
        painter.take(view)
        painter.begin(tick)
        painter.figure(walker, 0.0, 24)
        assert painter.leaving(walker, 0.0, 24) is None


def test_between_two_poses_a_third_is_drawn(catalog: Catalog) -> None:
    def body(tick: int, stance: str, action: str) -> bytes:
        painter.begin(tick)
        person = views.person(3, 10.0, 10.0, "chris", "crew", stance, action, weapon="carbine")
        return pygame.image.tobytes(painter.figure(person, 0.0, 24)[0], "RGBA")

    for stance, action in (("stand", "aim"), ("hands_up", "idle"), ("kneel", "idle"), ("dead", "idle")):
        painter = PeoplePainter(catalog)
        before = body(10, "stand", "idle")
        way, after = body(11, stance, action), body(40, stance, action)
        assert len({before, way, after}) == 3, f"to {stance} {action}"
        assert body(41, stance, action) == after, "it is over"
    painter = PeoplePainter(catalog)
    body(10, "dead", "idle")
    assert body(11, "stand", "idle") == body(40, "stand", "idle"), "nothing lies between lying and standing"


@pytest.mark.parametrize("is_strained", [False, True])
def test_a_crowd_that_turns_at_once_is_turned_over_some_frames(catalog: Catalog, is_strained: bool) -> None:
    painter = PeoplePainter(catalog)
    crowd = [views.person(number, 10.0, 10.0, "chris", "crew") for number in range(8)]
    turns = [number * 0.7 for number in range(8)]

    def frame(tick: int, more: float, strained: bool) -> tuple[list[bytes], int]:
        held = len(painter._turned)
        painter.begin(tick, strained)
        looks = [painter.figure(one, angle + more, 24)[0] for one, angle in zip(crowd, turns, strict=True)]
        return [pygame.image.tobytes(look, "RGBA") for look in looks], (len(painter._turned) - held) // 2

    before, _ = frame(10, 0.0, False)
    fresh = PeoplePainter(catalog)
    painter, kept = fresh, painter
    wanted, _ = frame(10, 0.35, False)
    painter = kept
    now, made = frame(11, 0.35, is_strained)
    assert made == (1 if is_strained else 2)
    assert all(look in (old, new) for look, old, new in zip(now, before, wanted, strict=True)), "as he was or as he is"
    for tick in range(12, 20):
        now, made = frame(tick, 0.35, is_strained)
        assert made <= 4
    assert now == wanted


def test_the_crew_wears_suits_where_the_level_says_so(catalog: Catalog) -> None:
    def looks(dress: str, spec: str) -> bytes:
        painter = PeoplePainter(catalog, dress)
        picture, _ = painter.figure(views.person(3, 10.0, 10.0, spec, "crew"), 0.0, 24)
        return pygame.image.tobytes(picture, "RGBA")

    for spec in ("chris", "cheritto", "trejo", "waingro", "breedan"):
        assert atlas.has(f"people/{spec}-suit")
        assert looks("suit", spec) != looks("", spec), spec
    assert looks("suit", "patrol") == looks("", "patrol"), "nobody else changes"
    crew = [looks("suit", spec) for spec in ("neil", "chris", "cheritto", "trejo", "waingro", "breedan")]
    assert len(set(crew)) == len(crew)


def test_wet_nights_mirror_lamps_on_the_road_and_dry_noons_nothing() -> None:
    assert not Streaks(views.level(), HOURS["noon"]).are_seen
    night = Streaks(views.level("night"), HOURS["night"])
    assert night.are_seen
    assert {source.x for source in night._placed} >= {lamp.x for lamp in views.level().lamps}
    assert Streaks(views.level(), rained(HOURS["noon"])).are_seen
    out = dataclasses.replace(
        views.level(), lamps=tuple(dataclasses.replace(p, group="g") for p in views.level().lamps)
    )
    mirrored = {(source.x, source.y) for source in Streaks(out, HOURS["night"])._placed}
    assert mirrored.isdisjoint((lamp.x, lamp.y) for lamp in out.lamps), "a lamp that is switched may be out"
    dull = dataclasses.replace(views.level("night"), surfaces=("grass", "grass"))
    assert not Streaks(dull, HOURS["night"])._placed, "grass mirrors nothing"
