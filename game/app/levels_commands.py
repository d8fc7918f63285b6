"""The `levels` commands: check, project, new, pack, picture, list.

Owns the Tiled project and the list; `levels_check` and `levels_making` have the others. Called by `cli`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from game.app import levels_check, levels_making
from game.app.levels_making import PROJECT_NAME
from game.app.paths import broken_packs, data_root, level_names, levels_folder
from game.app.report import FAULT_FOUND, GOOD, answer
from game.content.catalog import load_catalog
from game.content.faults import ContentError
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.levels.project import OBJECT_TYPES, object_types_xml, project_json
from game.levels.reference import PAGE, refreshed_page, write_page


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    family = commands.add_parser("levels", help="check levels, write the Tiled project, begin, pack and list levels")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    levels_check.add_to(verbs)
    levels_making.add_to(verbs)
    project = verbs.add_parser("project", help="write the Tiled project from the game's own classes")
    project.add_argument("--check", action="store_true", help="only say whether the file is up to date")
    listing = verbs.add_parser("list", help="name, title, author and sides of every level")
    for parser, run in ((project, run_project), (listing, run_list)):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.set_defaults(run=run)


def run_project(args: argparse.Namespace) -> int:
    """The project beside the levels, and the reference part of docs/LEVELS.md: what this version's classes give."""
    path = levels_folder() / PROJECT_NAME
    wanted = project_json()
    types = path.with_name(OBJECT_TYPES)
    is_same = path.is_file() and path.read_text(encoding="utf-8") == wanted
    has_page = PAGE.is_file() and PAGE.is_relative_to(data_root())  # a checkout; an installed game has no docs
    if args.check:
        found = {path: is_same, types: types.is_file() and types.read_text(encoding="utf-8") == object_types_xml()}
        if has_page:
            page = PAGE.read_text(encoding="utf-8")
            found[PAGE] = refreshed_page(page) == page
        words = {True: "up to date", False: "not what the game's classes give; run `levels project`"}
        lines = [f"{file}: {words[is_so]}" for file, is_so in found.items()]
        answer(args.json, {"file": str(path), "is_up_to_date": all(found.values())}, "\n".join(lines))
        return GOOD if all(found.values()) else FAULT_FOUND
    path.write_text(wanted, encoding="utf-8", newline="\n")
    types.write_text(object_types_xml(), encoding="utf-8", newline="\n")
    lines = [f"{path}: written", f"{types}: written"]
    if has_page:
        lines.append(f"{write_page()}: written")
    answer(args.json, {"file": str(path), "was_up_to_date": is_same}, "\n".join(lines))
    return GOOD


def run_list(args: argparse.Namespace) -> int:
    """A broken level is listed as broken, not left out."""
    catalog = load_catalog()
    rows = [_row(name, path, catalog) for name, path in level_names().items()]
    lines = [
        f"{row['name']:<20} {row['title']:<32} {row['author']:<20} {', '.join(row['sides']) or row['fault']}"
        for row in rows
    ]
    broken = [str(fault) for fault in broken_packs()]
    answer(args.json, {"levels": rows, "broken_packs": broken}, "\n".join(lines + broken) or "no levels")
    return GOOD


def _row(name: str, path: Path, catalog: Catalog) -> dict[str, str | list[str]]:
    row: dict[str, str | list[str]] = {"name": name, "file": str(path), "title": "", "author": ""}
    row |= {"sides": [], "fault": ""}
    try:
        level = load_level(path, catalog)
    except ContentError as fault:
        return row | {"fault": f"broken: {len(fault.faults)} faults (levels check {name})"}
    play = level.screenplay
    return row | {"title": play.title, "author": play.author, "sides": [side.name for side in play.sides]}
