"""What has been cased of each level, kept from run to run, so that the plan can show it the next time.

Owns the file `cased.json` in the player's folder: for each level the things noticed there, by name, with their kind. A file that cannot
be read counts as nothing noticed yet: it is notes, nothing that cannot be seen again. Called by `house`.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.app.paths import user_folder
from game.content.level import Level
from game.sim.systems import casing
from game.sim.world import World

Marks = tuple[tuple[str, str], ...]
"""Kind and name of each thing."""


def note(world: World) -> None:
    """Adds what the crew has noticed in a run."""
    if not world.surveillance.cased:
        return
    kinds = {name: kind for kind, name, _, _ in casing.things(world)}
    book = _read()
    before = book.get(world.level.name, {})
    now = before | {name: kinds.get(name, before.get(name, "seen")) for name in sorted(world.surveillance.cased)}
    if now != before:
        book[world.level.name] = now
        _file().write_text(json.dumps(book, indent=1, sort_keys=True), encoding="utf-8")


def marks_of(level: Level) -> Marks:
    """What is known of a level from earlier runs."""
    return tuple((kind, name) for name, kind in sorted(_read().get(level.name, {}).items()))


def _file() -> Path:
    return user_folder() / "cased.json"


def _read() -> dict[str, dict[str, str]]:
    try:
        book = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(book, dict):
        return {}
    return {
        level: {str(name): str(kind) for name, kind in things.items()}
        for level, things in book.items()
        if isinstance(things, dict)
    }
