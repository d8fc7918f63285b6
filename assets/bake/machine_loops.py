"""What goes on sounding and bends its pitch: engines on a ladder of speeds, sirens, tyres, rims, rotors, fires; and horns.

Owns the makers of rings. Each holds a whole number of its own turns and is filtered in a circle, or its head is laid over
its tail, so that no seam is heard. One ear is the bright one, the other its dull twin: an engine without load, a siren behind
a wall; the mixer leans from one to the other. Called by `sound_bank`, with the rung as the variant.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

BEHIND_WALLS = 600.0
"""Hertz above which little comes through."""


def engine(name: str, rung: int, recipe: dict[str, Any]) -> Wave:
    """An engine at one speed, under load and without."""
    rungs, low, high = recipe["variants"], recipe["rpm"][0], recipe["rpm"][1]
    rpm = low * (high / low) ** (rung / (rungs - 1))
    pulling = _strokes(name, rpm, 0.35 + 0.55 * rung / (rungs - 1), recipe)
    coasting = _strokes(name, rpm, 0.08 + 0.12 * rung / (rungs - 1), recipe)
    # The throttle is shut: nothing is drawn, the pipe only burbles.
    coasting = waves.around(coasting, waves.below(420 + 60 * rung, 1))
    coasting *= 0.55 * np.std(pulling) / np.std(coasting)
    return np.stack([pulling, coasting], axis=1)


def _strokes(name: str, rpm: float, load: float, recipe: dict[str, Any]) -> Wave:
    """Pulses of fixed length, uneven cylinders, the exhaust's comb, body, intake."""
    source = waves.dice(name)
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
        # Without the deep: at speed the pulses run together, and what they press to one side would choke the rest.
        return waves.above(30)(f) * body / np.abs(1 - 0.62 * comb) / (1 + (f / (900 + 2600 * load)) ** 2) ** 0.7

    firing = rpm / 60 * cylinders / 2

    def breath(f: np.ndarray) -> np.ndarray:
        drawn = 0.5 * np.exp(-(((f - firing * 2) / 260) ** 2)) + 0.35 * np.exp(-(((f - 2200) / 1500) ** 2)) * load
        return drawn / (1 + (f / 5000) ** 2)

    out = waves.around(out, pipe_and_body)
    intake = waves.around(source.standard_normal(count), breath)
    swing = 0.5 + 0.5 * np.abs(np.sin(np.pi * phase * cylinders))
    mixed = out / np.std(out) + 0.28 * load * intake / np.std(intake) * swing
    return waves.driven(mixed * 0.55, 1 + load)


def twin(ring: Wave, hertz: float = BEHIND_WALLS) -> Wave:
    """A ring, and the same as it comes through a wall."""
    return np.stack([ring, waves.around(ring, waves.below(hertz))], axis=1)


def siren(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """One turn of a siren through its horn: wail, yelp, or two notes."""
    turns = recipe["turns"]
    count = int(turns / recipe["hertz"] * RATE) * waves.FINE
    share = np.arange(count) / count * turns % 1
    sweep = SWEEPS[recipe["sweep"]](share)
    turned = np.cumsum(sweep) / RATE / waves.FINE
    # A whole number of waves in the loop: the last must meet the first.
    turned *= np.round(turned[-1]) / turned[-1]
    out = np.zeros(count)
    for harmonic in range(1, 9):
        out += np.sin(2 * np.pi * harmonic * turned) / harmonic**0.85

    def horn(f: np.ndarray) -> np.ndarray:
        peaks = 1 + 0.9 * np.exp(-(((f - 1250) / 350) ** 2)) + 0.6 * np.exp(-(((f - 2300) / 400) ** 2))
        return waves.band(480, 3000)(f) * peaks

    return twin(waves.around(waves.driven_ring(out, 2.2), horn))


def _wail(share: Wave) -> Wave:
    up = np.clip(np.sin(share / 0.42 * np.pi / 2), 0, 1) ** 1.3
    down = np.clip(np.cos((share - 0.42) / 0.58 * np.pi / 2), 0, 1) ** 1.3
    return 600 + 850 * np.where(share < 0.42, up, down)


SWEEPS = {
    "wail": _wail,
    "yelp": lambda share: 650 + 800 * (1 - np.abs(2 * share - 1)),
    # Two notes that slide into each other in 20 ms, as a horn's driver does.
    "hilo": lambda share: 660 + 220 / (1 + np.exp(np.clip(np.cos(2 * np.pi * share) * 30, -40, 40))),
}


def squeal(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Rubber that slides: a wavering saw and its rush; on loose ground only the rush, with stones in it."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"] + 0.25
    waver = waves.noise(source, seconds, waves.below(9, 1))
    turned = np.cumsum(recipe["hertz"] * (1 + 0.018 * waver)) / RATE
    out = np.zeros(len(waver))
    for harmonic in (1, 2, 3, 4, 6):
        out += np.sin(2 * np.pi * harmonic * turned + harmonic) / harmonic**1.1
    out = out * recipe["tone"] + recipe["rush"] * waves.noise(source, seconds, waves.band(*recipe["band"]))
    for _ in range(recipe["stones"]):
        stone = waves.burst(source, waves.band(900, 6000), 0.003)
        waves.put(out, stone, source.uniform(0, seconds), source.uniform(0.4, 1.6))
    ring = waves.looped(waves.shaped(waves.driven(out, 1.2), waves.band(*recipe["band"])), recipe["seconds"])
    return twin(ring)


def rim(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A bare rim on the road: iron that grinds and hops."""
    source = waves.dice(name)
    seconds = recipe["seconds"] + 0.2
    grind = waves.noise(source, seconds, waves.band(700, 6500))
    t = waves.clock(seconds)
    hop = 0.5 + 0.5 * np.abs(np.sin(2 * np.pi * 5.5 * t)) ** 3
    out = grind[: len(t)] * hop
    for hertz in (610, 1490, 2770):
        out += 0.35 * waves.shaped(grind, waves.band(hertz * 0.97, hertz * 1.03))[: len(t)] * 3
    return twin(waves.looped(waves.driven(out * 0.5, 1.5), recipe["seconds"]))


def rotor(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A helicopter: blades that slap the air, wash, and the turbine's whine."""
    source = waves.dice(name)
    turns = round(recipe["seconds"] * recipe["hertz"])
    count = int(turns / recipe["hertz"] * RATE)
    share = np.arange(count) / count * turns % 1
    slap = np.exp(-(((share - 0.12) / 0.05) ** 2)) - 0.75 * np.exp(-(((share - 0.20) / 0.07) ** 2))
    wash = waves.around(source.standard_normal(count), lambda f: np.exp(-(((f - 320) / 260) ** 2)))
    out = slap * 1.3 + wash / np.std(wash) * 0.35 * (0.5 + 0.8 * np.exp(-(((share - 0.15) / 0.16) ** 2)))
    for hertz, strength in ((1480, 0.10), (2960, 0.05), (187, 0.18)):
        out += strength * np.sin(2 * np.pi * np.round(hertz * count / RATE) * np.arange(count) / count)
    return twin(waves.driven(out, 1.2), 450.0)


def fire(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A car that burns: a low breath and crackling."""
    source = waves.dice(name)
    seconds = recipe["seconds"] + 0.4
    out = 0.8 * waves.noise(source, seconds, waves.band(40, 380)) + 0.18 * waves.noise(
        source, seconds, waves.band(900, 5000)
    )
    out *= 0.8 + 0.2 * waves.noise(source, seconds, waves.below(6, 1))
    for _ in range(int(recipe["seconds"] * 26)):
        crackle = waves.burst(source, waves.band(source.uniform(900, 2500), 9000), source.uniform(0.0008, 0.004))
        waves.put(out, crackle, source.uniform(0, seconds), source.exponential(0.7))
    return twin(waves.looped(waves.driven(out * 0.5, 1.2), recipe["seconds"]))


def horn(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Two notes of a car's horn, with the edge of a membrane."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"]
    out = np.zeros(waves.count_of(seconds))
    for hertz in recipe["notes"]:
        note = hertz * source.uniform(0.99, 1.01)
        for harmonic in range(1, 15):
            out += waves.tone(note * harmonic, seconds) / harmonic**0.7
    out = waves.shaped(waves.driven(out, 0.8), waves.band(recipe["notes"][0] * 0.9, 3800))
    return waves.faded(out, 0.012, 0.05)
