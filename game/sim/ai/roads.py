"""The lanes as a graph: the next lane, the way from here to there, whether a signal is green. Derived from the level."""

from __future__ import annotations

from heapq import heappop, heappush
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Lane, Point
from game.sim import dice

if TYPE_CHECKING:
    from game.sim.world import World


ALLEY_SPEED = 6.0
"""Lanes slower than this are alleys, which nobody drives through who has another way."""


def length(lane: Lane) -> float:
    """Metres from its start to its end."""
    total = 0.0
    for (ax, ay), (bx, by) in zip(lane.points, lane.points[1:], strict=False):
        total += sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    return total


def nearest(world: World, x: float, y: float, dx: float = 0.0, dy: float = 0.0) -> tuple[int, int]:
    """The lane and the index of its point nearest to a place, of those that run along (dx, dy) if that is given; (-1, 0) = none."""
    best, lane, point = 1e18, -1, 0
    for px, py, ax, ay, number, index in world.place.lane_points:
        far = (px - x) * (px - x)
        if far < best:
            far += (py - y) * (py - y)
            if far < best:
                if dx * ax + dy * ay < 0.0:
                    far += 900.0
                if far < best:
                    best, lane, point = far, number, index
    return lane, point


def way(world: World, x: float, y: float, dx: float, dy: float, tx: float, ty: float) -> list[Point]:
    """Points of the lanes that lead from a place (heading dx, dy) to the lane nearest to a goal; empty if none does."""
    lanes = world.level.lanes
    start, index = nearest(world, x, y, dx, dy)
    goal, goal_index = nearest(world, tx, ty)
    if start < 0:
        return []
    cost = {start: 0.0}
    came: dict[int, int] = {}
    heap = [(0.0, start)]
    while heap:
        spent, number = heappop(heap)
        if number == goal and (number != start or goal_index >= index):
            break
        if spent > cost[number]:
            continue
        for other in lanes[number].follows:
            new = spent + length(lanes[other])
            if new < cost.get(other, 1e18):
                cost[other] = new
                came[other] = number
                heappush(heap, (new, other))
    if goal not in cost:
        return []
    chain = [goal]
    while chain[-1] in came and chain[-1] != start:
        chain.append(came[chain[-1]])
    chain.reverse()
    points: list[Point] = []
    for number in chain:
        first = index if number == start else 0
        last = goal_index + 1 if number == goal else len(lanes[number].points)
        points.extend(lanes[number].points[first:last])
    return points


def choose_next(world: World, who: int, lane: int) -> int:
    """The lane a driver takes at the end of one; -1 at the edge of the map."""
    lanes = world.level.lanes
    follows = [other for other in lanes[lane].follows if _leads_on(lanes, other)] or list(lanes[lane].follows)
    if not follows:
        return -1
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


def entries(world: World) -> list[int]:
    """Lanes into which nothing leads: where traffic enters the map."""
    led_to = sorted({number for lane in world.level.lanes for number in lane.follows})
    return [number for number in range(len(world.level.lanes)) if number not in led_to]
