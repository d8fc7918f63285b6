"""A recorded run shown again: faster, slower, tick by tick, back and forth; and whether it is what was recorded.

Owns the speed and the keys of the viewer. Stepping, seeking and the verdict are `Playback`.
"""

from __future__ import annotations

import pygame

from game.input.menu import MenuReader, Word
from game.scenes.art import CAPTION_PX
from game.scenes.scene import Scene
from game.scenes.theatre import Playback, Theatre

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
JUMP_TICKS = 300
HEARD_SPEED = 2.0
TICKS_PER_SECOND = 60


class WatchScene(Scene):
    """The recorded run."""

    def __init__(self, theatre: Theatre, playback: Playback, after: Scene | None) -> None:
        super().__init__()
        self.theatre = theatre
        self.playback = playback
        self.is_paused = False
        self.speed = SPEEDS.index(1.0)
        self.stage = theatre.stage(playback.level)
        self.now = playback.view()
        self.before = self.now
        self._after = after
        self._reader = MenuReader()
        self._due = 0.0

    def enter(self) -> None:
        """The street is heard again, too."""
        self.theatre.sound.begin(self.playback.level)

    def leave(self) -> None:
        """It is over."""
        self.theatre.sound.leave_street()

    def event(self, event: pygame.event.Event) -> None:
        """Space pauses, up and down change the speed, left and right jump, the full stop steps one tick."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_PERIOD:
            self._pause(True)
            self._step()
        elif event.type == pygame.KEYDOWN and event.key in (pygame.K_HOME, pygame.K_END):
            self._seek(0 if event.key == pygame.K_HOME else self.playback.ticks)
        elif event.type == pygame.MOUSEWHEEL and event.y:
            self._change_speed(1 if event.y > 0 else -1)
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._follow(Word.BACK if event.button == 3 else Word.ACCEPT)
        else:
            self._follow(self._reader.read(event))

    def tick(self) -> None:
        """As many ticks as the speed asks for."""
        if self.is_paused:
            return
        self._due += SPEEDS[self.speed]
        while self._due >= 1.0:
            self._due -= 1.0
            self._step()

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The street, and a line below: time, speed, verdict, keys."""
        share = 1.0 if self.is_paused else min(1.0, self._due + alpha * SPEEDS[self.speed])
        self.stage.draw(surface, self.before, self.now, share, foot=CAPTION_PX)
        words = self.theatre.words
        state = words("menu.paused") if self.is_paused else f"x{SPEEDS[self.speed]:g}"
        where = f"{_clock(self.playback.tick)} / {_clock(self.playback.ticks)}"
        left = f"{words('hud.replay')}  {where}   {state}   {self.playback.verdict}"
        self.theatre.art.caption(surface, left, self._hint())

    def _hint(self) -> str:
        """The keys of the viewer on the device used last; the tick by tick key is the keyboard's alone."""
        is_on_pad = self.theatre.devices.is_on_pad
        pause, back = ("A", "B") if is_on_pad else ("Space", "Esc")
        keys = [(pause, "pause"), ("← →", "jump"), ("↑ ↓", "speed"), (back, "back")]
        if not is_on_pad:
            keys.insert(3, (".", "one_tick"))
        return "     ".join(f"{key}  {self.theatre.words(f'menu.{word}')}" for key, word in keys)

    def _follow(self, word: Word | None) -> None:
        match word:
            case Word.ACCEPT:
                self._pause(not self.is_paused)
            case Word.UP | Word.DOWN:
                self._change_speed(1 if word is Word.UP else -1)
            case Word.LEFT | Word.RIGHT:
                self._seek(self.playback.tick + (JUMP_TICKS if word is Word.RIGHT else -JUMP_TICKS))
            case Word.BACK:
                self.next = self._after
                self.is_over = self._after is None

    def _change_speed(self, direction: int) -> None:
        self.speed = max(0, min(self.speed + direction, len(SPEEDS) - 1))

    def _pause(self, is_paused: bool) -> None:
        self.is_paused = is_paused
        if is_paused:
            self.theatre.sound.rest()
        else:
            self.theatre.sound.resume()

    def _step(self) -> None:
        if self.playback.tick >= self.playback.ticks:
            self._pause(True)
            return
        events = self.playback.step()
        self.before, self.now = self.now, self.playback.view()
        self.stage.take(events, self.now)
        if not self.is_paused:
            # Faster than twice, only what goes on is heard: shots would be one roar.
            self.theatre.sound.take(events if SPEEDS[self.speed] <= HEARD_SPEED else (), self.now)

    def _seek(self, tick: int) -> None:
        self.playback.seek(max(0, min(tick, self.playback.ticks)))
        self.now = self.playback.view()
        self.before = self.now
        self._due = 0.0
        self.theatre.sound.begin(self.playback.level)


def _clock(ticks: int) -> str:
    seconds, rest = divmod(ticks, TICKS_PER_SECOND)
    return f"{seconds // 60}:{seconds % 60:02d}.{rest * 10 // TICKS_PER_SECOND}"
