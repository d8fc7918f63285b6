"""Drawn facts inside names: "wagon_{site}" stands for one name for each thing that the chance `site` may draw.

Owns spelling such a name out. Called by the name checks, so that every run's names are checked and not one run's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.content.level import Chance

MAX_SPELLINGS = 500
_FACT = re.compile(r"\{(\w+)\}")


def facts_in(name: str) -> list[str]:
    """The facts that a name is made with, in order, each once."""
    return list(dict.fromkeys(_FACT.findall(name)))


def drawn_by(chance: Chance) -> list[str]:
    """Everything a chance may draw."""
    if chance.between is None:
        return list(chance.pick)
    first, last = chance.between
    return [str(number) for number in range(first, min(last, first + MAX_SPELLINGS) + 1)]


def spellings(name: str, chances: Iterable[Chance]) -> list[str]:
    """Every name that the level may come to mean; facts that no chance draws stay as they are written."""
    known = {chance.name: chance for chance in chances}
    found = [name]
    for fact in facts_in(name):
        if fact in known:
            drawn = drawn_by(known[fact])
            found = [one.replace("{" + fact + "}", word) for one in found for word in drawn][:MAX_SPELLINGS]
    return found
