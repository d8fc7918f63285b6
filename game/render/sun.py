"""The sun's shadows, thrown into the light map: of walls and furniture once, of what moves in every frame.

Owns how long they are (by the hour) and on which side; nothing is drawn where no sun shines. Called by the baked light
and by the light map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pygame

from game.content.level import Level
from game.levels.floor import connected
from game.render.changes import Changes
from game.render.palette import Hour
from game.render.shadows import prop_radius
from game.render.tiles import GID_MASK, TileSheets

REACH = 14.0
"""Metres of height that count at most: towers stand beside streets that must stay playable."""
LOWEST = 0.25
INDOORS = (0.80, 0.78, 0.76)
"""What of the hour's light there is under a roof: lamps and windows, whatever the sun does."""
HOUSED = 2.0
"""Metres of a wall that carries a roof one can be under."""
DECK = 3.2
"""Metres over the ground of a roof on posts."""
WHOLE = 0.8
"""Share of cells without gaps from which what is overhead is a roof."""
CROWN = {"palm": (0.86, 1.9), "tree": (0.72, 2.0)}
"""At which share of its height a crown sits, and its radius in metres."""

FOOT = 0.18
"""Share of the shadow of something round that lies under itself."""
ROUNDS_KEPT = 256

Point = tuple[float, float]


class SunShade:
    """Shadows of one level under one sun."""

    def __init__(self, level: Level, hour: Hour, sheets: TileSheets | None = None) -> None:
        self._hour = hour
        self._walls = [
            (wall.points, min(wall.height, REACH), bounds(wall.points), wall.material == "fence")
            for wall in level.walls
            if wall.height > LOWEST
        ]
        self._props = level.props
        covered = _covered(level, sheets or TileSheets(level)) if self.shines else np.zeros((0, 0), bool)
        self._indoors = _indoors(level, covered)
        self._decks = covered & ~self._indoors
        self._rounds: dict[tuple[float, float, float], tuple[Point, Point, Point]] = {}
        """Shadows of what is round, by its radius and height in metres and the pixels of a metre."""

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
        for points, tall, (x0, y0, x1, y1), is_wire in self._walls:
            if x1 + sx * tall > left and x0 < right and y1 + sy * tall > top and y0 < bottom:
                if is_wire:
                    self._shade_wire(surface, (x0, y0, x1, y1), tall, left, top, k)
                else:
                    self.shade(surface, points, tall, left, top, k)
        for prop in self._props:
            if left - 14 < prop.x < right + 3 and top - 9 < prop.y < bottom + 3:
                self._shade_prop(surface, prop, left, top, k)
        self._fill(surface, self._decks, self._hour.shade, left - sx * DECK, top - sy * DECK, k)
        # No sun falls under a roof: the light of rooms.
        light = tuple(int(level * share) for level, share in zip(self._hour.light, INDOORS, strict=True))
        self._fill(surface, self._indoors, light, left, top, k)

    def add_changes(self, before: SunShade, changes: Changes) -> None:
        """Add to `changes` the cells that have come under a roof since, or out from under one."""
        if self.shines:
            changes.add_cells((before._indoors != self._indoors) | (before._decks != self._decks))

    def is_indoors(self, x: float, y: float) -> bool:
        """Whether a place lies under a roof that walls carry."""
        height, width = self._indoors.shape
        return 0 <= x < width and 0 <= y < height and bool(self._indoors[int(y), int(x)])

    def _fill(
        self, surface: pygame.Surface, mask: np.ndarray, colour: tuple[int, ...], left: float, top: float, k: float
    ) -> None:
        """One light over all cells of a mask, in runs along the rows."""
        x0, y0 = max(0, math.floor(left)), max(0, math.floor(top))
        right, bottom = left + surface.get_width() / k, top + surface.get_height() / k
        part = mask[y0 : max(0, math.ceil(bottom)), x0 : max(0, math.ceil(right))]
        if not part.any():
            return
        for row, cells in enumerate(part):
            ends = np.flatnonzero(np.diff(np.concatenate(([0], cells.view(np.int8), [0]))))
            for start, end in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):
                west, east = round((x0 + start - left) * k), round((x0 + end - left) * k)
                north, south = round((y0 + row - top) * k), round((y0 + row + 1 - top) * k)
                surface.fill(colour, (west, north, east - west, south - north))

    def _shade_wire(self, surface: pygame.Surface, box, tall: float, left: float, top: float, k: float) -> None:
        """A fence lets the sun through: the shadows of its rail and its posts."""
        sx, sy = self._hour.shadow
        x0, y0, x1, y1 = box
        is_across = x1 - x0 >= y1 - y0
        middle = (y0 + y1) / 2 if is_across else (x0 + x1) / 2
        ends = ((x0, middle), (x1, middle)) if is_across else ((middle, y0), (middle, y1))
        (ax, ay), (bx, by) = (((x - left) * k, (y - top) * k) for x, y in ends)
        dx, dy, shade = sx * tall * k, sy * tall * k, self._hour.shade
        pygame.draw.line(surface, shade, (ax + dx, ay + dy), (bx + dx, by + dy), max(1, round(k * 0.10)))
        posts = max(1, round(math.dist(*ends) / 1.0))
        for post in range(posts + 1):
            px, py = ax + (bx - ax) * post / posts, ay + (by - ay) * post / posts
            pygame.draw.line(surface, shade, (px, py), (px + dx, py + dy))

    def _shade_prop(self, surface: pygame.Surface, prop, left: float, top: float, k: float) -> None:
        tall = min(prop.height, 7.0)
        self.shade_round(surface, prop.x, prop.y, prop_radius(prop), tall, left, top, k)
        if prop.kind in CROWN:
            share, radius = CROWN[prop.kind]
            sx, sy = self._hour.shadow
            px, py = (prop.x + sx * tall * share - left) * k, (prop.y + sy * tall * share - top) * k
            self._shade_crown(surface, prop, px, py, radius * k)

    def _shade_crown(self, surface: pygame.Surface, prop, px: float, py: float, radius: float) -> None:
        """The shadow of leaves: lobes of a tree's crown, the fronds of a palm."""
        shade, roll = self._hour.shade, prop.id * 7
        if prop.kind == "tree":
            pygame.draw.circle(surface, shade, (px, py), radius * 0.82)
            for lobe in range(9):
                a, r = lobe * math.tau / 9 + prop.id, radius * (0.66 + 0.05 * ((roll + lobe * 5) % 4))
                pygame.draw.circle(surface, shade, (px + r * math.cos(a), py + r * math.sin(a)), radius * 0.30)
            return
        for frond in range(13):
            a = frond * math.tau / 13 + roll * 0.3
            reach, bend = radius * (1.0 + 0.09 * ((roll + frond * 3) % 5)), 0.3 - 0.15 * ((roll + frond) % 5)
            tip = px + reach * math.cos(a + bend), py + reach * math.sin(a + bend)
            mx, my = px + reach * 0.55 * math.cos(a), py + reach * 0.55 * math.sin(a)
            nx, ny = -math.sin(a) * radius * 0.15, math.cos(a) * radius * 0.15
            pygame.draw.polygon(surface, shade, [(px, py), (mx + nx, my + ny), tip, (mx - nx, my - ny)])

    def shade(
        self, surface: pygame.Surface, points: Sequence[Point], tall: float, left: float, top: float, k: float
    ) -> None:
        """The shadow of a convex thing, on the side away from the sun; the thing itself stays lit."""
        self.lay(surface, self.cast(points, tall), left, top, k)

    def cast(self, points: Sequence[Point], tall: float) -> list[Point]:
        """The outline in metres of a convex thing's shadow; none where it throws no shadow."""
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
            return []
        chain = [points[start]]
        index = start
        while away[index % n] and len(chain) <= n:
            index += 1
            chain.append(points[index % n])
        dx, dy = sx * tall, sy * tall
        return chain + [(x + dx, y + dy) for x, y in reversed(chain)]

    def lay(self, surface: pygame.Surface, shadow: Sequence[Point], left: float, top: float, k: float) -> None:
        """A shadow whose outline is given in metres."""
        if shadow:
            pygame.draw.polygon(surface, self._hour.shade, [((x - left) * k, (y - top) * k) for x, y in shadow])

    def shade_hanging(
        self, surface: pygame.Surface, points: Sequence[Point], tall: float, left: float, top: float, k: float
    ) -> None:
        """The shadow of something flat that hangs so high over the ground."""
        sx, sy = self._hour.shadow
        moved = [((x + sx * tall - left) * k, (y + sy * tall - top) * k) for x, y in points]
        pygame.draw.polygon(surface, self._hour.shade, moved)

    def shade_round(
        self, surface: pygame.Surface, x: float, y: float, radius: float, tall: float, left: float, top: float, k: float
    ) -> None:
        """The shadow of something thin and round: a person, a trunk, a post."""
        if self.is_indoors(x, y):
            return
        foot, end, side = self._rounds.get((radius, tall, k)) or self._round(radius, tall, k)
        px, py, shade = (x - left) * k, (y - top) * k, self._hour.shade
        bx, by, ex, ey, (nx, ny) = px + foot[0], py + foot[1], px + end[0], py + end[1], side
        pygame.draw.polygon(
            surface, shade, [(bx + nx, by + ny), (ex + nx, ey + ny), (ex - nx, ey - ny), (bx - nx, by - ny)]
        )
        pygame.draw.circle(surface, shade, (ex, ey), max(1.0, radius * k))

    def _round(self, radius: float, tall: float, k: float) -> tuple[Point, Point, Point]:
        """In pixels from the middle of something round: where its shadow begins, where it ends, and half of its breadth."""
        sx, sy = self._hour.shadow
        ex, ey = sx * tall * k, sy * tall * k
        length = math.hypot(ex, ey) or 1.0
        made = (ex * FOOT, ey * FOOT), (ex, ey), (-ey / length * radius * k, ex / length * radius * k)
        while len(self._rounds) >= ROUNDS_KEPT:
            del self._rounds[next(iter(self._rounds))]
        self._rounds[radius, tall, k] = made
        return made


def _covered(level: Level, sheets: TileSheets) -> np.ndarray:
    """Cells (rows, columns) with a roof or a deck over them; crowns, which are full of gaps, throw a shade of their own."""
    shape = (level.height, level.width)
    covered = np.zeros(shape, bool)
    for layer in level.layers:
        if layer.role == "roofs":
            gids = np.array(layer.cells, np.int64).reshape(shape)
            parts = connected(gids & GID_MASK != 0)
            opaque = np.isin(gids, [gid for gid in np.unique(gids).tolist() if sheets.is_opaque(gid)])
            there = parts >= 0
            whole = np.bincount(parts[there], opaque[there]) >= WHOLE * np.bincount(parts[there])
            covered[there] |= whole[parts[there]]
    return covered


def _indoors(level: Level, covered: np.ndarray) -> np.ndarray:
    """Which of the covered cells (rows, columns) lie under roofs that walls carry: canopies and decks on posts are none."""
    if not covered.any():
        return covered
    labels = connected(covered)
    carried = set()
    for wall in level.walls:
        if wall.height >= HOUSED:
            x0, y0, x1, y1 = bounds(wall.points)
            column, row = int((x0 + x1) / 2), int((y0 + y1) / 2)
            if 0 <= column < level.width and 0 <= row < level.height and covered[row, column]:
                carried.add(int(labels[row, column]))
    return covered & np.isin(labels, list(carried))


def bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an outline."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)
