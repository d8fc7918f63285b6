"""Every event has its sound or is silent on purpose; every sound that is named has been baked."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from game.audio.bank import _files
from game.audio.cue import Cue
from game.audio.cues import CUES, IMPACTS, SILENT, Scene, cues_of, engine_class
from game.audio.steps import GROUNDS
from game.content.catalog import load_catalog
from game.sim import events as ev
from tests.audio.streets import CATALOG, SOUNDS, street_view, vehicle

BANK = {name for name, _ in _files(SOUNDS)}
EVENTS = [kind for kind in vars(ev).values() if isinstance(kind, type) and issubclass(kind, ev.Event)]
EVENTS.remove(ev.Event)
SCENE = Scene(street_view(vehicles=(vehicle(),)), CATALOG)
WORDS = {"weapon": "carbine", "material": "brick", "cause": "spikes", "place": "torso"}


def sample(kind: type[ev.Event], **values: Any) -> ev.Event:
    """An event of that class: the player did it, at his car, loudly."""
    made: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        number = 9 if field.name == "vehicle" else 5
        plain = {"int": number, "float": 60.0, "bool": True, "str": WORDS.get(field.name, "neil")}
        made[field.name] = plain[str(field.type)]
    made.update({name: 90_000.0 for name in made if name == "joules"})
    return kind(**(made | values))


def heard(event: ev.Event) -> list[Cue]:
    return list(cues_of(event, SCENE))


def test_every_event_is_heard_or_silent_on_purpose() -> None:
    assert set(EVENTS) == set(CUES) | SILENT
    assert not set(CUES) & SILENT


@pytest.mark.parametrize("kind", sorted(CUES, key=lambda kind: kind.__name__))
def test_what_an_event_names_has_been_baked(kind: type[ev.Event]) -> None:
    cues = heard(sample(kind))
    assert cues, "a sample of it is heard"
    for cue in cues:
        assert cue.sound in BANK
        assert not cue.far or cue.far in BANK
        assert 0 <= cue.priority <= 10 and 0 < cue.gain <= 1


def test_every_weapon_material_and_vehicle_has_its_sound() -> None:
    catalog = load_catalog()
    for name in catalog.weapons:
        shots = heard(sample(ev.ShotFired, weapon=name))
        assert {shot.sound for shot in shots} <= BANK and shots[0].sound == f"shot/{name}"
        assert all(f"tail/{shots[0].tail}_{place}" in BANK for place in ("canyon", "underpass", "lot"))
        assert all(cue.sound in BANK for cue in heard(sample(ev.ReloadEnded, weapon=name)))
    assert set(catalog.materials) == set(IMPACTS)
    assert {f"impact/{sound}" for sound in IMPACTS.values()} <= BANK
    assert set(GROUNDS) <= set(catalog.surfaces) and {f"step/{sound}" for sound in GROUNDS.values()} <= BANK
    for name in catalog.vehicles:
        assert {f"{family}/{engine_class(catalog, name)}" for family in ("engine", "horn")} <= BANK


def test_a_crash_sounds_as_heavy_as_it_is() -> None:
    sounds = [[c.sound for c in heard(sample(ev.VehicleImpact, joules=j))] for j in (100.0, 2e3, 5e4, 5e5)]
    assert sounds == [[], ["crash/light"], ["crash/hard"], ["crash/wreck"]]


def test_a_near_miss_and_deafness_are_the_players_own() -> None:
    assert heard(sample(ev.NearMiss)) and not heard(sample(ev.NearMiss, who=6))
    assert heard(sample(ev.Deafened)) and not heard(sample(ev.Deafened, who=6))


def test_only_a_radio_is_heard_speaking() -> None:
    assert heard(sample(ev.Spoken)) and not heard(sample(ev.Spoken, is_radio=False))


def test_who_has_left_makes_no_sound() -> None:
    assert not heard(sample(ev.DryFire, who=77)) and not heard(sample(ev.HornSounded, vehicle=77))
