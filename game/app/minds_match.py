"""One match of minds: a run with nobody at the controls, watched from its first tick to its result.

Owns the loop; what is counted is in `minds_idle`, `minds_shots` and `minds_moves`. It is played on even terms: what a difficulty gives the
player's side is nobody's here. Watching changes nothing else. Called by `bench_minds`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.app.even_terms import put_on_even_terms
from game.app.minds_counts import Case, Counts
from game.app.minds_idle import IdleWatch
from game.app.minds_moves import MoveWatch
from game.app.minds_shots import ShotWatch
from game.app.session import RunSession
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.checksum import checksum
from game.sim.run_setup import RunSetup

LIMIT_TICKS = 6 * 60 * 60
"""Six minutes: a fight that lasts longer has no end."""


@dataclass(frozen=True, slots=True)
class Match:
    """How one match came out."""

    level: str
    seed: int
    result: str
    """As `RunEnded.result`; empty = it had no end."""
    ticks: int
    checksum: str
    counts: Counts
    cases: tuple[Case, ...]


def play_match(level: Level, catalog: Catalog, setup: RunSetup, limit: int = LIMIT_TICKS) -> Match:
    """Play until the run has a result, or for `limit` ticks."""
    session = RunSession(level, catalog, setup)
    world, counts = session.world, Counts()
    put_on_even_terms(world)
    idle, shots, moves = IdleWatch(counts), ShotWatch(counts), MoveWatch(counts)
    while not session.is_over and session.tick < limit:
        happened = session.step(world.suggest())
        idle.take(world, happened)
        shots.take(world, happened)
        moves.take(world)
    idle.finish(world)
    moves.finish(world)
    shots.finish(world)
    cases = (*idle.cases, *shots.cases, *moves.cases)
    return Match(level.name, setup.seed, world.result, world.tick, f"{checksum(world):016x}", counts, cases)
