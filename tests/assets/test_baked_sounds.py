"""The baked sounds, judged by numbers: peak, mean, crest, loudness (as ears weigh it) within a family, brightness, decay,
answers of a place, seams.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import numpy as np
import pytest

from assets.bake import places, sheets, song_files, sound_bank, waves
from game.audio import bank, tails
from game.audio.ears import SOUND_SPEED
from game.audio.loops import SPANS
from game.audio.music import BARS, LAYERS
from game.audio.places import STREETS
from game.content.catalog import load_catalog

RECIPES = sound_bank.recipes()
LOOPS = sorted(name for name, recipe in RECIPES.items() if recipe["make"] in sound_bank.LOOPS)
SONGS = {name for name, recipe in RECIPES.items() if recipe["make"] in sound_bank.SONGS}
STEP = int(0.02 * waves.RATE)
MOST_BYTES = 20 * 2**20


@lru_cache(maxsize=1024)
def heard(name: str, variant: int = 0) -> np.ndarray:
    """A committed sound as it is played: a loop without its laps."""
    path = sheets.ASSETS / "sounds" / f"{name}-{variant}"
    if name in SONGS:
        return song_files.read(path.with_suffix(".ogg"), f"sounds/{name}") / 32768
    samples, rate = sheets.read_sound(path.with_suffix(".flac"))
    assert rate == waves.RATE
    return samples / 32768


def mono(wave: np.ndarray) -> np.ndarray:
    return wave if wave.ndim == 1 else wave.mean(axis=1)


def power_at(wave: np.ndarray, seconds: float) -> float:
    """Decibels of 20 ms from a time on."""
    part = wave[int(seconds * waves.RATE) :][:STEP]
    return float(10 * np.log10(np.mean(part**2) + 1e-12))


def centroid(wave: np.ndarray) -> float:
    power = np.abs(np.fft.rfft(mono(wave))) ** 2
    return float((power * np.fft.rfftfreq(len(wave), 1 / waves.RATE)).sum() / power.sum())


def every() -> list[tuple[str, int]]:
    return [(name, variant) for name, recipe in RECIPES.items() for variant in range(recipe["variants"])]


def crest(wave: np.ndarray) -> float:
    """Decibels from the mean power of the loudest 50 ms to the peak."""
    return float(20 * np.log10(np.abs(wave).max()) - 10 * np.log10(loudest_power(mono(wave))))


def loudest_power(wave: np.ndarray) -> float:
    energy = np.concatenate([[0.0], np.cumsum(wave**2)])
    size = min(waves.WINDOW, len(wave))
    return float((energy[size:] - energy[:-size]).max() / size)


def test_every_sound_keeps_below_full_scale_and_has_no_mean() -> None:
    for name, variant in every():
        wave = heard(name, variant)
        assert np.abs(wave).max() <= waves.PEAK + 0.02, name
        assert np.abs(wave.mean(axis=0)).max() < 0.003, name
        assert 2.0 < crest(wave) < 32.0, f"{name}: neither a square nor a lone click"


def test_a_family_is_equally_loud() -> None:
    families = defaultdict(list)
    for name, variant in every():
        measure = waves.lufs if RECIPES[name]["make"] in sound_bank.WHOLE else waves.loudness
        families[(name.split("/")[0], RECIPES[name]["loud"])].append((measure(heard(name, variant)), name))
    for (family, wanted), found in families.items():
        for loud, name in found:
            assert abs(loud - wanted) < 1.2, (family, name, loud, wanted)


def test_loudness_is_measured_as_the_broadcasters_do() -> None:
    """A tone of 997 Hz at full scale in one ear is -3.01 LUFS; of two with the same in both, 3 dB more."""
    tone = np.sin(2 * np.pi * 997 * waves.clock(3.0))
    both, one = np.stack([tone, tone], axis=1), np.stack([tone, tone * 0], axis=1)
    assert waves.lufs(one) == pytest.approx(-3.01, abs=0.1) and waves.lufs(both) == pytest.approx(0.0, abs=0.1)
    deep = np.sin(2 * np.pi * 40 * waves.clock(3.0))
    assert waves.lufs(deep) < waves.lufs(tone) - 4, "the deep is not heard so well"
    quiet_end = np.concatenate([tone, tone * 0.0003])
    assert waves.lufs(quiet_end) == pytest.approx(waves.lufs(tone), abs=0.7), "silence is not counted"


def test_what_goes_on_together_is_equally_loud_over_its_whole_length() -> None:
    """Integrated, as the ear takes it: sirens, lines of speech, layers of a kind, air of places."""
    groups = {"siren": 1.0, "talk": 1.0, "radio": 1.0, "room": 7.0, "alarm": 3.0, "crowd": 5.0, "air": 3.0}
    for family, most in groups.items():
        found = [waves.lufs(heard(name)) for name in RECIPES if name.startswith(f"{family}/") and "squelch" not in name]
        assert max(found) - min(found) < most, (family, found)


def test_what_is_no_loop_begins_and_ends_in_silence() -> None:
    for name, variant in every():
        if name not in LOOPS:
            wave = mono(heard(name, variant))
            assert abs(wave[-1]) < 0.003, name
            assert power_at(wave[::-1], 0.0) < waves.loudness(wave) - 3, name


@pytest.mark.parametrize("name", LOOPS)
def test_loops_have_no_seam(name: str) -> None:
    for variant in range(RECIPES[name]["variants"]):
        for ear in np.atleast_2d(heard(name, variant).T):
            inner = np.sort(np.abs(np.diff(ear)))
            # What the mixer fades over the seam of a song (`bank.closed`) is left of it here.
            spare = 0.01 if name in SONGS else 1e-3
            assert abs(ear[0] - ear[-1]) <= inner[int(len(inner) * 0.999)] * 1.5 + spare, variant


def test_every_weapon_has_its_own_voice_near_and_far() -> None:
    weapons = load_catalog().weapons
    assert {f"shot/{name}" for name in weapons} <= set(RECIPES)
    for name in weapons:
        near, far = heard(f"shot/{name}"), heard(f"shot/{name}_far")
        assert centroid(near) > centroid(far) * 1.3, name
        assert not np.array_equal(near, heard(f"shot/{name}", 1))


def test_a_shot_is_a_crack_and_dies_at_once() -> None:
    for name in load_catalog().weapons:
        wave = heard(f"shot/{name}")
        assert np.argmax(np.abs(wave)) < 0.015 * waves.RATE, name
        assert power_at(wave, 0.15) < power_at(wave, 0.0) - 25, name
        assert np.abs(wave).max() / np.sqrt(np.mean(wave**2)) > 4.5, name


def test_rifles_are_brighter_than_shotguns() -> None:
    assert centroid(heard("shot/carbine")) > centroid(heard("shot/shotgun_pump")) * 1.3


@pytest.mark.parametrize("street", sorted(STREETS))
def test_a_street_answers_when_it_must_and_rings_for_two_seconds(street: str) -> None:
    shot, wave = heard("shot/carbine"), heard(f"tail/rifle_{street}") * tails.GAIN
    whole = mono(wave)
    late = STREETS[street] / SOUND_SPEED
    onset = float(np.argmax(np.abs(whole) > 0.45 * np.abs(whole).max())) / waves.RATE
    assert onset == pytest.approx(late, abs=0.006), "not before it has been across and back"
    whole[: len(shot)] += shot
    if street != "canyon_narrow":
        answer = max(power_at(whole, late + more) for more in (-0.006, 0.0, 0.006))
        assert answer > power_at(whole, late - 0.026) + 1.0, "it stands clear of the shot"
    first = power_at(whole, 0.0)
    lasts = next(at for at in np.arange(0.3, 2.4, 0.02) if power_at(whole, float(at)) < first - 50)
    assert 1.1 < lasts < 2.5


def test_the_mixer_and_the_bake_speak_of_the_same_places_and_loops() -> None:
    assert STREETS == places.STREETS and bank.LAP == song_files.LAP and bank.CLOSED == song_files.LOOPING
    for kind, span in SPANS.items():
        low, high = RECIPES[f"engine/{kind}"]["rpm"]
        assert span == pytest.approx(high / low)
    scores = {name.rpartition("_")[0] for name in RECIPES if name.startswith("score/")}
    assert all(f"{name}_{layer}" in RECIPES for name in scores for layer in range(LAYERS)) and BARS == 8


def test_places_answer_differently() -> None:
    names = [name for name in places.PLACES if name not in ("canyon_narrow", "canyon_wide")]
    early = {place: power_at(mono(heard(f"tail/rifle_{place}")), 0.035) for place in names}
    late = {place: power_at(mono(heard(f"tail/rifle_{place}")), 0.95) for place in names}
    for near in ("underpass", "alley", "car_park", "lobby", "vault"):
        assert early[near] > early["canyon"] + 6 and early[near] > early["lot"] + 6, near
    assert late["canyon"] > late["lot"] + 2 and late["car_park"] > late["vault"] + 20
    bright = {place: centroid(heard(f"tail/rifle_{place}")) for place in names}
    assert bright["lobby"] > bright["car_park"] * 1.3, "marble is bright, a car park is not"
    field = heard("tail/rifle_airfield")
    assert power_at(mono(field), 0.93) > power_at(mono(field), 0.4) + 10, "one hangar, a second late"


def rings_for(wave: np.ndarray) -> float:
    """Seconds until 60 dB below its loudest 20 ms, or its length."""
    levels = [power_at(wave, at) for at in np.arange(0.0, len(wave) / waves.RATE - 0.02, 0.02)]
    return next((0.02 * i for i, level in enumerate(levels) if i > int(np.argmax(levels)) and level < max(levels) - 60),
                len(wave) / waves.RATE)  # fmt: skip


def test_a_vault_is_over_soonest_and_a_street_lasts() -> None:
    lasts = {place: rings_for(mono(heard(f"tail/rifle_{place}"))) for place in places.PLACES}
    assert lasts["vault"] < lasts["alley"] < lasts["canyon"] and lasts["vault"] < 1.1 < lasts["car_park"]


def test_engines_climb_the_ladder_and_pull_brighter_than_they_coast() -> None:
    for kind in SPANS:
        rungs = [centroid(heard(f"engine/{kind}", rung)[:, :1]) for rung in (0, 3, 7)]
        assert rungs == sorted(rungs), kind
        for rung in range(RECIPES[f"engine/{kind}"]["variants"]):
            pull, coast = heard(f"engine/{kind}", rung).T
            assert centroid(pull) > centroid(coast) and np.std(pull) > np.std(coast) * 1.3, (kind, rung)


def test_sirens_differ_and_their_twin_is_what_a_wall_leaves() -> None:
    for kind in ("wail", "yelp", "hilo"):
        bright, dull = heard(f"siren/{kind}").T
        assert centroid(dull) < centroid(bright) * 0.85 and np.std(dull) < np.std(bright) * 0.8, kind
        spectrum = np.abs(np.fft.rfft(bright[: waves.RATE // 4] * np.hanning(waves.RATE // 4))) ** 2
        folded = spectrum[: 480 // 4].sum() / spectrum.sum()
        assert folded < 1e-3, f"{kind}: nothing below its lowest note, no overtone has come back folded"
    assert len(heard("siren/wail")) / waves.RATE == pytest.approx(4.0, abs=0.01), "a wail takes four seconds"


def test_throats_are_told_apart() -> None:
    pitch = {
        throat: _pitch(heard(f"talk/{throat}_long")) for throat in ("man_low", "man", "man_high", "woman_low", "woman")
    }
    assert list(pitch.values()) == sorted(pitch.values()), pitch
    assert pitch["woman"] > pitch["man_low"] * 1.8
    over_radio, beside = heard("radio/man_long"), heard("talk/man_long")
    assert _share_above(over_radio, 4000) < 0.08 and _share_below(over_radio, 300) < 0.08 < _share_below(beside, 300)
    assert _pitch(heard("voice/scream_woman")) > _pitch(heard("talk/woman_long")) * 1.6


def _pitch(wave: np.ndarray) -> float:
    """Hertz, by the median over its loud 60 ms windows of where it repeats itself."""
    mono_wave, size, found = mono(wave), int(0.06 * waves.RATE), []
    for at in range(0, len(mono_wave) - size, size // 2):
        part = waves.shaped(mono_wave[at : at + size], waves.below(900))
        if np.mean(part**2) > 0.3 * np.mean(mono_wave**2):
            again = np.fft.irfft(np.abs(np.fft.rfft(part, 2 * size)) ** 2)
            shortest, longest = waves.RATE // 800, waves.RATE // 65
            found.append(waves.RATE / (shortest + int(np.argmax(again[shortest:longest]))))
    return float(np.median(found))


def _share_above(wave: np.ndarray, hertz: float) -> float:
    power = np.abs(np.fft.rfft(mono(wave))) ** 2
    return float(power[np.fft.rfftfreq(len(wave), 1 / waves.RATE) > hertz].sum() / power.sum())


def _share_below(wave: np.ndarray, hertz: float) -> float:
    return 1.0 - _share_above(wave, hertz)


def test_runners_are_louder_than_walkers_and_who_sneaks_is_hardly_heard() -> None:
    for ground in ("hard", "gravel", "marble"):
        loud = [waves.loudness(heard(f"step/{ground}_{gait}")) for gait in ("sneak", "walk", "run")]
        assert loud[0] < loud[1] - 4 < loud[2] - 7, ground


def test_a_heavier_crash_lasts_longer() -> None:
    def energy_after(name: str) -> float:
        return float(np.sum(heard(name)[int(0.2 * waves.RATE) :] ** 2))

    assert energy_after("crash/light") < energy_after("crash/hard") < energy_after("crash/wreck")


def test_all_sounds_are_small() -> None:
    assert sum(path.stat().st_size for path in (sheets.ASSETS / "sounds").rglob("*.*")) < MOST_BYTES


def test_a_songs_bytes_do_not_depend_on_the_clock() -> None:
    noise = (waves.dice("song").standard_normal((44_100, 2)) * 3000).astype(np.int16)
    assert song_files.ogg("sounds/score/x-0", noise) == song_files.ogg("sounds/score/x-0", noise)
    assert len(song_files.read(song_files.ogg("sounds/score/x-0", noise), "sounds/score/x-0")) == len(noise)
