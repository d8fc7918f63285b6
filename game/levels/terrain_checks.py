"""Whether the place can be played: closed round the edge, nobody in a wall, lanes on roads that lead somewhere.

Owns the checks that look at the ground, too slow or too picky for every load. Called by `check.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.content.level import Level, Point, Wall
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.floor import FINE, Floor
from game.levels.objects import Objects
from game.levels.turning import unit

BLOCK = 8.0
WIDE_BLOCKS = 2_500
MOST_ENTRIES = 400_000
MOST_WIDE = 200
ROAD_SURFACES = ("asphalt", "concrete", "gravel", "dirt")
EDGE_METRES = 12.0
_BODY_METRES = 0.25
_LINE_METRES = 0.05


@dataclass(slots=True)
class _Survey:
    """A level looked at on foot: which walls are near which part of it, and its floor."""

    level: Level
    catalog: Catalog
    objects: Objects
    complaints: Complaints
    floor: Floor
    walls_of_block: dict[tuple[int, int], list[Wall]]
    wide_walls: list[Wall]
    """Walls so large that they are near everything."""

    def is_free(self, x: float, y: float, half: float) -> bool:
        """Whether a square lies on free cells only; when not, a closer look (`is_blocked`) must tell."""
        blocked = self.floor.blocked
        high, wide = blocked.shape
        for px in (x - half, x + half):
            for py in (y - half, y + half):
                column, row = int(px * FINE // 1), int(py * FINE // 1)
                if not (0 <= column < wide and 0 <= row < high) or blocked[row, column]:
                    return False
        return True

    def is_on_map(self, points: tuple[Point, ...]) -> bool:
        """Whether all of a line is on the map; what is not is told elsewhere and not followed."""
        return all(0 <= x <= self.level.width and 0 <= y <= self.level.height for x, y in points)

    def is_blocked(self, outline: tuple[Point, ...]) -> bool:
        """Whether a convex outline overlaps a wall."""
        found: dict[int, Wall] = {}
        for block in _blocks_of(outline):
            for wall in self.walls_of_block.get(block, ()):
                found[id(wall)] = wall
        return any(overlap(outline, wall.points) for wall in (*found.values(), *self.wide_walls))


def check_terrain(level: Level, catalog: Catalog, objects: Objects, complaints: Complaints, floor: Floor) -> None:
    """Every complaint about places."""
    near: dict[tuple[int, int], list[Wall]] = {}
    wide: list[Wall] = []
    entries = 0
    for wall in level.walls:
        blocks = _blocks_of(wall.points)
        entries += len(blocks)
        if len(blocks) > WIDE_BLOCKS or entries > MOST_ENTRIES:
            wide.append(wall)
            continue
        for block in blocks:
            near.setdefault(block, []).append(wall)
    if len(wide) > MOST_WIDE:
        complaints.error(
            "map", f"has {len(wide)} walls that cover a sixth of a square kilometre; expected at most {MOST_WIDE}"
        )
        return
    survey = _Survey(level, catalog, objects, complaints, floor, near, wide)
    _check_inside(survey)
    _check_spawns(survey)
    _check_closed(survey)
    _check_lanes(survey)
    check_routes(survey)


def overlap(first: tuple[Point, ...], second: tuple[Point, ...]) -> bool:
    """Whether two convex outlines share more than an edge (separating axes)."""
    for outline in (first, second):
        for i, (ax, ay) in enumerate(outline):
            bx, by = outline[(i + 1) % len(outline)]
            nx, ny = by - ay, ax - bx
            one = [x * nx + y * ny for x, y in first]
            other = [x * nx + y * ny for x, y in second]
            if max(one) <= min(other) + 1e-9 or max(other) <= min(one) + 1e-9:
                return False
    return True


def _blocks_of(points: tuple[Point, ...]) -> list[tuple[int, int]]:
    """The blocks of 8 x 8 m under the box round some points; enough of them to call it wide when they are many."""
    xs, ys = [x / BLOCK for x, _ in points], [y / BLOCK for _, y in points]
    rows, columns = range(int(min(ys) // 1), int(max(ys) // 1) + 1), range(int(min(xs) // 1), int(max(xs) // 1) + 1)
    if len(rows) * len(columns) > WIDE_BLOCKS:
        return [(0, 0)] * (WIDE_BLOCKS + 1)
    return [(column, row) for row in rows for column in columns]


def _box(x: float, y: float, half: float) -> tuple[Point, ...]:
    return ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))


def _check_inside(survey: _Survey) -> None:
    """Everything lies on the map."""
    wide, high = survey.level.width, survey.level.height
    for class_name, things in survey.objects.by_class.items():
        for thing in things:
            places: tuple[Point, ...] = thing.points if hasattr(thing, "points") else ((thing.x, thing.y),)
            beyond = [(x, y) for x, y in places if not (0 <= x <= wide and 0 <= y <= high)]
            if beyond and class_name not in ("Camera", "Wall"):
                x, y = beyond[0]
                where = survey.objects.place(class_name, thing.id)
                survey.complaints.error(
                    where, f"lies off the map at {x:.1f}, {y:.1f} m; expected within {wide} x {high} m"
                )


def _check_spawns(survey: _Survey) -> None:
    """Nobody and nothing starts inside a wall, no car inside another."""
    level, place = survey.level, survey.objects.place
    loose = [("Person", one) for one in level.people if not one.vehicle]
    loose += [("Marker", one) for one in level.markers if one.kind not in ("", "air_entry")]  # type: ignore[misc]
    loose += [("Item", one) for one in level.items if not one.inside]  # type: ignore[misc]
    for class_name, one in loose:
        if survey.is_blocked(_box(one.x, one.y, _BODY_METRES)):
            survey.complaints.error(place(class_name, one.id), f"is inside a wall at {one.x:.1f}, {one.y:.1f} m")
    placed: dict[tuple[int, int], list[tuple[str, tuple[Point, ...]]]] = {}
    for car in level.vehicles:
        outline = _footprint(survey, car.x, car.y, car.facing, car.spec)
        if survey.is_blocked(outline):
            survey.complaints.error(place("Vehicle", car.id), f"stands in a wall at {car.x:.1f}, {car.y:.1f} m")
        if car.is_absent:
            continue
        near = {name: its for block in _blocks_of(outline) for name, its in placed.get(block, ())}
        for other, its in near.items():
            if overlap(outline, its):
                survey.complaints.error(place("Vehicle", car.id), f'stands in the vehicle "{other}"')
                break
        for block in _blocks_of(outline):
            placed.setdefault(block, []).append((car.name, outline))


def _footprint(survey: _Survey, x: float, y: float, facing: int, spec: str) -> tuple[Point, ...]:
    """The four corners of a vehicle as it stands."""
    size = survey.catalog.vehicles[spec]
    cosine, sine = unit(facing)
    half, side = size.length / 2, size.width / 2
    corners = ((-half, -side), (half, -side), (half, side), (-half, side))
    return tuple((x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in corners)


def _check_closed(survey: _Survey) -> None:
    """Where the floor that people stand on reaches the edge, the map is open."""
    part = survey.floor.part
    high, wide = part.shape
    stood_on: list[int] = []
    for person in survey.level.people:
        column, row = int(person.x * FINE // 1), int(person.y * FINE // 1)
        if 0 <= column < wide and 0 <= row < high and part[row, column] >= 0:
            stood_on.append(int(part[row, column]))
    sides = {
        "north": (part[0], 1, 0, 0), "south": (part[-1], 1, 0, high - 1),
        "west": (part[:, 0], 0, 1, 0), "east": (part[:, -1], 0, 1, wide - 1),
    }  # fmt: skip
    for side, (cells, across, down, line) in sides.items():
        found = np.flatnonzero(np.isin(cells, stood_on))
        if found.size:
            first, last = int(found[0]), int(found[-1])
            x0, y0 = first * across + line * down, first * down + line * across
            x1, y1 = last * across + line * down, last * down + line * across
            survey.complaints.error(
                f"{side} edge, {x0 / FINE:.1f}, {y0 / FINE:.1f} m",
                f"is open: one can walk off the map (between here and {x1 / FINE:.1f}, {y1 / FINE:.1f} m, "
                f"{found.size / FINE:.1f} m in all); close it with walls",
            )


def _check_lanes(survey: _Survey) -> None:
    """Lanes lie on road, touch no wall, and end at another lane or at the edge."""
    level = survey.level
    for lane in level.lanes:
        where = survey.objects.place("Lane", lane.id)
        x, y = lane.points[-1]
        to_edge = min(x, y, level.width - x, level.height - y)
        if not lane.follows and to_edge > EDGE_METRES:
            survey.complaints.error(where, f"ends at {x:.1f}, {y:.1f} m, where no lane begins and no edge is near")
        for px, py in _along(lane.points) if survey.is_on_map(lane.points) else ():
            column, row = int(px), int(py)
            if not (0 <= column < level.width and 0 <= row < level.height):
                continue
            surface = level.surfaces[level.ground[row * level.width + column]]
            if not survey.is_free(px, py, _BODY_METRES) and survey.is_blocked(_box(px, py, _BODY_METRES)):
                survey.complaints.error(where, f"leads through a wall at {px:.1f}, {py:.1f} m")
                break
            if surface not in ROAD_SURFACES:
                survey.complaints.error(where, f"leaves the road at {px:.1f}, {py:.1f} m, onto {surface}")
                break


def _along(points: tuple[Point, ...]) -> Iterator[Point]:
    """Places along a line, a metre or less apart."""
    for (ax, ay), (bx, by) in pairwise(points):
        steps = int(max(abs(bx - ax), abs(by - ay))) + 1
        for step in range(steps + 1):
            yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps


def check_routes(survey: _Survey) -> None:
    """Routes lead through no wall; those that are driven leave no road."""
    for route in survey.level.routes:
        where = survey.objects.place("Route", route.id)
        for px, py in _along(route.points) if survey.is_on_map(route.points) else ():
            if not survey.is_free(px, py, _LINE_METRES) and survey.is_blocked(_box(px, py, _LINE_METRES)):
                survey.complaints.error(where, f"leads through a wall at {px:.1f}, {py:.1f} m", topic="route")
                break
