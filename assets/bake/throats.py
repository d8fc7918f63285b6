"""Voices without words, wires and signs: a shout, radio talk that nobody is meant to understand, squelch, a telephone, menus.

Owns makers of what carries speech and of the game's own signs. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

VOWELS = (
    (730, 1090, 2440),
    (270, 2290, 3010),
    (530, 1840, 2480),
    (570, 840, 2410),
    (300, 870, 2240),
    (660, 1720, 2410),
)
"""First three formants of six vowels."""
SYLLABLE = int(0.11 * RATE)


def shout(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """One hard syllable or two from a chest, no word."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"] * source.uniform(0.9, 1.1)
    t = waves.clock(seconds)
    rise = np.exp(-(((t / seconds - 0.35) / 0.4) ** 2))
    hertz = recipe["hertz"] * source.uniform(0.9, 1.12) * (0.75 + 0.45 * rise)
    throat = _throat(hertz, source) + 0.12 * source.standard_normal(len(t))
    first, second = source.choice(len(VOWELS), 2, replace=False)
    share = np.clip((t / seconds - 0.35) * 5, 0, 1)
    out = waves.shaped(throat, _mouth(VOWELS[first])) * (1 - share)
    out += waves.shaped(throat, _mouth(VOWELS[second])) * share
    out = out / np.std(out) * np.minimum(t / 0.03, 1) * np.clip((1 - t / seconds) / 0.4, 0, 1) ** 1.3
    return waves.faded(waves.driven(out * 0.5, 1.6), 0.005, 0.05)


def radio(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Talk over a radio between two breaths of squelch; always subtitled, never understood."""
    source = waves.dice(f"{name}{variant}")
    count = int(recipe["seconds"] * RATE)
    t = np.arange(count) / RATE
    hertz = recipe["hertz"] + 14 * np.sin(2 * np.pi * 0.7 * t) + 6 * np.sin(2 * np.pi * 2.3 * t + 1)
    throat = _throat(hertz, source) + 0.10 * source.standard_normal(count)
    out, window = np.zeros(count), np.hanning(2 * SYLLABLE)
    for start in range(0, count - 2 * SYLLABLE, SYLLABLE):
        strength = source.choice([1.0, 0.7, 0.12, 0.0], p=[0.65, 0.15, 0.1, 0.1])
        if source.random() < 0.22:
            part = waves.shaped(0.5 * source.standard_normal(2 * SYLLABLE) * window, waves.band(2400, 5200))
        else:
            vowel = VOWELS[source.integers(len(VOWELS))]
            part = waves.shaped(throat[start : start + 2 * SYLLABLE] * window, _mouth(vowel))
        out[start : start + 2 * SYLLABLE] += part * strength
    out = waves.shaped(out / np.std(out), waves.band(380, 2900, 4))
    out = waves.driven(out * 1.4, 2.2) + 0.035 * waves.noise(source, recipe["seconds"], waves.band(500, 3200))[:count]
    ends = squelch(name, variant, {"seconds": 0.16})
    return waves.faded(np.concatenate([ends[: int(0.04 * RATE)] * 0.5, out * 0.5, ends * 0.8]), 0.002, 0.01)


def squelch(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """The breath of a radio that opens or closes."""
    source = waves.dice(f"squelch{name}{variant}")
    hiss = waves.noise(source, recipe["seconds"], waves.band(700, 4200)) * 0.4
    return waves.faded(hiss * np.linspace(1, 0.6, len(hiss)), 0.002, 0.006)


def bell(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A telephone of the nineties: two notes that warble, twice."""
    t = waves.clock(recipe["seconds"])
    first, second = recipe["notes"]
    warble = np.where(np.sin(2 * np.pi * recipe["warble"] * t) > 0, first, second)
    is_on = (t % (recipe["seconds"] / 2)) < recipe["seconds"] * 0.3
    gate = waves.shaped(is_on.astype(float), waves.below(60, 1))
    out = waves.tone(warble, recipe["seconds"]) + 0.3 * waves.tone(warble * 2, recipe["seconds"])
    return waves.faded(out[: len(t)] * gate, 0.004, 0.06)


def sign(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A menu's sign: a felted mallet on steel, soft, with a short end."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(int(recipe["seconds"] * RATE))
    for at, hertz, strength in recipe["notes"]:
        for ratio, share, tau in ((1.0, 1.0, 0.05), (2.76, 0.25, 0.02), (5.4, 0.1, 0.01)):
            note = waves.ring(hertz * ratio, tau * recipe["length"])
            waves.put(out, note, at / 1000, strength * share)
    waves.put(out, waves.burst(source, waves.band(800, 4000), 0.003), 0.0, 0.05)
    return waves.faded(out, 0.001, 0.03)


def _throat(hertz: Wave, source: np.random.Generator) -> Wave:
    """Pulses of the cords."""
    jitter = waves.noise(source, len(hertz) / RATE + 0.001, waves.below(20, 1))[: len(hertz)]
    phase = np.cumsum(hertz * (1 + 0.01 * jitter)) / RATE % 1
    pulses = (phase < 0.42) * np.sin(np.pi * phase / 0.42) ** 2
    return np.diff(pulses, prepend=0) * 18


def _mouth(vowel: tuple[int, int, int]) -> waves.Gain:
    """Three formants."""
    parts = tuple(zip(vowel, (90, 120, 170), (1.0, 0.6, 0.3), strict=True))
    return lambda f: sum(strength * np.exp(-(((f - at) / wide) ** 2)) for at, wide, strength in parts)
