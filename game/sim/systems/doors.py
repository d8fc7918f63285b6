"""Doors as things: who can open which, what a leaf stops, and what breaks it.

Owns the state of every door and its shape in the physics. What goes on of itself (swinging, falling shut, being pushed,
fuses) is `door_work`'s; the hand's part is `using`'s. A revolving door is never shut: it is walked through, and turns.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING

from game.sim import events
from game.sim.doorway import NEAR, cell_of
from game.sim.entities import NOBODY, Door, Person
from game.sim.physics import TURNING

if TYPE_CHECKING:
    from game.sim.doorway import Doorway
    from game.sim.world import World

BULLETS: dict[str, float] = {"glass": 40.0, "car_glass": 120.0, "plaster": 900.0, "wood": 4800.0, "hedge": 600.0}
"""Joules of bullets after which a door of a material is no obstacle; those of other materials are not shot open."""
MOST_OF_A_BULLET = 600.0
"""What one bullet does to a door at most: it goes in at one side and out at the other."""
CRASH: dict[str, float] = {
    "glass": 300.0,
    "car_glass": 500.0,
    "plaster": 2000.0,
    "wood": 4000.0,
    "hedge": 500.0,
    "fence": 12000.0,
}
CRASH_ELSE = 60000.0
"""Joules of a vehicle that burst a door; vaults hold."""
CONTACT_METRES = 0.6
GRID_REACH = NEAR / 1.5
"""Metres within which the grid finds every door, however it is turned."""
LOCKED_AGAIN_TICKS = 120
"""Between two rattles at a locked door."""


def found(world: World) -> None:
    """The doors as the level has them; before the physics stand."""
    world.doors = []
    for number, way in enumerate(world.place.doorways):
        spawn = way.door
        door = Door(number, spawn.name, is_wanted_open=spawn.is_open, is_locked=spawn.is_locked)
        door.swing = way.kind.swing_ticks if spawn.is_open else 0
        door.strength = BULLETS.get(spawn.material, -1.0) if spawn.kind != "vault" else -1.0
        world.doors.append(door)


def settle_all(world: World) -> None:
    """Every leaf counts in the physics as the door stands: at the start and after a restore."""
    for door in world.doors:
        settle(world, door)


def settle(world: World, door: Door) -> None:
    """What the leaf counts as now."""
    way = world.place.doorways[door.id]
    category = way.category if is_shut(world, door) else 0
    if way.door.kind == "revolving" and not door.is_broken and not door.is_locked:
        category = TURNING
    world.physics.set_static(way.static, category)


def is_shut(world: World, door: Door) -> bool:
    """Whether its leaf is in the way."""
    if door.is_broken:
        return False
    way = world.place.doorways[door.id]
    if way.door.kind == "revolving":
        return door.is_locked
    return 2 * door.swing < way.kind.swing_ticks


def has_key(world: World, person: Person, door: Door) -> bool:
    """Whether somebody has the key: he himself, or, when it has been found, any of the crew."""
    item = world.item_named.get(world.place.doorways[door.id].door.key)
    if item is None:
        return False
    if item.is_found:
        return person.side == "crew"
    return person.id in (item.inside_person, item.carrier)


def can_open(world: World, person: Person, door: Door) -> bool:
    """Whether somebody could get it open with his hands."""
    return not door.is_locked or has_key(world, person, door)


def near(world: World, x: float, y: float, reach: float) -> Iterable[tuple[Door, Doorway]]:
    """The doors within reach of a point, in their order."""
    doors, ways = world.doors, world.place.doorways
    around: Iterable[int] = world.place.doors_around.get(cell_of(x, y), ()) if reach <= GRID_REACH else range(len(ways))
    return [(doors[number], ways[number]) for number in around if ways[number].gap(x, y) < reach]


def revolving_at(world: World, x: float, y: float) -> bool:
    """Whether a point lies within the drum of a revolving door."""
    around = world.place.doors_around.get(cell_of(x, y))
    if around is None:
        return False
    for number in around:
        way = world.place.doorways[number]
        if way.door.kind == "revolving" and not world.doors[number].is_broken:
            dx, dy = x - way.door.x, y - way.door.y
            if dx * dx + dy * dy < way.half * way.half:
                return True
    return False


# --------------------------------------------------------------------------------------- what is done to them


def open_up(world: World, door: Door, who: int = NOBODY) -> None:
    """Unlocks it and sets it going."""
    way = world.place.doorways[door.id]
    was_locked, door.is_locked = door.is_locked, False
    door.open_ticks = 0
    if way.door.kind == "revolving":
        settle(world, door)
        if not was_locked:
            return
    elif door.is_wanted_open or door.is_broken:
        return
    door.is_wanted_open = way.door.kind != "revolving"
    world.emit(events.DoorOpened(who, door.id, way.door.kind, way.door.material, way.door.x, way.door.y))


def close(world: World, door: Door) -> None:
    """Lets it fall shut."""
    door.is_wanted_open = False


def lock(world: World, door: Door) -> None:
    """Locks it; one that stands open falls shut first."""
    door.is_wanted_open = False
    door.is_locked = True
    settle(world, door)


def unlock(world: World, door: Door) -> None:
    """Takes the lock off; it stays as it stands."""
    door.is_locked = False
    settle(world, door)


def rattle(world: World, door: Door, person: Person) -> None:
    """Somebody finds it locked; heard once in a while."""
    if world.tick - door.heard_tick >= LOCKED_AGAIN_TICKS:
        door.heard_tick = world.tick
        shape = world.place.doorways[door.id].door
        world.emit(events.DoorLocked(person.id, door.id, shape.x, shape.y))


def break_open(world: World, door: Door, cause: str) -> None:
    """Out of its frame, for good."""
    if door.is_broken:
        return
    door.is_broken, door.is_locked, door.fuse_ticks = True, False, 0
    settle(world, door)
    shape = world.place.doorways[door.id].door
    world.emit(events.DoorBroken(door.id, shape.material, cause, shape.x, shape.y))
    if "glass" in shape.material:
        world.emit(events.GlassBroken(shape.x, shape.y, NOBODY))
    world.count("doors_broken")


def shot(world: World, number: int, energy: float) -> None:
    """A bullet went into the leaf that is the `number`-th door's."""
    door = world.doors[number]
    if door.strength > 0.0 and not door.is_broken:
        door.strength -= min(energy, MOST_OF_A_BULLET)
        if door.strength <= 0.0:
            break_open(world, door, "bullet")


def rammed(world: World, x: float, y: float, joules: float) -> float:
    """A vehicle ran into the place at a point; what it keeps of its speed when that was a door that gave way, 0 when it was not."""
    for door, way in near(world, x, y, CONTACT_METRES):
        if not door.is_broken and way.door.kind != "vault":
            needed = CRASH.get(way.door.material, CRASH_ELSE)
            if joules >= needed:
                break_open(world, door, "crash")
                return sqrt(1.0 - needed / joules)
    return 0.0


def blasted(world: World, x: float, y: float, radius: float) -> None:
    """A blast: whatever could be shot open gives way."""
    for door, _ in near(world, x, y, radius):
        if door.strength > 0.0:
            break_open(world, door, "blast")


# --------------------------------------------------------------------------------------- how minds take them


def barred_cells(world: World, person: Person) -> dict[int, bool]:
    """The walkers' cells behind which somebody cannot go for a door that he cannot open."""
    found: dict[int, bool] = {}
    for door, way in zip(world.doors, world.place.doorways, strict=True):
        if is_shut(world, door) and not _gives_way(world, person, door, way):
            found.update(dict.fromkeys(way.cells, True))
    return found


def costs(world: World, person: Person) -> dict[int, int]:
    """What the doors on somebody's way cost him beside the way itself, by cell: ten a metre, as steps do."""
    found: dict[int, int] = {}
    for door, way in zip(world.doors, world.place.doorways, strict=True):
        if way.door.kind == "revolving":
            found.update(dict.fromkeys(way.cells, 10))
        elif is_shut(world, door) and _gives_way(world, person, door, way):
            ticks = way.kind.use_ticks + way.kind.swing_ticks // 2 + (way.kind.unlock_ticks if door.is_locked else 0)
            found.update(dict.fromkeys(way.cells, 4 if way.kind.is_pushed and not door.is_locked else ticks * 10 // 24))
    return found


def is_barred(world: World, person: Person, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a door that somebody cannot open lies on his straight way."""
    return any(
        way.is_crossed(x0, y0, x1, y1) and is_shut(world, door) and not _gives_way(world, person, door, way)
        for door, way in zip(world.doors, world.place.doorways, strict=True)
    )


def _gives_way(world: World, person: Person, door: Door, way: Doorway) -> bool:
    """Whether he gets through: passers-by push, those who have hands for it use them too."""
    if person.side == "civilian":
        return way.kind.is_pushed and not door.is_locked
    return can_open(world, person, door)
