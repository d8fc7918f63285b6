"""What bends its pitch: engines, sirens, tyres, rotors. Mixed here from rings and fed to one channel, block by block.

Owns the resampling (the stock mixer has none), the sides and brightness of each voice, and the count of underruns. A block
lies ready while another plays, so that a frame may come late. Called by `loops` each tick, fed by `street` each frame.
"""

from __future__ import annotations

import numpy as np

from game.audio.device import Channel, Device

PARTS = 3
PART = 853
"""Samples that are mixed at once, in one tick: 19 ms, a little more than a tick plays."""
BLOCK = PARTS * PART
"""Samples of a block: 58 ms, so late may a frame be. With half of that a hitch of 25 ms would be heard."""
LONGEST_STEP = 2.0
"""No ring is read faster: it is padded for so much."""
CEILING = 0.98
COUNT = np.arange(1, PART + 1, dtype=np.float32)
RAMP = np.linspace(0.0, 1.0, PART, dtype=np.float32)
RAMP_SUM = np.cumsum(RAMP, dtype=np.float64).astype(np.float32)


class Ring:
    """A loop of one ear, ready to be read at any speed; with a second one of equal length to lean to."""

    def __init__(self, bright: np.ndarray, dull: np.ndarray | None = None) -> None:
        self.length = len(bright)
        self.bright = _padded(bright)
        self.dull = _padded(dull) if dull is not None else None


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

    def add_to(self, mix: np.ndarray) -> None:
        """The next part of a block of it."""
        now = (self.rate, self.left, self.right, self.dull)
        # A new voice comes in softly.
        before = self._before or (self.rate, 0.0, 0.0, self.dull)
        way = COUNT * np.float32(before[0]) + RAMP_SUM * np.float32(now[0] - before[0])
        heard = _read(self.ring, way, before[3], now[3], self.at)
        if self._old is not None:
            # The share of the turn is the same in both, so their strokes meet.
            scale = self._old.length / self.ring.length
            was = _read(self._old, way * np.float32(scale), before[3], now[3], self.at * scale)
            heard = was + (heard - was) * RAMP
            self._old = None
        mix[0] += heard * _ramp(before[1], now[1])
        mix[1] += heard * _ramp(before[2], now[2])
        self.at = (self.at + float(way[-1])) % self.ring.length
        self._before = now


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
        self.underruns = 0
        """How often the channel had nothing to play though somebody sounded."""
        self.blocks = 0

    def add(self, voice: Gliding) -> Gliding:
        """Another voice."""
        self._voices.append(voice)
        return voice

    def feed(self) -> None:
        """Mix a part of what comes next, and hand it over when there is room. Never `play`: that would cut what sounds."""
        if not self._voices:
            self._is_running, self._done = False, 0
            return
        if self._channel.get_queue() is not None:
            self._mix_part()
            return
        # At a start one block to play now; the one that lies ready comes a tick later, not in the same.
        self.underruns += self._is_running and not self._channel.get_busy()
        self._is_running = True
        self._hand_over()

    def clear(self) -> None:
        """Cut everything."""
        self._voices.clear()
        self._is_running, self._done = False, 0
        # What waited comes up when the first is stopped.
        for _ in range(2):
            self._channel.stop()

    def _mix_part(self) -> None:
        """A third of the next block, if it is not whole yet: so no tick has to mix all of it."""
        if self._done == PARTS:
            return
        mix = self._mix[:, self._done * PART : (self._done + 1) * PART]
        mix[:] = 0.0
        for voice in self._voices:
            voice.add_to(mix)
        self._voices = [voice for voice in self._voices if not voice.is_ending]
        self._done += 1

    def _hand_over(self) -> None:
        while self._done < PARTS:
            self._mix_part()
        self._done = 0
        self.blocks += 1
        np.clip(self._mix, -CEILING, CEILING, out=self._mix)
        self._channel.queue(self._device.make((self._mix.T * 32767.0).astype(np.int16)))


def _ramp(before: float, now: float) -> np.ndarray | np.float32:
    """From one strength to another over a part; a plain number where nothing moves."""
    if before == now:
        return np.float32(now)
    found: np.ndarray = RAMP * np.float32(now - before) + np.float32(before)
    return found


def _read(ring: Ring, way: np.ndarray, was: float, now: float, at: float) -> np.ndarray:
    """What a ring gives along a way from a place on, leaning from one share of its dull twin to another."""
    start = at % ring.length
    # Whole samples apart: single floats would blur a long ring.
    part, whole = np.modf(way + np.float32(start % 1.0))
    index = whole.astype(np.int32)
    index += int(start)
    if ring.dull is None or (was <= 0.0 and now <= 0.0):
        return _between(ring.bright, index, part)
    if was >= 1.0 and now >= 1.0:
        return _between(ring.dull, index, part)
    bright = _between(ring.bright, index, part)
    leaning: np.ndarray = bright + (_between(ring.dull, index, part) - bright) * _ramp(was, now)
    return leaning


def _between(ring: np.ndarray, index: np.ndarray, part: np.ndarray) -> np.ndarray:
    first = ring.take(index)
    index += 1
    second: np.ndarray = ring.take(index)
    index -= 1
    second -= first
    second *= part
    second += first
    return second


def _padded(ring: np.ndarray) -> np.ndarray:
    """With as much of its beginning behind its end as one part can read."""
    more = int(PART * LONGEST_STEP) + 4
    return np.concatenate([ring, np.resize(ring, more)]).astype(np.float32)
