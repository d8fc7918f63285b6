"""Who is near: two coarse grids of people on foot and of vehicles, rebuilt every third tick in id order.

Derived from poses alone; rebuilt at every restore, so it is no state of its own (keyframes fall on rebuilds).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.world import World

CELL = 4
ROW = 1024
"""Cells to a row: maps up to 4 km wide."""
VEHICLE_CELL = 12
PERIOD = 3


def advance(world: World) -> None:
    """Rebuilds every third tick, and on the tick after a keyframe."""
    if world.tick % PERIOD == 1:
        rebuild(world)


def rebuild(world: World) -> None:
    """Both grids, from the poses of now."""
    grid: dict[int, list[int]] = {}
    x, y = world.physics.x, world.physics.y
    for person in world.people:
        if person.is_present and person.vehicle < 0:
            cell = int(y[person.id]) // CELL * ROW + int(x[person.id]) // CELL
            there = grid.get(cell)
            if there is None:
                grid[cell] = [person.id]
            else:
                there.append(person.id)
    world.grid = grid
    cars: dict[int, list[int]] = {}
    for vehicle in world.vehicles:
        if not vehicle.is_absent:
            cell = int(y[vehicle.id]) // VEHICLE_CELL * ROW + int(x[vehicle.id]) // VEHICLE_CELL
            cars.setdefault(cell, []).append(vehicle.id)
    world.vehicle_grid = cars


def people_near(world: World, x: float, y: float, radius: float) -> list[int]:
    """People on foot within a radius, in id order within cells."""
    found = []
    px, py = world.physics.x, world.physics.y
    square = radius * radius
    for row in range(int(y - radius) // CELL, int(y + radius) // CELL + 1):
        for column in range(int(x - radius) // CELL, int(x + radius) // CELL + 1):
            for who in world.grid.get(row * ROW + column, ()):
                dx, dy = px[who] - x, py[who] - y
                if dx * dx + dy * dy < square:
                    found.append(who)
    return found


def vehicles_near(world: World, x: float, y: float) -> list[int]:
    """Vehicles in the cell of a point and the eight around it: all within 12 m, and some farther."""
    found: list[int] = []
    column, row = int(x) // VEHICLE_CELL, int(y) // VEHICLE_CELL
    grid = world.vehicle_grid
    for cell_row in (row - 1, row, row + 1):
        for cell in range(cell_row * ROW + column - 1, cell_row * ROW + column + 2):
            there = grid.get(cell)
            if there is not None:
                found += there
    return found
