"""The sun's shadows, thrown into the light map: of walls and furniture once, of what moves in every frame.

Owns how long they are (by the hour) and on which side; nothing is drawn where no sun shines. Called by the baked light
and by the light map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.content.level import Level
from game.render.palette import Hour
from game.render.shadows import prop_radius

REACH = 14.0
"""Metres of height that count at most: towers stand beside streets that must stay playable."""
LOWEST = 0.25
CROWN = {"palm": (0.86, 1.5), "tree": (0.72, 2.0)}
"""At which share of its height a crown sits, and its radius in metres."""

Point = tuple[float, float]


class SunShade:
    """Shadows of one level under one sun."""

    def __init__(self, level: Level, hour: Hour) -> None:
        self._hour = hour
        self._walls = [
            (wall.points, min(wall.height, REACH), _bounds(wall.points)) for wall in level.walls if wall.height > LOWEST
        ]
        self._props = level.props

    @property
    def shines(self) -> bool:
        """Whether there is a sun at all."""
        return self._hour.shadow != (0.0, 0.0)

    def shade_standing(self, surface: pygame.Surface, left: float, top: float, k: float) -> None:
        """Shadows of walls and furniture on a surface whose corner lies at (left, top) metres."""
        if not self.shines:
            return
        sx, sy = self._hour.shadow
        right, bottom = left + surface.get_width() / k, top + surface.get_height() / k
        for points, tall, (x0, y0, x1, y1) in self._walls:
            if x1 + sx * tall > left and x0 < right and y1 + sy * tall > top and y0 < bottom:
                self.shade(surface, points, tall, left, top, k)
        for prop in self._props:
            if left - 14 < prop.x < right + 3 and top - 9 < prop.y < bottom + 3:
                self._shade_prop(surface, prop, left, top, k)

    def _shade_prop(self, surface: pygame.Surface, prop, left: float, top: float, k: float) -> None:
        tall = min(prop.height, 7.0)
        self.shade_round(surface, prop.x, prop.y, prop_radius(prop), tall, left, top, k)
        if prop.kind in CROWN:
            share, radius = CROWN[prop.kind]
            sx, sy = self._hour.shadow
            px, py = (prop.x + sx * tall * share - left) * k, (prop.y + sy * tall * share - top) * k
            if prop.kind == "tree":
                pygame.draw.circle(surface, self._hour.shade, (px, py), radius * k)
                return
            # Leaflets between which light falls: a star.
            star = []
            for tip in range(16):
                a, r = tip * math.tau / 16 + prop.id, radius * k * (1.0 if tip % 2 else 0.5)
                star.append((px + r * math.cos(a), py + r * math.sin(a)))
            pygame.draw.polygon(surface, self._hour.shade, star)

    def shade(
        self, surface: pygame.Surface, points: Sequence[Point], tall: float, left: float, top: float, k: float
    ) -> None:
        """The shadow of a convex thing, on the side away from the sun; the thing itself stays lit."""
        sx, sy = self._hour.shadow
        n = len(points)
        area = sum(points[i][0] * points[(i + 1) % n][1] - points[(i + 1) % n][0] * points[i][1] for i in range(n))
        turn = 1.0 if area > 0 else -1.0
        away = [
            turn * ((points[(i + 1) % n][1] - points[i][1]) * sx - (points[(i + 1) % n][0] - points[i][0]) * sy) > 0
            for i in range(n)
        ]
        start = next((i for i in range(n) if away[i] and not away[i - 1]), None)
        if start is None:
            return
        chain = [points[start]]
        index = start
        while away[index % n] and len(chain) <= n:
            index += 1
            chain.append(points[index % n])
        near = [((x - left) * k, (y - top) * k) for x, y in chain]
        dx, dy = sx * tall * k, sy * tall * k
        pygame.draw.polygon(surface, self._hour.shade, near + [(x + dx, y + dy) for x, y in reversed(near)])

    def shade_round(
        self, surface: pygame.Surface, x: float, y: float, radius: float, tall: float, left: float, top: float, k: float
    ) -> None:
        """The shadow of something thin and round: a person, a trunk, a post."""
        sx, sy = self._hour.shadow
        px, py = (x - left) * k, (y - top) * k
        ex, ey = px + sx * tall * k, py + sy * tall * k
        length = math.hypot(ex - px, ey - py) or 1.0
        nx, ny = -(ey - py) / length * radius * k, (ex - px) / length * radius * k
        start = 0.18
        bx, by = px + (ex - px) * start, py + (ey - py) * start
        shade = self._hour.shade
        pygame.draw.polygon(
            surface, shade, [(bx + nx, by + ny), (ex + nx, ey + ny), (ex - nx, ey - ny), (bx - nx, by - ny)]
        )
        pygame.draw.circle(surface, shade, (ex, ey), max(1.0, radius * k))


def _bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)
