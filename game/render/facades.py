"""The sides of buildings: walls and rows of windows that lean away from the camera.

Owns the faces of one wall's outline, their colours by material and sun, and the plain roof of a wall that no tiles
cover. Called by `roofs.py`, which says which of them are near.
"""

from __future__ import annotations

import math

import pygame

from game.content.level import Wall
from game.render.noise import rgb, tone
from game.render.palette import Colour, Hour

LEAN = 0.0052
"""Growth of a roof for each metre of height."""
TALLEST = 18.0
STORY = 3.4

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


class Facade:
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

    def draw(
        self,
        surface: pygame.Surface,
        left: float,
        top: float,
        scale: int,
        cx: float,
        cy: float,
        has_windows: bool = True,
    ) -> None:
        """Draw the faces toward the camera and, where nothing else does, the roof."""

        def at(point: tuple[float, float], height: float) -> tuple[float, float]:
            grow = lean(height)
            return (cx + (point[0] - cx) * grow - left) * scale, (cy + (point[1] - cy) * grow - top) * scale

        for a, b, nx, ny, wall, dark, glass in self._edges:
            if nx * (cx - a[0]) + ny * (cy - a[1]) <= 0:
                continue
            pygame.draw.polygon(surface, wall, [at(a, 0), at(b, 0), at(b, self.height), at(a, self.height)])
            if has_windows and self.height >= 3.0:
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
