"""What a match of minds is counted in: named sums that add up over runs, and single cases worth looking at.

Owns no definition of what is counted; those are in `minds_idle`, `minds_shots` and `minds_moves`. Called by these.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """Sums by name."""

    sums: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, by: float = 1.0) -> None:
        """Adds to a sum."""
        self.sums[name] = self.sums.get(name, 0.0) + by

    def get(self, name: str) -> float:
        """A sum; 0 when nothing was added."""
        return self.sums.get(name, 0.0)

    def merge(self, other: Counts) -> None:
        """Adds all sums of another run."""
        for name, by in other.sums.items():
            self.add(name, by)

    def share(self, part: str, whole: str) -> float | None:
        """One sum as a share of another; None when there is nothing to share."""
        total = self.get(whole)
        return self.get(part) / total if total else None


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that went wrong, so that somebody can go and look: `screenshot LEVEL --seed S --tick T --overlay ai`."""

    kind: str
    """stuck, frozen, friendly_hit, blind_shot or bare_move."""
    tick: int
    who: str
    amount: float
    """Seconds for stuck and frozen; joules for a hit; which of `minds_shots.REASONS` for a shot; suppression of the lane for a move."""
    x: float
    y: float
    step: str
    """What he was at."""
    other: str = ""
    """Who was hit."""
