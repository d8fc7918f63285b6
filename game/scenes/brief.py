"""The plan, drawn on the map before the first start of a level.

Owns its time; any key, click or button skips it. Comes back on a restart only when the crew has noticed more of the place since: what
was cased is marked on it.
"""

from __future__ import annotations

import pygame

from game.content.level import Level
from game.scenes.scene import Scene
from game.scenes.theatre import Theatre

LONGEST_SECONDS = 20.0
"""However long a level's plan is written, nobody waits longer: it is told faster."""
TICKS_PER_SECOND = 60
_SKIPS = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)


class BriefScene(Scene):
    """The plan, told in a few strokes."""

    wants_cursor = False

    def __init__(self, theatre: Theatre, level: Level, after: Scene, marks: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self._theatre = theatre
        self._level = level
        self._after = after
        self._marks = marks
        self._ticks = 0
        seconds = [step.seconds for step in level.screenplay.brief]
        self._haste = max(1.0, sum(seconds) / LONGEST_SECONDS)
        self._ends = [sum(seconds[: step + 1]) for step in range(len(seconds))]

    def event(self, event: pygame.event.Event) -> None:
        """Anything pressed skips."""
        if event.type in _SKIPS:
            self.next = self._after

    def tick(self) -> None:
        """The plan draws itself, then the street begins."""
        self._theatre.sound.score("brief")
        self._ticks += 1
        if self._told() >= self._ends[-1]:
            self.next = self._after

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """So far as it has been drawn."""
        told = self._told()
        step = next((index for index, end in enumerate(self._ends) if told < end), len(self._ends) - 1)
        begin = self._ends[step - 1] if step else 0.0
        length = self._ends[step] - begin
        fraction = min((told - begin) / length, 1.0) if length > 0.0 else 1.0
        self._theatre.art.brief(surface, self._level, step, fraction, self._theatre.words("menu.any_key"), self._marks)

    def close(self) -> None:
        """The run behind it has begun to record."""
        self._after.close()

    def _told(self) -> float:
        """Seconds of the plan as it is written that have been told."""
        return self._ticks / TICKS_PER_SECOND * self._haste
