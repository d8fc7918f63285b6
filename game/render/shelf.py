"""What has been painted once and need not be painted again: pictures in a folder of the player's cache.

Owns the files, whose folder is named by the painting code itself, so that new code never meets old pictures. A file
that is missing or damaged is baked anew and nobody is told. Without a folder nothing is kept. Called by the painters
that bake for long; the app says where the shelf stands.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pygame

_place: Path | None = None


def open_at(folder: Path | None) -> None:
    """Keep baked things below `folder` from now on (None: nowhere); what older code left there is swept out."""
    global _place
    _place = None
    if folder is None:
        return
    place = folder / _code_stamp()
    try:
        place.mkdir(parents=True, exist_ok=True)
        for other in folder.iterdir():
            if other.is_dir() and other != place:
                shutil.rmtree(other, ignore_errors=True)
    except OSError:
        return
    _place = place


@lru_cache(maxsize=1)
def _code_stamp() -> str:
    """A number of the painting code: its text, or the program it is built into."""
    here = Path(__file__).parent
    stamp = zlib.crc32(np.__version__.encode())
    sources = sorted(here.glob("*.py"))
    for source in sources:
        stamp = zlib.crc32(source.read_bytes(), stamp)
    if not sources:
        built = os.stat(sys.executable)
        stamp = zlib.crc32(f"{built.st_size} {built.st_mtime_ns}".encode(), stamp)
    return f"{stamp:08x}"


def picture(name: str, make: Callable[[], pygame.Surface]) -> pygame.Surface:
    """The picture of that name; made now and kept when it is not there."""
    file = _file(f"{name}.png")
    if file is not None and file.exists():
        with contextlib.suppress(OSError, pygame.error):
            return pygame.image.load(str(file))
    made = make()
    if file is not None:
        _write(file, lambda path: pygame.image.save(made, path))
    return made


def _file(name: str) -> Path | None:
    return _place / "".join(c if c.isalnum() or c in "._-" else "-" for c in name) if _place is not None else None


def _write(file: Path, save: Callable[[str], None]) -> None:
    """Write beside and swap, so that two games at once never read half a file; a full disk is no fault."""
    with contextlib.suppress(OSError, pygame.error):
        handle, name = tempfile.mkstemp(prefix="new-", suffix=file.suffix, dir=file.parent)
        os.close(handle)
        try:
            save(name)
            os.replace(name, file)
        finally:
            Path(name).unlink(missing_ok=True)
