"""The judgement on a replay: same version, same checksums, same end. Pure comparison; it runs no world.

Owns what counts as another version and what a divergence is called. `game.app.verify_run` re-simulates and
feeds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.replay.format import Ending, Header, OtherVersion, Replay


@dataclass(frozen=True, slots=True)
class Identity:
    """What this game would write into the header of the same run."""

    sim_version: int
    level_digest: str
    catalog_digest: str


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where a re-simulation stopped being the recorded run."""

    after_tick: int
    """Last tick at which both were known to be equal."""
    tick: int
    """First checked tick at which they differ."""
    message: str


def check_version(header: Header, here: Identity) -> None:
    """Raise OtherVersion, with every reason, when the inputs in this replay no longer mean the recorded run."""
    reasons = []
    if header.sim_version != here.sim_version:
        reasons.append(f"it was recorded with sim version {header.sim_version}, this game has {here.sim_version}")
    if header.catalog_digest != here.catalog_digest:
        reasons.append(
            f"the catalog was another ({header.catalog_digest[:12]}, here {here.catalog_digest[:12]}): weapons, "
            "vehicles or people were changed since"
        )
    if header.level_digest != here.level_digest:
        reasons.append(
            f"level {header.level} was another ({header.level_digest[:12]}, here {here.level_digest[:12]}): "
            "it was changed since"
        )
    if reasons:
        raise OtherVersion("; ".join(reasons))


class Watch:
    """Compares a running re-simulation with the recording, checksum by checksum."""

    def __init__(self, replay: Replay) -> None:
        self._recorded: Mapping[int, int] = dict(replay.checksums)
        if replay.end:
            self._recorded = {**self._recorded, replay.end.ticks: replay.end.checksum}
        self._end = replay.end
        self.last_equal = 0
        self.compared = 0
        self.divergence: Divergence | None = None

    def wants(self, tick: int) -> bool:
        """The recording has a checksum for this tick."""
        return tick in self._recorded

    def see(self, tick: int, checksum: int) -> None:
        """The world's checksum after `tick`."""
        recorded = self._recorded.get(tick)
        if recorded is None or self.divergence is not None:
            return
        self.compared += 1
        if recorded == checksum:
            self.last_equal = tick
        else:
            self._differs(tick, f"checksum {checksum:016x}, recorded {recorded:016x}")

    def see_end(self, here: Ending) -> None:
        """How the re-simulated run came out after the last recorded input."""
        recorded = self._end
        if recorded is None or self.divergence is not None:
            return
        for name in ("result", "ending", "ticks", "checksum", "splits"):
            found, wanted = getattr(here, name), getattr(recorded, name)
            if found != wanted:
                self._differs(here.ticks, f"{name} {_shown(found)}, recorded {_shown(wanted)}")
                return

    def _differs(self, tick: int, what: str) -> None:
        message = f"diverged after tick {self.last_equal} and by tick {tick}: {what}"
        self.divergence = Divergence(self.last_equal, tick, message)


def first_difference(left: Iterable[tuple[int, int]], right: Iterable[tuple[int, int]]) -> int | None:
    """The first tick that both have a checksum for and whose checksums differ; None when there is none."""
    other = dict(right)
    for tick, checksum in left:
        if tick in other and other[tick] != checksum:
            return tick
    return None


def _shown(value: object) -> str:
    return f"{value:016x}" if isinstance(value, int) and value > 1 << 31 else repr(value)
