"""`bench pursuit`: a hunt by car with nobody at the controls, on the sandbox's streets, and what it says of the drivers.

Owns which maps are played, the processes, and the criteria; what is counted is defined in `pursuit_watch`. The criteria, over all runs:

- `stuck`: under 0.5 % of the seconds that police cars are driven;
- `more_than_three_close`: under 2 % of the seconds that the car is hunted;
- `contact`: in at least nine of ten runs somebody comes up with it;
- `pressed`: in at least three quarters of the time it is chased they know where it is, by a sight of it that was told;
- `escaped`: and in at least six of ten runs it gets away all the same.

Called by `bench_commands`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from operator import ge, lt
from pathlib import Path

from game.app.minds_counts import Case, Counts
from game.app.paths import find_level
from game.app.pursuit_watch import PursuitWatch
from game.app.report import GOOD, answer
from game.app.session import RunSession, quiet_collector
from game.content.catalog import load_catalog
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup

LEVEL = "pursuit"
LIMIT_TICKS = 4 * 60 * 60
SHOWN_CASES = 8
Row = dict[str, object]
CRITERIA: tuple[tuple[str, str, Callable[[float, float], bool], float], ...] = (
    ("stuck", "<", lt, 0.005),
    ("more_than_three_close", "<", lt, 0.02),
    ("contact", ">=", ge, 0.9),
    ("pressed", ">=", ge, 0.75),
    ("escaped", ">=", ge, 0.6),
)


@dataclass(frozen=True, slots=True)
class Hunt:
    """How one run came out."""

    seed: int
    result: str
    ticks: int
    counts: Counts
    cases: tuple[Case, ...]


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's arguments."""
    verb = verbs.add_parser("pursuit", help="a hunt by car on the sandbox's streets, with nobody at the controls")
    verb.add_argument("--seeds", type=int, default=10, metavar="N", help="seeds 1 to N (10)")
    verb.add_argument("--map", default=LEVEL, metavar="NAME", help=f"another map ({LEVEL})")
    verb.add_argument("--workers", type=int, default=2, metavar="N", help="processes (2)")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Plays, and prints what came of it."""
    row = bench_pursuit(find_level(args.map), max(1, args.seeds), max(1, args.workers))
    answer(args.json, row, "\n".join(f"{name:<24} {value}" for name, value in row.items()))
    return GOOD


def bench_pursuit(path: Path, seeds: int, workers: int = 1) -> Row:
    """Seeds 1 to `seeds` of a map."""
    jobs = [(path, seed) for seed in range(1, seeds + 1)]
    if workers == 1:
        hunts = [_hunt(job) for job in jobs]
    else:
        with ProcessPoolExecutor(min(workers, seeds), mp_context=get_context("spawn")) as pool:
            hunts = list(pool.map(_hunt, jobs))
    row = summary(hunts)
    criteria = judged(row)
    return row | {"criteria": criteria, "holds": all(one["holds"] for one in criteria.values()), "cases": _cases(hunts)}


def _hunt(job: tuple[Path, int]) -> Hunt:
    path, seed = job
    catalog = load_catalog()
    level = load_level(path, catalog)
    quiet_collector()
    return play_hunt(level, catalog, RunSetup(level.name, seed=seed))


def play_hunt(level: Level, catalog: Catalog, setup: RunSetup, limit: int = LIMIT_TICKS) -> Hunt:
    """Play until the run has a result, or for `limit` ticks. Watching changes nothing: the run is the bot's."""
    session = RunSession(level, catalog, setup)
    counts = Counts()
    watch = PursuitWatch(counts)
    while not session.is_over and session.tick < limit:
        happened = session.step(session.world.suggest())
        watch.take(session.world, happened)
    watch.finish(session.world)
    return Hunt(setup.seed, session.world.result, session.world.tick, counts, tuple(watch.cases))


def summary(hunts: Sequence[Hunt]) -> Row:
    """What some runs come to."""
    counts = Counts()
    for hunt in hunts:
        counts.merge(hunt.counts)
    roles = {name[5:]: round(counts.get(name), 1) for name in sorted(counts.sums) if name.startswith("role/")}
    return {
        "runs": len(hunts),
        "results": dict(sorted(Counter(hunt.result or "no end" for hunt in hunts).items())),
        "mean_seconds": sum(hunt.ticks for hunt in hunts) / 60 / max(1, len(hunts)),
        "car_seconds": round(counts.get("car_seconds"), 1),
        "hunted_seconds": round(counts.get("hunted_seconds"), 1),
        "stuck": counts.share("stuck_seconds", "car_seconds"),
        "stuck_spells": int(counts.get("stuck_spells")),
        "more_than_three_close": counts.share("crowded_seconds", "hunted_seconds"),
        "contact": counts.get("contacts") / max(1, len(hunts)),
        "chase_seconds": round(counts.get("chase_seconds"), 1),
        "pressed": counts.share("pressed_seconds", "chase_seconds"),
        "escaped": sum(hunt.result == "escaped" for hunt in hunts) / max(1, len(hunts)),
        "mean_seconds_to_contact": counts.share("contact_seconds", "contacts"),
        "catches": sum(hunt.result in ("arrested", "killed") for hunt in hunts),
        "wrecks": int(counts.get("wrecks")),
        "wrecks_by_own_fault": int(counts.get("wrecks_by_own_fault")),
        "roadblocks": int(counts.get("roadblocks")),
        "roadblocks_passed": int(counts.get("blocks_passed")),
        "strips_laid": int(counts.get("strips_laid")),
        "cars_spiked": int(counts.get("spiked_others")),
        "role_seconds": roles,
    }


def judged(row: Row) -> dict[str, Row]:
    """Every criterion with its figure, its limit, and whether it holds."""
    found: dict[str, Row] = {}
    for name, sign, compare, limit in CRITERIA:
        value = row[name]
        holds = isinstance(value, float) and compare(value, limit)
        found[name] = {"value": value, "wanted": f"{sign} {limit}", "holds": holds}
    return found


def _cases(hunts: Sequence[Hunt]) -> list[Row]:
    """The longest spells, with where and when to look."""
    found = [(case, hunt) for hunt in hunts for case in hunt.cases]
    found.sort(key=lambda pair: (-pair[0].amount, pair[1].seed, pair[0].tick))
    return [
        {
            "seed": hunt.seed,
            "tick": case.tick,
            "who": case.who,
            "role": case.step,
            "seconds": case.amount,
            "x": case.x,
            "y": case.y,
        }
        for case, hunt in found[:SHOWN_CASES]
    ]
