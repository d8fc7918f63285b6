"""Voices without words, wires and signs: lines, shouts, screams, radio talk that nobody is meant to understand, telephones, menus.

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
OPEN_VOWELS = (0, 2, 3, 5)
"""Those one cries with."""
HISSES = ((2400, 5200), (3800, 8000), (1200, 3200))
"""Consonants of breath: from, to."""
SYLLABLE = int(0.11 * RATE)
SOFT_ENDS = 0.02


def talk(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A line in somebody's voice, no word of it: syllables that fall toward the end, consonants between, breaths."""
    source = waves.dice(f"{name}{variant}")
    count = int(recipe["seconds"] * source.uniform(0.92, 1.08) * RATE)
    share = np.arange(count) / count
    # A sentence sinks; its stressed syllables rise out of it.
    tune = 1.08 - 0.18 * share + 0.07 * np.sin(2 * np.pi * (share * recipe["seconds"] * 1.6 + source.random()))
    throat = _throat(recipe["hertz"] * recipe.get("lift", 1.0) * tune, source, recipe["rough"])
    throat += (0.05 + 0.25 * recipe["rough"]) * source.standard_normal(count)
    out, window, start = np.zeros(count), np.hanning(2 * SYLLABLE), 0
    while start < count - 2 * SYLLABLE:
        if source.random() < 0.24:
            hiss = waves.band(*HISSES[source.integers(len(HISSES))])
            part = waves.shaped(0.3 * source.standard_normal(2 * SYLLABLE) * window**2, hiss)
        else:
            vowel = _mouth(VOWELS[source.integers(len(VOWELS))], recipe["size"])
            part = waves.shaped(throat[start : start + 2 * SYLLABLE] * window, vowel)
        out[start : start + 2 * SYLLABLE] += part * source.choice([1.0, 0.75, 0.4, 0.0], p=[0.5, 0.28, 0.14, 0.08])
        start += int(SYLLABLE * source.uniform(0.8, 1.25))
    out = waves.shaped(out / (np.std(out) + 1e-9), waves.band(110, 5200, 1))
    return waves.faded(waves.driven(out * 0.4, 1.2 + recipe["rough"]), SOFT_ENDS, 0.08)


def shout(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """One hard syllable or two from a chest, no word."""
    return _cry(name, variant, recipe, 1.45, 0.35, 0.45)


def scream(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Terror: high, hoarse at its top, and falling."""
    return _cry(name, variant, recipe, 2.9, 0.25, 0.35, 0.22)


def pain(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Somebody is hit: breath and voice at once, cut short."""
    return _cry(name, variant, recipe, 1.15, 0.15, 0.5, 0.3)


def _cry(
    name: str, variant: int, recipe: dict[str, Any], lift: float, peak: float, fall: float, hoarse: float = 0.12
) -> Wave:
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"] * source.uniform(0.9, 1.1)
    t = waves.clock(seconds)
    rise = np.exp(-(((t / seconds - peak) / 0.4) ** 2))
    hertz = recipe["hertz"] * lift * source.uniform(0.92, 1.1) * (0.7 + 0.4 * rise)
    throat = _throat(hertz, source, recipe["rough"] + hoarse) + hoarse * source.standard_normal(len(t))
    first, second = source.choice(OPEN_VOWELS, 2, replace=False)
    share = np.clip((t / seconds - peak) * 5, 0, 1)
    out = waves.shaped(throat, _mouth(VOWELS[first], recipe["size"])) * (1 - share)
    out += waves.shaped(throat, _mouth(VOWELS[second], recipe["size"])) * share
    out = out / np.std(out) * np.minimum(t / 0.03, 1) * np.clip((1 - t / seconds) / fall, 0, 1) ** 1.3
    return waves.faded(waves.driven(out * 0.3, 1.4), 0.005, 0.05)


def radio(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Talk over a radio between two breaths of squelch; always subtitled, never understood."""
    source = waves.dice(f"radio{name}{variant}")
    said = talk(name, variant, recipe)
    count = len(said)
    out = waves.shaped(said / np.std(said), waves.band(380, 2900, 4))
    out = waves.driven(out * 1.4, 2.2) + 0.035 * waves.noise(source, count / RATE + 0.01, waves.band(500, 3200))[:count]
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
    out = np.zeros(waves.count_of(recipe["seconds"]))
    for at, hertz, strength in recipe["notes"]:
        for ratio, share, tau in ((1.0, 1.0, 0.05), (2.76, 0.25, 0.02), (5.4, 0.1, 0.01)):
            note = waves.ring(hertz * ratio, tau * recipe["length"])
            waves.put(out, note, at / 1000, strength * share)
    waves.put(out, waves.burst(source, waves.band(800, 4000), 0.003), 0.0, 0.05)
    return waves.faded(out, 0.001, 0.03)


def _throat(hertz: Wave, source: np.random.Generator, rough: float = 0.0) -> Wave:
    """Pulses of the cords; rough ones come too early and too late, every second one weaker."""
    jitter = waves.noise(source, len(hertz) / RATE + 0.001, waves.below(20 + 60 * rough, 1))[: len(hertz)]
    turned = np.cumsum(hertz * (1 + (0.01 + 0.05 * rough) * jitter)) / RATE
    phase = turned % 1
    pulses = (phase < 0.42) * np.sin(np.pi * phase / 0.42) ** 2
    pulses *= 1 - rough * (np.floor(turned) % 2)
    return np.diff(pulses, prepend=0) * 18


def _mouth(vowel: tuple[int, int, int], size: float = 1.0) -> waves.Gain:
    """Three formants; a smaller head has them higher."""
    parts = tuple(zip((at / size for at in vowel), (90, 120, 170), (1.0, 0.6, 0.3), strict=True))
    return lambda f: sum(strength * np.exp(-(((f - at) / wide) ** 2)) for at, wide, strength in parts)
