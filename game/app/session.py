"""One run from its first tick to its last: the world, and the recording of what was put into it.

Owns the path that live play, the bot, benchmarks and verification share, so that none of them can step a world in
its own way. Does not draw, read devices or decide anything. Called by the play scene and by the commands.
"""

from __future__ import annotations

import gc
import platform
from pathlib import Path

from game.app.tape import Tape
from game.app.version import __version__
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.replay.format import CHECKSUM_TICKS, Ending, Header
from game.replay.recorder import Recorder
from game.replay.verify import Identity
from game.sim.checksum import checksum
from game.sim.events import BeatReached, Event, RunEnded
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup
from game.sim.world import SIM_VERSION, World

COLLECT_TICKS = 300
COLLECT_ALL_TICKS = 3000
"""Between these the collector looks at young objects alone."""
COLLECT_PHASE = 30
"""The collector runs half-way between two rebases, where a tick has time to spare."""


class RunSession:
    """A run that is being played, by whomever."""

    def __init__(self, level: Level, catalog: Catalog, setup: RunSetup, tape: Tape | None = None) -> None:
        self.level = level
        self.catalog = catalog
        self.setup = setup
        try:
            self.world = World.new(level, catalog, setup)
        except ValueError as cause:
            if tape:
                tape.discard()
            raise UnusableFile([Fault(level.name, "setup", str(cause))]) from cause
        self.splits: list[tuple[str, int]] = []
        self.ending_name = ""
        self._tape = tape
        self._kept: Path | None = None
        self._recorder = Recorder(header_of(level, catalog, setup)) if tape else None
        if tape and self._recorder:
            tape.write(self._recorder.opening())

    @property
    def tick(self) -> int:
        """Ticks played so far."""
        return self.world.tick

    @property
    def is_over(self) -> bool:
        """The run has a result."""
        return self.world.is_over

    def step(self, frame: InputFrame) -> list[Event]:
        """Play one tick and record it. Returns what happened in it; nothing happens any more once the run is over."""
        if self.world.is_over:
            return []
        events = self.world.step(frame)
        beats = [event.beat for event in events if isinstance(event, BeatReached)]
        self.ending_name = next((event.ending for event in events if isinstance(event, RunEnded)), self.ending_name)
        self.splits += [(beat, self.world.tick) for beat in beats]
        if self._recorder and self._tape:
            is_checked = self.world.tick % CHECKSUM_TICKS == 0
            piece = self._recorder.add(frame, checksum(self.world) if is_checked else None)
            for beat in beats:
                self._recorder.split(beat)
            self._tape.write(piece)
        if not gc.isenabled():
            collect_in_turn(self.world.tick)
        return events

    def ending(self) -> Ending:
        """How the run stands now."""
        world = self.world
        return Ending(world.result, self.ending_name, world.tick, checksum(world), tuple(self.splits))

    def flush(self) -> None:
        """Hand over what has been recorded so far (at a pause, at a loss of focus)."""
        if self._recorder and self._tape:
            self._tape.write(self._recorder.flush())

    def finish(self, waits: bool = True) -> Path | None:
        """End the recording, whether or not the run is over; the file, or None without one. May be called twice.

        `waits`: until the file is safe on the disk.
        """
        if self._recorder and self._tape:
            end = self.ending()
            self._tape.write(self._recorder.finish(end.result, end.ending, end.checksum))
            self._kept = self._tape.close(waits)
            self._tape = None
        return self._kept

    def discard(self) -> None:
        """End without keeping the recording."""
        if self._tape:
            self._tape.discard()
        self._tape = None

    def let_go(self) -> None:
        """Another run has taken its place, and it is kept: its world is free at once, without the collector."""
        self.world.let_go()


def header_of(level: Level, catalog: Catalog, setup: RunSetup) -> Header:
    """The header of a replay of this run, made here and now."""
    env = {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
    }
    return Header(
        game_version=__version__,
        sim_version=SIM_VERSION,
        level=level.name,
        level_digest=level.digest,
        catalog_digest=catalog.digest,
        setup=setup,
        env=tuple(sorted(env.items())),
    )


def identity_of(level: Level, catalog: Catalog) -> Identity:
    """What a replay must agree with to be played here."""
    return Identity(SIM_VERSION, level.digest, catalog.digest)


def collect_in_turn(tick: int) -> None:
    """What a tick does instead of the collector that has been stopped: nothing in most of them."""
    if tick % COLLECT_TICKS == COLLECT_PHASE:
        gc.collect(2 if tick % COLLECT_ALL_TICKS == COLLECT_PHASE else 0)


def quiet_collector(is_thorough: bool = True) -> None:
    """Take all that exists now out of the collector's sight and stop it; from then on `RunSession.step` collects.

    Unless it is thorough, rings that earlier runs left (little, if they were let go) wait for the next time that is.
    """
    if is_thorough:
        # What an earlier run left frozen must come into sight again, or it would stay for good.
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.disable()
