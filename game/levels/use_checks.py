"""Things on the map that nobody uses, that light nothing, cover nothing or lead off the road: slips, not faults.

Owns the warnings of the deep check. Called by `check.py`.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import Any

from game.content.level import Level, Point
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.facts import spellings
from game.levels.objects import Objects
from game.levels.spoken import Spoken
from game.levels.terrain_checks import ROAD_SURFACES

COVER_REACH = 1.6
HOLD_REACH = 8.0
"""Metres from a zone within which whoever holds it looks for cover."""
PISTOL_JOULES = 300.0
"""What a wall must take out of a bullet to be cover: fences, hedges, panes and plaster hide at most."""
LAMP_REACH = 2.5
DRIVEWAY_METRES = 6.0
"""Of pavement that a driven route may cross to get from one road to another."""
LOW_LAMP = 1.2
"""Metres of height below which a lamp stands on the ground by itself."""
DARK_HOURS = ("night", "midnight")


def check_uses(level: Level, catalog: Catalog, objects: Objects, spoken: Spoken, complaints: Complaints) -> None:
    """Every warning about things that do nothing."""
    told = bool(level.screenplay.beats)
    named: list[tuple[str, list[Any], str, bool]] = [
        ("Zone", [one for one in level.zones if not one.kind], "zone", told),
        ("Marker", [one for one in level.markers if not one.kind], "marker", told),
        ("Route", list(level.routes), "route", True),
        ("Signal", list(level.signals), "signal", True),
    ]
    for class_name, things, kind, counts in named:
        for thing in things:
            if counts and not spoken.has(kind, thing.name):
                use = "gives no lane its light" if kind == "signal" else "is used by nobody"
                complaints.warning(objects.place(class_name, thing.id), use, topic=class_name.lower())
    for sound in level.sounds:
        if not sound.is_on and not spoken.has("sound", sound.name):
            message = "is off at the start, and nothing (switch_sound) turns it on"
            complaints.warning(objects.place("Sound", sound.id), message, topic="sound")
    _check_absent(level, objects, spoken, complaints)
    _check_roads(level, objects, spoken, complaints)
    _check_lamps(level, objects, complaints)
    _check_covers(level, catalog, objects, complaints)
    _check_held(level, catalog, objects, spoken, complaints)


def _check_absent(level: Level, objects: Objects, spoken: Spoken, complaints: Complaints) -> None:
    """Whoever is absent at the start must be brought in by something."""
    brought = spoken.brought
    answering = {name for car in level.vehicles if car.answers for name in (car.name, car.group) if name}
    riders: dict[str, list[str]] = {}
    for person in level.people:
        riders.setdefault(person.vehicle, []).extend((person.name, person.group))
    carriers = {car.name: (car.name, car.group) for car in level.vehicles}
    absent: list[tuple[str, Any, tuple[str, ...]]] = [
        ("Person", one, (one.name, one.group, *carriers.get(one.vehicle, ()))) for one in level.people if one.is_absent
    ]
    absent += [
        ("Vehicle", one, (one.name, one.group, *riders.get(one.name, ()))) for one in level.vehicles if one.is_absent
    ]
    for class_name, thing, names in absent:
        if not any(name and name in brought for name in names) and not any(name in answering for name in names):
            message = "is absent at the start, and nothing (appear, dispatch, a stage it answers at) ever brings it in"
            complaints.warning(objects.place(class_name, thing.id), message, topic=class_name.lower())


def _check_roads(level: Level, objects: Objects, spoken: Spoken, complaints: Complaints) -> None:
    """Routes that are driven stay where cars go."""
    for route in level.routes:
        if route.name not in spoken.driven:
            continue
        off = _off_road(level, route.points)
        if off is not None:
            x, y, surface = off
            message = f"is driven and leaves the road at {x:.1f}, {y:.1f} m, onto {surface}"
            complaints.warning(objects.place("Route", route.id), message, topic="route")


def _off_road(level: Level, points: tuple[Point, ...]) -> tuple[float, float, str] | None:
    """Where a way leaves what is driven on; a pavement that is crossed from one road to another is a driveway."""
    if not all(0 <= x <= level.width and 0 <= y <= level.height for x, y in points):
        return None  # told elsewhere
    left: tuple[float, float, str] | None = None
    metres, ox, oy = 0.0, *points[0]
    for (ax, ay), (bx, by) in pairwise(points):
        steps = int(max(abs(bx - ax), abs(by - ay))) + 1
        for step in range(steps + 1):
            x, y = ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
            if not (0 <= x < level.width and 0 <= y < level.height):
                continue
            surface = level.surfaces[level.ground[int(y) * level.width + int(x)]]
            if surface in ROAD_SURFACES:
                left, metres = None, 0.0
            else:
                metres += sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy)) if left else 0.0
                left = left or (x, y, surface)
                if surface != "sidewalk" or metres > DRIVEWAY_METRES:
                    return left
            ox, oy = x, y
    return left


def _check_lamps(level: Level, objects: Objects, complaints: Complaints) -> None:
    """A lamp gives light, hangs on something that is drawn, and a night has lamps."""
    posts = [(prop.x, prop.y) for prop in level.props]
    for lamp in level.lamps:
        where = objects.place("Lamp", lamp.id)
        if lamp.power == 0:
            complaints.warning(where, "has the power 0 and gives no light", topic="lamp")
        elif lamp.height > LOW_LAMP and level.hour != "interior" and not _is_held(level, posts, lamp.x, lamp.y):
            message = f"hangs in the air: no post, wall or roof within {LAMP_REACH:g} m holds it"
            complaints.warning(where, message, topic="lamp")
    if level.hour in DARK_HOURS and not level.lamps:
        complaints.warning("map", "is at night and has no Lamp: nothing can be seen", topic="lamp")


def _is_held(level: Level, posts: list[Point], x: float, y: float) -> bool:
    if any((px - x) * (px - x) + (py - y) * (py - y) <= LAMP_REACH * LAMP_REACH for px, py in posts):
        return True
    if any(_box_distance(wall.points, x, y) <= LAMP_REACH for wall in level.walls):
        return True
    roofs = [layer.cells for layer in level.layers if layer.role == "roofs"]
    column, row = int(x), int(y)
    inside = 0 <= column < level.width and 0 <= row < level.height
    return inside and any(cells[row * level.width + column] for cells in roofs)


def _check_covers(level: Level, catalog: Catalog, objects: Objects, complaints: Complaints) -> None:
    """A place of cover is beside something that stops a bullet."""
    props = [(prop.x, prop.y, prop.radius) for prop in level.props if prop.radius > 0]
    cars = [(car.x, car.y, catalog.vehicles[car.spec].length / 2) for car in level.vehicles if not car.is_absent]
    walls = [wall.points for wall in level.walls if catalog.materials[wall.material].stops_joules >= PISTOL_JOULES]
    for cover in level.covers:
        x, y = cover.x, cover.y
        by_thing = any(
            (px - x) * (px - x) + (py - y) * (py - y) <= (size + COVER_REACH) * (size + COVER_REACH)
            for px, py, size in props + cars
        )
        if not by_thing and not any(_box_distance(points, x, y) <= COVER_REACH for points in walls):
            message = f"is beside nothing: no wall, prop or vehicle within {COVER_REACH:g} m stops a bullet"
            complaints.warning(objects.place("Cover", cover.id), message, topic="cover")


def _check_held(level: Level, catalog: Catalog, objects: Objects, spoken: Spoken, complaints: Complaints) -> None:
    """Whoever holds a zone takes cover in it or beside it: somewhere near there must be some."""
    held = dict.fromkeys(
        name
        for site in spoken.sites
        if site.call.name == "hold"
        for name in spellings(str(dict(site.call.args).get("zone", "")), level.screenplay.chances)
    )
    boxes = [wall.points for wall in level.walls if catalog.materials[wall.material].stops_joules >= PISTOL_JOULES]
    things: tuple[tuple[Any, ...], ...] = (level.props, level.vehicles, level.covers)
    spots = [(one.x, one.y) for kind in things for one in kind]
    for zone in level.zones:
        if zone.name not in held:
            continue
        if any(_box_distance(zone.points, x, y) <= HOLD_REACH for x, y in spots):
            continue
        if not any(_boxes_apart(zone.points, points) <= HOLD_REACH for points in boxes):
            message = f"is held by somebody and offers no cover: nothing within {HOLD_REACH:g} m stops a bullet"
            complaints.warning(objects.place("Zone", zone.id), message, topic="cover")


def _boxes_apart(first: tuple[Point, ...], second: tuple[Point, ...]) -> float:
    """Metres between the boxes round two outlines, the larger of the two directions."""
    gaps = []
    for axis in (0, 1):
        a, b = [point[axis] for point in first], [point[axis] for point in second]
        gaps += [min(a) - max(b), min(b) - max(a)]
    return max(*gaps, 0.0)


def _box_distance(points: tuple[Point, ...], x: float, y: float) -> float:
    """Metres to the box round some points, the larger of the two directions."""
    left, right = min(px for px, _ in points), max(px for px, _ in points)
    top, bottom = min(py for _, py in points), max(py for _, py in points)
    return max(left - x, x - right, top - y, y - bottom, 0.0)
