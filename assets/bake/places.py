"""How places answer a short noise: streets of three widths, crossing, alley, underpass, car park, lobby, vault, airfield, open ground.

Owns their impulse responses, left and right, without the noise itself: first the walls one hears singly, then those that
blur, then the end that comes from everywhere. Called by `gunfire` and `small_noises`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

SOUND_SPEED = 343.0
STREETS = {"canyon_narrow": 18.0, "canyon": 26.0, "canyon_wide": 34.0}
"""Metres from facade to facade; the first answer comes after that way."""
CROSS_STREETS = ((74, 0.15, 0.55), (131, -0.25, 0.42), (212, 0.3, 0.30), (305, -0.1, 0.22))
"""Where a street opens: metres there and back, side, strength."""
FLUTTER = 2.6
"""How much stronger the facades answer than the quarter behind them: the first answer must stand clear of the shot."""
Place = Callable[[np.random.Generator], Wave]


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


def _silence(seconds: float) -> Wave:
    return np.zeros((waves.count_of(seconds), 2))


def _street(source: np.random.Generator, width: float) -> Wave:
    """Two rows of facades, flutter between them, then the cross streets, then the whole quarter."""
    answer = _silence(2.4)

    def facade(f: np.ndarray) -> np.ndarray:
        return 0.8 / (1 + (f / 9000) ** 1.2) / (1 + (70 / np.maximum(f, 1)) ** 2)

    for order in range(1, 15):
        for side in (-1, 1):
            metres = order * width + (side * 1.2 if order % 2 else source.uniform(-0.8, 0.8))
            spread = side * (0.85 if order < 4 else 0.4)
            # Facades lose a little of the sound at each order, and it spreads.
            loss = lambda f, order=order: facade(f) ** min(order, 9)  # noqa: E731
            _echo(answer, source, metres, FLUTTER / (1 + metres / 14), spread, loss)
    _ways_out(answer, source, 0.8)
    bands = ((120, 400, 2.3, 0.0042), (400, 1500, 2.0, 0.0066), (1500, 5500, 1.3, 0.0058))
    _diffuse(answer, source, bands, 0.22)
    return answer


def _ways_out(answer: Wave, source: np.random.Generator, gain: float) -> None:
    loss = lambda f: 1 / (1 + (f / 5200) ** 1.4) / (1 + (90 / np.maximum(f, 1)) ** 2)  # noqa: E731
    for metres, side, strength in CROSS_STREETS:
        for part in range(3):
            way = metres + part * source.uniform(4, 11)
            _echo(answer, source, way, strength * gain / (1 + part * 0.5), side, loss)


def _crossing(source: np.random.Generator) -> Wave:
    """Four corners answer together, a little blurred; four streets carry the rest away and give it back late."""
    answer = _silence(2.8)
    loss = lambda f: 0.8 / (1 + (f / 7000) ** 1.2) / (1 + (70 / np.maximum(f, 1)) ** 2)  # noqa: E731
    for metres, side in ((41, -0.8), (44, 0.8), (47, -0.5), (52, 0.6), (83, -0.4), (92, 0.5)):
        _echo(answer, source, metres + source.uniform(-1, 1), 2.0 / (1 + metres / 14), side, loss)
    _ways_out(answer, source, 1.1)
    bands = ((120, 400, 2.7, 0.0048), (400, 1500, 2.3, 0.0060), (1500, 5500, 1.4, 0.0044))
    _diffuse(answer, source, bands, 0.30)
    return answer


def _alley(source: np.random.Generator) -> Wave:
    """Brick seven metres apart: a hard flutter that sounds like a note, and little depth behind it."""
    answer = _silence(1.5)
    loss = lambda f: 0.88 / (1 + (f / 8000) ** 1.2)  # noqa: E731
    for order in range(1, 34):
        for side, across in ((-1, 7.0), (1, 7.4)):
            metres = order * across + source.uniform(-0.15, 0.15)
            _echo(answer, source, metres, 1.7 / (1 + metres / 10), side * 0.8, loss)
    _diffuse(answer, source, ((150, 600, 0.9, 0.008), (600, 2500, 0.8, 0.009), (2500, 7000, 0.5, 0.006)), 0.03)
    return answer


def _underpass(source: np.random.Generator) -> Wave:
    """Concrete above and at both sides: a hard flutter at once, and a boom that the open ends let out."""
    answer = _silence(1.9)
    loss = lambda f: 0.9 / (1 + (f / 7000) ** 1.2)  # noqa: E731
    for order in range(1, 26):
        for side, across in ((-1, 13.0), (1, 10.5)):
            metres = order * across + source.uniform(-0.4, 0.4)
            _echo(answer, source, metres, 1.5 / (1 + metres / 12), side * 0.7, loss)
    bands = ((80, 300, 1.5, 0.012), (300, 1200, 1.25, 0.014), (1200, 5000, 0.75, 0.010))
    _diffuse(answer, source, bands, 0.012)
    return answer


def _room(
    source: np.random.Generator, seconds: float, ways: tuple[float, float, int], gain: float, soft: float,
    bands: tuple[tuple[float, ...], ...],
) -> Wave:  # fmt: skip
    """A closed place: so many first ways between two lengths, dulled above `soft`, then its own end."""
    answer = _silence(seconds)
    loss = lambda f: 0.9 / (1 + (f / soft) ** 1.3)  # noqa: E731
    shortest, longest, count = ways
    for number in range(count):
        metres = shortest + (longest - shortest) * ((number + source.random()) / count) ** 1.3
        _echo(answer, source, metres, gain / (1 + metres / 9), source.uniform(-0.9, 0.9), loss)
    _diffuse(answer, source, bands, 0.01)
    return answer


def _car_park(source: np.random.Generator) -> Wave:
    """A low deck of concrete, wide and hard: at once from above, then from pillars, a long dark end."""
    bands = ((70, 300, 2.4, 0.010), (300, 1200, 2.1, 0.013), (1200, 4500, 1.1, 0.008))
    return _room(source, 2.4, (5.0, 75.0, 44), 1.5, 5200, bands)


def _lobby(source: np.random.Generator) -> Wave:
    """Marble and glass, three storeys high: bright and long."""
    bands = ((100, 400, 1.5, 0.008), (400, 1800, 1.8, 0.013), (1800, 8000, 1.4, 0.013))
    return _room(source, 2.1, (8.0, 55.0, 36), 1.5, 11000, bands)


def _vault(source: np.random.Generator) -> Wave:
    """A steel box: everything at once, and the walls ring."""
    bands = ((90, 400, 0.8, 0.022), (400, 1800, 0.7, 0.024), (1800, 7000, 0.5, 0.018))
    answer = _room(source, 1.1, (3.0, 22.0, 40), 1.4, 9000, bands)
    for hertz, strength in ((137, 0.010), (211, 0.008), (318, 0.007), (455, 0.004)):
        note = waves.ring(hertz * source.uniform(0.98, 1.02), 0.13)[: len(answer)]
        answer[: len(note)] += note[:, None] * strength
    return answer


def _airfield(source: np.random.Generator) -> Wave:
    """Nothing near: a hangar answers late, another later, and the wind takes the rest."""
    answer = _silence(2.6)
    loss = lambda f: 1 / (1 + (f / 2400) ** 1.5) / (1 + (80 / np.maximum(f, 1)) ** 2)  # noqa: E731
    for metres, side, strength in ((322, -0.7, 0.34), (341, -0.5, 0.2), (568, 0.6, 0.22), (590, 0.5, 0.12)):
        _echo(answer, source, metres, strength, side, loss)
    _diffuse(answer, source, ((120, 500, 1.8, 0.0011), (500, 2000, 1.2, 0.0009)), 0.4)
    return answer


def _lot(source: np.random.Generator) -> Wave:
    """Open ground: two or three far walls answer one by one, and little comes after."""
    answer = _silence(1.7)
    loss = lambda f: 1 / (1 + (f / 4200) ** 1.4) / (1 + (80 / np.maximum(f, 1)) ** 2)  # noqa: E731
    for metres, side, strength in ((62, -0.6, 0.5), (97, 0.7, 0.4), (168, 0.1, 0.32), (251, -0.3, 0.2)):
        for part in range(2):
            _echo(answer, source, metres + part * source.uniform(3, 8), strength * 0.4 / (1 + part), side, loss)
    _diffuse(answer, source, ((120, 500, 1.5, 0.0022), (500, 2500, 1.1, 0.0024)), 0.12)
    return answer


PLACES: dict[str, Place] = {
    **{name: partial(_street, width=width) for name, width in STREETS.items()},
    "crossing": _crossing,
    "alley": _alley,
    "underpass": _underpass,
    "car_park": _car_park,
    "lobby": _lobby,
    "vault": _vault,
    "airfield": _airfield,
    "lot": _lot,
}
VARIANTS = {"canyon": 2}
"""Where most of the shooting is; all other places have one."""
