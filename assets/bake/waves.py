"""The tools sounds are made with: seeded noise, spectral filters, envelopes, levels. Mono float arrays at 44.1 kHz.

Owns nothing that is heard by itself. All generators of sounds draw on it. Same name, same sound: noise is seeded by name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import numpy as np

RATE = 44_100
PEAK = 0.89
"""Full scale of every sound: -1 dBFS."""
WINDOW = int(0.05 * RATE)
"""Loudness is that of the loudest 50 ms."""

FINE = 4
"""Times the rate at which what is pressed hard is made."""

Wave = np.ndarray
Gain = Callable[[np.ndarray], np.ndarray]
"""A filter: gain by frequency."""


def dice(name: str) -> np.random.Generator:
    """The dice of a name."""
    return np.random.Generator(np.random.PCG64(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")))


def count_of(seconds: float) -> int:
    """Samples in a time; what comes of a count divided by the rate is that count again."""
    return int(seconds * RATE + 1e-6)


def clock(seconds: float) -> Wave:
    """The time of every sample."""
    return np.arange(count_of(seconds)) / RATE


def shaped(wave: Wave, gain: Gain) -> Wave:
    """A wave through a filter without delay."""
    size = 1 << int(np.ceil(np.log2(len(wave) * 2)))
    spectrum = np.fft.rfft(wave, size)
    return np.fft.irfft(spectrum * gain(np.fft.rfftfreq(size, 1 / RATE)), size)[: len(wave)]


def around(wave: Wave, gain: Gain) -> Wave:
    """The same for a loop: its end runs into its beginning."""
    return np.fft.irfft(np.fft.rfft(wave) * gain(np.fft.rfftfreq(len(wave), 1 / RATE)), len(wave))


def band(low: float, high: float, order: int = 2) -> Gain:
    """Lets through what lies between two frequencies."""
    return lambda f: above(low, order)(f) * below(high, order)(f)


def below(high: float, order: int = 2) -> Gain:
    """Lets through what lies below."""
    return lambda f: 1 / np.sqrt(1 + (f / high) ** (2 * order))


def above(low: float, order: int = 2) -> Gain:
    """Lets through what lies above."""
    return lambda f: 1 / np.sqrt(1 + (low / np.maximum(f, 1)) ** (2 * order))


def noise(source: np.random.Generator, seconds: float, gain: Gain) -> Wave:
    """Filtered noise of unit power."""
    wave = shaped(source.standard_normal(count_of(seconds)), gain)
    return wave / np.sqrt(np.mean(wave**2))


def tone(hertz: Wave | float, seconds: float) -> Wave:
    """A sine of a frequency that may change."""
    count = count_of(seconds)
    return np.sin(2 * np.pi * np.cumsum(np.broadcast_to(hertz, count)) / RATE)


def decay(seconds: float, tau: float, attack: float = 0.0004) -> Wave:
    """Rises at once, dies away."""
    t = clock(seconds)
    return np.exp(-t / tau) * (1 - np.exp(-t / attack))


def burst(source: np.random.Generator, gain: Gain, tau: float, attack: float = 0.0004) -> Wave:
    """A stroke of noise, as long as it is heard."""
    seconds = tau * 8 + 0.002
    return noise(source, seconds, gain) * decay(seconds, tau, attack)


def ring(hertz: float, tau: float) -> Wave:
    """A struck mode."""
    seconds = tau * 8
    return tone(hertz, seconds) * decay(seconds, tau, 0.0002)


def put(onto: Wave, wave: Wave, at: float, gain: float = 1.0) -> None:
    """Add a wave at a time; what hangs over the end is cut."""
    start = int(at * RATE)
    count = min(len(wave), len(onto) - start)
    if count > 0:
        onto[start : start + count] += wave[:count] * gain


def convolved(wave: Wave, answer: Wave) -> Wave:
    """A wave in a room."""
    length = len(wave) + len(answer) - 1
    size = 1 << int(np.ceil(np.log2(length)))
    return np.fft.irfft(np.fft.rfft(wave, size) * np.fft.rfft(answer, size), size)[:length]


def driven(wave: Wave, drive: float) -> Wave:
    """Pressed against a soft ceiling."""
    return np.tanh(wave * drive) / np.tanh(drive)


def driven_ring(wave: Wave, drive: float) -> Wave:
    """A loop at four times the rate pressed against the ceiling, then brought down: overtones that do not fit are left out,
    or they would come back folded, as notes that nobody plays."""
    pressed = np.fft.rfft(driven(wave, drive))
    count = len(wave) // FINE
    return np.fft.irfft(pressed[: count // 2 + 1], count) / FINE


def faded(wave: Wave, attack: float = 0.0005, release: float = 0.01) -> Wave:
    """Without a click at either end."""
    first, last = int(attack * RATE), int(release * RATE)
    shape = np.ones(len(wave))
    shape[:first] = np.linspace(0, 1, first)
    shape[len(wave) - last :] *= np.linspace(1, 0, last)
    return (wave.T * shape).T


def k_weight(f: np.ndarray) -> np.ndarray:
    """How loud a frequency seems (ITU-R BS.1770): the shelf of a head, and little from the deep."""
    z = np.exp(-2j * np.pi * np.asarray(f) / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    deep = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.abs(shelf * deep)


def weighted_power(wave: Wave) -> Wave:
    """Power of every sample as it is heard, the mean of both ears."""
    ears = wave[:, None] if wave.ndim == 1 else wave
    # In a circle: what runs over the end is far below what is measured.
    size = 1 << int(np.ceil(np.log2(len(ears))))
    gain = k_weight(np.fft.rfftfreq(size, 1 / RATE))
    heard = [np.fft.irfft(np.fft.rfft(ear, size) * gain, size)[: len(ears)] for ear in ears.T]
    return np.mean(np.square(heard), axis=0)


def loudness(wave: Wave) -> float:
    """Loudness of the loudest 50 ms, weighted by frequency: decibels below full scale."""
    power = weighted_power(wave)
    if len(power) <= WINDOW:
        return float(10 * np.log10(np.sum(power) / WINDOW + 1e-12))
    energy = np.concatenate([[0.0], np.cumsum(power)])
    return float(10 * np.log10((energy[WINDOW:] - energy[:-WINDOW]).max() / WINDOW + 1e-12))


def lufs(wave: Wave) -> float:
    """Integrated loudness of both ears together, with the two gates of BS.1770; a short sound counts as one block."""
    power = weighted_power(wave) * 2
    block = int(0.4 * RATE)
    if len(power) < block:
        return float(-0.691 + 10 * np.log10(np.mean(power) + 1e-12))
    energy = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(power) - block + 1, block // 4)
    blocks = (energy[starts + block] - energy[starts]) / block
    kept = blocks[blocks > 10 ** (-6.9309)]
    if len(kept) == 0:
        return -70.0
    return float(-0.691 + 10 * np.log10(np.mean(kept[kept > np.mean(kept) * 0.1])))


def levelled(wave: Wave, decibels: float, measure: Callable[[Wave], float] = loudness) -> Wave:
    """At a loudness, and never above the peak: what would stick out is pressed down softly."""
    for _ in range(12):
        wave = balanced(wave)
        wave = wave * 10 ** ((decibels - measure(wave)) / 20)
        knee = PEAK * 0.7
        over = np.abs(wave) > knee
        if not over.any():
            break
        pressed = np.sign(wave) * (knee + (PEAK - knee) * np.tanh((np.abs(wave) - knee) / (PEAK - knee)))
        wave = np.where(over, pressed, wave)
    return balanced(wave)


def balanced(wave: Wave) -> Wave:
    """Without a mean; taken away where the wave is strong, so that silent ends stay silent."""
    size = np.abs(wave)
    return wave - np.mean(wave, axis=0) * size / (np.mean(size, axis=0) + 1e-12)


def looped(wave: Wave, seconds: float) -> Wave:
    """A loop of a wave that is longer by the overlap: its head fades in over its own tail, at equal power."""
    count = count_of(seconds)
    over = len(wave) - count
    rise = np.sqrt(np.linspace(0, 1, over))
    whole = wave[:count].copy()
    whole[:over] = (wave[:over].T * rise + wave[count:].T * rise[::-1]).T
    return whole


def to_pcm(wave: Wave) -> np.ndarray:
    """Sixteen bits."""
    return np.clip(np.round(wave * 32767), -32768, 32767).astype(np.int16)


def shaped_ears(wave: Wave, gain: Gain) -> Wave:
    """Both ears of a wave through a filter."""
    return np.stack([shaped(wave[:, ear], gain) for ear in (0, 1)], axis=1)
