"""The tiles of the street: grounds, paint, kerbs, wear, walls, roofs and what lies on them.

Owns their order, which every map depends on: add new ones at the end, never in between. Called by `tileset.py`.
"""

from __future__ import annotations

import numpy as np

from assets.bake import roof_parts, tile_ground, tile_marks, tile_roofs
from assets.bake.tile_ground import TILE
from assets.bake.tile_marks import RED_KERB, WHITE, YELLOW, Overlay
from assets.bake.tile_relief import relief_tiles
from assets.bake.tile_sheet import Sheet

SIDES = ("n", "e", "s", "w", "ne", "es", "sw", "nw", "ns", "ew", "nes", "esw", "nsw", "new", "nesw")
"""Every set of sides, each written in one order only."""


LINE_PX = 4.4
"""How broad a painted line is: 18 cm, a little more than in a street, so that it reads from above."""


def add_grounds(sheet: Sheet) -> None:
    for name, (draw, surface) in tile_ground.GROUNDS.items():
        sheet.add(name, tile_ground.cut(draw()), {"surface": surface})
    for name, draw_roof in tile_ground.ROOFS.items():
        sheet.add(name, tile_ground.cut(draw_roof()))


def add_paint(sheet: Sheet) -> None:
    """Lines at the heights inside a tile that the street's lanes need: quarters, and the pair round a centre line."""
    for at in (0, 6, 12, 18):
        middle = max(at, LINE_PX / 2)
        sheet.add(f"white_h{at}", tile_marks.line(False, middle, LINE_PX, WHITE, at).tiles())
        sheet.add(f"white_v{at}", tile_marks.line(True, middle, LINE_PX, WHITE, at + 1).tiles())
    for at in (4, 20):
        sheet.add(f"yellow_h{at}", tile_marks.line(False, at, LINE_PX, YELLOW, at).tiles())
        sheet.add(f"yellow_v{at}", tile_marks.line(True, at, LINE_PX, YELLOW, at + 1).tiles())
    for seed in range(3):
        sheet.add(f"bar_h{seed}", tile_marks.bar(False, seed).tiles())
        sheet.add(f"bar_v{seed}", tile_marks.bar(True, seed + 5).tiles())
    sheet.add("stop_h", tile_marks.line(False, 12, 12, WHITE, 3).tiles())
    sheet.add("stop_v", tile_marks.line(True, 12, 12, WHITE, 4).tiles())
    for kind in ("ahead", "left", "right"):
        for facing in (0, 180):
            sheet.add(f"arrow_{kind}_{facing}", tile_marks.arrow(kind, facing).tiles())


def add_kerbs(sheet: Sheet) -> None:
    for sides in SIDES:
        sheet.add(f"kerb_{sides}", tile_marks.kerb(sides).tiles())
    for side in "ns":
        sheet.add(f"kerb_red_{side}", tile_marks.kerb(side, RED_KERB).tiles())
        sheet.add(f"kerb_low_{side}", tile_marks.kerb(side, (142, 141, 136)).tiles())
    for corner in ("ne", "se", "sw", "nw"):
        sheet.add(f"notch_{corner}", tile_marks.kerb_notch(corner).tiles())
        sheet.add(f"arc_{corner}", tile_marks.kerb_arc(corner, (111, 118, 126)).tiles())


def add_wear(sheet: Sheet) -> None:
    for seed in range(4):
        sheet.add(f"stain{seed}", tile_marks.stain(40 + seed, 0.17).tiles())
        sheet.add(f"leaves{seed}", tile_marks.leaves(60 + seed).tiles())
    for seed in range(8):
        sheet.add(f"crack{seed}", tile_marks.crack(80 + seed).tiles())
    for seed in range(3):
        sheet.add(f"patch{seed}", tile_marks.patch(90 + seed).tiles())
    sheet.add("manhole", tile_marks.manhole().tiles())
    sheet.add("drain", tile_marks.drain().tiles())
    for at in (0, 12, 24):
        sheet.add(f"film_h{at}", tile_marks.lane_film(False, at).tiles())
        sheet.add(f"film_v{at}", tile_marks.lane_film(True, at).tiles())
    sheet.add("tyre_marks", tile_marks.tyre_marks().tiles())
    for at in (7, 17):
        sheet.add(f"well{at}", tile_marks.tree_well(at).tiles())


WALLS: dict[str, tuple[tuple[int, int, int], str, float]] = {
    "shop": ((150, 140, 124), "brick", 5.0),
    "store": ((166, 160, 150), "concrete", 6.0),
    "house": ((176, 160, 136), "brick", 8.0),
    "flats": ((158, 150, 140), "concrete", 11.0),
    "shed": ((122, 126, 128), "metal", 7.0),
    "tower": ((126, 134, 142), "concrete", 18.0),
    "block": ((142, 140, 134), "concrete", 2.4),
    "bank": ((148, 146, 140), "concrete", 6.5),
}
"""Wall tiles: colour of the top, material as a bullet finds it, height in metres."""


def add_walls(sheet: Sheet) -> None:
    for name, (colour, material, height) in WALLS.items():
        top = Overlay()
        top.lay(np.ones_like(top.x), colour).lay(top.box(0, 0, TILE, 2), (214, 212, 204), 0.5)
        sheet.add(f"wall_{name}", top.tiles(), {"material": material, "height": height})
    for sides in SIDES:
        sheet.add(f"fence_{sides}", tile_roofs.fence(sides).tiles(), {"material": "fence", "height": 2.2})


ROOF_PARTS = (
    ("cooler", "cooler", 2, 2), ("plant", "package", 4, 2), ("hut", "hut", 3, 3), ("skylight", "skylight", 3, 2),
    ("vent", "mushroom", 1, 1),
)  # fmt: skip
"""Run of tiles, the part of a roof it shows, columns and rows."""


def add_roof_parts(sheet: Sheet) -> None:
    for style, colour in (("pale", (196, 193, 184)), ("dark", (116, 116, 116)), ("warm", (184, 160, 132))):
        for sides in SIDES:
            sheet.add(f"parapet_{style}_{sides}", tile_roofs.parapet(sides, colour).tiles())
    for name, part, columns, rows in ROOF_PARTS:
        draw, _, _, tall = roof_parts.PARTS[part]
        sheet.add(name, relief_tiles(draw, columns, rows, tall))
    sheet.add("pipe_h", tile_roofs.pipe(False).tiles())
    sheet.add("pipe_v", tile_roofs.pipe(True).tiles())
    for at in (6, 18):
        sheet.add(f"deck_white{at}", tile_roofs.deck_line(at, 3, WHITE).tiles())
        sheet.add(f"deck_yellow{at}", tile_roofs.deck_line(at, 3, YELLOW).tiles())
    sheet.add("barrier_h", tile_roofs.barrier(True).tiles())
    sheet.add("barrier_v", tile_roofs.barrier(False).tiles())
    for seed in range(2):
        sheet.add(f"canopy{seed}", tile_roofs.canopy(120 + seed, 5).tiles())
        sheet.add(f"broad{seed}", tile_roofs.canopy(130 + seed, 9).tiles())
    sheet.add("helipad", tile_roofs.helipad().tiles())
    sheet.add("deck_corner", tile_roofs.deck_corner(False).tiles())
    sheet.add("deck_inner", tile_roofs.deck_corner(True).tiles())
    sheet.add("bunting_h", tile_roofs.bunting(False).tiles())
    sheet.add("bunting_v", tile_roofs.bunting(True).tiles())
    sheet.add("pool", tile_roofs.pool().tiles(), {"surface": "water"})
    for across in (False, True):
        sheet.add(f"steps_{'v' if across else 'h'}", tile_marks.steps(across).tiles())


def build_sheet() -> Sheet:
    """Every tile of the street, drawn."""
    sheet = Sheet()
    for add in (add_grounds, add_paint, add_kerbs, add_wear, add_walls, add_roof_parts):
        add(sheet)
    return sheet
