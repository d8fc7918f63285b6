"""The baked sounds in memory: read beside the game while the title is shown, picked by name, never the same twice running.

Owns reading `assets/sounds`. A sound that is not read yet, or is missing, is simply not heard. Needs an open mixer.
"""

from __future__ import annotations

import contextlib
import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import numpy as np
import pygame

FIRST = ("ui", "shot", "tail", "reload", "engine", "siren")
"""Folders that are read before the others."""
TURNED = "siren/"
"""Loops whose samples are kept: they may have to start anywhere."""


class Bank:
    """Every sound by name, with its variants."""

    def __init__(self, folder: Path) -> None:
        self._sounds: dict[str, list[pygame.mixer.Sound]] = {}
        self._samples: dict[str, list[np.ndarray]] = {}
        self._last: dict[str, int] = {}
        self._dice = random.Random(7)
        self._is_closing = False
        self._reader = Thread(target=self._read, args=(_files(folder),), name="sounds", daemon=True)
        self._reader.start()

    def pick(self, name: str) -> pygame.mixer.Sound | None:
        """One of its variants, not the one heard last."""
        sounds = self._sounds.get(name)
        if not sounds:
            return None
        index = self._dice.randrange(len(sounds))
        if index == self._last.get(name):
            index = (index + 1) % len(sounds)
        self._last[name] = index
        return sounds[index]

    def rungs(self, name: str) -> list[pygame.mixer.Sound]:
        """A ladder, lowest first; empty while it is not read."""
        return self._sounds.get(name, [])

    def samples(self, name: str) -> list[np.ndarray]:
        """The samples of a siren's ladder, for the loop that must start in its middle."""
        return self._samples[name]

    def names(self) -> frozenset[str]:
        """What has been read."""
        return frozenset(self._sounds)

    def wait(self) -> None:
        """Until all is read."""
        self._reader.join()

    def close(self) -> None:
        """Stop reading: the mixer goes."""
        self._is_closing = True
        self._reader.join()

    def _read(self, files: Iterable[tuple[str, list[Path]]]) -> None:
        for name, paths in files:
            sounds = []
            for path in paths:
                if self._is_closing:
                    return
                with contextlib.suppress(pygame.error, OSError):
                    sounds.append(pygame.mixer.Sound(str(path)))
            if sounds and name.startswith(TURNED):
                self._samples[name] = [pygame.sndarray.array(sound) for sound in sounds]
            if sounds:
                # Only whole ladders are shown.
                self._sounds[name] = sounds


def _files(folder: Path) -> list[tuple[str, list[Path]]]:
    """Names and their variants in order, what is wanted first at the head."""
    found: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for path in sorted(folder.glob("*/*.flac")):
        stem, _, number = path.stem.rpartition("-")
        if number.isdigit():
            found[f"{path.parent.name}/{stem}"].append((int(number), path))
    rows = [(name, [path for _, path in sorted(paths)]) for name, paths in found.items()]
    order = {family: rank for rank, family in enumerate(FIRST)}
    return sorted(rows, key=lambda row: (order.get(row[0].split("/")[0], len(FIRST)), row[0]))
