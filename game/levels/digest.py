"""The identity of a level: a hash of what the sim uses and of nothing else.

Titles, texts, lines of speech, the brief, cameras and the looks of tiles are left out: mending a typo keeps a
level's replays and leaderboards. Called by the loader.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from typing import Any

from game.content.level import Beat, Call, Level, ScoreRule

_LEFT_OUT = {Beat: ("goal", "marker"), ScoreRule: ("label",)}
_TEXTS_OF_CALLS = {"say": ("line",), "cause": ("text",), "clock": ("label",)}
_OF_LEVEL = (
    "width", "height", "surfaces", "hour", "walls", "props", "people", "vehicles", "zones", "routes", "lanes",
    "signals", "lamps", "covers", "markers", "fixtures", "items",
)  # fmt: skip
_OF_SCREENPLAY = ("sides", "beats", "plans", "chances", "score", "par_seconds")


def level_digest(level: Level) -> str:
    """SHA-256 (hex) over a canonical form that is the same on every machine and Python."""
    form = {name: _canonical(getattr(level, name)) for name in _OF_LEVEL}
    form.update({name: _canonical(getattr(level.screenplay, name)) for name in _OF_SCREENPLAY})
    if level.sounds:  # levels from before there were any (or doors) keep their digest
        form["sounds"] = _canonical(level.sounds)
    if level.doors:
        form["doors"] = _canonical(level.doors)
    form["ground"] = hashlib.sha256(level.ground).hexdigest()
    text = json.dumps(form, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: object) -> object:
    """Plain lists and texts; floats by their exact bits."""
    kind = type(value)
    if kind is float:
        return value.hex()  # type: ignore[attr-defined]
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is tuple:
        return [_canonical(one) for one in value]  # type: ignore[attr-defined]
    if isinstance(value, Call):
        texts = _TEXTS_OF_CALLS.get(value.name, ())
        return [value.name, [[name, _canonical(one)] for name, one in sorted(value.args) if name not in texts]]
    return [[name, _canonical(getattr(value, name))] for name in _names(kind)]  # type: ignore[arg-type]


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that count."""
    skipped = _LEFT_OUT.get(kind, ())
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in skipped)
