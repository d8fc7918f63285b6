"""Whole runs with nobody at the controls: for the `bot` command, benchmarks, screenshots and tests.

Owns the loop from the first tick to the result. What is done in each tick is a policy's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TextIO

from game.app.decisions import DecisionLog
from game.app.policies import POLICIES
from game.app.session import RunSession
from game.app.tape import Tape
from game.content.level import Level
from game.content.specs import Catalog
from game.content.text import load_text
from game.sim.checksum import checksum
from game.sim.events import Event
from game.sim.picture import picture
from game.sim.run_setup import RunSetup

LIMIT_TICKS = 30 * 60 * 60
"""Half an hour: a run that lasts longer is stuck."""

EachTick = Callable[[RunSession, list[Event]], None]


@dataclass(frozen=True, slots=True)
class BotRun:
    """How a run with nobody at the controls came out."""

    level: str
    side: str
    seed: int
    difficulty: str
    plan: str
    policy: str
    result: str
    """As `RunEnded.result`; empty = it never ended."""
    ending: str
    ticks: int
    score: int
    checksum: str
    splits: tuple[tuple[str, int], ...]
    causes: tuple[str, ...]


def run_bot(
    level: Level,
    catalog: Catalog,
    setup: RunSetup,
    policy: str = "careful",
    tape: Tape | None = None,
    each_tick: EachTick | None = None,
    limit: int = LIMIT_TICKS,
) -> BotRun:
    """Play until the run has a result, or for `limit` ticks."""
    session = RunSession(level, catalog, setup, tape)
    decide = POLICIES[policy]
    while not session.is_over and session.tick < limit:
        events = session.step(decide(session.world))
        if each_tick:
            each_tick(session, events)
    session.finish()
    return summary(session, policy)


def summary(session: RunSession, policy: str) -> BotRun:
    """The run as it stands."""
    setup = session.setup
    shown = picture(session.world).result
    return BotRun(
        level=session.level.name,
        side=setup.side,
        seed=setup.seed,
        difficulty=setup.difficulty,
        plan=setup.plan,
        policy=policy,
        result=session.world.result,
        ending=session.ending_name,
        ticks=session.tick,
        score=shown.score if shown else 0,
        checksum=f"{checksum(session.world):016x}",
        splits=tuple(session.splits),
        causes=tuple(load_text().cause(*cause) for cause in shown.causes) if shown else (),
    )


def event_log(file: TextIO) -> EachTick:
    """Writes what minds decide, then each event, as lines of JSON with their tick."""
    decisions = DecisionLog()

    def write(session: RunSession, events: list[Event]) -> None:
        for line in decisions.changed(session.world):
            file.write(json.dumps(line) + "\n")
        for event in events:
            plain = {"tick": session.tick, "event": type(event).__name__} | asdict(event)
            file.write(json.dumps(plain) + "\n")

    return write
