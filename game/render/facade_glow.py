"""Light that climbs walls: sirens, muzzles, lamps and fires on the facades beside a street.

Owns one small surface into which strips of facades are painted with the light at their foot; it is stretched and added where
it was painted. Walls themselves are drawn by `facades.py`. Called by the renderer after the roofs.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.content.level import Level, Wall
from game.render.canvas import canvas
from game.render.facades import TALLEST, lean
from game.render.frame import Frame
from game.render.light import LightMap
from game.render.palette import Hour

LOWEST = 2.4
"""Lower walls have no side that could be seen."""
STRIP = 3.0
"""Metres of wall that are lit alike."""
BEFORE = 1.0
"""Metres before a wall at which its light is read."""
CLIMBS = 9.0
"""Metres up to which light from the street climbs."""
STEPS = 3
SHARE = 0.62
"""Of the light at its foot a wall throws back so much."""
DIVISOR = 4
FAINT = 10
OLDEST = 3
"""Frames that light on facades is kept for at most."""
FARTHEST = 24
"""Pixels that the picture may have moved since the light was painted, or it is painted anew."""

Edge = tuple[tuple[float, float], tuple[float, float], float, float, float]
"""Both ends, the way it looks, its height."""


class FacadeGlow:
    """Lit facades of one level."""

    def __init__(self, level: Level, hour: Hour, light: LightMap, size: tuple[int, int]) -> None:
        self._light = light
        self._dark = hour.light
        self._edges = [edge for wall in level.walls if wall.height >= LOWEST for edge in _edges(wall)]
        ends = np.array([(a, b) for a, b, *_ in self._edges], np.float32).reshape(-1, 2, 2)
        self._at, self._low, self._high = ends[:, 0], ends.min(axis=1), ends.max(axis=1)
        self._way = np.array([(nx, ny) for _, _, nx, ny, _ in self._edges], np.float32).reshape(-1, 2)
        self._small = canvas((size[0] // DIVISOR + 1, size[1] // DIVISOR + 1))
        self._large = pygame.Surface((self._small.get_width() * DIVISOR, self._small.get_height() * DIVISOR)).convert()
        self._box: pygame.Rect | None = None
        """What is painted of the small surface, and below: where the picture's corner lay then, its size and its scale."""
        self._at_px, self._of = (0, 0), ((0, 0), 0)
        self._age = OLDEST
        """Frames in which that was added."""

    def renew(self) -> None:
        """Another run: what shone on the walls in the last one is gone."""
        self._age = OLDEST

    def draw(self, frame: Frame) -> None:
        """Add the light of the street to every facade that faces the camera.

        It is worked out in every second or third frame, one in which no shadows are cast, and moves with the ground between two: as fast
        as anybody walks that is half a pixel off at the top of the light.
        """
        corner = round(frame.left * frame.scale), round(frame.top * frame.scale)
        shows = frame.surface.get_size(), frame.scale
        moved = self._at_px[0] - corner[0], self._at_px[1] - corner[1]
        is_due = self._age >= OLDEST or (self._age == OLDEST - 1 and not self._light.has_cast)
        if is_due or shows != self._of or max(map(abs, moved)) > FARTHEST:
            self._box, self._at_px, self._of, self._age = self._painted(frame), corner, shows, 0
            moved = 0, 0
        self._age += 1
        if self._box is not None:
            self._add(frame.surface, self._box, moved)

    def _painted(self, frame: Frame) -> pygame.Rect | None:
        """Paint all facades that face the middle of the picture; which part of the surface that took."""
        width, height = frame.surface.get_size()
        cx, cy = frame.left + width / frame.scale / 2, frame.top + height / frame.scale / 2
        box: pygame.Rect | None = None
        for index in self._facing(frame, cx, cy):
            a, b, nx, ny, tall = self._edges[index]
            painted = self._paint(frame, (cx, cy), a, b, (nx, ny), tall, box is None)
            if painted is not None:
                box = painted if box is None else box.union(painted)
        return box

    def _facing(self, frame: Frame, cx: float, cy: float) -> list[int]:
        """Which sides face the middle of the picture and touch it."""
        width, height = frame.surface.get_size()
        right, bottom = frame.left + width / frame.scale, frame.top + height / frame.scale
        low, high, at, way = self._low, self._high, self._at, self._way
        # Sides lean outward: of one whose foot is not in the picture nothing is seen.
        seen = (low[:, 0] < right) & (high[:, 0] > frame.left) & (low[:, 1] < bottom) & (high[:, 1] > frame.top)
        seen &= way[:, 0] * (cx - at[:, 0]) + way[:, 1] * (cy - at[:, 1]) > 0.5
        return np.nonzero(seen)[0].tolist()

    def _paint(self, frame: Frame, middle, a, b, normal, tall: float, is_first: bool) -> pygame.Rect | None:
        """Paint the strips of one wall, brightest at the foot; the rectangle that was painted."""
        count = max(1, round(math.dist(a, b) / STRIP))
        nx, ny = normal
        k = frame.scale / DIVISOR
        top = min(tall, CLIMBS)
        levels = [lean(top * step / STEPS) for step in range(STEPS + 1)]
        box: pygame.Rect | None = None
        for strip in range(count):
            points = []
            for share in (strip / count, (strip + 1) / count):
                points.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
            (ax, ay), (bx, by) = points
            colour = self._light.at((ax + bx) / 2 + nx * BEFORE, (ay + by) / 2 + ny * BEFORE)
            if colour is None:
                continue
            lit = [max(0, int((level - dark) * SHARE)) for level, dark in zip(colour, self._dark, strict=True)]
            if max(lit) < FAINT:
                continue
            if is_first and box is None:
                self._small.fill(0)
            for step in range(STEPS):
                fade = 1 - step / STEPS
                quad = [
                    ((middle[0] + (x - middle[0]) * grow - frame.left) * k, (middle[1] + (y - middle[1]) * grow - frame.top) * k)
                    for (x, y), grow in (
                        ((ax, ay), levels[step]), ((bx, by), levels[step]),
                        ((bx, by), levels[step + 1]), ((ax, ay), levels[step + 1]),
                    )
                ]  # fmt: skip
                painted = pygame.draw.polygon(self._small, [int(part * fade) for part in lit], quad)
                box = painted if box is None else box.union(painted)
        return box

    def _add(self, surface: pygame.Surface, box: pygame.Rect, moved: tuple[int, int]) -> None:
        """Stretch what is painted over the picture, as far off as that has moved since."""
        box = box.inflate(4, 4).clip(self._small.get_rect())
        if not box.w or not box.h:
            return
        large = self._large.subsurface((0, 0, box.w * DIVISOR, box.h * DIVISOR))
        pygame.transform.smoothscale(self._small.subsurface(box), large.get_size(), large)
        at = box.x * DIVISOR + moved[0], box.y * DIVISOR + moved[1]
        surface.blit(large, at, special_flags=pygame.BLEND_RGB_ADD)


def _edges(wall: Wall) -> list[Edge]:
    """Every side of a wall with the way it looks."""
    n = len(wall.points)
    mx, my = sum(p[0] for p in wall.points) / n, sum(p[1] for p in wall.points) / n
    found = []
    for a, b in zip(wall.points, (*wall.points[1:], wall.points[0]), strict=True):
        nx, ny = b[1] - a[1], a[0] - b[0]
        if nx * (mx - a[0]) + ny * (my - a[1]) > 0:
            nx, ny = -nx, -ny
        size = math.hypot(nx, ny) or 1.0
        found.append((a, b, nx / size, ny / size, min(wall.height, TALLEST)))
    return found
