"""A device that plays into memory, block by block: what was decided in a run, as the samples of a file.

Owns the arithmetic the machine's mixer does: sums, sides, fades, loops, and cutting what goes over full scale. Nothing here
decides what is heard. Called by `game.app.mixdown`.
"""

from __future__ import annotations

import numpy as np

from game.audio.device import RATE, TICKS_PER_SECOND, Channel

FRAMES = RATE // TICKS_PER_SECOND
"""Samples of one tick: 735, without a rest."""
FULL = 32_767


class Recording:
    """A clip in memory."""

    def __init__(self, samples: np.ndarray) -> None:
        self.samples = np.ascontiguousarray(samples, np.int16).astype(np.float32)

    def get_length(self) -> float:
        """Seconds."""
        return len(self.samples) / RATE


class Track:
    """One channel of the desk."""

    def __init__(self) -> None:
        self._sound: Recording | None = None
        self._waiting: Recording | None = None
        self._at = 0
        self._loops = 0
        self._is_paused = False
        self._fade = np.float32(1.0)
        self._fade_step = 0.0
        self._sides = np.ones(2, np.float32)
        self._wanted = np.ones(2, np.float32)
        self._is_fresh = True

    def play(self, sound: Recording, /, loops: int = 0, maxtime: int = 0, fade_ms: int = 0) -> None:
        """Begin it now."""
        self._sound, self._waiting, self._at, self._loops = sound, None, 0, loops
        self._is_fresh, self._is_paused = True, False
        self._wanted = np.ones(2, np.float32)
        self._fade, self._fade_step = np.float32(1.0), 0.0
        if fade_ms > 0:
            self._fade, self._fade_step = np.float32(0.0), 1000.0 / (fade_ms * RATE)

    def queue(self, sound: Recording, /) -> None:
        """Behind the present one."""
        if self._sound is None:
            self.play(sound)
        else:
            self._waiting = sound

    def get_queue(self) -> Recording | None:
        """What waits."""
        return self._waiting

    def get_sound(self) -> Recording | None:
        """What plays."""
        return self._sound

    def get_busy(self) -> bool:
        """Something plays."""
        return self._sound is not None

    def set_volume(self, left: float, right: float, /) -> None:
        """From the next block on."""
        self._wanted = np.array((left, right), np.float32)

    def fadeout(self, time: int, /) -> None:
        """Down to nothing, then the end."""
        if time <= 0:
            self.stop()
        else:
            self._fade_step = -float(self._fade) * 1000.0 / (time * RATE)

    def stop(self) -> None:
        """The end; what waited is forgotten."""
        self._sound = self._waiting = None

    def pause(self) -> None:
        """Hold."""
        self._is_paused = True

    def unpause(self) -> None:
        """Go on."""
        self._is_paused = False

    def add_to(self, mix: np.ndarray) -> None:
        """Play one block into the mix."""
        if self._sound is None or self._is_paused:
            return
        if self._is_fresh:
            self._sides, self._is_fresh = self._wanted, False
        count = len(mix)
        # A turn of the sides is spread over the block: a step would click.
        gain = np.linspace(self._sides, self._wanted, count, dtype=np.float32)
        self._sides = self._wanted
        if self._fade_step:
            fade = np.clip(self._fade + self._fade_step * np.arange(1, count + 1, dtype=np.float32), 0.0, 1.0)
            gain *= fade[:, None]
            self._fade = fade[-1]
            if self._fade >= 1.0:
                self._fade_step = 0.0
        done = 0
        while done < count and self._sound is not None:
            part = self._sound.samples[self._at : self._at + count - done]
            mix[done : done + len(part)] += part * gain[done : done + len(part)]
            done += len(part)
            self._at += len(part)
            if self._at >= len(self._sound.samples):
                self._turn_over()
        if self._fade_step < 0.0 and self._fade <= 0.0:
            self.stop()

    def _turn_over(self) -> None:
        """The clip is through: once more, the one that waits, or silence."""
        self._at = 0
        if self._waiting is not None:
            self._sound, self._waiting, self._loops = self._waiting, None, 0
        elif self._loops:
            self._loops -= self._loops > 0
        else:
            self._sound = None


class Desk:
    """Tracks that are mixed one tick at a time."""

    def __init__(self) -> None:
        self._tracks: list[Track] = []
        self.ticks = 0
        self.peak = 0.0
        """The loudest sample before anything was cut, 1 = full scale."""
        self.cut = 0
        """Samples that had to be cut."""

    def channels(self, count: int) -> list[Channel]:
        """So many tracks."""
        self._tracks = [Track() for _ in range(count)]
        return list(self._tracks)

    def make(self, samples: np.ndarray) -> Recording:
        """A clip of the desk."""
        return Recording(samples)

    def is_open(self) -> bool:
        """Always."""
        return True

    def seconds(self) -> float:
        """What has been mixed."""
        return self.ticks / TICKS_PER_SECOND

    def block(self) -> np.ndarray:
        """The next tick's samples, sixteen bits, left and right."""
        mix = np.zeros((FRAMES, 2), np.float32)
        for track in self._tracks:
            track.add_to(mix)
        self.ticks += 1
        self.peak = max(self.peak, float(np.abs(mix).max()) / FULL)
        self.cut += int(np.count_nonzero(np.abs(mix) > FULL))
        block: np.ndarray = np.clip(np.rint(mix), -FULL, FULL).astype(np.int16)
        return block
