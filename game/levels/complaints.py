"""The list in which the readers of a level write down what is wrong, so that everything is shown at once.

Owns nothing but that list and the way one fault refers to places. Made by the loader, passed to every reader.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.content.faults import Fault


class Complaints:
    """Everything found wrong so far in one level, in the order of reading."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def error(self, where: str, message: str, file: str = "") -> None:
        """Something that stops the level from loading."""
        self.faults.append(Fault(file or self.file, where, message))

    def warning(self, where: str, message: str, file: str = "") -> None:
        """Something that is likely a slip but can be played."""
        self.faults.append(Fault(file or self.file, where, message, "warning"))

    @property
    def errors(self) -> list[Fault]:
        """The faults that stop loading."""
        return [fault for fault in self.faults if fault.severity == "error"]


def nearest(word: str, known: Iterable[str]) -> str:
    """A tail for a message: the known words nearest to a misspelt one, or all of them when they are few."""
    names = list(known)
    lowered = {name.lower(): name for name in names}
    close = difflib.get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    if close:
        return f'; did you mean "{lowered[close[0]]}"?'
    if not names:
        return "; there is none"
    if len(names) <= 16:
        return "; expected one of " + ", ".join(names)
    return ""


def with_article(word: str) -> str:
    """A word with a or an before it."""
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"
