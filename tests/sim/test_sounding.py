"""Sounds of the place: their timetable, and the beat that turns them on and off."""

from __future__ import annotations

from dataclasses import replace

from game.audio.cues import PLACE_SOUNDS
from game.content.level import Beat, SoundSource
from game.content.text import load_text
from game.levels.digest import level_digest
from game.levels.members import CHOICES
from game.sim import events
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import call, catalog, person, run, those, yard_level

BELL = SoundSource(20.0, 20.0, "bell", "alarm_bell", 2.0, is_on=False)
JET = SoundSource(0.0, 0.0, "jet", "jet_pass", 3.0, 0.5)


def heard(*beats: Beat, seconds: float) -> list[tuple[str, int]]:
    level = replace(yard_level([person("neil", 20, 50)], beats=beats), sounds=(BELL, JET))
    world = World.new(level, catalog(), RunSetup(level.name))
    found = []
    for _ in range(int(seconds * 60)):
        found += [(event.name, world.tick) for event in those(run(world, 1 / 60), events.PlaceSounded)]
    return found


def test_what_is_on_is_heard_by_its_timetable_and_what_is_off_is_not() -> None:
    assert heard(seconds=7.0) == [("jet", 30), ("jet", 210), ("jet", 390)]


def test_a_beat_starts_an_alarm_and_another_ends_it() -> None:
    rings = Beat("rings", when=call("seconds", after=1.0), do=(call("switch_sound", sound="bell"),))
    ends = Beat(
        "ends", after=("rings",), when=call("seconds", after=5.0), do=(call("switch_sound", sound="bell", is_on=False),)
    )
    bells = [tick for name, tick in heard(rings, ends, seconds=12.0) if name == "bell"]
    assert len(bells) == 3
    assert bells[1] - bells[0] == bells[2] - bells[1] == 120


def test_levels_without_sounds_keep_their_digest_and_those_with_have_their_own() -> None:
    level = yard_level([person("neil", 20, 50)])
    assert level_digest(replace(level, sounds=(JET,))) != level_digest(level)


def test_every_sound_a_level_may_have_is_heard_and_written_down() -> None:
    words = CHOICES[("Sound", "sound")]
    assert set(PLACE_SOUNDS) == {*words, "jet_far"}, "a flight is heard from afar as well"
    assert all(load_text()(f"caption.{word}") for word in words)
