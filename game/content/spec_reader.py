"""Turns one TOML table into one frozen spec, strictly, and collects everything that is wrong with it.

The dataclass is the schema: its fields are the keys, its type hints the kinds. Nothing here knows a particular
spec; what values make sense stands in `limits`. `catalog` calls `read_spec` for every table of its files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from game.content.faults import Fault
from game.content.limits import COLOURS, EMPTY_LISTS, EMPTY_WORDS, LONGEST_WORD, RANGES, WORDS, contradictions
from game.content.specs import TICKS_PER_SECOND

Spec = TypeVar("Spec")
Complain = Callable[[str | None, str], None]
"""Takes a key (None: the whole table) and a message."""

TICKS = "_ticks"
SECONDS = "_seconds"
HEX_DIGITS = frozenset("0123456789abcdefABCDEF")


class _Wrong:
    """Stands for a value that was refused, so that the reading can go on to the next key."""


WRONG = _Wrong()


def to_ticks(seconds: float) -> int:
    """Seconds (0 or more) as whole ticks of 1/60 s, halves rounded up."""
    return int(seconds * TICKS_PER_SECOND + 0.5)


def written_key(field_name: str) -> str:
    """The TOML key of a field: its own name, but seconds where the field counts ticks."""
    return field_name.removesuffix(TICKS) + SECONDS if field_name.endswith(TICKS) else field_name


def is_colour(value: str) -> bool:
    """Whether it is #rrggbb."""
    return len(value) == 7 and value[0] == "#" and all(digit in HEX_DIGITS for digit in value[1:])


def is_snake_case(value: str) -> bool:
    """Whether it can be the name of a spec: lower-case letters, digits and underscores, a letter first."""
    is_plain = value.isascii() and value.isidentifier() and value == value.lower()
    return is_plain and value[0] != "_" and len(value) <= LONGEST_WORD


def read_spec(kind: type[Spec], name: str, table: object, file: str, faults: list[Fault]) -> Spec | None:
    """The spec called `name` from its table, or None when anything is wrong with it; appends every fault."""

    def complain(key: str | None, message: str) -> None:
        where = f"table [{_printable(name)}]" + ("" if key is None else f", key {_printable(key)}")
        faults.append(Fault(file, where, message))

    if not is_snake_case(name):
        complain(None, "has a bad name, expected lower-case letters, digits and underscores")
        return None
    if not isinstance(table, dict):
        complain(None, f"is {shown(table)}, expected a table")
        return None
    spec: Spec | None = _build(kind, table, complain, {"name": name}, "")
    if spec is None:
        return None
    wrong = contradictions(spec)
    for key, message in wrong:
        complain(key, message)
    return None if wrong else spec


def _build(kind: type, table: dict[str, object], complain: Complain, given: dict[str, Any], at: str) -> Any:
    """One dataclass from one table, or None; `given` are fields not written, `at` is put before keys in faults."""
    hints = _hints(kind)
    wanted = {written_key(field.name): field.name for field in fields(kind) if field.name not in given}
    unknown = [key for key in table if key not in wanted]
    for key in unknown:
        complain(at + key, f"is unknown, expected one of {', '.join(wanted)}")
    values = dict(given)
    for key, name in wanted.items():
        if key not in table:
            complain(at + key, f"is missing, expected {_described(kind, name, hints[name])}")
            values[name] = WRONG
        else:
            values[name] = _value(kind, name, hints[name], table[key], complain, at + key)
    is_wrong = bool(unknown) or any(value is WRONG for value in values.values())
    return None if is_wrong else kind(**values)


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Evaluating hints that are written as text is slow, and every spec of a kind has the same."""
    return get_type_hints(kind)


def _value(kind: type, name: str, hint: Any, raw: object, complain: Complain, key: str) -> Any:
    """One value as its field wants it, or WRONG."""
    if get_origin(hint) is tuple:
        return _list(kind, name, get_args(hint)[0], raw, complain, key)
    if hint is bool:
        is_right = isinstance(raw, bool)
        value: Any = raw
    elif hint is str:
        is_right = isinstance(raw, str) and _is_right_word(kind, name, raw)
        value = raw
    else:
        is_right = _is_number(raw, hint is int and not name.endswith(TICKS)) and _is_in_range(kind, name, raw)
        value = _number(name, hint, raw) if is_right else raw
    if not is_right:
        complain(key, f"is {shown(raw)}, expected {_described(kind, name, hint)}")
        return WRONG
    return value


def _list(kind: type, name: str, inner: Any, raw: object, complain: Complain, key: str) -> Any:
    """A list of words or of tables as a tuple, or WRONG."""
    may_be_empty = name in EMPTY_LISTS.get(kind, ())
    if not isinstance(raw, list) or (not raw and not may_be_empty):
        complain(key, f"is {shown(raw)}, expected a list of {_described(kind, name, inner)}")
        return WRONG
    values: list[Any] = []
    for index, item in enumerate(raw):
        place = f"{key}[{index}]"
        if inner is str:
            values.append(_value(kind, name, inner, item, complain, place))
        elif isinstance(item, dict):
            built = _build(inner, item, complain, {}, place + ".")
            values.append(WRONG if built is None else built)
        else:
            complain(place, f"is {shown(item)}, expected a table")
            values.append(WRONG)
    return WRONG if any(value is WRONG for value in values) else tuple(values)


def _is_number(raw: object, is_whole: bool) -> bool:
    # True and False are ints in Python, but nobody means 1.0 by `true`.
    return not isinstance(raw, bool) and isinstance(raw, int if is_whole else (int, float))


def _is_in_range(kind: type, name: str, raw: Any) -> bool:
    low, high = RANGES[kind][name]
    return bool(low <= raw <= high)  # false for nan, which compares with nothing


def _number(name: str, hint: Any, raw: Any) -> int | float:
    if name.endswith(TICKS):
        return to_ticks(raw)
    # -0.0 is in many ranges, would be equal to 0.0 and yet hash to another digest.
    return int(raw) if hint is int else float(raw) + 0.0


def _is_right_word(kind: type, name: str, raw: str) -> bool:
    if name in WORDS.get(kind, {}):
        return raw in WORDS[kind][name]
    if name in COLOURS.get(kind, ()):
        return is_colour(raw)
    if not raw:
        return name in EMPTY_WORDS.get(kind, ())
    return len(raw) <= LONGEST_WORD and raw.isprintable() and raw == raw.strip()


def _described(kind: type, name: str, hint: Any) -> str:
    """What the field wants, in words for a fault."""
    if get_origin(hint) is tuple:
        return f"a list of {_described(kind, name, get_args(hint)[0])}"
    if hint is bool:
        return "true or false"
    if hint is str:
        if name in WORDS.get(kind, {}):
            return " or ".join(f'"{word}"' for word in WORDS[kind][name])
        if name in COLOURS.get(kind, ()):
            return "a colour #rrggbb"
        return f"a word or words of at most {LONGEST_WORD} letters"
    if hint is int or hint is float:
        low, high = RANGES[kind][name]
        unit = " seconds" if name.endswith(TICKS) else ""
        number = "a whole number" if hint is int and not unit else "a number"
        return f"{number} from {low:g} to {high:g}{unit}"
    return "tables"


def shown(raw: object) -> str:
    """The value as a fault shows it: one short line."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    try:
        text = repr(raw)
    except (ValueError, RecursionError):
        # A number of thousands of digits, or tables in tables without end: legal TOML, but not to be printed.
        return "a value too long to show"
    return text if len(text) <= 60 else text[:57] + "..."


def _printable(key: str) -> str:
    """A quoted key may hold line breaks and escapes; a fault stays one line."""
    return key if key and key.isprintable() and len(key) <= 80 else shown(key)
