"""The identity of a level: a hash of what the sim uses and of nothing else.

Titles, texts, lines of speech, the brief, cameras and the looks of tiles are left out: mending a typo keeps a
level's replays and leaderboards. Called by the loader.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json

from game.content.level import Beat, Call, Level, Plan, ScoreRule, Side

_LEFT_OUT = {Beat: ("goal", "marker"), ScoreRule: ("label",)}
_SINCE = {Side: ("do",), Plan: ("side",), ScoreRule: ("side",)}
"""Fields that came later: left out where they are empty, so that levels from before keep their digest."""
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
    if level.sounds:  # levels from before there were any keep their digest
        form["sounds"] = _canonical(level.sounds)
    form["ground"] = hashlib.sha256(level.ground).hexdigest()
    text = json.dumps(form, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: object) -> object:
    """Plain lists and texts; floats by their exact bits."""
    if isinstance(value, Call):
        texts = _TEXTS_OF_CALLS.get(value.name, ())
        return [value.name, [[name, _canonical(one)] for name, one in sorted(value.args) if name not in texts]]
    if dataclasses.is_dataclass(value):
        skipped = _LEFT_OUT.get(type(value), ())
        later = tuple(name for name in _SINCE.get(type(value), ()) if not getattr(value, name))
        fields = [field.name for field in dataclasses.fields(value) if field.name not in (*skipped, *later)]
        return [[name, _canonical(getattr(value, name))] for name in fields]
    if isinstance(value, tuple):
        return [_canonical(one) for one in value]
    if isinstance(value, float):
        return value.hex()
    return value
