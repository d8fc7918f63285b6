"""The list in which the readers of a level write down what is wrong, so that everything is shown at once.

Owns nothing but that list and the way one fault refers to places. Made by the loader, passed to every reader.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.content.faults import Fault

MAX_FAULTS = 300
"""Nobody reads more at once; a file made to harm must not buy time with them."""
MOST_COMPARED = 60
"""Known words that a misspelt one is compared with."""


class EnoughFaults(Exception):
    """A list of complaints is full; it carries them, with one more that says so."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = faults


class Complaints:
    """Everything found wrong so far in one level, in the order of reading."""

    def __init__(self, file: str, topic: str = "the-map") -> None:
        self.file = file
        self.topic = topic
        """The heading of docs/LEVELS.md that explains what is read now."""
        self.faults: list[Fault] = []

    def error(self, where: str, message: str, file: str = "", topic: str = "") -> None:
        """Something that stops the level from loading. Raises EnoughFaults when the list is full."""
        self._add(where, message, file, topic, "error")

    def warning(self, where: str, message: str, file: str = "", topic: str = "") -> None:
        """Something that is likely a slip but can be played. Raises EnoughFaults when the list is full."""
        self._add(where, message, file, topic, "warning")

    def _add(self, where: str, message: str, file: str, topic: str, severity: str) -> None:
        self.faults.append(Fault(file or self.file, where, message, severity, topic=topic or self.topic))
        if len(self.faults) >= MAX_FAULTS:
            more = f"has more than {MAX_FAULTS} faults; mend these first, the others are not listed"
            raise EnoughFaults([*self.faults, Fault(self.file, "", more, topic="when-something-is-wrong")])

    @property
    def errors(self) -> list[Fault]:
        """The faults that stop loading."""
        return [fault for fault in self.faults if fault.severity == "error"]


def nearest(word: str, known: Iterable[str]) -> str:
    """A tail for a message: the known words nearest to a misspelt one, or all of them when they are few."""
    names = list(known)
    lowered = {name.lower(): name for name in _alike(word.lower(), names)}
    close = difflib.get_close_matches(word.lower()[:60], list(lowered), n=1, cutoff=0.6)
    if close:
        return f'; did you mean "{lowered[close[0]]}"?'
    if not names:
        return "; there is none"
    if len(names) <= 20:
        return "; expected one of " + ", ".join(names)
    return ""


def _alike(word: str, names: list[str]) -> list[str]:
    """The names worth comparing: all of them when they are few, else those of like length that begin or end alike."""
    if len(names) <= MOST_COMPARED:
        return names
    near = (
        name
        for name in names
        if abs(len(name) - len(word)) <= 3 and (name[:1].lower() == word[:1] or name[-1:].lower() == word[-1:])
    )
    return [name for name, _ in zip(near, range(MOST_COMPARED), strict=False)]


def with_article(word: str) -> str:
    """A word with a or an before it."""
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"
