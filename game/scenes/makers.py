"""What a level maker has in the street that a player has not: the overlay, a free camera, slow motion, putting himself
somewhere, and the level loaded anew when its files change.

Owns those keys and the watch over the files; draws through `game.render.overlay`. The play scene asks it at each
event, tick and picture, and knows nothing else of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import time

import pygame

from game.render import overlay_faults
from game.render.overlay import PARTS, Overlay
from game.scenes.theatre import Run, Stage, Theatre
from game.sim.events import BeatReached, Event
from game.sim.run_setup import RunSetup
from game.sim.view import View

SLOW = 0.25
PAN_PX = 12.0
"""Pixels a tick that the free camera moves."""
SCALES = (16.0, 24.0, 36.0)
FAULT_TICKS = 60 * 30
"""The fault of a broken level stays in the picture so long, or until it is mended."""
MOST_RELOAD = 60.0
"""Seconds; what seems longer is a file that came with an older date."""
SIZE = (1280, 720)
_ARROWS = {
    pygame.K_LEFT: (-1.0, 0.0), pygame.K_RIGHT: (1.0, 0.0), pygame.K_UP: (0.0, -1.0), pygame.K_DOWN: (0.0, 1.0),
}  # fmt: skip


class MakersDesk:
    """The level maker's side of one run."""

    def __init__(self, theatre: Theatre, run: Run, path: Path, stage: Stage) -> None:
        self.theatre = theatre
        self.is_open = False
        self.is_slow = False
        self.came: list[tuple[str, int]] = []
        self._run = run
        self._stage = stage
        self._watch = theatre.watch(path)
        self._overlay: Overlay | None = None
        self._part = 0
        self._camera: tuple[float, float, float] | None = None
        self._held: dict[int, None] = {}
        self._is_recorded = True
        self._faults: tuple[str, ...] = ()
        self._fault_ticks = 0
        self._saved_at = 0.0
        """When the files of this run's level were written, until its first picture is drawn."""
        self._reload_seconds = 0.0

    @property
    def pace(self) -> float:
        """A share of the speed that was chosen."""
        return SLOW if self.is_slow else 1.0

    @property
    def is_steering(self) -> bool:
        """The arrow keys move the camera and not the player."""
        return self._camera is not None

    def event(self, event: pygame.event.Event, view: View) -> bool:
        """A key of the desk; whether it was one, so that it means nothing else."""
        if event.type == pygame.KEYUP:
            self._held.pop(event.key, None)
        if event.type != pygame.KEYDOWN:
            return False
        if event.key == pygame.K_F2:
            self._open(not self.is_open)
            return True
        return self.is_open and self._key(event.key, view)

    def _key(self, key: int, view: View) -> bool:
        if key == pygame.K_F3:
            self._camera = None if self._camera else (view.focus_x, view.focus_y, float(view.scale))
        elif key == pygame.K_F4:
            self.is_slow = not self.is_slow
        elif key == pygame.K_F6:
            self._run.put(*self._stage.to_world(self.theatre.devices.desk.cursor))
            self._is_recorded = False
        elif key == pygame.K_F7:
            self._part = (self._part + 1) % len(PARTS)
        elif self._camera is not None and key in _ARROWS:
            self._held[key] = None
        elif self._camera is not None and key in (pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS):
            self._zoom(1)
        elif self._camera is not None and key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            self._zoom(-1)
        else:
            return False
        self._stage.fix_camera(self._camera)
        return True

    def tick(self) -> None:
        """Move the free camera; forget a fault that has been shown long enough."""
        self._fault_ticks = max(0, self._fault_ticks - 1)
        if self._camera is not None:
            x, y, ppm = self._camera
            dx, dy = sum(_ARROWS[key][0] for key in self._held), sum(_ARROWS[key][1] for key in self._held)
            level = self._run.level
            x, y = x + dx * PAN_PX / ppm, y + dy * PAN_PX / ppm
            self._camera = (min(max(x, 0.0), level.width), min(max(y, 0.0), level.height), ppm)
            self._stage.fix_camera(self._camera)

    def take(self, events: Sequence[Event], view: View) -> None:
        """Remember which beats came."""
        self.came += [(event.beat, view.tick) for event in events if isinstance(event, BeatReached)]

    def fresh_setup(self, view: View) -> RunSetup | None:
        """The run to go on with when the level was loaded anew, with the player where he is; None while nothing changed.
        A level that was saved broken is told of in the picture and changes nothing."""
        news = self._watch.news()
        if news is None:
            return None
        if news.level is None:
            self._faults = tuple(str(fault) for fault in news.faults)
            self._fault_ticks = FAULT_TICKS
            return None
        level, self._saved_at = news.level, news.saved_at
        if view.focus_x > level.width or view.focus_y > level.height:
            return replace(self._run.setup, at="")
        return replace(self._run.setup, at=_place(view))

    def take_over(self, other: MakersDesk) -> None:
        """Go on as the desk of the run before: what was open stays open."""
        self.is_slow, self._part, self._saved_at = other.is_slow, other._part, other._saved_at
        self._open(other.is_open)

    def close(self) -> None:
        """The run is over or left."""
        self._watch.close()
        self._stage.fix_camera(None)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Over everything else."""
        if self._saved_at:
            self._reload_seconds, self._saved_at = time() - self._saved_at, 0.0
        if self.is_open and self._overlay is not None:
            shown = self._run.view_of_makers()
            self._overlay.draw(surface, shown, self._stage.to_screen, PARTS[self._part])
            self._overlay.draw_story(surface, self.came, self._run.setup.side, self._notes(), PARTS[self._part])
        self.draw_faults(surface)

    def draw_faults(self, surface: pygame.Surface, is_at_foot: bool = False) -> None:
        """What is wrong with the level as it was saved last."""
        if self._fault_ticks:
            overlay_faults.draw(surface, self.theatre.words("maker.broken"), self._faults, is_at_foot)

    def _notes(self) -> list[str]:
        words = self.theatre.words
        notes = [words("maker.keys"), words("maker.more_keys"), words(f"maker.part_{PARTS[self._part]}")]
        if self._camera is not None:
            notes.append(words("maker.free"))
        if self.is_slow:
            notes.append(words("maker.slow"))
        if 0.0 < self._reload_seconds < MOST_RELOAD:
            notes.append(words("maker.reloaded", seconds=f"{self._reload_seconds:.2f}"))
        if not self._is_recorded:
            notes.append(words("maker.unrecorded"))
        return notes

    def _open(self, is_open: bool) -> None:
        self.is_open = is_open
        if is_open and self._overlay is None:
            self._overlay = Overlay(self._run.level, SIZE, self.theatre.words)
        if not is_open:
            self._camera, self.is_slow = None, False
            self._held.clear()
            self._stage.fix_camera(None)

    def _zoom(self, step: int) -> None:
        assert self._camera is not None
        x, y, ppm = self._camera
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - ppm))
        self._camera = (x, y, SCALES[min(max(nearest + step, 0), len(SCALES) - 1)])


def _place(view: View) -> str:
    """Where the player's body is, as a run's `at`: with his vehicle when he sits in one."""
    body = next((person for person in view.people if person.id == view.player), None)
    if body is None:
        return ""
    car = next((one for one in view.vehicles if one.id == body.vehicle), None)
    if car is None:
        return f"@{body.x:.3f},{body.y:.3f}"
    return f"@{car.x:.3f},{car.y:.3f},{round(car.angle * 65536 / 6.283185307179586) & 65535},{car.name}"
