"""A run as a file: the reference shoot-out analysed by numbers, since nobody here has ears."""

from __future__ import annotations

import json
import wave
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pygame
import pytest

from assets.bake import waves
from game.app import mixdown
from game.app.cli import main
from game.app.flags import level_and_catalog
from game.app.paths import level_paths
from game.app.shootout import shootout_view
from game.audio.device import RATE
from game.audio.ears import SOUND_SPEED
from game.audio.places import Places
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import ShotFired

REPLAYS = Path(__file__).parents[1] / "replays"


@pytest.fixture(autouse=True, scope="module")
def closed_after() -> Iterator[None]:
    yield
    pygame.mixer.quit()


@lru_cache(maxsize=1)
def place() -> tuple[Level, Catalog]:
    _, level, catalog = level_and_catalog(str(level_paths()[0]))
    return level, catalog


@lru_cache(maxsize=1)
def shootout() -> mixdown.Mixdown:
    return mixdown.mix(mixdown.shootout_frames(*place()), *place())


def between(mixed: mixdown.Mixdown, start: float, end: float) -> np.ndarray:
    return mixed.samples[int(start * RATE) : int(end * RATE)] / 32768


def test_the_shootout_is_loud_and_nothing_is_cut() -> None:
    mixed = shootout()
    assert mixed.cut == 0 and mixed.peak < 1.0
    assert abs(mixed.samples.mean()) < 5, "no mean"
    fight, street = waves.lufs(between(mixed, 1.5, 5.5)), waves.lufs(between(mixed, 0.0, 1.0))
    assert -22.0 < fight < -9.0, "a fight is loud"
    assert fight - street > 12.0, "and the street before it is not"


def test_the_same_run_gives_the_same_file() -> None:
    level, catalog = place()
    once, again = (mixdown.mix(mixdown.shootout_frames(level, catalog, 90), level, catalog).samples for _ in range(2))
    assert np.array_equal(once, again)
    assert np.array_equal(once[: 60 * 735], shootout().samples[: 60 * 735])


def test_the_first_facade_answers_when_sound_has_crossed_the_street_and_come_back() -> None:
    level, catalog = place()
    x, y = 300.0, 150.0
    width = Places(level).width(x, y)
    view = replace(shootout_view(level, catalog, 0, (x, y)), people=(), vehicles=())
    # Six single shots, heard beside the gun: what they share is the street.
    frames = [([ShotFired(1, "carbine", x, y, 0)] if tick % 90 == 30 else [], view) for tick in range(540)]
    mixed = mixdown.mix(frames, level, catalog).samples.mean(axis=1) / 32768
    power = np.zeros(int(0.25 * RATE))
    for tick in range(30, 540, 90):
        power += mixed[tick * 735 :][: len(power)] ** 2
    smooth = np.convolve(power, np.ones(220) / 220, "same")
    late = width / SOUND_SPEED
    before = smooth[int((late - 0.030) * RATE) : int((late - 0.015) * RATE)].mean()
    near = smooth[int((late - 0.015) * RATE) : int((late + 0.03) * RATE)]
    assert near.max() > before * 1.5, "it stands clear of the shot"
    # Its front, where it has risen half the way.
    found = late - 0.015 + float(np.argmax(near > (before + near.max()) / 2)) / RATE
    assert found == pytest.approx(late, abs=0.012), f"a street of {width} m"


def test_a_siren_falls_as_it_passes() -> None:
    # Two notes; the lower is 660 Hz at its source.
    mixed = shootout()
    turn = mixdown.TURN_OF_PASSING / 60.0
    coming = _lower_note(between(mixed, turn - 1.4, turn - 0.25))
    going = _lower_note(between(mixed, turn + 0.35, turn + 2.0))
    wanted = (SOUND_SPEED + mixdown.PASSING_SPEED) / (SOUND_SPEED - mixdown.PASSING_SPEED)
    assert coming / going == pytest.approx(wanted, rel=0.02)


def _lower_note(wave_: np.ndarray) -> float:
    mono = wave_.mean(axis=1)
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono)), 1 << 18))
    hertz = np.fft.rfftfreq(1 << 18, 1 / RATE)
    inside = (hertz > 570) & (hertz < 760)
    return float(hertz[inside][np.argmax(spectrum[inside])])


def test_it_passes_from_the_left_ear_to_the_right() -> None:
    mixed, turn = shootout(), mixdown.TURN_OF_PASSING / 60.0
    left, right = np.sqrt((between(mixed, turn - 1.0, turn - 0.5) ** 2).mean(axis=0))
    assert left > right * 1.5
    left, right = np.sqrt((between(mixed, turn + 0.7, turn + 1.2) ** 2).mean(axis=0))
    assert right > left * 1.5


def test_a_replay_is_exported_as_a_wave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "run.wav"
    assert main(["replay", "export", str(REPLAYS / "yard-crew.replay"), "--audio", str(out), "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    with wave.open(str(out)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (2, RATE, 2)
        ticks = file.getnframes() // 735
    assert (
        row["seconds"] == pytest.approx(ticks / 60, abs=0.06) and 30 < row["seconds"] < 45 and row["samples_cut"] == 0
    )


def test_what_cannot_be_exported_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replay = str(REPLAYS / "yard-crew.replay")
    assert main(["replay", "export", replay, "--audio", str(tmp_path / "run.mp3")]) == 2
    assert ".wav or .flac" in capsys.readouterr().err
    assert main(["replay", "export"]) == 2
    assert "which replay" in capsys.readouterr().err
    assert main(["replay", "export", "--audio", str(tmp_path / "no" / "where.wav")]) == 2
    assert "cannot be written" in capsys.readouterr().err
