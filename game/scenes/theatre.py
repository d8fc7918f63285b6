"""Everything a scene may ask of the house: devices, preferences, words, levels, runs, recorded runs, pictures.

Owns no behaviour; the app fills it in once, tests fill it with fakes. So no scene touches a file, a clock or
the sim's making. `Run` and `Playback` are what the scenes need of a recorded run and of one that is replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pygame

from game.audio.sound import Sound
from game.content.faults import Fault
from game.content.level import Level
from game.input.devices import Devices
from game.scenes.preferences import Preferences
from game.sim.events import Event
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup
from game.sim.view import ResultView, View


@dataclass(frozen=True, slots=True)
class LevelNews:
    """What came of a change in the files of the level that is played: the level as it is now, or what is wrong with it."""

    level: Level | None = None
    faults: tuple[Fault, ...] = ()
    saved_at: float = 0.0
    """When the last of the files was written, seconds since 1970."""


class Watch(Protocol):
    """The files of a level under watch."""

    def news(self) -> LevelNews | None:
        """What came of the last change, once; None while nothing has changed."""

    def close(self) -> None:
        """Watch no more."""


class Unwatched:
    """Nobody changes this level while it is played."""

    def news(self) -> LevelNews | None:
        """Never any."""
        return None

    def close(self) -> None:
        """Nothing to end."""


class Run(Protocol):
    """A run that is played and recorded as it happens."""

    @property
    def setup(self) -> RunSetup:
        """What was chosen before the start."""

    @property
    def level(self) -> Level:
        """Where it happens."""

    @property
    def is_over(self) -> bool:
        """It has ended by itself."""

    def step(self, frame: InputFrame) -> list[Event]:
        """One tick; what happened in it."""

    def view(self) -> View:
        """The picture of the tick that was stepped last."""

    def view_of_makers(self) -> View:
        """The same with what the minds are at, for level makers."""

    def put(self, x: float, y: float) -> None:
        """Put the player's body there. No replay can hold that: the recording ends here, the run goes on without."""

    def keep(self, waits: bool = True) -> Path | None:
        """End the recording here and keep it; the file, or None when there was nothing to keep. May be called twice.

        `waits`: until it is safe on the disk, which may take long.
        """


class Playback(Protocol):
    """A recorded run that is shown again."""

    @property
    def setup(self) -> RunSetup:
        """What was chosen before its start."""

    @property
    def level(self) -> Level:
        """Where it happened."""

    @property
    def tick(self) -> int:
        """Ticks shown so far."""

    @property
    def ticks(self) -> int:
        """Ticks recorded."""

    @property
    def verdict(self) -> str:
        """DIVERGED with the tick as soon as a checksum differs; VERIFIED at the end when none did; else empty."""

    def step(self) -> list[Event]:
        """The next recorded tick; nothing happens at the end."""

    def seek(self, tick: int) -> None:
        """Go to a tick, forward or back."""

    def view(self) -> View:
        """The picture of that tick."""


class Stage(Protocol):
    """The picture of a place with its HUD, as a scene uses it."""

    def take(self, events: Sequence[Event], view: View) -> None:
        """What happened, for particles, marks, captions."""

    def draw(
        self, surface: pygame.Surface, before: View, now: View, alpha: float, has_hud: bool = True, foot: int = 0
    ) -> None:
        """The world and, unless it is not wanted, the HUD, between the last two pictures; clear of so many pixels at the
        foot, where a run is only watched."""

    def to_world(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Metres below a pixel of the window."""

    def show_hands(self, devices: Devices) -> None:
        """Prompts for the device used last, and the order wheel as it stands."""

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place in metres in the last picture."""

    def fix_camera(self, place: tuple[float, float, float] | None) -> None:
        """Look from there (metres, pixels a metre) whatever the player does; None = follow him again."""


@dataclass(frozen=True, slots=True)
class LevelCard:
    """One row of the level list."""

    path: Path
    title: str
    place: str
    sides: tuple[str, ...]
    author: str = ""
    picture: Path | None = None
    """A small picture of it, where there is one."""
    fault: str = ""
    """Why it cannot be played at all: a pack that cannot be read."""
    plans: tuple[tuple[str, str], ...] = ()
    """Other plans for its first side that a player may choose: name, and what it is called."""


@dataclass(frozen=True, slots=True)
class ReplayCard:
    """One row of the list of recorded runs."""

    path: Path
    title: str
    details: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a menu: what it says, and the value on its right."""

    label: str
    value: str = ""
    is_enabled: bool = True


class Art(Protocol):
    """The painted screens. Those with rows say where each row lies, for the mouse; an empty place is out of sight."""

    def title(self, surface: pygame.Surface, rows: list[Row], chosen: int, ticks: int, foot: str) -> list[pygame.Rect]:
        """The title with its menu, and a quiet line at its foot."""

    def listing(self, surface: pygame.Surface, heading: str, rows: list[Row], chosen: int) -> list[pygame.Rect]:
        """A list to choose from."""

    def jobs(
        self, surface: pygame.Surface, heading: str, rows: list[Row], chosen: int, card: LevelCard | None
    ) -> list[pygame.Rect]:
        """Levels to choose from, and beside them the chosen one: its picture, its place and who made it."""

    def settings(
        self, surface: pygame.Surface, rows: list[Row], chosen: int, hint: str, pages: list[str], page: int
    ) -> list[pygame.Rect]:
        """Names and values of one of the pages, with a line of help below."""

    def brief(
        self,
        surface: pygame.Surface,
        level: Level,
        step: int,
        fraction: float,
        skip: str,
        marks: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Step `step` of the drawn plan, so much of its time gone; `skip` says how it is ended, `marks` what was cased."""

    def pause(
        self, surface: pygame.Surface, rows: list[Row], chosen: int, goal: str, keys: list[tuple[str, str]]
    ) -> list[pygame.Rect]:
        """The pause menu over what was drawn before, with the goal and what the keys do: label and words of each."""

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
        """How the run ended, against the level's par in seconds, with what to do next (a row's value says more of it)
        and a quiet line at the foot."""

    def message(self, surface: pygame.Surface, lines: list[str]) -> None:
        """What is wrong with a file."""

    def caption(self, surface: pygame.Surface, left: str, right: str) -> None:
        """A thin line of status along the bottom, over a recorded run."""


Words = Callable[..., str]
"""The texts of the game: `words("menu.play")`, with values for the placeholders by name."""


@dataclass(slots=True)
class Theatre:
    """The house the scenes play in."""

    preferences: Preferences
    devices: Devices
    words: Words
    art: Art
    begin: Callable[[Path, RunSetup], Run]
    """A new run on the level at that path. Raises ContentError."""
    stage: Callable[[Level], Stage]
    levels: Callable[[], list[LevelCard]]
    replays: Callable[[], list[ReplayCard]]
    open_replay: Callable[[Path], Playback]
    """A recorded run to be shown. Raises ContentError."""
    save: Callable[[], str]
    """Write the preferences; what went wrong, or ""."""
    apply: Callable[[], None]
    """Preferences changed: window, devices and sound follow."""
    new_seed: Callable[[], int]
    version: str = ""
    """The game's own, for the foot of the title."""
    notice: str = ""
    """One thing to be told on the title (a settings file that was set aside)."""
    sound: Sound = field(default_factory=Sound)
    """What is heard; silence where there is no device."""
    watch: Callable[[Path], Watch] = lambda path: Unwatched()
    """Begin to watch the files of a level that is played."""
    cased: Callable[[Level], tuple[tuple[str, str], ...]] = lambda level: ()
    """What the crew has noticed of a level in earlier runs: kind and name of each thing."""
    marked: dict[Path, int] = field(default_factory=dict)
    """How many of those the plan of a level has shown."""
    briefed: set[Path] = field(default_factory=set)
    """Levels whose plan has been shown since the game was started."""
