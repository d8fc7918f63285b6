"""Sheets, their books, sounds: placing frames on a PNG, writing PNG, JSON, FLAC and the manifest, telling what has changed.

Owns the files below `assets/` that are baked. An item of the bake (one vehicle, one person) has an input digest made of
its recipe, its measures and the generators' code; when the manifest holds the same, nothing is baked. Called by `bake`.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pygame

from assets.bake import song_files

ASSETS = Path(__file__).resolve().parents[1]
MANIFEST = ASSETS / "MANIFEST.json"
GAP = 1
SHEET_WIDTH = 1024
SOUND_RATE = 44_100
SHARED = ("noise", "lit_sprite")
"""Modules of the game that the generators draw with."""

Picture = np.ndarray
"""Height by width by four bytes."""


@dataclass
class Sheet:
    """Pictures laid in rows, each with its place."""

    pictures: list[tuple[Picture, list[int]]] = field(default_factory=list)
    _x: int = 0
    _y: int = 0
    _row: int = 0

    def add(self, picture: Picture) -> list[int]:
        """Place a picture; its rect."""
        height, width = picture.shape[:2]
        if self._x and self._x + width > SHEET_WIDTH:
            self._x, self._y, self._row = 0, self._y + self._row + GAP, 0
        rect = [self._x, self._y, width, height]
        self._x, self._row = self._x + width + GAP, max(self._row, height)
        self.pictures.append((picture, rect))
        return rect

    def compose(self) -> Picture:
        """All of them on one picture."""
        width = max(x + w for _, (x, _, w, _) in self.pictures)
        height = max(y + h for _, (_, y, _, h) in self.pictures)
        whole = np.zeros((height, width, 4), np.uint8)
        for picture, (x, y, w, h) in self.pictures:
            whole[y : y + h, x : x + w] = picture
        return whole


@dataclass
class Baked:
    """What one item has become: pictures, books and sounds by their path below `assets/`, without ending."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    books: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    sounds: dict[str, Picture] = field(default_factory=dict)
    """Sixteen bits at 44.1 kHz: samples, or samples by two ears."""
    songs: dict[str, Picture] = field(default_factory=dict)
    """The same for what is written as OGG (`song_files`)."""

    def write(self) -> list[str]:
        """Write all files; their paths below `assets/`."""
        written = []
        for name, picture in self.pictures.items():
            path = ASSETS / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(png(picture))
            written.append(f"{name}.png")
        for name, content in self.books.items():
            path = ASSETS / f"{name}.json"
            path.write_text(book_text(content), encoding="utf-8", newline="\n")
            written.append(f"{name}.json")
        for name, samples in self.sounds.items():
            path = ASSETS / f"{name}.flac"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(flac(samples))
            written.append(f"{name}.flac")
        for name, samples in self.songs.items():
            path = ASSETS / f"{name}.ogg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(song_files.ogg(name, samples))
            written.append(f"{name}.ogg")
        return written


def png(picture: Picture) -> bytes:
    """A PNG's bytes."""
    height, width = picture.shape[:2]
    out = io.BytesIO()
    pygame.image.save(
        pygame.image.frombuffer(np.ascontiguousarray(picture).tobytes(), (width, height), "RGBA"), out, "x.png"
    )
    return out.getvalue()


def flac(samples: np.ndarray) -> bytes:
    """A FLAC's bytes; what it says does not depend on when it was written."""
    import soundfile

    out = io.BytesIO()
    soundfile.write(out, samples, SOUND_RATE, format="FLAC", subtype="PCM_16")
    return out.getvalue()


def read_sound(path: Path) -> tuple[np.ndarray, int]:
    """A sound file's samples, sixteen bits, and its rate."""
    import soundfile

    samples, rate = soundfile.read(path, dtype="int16")
    return samples, rate


def book_text(content: Mapping[str, Any]) -> str:
    """JSON that reads and compares well: one frame a line."""
    frames = content.get("frames", {})
    head = {key: value for key, value in content.items() if key != "frames"}
    lines = [f"  {json.dumps(name)}: {json.dumps(frame, separators=(', ', ': '))}" for name, frame in frames.items()]
    opening = json.dumps(head)[:-1] + (", " if head else "")
    return opening + '"frames": {\n' + ",\n".join(lines) + "\n}}\n"


def digest(*parts: object) -> str:
    """A short number of what an item is made from."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]


def code_digest(names: Iterable[str]) -> str:
    """A number of the generators' text, and of what they share with the game, so that a changed stroke bakes anew."""
    here = Path(__file__).parent
    files = [here / f"{name}.py" for name in sorted(names)]
    files += [ASSETS.parent / "game" / "render" / f"{name}.py" for name in SHARED]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def read_manifest() -> dict[str, Any]:
    """What was baked from what: `items` by name, each with its digest and its files' digests; empty when none is."""
    if not MANIFEST.is_file():
        return {"items": {}}
    found: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return found


def write_manifest(items: Mapping[str, Any]) -> None:
    """Write it in order of names."""
    lines = [f"{json.dumps(name)}: {json.dumps(items[name], sort_keys=True)}" for name in sorted(items)]
    MANIFEST.write_text('{"items": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8", newline="\n")


def file_digest(name: str) -> str:
    """The digest of a file below `assets/`, "" when it is missing."""
    path = ASSETS / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.is_file() else ""
