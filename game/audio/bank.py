"""The baked sounds in memory: read beside the game while the title is shown, picked by name, never the same twice running.

Owns reading `assets/sounds`, and what is made of the files on the way: a dull twin of whatever may be heard through a wall,
rings for what changes its pitch, songs whose end runs into their beginning. A sound that is not read yet, or is missing, is
simply not heard. Needs an open mixer, which decodes.
"""

from __future__ import annotations

import contextlib
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import numpy as np
import pygame

from game.audio.device import RATE, Clip, Device
from game.audio.glide import Ring

FIRST = ("ui", "shot", "tail", "reload", "engine", "siren", "score")
"""Folders that are read before the others."""
RINGS = ("engine", "siren", "squeal", "machine")
"""Folders of loops that change their pitch: kept as numbers, mixed by `glide`. One ear is bright, the other its dull twin."""
DULLED = ("impact", "glass", "blast", "crash", "wheel", "door", "voice", "talk", "horn", "alarm")
"""Folders whose sounds have a dull twin: what carries far enough to be behind a wall. Guns have their far set."""
DULL_WIDTH = 20
"""Samples of the mean, taken twice, that is left of a sound behind a wall: above 700 Hz little comes through."""
CLOSED = ("room", "crowd", "score")
"""Folders of songs whose end runs into their beginning."""
LAP = 8_192
"""Such a song's file begins and ends with so many samples of its own other end, so that its coder meets no seam."""
LAP_FADE = 2_048
FULL = 32_767.0


@dataclass(frozen=True, slots=True)
class Take:
    """One variant of a sound."""

    clip: Clip
    dull: Clip | None
    """The same through a wall."""
    peak: float
    """Its loudest sample, 0 to 1."""
    seconds: float


class Bank:
    """Every sound by name, with its variants."""

    def __init__(self, folder: Path, device: Device, is_mono: bool = False) -> None:
        self._folder = folder
        self._device = device
        self._takes: dict[str, list[Take]] = {}
        self._rings: dict[str, list[Ring]] = {}
        self._last: dict[str, int] = {}
        self._dice = random.Random(7)
        self._is_closing = False
        self._is_mono = is_mono
        self._start()

    def pick(self, name: str) -> Take | None:
        """One of its variants, not the one heard last."""
        takes = self._takes.get(name)
        if not takes:
            return None
        index = self._dice.randrange(len(takes))
        if index == self._last.get(name):
            index = (index + 1) % len(takes)
        self._last[name] = index
        return takes[index]

    def takes(self, name: str) -> list[Take]:
        """All variants; none while it is not read."""
        return self._takes.get(name, [])

    def rings(self, name: str) -> list[Ring]:
        """The loops of a ladder, lowest first; none while they are not read."""
        return self._rings.get(name, [])

    def names(self) -> frozenset[str]:
        """What has been read."""
        return frozenset(self._takes) | frozenset(self._rings)

    def turn_mono(self, is_mono: bool) -> None:
        """Read everything anew for one ear or two, when that changed."""
        if is_mono != self._is_mono:
            self.close()
            self._is_closing, self._is_mono = False, is_mono
            self._start()

    def wait(self) -> None:
        """Until all is read."""
        self._reader.join()

    def close(self) -> None:
        """Stop reading: the mixer goes."""
        self._is_closing = True
        self._reader.join()

    def _start(self) -> None:
        self._reader = Thread(target=self._read, args=(files(self._folder),), name="sounds", daemon=True)
        self._reader.start()

    def _read(self, rows: Iterable[tuple[str, list[Path]]]) -> None:
        for name, paths in rows:
            family = name.partition("/")[0]
            waves: list[np.ndarray] = []
            for path in paths:
                if self._is_closing:
                    return
                with contextlib.suppress(pygame.error, OSError):
                    waves.append(self._decoded(path, family))
            # Only whole ladders are shown.
            if waves and family in RINGS:
                self._rings[name] = [Ring(wave[:, 0] / FULL, wave[:, 1] / FULL) for wave in waves]
            elif waves:
                self._takes[name] = [self._take(wave, family) for wave in waves]

    def _decoded(self, path: Path, family: str) -> np.ndarray:
        wave = pygame.sndarray.array(pygame.mixer.Sound(str(path)))
        if family in CLOSED:
            wave = closed(wave)
        if self._is_mono and family not in RINGS:
            wave = np.repeat(wave.mean(axis=1).astype(np.int16)[:, None], 2, axis=1)
        return wave

    def _take(self, wave: np.ndarray, family: str) -> Take:
        twin = self._device.make(dulled(wave)) if family in DULLED else None
        peak = float(np.abs(wave.astype(np.int32)).max()) / FULL
        return Take(self._device.make(wave), twin, peak, len(wave) / RATE)


def closed(wave: np.ndarray) -> np.ndarray:
    """A song as the loop it is: its laps are cut off, and what comes after its end fades into its beginning."""
    body = wave[LAP : len(wave) - LAP].astype(np.float32)
    after = wave[len(wave) - LAP :][:LAP_FADE]
    rise = np.linspace(0.0, 1.0, LAP_FADE, dtype=np.float32)[:, None]
    body[:LAP_FADE] = body[:LAP_FADE] * rise + after * (1.0 - rise)
    return np.rint(body).astype(np.int16)


def dulled(wave: np.ndarray) -> np.ndarray:
    """What comes through a wall."""
    found = wave.mean(axis=1)
    for _ in range(2):
        total = np.cumsum(np.pad(found, (DULL_WIDTH, 0)))
        found = (total[DULL_WIDTH:] - total[:-DULL_WIDTH]) / DULL_WIDTH
    return np.repeat(np.rint(found).astype(np.int16)[:, None], 2, axis=1)


def files(folder: Path) -> list[tuple[str, list[Path]]]:
    """Names and their variants in order, what is wanted first at the head."""
    found: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for path in sorted(path for end in ("flac", "ogg") for path in folder.glob(f"*/*.{end}")):
        stem, _, number = path.stem.rpartition("-")
        if number.isdigit():
            found[f"{path.parent.name}/{stem}"].append((int(number), path))
    rows = [(name, [path for _, path in sorted(paths)]) for name, paths in found.items()]
    order = {family: rank for rank, family in enumerate(FIRST)}
    return sorted(rows, key=lambda row: (order.get(row[0].split("/")[0], len(FIRST)), row[0]))
