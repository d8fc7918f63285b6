"""Low solid things seen from above: parapets and planters that no tile shows.

Owns which walls of a level these are and how their tops are painted. Called by the ground while it composes a chunk,
since they are too low to lean.
"""

from __future__ import annotations

import math

import pygame

from game.content.level import Level, Point, Wall
from game.render.masonry import MATERIALS
from game.render.noise import dice, rgb, tone
from game.render.palette import Colour
from game.render.tiles import GID_MASK

KERB_HIGH = 0.25
ROOFED = 2.4
"""From this height a wall has a roof of its own."""
PLANTER_WIDE = 0.95
"""A concrete trough at least so wide has earth in it."""
PLANTER_HIGH = 1.3
PARTS = 4
"""Steps in which those of a chunk are painted: all shrubs of a plaza at once take half a frame."""
RIM = 0.16
EARTH = (62, 50, 38)
LEAVES = ((52, 74, 38), (70, 96, 48), (92, 120, 60), (120, 146, 78))


class LowWalls:
    """The low walls of one level."""

    def __init__(self, level: Level) -> None:
        drawn = [layer for layer in level.layers if layer.role == "walls"]
        self._walls = []
        for wall in level.walls:
            x, y = _middle(wall)
            index = int(y) * level.width + int(x)
            is_tiled = any(layer.cells[index] & GID_MASK for layer in drawn)
            if KERB_HIGH < wall.height < ROOFED and not is_tiled and wall.material != "glass":
                self._walls.append((wall, _bounds(wall)))

    def paint(self, chunk: pygame.Surface, scale: int, left: float, top: float, part: int) -> None:
        """Paint those that touch a chunk whose corner lies at (left, top) metres, of one of `PARTS` parts of them."""
        right, bottom = left + chunk.get_width() / scale, top + chunk.get_height() / scale
        count = len(self._walls)
        for wall, (x0, y0, x1, y1) in self._walls[part * count // PARTS : (part + 1) * count // PARTS]:
            if x0 < right and x1 > left and y0 < bottom and y1 > top:
                _paint(chunk, wall, (x0, y0, x1, y1), scale, (left, top))


def _paint(
    chunk: pygame.Surface, wall: Wall, bounds: tuple[float, float, float, float], scale: int, corner: Point
) -> None:
    base = rgb(MATERIALS.get(wall.material, MATERIALS["concrete"]))
    points = [((x - corner[0]) * scale, (y - corner[1]) * scale) for x, y in wall.points]
    pygame.draw.polygon(chunk, tone(base, 1.18), points)
    _edges(chunk, points, base, scale)
    x0, y0, x1, y1 = bounds
    is_planter = wall.material == "concrete" and wall.height <= PLANTER_HIGH
    if is_planter and min(x1 - x0, y1 - y0) >= PLANTER_WIDE and len(points) == 4:
        bed = pygame.Rect(
            round((x0 + RIM - corner[0]) * scale), round((y0 + RIM - corner[1]) * scale),
            round((x1 - x0 - 2 * RIM) * scale), round((y1 - y0 - 2 * RIM) * scale),
        )  # fmt: skip
        pygame.draw.rect(chunk, EARTH, bed)
        _plant(chunk, bounds, scale, corner)


def _edges(chunk: pygame.Surface, points: list[Point], base: Colour, scale: int) -> None:
    """Lighter rims toward the sun at the upper left, darker ones away from it."""
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        # Outlines run clockwise on the screen, so the outside of an edge lies to its left.
        length = math.hypot(bx - ax, by - ay) or 1.0
        toward = -((by - ay) / length * 0.66 - (bx - ax) / length * 0.75)
        colour = tone(base, 1.0 + 0.34 * toward)
        pygame.draw.line(chunk, colour, (ax, ay), (bx, by), max(1, round(scale * 0.08)))


def _plant(chunk: pygame.Surface, bounds: tuple[float, float, float, float], scale: int, corner: Point) -> None:
    """Shrubs from dark to light; those in front of the light catch it."""
    x0, y0, x1, y1 = bounds
    roll = dice(f"planter{x0:.1f},{y0:.1f}")
    inner = RIM + 0.12
    count = max(6, int((x1 - x0) * (y1 - y0) * 7))
    xs = (roll.uniform(x0 + inner, x1 - inner, count) - corner[0]).tolist()
    ys = (roll.uniform(y0 + inner, y1 - inner, count) - corner[1]).tolist()
    sizes = roll.uniform(0.7, 1.1, count).tolist()
    for step, (colour, size) in enumerate(zip(LEAVES, (0.26, 0.21, 0.15, 0.08), strict=True)):
        shades, shift = [tone(colour, factor) for factor in (0.9, 1.0, 1.1)], 0.035 * step
        for index in range(step * count // 8, count):
            at = (xs[index] - shift) * scale, (ys[index] - shift) * scale
            pygame.draw.circle(chunk, shades[index % 3], at, max(1.0, size * sizes[index] * scale))


def _middle(wall: Wall) -> Point:
    n = len(wall.points)
    return sum(p[0] for p in wall.points) / n, sum(p[1] for p in wall.points) / n


def _bounds(wall: Wall) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in wall.points], [p[1] for p in wall.points]
    return min(xs), min(ys), max(xs), max(ys)
