"""NAME.toml, the screenplay beside a map: title, sides, beats, plans, chances and score, read strictly.

Owns the tables and their keys. Calls are read by `calls.py`; what names point at is checked by `names.py`.
Called by the loader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.content.level import Beat, BriefStep, Call, Chance, Plan, PlanStep, ScoreRule, Screenplay, Side
from game.levels.calls import read_call
from game.levels.complaints import Complaints, nearest
from game.levels.vocabulary import Vocabulary

MAX_ENTRIES = 1000
GOAL_WORDS = 8
_TOP = ("title", "place", "author", "scene", "par_seconds", "side", "brief", "beat", "plan", "chance", "score")
_REQUIRED = object()


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of the file, with its place for messages."""

    raw: dict[str, Any]
    where: str
    complaints: Complaints

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        for key in self.raw:
            if key not in known:
                self.complaints.error(
                    f"{self.where}, {key[:60]}".lstrip(", "), f"is an unknown key{nearest(key, known)}"
                )

    def take(self, key: str, kind: type, default: Any = _REQUIRED) -> Any:
        """A value of the right type; complains and gives an empty one otherwise."""
        where = f"{self.where}, {key}".lstrip(", ")
        if key not in self.raw:
            if default is _REQUIRED:
                self.complaints.error(where, f"is missing; expected {_WORDS[kind]}")
                return kind()
            return default
        value = self.raw[key]
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind or (isinstance(value, (int, float)) and not abs(value) <= 1_000_000):
            self.complaints.error(where, f'is "{str(value)[:40]}"; expected {_WORDS[kind]}')
            return kind() if default is _REQUIRED else default
        return value

    def names(self, key: str, default: Any = ()) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.raw.get(key, default)
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one for one in value):
            self.complaints.error(f"{self.where}, {key}", "expected a text or a list of texts")
            return ()
        if value is default and default is _REQUIRED:
            return ()
        return tuple(value)


_WORDS = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false", list: "a list"}


def read_screenplay(raw: dict[str, Any], words: Vocabulary, complaints: Complaints) -> Screenplay:
    """The screenplay that the file's tables spell; complaints about everything that cannot be understood."""
    top = _Table(raw, "", complaints)
    top.refuse_unknown(_TOP)
    par = top.take("par_seconds", int, 300)
    if par < 1:
        complaints.error("par_seconds", f"is {par}; expected at least 1")
    return Screenplay(
        title=top.take("title", str),
        place=top.take("place", str, ""),
        author=top.take("author", str, ""),
        scene=top.take("scene", str, ""),
        sides=tuple(_side(table, words) for table in _tables(raw, "side", "name", complaints)),
        brief=tuple(_brief(table) for table in _tables(raw, "brief", "line", complaints)),
        beats=tuple(_beat(table, words) for table in _tables(raw, "beat", "id", complaints)),
        plans=tuple(_plan(table, words) for table in _tables(raw, "plan", "who", complaints)),
        chances=tuple(_chance(table) for table in _tables(raw, "chance", "name", complaints)),
        score=tuple(_score(table) for table in _tables(raw, "score", "count", complaints)),
        par_seconds=par,
    )


def _tables(raw: dict[str, Any], key: str, title: str, complaints: Complaints) -> list[_Table]:
    """The entries of [[key]], each with its number and title for messages."""
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        complaints.error(key, f"expected [[{key}]] tables")
        return []
    if len(found) > MAX_ENTRIES:
        complaints.error(key, f"has {len(found)} entries; at most {MAX_ENTRIES} are read")
    tables = []
    for number, one in enumerate(found[:MAX_ENTRIES], 1):
        shown = f' "{str(one[title])[:60]}"' if title in one else ""
        tables.append(_Table(one, f"[[{key}]] {number}{shown}", complaints))
    return tables


def _side(table: _Table, words: Vocabulary) -> Side:
    table.refuse_unknown(("name", "player", "crew", "do"))
    name, player, crew = table.take("name", str), table.take("player", str), table.names("crew", ())
    side = Side(name, player, crew, _actions(table, words))
    if side.name not in ("crew", "police"):
        table.complaints.error(f"{table.where}, name", f'is "{side.name[:40]}"; expected crew or police')
    return side


def _brief(table: _Table) -> BriefStep:
    table.refuse_unknown(("line", "seconds", "points"))
    return BriefStep(table.take("line", str), table.take("seconds", float, 4.0), table.names("points", ()))


def _beat(table: _Table, words: Vocabulary) -> Beat:
    table.refuse_unknown(("id", "goal", "marker", "after", "without", "when", "do", "is_kept", "side"))
    complaints, where = table.complaints, table.where
    goal = table.take("goal", str, "")
    if len(goal.split()) > GOAL_WORDS:
        complaints.error(f"{where}, goal", f"has {len(goal.split())} words; expected at most {GOAL_WORDS}")
    side = _only_side(table)
    when = None
    if "when" in table.raw:
        when = read_call(table.raw["when"], "triggers", words, complaints, f"{where}, when")
    name = table.take("id", str)
    if not name.replace("_", "").isalnum():
        complaints.error(f"{where}, id", f'is "{name[:40]}"; expected letters, digits and underscores')
    return Beat(
        id=name, goal=goal, marker=table.names("marker"), after=table.names("after"),
        without=table.names("without"), when=when, do=_actions(table, words),
        is_kept=table.take("is_kept", bool, False), side=side,
    )  # fmt: skip


def _only_side(table: _Table) -> str:
    """The side that a table is for alone; empty = both."""
    side: str = table.take("side", str, "")
    if side not in ("", "crew", "police"):
        table.complaints.error(f"{table.where}, side", f'is "{side[:40]}"; expected crew or police')
    return side


def _actions(table: _Table, words: Vocabulary) -> tuple[Call, ...]:
    read = []
    for number, raw in enumerate(table.take("do", list, []), 1):
        call = read_call(raw, "actions", words, table.complaints, f"{table.where}, do {number}")
        if call is not None:
            read.append(call)
    return tuple(read)


def _plan(table: _Table, words: Vocabulary) -> Plan:
    steps = []
    for key, raw in table.raw.items():
        if key in ("who", "name", "side", "label"):
            continue
        step = read_call(raw, "steps", words, table.complaints, f"{table.where}, {key[:60]}")
        if step is not None:
            steps.append(PlanStep(key, step))
    name, label = table.take("name", str, ""), table.take("label", str, "")
    if label and not name:
        table.complaints.error(
            f"{table.where}, label", "stands in a plan without a name; expected only where a named plan is chosen"
        )
    return Plan(table.take("who", str), tuple(steps), name, _only_side(table), label)


def _chance(table: _Table) -> Chance:
    table.refuse_unknown(("name", "pick", "take", "between"))
    complaints, where = table.complaints, table.where
    name, pick, take = table.take("name", str), table.names("pick"), table.take("take", int, 1)
    if ("pick" in table.raw) == ("between" in table.raw):
        complaints.error(where, "expected exactly one of pick and between")
    if "between" not in table.raw:
        if not 1 <= take <= max(1, len(pick)):
            complaints.error(
                f"{where}, take", f"is {take}; expected 1 to {len(pick)}, the number of things to pick from"
            )
        return Chance(name, pick, take)
    ends = table.take("between", list, [])
    if len(ends) != 2 or not all(type(end) is int and abs(end) <= 1_000_000 for end in ends) or ends[0] > ends[1]:
        complaints.error(f"{where}, between", "expected two whole numbers, the smaller first")
        return Chance(name, between=(0, 0))
    return Chance(name, between=(ends[0], ends[1]))


def _score(table: _Table) -> ScoreRule:
    table.refuse_unknown(("count", "points", "label", "side"))
    count, points = table.take("count", str), table.take("points", int)
    return ScoreRule(count, points, table.take("label", str), _only_side(table))
