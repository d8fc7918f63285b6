"""Gunfire: the dry shot near and far, and what streets answer to it.

Owns three makers: `shot` (crack, blast, gas, thump, bolt), `far_shot` (the same after a hundred metres of air) and `tail`
(what a place sends back, without the shot itself: facades from 80 ms on, cross streets, a dark end). The mixer plays shot
and tail as two voices, so that a burst needs one tail. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

SOUND_SPEED = 343.0
SHOT_SECONDS = 0.42
TAIL_SECONDS = {"canyon": 2.6, "underpass": 1.9, "lot": 1.7}
GAS = ((90, 420, 0.034, 0.75), (420, 1700, 0.024, 1.3), (1500, 4200, 0.017, 1.6), (3800, 12000, 0.006, 1.35))
"""Bands of the gas that follows the bullet: from, to, decay in seconds, strength."""
CROSS_STREETS = ((74, 0.15, 0.55), (131, -0.25, 0.42), (212, 0.3, 0.30), (305, -0.1, 0.22))
"""Where a street opens: metres there and back, side, strength."""
FLUTTER = 2.6
"""How much stronger the facades answer than the quarter behind them: the first answer must stand clear of the shot."""


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
    answer = PLACES[recipe["place"]](source)
    dry = shot(recipe["gun"]["name"], 9 + variant, recipe["gun"])
    wet = np.stack([waves.convolved(dry, answer[:, ear]) for ear in (0, 1)], axis=1)
    wet = wet[: int(TAIL_SECONDS[recipe["place"]] * RATE)]
    return waves.faded(waves.shaped_ears(wet, waves.above(60)), 0.002, 0.3)


def _crack() -> Wave:
    """The N of pressure that a supersonic bullet trails: 0.28 ms."""
    t = waves.clock(0.00062)
    return waves.shaped(np.where(t < 0.00028, 1 - 2 * t / 0.00028, 0.0), waves.below(16000, 1))


def _blast(seconds: float) -> Wave:
    """Friedlander's wave: over pressure, then under."""
    t = waves.clock(0.03)
    return np.exp(-1.6 * t / seconds) * (1 - t / seconds)


def _echo(answer: Wave, source: np.random.Generator, metres: float, gain: float, side: float, loss: waves.Gain) -> None:
    """One reflection: smeared by the depth of a facade, dulled by its way, a third of a millisecond between the ears."""
    smear = source.standard_normal(int(source.uniform(0.002, 0.007) * RATE))
    smear *= np.exp(-np.linspace(0, 4, len(smear)))
    smear[0] += 2.2
    smear = np.pad(smear / np.sqrt(np.sum(smear**2)), (0, 512))
    smear = waves.shaped(smear, lambda f: np.exp(-metres * (f / 1000) ** 1.4 * 0.0006) * loss(f))
    for ear, sign in ((0, -1), (1, 1)):
        at = metres / SOUND_SPEED - sign * side * 0.00032
        waves.put(answer[:, ear], smear, max(at, 0.0), gain * np.sqrt(0.5 * (1 + sign * side)))


def _diffuse(answer: Wave, source: np.random.Generator, bands: tuple[tuple[float, ...], ...], build: float) -> None:
    """The end that comes from everywhere: bands of (from, to, seconds to -60 dB, strength)."""
    t = np.arange(len(answer)) / RATE
    for ear in (0, 1):
        for low, high, seconds, strength in bands:
            wash = waves.noise(source, len(answer) / RATE, waves.band(low, high))
            answer[:, ear] += wash[: len(answer)] * 10 ** (-3 * t / seconds) * (1 - np.exp(-t / build)) * strength


def _canyon(source: np.random.Generator) -> Wave:
    """Two rows of facades 26 m apart: 76 ms from wall to wall, then the cross streets, then the whole quarter."""
    answer = np.zeros((int(2.6 * RATE), 2))

    def facade(f: np.ndarray) -> np.ndarray:
        return 0.8 / (1 + (f / 9000) ** 1.2) / (1 + (70 / np.maximum(f, 1)) ** 2)

    for order in range(1, 15):
        for side in (-1, 1):
            metres = order * 26.0 + (side * 1.2 if order % 2 else source.uniform(-0.8, 0.8))
            spread = side * (0.85 if order < 4 else 0.4)
            # Facades lose a little of the sound at each order, and it spreads.
            loss = lambda f, order=order: facade(f) ** min(order, 9)  # noqa: E731
            _echo(answer, source, metres, FLUTTER / (1 + metres / 14), spread, loss)
    for metres, side, strength in CROSS_STREETS:
        for part in range(3):
            way = metres + part * source.uniform(4, 11)
            loss = lambda f: 1 / (1 + (f / 5200) ** 1.4) / (1 + (90 / np.maximum(f, 1)) ** 2)  # noqa: E731
            _echo(answer, source, way, strength * 0.8 / (1 + part * 0.5), side, loss)
    bands = ((120, 400, 2.3, 0.0042), (400, 1500, 2.0, 0.0066), (1500, 5500, 1.3, 0.0058))
    _diffuse(answer, source, bands, 0.22)
    return answer


def _underpass(source: np.random.Generator) -> Wave:
    """Concrete above and at both sides: a hard flutter at once, and a boom that the open ends let out."""
    answer = np.zeros((int(1.9 * RATE), 2))
    loss = lambda f: 0.9 / (1 + (f / 7000) ** 1.2)  # noqa: E731
    for order in range(1, 26):
        for side, across in ((-1, 13.0), (1, 10.5)):
            metres = order * across + source.uniform(-0.4, 0.4)
            _echo(answer, source, metres, 1.5 / (1 + metres / 12), side * 0.7, loss)
    bands = ((80, 300, 1.5, 0.012), (300, 1200, 1.25, 0.014), (1200, 5000, 0.75, 0.010))
    _diffuse(answer, source, bands, 0.012)
    return answer


def _lot(source: np.random.Generator) -> Wave:
    """Open ground: two or three far walls answer one by one, and little comes after."""
    answer = np.zeros((int(1.7 * RATE), 2))
    loss = lambda f: 1 / (1 + (f / 4200) ** 1.4) / (1 + (80 / np.maximum(f, 1)) ** 2)  # noqa: E731
    for metres, side, strength in ((62, -0.6, 0.5), (97, 0.7, 0.4), (168, 0.1, 0.32), (251, -0.3, 0.2)):
        for part in range(2):
            _echo(answer, source, metres + part * source.uniform(3, 8), strength * 0.4 / (1 + part), side, loss)
    _diffuse(answer, source, ((120, 500, 1.5, 0.0022), (500, 2500, 1.1, 0.0024)), 0.12)
    return answer


PLACES = {"canyon": _canyon, "underpass": _underpass, "lot": _lot}
