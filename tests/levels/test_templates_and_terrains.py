"""What lies ready for level makers: a template for everything, pictures as in the game, terrains for the brush."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pygame
import pytest

from assets.bake import rules, stamps, things
from game.content.level import OBJECT_CLASSES
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.folders import DATA_ROOT
from game.levels.loader import load_level
from game.levels.members import CHOICES

LEVELS = DATA_ROOT / "levels"
REFRESH = "run: python -m assets.bake.things"
SHEETS = sorted((LEVELS / "tilesets").glob("*.tsx"))
SIDE = 150


def sizes() -> dict[str, tuple[int, int]]:
    """The pictures in the order of the tileset, with their sizes."""
    found: dict[str, tuple[int, int]] = {}
    for thing in things.things():
        if thing.picture:
            found.setdefault(thing.picture, pygame.image.load(str(things.PICTURES / f"{thing.picture}.png")).get_size())
    return found


def test_there_is_a_template_for_everything(catalog: Catalog) -> None:
    made = things.things()
    for kind, names in (("Person", catalog.people), ("Vehicle", catalog.vehicles)):
        assert set(names) <= {thing.members["spec"] for thing in made if thing.kind == kind}
    for (kind, member), words in CHOICES.items():
        assert set(words) <= {str(thing.members.get(member, "")) for thing in made if thing.kind == kind}, kind
    assert {thing.kind for thing in made} == set(OBJECT_CLASSES) - {"Camera"}


def test_the_files_are_what_the_catalog_and_the_pictures_give() -> None:
    known = sizes()
    assert things.TILESET.read_text(encoding="utf-8") == things.tileset_text(known), REFRESH
    for thing in things.things():
        path = things.TEMPLATES / f"{thing.file}.tx"
        assert path.read_text(encoding="utf-8") == things.template_text(thing, known), f"{path}: {REFRESH}"
    files = {path.relative_to(things.TEMPLATES).as_posix() for path in things.TEMPLATES.rglob("*.tx")}
    assert files == {f"{thing.file}.tx" for thing in things.things()}, REFRESH


def test_every_template_loads_as_what_it_says(tmp_path: Path, catalog: Catalog) -> None:
    folder = tmp_path / "levels"
    for name in ("tilesets", "templates"):
        shutil.copytree(LEVELS / name, folder / name)
    objects = []
    for number, thing in enumerate(things.things(), 1):
        x, y = 200 + number % 11 * 280, 200 + number // 11 * 280
        name = (
            f' name="t{number}"'
            if thing.kind in ("Zone", "Route", "Signal", "Fixture", "Item", "Sound", "Door", "Flight") or thing.name
            else ""
        )
        objects.append(f'<object id="{number}"{name} template="templates/{thing.file}.tx" x="{x}" y="{y}"/>')
    size = f'width="{SIDE}" height="{SIDE}"'
    rows = ",".join(["1"] * SIDE * SIDE)
    path = folder / "all.tmx"
    path.write_text(
        f'<map version="1.8" orientation="orthogonal" {size} tilewidth="24" tileheight="24" infinite="0"><properties>'
        f'<property name="hour" value="noon"/></properties><tileset firstgid="1" source="tilesets/street.tsx"/>'
        f'<layer id="1" name="ground" {size}><data encoding="csv">{rows}</data></layer>'
        f'<objectgroup id="2" name="things">{"".join(objects)}</objectgroup></map>',
        encoding="utf-8",
    )
    errors = [str(fault) for fault in check_level(path, catalog) if fault.severity == "error"]
    alone = ("is open", "where no lane begins", "stands in no wall")  # each thing lies by itself in an open field
    assert [line for line in errors if not any(words in line for words in alone)] == []
    level = load_level(path, catalog)
    specs = [person.spec for person in level.people]
    assert specs == list(catalog.people)
    assert {prop.kind for prop in level.props} == set(CHOICES[("Prop", "kind")])
    # A template's place is its middle, whatever the size of its picture.
    assert all(car.x == int(car.x * 3) / 3 or abs(car.x * 24 - round(car.x * 24)) < 1e-3 for car in level.vehicles)
    taxi = next(car for car in level.vehicles if car.spec == "taxi")
    number = next(i for i, thing in enumerate(things.things(), 1) if thing.file == "vehicles/taxi")
    assert abs(taxi.x - (200 + number % 11 * 280) / 24) < 1e-4


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_terrains_name_tiles_that_there_are(path: Path) -> None:
    root = ET.parse(path).getroot()
    count = int(root.get("tilecount", "0"))
    for terrain in root.iter("wangset"):
        colours = len(terrain.findall("wangcolor"))
        tiles = terrain.findall("wangtile")
        assert tiles and colours
        for tile in tiles:
            numbers = [int(one) for one in tile.get("wangid", "").split(",")]
            assert 0 <= int(tile.get("tileid", "-1")) < count and len(numbers) == 8 and 0 <= max(numbers) <= colours


def test_the_street_has_terrains_for_ground_kerbs_walls_and_roofs() -> None:
    names = [one.get("name", "") for one in ET.parse(LEVELS / "tilesets" / "street.tsx").getroot().iter("wangset")]
    assert {"grounds", "kerbs", "walls", "roofs", "fence"} <= set(names)


def test_the_rules_are_what_the_sheet_gives() -> None:
    """What they do was looked at in Tiled 1.8.2: *Map, AutoMap* laid kerbs round a pavement of two blocks, inner corners too."""
    for name, text in rules.files().items():
        assert (rules.FOLDER / name).read_text(encoding="utf-8") == text, "run: python -m assets.bake.rules"
    named = [line for line in rules.rules_text().splitlines() if line.startswith("./")]
    assert all((rules.FOLDER / line).is_file() for line in named) and len(named) == len(rules.SETS)
    project = json.loads((LEVELS / "around_the_corner.tiled-project").read_text(encoding="utf-8"))
    assert (LEVELS / project["automappingRulesFile"]).is_file()


def test_the_stamps_are_what_the_sheet_gives() -> None:
    """Tiled 1.8.2 showed them in its *Tile Stamps* view, with their pictures."""
    made = stamps.files()
    assert {path.name: path.read_text(encoding="utf-8") for path in stamps.FOLDER.iterdir()} == made, (
        "run: python -m assets.bake.stamps"
    )
    for text in made.values():
        (variation,) = json.loads(text)["variations"]
        held = variation["map"]
        assert (stamps.FOLDER / held["tilesets"][0]["source"]).is_file()
        assert len(held["layers"][0]["data"]) == held["width"] * held["height"]


@pytest.mark.parametrize("rule", rules.SETS, ids=lambda rule: rule.file)
def test_a_rule_asks_for_each_of_its_cells_with_every_tile_of_the_texture(rule: rules.RuleSet) -> None:
    root = ET.parse(rules.FOLDER / f"{rule.file}.tmx").getroot()
    names = [layer.get("name") for layer in root.iter("layer")]
    tiles = rules.TEXTURE_TILES * len(rule.textures)
    assert names.count(f"input_{rule.reads}") == names.count(f"inputnot_{rule.reads}") == tiles
    used = {}
    for layer in root.iter("layer"):
        rows = [row.strip(",").split(",") for row in (layer.findtext("data") or "").split()]
        used[layer.get("name")] = {(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != "0"}
    assert used["regions"] == used[f"input_{rule.reads}"] | used[f"inputnot_{rule.reads}"]
    assert used[f"output_{rule.writes}"] <= used[f"input_{rule.reads}"]


@pytest.mark.needs("tiled")
@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_tiled_reads_the_tilesets_without_a_word(path: Path, tmp_path: Path) -> None:
    private = tmp_path / "runtime"
    private.mkdir(mode=0o700)
    done = subprocess.run(
        ["tiled", "--export-tileset", "tsx", str(path), str(tmp_path / path.name)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(private)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (0, "")
    wanted, found = (ET.parse(one).getroot() for one in (path, tmp_path / path.name))
    assert len(list(found.iter("wangtile"))) == len(list(wanted.iter("wangtile")))


def test_a_picture_keeps_its_tile_for_good() -> None:
    """Maps count on the numbers: what is new gets the next one, whatever its place in the catalog."""
    known = things.ids_of(list(sizes()))
    assert len(set(known.values())) == len(known)
    assert things.ids_of(["brand_new", *sizes()])["brand_new"] == max(known.values()) + 1
