"""The reference part of docs/LEVELS.md, generated from dataclasses and registries with their docstrings.

Owns the generated sections of that page; the rest is written by hand. Called by the command line and by the test
that holds the page to what this makes.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import textwrap
from itertools import pairwise
from pathlib import Path

from game.content.level import OBJECT_CLASSES
from game.levels.complaints import with_article
from game.levels.folders import DATA_ROOT
from game.levels.members import CHOICES, MINIMUM, SHAPE_WORDS, SHAPES, Member, members_of, points_at
from game.levels.vocabulary import Argument, Vocabulary, arguments_of, game_vocabulary

PAGE = DATA_ROOT / "docs" / "LEVELS.md"
_TYPE_WORDS = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def class_reference() -> str:
    """Markdown: every Tiled class with how it is drawn and what members it has."""
    parts = []
    for name, kind in OBJECT_CLASSES.items():
        lines = [f"### {name}", "", _sentence(kind), "", f"Drawn as {SHAPE_WORDS[SHAPES.get(name, 'point')]}.", ""]
        notes = field_notes(kind)
        rows = [_member_row(name, member, notes.get(member.name, "")) for member in members_of(name)]
        if rows:
            lines += ["| member | type | default | |", "|---|---|---|---|", *rows, ""]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def screenplay_reference(words: Vocabulary | None = None) -> str:
    """Markdown: every trigger, action and step with its arguments."""
    words = words or game_vocabulary()
    parts = []
    for title, kind in (("Triggers", "triggers"), ("Actions", "actions"), ("Steps", "steps")):
        parts += [f"### {title}", ""]
        for name, call in words.calls(kind).items():
            notes = field_notes(call)
            arguments = [_argument_words(one, notes.get(one.name, "")) for one in arguments_of(name, call)]
            parts.append(f"- **{name}**: {_sentence(call)}" + ("".join(f"\n  - {one}" for one in arguments)))
        parts.append("")
    return "\n".join(parts)


def refreshed_page(page: str, words: Vocabulary | None = None) -> str:
    """The page with its generated sections made anew."""
    for name, text in (("classes", class_reference()), ("screenplay", screenplay_reference(words))):
        pattern = rf"(<!-- {name}: generated -->\n).*?(<!-- end of {name} -->)"
        found = re.search(pattern, page, flags=re.DOTALL)
        if found is not None:
            page = f"{page[: found.end(1)]}\n{text.strip()}\n\n{page[found.start(2) :]}"
    return page


def write_page(path: Path = PAGE) -> Path:
    """Refresh docs/LEVELS.md; the path written."""
    path.write_text(refreshed_page(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return path


def field_notes(kind: type) -> dict[str, str]:
    """The docstrings below the fields of a dataclass."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    notes: dict[str, str] = {}
    for field, below in pairwise(body.body):
        is_note = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_note:
            notes[field.target.id] = " ".join(str(below.value.value).split())  # type: ignore[attr-defined]
    return notes


def _sentence(kind: type) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0].split())


def _member_row(class_name: str, member: Member, note: str) -> str:
    kind = points_at(class_name, member)
    words = [note] if note else []
    choices = CHOICES.get((class_name, member.name))
    if choices and not note:
        words.append(", ".join(choices) + ".")
    if kind:
        words.append(f"Names one of the {kind}." if kind.endswith("s") else f"Names {with_article(kind)} of the map.")
    if (class_name, member.name) in MINIMUM:
        words.append(f"At least {MINIMUM[(class_name, member.name)]:g}.")
    return f"| `{member.name}` | {_TYPE_WORDS[member.type]} | {_value(member.default)} | {' '.join(words)} |"


def _argument_words(argument: Argument, note: str) -> str:
    """One argument in one line."""
    what = with_article(argument.nested[:-1]) if argument.nested else _TYPE_WORDS[argument.type]
    if argument.points_at:
        what = f"name of {with_article(argument.points_at)}"
    if argument.choices:
        what = ", ".join(argument.choices[:-1]) + f" or {argument.choices[-1]}"
    if argument.is_list:
        what = f"list, each {'the ' if argument.points_at else ''}{what}"
    default = "" if argument.is_required else f", {_value(argument.default)} when left out"
    return f"`{argument.name}`: {what}{default}" + (f". {note}" if note else "")


def _value(value: object) -> str:
    if value is None or value == () or value is dataclasses.MISSING:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "empty" if value == "" else f"`{value}`"
