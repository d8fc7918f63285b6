"""The painted screens of `game.render` as scenes use them; each says where its rows lie, for the mouse.

Owns the status line of the replay viewer. Draws nothing else itself. Made by the app.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

import pygame

from game.content.level import Level
from game.content.text import Text
from game.render import screens
from game.render import text as type_
from game.scenes.theatre import LevelCard, Row
from game.sim.view import ResultView

LEFT_PX = 84
PICTURE_PX = (352, 198)
MOST_PICTURE_PIXELS = 1 << 21
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

    def jobs(
        self, surface: pygame.Surface, heading: str, rows: list[Row], chosen: int, card: LevelCard | None
    ) -> list[pygame.Rect]:
        """Levels to choose from, with the picture, the place and the author of the chosen one."""
        picture = _picture(card.picture) if card is not None and card.picture is not None else None
        author = self._text("menu.author", name=card.author) if card is not None and card.author else ""
        lines = [line for line in (card.place, author) if line] if card is not None else []
        listed = [(row.label, row.value) for row in rows]
        return screens.draw_jobs(surface, heading, listed, chosen, picture, lines)

    def settings(
        self, surface: pygame.Surface, rows: list[Row], chosen: int, hint: str, pages: list[str], page: int
    ) -> list[pygame.Rect]:
        """Names and values of one of the pages, with a line of help below."""
        values = [(row.label, row.value) for row in rows]
        return screens.draw_settings(surface, self._text, values, chosen, hint, pages, page)

    def brief(
        self,
        surface: pygame.Surface,
        level: Level,
        step: int,
        fraction: float,
        skip: str,
        marks: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Step `step` of the drawn plan, so much of its time gone, with what was cased."""
        screens.draw_brief(surface, self._text, level, step, fraction, skip=skip, marks=marks)

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


@lru_cache(maxsize=64)
def _picture(path: Path) -> pygame.Surface | None:
    """The small picture of a level, at the size at which it is shown; None when the file is none."""
    try:
        with path.open("rb") as file:
            head = file.read(24)
        wide, high = (
            struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" and len(head) == 24 else (0, 0)
        )
        if not 1 <= wide * high <= MOST_PICTURE_PIXELS:
            return None
        return pygame.transform.smoothscale(pygame.image.load(str(path)).convert(), PICTURE_PX)
    except (OSError, pygame.error, ValueError):
        return None


def _labels(rows: list[Row]) -> list[str]:
    return [row.label for row in rows]
