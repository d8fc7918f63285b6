"""The painted screens of `game.render` as scenes use them; each says where its rows lie, for the mouse.

Owns the status line of the replay viewer. Draws nothing else itself. Made by the app.
"""

from __future__ import annotations

import pygame

from game.content.level import Level
from game.content.text import Text
from game.render import screens
from game.render import text as type_
from game.scenes.theatre import Row
from game.sim.view import ResultView

LEFT_PX = 84
CAPTION_PX = 34
CAPTION_SIZE_PX = 20
NIGHT = (8, 11, 17)
STEEL = (150, 166, 184)
WHITE = (236, 241, 247)


class PaintedArt:
    """The screens as they are painted."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def title(self, surface: pygame.Surface, rows: list[Row], chosen: int, ticks: int, foot: str) -> list[pygame.Rect]:
        """The title with its menu."""
        return screens.draw_title(surface, self._text, _labels(rows), chosen, ticks, foot)

    def listing(self, surface: pygame.Surface, heading: str, rows: list[Row], chosen: int) -> list[pygame.Rect]:
        """A list to choose from."""
        return screens.draw_list(surface, self._text, heading, [(row.label, row.value) for row in rows], chosen)

    def settings(
        self, surface: pygame.Surface, rows: list[Row], chosen: int, hint: str, pages: list[str], page: int
    ) -> list[pygame.Rect]:
        """Names and values of one of the pages, with a line of help below."""
        values = [(row.label, row.value) for row in rows]
        return screens.draw_settings(surface, self._text, values, chosen, hint, pages, page)

    def brief(self, surface: pygame.Surface, level: Level, step: int, fraction: float, skip: str) -> None:
        """Step `step` of the drawn plan, so much of its time gone."""
        screens.draw_brief(surface, self._text, level, step, fraction, skip=skip)

    def pause(
        self, surface: pygame.Surface, rows: list[Row], chosen: int, goal: str, keys: list[tuple[str, str]]
    ) -> list[pygame.Rect]:
        """The pause menu over what was drawn before, with the goal and what the keys do."""
        return screens.draw_pause(surface, self._text, _labels(rows), chosen, goal, keys)

    def results(
        self,
        surface: pygame.Surface,
        result: ResultView,
        rows: list[Row],
        chosen: int,
        ticks: int,
        par: int,
        foot: str,
    ) -> list[pygame.Rect]:
        """How the run ended, with what to do next."""
        notes = [row.value for row in rows]
        return screens.draw_results(surface, self._text, result, _labels(rows), chosen, ticks, notes, par, foot)

    def message(self, surface: pygame.Surface, lines: list[str]) -> None:
        """What is wrong with a file."""
        screens.draw_message(surface, self._text, lines)

    def caption(self, surface: pygame.Surface, left: str, right: str) -> None:
        """A thin line of status along the bottom, over a recorded run."""
        wide, high = surface.get_size()
        surface.fill(NIGHT, (0, high - CAPTION_PX, wide, CAPTION_PX))
        y = high - CAPTION_PX + 5
        type_.draw(surface, left, (LEFT_PX // 2, y), CAPTION_SIZE_PX, WHITE)
        type_.draw(surface, right, (wide - LEFT_PX // 2, y), CAPTION_SIZE_PX, STEEL, "right")


def _labels(rows: list[Row]) -> list[str]:
    return [row.label for row in rows]
