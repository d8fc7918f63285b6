"""Captions: everything that matters is written down with where it came from, and nothing that does not."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from game.content.catalog import load_catalog
from game.content.text import load_text
from game.render.captions import CAPTIONS, IN_EARS, NEAR_ONLY, SIREN_METRES, UNWRITTEN, Sirens, name_of, place_of
from game.render.hud import Hud
from game.sim import events as ev
from game.sim.view import View
from tests.render.test_hud_views import view
from tests.render.views import person, vehicle

WEAPONS = load_catalog().weapons
EVENTS = [kind for kind in vars(ev).values() if isinstance(kind, type) and issubclass(kind, ev.Event)]
EVENTS.remove(ev.Event)


def sample(kind: type[ev.Event], **values: Any) -> ev.Event:
    plain = {"int": 70, "float": 90_000.0, "bool": True, "str": "carbine"}
    made = {field.name: plain[str(field.type)] for field in dataclasses.fields(kind)}
    return kind(**(made | ({"sound": "tram"} if "sound" in made else {}) | values))


def lines(*events: ev.Event, seen: View | None = None) -> list[str]:
    hud = Hud(load_text(), (1280, 720), people=load_catalog().people, weapons=WEAPONS)
    hud.take(events, seen or view())
    return [line for _, line, _ in hud._speech._captions]


def test_every_event_is_written_down_or_on_purpose_not() -> None:
    assert set(EVENTS) == set(CAPTIONS) | UNWRITTEN and not set(CAPTIONS) & UNWRITTEN


@pytest.mark.parametrize("kind", sorted(CAPTIONS, key=lambda kind: kind.__name__))
def test_every_caption_has_its_words(kind: type[ev.Event]) -> None:
    name = name_of(sample(kind), WEAPONS)
    assert name and not load_text()(f"caption.{name}").startswith("caption.")


def test_every_gun_is_named() -> None:
    for weapon in WEAPONS:
        assert load_text()(f"caption.{name_of(sample(ev.ShotFired, weapon=weapon), WEAPONS)}")
    assert set(NEAR_ONLY) <= {name_of(sample(kind), WEAPONS) for kind in CAPTIONS}


def test_a_reload_round_the_corner_is_read_and_one_down_the_street_is_not() -> None:
    now = view()
    near, far = (
        dataclasses.replace(person(70, 0.0, 0.0, "patrol", "police"), x=now.focus_x + metres, y=now.focus_y)
        for metres in (20.0, 55.0)
    )
    reload = ev.ReloadStarted(70, "carbine", True)
    assert lines(reload, seen=dataclasses.replace(now, people=(near,))) == ["[reload, right] →"]
    assert lines(reload, seen=dataclasses.replace(now, people=(far,))) == []


def test_a_siren_is_read_when_it_comes_near_though_nobody_switched_it() -> None:
    now, sirens = view(), Sirens()

    def with_siren(metres: float) -> View:
        car = dataclasses.replace(
            vehicle(71, 0.0, 0.0, "patrol_car", "#ffffff"), x=now.focus_x - metres, y=now.focus_y, has_siren=True
        )
        return dataclasses.replace(now, vehicles=(car,))

    assert sirens.take(with_siren(SIREN_METRES + 5)) == []
    assert sirens.take(with_siren(SIREN_METRES - 5)) and not sirens.take(with_siren(SIREN_METRES - 6)), "once"
    assert lines(seen=with_siren(100.0)) == ["[siren, left, far] ←"]


def test_what_is_in_ones_ears_has_no_direction() -> None:
    now = view()
    assert lines(ev.Deafened(now.player, 240)) == ["[ringing in the ears]"]
    assert lines(ev.Deafened(99, 240)) == [] and "ringing" in IN_EARS
    assert lines(ev.NearMiss(now.player, 0.4)) == ["[round goes past]"]
    assert lines(ev.StageRaised(2, "shots")) == ["[radio: more units]"]


def test_what_the_player_does_himself_is_not_read() -> None:
    now = view()
    assert place_of(ev.ReloadStarted(now.player, "carbine", True), now) is None


def test_a_sound_of_the_place_that_goes_on_is_written_once() -> None:
    from dataclasses import replace

    hud = Hud(load_text(), (1280, 720), people=load_catalog().people, weapons=WEAPONS)
    written = []
    for second in range(40):
        seen = replace(view(), tick=60 * second)
        hud.take([ev.PlaceSounded("alarm", "alarm_car", 90.0, 40.0)] if second % 2 == 0 else [], seen)
        written.append(any(ticks == 96 for _, _, ticks in hud._speech._captions))
    assert sum(written) == 1 and written[0]
