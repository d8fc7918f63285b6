"""How it ended, what made it so, and what to do next: the same seed again, another one, the title.

Owns the menu under the result; the result itself is in the last view.
"""

from __future__ import annotations

import pygame

from game.input.bindings import Action
from game.scenes.menu_scene import MenuScene
from game.scenes.play import PlayScene
from game.scenes.theatre import Row, Theatre
from game.scenes.title import TitleScene, next_setup, start_run


class ResultsScene(MenuScene):
    """The bill."""

    def __init__(self, theatre: Theatre, play: PlayScene) -> None:
        super().__init__(theatre)
        self._play = play
        self._replay = play.run.keep()
        self._ticks = 0
        self._acts = (self._again, self._other, self._watch, self.back)

    def enter(self) -> None:
        """A restart key held at the end must not skip the bill."""
        self.theatre.devices.release()

    def rows(self) -> list[Row]:
        """Again, another seed, watch it, title."""
        words = self.theatre.words
        button = self.theatre.devices.label(Action.RESTART)
        notes = {
            "restart": words("menu.restart_note", button=button),
            "next": words("menu.next_note"),
            "watch": words("menu.watch_note"),
            "to_title": words("menu.to_title_note"),
        }
        return [
            Row(words(f"menu.{key}"), note, is_enabled=key != "watch" or self._replay is not None)
            for key, note in notes.items()
        ]

    def accept(self, index: int) -> None:
        """Do it."""
        self._acts[index]()

    def change(self, index: int, direction: int) -> None:
        """The choices lie side by side: left and right walk along them."""
        self.choose(direction)

    def back(self) -> None:
        """To the title."""
        self.next = TitleScene(self.theatre)

    def tick(self) -> None:
        """The restart key works here as in the street."""
        super().tick()
        self.theatre.sound.score("results")
        self._ticks += 1
        if self.theatre.devices.is_pressed(Action.RESTART):
            self._again()
        self.theatre.devices.end_tick()

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The bill."""
        result = self._play.now.result
        assert result is not None, "a run that is over has a result in its last view"
        words, setup = self.theatre.words, self._play.run.setup
        par = self._play.run.level.screenplay.par_seconds
        foot = f"{words(f'difficulty.{setup.difficulty}')}   {words('menu.seed')} {setup.seed}"
        self.places = self.theatre.art.results(surface, result, self.rows(), self.chosen, self._ticks, par, foot)

    def _again(self) -> None:
        self.next = start_run(self.theatre, self._play.path, self._play.run.setup, TitleScene(self.theatre))

    def _other(self) -> None:
        setup = next_setup(self.theatre, self._play.run.setup)
        self.next = start_run(self.theatre, self._play.path, setup, TitleScene(self.theatre))

    def _watch(self) -> None:
        from game.scenes.title import open_replay

        if self._replay is not None:
            self.next = open_replay(self.theatre, self._replay, self)
