"""The words of the game in one language: looked up by flat dotted keys, filled in with `str.format`.

Owns the reading of text_LANGUAGE.toml and its faults. Does not own who says what in a level (screenplays do)
nor how words are drawn. Scenes, HUD and captions call the `Text` that the app loads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from game.content.faults import ContentError, Fault
from game.content.spec_reader import shown
from game.content.toml_reader import read_toml

DEEPEST_KEY = 3
"""Parts of the longest key: menu.play has two."""


class MissingText(ContentError, KeyError):
    """A key, or a value for one of its placeholders, that is not there."""

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class Text:
    """The words of one language: `text("menu.play")`, `text("hud.magazines", count=3)`."""

    def __init__(self, language: str, lines: dict[str, str]) -> None:
        self.language = language
        self._file = f"text_{language}.toml"
        self._lines = dict(lines)

    def __call__(self, key: str, /, **values: object) -> str:
        """The line at `key` with its {placeholders} filled in. Raises MissingText."""
        line = self._lines.get(key)
        if line is None:
            raise MissingText([Fault(self._file, f"key {key}", "is missing, expected a line of text")])
        try:
            return line.format(**values)
        except (LookupError, TypeError, ValueError) as error:
            message = f"is {shown(line)}, which cannot be filled in with {shown(values)} ({error})"
            raise MissingText([Fault(self._file, f"key {key}", message)]) from error

    def said(self, line: str) -> str:
        """What somebody says, or a label: the text at `line` if it is a key, else the line itself, which a level wrote.

        "radio.car|spec=sedan|way=east" is the text at radio.car, filled in with the words for those names.
        """
        key, *pairs = line.split("|")
        if not pairs or key not in self._lines:
            return self._lines.get(line, line)
        filled = dict(pair.split("=", 1) for pair in pairs)
        return self(key, **{name: self.word(name, value) for name, value in filled.items()})

    def word(self, group: str, name: str) -> str:
        """The word for a name: the text at `group.name`, else a level's own words as they are, else the name spelt out."""
        line = self._lines.get(f"{group}.{name}")
        if line is not None:
            return line
        spelt = name.replace("_", " ")
        return spelt[:1].upper() + spelt[1:]

    def cause(self, key: str, values: Iterable[tuple[str, str]]) -> str:
        """A line of `[cause]` with its braces filled in; a value that is itself a cause's name is put in words."""
        filled = {name: self.word("cause", value) if name == "cause" else value for name, value in values}
        return self(f"cause.{key}", **filled)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        """The keys, in file order."""
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def load_text(language: str = "en", folder: Path | None = None) -> Text:
    """The text of a language (two letters) from `folder`, by default the game's own. Raises ContentError with
    every fault, or UnusableFile."""
    if not (len(language) == 2 and language.isascii() and language.isalpha() and language.islower()):
        message = f"is {shown(language)}, expected two small letters as in en"
        raise ContentError([Fault("text", "language", message)])
    path = (Path(__file__).parent if folder is None else folder) / f"text_{language}.toml"
    lines: dict[str, str] = {}
    faults: list[Fault] = []
    _flatten("", read_toml(path), lines, path.name, faults)
    if not lines and not faults:
        faults.append(Fault(path.name, "", "is empty, expected lines of text"))
    if faults:
        raise ContentError(faults)
    return Text(language, lines)


def _flatten(at: str, table: dict[str, object], lines: dict[str, str], file: str, faults: list[Fault]) -> None:
    """Puts every line below `table` into `lines` under its dotted key."""
    for key, value in table.items():
        dotted = at + key
        if isinstance(value, dict):
            if dotted.count(".") + 1 < DEEPEST_KEY:
                _flatten(dotted + ".", value, lines, file, faults)
            else:
                faults.append(
                    Fault(file, f"key {dotted}", f"is a table, expected at most {DEEPEST_KEY} parts in a key")
                )
            continue
        complaint = _complaint(key, value)
        if complaint:
            faults.append(Fault(file, f"key {dotted}", complaint))
        else:
            lines[dotted] = str(value)


def _complaint(key: str, value: object) -> str:
    """What is wrong with a line, or ""."""
    if "." in key:
        return "has a dot in a quoted key, expected a table for each part"
    if not isinstance(value, str):
        return f"is {shown(value)}, expected a line of text in quotes"
    if not value.strip():
        return "is empty, expected a line of text"
    try:
        names = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
    except ValueError as error:
        return f"is {shown(value)}: {error}"
    # Only plain names: "{}" and "{0}" say nothing to a translator, "{a.b}" would reach into objects.
    wrong = [name for name in names if not name.isidentifier()]
    return f"has the placeholder {{{wrong[0]}}}, expected a plain name as in {{count}}" if wrong else ""
