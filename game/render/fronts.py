"""Shop fronts: awnings on walls that face a pavement, with their letters lit at night.

Owns where they hang, which is drawn from the walls and the ground by the wall's id, and their cached pictures; they are
baked (`assets/props/fronts`). Called by `roofs.py` between facades and roofs.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator

import numpy as np
import pygame

from game.content.level import Level, Wall
from game.render import atlas
from game.render.changes import Changes
from game.render.facades import lean
from game.render.palette import Hour
from game.render.sun import bounds
from game.render.turned import TurnedCache, bucket_of, turned
from game.render.wear import mixed

SHEET = "props/fronts"
HANGS_AT = 2.7
"""Metres above the pavement."""
LOWEST, TALLEST = 3.0, 12.0
"""Walls of shops; a shed is lower, a tower begins with a lobby."""
MATERIALS = ("brick", "concrete", "plaster", "stone")
PAVEMENT = ("sidewalk", "pavement", "tile", "tiles")
ROAD = "asphalt"
GAP = 1.2
"""Metres of bare wall at each end and between two shops."""
SHARE = 5
"""Of so many shops one has no awning."""
LIT_FROM = 0.5
"""Lamps of an hour from which letters shine."""
BUCKETS = 64
NEAR = 4.0
STREET = 10.0
"""Metres from a wall at which a pavement or a road counts for its awnings."""
CELL = 16
"""Metres of a square in which awnings are looked for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Front:
    """One awning: its middle, how it is turned (letters read from the street), which one it is."""

    x: float
    y: float
    angle: float
    name: str


class Fronts:
    """All awnings of a level."""

    def __init__(self, level: Level, hour: Hour, before: Fronts | None = None, changes: Changes | None = None) -> None:
        """`before` are those of the level as it was under the same sky, `changes` what has become of it since."""
        self._hour = hour
        self._book = atlas.book(SHEET)
        self._pictures: TurnedCache = before._pictures if before is not None else TurnedCache(16_000_000)
        frames = self._book["frames"]
        self._names = [name for name in frames if not name.endswith("-light") and "on" not in frames[name]]
        self._of_wall: dict[Wall, tuple[Front, ...]] = {}
        hung = before._of_wall if before is not None and changes is not None else {}
        self._kept = {w: f for w, f in hung.items() if changes and not changes.touch(bounds(w.points), STREET)}
        self.placed = [front for wall in self._place(level) for front in wall]
        self._near: dict[tuple[int, int], list[Front]] = {}
        for front in self.placed:
            self._near.setdefault((int(front.x) // CELL, int(front.y) // CELL), []).append(front)

    def _place(self, level: Level) -> Iterator[tuple[Front, ...]]:
        walls = [wall for wall in level.walls if wall.height >= LOWEST]
        boxes = np.array([bounds(wall.points) for wall in walls], np.float64).reshape(-1, 4).T
        yield tuple(self._signs(level, walls))
        for wall in walls:
            if wall.height <= TALLEST and wall.material in MATERIALS:
                if wall not in self._of_wall:
                    self._of_wall[wall] = (
                        self._kept[wall] if wall in self._kept else tuple(self._about(level, boxes, wall))
                    )
                yield self._of_wall[wall]

    def _about(self, level: Level, boxes: np.ndarray, wall: Wall) -> Iterator[Front]:
        """Those of one wall."""
        for a, b in zip(wall.points, (*wall.points[1:], wall.points[0]), strict=True):
            yield from self._along(level, boxes, wall, a, b)

    def _signs(self, level: Level, walls: list[Wall]) -> Iterator[Front]:
        """Signs that a recipe wants in this level: on the shortest wall of their height that is long enough."""
        deep = float(self._book["deep"])
        for name, frame in self._book["frames"].items():
            on = frame.get("on")
            if on is None or on["level"] != level.name:
                continue
            boxes = [bounds(wall.points) for wall in walls if abs(wall.height - on["height"]) < 0.01]
            boxes = [box for box in boxes if box[2] - box[0] >= float(frame["length"])]
            if boxes:
                west, north, east, south = min(boxes, key=lambda box: (box[2] - box[0], box[1], box[0]))
                y = north - deep / 2 if on["side"] == "north" else south + deep / 2
                # Upright on the screen, whichever way it looks.
                yield Front((west + east) / 2, y, 0.0, name)

    def _along(
        self, level: Level, boxes: np.ndarray, wall: Wall, a: tuple[float, float], b: tuple[float, float]
    ) -> Iterator[Front]:
        """Shops side by side along one edge, where it faces a pavement with a road behind it."""
        length = math.dist(a, b)
        if length < 7.0:
            return
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        middle_x = sum(p[0] for p in wall.points) / len(wall.points)
        middle_y = sum(p[1] for p in wall.points) / len(wall.points)
        nx, ny = uy, -ux
        if nx * (middle_x - a[0]) + ny * (middle_y - a[1]) > 0:
            ux, uy, nx, ny, a = -ux, -uy, -nx, -ny, b
        deep, along, number = float(self._book["deep"]), GAP, 0
        while True:
            name = self._names[mixed(wall.id + number * 7919, int(a[0]), int(a[1])) % len(self._names)]
            wide = float(self._book["frames"][name]["length"])
            if along + wide + GAP > length:
                return
            at = along + wide / 2
            x, y = a[0] + ux * at + nx * deep / 2, a[1] + uy * at + ny * deep / 2
            if (wall.id + number * 3) % SHARE and _is_street(level, boxes, x, y, nx, ny, (ux, uy), wide):
                yield Front(x, y, math.atan2(-nx, ny), name)
            along, number = along + wide + GAP, number + 1

    def outlines(self, left: float, top: float, span: float) -> Iterator[list[tuple[float, float]]]:
        """The corners of every awning in or near a square of the place, for its shadow."""
        deep = float(self._book["deep"]) / 2
        for front in self.placed:
            if left - NEAR < front.x < left + span + NEAR and top - NEAR < front.y < top + span + NEAR:
                half = float(self._book["frames"][front.name]["length"]) / 2
                c, s = math.cos(front.angle), math.sin(front.angle)
                yield [
                    (front.x + c * u - s * v, front.y + s * u + c * v)
                    for u, v in ((-half, -deep), (half, -deep), (half, deep), (-half, deep))
                ]

    def shine(self, name: str) -> tuple[int, int, int] | None:
        """The colour of a shop's lit letters, None where none are lit."""
        if self._hour.lamps < LIT_FROM or f"{name}-light" not in self._book["frames"]:
            return None
        lit = atlas.sheet(f"{SHEET}.png").subsurface(self._book["frames"][f"{name}-light"]["rect"])
        red, green, blue, _ = pygame.transform.average_color(lit, consider_alpha=True)
        most = max(red, green, blue, 1)
        return red * 255 // most, green * 255 // most, blue * 255 // most

    def length(self, name: str) -> float:
        """Metres of an awning along its wall."""
        return float(self._book["frames"][name]["length"])

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int, cx: float, cy: float) -> None:
        """Draw what is in the picture; (left, top) are metres at its corner, (cx, cy) its middle."""
        grow = lean(HANGS_AT)
        for front in self._seen_from(cx, cy, scale, surface.get_size()):
            bucket = bucket_of(front.angle, BUCKETS)
            px, py = (cx + (front.x - cx) * grow - left) * scale, (cy + (front.y - cy) * grow - top) * scale
            picture = self._picture(front.name, bucket, scale)
            at = (round(px - picture.get_width() / 2), round(py - picture.get_height() / 2))
            surface.blit(picture, at)
            if self._hour.lamps >= LIT_FROM and f"{front.name}-light" in self._book["frames"]:
                surface.blit(
                    self._picture(f"{front.name}-light", bucket, scale), at, special_flags=pygame.BLEND_RGB_ADD
                )

    def _seen_from(self, cx: float, cy: float, scale: int, size: tuple[int, int]) -> Iterator[Front]:
        reach_x, reach_y = size[0] / scale / 2 + NEAR, size[1] / scale / 2 + NEAR
        columns = range(int(cx - reach_x) // CELL, int(cx + reach_x) // CELL + 1)
        rows = range(int(cy - reach_y) // CELL, int(cy + reach_y) // CELL + 1)
        return (front for row in rows for column in columns for front in self._near.get((column, row), ()))

    def prepare(self, cx: float, cy: float, scale: int, size: tuple[int, int]) -> bool:
        """Make one picture for a scale that comes; whether one was missing."""
        for front in self._seen_from(cx, cy, scale, size):
            bucket = bucket_of(front.angle, BUCKETS)
            if (front.name, bucket, scale) not in self._pictures:
                self._picture(front.name, bucket, scale)
                return True
        return False

    def _picture(self, name: str, bucket: int, scale: int) -> pygame.Surface:
        return self._pictures.get((name, bucket, scale), lambda: self._make(name, bucket, scale))

    def _make(self, name: str, bucket: int, scale: int) -> pygame.Surface:
        source = atlas.sheet(f"{SHEET}.png").subsurface(self._book["frames"][name]["rect"])
        made = turned(source, bucket * math.tau / BUCKETS, scale)
        if name.endswith("-light"):
            black = pygame.Surface(made.get_size()).convert()
            black.blit(made, (0, 0))
            return black
        made.fill((*self._hour.light, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return made


def _is_street(
    level: Level, boxes: np.ndarray, x: float, y: float, nx: float, ny: float, along: tuple[float, float], wide: float
) -> bool:
    """Whether pavement lies before all of a shop, no other wall does, and a road runs behind the pavement."""
    for share in (-0.45, 0.0, 0.45):
        px, py = x + along[0] * wide * share + nx * 0.6, y + along[1] * wide * share + ny * 0.6
        if _surface(level, px, py) not in PAVEMENT:
            return False
        x0, y0, x1, y1 = boxes
        if bool(((x0 < px) & (px < x1) & (y0 < py) & (py < y1)).any()):
            return False
    return any(_surface(level, x + nx * far, y + ny * far) == ROAD for far in (2.0, 3.5, 5.0, 6.5, 8.0))


def _surface(level: Level, x: float, y: float) -> str:
    column, row = int(x), int(y)
    if not (0 <= column < level.width and 0 <= row < level.height):
        return ""
    return level.surfaces[level.ground[row * level.width + column]]
