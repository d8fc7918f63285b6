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

from game.content.level import Beat, Call, Lamp, Level, Plan, ScoreRule, Side, VehicleSpawn

_LEFT_OUT = {Beat: ("goal", "marker"), ScoreRule: ("label",)}
_LATER: dict[type, dict[str, object]] = {
    Lamp: {"cone": 360, "group": "", "facing": 0}, Side: {"do": ()}, Plan: {"side": ""}, ScoreRule: {"side": ""},
    VehicleSpawn: {"answers": 0, "duty": ""},
}  # fmt: skip
"""Members that came later count where they say something: levels from before keep their digest."""
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
    if level.sounds:  # levels from before there were any (or doors, cameras) keep their digest
        form["sounds"] = _canonical(level.sounds)
    if level.flights:
        form["flights"] = _canonical(level.flights)
    if any(call.name == "air_unit" for beat in level.screenplay.beats for call in beat.do):
        # where one is hidden from above; which tile a roof is made of is its looks
        roofs = [bytes(min(1, cell) for cell in layer.cells) for layer in level.layers if layer.role == "roofs"]
        form["roofs"] = [hashlib.sha256(cells).hexdigest() for cells in roofs]
    if level.roadblocks:
        form["roadblocks"] = _canonical(level.roadblocks)
    if level.doors:
        form["doors"] = _canonical(level.doors)
    if level.security_cameras:
        form["security_cameras"] = _canonical(level.security_cameras)
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
    later = _LATER.get(kind, {})
    rows = [(name, getattr(value, name)) for name in _names(kind)]  # type: ignore[arg-type]
    return [[name, _canonical(given)] for name, given in rows if name not in later or given != later[name]]


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that count."""
    skipped: tuple[str, ...] = _LEFT_OUT.get(kind, ())
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in skipped)
