"""Whether the place can be played: closed round the edge, nobody in a wall, lanes on roads that lead somewhere.

Owns the checks that look at the ground, too slow or too picky for every load. Called by `check.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from game.content.level import Level, Point, Wall
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.objects import Objects
from game.levels.turning import unit

FINE = 2
"""Cells of the flood to a metre: a gap of half a metre or more is found."""
ROAD_SURFACES = ("asphalt", "concrete", "gravel", "dirt")
EDGE_METRES = 12.0
_BODY_METRES = 0.25


@dataclass(slots=True)
class _Survey:
    """A level looked at on foot: which walls are near which cell."""

    level: Level
    catalog: Catalog
    objects: Objects
    complaints: Complaints
    walls_of_cell: dict[tuple[int, int], list[Wall]]

    def walls_near(self, points: tuple[Point, ...]) -> list[Wall]:
        """The walls whose box touches the cells under an outline."""
        found: dict[int, Wall] = {}
        for cell in _cells_of(points, 1):
            for wall in self.walls_of_cell.get(cell, ()):
                found[id(wall)] = wall
        return list(found.values())

    def is_blocked(self, outline: tuple[Point, ...]) -> bool:
        """Whether a convex outline overlaps a wall."""
        return any(overlap(outline, wall.points) for wall in self.walls_near(outline))


def check_terrain(level: Level, catalog: Catalog, objects: Objects, complaints: Complaints) -> None:
    """Every complaint about places."""
    near: dict[tuple[int, int], list[Wall]] = {}
    for wall in level.walls:
        for cell in _cells_of(wall.points, 1):
            near.setdefault(cell, []).append(wall)
    survey = _Survey(level, catalog, objects, complaints, near)
    _check_inside(survey)
    _check_spawns(survey)
    _check_closed(survey)
    _check_lanes(survey)


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


def _cells_of(points: tuple[Point, ...], fine: int) -> Iterator[tuple[int, int]]:
    """The cells under the box round some points."""
    xs, ys = [x * fine for x, _ in points], [y * fine for _, y in points]
    for row in range(int(min(ys) // 1), -int(-max(ys) // 1)):
        for column in range(int(min(xs) // 1), -int(-max(xs) // 1)):
            yield column, row


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
    loose += [("Marker", one) for one in level.markers if one.kind != ""]  # type: ignore[misc]
    loose += [("Item", one) for one in level.items if not one.inside]  # type: ignore[misc]
    for class_name, one in loose:
        if survey.is_blocked(_box(one.x, one.y, _BODY_METRES)):
            survey.complaints.error(place(class_name, one.id), f"is inside a wall at {one.x:.1f}, {one.y:.1f} m")
    placed: list[tuple[str, tuple[Point, ...]]] = []
    for car in level.vehicles:
        outline = _footprint(survey, car.x, car.y, car.facing, car.spec)
        if survey.is_blocked(outline):
            survey.complaints.error(place("Vehicle", car.id), f"stands in a wall at {car.x:.1f}, {car.y:.1f} m")
        if car.is_absent:
            continue
        for other, its in placed:
            if overlap(outline, its):
                survey.complaints.error(place("Vehicle", car.id), f'stands in the vehicle "{other}"')
        placed.append((car.name, outline))


def _footprint(survey: _Survey, x: float, y: float, facing: int, spec: str) -> tuple[Point, ...]:
    """The four corners of a vehicle as it stands."""
    size = survey.catalog.vehicles[spec]
    cosine, sine = unit(facing)
    half, side = size.length / 2, size.width / 2
    corners = ((-half, -side), (half, -side), (half, side), (-half, side))
    return tuple((x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in corners)


def _check_closed(survey: _Survey) -> None:
    """Flood from the people: where the flood reaches the edge, the map is open."""
    level = survey.level
    wide, high = level.width * FINE, level.height * FINE
    blocked = _blocked(level, wide, high)
    stack = []
    for person in level.people:
        cell = (int(person.x * FINE), int(person.y * FINE))
        if 0 <= cell[0] < wide and 0 <= cell[1] < high and not blocked[cell[1] * wide + cell[0]]:
            stack.append(cell[1] * wide + cell[0])
    last = wide * high
    for start in stack:
        blocked[start] = 2
    while stack:
        here = stack.pop()
        column = here % wide
        for there in (here - wide, here + wide, here - 1 if column else -1, here + 1 if column < wide - 1 else -1):
            if 0 <= there < last and not blocked[there]:
                blocked[there] = 2
                stack.append(there)
    sides = {
        "north": [(i, i, 0) for i in range(wide)],
        "south": [((high - 1) * wide + i, i, high - 1) for i in range(wide)],
        "west": [(i * wide, 0, i) for i in range(high)],
        "east": [(i * wide + wide - 1, wide - 1, i) for i in range(high)],
    }
    for side, cells in sides.items():
        open_cells = [(x, y) for index, x, y in cells if blocked[index] == 2]
        if open_cells:
            (x0, y0), (x1, y1) = open_cells[0], open_cells[-1]
            survey.complaints.error(
                f"{side} edge, {x0 / FINE:.1f}, {y0 / FINE:.1f} m",
                f"is open: one can walk off the map (between here and {x1 / FINE:.1f}, {y1 / FINE:.1f} m, "
                f"{len(open_cells) / FINE:.1f} m in all); close it with walls",
            )


def _blocked(level: Level, wide: int, high: int) -> bytearray:
    """1 for every fine cell that a wall touches."""
    blocked = bytearray(wide * high)
    for wall in level.walls:
        is_box = len(wall.points) == 4 and len({x for x, _ in wall.points}) == 2 == len({y for _, y in wall.points})
        for column, row in _cells_of(wall.points, FINE):
            if not (0 <= column < wide and 0 <= row < high) or blocked[row * wide + column]:
                continue
            if is_box or overlap(_box((column + 0.5) / FINE, (row + 0.5) / FINE, 0.5 / FINE), wall.points):
                blocked[row * wide + column] = 1
    return blocked


def _check_lanes(survey: _Survey) -> None:
    """Lanes lie on road, touch no wall, and end at another lane or at the edge."""
    level = survey.level
    for lane in level.lanes:
        where = survey.objects.place("Lane", lane.id)
        x, y = lane.points[-1]
        to_edge = min(x, y, level.width - x, level.height - y)
        if not lane.follows and to_edge > EDGE_METRES:
            survey.complaints.error(where, f"ends at {x:.1f}, {y:.1f} m, where no lane begins and no edge is near")
        for px, py in _along(lane.points):
            column, row = int(px), int(py)
            if not (0 <= column < level.width and 0 <= row < level.height):
                continue
            surface = level.surfaces[level.ground[row * level.width + column]]
            if survey.is_blocked(_box(px, py, _BODY_METRES)):
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
