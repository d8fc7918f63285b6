"""Replays put back into the world that they were recorded in: verification, comparison, seeking.

Owns reading replay files and re-simulating them, which needs both a level and a replay. The judgement itself is
`game.replay.verify`'s. Called by the replay commands, screenshots and tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.app.paths import find_level
from game.app.session import RunSession, identity_of
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.replay.chunks import CorruptReplay
from game.replay.format import OtherVersion, Replay, read_replay
from game.replay.verify import Divergence, Watch, check_version
from game.sim.checksum import checksum

MAX_FILE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What re-simulating a replay showed."""

    divergence: Divergence | None
    compared: int
    """Checksums that were compared."""
    ticks: int
    result: str
    ending: str
    is_finished: bool


def read_bytes(path: Path) -> bytes:
    """A replay file's bytes. Raises UnusableFile."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnusableFile([Fault(str(path), "", f"larger than {MAX_FILE_BYTES >> 20} MB; not a replay of ours")])
        return path.read_bytes()
    except OSError as cause:
        raise UnusableFile([Fault(str(path), "", f"cannot be read: {cause.strerror or cause}")]) from cause


def load_replay(path: Path, keeps_prefix: bool = False) -> Replay:
    """The replay in a file. Raises UnusableFile, or OtherVersion with the file named."""
    source = read_bytes(path)
    try:
        return read_replay(source, keeps_prefix)
    except CorruptReplay as cause:
        raise UnusableFile([Fault(str(path), "", str(cause))]) from cause
    except OtherVersion as cause:
        raise OtherVersion(f"{path}: {cause}") from cause


def place_of(replay: Replay, path: Path) -> tuple[Level, Catalog]:
    """The level and catalog that a replay was recorded with. Raises OtherVersion when they are not those here."""
    catalog = load_catalog()
    level = load_level(find_level(replay.header.level), catalog)
    try:
        check_version(replay.header, identity_of(level, catalog))
    except OtherVersion as cause:
        raise OtherVersion(f"{path}: {cause}") from cause
    return level, catalog


def play_to(replay: Replay, level: Level, catalog: Catalog, tick: int) -> RunSession:
    """A session that has played the replay's inputs up to and including `tick`."""
    session = RunSession(level, catalog, replay.header.setup)
    for frame in replay.frames[:tick]:
        session.step(frame)
    return session


def verify(replay: Replay, level: Level, catalog: Catalog) -> Verdict:
    """Re-simulate and compare; it stops at the first checksum that differs."""
    session = RunSession(level, catalog, replay.header.setup)
    watch = Watch(replay)
    for frame in replay.frames:
        session.step(frame)
        if watch.wants(session.tick):
            watch.see(session.tick, checksum(session.world))
            if watch.divergence:
                break
    watch.see_end(session.ending())
    return Verdict(
        divergence=watch.divergence,
        compared=watch.compared,
        ticks=session.tick,
        result=session.world.result,
        ending=session.ending_name,
        is_finished=replay.end is not None,
    )
