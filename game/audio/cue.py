"""A cue: one sound to be heard, where, how far it carries, and what it may push aside. Data only."""

from __future__ import annotations

from dataclasses import dataclass

EFFECTS, ENGINES, MUSIC, SPEECH, UI = "effects", "engines", "music", "speech", "ui"
"""The buses, each with a volume of its own in the settings."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cue:
    """Something is heard once."""

    sound: str
    """Its name in the bank."""
    place: Place | None = None
    """Metres; None = in the ears of the player."""
    gain: float = 1.0
    reach: float = 8.0
    """Metres at which it is about a third as loud."""
    priority: int = 3
    """0 to 10: a louder right to a voice. A sound takes the voice of a lesser one when none is free."""
    bus: str = EFFECTS
    wait: float = 0.0
    """Seconds until it happens."""
    far: str = ""
    """What it has become after a long way through the air, or "" when it is not heard so far."""
    tail: str = ""
    """Kind of gun whose answer the place gives, or ""."""
    source: int = -1
    """EntityId of who caused it: one tail a shooter."""
