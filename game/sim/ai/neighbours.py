"""Who is near: two coarse grids of people on foot and of vehicles, rebuilt ten times a second in id order.

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
PERIOD = 6


def advance(world: World) -> None:
    """Rebuilds every sixth tick, and so on the tick after a keyframe."""
    if world.tick % PERIOD == 1:
        rebuild(world)


def rebuild(world: World) -> None:
    """Both grids, from the poses of now."""
    grid: dict[int, list[int]] = {}
    x, y = world.physics.x, world.physics.y
    for person in world.people:
        if person.vehicle < 0 and person.is_present:
            number = person.id
            cell = int(y[number]) // CELL * ROW + int(x[number]) // CELL
            if cell in grid:
                grid[cell].append(number)
            else:
                grid[cell] = [number]
    world.grid = grid
    cars: dict[int, list[int]] = {}
    for vehicle in world.vehicles:
        if not vehicle.is_absent:
            cell = int(y[vehicle.id]) // VEHICLE_CELL * ROW + int(x[vehicle.id]) // VEHICLE_CELL
            cars.setdefault(cell, []).append(vehicle.id)
    world.vehicle_grid = cars
    world.vehicles_around = {}
    world.sirens = [vehicle.id for vehicle in world.vehicles if vehicle.siren and not vehicle.is_absent]


def people_near(world: World, x: float, y: float, radius: float) -> list[int]:
    """People on foot within a radius, in id order within cells."""
    found: list[int] = []
    grid = world.grid
    left, right = int(x - radius) // CELL, int(x + radius) // CELL + 1
    for row in range(int(y - radius) // CELL * ROW, int(y + radius) // CELL * ROW + 1, ROW):
        for cell in range(row + left, row + right):
            if cell in grid:
                px, py = world.physics.x, world.physics.y
                for who in grid[cell]:
                    dx, dy = px[who] - x, py[who] - y
                    if dx * dx + dy * dy < radius * radius:
                        found.append(who)
    return found


def vehicles_near(world: World, x: float, y: float) -> list[int]:
    """Vehicles in the cell of a point and the eight around it: all within 12 m, and some farther."""
    middle = int(y) // VEHICLE_CELL * ROW + int(x) // VEHICLE_CELL
    around = world.vehicles_around.get(middle)
    if around is None:
        grid = world.vehicle_grid
        around = [
            number
            for row in (middle - ROW, middle, middle + ROW)
            for cell in (row - 1, row, row + 1)
            if cell in grid
            for number in grid[cell]
        ]
        world.vehicles_around[middle] = around
    return around
