"""The sides of buildings: plinths, shop windows, rows of panes, cornices, roller doors; they lean away from the camera.

Owns the faces of one wall's outline, their colours by material and sun, and the plain roof of a wall that no tiles
cover. Called by `roofs.py`, which says which of them are near. Faces are drawn by how many pixels of them are seen: a
sliver is one polygon, a side one looks at has its windows.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping

import pygame

from game.content.level import Wall
from game.render.houses import style_of, window_bay
from game.render.masonry import FASCIA, HUES, MATERIALS, ROOMS
from game.render.noise import rgb, tone
from game.render.palette import Colour, Hour
from game.render.panes import OUT

LEAN = 0.0078
"""Growth of a roof for each metre of height."""
TALLEST = 15.0
STORY = 3.4
WINDOWED = 3.0
"""Walls of at least this height have windows."""
SLIVER_PX, PANES_PX = 3.0, 6.0
"""A face thinner than this on the screen has no bands, or no panes."""
SQUARE_PX = 6.0
"""A pane whose ends lean less than this is drawn as a box: a quarter of a polygon's time."""
DOOR_EVERY = 7
"""Bays from door to door."""
LIT_FROM = 0.5
"""Lamps of an hour from which rooms are lit."""

Point = tuple[float, float]
At = Callable[[Point, float], Point]


@dataclasses.dataclass(slots=True)
class Face:
    """One side: its ends, its outward normal, its colours in the light of the hour, how far along its panes are."""

    a: Point
    b: Point
    nx: float
    ny: float
    wall: Colour
    dark: Colour
    pale: Colour
    glass: Colour
    sky: Colour
    fascia: Colour
    seed: int
    length: float
    number: int = 0
    """Which edge of the outline it is."""

    def along(self, metres: float) -> Point:
        """The place so many metres from its first end."""
        share = metres / self.length
        return self.a[0] + (self.b[0] - self.a[0]) * share, self.a[1] + (self.b[1] - self.a[1]) * share


class Facade:
    """The sides of one building, drawn where they face the camera, with a plain roof when no tiles cover it."""

    def __init__(self, wall: Wall, hour: Hour, index: int = 0) -> None:
        self.index = index
        """The wall's place in the level's list."""
        self.points = wall.points
        self.height = min(wall.height, TALLEST)
        self.has_roof = False
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
        strength = 0.5 + 0.5 * hour.lamps * (1 - sum(hour.roof) / 1000)
        self._rooms = [tone(colour, strength) for colour in ROOMS]
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
        has_windows: bool = True,
        broken: Mapping[tuple[int, int], Mapping[int, int]] | None = None,
    ) -> None:
        """Draw the faces toward the camera and, where nothing else does, the roof. `broken`: bays of the ground floor whose
        panes are whole no more, by wall and edge (`panes.py`)."""

        def at(point: Point, height: float) -> Point:
            grow = 1.0 + height * LEAN
            return (cx + (point[0] - cx) * grow - left) * scale, (cy + (point[1] - cy) * grow - top) * scale

        tall = self.height
        right, bottom = left + surface.get_width() / scale, top + surface.get_height() / scale
        for face in self._faces:
            a, b = face.a, face.b
            away = face.nx * (cx - a[0]) + face.ny * (cy - a[1])
            # A side leans outward: where its foot is not in the picture nothing of it is.
            if away <= 0 or not _meets(a, b, left, top, right, bottom):
                continue
            pygame.draw.polygon(surface, face.wall, [at(a, 0), at(b, 0), at(b, tall), at(a, tall)])
            thick = away * tall * LEAN * scale
            if thick >= SLIVER_PX and tall >= WINDOWED:
                self._bands(surface, at, face)
                if thick >= PANES_PX and has_windows and self.style:
                    self._panes(surface, at, face, scale)
                    if broken and (bays := broken.get((self.index, face.number))):
                        self._damage(surface, at, face, bays)
        if not self.has_roof:
            outline = [at(p, tall) for p in self.points]
            pygame.draw.polygon(surface, self._roof, outline)
            pygame.draw.polygon(surface, self._rim, outline, max(1, scale // 8))

    def _bands(self, surface: pygame.Surface, at: At, face: Face) -> None:
        """Plinth, cornice with the shade beneath it, and the edges of the house."""
        tall, a, b = self.height, face.a, face.b

        is_level, is_upright = abs(face.nx) < 1e-6, abs(face.ny) < 1e-6

        def band(low: float, high: float, colour: Colour) -> None:
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(a, low), at(b, low), at(b, high), at(a, high)
            # A thin band along the screen is a box but for its ends, and a box costs a tenth of a polygon.
            if is_level:
                west, north = (ax + dx) / 2, min(ay, dy)
                box = pygame.Rect(west, north, (bx + cx) / 2 - west, abs(ay - dy) + 1)
            elif is_upright:
                west, north = min(ax, dx), (ay + dy) / 2
                box = pygame.Rect(west, north, abs(ax - dx) + 1, (by + cy) / 2 - north)
            else:
                pygame.draw.polygon(surface, colour, [(ax, ay), (bx, by), (cx, cy), (dx, dy)])
                return
            box.normalize()
            surface.fill(colour, box)

        band(0, 0.45, face.dark)
        if self.style == "shop":
            band(2.75, 3.35, face.fascia)
        band(tall - 0.75, tall - 0.4, face.dark)
        band(tall - 0.4, tall, face.pale)
        for end in (a, b):
            pygame.draw.line(surface, face.dark, at(end, 0), at(end, tall - 0.4), 2)

    def _panes(self, surface: pygame.Surface, at: At, face: Face, scale: int) -> None:
        """What is between plinth and cornice, by the style of the house, where it is in the picture."""
        bay = window_bay(self.style, face.length)
        first, last = _seen(face, at, surface.get_size(), bay)
        if first >= last:
            return
        if self.style == "sheets":
            self._ribs(surface, at, face, bay, range(first, last))
            return
        for story in range(max(1, int((self.height - 0.4) / STORY))):
            low, high, inset = self._span(story)
            if high - low > 0.5:
                self._row(surface, at, face, bay, range(first, last), (low, high), inset, story)

    def _span(self, story: int) -> tuple[float, float, float]:
        """Of the windows of a story: sill and lintel in metres, and how far from bay to bay they keep."""
        if story == 0 and self.style == "shop":
            return 0.55, 2.6, 0.04
        low = story * STORY + (0.95 if self.style != "grid" else 0.35)
        return low, min(story * STORY + 2.75, self.height - 0.85), 0.05 if self.style == "grid" else 0.16

    def _damage(self, surface: pygame.Surface, at: At, face: Face, bays: Mapping[int, int]) -> None:
        """Panes that are starred, or out: a dark room, or a lit one, behind what is left in the frame."""
        bay, (low, high, inset) = window_bay(self.style, face.length), self._span(0)
        is_night = self._hour.lamps >= LIT_FROM
        for number, state in bays.items():
            a, b = face.along((number + inset) * bay), face.along((number + 1 - inset) * bay)
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(a, low), at(b, low), at(b, high), at(a, high)
            mix = (face.seed + number * 7 + number * number * 3) % 5
            if state == OUT:
                hole = tone(self._rooms[mix], 0.72) if is_night and mix < 3 else tone(face.dark, 0.34)
                pygame.draw.polygon(surface, hole, ((ax, ay), (bx, by), (cx, cy), (dx, dy)))
                for tooth in range(5):
                    s, t = tooth / 5, (tooth + 0.6) / 5
                    up = 0.28 + 0.16 * ((number + tooth * 3) % 4)
                    foot = (ax + (bx - ax) * s, ay + (by - ay) * s), (ax + (bx - ax) * t, ay + (by - ay) * t)
                    x, y = (foot[0][0] + foot[1][0]) / 2, (foot[0][1] + foot[1][1]) / 2
                    tip = x + (dx - ax) * up, y + (dy - ay) * up
                    pygame.draw.polygon(surface, face.sky, (*foot, tip))
            else:
                middle = (ax + bx + cx + dx) / 4 + (mix - 2) * 2, (ay + by + cy + dy) / 4
                for x, y in (
                    (ax, ay),
                    (bx, by),
                    (cx, cy),
                    (dx, dy),
                    ((ax + bx) / 2, (ay + by) / 2),
                    ((cx + dx) / 2, (cy + dy) / 2),
                ):
                    pygame.draw.aaline(surface, tone(face.sky, 1.4), middle, (x, y))

    def _row(
        self,
        surface: pygame.Surface,
        at: At,
        face: Face,
        bay: float,
        bays: range,
        span: tuple[float, float],
        inset: float,
        story: int,
    ) -> None:
        """One row of panes with a sill; some mirror the sky, at night some are lit."""
        low, high = span
        start, end = face.along(bays.start * bay), face.along(bays.stop * bay)
        (ax, ay), (bx, by) = at(start, low), at(end, low)
        (dx, dy), (cx, cy) = at(start, high), at(end, high)
        n, polygon = len(bays), pygame.draw.polygon
        ux, uy, vx, vy = (bx - ax) / n, (by - ay) / n, (cx - dx) / n, (cy - dy) / n
        is_open = story == 0 and self.style == "shop"
        is_ribbon = is_open or self.style == "grid" or (self.style == "rows" and face.seed & 1)
        if is_ribbon:
            polygon(surface, face.glass, ((ax, ay), (bx, by), (cx, cy), (dx, dy)))
            inset = 0.05
        is_night = self._hour.lamps >= LIT_FROM
        # Along the screen a pane is a box but for its ends.
        is_level, is_upright = abs(face.nx) < 1e-6, abs(face.ny) < 1e-6
        begin, lean_by = (ax - dx, ux - vx) if is_level else (ay - dy, uy - vy)
        fill, square = surface.fill, SQUARE_PX if is_level or is_upright else -1.0
        for index, bay_number in enumerate(bays):
            mix = (face.seed + bay_number * 7 + story * 13 + bay_number * bay_number * 3) % 16
            if is_night:
                colour = self._rooms[(mix + bay_number // 4) % 5] if mix < (11 if is_open else 4) else face.glass
            else:
                colour = face.sky if mix % 3 == 0 else (196, 160, 96) if mix == 7 else face.glass
            if is_ribbon and colour is face.glass:
                continue
            s, t = index + inset, index + 1 - inset
            if abs(begin + lean_by * index) > square:
                polygon(surface, colour, (
                    (ax + ux * s, ay + uy * s), (ax + ux * t, ay + uy * t), (dx + vx * t, dy + vy * t), (dx + vx * s, dy + vy * s),
                ))  # fmt: skip
            elif is_level:
                west, north = (ax + dx + (ux + vx) * s) / 2, min(ay, dy)
                fill(colour, _box(west, north, (ax + dx + (ux + vx) * t) / 2, max(ay, dy)))
            else:
                west, north = min(ax, dx), (ay + dy + (uy + vy) * s) / 2
                fill(colour, _box(west, north, max(ax, dx), (ay + dy + (uy + vy) * t) / 2))
        pygame.draw.line(surface, face.pale, (ax, ay), (bx, by))
        if story == 0 and self.style != "grid":
            self._doors(surface, at, face, bay, bays)

    @staticmethod
    def _doors(surface: pygame.Surface, at: At, face: Face, bay: float, bays: range) -> None:
        """A door every few bays: dark, with its lintel."""
        for number in bays:
            if (number + face.seed) % DOOR_EVERY == 2 and number * bay + 1.6 < face.length:
                a, b = face.along(number * bay + 0.3), face.along(number * bay + 1.5)
                pygame.draw.polygon(surface, face.dark, [at(a, 0), at(b, 0), at(b, 2.4), at(a, 2.4)])
                pygame.draw.line(surface, face.pale, at(a, 2.4), at(b, 2.4))

    def _ribs(self, surface: pygame.Surface, at: At, face: Face, bay: float, bays: range) -> None:
        """Corrugated iron, with a roller door here and there."""
        line, top = pygame.draw.line, self.height - 0.75
        for number in bays:
            a = face.along(number * bay)
            if (face.seed + number) % 11 == 4 and (number + 3) * bay < face.length:
                b = face.along((number + 2.6) * bay)
                high = min(3.4, top)
                pygame.draw.polygon(surface, face.pale, [at(a, 0), at(b, 0), at(b, high), at(a, high)])
                for step in (0.28, 0.52, 0.76):
                    line(surface, face.dark, at(a, high * step), at(b, high * step))
            else:
                line(surface, face.dark if number & 1 else face.pale, at(a, 0.45), at(a, top))


def _box(x: float, y: float, far_x: float, far_y: float) -> tuple[int, int, int, int]:
    """From corner to corner, whichever comes first; in whole pixels as a polygon has them, its last ones too."""
    x, far_x = min(x, far_x), max(x, far_x)
    y, far_y = min(y, far_y), max(y, far_y)
    left, top = round(x), round(y)
    return left, top, round(far_x) - left + 1, round(far_y) - top + 1


def _meets(a: Point, b: Point, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether the box about a line touches a rectangle."""
    (ax, ay), (bx, by) = a, b
    return (
        (ax < right or bx < right)
        and (ax > left or bx > left)
        and (ay < bottom or by < bottom)
        and (ay > top or by > top)
    )


def lean(height: float) -> float:
    """How much larger something so high is drawn than its foot."""
    return 1.0 + min(height, TALLEST) * LEAN


def _seen(face: Face, at: At, size: tuple[int, int], bay: float) -> tuple[int, int]:
    """The first bay in the picture and the one after the last, with a rim."""
    (ax, ay), (bx, by) = at(face.a, 2.0), at(face.b, 2.0)
    start, end = 0.0, 1.0
    for low, far, limit in ((ax, bx, size[0]), (ay, by, size[1])):
        rim = 120
        if abs(far - low) < 1e-6:
            if not -rim < low < limit + rim:
                return 0, 0
            continue
        one, two = sorted(((-rim - low) / (far - low), (limit + rim - low) / (far - low)))
        start, end = max(start, one), min(end, two)
    count = round(face.length / bay)
    return max(0, int(start * count)), min(count, math.ceil(end * count))


def _lit(colour: Colour, light: Colour) -> Colour:
    return tuple(a * b // 255 for a, b in zip(colour, light, strict=True))  # type: ignore[return-value]
