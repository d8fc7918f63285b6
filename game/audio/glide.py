"""What bends its pitch: engines, sirens, tyres, rotors. Mixed here from rings and fed to one channel, block by block.

Owns the resampling (the stock mixer has none), the sides and brightness of each voice, and the count of underruns. A block
lies ready while another plays, so that a frame may come late. Called by `loops` each tick, fed by `street` each frame.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.audio.device import Channel, Device

PARTS = 2
PART = 1280
"""Samples that are mixed at once, in one tick: 29 ms. So of the ticks of a block one or two have nothing to mix."""
BLOCK = PARTS * PART
"""Samples of a block: 58 ms, so late may a frame be. With half of that a hitch of 25 ms would be heard."""
LONGEST_STEP = 2.0
"""No ring is read faster: it is padded for so much."""
CEILING = 0.98
MISLAID_FEEDS = 5
"""So many times in a row nothing may sound while a block waits before it counts as mislaid: 80 ms."""
COUNT = np.arange(1, PART + 1, dtype=np.float32)
RAMP = np.linspace(0.0, 1.0, PART, dtype=np.float32)
RAMP_SUM = np.cumsum(RAMP, dtype=np.float64).astype(np.float32)


class Ring:
    """A loop of one ear, ready to be read at any speed; with a second one of equal length to lean to."""

    def __init__(self, bright: np.ndarray, dull: np.ndarray | None = None) -> None:
        self.length = len(bright)
        self.bright = _padded(bright)
        self.dull = _padded(dull) if dull is not None else None


class Reading(NamedTuple):
    """One ring that is read for the length of a part, from what was to what is wanted now."""

    wave: np.ndarray
    start: int
    """Whole samples apart: single floats would blur a long ring."""
    rest: float
    rates: tuple[float, float]
    left: tuple[float, float]
    """How loud, its share of the voice counted: beside the twin, or of a ring that gives way to another."""
    right: tuple[float, float]


class Gliding:
    """One voice: what it reads, how fast, how loud at either side, how much of its dull twin."""

    def __init__(self, ring: Ring, phase: float = 0.0) -> None:
        self.ring = ring
        self.at = phase * ring.length
        self.rate = self.left = self.right = self.dull = 0.0
        """What is wanted from the next part on."""
        self._before: tuple[float, float, float, float] | None = None
        self._old: Ring | None = None
        self.is_ending = False

    def turn(self, rate: float, left: float, right: float, dull: float = 0.0) -> None:
        """How it is heard from now on: times its own pitch, sides, and 0 to 1 of the twin."""
        self.rate = min(max(rate, 0.05), LONGEST_STEP)
        self.left, self.right, self.dull = left, right, dull

    def change(self, ring: Ring) -> None:
        """Go on with another ring at the same share of its turn; the one before fades within a part."""
        if ring is not self.ring:
            self._old = self._old or self.ring
            self.at = self.at / self.ring.length * ring.length
            self.ring = ring

    def end(self) -> None:
        """Fade within a part, then be gone."""
        self.left = self.right = 0.0
        self.is_ending = True

    def next_part(self) -> list[Reading]:
        """What is to be read for its next part, which it is past then."""
        # A new voice comes in softly.
        before = self._before or (self.rate, 0.0, 0.0, self.dull)
        now = self._before = (self.rate, self.left, self.right, self.dull)
        if self._old is None:
            found = self._readings(self.ring, 1.0, before, now, (1.0, 1.0))
        else:
            # The share of the turn is the same in both, so their strokes meet.
            scale = self._old.length / self.ring.length
            found = self._readings(self._old, scale, before, now, (1.0, 0.0))
            found += self._readings(self.ring, 1.0, before, now, (0.0, 1.0))
            self._old = None
        way = before[0] * PART + (now[0] - before[0]) * float(RAMP_SUM[-1])
        self.at = (self.at + way) % self.ring.length
        return found

    def _readings(
        self, ring: Ring, scale: float, was: tuple[float, ...], now: tuple[float, ...], shares: tuple[float, float]
    ) -> list[Reading]:
        """A ring, and its twin as far as it is leant to."""
        start = self.at * scale % ring.length
        rates = was[0] * scale, now[0] * scale
        lean = (was[3], now[3]) if ring.dull is not None else (0.0, 0.0)
        found = []
        for wave, first, last in (
            (ring.bright, shares[0] * (1.0 - lean[0]), shares[1] * (1.0 - lean[1])),
            (ring.dull, shares[0] * lean[0], shares[1] * lean[1]),
        ):
            left, right = (was[1] * first, now[1] * last), (was[2] * first, now[2] * last)
            if wave is not None and (any(left) or any(right)):
                found.append(Reading(wave, int(start), start % 1.0, rates, left, right))
        return found


class Glide:
    """All of them, and the channel they come out of."""

    def __init__(self, device: Device, channel: Channel) -> None:
        self._device = device
        self._channel = channel
        self._voices: list[Gliding] = []
        self._is_running = False
        self._mix = np.zeros((2, BLOCK), np.float32)
        self._done = 0
        """Parts of the next block that are mixed."""
        self._silent = 0
        """Feeds in a row at which a block waited and nothing sounded."""
        self.underruns = 0
        """How often the channel had nothing to play though somebody sounded."""
        self.blocks = 0

    @property
    def is_mixing(self) -> bool:
        """The next `feed` has a part to mix: whoever can wait leaves it that tick."""
        return (self._is_running or self._done > 0) and self._done < PARTS

    def add(self, voice: Gliding) -> Gliding:
        """Another voice."""
        self._voices.append(voice)
        return voice

    def feed(self) -> None:
        """Mix a part of what comes next, and hand it over when there is room. Never `play` while something sounds: that would cut it."""
        if not self._voices and not self._done:
            self._is_running = False
            return
        waiting = self._channel.get_queue()
        # For a moment between two blocks nothing sounds either: then the mixer's thread only waits for this one.
        self._silent = self._silent + 1 if waiting is not None and not self._channel.get_busy() else 0
        if self._silent == MISLAID_FEEDS:
            # The mixer mislays a block that is queued in the very moment in which the one before ends.
            self.underruns += 1
            self._silent = 0
            self._channel.play(waiting)
        is_starting = not self._is_running and self._done < PARTS
        if is_starting or waiting is not None:
            self._mix_part()
            return
        # At a start one block to play now; the one that lies ready comes a tick later, not in the same.
        self.underruns += self._is_running and not self._channel.get_busy()
        self._is_running = True
        self._hand_over()

    def clear(self) -> None:
        """Cut everything."""
        self._voices.clear()
        self._is_running, self._done, self._silent = False, 0, 0
        # What waited comes up when the first is stopped.
        for _ in range(2):
            self._channel.stop()

    def _mix_part(self) -> None:
        """A part of the next block, if it is not whole yet: so no tick has to mix all of it."""
        if self._done == PARTS:
            return
        readings = [reading for voice in self._voices for reading in voice.next_part()]
        self._mix[:, self._done * PART : (self._done + 1) * PART] = _mixed(readings) if readings else 0.0
        self._voices = [voice for voice in self._voices if not voice.is_ending]
        self._done += 1

    def _hand_over(self) -> None:
        while self._done < PARTS:
            self._mix_part()
        self._done = 0
        self.blocks += 1
        np.clip(self._mix, -CEILING, CEILING, out=self._mix)
        self._channel.queue(self._device.make((self._mix.T * 32767.0).astype(np.int16)))


def _mixed(readings: list[Reading]) -> np.ndarray:
    """Left and right of a part, all rings in one stroke: a call for each would cost more than what it does. Shape (2, PART)."""
    rates, left, right = np.array([reading[3:] for reading in readings], np.float32).transpose(1, 2, 0)
    at = np.array([reading[1:3] for reading in readings])
    way = COUNT * rates[0][:, None]
    way += RAMP_SUM * (rates[1] - rates[0])[:, None]
    way += at[:, 1, None].astype(np.float32)
    whole = np.floor(way)
    way -= whole
    index = whole.astype(np.intp)
    index += at[:, 0, None].astype(np.intp)
    first, second = whole, np.empty_like(whole)
    for row, reading in enumerate(readings):
        reading.wave.take(index[row], out=first[row], mode="clip")
    index += 1
    for row, reading in enumerate(readings):
        reading.wave.take(index[row], out=second[row], mode="clip")
    second -= first
    second *= way
    second += first
    # Not `@`: its library wakes threads of its own, and the first time that takes a frame.
    np.multiply(second, RAMP, out=first)
    mix: np.ndarray = np.einsum("sn,np->sp", np.stack((left[0], right[0])), second)
    mix += np.einsum("sn,np->sp", np.stack((left[1] - left[0], right[1] - right[0])), first)
    return mix


def _padded(ring: np.ndarray) -> np.ndarray:
    """With as much of its beginning behind its end as one part can read."""
    more = int(PART * LONGEST_STEP) + 4
    return np.concatenate([ring, np.resize(ring, more)]).astype(np.float32)
