"""Casing: what of a watched place the crew has noticed before anything happens there.

Only in levels with security cameras, and only while the police have not been called. Four times a second whoever of the crew is on foot
looks about: cameras, guards, alarms and telephones, locked and turning doors, and whoever has a key on him are noticed once, and marked
from then on. Owns `Surveillance.cased`. Called as a system after `surveillance`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import TYPE_CHECKING

from game.sim import events
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 15
REACH = 16.0
SHORT = 0.8
"""Metres before a thing at which the look ends: what hangs on a wall is seen although the wall is not looked through."""

Thing = tuple[str, str, float, float]
"""Kind, name and place."""


def advance(world: World) -> None:
    """What one of the crew has in view by now."""
    if not world.surveillance.cameras or world.tick % PERIOD or world.heat.stage > 0:
        return
    lookers = [world.position(who) for who in world.crew_ids if _looks_about(world, who)]
    for kind, name, x, y in things(world):
        if name not in world.surveillance.cased and any(_sees(world, spot, x, y) for spot in lookers):
            world.surveillance.cased[name] = world.tick
            world.count("cased")
            world.emit(events.Cased(kind, name, x, y))


def things(world: World) -> Iterator[Thing]:
    """Everything that is good to know, where it is now."""
    for camera in world.level.security_cameras:
        yield "camera", camera.name, camera.x, camera.y
    for who in world.sides["guard"]:
        guard = world.person(who)
        if guard.is_present:
            yield "guard", guard.name, *world.position(who)
    for fixture in world.level.fixtures:
        yield fixture.kind, fixture.name, fixture.x, fixture.y
    for door, way in zip(world.doors, world.place.doorways, strict=True):
        if door.is_locked:
            yield "locked", door.name, way.door.x, way.door.y
        elif way.door.kind == "revolving":
            yield "exit", door.name, way.door.x, way.door.y
    for item in world.items:
        if item.kind == "key" and item.inside_person >= 0 and item.state == "inside":
            yield "key", world.person(item.inside_person).name, *world.position(item.inside_person)
        elif item.kind == "tape" and not item.is_found:
            yield "tape", item.name, item.x, item.y


def _looks_about(world: World, who: int) -> bool:
    person = world.person(who)
    return person.is_able and person.vehicle < 0


def _sees(world: World, spot: tuple[float, float], x: float, y: float) -> bool:
    dx, dy = x - spot[0], y - spot[1]
    square = dx * dx + dy * dy
    if square > REACH * REACH:
        return False
    if square < 1.0:
        return True
    share = 1.0 - SHORT / sqrt(square)
    world.stats["sight_queries"] += 1
    return world.physics.is_clear(*spot, spot[0] + dx * share, spot[1] + dy * share, SIGHT_MASK)
