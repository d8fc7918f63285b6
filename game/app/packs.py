"""Packs that players drop into their levels folder: unpacked once, beside it, and listed like any other level.

Owns the folder of unpacked packs and when one is unpacked anew. Called by `paths` and the `levels` commands.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from game.content.faults import Fault, UnusableFile
from game.levels.packing import unpack

STAMP = "unpacked_from"


def unpacked(levels: Path, packs: Path) -> tuple[list[Path], list[Fault]]:
    """The maps of every pack in `levels`, by the packs' names, and what is wrong with those that cannot be used."""
    maps: list[Path] = []
    faults: list[Fault] = []
    for file in sorted(levels.glob("*.zip")) if levels.is_dir() else []:
        try:
            maps.append(_unpacked(file, packs / file.stem))
        except UnusableFile as error:
            faults += error.faults
        except OSError as error:
            faults.append(Fault(str(file), "", f"cannot be unpacked: {error.strerror or error}"))
    return maps, faults


def _unpacked(file: Path, folder: Path) -> Path:
    """The map of one pack; unpacked when that was not done yet, or another file has this name now."""
    state = file.stat()
    stamp = f"{state.st_mtime_ns} {state.st_size}"
    note = folder / STAMP
    if note.is_file():
        seen, _, main = note.read_text(encoding="utf-8").partition("\n")
        if seen == stamp and (folder / main).is_file():
            return folder / main
    fresh = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        main_file = unpack(file, fresh / "levels")
        inside = main_file.relative_to(fresh).as_posix()
        (fresh / STAMP).write_text(f"{stamp}\n{inside}", encoding="utf-8")
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder / inside
