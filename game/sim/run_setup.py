"""Everything that is decided before a run and never after it; hashed into the replay header."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class RunSetup:
    """What the player chose before the start, and what earlier scenes left him with."""

    level: str
    side: str = "crew"
    seed: int = 1
    difficulty: str = "film"
    plan: str = ""
    assists: tuple[str, ...] = ()
    gear: tuple[str, ...] = ()
    at: str = ""
    """Name or id of the object the first body starts at (a level maker's "play from here")."""
    facts: tuple[tuple[str, str], ...] = field(default=())
    """Facts carried from earlier scenes."""

    def canonical(self) -> str:
        """One JSON text for equal setups, for hashing and for the header."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_plain(cls, plain: dict[str, object]) -> RunSetup:
        """The setup written by `canonical`. Raises ValueError when a field is missing, unknown or of the wrong kind."""
        known = {"level": str, "side": str, "seed": int, "difficulty": str, "plan": str, "at": str}
        lists = {"assists", "gear", "facts"}
        if set(plain) != set(known) | lists:
            raise ValueError(f"setup fields are {sorted(plain)}, expected {sorted(set(known) | lists)}")
        values: dict[str, object] = {}
        for name, kind in known.items():
            value = plain[name]
            if not isinstance(value, kind) or isinstance(value, bool):
                raise ValueError(f"setup field {name} is {value!r}, expected {kind.__name__}")
            values[name] = value
        for name in ("assists", "gear"):
            value = plain[name]
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                raise ValueError(f"setup field {name} is {value!r}, expected a list of words")
            values[name] = tuple(value)
        facts = plain["facts"]
        if not isinstance(facts, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in facts):
            raise ValueError(f"setup field facts is {facts!r}, expected a list of pairs")
        values["facts"] = tuple((str(key), str(value)) for key, value in facts)
        return cls(**values)  # type: ignore[arg-type]
