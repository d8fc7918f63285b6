"""What a driver does whose way is blocked, or lies behind him: a maneuver if one can be found, past on a free side, or back out.

Counts his patience in the mind; called by `steering` each moment he drives. Whoever carries money waits for help instead.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim import dice
from game.sim.ai import maneuver, obstacles
from game.sim.ai.mind import Mind
from game.sim.ai.pose import Pose
from game.sim.angles import direction
from game.sim.entities import Vehicle
from game.sim.physics import WALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.sim.world import World

REVERSE_TICKS = 75
BLOCKED_PATIENCE, HURRIED_PATIENCE = 100, 36
SWERVE_METRES = 3.3
SWERVE_TICKS = 110
GOAL_METRES = (9.0, 13.0, 17.0)
"""How far along his way the points lie that a maneuver may lead to: the nearest that is free."""


def goals_on(pose: Pose, points: Sequence[Point], index: int) -> list[maneuver.Goal]:
    """Points so many metres on, from where the vehicle stands to the next point of its way and along it, and its direction there."""
    goals: list[maneuver.Goal] = []
    ax, ay = pose.x, pose.y
    gone = 0.0
    for bx, by in points[index:]:
        length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        while len(goals) < len(GOAL_METRES) and gone + length >= GOAL_METRES[len(goals)]:
            share = (GOAL_METRES[len(goals)] - gone) / length
            goals.append((ax + (bx - ax) * share, ay + (by - ay) * share, direction(bx - ax, by - ay)))
        gone += length
        ax, ay = bx, by
        if len(goals) == len(GOAL_METRES):
            return goals
    goals.append((ax, ay, direction(ax - pose.x, ay - pose.y)))
    return goals


def turn_round(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, points: Sequence[Point], index: int) -> None:
    """His goal lies behind him, or his nose is against a wall."""
    if not vehicle.is_traffic and world.tick >= mind.maneuver_after and world.person(mind.id).side != "guard":
        maneuver.ask(world, mind, goals_on(pose, points, index))
    else:
        mind.reverse_until = world.tick + REVERSE_TICKS


def patience(
    world: World,
    mind: Mind,
    vehicle: Vehicle,
    pose: Pose,
    wanted: float,
    speed: float,
    points: Sequence[Point],
    index: int,
) -> None:
    """Counts how long he has been blocked (he would go at `speed`, may at `wanted`), and when that is too long acts."""
    if speed < 1.0 or pose.forward > 1.2 or (world.tick < mind.swerve_until and pose.forward > 0.5):
        mind.blocked_ticks = 0
        if pose.forward > 4.0:
            mind.tries = 0
        return
    mind.blocked_ticks += 6
    if mind.blocked_ticks >= (BLOCKED_PATIENCE if vehicle.is_traffic else HURRIED_PATIENCE):
        mind.blocked_ticks = 0
        mind.tries += 1
        is_wedged = wanted > 1.5 and pose.forward < 0.4
        if world.person(mind.id).side == "guard":
            _wait_for_help(world, mind, pose, is_wedged)
        else:
            _find_a_way(world, mind, pose, is_wedged, goals_on(pose, points, index))


def _wait_for_help(world: World, mind: Mind, pose: Pose, is_wedged: bool) -> None:
    """Who carries money stays where he is, as he was taught, unless a lane beside him is free."""
    if is_wedged:
        mind.reverse_until = world.tick + REVERSE_TICKS
        return
    free = [side for side in _free_sides(world, pose) if obstacles.is_lane_free(world, pose, side)]
    if free:
        _swerve(world, mind, free)


def _find_a_way(world: World, mind: Mind, pose: Pose, is_wedged: bool, goals: list[maneuver.Goal]) -> None:
    """A maneuver, if he has not just been told that there is none; else past on a free side, else back out."""
    if world.tick >= mind.maneuver_after:
        maneuver.ask(world, mind, goals)
        return
    free = _free_sides(world, pose)
    if free and not is_wedged and mind.tries % 3:
        _swerve(world, mind, free)
    else:
        mind.reverse_until = world.tick + REVERSE_TICKS
        mind.swerve = -mind.swerve if mind.swerve else SWERVE_METRES
        mind.swerve_until = world.tick + REVERSE_TICKS + SWERVE_TICKS


def _free_sides(world: World, pose: Pose) -> list[float]:
    """The sides on which there is neither a wall nor a vehicle a few metres on."""
    x, y, fx, fy = pose.x, pose.y, pose.fx, pose.fy
    free = []
    for side in (SWERVE_METRES, -SWERVE_METRES):
        sx, sy = x - fy * side, y + fx * side
        if world.physics.is_clear(sx, sy, sx + fx * 12.0, sy + fy * 12.0, WALL) and not obstacles.is_taken(
            world, pose.number, sx + fx * 6.0, sy + fy * 6.0
        ):
            free.append(side)
    return free


def _swerve(world: World, mind: Mind, free: list[float]) -> None:
    """A little back, then past on one of the free sides."""
    mind.swerve = free[dice.draw(world.setup.seed, mind.id, dice.Purpose.TRAFFIC, world.tick) % len(free)]
    mind.swerve_until = world.tick + SWERVE_TICKS
    mind.reverse_until = world.tick + REVERSE_TICKS // 2
