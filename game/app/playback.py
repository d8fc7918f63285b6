"""A recorded run that is shown again, at any tick: forward by re-simulation, back by keyframe.

Owns the keyframes of the viewer. They lie in memory only, a fixed number of them: when they are too many, every
second one goes and the distance between them doubles. Called by the replay scene.
"""

from __future__ import annotations

from pathlib import Path

from game.app.verify_run import load_replay, place_of
from game.content.level import Level
from game.content.specs import Catalog
from game.replay.format import Replay
from game.replay.verify import Watch
from game.sim.checksum import checksum
from game.sim.events import Event
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.snapshot import Snapshot, restore, take
from game.sim.view import View
from game.sim.world import KEYFRAME_TICKS, World

MAX_KEYFRAMES = 128


class ReplayPlayback:
    """The world of a recorded run, wherever in the run one looks."""

    def __init__(self, replay: Replay, level: Level, catalog: Catalog) -> None:
        self._replay = replay
        self._level = level
        self._catalog = catalog
        self._world = self._fresh_world()
        self._watch = Watch(replay)
        self._keyframes: dict[int, Snapshot] = {}
        self._spacing = KEYFRAME_TICKS
        self._seen = 0
        """Ticks that have been compared with the recording; going back does not compare them again."""

    @property
    def setup(self) -> RunSetup:
        """What was chosen before the start of the run."""
        return self._replay.header.setup

    @property
    def level(self) -> Level:
        """Where the run happened."""
        return self._level

    @property
    def tick(self) -> int:
        """Ticks shown so far."""
        return self._world.tick

    @property
    def ticks(self) -> int:
        """Ticks recorded."""
        return len(self._replay.frames)

    @property
    def verdict(self) -> str:
        """DIVERGED with the tick as soon as a checksum differs; VERIFIED at the end when none did; else empty."""
        if self._watch.divergence:
            return f"DIVERGED by tick {self._watch.divergence.tick}"
        return "VERIFIED" if self._seen >= self.ticks else ""

    def step(self) -> list[Event]:
        """Show the next recorded tick; at the end nothing happens."""
        if self.tick >= self.ticks or self._world.is_over:
            self._seen = self.ticks
            return []
        events = self._world.step(self._replay.frames[self.tick])
        if self.tick > self._seen:
            self._seen = self.tick
            if self._watch.wants(self.tick):
                self._watch.see(self.tick, checksum(self._world))
        if self.tick % self._spacing == 0 and self.tick not in self._keyframes:
            self._keep_keyframe()
        return events

    def seek(self, tick: int) -> None:
        """Go to a tick: from the nearest keyframe before it, or on from here."""
        wanted = max(0, min(tick, self.ticks))
        nearest = max((kept for kept in self._keyframes if kept <= wanted), default=0)
        if wanted < self.tick or nearest > self.tick:
            kept = self._keyframes.get(nearest)
            self._world = restore(kept, self._level, self._catalog) if kept else self._fresh_world()
        while self.tick < wanted and not self._world.is_over:
            self.step()

    def view(self) -> View:
        """The picture of the tick that is shown."""
        return picture(self._world, is_whole=True)  # whoever watches looks where he likes

    def _fresh_world(self) -> World:
        return World.new(self._level, self._catalog, self._replay.header.setup)

    def _keep_keyframe(self) -> None:
        self._keyframes[self.tick] = take(self._world)
        if len(self._keyframes) > MAX_KEYFRAMES:
            self._spacing *= 2
            self._keyframes = {tick: kept for tick, kept in self._keyframes.items() if tick % self._spacing == 0}


def open_playback(path: Path) -> ReplayPlayback:
    """The replay in a file, ready to be shown. Raises ContentError or OtherVersion."""
    replay = load_replay(path)
    return ReplayPlayback(replay, *place_of(replay, path))
