"""The house behind the scenes: levels, recorded runs, new runs and settings, put together for `Theatre`.

Owns the one level that is kept ready (so that a restart costs no loading) and the presentation's dice for seeds.
Called by `loop` alone.
"""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import localtime, strftime, time_ns
from typing import Any

from game.app import casebook
from game.app.level_watch import LevelWatch, is_made_here
from game.app.paths import assets_folder, broken_packs, data_root, is_own, level_paths, pack_of, replays_folder
from game.app.playback import ReplayPlayback, open_playback
from game.app.session import RunSession, quiet_collector
from game.app.settings import LoadedSettings, save_settings
from game.app.tape import tape_for
from game.app.version import __version__
from game.audio.street import open_sound
from game.content.catalog import load_catalog
from game.content.faults import ContentError, Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.content.text import Text, load_text
from game.content.toml_reader import read_toml
from game.input.devices import Devices
from game.levels.kept import Kept
from game.levels.loader import load_level
from game.replay.chunks import CorruptReplay, unpack_chunks
from game.replay.format import OtherVersion, read_header
from game.scenes.art import PaintedArt
from game.scenes.stage import WorldStage
from game.scenes.theatre import LevelCard, ReplayCard, Stage, Theatre, Unwatched, Watch
from game.sim.events import Event
from game.sim.founding import put_on_foot
from game.sim.input_frame import InputFrame
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.view import View

MOST_SEED = 2**31
MOST_REPLAYS = 60
"""Rows in the list of recorded runs; older ones are still in their folder."""
SIDES = ("crew", "police")
HEADER_BYTES = 1 << 16
"""A replay's header lies well inside this."""

Wait = Callable[[str, Callable[[], Any]], Any]


class KeptRun:
    """A run as the scenes see it: recorded from its first tick, kept however it ends."""

    def __init__(self, session: RunSession) -> None:
        self._session = session
        self._is_kept = False
        self._file: Path | None = None

    @property
    def setup(self) -> RunSetup:
        """What was chosen before the start."""
        return self._session.setup

    @property
    def level(self) -> Level:
        """Where it happens."""
        return self._session.level

    @property
    def is_over(self) -> bool:
        """It has ended by itself."""
        return self._session.is_over

    def step(self, frame: InputFrame) -> list[Event]:
        """One tick; what happened in it."""
        return self._session.step(frame)

    def view(self) -> View:
        """The picture of the tick that was stepped last."""
        return picture(self._session.world)

    def view_of_makers(self) -> View:
        """The same with what the minds are at, for level makers."""
        return picture(self._session.world, debug=True)

    def put(self, x: float, y: float) -> None:
        """Put the player's body there; what was recorded so far is kept, and the run goes on unrecorded."""
        self.keep()
        put_on_foot(self._session.world, x, y)

    def keep(self, waits: bool = True) -> Path | None:
        """End the recording and keep it, and wait for the disk if it `waits`; a run that never took a step leaves no file."""
        if not self._is_kept:
            self._is_kept = True
            casebook.note(self._session.world)
            if self._session.tick:
                self._file = self._session.finish(waits)
            else:
                self._session.discard()
        return self._file


@dataclass(slots=True)
class _Ready:
    """The level that was loaded last."""

    path: Path
    stamp: tuple[int, ...]
    level: Level
    catalog: Catalog
    read_at: int
    """When its files were read, ns since 1970."""


class House:
    """Everything a scene can ask for, made from files."""

    def __init__(
        self, settings: LoadedSettings, apply: Callable[[], None], wait: Wait, text: Text | None = None
    ) -> None:
        """`apply` is called when preferences changed; `wait` does what takes its time, with a word to show meanwhile."""
        self.text: Text = text or load_text()
        self.preferences = settings.preferences
        self.devices = Devices(self.preferences.bindings, self.preferences.toggles())
        self._wait = wait
        self._ready: _Ready | None = None
        self._watch: Watch = Unwatched()
        self._kept = Kept()
        self._stage: tuple[Level, WorldStage] | None = None
        self._is_succeeding = False
        """The next stage takes the place of the one there is: its level was loaded anew."""
        self._has_same_tiles = True
        self._running: RunSession | None = None
        self._gone: list[RunSession] = []
        """Runs whose level was loaded anew while they were played, until they are cleared away."""
        self._owes_sweep = False
        """Something was cleared away without the collector, which may have left rings behind."""
        self.theatre = Theatre(
            preferences=self.preferences,
            devices=self.devices,
            words=self.text,
            art=PaintedArt(self.text),
            begin=self.begin,
            stage=self.stage,
            levels=self.levels,
            replays=self.replays,
            open_replay=self.open_replay,
            save=self.save,
            apply=apply,
            new_seed=lambda: secrets.randbelow(MOST_SEED),
            version=__version__,
            notice=settings.message,
            watch=self.watch,
            cased=casebook.marks_of,
            sound=open_sound(assets_folder() / "sounds", load_catalog, self.preferences.volumes()),
        )

    def begin(self, path: Path, setup: RunSetup) -> KeptRun:
        """A new run, recorded from the start. Raises ContentError."""
        ready = self._load(path)
        # The collector looks at all there is, which takes a while: a level that is being made goes on without it.
        if self._is_succeeding and self._running is not None:
            self._gone.append(self._running)
        self._owes_sweep = self._is_succeeding
        if not self._owes_sweep:
            # What an earlier run left is out of the collector's sight: show it again before it is swept.
            gc.unfreeze()
        try:
            tape = tape_for(setup.level, replays_folder())
        except OSError as cause:
            where = str(cause.filename or replays_folder())
            raise UnusableFile([Fault(where, "", f"the run cannot be recorded: {cause.strerror or cause}")]) from cause
        session = RunSession(ready.level, ready.catalog, setup, tape)
        self._running = session
        quiet_collector(is_thorough=not self._owes_sweep)
        return KeptRun(session)

    def stage(self, level: Level) -> Stage:
        """The picture of a level; the ground of the level played last is not composed again."""
        kept, has_same_tiles = self._stage, self._has_same_tiles
        before = kept[1] if kept is not None and self._is_succeeding else None
        self._is_succeeding, self._has_same_tiles = False, True
        if kept is not None and has_same_tiles and _looks_same(kept[0], level):
            kept[1].clear()
            return kept[1]
        catalog = self._ready.catalog if self._ready is not None else load_catalog()
        made: WorldStage = self._wait(
            self.text("menu.building"),
            lambda: WorldStage(level, catalog, self.text, self.preferences, before, has_same_tiles),
        )
        self._stage = level, made
        return made

    def sweep(self) -> None:
        """Clear away the run before, now that the level that was loaded anew has been seen: by hand, which takes no time."""
        if self._gone:
            for session in self._gone:
                session.let_go()
            self._gone.clear()
            quiet_collector(is_thorough=False)

    def sweep_all(self) -> None:
        """In a menu, where nobody minds a stop: what may have been left since the level was loaded anew."""
        if self._owes_sweep:
            self._owes_sweep = False
            gc.unfreeze()
            gc.collect()

    def watch(self, path: Path) -> Watch:
        """Watch the files of a level that is played, where somebody may be at work on it."""
        if self._ready is None or not is_made_here(path, data_root()):
            return Unwatched()
        self._watch.close()
        self._watch = LevelWatch(
            path, self._ready.catalog, lambda level, is_painted, read_at: self._adopt(path, level, is_painted, read_at), self._kept,
            self._ready.read_at,
        )  # fmt: skip
        return self._watch

    def refresh_stage(self) -> None:
        """Preferences changed: picture and sound follow."""
        self.theatre.sound.follow(self.preferences.volumes())
        if self._stage is not None:
            self._stage[1].follow_preferences()

    def levels(self) -> list[LevelCard]:
        """Every level that can be played, then packs that cannot, with what is wrong."""
        broken = [
            LevelCard(Path(fault.file), Path(fault.file).name, fault.message, (), fault=str(fault))
            for fault in broken_packs()
        ]
        return [self._card(path) for path in level_paths()] + broken

    def _card(self, path: Path) -> LevelCard:
        """What the list says of a level; one that did not come with the game says so in its title: it may have the name of one that did."""
        card, pack = _card(path), pack_of(path)
        if not pack and not is_own(path):
            return card
        came = self.text("menu.of_pack", name=pack) if pack else self.text("menu.of_own")
        return replace(card, title=f"{card.title} ({came})")

    def replays(self) -> list[ReplayCard]:
        """The recorded runs, the newest first; a file that is none of ours is left out."""
        files = sorted(replays_folder().glob("*.replay"), key=lambda path: path.stat().st_mtime, reverse=True)
        return [card for card in (_replay_card(path) for path in files[:MOST_REPLAYS]) if card is not None]

    def open_replay(self, path: Path) -> ReplayPlayback:
        """A recorded run to be shown. Raises ContentError."""
        try:
            return open_playback(path)
        except OtherVersion as cause:
            raise ContentError([Fault(path.name, "", str(cause).removeprefix(f"{path}: "))]) from cause

    def save(self) -> str:
        """Write the settings; what went wrong, or ""."""
        fault = save_settings(self.preferences)
        return str(fault) if fault is not None else ""

    def _adopt(self, path: Path, level: Level, is_painted: bool, read_at: int) -> None:
        """Take over a level that was read beside the run; with tiles painted anew what shows tiles is made anew."""
        if self._ready is not None:
            self._ready = _Ready(path, _stamp(path), level, self._ready.catalog, read_at)
        self._is_succeeding = True
        self._has_same_tiles = self._has_same_tiles and not is_painted

    def _load(self, path: Path) -> _Ready:
        stamp = _stamp(path)
        if self._ready is None or (self._ready.path, self._ready.stamp) != (path, stamp):
            try:
                read_at, catalog = time_ns(), load_catalog()
                level = self._wait(self.text("menu.loading"), lambda: load_level(path, catalog, kept=self._kept))
                self._ready = _Ready(path, stamp, level, catalog, read_at)
            except ContentError:
                # Told once; until the files change again the level as it was before can still be played.
                if self._ready is not None and self._ready.path == path:
                    self._ready.stamp = stamp
                raise
        return self._ready


def _stamp(path: Path) -> tuple[int, ...]:
    """When the two files of a level were written."""
    return tuple(part.stat().st_mtime_ns for part in (path, path.with_suffix(".toml")) if part.exists())


LOOKS = (
    "width", "height", "hour", "weather", "dress", "surfaces", "ground", "walls", "props", "lamps", "signals", "lanes",
    "fixtures", "cameras", "layers", "tilesets", "aircraft", "flights",
)  # fmt: skip
"""What of a level the picture is made from; people, zones, routes and the screenplay may change without it."""


def _looks_same(one: Level, other: Level) -> bool:
    """The same place with the same tiles; a replay's level is read anew and is another object."""
    if one is other:
        return True
    has_same_cars = {car.spec for car in one.vehicles} == {car.spec for car in other.vehicles}
    return has_same_cars and all(getattr(one, name) == getattr(other, name) for name in LOOKS)


def _card(path: Path) -> LevelCard:
    """What the list says of a level; a level that is broken is listed too, and says what is wrong when it is played."""
    screenplay = path.with_suffix(".toml")
    try:
        table = read_toml(screenplay) if screenplay.is_file() else {}
    except ContentError:
        table = {}
    title, place, sides = table.get("title"), table.get("place"), table.get("side")
    author, picture = table.get("author"), path.with_suffix(".png")
    names = [side.get("name") for side in sides if isinstance(side, dict)] if isinstance(sides, list) else []
    return LevelCard(
        path,
        title if isinstance(title, str) and title else path.stem.replace("_", " ").capitalize(),
        place if isinstance(place, str) else "",
        tuple(name for name in names if name in SIDES),
        author if isinstance(author, str) else "",
        picture if picture.is_file() else None,
        plans=_offered(table.get("plan")),
    )


def _offered(plans: object) -> tuple[tuple[str, str], ...]:
    """The named plans a screenplay's tables give a label, in their order; what is no such table is passed over."""
    found: dict[str, str] = {}
    for plan in plans if isinstance(plans, list) else []:
        name, label = (plan.get("name"), plan.get("label")) if isinstance(plan, dict) else (None, None)
        if isinstance(name, str) and isinstance(label, str) and name and label and plan.get("side") in (None, "crew"):
            found.setdefault(name, label)
    return tuple(found.items())


def _replay_card(path: Path) -> ReplayCard | None:
    try:
        with path.open("rb") as file:
            chunks, _ = unpack_chunks(file.read(HEADER_BYTES), keeps_prefix=True)
        header = read_header(chunks[0])
        when = strftime("%Y-%m-%d %H:%M", localtime(path.stat().st_mtime))
    except (OSError, IndexError, CorruptReplay, OtherVersion):
        return None
    setup = header.setup
    return ReplayCard(path, f"{setup.level}  {when}", f"{setup.side}, {setup.difficulty}, {setup.seed}")
