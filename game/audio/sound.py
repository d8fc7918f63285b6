"""What a scene may ask of the sound: a street, a tick, a rest, a menu's sign, a score. This one is silent.

Owns the silent fallback: it serves wherever there is no audio device, in tests and in benchmarks. The one that is heard
is `street.StreetSound`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.level import Level
from game.sim.events import Event
from game.sim.view import View


@dataclass(frozen=True, slots=True)
class Volumes:
    """How loud each bus is, 0 to 1, as the player set it."""

    master: float = 1.0
    effects: float = 1.0
    engines: float = 1.0
    music: float = 1.0
    speech: float = 1.0
    ui: float = 1.0
    is_mono: bool = False
    """Nothing is left or right."""


class Sound:
    """Silence: does nothing, whatever is asked."""

    def begin(self, level: Level) -> None:
        """A run begins there: everything that still sounds is cut."""

    def take(self, events: Sequence[Event], view: View) -> None:
        """One tick: what happened in it, and how the street is now."""

    def feed(self) -> None:
        """Once a frame, however many ticks it has: what streams gets its next block."""

    def rest(self) -> None:
        """The street stands still."""

    def resume(self) -> None:
        """It goes on."""

    def leave_street(self) -> None:
        """The run is over and left: its loops fade, another score may come."""

    def score(self, name: str) -> None:
        """A scene with a score of its own (title, brief, results) is shown; called again while it is, until it can begin."""

    def sign(self, name: str) -> None:
        """A menu's sign: move, accept or back."""

    def follow(self, volumes: Volumes) -> None:
        """The player changed the volumes."""

    def close(self) -> None:
        """The window goes."""
