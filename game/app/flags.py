"""Flags that several commands share, and the run that they describe.

Owns the way from a command line to a checked `RunSetup`. Called by the command files.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.app.paths import find_level
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup


def add_run_flags(parser: argparse.ArgumentParser, has_side: bool = True) -> None:
    """LEVEL, --side, --seed, --difficulty."""
    parser.add_argument("level", metavar="LEVEL", help="name of a level, or the path of its .tmx")
    if has_side:
        parser.add_argument("--side", default="", metavar="S", help="crew or police; the level's first when left out")
    parser.add_argument("--seed", type=whole_number, default=1, metavar="N", help="draws the chances of the run")
    parser.add_argument("--difficulty", default="", metavar="D", help="name of a difficulty in the catalog")


def whole_number(text: str) -> int:
    """A seed or a tick as typed: 0 or more, and no larger than a file can hold."""
    number = int(text)
    if not 0 <= number < 1 << 63:
        raise ValueError(text)
    return number


def level_and_catalog(word: str) -> tuple[Path, Level, Catalog]:
    """The level that `word` names. Raises ContentError or UnusableFile."""
    path = find_level(word)
    catalog = load_catalog()
    return path, load_level(path, catalog), catalog


def setup_from(args: argparse.Namespace, level: Level, catalog: Catalog) -> RunSetup:
    """The run that the flags ask for. Raises UnusableFile when the level or the catalog has no such thing."""
    setup = RunSetup(level=level.name, seed=args.seed, plan=getattr(args, "plan", "") or "")
    setup = replace(setup, side=_side(args.side, level, setup.side), at=_spot(getattr(args, "at", ""), level))
    if args.difficulty:
        _demand(args.difficulty, list(catalog.difficulties), "difficulty", level)
        setup = replace(setup, difficulty=args.difficulty)
    if setup.plan:
        _demand(setup.plan, [plan.name for plan in level.screenplay.plans if plan.name], "plan", level)
    return setup


def _side(wanted: str, level: Level, usual: str) -> str:
    names = [side.name for side in level.screenplay.sides]
    if wanted:
        _demand(wanted, names or [usual], "side", level)
        return wanted
    return usual if usual in names or not names else names[0]


def _spot(wanted: str, level: Level) -> str:
    """The object to start at; an unfilled variable of the editor ("%id") counts as none."""
    if not wanted or wanted.startswith("%"):
        return ""
    kinds: tuple[tuple[Any, ...], ...] = (
        level.people, level.vehicles, level.zones, level.markers, level.items, level.fixtures, level.routes,
        level.props, level.lamps, level.covers, level.signals, level.cameras, level.walls, level.lanes, level.doors,
    )  # fmt: skip
    places = [place for kind in kinds for place in kind]
    if not any(wanted in (str(place.id), getattr(place, "name", "")) for place in places):
        raise UnusableFile([Fault(level.name, "--at", f"the level has no object with the name or id {wanted!r}")])
    return wanted


def _demand(wanted: str, names: list[str], what: str, level: Level) -> None:
    if wanted not in names:
        known = ", ".join(dict.fromkeys(names)) or "none"
        raise UnusableFile([Fault(level.name, f"--{what}", f"there is no {what} {wanted!r}; there are: {known}")])
