"""The sides of buildings: plinths, shop windows, rows of panes, cornices, roller doors; they lean away from the camera.

Owns the faces of one wall's outline, their colours by material and sun, and the plain roof of a wall that no tiles
cover. Called by `roofs.py`, which says which of them are near. Faces are drawn by how many pixels of them are seen: a
sliver is one polygon, a side one looks at has its windows.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from itertools import count

import pygame

from game.content.level import Wall
from game.render.house_sides import LEAN, Face, Point, Quad, Side, meets, seen_bays, side_of
from game.render.houses import style_of, window_bay
from game.render.masonry import FASCIA, HUES, MATERIALS, ROOMS
from game.render.noise import rgb, tone
from game.render.palette import Colour, Hour
from game.render.panes import OUT
from game.render.window_rows import Row, WindowRows

TALLEST = 15.0
STORY = 3.4
WINDOWED = 3.0
"""Walls of at least this height have windows."""
SLIVER_PX, PANES_PX = 3.0, 6.0
"""A face thinner than this on the screen has no bands, or no panes."""
DOOR_EVERY = 7
"""Bays from door to door."""
LIT_FROM = 0.5
"""Lamps of an hour from which rooms are lit."""


_HOUSES = count()


class Facade:
    """The sides of one building, drawn where they face the camera, with a plain roof when no tiles cover it."""

    def __init__(self, wall: Wall, hour: Hour, index: int = 0) -> None:
        self.index = index
        """The wall's place in the level's list."""
        self.points = wall.points
        self.height = min(wall.height, TALLEST)
        self.has_roof = False
        self._house = next(_HOUSES)
        """Its own number: what is painted of it is kept under that."""
        n = len(wall.points)
        self.middle = (sum(p[0] for p in wall.points) / n, sum(p[1] for p in wall.points) / n)
        self._reach = max(math.dist(p, self.middle) for p in wall.points)
        self._hour = hour
        self._seed = wall.id * 37 + int(self.middle[0]) + int(self.middle[1]) * 5
        self.style = style_of(wall)
        hue = HUES[self._seed % len(HUES)] if self.style else HUES[0]
        plain = rgb(MATERIALS.get(wall.material, "#8f8b83"))
        base: Colour = tuple(min(255, int(c * h)) for c, h in zip(plain, hue, strict=True))  # type: ignore[assignment]
        self._roof = _lit(tone(base, 0.8), hour.roof)
        self._rim = _lit(tone(base, 1.15), hour.roof)
        self._rooms = lit_rooms(hour)
        self._faces = [
            dataclasses.replace(self._face(base, a, b), number=number)
            for number, (a, b) in enumerate(zip(wall.points, (*wall.points[1:], wall.points[0]), strict=True))
        ]

    def _face(self, base: Colour, a: Point, b: Point) -> Face:
        nx, ny = b[1] - a[1], a[0] - b[0]
        if nx * (self.middle[0] - a[0]) + ny * (self.middle[1] - a[1]) > 0:
            nx, ny = -nx, -ny
        size = math.hypot(nx, ny) or 1.0
        sx, sy = self._hour.shadow
        sunny = max(0.0, -(nx * sx + ny * sy) / size / (math.hypot(sx, sy) or 1.0))
        light, shade = self._hour.light, self._hour.shade
        # Away from the sun a wall has what the sky and the street give it: bluer than the sun, lighter than a shadow.
        falls: Colour = tuple(int(s + (w - s) * (0.36 + 0.64 * sunny)) for w, s in zip(light, shade, strict=True))  # type: ignore[assignment]
        wall = _lit(tone(base, 0.84 + 0.16 * sunny), falls)
        seed = self._seed + int(a[0] + b[0]) * 3 + int(a[1] + b[1]) * 7
        return Face(
            a, b, nx / size, ny / size, wall, tone(wall, 0.60), tone(wall, 1.24), _lit((42, 54, 68), falls),
            _lit((118, 146, 166) if sunny > 0.2 else (78, 98, 118), falls), _lit(FASCIA[seed % len(FASCIA)], falls),
            seed, max(math.dist(a, b), 0.01),
        )  # fmt: skip

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
        windows: WindowRows | None = None,
        broken: Mapping[tuple[int, int], Mapping[int, int]] | None = None,
    ) -> None:
        """Draw the faces toward the camera, with their panes if there are `windows`, and, where nothing else does, the roof.
        `broken`: bays of the ground floor whose panes are whole no more, by wall and edge (`panes.py`)."""
        tall = self.height
        seen = left, top, left + surface.get_width() / scale, top + surface.get_height() / scale
        for face in self._faces:
            away = face.nx * (cx - face.a[0]) + face.ny * (cy - face.a[1])
            # A side leans outward: where its foot is not in the picture nothing of it is.
            if away <= 0 or not meets(face, seen):
                continue
            side = side_of(face, left, top, scale, cx, cy)
            pygame.draw.polygon(surface, face.wall, side.quad(0.0, tall))
            thick = away * tall * LEAN * scale
            if thick >= SLIVER_PX and tall >= WINDOWED:
                self._bands(surface, side, face)
                if thick >= PANES_PX and windows is not None and self.style:
                    self._panes(surface, side, face, scale, windows)
                    if broken and (bays := broken.get((self.index, face.number))):
                        self._damage(surface, side, face, bays)
        if not self.has_roof:
            grow = 1.0 + tall * LEAN
            outline = [
                ((cx + (x - cx) * grow - left) * scale, (cy + (y - cy) * grow - top) * scale) for x, y in self.points
            ]
            pygame.draw.polygon(surface, self._roof, outline)
            pygame.draw.polygon(surface, self._rim, outline, max(1, scale // 8))

    def _bands(self, surface: pygame.Surface, side: Side, face: Face) -> None:
        """Plinth, cornice with the shade beneath it, and the edges of the house."""
        tall, is_level, is_upright = self.height, face.is_level, face.is_upright
        bands = [(0.0, 0.45, face.dark), (tall - 0.75, tall - 0.4, face.dark), (tall - 0.4, tall, face.pale)]
        if self.style == "shop":
            bands.insert(1, (2.75, 3.35, face.fascia))
        for low, high, colour in bands:
            if not (is_level or is_upright):
                pygame.draw.polygon(surface, colour, side.quad(low, high))
                continue
            # A thin band along the screen is a box but for its ends, and a box costs a tenth of a polygon.
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = side.quad(low, high)
            west, east = ((ax + dx) / 2, (bx + cx) / 2) if is_level else (ax, dx)
            north, south = (ay, dy) if is_level else ((ay + dy) / 2, (by + cy) / 2)
            west, east = (west, east) if west < east else (east, west)
            north, south = (north, south) if north < south else (south, north)
            thick_x, thick_y = (0, 1) if is_level else (1, 0)
            surface.fill(colour, (west, north, east - west + thick_x, south - north + thick_y))
        for end in (side.a_at, side.b_at):
            pygame.draw.line(surface, face.dark, end(0.0), end(tall - 0.4), 2)

    def _panes(self, surface: pygame.Surface, side: Side, face: Face, scale: int, windows: WindowRows) -> None:
        """What is between plinth and cornice, by the style of the house, where it is in the picture."""
        count = round(face.length / window_bay(self.style, face.length))
        bays = seen_bays(side, surface.get_size(), count)
        if not bays:
            return
        if self.style == "sheets":
            self._ribs(surface, side, face, bays, count)
            return
        for story in range(max(1, int((self.height - 0.4) / STORY))):
            low, high, inset = self._span(story)
            if high - low <= 0.5:
                continue
            is_open = story == 0 and self.style == "shop"
            is_ribbon = is_open or self.style == "grid" or bool(self.style == "rows" and face.seed & 1)
            row = Row(self._house, face, story, low, high, count, 0.05 if is_ribbon else inset, is_open, is_ribbon)
            windows.draw(surface, side, row, bays, scale)
            if story == 0 and self.style != "grid":
                self._doors(surface, side, face, bays, count)

    def _span(self, story: int) -> tuple[float, float, float]:
        """Of the windows of a story: sill and lintel in metres, and how far from bay to bay they keep."""
        if story == 0 and self.style == "shop":
            return 0.55, 2.6, 0.04
        low = story * STORY + (0.95 if self.style != "grid" else 0.35)
        return low, min(story * STORY + 2.75, self.height - 0.85), 0.05 if self.style == "grid" else 0.16

    def _damage(self, surface: pygame.Surface, side: Side, face: Face, bays: Mapping[int, int]) -> None:
        """Panes that are starred, or out: a dark room, or a lit one, behind what is left in the frame."""
        count, (low, high, inset) = round(face.length / window_bay(self.style, face.length)), self._span(0)
        is_night = self._hour.lamps >= LIT_FROM
        for number, state in bays.items():
            quad = side.part((number + inset) / count, (number + 1 - inset) / count, low, high)
            mix = (face.seed + number * 7 + number * number * 3) % 5
            if state == OUT:
                hole = tone(self._rooms[mix], 0.72) if is_night and mix < 3 else tone(face.dark, 0.34)
                pygame.draw.polygon(surface, hole, quad)
                _draw_teeth(surface, quad, face.sky, number)
            else:
                _draw_star(surface, quad, tone(face.sky, 1.4), mix)

    @staticmethod
    def _doors(surface: pygame.Surface, side: Side, face: Face, bays: range, count: int) -> None:
        """A door every few bays: dark, with its lintel."""
        first = bays.start + (2 - bays.start - face.seed) % DOOR_EVERY
        for number in range(first, bays.stop, DOOR_EVERY):
            if number * face.length / count + 1.6 < face.length:
                start, end = (number / count + metres / face.length for metres in (0.3, 1.5))
                pygame.draw.polygon(surface, face.dark, side.part(start, end, 0.0, 2.4))
                pygame.draw.line(surface, face.pale, side.along(start, 2.4), side.along(end, 2.4))

    def _ribs(self, surface: pygame.Surface, side: Side, face: Face, bays: range, count: int) -> None:
        """Corrugated iron, with a roller door here and there."""
        line, top = pygame.draw.line, self.height - 0.75
        for number in bays:
            share = number / count
            if (face.seed + number) % 11 == 4 and number + 3 < count:
                end, high = (number + 2.6) / count, min(3.4, top)
                pygame.draw.polygon(surface, face.pale, side.part(share, end, 0.0, high))
                for step in (0.28, 0.52, 0.76):
                    line(surface, face.dark, side.along(share, high * step), side.along(end, high * step))
            else:
                line(surface, face.dark if number & 1 else face.pale, side.along(share, 0.45), side.along(share, top))


def _draw_teeth(surface: pygame.Surface, quad: Quad, colour: Colour, number: int) -> None:
    """What is left of a pane in the lower edge of its frame."""
    (ax, ay), (bx, by), _, (dx, dy) = quad
    for tooth in range(5):
        s, t = tooth / 5, (tooth + 0.6) / 5
        up = 0.28 + 0.16 * ((number + tooth * 3) % 4)
        foot = (ax + (bx - ax) * s, ay + (by - ay) * s), (ax + (bx - ax) * t, ay + (by - ay) * t)
        x, y = (foot[0][0] + foot[1][0]) / 2, (foot[0][1] + foot[1][1]) / 2
        tip = x + (dx - ax) * up, y + (dy - ay) * up
        pygame.draw.polygon(surface, colour, (*foot, tip))


def _draw_star(surface: pygame.Surface, quad: Quad, colour: Colour, mix: int) -> None:
    """Cracks from about the middle of a pane to its frame."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    middle = (ax + bx + cx + dx) / 4 + (mix - 2) * 2, (ay + by + cy + dy) / 4
    for end in (*quad, ((ax + bx) / 2, (ay + by) / 2), ((cx + dx) / 2, (cy + dy) / 2)):
        pygame.draw.aaline(surface, colour, middle, end)


def lit_rooms(hour: Hour) -> list[Colour]:
    """What rooms look like through their windows: paler, the darker the hour."""
    strength = 0.5 + 0.5 * hour.lamps * (1 - sum(hour.roof) / 1000)
    return [tone(colour, strength) for colour in ROOMS]


def windows_of(hour: Hour) -> WindowRows:
    """The windows of all houses at an hour."""
    return WindowRows(lit_rooms(hour), hour.lamps >= LIT_FROM)


def lean(height: float) -> float:
    """How much larger something so high is drawn than its foot."""
    return 1.0 + min(height, TALLEST) * LEAN


def _lit(colour: Colour, light: Colour) -> Colour:
    return tuple(a * b // 255 for a, b in zip(colour, light, strict=True))  # type: ignore[return-value]
