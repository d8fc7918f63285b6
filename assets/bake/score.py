"""The score: layers of equal length and key that can be heard together or alone, original and synthesised.

Owns one maker, `score`: chords as detuned stacks written straight into the bins of a transform (so that the loop has no
seam), shaped as a pad, a pulse, bowed strings or far bells, and drums; in a hall that runs in a circle. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import waves
from assets.bake.waves import RATE, Wave

DETUNED = (-0.0035, 0.0, 0.0041)
HALL_SECONDS = 4.0
BEATS = 32
"""Of every loop: eight bars of four."""


def score(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """One layer, left and right."""
    source = waves.dice(name)
    count = waves.count_of(recipe["seconds"])
    ears = [LAYERS[recipe["layer"]](source, recipe, count, ear) for ear in (0, 1)]
    return np.stack([_hall(source, ear, recipe["wet"], recipe["cut"]) for ear in ears], axis=1)


def _pad(source: np.random.Generator, recipe: dict[str, Any], count: int, ear: int) -> Wave:
    """Chords that swell into each other."""
    share = np.arange(count) / count
    chords = recipe["chords"]
    out = np.zeros(count)
    for number, chord in enumerate(chords):
        away = (share * len(chords) - number - 0.5 + len(chords) / 2) % len(chords) - len(chords) / 2
        out += np.exp(-((away / 0.62) ** 2)) * _stack(source, recipe, chord, count, ear)
    return out


def _pulse(source: np.random.Generator, recipe: dict[str, Any], count: int, ear: int) -> Wave:
    """The lowest note of each chord, struck softly and evenly, the first of four a little harder."""
    beats = np.arange(count) / count * BEATS
    struck = np.exp(-(beats % 1) * 4.5) * (1 - np.exp(-(beats % 1) * 60)) * (0.6 + 0.4 * (np.floor(beats) % 4 == 0))
    low = {**recipe, "chords": [[chord[0]] for chord in recipe["chords"]]}
    return _pad(source, low, count, ear) * struck


def _bells(source: np.random.Generator, recipe: dict[str, Any], count: int, ear: int) -> Wave:
    """A few far notes of the chord that sounds, never on the beat; late notes run on into the beginning."""
    notes = waves.dice(f"bells{recipe['root']}")
    out = np.zeros(count)
    for number, chord in enumerate(recipe["chords"]):
        for _ in range(recipe["notes"]):
            hertz = _hertz(recipe, int(notes.choice(chord)) + 36)
            at = int((number + notes.uniform(0.05, 0.95)) / len(recipe["chords"]) * count)
            side, strength = notes.uniform(-0.7, 0.7), notes.uniform(0.3, 1.0)
            note = waves.ring(hertz, 0.55)
            waves.put(note, waves.ring(hertz * 2.003, 0.3), 0.0, 0.3)
            where = (at + np.arange(len(note))) % count
            out[where] += note * strength * np.sqrt(0.5 * (1 + (side if ear else -side)))
    return out


def _strings(source: np.random.Generator, recipe: dict[str, Any], count: int, ear: int) -> Wave:
    """The upper notes of each chord an octave up, bowed in eighths that never quite rest."""
    beats = np.arange(count) / count * BEATS * 2
    bowed = 0.55 + 0.45 * np.sin(np.pi * (beats % 1)) ** 2
    high = {**recipe, "chords": [[step + 12 for step in chord[-2:]] for chord in recipe["chords"]], "harmonics": 9}
    return _pad(source, high, count, ear) * bowed


def _drums(source: np.random.Generator, recipe: dict[str, Any], count: int, ear: int) -> Wave:
    """A low drum on one and before three, a dry stick in between; the same in every bar but the last."""
    struck = waves.dice(f"drums{recipe['root']}")
    out = np.zeros(count)
    t = waves.clock(0.5)
    deep = np.sin(2 * np.pi * np.cumsum(44 + 60 * np.exp(-t / 0.03)) / RATE) * np.exp(-t / 0.16)
    for bar in range(BEATS // 4):
        last = bar == BEATS // 4 - 1
        blows = [(0.0, 1.0), (1.75, 0.6), (2.5, 0.4), *(((3.0, 0.5), (3.5, 0.7)) if last else ())]
        for at, strength in blows:
            _lay(out, deep * strength, (bar * 4 + at) / BEATS)
        for number in range(16):
            if number % 4 != 0:
                stick = waves.burst(struck, waves.band(2600, 9000), 0.006)
                side = 0.5 + 0.3 * (1 if (number % 2) == ear else -1)
                _lay(out, stick * side * (0.14 if number % 2 else 0.22), (bar * 4 + number / 4) / BEATS)
    return out


def _lay(out: Wave, note: Wave, share: float) -> None:
    """Add a note at a share of the loop; what runs over its end is heard at its beginning."""
    where = (int(share * len(out)) + np.arange(len(note))) % len(out)
    out[where] += note


LAYERS = {"pad": _pad, "pulse": _pulse, "bells": _bells, "strings": _strings, "drums": _drums}


def _hertz(recipe: dict[str, Any], step: int) -> float:
    return float(55 * 2 ** ((recipe["root"] + step) / 12))


def _stack(source: np.random.Generator, recipe: dict[str, Any], chord: list[int], count: int, ear: int) -> Wave:
    """Three strings a note, each with its overtones, all with a whole number of waves in the loop."""
    bins = np.zeros(count // 2 + 1, complex)
    for step in chord:
        for off in DETUNED:
            turns = round(_hertz(recipe, step) * (1 + off * (1 if ear else -1)) * recipe["seconds"])
            for harmonic in range(1, recipe["harmonics"] + 1):
                bins[turns * harmonic] += np.exp(1j * source.uniform(0, 6.28)) / harmonic**1.5
    return np.fft.irfft(bins, count) * count * 0.05


def _hall(source: np.random.Generator, wave: Wave, wet: float, cut: float) -> Wave:
    """A large dark hall."""
    t = waves.clock(HALL_SECONDS)
    answer = np.pad(source.standard_normal(len(t)) * 10 ** (-3 * t / 3.4), (0, len(wave) - len(t)))
    spectrum = np.fft.rfft(wave) * np.fft.rfft(answer)
    frequencies = np.fft.rfftfreq(len(wave), 1 / RATE)
    hall = np.fft.irfft(spectrum / (1 + (frequencies / 2400) ** 2), len(wave))
    dry = waves.around(wave, waves.below(cut, 1))
    return dry / np.std(dry) * (1 - wet) + hall / np.std(hall) * wet
