"""What stands over people's heads: roofs and facades of buildings, and canopies, leaning away from the camera.

Owns the parallax (a roof grows with its height about the middle of the picture) and the lifting: what hides the
player fades. Called by the renderer after the light map, since roofs lie above the street's light.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import pygame

from game.content.level import Level, Wall
from game.render.ground import CELLS
from game.render.noise import rgb, tone
from game.render.palette import Colour, Hour
from game.render.tiles import GID_MASK, TileSheets
from game.render.turned import TurnedCache

LEAN = 0.0052
"""Growth of a roof for each metre of height."""
TALLEST = 18.0
STORY = 3.4
ROOFED = 2.4
"""Walls of at least this height have a roof of their own."""
LIFTED = 56
"""Opacity of a roof that hides the player."""
FADE = 16

MATERIALS: dict[str, str] = {
    "concrete": "#8f8b83",
    "brick": "#8a5a48",
    "wood": "#8a6c4c",
    "glass": "#5f7480",
    "metal": "#6d747a",
    "steel": "#6d747a",
    "fence": "#6d747a",
    "plaster": "#b5aa96",
    "drywall": "#c4beb2",
}
"""Colours of facades by the wall's material; concrete stands in for the rest."""


class Region:
    """One roof: the joined cells, how high it is, and how opaque it is now."""

    __slots__ = ("alpha", "bounds", "cells", "height", "index")

    def __init__(self, index: int, cells: set[tuple[int, int]], height: float) -> None:
        self.index = index
        self.cells = cells
        self.height = height
        xs, ys = [c[0] for c in cells], [c[1] for c in cells]
        self.bounds = (min(xs), min(ys), max(xs) + 1, max(ys) + 1)
        self.alpha = 255


class Roofs:
    """All roofs and facades of one level."""

    def __init__(self, level: Level, sheets: TileSheets, hour: Hour) -> None:
        self._sheets = sheets
        self._hour = hour
        self._width = level.width
        self._layers = [layer for layer in level.layers if layer.role == "roofs"]
        self._pictures = TurnedCache(80_000_000)
        tall = [wall for wall in level.walls if wall.height >= ROOFED]
        self._regions = _regions(level, self._layers, tall)
        covered = {cell for region in self._regions for cell in region.cells}
        self._facades = [_Facade(wall, hour) for wall in tall]
        for facade in self._facades:
            facade.has_roof = (int(facade.middle[0]), int(facade.middle[1])) in covered

    def take(self, x: float, y: float, camera_x: float, camera_y: float) -> None:
        """Fade what lies over the player and bring back what does not (once a tick)."""
        for region in self._regions:
            x0, y0, x1, y1 = region.bounds
            # No roof leans further than this, so one far away cannot hide anybody.
            if region.alpha == 255 and not (x0 - 4 < x < x1 + 4 and y0 - 4 < y < y1 + 4):
                continue
            grow = lean(region.height)
            behind = (math.floor(camera_x + (x - camera_x) / grow), math.floor(camera_y + (y - camera_y) / grow))
            hides = (math.floor(x), math.floor(y)) in region.cells or behind in region.cells
            step = -FADE if hides else FADE
            region.alpha = max(LIFTED, min(255, region.alpha + step))

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int) -> None:
        """Draw facades, then roofs by height; (left, top) are metres at the surface's corner."""
        width, height = surface.get_size()
        cx, cy = left + width / scale / 2, top + height / scale / 2
        reach = (width / scale / 2 + 4, height / scale / 2 + 4)
        for facade in self._facades:
            if facade.is_near(cx, cy, reach):
                facade.draw(surface, left, top, scale, cx, cy)
        for region in self._regions:
            x0, y0, x1, y1 = region.bounds
            if x0 < cx + reach[0] and x1 > cx - reach[0] and y0 < cy + reach[1] and y1 > cy - reach[1]:
                self._draw_region(surface, region, left, top, scale, cx, cy)

    def _draw_region(self, surface, region: Region, left: float, top: float, scale: int, cx: float, cy: float) -> None:
        grow = lean(region.height)
        span = CELLS[scale] // 2
        width, height = surface.get_size()
        x0, y0, x1, y1 = region.bounds
        for row in range(y0 // span, (y1 - 1) // span + 1):
            for column in range(x0 // span, (x1 - 1) // span + 1):
                px = (cx + (column * span - cx) * grow - left) * scale
                py = (cy + (row * span - cy) * grow - top) * scale
                size = span * scale * grow
                if px > width or py > height or px + size < 0 or py + size < 0:
                    continue
                key = (region.index, scale, column, row)
                picture = self._pictures.get(key, partial(self._compose, region, scale, span, column, row, grow))
                picture.set_alpha(region.alpha)
                surface.blit(picture, (math.floor(px), math.floor(py)))

    def _compose(self, region: Region, scale: int, span: int, column: int, row: int, grow: float) -> pygame.Surface:
        block = pygame.Surface((span * scale, span * scale), pygame.SRCALPHA)
        for y in range(row * span, (row + 1) * span):
            for x in range(column * span, (column + 1) * span):
                if (x, y) not in region.cells:
                    continue
                for layer in self._layers:
                    tile = self._sheets.tile(layer.cells[y * self._width + x], scale)
                    if tile is not None:
                        block.blit(tile, ((x - column * span) * scale, (y - row * span) * scale))
        block.fill((*self._hour.roof, 255), special_flags=pygame.BLEND_RGBA_MULT)
        size = math.ceil(span * scale * grow) + 1
        block = pygame.transform.smoothscale(block, (size, size))
        # A block without gaps is drawn four times faster without its alpha channel.
        is_whole = pygame.mask.from_surface(block, 250).count() == size * size
        return block.convert() if is_whole else block.convert_alpha()


class _Facade:
    """The sides of one building, drawn where they face the camera, with a plain roof when no tiles cover it."""

    def __init__(self, wall: Wall, hour: Hour) -> None:
        self.points = wall.points
        self.height = min(wall.height, TALLEST)
        self.has_roof = False
        n = len(wall.points)
        self.middle = (sum(p[0] for p in wall.points) / n, sum(p[1] for p in wall.points) / n)
        self._reach = max(math.dist(p, self.middle) for p in wall.points)
        self._hour = hour
        base = rgb(MATERIALS.get(wall.material, "#8f8b83"))
        self._roof = _lit(tone(base, 0.8), hour.roof)
        self._rim = _lit(tone(base, 1.15), hour.roof)
        self._seed = wall.id * 37 + int(self.middle[0])
        self._edges = self._faces(base)

    def _faces(
        self, base: Colour
    ) -> list[tuple[tuple[float, float], tuple[float, float], float, float, Colour, Colour, Colour]]:
        """Each edge with its outward normal and its colours for wall, sill and glass."""
        found = []
        sx, sy = self._hour.shadow
        length = math.hypot(sx, sy) or 1.0
        for a, b in zip(self.points, (*self.points[1:], self.points[0]), strict=True):
            nx, ny = b[1] - a[1], a[0] - b[0]
            if nx * (self.middle[0] - a[0]) + ny * (self.middle[1] - a[1]) > 0:
                nx, ny = -nx, -ny
            size = math.hypot(nx, ny) or 1.0
            toward_sun = -(nx * sx + ny * sy) / size / length
            light = 0.66 + 0.30 * max(0.0, toward_sun) if sx or sy else 0.7
            wall = _lit(tone(base, light), self._hour.light)
            glass = _lit((58, 76, 92) if toward_sun < 0.2 else (104, 132, 150), self._hour.light)
            found.append((a, b, nx / size, ny / size, wall, tone(wall, 0.72), glass))
        return found

    def is_near(self, cx: float, cy: float, reach: tuple[float, float]) -> bool:
        """Whether any of it may be in the picture."""
        return abs(self.middle[0] - cx) < reach[0] + self._reach and abs(self.middle[1] - cy) < reach[1] + self._reach

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int, cx: float, cy: float) -> None:
        """Draw the faces toward the camera and, where nothing else does, the roof."""

        def at(point: tuple[float, float], height: float) -> tuple[float, float]:
            grow = lean(height)
            return (cx + (point[0] - cx) * grow - left) * scale, (cy + (point[1] - cy) * grow - top) * scale

        for a, b, nx, ny, wall, dark, glass in self._edges:
            if nx * (cx - a[0]) + ny * (cy - a[1]) <= 0:
                continue
            pygame.draw.polygon(surface, wall, [at(a, 0), at(b, 0), at(b, self.height), at(a, self.height)])
            if self.height >= 3.0:
                self._windows(surface, at, a, b, dark, glass)
        if not self.has_roof:
            outline = [at(p, self.height) for p in self.points]
            pygame.draw.polygon(surface, self._roof, outline)
            pygame.draw.polygon(surface, self._rim, outline, max(1, scale // 8))

    def _windows(self, surface, at, a, b, dark: Colour, glass: Colour) -> None:
        """Rows of panes: one row for each story, panes about two metres wide, some lit at night."""
        bays = int(math.dist(a, b) / 2.6)
        if bays < 1:
            return
        width, height = surface.get_size()
        polygon = pygame.draw.polygon
        lamps_on = self._hour.lamps > 0.5
        for story in range(max(1, int(self.height / STORY))):
            low, high = story * STORY + 0.9, min(story * STORY + 2.7, self.height - 0.2)
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(a, low), at(b, low), at(b, high), at(a, high)
            ux, uy, vx, vy = (bx - ax) / bays, (by - ay) / bays, (cx - dx) / bays, (cy - dy) / bays
            for bay in range(bays):
                px, py = ax + ux * bay, ay + uy * bay
                if not (-90 < px < width + 90 and -90 < py < height + 90):
                    continue
                qx, qy = dx + vx * bay, dy + vy * bay
                mix = (self._seed + bay * 7 + story * 13) % 11
                colour = (226, 178, 104) if lamps_on and mix < 3 else glass if mix % 3 else dark
                lower = (px + ux * 0.14, py + uy * 0.14), (px + ux * 0.86, py + uy * 0.86)
                polygon(surface, colour, (*lower, (qx + vx * 0.86, qy + vy * 0.86), (qx + vx * 0.14, qy + vy * 0.14)))


def lean(height: float) -> float:
    """How much larger something so high is drawn than its foot."""
    return 1.0 + min(height, TALLEST) * LEAN


def _lit(colour: Colour, light: Colour) -> Colour:
    return tuple(a * b // 255 for a, b in zip(colour, light, strict=True))  # type: ignore[return-value]


def _inside(points: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a place lies in a convex outline."""
    signs = [
        (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
        for a, b in zip(points, (*points[1:], points[0]), strict=True)
    ]
    return all(s >= 0 for s in signs) or all(s <= 0 for s in signs)


def _regions(level: Level, layers, tall: list[Wall]) -> list[Region]:
    """Join roof cells that touch into roofs, lowest first; a roof is as high as the tallest wall under it."""
    free = set()
    for layer in layers:
        free |= {(i % level.width, i // level.width) for i, gid in enumerate(layer.cells) if gid & GID_MASK}
    heights: dict[tuple[int, int], float] = {}
    for wall in tall:
        xs, ys = [p[0] for p in wall.points], [p[1] for p in wall.points]
        for y in range(int(min(ys)), math.ceil(max(ys))):
            for x in range(int(min(xs)), math.ceil(max(xs))):
                if (x, y) in free and _inside(wall.points, x + 0.5, y + 0.5):
                    heights[(x, y)] = max(heights.get((x, y), 0.0), wall.height)
    found = []
    while free:
        start = free.pop()
        cells, edge = {start}, [start]
        while edge:
            x, y = edge.pop()
            for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                # Roofs of different height are different roofs, even where they touch.
                if near in free and heights.get(near, 0.0) == heights.get(start, 0.0):
                    free.remove(near)
                    cells.add(near)
                    edge.append(near)
        found.append((heights.get(start, 4.0), cells))
    found.sort(key=lambda item: (item[0], min(item[1])))
    return [Region(index, cells, height) for index, (height, cells) in enumerate(found)]
