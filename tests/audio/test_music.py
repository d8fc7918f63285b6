"""The score: four layers that move at bars, silence in a fight, no seam, and a scene's own music."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.audio.bank import LAP, LAP_FADE, closed
from game.audio.desk import Desk
from game.audio.music import BARS, LAYERS, QUIET_TICKS, SCENES, SHARES, STREET, intensity_of, scores
from game.audio.street import StreetSound
from game.sim import events as ev
from game.sim.view import View
from tests.audio.streets import level, listening, sounding, street_view

SHOT = ev.ShotFired(6, "carbine", 55.0, 50.0, 0)


@pytest.fixture(autouse=True)
def dummy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def street(**hud: object) -> View:
    plain = street_view()
    return replace(plain, hud=replace(plain.hud, **hud))  # type: ignore[arg-type]


def play(sound: StreetSound, desk: Desk, ticks: int, view: View, *events: ev.Event) -> list[int]:
    """The intensity at every tick."""
    found = []
    for _ in range(ticks):
        sound.take(events, view)
        desk.block()
        found.append(sound.music.intensity)
    return found


def test_layers_come_with_the_heat_and_only_at_bars() -> None:
    with listening(device=(desk := Desk())) as sound:
        sound.begin(replace(level(), name="venice_blvd"))
        bar = round(sound.bank.takes("score/venice_blvd_0")[0].seconds / BARS * 60)
        play(sound, desk, bar // 2, street())
        assert sound.music.intensity == 1
        hot = street(awareness="know", stage=3)
        found = play(sound, desk, bar, hot)
        assert found[0] == 1 and found[-1] == 4, "not before the bar is over"
        assert found.index(4) == pytest.approx(bar - bar // 2, abs=2)
        play(sound, desk, 120, hot)
        assert sound.music.shares == pytest.approx(SHARES[4])


def test_every_intensity_is_louder_or_fuller_than_the_one_before() -> None:
    assert all(sum(more) > sum(less) for less, more in itertools.pairwise(SHARES))
    calm, clock, known, here = (
        street(), street(clock_label="TIME", clock_ticks=9_000), street(awareness="know"), street(awareness="know", stage=3)
    )  # fmt: skip
    assert [intensity_of(view) for view in (calm, clock, known, here)] == [1, 2, 3, 4]


def test_a_shot_empties_the_street_of_music_at_once_and_for_long() -> None:
    with listening(device=(desk := Desk())) as sound:
        sound.begin(replace(level(), name="venice_blvd"))
        play(sound, desk, 200, street())
        assert sound.music.shares[0] > 0.5
        play(sound, desk, 50, street(awareness="know", stage=4), SHOT)
        assert sound.music.shares == [0.0] * LAYERS, "no music in a fight, however hot"
        play(sound, desk, QUIET_TICKS - 10, street())
        assert sound.music.shares == [0.0] * LAYERS
        play(sound, desk, 400, street())
        assert sound.music.shares[0] > 0.5


def test_a_level_has_its_own_score_or_the_streets_and_a_restart_does_not_begin_it_again() -> None:
    with listening(device=(desk := Desk())) as sound:
        sound.begin(level())
        play(sound, desk, 30, street())
        assert sound.music.name == STREET
        sound.begin(replace(level(), name="venice_blvd"))
        play(sound, desk, 200, street())
        assert sound.music.name == "venice_blvd"
        bars = sound.music.bars()
        sound.begin(replace(level(), name="venice_blvd"))
        play(sound, desk, 1, street())
        assert sound.music.bars() == bars and sound.music.shares[0] > 0.5


def test_scenes_have_scores_of_their_own_and_a_run_ends_them() -> None:
    with listening() as sound:
        for name in SCENES:
            for _ in range(40):
                sound.score(name)
            assert {f"score/{name}_{layer}" for layer in range(LAYERS)} <= sounding(sound)
            assert sum(sound.music.shares) > 0.1
        sound.begin(level())
        for _ in range(5):
            sound.take([], street_view())
        pygame.time.wait(40)
        assert "score/street_0" in sounding(sound)


def test_a_pause_does_not_move_the_bars() -> None:
    with listening(device=(desk := Desk())) as sound:
        sound.begin(level())
        play(sound, desk, 100, street())
        before = sound.music.bars()
        sound.rest()
        for _ in range(1000):
            desk.block()
        sound.resume()
        assert sound.music.bars() == before


def test_every_score_has_four_layers_of_one_length() -> None:
    with listening() as sound:
        found = scores(sound.bank.names())
        assert {*SCENES, STREET, "venice_blvd"} <= found
        for name in found:
            lengths = {sound.bank.takes(f"score/{name}_{layer}")[0].seconds for layer in range(LAYERS)}
            assert len(lengths) == 1


def test_what_goes_round_has_no_audible_seam() -> None:
    """Where a loop closes nothing moves faster, and nothing is brighter, than elsewhere in it."""
    with listening(device=Desk()) as sound:
        names = [name for name in sound.bank.names() if name.split("/")[0] in ("score", "room", "crowd")]
        assert len(names) >= 4 * len(scores(names)) + 9
        for name in names:
            wave = sound.bank.takes(name)[0].clip.samples.mean(axis=1)
            turned = np.roll(wave, len(wave) // 2)
            middle = len(wave) // 2
            step = np.abs(np.diff(turned))
            assert step[middle - 3 : middle + 3].max() <= np.quantile(step, 0.9999) * 1.2 + 2, name
            windows = np.array([_top(turned[at : at + 512]) for at in range(middle - 40_960, middle + 40_960, 256)])
            seam = _top(turned[middle - 256 : middle + 256])
            assert seam <= windows.max() * 1.05, f"{name}: no click of the coder"


def _top(wave: np.ndarray) -> float:
    """Power above 5 kHz: a click has it, a pad has not."""
    return float((np.abs(np.fft.rfft(wave * np.hanning(len(wave)))) ** 2)[58:].sum())


def test_a_lapped_loop_closes_exactly() -> None:
    wave = (8000 * np.sin(2 * np.pi * 5 * np.arange(44_100) / 44_100)).astype(np.int16)
    loop = np.stack([wave, wave], axis=1)
    lapped = np.concatenate([loop[-LAP:], loop, loop[:LAP]])
    assert np.abs(closed(lapped).astype(int) - loop).max() <= 1 and LAP_FADE < LAP
