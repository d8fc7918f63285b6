"""The lanes as a graph: the next lane, the way from here to there, whether a signal is green. Derived from the level."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.content.level import Lane, Point
from game.sim import dice

if TYPE_CHECKING:
    from game.sim.world import World


WRONG_WAY = 900.0
"""Square metres by which a lane that runs the other way counts as farther off."""
SAME = 4.0
"""Square metres within which two points of a way are one: lanes are joined where one begins within two metres of another's end."""
ALLEY_SPEED = 6.0
"""Lanes slower than this are alleys, which nobody drives through who has another way."""


class Spot(NamedTuple):
    """A place on a lane."""

    lane: int
    """-1 = there are no lanes."""
    point: int
    """Index of the lane's next point from there."""
    x: float
    y: float


def nearest(world: World, x: float, y: float, dx: float = 0.0, dy: float = 0.0) -> Spot:
    """The spot of a lane nearest to a place, of those lanes that run along (dx, dy) if that is given."""
    place = world.place
    if not place.lane_pieces:
        return Spot(-1, 0, x, y)
    ax, ay, ux, uy = place.lane_columns
    square = ux * ux + uy * uy
    share = ((x - ax) * ux + (y - ay) * uy) / np.where(square > 0.0, square, 1.0)
    share = np.where(square > 0.0, np.minimum(np.maximum(share, 0.0), 1.0), 0.0)
    px, py = ax + ux * share, ay + uy * share
    far = (px - x) * (px - x) + (py - y) * (py - y)
    if dx != 0.0 or dy != 0.0:
        far = np.where(dx * ux + dy * uy < 0.0, far + WRONG_WAY, far)
    index = int(far.argmin())
    piece = place.lane_pieces[index]
    return Spot(piece.lane, piece.end, float(px[index]), float(py[index]))


def way(world: World, x: float, y: float, dx: float, dy: float, tx: float, ty: float) -> list[Point]:
    """Points of the lanes that lead from a place (heading dx, dy) to the spot of them nearest to a goal; empty if none does."""
    lanes, lengths = world.level.lanes, world.place.lane_lengths
    start, goal = nearest(world, x, y, dx, dy), nearest(world, tx, ty)
    if start.lane < 0:
        return []
    is_ahead = (goal.point, (goal.x - x) * dx + (goal.y - y) * dy > 0.0) >= (start.point, True)
    cost = {start.lane: 0.0}
    came: dict[int, int] = {}
    heap = [(0.0, start.lane)]
    while heap:
        spent, number = heappop(heap)
        if number == goal.lane and (number != start.lane or is_ahead):
            break
        if spent > cost[number]:
            continue
        for other in lanes[number].follows:
            new = spent + lengths[other]
            if new < cost.get(other, 1e18):
                cost[other] = new
                came[other] = number
                heappush(heap, (new, other))
    if goal.lane not in cost:
        return []
    chain = [goal.lane]
    while chain[-1] in came and chain[-1] != start.lane:
        chain.append(came[chain[-1]])
    chain.reverse()
    points: list[Point] = []
    for number in chain:
        first = start.point if number == start.lane else 0
        last = goal.point if number == goal.lane else len(lanes[number].points)
        for px, py in lanes[number].points[first:last]:
            _append(points, px, py)
    _append(points, goal.x, goal.y)
    return points


def _append(points: list[Point], x: float, y: float) -> None:
    """One more point of a way; a lane begins where the one before it ends, and nobody turns a corner on the spot."""
    if points and (points[-1][0] - x) * (points[-1][0] - x) + (points[-1][1] - y) * (points[-1][1] - y) < SAME:
        points.pop()
    points.append((x, y))


def choose_next(world: World, who: int, lane: int) -> int:
    """The lane a driver takes at the end of one; -1 at the edge of the map."""
    lanes = world.level.lanes
    follows = [other for other in lanes[lane].follows if _leads_on(lanes, other)] or list(lanes[lane].follows)
    if not follows:
        return -1
    shut = world.mission.closed_lanes
    if shut:
        follows = [other for other in follows if other not in shut] or follows
    return follows[dice.draw(world.setup.seed, who, dice.Purpose.TRAFFIC, lane, world.minds[who].count) % len(follows)]


def _leads_on(lanes: tuple[Lane, ...], number: int) -> bool:
    """Whether a lane is a street, or a turn into one."""
    lane = lanes[number]
    return (
        lane.speed > ALLEY_SPEED or not lane.follows or any(lanes[other].speed > ALLEY_SPEED for other in lane.follows)
    )


def is_green(world: World, name: str) -> bool:
    """Whether a signal shows green now."""
    for signal in world.level.signals:
        if signal.name == name:
            cycle = int(signal.cycle_seconds * 60)
            return (world.tick + int(signal.offset_seconds * 60)) % cycle < int(signal.green_seconds * 60)
    return True
