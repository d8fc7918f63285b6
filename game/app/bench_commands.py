"""The `bench` commands: how fast the sim is, how fast a frame is drawn, what sound costs, how policies and minds fare, how long
loading takes.

Owns what is measured and how it is summed up. Every time is also given as a multiple of a fixed loop that is
timed in the same run, so that two machines can be compared; what the sim costs is given by the wall and as the
process's own time, which other programs do not lengthen. Called by `cli`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from game.app import bench_duel, bench_light, bench_pursuit
from game.app.bench_run import per_tick, sim_row, spread
from game.app.bot import BotRun, run_bot
from game.app.flags import add_run_flags, level_and_catalog, setup_from, whole_number
from game.app.policies import POLICIES
from game.app.report import FAULT_FOUND, GOOD, answer
from game.app.session import quiet_collector
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup
from game.sim.world import World

CALIBRATION_ROUNDS = 200_000
WORKERS = 2
LOADS = 5


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    family = commands.add_parser(
        "bench", help="measure the sim, the picture, the sound, the policies, the minds or loading"
    )
    verbs = family.add_subparsers(dest="verb", required=True, metavar="WHAT")
    for name, run, meaning in (
        ("sim", run_sim, "World.step over the bot's run"),
        ("frame", run_frame, "the picture and the whole loop at the moments that matter of the bot's run"),
        ("sound", run_sound, "what a tick's sound costs, over the bot's run"),
        ("underruns", run_underruns, "the bot's runs in real time with hitches: does the sound break off"),
        ("policies", run_policies, "every policy on many seeds"),
        ("load", run_load, "reading the level and building its world"),
        ("reload", run_reload, "from saving a level that is played to its first new picture"),
    ):
        verb = verbs.add_parser(name, help=meaning)
        add_run_flags(verb)
        if name == "sim":
            verb.add_argument(
                "--people",
                type=whole_number,
                default=0,
                metavar="N",
                help="instead: stand in a crowd of N, calm and then under fire, with 40 vehicles about",
            )
            verb.add_argument(
                "--awake", action="store_true", help="nobody who is far off may think or look less often for it"
            )
        if name == "policies":
            verb.add_argument("--seeds", type=int, default=5, metavar="N", help="seeds 1 to N (5)")
        if name == "underruns":
            verb.add_argument("--minutes", type=float, default=10.0, metavar="M", help="how long (10)")
            verb.add_argument(
                "--hitch", type=float, default=25.0, metavar="MS", help="how late one frame a second is (25)"
            )
        if name == "frame":
            verb.add_argument(
                "--memory", type=whole_number, default=0, metavar="MINUTES",
                help="instead: play for so many simulated minutes and count what pictures are held",
            )  # fmt: skip
        if name in ("frame", "sound"):
            verb.add_argument(
                "--passes", type=whole_number, default=1, metavar="N",
                help="measure so often; of every frame, or tick, the median counts (1)",
            )  # fmt: skip
        verb.add_argument("--json", action="store_true", help="print one JSON object")
        verb.set_defaults(run=run)
    bench_light.add_to(verbs)
    bench_duel.add_to(verbs)
    bench_pursuit.add_to(verbs)
    minds = verbs.add_parser("minds", help="crew against police on the sandbox fights, with nobody at the controls")
    minds.add_argument("--seeds", type=int, default=30, metavar="N", help="seeds 1 to N of each map (30)")
    minds.add_argument("--map", action="append", default=[], metavar="NAME", help="only this map (may be given again)")
    minds.add_argument("--json", action="store_true", help="print one JSON object")
    minds.set_defaults(run=run_minds)
    hits = verbs.add_parser("hits", help="what share of their shots minds put into a man, by weapon and distance")
    hits.add_argument("--seeds", type=int, default=12, metavar="N", help="seeds 1 to N of each stand (12)")
    hits.add_argument("--json", action="store_true", help="print one JSON object")
    hits.set_defaults(run=run_hits)


def calibration_us() -> float:
    """Microseconds that a fixed loop of whole-number arithmetic takes here: the unit of speed. Best of five."""
    best = 1e9
    for _ in range(5):
        before = perf_counter()
        number = 1
        for step in range(CALIBRATION_ROUNDS):
            number = (number * 1103515245 + step) & 0x7FFFFFFF
        best = min(best, perf_counter() - before)
    return best * 1e6


def run_sim(args: argparse.Namespace) -> int:
    """The bot's whole run: its own thinking is part of every tick; what is timed is `World.step`."""
    _, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    unit = calibration_us()
    if args.people:
        return _run_crowd(args, level, catalog, setup, unit)
    from game.app.bench_run import run_rows

    row = run_rows(level, catalog, setup, unit, not args.awake)
    answer(args.json, row, _lines(row))
    return GOOD


def _run_crowd(args: argparse.Namespace, level: Level, catalog: Catalog, setup: RunSetup, unit: float) -> int:
    """See `bench_crowd`."""
    from game.app.bench_crowd import HALF_TICKS, crowd_ticks, crowded

    try:
        full = crowded(level, catalog, setup, args.people)
    except ValueError as cause:
        raise UnusableFile([Fault(level.name, "", str(cause))]) from cause
    quiet_collector()
    world, seconds, own = crowd_ticks(full, catalog, setup)
    row = sim_row(seconds, unit) | {
        "own": spread(own),
        "calm": spread(seconds[:HALF_TICKS]),
        "under_fire": spread(seconds[HALF_TICKS:]),
    }
    row |= {"level": level.name, "people": sum(1 for person in world.people if person.is_present)}
    row |= {
        "vehicles": sum(1 for v in world.vehicles if v.is_traffic and not v.is_absent),
        "counts_per_tick": per_tick(world),
    }
    answer(args.json, row, _lines(row))
    return GOOD


def run_load(args: argparse.Namespace) -> int:
    """Best of a few: catalog, level, world."""
    path, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    rows: dict[str, list[float]] = {"catalog_ms": [], "level_ms": [], "world_ms": []}
    for _ in range(LOADS):
        marks = [perf_counter()]
        catalog = load_catalog()
        marks.append(perf_counter())
        level = load_level(path, catalog)
        marks.append(perf_counter())
        World.new(level, catalog, setup)
        marks.append(perf_counter())
        for name, before, after in zip(rows, marks, marks[1:], strict=False):
            rows[name].append((after - before) * 1e3)
    row = {"level": level.name} | {name: min(times) for name, times in rows.items()}
    answer(args.json, row, _lines(row))
    return GOOD


def run_reload(args: argparse.Namespace) -> int:
    """As a level maker sees it."""
    from game.app.bench_reload import bench_reload

    path, level, _ = level_and_catalog(args.level)
    row = bench_reload(path, setup_from(args, level, load_catalog()))
    answer(args.json, row, _lines(row))
    return GOOD


def run_policies(args: argparse.Namespace) -> int:
    """Every policy on seeds 1 to N, in two processes; each run is told as soon as it is had."""
    path, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    jobs = [(path, setup, policy, seed) for policy in POLICIES for seed in range(1, args.seeds + 1)]
    runs: list[BotRun] = []
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for run in pool.map(_policy_run, jobs):
            runs.append(run)
            print(policy_line(run), file=sys.stderr, flush=True)
    row = {"level": level.name, "side": setup.side, "policies": {name: policy_row(runs, name) for name in POLICIES}}
    answer(args.json, row, _lines(row))
    return GOOD


def _policy_run(job: tuple[Path, RunSetup, str, int]) -> BotRun:
    path, setup, policy, seed = job
    catalog = load_catalog()
    level = load_level(path, catalog)
    quiet_collector()
    plain = asdict(setup) | {"seed": seed}
    return run_bot(level, catalog, RunSetup(**plain), policy)


def policy_line(run: BotRun) -> str:
    """One run of one policy in a line."""
    how = f"{run.result} ({run.ending})" if run.result else "no end"
    return f"{run.policy}, seed {run.seed}: {how} after {run.ticks / 60:.0f} s, score {run.score}"


def policy_row(runs: Sequence[BotRun], policy: str) -> dict[str, object]:
    """How one policy fared over its seeds."""
    own = [run for run in runs if run.policy == policy]
    seeds = [{"seed": r.seed, "result": r.result, "ending": r.ending, "ticks": r.ticks, "score": r.score} for r in own]
    return {
        "results": dict(sorted(Counter(run.result or "no end" for run in own).items())),
        "mean_score": statistics.fmean(run.score for run in own),
        "mean_seconds": statistics.fmean(run.ticks for run in own) / 60,
        "seeds": seeds,
    }


def run_frame(args: argparse.Namespace) -> int:
    """See `bench_frame` and `bench_memory`."""
    from game.app.bench_frame import bench_frame
    from game.app.bench_memory import bench_memory

    path, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    if args.memory:
        row = bench_memory(level, catalog, setup, args.memory)
    else:
        row = bench_frame(path, level, catalog, setup, max(1, args.passes))
    answer(args.json, row, _lines(row))
    return GOOD


def run_sound(args: argparse.Namespace) -> int:
    """See `bench_sound`."""
    from game.app.bench_sound import bench_sound

    _, level, catalog = level_and_catalog(args.level)
    row = bench_sound(level, catalog, setup_from(args, level, catalog), max(1, args.passes))
    answer(args.json, row, _lines(row))
    return GOOD


def run_underruns(args: argparse.Namespace) -> int:
    """See `bench_sound`."""
    from game.app.bench_sound import bench_underruns

    _, level, catalog = level_and_catalog(args.level)
    row = bench_underruns(level, catalog, setup_from(args, level, catalog), args.minutes, args.hitch)
    answer(args.json, row, _lines(row))
    return FAULT_FOUND if row["underruns"] else GOOD


def run_minds(args: argparse.Namespace) -> int:
    """See `bench_minds`."""
    from game.app.bench_minds import bench_minds, fights

    row = bench_minds(fights(args.map), max(1, args.seeds))
    answer(args.json, row, _lines(row))
    return GOOD


def run_hits(args: argparse.Namespace) -> int:
    """See `bench_hits`."""
    from game.app.bench_hits import bench_hits

    row = bench_hits(load_catalog(), max(1, args.seeds))
    answer(args.json, row, _lines(row))
    return FAULT_FOUND if row["faults"] else GOOD


def _lines(row: object, indent: str = "") -> str:
    """A nested answer as lines for people."""
    if not isinstance(row, dict):
        return f"{indent}{row}"
    lines = []
    for name, value in row.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}", _lines(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{name}", *(f"{indent}  {one}" for one in value)]
        else:
            shown = f"{value:.4g}" if isinstance(value, float) else value
            lines.append(f"{indent}{name:<22} {shown}")
    return "\n".join(lines)
