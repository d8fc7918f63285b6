"""The identity of a level: a hash of what the sim uses and of nothing else.

Titles, texts, lines of speech, the brief, cameras and the looks of tiles are left out: mending a typo keeps a
level's replays and leaderboards. Called by the loader.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache, partial
from typing import Any

from game.content.level import Beat, Call, Lamp, Level, Plan, ScoreRule, Side, VehicleSpawn
from game.levels.kept import Kept, KeptNothing

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


def level_digest(level: Level, kept: Kept | None = None) -> str:
    """SHA-256 (hex) over a canonical form that is the same on every machine and Python.

    With `kept` an object that is the very one of the last reading is not spelled again.
    """
    kept = kept or KeptNothing()

    def spelled(value: object) -> str:
        """As JSON; a tuple of objects one by one."""
        if isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            # With the object in it the entry lives as long as its id means it.
            rows = [kept.once(("digest", id(one)), partial(_spelled, one))[1] for one in value]
            return f"[{','.join(rows)}]"
        return _json(_canonical(value))

    form = {name: spelled(getattr(level, name)) for name in _OF_LEVEL}
    form.update({name: spelled(getattr(level.screenplay, name)) for name in _OF_SCREENPLAY})
    if level.sounds:  # levels from before there were any (or doors, cameras) keep their digest
        form["sounds"] = spelled(level.sounds)
    if level.flights:
        form["flights"] = spelled(level.flights)
    if any(call.name == "air_unit" for beat in level.screenplay.beats for call in beat.do):
        # where one is hidden from above; which tile a roof is made of is its looks
        roofs = [bytes(min(1, cell) for cell in layer.cells) for layer in level.layers if layer.role == "roofs"]
        form["roofs"] = _json([hashlib.sha256(cells).hexdigest() for cells in roofs])
    if level.roadblocks:
        form["roadblocks"] = spelled(level.roadblocks)
    if level.doors:
        form["doors"] = spelled(level.doors)
    if level.security_cameras:
        form["security_cameras"] = spelled(level.security_cameras)
    form["ground"] = _json(hashlib.sha256(level.ground).hexdigest())
    text = "{" + ",".join(f"{_json(name)}:{form[name]}" for name in sorted(form)) + "}"
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _spelled(one: object) -> tuple[object, str]:
    return one, _json(_canonical(one))


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


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
