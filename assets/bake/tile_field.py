"""The tiles of open places: runways and their paint and lamps, harbour water and quays, containers, cranes, drive-ins.

Owns their order, which maps depend on: add new ones at the end, never in between. Called by `tileset.py`.
"""

from __future__ import annotations

import numpy as np

from assets.bake import field_parts as parts
from assets.bake import tile_floors as floors
from assets.bake.tile_ground import TILE, Picture, cut
from assets.bake.tile_marks import SHADE, WHITE, YELLOW, Overlay, line
from assets.bake.tile_relief import Draw, relief_tiles
from assets.bake.tile_sheet import Properties, Sheet

GROUNDS: tuple[tuple[str, Picture, str], ...] = (
    ("runway", floors.runway(), "concrete"),
    ("taxiway", floors.taxiway(), "asphalt"),
    ("field_grass", floors.field_grass(), "grass"),
    ("water", floors.water(), "water"),
    ("quay", floors.quay(), "concrete"),
    ("plate", floors.plate(), "metal"),
)
"""Run of sixteen tiles, its texture, the surface it is."""

STEEL = "metal"
THINGS: tuple[tuple[str, Draw, int, int, float, str, int], ...] = (
    ("nav_box", parts.nav_box, 4, 3, 2.2, STEEL, 2), ("nav_box_small", parts.nav_box, 3, 3, 2.2, STEEL, 1),
    ("nav_box_large", parts.nav_box, 5, 3, 2.2, STEEL, 2), ("light_white", parts.white_light, 1, 1, 0.0, "", 1),
    ("light_blue", parts.blue_light, 1, 1, 0.0, "", 1), ("light_red", parts.red_light, 1, 1, 0.0, "", 1),
    ("light_green", parts.green_light, 1, 1, 0.0, "", 1), ("bollard", parts.bollard, 1, 1, 0.6, STEEL, 1),
    ("container_red", parts.container_red, 6, 2, 2.3, STEEL, 2), ("container_blue", parts.container_blue, 6, 2, 2.3, STEEL, 2),
    ("container_green", parts.container_green, 6, 2, 2.3, STEEL, 2),
    ("container_orange", parts.container_orange, 6, 2, 2.3, STEEL, 2), ("girder", parts.girder, 2, 2, 0.0, "", 2),
    ("trolley", parts.trolley, 2, 2, 0.0, "", 2), ("speaker", parts.speaker, 1, 1, 0.0, "", 2),
    ("reel_hut", parts.reel_hut, 3, 3, 2.2, "concrete", 1), ("windsock", parts.windsock, 2, 1, 0.0, "", 1),
    ("tyres", parts.tyres, 1, 1, 0.6, "hedge", 1),
)  # fmt: skip
"""Run, drawing, columns and rows, height (0 = no wall), material, in how many directions it comes (quarters, clockwise)."""

WALLS: dict[str, tuple[tuple[int, int, int], str, float]] = {
    "hangar": ((150, 156, 158), "metal", 9.0),
    "warehouse": ((126, 112, 100), "brick", 8.0),
    "screen": ((212, 210, 204), "plaster", 12.0),
    "crane_leg": ((186, 142, 44), "metal", 2.3),
}


def add_paint(sheet: Sheet) -> None:
    """Lines of runways and taxiways, old rubber, and the edges of quays."""
    for name, is_across, width, colour in (
        ("edge_h", False, 20, WHITE), ("edge_v", True, 20, WHITE), ("centre_h", False, 14, WHITE), ("centre_v", True, 14, WHITE),
    ):  # fmt: skip
        sheet.add(f"runway_{name}", line(is_across, 12, width, colour, 11).tiles())
    sheet.add("taxi_h", line(False, 12, 4, YELLOW, 12).tiles())
    sheet.add("taxi_v", line(True, 12, 4, YELLOW, 13).tiles())
    for name, is_across in (("h", False), ("v", True)):
        pair = Overlay()
        for at in (5, 11, 17):
            low, high = at - 1.5, at + 1.5
            pair.lay(pair.box(low, 0, high, TILE) if is_across else pair.box(0, low, TILE, high), YELLOW, 0.86)
        sheet.add(f"hold_{name}", pair.wear(14, 0.4).tiles())
    for name, is_across in (("h", False), ("v", True)):
        bar = Overlay(4, 1) if not is_across else Overlay(1, 4)
        area = bar.box(0, 4, 96, 20) if not is_across else bar.box(4, 0, 20, 96)
        sheet.add_block(f"threshold_{name}", bar.lay(area, WHITE, 0.82).wear(15, 0.6).tiles(), bar.columns)
    for seed in range(3):
        sheet.add_block(f"rubber{seed}", _rubber(seed).tiles(), 6)
    for side in "nesw":
        sheet.add(f"quay_{side}", _quay_edge(side).tiles())
    sheet.add("hump_h", _hump(False).tiles())
    sheet.add("hump_v", _hump(True).tiles())


def add_apron(sheet: Sheet) -> None:
    """Paint of aprons, broad enough to be read by night: white edges, the double yellow line on its black bed, red bars before engines."""
    for name, is_across in (("h", False), ("v", True)):

        def band(paint: Overlay, low: float, high: float, across: bool = is_across) -> np.ndarray:
            return paint.box(low, 0, high, TILE) if across else paint.box(0, low, TILE, high)

        white = Overlay()
        sheet.add(f"apron_white_{name}", white.lay(band(white, 8, 16), WHITE, 0.84).wear(31, 0.5).tiles())
        pair = Overlay()
        pair.lay(band(pair, 2, 22), (24, 25, 27), 0.55).lay(band(pair, 5, 10), YELLOW, 0.95)
        sheet.add(f"apron_yellow_{name}", pair.lay(band(pair, 14, 19), YELLOW, 0.95).wear(32, 0.35).tiles())
        red = Overlay()
        along = red.y if is_across else red.x
        red.lay(band(red, 6, 18), (150, 44, 36), 0.9).lay(band(red, 6, 18) * ((along % 12) < 6), WHITE, 0.85)
        sheet.add(f"apron_red_{name}", red.wear(33, 0.45).tiles())


def _rubber(seed: int) -> Overlay:
    """Where aircraft touch down: long black smears, 6 x 2 tiles, along x."""
    sheet, dice = Overlay(6, 2), np.random.default_rng(500 + seed)
    fade = np.clip(sheet.x / 40, 0, 1) * np.clip((6 * TILE - sheet.x) / 40, 0, 1)
    for _ in range(4):
        at, slant, wide = dice.uniform(8, 40), dice.uniform(-0.03, 0.03), dice.uniform(2.0, 3.6)
        sheet.lay(
            np.exp(-(((sheet.y - at - slant * sheet.x) / wide) ** 2)) * fade,
            (30, 31, 33),
            float(dice.uniform(0.25, 0.45)),
        )
    return sheet


def _quay_edge(side: str) -> Overlay:
    """The coping of a quay over the water, on one side of its tile, with rubber fenders and weed."""
    sheet = Overlay()
    far = {"n": sheet.y, "s": TILE - sheet.y, "w": sheet.x, "e": TILE - sheet.x}[side]
    along = sheet.x if side in "ns" else sheet.y
    sheet.lay((far < 7) * 1.0, (158, 154, 144)).lay((far < 1.2) * 1.0, (66, 74, 60), 0.8)
    sheet.lay((np.abs(far - 7) < 0.5) * 1.0, SHADE, 0.5).lay((np.abs(along - 12) < 4) * (far < 2.6), (26, 27, 29))
    sheet.lay((np.abs(along - 0.4) < 0.4) * (far < 7), SHADE, 0.5)
    return sheet


def _hump(is_across: bool) -> Overlay:
    """The ramp of gravel that tips cars toward a screen: lit on one side, in shade on the other."""
    sheet = Overlay()
    at = sheet.x if is_across else sheet.y
    sheet.lay(np.exp(-(((at - 7) / 4.5) ** 2)), (206, 196, 174), 0.32)
    return sheet.lay(np.exp(-(((at - 16) / 5.0) ** 2)), (44, 42, 44), 0.36)


def add_walls(sheet: Sheet) -> None:
    """Tops of large walls."""
    for name, (colour, material, height) in WALLS.items():
        top = Overlay()
        top.lay(np.ones_like(top.x), colour).lay(top.box(0, 0, TILE, 2), (228, 226, 218), 0.4)
        sheet.add(f"wall_{name}", top.tiles(), {"material": material, "height": height})


def build_sheet() -> Sheet:
    """Every tile of open places, drawn."""
    sheet = Sheet()
    for name, texture, surface in GROUNDS:
        sheet.add(name, cut(texture), {"surface": surface})
    add_paint(sheet)
    add_walls(sheet)
    for name, draw, columns, rows, tall, material, directions in THINGS:
        rules: Properties | None = {"material": material, "height": tall} if material else None
        for turn in range(directions):
            wide, high = (rows, columns) if turn & 1 else (columns, rows)
            sheet.add_block(
                f"{name}_{turn * 90}", relief_tiles(draw, wide, high, max(tall, 0.3), turn=turn), wide, rules
            )
    add_apron(sheet)
    return sheet
