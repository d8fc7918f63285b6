"""The `levels` commands: check, project, new, list.

Owns their flags, what they print, and where new levels go. What is wrong with a level is `game.levels`' to say.
Called by `cli`.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from game.app.paths import data_root, find_level, level_paths, levels_folder, user_folder
from game.app.report import FAULT_FOUND, GOOD, UNUSABLE, answer
from game.content.catalog import load_catalog
from game.content.faults import ContentError, Fault, UnusableFile
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.loader import load_level
from game.levels.new_level import new_level
from game.levels.project import project_json
from game.levels.reference import PAGE, write_page

PROJECT_NAME = "around_the_corner.tiled-project"
SHARED_FOLDERS = ("tilesets", "templates")


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    family = commands.add_parser("levels", help="check levels, write the Tiled project, begin a level, list them")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = verbs.add_parser("check", help="print every fault at once; all levels when no file is named")
    check.add_argument("files", nargs="*", metavar="FILE", help="a .tmx, its .toml, or the name of a level")
    project = verbs.add_parser("project", help="write the Tiled project from the game's own classes")
    project.add_argument("--check", action="store_true", help="only say whether the file is up to date")
    new = verbs.add_parser("new", help="make NAME.tmx and NAME.toml, ready to be played")
    new.add_argument("name", metavar="NAME")
    listing = verbs.add_parser("list", help="name, title and sides of every level")
    for parser, run in ((check, run_check), (project, run_project), (new, run_new), (listing, run_list)):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.set_defaults(run=run)


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
        faults += found
    if code == GOOD and any(fault.severity == "error" for fault in faults):
        code = FAULT_FOUND
    rows = [{"file": f.file, "where": f.where, "message": f.message, "severity": f.severity} for f in faults]
    lines = [f"{fault} ({fault.severity})" if fault.severity != "error" else str(fault) for fault in faults]
    lines.append(f"{len(paths)} levels checked, {len(faults)} faults")
    answer(args.json, {"levels": len(paths), "faults": rows}, "\n".join(lines))
    return code


def run_project(args: argparse.Namespace) -> int:
    """The project beside the levels, and the reference part of docs/LEVELS.md: what this version's classes give."""
    path = levels_folder() / PROJECT_NAME
    wanted = project_json()
    is_same = path.is_file() and path.read_text(encoding="utf-8") == wanted
    if args.check:
        line = "up to date" if is_same else "not what the game's classes give; run `levels project`"
        answer(args.json, {"file": str(path), "is_up_to_date": is_same}, f"{path}: {line}")
        return GOOD if is_same else FAULT_FOUND
    path.write_text(wanted, encoding="utf-8", newline="\n")
    lines = [f"{path}: written"]
    if PAGE.is_file() and PAGE.is_relative_to(data_root()):  # a checkout; an installed game has no docs
        lines.append(f"{write_page()}: written")
    answer(args.json, {"file": str(path), "was_up_to_date": is_same}, "\n".join(lines))
    return GOOD


def run_new(args: argparse.Namespace) -> int:
    """A pair of files that do not exist yet."""
    try:
        tmx, toml = new_level(args.name, _home_of_new_levels())
    except ContentError as fault:
        raise UnusableFile(fault.faults) from fault
    answer(args.json, {"map": str(tmx), "screenplay": str(toml)}, f"{tmx}: written\n{toml}: written")
    return GOOD


def _home_of_new_levels() -> Path:
    """The checkout's own folder, or the player's, with the sheets that maps there refer to."""
    if (data_root() / "pyproject.toml").is_file():
        return levels_folder()
    home = user_folder() / "levels"
    home.mkdir(exist_ok=True)
    for name in SHARED_FOLDERS:
        if (levels_folder() / name).is_dir():
            shutil.copytree(levels_folder() / name, home / name, dirs_exist_ok=True)
    (home / PROJECT_NAME).write_text(project_json(), encoding="utf-8", newline="\n")
    return home


def run_list(args: argparse.Namespace) -> int:
    """A broken level is listed as broken, not left out."""
    catalog = load_catalog()
    rows = [_row(path, catalog) for path in level_paths()]
    lines = [f"{row['name']:<20} {row['title']:<32} {', '.join(row['sides']) or row['fault']}" for row in rows]
    answer(args.json, {"levels": rows}, "\n".join(lines) or "no levels")
    return GOOD


def _row(path: Path, catalog: Catalog) -> dict[str, str | list[str]]:
    row: dict[str, str | list[str]] = {"name": path.stem, "file": str(path), "title": "", "sides": [], "fault": ""}
    try:
        level = load_level(path, catalog)
    except ContentError as fault:
        return row | {"fault": f"broken: {len(fault.faults)} faults (levels check {path.stem})"}
    return row | {"title": level.screenplay.title, "sides": [side.name for side in level.screenplay.sides]}
