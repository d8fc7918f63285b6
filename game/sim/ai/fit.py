"""Whether a vehicle fits along a line, and how many stretches of a route are blocked: what a driver weighs routes by. Owns no state."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai.neighbours import vehicles_near
from game.sim.systems import boarding

if TYPE_CHECKING:
    from game.sim.entities import Vehicle
    from game.sim.world import World

SAMPLE = 2.0
LONGEST_LOOK = 22.0


def is_free(world: World, vehicle: Vehicle, x0: float, y0: float, x1: float, y1: float, skip: float) -> bool:
    """Whether the vehicle's width fits along a line, from `skip` metres on, past walls and vehicles that stand."""
    dx, dy = x1 - x0, y1 - y0
    length = sqrt(dx * dx + dy * dy)
    if length < 0.1:
        return True
    dx, dy = dx / length, dy / length
    room = world.vehicle_specs[vehicle.id].width / 2.0 + 0.35
    along = skip
    place = world.place
    end = length if length < LONGEST_LOOK else LONGEST_LOOK
    while along <= end:
        px, py = x0 + dx * along, y0 + dy * along
        if place.is_blocked(px - dy * room, py + dx * room) or place.is_blocked(px + dy * room, py - dx * room):
            return False
        along += SAMPLE
    middle_x, middle_y = x0 + dx * end / 2.0, y0 + dy * end / 2.0
    physics = world.physics
    for other in vehicles_near(world, middle_x, middle_y):
        if other != vehicle.id and _is_in_the_way(
            world, other, x0, y0, dx, dy, skip, end, physics.x[other], physics.y[other], room
        ):
            return False
    return True


def _is_in_the_way(
    world: World,
    other: int,
    x0: float,
    y0: float,
    dx: float,
    dy: float,
    skip: float,
    end: float,
    ox: float,
    oy: float,
    room: float,
) -> bool:
    """Whether another vehicle comes nearer to a stretch of line than `room`: tried at the point of it nearest to its middle, and beside."""
    along = (ox - x0) * dx + (oy - y0) * dy
    for shift in (0.0, -2.0, 2.0):
        at = min(max(along + shift, skip), end)
        if boarding.gap(world, world.vehicles[other], x0 + dx * at, y0 + dy * at) < room:
            return True
    return False


def obstructions(world: World, vehicle: Vehicle, points: tuple[Point, ...]) -> int:
    """How many stretches of the first part of a route are blocked by standing vehicles."""
    x, y = world.position(vehicle.id)
    count = 0
    ax, ay = points[0]
    if not is_free(world, vehicle, x, y, ax, ay, 3.0):
        count += 1
    for bx, by in points[1:4]:
        if not is_free(world, vehicle, ax, ay, bx, by, 0.0):
            count += 1
        ax, ay = bx, by
    return count
