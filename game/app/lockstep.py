"""A run that moves only when it is asked to: for tests, for filming tick by tick, for finding out what happens when.

Owns the small language it is asked in. Lines on standard input, each answered by one line on standard output:

    frame [WORD ...]   what is held from now on: names of buttons (fire aim run crouch reload use enter drop throw
                       melee shout next_weapon handbrake horn siren mask disarm leave pad) and numbers by name
                       (move_x=127 move_y=-127 aim=16384 aim_distance=40 order=3 target=7 switch=2)
    step [N]           N ticks (1 when left out) with what is held; order and switch count for the first alone
    shot FILE          the picture as a PNG
    quit               keep the run and leave

In the window the full stop key advances one tick with what the hands hold. The end of the input leaves, unless
there is a window and nothing was ever asked. Called by `loop`.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from pathlib import Path
from typing import TextIO

import pygame

from game.app.window import Window
from game.input.devices import Devices
from game.scenes.play import PlayScene
from game.scenes.scene import Scene
from game.sim.input_frame import NEUTRAL, Button, InputFrame

BUTTONS = {name.lower(): bit for name, bit in vars(Button).items() if not name.startswith("_")}
BOUNDS: dict[str, tuple[int, int]] = {
    "move_x": (-127, 127),
    "move_y": (-127, 127),
    "aim": (0, 65535),
    "aim_distance": (0, 255),
    "order": (0, 9),
    "target": (-1, 2**31),
    "switch": (0, 15),
}
MOST_STEPS = 1_000_000
UNUSABLE = 2
FRAMES_A_SECOND = 60


class BadRequest(Exception):
    """A line that cannot be followed, and why."""


def read_frame(words: list[str]) -> InputFrame:
    """The frame that the words of a `frame` line describe. Raises BadRequest."""
    buttons, numbers = 0, dict[str, int]()
    for word in words:
        name, equals, value = word.partition("=")
        if not equals and name in BUTTONS:
            buttons |= BUTTONS[name]
        elif equals and name in BOUNDS:
            numbers[name] = _number(value, *BOUNDS[name], name)
        else:
            raise BadRequest(f"{word!r} is no button and no number; expected {', '.join([*BUTTONS, *BOUNDS])}")
    return InputFrame(buttons=buttons, **numbers)


class Lockstep:
    """The window, standing still between requests."""

    def __init__(self, window: Window, devices: Devices, scene: Scene) -> None:
        self.window = window
        self.devices = devices
        self.scene = scene
        self.held = NEUTRAL
        self.tick = 0
        self._has_asked = False
        self._is_done = False

    def run(self, source: TextIO | None = None) -> int:
        """Follow requests until the last; the exit code."""
        if not isinstance(self.scene, PlayScene):
            print("lockstep: there is no run to step", file=sys.stderr)
            return UNUSABLE
        lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=_read_lines, args=(source or sys.stdin, lines), daemon=True).start()
        clock = pygame.time.Clock()
        self.scene.enter()
        try:
            while not self._is_done:
                self._watch_window(self.scene)
                self._follow_lines(self.scene, lines)
                self._show(self.scene)
                clock.tick(FRAMES_A_SECOND)
        finally:
            self.scene.close()
        return 0

    def obey(self, scene: PlayScene, line: str) -> str:
        """Follow one line; the answer. Raises BadRequest."""
        verb, *words = line.split()
        match verb, words:
            case "frame", _:
                self.held = read_frame(words)
                return f"held {' '.join(words)}".rstrip()
            case "step", [] | [_]:
                for _ in range(_number(words[0], 1, MOST_STEPS, "step") if words else 1):
                    self._advance(scene, self.held)
                    self.held = self.held._replace(order=0, switch=0)
                return f"tick {self.tick} {scene.now.result.result if scene.now.result else 'running'}"
            case "shot", [name]:
                self._show(scene)
                return self._shot(name)
            case "quit", []:
                self._is_done = True
                return "bye"
        raise BadRequest(f"{line!r} is no request; expected frame, step [N], shot FILE or quit")

    def _advance(self, scene: PlayScene, frame: InputFrame) -> None:
        if not scene.run.is_over:
            scene.advance(frame)
            self.tick += 1

    def _follow_lines(self, scene: PlayScene, lines: queue.Queue[str | None]) -> None:
        """All lines that have come; drawing waits until there is nothing left to do."""
        while not self._is_done:
            try:
                line = lines.get_nowait()
            except queue.Empty:
                return
            if line is None:
                self._is_done = self._has_asked or pygame.display.get_driver() == "dummy"
                return
            if line.strip():
                self._has_asked = True
                print(self._answer(scene, line.strip()), flush=True)

    def _answer(self, scene: PlayScene, line: str) -> str:
        try:
            return self.obey(scene, line)
        except BadRequest as fault:
            return f"error: {fault}"

    def _watch_window(self, scene: PlayScene) -> None:
        for event in pygame.event.get():
            self.devices.take(event)
            if event.type == pygame.QUIT:
                self._is_done = True
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_PERIOD:
                self._advance(scene, self.devices.frame(scene.footing(), scene.stage.to_world))

    def _show(self, scene: PlayScene) -> None:
        scene.draw(self.window.surface, 1.0)
        self.window.flip()

    def _shot(self, name: str) -> str:
        try:
            self.window.shot(Path(name))
        except OSError as fault:
            raise BadRequest(str(fault)) from fault
        return f"shot {os.fspath(name)}"


def _read_lines(source: TextIO, lines: queue.Queue[str | None]) -> None:
    for line in source:
        lines.put(line)
    lines.put(None)


def _number(text: str, least: int, most: int, name: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise BadRequest(f"{name} is {text!r}, expected a whole number from {least} to {most}")
    return number
