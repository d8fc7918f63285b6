"""What members a Tiled class has: read from the dataclasses of `content.level`, so that both cannot drift.

Owns the words a member may be chosen from and the least values that make sense. Called by the object reader, the
project generator and the class reference.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated, get_args, get_origin, get_type_hints

from game.content.level import OBJECT_CLASSES
from game.content.specs import Catalog

FROM_OBJECT = ("x", "y", "points", "facing", "id", "name", "follows")
HOURS = ("dawn", "noon", "dusk", "night", "midnight", "interior")
WEATHERS = ("", "rain", "haze")
DRESSES = ("", "suit")
MAP_PROPERTIES = ("hour", "weather", "dress")

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Prop", "kind"): (
        "palm", "post", "hydrant", "bin", "pillar", "bench", "planter", "barrier", "phone", "sign", "tree", "bush",
        "mailbox", "newsbox", "bus_stop", "dumpster", "meter", "cone", "drum", "crate", "pump", "fountain",
    ),
    ("Zone", "kind"): ("", "shelter", "exit", "sidewalk", "crossing", "climb"),
    ("Marker", "kind"): ("", "entry", "air_entry", "park", "stand", "spawn"),
    ("Vehicle", "duty"): ("", "roadblock"),
    ("Fixture", "kind"): ("phone", "alarm"),
    ("Sound", "sound"): (
        "alarm_bell", "alarm_horn", "alarm_car", "phone", "helicopter", "jet_pass", "jet_landing", "freight", "tram", "generator",
    ),
    ("Aircraft", "spec"): ("freighter", "twin"),
    ("Item", "kind"): (
        "case", "cash_bag", "spike_strip", "firebomb", "route_sheet", "key", "duffel_bag", "bolt", "tape", "clothes",
        "cutters", "police_tape",
    ),
    ("Door", "kind"): ("single", "double", "revolving", "vault", "gate", "shutter"),
    ("Door", "hinge"): ("left", "right"),
}  # fmt: skip

MINIMUM: dict[tuple[str, str], float] = {
    ("Wall", "height"): 0.1,
    ("Prop", "radius"): 0.0,
    ("Prop", "height"): 0.0,
    ("Route", "speed"): 0.5,
    ("Lane", "speed"): 0.5,
    ("Vehicle", "answers"): 0,
    ("Roadblock", "width"): 4.0,
    ("Roadblock", "stage"): 1,
    ("Signal", "green_seconds"): 0.0,
    ("Signal", "cycle_seconds"): 1.0,
    ("Signal", "offset_seconds"): 0.0,
    ("Lamp", "radius"): 0.1,
    ("Lamp", "height"): 0.0,
    ("Lamp", "power"): 0.0,
    ("Lamp", "cone"): 1.0,
    ("Flight", "first_seconds"): 0.0,
    ("Flight", "every_seconds"): 10.0,
    ("Flight", "spread_seconds"): 0.0,
    ("Flight", "lead_seconds"): 0.0,
    ("Flight", "light_seconds"): 1.0,
    ("Flight", "heard_seconds"): 0.0,
    ("Flight", "speed"): 10.0,
    ("Flight", "loudness"): 0.0,
    ("Camera", "scale"): 4.0,
    ("Sound", "seconds"): 1.0,
    ("Sound", "offset_seconds"): 0.0,
    ("Item", "seconds"): 0.0,
    ("Item", "value"): 0.0,
    ("Item", "weight"): 0.0,
    ("Door", "width"): 0.6,
    ("Door", "closes_after"): 0.0,
    ("SecurityCamera", "reach"): 1.0,
    ("SecurityCamera", "cone"): 5.0,
    ("SecurityCamera", "sweep"): 0.0,
    ("SecurityCamera", "sweep_seconds"): 1.0,
}

SHAPES: dict[str, str] = {
    "Wall": "area", "Zone": "area", "Camera": "area", "Route": "line", "Lane": "line", "Flight": "line",
}  # fmt: skip
"""How a class is drawn; every other class is a point."""

SHAPE_WORDS = {"area": "a rectangle or polygon", "line": "a polyline", "point": "a point"}

COLOURS = {"Lamp": ("colour",), "Vehicle": ("colour",), "Aircraft": ("livery",)}


@dataclass(frozen=True, slots=True)
class Member:
    """One custom property of a class, as Tiled offers it."""

    name: str
    type: type
    """str, int, float or bool."""
    default: object
    points_at: str = ""
    """What kind of name it holds (person, vehicle, people, materials ...); empty = none."""
    is_colour: bool = False


def members_of(class_name: str) -> tuple[Member, ...]:
    """The custom members of a Tiled class, in the order of the dataclass."""
    return _MEMBERS[class_name]


def catalog_names(catalog: Catalog, kind: str) -> tuple[str, ...] | None:
    """The names a catalog table has; None when `kind` is no table of the catalog."""
    if kind not in ("surfaces", "materials", "weapons", "vehicles", "people", "brains"):
        return None
    return tuple(getattr(catalog, kind))


def kind_of_name(hint: object) -> str:
    """What an annotation says a name points at ("person", "zone" ...); empty when it is an ordinary value."""
    if get_origin(hint) is Annotated:
        return str(get_args(hint)[1])
    return ""


def plain_type(hint: object) -> object:
    """An annotation without its Annotated mark."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _read_members(class_name: str, kind: type) -> tuple[Member, ...]:
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for field in dataclasses.fields(kind):
        if field.name in FROM_OBJECT:
            continue
        base = plain_type(hints[field.name])
        assert isinstance(base, type), f"{class_name}.{field.name}: Tiled has no member of this type"
        is_colour = field.name in COLOURS.get(class_name, ())
        found.append(Member(field.name, base, field.default, kind_of_name(hints[field.name]), is_colour))
    return tuple(found)


_MEMBERS = {name: _read_members(name, kind) for name, kind in OBJECT_CLASSES.items()}
_LOOSE_NAMES = {
    ("Person", "vehicle"): "vehicle", ("Person", "route"): "route", ("Lane", "signal"): "signal",
    ("Item", "inside"): "vehicle or person", ("Flight", "group"): "group of lamps",
}  # fmt: skip
"""Members that the contract types as plain text and documents as names."""


def points_at(class_name: str, member: Member) -> str:
    """What a member's name points at, with those that only the documentation says."""
    return member.points_at or _LOOSE_NAMES.get((class_name, member.name), "")
