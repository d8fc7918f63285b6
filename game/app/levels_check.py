"""`levels check`: every fault of levels at once, and with --bot what a bot finds that plays them.

Owns what is printed. What is wrong with a level is `game.levels`' to say. Called by `levels_commands`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from game.app.bot import BotRun, run_bot
from game.app.bot_command import GOOD_RESULTS
from game.app.paths import find_level, level_paths
from game.app.report import FAULT_FOUND, GOOD, UNUSABLE, answer, clock_text
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.content.level import Beat, Level
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.folders import shown
from game.levels.loader import load_level
from game.levels.locate import line, link
from game.sim.run_setup import RunSetup

BOT_TICKS = 15 * 60 * 60
"""A quarter of an hour of the game: a level that takes a bot longer leads nowhere."""


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    check = verbs.add_parser("check", help="print every fault at once; all levels when no file is named")
    check.add_argument("files", nargs="*", metavar="FILE", help="a .tmx, its .toml, or the name of a level")
    check.add_argument("--bot", action="store_true", help="let a bot play each level that has beats to its end, too")
    check.add_argument("--seed", type=int, default=1, metavar="N", help="for the bot: draws the chances of its run (1)")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """One line a fault. Exit 2 when a file is no level at all, else 1 when there is an error."""
    catalog = load_catalog()
    faults: list[Fault] = []
    code = GOOD
    paths = [find_level(word) for word in args.files] if args.files else level_paths()
    for path in paths:
        try:
            found = check_level(path, catalog)
        except UnusableFile as fault:
            found, code = fault.faults, UNUSABLE
        if args.bot and not any(fault.severity == "error" for fault in found):
            found += played(path, load_level(path, catalog), catalog, args.seed)
        faults += found
    if code == GOOD and any(fault.severity == "error" for fault in faults):
        code = FAULT_FOUND
    errors = sum(fault.severity == "error" for fault in faults)
    lines = [line(fault) for fault in faults]
    lines.append(
        ", ".join(
            (f"{_count(len(paths), 'level')} checked", _count(errors, "error"), _count(len(faults) - errors, "warning"))
        )
    )
    answer(args.json, {"levels": len(paths), "faults": [_row(fault) for fault in faults]}, "\n".join(lines))
    return code


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def played(path: Path, level: Level, catalog: Catalog, seed: int) -> list[Fault]:
    """What a bot that plays the player's plan finds: one fault for each side that it cannot bring to a good end."""
    faults = []
    for side in level.screenplay.sides if level.screenplay.beats else ():
        run = run_bot(level, catalog, RunSetup(level.name, side.name, seed), limit=BOT_TICKS)
        if run.result not in GOOD_RESULTS[side.name]:
            file = shown(path.with_suffix(".toml"))
            faults.append(Fault(file, f'side "{side.name}"', _how_it_went(run, level), topic="what-the-bot-says"))
    return faults


def _how_it_went(run: BotRun, level: Level) -> str:
    ending = f'ends "{run.ending or run.result}"' if run.result else "comes to no end"
    last = f'after the beat "{run.splits[-1][0]}"' if run.splits else "before any beat"
    goal = _goal_after([beat for beat, _ in run.splits], run.side, level)
    wanted = f'; the goal was then "{goal}"' if goal else ""
    when = clock_text(run.ticks)
    return f"a bot that plays the plan {ending} at {when}, {last}{wanted}; expected it to escape or to walk"


def _goal_after(came: list[str], side: str, level: Level) -> str:
    def waits(beat: Beat) -> bool:
        return beat.id not in came and beat.side in ("", side) and all(name in came for name in beat.after)

    return next((beat.goal for beat in level.screenplay.beats if beat.goal and waits(beat)), "")


def _row(fault: Fault) -> dict[str, object]:
    return {
        "severity": fault.severity, "file": fault.file, "where": fault.where, "message": fault.message,
        "layer": fault.layer, "object": fault.object_id, "name": fault.name,
        "at": list(fault.at) if fault.at is not None else None, "link": link(fault),
    }  # fmt: skip
