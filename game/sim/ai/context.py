"""Context steering: of the ways a driver could go now, the one that leads where he wants to go among those that are free.

Fifteen slots either side of the nose, each with its interest (how nearly it points at the goal) and its danger (how soon a wall, a post,
another vehicle or somebody on foot is in it); the best of the least dangerous is taken, and how far it is free says how fast
(reference: gameplay 2.14). Reads the world only; `behaviours/chase` asks.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai.neighbours import people_around, vehicles_near
from game.sim.ai.pose import Pose
from game.sim.angles import COS, SIN, direction, turn
from game.sim.physics import SOLID

if TYPE_CHECKING:
    from game.sim.world import World

SLOT = 1820
"""Ten degrees of a turn between two slots."""
SLOTS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7)
NEAR, SECONDS = 7.0, 1.1
"""He looks so many metres ahead, and as far as he comes in so many seconds."""
SOON = 0.6
"""Seconds after which another vehicle is reckoned to be where it will be."""
SIDE_ROOM, PERSON_ROOM = 0.7, 0.9
TIE = 0.12
"""Danger by which two slots count as equally free."""
EASE = 0.2
"""How little danger a slot has that is not looked past."""
BRAKING = 4.5


class Choice(NamedTuple):
    """Where to steer for and how fast one may go there."""

    x: float
    y: float
    speed: float
    danger: float


def choose(world: World, pose: Pose, tx: float, ty: float, ignored: int = -1) -> Choice:
    """The way towards (tx, ty); `ignored` is the vehicle that is not kept clear of (the one that is hunted)."""
    dx, dy = tx - pose.x, ty - pose.y
    far = sqrt(dx * dx + dy * dy)
    forward = pose.forward if pose.forward > 0.0 else 0.0
    reach = min(NEAR + SECONDS * forward, max(NEAR, far))
    wanted = turn(pose.heading, direction(dx, dy))
    obstacles = _obstacles(world, pose, ignored, reach + pose.spec.length)
    order = sorted(SLOTS, key=lambda slot: (abs(slot * SLOT - wanted), slot))
    best: tuple[float, float, int] | None = None
    for rank, slot in enumerate(order):
        danger = _danger(world, pose, slot * SLOT, reach, obstacles)
        if best is None or danger < best[0] - TIE:
            best = (danger, rank, slot)
        if danger < EASE:
            break  # the others lead farther from where he wants to go
    assert best is not None
    danger, first, slot = best
    if first == 0:
        free = reach * (1.0 - danger)
        return Choice(tx, ty, _speed(free) if danger > EASE else 60.0, danger)
    heading = (pose.heading + slot * SLOT) & 65535
    ahead = min(far, reach) if far > 4.0 else 4.0
    speed = _speed(reach * (1.0 - danger)) if danger > EASE else 60.0
    return Choice(pose.x + COS[heading] * ahead, pose.y + SIN[heading] * ahead, speed, danger)


def _speed(free: float) -> float:
    return max(2.5, sqrt(2.0 * BRAKING * free))


def _obstacles(world: World, pose: Pose, ignored: int, reach: float) -> list[tuple[float, float, float]]:
    """What moves or stands near: where it will be in a moment, relative to the vehicle, and half its width."""
    found: list[tuple[float, float, float]] = []
    physics = world.physics
    numbers: list[int] = []
    for ahead in (0.0, 12.0):
        for number in vehicles_near(world, pose.x + pose.fx * ahead, pose.y + pose.fy * ahead):
            if number != pose.number and number != ignored and number not in numbers:
                numbers.append(number)
    vx, vy = physics.vx[pose.number], physics.vy[pose.number]
    for number in numbers:
        spec = world.vehicle_specs[number]
        rx = physics.x[number] - pose.x + (physics.vx[number] - vx) * SOON * 0.5
        ry = physics.y[number] - pose.y + (physics.vy[number] - vy) * SOON * 0.5
        if rx * rx + ry * ry < (reach + spec.length) * (reach + spec.length):
            found.append((rx, ry, (spec.width + spec.length * 0.35) / 2.0 + SIDE_ROOM * 0.5))
    middle = pose.spec.length / 2.0 + 6.0
    for who in people_around(world, pose.x + pose.fx * middle, pose.y + pose.fy * middle):
        found.append((physics.x[who] - pose.x, physics.y[who] - pose.y, PERSON_ROOM * 0.5))
    for px, py, radius in world.place.posts_near(pose.x, pose.y):
        found.append((px - pose.x, py - pose.y, radius + 0.1))
    return found


def _danger(world: World, pose: Pose, aside: int, reach: float, obstacles: list[tuple[float, float, float]]) -> float:
    """0 = free as far as he looks, 1 = at the bumper."""
    heading = (pose.heading + aside) & 65535
    ux, uy = COS[heading], SIN[heading]
    half, side = pose.spec.length / 2.0, pose.spec.width / 2.0
    free = reach
    for across in (side, -side):
        ax, ay = pose.x - uy * across, pose.y + ux * across
        hit = world.physics.first_hit(ax, ay, ax + ux * (half + reach), ay + uy * (half + reach), SOLID)
        if hit is not None:
            free = min(free, (half + reach) * hit[1] - half)
    for rx, ry, room in obstacles:
        along = rx * ux + ry * uy - half - room
        if -half < along < free:
            across = ry * ux - rx * uy
            if -side - room < across < side + room:
                free = along
    free = free if free > 0.0 else 0.0
    return 1.0 - free / reach
