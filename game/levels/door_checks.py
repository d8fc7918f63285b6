"""Doors that are no doors: without a wall about them, without a side to go to, without anything that opens them.

Owns the checks of class Door against the map and the screenplay, and says which doors the floor must count as walls.
Called by `check.py`.
"""

from __future__ import annotations

from game.content.level import Door, Level, Point, Wall
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.floor import Floor
from game.levels.objects import Objects
from game.levels.spoken import Spoken
from game.levels.terrain_checks import overlap
from game.sim.doorway import Doorway, doorway
from game.sim.systems.doors import BULLETS

POST_METRES = 0.5
"""How far a door's end may be from what it hangs in."""
STAND_METRES = 0.8
"""From the leaf to where one stands to go through."""
LEAST_REVOLVING, WIDEST = 1.6, 12.0
OPENED_BY = ("open_door", "unlock_door")
TOPIC = "door"


def dead_leaves(level: Level, catalog: Catalog, spoken: Spoken) -> tuple[Wall, ...]:
    """The leaves of doors that nothing ever opens, as walls."""
    return tuple(
        Wall(_way(level, door).points, material=door.material)
        for door in level.doors
        if _is_locked_for_good(level, catalog, spoken, door)
    )


def check_doors(
    level: Level, catalog: Catalog, objects: Objects, spoken: Spoken, floor: Floor, complaints: Complaints
) -> None:
    """Every complaint about doors."""
    items = {item.name: item for item in level.items}
    ends = {door.id: _ends(_way(level, door), 0.0) for door in level.doors}
    for door in level.doors:
        where, way = objects.place("Door", door.id), _way(level, door)
        if door.kind == "revolving" and door.width < LEAST_REVOLVING:
            message = f"is a revolving door {door.width:g} m wide; expected at least {LEAST_REVOLVING:g}"
            complaints.error(f'{where}, property "width"', message, topic=TOPIC)
        elif door.width > WIDEST:
            message = f"is {door.width:g}; expected at most {WIDEST:g}"
            complaints.error(f'{where}, property "width"', message, topic=TOPIC)
        key = items.get(door.key)
        if key is not None and key.kind != "key":
            message = f'names the item "{door.key}", which is a {key.kind}; expected an Item of kind key'
            complaints.error(f'{where}, property "key"', message, topic=TOPIC)
        others = [point for id, points in ends.items() if id != door.id for point in points]
        _check_posts(level, way, others, where, complaints)
        _check_sides(way, where, floor, complaints)
        if _is_locked_for_good(level, catalog, spoken, door):
            message = "is locked for good: no key, no beat (unlock_door, open_door), bullet or charge opens it"
            complaints.warning(where, message, topic=TOPIC)
        elif door.key and not door.is_locked and not _is_named(spoken, door, ("lock_door",)):
            message = f'has the key "{door.key}" and is never locked'
            complaints.warning(f'{where}, property "key"', message, topic=TOPIC)


def _way(level: Level, door: Door) -> Doorway:
    return doorway(door, 0, 0, level.width)


def _ends(way: Doorway, beyond: float) -> tuple[Point, Point]:
    """Its left and right end, or points so far beyond them."""
    reach = way.half + beyond
    return (
        (way.door.x - way.along_x * reach, way.door.y - way.along_y * reach),
        (way.door.x + way.along_x * reach, way.door.y + way.along_y * reach),
    )


def _check_posts(level: Level, way: Doorway, others: list[Point], where: str, complaints: Complaints) -> None:
    """Both its ends stand in a wall, at a post, or at another door."""
    for name, (x, y), (ex, ey) in zip(("left", "right"), _ends(way, POST_METRES / 2), _ends(way, 0.0), strict=True):
        half = POST_METRES / 2
        box = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
        walls = (wall for wall in level.walls if _is_near(wall.points, x, y, half))
        if any(overlap(box, wall.points) for wall in walls):
            continue
        feet = [(prop.x, prop.y, prop.radius) for prop in level.props] + [(px, py, 0.0) for px, py in others]
        if any(
            (px - ex) * (px - ex) + (py - ey) * (py - ey) < (r + POST_METRES) * (r + POST_METRES) for px, py, r in feet
        ):
            continue
        message = f"stands in no wall: nothing holds its {name} end at {ex:.1f}, {ey:.1f} m (within {POST_METRES:g} m)"
        complaints.error(where, message, topic=TOPIC)


def _is_near(points: tuple[Point, ...], x: float, y: float, half: float) -> bool:
    return (
        min(px for px, _ in points) < x + half
        and max(px for px, _ in points) > x - half
        and min(py for _, py in points) < y + half
        and max(py for _, py in points) > y - half
    )


def _check_sides(way: Doorway, where: str, floor: Floor, complaints: Complaints) -> None:
    """One can stand before it and behind it."""
    for name, sign in (("it swings to", 1.0), ("it swings away from", -1.0)):
        out = sign * (STAND_METRES + way.kind.thick / 2.0)
        x, y = way.door.x + way.ahead_x * out, way.door.y + way.ahead_y * out
        if floor.part_at(x, y, 0) < 0:
            message = f"has no side to go to: nobody can stand at {x:.1f}, {y:.1f} m, on the side {name}"
            complaints.error(where, message, topic=TOPIC)


def _is_locked_for_good(level: Level, catalog: Catalog, spoken: Spoken, door: Door) -> bool:
    if not door.is_locked or door.key or _is_named(spoken, door, OPENED_BY):
        return False
    if door.kind != "vault" and door.material in BULLETS:
        return False
    crew = {name for side in level.screenplay.sides for name in side.crew}
    return not any(one.name in crew and catalog.people[one.spec].charges for one in level.people)


def _is_named(spoken: Spoken, door: Door, calls: tuple[str, ...]) -> bool:
    for site in spoken.sites:
        if site.call.name in calls:
            for _, value in site.call.args:
                if door.name in (value if isinstance(value, tuple) else (value,)):
                    return True
    return False
