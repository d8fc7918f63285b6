"""The shipped figures as a player meets them: cars that drive like cars, guns that fight like guns, people one can
tell apart. Bounds are wide; what they catch is a slipped digit and a table that contradicts the story."""

from __future__ import annotations

import itertools
import math

import pytest

from game.content.catalog import load_catalog
from game.content.specs import PersonSpec, VehicleSpec, WeaponSpec

CATALOG = load_catalog()
VEHICLES = list(CATALOG.vehicles.values())
WEAPONS = list(CATALOG.weapons.values())
PEOPLE = list(CATALOG.people.values())
GRAVITY = 9.81
CREW = ("neil", "chris", "cheritto", "trejo", "waingro")


def full_throttle(spec: VehicleSpec, speed: float) -> tuple[float, float, float]:
    """Metres and seconds to reach `speed` from a standstill on dry asphalt (inf when never), and the top speed."""
    x = v = 0.0
    reached = (math.inf, math.inf)
    for tick in range(60 * 90):
        pull = min(spec.force, spec.power / max(v, 1.0), spec.grip * spec.mass * GRAVITY)
        v += (pull - spec.drag * v * v - spec.roll) / spec.mass / 60
        x += v / 60
        if v >= speed and reached[0] == math.inf:
            reached = (x, tick / 60)
    return (*reached, v)


DRIVES = {
    # seconds to 100 km/h, top speed in m/s
    "car": ((5.5, 14.0), (42.0, 62.0)),
    "van": ((9.0, 22.0), (34.0, 48.0)),
    "truck": ((6.0, 14.0), (40.0, 55.0)),
    "heavy": ((11.0, 60.0), (26.0, 42.0)),
}


@pytest.mark.parametrize("spec", VEHICLES, ids=lambda spec: spec.name)
def test_a_vehicle_pulls_like_its_kind(spec: VehicleSpec) -> None:
    (quick, slow), (least, most) = DRIVES[spec.kind]
    _, seconds, top = full_throttle(spec, 100 / 3.6)
    assert quick < seconds < slow
    assert least < top < most


@pytest.mark.parametrize("spec", VEHICLES, ids=lambda spec: spec.name)
def test_a_vehicle_is_built_like_one(spec: VehicleSpec) -> None:
    assert 0.5 < spec.wheelbase / spec.length < 0.7
    assert 100 < spec.mass / (spec.length * spec.width) < 800
    assert 0.011 < spec.roll / (spec.mass * GRAVITY) < 0.02
    assert spec.brake <= spec.grip * GRAVITY + 0.01, "brakes cannot do more than the tyres"
    assert 3.4 < spec.wheelbase / math.tan(math.radians(spec.steer_lock_degrees)) < 9, "turning circle"
    assert spec.seats[0].name == "driver" and spec.seats[0].door == "left" and spec.seats[0].y < 0
    for seat in spec.seats:
        assert seat.door != "left" or seat.y <= 0
        assert seat.door != "right" or seat.y >= 0
    for one, other in itertools.combinations(spec.seats, 2):
        assert abs(one.x - other.x) > 0.4 or abs(one.y - other.y) > 0.4, "two people do not sit on each other"


def test_the_rig_can_do_its_part() -> None:
    """From under the overpass it must be fast enough, in the length of the street, to lay the armoured truck over."""
    rig, target = CATALOG.vehicles["tow_truck"], CATALOG.vehicles["armored_truck"]
    metres, _, _ = full_throttle(rig, 17.0)
    assert 50 < metres < 70
    joules = 0.5 * rig.mass * target.mass / (rig.mass + target.mass) * 17.0 * 17.0
    assert joules > target.tip_joules * 1.2
    for other in VEHICLES:
        if other.name not in ("tow_truck", "armored_truck"):
            fast = 0.5 * other.mass * target.mass / (other.mass + target.mass) * 20.0 * 20.0
            assert fast < target.tip_joules * 1.5, "only weight does it"


def test_the_crew_finds_room() -> None:
    for name in ("ambulance", "station_wagon"):
        assert len(CATALOG.vehicles[name].seats) >= len(CREW)
    assert sum(seat.door == "rear" for seat in CATALOG.vehicles["armored_truck"].seats) >= 2
    assert CATALOG.vehicles["armored_truck"].has_cargo_doors
    assert [spec.name for spec in VEHICLES if spec.has_siren] == [
        "ambulance",
        "patrol_car",
        "detective_sedan",
        "swat_van",
    ]


def test_patrol_cars_are_quicker_than_what_they_chase() -> None:
    quick = full_throttle(CATALOG.vehicles["patrol_car"], 25)[1]
    for name in ("ambulance", "station_wagon", "pickup", "sedan", "taxi"):
        assert quick < full_throttle(CATALOG.vehicles[name], 25)[1]


@pytest.mark.parametrize("weapon", WEAPONS, ids=lambda weapon: weapon.name)
def test_a_weapon_is_built_like_its_kind(weapon: WeaponSpec) -> None:
    energy = {"pistol": (400, 600), "revolver": (200, 400), "smg": (350, 650), "rifle": (1200, 2100)}
    energy |= {"shotgun": (200, 350), "sniper": (3000, 4000)}
    low, high = energy[weapon.kind]
    assert low <= weapon.energy <= high
    grams = 2000 * weapon.energy / (weapon.muzzle_speed * weapon.muzzle_speed)
    assert 3 < grams < 17, "energy and speed give the weight of a real projectile"
    assert weapon.is_one_handed == (weapon.kind in ("pistol", "revolver") or weapon.name == "machine_pistol")
    assert (weapon.pellets > 1) == (weapon.kind == "shotgun")
    assert weapon.is_loaded_singly == (weapon.kind in ("shotgun", "revolver"))
    assert weapon.is_automatic == (weapon.kind in ("smg", "rifle"))
    if weapon.is_automatic:
        climb = weapon.recoil_mrad * weapon.rounds_per_minute / 60
        assert climb > weapon.recoil_decay_mrad, "held down, it opens up"
        after_five = weapon.spread_mrad + 5 * weapon.recoil_mrad
        assert after_five < weapon.hip_mrad * 1.2, "a burst of five is still aimed fire"


def test_what_stops_what() -> None:
    """Pistols stop in a vest, rifles do not; doors are no cover against rifles, engines and plates are."""
    materials, weapons = CATALOG.materials, CATALOG.weapons
    for weapon in WEAPONS:
        assert weapon.energy < materials["engine"].stops_joules
        assert weapon.energy < materials["armour"].stops_joules
        assert weapon.energy > materials["car_glass"].stops_joules
        is_long = weapon.kind in ("rifle", "sniper")
        assert (weapon.energy > materials["vest_soft"].stops_joules + 30) == is_long
        assert (weapon.energy > materials["car_body"].stops_joules * 2) == is_long
    assert weapons["carbine"].energy <= materials["vest_hard"].stops_joules < weapons["m16"].energy
    assert not materials["fence"].is_opaque and materials["fence"].stops_joules == 0
    assert materials["hedge"].is_opaque and materials["hedge"].stops_joules < 50


@pytest.mark.parametrize("spec", PEOPLE, ids=lambda spec: spec.name)
def test_a_person_is_built_like_one(spec: PersonSpec) -> None:
    assert 1.0 <= spec.walk_speed <= 1.8 and 3.0 <= spec.run_speed <= 5.3
    assert (50 if spec.build > 0.7 else 20) <= spec.mass <= 110, "children are slight"
    brain = CATALOG.brains[spec.brain]
    assert (brain.shoots == "never") == (spec.side == "civilian") == (not spec.weapons)
    assert not spec.vest or CATALOG.materials[spec.vest].dust == "cloth"
    assert spec.side != "crew" or brain.shoots == "back", "the crew never starts it"


def test_the_story_has_its_gear() -> None:
    people = CATALOG.people
    assert people["neil"].magazines == 5 and people["neil"].charges == 1 and people["neil"].zip_ties == 1
    assert people["chris"].charges == 2
    assert people["waingro"].weapons == ("pistol_45",) and people["waingro"].brain == "hothead"
    assert people["cheritto"].strength == max(spec.strength for spec in PEOPLE)
    hothead = CATALOG.brains["hothead"]
    assert 8 < 1 / hothead.temper_gain < 10
    assert all(brain.temper_gain == 0 for brain in CATALOG.brains.values() if brain.name != "hothead")
    assert all(CATALOG.brains[people[name].brain].discipline == 1 for name in CREW if name != "waingro")


def test_nerve_grows_from_passer_by_to_crew() -> None:
    order = ("civilian", "guard", "patrol", "detective", "swat", "crew", "leader")
    brains = [CATALOG.brains[name] for name in order]
    assert [brain.courage for brain in brains] == sorted(brain.courage for brain in brains)
    assert [brain.aim_error_mrad for brain in brains[:5]] == sorted(
        (b.aim_error_mrad for b in brains[:5]), reverse=True
    )
    difficulties = [CATALOG.difficulties[name] for name in ("story", "film", "professional")]
    for field in ("police_reaction", "police_spread", "clock", "control", "aim_assist"):
        values = [getattr(spec, field) for spec in difficulties]
        assert values == sorted(values, reverse=True)
    assert [spec.damage_to_crew for spec in difficulties] == sorted(spec.damage_to_crew for spec in difficulties)


def difference(one: str, other: str) -> float:
    """How far apart two paints look, roughly: channels weighted as the eye does, 0 to about 765."""
    a, b = ([int(paint[i : i + 2], 16) for i in (1, 3, 5)] for paint in (one, other))
    return math.sqrt(sum(w * (p - q) * (p - q) for w, p, q in zip((2, 4, 3), a, b, strict=True)))


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(CREW, 2)))
def test_the_crew_is_told_apart_from_above(one: str, other: str) -> None:
    a, b = CATALOG.people[one], CATALOG.people[other]
    coats = difference(a.coat, b.coat)
    marks = coats + difference(a.hair, b.hair) / 2 + abs(a.build - b.build) * 300
    assert coats > 45, "coats of two shades"
    assert marks > 120
