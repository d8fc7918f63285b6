"""The tile sheets as a level maker meets them: blocks in one piece, rules that hold, a gallery that shows them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from assets.bake import gallery, tile_field, tile_interior, tileset
from assets.bake.tile_sheet import COLUMNS, Sheet
from game.content.catalog import load_catalog

NAMES = sorted(tileset.SETS)


@pytest.fixture(scope="module")
def sheets() -> dict[str, Sheet]:
    return {name: build() for name, build in tileset.SETS.items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_surface_and_material_is_one_of_the_game(sheets: dict[str, Sheet], name: str) -> None:
    catalog = load_catalog()
    for rules in sheets[name].properties.values():
        assert rules.get("surface", "asphalt") in catalog.surfaces
        assert rules.get("material", "concrete") in catalog.materials


@pytest.mark.parametrize("things", [tile_interior.FURNITURE, tile_field.THINGS], ids=["interior", "field"])
def test_a_piece_lies_in_one_block_and_all_of_it_is_as_solid_as_it_says(
    sheets: dict[str, Sheet], things: tuple
) -> None:
    sheet = sheets["interior" if things is tile_interior.FURNITURE else "field"]
    for name, _, columns, rows, tall, material, directions in things:
        for turn in range(directions):
            wide, high = (rows, columns) if turn & 1 else (columns, rows)
            first = sheet.first[f"{name}_{turn * 90}"]
            assert first % COLUMNS + wide <= COLUMNS, name
            for cell in (first + y * COLUMNS + x for y in range(high) for x in range(wide)):
                assert sheet.pictures[cell] is not None
                assert sheet.properties.get(cell) == ({"material": material, "height": tall} if material else None), (
                    name
                )


def test_a_turned_piece_is_lit_from_the_same_side(sheets: dict[str, Sheet]) -> None:
    sheet = sheets["interior"]
    for turn in range(4):
        picture = sheet.pictures[sheet.first[f"fridge_{turn * 90}"]]
        assert picture is not None
        solid = picture[..., 3] > 250
        rows, columns = np.nonzero(solid)
        light = picture[..., :3].mean(axis=2)
        upper_left = (
            light[rows.min() + 2 : rows.min() + 6, 12:36].mean()
            + light[12:36, columns.min() + 2 : columns.min() + 6].mean()
        )
        lower_right = (
            light[rows.max() - 5 : rows.max() - 1, 12:36].mean()
            + light[12:36, columns.max() - 5 : columns.max() - 1].mean()
        )
        assert upper_left > lower_right, turn


def test_the_gallery_is_drawn_from_the_sheets_as_they_are() -> None:
    found = gallery.FILE.read_text(encoding="utf-8")
    plan = gallery.furnished()
    assert found == plan.text(), "run `python -m assets.bake.gallery`"
    sources = [one.get("source") for one in ElementTree.fromstring(found).iter("tileset")]
    assert sources == [f"../tilesets/{name}.tsx" for name in ("street", "interior", "field")]
