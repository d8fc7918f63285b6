"""Where sound goes: channels that play clips. The machine's mixer here; `desk.py` has the one that writes a file.

Owns the words both share, so that whatever decides what is heard cannot tell which of them it plays on. Never a callback of
`pygame._sdl2.audio`: it dead-locks. Used by `voices`, `bank`, `glide` and `street`.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any, Protocol

import numpy as np
import pygame

RATE = 44_100
TICKS_PER_SECOND = 60
Clip = Any
"""A sound in the form its device plays: a `pygame.mixer.Sound`, or a `desk.Recording`."""


class Channel(Protocol):
    """One sound at a time, and one that waits behind it. The words are those of `pygame.mixer.Channel`."""

    def play(self, sound: Clip, /, loops: int = 0, maxtime: int = 0, fade_ms: int = 0) -> None:
        """Begin it now; -1 loops without end."""

    def queue(self, sound: Clip, /) -> None:
        """Begin it when the present one ends, without a gap; at once when there is none."""

    def get_queue(self) -> Clip | None:
        """What waits."""

    def get_sound(self) -> Clip | None:
        """What plays."""

    def get_busy(self) -> bool:
        """Something plays, or is held."""

    def set_volume(self, left: float, right: float, /) -> None:
        """Left and right, 0 to 1."""

    def fadeout(self, time: int, /) -> None:
        """End within so many milliseconds."""

    def stop(self) -> None:
        """End now."""

    def pause(self) -> None:
        """Hold."""

    def unpause(self) -> None:
        """Go on."""


class Device(Protocol):
    """Something that plays."""

    def channels(self, count: int) -> list[Channel]:
        """So many channels, all silent."""

    def make(self, samples: np.ndarray) -> Clip:
        """A clip of sixteen bits, left and right."""

    def is_open(self) -> bool:
        """It can still be spoken to. Asking a channel of a closed mixer what waits on it ends the process."""

    def seconds(self) -> float:
        """How long it has been playing, for what must keep time with its sound."""


class MixerDevice:
    """The machine's own mixer; it must be open."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock

    def channels(self, count: int) -> list[Channel]:
        """The mixer's channels."""
        pygame.mixer.set_num_channels(count)
        return [pygame.mixer.Channel(number) for number in range(count)]

    def make(self, samples: np.ndarray) -> Clip:
        """A copy the mixer plays."""
        return pygame.mixer.Sound(buffer=np.ascontiguousarray(samples, np.int16).data)

    def is_open(self) -> bool:
        """The mixer has not been closed over our head."""
        return pygame.mixer.get_init() is not None

    def seconds(self) -> float:
        """The clock on the wall: the mixer's thread keeps its own time by it."""
        return self._clock()
