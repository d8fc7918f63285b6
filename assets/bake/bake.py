"""The bake: every item of every generator, baked when what it is made from has changed, and checked against the files.

Owns the list of generators. Each has `items()` (name to input digest) and `bake(item)`. The tile sheet of the levels has
a check of its own (`game/app/assets_commands.py`). Called by the `assets` commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType

import numpy as np
import pygame

from assets.bake import (
    aircraft_sheets,
    decal_sheets,
    front_sheets,
    people_sheets,
    prop_sheets,
    roof_sheets,
    sheets,
    song_files,
    sound_bank,
    vehicle_sheets,
)

GENERATORS: tuple[ModuleType, ...] = (
    vehicle_sheets, people_sheets, prop_sheets, decal_sheets, roof_sheets, front_sheets, aircraft_sheets, sound_bank,
)  # fmt: skip
SAMPLE = 7
"""Of so many items one is baked again by a check."""
SOUND_TOLERANCE = 96
"""Steps of 32,768 by which a sample may differ: other processors round the last bit of a transform otherwise."""


def bake_changed(everything: bool, told: Callable[[str], None]) -> list[str]:
    """Bake what changed (or everything); the names of what was baked. Files of items that are no more are removed."""
    known, found, baked = sheets.read_manifest()["items"], {}, []
    for generator in GENERATORS:
        for item, made_from in generator.items().items():
            entry = known.get(item)
            if entry and not everything and entry["from"] == made_from and not _stale(entry):
                found[item] = entry
                continue
            told(item)
            written = generator.bake(item).write()
            found[item] = {"from": made_from, "files": {name: sheets.file_digest(name) for name in written}}
            baked.append(item)
    _sweep(known.values(), found.values())
    sheets.write_manifest(found)
    return baked


def _stale(entry: dict) -> bool:
    return any(sheets.file_digest(name) != digest for name, digest in entry["files"].items())


def _sweep(old: Iterable[dict], new: Iterable[dict]) -> None:
    kept = {name for entry in new for name in entry["files"]}
    for name in {name for entry in old for name in entry["files"]} - kept:
        (sheets.ASSETS / name).unlink(missing_ok=True)


def check_all(tolerance: int, everything: bool) -> list[tuple[str, str]]:
    """What is wrong with the baked files: (path, fault). All digests are compared, a sample is baked again."""
    known = sheets.read_manifest()["items"]
    faults: list[tuple[str, str]] = []
    for generator in GENERATORS:
        items = generator.items()
        for item, made_from in items.items():
            entry = known.get(item)
            if entry is None or entry["from"] != made_from:
                faults.append((item, "its recipe, measures or generator have changed; bake again"))
                continue
            faults += [(name, "is not the file that was baked; bake again")
                       for name, digest in entry["files"].items() if sheets.file_digest(name) != digest]  # fmt: skip
        names = sorted(items)
        for item in names if everything else names[::SAMPLE]:
            if item in known:
                faults += compare(generator.bake(item), tolerance)
    return faults


def compare(baked: sheets.Baked, tolerance: int) -> list[tuple[str, str]]:
    """What differs between a fresh bake and the files: pictures by pixels, books by their text, sounds by samples."""
    faults = []
    for name, wanted in baked.pictures.items():
        path = sheets.ASSETS / f"{name}.png"
        if not path.is_file():
            faults.append((f"{name}.png", "missing"))
            continue
        found = pygame.image.load(str(path))
        height, width = wanted.shape[:2]
        if found.get_size() != (width, height):
            faults.append((f"{name}.png", f"is {found.get_size()}, its recipe gives {(width, height)}"))
            continue
        pixels = np.frombuffer(pygame.image.tobytes(found, "RGBA"), np.uint8).reshape(height, width, 4)
        worst = int(np.abs(pixels.astype(np.int16) - wanted.astype(np.int16)).max())
        if worst > tolerance:
            faults.append((f"{name}.png", f"differs from its recipe by up to {worst} of 255; bake again"))
    for name, content in baked.books.items():
        path = sheets.ASSETS / f"{name}.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != sheets.book_text(content):
            faults.append((f"{name}.json", "differs from its recipe; bake again"))
    faults += [fault for name, wanted in baked.sounds.items() for fault in _compare_sound(f"{name}.flac", wanted)]
    # What the coder makes of a loop is compared with what it made of it then.
    songs = {name: song_files.read(song_files.ogg(name, wanted), name) for name, wanted in baked.songs.items()}
    return faults + [fault for name, wanted in songs.items() for fault in _compare_sound(f"{name}.ogg", wanted)]


def _compare_sound(name: str, wanted: np.ndarray) -> list[tuple[str, str]]:
    path = sheets.ASSETS / name
    if not path.is_file():
        return [(name, "missing")]
    found, rate = (
        sheets.read_sound(path) if path.suffix == ".flac" else (song_files.read(path, name), sheets.SOUND_RATE)
    )
    if rate != sheets.SOUND_RATE or found.shape != wanted.shape:
        return [(name, f"is {found.shape} at {rate} Hz, its recipe gives {wanted.shape}")]
    worst = int(np.abs(found.astype(np.int32) - wanted.astype(np.int32)).max())
    return [(name, f"differs from its recipe by up to {worst} of 32768")] if worst > SOUND_TOLERANCE else []
