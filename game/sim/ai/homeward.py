"""How far it still is to a way out from anywhere: walked round what stands, and for whoever minds the light round that as well.

One field of whole numbers for each way out, on the cells of a `Belief`, worked out once a place and kept there; nothing in it is state.
Lamps of a jet count for the share of time in which they burn. Asked by `duel_ground`.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.ai.belief import CELL, free_cells
from game.sim.illumination import DARK

if TYPE_CHECKING:
    from game.sim.world import World

STEP, SLANT = CELL * 10, 57
"""Tenths of a metre from a cell to the next, straight and across."""
_STEPS = (
    (0, 1, STEP),
    (1, 0, STEP),
    (0, -1, STEP),
    (-1, 0, STEP),
    (1, 1, SLANT),
    (1, -1, SLANT),
    (-1, 1, SLANT),
    (-1, -1, SLANT),
)
DEAR, DEAREST = 14, 4
"""Steps of a hundred of light that make a metre count for one more, and for how many at most."""
BURNS = 3
"""One part of so many of its light counts of a lamp that burns for jets alone."""
FAR = 1 << 30
SURELY, HALVES = 32, 70.0
"""What speaks for the nearest way out; halved for each so many metres that another is farther off."""
AT_ONE, AFTER_THAT = 45.0, 8
"""Metres about a way out within which whoever is heard, or throws a shadow, is after that one; and so much likelier than another."""
GOES = 1.5
"""Metres a second towards a way out, or from it, that say something about where he means to go."""


def work_out(world: World) -> None:
    """The ways out of whoever evades by the level's plans, once a place: in the middle of a run it would be felt."""
    for plan in world.level.screenplay.plans:
        for one in plan.steps:
            if one.step.name == "evade":
                exits = dict(one.step.args).get("exits")
                for name in exits if isinstance(exits, tuple) else ():
                    metres(world, name, 0.0, 0.0, minds_light=True)


def metres(world: World, name: str, x: float, y: float, *, minds_light: bool) -> float:
    """From a point to a way out; where nobody can walk, from the nearest cell about it where one can."""
    key = (name, minds_light)
    found = world.place.homeward.get(key)
    if found is None:
        found = world.place.homeward[key] = _field(world, name, minds_light)
    columns, rows = _size(world)
    column, row = min(columns - 1, max(0, int(x) // CELL)), min(rows - 1, max(0, int(y) // CELL))
    best = found[row * columns + column]
    if best >= FAR:
        for r in range(max(0, row - 1), min(rows, row + 2)):
            for c in range(max(0, column - 1), min(columns, column + 2)):
                best = min(best, found[r * columns + c] + STEP)
    return min(best, FAR) / 10.0


def next_cells(world: World, name: str, *, minds_light: bool) -> NDArray[np.int64]:
    """For every cell, row by row, the one that whoever goes to a way out comes to next; itself where he is there, or cannot go."""
    key = (name, minds_light)
    made = world.place.homeward_steps.get(key)
    if made is None:
        columns, rows = _size(world)
        metres(world, name, 0.0, 0.0, minds_light=minds_light)
        far = np.full((rows + 2, columns + 2), FAR, np.int64)
        far[1:-1, 1:-1] = np.array(world.place.homeward[key], np.int64).reshape(rows, columns)
        best, cells = far[1:-1, 1:-1].copy(), np.arange(rows * columns).reshape(rows, columns)
        made = cells.copy()
        for dy, dx, _ in _STEPS:
            there = far[1 + dy : rows + 1 + dy, 1 + dx : columns + 1 + dx]
            is_nearer = there < best
            best = np.where(is_nearer, there, best)
            made = np.where(is_nearer, cells + dy * columns + dx, made)
        made = world.place.homeward_steps[key] = made.ravel()
    return made


def leanings(world: World, exits: tuple[str, ...], x: float, y: float, vx: float, vy: float) -> list[int]:
    """For each way out, what speaks for somebody making for it who was seen here going this way (metres, metres a second)."""
    far = [metres(world, name, x, y, minds_light=True) for name in exits]
    least, columns = min(far), _size(world)[0]
    here = int(y) // CELL * columns + int(x) // CELL
    found = []
    for name, metre in zip(exits, far, strict=True):
        weight = SURELY >> min(SURELY.bit_length() - 1, int((metre - least) / HALVES))
        steps = next_cells(world, name, minds_light=True)
        there = int(steps[here]) if 0 <= here < len(steps) else here
        ahead = (there % columns - here % columns) * vx + (there // columns - here // columns) * vy
        found.append(weight * (4 if ahead > GOES else 1 if ahead < 0.0 - GOES else 2))
    return found


def at_one(world: World, exits: tuple[str, ...], x: float, y: float) -> list[int] | None:
    """What a shadow or a sound of somebody says for each way out: whoever is about one of them is after that one. None = nothing."""
    found = []
    for name in exits:
        ex, ey, _ = world.spot(name)
        is_there = (ex - x) * (ex - x) + (ey - y) * (ey - y) < AT_ONE * AT_ONE
        found.append(AFTER_THAT if is_there else 1)
    return found if AFTER_THAT in found else None


def _size(world: World) -> tuple[int, int]:
    return (world.place.width + CELL - 1) // CELL, (world.place.height + CELL - 1) // CELL


def _field(world: World, name: str, minds_light: bool) -> list[int]:
    """The shortest way to a marker from every cell, row by row (Dijkstra)."""
    columns, rows = _size(world)
    free = free_cells(world.place, columns, rows).ravel().tolist()
    dear = _dear(world, columns, rows) if minds_light else [10] * (rows * columns)
    x, y, _ = world.spot(name)
    start, nearest = 0, 1.0e9
    for cell in range(rows * columns):
        dx, dy = cell % columns * CELL + CELL / 2.0 - x, cell // columns * CELL + CELL / 2.0 - y
        if free[cell] and dx * dx + dy * dy < nearest:
            start, nearest = cell, dx * dx + dy * dy
    far = [FAR] * (rows * columns)
    far[start] = 0
    heap = [(0, start)]
    while heap:
        cost, cell = heappop(heap)
        if cost > far[cell]:
            continue
        row, column = divmod(cell, columns)
        for dy, dx, step in _STEPS:
            r, c = row + dy, column + dx
            if not (0 <= r < rows and 0 <= c < columns):
                continue
            to = r * columns + c
            if not free[to] or (dx and dy and not (free[row * columns + c] and free[r * columns + column])):
                continue
            longer = cost + step * (dear[cell] + dear[to]) // 20
            if longer < far[to]:
                far[to] = longer
                heappush(heap, (longer, to))
    return far


def _dear(world: World, columns: int, rows: int) -> list[int]:
    """What a metre of each cell counts for, in tenths: the more light, the more."""
    place, field = world.place, world.place.light
    timed = {flight.group for flight in world.level.flights}
    always = tuple(group for group in field.group_names if group not in timed)
    usual, lit = (_light(field.levels(groups), place.width, place.height) for groups in (always, field.group_names))
    light = usual + (lit - usual) // BURNS
    cells = np.zeros((rows * CELL, columns * CELL), np.int64)
    cells[: place.height, : place.width] = light
    mean = cells.reshape(rows, CELL, columns, CELL).sum(axis=(1, 3)) // (CELL * CELL)
    dear = 10 + np.minimum(np.maximum(mean - DARK, 0) * 10 // DEAR, DEAREST * 10 - 10)
    made: list[int] = dear.ravel().tolist()
    return made


def _light(levels: bytes, width: int, height: int) -> np.ndarray:
    return np.frombuffer(levels, np.uint8).reshape(height, width).astype(np.int64)
