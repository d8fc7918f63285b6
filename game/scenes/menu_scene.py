"""A scene that is a list of rows: one of them chosen, by keyboard, mouse or pad alike.

Owns choosing, hovering, clicking and the repeat of a held stick. What the rows are and what they do is the
business of the scenes that inherit from it; how they look is `Art`.
"""

from __future__ import annotations

import pygame

from game.input.menu import MenuReader, Word
from game.scenes.scene import Scene
from game.scenes.theatre import Row, Theatre


class MenuScene(Scene):
    """A list with one row chosen."""

    def __init__(self, theatre: Theatre) -> None:
        super().__init__()
        self.theatre = theatre
        self.chosen = 0
        self.places: list[pygame.Rect] = []
        """Where the rows were drawn last, for the mouse; empty for rows that are out of sight."""
        self._reader = MenuReader()

    def rows(self) -> list[Row]:
        """The rows as they are now."""
        raise NotImplementedError

    def accept(self, index: int) -> None:
        """The row was pressed."""

    def change(self, index: int, direction: int) -> None:
        """The row's value was turned left (-1) or right (1)."""

    def clear(self, index: int) -> None:
        """The row was asked to be emptied."""

    def back(self) -> None:
        """The list was left."""

    def event(self, event: pygame.event.Event) -> None:
        """Words of keys and pad, hovering and clicks of the mouse."""
        if event.type == pygame.MOUSEMOTION:
            self._hover(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._click(event)
        elif event.type == pygame.MOUSEWHEEL and event.y:
            self._say(Word.UP if event.y > 0 else Word.DOWN)
        else:
            self._say(self._reader.read(event))

    def tick(self) -> None:
        """Repeat the word of a stick that is held over."""
        self._say(self._reader.tick())

    def choose(self, direction: int) -> None:
        """Go to the next row that can be chosen, down (1) or up (-1), around the ends."""
        self.chosen = _next_enabled(self.rows(), self.chosen, direction)
        self.theatre.sound.sign("move")

    def _hover(self, pos: tuple[int, int]) -> None:
        """Under the mouse is chosen; not in a list that scrolls with what is chosen, it would run away."""
        row = self._row_at(pos)
        if row is not None and row != self.chosen and all(self.places) and self.rows()[row].is_enabled:
            self.chosen = row
            self.theatre.sound.sign("move")

    def _click(self, event: pygame.event.Event) -> None:
        row = self._row_at(event.pos)
        if event.button == 3:
            if row is None:
                self._leave_list()
            else:
                self._turn(row, -1)
        elif event.button == 1 and row is not None:
            self.chosen = row
            if self.rows()[row].is_enabled:
                self._press(row)

    def _say(self, word: Word | None) -> None:
        rows = self.rows()
        if word is None:
            return
        if word is Word.BACK:
            self._leave_list()
            return
        if not rows:
            return
        self.chosen %= len(rows)
        if word in (Word.UP, Word.DOWN):
            self.choose(-1 if word is Word.UP else 1)
        elif word in (Word.LEFT, Word.RIGHT):
            self._turn(self.chosen, -1 if word is Word.LEFT else 1)
        elif word is Word.CLEAR:
            self.clear(self.chosen)
        elif rows[self.chosen].is_enabled:
            self._press(self.chosen)

    def _press(self, row: int) -> None:
        self.theatre.sound.sign("accept")
        self.accept(row)

    def _turn(self, row: int, direction: int) -> None:
        self.theatre.sound.sign("move")
        self.change(row, direction)

    def _leave_list(self) -> None:
        self.theatre.sound.sign("back")
        self.back()

    def _row_at(self, pos: tuple[int, int]) -> int | None:
        return next((index for index, place in enumerate(self.places) if place.collidepoint(pos)), None)


def _next_enabled(rows: list[Row], index: int, direction: int) -> int:
    for step in range(1, len(rows) + 1):
        candidate = (index + direction * step) % len(rows)
        if rows[candidate].is_enabled:
            return candidate
    return index
