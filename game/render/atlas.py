"""The baked sheets: where they lie, what their JSON says, and the maps of one frame as arrays.

Owns the reading of `assets/`; it never bakes (`assets/bake` does, and `assets check` compares). Files are read when a
frame is first asked for and only the last few stay in memory. Called by the painters.

A sheet is a PNG whose parts are described by a JSON file beside it. All frames are at `PPM`, twice the street scale.
"""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pygame

PPM = 48
"""Pixels a metre of everything baked."""
SHEETS_KEPT = 112
"""Room for everybody and for every vehicle in all its stages, about 40 MB: a sheet takes several milliseconds to read."""
_HERE = Path(__file__).resolve()
_sheets: OrderedDict[str, pygame.Surface] = OrderedDict()


@lru_cache(maxsize=1)
def folder() -> Path:
    """The assets of this installation, or of the checkout."""
    bundle = getattr(sys, "_MEIPASS", "")
    bundled = [Path(bundle) / "assets"] if bundle else []
    for root in (*bundled, _HERE.parents[1] / "_data" / "assets", _HERE.parents[2] / "assets"):
        if (root / "MANIFEST.json").is_file():
            return root
    raise FileNotFoundError(f"no baked assets near {_HERE}; run `python main.py assets bake`")


@lru_cache(maxsize=64)
def book(name: str) -> dict[str, Any]:
    """The JSON beside a sheet, `name` without its ending: frames, sockets and what else the bake has noted."""
    found: dict[str, Any] = json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))
    return found


def has(name: str) -> bool:
    """Whether there is a sheet of that name."""
    return (folder() / f"{name}.json").is_file()


def sheet(file: str) -> pygame.Surface:
    """A whole sheet; the last few are kept."""
    if file in _sheets:
        _sheets.move_to_end(file)
        return _sheets[file]
    made = pygame.image.load(str(folder() / file))
    _sheets[file] = made
    while len(_sheets) > SHEETS_KEPT:
        _sheets.popitem(last=False)
    return made


def holds(file: str) -> bool:
    """Whether a sheet has been read and is still kept."""
    return file in _sheets


def prepare(folder_name: str) -> None:
    """Read all sheets of a folder, while a level loads: in play each would take a part of a frame."""
    for path in sorted((folder() / folder_name).glob("*.png")):
        sheet(f"{folder_name}/{path.name}")


def pixels(file: str, rect: list[int]) -> np.ndarray:
    """The bytes of a part of a sheet, height by width by four."""
    part = sheet(file).subsurface(rect)
    return np.frombuffer(pygame.image.tobytes(part, "RGBA"), np.uint8).reshape(rect[3], rect[2], 4)
