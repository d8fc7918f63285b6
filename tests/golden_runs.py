"""The runs that are kept as replays: what they are, how they are made again, and where they lie.

Owns the list and its expectations in golden/runs.json. Called by the tests of replays and by the acceptance tests.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from game.app.bot import BotRun, run_bot
from game.app.tape import Tape
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup
from tests.worlds import catalog

HOUSE = Path(__file__).resolve().parents[1]
FOLDER = HOUSE / "tests" / "replays"
EXPECTED = HOUSE / "tests" / "golden" / "runs.json"

Facts = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class GoldenRun:
    """One run of the bot, kept as a replay."""

    level: str
    """Path of the map below levels/, without its ending."""
    side: str = "crew"
    seed: int = 1
    difficulty: str = "film"

    @property
    def name(self) -> str:
        """Its name in the list and as a file."""
        return f"{Path(self.level).name}-{self.side}"

    @property
    def path(self) -> Path:
        """Its replay."""
        return FOLDER / f"{self.name}.replay"


RUNS = (
    GoldenRun("venice_blvd"),
    GoldenRun("far_east_bank"),
    GoldenRun("far_east_bank", "police"),
    GoldenRun("lax_runways", seed=1),
    GoldenRun("lax_runways", "police"),
    GoldenRun("sandbox/yard"),
)
"""One for each level and side that has a way to its end."""


def play(run: GoldenRun, path: Path | None = None, policy: str = "careful") -> BotRun:
    """The bot plays the run, and records it when a path is given."""
    level = load_level(HOUSE / "levels" / f"{run.level}.tmx", catalog())
    setup = RunSetup(level.name, seed=run.seed, side=run.side, difficulty=run.difficulty)
    return run_bot(level, catalog(), setup, policy, Tape(path, replaces=True) if path else None)


def record(run: GoldenRun) -> None:
    """Plays the run anew and keeps it: its replay and what it must come to."""
    FOLDER.mkdir(exist_ok=True)
    done = play(run, run.path)
    facts: Facts = {"ticks": done.ticks, "checksum": done.checksum, "result": done.result, "ending": done.ending}
    kept = json.loads(EXPECTED.read_text()) if EXPECTED.exists() else {}
    kept[run.name] = facts
    EXPECTED.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


def expected(path: Path) -> Facts:
    """What a kept replay came to when it was recorded."""
    facts: dict[str, Facts] = json.loads(EXPECTED.read_text())
    assert path.stem in facts, f"{path.name} is not in {EXPECTED.name}: say there what it must come to"
    return facts[path.stem]
