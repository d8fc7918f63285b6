"""Whose throat is whose: each speaker and each type of person has one of a few synthesised voices, always the same.

Owns the reading of `casting.toml`. Called by `cues` and `crowd`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from zlib import crc32

from game.content.faults import Fault, UnusableFile
from game.content.toml_reader import read_toml

FILE = Path(__file__).with_suffix(".toml")
THROATS = ("man_low", "man", "man_rough", "man_high", "woman", "woman_low")
MEN = THROATS[:4]


@lru_cache(maxsize=1)
def roles() -> dict[str, str]:
    """Throats by the name of a speaker or of a type of person. Raises UnusableFile."""
    table = read_toml(FILE)
    wrong = [Fault(FILE.name, name, f"is {throat!r}, expected one of {', '.join(THROATS)}")
             for name, throat in table.items() if throat not in THROATS]  # fmt: skip
    if wrong:
        raise UnusableFile(wrong)
    return {name: str(throat) for name, throat in table.items()}


def throat(name: str) -> str:
    """Of a speaker, by the name that is shown, or of a type of person, by its own."""
    key = name.lower().replace(" ", "_")
    return roles().get(key) or MEN[crc32(key.encode()) % len(MEN)]
