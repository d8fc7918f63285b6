"""The painted screens of `game.render` as scenes use them, with the places of their rows for the mouse.

Owns where rows lie on each screen, which must follow the screens' own measures, and the status line of the replay
viewer. Draws nothing else itself. Made by the app.
"""

from __future__ import annotations

import pygame

from game.content.level import Level
from game.content.text import Text
from game.render import screens
from game.render import text as type_
from game.render.screens_kit import first_shown
from game.scenes.theatre import Row
from game.sim.view import ResultView

LEFT_PX = 84
HEADING_PX = 170
"""Where the room below a heading begins."""
MENU_TOP_PX = HEADING_PX + 18
TITLE_TOP_PX = 274
MENU_STEP_PX = 46
MENU_WIDE_PX = 420
ROW_STEP_PX = 44
ROWS_FLOOR_PX = 86
CHOICES_PX = 78
"""The choices under a result lie so far above the bottom."""
CHOICE_SIZE_PX = 28
CHOICE_GAP_PX = 52
CAPTION_PX = 34
CAPTION_SIZE_PX = 20
NIGHT = (8, 11, 17)
STEEL = (150, 166, 184)
WHITE = (236, 241, 247)
OUT_OF_SIGHT = pygame.Rect(0, 0, 0, 0)


class PaintedArt:
    """The screens as they are painted."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def title(self, surface: pygame.Surface, rows: list[Row], chosen: int, ticks: int, foot: str) -> list[pygame.Rect]:
        """The title with its menu."""
        screens.draw_title(surface, self._text, _labels(rows), chosen, ticks, foot)
        return _column(len(rows), TITLE_TOP_PX, MENU_STEP_PX)

    def listing(self, surface: pygame.Surface, heading: str, rows: list[Row], chosen: int) -> list[pygame.Rect]:
        """A list to choose from."""
        screens.draw_list(surface, self._text, heading, [(row.label, row.value) for row in rows], chosen)
        return _scrolled(surface, len(rows), chosen)

    def settings(self, surface: pygame.Surface, rows: list[Row], chosen: int, hint: str) -> list[pygame.Rect]:
        """Names and values, with a line of help below."""
        screens.draw_settings(surface, self._text, [(row.label, row.value) for row in rows], chosen, hint)
        return _scrolled(surface, len(rows), chosen)

    def brief(self, surface: pygame.Surface, level: Level, step: int, fraction: float, skip: str) -> None:
        """Step `step` of the drawn plan, so much of its time gone."""
        screens.draw_brief(surface, self._text, level, step, fraction, skip=skip)

    def pause(self, surface: pygame.Surface, rows: list[Row], chosen: int) -> list[pygame.Rect]:
        """The pause menu over what was drawn before."""
        screens.draw_pause(surface, self._text, _labels(rows), chosen)
        return _column(len(rows), MENU_TOP_PX, MENU_STEP_PX)

    def results(
        self, surface: pygame.Surface, result: ResultView, rows: list[Row], chosen: int, ticks: int
    ) -> list[pygame.Rect]:
        """How the run ended, with what to do next."""
        screens.draw_results(surface, self._text, result, _labels(rows), chosen, ticks)
        places, x = [], LEFT_PX
        for index, row in enumerate(rows):
            wide = type_.width(row.label.upper(), CHOICE_SIZE_PX, "display" if index == chosen else "text")
            places.append(pygame.Rect(x, surface.get_height() - CHOICES_PX - 6, wide + 20, 50))
            x += wide + CHOICE_GAP_PX
        return places

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


def _column(count: int, top: int, step: int) -> list[pygame.Rect]:
    return [pygame.Rect(LEFT_PX, top + index * step, MENU_WIDE_PX, step) for index in range(count)]


def _scrolled(surface: pygame.Surface, count: int, chosen: int) -> list[pygame.Rect]:
    """Where the rows of a long list lie, of which only those around the chosen one are in sight."""
    shown = max(1, (surface.get_height() - HEADING_PX - ROWS_FLOOR_PX) // ROW_STEP_PX)
    first = first_shown(count, chosen, shown)
    wide = surface.get_width() - 2 * LEFT_PX
    return [
        pygame.Rect(LEFT_PX, HEADING_PX + (index - first) * ROW_STEP_PX - 4, wide, ROW_STEP_PX)
        if first <= index < first + shown
        else OUT_OF_SIGHT
        for index in range(count)
    ]
