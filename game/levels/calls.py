"""Reading one call of a screenplay: a table with one key, the call's name, and a table of arguments.

Owns the syntax and the types of arguments, nested calls and "$fact" words. What names point at is for `names.py`.
Called by the screenplay reader.
"""

from __future__ import annotations

import math

from game.content.level import Call
from game.levels.complaints import Complaints, nearest, with_article
from game.levels.vocabulary import Argument, Vocabulary, arguments_of

MAX_NESTING = 8
_TYPE_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_BROKEN = object()


def read_call(
    raw: object, kind: str, words: Vocabulary, complaints: Complaints, where: str, depth: int = 0
) -> Call | None:
    """The call that `raw` spells; None, with complaints, when it does not. `kind`: triggers, actions or steps."""
    singular = kind[:-1]
    if not isinstance(raw, dict) or len(raw) != 1 or depth > MAX_NESTING:
        complaints.error(where, f"is no {singular}; expected a table with one key, such as {{ name = {{ ... }} }}")
        return None
    name, given = next(iter(raw.items()))
    known = words.calls(kind)
    if name not in known:
        complaints.error(where, f'names the unknown {singular} "{str(name)[:40]}"{nearest(str(name), known)}')
        return None
    place = f"{where}, {name}"
    if not isinstance(given, dict):
        complaints.error(place, "expected a table of arguments (an empty one, {}, for none)")
        return None
    arguments = {argument.name: argument for argument in arguments_of(name, known[name])}
    for key in given:
        if key not in arguments:
            complaints.error(place, f'has the unknown argument "{key[:40]}"{nearest(key, arguments)}')
    for argument in arguments.values():
        if argument.is_required and argument.name not in given:
            complaints.error(place, f'lacks the argument "{argument.name}" ({_expected(argument)})')
    values = []
    for key, value in given.items():
        if key in arguments:
            read = _read_value(value, arguments[key], words, complaints, f"{place}, {key}", depth)
            if read is not _BROKEN:
                values.append((key, read))
    return Call(name, tuple(values))


def _expected(argument: Argument) -> str:
    if argument.nested:
        one = with_article(argument.nested[:-1])
    else:
        one = f"the name of {with_article(argument.points_at)}" if argument.points_at else _TYPE_WORDS[argument.type]
    return f"a list, each {one}" if argument.is_list else one


def _read_value(
    value: object, argument: Argument, words: Vocabulary, complaints: Complaints, where: str, depth: int
) -> object:
    """An argument's value of the right type, lists as tuples; _BROKEN, with a complaint, when it is not."""
    if not argument.is_list:
        return _read_one(value, argument, words, complaints, where, depth)
    if isinstance(value, str) and value.startswith("$"):
        # One fact may stand for several names (a chance with `take`): it fills the list.
        value = [value]
    if not isinstance(value, list):
        complaints.error(where, f"expected {_expected(argument)}")
        return _BROKEN
    read = [_read_one(one, argument, words, complaints, where, depth) for one in value]
    return _BROKEN if any(one is _BROKEN for one in read) else tuple(read)


def _read_one(
    value: object, argument: Argument, words: Vocabulary, complaints: Complaints, where: str, depth: int
) -> object:
    if argument.nested:
        call = read_call(value, argument.nested, words, complaints, where, depth + 1)
        return _BROKEN if call is None else call
    if isinstance(value, str) and value.startswith("$"):
        return value
    if argument.type is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    fits = isinstance(value, argument.type) and (argument.type is bool or not isinstance(value, bool))
    if not fits or (isinstance(value, (int, float)) and not (math.isfinite(value) and abs(value) <= 1.0e6)):
        complaints.error(where, f'is "{str(value)[:40]}"; expected {_expected(argument)}')
        return _BROKEN
    if argument.choices and value not in argument.choices:
        complaints.error(where, f'is "{str(value)[:40]}"{nearest(str(value), argument.choices)}')
        return _BROKEN
    return value
