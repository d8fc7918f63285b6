"""Watching the files of the level that is being played, and reading it anew when they change.

Owns the polling thread, which only looks. Editors save by writing a new file and moving it over the old one, so files are
asked for by path (time and size), and a change counts once two looks in a row agree. The level is read where `news` is
asked for: beside a picture that is drawn all the while it would take several times as long. Made by `house`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import time_ns

from game.content.faults import ContentError, Fault
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.folders import allowed_roots
from game.levels.kept import Kept
from game.levels.loader import load_level
from game.scenes.theatre import LevelNews

POLL_SECONDS = 0.04
MOST_FILES = 600
LOOKS_AT_SHARED = 12
LOOKS_A_LIST = 48
SHARED = ("tilesets", "templates")
ENDINGS = (".tsx", ".tx", ".png")

Stamp = tuple[tuple[str, int, int], ...]


class LevelWatch:
    """One level's files under watch, until `close`."""

    def __init__(
        self,
        path: Path,
        catalog: Catalog,
        adopt: Callable[[Level, bool, int], None],
        kept: Kept | None = None,
        read_at: int | None = None,
    ) -> None:
        """`adopt` is given each level that was read, whether its tiles were painted anew, and when it was read (ns since 1970).

        `kept` is what the reading before worked out, and `read_at` when that was: what was saved since then, while the street was
        built, is news.
        """
        self._path = path
        self._catalog = catalog
        self._adopt = adopt
        self._kept = kept or Kept()
        self._home = allowed_roots(path)[0]
        self._changed: frozenset[str] = frozenset()
        self._saved_at = 0.0
        self._has_changed = Event()
        self._closing = Event()
        self._files: list[str] = []
        self._shared: Stamp = ()
        self._used = sorted(self._kept.files)
        """Those of them that the level was read from: they are looked at each time."""
        self._looks = 0
        self._seen = self._stamp()
        if read_at is not None:
            self._take_up({one for one in self._seen if one[1] > read_at})
        self._thread = Thread(target=self._watch, name="level watch", daemon=True)
        self._thread.start()

    def news(self) -> LevelNews | None:
        """What came of the last change, once; None while nothing has changed. Reads the level, when something has."""
        if not self._has_changed.is_set():
            return None
        self._has_changed.clear()
        changed, self._changed = self._changed, frozenset()
        return self._read(any(name.endswith((".png", ".tsx")) for name in changed))

    def close(self) -> None:
        """Watch no more."""
        self._closing.set()

    def _watch(self) -> None:
        before = self._seen
        while not self._closing.wait(POLL_SECONDS):
            now = self._stamp()
            if now != self._seen and now == before:
                gone = {name for name, *_ in self._seen} - {name for name, *_ in now}
                self._changed |= gone
                self._take_up(set(now) - set(self._seen))
                self._seen = now
                self._has_changed.set()
            before = now

    def _take_up(self, fresh: set[tuple[str, int, int]]) -> None:
        """Files that were written since the level was read."""
        if fresh:
            self._changed |= {name for name, *_ in fresh}
            self._saved_at = max(written for _, written, _ in fresh) / 1e9
            self._has_changed.set()

    def _read(self, is_painted: bool) -> LevelNews:
        read_at = time_ns()
        try:
            level = load_level(self._path, self._catalog, kept=self._kept)
            self._used = sorted(self._kept.files)
            self._adopt(level, is_painted, read_at)
            return LevelNews(level=level, saved_at=self._saved_at)
        except ContentError as error:
            return LevelNews(faults=tuple(error.faults))
        except Exception as error:  # a fault of the game itself must not end the watch in silence
            return LevelNews(faults=(Fault(str(self._path), "", f"could not be read: {error}"),))

    def _list(self) -> list[str]:
        """Tilesets and templates that the level may be made of."""
        found: list[str] = []
        for name in SHARED:
            for folder, _, files in os.walk(self._home / name):
                found += [os.path.join(folder, file) for file in files if file.endswith(ENDINGS)]
        return sorted(found[:MOST_FILES])

    def _stamp(self) -> Stamp:
        """Path, time and size of each file of the level; the many that others may use of the shared ones are looked at less often."""
        if self._looks % LOOKS_A_LIST == 0:
            self._files = self._list()
        if self._looks % LOOKS_AT_SHARED == 0:
            self._shared = _stamps(self._files)
        self._looks += 1
        own = _stamps([str(self._path), str(self._path.with_suffix(".toml")), *self._used])
        # The own ones are the newer look at files that are in both.
        return tuple(({one[0]: one for one in self._shared} | {one[0]: one for one in own}).values())


def _stamps(files: list[str]) -> Stamp:
    """The stamps of those files that are there."""
    stamps = []
    for file in files:
        try:
            state = os.stat(file)
        except OSError:
            continue
        stamps.append((file, state.st_mtime_ns, state.st_size))
    return tuple(stamps)


def is_made_here(path: Path, data: Path) -> bool:
    """Whether somebody may be at work on a level: not where the game is installed for good."""
    return (data / "pyproject.toml").is_file() or not path.is_relative_to(data)
