"""What designers are given: new levels, the list, the Tiled project, the reference page, and the maps that ship."""

from __future__ import annotations

import json
import os
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from game.content.faults import ContentError
from game.content.level import OBJECT_CLASSES
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.folders import DATA_ROOT
from game.levels.listing import list_levels
from game.levels.loader import load_level
from game.levels.members import members_of
from game.levels.new_level import new_level
from game.levels.project import OBJECT_TYPES, PROJECT, object_types_xml, project_json
from game.levels.reference import PAGE, class_reference, refreshed_page
from tests.levels.yards import PLAY, Yard

LEVELS = DATA_ROOT / "levels"
REFRESH = "run: python main.py levels project"
SHIPPED = sorted([*LEVELS.glob("*.tmx"), *(LEVELS / "sandbox").glob("*.tmx")])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_has_no_error(path: Path, catalog: Catalog) -> None:
    assert [str(fault) for fault in check_level(path, catalog) if fault.severity == "error"] == []


def test_a_new_level_loads_checks_clean_and_is_not_written_over(tmp_path: Path, catalog: Catalog) -> None:
    map_file, play_file = new_level("first_job", tmp_path / "levels")
    assert check_level(map_file, catalog) == []
    level = load_level(map_file, catalog)
    assert (level.screenplay.title, level.screenplay.sides[0].player) == ("First job", "neil")
    assert level.zones and level.vehicles and level.screenplay.beats and play_file.exists()
    with pytest.raises(ContentError, match="exists already"):
        new_level("first_job", tmp_path / "levels")


def test_a_new_level_has_a_layer_for_whatever_is_painted_with_objects_between(tmp_path: Path) -> None:
    map_file, _ = new_level("my_job", tmp_path / "levels")
    order = [one.get("name") for one in ET.parse(map_file).getroot() if one.tag in ("layer", "objectgroup")]
    assert order == ["ground", "marks", "walls", "things", "places", "roofs"]
    numbers = [int(one.get("id", "")) for one in ET.parse(map_file).getroot() if one.tag in ("layer", "objectgroup")]
    assert numbers == list(range(1, 7))


@pytest.mark.parametrize("name", ["", "../x", "A", "a b", "1st", "a/b", "x" * 60])
def test_names_that_are_none(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match="is no name for a level"):
        new_level(name, tmp_path)


def test_levels_are_listed_with_their_titles(yard: Yard) -> None:
    yard.write(play=PLAY)
    (yard.folder / "broken.tmx").write_text("<")
    entries = list_levels([yard.folder, yard.folder / "nowhere"])
    assert [(one.name, one.title) for one in entries] == [("broken", "Broken"), ("yard", "Yard")]


def test_the_project_is_what_the_dataclasses_say(catalog: Catalog) -> None:
    assert PROJECT.read_text(encoding="utf-8") == project_json(catalog), "run: python main.py levels project"
    types = PROJECT.with_name(OBJECT_TYPES)
    assert types.read_text(encoding="utf-8") == object_types_xml(), "run: python main.py levels project"
    offered = {one.get("name"): [p.get("name") for p in one] for one in ET.fromstring(object_types_xml())}
    assert offered == {name: [member.name for member in members_of(name)] for name in OBJECT_CLASSES}
    project = json.loads(project_json(catalog))
    classes = {one["name"]: one for one in project["propertyTypes"] if one["type"] == "class"}
    assert list(classes) == list(OBJECT_CLASSES)
    assert [one["name"] for one in classes["Lamp"]["members"]] == [one.name for one in members_of("Lamp")]
    enums = {one["name"] for one in project["propertyTypes"] if one["type"] == "enum"}
    named = {member.get("propertyType") for one in classes.values() for member in one["members"]} - {None}
    assert named <= enums
    for command in project["commands"]:
        assert command["enabled"] and command["saveBeforeExecute"] and command["showOutput"]
    assert {command["command"] for command in project["commands"]} == {"python3", "py"}


def test_what_is_chosen_from_a_list_says_from_which(catalog: Catalog) -> None:
    """Tiled 1.8 takes classes and lists from the file that the project names; tiles and templates name their lists, too."""
    project = json.loads(project_json(catalog))
    assert project["objectTypesFile"] == OBJECT_TYPES
    lists = {one["name"]: one["values"] for one in project["propertyTypes"] if one["type"] == "enum"}
    files = [LEVELS / OBJECT_TYPES, LEVELS / "tilesets" / "things.tsx", *sorted((LEVELS / "templates").rglob("*.tx"))]
    chosen = [one for file in files for one in ET.parse(file).iter("property") if one.get("propertytype") is not None]
    assert {"people", "vehicles", "materials", "vehicle_duty", "door_kind"} <= {
        one.get("propertytype") for one in chosen
    }
    for one in chosen:
        assert one.get("value", one.get("default", "")) in lists[one.get("propertytype", "")]


def test_the_page_is_what_the_dataclasses_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert class_reference().strip() in page, REFRESH
    assert refreshed_page(page) == page, REFRESH


@pytest.mark.needs("tiled")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_tiled_opens_and_saves_what_ships_without_a_word(path: Path, tmp_path: Path, catalog: Catalog) -> None:
    private = tmp_path / "runtime"
    private.mkdir(mode=0o700)
    folder = tmp_path / "levels"
    folder.mkdir()
    saved = folder / path.name
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(private)}
    command = ["tiled", "--export-map", "tmx", str(path), str(saved)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "")
    screenplay = path.with_suffix(".toml")
    if screenplay.exists():
        saved.with_suffix(".toml").write_text(screenplay.read_text(encoding="utf-8"), encoding="utf-8")
    errors = [fault for fault in check_level(saved, catalog) if fault.severity == "error"]
    assert not errors
    before, after = load_level(path, catalog), load_level(saved, catalog)
    assert after == before and after.layers == before.layers and after.digest == before.digest
    assert [sheet.image for sheet in after.tilesets] == [sheet.image for sheet in before.tilesets]
