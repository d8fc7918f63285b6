"""Every event has its sound or is silent on purpose; every sound that is named has been baked."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from game.audio.bank import files
from game.audio.casting import MEN, THROATS, roles, throat
from game.audio.cue import SPEECH, Cue
from game.audio.cues import CUES, IMPACTS, PLACE_SOUNDS, RELOADS, SILENT, USES, cues_of
from game.audio.places import KINDS, STREETS
from game.audio.rooms import HOURS, PASSING, room_of
from game.audio.scene import Scene, engine_class
from game.audio.steps import GAINS, GROUNDS
from game.content.catalog import load_catalog
from game.sim import events as ev
from tests.audio.streets import CATALOG, SOUNDS, level, person, street_view, vehicle

BANK = {name for name, _ in files(SOUNDS)}
EVENTS = [kind for kind in vars(ev).values() if isinstance(kind, type) and issubclass(kind, ev.Event)]
EVENTS.remove(ev.Event)
SCENE = Scene(street_view(vehicles=(vehicle(),)), CATALOG)
TAILED = {*STREETS, *KINDS} - {"room"}
WORDS = {"weapon": "carbine", "material": "brick", "cause": "spikes", "place": "torso", "sound": "alarm_bell"}


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


def test_every_sound_of_the_place_has_been_baked() -> None:
    assert {sound for sound, _, _ in PLACE_SOUNDS.values()} <= BANK


def test_every_weapon_material_and_vehicle_has_its_sound() -> None:
    catalog = load_catalog()
    for name in catalog.weapons:
        shots = heard(sample(ev.ShotFired, weapon=name))
        assert {shot.sound for shot in shots} <= BANK and shots[0].sound == f"shot/{name}"
        assert all(f"tail/{shots[0].tail}_{place}" in BANK for place in TAILED)
        assert all(cue.sound in BANK for cue in heard(sample(ev.ReloadEnded, weapon=name)))
    assert set(catalog.materials) == set(IMPACTS)
    assert {f"impact/{sound}" for sound in IMPACTS.values()} <= BANK
    assert (
        set(GROUNDS) <= set(catalog.surfaces)
        and {f"step/{sound}_{gait}" for sound in ("hard", *GROUNDS.values()) for gait in GAINS} <= BANK
    )
    for name in catalog.vehicles:
        assert {f"{family}/{engine_class(catalog, name)}" for family in ("engine", "horn")} <= BANK


def test_a_crash_sounds_as_heavy_as_it_is() -> None:
    sounds = [[c.sound for c in heard(sample(ev.VehicleImpact, joules=j))] for j in (100.0, 2e3, 5e4, 5e5)]
    assert sounds == [[], ["crash/light"], ["crash/hard"], ["crash/wreck"]]


def test_a_near_miss_and_deafness_are_the_players_own() -> None:
    assert heard(sample(ev.NearMiss)) and not heard(sample(ev.NearMiss, who=6))
    assert heard(sample(ev.Deafened)) and not heard(sample(ev.Deafened, who=6))


def test_a_line_is_heard_in_the_throat_of_its_speaker_and_as_long_as_it_is() -> None:
    short, long = (heard(sample(ev.Spoken, who="Neil", line=line, is_radio=False))[0] for line in ("Go.", "Go " * 20))
    assert short.sound == "talk/man_low_short" and long.sound == "talk/man_low_long"
    assert short.bus == SPEECH and short.place is None, "his own voice is in his ears"
    dispatch = heard(sample(ev.Spoken, who="Dispatch", line="All units.", is_radio=True))[0]
    assert dispatch.sound == "radio/woman_low_short"
    view = street_view(people=(dataclasses.replace(person(8, 60.0, 50.0), spec="cheritto"),))
    beside = next(iter(cues_of(sample(ev.Spoken, who="Cheritto", line="Now.", is_radio=False), Scene(view, CATALOG))))
    assert beside.place == (60.0, 50.0) and "man_rough" in beside.sound, "others speak from where they stand"


def test_everybody_has_a_throat_and_it_stays_his() -> None:
    assert set(roles()) <= {*CATALOG.people, "dispatch"} and set(roles().values()) == set(THROATS)
    for name in (*CATALOG.people, "Somebody Else"):
        assert throat(name) in THROATS and throat(name) == throat(name)
    assert throat("pedestrian_d") == "woman" and throat("patrol") in MEN
    lines = {
        f"{kind}/{who}_{size}" for kind in ("talk", "radio") for who in THROATS for size in ("short", "middle", "long")
    }
    cries = {f"voice/{cry}_{who}" for cry in ("shout", "pain", "scream") for who in THROATS}
    assert lines | cries <= BANK


def test_every_place_and_hour_has_its_air() -> None:
    assert {room_of(place, hour) for place in KINDS for hour in ("noon", *HOURS)} <= BANK
    assert {sound for sounds in PASSING.values() for sound in sounds} <= BANK


def test_each_kind_of_gun_is_reloaded_in_its_own_way() -> None:
    steps = {kind: [c.sound for c in heard(sample(ev.ReloadEnded, weapon=gun))]
             for kind, gun in (("rifle", "carbine"), ("pistol", "usp"), ("revolver", "revolver_38"))}  # fmt: skip
    assert steps["rifle"][-1] == "reload/bolt" and steps["pistol"][-1] == "reload/slide"
    assert "reload/shell" in steps["revolver"]
    assert {f"reload/{step}" for both in RELOADS.values() for steps in both for step in steps} <= BANK
    dropped = heard(sample(ev.ReloadStarted, weapon="carbine"))
    assert "reload/magazine_drop" in {cue.sound for cue in dropped}, "an empty magazine falls"
    assert set(USES.values()) <= BANK


def test_brass_is_hardly_heard_on_grass() -> None:
    grass = dataclasses.replace(level(), surfaces=("grass",))
    cues = list(cues_of(sample(ev.ShotFired), Scene(street_view(), CATALOG, grass)))
    assert "brass/casing_soft" in {cue.sound for cue in cues}
    assert "brass/casing" in {cue.sound for cue in heard(sample(ev.ShotFired))}


def test_the_charge_opens_the_doors_and_a_tank_has_no_crack() -> None:
    charge = [c.sound for c in heard(sample(ev.Exploded, cause="charge"))]
    assert charge == ["blast/charge", "door/cargo"]
    assert [c.sound for c in heard(sample(ev.Exploded, cause="fire"))] == ["blast/fuel"]


def test_who_has_left_makes_no_sound() -> None:
    assert not heard(sample(ev.DryFire, who=77)) and not heard(sample(ev.HornSounded, vehicle=77))
