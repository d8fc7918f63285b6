"""The flash meter: how often, and over how much of the picture, light flickers, by the rule that protects players.

Owns the count of WCAG 2.3.1 on frames as they are shown: a general flash is a pair of opposing changes of relative luminance
by a tenth or more whose darker side lies below 0.80; a red flash a pair of opposing changes of saturated red. More than three
of either within a second, over more than a quarter of any field of ten degrees, is a fault. Called by tests and `flashes`.
"""

from __future__ import annotations

import dataclasses
from collections import deque

import numpy as np
import pygame

FPS = 60
CELL = 8
"""Pixels of the frame to one cell that is measured."""
FIELD_OF_1024 = (341, 256)
"""Ten degrees of the eye, in pixels of a picture of 1024 x 768 at the usual distance."""
SHARE = 0.25
MOST = 3
"""Flashes of a kind within one second that are allowed."""
CHANGE, DARKER = 0.10, 0.80
RED_CHANGE, SATURATED = 20.0, 0.8
_LINEAR = np.where(
    np.arange(256) / 255 <= 0.04045, np.arange(256) / 255 / 12.92, ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4
).astype(np.float32)


@dataclasses.dataclass(frozen=True, slots=True)
class Worst:
    """The worst second so far: flashes of each kind that a field saw, and the frame it ended with."""

    general: int
    red: int
    frame: int

    @property
    def is_safe(self) -> bool:
        """Whether the rule is kept."""
        return max(self.general, self.red) <= MOST


class _Swings:
    """Opposing changes of one measure in every cell."""

    def __init__(self, first: np.ndarray, change: float) -> None:
        self._low, self._high, self._change = first.copy(), first.copy(), change
        self._way = np.zeros(first.shape, np.int8)

    def take(self, now: np.ndarray, may_rise: np.ndarray, may_fall: np.ndarray) -> np.ndarray:
        """Where a change in the other direction than the last has just been completed."""
        rises = (now - self._low >= self._change) & (self._way <= 0) & may_rise
        falls = (self._high - now >= self._change) & (self._way >= 0) & may_fall & ~rises
        self._way = np.where(rises, 1, np.where(falls, -1, self._way)).astype(np.int8)
        # From a turn on the other extreme is looked for anew.
        self._low = np.where(rises | falls, now, np.minimum(self._low, now))
        self._high = np.where(rises | falls, now, np.maximum(self._high, now))
        return rises | falls

    @property
    def low(self) -> np.ndarray:
        """The darkest since the last turn."""
        return self._low


class FlashMeter:
    """Feed it every frame that is shown."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._small = (size[0] // CELL, size[1] // CELL)
        field = (FIELD_OF_1024[0] * size[0] / 1024 / CELL, FIELD_OF_1024[1] * size[1] / 768 / CELL)
        self._field = (max(1, round(field[0])), max(1, round(field[1])))
        self._limit = SHARE * self._field[0] * self._field[1]
        self._kinds: tuple[_Swings, _Swings] | None = None
        self._recent: deque[tuple[np.ndarray, np.ndarray]] = deque()
        self._counts = [np.zeros((self._small[0], self._small[1]), np.int16) for _ in range(2)]
        self._was_red = np.zeros(self._small, bool)
        self.frames = 0
        self.worst = Worst(0, 0, 0)

    def feed(self, surface: pygame.Surface) -> None:
        """Take in the next frame."""
        small = pygame.transform.smoothscale(surface, self._small)
        light = _LINEAR[pygame.surfarray.array3d(small)]
        luminance = light @ np.array((0.2126, 0.7152, 0.0722), np.float32)
        red = np.maximum(0, (light[..., 0] - light[..., 1] - light[..., 2]) * 320)
        is_red = light[..., 0] >= SATURATED * np.maximum(light.sum(axis=2), 1e-5)
        self.frames += 1
        if self._kinds is None:
            self._kinds = _Swings(luminance, CHANGE), _Swings(red, RED_CHANGE)
            self._was_red = is_red
            return
        general, reds = self._kinds
        turns = (
            general.take(luminance, general.low < DARKER, luminance < DARKER),
            reds.take(red, is_red, self._was_red),
        )
        self._was_red = is_red
        self._count(turns)

    def _count(self, turns: tuple[np.ndarray, np.ndarray]) -> None:
        self._recent.append(turns)
        old = self._recent.popleft() if len(self._recent) > FPS else None
        seen = []
        for kind, count in enumerate(self._counts):
            count += turns[kind]
            if old is not None:
                count -= old[kind]
            seen.append(self._seen(count // 2))
        if max(seen) > max(self.worst.general, self.worst.red):
            self.worst = Worst(seen[0], seen[1], self.frames)

    def _seen(self, flashes: np.ndarray) -> int:
        """The most flashes that more than a quarter of some field has seen."""
        for number in range(int(flashes.max()), 0, -1):
            where = flashes >= number
            if where.sum() > self._limit and self._fills_a_field(where):
                return number
        return 0

    def _fills_a_field(self, where: np.ndarray) -> bool:
        wide, high = self._field
        total = np.zeros((where.shape[0] + 1, where.shape[1] + 1), np.int32)
        total[1:, 1:] = where.cumsum(axis=0).cumsum(axis=1)
        sums = total[wide:, high:] - total[:-wide, high:] - total[wide:, :-high] + total[:-wide, :-high]
        return bool(sums.max() > self._limit)
