"""Which levels there are: the maps of some folders with the titles they give themselves.

Owns nothing but the list; a level need not load to be listed. Called by menus and the command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.content.faults import UnusableFile
from game.content.toml_reader import read_toml


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One level to choose from."""

    name: str
    title: str
    path: Path


def list_levels(folders: Iterable[Path]) -> list[LevelEntry]:
    """The levels of the folders (not of folders inside), by name; of two with one name the first folder's counts."""
    found: dict[str, LevelEntry] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.tmx")) if folder.is_dir() else []:
            found.setdefault(path.stem, LevelEntry(path.stem, _title(path), path))
    return [found[name] for name in sorted(found)]


def in_story_order(paths: Iterable[Path]) -> list[Path]:
    """Levels by the scene their screenplays name, then those that are no scene, by name."""
    return sorted(paths, key=lambda path: (_told(path, "scene") or "~", path.stem))


def _title(path: Path) -> str:
    """The screenplay's title; the file's name when there is none to read."""
    return _told(path, "title") or path.stem.replace("_", " ").capitalize()


def _told(path: Path, key: str) -> str:
    """A text of a level's screenplay; empty when there is none to read."""
    file = path.with_suffix(".toml")
    try:
        value = read_toml(file).get(key) if file.is_file() else None
    except UnusableFile:
        value = None
    return value if isinstance(value, str) else ""
