"""The title, and the lists behind it: levels, recorded runs; and the page that tells the player of a fault.

Owns the ways from the title to everything else. Starting a run is here too (`start_run`), because the title, the
level list and the results all do it: first the drawn plan, once a level, then the street.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame

from game.content.faults import ContentError
from game.scenes.menu_scene import MenuScene
from game.scenes.scene import Scene
from game.scenes.theatre import LevelCard, Row, Theatre
from game.sim.run_setup import RunSetup


class TitleScene(MenuScene):
    """The first thing one sees."""

    def __init__(self, theatre: Theatre) -> None:
        super().__init__(theatre)
        self._ticks = 0
        self._foot = f"{theatre.words('menu.levels')} {len(_playable(theatre))}     {theatre.version}"
        self._acts = (self._play, self._levels, self._replays, self._settings, self._quit)

    def enter(self) -> None:
        """Tell what went wrong before the first picture, once."""
        notice, self.theatre.notice = self.theatre.notice, ""
        if notice:
            self.next = MessageScene(self.theatre, notice.splitlines(), self)

    def rows(self) -> list[Row]:
        """Play, levels, recorded runs, settings, leave."""
        words = self.theatre.words
        return [Row(words(f"menu.{key}")) for key in ("play", "levels", "replays", "settings", "quit")]

    def accept(self, index: int) -> None:
        """Go there."""
        self._acts[index]()

    def tick(self) -> None:
        """The title moves slowly, to its score."""
        super().tick()
        self.theatre.sound.score("title")
        self._ticks += 1

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The painted title with its menu."""
        self.places = self.theatre.art.title(surface, self.rows(), self.chosen, self._ticks, self._foot)

    def _play(self) -> None:
        """The level played last, or the first there is."""
        cards = _playable(self.theatre)
        last = self.theatre.preferences.last_level
        card = next((card for card in cards if card.path.stem == last), cards[0] if cards else None)
        if card is None:
            self.next = MessageScene(self.theatre, [self.theatre.words("menu.no_levels")], self)
            return
        side = card.sides[0] if card.sides else "crew"
        self.next = start_run(self.theatre, card.path, fresh_setup(self.theatre, card.path, side), self)

    def _levels(self) -> None:
        self.next = LevelsScene(self.theatre, self)

    def _replays(self) -> None:
        self.next = ReplaysScene(self.theatre, self)

    def _settings(self) -> None:
        from game.scenes.settings_scene import SettingsScene

        self.next = SettingsScene(self.theatre, self)

    def _quit(self) -> None:
        self.is_over = True


def _playable(theatre: Theatre) -> list[LevelCard]:
    return [card for card in theatre.levels() if not card.fault]


class LevelsScene(MenuScene):
    """Every level, with the side and the plan of the run to come."""

    def __init__(self, theatre: Theatre, beneath: Scene) -> None:
        super().__init__(theatre)
        self._beneath = beneath
        self._cards = theatre.levels()
        self._choices = [_choices(card) for card in self._cards]
        self._chosen = [0] * len(self._cards)

    def rows(self) -> list[Row]:
        """Title, and the side, or one of its plans, that left and right change."""
        words = self.theatre.words
        rows = []
        for card, choices, chosen in zip(self._cards, self._choices, self._chosen, strict=True):
            side, _, label = choices[chosen]
            choice = f"‹ {label or words(f'side.{side}')} ›" if card.sides else ""
            rows.append(Row(card.title, words("menu.broken") if card.fault else choice))
        return rows or [Row(words("menu.no_levels"), is_enabled=False)]

    def accept(self, index: int) -> None:
        """Play it with a new seed; what cannot be played says why."""
        card = self._cards[index]
        if card.fault:
            self.next = MessageScene(self.theatre, [card.fault], self)
            return
        side, plan, _ = self._choices[index][self._chosen[index]]
        setup = replace(fresh_setup(self.theatre, card.path, side), plan=plan)
        self.next = start_run(self.theatre, card.path, setup, self)

    def change(self, index: int, direction: int) -> None:
        """Another plan, or the other side of the law."""
        if self._cards:
            self._chosen[index] = (self._chosen[index] + direction) % len(self._choices[index])

    def back(self) -> None:
        """To the title."""
        self.next = self._beneath

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The list."""
        heading = self.theatre.words("menu.levels")
        card = self._cards[self.chosen] if self._cards else None
        self.places = self.theatre.art.jobs(surface, heading, self.rows(), self.chosen, card)


def _choices(card: LevelCard) -> list[tuple[str, str, str]]:
    """How a level can be played: side, plan, and what the plan is called; the first side's plans come after it, then the other side."""
    sides = card.sides or ("crew",)
    found = [(sides[0], "", "")]
    if sides[0] == "crew":
        found.extend(("crew", name, label) for name, label in card.plans)
    return found + [(side, "", "") for side in sides[1:]]


class ReplaysScene(MenuScene):
    """Every run that was kept, the newest first."""

    def __init__(self, theatre: Theatre, beneath: Scene) -> None:
        super().__init__(theatre)
        self._beneath = beneath
        self._cards = theatre.replays()

    def rows(self) -> list[Row]:
        """Title and how it went."""
        rows = [Row(card.title, card.details) for card in self._cards]
        return rows or [Row(self.theatre.words("menu.no_replays"), is_enabled=False)]

    def accept(self, index: int) -> None:
        """Show it."""
        self.next = open_replay(self.theatre, self._cards[index].path, self)

    def back(self) -> None:
        """To the title."""
        self.next = self._beneath

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The list."""
        heading = self.theatre.words("menu.replays")
        self.places = self.theatre.art.listing(surface, heading, self.rows(), self.chosen)


class MessageScene(Scene):
    """Something the player must be told, in whole lines; anything pressed goes on."""

    def __init__(self, theatre: Theatre, lines: list[str], after: Scene | None, heading: str = "") -> None:
        super().__init__()
        self.theatre = theatre
        self.lines = lines
        self._after = after
        self._heading = heading

    def event(self, event: pygame.event.Event) -> None:
        """Anything pressed goes on."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN):
            self.next = self._after
            self.is_over = self._after is None

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The lines; without a heading of their own they are about a file."""
        if self._heading:
            self.theatre.art.listing(surface, self._heading, [Row(line) for line in self.lines], -1)
        else:
            self.theatre.art.message(surface, self.lines)


def menu_hint(theatre: Theatre, accept: str) -> str:
    """The line of help under a list: what the two buttons of a menu do, on the device used last."""
    yes, no = ("A", "B") if theatre.devices.is_on_pad else ("Enter", "Esc")
    return f"{yes}  {theatre.words(f'menu.{accept}')}     {no}  {theatre.words('menu.back')}"


def fresh_setup(theatre: Theatre, path: Path, side: str) -> RunSetup:
    """A run on that level with a seed nobody has seen."""
    preferences = theatre.preferences
    return RunSetup(path.stem, side, theatre.new_seed(), preferences.difficulty, assists=preferences.assists())


def next_setup(theatre: Theatre, setup: RunSetup) -> RunSetup:
    """The same choices with another seed."""
    return replace(setup, seed=theatre.new_seed(), at="")


def start_run(theatre: Theatre, path: Path, setup: RunSetup, origin: Scene) -> Scene:
    """The scene that begins the run: its plan on the first time and when more of the place is known, the street at once else,
    or what is wrong."""
    from game.scenes.brief import BriefScene
    from game.scenes.play import PlayScene

    try:
        run = theatre.begin(path, setup)
    except ContentError as error:
        return MessageScene(theatre, [str(fault) for fault in error.faults], origin)
    theatre.preferences.last_level = setup.level
    theatre.preferences.last_seed = setup.seed
    play = PlayScene(theatre, run, path)
    marks = theatre.cased(run.level)
    is_news = len(marks) > theatre.marked.get(path, len(marks))
    theatre.marked[path] = len(marks)
    if (path in theatre.briefed and not is_news) or not run.level.screenplay.brief:
        return play
    theatre.briefed.add(path)
    return BriefScene(theatre, run.level, play, marks)


def open_replay(theatre: Theatre, path: Path, origin: Scene | None) -> Scene:
    """The scene that shows a recorded run, or what is wrong with its file."""
    from game.scenes.watch import WatchScene

    try:
        playback = theatre.open_replay(path)
    except ContentError as error:
        return MessageScene(theatre, [str(fault) for fault in error.faults], origin)
    return WatchScene(theatre, playback, origin)
