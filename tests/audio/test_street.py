"""A street as it is heard: place, distance, lateness, voices that give way, deafness, and silence without a device."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.app.cli import main
from game.audio import street
from game.audio.ears import SOUND_SPEED, Ears
from game.audio.music import QUIET_TICKS, STREETS, TITLE
from game.audio.places import Places
from game.audio.sound import Sound, Volumes
from game.audio.street import StreetSound, open_sound
from game.audio.voices import CHANNELS
from game.sim import events as ev
from tests.audio.streets import CATALOG, SOUNDS, level, listening, person, street_view, vehicle

EARS = Ears(50.0, 50.0)


@pytest.fixture(autouse=True)
def dummy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def shot(x: float, who: int = 6) -> ev.ShotFired:
    return ev.ShotFired(who, "carbine", x, 50.0, 0)


def sounding(sound: StreetSound) -> set[str]:
    """Names of all that sounds now."""
    playing = [voice.channel.get_sound() for voice in sound.voices.street()]
    return {name for name in sound.bank.names() for one in sound.bank.rungs(name) if one in playing}


def test_what_is_right_is_heard_right_and_what_is_far_is_faint_and_late() -> None:
    right, left, far = (EARS.hear(x, 50.0, 1.0, 40.0) for x in (65.0, 35.0, 200.0))
    assert right and left and far
    assert right.right > right.left * 2 and right == (left.right, left.left, left.wait, left.is_far)
    assert right.wait == 0.0 and far.wait == pytest.approx(150 / SOUND_SPEED) and far.is_far
    assert far.left + far.right < (right.left + right.right) / 3
    assert EARS.hear(60.0, 50.0, 0.1, 0.1) is None


def test_mono_has_no_sides() -> None:
    heard = Ears(50.0, 50.0, is_mono=True).hear(65.0, 50.0, 1.0, 40.0)
    assert heard and heard.left == heard.right


def test_a_siren_is_higher_coming_than_going() -> None:
    assert EARS.doppler(80.0, 50.0, -25.0, 0.0) > 1.05 and EARS.doppler(80.0, 50.0, 25.0, 0.0) < 0.95
    moving = Ears(50.0, 50.0, 25.0, 0.0)
    assert moving.doppler(80.0, 50.0, 25.0, 0.0) == 1.0


def test_places_are_read_from_the_level() -> None:
    places = Places(level())
    assert [places.at(x, 50.0) for x in (10.0, 25.0, 150.0)] == ["canyon", "underpass", "lot"]


def test_a_shot_is_heard_with_the_answer_of_its_place() -> None:
    with listening() as sound:
        sound.take([shot(55.0)], street_view())
        assert {"shot/carbine", "tail/rifle_canyon"} <= sounding(sound)
        sound.begin(level())
        sound.take([shot(25.0)], street_view())
        assert "tail/rifle_underpass" in sounding(sound)


def test_a_far_shot_comes_late_and_dull() -> None:
    with listening() as sound:
        sound.take([shot(150.0)], street_view())
        assert "shot/carbine_far" not in sounding(sound)
        for _ in range(round(100 / SOUND_SPEED * 60)):
            sound.take([], street_view())
        assert "shot/carbine_far" in sounding(sound) and "shot/carbine" not in sounding(sound)


def test_a_burst_has_one_tail() -> None:
    with listening() as sound:
        for _ in range(4):
            sound.take([shot(55.0)], street_view())
        tails = [v for v in sound.voices.street() if v.channel.get_sound() in sound.bank.rungs("tail/rifle_canyon")]
        assert len(tails) == 1


def test_a_hundred_shots_in_a_tick_do_not_take_all_voices_and_the_player_is_always_heard() -> None:
    with listening() as sound:
        for tick in range(40):
            sound.take([shot(52.0 + tick, who) for who in range(20, 40)], street_view())
            sound.take([ev.BulletImpact(51.0, 50.0, 0, "brick", False)] * 30, street_view())
        assert sound.voices.busy() <= CHANNELS
        sound.take([ev.ShotFired(5, "usp", 50.0, 50.0, 0)], street_view())
        assert "shot/usp" in sounding(sound)


def test_after_the_charge_the_world_is_gone_and_comes_back() -> None:
    with listening() as sound:
        sound.take([], street_view(deaf=1.0))
        sound.take([ev.Deafened(5, 240), shot(55.0)], street_view(deaf=1.0))
        loud = max(max(voice.set_left, voice.set_right) for voice in sound.voices.street() if voice.channel.get_busy())
        assert loud < 0.1 and "shot/carbine" not in sounding(sound)
        for _ in range(5):
            sound.take([], street_view(deaf=1.0))
        assert "ear/ringing" in sounding(sound)
        sound.begin(level())
        sound.take([shot(50.0)], street_view())
        assert (
            max(max(voice.set_left, voice.set_right) for voice in sound.voices.street() if voice.channel.get_busy())
            > 0.3
        )


def test_a_radio_presses_the_street_down() -> None:
    with listening() as sound:
        for _ in range(30):
            sound.take([], street_view())
        before = max(max(voice.set_left, voice.set_right) for voice in sound.voices.loops if voice.channel.get_busy())
        sound.take([ev.Spoken("Dispatch", "Units respond.", True)], street_view())
        for _ in range(20):
            sound.take([], street_view())
        after = max(max(voice.set_left, voice.set_right) for voice in sound.voices.loops if voice.channel.get_busy())
        assert after == pytest.approx(before / 2, rel=0.1)


def test_engines_and_sirens_follow_the_street() -> None:
    with listening() as sound:
        siren = vehicle(has_siren=True)
        sound.take([], street_view(vehicles=(siren,)))
        assert any(name.startswith("engine/car") for name in sounding(sound))
        assert len({voice.channel.get_sound() for voice in sound.voices.loops if voice.channel.get_busy()}) == 3
        for _ in range(60):
            sound.take([], street_view(vehicles=(vehicle(rpm=0.9, slip=6.0),)))
        assert "squeal/tyres" in sounding(sound)
        assert sound._loops._engines[-1].rung >= 8
        sound.take([], street_view())
        assert sound._loops._engines[-1].owner == -1


def test_feet_are_heard() -> None:
    with listening() as sound:
        for _ in range(60):
            sound.take([], street_view(people=(person(8, 52.0, 50.0, 1.5),)))
        assert "step/hard" in sounding(sound)


def test_volumes_are_the_players() -> None:
    with listening(Volumes(effects=0.0)) as sound:
        sound.take([shot(50.0)], street_view())
        assert (
            max(max(voice.set_left, voice.set_right) for voice in sound.voices.street() if voice.channel.get_busy())
            == 0.0
        )
        sound.follow(Volumes())
        assert (
            max(max(voice.set_left, voice.set_right) for voice in sound.voices.street() if voice.channel.get_busy())
            > 0.3
        )


def test_a_rest_holds_everything() -> None:
    with listening() as sound:
        sound.take([shot(55.0)], street_view())
        sound.rest()
        sound.sign("move")
        sound.resume()
        assert "shot/carbine" in sounding(sound)
        sound.leave_street()


def test_without_a_mixer_there_is_silence_and_the_catalog_is_not_even_read() -> None:
    pygame.mixer.quit()
    silent = open_sound(SOUNDS, lambda: pytest.fail("read"), Volumes())
    assert type(silent) is Sound
    silent.begin(level())
    silent.take([shot(55.0)], street_view())
    silent.close()


def test_a_device_that_goes_leaves_silence() -> None:
    with listening() as sound:
        pygame.mixer.quit()
        sound.take([shot(55.0)], street_view())
        sound.take([shot(55.0)], street_view())
        sound.rest()
        sound.resume()
        sound.sign("move")
        sound.begin(level())
        sound.leave_street()
        sound.follow(Volumes())


def test_an_empty_folder_is_a_silent_street(tmp_path: Path) -> None:
    with listening(folder=tmp_path) as sound:
        sound.take([shot(55.0), ev.Exploded(50.0, 50.0, 1e6, "charge")], street_view(vehicles=(vehicle(),)))
        assert sound.voices.busy() == 0


@pytest.mark.parametrize("driver", ["dummy", "there_is_no_such_driver"])
def test_the_game_plays_without_a_device(
    driver: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO("step 30\nquit\n"))
    assert main(["play", "yard", "--lockstep"]) == 0
    assert "30" in capsys.readouterr().out


def test_the_catalog_of_the_tests_is_the_games() -> None:
    assert CATALOG.weapons and street.MOST_A_TICK < CHANNELS


def test_the_score_waits_in_silence_until_the_fight_is_long_over() -> None:
    with listening() as sound:
        sound.begin(replace(level(), name="venice_blvd"))
        for _ in range(200):
            sound.take([], street_view())
        assert sound._music.shares == pytest.approx([0.6, 0.0]) and "score/venice_base" in sounding(sound)
        for _ in range(60):
            sound.take([shot(55.0)], street_view())
        assert sound._music.shares == [0.0, 0.0], "no music in a fight"
        for _ in range(QUIET_TICKS + 200):
            sound.take([], street_view())
        assert sound._music.shares[0] > 0.5


def test_the_title_has_its_score_and_a_run_ends_it() -> None:
    with listening() as sound:
        sound.leave_street()
        sound.voices.hush()
        sound.title()
        assert {"score/title_base", "score/title_high"} <= sounding(sound)
        sound.begin(level())
        assert "score/title_base" not in sounding(sound)


def test_the_layers_of_a_score_are_of_one_length() -> None:
    with listening() as sound:
        for names in (TITLE, *STREETS.values()):
            assert len({sound.bank.rungs(name)[0].get_length() for name in names}) == 1
