"""Faults found while loading what people write by hand: catalogs, levels, screenplays, settings, replays.

Every loader collects faults and shows all of them at once; none guesses a default. The command line
prints one line a fault and exits 1 (a fault found) or 2 (unusable input).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file: where it is, what is wrong, and what was expected."""

    file: str
    where: str
    """Place in the file: a table and key, or layer, object id and name."""
    message: str
    """What is wrong and what was expected, in one sentence."""
    severity: str = "error"
    """"error" stops loading, "warning" does not."""
    layer: str = ""
    """Of a level: the layer it is on; empty when it is on none."""
    object_id: int = 0
    """Tiled's number of the object; 0 = it is about no object."""
    name: str = ""
    """The object's name."""
    at: tuple[float, float] | None = None
    """Where on the map, in metres."""
    topic: str = ""
    """The heading of the level makers' page that explains it, as a link names it."""

    def __str__(self) -> str:
        place = f"{self.file}: {self.where}" if self.where else self.file
        return f"{place}: {self.message}"


class ContentError(Exception):
    """A file that cannot be used; carries every fault that was found in it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class UnusableFile(ContentError):
    """A file that is not what it claims to be at all (not XML, not TOML, too large): exit code 2."""
