"""The words a screenplay may use: triggers, actions and steps, with their arguments.

Owns the view of the sim's registries as names, types and what each argument's name points at. Can be given other
registries, so that tests need no world. Called by the screenplay reader, the name checks and the reference.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from game.levels.members import kind_of_name, plain_type

_LOOSE_NAMES: dict[tuple[str, str], str] = {
    ("distance_below", "of"): "person or vehicle",
    ("distance_below", "to"): "person or vehicle",
    ("appear", "who"): "person or vehicle or group",
    ("appear", "at"): "marker",
    ("hold", "towards"): "object",
    ("call_phone", "fixture"): "fixture",
    ("gawk", "at"): "object",
    ("run_to", "at"): "object",
    ("clock_below", "clock"): "clock",
    ("switch_lights", "group"): "group of lamps",
}
"""Arguments that are plain text to the sim and are documented as names."""

_CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("end", "result"): ("escaped", "walked", "arrested", "killed", "lost"),
}
"""Arguments that are plain text to the sim and are documented as one of a few words."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call: its type, whether it must be given, and what its name points at."""

    name: str
    type: type
    """str, int, float or bool; for nested calls, str."""
    is_list: bool
    is_required: bool
    default: object
    points_at: str = ""
    choices: tuple[str, ...] = ()
    """The words it must be one of; empty = any."""
    nested: str = ""
    """"triggers", "actions" or "steps" when the argument is itself a call (or a list of them)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Triggers, actions and steps by the names a screenplay uses."""

    triggers: dict[str, type]
    actions: dict[str, type]
    steps: dict[str, type]

    def calls(self, kind: str) -> dict[str, type]:
        """The registry called "triggers", "actions" or "steps"."""
        registries: dict[str, dict[str, type]] = {
            "triggers": self.triggers, "actions": self.actions, "steps": self.steps,
        }  # fmt: skip
        return registries[kind]


def game_vocabulary() -> Vocabulary:
    """The words of the game itself (imported when asked for: a level can be read with other words and no world)."""
    from game.sim.mission.calls import ACTIONS, STEPS, TRIGGERS

    return Vocabulary(TRIGGERS, ACTIONS, STEPS)


@cache
def arguments_of(call: str, kind: type) -> tuple[Argument, ...]:
    """The arguments of one call, in the order of its dataclass."""
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for field in dataclasses.fields(kind):
        hint, is_list = _without_none(hints[field.name]), False
        if get_origin(hint) is tuple:
            hint, is_list = get_args(hint)[0], True
        base = plain_type(hint)
        nested = _NESTED.get(getattr(base, "__name__", ""), "")
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        default = None if required else field.default
        points_at = kind_of_name(hint) or _LOOSE_NAMES.get((call, field.name), "")
        value_type: Any = str if nested else base
        choices = _CHOICES.get((call, field.name), ())
        found.append(Argument(field.name, value_type, is_list, required, default, points_at, choices, nested))
    return tuple(found)


_NESTED = {"Trigger": "triggers", "Action": "actions", "Step": "steps"}


def _without_none(hint: Any) -> Any:
    """The annotation X of an optional X."""
    options = [one for one in get_args(hint) if one is not type(None)]
    is_optional = len(options) == 1 and type(None) in get_args(hint) and get_origin(hint) is not tuple
    is_union = get_origin(hint) is Union or type(hint).__name__ == "UnionType"
    return options[0] if is_optional and is_union else hint
