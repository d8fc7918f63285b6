"""Who is near: coarse grids, of people on foot by their cell, and of people and of vehicles by all nine wide cells round them.

Looked over ten times a second, with who is at work or afraid; only who has changed his cell is moved. Lists are in id order, so the
grids depend on poses alone: rebuilt from nothing at every restore (keyframes fall on look-overs), they are no state of their own.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai.steps import Watch

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

CELL = 4
WIDE_CELL = 12
"""Metres: whoever asks for a person's wide cell and the eight round it finds all within so many metres."""
ROW = 1024
"""Cells to a row: maps up to 4 km wide."""
PERIOD = 6
RUSH, RUSHES_STILL = 6.0, 4.0
"""Metres a second from which on traffic and walkers keep clear of a vehicle that is not one of the traffic."""
CALM = 0.2
"""Fear under which a passer-by minds his own business."""
UNDER_FIRE_TICKS, JUST_SEEN_TICKS = 180, 120
"""Ticks since a near miss, and since he saw an enemy, in which whoever is on duty is all there."""
NOWHERE = -1
AROUND = (-ROW - 1, -ROW, -ROW + 1, -1, 0, 1, ROW - 1, ROW, ROW + 1)


def advance(world: World) -> None:
    """Every sixth tick, and so on the tick after a keyframe."""
    if world.tick % PERIOD == 1:
        look_over(world)


def rebuild(world: World) -> None:
    """Both grids from nothing, from the poses of now."""
    world.grid, world.people_grid, world.vehicle_grid = {}, {}, {}
    world.cells = [NOWHERE] * (len(world.vehicles) + len(world.people))
    world.wide_cells = [NOWHERE] * len(world.people)
    look_over(world)


def look_over(world: World) -> None:
    """Moves whoever has changed his cell."""
    x, y, cells = world.physics.x, world.physics.y, world.cells
    world.crowds = None
    base = world.person_base
    world.keen = [person.id - base for person in world.armed if _is_keen(world, person)]
    for person in world.people:
        number = person.id
        cell = NOWHERE
        if person.vehicle < 0 and person.is_present:
            cell = int(y[number]) // CELL * ROW + int(x[number]) // CELL
        if cell != cells[number]:
            _move(world.grid, number, cells[number], cell, (0,))
            cells[number] = cell
            wide = NOWHERE
            if cell != NOWHERE:
                wide = int(y[number]) // WIDE_CELL * ROW + int(x[number]) // WIDE_CELL
            if wide != world.wide_cells[number - base]:
                _move(world.people_grid, number, world.wide_cells[number - base], wide, AROUND)
                world.wide_cells[number - base] = wide
    for vehicle in world.vehicles:
        number = vehicle.id
        cell = NOWHERE
        if not vehicle.is_absent:
            cell = int(y[number]) // WIDE_CELL * ROW + int(x[number]) // WIDE_CELL
        if cell != cells[number]:
            _move(world.vehicle_grid, number, cells[number], cell, AROUND)
            cells[number] = cell
    vx, vy = world.physics.vx, world.physics.vy
    world.rushing = [
        vehicle.id
        for vehicle in world.vehicles
        if not vehicle.is_traffic and vx[vehicle.id] * vx[vehicle.id] + vy[vehicle.id] * vy[vehicle.id] > RUSH * RUSH
    ]
    world.sirens = [vehicle.id for vehicle in world.vehicles if vehicle.siren and not vehicle.is_absent]


def _is_keen(world: World, person: Person) -> bool:
    """Whether one of those on duty moves his hands in every turn: the crew (but for who stands over people), and who has somebody before
    him or is shot at. Where the player is makes no difference to those who do not know it."""
    number = person.id
    if person.vehicle >= 0 or not person.is_present:
        return False
    mind = world.minds[number]
    if mind.is_fighting or world.tick - person.near_miss_tick < UNDER_FIRE_TICKS or not world.spares_the_far:
        return True
    if person.side == "crew":
        return number == world.player or not isinstance(mind.step, Watch)
    return mind.is_visible or world.tick - mind.seen_tick < JUST_SEEN_TICKS or number in world.beliefs


def _move(grid: dict[int, list[int]], number: int, old: int, new: int, around: Sequence[int]) -> None:
    if old != NOWHERE:
        for step in around:
            grid[old + step].remove(number)
    if new != NOWHERE:
        for step in around:
            insort(grid.setdefault(new + step, []), number)


def people_near(world: World, x: float, y: float, radius: float) -> list[int]:
    """People on foot within a radius, in id order within cells."""
    found: list[int] = []
    grid, square = world.grid, radius * radius
    px, py = world.physics.x, world.physics.y
    left, right = int(x - radius) // CELL, int(x + radius) // CELL + 1
    for row in range(int(y - radius) // CELL * ROW, int(y + radius) // CELL * ROW + 1, ROW):
        for cell in range(row + left, row + right):
            if cell in grid:
                for who in grid[cell]:
                    dx, dy = px[who] - x, py[who] - y
                    if dx * dx + dy * dy < square:
                        found.append(who)
    return found


def people_around(world: World, x: float, y: float) -> Sequence[int]:
    """People on foot in the wide cell of a point and the eight around it, in id order: all within 12 m, and some farther."""
    return world.people_grid.get(int(y) // WIDE_CELL * ROW + int(x) // WIDE_CELL, ())


def vehicles_near(world: World, x: float, y: float) -> Sequence[int]:
    """Vehicles in the cell of a point and the eight around it, in id order: all within 12 m, and some farther."""
    return world.vehicle_grid.get(int(y) // WIDE_CELL * ROW + int(x) // WIDE_CELL, ())


class Rush(NamedTuple):
    """A vehicle that comes rushing: where it is, which way, how fast."""

    number: int
    x: float
    y: float
    ux: float
    uy: float
    speed: float


def rushing_near(world: World, x: float, y: float, radius: float, with_traffic: bool = False) -> list[Rush]:
    """The vehicles within a radius that traffic and walkers keep clear of, as they are now; the traffic near by, too, if asked for."""
    numbers: Sequence[int] = world.rushing
    if with_traffic:
        numbers = [*numbers, *(number for number in vehicles_near(world, x, y) if world.vehicles[number].is_traffic)]
    found = []
    physics = world.physics
    for number in numbers:
        ox, oy = physics.x[number], physics.y[number]
        if (ox - x) * (ox - x) + (oy - y) * (oy - y) < radius * radius:
            vx, vy = physics.vx[number], physics.vy[number]
            speed = sqrt(vx * vx + vy * vy)
            if speed > RUSHES_STILL:
                found.append(Rush(number, ox, oy, vx / speed, vy / speed, speed))
    return found
