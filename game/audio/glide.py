"""What bends its pitch: engines, sirens, tyres, rotors. Mixed here from rings and fed to one channel, block by block.

Owns the resampling (the stock mixer has none), the sides and brightness of each voice, and the count of underruns. A block
lies ready while another plays, so that a frame may come late. Called by `loops` each tick, fed by `street` each frame.
"""

from __future__ import annotations

import numpy as np

from game.audio.device import Channel, Device

BLOCK = 2_560
"""Samples of a block: 58 ms, so late may a frame be. With half of that a hitch of 25 ms would be heard."""
LONGEST_STEP = 2.0
"""No ring is read faster: it is padded for so much."""
CEILING = 0.98


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
        """What is wanted from the next block on."""
        self._before: tuple[float, float, float, float] | None = None
        self._old: Ring | None = None
        self.is_ending = False

    def turn(self, rate: float, left: float, right: float, dull: float = 0.0) -> None:
        """How it is heard from now on: times its own pitch, sides, and 0 to 1 of the twin."""
        self.rate = min(max(rate, 0.05), LONGEST_STEP)
        self.left, self.right, self.dull = left, right, dull

    def change(self, ring: Ring) -> None:
        """Go on with another ring at the same share of its turn; the one before fades within a block."""
        if ring is not self.ring:
            self._old = self._old or self.ring
            self.at = self.at / self.ring.length * ring.length
            self.ring = ring

    def end(self) -> None:
        """Fade within a block, then be gone."""
        self.left = self.right = 0.0
        self.is_ending = True

    def add_to(self, mix: np.ndarray, ramp: np.ndarray) -> None:
        """One block of it."""
        now = (self.rate, self.left, self.right, self.dull)
        # A new voice comes in softly.
        before = self._before or (self.rate, 0.0, 0.0, self.dull)
        steps = before[0] + (now[0] - before[0]) * ramp
        way = np.cumsum(steps, dtype=np.float32)
        heard = self._read(self.ring, way, before[3], now[3], ramp)
        if self._old is not None:
            # The share of the turn is the same in both, so their strokes meet.
            scale = self._old.length / self.ring.length
            was = self._read(self._old, way * scale, before[3], now[3], ramp, self.at * scale)
            heard = heard * ramp + was * (1.0 - ramp)
            self._old = None
        mix[:, 0] += heard * (before[1] + (now[1] - before[1]) * ramp)
        mix[:, 1] += heard * (before[2] + (now[2] - before[2]) * ramp)
        self.at = (self.at + float(way[-1])) % self.ring.length
        self._before = now

    def _read(
        self, ring: Ring, way: np.ndarray, was: float, now: float, ramp: np.ndarray, at: float | None = None
    ) -> np.ndarray:
        start = (self.at if at is None else at) % ring.length
        # Whole samples apart: single floats would blur a long ring.
        place = way + np.float32(start % 1.0)
        index = place.astype(np.int32)
        part = (place - index).astype(np.float32)
        index += int(start)
        dull = ring.dull
        if dull is None or (was <= 0.0 and now <= 0.0):
            return _between(ring.bright, index, part)
        if was >= 1.0 and now >= 1.0:
            return _between(dull, index, part)
        lean = was + (now - was) * ramp
        return _between(ring.bright, index, part) * (1.0 - lean) + _between(dull, index, part) * lean


class Glide:
    """All of them, and the channel they come out of."""

    def __init__(self, device: Device, channel: Channel) -> None:
        self._device = device
        self._channel = channel
        self._voices: list[Gliding] = []
        self._is_running = False
        self._ramp = np.linspace(0.0, 1.0, BLOCK, dtype=np.float32)
        self.underruns = 0
        """How often the channel had nothing to play though somebody sounded."""
        self.blocks = 0

    def add(self, voice: Gliding) -> Gliding:
        """Another voice."""
        self._voices.append(voice)
        return voice

    def feed(self) -> None:
        """Give the channel its next block when it has room for one. Never `play`: that would cut what sounds."""
        if not self._voices:
            self._is_running = False
            return
        if self._channel.get_queue() is not None:
            return
        if not self._channel.get_busy():
            self.underruns += self._is_running
            # One block to play, one to lie ready.
            self._channel.queue(self._block())
        self._is_running = True
        self._channel.queue(self._block())

    def clear(self) -> None:
        """Cut everything."""
        self._voices.clear()
        self._is_running = False
        # What waited comes up when the first is stopped.
        for _ in range(2):
            self._channel.stop()

    def _block(self) -> object:
        mix = np.zeros((BLOCK, 2), np.float32)
        for voice in self._voices:
            voice.add_to(mix, self._ramp)
        self._voices = [voice for voice in self._voices if not voice.is_ending]
        self.blocks += 1
        return self._device.make((np.clip(mix, -CEILING, CEILING) * 32767.0).astype(np.int16))


def _between(ring: np.ndarray, index: np.ndarray, part: np.ndarray) -> np.ndarray:
    first = ring[index]
    found: np.ndarray = first + (ring[index + 1] - first) * part
    return found


def _padded(ring: np.ndarray) -> np.ndarray:
    """With as much of its beginning behind its end as one block can read."""
    more = int(BLOCK * LONGEST_STEP) + 4
    return np.concatenate([ring, np.resize(ring, more)]).astype(np.float32)
