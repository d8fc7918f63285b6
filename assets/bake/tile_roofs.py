"""What stands on roofs and walls, and the tops of trees: parapets, machinery, skylights, fences, canopies.

Owns the overlays of the layers above people. Does not know the map. Called by `assets.bake.tileset`.
"""

from __future__ import annotations

import numpy as np

from assets.bake.tile_ground import TILE
from assets.bake.tile_marks import SHADE, YELLOW, Overlay

Colour = tuple[int, int, int]
WHITE_DULL = (196, 195, 188)


def parapet(sides: str, top: Colour) -> Overlay:
    """The raised edge of a roof on the named sides; the sun is in the north-west, so n and w throw shade inwards."""
    sheet = Overlay()
    if "n" in sides:
        sheet.lay(np.clip((17 - sheet.y) / 5, 0, 1), SHADE, 0.42)
    if "w" in sides:
        sheet.lay(np.clip((15 - sheet.x) / 5, 0, 1), SHADE, 0.42)
    bands = {"n": (0, 0, 24, 8), "e": (16, 0, 24, 24), "s": (0, 16, 24, 24), "w": (0, 0, 8, 24)}
    dark = tuple(int(part * 0.62) for part in top)
    for side in sides:
        sheet.lay(sheet.box(*bands[side]), top)
    rims = {"n": (0, 7, 24, 8), "e": (16, 0, 17, 24), "s": (0, 16, 24, 17), "w": (7, 0, 8, 24)}
    outs = {"n": (0, 0, 24, 1), "e": (23, 0, 24, 24), "s": (0, 23, 24, 24), "w": (0, 0, 1, 24)}
    for side in sides:
        hidden = sum((sheet.box(*bands[other]) for other in sides if other != side), np.zeros_like(sheet.x))
        sheet.lay(sheet.box(*rims[side]) * (hidden == 0), (dark[0], dark[1], dark[2]), 0.8)
        sheet.lay(sheet.box(*outs[side]), (238, 236, 228) if side in "nw" else (40, 42, 46), 0.5)
    return sheet


def pipe(is_across: bool) -> Overlay:
    sheet = Overlay()
    at = sheet.x if is_across else sheet.y
    sheet.lay((np.abs(at - 14) < 3) * 1.0, SHADE, 0.4).lay((np.abs(at - 11.5) < 2) * 1.0, (168, 168, 162))
    return sheet.lay((np.abs(at - 10.8) < 0.6) * 1.0, (214, 213, 206))


def deck_line(at_px: float, width_px: float, colour: Colour) -> Overlay:
    """A lane line of the interstate, which runs north and south."""
    sheet = Overlay()
    return sheet.lay(sheet.box(at_px - width_px / 2, 0, at_px + width_px / 2, TILE), colour, 0.85).wear(3, 0.4)


def barrier(is_across: bool) -> Overlay:
    """A concrete barrier through the middle of the tile (the median of a deck)."""
    sheet = Overlay()
    at = sheet.y if is_across else sheet.x
    sheet.lay((np.abs(at - 15) < 8) * 1.0, SHADE, 0.35).lay((np.abs(at - 12) < 6) * 1.0, (166, 164, 157))
    return sheet.lay((np.abs(at - 12) < 2.5) * 1.0, (196, 194, 186))


def fence(sides: str) -> Overlay:
    """A chain-link or board fence from the middle of the tile towards the named sides, with a post."""
    sheet = Overlay()
    parts = {"n": (10.5, 0, 13.5, 12), "s": (10.5, 12, 13.5, 24), "w": (0, 10.5, 12, 13.5), "e": (12, 10.5, 24, 13.5)}
    for side in sides:
        x0, y0, x1, y1 = parts[side]
        sheet.lay(sheet.box(x0 + 2.5, y0 + 2.5, x1 + 3, y1 + 3), SHADE, 0.3)
    for side in sides:
        sheet.lay(sheet.box(*parts[side]), (122, 124, 122), 0.95)
    return sheet.lay(sheet.disc(12, 12, 2.6), (170, 170, 164)).lay(sheet.disc(12, 12, 1.2), (96, 98, 98))


def canopy(seed: int, across: int) -> Overlay:
    """The top of a street tree, `across` tiles wide and high, so thick that nobody above sees what is parked below."""
    sheet, dice = Overlay(across, across), np.random.default_rng(seed)
    middle = across * TILE / 2
    widest = middle - 14
    for share, tone in ((1.0, (44, 58, 38)), (0.87, (62, 80, 48)), (0.68, (84, 102, 58)), (0.44, (106, 122, 70))):
        ring = widest * share
        for _ in range(int(ring * ring * 0.03)):
            angle, reach = dice.uniform(0, 2 * np.pi), ring * np.sqrt(dice.uniform(0, 1))
            lift = (widest - ring) * 0.16
            x, y = middle + reach * np.cos(angle) - lift, middle + reach * np.sin(angle) - lift
            shade = float(dice.uniform(0.88, 1.12))
            leaf = (int(tone[0] * shade), int(tone[1] * shade), int(tone[2] * shade))
            sheet.dab(x, y, dice.uniform(4, 8), 1.5, leaf, 0.95)
    return sheet


def helipad() -> Overlay:
    """The landing circle on an office tower, 6 x 6 tiles."""
    sheet = Overlay(6, 6)
    middle = 3.0 * TILE
    sheet.lay(sheet.disc(middle, middle, 66), (88, 92, 96)).lay(sheet.disc(middle, middle, 62), WHITE_DULL)
    sheet.lay(sheet.disc(middle, middle, 57), (96, 100, 103))
    for x0, y0, x1, y1 in ((48, 42, 55, 102), (89, 42, 96, 102), (48, 69, 96, 76)):
        sheet.lay(sheet.box(x0, y0, x1, y1), YELLOW)
    return sheet.wear(9, 0.35)


def deck_corner(is_inner: bool) -> Overlay:
    """A deck's edge from south-west to north-east: the cut tile, or the inner one with the rest of the parapet."""
    sheet = Overlay()
    slope = (sheet.x + sheet.y - TILE * (2 if is_inner else 1)) / np.sqrt(2.0)
    if not is_inner:
        sheet.lay((slope < 0) * 1.0, (150, 149, 144))
    sheet.lay((slope < 0) * (slope > -8) * 1.0, (196, 193, 184))
    sheet.lay((slope > -8) * (slope < -7) * 1.0, (122, 120, 114), 0.8)
    return sheet.lay((slope < 0) * (slope > -1.2) * 1.0, (40, 42, 46), 0.5)


def bunting(is_across: bool) -> Overlay:
    """A string of small flags over a car dealer's lot, along x or (across) along y."""
    sheet = Overlay()
    along, aside = (sheet.y, sheet.x) if is_across else (sheet.x, sheet.y)
    sheet.lay((np.abs(aside - 9) < 0.5) * 1.0, (210, 208, 200), 0.9)
    flags: tuple[Colour, ...] = ((186, 64, 56), (226, 222, 210), (64, 96, 150), (218, 176, 72))
    for index, colour in enumerate(flags):
        middle = 3 + 6 * index
        for shift, tint, opacity in ((3.0, SHADE, 0.3), (0.0, colour, 1.0)):
            drop = aside - 9 - shift
            sheet.lay((drop > 0) * (drop < 6) * (np.abs(along - middle - shift) < (6 - drop) * 0.4), tint, opacity)
    return sheet


def pool() -> Overlay:
    """A swimming pool behind an apartment house, 5 x 3 tiles, on its paved deck."""
    sheet = Overlay(5, 3)
    right, bottom = 5 * TILE, 3 * TILE
    sheet.lay(sheet.box(0, 0, right, bottom), (176, 172, 162)).lay(
        sheet.box(7, 7, right - 7, bottom - 7), (214, 214, 208)
    )
    sheet.lay(sheet.box(10, 10, right - 10, bottom - 10), (92, 168, 186))
    sheet.lay(sheet.box(10, 10, right - 10, 17), (58, 126, 152), 0.7).lay(
        sheet.box(10, 10, 15, bottom - 10), (58, 126, 152), 0.5
    )
    for at in range(24, right - 16, 13):
        wave = np.abs(sheet.y - 36 - 9 * np.sin((sheet.x + at) / 9)) < 0.5
        sheet.lay(wave * (np.abs(sheet.x - at) < 9), (186, 224, 228), 0.6)
    return sheet
