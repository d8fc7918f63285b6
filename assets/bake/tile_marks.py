"""Overlays of the street: paint, kerbs, stains, roof edges and roof machinery, each with its own alpha.

Owns what lies on top of a ground texture inside one tile, or a block of tiles that belong together. Does not
know the map. Called by `assets.bake.tileset`.
"""

from __future__ import annotations

import numpy as np

from assets.bake.tile_ground import SHARP, TILE, Picture, periodic_noise

FINE = 4
"""Overlays are drawn at four times their size and averaged down, so that slanted edges come out smooth."""
WHITE = (208, 207, 198)
YELLOW = (206, 164, 62)
KERB = (193, 190, 181)
RED_KERB = (168, 62, 54)
SHADE = (28, 32, 42)


class Overlay:
    """A transparent sheet some tiles wide on which shapes are laid in pixel coordinates of the finished tile."""

    def __init__(self, columns: int = 1, rows: int = 1) -> None:
        self.columns = columns
        self.rows = rows
        height, width = rows * TILE * FINE, columns * TILE * FINE
        ys, xs = np.mgrid[0:height, 0:width]
        self.x: Picture = (xs + 0.5) / FINE
        self.y: Picture = (ys + 0.5) / FINE
        self.colour: Picture = np.zeros((height, width, 3))
        self.alpha: Picture = np.zeros((height, width))

    def lay(self, mask: Picture, colour: tuple[int, int, int], opacity: float = 1.0) -> Overlay:
        """Paints `colour` where `mask` (0 to 1) says, over what is there."""
        return self._blend((slice(None), slice(None)), mask, colour, opacity)

    def dab(
        self, x: float, y: float, radius: float, soft_px: float, colour: tuple[int, int, int], opacity: float
    ) -> Overlay:
        """A disc, to the bit what `lay(disc(...))` gives; worked out only where it reaches, for trees of 800 leaves."""
        reach = radius + soft_px
        rows = slice(max(0, int((y - reach) * FINE)), max(0, int((y + reach) * FINE) + 2))
        columns = slice(max(0, int((x - reach) * FINE)), max(0, int((x + reach) * FINE) + 2))
        distance = np.sqrt((self.x[rows, columns] - x) ** 2 + (self.y[rows, columns] - y) ** 2)
        return self._blend((rows, columns), (radius - distance) / soft_px + 0.5, colour, opacity)

    def _blend(
        self, where: tuple[slice, slice], mask: Picture, colour: tuple[int, int, int], opacity: float
    ) -> Overlay:
        cover = np.clip(mask, 0, 1) * opacity
        total = cover + self.alpha[where] * (1 - cover)
        share = np.where(total > 0, cover / np.maximum(total, 1e-9), 0)[..., None]
        self.colour[where] = self.colour[where] * (1 - share) + np.array(colour, dtype=float) * share
        self.alpha[where] = total
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Picture:
        return ((self.x >= x0) & (self.x < x1) & (self.y >= y0) & (self.y < y1)) * 1.0

    def disc(self, x: float, y: float, radius: float, soft_px: float = 0.0) -> Picture:
        distance = np.sqrt((self.x - x) ** 2 + (self.y - y) ** 2)
        return np.clip((radius - distance) / max(soft_px, 0.25) + 0.5, 0, 1)

    def wear(self, seed: int, strength: float) -> Overlay:
        """Takes grains and blots out of the paint, as tyres and sun do."""
        dice = np.random.default_rng(seed)
        grain = np.kron(dice.random((self.rows * TILE, self.columns * TILE)), np.ones((FINE, FINE)))
        blots = np.tile(periodic_noise(seed + 900, 2.2), (2, 2))[: self.rows * TILE, : self.columns * TILE]
        coarse = np.kron(np.clip(0.4 + 0.45 * blots, 0, 1), np.ones((FINE, FINE)))
        self.alpha = self.alpha * np.clip(1.05 - strength * (0.4 * grain + 0.6 * coarse), 0.12, 1)
        return self

    def tiles(self) -> list[Picture]:
        """The finished tiles, row by row, as RGBA 0 to 255."""
        size, share = TILE * SHARP, FINE // SHARP
        height, width = self.rows * size, self.columns * size
        alpha = self.alpha.reshape(height, share, width, share).mean((1, 3))
        weighted = (self.colour * self.alpha[..., None]).reshape(height, share, width, share, 3).mean((1, 3))
        colour = weighted / np.maximum(alpha, 1e-6)[..., None]
        sheet = np.dstack([colour, alpha * 255])
        return [
            sheet[row : row + size, column : column + size]
            for row in range(0, height, size)
            for column in range(0, width, size)
        ]


# --------------------------------------------------------------------------- paint on the roadway


def line(is_across: bool, at_px: float, width_px: float, colour: tuple[int, int, int], seed: int) -> Overlay:
    """A painted line through the tile: along x at height `at_px`, or (across) along y at `at_px`."""
    sheet = Overlay()
    low, high = at_px - width_px / 2, at_px + width_px / 2
    area = sheet.box(low, 0, high, TILE) if is_across else sheet.box(0, low, TILE, high)
    return sheet.lay(area, colour, 0.94).wear(seed, 0.45)


def bar(is_across: bool, seed: int) -> Overlay:
    """One bar of a crosswalk, with the gap on both sides of it."""
    sheet = Overlay()
    area = sheet.box(5, 0, 19, TILE) if is_across else sheet.box(0, 5, TILE, 19)
    return sheet.lay(area, WHITE, 0.8).wear(seed, 0.8)


def arrow(kind: str, facing: int) -> Overlay:
    """A lane arrow of 3 x 2 tiles (ahead: 3 x 1) for traffic heading east, or with `facing` 180, west."""
    rows = 1 if kind == "ahead" else 2
    sheet = Overlay(3, rows)
    middle = rows * TILE / 2
    along, aside = sheet.x, sheet.y - middle
    if facing == 180:
        along, aside = 3 * TILE - along, -aside
    shaft = (along > 3) & (along < 50) & (np.abs(aside) < 2.6)
    head = (along >= 44) & (along < 69) & (np.abs(aside) < (69 - along) * 0.44)
    if kind != "ahead":
        side = aside if kind == "right" else -aside
        shaft = ((along > 3) & (along < 41) & (np.abs(aside) < 2.6)) | (
            (along > 35.8) & (along < 41) & (side >= -2.6) & (side < 12)
        )
        head = (side >= 8) & (side < 23) & (np.abs(along - 38.4) < (23 - side) * 0.72)
    return sheet.lay((shaft | head) * 1.0, WHITE, 0.92).wear(7 + facing, 0.5)


# --------------------------------------------------------------------------- kerbs


def kerb(sides: str, colour: tuple[int, int, int] = KERB) -> Overlay:
    """A kerb stone on the named sides (any of n, e, s, w) of a paving tile, with the dark gutter line outside."""
    sheet = Overlay()
    areas = {"n": (0, 0, 24, 5), "e": (19, 0, 24, 24), "s": (0, 19, 24, 24), "w": (0, 0, 5, 24)}
    gutters = {"n": (0, 0, 24, 1), "e": (23, 0, 24, 24), "s": (0, 23, 24, 24), "w": (0, 0, 1, 24)}
    for side in sides:
        sheet.lay(sheet.box(*areas[side]), colour)
        if side in "ns":
            sheet.lay(sheet.box(0, areas[side][1], 0.6, areas[side][3]), (140, 138, 132), 0.6)
    for side in sides:
        inner = {"n": (0, 5, 24, 5.8), "e": (18.2, 0, 19, 24), "s": (0, 18.2, 24, 19), "w": (5, 0, 5.8, 24)}[side]
        sheet.lay(sheet.box(*inner), (112, 110, 104), 0.8)
        lit = {"n": (0, 1, 24, 2.2), "e": (21.6, 0, 22.8, 24), "s": (0, 21.6, 24, 22.8), "w": (1, 0, 2.2, 24)}[side]
        sheet.lay(sheet.box(*lit), (238, 235, 226), 0.78)
        sheet.lay(sheet.box(*gutters[side]), SHADE, 0.86)
    return sheet


def steps(is_across: bool) -> Overlay:
    """Three treads of a broad flight of steps: a worn edge that shines, the riser's shade below it."""
    sheet = Overlay()
    along = sheet.x if is_across else sheet.y
    for number in range(3):
        edge = number * 8.0
        near = (along >= edge) & (along < edge + 8.0)
        sheet.lay(near * 1.0, (176 - 10 * number, 172 - 10 * number, 162 - 10 * number), 0.75)
        sheet.lay(((along >= edge) & (along < edge + 1.6)) * 1.0, (214, 211, 202), 0.9)
        sheet.lay(((along >= edge + 6.2) & (along < edge + 8.0)) * 1.0, SHADE, 0.42)
    return sheet.wear(61, 0.12)


def kerb_notch(corner: str) -> Overlay:
    """The small square of kerb where two kerbs meet round a re-entrant corner (ne, se, sw, nw)."""
    sheet = Overlay()
    x0 = 19 if "e" in corner else 0
    y0 = 19 if "s" in corner else 0
    return sheet.lay(sheet.box(x0, y0, x0 + 5, y0 + 5), KERB)


def kerb_arc(corner: str, road: tuple[int, int, int]) -> Overlay:
    """A kerb rounded over 3 x 3 tiles: roadway outside the arc, kerb on it, paving (bare) inside."""
    sheet = Overlay(3, 3)
    size = 3 * TILE
    x = 0 if "e" in corner else size
    y = 0 if "s" in corner else size
    distance = np.sqrt((sheet.x - x) ** 2 + (sheet.y - y) ** 2)
    dice = np.random.default_rng(5).normal(size=(size, size)) * 3
    sheet.lay((distance > size - 6) * 1.0, (120, 118, 112), 0.7)
    sheet.lay((distance > size - 5) * 1.0, KERB)
    sheet.lay((np.abs(distance - size + 1.6) < 0.6) * 1.0, (238, 235, 226), 0.78)
    sheet.lay((distance > size - 1) * 1.0, SHADE, 0.86)
    sheet.lay((distance > size) * 1.0, road)
    sheet.colour += np.kron(dice, np.ones((FINE, FINE)))[..., None] * (distance > size)[..., None]
    return sheet


# --------------------------------------------------------------------------- wear and iron


def stain(seed: int, strength: float) -> Overlay:
    """Oil where cars stand: a few soft dark drops."""
    sheet, dice = Overlay(), np.random.default_rng(seed)
    for _ in range(4):
        x, y, radius = dice.uniform(7, 17), dice.uniform(7, 17), dice.uniform(1.5, 5)
        sheet.lay(sheet.disc(x, y, radius, 4), (38, 38, 40), strength)
    return sheet


def crack(seed: int) -> Overlay:
    """A thin wandering crack from one side of the tile to another, some of it sealed with tar."""
    sheet, dice = Overlay(), np.random.default_rng(seed)
    x, y, heading = 0.0, dice.uniform(4, 20), dice.uniform(-0.5, 0.5)
    for _ in range(60):
        sheet.lay(sheet.disc(x, y, dice.uniform(0.35, 0.7), 0.6), (60, 63, 66), 0.6)
        heading += dice.normal() * 0.35
        x, y = x + 0.8 * np.cos(heading), y + 0.8 * np.sin(heading)
    return sheet


def patch(seed: int) -> Overlay:
    """A repaired rectangle of 3 x 2 tiles: fresher asphalt with sealed edges."""
    sheet, dice = Overlay(3, 2), np.random.default_rng(seed)
    x0, y0, x1, y1 = dice.uniform(2, 12), dice.uniform(2, 10), dice.uniform(58, 70), dice.uniform(36, 46)
    tone = int(dice.integers(74, 94))
    sheet.lay(sheet.box(x0 - 1, y0 - 1, x1 + 1, y1 + 1), (58, 61, 64), 0.42)
    return sheet.lay(sheet.box(x0, y0, x1, y1), (tone, tone + 4, tone + 7), 0.36)


def manhole() -> Overlay:
    sheet = Overlay()
    sheet.lay(sheet.disc(12, 12, 8.6), (60, 62, 64), 0.9).lay(sheet.disc(12, 12, 7.4), (92, 93, 92))
    for at in range(5, 20, 3):
        sheet.lay(sheet.box(at, 0, at + 1, TILE) * sheet.disc(12, 12, 6.6), (66, 67, 68), 0.8)
        sheet.lay(sheet.box(0, at, TILE, at + 1) * sheet.disc(12, 12, 6.6), (66, 67, 68), 0.8)
    return sheet


def drain() -> Overlay:
    sheet = Overlay()
    sheet.lay(sheet.box(2, 8, 22, 16), (58, 60, 62))
    for at in range(4, 22, 3):
        sheet.lay(sheet.box(at, 9, at + 1.4, 15), (20, 22, 26))
    return sheet


def leaves(seed: int) -> Overlay:
    """Dry leaves and scraps of paper along a kerb or a fence."""
    sheet, dice = Overlay(), np.random.default_rng(seed)
    for _ in range(9):
        tone = [(132, 112, 74), (110, 98, 66), (186, 184, 176)][int(dice.integers(0, 3))]
        sheet.lay(sheet.disc(dice.uniform(2, 22), dice.uniform(2, 22), dice.uniform(0.5, 1.2)), tone, 0.8)
    return sheet


def lane_film(is_across: bool, at_px: float) -> Overlay:
    """The dark film that engines drip along the middle of a lane, centred at `at_px`; across = a lane along y."""
    sheet = Overlay()
    aside = (sheet.x if is_across else sheet.y) - at_px
    return sheet.lay(np.exp(-((aside / 8.0) ** 2)), (52, 54, 57), 0.15)


def tyre_marks() -> Overlay:
    """A pair of faint black lines where somebody braked hard, 6 x 2 tiles, heading east."""
    sheet = Overlay(6, 2)
    fade = np.clip(sheet.x / 50, 0, 1) * np.clip((6 * TILE - sheet.x) / 20, 0, 1)
    for at in (8, 40):
        bend = at + 0.00022 * sheet.x**2
        sheet.lay(np.exp(-(((sheet.y - bend) / 2.4) ** 2)) * fade, (38, 40, 43), 0.42)
    return sheet


def tree_well(at_px: float) -> Overlay:
    """The square of earth in the paving from which a palm grows, centred at height `at_px`."""
    sheet = Overlay()
    sheet.lay(sheet.box(3, at_px - 8, 21, at_px + 8), (128, 125, 118)).lay(
        sheet.box(5, at_px - 6, 19, at_px + 6), (96, 80, 62)
    )
    return sheet.lay(sheet.box(5, at_px - 6, 19, at_px - 4), SHADE, 0.35)
