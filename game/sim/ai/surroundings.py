"""What is solid round a vehicle, on a grid of half metres: walls, and other vehicles that stand.

Made when a driver begins to think about a maneuver; owns no state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.ai.pose import Pose, pose_of

if TYPE_CHECKING:
    from game.sim.world import World

HALF = 48
"""Cells from the middle of the ground looked at to its edge."""
SIDE = 2 * HALF
CELLS_A_METRE = 2
STANDS = 1.0
"""Metres a second under which a vehicle counts as standing."""
NEAR = 26.0


def solid_around(world: World, pose: Pose, left: float, top: float) -> bytearray:
    """What is solid round a vehicle: walls from the place's grid, and vehicles that stand."""
    place = world.place
    solid = bytearray(SIDE * SIDE)
    span = SIDE // CELLS_A_METRE
    column = int(left)
    for row in range(span):
        y = int(top) + row
        if not (0 <= y < place.height) or column < 0 or column + span > place.width:
            cells = bytes(1 if place.is_blocked(column + k + 0.5, y + 0.5) else 0 for k in range(span))
        else:
            cells = place.blocked[y * place.width + column : y * place.width + column + span]
        if any(cells):
            for at in (2 * row * SIDE, (2 * row + 1) * SIDE):
                solid[at : at + SIDE : 2] = cells
                solid[at + 1 : at + SIDE : 2] = cells
    for vehicle in world.vehicles:
        number = vehicle.id
        if number == pose.number or vehicle.is_absent or world.speed(number) > STANDS:
            continue
        if abs(world.physics.x[number] - pose.x) < NEAR and abs(world.physics.y[number] - pose.y) < NEAR:
            _mark_vehicle(world, number, solid, left, top)
    return solid


def _mark_vehicle(world: World, number: int, solid: bytearray, left: float, top: float) -> None:
    """Marks the cells under a vehicle's outline."""
    other = pose_of(world, number)
    half_length, half_width = other.spec.length / 2.0, other.spec.width / 2.0
    bound = half_length + half_width
    x, y = other.x - left, other.y - top
    first_row, last_row = max(0, int((y - bound) * 2)), min(SIDE, int((y + bound) * 2) + 1)
    first, last = max(0, int((x - bound) * 2)), min(SIDE, int((x + bound) * 2) + 1)
    if first_row >= last_row or first >= last:
        return
    dx = (np.arange(first, last) + 0.5) / 2.0 - x
    dy = ((np.arange(first_row, last_row) + 0.5) / 2.0 - y)[:, None]
    along, across = dx * other.fx + dy * other.fy, dy * other.fx - dx * other.fy
    under = (-half_length < along) & (along < half_length) & (-half_width < across) & (across < half_width)
    cells = np.frombuffer(solid, dtype=np.uint8).reshape(SIDE, SIDE)
    cells[first_row:last_row, first:last] |= under.astype(np.uint8)


def near_posts(posts: list[tuple[float, float, float]], left: float, top: float, metres: float) -> bytes:
    """One byte a cell: 0 where no post stands within so many metres along either axis."""
    cells = np.zeros((SIDE, SIDE), dtype=np.uint8)
    far = int(metres * CELLS_A_METRE) + 2
    for x, y, _ in posts:
        column, row = int((x - left) * CELLS_A_METRE), int((y - top) * CELLS_A_METRE)
        cells[max(0, row - far) : max(0, row + far + 1), max(0, column - far) : max(0, column + far + 1)] = 1
    return cells.tobytes()


def near_cells(solid: bytearray, metres: float) -> bytes:
    """One byte a cell: 0 where nothing solid lies within so many metres along either axis, so that nobody need look closer."""
    cells = np.frombuffer(solid, dtype=np.uint8).reshape(SIDE, SIDE).astype(np.int32)
    far = int(metres * CELLS_A_METRE) + 2
    sums = np.pad(cells, ((far + 1, far), (far + 1, far))).cumsum(axis=0).cumsum(axis=1)
    width = 2 * far + 1
    inside = sums[width:, width:] - sums[:-width, width:] - sums[width:, :-width] + sums[:-width, :-width]
    return bytes((inside > 0).astype(np.uint8))
