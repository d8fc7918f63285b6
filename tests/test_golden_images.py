"""A dozen moments look as they did: light, weather of the hour, people and vehicles, HUD and cards.

Each is drawn at the game's own size, brought down to a quarter and compared with the picture kept in golden_images/.
Processors round differently, so a little is allowed: a mean of MEAN levels of 255, and SHARE of the pixels further off than
FAR. Whoever changes a look on purpose makes them anew, looks at them, and commits them:
UPDATE_GOLDEN=1 python -m pytest tests/test_golden_images.py.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.app.session import RunSession
from game.app.shootout import shootout_events, shootout_view
from game.app.studio import Studio
from game.app.verify_run import load_replay, place_of
from game.content.level import Level
from game.content.specs import Catalog
from game.content.text import load_text
from game.render import screens
from game.sim.events import Event
from game.sim.picture import picture
from game.sim.view import View
from tests.render.test_hud_views import RESULT

HERE = Path(__file__).parent
KEPT = HERE / "golden_images"
SIZE, SMALL = (1280, 720), (320, 180)
MEAN, FAR, SHARE = 1.5, 24, 0.01
BEFORE = 60
"""Ticks before a moment that the renderer sees, too: smoke, flashes, a camera that has settled."""

Tick = tuple[list[Event], View]
RUNS = {"venice": "venice_blvd-crew.replay", "yard": "yard-crew.replay"}
MOMENTS = {
    "drive_noon": ("venice", 1300, "noon", "high"),
    "drive_night": ("venice", 1300, "night", "high"),
    "ram_noon": ("venice", 1668, "noon", "high"),
    "ram_dusk": ("venice", 1668, "dusk", "high"),
    "ram_night_medium": ("venice", 1668, "night", "medium"),
    "street_dawn": ("venice", 2650, "dawn", "high"),
    "street_night": ("venice", 2650, "night", "high"),
    "street_night_low": ("venice", 2650, "night", "low"),
    "yard_noon": ("yard", 400, "noon", "high"),
}


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    yield
    pygame.display.quit()


@lru_cache(maxsize=2)
def stretches(run: str) -> tuple[Level, Catalog, dict[int, list[Tick]]]:
    """A recorded run played once: what was to be seen before each of its moments."""
    path = HERE / "replays" / RUNS[run]
    replay = load_replay(path)
    level, catalog = place_of(replay, path)
    wanted = sorted({tick for name, tick, *_ in MOMENTS.values() if name == run})
    found: dict[int, list[Tick]] = {tick: [] for tick in wanted}
    session = RunSession(level, catalog, replay.header.setup)
    for frame in replay.frames[: wanted[-1]]:
        events = session.step(frame)
        for tick in wanted:
            if tick - BEFORE < session.tick <= tick:
                found[tick].append((list(events), picture(session.world)))
    return level, catalog, found


def drawn(level: Level, catalog: Catalog, ticks: list[Tick], hour: str, quality: str) -> pygame.Surface:
    """The last of a few ticks, all of which are drawn: what is got ready beside the picture needs frames for it."""
    studio = Studio(dataclasses.replace(level, hour=hour), catalog, SIZE)
    studio.renderer.quality = quality
    before = ticks[0][1]
    for events, now in ticks:
        studio.take(events, now)
        studio.draw(before, now)
        before = now
    return studio.surface.copy()


def compare(name: str, shown: pygame.Surface) -> None:
    """Against the kept picture, or keep it."""
    small = pygame.transform.smoothscale(shown.convert(24), SMALL)
    path = KEPT / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        KEPT.mkdir(exist_ok=True)
        pygame.image.save(small, str(path))
        return
    off = np.abs(pixels(small) - pixels(pygame.image.load(str(path))))
    share = float((off.max(axis=2) > FAR).mean())
    assert off.mean() <= MEAN and share <= SHARE, f"{path.name}: mean {off.mean():.2f}, {share:.1%} far off"


def pixels(surface: pygame.Surface) -> np.ndarray:
    found: np.ndarray = pygame.surfarray.array3d(surface).astype(np.int16)
    return found


@pytest.mark.parametrize("name", MOMENTS)
def test_a_moment_looks_as_it_did(name: str) -> None:
    run, tick, hour, quality = MOMENTS[name]
    level, catalog, found = stretches(run)
    compare(name, drawn(level, catalog, found[tick], hour, quality))


def test_a_fight_at_its_worst_looks_as_it_did() -> None:
    """Hurt, pinned and deaf in the reference shoot-out: sirens, fire, shadows, and everything the HUD can say."""
    level, catalog, _ = stretches("venice")
    ticks = []
    for tick in range(1, 100):
        view = shootout_view(level, catalog, tick)
        hud = dataclasses.replace(view.hud, hurt=0.7, suppression=0.8, deafness=0.6)
        ticks.append((shootout_events(level, tick), dataclasses.replace(view, hud=hud)))
    compare("shootout_night", drawn(level, catalog, ticks, "night", "high"))


def test_the_cards_look_as_they_did() -> None:
    surface = pygame.display.set_mode(SIZE)
    text = load_text()
    screens.draw_title(surface, text, ("Play", "Settings", "Quit"), 0, 60, "")
    compare("title", surface)
    screens.draw_results(surface, text, RESULT, ("Again", "Watch", "Quit"), 0, 9999)
    compare("results", surface)


def test_a_change_of_light_would_be_noticed() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        pytest.skip("nothing to compare with yet")
    day, night = (pygame.image.load(str(KEPT / f"drive_{hour}.png")) for hour in ("noon", "night"))
    with pytest.raises(AssertionError, match="far off"):
        compare("drive_noon", pygame.transform.scale(night, SIZE))
    dimmer = pygame.transform.scale(day, SIZE)
    dimmer.fill((240, 240, 240), special_flags=pygame.BLEND_RGB_MULT)
    with pytest.raises(AssertionError, match="mean"):
        compare("drive_noon", dimmer)
