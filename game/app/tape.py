"""The replay file while a run goes on: NAME.part grows, and becomes NAME when the run ends.

Owns the file: opening, appending, renaming, and giving up politely when the disk does not play along. What is
written comes from `game.replay.recorder`. Called by `RunSession`.

Every piece is handed to the system at once (a killed game loses at most five seconds), but the disk is only
waited for at the end: a wait in the middle of a run would be felt as a hitch.
"""

from __future__ import annotations

import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

SUFFIX = ".replay"
PART = ".part"


class Tape:
    """One replay file that is being written."""

    def __init__(self, path: Path, replaces: bool = False) -> None:
        """Open `path` + ".part". Raises OSError: a run that was to be recorded should not begin unrecorded."""
        self.path = path
        self.replaces = replaces
        """The finished file takes the place of an older one of its name (one the user gave)."""
        self.part = path.with_name(path.name + PART)
        self.fault = ""
        """Why recording stopped (a full disk), or empty. The run goes on."""
        self._file = self.part.open("wb")

    def write(self, piece: bytes) -> None:
        """Append and hand over to the system."""
        if not piece or self.fault:
            return
        try:
            self._file.write(piece)
            self._file.flush()
        except OSError as cause:
            self._give_up(cause)

    def close(self, waits: bool = True) -> Path | None:
        """Wait for the disk (if it `waits`) and give the file its name. None when recording had stopped."""
        if self.fault:
            return None
        try:
            self._file.flush()
            if waits:
                os.fsync(self._file.fileno())
            self._file.close()
            target = self.path if self.replaces else free_path(self.path)
            self.part.replace(target)
        except OSError as cause:
            self._give_up(cause)
            return None
        return target

    def discard(self) -> None:
        """Throw the recording away."""
        with contextlib.suppress(OSError):
            self._file.close()
            self.part.unlink()

    def _give_up(self, cause: OSError) -> None:
        self.fault = f"{self.part}: recording stopped: {cause.strerror or cause}"
        print(self.fault, file=sys.stderr)
        with contextlib.suppress(OSError):
            self._file.close()


def free_path(path: Path) -> Path:
    """`path`, or the same with -2, -3 ... when it is taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def tape_for(level: str, folder: Path) -> Tape:
    """A tape in `folder` named after the level and the time."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = free_path(folder / f"{level}-{stamp}-{os.getpid()}{SUFFIX}")
    return Tape(path)
