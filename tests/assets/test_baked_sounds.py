"""The baked sounds, judged by numbers: peak, mean, loudness within a family, brightness, decay, answers of a place, seams."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from assets.bake import machine_loops, sheets, sound_bank, waves
from game.content.catalog import load_catalog

RECIPES = sound_bank.recipes()
LOOPS = sorted(name for name, recipe in RECIPES.items() if recipe["make"] in sound_bank.LOOPS)
STEP = int(0.02 * waves.RATE)


def heard(name: str, variant: int = 0) -> np.ndarray:
    """A committed sound."""
    samples, rate = sheets.read_sound(sheets.ASSETS / "sounds" / f"{name}-{variant}.flac")
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


def test_every_sound_keeps_below_full_scale_and_has_no_mean() -> None:
    for name, variant in every():
        wave = heard(name, variant)
        assert np.abs(wave).max() <= waves.PEAK + 0.02, name
        assert np.abs(wave.mean(axis=0)).max() < 0.003, name


def test_a_family_is_equally_loud() -> None:
    families = defaultdict(list)
    for name, variant in every():
        families[(name.split("/")[0], RECIPES[name]["loud"])].append((waves.loudness(heard(name, variant)), name))
    for (family, wanted), found in families.items():
        for loud, name in found:
            assert abs(loud - wanted) < 1.6, (family, name, loud, wanted)


def test_what_is_no_loop_begins_and_ends_in_silence() -> None:
    for name, variant in every():
        if name not in LOOPS:
            wave = mono(heard(name, variant))
            assert abs(wave[-1]) < 0.003, name
            assert power_at(wave[::-1], 0.0) < waves.loudness(wave) - 3, name


@pytest.mark.parametrize("name", LOOPS)
def test_loops_have_no_seam(name: str) -> None:
    for variant in range(RECIPES[name]["variants"]):
        wave = mono(heard(name, variant))
        inner = np.sort(np.abs(np.diff(wave)))
        assert abs(wave[0] - wave[-1]) <= inner[int(len(inner) * 0.999)] * 1.5 + 1e-3, variant


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


@pytest.mark.parametrize("variant", [0, 1])
def test_the_street_answers_near_80_ms_and_rings_for_two_seconds(variant: int) -> None:
    shot, wave = heard("shot/carbine"), heard("tail/rifle_canyon", variant)
    whole = mono(wave)
    whole[: len(shot)] += shot
    answer = max(power_at(whole, at) for at in (0.070, 0.075, 0.080))
    assert answer > power_at(whole, 0.050) + 1.5 and answer > power_at(whole, 0.115) + 2, "it stands clear of the shot"
    first = power_at(whole, 0.0)
    lasts = next(at for at in np.arange(0.3, 2.5, 0.02) if power_at(whole, float(at)) < first - 50)
    assert 1.2 < lasts < 2.5


def test_places_answer_differently() -> None:
    early = {place: power_at(mono(heard(f"tail/rifle_{place}")), 0.035) for place in ("canyon", "underpass", "lot")}
    late = {place: power_at(mono(heard(f"tail/rifle_{place}")), 1.0) for place in ("canyon", "underpass", "lot")}
    assert early["underpass"] > early["canyon"] + 6 and early["underpass"] > early["lot"] + 6
    assert late["canyon"] > late["lot"] + 2


def test_engines_climb_the_ladder_and_sirens_fall_as_they_pass() -> None:
    for kind in ("car", "van", "heavy"):
        rungs = [centroid(heard(f"engine/{kind}", rung)) for rung in (0, 5, 11)]
        assert rungs == sorted(rungs), kind
    for kind in ("wail", "yelp"):
        pitches = [centroid(heard(f"siren/{kind}", rung)) for rung in range(len(machine_loops.DOPPLER))]
        assert pitches == sorted(pitches), kind
        assert pitches[-1] / pitches[0] == pytest.approx(1.23, abs=0.12)


def test_a_heavier_crash_lasts_longer() -> None:
    def energy_after(name: str) -> float:
        return float(np.sum(heard(name)[int(0.2 * waves.RATE) :] ** 2))

    assert energy_after("crash/light") < energy_after("crash/hard") < energy_after("crash/wreck")


def test_all_sounds_are_small() -> None:
    assert sum(path.stat().st_size for path in (sheets.ASSETS / "sounds").rglob("*.flac")) < 15 * 2**20
