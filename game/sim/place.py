"""The place of a run: everything about a level that never changes, worked out once and shared by all its runs.

Static shapes with their materials, the ground under every metre, zones by name, the grid people walk on, spots that
give cover, and the lanes' graph. Owns no state of a run; made from a `Level`, read by systems and minds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.content.level import Level, Marker, Point, Roadblock, Route, Wall
from game.content.level import Zone as ZoneShape
from game.content.lintels import leaf_height
from game.content.specs import Catalog, SurfaceSpec
from game.sim.ai import junctions
from game.sim.doorway import Doorway, around, doorway
from game.sim.light_field import LightField
from game.sim.physics import GLASS, LOW, SEE_THROUGH, WALL, StaticShape

LOW_HEIGHT = 1.4
"""Metres: what is lower is shot and seen over."""
BODY_CLEARANCE = 0.42
"""Metres a walker's middle keeps from walls."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A named area one can be inside of."""

    name: str
    kind: str
    points: tuple[Point, ...]
    left: float
    top: float
    right: float
    bottom: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it (even-odd rule)."""
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return False
        inside = False
        ax, ay = self.points[-1]
        for bx, by in self.points:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            ax, ay = bx, by
        return inside

    @property
    def middle(self) -> Point:
        """The middle of its frame."""
        return (self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0


class LanePiece(NamedTuple):
    """A stretch of a lane."""

    from_x: float
    from_y: float
    along_x: float
    along_y: float
    lane: int
    end: int
    """Index of the point it ends at."""


class Post(NamedTuple):
    """A round thing that stands alone: a lamp, a tree, a bollard."""

    x: float
    y: float
    radius: float


POST_CELL, POST_ROW = 24, 1024
"""Metres of a cell of the grid of posts, and cells to its row."""


class Place:
    """A level as the sim stands in it."""

    def __init__(self, level: Level, catalog: Catalog) -> None:
        self.level = level
        self.width, self.height = level.width, level.height
        self.surfaces: list[SurfaceSpec] = [catalog.surfaces[name] for name in level.surfaces]
        self.ground = level.ground
        self.statics: list[StaticShape] = []
        self.static_materials: list[str] = []
        self._add_statics(level, catalog)
        self._posts = _posts(self.statics)
        self.zones: dict[str, Zone] = {zone.name: _zone(zone) for zone in level.zones}
        self.shelters: list[Zone] = [zone for zone in self.zones.values() if zone.kind == "shelter"]
        self.climbs: list[Zone] = [zone for zone in self.zones.values() if zone.kind == "climb"]
        self.routes: dict[str, Route] = {route.name: route for route in level.routes}
        self.markers: dict[str, Marker] = {marker.name: marker for marker in level.markers}
        self.ways_out: list[Point] = [(one.x, one.y) for one in level.markers if one.kind == "spawn"]
        """Where walkers come from, and where those who flee are gone."""
        self.roadblocks: dict[str, Roadblock] = {one.name: one for one in level.roadblocks}
        blocked = _blocked_cells(self.statics, self.width, self.height)
        self.doorways: list[Doorway] = []
        """The doors, whose leaves come last among the static shapes and block no cell: they open."""
        self.first_leaf = len(self.statics)
        self._add_doors(level, catalog)
        self.doors_around = around(self.doorways)
        self.blocked: bytes = blocked.tobytes()
        """One byte a square metre, 1 = nobody can walk there."""
        cover = _cover_bits(blocked)
        self.cover: bytes = cover.tobytes()
        """One byte a square metre: bit d = something solid stands within 1.5 m in the d-th eighth of a turn."""
        self.ways: bytes = _ways(blocked, cover).tobytes()
        """One byte a square metre: bit d = one can step to the next cell in the d-th eighth of a turn, cutting no corner."""
        self.lane_pieces: list[LanePiece] = _lane_pieces(level)
        ends = [piece[:4] for piece in self.lane_pieces]
        self.lane_columns: NDArray[np.float64] = np.array(ends, dtype=np.float64).reshape(-1, 4).T.copy()
        """Rows of start x, start y and the way to the end of every lane piece: what is looked through for the nearest."""
        self.lane_entries: list[int] = _lane_entries(level)
        """Lanes into which nothing leads: where traffic enters the map."""
        self.light = LightField(level)
        self.homeward: dict[tuple[str, bool], list[int]] = {}
        """How far it is to a way out of a duel, by its name and by whether light is shunned: filled by `ai/homeward.py`."""
        self.homeward_steps: dict[tuple[str, bool], NDArray[np.int64]] = {}
        """And from cell to cell the way there."""
        opaque = [(number, way) for number, way in enumerate(self.doorways) if way.category == WALL]
        self.light.hang([(number, way.points, leaf_height(level, way.door)) for number, way in opaque])
        self.roofs: list[Sequence[int]] = [layer.cells for layer in level.layers if layer.role == "roofs"]
        self.lane_gates: list[int] = junctions.gates(level)
        self.lane_crossings: list[tuple[int, ...]] = junctions.crossings(level)
        """Of each lane that leads through a junction: the lane with the light before it, and those that go first (`ai/junctions`)."""
        self.lane_lengths: list[float] = [_length(lane.points) for lane in level.lanes]

    def _add_statics(self, level: Level, catalog: Catalog) -> None:
        for wall in level.walls:
            self.statics.append(StaticShape(wall.points, 0.0, 0.0, 0.0, _category(wall, catalog)))
            self.static_materials.append(wall.material)
        for prop in level.props:
            if prop.radius > 0.0:
                category = LOW if prop.height < LOW_HEIGHT or prop.radius < 0.35 else WALL
                self.statics.append(StaticShape((), prop.x, prop.y, prop.radius, category))
                self.static_materials.append(prop.material)

    def _add_doors(self, level: Level, catalog: Catalog) -> None:
        for door in level.doors:
            way = doorway(door, shut_category(door.material, catalog), len(self.statics), self.width)
            self.doorways.append(way)
            self.statics.append(StaticShape(way.points, 0.0, 0.0, 0.0, way.category))
            self.static_materials.append(door.material)

    def surface_at(self, x: float, y: float) -> SurfaceSpec:
        """What lies underfoot."""
        column, row = int(x), int(y)
        if 0 <= column < self.width and 0 <= row < self.height:
            return self.surfaces[self.ground[row * self.width + column]]
        return self.surfaces[0]

    def posts_near(self, x: float, y: float) -> Sequence[Post]:
        """The posts within 24 m of a point, and some beyond."""
        return self._posts.get(int(y) // POST_CELL * POST_ROW + int(x) // POST_CELL, ())

    def is_blocked(self, x: float, y: float) -> bool:
        """Whether nobody can stand at a point."""
        column, row = int(x), int(y)
        return not (0 <= column < self.width and 0 <= row < self.height) or self.blocked[row * self.width + column] != 0

    def is_walkable(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether one can walk straight from one point to another past walls (vehicles do not count)."""
        dx, dy = x1 - x0, y1 - y0
        reach = (dx if dx >= 0.0 else -dx) + (dy if dy >= 0.0 else -dy)
        steps = int(reach * 1.6) + 1
        sx, sy = dx / steps, dy / steps
        blocked, width, height = self.blocked, self.width, self.height
        for _ in range(steps):
            x0 += sx
            y0 += sy
            column, row = int(x0), int(y0)
            if not (0 <= column < width and 0 <= row < height) or blocked[row * width + column]:
                return False
        return True

    def is_roofed(self, x: float, y: float) -> bool:
        """Whether a roof is over a point."""
        column, row = int(x), int(y)
        if not (0 <= column < self.width and 0 <= row < self.height):
            return False
        return any(cells[row * self.width + column] for cells in self.roofs)

    def shelter_at(self, x: float, y: float) -> bool:
        """Whether a point is hidden from sight (underpass, canopy, car park)."""
        return any(zone.contains(x, y) for zone in self.shelters)

    def nearest_free(self, x: float, y: float) -> Point:
        """The point itself, or the middle of the nearest square metre where one can stand (within 12 m)."""
        if not self.is_blocked(x, y):
            return x, y
        column, row = int(x), int(y)
        for ring in range(1, 13):
            best: tuple[float, float, float] | None = None
            for dy in range(-ring, ring + 1):
                for dx in range(-ring, ring + 1) if abs(dy) == ring else (-ring, ring):
                    px, py = column + dx + 0.5, row + dy + 0.5
                    if not self.is_blocked(px, py):
                        far = (px - x) * (px - x) + (py - y) * (py - y)
                        if best is None or far < best[0]:
                            best = (far, px, py)
            if best is not None:
                return best[1], best[2]
        return x, y


def _category(wall: Wall, catalog: Catalog) -> int:
    return LOW if wall.height < LOW_HEIGHT else shut_category(wall.material, catalog)


def shut_category(name: str, catalog: Catalog) -> int:
    """What something tall of a material is to eyes, bullets and bodies."""
    material = catalog.materials[name]
    if not material.is_opaque:
        return GLASS if material.stops_joules > 0.0 else SEE_THROUGH
    return WALL


def _zone(zone: ZoneShape) -> Zone:
    xs = [point[0] for point in zone.points]
    ys = [point[1] for point in zone.points]
    return Zone(zone.name, zone.kind, zone.points, min(xs), min(ys), max(xs), max(ys))


def _blocked_cells(statics: list[StaticShape], width: int, height: int) -> NDArray[np.uint8]:
    """1 where the middle of a cell is nearer than a body's clearance to a solid shape, or outside the map."""
    blocked = np.zeros((height, width), dtype=np.uint8)
    for static in statics:
        if static.points:
            xs, ys = [p[0] for p in static.points], [p[1] for p in static.points]
        else:
            xs, ys = (
                [static.x - static.radius, static.x + static.radius],
                [static.y - static.radius, static.y + static.radius],
            )
        left, right = max(0, int(min(xs) - 1.0)), min(width, int(max(xs) + 2.0))
        top, bottom = max(0, int(min(ys) - 1.0)), min(height, int(max(ys) + 2.0))
        if left >= right or top >= bottom:
            continue
        x = np.arange(left, right, dtype=np.float64)[None, :] + 0.5
        y = np.arange(top, bottom, dtype=np.float64)[:, None] + 0.5
        if static.points:
            near = _near_polygon(x, y, static.points)
        else:
            reach = static.radius + BODY_CLEARANCE
            near = (x - static.x) * (x - static.x) + (y - static.y) * (y - static.y) < reach * reach
        blocked[top:bottom, left:right] |= near.astype(np.uint8)
    return blocked


def _near_polygon(x: NDArray[np.float64], y: NDArray[np.float64], points: tuple[Point, ...]) -> NDArray[np.bool_]:
    """Whether grid points lie within the clearance of a convex polygon (of either winding)."""
    area = 0.0
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        area += ax * by - bx * ay
    sign = 1.0 if area > 0.0 else -1.0
    near = np.ones((y.shape[0], x.shape[1]), dtype=np.bool_)
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        if length > 0.0:
            outside = ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) * (sign / length)
            near &= outside < BODY_CLEARANCE
    return near


def _cover_bits(blocked: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each cell the directions (eighths of a turn from east, clockwise) in which the next cell is solid."""
    height, width = blocked.shape
    padded = np.ones((height + 2, width + 2), dtype=np.uint8)
    padded[1:-1, 1:-1] = blocked
    bits = np.zeros((height, width), dtype=np.uint8)
    for index, (dx, dy) in enumerate(((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))):
        bits |= padded[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width] << index
    bits[blocked != 0] = 0
    return bits


def _ways(blocked: NDArray[np.uint8], solid: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each cell the eighths of a turn one can step in, from those in which the next cell is solid."""
    free = ~solid
    ways = free & 0b01010101
    for diagonal in (1, 3, 5, 7):
        before, after = (free >> (diagonal - 1)) & 1, (free >> ((diagonal + 1) % 8)) & 1
        ways |= ((free >> diagonal) & before & after & 1) << diagonal
    ways[blocked != 0] = 0
    return ways.astype(np.uint8)


def _lane_pieces(level: Level) -> list[LanePiece]:
    """Every stretch of every lane from one of its points to the next."""
    found = []
    for number, lane in enumerate(level.lanes):
        for index, ((ax, ay), (bx, by)) in enumerate(zip(lane.points, lane.points[1:], strict=False)):
            found.append(LanePiece(ax, ay, bx - ax, by - ay, number, index + 1))
    return found


def _lane_entries(level: Level) -> list[int]:
    led_to = {number for lane in level.lanes for number in lane.follows}
    return [number for number in range(len(level.lanes)) if number not in led_to]


def _length(points: tuple[Point, ...]) -> float:
    total = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        total += sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    return total


_places: dict[str, Place] = {}


def place_of(level: Level, catalog: Catalog) -> Place:
    """The place of a level, worked out at its first run; only the last level's is kept."""
    key = level.digest + catalog.digest
    place = _places.get(key)
    if place is None:
        _places.clear()
        place = _places[key] = Place(level, catalog)
    return place


def _posts(statics: list[StaticShape]) -> dict[int, list[Post]]:
    """For each cell of the grid the posts in it and in the eight round it."""
    grid: dict[int, list[Post]] = {}
    for static in statics:
        if not static.points:
            cell = int(static.y) // POST_CELL * POST_ROW + int(static.x) // POST_CELL
            for across in (-POST_ROW, 0, POST_ROW):
                for along in (-1, 0, 1):
                    grid.setdefault(cell + across + along, []).append(Post(static.x, static.y, static.radius))
    return grid
