"""What one reading of a level worked out that the next one needs again: layers, walls and tables that did not change.

Owns the memory between two readings of a level that is being made; whoever loads a level once needs none. Keyed by
the text itself and by everything that is made of it, so that what is found is what would have been made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Results of the reading under way and of the one before it."""

    def __init__(self) -> None:
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def begin(self) -> None:
        """Another reading begins: what the last but one used is let go."""
        self._before, self._now = self._now, {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, or gave in this reading or the last for the same key. What it raises is not kept."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return cast(T, self._now[key])

    def find(self, key: Hashable) -> object | None:
        """What was put under the key in this reading or the last; None when nothing was."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return self._now.get(key)

    def put(self, key: Hashable, value: object) -> None:
        """Keep something for this reading and the next."""
        self._now[key] = value


class KeptNothing(Kept):
    """For a level that is read once: no more memory than the reading itself needs."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives."""
        return make()

    def put(self, key: Hashable, value: object) -> None:
        """It is not needed again."""
