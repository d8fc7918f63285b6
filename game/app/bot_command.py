"""`bot LEVEL`: a whole run with nobody at the controls.

Owns its flags and what it prints. Called by `cli`.
"""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import asdict
from pathlib import Path

from game.app.bot import BotRun, event_log, run_bot
from game.app.flags import add_run_flags, level_and_catalog, setup_from
from game.app.policies import POLICIES
from game.app.report import FAULT_FOUND, GOOD, answer, clock_text
from game.app.session import quiet_collector
from game.app.tape import Tape

GOOD_RESULTS = {"crew": ("escaped", "walked"), "police": ("arrested", "killed", "walked")}
"""Of each side: what it can be content with."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("bot", help="let the crew's own mind play a level to its end")
    add_run_flags(parser)
    parser.add_argument("--plan", default="", metavar="P", help="name of the player's plan")
    parser.add_argument("--policy", choices=sorted(POLICIES), default="careful", help="who decides (careful)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="record a replay")
    parser.add_argument(
        "--log", type=Path, metavar="FILE", help="write every event and decision, one JSON object a line"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run_command)


def run_command(args: argparse.Namespace) -> int:
    """Exit code 1 when the careful bot does not get away, or any other run does not end."""
    _, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    quiet_collector()
    with contextlib.ExitStack() as files:
        log = event_log(files.enter_context(args.log.open("w", encoding="utf-8"))) if args.log else None
        tape = Tape(args.out, replaces=True) if args.out else None
        run = run_bot(level, catalog, setup, args.policy, tape, log)
    answer(args.json, asdict(run) | {"seconds": run.ticks / 60, "out": str(args.out or "")}, _lines(run))
    if not run.result:
        return FAULT_FOUND
    return GOOD if run.policy != "careful" or run.result in GOOD_RESULTS[run.side] else FAULT_FOUND


def _lines(run: BotRun) -> str:
    outcome = run.result or "no end"
    ending = f" ({run.ending})" if run.ending else ""
    head = f"{run.level}, {run.side}, seed {run.seed}, {run.difficulty}, {run.policy}: {outcome}{ending}"
    lines = [f"{head} after {clock_text(run.ticks)}, score {run.score}, checksum {run.checksum}"]
    lines += [f"  {clock_text(tick):>8}  {beat}" for beat, tick in run.splits]
    lines += [f"  because: {cause}" for cause in run.causes]
    return "\n".join(lines)
