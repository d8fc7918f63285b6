"""Following a way in a hurry: past whoever is slower, on the side that is free, and back to the way.

Where nothing holds him up it is `steering.follow` with more trust in corners; else he steers by context (`ai/context.py`) for a point
farther on. Called by whoever chases or flees.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai import context, obstacles, steering
from game.sim.ai.mind import Mind
from game.sim.ai.pose import pose_of

if TYPE_CHECKING:
    from game.sim.entities import Vehicle
    from game.sim.world import World

HELD_UP = 0.75
"""Share of what he would go at under which whoever is ahead holds him up."""
AIM_METRES, AIM_SECONDS = 11.0, 0.9
NEAR_END = 14.0
TOO_TIGHT, FREE = 0.75, 0.4
"""Danger of the best way from which he waits, and under which he does not brake for what he is about to pass."""


def follow(
    world: World,
    mind: Mind,
    vehicle: Vehicle,
    points: Sequence[Point],
    speed: float,
    stops: bool = True,
    grip: float = steering.HOT_GRIP,
) -> bool:
    """As `steering.follow`; whether the end is reached."""
    pose = pose_of(world, vehicle.id)
    is_free = bool(mind.legs) or mind.is_waiting_for_maneuver or world.tick < mind.reverse_until
    if not is_free and _is_far_from(points[-1], pose.x, pose.y):
        limit = obstacles.clear_speed(world, mind, pose, True, -1)
        if limit < speed * HELD_UP and pose.forward > -0.5:
            x, y = _farther_on(
                points, mind.route_index, pose.x, pose.y, AIM_METRES + AIM_SECONDS * max(0.0, pose.forward)
            )
            choice = context.choose(world, pose, x, y)
            if choice.danger < TOO_TIGHT:
                _pass_points(mind, points, pose.x, pose.y)
                along = min(speed, choice.speed)
                steering.steer_to(world, mind, vehicle, choice.x, choice.y, along, is_free=choice.danger < FREE)
                return False
    return steering.follow(world, mind, points, speed, stops=stops, grip=grip)


def _is_far_from(point: Point, x: float, y: float) -> bool:
    return (point[0] - x) * (point[0] - x) + (point[1] - y) * (point[1] - y) > NEAR_END * NEAR_END


def _farther_on(points: Sequence[Point], index: int, x: float, y: float, metres: float) -> Point:
    """The point of a way so many metres on."""
    for px, py in points[index:]:
        length = sqrt((px - x) * (px - x) + (py - y) * (py - y))
        if length >= metres:
            share = metres / length
            return x + (px - x) * share, y + (py - y) * share
        metres -= length
        x, y = px, py
    return x, y


def _pass_points(mind: Mind, points: Sequence[Point], x: float, y: float) -> None:
    """Points he has come past beside the way count as reached."""
    while mind.route_index < len(points) - 1:
        (px, py), (nx, ny) = points[mind.route_index], points[mind.route_index + 1]
        dx, dy = px - x, py - y
        if dx * dx + dy * dy < 64.0 or (
            (nx - px) * (x - px) + (ny - py) * (y - py) > 0.0 and dx * dx + dy * dy < 400.0
        ):
            mind.route_index += 1
        else:
            return
