"""Watching the files of the level that is being played, and reading it anew when they change.

Owns the polling thread. Editors save by writing a new file and moving it over the old one, so files are asked for by
path (time and size), and a change counts once two looks in a row agree. What is read is handed over through `news`;
the scene that plays decides what becomes of it. Made by `house`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from game.content.faults import ContentError, Fault
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.folders import allowed_roots
from game.levels.loader import load_level
from game.scenes.theatre import LevelNews

POLL_SECONDS = 0.12
MOST_FILES = 400
SHARED = ("tilesets", "templates")
ENDINGS = (".tsx", ".tx", ".png")

Stamp = tuple[tuple[str, int, int], ...]


class LevelWatch:
    """One level's files under watch, until `close`."""

    def __init__(self, path: Path, catalog: Catalog, adopt: Callable[[Level, bool], None]) -> None:
        """`adopt` is given each level that was read, and whether its tiles were painted anew."""
        self._path = path
        self._catalog = catalog
        self._adopt = adopt
        self._home = allowed_roots(path)[0]
        self._news: LevelNews | None = None
        self._closing = Event()
        self._seen = self._stamp()
        self._thread = Thread(target=self._watch, name="level watch", daemon=True)
        self._thread.start()

    def news(self) -> LevelNews | None:
        """What came of the last change, once; None while nothing has changed."""
        found, self._news = self._news, None
        return found

    def close(self) -> None:
        """Watch no more."""
        self._closing.set()

    def _watch(self) -> None:
        before = self._seen
        while not self._closing.wait(POLL_SECONDS):
            now = self._stamp()
            if now != self._seen and now == before:
                changed = {name for name, *_ in set(now) ^ set(self._seen)}
                self._seen = now
                self._news = self._read(any(name.endswith((".png", ".tsx")) for name in changed))
            before = now

    def _read(self, is_painted: bool) -> LevelNews:
        try:
            level = load_level(self._path, self._catalog)
            self._adopt(level, is_painted)
            return LevelNews(level=level)
        except ContentError as error:
            return LevelNews(faults=tuple(error.faults))
        except Exception as error:  # a fault of the game itself must not end the watch in silence
            return LevelNews(faults=(Fault(str(self._path), "", f"could not be read: {error}"),))

    def _stamp(self) -> Stamp:
        """Path, time and size of every file that the level may be made of."""
        found = [self._path, self._path.with_suffix(".toml")]
        for name in SHARED:
            folder = self._home / name
            if folder.is_dir():
                found += sorted(file for file in folder.iterdir() if file.suffix in ENDINGS)[:MOST_FILES]
        stamps = []
        for file in found:
            try:
                state = os.stat(file)
            except OSError:
                continue
            stamps.append((file.name, state.st_mtime_ns, state.st_size))
        return tuple(stamps)


def is_made_here(path: Path, data: Path) -> bool:
    """Whether somebody may be at work on a level: not where the game is installed for good."""
    return (data / "pyproject.toml").is_file() or not path.is_relative_to(data)
