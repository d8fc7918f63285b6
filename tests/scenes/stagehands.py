"""A house without files, sim or paint: what scenes ask for, answered at once and written down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.content.faults import Fault, UnusableFile
from game.content.level import BriefStep, Level, Screenplay
from game.content.text import load_text
from game.input.devices import Devices
from game.input.pad import Pads
from game.scenes.preferences import Preferences
from game.scenes.scene import Scene
from game.scenes.theatre import LevelCard, ReplayCard, Row, Theatre
from game.sim.events import Event, PersonKilled
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup
from game.sim.view import HudView, ResultView, View
from tests.input.fingers import FakePad

HUD = HudView(
    "Take the truck", "", 0, "rifle", "Rifle", 30, 30, (), 0.0, "", "", "", 0.0, "", "", False, "calm", 0, 0, (), 0.0, 0.0,
    0.0, 0.0, False, 0.0, False, 0,
)  # fmt: skip
STREET = Path("levels/street.tmx")
BROKEN = Path("levels/broken.tmx")
TORN = LevelCard(Path("torn.zip"), "torn.zip", "is no zip archive", (), fault="torn.zip: is no zip archive")
PLAYER = 5


def level(brief: tuple[BriefStep, ...] = ()) -> Level:
    """An empty street."""
    play = Screenplay("Street", brief=brief)
    return Level("street", 10, 10, ("asphalt",), bytes(100), "noon", *((),) * 14, play, "0" * 64)


def view(tick: int, result: ResultView | None = None) -> View:
    """Nobody on it."""
    nothing: tuple[()] = ()
    return View(tick, *((nothing,) * 9), HUD, PLAYER, 4.0, 5.0, 4.0, 5.0, 0.0, 0.0, 24, (0.0, 0.0, 9.0, 9.0), result)


class FakeRun:
    """A run that ends after a number of ticks."""

    def __init__(self, setup: RunSetup, place: Level, last_tick: int) -> None:
        self.setup = setup
        self.level = place
        self.frames: list[InputFrame] = []
        self.kept = 0
        self.kills_at = -1
        self._last_tick = last_tick

    @property
    def is_over(self) -> bool:
        """Its last tick is done."""
        return len(self.frames) >= self._last_tick

    def step(self, frame: InputFrame) -> list[Event]:
        """Count it."""
        self.frames.append(frame)
        return [PersonKilled(9, PLAYER, 0.0, 0.0, "shot")] if len(self.frames) == self.kills_at else []

    def view(self) -> View:
        """The tick, and a result at the end."""
        result = ResultView("escaped", "Gone", 10.0, 100, (), ()) if self.is_over else None
        return view(len(self.frames), result)

    def view_of_makers(self) -> View:
        """The same."""
        return self.view()

    def put(self, x: float, y: float) -> None:
        """Remembered."""
        self.put_at = (x, y)

    def keep(self, waits: bool = True) -> Path | None:
        """Count it."""
        self.kept += 1
        return Path("run.replay")


class FakePlayback:
    """A recorded run of a hundred ticks."""

    def __init__(self) -> None:
        self.setup = RunSetup("street")
        self.level = level()
        self.tick = 0
        self.ticks = 100

    @property
    def verdict(self) -> str:
        """Good at the end."""
        return "VERIFIED" if self.tick == self.ticks else ""

    def step(self) -> list[Event]:
        """One on."""
        self.tick += 1
        return []

    def seek(self, tick: int) -> None:
        """There."""
        self.tick = tick

    def view(self) -> View:
        """The tick."""
        return view(self.tick)


class FakeStage:
    """Draws nothing."""

    def take(self, events: Sequence[Event], view: View) -> None:
        """Nothing."""

    def draw(
        self, surface: pygame.Surface, before: View, now: View, alpha: float, has_hud: bool = True, foot: int = 0
    ) -> None:
        """Nothing."""

    def to_world(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """One to one."""
        return pixel

    def show_hands(self, devices: Devices) -> None:
        """Nothing."""

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """One to one."""
        return x, y

    def fix_camera(self, place: tuple[float, float, float] | None) -> None:
        """Remembered."""
        self.camera = place


class FakeArt:
    """Remembers what it was asked to paint."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def _rows(self, rows: list[Row]) -> list[pygame.Rect]:
        self.said = [f"{row.label} {row.value}".strip() for row in rows]
        return [pygame.Rect(0, index * 10, 100, 10) for index in range(len(rows))]

    def title(self, surface: object, rows: list[Row], chosen: int, ticks: int, foot: str) -> list[pygame.Rect]:
        """Rows."""
        return self._rows(rows)

    def listing(self, surface: object, heading: str, rows: list[Row], chosen: int) -> list[pygame.Rect]:
        """Rows."""
        return self._rows(rows)

    def jobs(
        self, surface: object, heading: str, rows: list[Row], chosen: int, card: LevelCard | None
    ) -> list[pygame.Rect]:
        """Rows, and who made the chosen one."""
        places = self._rows(rows)
        self.said += [card.author] if card is not None and card.author else []
        return places

    def settings(
        self, surface: object, rows: list[Row], chosen: int, hint: str, pages: list[str], page: int
    ) -> list[pygame.Rect]:
        """Rows and the hint."""
        places = self._rows(rows)
        self.said.append(hint)
        return places

    def brief(
        self,
        surface: object,
        level: Level,
        step: int,
        fraction: float,
        skip: str,
        marks: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """The step, and what was cased."""
        self.said = [f"step {step} {fraction:.2f}", *(f"{kind} {name}" for kind, name in marks)]

    def pause(
        self, surface: object, rows: list[Row], chosen: int, goal: str, keys: list[tuple[str, str]]
    ) -> list[pygame.Rect]:
        """Rows, the goal and the keys."""
        places = self._rows(rows)
        self.said += [goal, *(f"{cap}: {words}" for cap, words in keys)]
        return places

    def results(
        self, surface: object, result: ResultView, rows: list[Row], chosen: int, ticks: int, par: int, foot: str
    ) -> list[pygame.Rect]:
        """Rows and the foot."""
        places = self._rows(rows)
        self.said.append(foot)
        return places

    def message(self, surface: object, lines: list[str]) -> None:
        """Lines."""
        self.said = lines

    def caption(self, surface: object, left: str, right: str) -> None:
        """Both."""
        self.said = [left, right]


class Rehearsal:
    """Scenes run by hand: events, ticks and the change of scenes as the loop does it."""

    def __init__(self, last_tick: int = 3, brief: tuple[BriefStep, ...] = (BriefStep("Go", 1.0),)) -> None:
        self.art = FakeArt()
        self.runs: list[FakeRun] = []
        self.saves = 0
        self._last_tick = last_tick
        self._brief = brief
        self.theatre = Theatre(
            Preferences(),
            Devices(pads=Pads(lambda index: FakePad())),
            load_text(),
            self.art,
            self._begin,
            lambda place: FakeStage(),
            lambda: [
                LevelCard(STREET, "Street", "Venice", ("crew", "police"), plans=(("quick", "Crew: quick"),)),
                LevelCard(BROKEN, "Broken", "", ()),
                TORN,
            ],
            lambda: [ReplayCard(Path("a.replay"), "street", "film")],
            lambda path: FakePlayback(),
            self._save,
            self._apply,
            lambda: 4711,
        )
        self.surface = pygame.Surface((1280, 720))
        self.scene: Scene = Scene()

    def show(self, scene: Scene) -> Scene:
        """Begin with this scene."""
        self.scene = scene
        scene.enter()
        return self._follow()

    def press(self, *events: pygame.event.Event) -> Scene:
        """Events, each to the devices and to the scene that is on by then."""
        for event in events:
            self.theatre.devices.take(event)
            self.scene.event(event)
            self._follow()
        return self.scene

    def pass_ticks(self, count: int = 1) -> Scene:
        """Time, and a picture after each tick."""
        for _ in range(count):
            self.scene.tick()
            self._follow()
            self.scene.draw(self.surface, 0.5)
        return self.scene

    def _follow(self) -> Scene:
        while (coming := self.scene.next) is not None:
            self.scene.next = None
            self.scene.leave()
            self.scene = coming
            coming.enter()
        return self.scene

    def _begin(self, path: Path, setup: RunSetup) -> FakeRun:
        if path == BROKEN:
            raise UnusableFile([Fault("broken.tmx", "layer 3", "is missing")])
        self.runs.append(FakeRun(setup, level(self._brief), self._last_tick))
        return self.runs[-1]

    def _save(self) -> str:
        self.saves += 1
        return ""

    def _apply(self) -> None:
        self.theatre.devices.bindings = self.theatre.preferences.bindings
        self.theatre.devices.toggles = self.theatre.preferences.toggles()
