"""Gunfire: the dry shot near and far, and what streets answer to it.

Owns three makers: `shot` (crack, blast, gas, thump, bolt), `far_shot` (the same after a hundred metres of air) and `tail`
(what one of `places` sends back, without the shot itself). The mixer plays shot and tail as two voices, so that a burst needs
one tail. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import places, waves
from assets.bake.waves import RATE, Wave

SHOT_SECONDS = 0.42
GAS = ((90, 420, 0.034, 0.75), (420, 1700, 0.024, 1.3), (1500, 4200, 0.017, 1.6), (3800, 12000, 0.006, 1.35))
"""Bands of the gas that follows the bullet: from, to, decay in seconds, strength."""


def shot(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """One round, dry, as the man beside hears it."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(int(SHOT_SECONDS * RATE))
    # The bullet's own crack comes first, then the gas that was behind it.
    waves.put(out, _crack(), 0.0, recipe["crack"] * source.uniform(0.9, 1.1))
    waves.put(out, _blast(recipe["blast_ms"] / 1000 * source.uniform(0.95, 1.06)), 0.0011, 1.5)
    for low, high, tau, strength in GAS:
        tilt = recipe["bright"] if low > 1000 else recipe["body"]
        gas = waves.burst(source, waves.band(low, high), tau * recipe["length"])
        waves.put(out, gas, 0.0013, strength * tilt * 0.28 * source.uniform(0.92, 1.08))
    t = waves.clock(0.3)
    falling = recipe["thump_hz"] * (1 + 2 * np.exp(-t / 0.018))
    waves.put(out, waves.tone(falling, 0.3) * np.exp(-t / 0.035), 0.0012, 0.38 * recipe["body"])
    for hertz, tau, strength in ((1270, 0.012, 0.10), (2630, 0.008, 0.07), (4180, 0.006, 0.05)):
        waves.put(out, waves.ring(hertz * recipe["pitch"] * source.uniform(0.99, 1.01), tau), 0.002, strength)
    for at in recipe["bolt_ms"]:
        bolt = waves.burst(source, waves.band(2200, 7000), 0.0025)
        waves.put(out, bolt, at / 1000 + source.uniform(-0.002, 0.002), 0.045)
    return waves.faded(waves.driven(out * 1.15, 1.3), 0.0001, 0.04)


def far_shot(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """The same round from about a hundred metres: a dull double knock, its crack worn off by the air."""
    source = waves.dice(f"far{name}{variant}")
    near = np.pad(shot(name, variant, recipe), (0, int(0.2 * RATE)))
    smear = np.zeros(int(0.06 * RATE))
    smear[0] = 1.0
    for at, strength in ((0.006, 0.5), (0.017, 0.35), (0.034, 0.3)):
        # Ground, kerb and the nearest corner each answer, blurred.
        waves.put(smear, waves.burst(source, waves.below(2500), 0.003), at, strength * 0.08)
    far = waves.shaped(waves.convolved(near, smear)[: len(near)], waves.band(70, 1900, 1))
    return waves.faded(waves.driven(far * 1.5, 1.1), 0.0002, 0.1)


def tail(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """What a place answers to one round, left and right; the shot itself is not in it."""
    source = waves.dice(f"tail{recipe['place']}{variant}")
    answer = places.PLACES[recipe["place"]](source)
    dry = shot(recipe["gun"]["name"], 9 + variant, recipe["gun"])
    wet = np.stack([waves.convolved(dry, answer[:, ear]) for ear in (0, 1)], axis=1)
    wet = wet[: len(answer)]
    return waves.faded(waves.shaped_ears(wet, waves.above(60)), 0.002, 0.3)


def _crack() -> Wave:
    """The N of pressure that a supersonic bullet trails: 0.28 ms."""
    t = waves.clock(0.00062)
    return waves.shaped(np.where(t < 0.00028, 1 - 2 * t / 0.00028, 0.0), waves.below(16000, 1))


def _blast(seconds: float) -> Wave:
    """Friedlander's wave: over pressure, then under."""
    t = waves.clock(0.03)
    return np.exp(-1.6 * t / seconds) * (1 - t / seconds)
