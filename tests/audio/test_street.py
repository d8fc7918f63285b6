"""A street as it is heard: place, distance, lateness, voices that give way, deafness, and silence without a device."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.app.cli import main
from game.audio import street
from game.audio.desk import Desk
from game.audio.ears import SOUND_SPEED, Ears
from game.audio.sound import Sound, Volumes
from game.audio.street import open_sound
from game.audio.voices import CHANNELS
from game.sim import events as ev
from game.sim.view import HelicopterView, PersonView
from tests.audio.streets import CATALOG, SOUNDS, level, listening, loudest, person, sounding, street_view, vehicle

EARS = Ears(50.0, 50.0)


@pytest.fixture(autouse=True)
def dummy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def shot(x: float, who: int = 6) -> ev.ShotFired:
    return ev.ShotFired(who, "carbine", x, 50.0, 0)


def test_what_is_right_is_heard_right_and_what_is_far_is_faint_and_late() -> None:
    right, left, far = (EARS.hear(x, 50.0, 1.0, 40.0) for x in (65.0, 35.0, 200.0))
    assert right and left and far
    assert right.right > right.left * 2 and right[:2] == (left.right, left.left)
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
        clips = [take.clip for take in sound.bank.takes("tail/rifle_canyon")]
        tails = [voice for voice in sound.voices.street() if voice.channel.get_sound() in clips]
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
        sound.take([], street_view())
        sound.take([ev.Exploded(52.0, 50.0, 9e5, "charge"), ev.Deafened(5, 240)], street_view(deaf=1.0))
        assert loudest(sound, "blast/charge") > 0.5, "what deafens is heard"
        for _ in range(street.SHOCK_TICKS + 6):
            sound.take([], street_view(deaf=1.0))
        assert loudest(sound, "blast/charge") < 0.06, "and cut off"
        sound.take([shot(55.0)], street_view(deaf=1.0))
        assert loudest(sound, "shot/carbine") == 0.0, "its brightness is gone"
        assert 0.0 < loudest(sound, "shot/carbine_far") < 0.06
        assert loudest(sound, "ear/ringing") > 0.2
        sound.begin(level())
        sound.take([shot(50.0)], street_view())
        assert loudest(sound, "shot/carbine") > 0.3


def test_a_radio_presses_the_street_down_and_a_man_beside_a_little() -> None:
    with listening() as sound:
        for is_radio, depth in ((True, 0.5), (False, 0.72)):
            sound.begin(level())
            for _ in range(30):
                sound.take([], street_view())
            before = loudest(sound, "room/city_day")
            sound.take([ev.Spoken("Dispatch", "All units respond, Venice.", is_radio)], street_view())
            for _ in range(20):
                sound.take([], street_view())
            assert loudest(sound, "room/city_day") == pytest.approx(before * depth, rel=0.1)


def test_one_line_ends_where_the_next_begins() -> None:
    with listening() as sound:
        for who in ("Trejo", "Dispatch"):
            sound.take([ev.Spoken(who, "Patrol car, from the west, just driving by.", True)], street_view())
        assert "radio/woman_low_long" in sounding(sound)
        pygame.time.wait(150)
        assert "radio/man_high_long" not in sounding(sound)


def test_engines_sirens_and_tyres_follow_the_street() -> None:
    with listening() as sound:
        sound.take([], street_view(vehicles=(vehicle(has_siren=True),)))
        assert {"engine", "siren"} <= sounding(sound)
        sliding = vehicle(rpm=0.95, slip=6.0, speed=9.0, tyres=(0.0, 1.0, 1.0, 1.0), is_burning=True)
        sound.take([], street_view(vehicles=(sliding,)))
        assert {"engine", "squeal", "rim", "fire"} <= sounding(sound) and "siren" not in sounding(sound)
        assert sound._loops.playing["engine", 9][1] >= 6, "a high rung"
        sound.take([], street_view())
        assert not sound._loops.playing


def test_a_siren_behind_a_block_is_dull_and_faint() -> None:
    with listening() as sound:
        here, behind = vehicle(9, 50.0, 60.0, has_siren=True), vehicle(9, 50.0, 100.0, has_siren=True)
        clear = vehicle(9, 90.0, 50.0, has_siren=True)
        heard = []
        for car in (here, behind, clear):
            sound.begin(level())
            sound.take([], street_view(vehicles=(car,)))
            heard.append(sound._loops.playing["siren", 9][0])
        assert heard[1].dull > 0.5 > heard[0].dull and heard[2].dull < 0.1
        behind_house, in_the_open = (one.left + one.right for one in heard[1:])
        assert behind_house < in_the_open * 0.6, "nearly as far away, but with a house between"


def test_a_rotor_over_the_roofs_is_heard_past_a_block_and_bends_as_it_goes_by() -> None:
    with listening() as sound:
        heard = []
        for heading in (0, 32768):
            air = HelicopterView(3, "air_unit", 50.0, 100.0, heading + 16384, 30.0, 50.0, 60.0, 7.0, True, False)
            sound.begin(level())
            sound.take([], replace(street_view(), helicopters=(air,)))
            heard.append(sound._loops.playing["rotor", 3][0])
        going, coming = heard
        assert going.rate < 0.95 < 1.05 < coming.rate
        assert going.dull == 0.0, "it flies above every wall"
        sound.take([], street_view())
        assert not sound._loops.playing


def test_a_shot_behind_a_block_is_the_far_one() -> None:
    with listening() as sound:
        sound.take([ev.ShotFired(6, "carbine", 50.0, 85.0, 0), ev.GlassBroken(30.0, 85.0, -1)], street_view())
        for _ in range(10):
            sound.take([], street_view())
        assert "shot/carbine_far" in sounding(sound) and "shot/carbine" not in sounding(sound)
        assert "glass/pane (dull)" in sounding(sound)


def test_feet_are_heard() -> None:
    with listening() as sound:
        for _ in range(60):
            sound.take([], street_view(people=(person(8, 52.0, 50.0, 1.5),)))
        assert "step/hard_walk" in sounding(sound)
        for _ in range(60):
            sound.take([], street_view(people=(person(8, 52.0, 50.0, 4.5),)))
        assert "step/hard_run" in sounding(sound)


def test_volumes_are_the_players() -> None:
    with listening(Volumes(effects=0.0)) as sound:
        sound.take([shot(50.0)], street_view())
        assert "shot/carbine" in sounding(sound) and loudest(sound, "shot/carbine") == 0.0
        sound.follow(Volumes())
        assert loudest(sound, "shot/carbine") > 0.3


def test_each_bus_has_its_own_volume() -> None:
    line, radio = ev.Spoken("Neil", "Masks.", False), ev.Spoken("Trejo", "Go.", True)
    for silent, name in (("speech", "talk/man_low_short"), ("speech", "radio/man_high_short"), ("ui", "ui/move")):
        with listening(Volumes(**{silent: 0.0})) as sound:
            sound.take([line, radio], street_view())
            sound.sign("move")
            assert name in sounding(sound) | {"ui/move"} and loudest(sound, name) == 0.0
    with listening(Volumes(engines=0.0)) as sound:
        sound.take([shot(50.0)], street_view(vehicles=(vehicle(has_siren=True),)))
        assert all(voice.left == 0.0 for voice, _ in sound._loops.playing.values())
        assert loudest(sound, "shot/carbine") > 0.3


def test_mono_is_one_ear_even_where_the_file_has_two() -> None:
    with listening(device=(desk := Desk()), volumes=Volumes(is_mono=True)) as sound:
        for tick in range(40):
            sound.take([shot(70.0)] if tick == 1 else [], street_view(vehicles=(vehicle(9, 80.0, 50.0),)))
            sound.feed()
            block = desk.block()
            assert (abs(block[:, 0].astype(int) - block[:, 1]) <= 1).all()
        sound.follow(Volumes())
        sound.bank.wait()
        tail = sound.bank.takes("tail/rifle_canyon")[0].clip.samples
        assert (tail[:, 0] != tail[:, 1]).any(), "turned back, it is read anew"


def test_people_murmur_and_cry_out_when_it_begins() -> None:
    def crowd(stance: str) -> tuple[PersonView, ...]:
        one = person(8, 53.0, 50.0)
        return tuple(
            replace(one, id=20 + n, x=50.0 + n, side="civilian", spec="pedestrian_b", stance=stance) for n in range(8)
        )

    with listening() as sound:
        for _ in range(100):
            sound.take([], street_view(people=crowd("stand")))
        calm = loudest(sound, "crowd/calm")
        assert calm > 0.1 and loudest(sound, "crowd/panic") == 0.0
        for _ in range(8):
            sound.take([], street_view(people=crowd("cower")))
        assert "voice/scream_woman" in sounding(sound), "without a word, in her own throat"
        for _ in range(100):
            sound.take([], street_view(people=crowd("cower")))
        assert loudest(sound, "crowd/panic") > 0.1 and loudest(sound, "crowd/calm") < calm / 2


def test_the_air_of_a_place_fades_into_that_of_the_next() -> None:
    with listening() as sound:
        inside = replace(street_view(), focus_x=25.0)
        for _ in range(30):
            sound.take([], street_view())
        assert "room/city_day" in sounding(sound)
        for _ in range(50):
            sound.take([], inside)
        assert {"room/city_day", "room/underpass"} <= sounding(sound), "both on the way"
        for _ in range(80):
            sound.take([], inside)
        assert "room/city_day" not in sounding(sound) and loudest(sound, "room/underpass") > 0.2


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
        sound.take([shot(55.0)], street_view(vehicles=(vehicle(),)))
        sound.feed()
        pygame.mixer.quit()
        sound.feed()
        sound.take([shot(55.0)], street_view())
        sound.take([shot(55.0)], street_view())
        sound.rest()
        sound.resume()
        sound.sign("move")
        sound.begin(level())
        sound.leave_street()
        sound.follow(Volumes())
        sound.score("title")


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
