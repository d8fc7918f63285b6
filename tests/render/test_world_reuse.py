"""What is kept from run to run and from day to day: a restart bakes nothing, the shelf survives damage."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.content.specs import Catalog
from game.render import shelf
from game.render.bloom import Bloom
from game.render.lit_sprite import Lighting
from game.render.palette import HOURS
from game.render.renderer import DIVISORS, Renderer
from game.sim.view import View
from tests.render import views

SIZE = (640, 360)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    shelf.open_at(tmp_path)
    yield tmp_path
    shelf.open_at(None)


def drawn(screen: pygame.Surface, renderer: Renderer, view: View, frames: int = 12) -> bytes:
    for _ in range(frames):
        renderer.draw(screen, view, view, 1.0)
    return pygame.image.tobytes(screen, "RGB")


def test_after_renewal_the_street_is_clean(screen: pygame.Surface, catalog: Catalog) -> None:
    view = views.street(catalog, 0)
    renderer = Renderer(views.level(), catalog, SIZE)
    renderer.take([], view)
    clean = drawn(screen, renderer, view)
    for tick in range(1, 30):
        renderer.take([*views.noise(), *views.blast()] if tick % 5 == 0 else [], views.street(catalog, tick))
    assert drawn(screen, renderer, view) != clean
    renderer.renew()
    renderer.take([], view)
    assert drawn(screen, renderer, view) == clean


def test_renewal_composes_only_what_bore_marks(screen: pygame.Surface, catalog: Catalog) -> None:
    view = views.street(catalog, 0)
    renderer = Renderer(views.level(), catalog, SIZE)
    renderer.take([], view)
    drawn(screen, renderer, view, 60)
    before = dict(renderer.ground._chunks)
    renderer.take(views.blast(), view)
    renderer.renew()
    left = renderer.ground._chunks
    assert 0 < len(left) < len(before)
    assert all(left[key] is before[key] for key in left)


@pytest.mark.parametrize("quality", list(DIVISORS))
@pytest.mark.parametrize("hour", ["noon", "night"])
def test_every_quality_draws(screen: pygame.Surface, catalog: Catalog, quality: str, hour: str) -> None:
    renderer = Renderer(views.level(hour), catalog, SIZE, quality)
    renderer.take(views.noise(), views.street(catalog, 0))
    pixels = drawn(screen, renderer, views.street(catalog, 0), 2)
    assert len({pixels[i : i + 3] for i in range(0, len(pixels), 999)}) > 60
    assert renderer.roofs.has_windows == (quality == "high")


def test_a_new_look_takes_a_few_frames_and_the_old_one_stands_in(screen: pygame.Surface, catalog: Catalog) -> None:
    view = views.street(catalog, 0)
    renderer = Renderer(views.level(), catalog, SIZE)
    renderer.take([], view)
    drawn(screen, renderer, view)
    painter, whole = renderer.actors.vehicles, view.vehicles[0]
    hit = dataclasses.replace(whole, stage=min(4, whole.stage + 2))
    shown = []
    for _ in range(12):
        painter.begin()
        painter.picture(hit, 0.0, 24)
        shown.append(painter._shown[hit.id][2])
    assert shown[0] == whole.stage
    assert shown[-1] == hit.stage


def test_slices_of_a_chunk_make_the_same_chunk(screen: pygame.Surface, catalog: Catalog) -> None:
    ground = Renderer(views.level(), catalog, SIZE).ground
    key = (24, 1, 1)
    whole = ground._compose(key)
    calls = 0
    sliced = None
    while sliced is None:
        sliced = ground._compose(key, 5)
        calls += 1
    assert calls > 3
    assert whole is not None
    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(sliced, "RGB")


def dot(colour: tuple[int, int, int]) -> pygame.Surface:
    made = pygame.Surface((3, 3))
    made.fill(colour)
    return made


def test_the_shelf_paints_once(kept: Path) -> None:
    made = []

    def make() -> pygame.Surface:
        made.append(1)
        return dot((9, 8, 7))

    first, second = shelf.picture("thing one", make), shelf.picture("thing one", make)
    assert len(made) == 1
    assert first.get_at((1, 1))[:3] == second.get_at((1, 1))[:3] == (9, 8, 7)


@pytest.mark.parametrize("damage", [b"", b"\x89PNG\r\n", b"\x93NUMPY junk", bytes(4000)])
def test_a_damaged_file_is_painted_anew(kept: Path, damage: bytes) -> None:
    shelf.picture("thing", lambda: dot((1, 1, 1)))
    (file,) = kept.rglob("*.png")
    file.write_bytes(damage)
    assert shelf.picture("thing", lambda: dot((0, 0, 0))).get_at((0, 0))[:3] == (0, 0, 0)
    assert shelf.picture("thing", lambda: dot((1, 1, 1))).get_at((0, 0))[:3] == (0, 0, 0), "and kept again"


def test_what_older_code_left_is_swept_out(tmp_path: Path) -> None:
    (tmp_path / "00000000").mkdir()
    shelf.open_at(tmp_path)
    assert not (tmp_path / "00000000").exists()
    shelf.open_at(None)
    shelf.picture("thing", lambda: dot((1, 1, 1)))
    assert not list(tmp_path.rglob("*.png"))


def test_a_glow_that_is_laid_down_once_more_looks_like_a_new_one(screen: pygame.Surface, catalog: Catalog) -> None:
    view = views.street(catalog, 0)
    renderer = Renderer(views.level("night"), catalog, SIZE)
    renderer.take([], view)
    drawn(screen, renderer, view, 20)
    kept: dict[int, bytes] = {}
    for _ in range(4):
        picture = drawn(screen, renderer, view, 1)
        kept[renderer.bloom._age] = picture
    assert len(kept) > 1, "it is worked out anew in some frames and laid down once more in others"
    assert len(set(kept.values())) == 1


def test_a_glow_that_trails_leaves_no_dark_rim(screen: pygame.Surface) -> None:
    hour = dataclasses.replace(HOURS["night"], wet=0.0, lift=(9, 9, 9))
    bloom, light = Bloom(hour, SIZE), SimpleNamespace(has_cast=True)
    for left in (100, 112):
        screen.fill((0, 0, 0))
        bloom.draw(screen, (left, 50, 24), light)
    assert min(screen.get_at((x, 100))[0] for x in range(0, SIZE[0], 7)) >= 9
    assert min(screen.get_at((SIZE[0] - 1 - x, 100))[0] for x in range(16)) >= 9


def test_a_side_that_is_lit_in_steps_looks_like_one_lit_at_once(screen: pygame.Surface, catalog: Catalog) -> None:
    painter = Renderer(views.level(), catalog, SIZE).actors.vehicles
    sprite = painter._map(("armored_truck", 1, False))
    whole = pygame.image.tobytes(sprite.lit(0.7), "RGBA")
    light, steps, surface = Lighting(sprite, 0.7), 0, None
    while surface is None:
        surface, steps = light.go_on(5000), steps + 1
    assert steps > 3
    assert pygame.image.tobytes(surface, "RGBA") == whole


def test_a_vehicle_that_turned_wears_its_own_light_soon(screen: pygame.Surface, catalog: Catalog) -> None:
    painter, seen = Renderer(views.level(), catalog, SIZE).actors.vehicles, views.street(catalog, 0).vehicles[0]
    for angle in (0.0, 1.6):
        for _ in range(16):
            painter.begin()
            turned = painter.picture(seen, angle, 24)
    fresh = Renderer(views.level(), catalog, SIZE).actors.vehicles
    fresh.begin()
    assert pygame.image.tobytes(turned, "RGBA") == pygame.image.tobytes(fresh.picture(seen, 1.6, 24), "RGBA")
