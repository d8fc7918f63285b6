"""The tiles of indoors: floors, partitions, and furniture for banks, offices, hospitals, diners, kitchens, warehouses.

Owns their order, which maps depend on: add new ones at the end, never in between. Whatever is solid fills its tiles; what
has no height can be walked over. Called by `tileset.py`.
"""

from __future__ import annotations

import numpy as np

from assets.bake import interior_parts as parts
from assets.bake import service_parts as service
from assets.bake import tile_floors as floors
from assets.bake.tile_ground import TILE, Picture, cut
from assets.bake.tile_marks import SHADE, Overlay
from assets.bake.tile_relief import Draw, relief_tiles
from assets.bake.tile_sheet import Properties, Sheet

FLOORS: tuple[tuple[str, Picture, str], ...] = (
    ("marble", floors.marble(), "marble"),
    ("marble_dark", floors.marble_dark(), "marble"),
    ("carpet_red", floors.carpet((104, 50, 46), (150, 112, 72), 321), "carpet"),
    ("carpet_blue", floors.carpet((62, 76, 98), (102, 116, 134), 325), "carpet"),
    ("tile_white", floors.tiles((196, 200, 196), 12, 327), "tile"),
    ("tile_check", floors.tiles((198, 194, 184), 24, 329, (58, 60, 64)), "tile"),
    ("tile_red", floors.tiles((142, 84, 66), 12, 335), "tile"),
    ("lino", floors.lino(), "tile"),
    ("boards", floors.boards(), "tile"),
    ("shop_floor", floors.shop_floor(), "concrete"),
    ("rug", floors.rug(), "carpet"),
)
"""Run of sixteen tiles, its texture, the surface it is."""

WALLS: dict[str, tuple[tuple[int, int, int], str, float]] = {
    "plaster": ((196, 188, 172), "plaster", 3.0),
    "panelled": ((112, 82, 56), "wood", 3.0),
    "stone": ((176, 170, 158), "concrete", 4.0),
    "vault": ((112, 118, 122), "metal", 3.2),
    "block": ((142, 140, 132), "concrete", 3.4),
    "glazed": ((126, 150, 158), "glass", 2.3),
}
"""Partitions: colour of the top, material as a bullet finds it, height in metres."""

WOOD, STONE, STEEL, CLOTH = "wood", "concrete", "metal", "hedge"
FURNITURE: tuple[tuple[str, Draw, int, int, float, str, int], ...] = (
    ("desk", parts.desk, 2, 1, 0.75, WOOD, 4), ("chair", parts.chair, 1, 1, 0.0, "", 4),
    ("armchair", parts.armchair, 1, 1, 0.6, WOOD, 4), ("sofa", parts.sofa, 2, 1, 0.6, WOOD, 4),
    ("round_table", parts.round_table, 1, 1, 0.75, WOOD, 1), ("table", parts.table, 3, 2, 0.75, WOOD, 2),
    ("counter", parts.counter, 1, 1, 1.1, STONE, 4), ("counter_corner", parts.counter_corner, 1, 1, 1.1, STONE, 4),
    ("teller", parts.teller, 1, 1, 1.3, STONE, 4), ("cabinet", parts.cabinet, 1, 1, 1.3, STEEL, 4),
    ("bookshelf", parts.bookshelf, 2, 1, 2.0, WOOD, 4), ("rack", parts.rack, 1, 1, 1.9, STEEL, 1),
    ("plant", parts.plant, 1, 1, 1.2, CLOTH, 1), ("pillar", parts.pillar, 1, 1, 2.3, STONE, 1),
    ("vault_door", parts.vault_door, 3, 3, 2.2, STEEL, 4), ("vault_shut", parts.vault_shut, 3, 1, 2.3, STEEL, 4),
    ("deposit_boxes", parts.deposit_boxes, 2, 1, 2.1, STEEL, 4), ("cash_cart", parts.cash_cart, 1, 1, 0.7, STEEL, 2),
    ("rope", parts.rope, 1, 1, 0.0, "", 2), ("bed", service.bed, 2, 1, 0.7, CLOTH, 4),
    ("gurney", service.gurney, 2, 1, 0.9, STEEL, 2), ("monitor", service.monitor, 1, 1, 1.2, CLOTH, 1),
    ("curtain", service.curtain, 1, 1, 2.0, CLOTH, 2), ("sink", service.sink, 1, 1, 0.9, STONE, 4),
    ("stove", service.stove, 2, 1, 0.9, STEEL, 4), ("worktop", service.worktop, 1, 1, 0.9, STEEL, 4),
    ("fridge", service.fridge, 1, 1, 1.9, STEEL, 4), ("booth", service.booth, 3, 2, 1.0, WOOD, 2),
    ("shelving", service.shelving, 3, 1, 2.1, STEEL, 2), ("crate", service.crate, 1, 1, 1.0, WOOD, 1),
    ("pallet", service.pallet, 2, 2, 1.2, WOOD, 1), ("drums", service.drums, 1, 1, 0.9, STEEL, 1),
    ("bench", service.bench, 2, 1, 0.9, WOOD, 2), ("toilet", service.toilet, 1, 1, 0.5, STONE, 4),
    ("window_wall", parts.window_wall, 1, 1, 2.2, "glass", 2), ("mat", parts.rug_edge, 2, 1, 0.0, "", 2),
    ("revolving_door", parts.revolving_door, 3, 3, 0.0, "", 1),
)  # fmt: skip
"""Run, drawing, columns and rows, height (0 = walked over), material, in how many directions it comes (quarters, clockwise)."""


def add_walls(sheet: Sheet) -> None:
    """The tops of partitions, lit along the upper left."""
    for name, (colour, material, height) in WALLS.items():
        top = Overlay()
        top.lay(np.ones_like(top.x), colour)
        grain = np.kron(np.random.default_rng(len(name)).normal(size=(TILE, TILE)) * 4, np.ones((4, 4)))
        top.colour += grain[..., None]
        top.lay(top.box(0, 0, TILE, 1.4), (240, 238, 230), 0.28).lay(top.box(0, 0, 1.4, TILE), (240, 238, 230), 0.20)
        top.lay(top.box(0, TILE - 1.4, TILE, TILE), SHADE, 0.30)
        sheet.add(f"wall_{name}", top.tiles(), {"material": material, "height": height})


def add_furniture(sheet: Sheet) -> None:
    """Every piece in each of its directions; a piece turned by a quarter stands upright on the sheet."""
    for name, draw, columns, rows, tall, material, directions in FURNITURE:
        rules: Properties | None = {"material": material, "height": tall} if material else None
        for turn in range(directions):
            wide, high = (rows, columns) if turn & 1 else (columns, rows)
            sheet.add_block(
                f"{name}_{turn * 90}", relief_tiles(draw, wide, high, max(tall, 0.3), turn=turn), wide, rules
            )


def build_sheet() -> Sheet:
    """Every tile of indoors, drawn."""
    sheet = Sheet()
    for name, texture, surface in FLOORS:
        sheet.add(name, cut(texture), {"surface": surface})
    add_walls(sheet)
    add_furniture(sheet)
    return sheet
