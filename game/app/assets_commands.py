"""The `assets` commands: bake what has changed, or check that the committed files are what the recipes give.

Owns finding the generators (they are run from a checkout, never by the game) and the check of the tile sheet; the rest
is judged by `assets.bake.bake`. Called by `cli`. Exit codes: 0 good, 1 a fault was found, 2 it cannot be done here.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np

from game.app.paths import assets_folder
from game.app.report import FAULT_FOUND, GOOD, answer
from game.content.faults import Fault, UnusableFile

GENERATORS = ("tileset",)
TOLERANCE = 2
"""Steps of 255 by which a pixel may differ: other processors round the last bit of a blend otherwise."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    family = commands.add_parser("assets", help="bake or check the drawn sheets")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, run, meaning in (
        ("bake", run_bake, "bake what changed"),
        ("check", run_check, "compare with the recipes"),
    ):
        verb = verbs.add_parser(name, help=meaning)
        verb.add_argument("--all", action="store_true", help="everything, not only what changed or a sample")
        verb.add_argument("--json", action="store_true", help="print one JSON object")
        verb.set_defaults(run=run)


def run_bake(args: argparse.Namespace) -> int:
    """The tile sheets are written anew, everything else when its recipe, its measures or its generator changed."""
    tiles, bake = _generators(), _module("bake")
    names = []
    for generator in tiles:
        generator.main()
        names.append(generator.__name__)
    names += bake.bake_changed(args.all, lambda item: None if args.json else print(f"baking {item}", flush=True))
    answer(args.json, {"baked": names}, "\n".join(f"{name}: baked" for name in names))
    return GOOD


def run_check(args: argparse.Namespace) -> int:
    """Digests of all files, and a sample baked again in memory: pictures by pixels, texts by their bytes."""
    faults = [fault for generator in _generators() for name in generator.SETS for fault in check_sheet(generator, name)]
    faults += [Fault(path, "", fault) for path, fault in _module("bake").check_all(TOLERANCE, args.all)]
    plain = {"faults": [str(fault) for fault in faults]}
    answer(args.json, plain, "\n".join(map(str, faults)) or "the baked files are what the recipes give")
    return FAULT_FOUND if faults else GOOD


def _generators() -> list[ModuleType]:
    return [_module(name) for name in GENERATORS]


def _module(name: str) -> ModuleType:
    """A module of `assets/bake`. Raises UnusableFile where there is no checkout."""
    home = assets_folder().parent
    if not (assets_folder() / "bake" / f"{name}.py").is_file() or not (home / "game" / "render").is_dir():
        raise UnusableFile([Fault(str(home), "assets/bake", "the generators are part of a checkout and are not here")])
    if str(home) not in sys.path:
        sys.path.insert(0, str(home))
    return importlib.import_module(f"assets.bake.{name}")


def check_sheet(generator: ModuleType, name: str) -> list[Fault]:
    """What differs between a tile sheet and the files that were written of it."""
    import pygame

    folder: Path = generator.FOLDER
    sheet = generator.SETS[name]()
    fine = generator.compose(sheet)
    plain = generator.for_tiled(fine)
    text = folder / f"{name}.tsx"
    pictures = ((folder / f"{name}.png", plain), (folder / f"{name}{generator.FINE}.png", fine))
    missing = [Fault(str(path), "", "missing; expected `assets bake` to have written it")
               for path in (*(path for path, _ in pictures), text) if not path.is_file()]  # fmt: skip
    if missing:
        return missing
    faults = []
    for path, wanted in pictures:
        height, width = wanted.shape[:2]
        found = pygame.image.load(str(path))
        if found.get_size() != (width, height):
            faults.append(Fault(str(path), "", f"is {found.get_size()}, the recipes give {(width, height)}"))
            continue
        pixels = np.frombuffer(pygame.image.tobytes(found, "RGBA"), np.uint8).reshape(height, width, 4)
        worst = int(np.abs(pixels.astype(np.int16) - wanted.astype(np.int16)).max())
        if worst > TOLERANCE:
            faults.append(Fault(str(path), "", f"differs from its recipe by up to {worst} of 255; bake again"))
    height, width = plain.shape[:2]
    if text.read_text(encoding="utf-8") != generator.tileset_xml(sheet, name, width, height):
        faults.append(Fault(str(text), "", "differs from its recipe; bake again"))
    return faults
