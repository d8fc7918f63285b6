"""The window's loop: read devices, step, draw; sixty ticks a second, never one left out.

Owns time, the change of scenes, the keys that belong to the window, and what happens when something breaks: the
run is kept, the traceback is written down, the player reads one sentence. Called by the commands that open a
window. With `lockstep` the loop of `game.app.lockstep` runs instead.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import sys
import traceback
from pathlib import Path
from threading import Thread
from time import localtime, perf_counter, strftime

import pygame

from game.app import hearing, quality
from game.app.house import House
from game.app.lockstep import Lockstep
from game.app.paths import user_folder
from game.app.patience import Patience
from game.app.settings import cache_folder, load_settings, settings_path
from game.app.window import SIZE, Window, close_window, open_window
from game.content.faults import Fault, UnusableFile
from game.content.text import load_text
from game.render import screens, shelf
from game.scenes.play import PlayScene
from game.scenes.scene import Scene
from game.scenes.title import MessageScene, TitleScene, open_replay, start_run
from game.sim.run_setup import RunSetup

TICK_SECONDS = 1.0 / 60.0
MOST_TICKS_A_FRAME = 2
"""A machine that cannot keep up slows down: time beyond this is dropped, ticks never are."""
CRASHED = 4
"""Exit code after an error of the game itself."""


class Loop:
    """One window, one scene at a time."""

    def __init__(self, window: Window, house: House, first: Scene) -> None:
        self.window = window
        self.house = house
        self.scene = first
        self.is_done = False
        self._due = 0.0
        first.enter()

    def run(self) -> None:
        """Until the player leaves or the window is closed. What must be kept is kept on every way out."""
        clock = pygame.time.Clock()
        last = perf_counter()
        try:
            while not self.is_done:
                now = perf_counter()
                self.frame(now - last)
                last = now
                clock.tick(self.house.preferences.fps_cap)
        finally:
            self.scene.close()

    def frame(self, seconds: float) -> None:
        """Everything of one frame, and what waits until there is a picture to look at."""
        self.show(seconds)
        self.house.sweep()

    def show(self, seconds: float) -> None:
        """Events, the ticks that are due, the picture."""
        for event in pygame.event.get():
            self.take(event)
        self._due = min(self._due + seconds * self.scene.pace, MOST_TICKS_A_FRAME * TICK_SECONDS)
        while self._due >= TICK_SECONDS and not self.is_done:
            self._due -= TICK_SECONDS
            self.scene.tick()
            self.follow()
        self.house.theatre.sound.feed()
        self.scene.draw(self.window.surface, min(self._due / TICK_SECONDS, 1.0))
        self.window.flip()

    def take(self, event: pygame.event.Event) -> None:
        """One event: the window's own keys first, then the devices, then the scene."""
        if event.type == pygame.QUIT:
            self.is_done = True
        elif _is_fullscreen_key(event):
            self.house.preferences.fullscreen = self.window.toggle_fullscreen()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F12:
            self._shot()
        elif hearing.is_another_device(event, self.house.theatre.sound):
            self._hear_again()
        else:
            self.house.devices.take(event)
            self.scene.event(event)
            self.follow()

    def follow(self) -> None:
        """Go on to the scene that the present one names, at once: the next event is the next scene's."""
        self.is_done |= self.scene.is_over
        while (coming := self.scene.next) is not None:
            self.scene.next = None
            self.scene.leave()
            self.scene = coming
            coming.enter()
            pygame.mouse.set_visible(self.scene.wants_cursor)
            self._due = 0.0
            if not isinstance(self.scene, PlayScene):
                self.house.sweep_all()
                gc.enable()

    def _hear_again(self) -> None:
        """The device went, or came: play on what there is now."""
        theatre = self.house.theatre
        theatre.sound = hearing.reopened(theatre.sound, theatre.preferences.volumes())
        if isinstance(self.scene, PlayScene):
            self.scene.hear()

    def _shot(self) -> None:
        folder = user_folder() / "pictures"
        with contextlib.suppress(OSError):
            self.window.shot(folder / f"{strftime('%Y%m%d-%H%M%S', localtime())}.png")


def run(start: RunSetup | None, level_path: Path | None, replay: Path | None, lockstep: bool = False) -> int:
    """Open the window and play: a run, a recorded run, or from the title. Returns the process's exit code.

    Raises ContentError for a level or a replay that cannot be used, before any window opens, and UnusableFile
    where there is no display.
    """
    is_first_start = not settings_path().exists()
    settings = load_settings()
    if settings.message:
        print(settings.message, file=sys.stderr)
    preferences = settings.preferences
    try:
        window = open_window(preferences.fullscreen, preferences.scale)
    except pygame.error as cause:
        raise UnusableFile([Fault("display", "", f"no window can be opened: {cause}")]) from cause
    if is_first_start:
        preferences.quality = quality.choose(SIZE)
    text = load_text()
    patience = Patience(window, text)
    # Before anything else: an empty cache or a slow disk must not look like a game that hangs.
    patience.show(text("menu.loading"))
    _open_pads()
    hearing.open_mixer()
    shelf.open_at(cache_folder())
    if start is None and replay is None:
        patience.wait(text("menu.painting"), lambda: screens.prepare_title(SIZE))
    else:
        _paint_beside()
    house = House(settings, lambda: _apply(house, window), patience.wait, text)
    try:
        first = _first_scene(house, start, level_path, replay)
        if lockstep:
            return Lockstep(window, house.devices, first).run()
        return _run_safely(Loop(window, house, first))
    finally:
        fault = house.save()
        if fault:
            print(fault, file=sys.stderr)
        gc.unfreeze()
        gc.enable()
        house.theatre.sound.close()
        close_window()


def _first_scene(house: House, start: RunSetup | None, level_path: Path | None, replay: Path | None) -> Scene:
    theatre = house.theatre
    if replay is not None:
        return open_replay(theatre, replay, None)
    title = TitleScene(theatre)
    if start is None or level_path is None:
        return title
    # Whoever names a level on the command line wants to be in the street.
    theatre.briefed.add(level_path)
    return start_run(theatre, level_path, start, title)


def _run_safely(loop: Loop) -> int:
    """Run the loop; an error of our own becomes a file, a kept run and one sentence instead of a vanished window."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        faulthandler.enable()
    try:
        loop.run()
    except Exception:
        report = _write_report(traceback.format_exc())
        line = f"The game broke. The run so far was kept; what happened is written in {report}"
        print(line, file=sys.stderr)
        _show_sentence(loop, line)
        return CRASHED
    return 0


def _write_report(text: str) -> str:
    """The traceback in a file of its own; where it lies, or the traceback itself when the disk refuses."""
    try:
        folder = user_folder() / "crashes"
        folder.mkdir(exist_ok=True)
        path = folder / f"{strftime('%Y%m%d-%H%M%S', localtime())}.txt"
        path.write_text(text, encoding="utf-8")
    except OSError:
        return text
    return str(path)


def _show_sentence(loop: Loop, line: str) -> None:
    """The sentence on the screen until a key; whatever is broken here must not hide the first error."""
    if os.environ.get("SDL_VIDEODRIVER") == "dummy":
        return
    with contextlib.suppress(Exception):
        loop.scene = MessageScene(loop.house.theatre, [line], None, loop.house.text("menu.title"))
        loop.is_done = False
        loop.run()


def _apply(house: House, window: Window) -> None:
    """Preferences changed: devices and window follow."""
    preferences, devices = house.preferences, house.devices
    devices.bindings = preferences.bindings
    devices.toggles = preferences.toggles()
    house.refresh_stage()
    if preferences.fullscreen != window.is_fullscreen:
        preferences.fullscreen = window.toggle_fullscreen()


def _is_fullscreen_key(event: pygame.event.Event) -> bool:
    if event.type != pygame.KEYDOWN:
        return False
    is_alt_enter = event.key == pygame.K_RETURN and bool(event.mod & pygame.KMOD_ALT)
    return event.key == pygame.K_F11 or is_alt_enter


def _paint_beside() -> None:
    """Paint the title where a run came first, while the player looks at something else."""
    Thread(target=lambda: screens.prepare_title(SIZE), name="painting", daemon=True).start()


def _open_pads() -> None:
    """Let pads come and go; those that are plugged in already announce themselves as events."""
    from pygame._sdl2 import controller

    with contextlib.suppress(pygame.error):
        pygame.joystick.init()
        controller.init()
