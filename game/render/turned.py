"""The bounded cache of turned sprites: each picture in at most 128 directions at the three scales.

Owns memory and the rotation itself; painters hand in a maker for the unturned picture. Called by everything that
draws a turned thing. The least recently used pictures go first.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from typing import Any

import pygame

from game.render.atlas import PPM

FULL_TURN = 65536
TAU = math.tau


class TurnedCache:
    """Least-recently-used surfaces under a limit of bytes."""

    def __init__(self, limit_bytes: int) -> None:
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._limit = limit_bytes

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def size_bytes(self) -> int:
        """What is held now."""
        return self._bytes

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture under `key`, made now if it is not held."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self.put(key, made)
        return made

    def put(self, key: Hashable, made: pygame.Surface) -> None:
        """Keep a picture under a key that is not held; what was longest not asked for goes where there is no room."""
        self._kept[key] = made
        self._bytes += made.get_width() * made.get_height() * made.get_bytesize()
        while self._bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.get_width() * old.get_height() * old.get_bytesize()

    def held(self, key: Hashable) -> pygame.Surface | None:
        """The picture under `key` if it is held; asking does not make it younger."""
        return self._kept.get(key)

    def adopt(self, other: TurnedCache, name: Callable[[Any], Hashable | None]) -> None:
        """Take over what another holds, under the key that `name` gives for its key there; None leaves a picture behind."""
        for key, picture in other._kept.items():
            here = name(key)
            if here is not None:
                self.get(here, partial(_itself, picture))

    def drop(self, key: Hashable) -> None:
        """Forget a picture, if it is held."""
        old = self._kept.pop(key, None)
        if old is not None:
            self._bytes -= old.get_width() * old.get_height() * old.get_bytesize()


def _itself(picture: pygame.Surface) -> pygame.Surface:
    return picture


def bucket_of(angle: float, buckets: int) -> int:
    """Which of `buckets` directions an angle in radians falls into."""
    return int(angle / TAU * buckets + 0.5) % buckets


def turned(source: pygame.Surface, angle: float, scale: float, source_ppm: int = PPM) -> pygame.Surface:
    """Turn a picture clockwise by `angle` radians and bring it from its own size to `scale` pixels a metre."""
    factor = scale / source_ppm
    if factor < 0.45:
        width, height = source.get_size()
        twice = (max(1, int(width * factor * 2 + 1e-6)), max(1, int(height * factor * 2 + 1e-6)))
        source, factor = pygame.transform.smoothscale(source, twice), 0.5
    made = pygame.transform.rotozoom(source, -math.degrees(angle), factor)
    # It has the source's format, which mostly is the display's: converting it would be another copy.
    return made if made.get_masks() == _masks_of_display() else made.convert_alpha()


@lru_cache(maxsize=1)
def _masks_of_display() -> tuple[int, int, int, int]:
    """How the display's pictures with alpha lay their colours; asked once, when there is a display."""
    return pygame.Surface((1, 1)).convert_alpha().get_masks()
