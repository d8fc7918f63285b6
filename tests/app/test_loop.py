"""The loop: no tick is left out, scenes follow at once, and an error keeps the run and says one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.app import loop as loop_module
from game.app.loop import CRASHED, TICK_SECONDS, Loop, _run_safely
from game.app.paths import assets_folder
from game.app.window import Window, close_window, open_window
from game.audio.sound import Sound, Volumes
from game.audio.street import StreetSound
from game.content.catalog import load_catalog
from game.scenes.play import PlayScene
from game.scenes.scene import Scene
from game.sim.run_setup import RunSetup
from tests.scenes.stagehands import Rehearsal


class Counting(Scene):
    """Counts what the loop does with it."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks = 0
        self.alphas: list[float] = []
        self.closed = 0
        self.breaks_at = -1

    def tick(self) -> None:
        """One more."""
        self.ticks += 1
        if self.ticks == self.breaks_at:
            raise RuntimeError("the axle broke")

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """How far between."""
        self.alphas.append(alpha)

    def close(self) -> None:
        """One more."""
        self.closed += 1


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Window]:
    """A window that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("AROUND_THE_CORNER_HOME", str(tmp_path))
    yield open_window()
    close_window()


def looped(window: Window, scene: Scene) -> Loop:
    """A loop in a house of stagehands."""
    theatre = Rehearsal().theatre
    house: Any = SimpleNamespace(
        preferences=theatre.preferences,
        devices=theatre.devices,
        theatre=theatre,
        text=theatre.words,
        sweep=lambda: None,
        sweep_all=lambda: None,
    )
    pygame.event.clear()
    return Loop(window, house, scene)


def test_ticks_come_sixty_a_second_however_fast_it_draws(window: Window) -> None:
    scene = Counting()
    loop = looped(window, scene)
    for _ in range(144):
        loop.frame(1.0 / 144.0)
    assert scene.ticks in (59, 60)
    assert all(0.0 <= alpha <= 1.0 for alpha in scene.alphas)


def test_a_slow_machine_slows_down(window: Window) -> None:
    scene = Counting()
    loop = looped(window, scene)
    loop.frame(3.0)
    assert scene.ticks == 2
    loop.frame(TICK_SECONDS * 0.5)
    assert scene.ticks == 2, "the time lost is not caught up"


def test_the_next_scene_gets_the_next_event(window: Window) -> None:
    first, second = Counting(), Counting()
    loop = looped(window, first)
    first.next = second
    loop.follow()
    assert loop.scene is second and first.next is None
    loop.take(pygame.event.Event(pygame.QUIT))  # type: ignore[unreachable]
    assert loop.is_done


def test_an_error_keeps_the_run_and_says_one_sentence(
    window: Window, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    scene = Counting()
    scene.breaks_at = 3
    loop = looped(window, scene)
    assert _run_safely(loop) == CRASHED
    assert scene.closed == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said and "The run so far was kept" in said
    (report,) = (tmp_path / "crashes").iterdir()
    assert "the axle broke" in report.read_text(encoding="utf-8")


def test_closing_the_window_keeps_the_run(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Counting()
    loop = looped(window, scene)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    monkeypatch.setattr(loop_module, "perf_counter", iter(range(10)).__next__)
    loop.run()
    assert scene.closed == 1


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(44100, -16, 2, 512)
    yield
    pygame.mixer.quit()


def playing_street(window: Window) -> tuple[Loop, StreetSound]:
    """A run that is heard on a device."""
    loop = looped(window, Counting())
    theatre = loop.house.theatre
    sound = StreetSound(assets_folder() / "sounds", load_catalog(), Volumes())
    theatre.sound = sound
    run = theatre.begin(Path("first.tmx"), RunSetup("first"))
    loop.scene = PlayScene(theatre, run, Path("first.tmx"))
    loop.scene.enter()
    return loop, sound


@pytest.mark.usefixtures("mixer")
def test_a_device_that_is_pulled_out_is_replaced_by_what_is_there_and_the_run_goes_on(window: Window) -> None:
    loop, before = playing_street(window)
    loop.frame(TICK_SECONDS * 1.5)
    pygame.event.post(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=2, iscapture=0))
    loop.frame(TICK_SECONDS * 1.5)
    after = loop.house.theatre.sound
    assert isinstance(after, StreetSound) and after is not before and after._level is not None
    loop.frame(TICK_SECONDS * 1.5)
    pygame.event.post(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=3, iscapture=1))
    loop.frame(TICK_SECONDS * 1.5)
    assert loop.house.theatre.sound is after, "a microphone is none of its business"
    after.close()


@pytest.mark.usefixtures("mixer")
def test_when_the_last_device_goes_the_run_goes_on_in_silence_until_one_comes(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, _ = playing_street(window)
    monkeypatch.setenv("SDL_AUDIODRIVER", "there_is_none")
    pygame.event.post(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=2, iscapture=0))
    loop.frame(TICK_SECONDS * 1.5)
    assert type(loop.house.theatre.sound) is Sound
    for _ in range(5):
        loop.frame(TICK_SECONDS * 1.5)
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.event.post(pygame.event.Event(pygame.AUDIODEVICEADDED, which=0, iscapture=0))
    loop.frame(TICK_SECONDS * 1.5)
    sound = loop.house.theatre.sound
    assert isinstance(sound, StreetSound) and sound._level is not None
    sound.close()
