"""The catalog reader: the shipped files load, every kind of fault is found and named, the digest is an identity."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game.content
from game.content.catalog import KINDS, load_catalog
from game.content.faults import ContentError, Fault, UnusableFile
from game.content.limits import COLOURS, NAMES, RANGES, WORDS
from game.content.spec_reader import read_spec, to_ticks, written_key
from game.content.toml_reader import read_toml

CONTENT = Path(game.content.__file__).parent
Change = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped catalog to spoil."""
    for part in KINDS:
        shutil.copy(CONTENT / f"{part}.toml", tmp_path)
    return tmp_path


@pytest.fixture
def change(folder: Path) -> Change:
    """Replaces the first occurrence of a text in one file of the copy."""

    def replace(part: str, old: str, new: str) -> None:
        path = folder / f"{part}.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def faults_in(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_catalog(folder)
    return [str(fault) for fault in caught.value.faults]


def test_the_shipped_catalog_loads() -> None:
    catalog = load_catalog()
    assert catalog.vehicles["ambulance"].mass == 4600.0
    assert catalog.weapons["carbine"].reload_ticks == 114
    assert catalog.people["neil"].weapons == ("carbine", "usp")
    assert catalog.vehicles["ambulance"].seats[0].name == "driver"
    assert all(name == spec.name for name, spec in catalog.vehicles.items())


def test_the_copy_is_the_same_catalog(folder: Path) -> None:
    assert load_catalog(folder) == load_catalog()


FAULTS = [
    # file, table, key that is blamed, text in the shipped file, what it becomes, a piece of the message
    ("vehicles", "ambulance", "mas", "mass = 4600", "mas = 4600", "unknown"),
    ("vehicles", "ambulance", "mass", "mass = 4600", "", "missing, expected a number from 300"),
    ("vehicles", "ambulance", "mass", "mass = 4600", 'mass = "heavy"', "expected a number"),
    ("vehicles", "ambulance", "mass", "mass = 4600", "mass = true", "a number"),
    ("vehicles", "ambulance", "mass", "mass = 4600", "mass = nan", "a number"),
    ("vehicles", "ambulance", "mass", "mass = 4600", "mass = inf", "a number"),
    ("vehicles", "ambulance", "mass", "mass = 4600", "mass = -4600", "300 to 40000"),
    ("vehicles", "ambulance", "gears", "gears = 4", "gears = 4.0", "whole number"),
    ("vehicles", "ambulance", "has_siren", "has_siren = true", "has_siren = 1", "true or"),
    ("vehicles", "ambulance", "colours[0]", '"#e4e6e3"', '"white"', "#rrggbb"),
    ("vehicles", "ambulance", "colours", '["#e4e6e3", "#d8d3c4"]', "[]", "list of"),
    ("vehicles", "ambulance", "seats[0].door", 'door = "left"', 'door = "top"', "rear"),
    ("vehicles", "ambulance", "seats[0].x", "x = 1.55,", "", "missing"),
    ("vehicles", "ambulance", "seats[0].z", "x = 1.55,", "x = 1.55, z = 1,", "unknown"),
    ("vehicles", "ambulance", "seats[0]", "x = 1.55,", "x = 4.0,", "inside the body"),
    ("vehicles", "ambulance", "seats[1].name", 'name = "passenger"', 'name = "driver"', "other"),
    ("vehicles", "ambulance", "wheelbase", "wheelbase = 3.9", "wheelbase = 7", "length"),
    (
        "vehicles",
        "ambulance",
        "body_material",
        'body_material = "car_body"',
        'body_material = "jelly"',
        "no table of materials.toml",
    ),
    ("vehicles", "Ambulance", "", "[ambulance]", "[Ambulance]", "bad name"),
    ("vehicles", "ambulance", "", "[ambulance]", "ambulance = 5\n[other]", "expected a table"),
    ("weapons", "carbine", "reload_ticks", "reload_seconds = 1.9", "reload_ticks = 114", "unknown"),
    ("weapons", "carbine", "reload_seconds", "reload_seconds = 1.9", "", "12 seconds"),
    (
        "weapons",
        "carbine",
        "reload_empty_seconds",
        "reload_seconds = 1.9",
        "reload_seconds = 2.5",
        "reload_seconds or more",
    ),
    ("weapons", "carbine", "hip_mrad", "hip_mrad = 30", "hip_mrad = 3", "spread_mrad or more"),
    ("weapons", "carbine", "kind", 'kind = "rifle"', 'kind = "cannon"', '"sniper"'),
    ("weapons", "carbine", "label", 'label = "Carbine"', 'label = ""', "word"),
    ("people", "neil", "brain", 'brain = "leader"', 'brain = "genius"', "brains.toml"),
    ("people", "neil", "weapons", '["carbine", "usp"]', '["carbine", "spoon"]', "weapons."),
    ("people", "neil", "weapons[1]", '["carbine", "usp"]', '["carbine", ""]', "word"),
    ("people", "neil", "weapons", '["carbine", "usp"]', '["usp", "usp"]', "each weapon once"),
    ("people", "neil", "vest", 'vest = "vest_soft"', 'vest = "wool"', "materials.toml"),
    ("people", "neil", "run_speed", "run_speed = 5.2", "run_speed = 1.1", "walk_speed or more"),
    ("people", "neil", "coat", 'coat = "#5d7087"', 'coat = "#5d708"', "#rrggbb"),
    ("people", "neil", "hat", 'hat = ""', 'hat = "crown"', "police_cap"),
    ("surfaces", "asphalt", "grip", "grip = 1.0", "grip = 1.1", "0.05 to 1"),
    ("materials", "concrete", "is_opaque", "is_opaque = true", 'is_opaque = "yes"', "true"),
    ("brains", "leader", "shoots", 'shoots = "back"', 'shoots = "always"', "sight"),
    ("difficulties", "story", "units", "units = -1", "units = 40", "-6 to 12"),
]


@pytest.mark.parametrize(("part", "table", "key", "old", "new", "piece"), FAULTS)
def test_one_fault_is_named(
    folder: Path, change: Change, part: str, table: str, key: str, old: str, new: str, piece: str
) -> None:
    change(part, old, new)
    beginning = f"{part}.toml: table [{table}]" + (f", key {key}: " if key else ": ")
    named = [fault for fault in faults_in(folder) if fault.startswith(beginning)]
    assert len(named) == 1
    assert piece in named[0]
    assert "\n" not in named[0]


def test_all_faults_come_at_once(folder: Path, change: Change) -> None:
    change("vehicles", "mass = 4600", "mass = 0")
    change("vehicles", "height = 2.8", "hight = 2.8")
    change("people", 'brain = "leader"', 'brain = "genius"')
    change("surfaces", "walk = 1.0", "walk = 9")
    places = [fault.split(": is ")[0] for fault in faults_in(folder)]
    assert places == [
        "surfaces.toml: table [asphalt], key walk",
        "vehicles.toml: table [ambulance], key hight",
        "vehicles.toml: table [ambulance], key mass",
        "vehicles.toml: table [ambulance], key height",
        "people.toml: table [neil], key brain",
    ]


def test_a_bad_weapon_does_not_accuse_who_carries_it(folder: Path, change: Change) -> None:
    change("weapons", "magazine = 30", "magazine = 0")
    assert len(faults_in(folder)) == 1


@pytest.mark.parametrize(
    ("content", "piece"),
    [
        (b"[asphalt\ngrip = 1", "is not TOML"),
        (b"[asphalt]\ngrip = 1\ngrip = 2", "is not TOML"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"a = " + b"[" * 20_000 + b"]" * 20_000, "nested too deeply"),
        (b"a = " + b"9" * 5_000, "is not TOML"),
        (b"#" * 1_000_001, "larger than"),
    ],
)
def test_what_is_no_toml_is_unusable(folder: Path, change: Change, content: bytes, piece: str) -> None:
    (folder / "surfaces.toml").write_bytes(content)
    change("weapons", "magazine = 30", "magazine = 0")
    with pytest.raises(UnusableFile) as caught:
        load_catalog(folder)
    texts = [str(fault) for fault in caught.value.faults]
    assert piece in texts[0] and texts[0].startswith("surfaces.toml")
    assert any("[carbine], key magazine" in text for text in texts), "faults of the other files are told as well"


def test_a_missing_file_and_an_empty_one(folder: Path) -> None:
    (folder / "brains.toml").unlink()
    (folder / "surfaces.toml").write_text("# nothing\n")
    texts = faults_in(folder)
    assert texts == ["brains.toml: is missing", "surfaces.toml: is empty, expected at least one table"]


def test_odd_but_legal_toml_stays_one_line_a_fault(folder: Path) -> None:
    odd = '["a\\nb"]\n["\\u001b[31m"]\n[asphalt]\n"x\\ny" = 1\ngrip = 0x' + "f" * 9000 + "\nroll = 1979-05-27\n"
    (folder / "surfaces.toml").write_text(odd + "walk" + ".a" * 3000 + " = 1\nloudness = [1]\n")
    texts = faults_in(folder)
    assert len(texts) == 7
    assert all(text.isprintable() and len(text) < 250 for text in texts)


def test_every_field_has_its_bounds() -> None:
    for kind, ranges in RANGES.items():
        hints = get_type_hints(kind)
        assert {name for name, hint in hints.items() if hint in (int, float)} == set(ranges), kind.__name__
        assert all(low < high for low, high in ranges.values())
    tables: tuple[dict[type, Iterable[str]], ...] = ({**WORDS}, {**COLOURS}, {**NAMES})
    for table in tables:
        for kind, names in table.items():
            assert set(names) <= set(get_type_hints(kind)), kind.__name__


@pytest.mark.parametrize(
    ("seconds", "ticks"), [(0, 0), (1, 60), (0.1, 6), (1.9, 114), (0.025, 2), (0.0249, 1), (0.5, 30)]
)
def test_seconds_become_ticks_half_up(seconds: float, ticks: int) -> None:
    assert to_ticks(seconds) == ticks


def test_keys_of_ticks_are_written_in_seconds() -> None:
    assert written_key("reload_empty_ticks") == "reload_empty_seconds"
    assert written_key("tyre_seconds") == "tyre_seconds"


def test_the_digest_is_the_same_in_every_process() -> None:
    script = "from game.content.catalog import load_catalog; print(load_catalog().digest)"
    expected = load_catalog().digest
    assert len(expected) == 64
    for seed in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(CONTENT.parent.parent)}
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == expected


def test_the_digest_sees_values_and_not_layout(folder: Path, change: Change) -> None:
    before = load_catalog().digest
    path = folder / "surfaces.toml"
    _heading, *tables = path.read_text(encoding="utf-8").split("\n[")
    path.write_text("# another remark\n" + "\n[".join(["", *reversed(tables)]), encoding="utf-8")
    change("vehicles", "mass = 4600", "mass = 4_600.0")
    assert load_catalog(folder).digest == before
    change("vehicles", "mass = 4_600.0", "mass = 4600.0000001")
    assert load_catalog(folder).digest != before


ODD_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_value_whatever_gets_past_or_breaks_the_reader(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(list(KINDS)))
    table = dict(next(iter(read_toml(CONTENT / f"{part}.toml").values())))  # type: ignore[call-overload]
    key = data.draw(st.sampled_from(list(table)) | st.text(max_size=8))
    table[key] = data.draw(ODD_VALUES)
    faults: list[Fault] = []
    spec = read_spec(KINDS[part], "odd", table, "odd.toml", faults)
    assert (spec is None) == bool(faults)
    assert all(str(fault).isprintable() for fault in faults)
