"""What goes on sounding: engines on a ladder of speeds, sirens on a ladder of Doppler, tyres, horns, the city itself.

Owns the makers of loops. Each holds a whole number of its own turns and is filtered in a circle, or its head is laid over
its tail, so that no seam is heard. Called by `sound_bank`, with the rung as the variant.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

DOPPLER = (0.90, 0.95, 1.0, 1.055, 1.11)
"""Rungs of a siren's ladder: from going away at 38 m/s to coming at 34."""


def engine(name: str, rung: int, recipe: dict[str, Any]) -> Wave:
    """An engine at one speed: pulses of fixed length, uneven cylinders, the exhaust's comb, body, intake."""
    source = waves.dice(name)
    rungs, low, high = recipe["variants"], recipe["rpm"][0], recipe["rpm"][1]
    rpm = low * (high / low) ** (rung / (rungs - 1))
    load = 0.25 + 0.6 * rung / (rungs - 1)
    cylinders = recipe["cylinders"]
    cycles = max(4, round(recipe["seconds"] * rpm / 120))
    count = round(cycles * 120 / rpm * RATE)
    phase = np.arange(count) / count * cycles
    uneven = 1 + recipe["rough"] * source.standard_normal(cylinders) * (1.2 - load)
    off = 0.010 * source.standard_normal(cylinders) * cylinders
    out = np.zeros(count)
    for cylinder in range(cylinders):
        since = ((phase * cylinders - cylinder - off[cylinder]) % cylinders) * (120 / rpm / cylinders)
        pulse = np.exp(-since / 0.0030) * np.sin(2 * np.pi * (150 + 60 * load) * recipe["pitch"] * since)
        pulse += 0.55 * np.exp(-since / 0.0011) * np.sin(2 * np.pi * 520 * recipe["pitch"] * since)
        pulse += recipe["clatter"] * np.exp(-since / 0.0007) * np.sin(2 * np.pi * 1500 * since)
        out += uneven[cylinder] * pulse

    def pipe_and_body(f: np.ndarray) -> np.ndarray:
        comb = np.exp(-2j * np.pi * f * 2 * recipe["pipe"] / 343) * np.exp(-f / 1800)
        body = 0.55 + 0.8 * np.exp(-(((f - 95) / 55) ** 2)) + np.exp(-(((f - 240) / 110) ** 2))
        body = body + 0.8 * np.exp(-(((f - 620) / 260) ** 2)) * (0.5 + load)
        return body / np.abs(1 - 0.62 * comb) / (1 + (f / (900 + 2600 * load)) ** 2) ** 0.7

    firing = rpm / 60 * cylinders / 2

    def breath(f: np.ndarray) -> np.ndarray:
        drawn = 0.5 * np.exp(-(((f - firing * 2) / 260) ** 2)) + 0.35 * np.exp(-(((f - 2200) / 1500) ** 2)) * load
        return drawn / (1 + (f / 5000) ** 2)

    out = waves.around(out, pipe_and_body)
    intake = waves.around(source.standard_normal(count), breath)
    swing = 0.5 + 0.5 * np.abs(np.sin(np.pi * phase * cylinders))
    mixed = out / np.std(out) + 0.28 * load * intake / np.std(intake) * swing
    return waves.driven(mixed * 0.55, 1 + load)


def siren(name: str, rung: int, recipe: dict[str, Any]) -> Wave:
    """One turn of a siren as it is heard at one rung of Doppler: wail or yelp through its horn."""
    rate = DOPPLER[rung]
    turns = recipe["turns"]
    count = int(turns / recipe["hertz"] / rate * RATE)
    share = np.arange(count) / count * turns % 1
    if recipe["is_wail"]:
        up = np.clip(np.sin(share / 0.42 * np.pi / 2), 0, 1) ** 1.3
        down = np.clip(np.cos((share - 0.42) / 0.58 * np.pi / 2), 0, 1) ** 1.3
        sweep = 600 + 850 * np.where(share < 0.42, up, down)
    else:
        sweep = 650 + 800 * (1 - np.abs(2 * share - 1))
    turned = np.cumsum(sweep * rate) / RATE
    # A whole number of waves in the loop: the last must meet the first.
    turned *= np.round(turned[-1]) / turned[-1]
    out = np.zeros(count)
    for harmonic in range(1, 9):
        out += np.sin(2 * np.pi * harmonic * turned) / harmonic**0.85

    def horn(f: np.ndarray) -> np.ndarray:
        peaks = 1 + 0.9 * np.exp(-(((f - 1250) / 350) ** 2)) + 0.6 * np.exp(-(((f - 2300) / 400) ** 2))
        return waves.band(480, 3000)(f) * peaks

    return waves.around(waves.driven(out, 2.2), horn)


def squeal(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Rubber that slides: a wavering saw and its rush."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"] + 0.25
    waver = waves.noise(source, seconds, waves.below(9, 1))
    turned = np.cumsum(recipe["hertz"] * (1 + 0.018 * waver)) / RATE
    out = np.zeros(len(waver))
    for harmonic in (1, 2, 3, 4, 6):
        out += np.sin(2 * np.pi * harmonic * turned + harmonic) / harmonic**1.1
    out = waves.driven(out + recipe["rush"] * waves.noise(source, seconds, waves.band(600, 5200)), 1.2)
    return waves.looped(waves.shaped(out, waves.band(500, 4200)), recipe["seconds"])


def horn(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Two notes of a car's horn, with the edge of a membrane."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"]
    out = np.zeros(int(seconds * RATE))
    for hertz in recipe["notes"]:
        note = hertz * source.uniform(0.99, 1.01)
        for harmonic in range(1, 15):
            out += waves.tone(note * harmonic, seconds) / harmonic**0.7
    out = waves.shaped(waves.driven(out, 0.8), waves.band(recipe["notes"][0] * 0.9, 3800))
    return waves.faded(out, 0.012, 0.05)


def city(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """The room of a street by day, left and right: far traffic that swells and falls, a hum of machines, a bird or two."""
    source = waves.dice(name)
    seconds = recipe["seconds"]
    count = int(seconds * RATE)
    share = np.arange(count) / count
    ears = []
    swells = [0.7 + 0.3 * np.sin(2 * np.pi * (turns * share + source.random())) for turns in (1, 2, 3)]
    for _ in (0, 1):
        ear = np.zeros(count)
        for (low, high, strength), swell in zip(recipe["bands"], swells, strict=True):
            wash = waves.around(source.standard_normal(count), waves.band(low, high))
            ear += wash / np.std(wash) * swell * strength
        ears.append(ear)
    for _ in range(recipe["birds"]):
        chirp = waves.tone(source.uniform(3200, 4800) + 500 * np.sin(2 * np.pi * 22 * waves.clock(0.12)), 0.12)
        at = source.uniform(0.3, seconds - 0.5)
        waves.put(ears[source.integers(2)], waves.faded(chirp, 0.02, 0.05), at, 0.08)
    return np.stack(ears, axis=1)


def hum(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """What ears do after a blast: two high notes that sink into nothing."""
    seconds = recipe["seconds"]
    t = waves.clock(seconds)
    out = waves.tone(recipe["hertz"], seconds) + 0.4 * waves.tone(recipe["hertz"] * 1.31, seconds)
    return waves.faded(out * np.exp(-t / (seconds * 0.35)), 0.05, 0.3)
