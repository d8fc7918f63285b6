"""`levels new`, `levels pack` and `levels picture`: making a level, and making it ready for other players.

Owns where new levels go and what the commands print. What a level is made of is `game.levels.packing`'s to say.
Called by `levels_commands`.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from game.app.paths import data_root, find_level, levels_folder, user_folder
from game.app.report import GOOD, answer
from game.app.version import __version__
from game.content.catalog import load_catalog
from game.content.faults import ContentError, Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
from game.levels.new_level import copied_level, new_level
from game.levels.packing import pack
from game.levels.project import OBJECT_TYPES, object_types_xml, project_json

PROJECT_NAME = "around_the_corner.tiled-project"
SHARED_FOLDERS = ("tilesets", "templates", "rules", "stamps")
PICTURE_SIZE = (320, 180)
STREET_SIZE = (1280, 720)
PICTURE_TICK = 90


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    new = verbs.add_parser("new", help="make NAME.tmx and NAME.toml, ready to be played")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--from", dest="template", default="", metavar="LEVEL", help="begin with a copy of a level")
    packing = verbs.add_parser("pack", help="write one file that another player drops into his levels folder")
    packing.add_argument("level", metavar="LEVEL", help="name of a level, or the path of its .tmx")
    packing.add_argument("--out", type=Path, metavar="ZIP", help="NAME.zip where you are, when left out")
    picture = verbs.add_parser("picture", help="write the small picture that the menu shows beside a level's map")
    picture.add_argument("levels", nargs="+", metavar="LEVEL")
    for parser, run in ((new, run_new), (packing, run_pack), (picture, run_picture)):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.set_defaults(run=run)


def run_new(args: argparse.Namespace) -> int:
    """A pair of files that do not exist yet."""
    source = find_level(args.template) if args.template else None
    try:
        home = _home_of_new_levels()
        tmx, toml = copied_level(args.name, home, source) if source is not None else new_level(args.name, home)
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
    (home / OBJECT_TYPES).write_text(object_types_xml(), encoding="utf-8", newline="\n")
    return home


def run_pack(args: argparse.Namespace) -> int:
    """A level with errors is not packed: whoever gets it could not play it."""
    path = find_level(args.level)
    catalog = load_catalog()
    level = load_level(path, catalog)
    out: Path = args.out or Path(f"{path.stem}.zip")
    picture = b"" if path.with_suffix(".png").is_file() else picture_of(level, catalog)
    content = pack(path, level.screenplay.title, level.screenplay.author, __version__, picture)
    try:
        out.write_bytes(content)
    except OSError as cause:
        raise UnusableFile([Fault(str(out), "", f"cannot be written: {cause.strerror or cause}")]) from cause
    where = user_folder() / "levels"
    lines = (
        f"{out}: written, {len(content) // 1024} KiB\nTo play it, put it into {where} (on any machine: its own folder)"
    )
    answer(args.json, {"out": str(out), "bytes": len(content)}, lines)
    return GOOD


def run_picture(args: argparse.Namespace) -> int:
    """NAME.png beside NAME.tmx."""
    catalog = load_catalog()
    written = []
    for word in args.levels:
        path = find_level(word)
        out = path.with_suffix(".png")
        out.write_bytes(picture_of(load_level(path, catalog), catalog))
        written.append(str(out))
    answer(args.json, {"written": written}, "\n".join(f"{one}: written" for one in written))
    return GOOD


def picture_of(level: Level, catalog: Catalog) -> bytes:
    """A small picture of a level (PNG): its street a moment after the start."""
    import io

    import pygame

    from game.app.policies import idle
    from game.app.session import RunSession
    from game.app.studio import Studio
    from game.sim.picture import picture
    from game.sim.run_setup import RunSetup

    side = level.screenplay.sides[0].name
    session = RunSession(level, catalog, RunSetup(level.name, side))
    studio = Studio(level, catalog, STREET_SIZE)
    before = now = picture(session.world)
    studio.take([], now)
    while session.tick < PICTURE_TICK and not session.is_over:
        events = session.step(idle(session.world))
        before, now = now, picture(session.world)
        studio.take(events, now)
    studio.renderer.draw(studio.surface, before, now, 1.0)
    small = pygame.transform.smoothscale(studio.surface, PICTURE_SIZE)
    out = io.BytesIO()
    pygame.image.save(small, out, "picture.png")
    studio.close()
    return out.getvalue()
