"""What is in a driver's way: how fast he may go for it, how much room there is before and behind, whether a lane is free.

Reads the world only; `steering` asks.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_around, vehicles_near
from game.sim.ai.pose import Pose
from game.sim.angles import COS, SIN, from_radians
from game.sim.input_frame import Button
from game.sim.physics import SOLID, VEHICLE
from game.sim.systems import boarding

if TYPE_CHECKING:
    from game.sim.world import World

GAP, GUARD_GAP = 2.2, 9.0
"""Metres left to what stands ahead; who carries money keeps room to turn."""
CLEAR = 99.0
"""Metres that are as good as endless room."""
RAM_NEAR = 8.0
"""Metres before the vehicle he means to ram from which on nothing is braked for any more."""
NUDGE = 2.0
"""Speed at which a car in the way is pushed, or passed by inches."""
CREEP_GAP = -1.8
PUSH_TICKS = 24
NEAR_AHEAD, FAR_AHEAD = 9.0, 16.0
"""Metres before the bumper in which a driver looks for people."""
FAST = 8.0
"""Metres a second from which he looks farther ahead."""
OWN_AHEAD = ((12.0, 26.0), (20.0, 46.0), (24.0, 62.0))
"""From which speed (m/s) he looks for people of his own side about which point (m before the bumper): he needs that to stop for them."""


def room_ahead(world: World, pose: Pose) -> float:
    """Metres before the bumper to the next wall, fence or post straight ahead of either headlight."""
    fx, fy, forward = pose.fx, pose.fy, pose.forward
    half, side = pose.spec.length / 2.0, pose.spec.width * 0.45
    reach = half + 2.0 + (forward * forward / 7.0 if forward > 0.0 else 0.0)
    best = 99.0
    for across in (side, -side):
        ax, ay = pose.x - fy * across, pose.y + fx * across
        hit = world.physics.first_hit(ax, ay, ax + fx * reach, ay + fy * reach, SOLID)
        if hit is not None:
            best = min(best, reach * hit[1] - half)
    return _room_to_posts(world, pose, 1.0, best)


def _room_to_posts(world: World, pose: Pose, way: float, best: float) -> float:
    """The room to the nearest post that stands in the way, ahead (`way` 1) or behind (-1), if it is less than `best`."""
    half, side = pose.spec.length / 2.0, pose.spec.width / 2.0
    for px, py, radius in world.place.posts_near(pose.x, pose.y):
        dx, dy = px - pose.x, py - pose.y
        room = (dx * pose.fx + dy * pose.fy) * way - radius - half
        if -1.0 < room < best and -side - radius < dy * pose.fx - dx * pose.fy < side + radius:
            best = room
    return best


def room_behind(world: World, pose: Pose) -> float:
    """Metres behind the rear bumper to the next thing, 6 at most."""
    fx, fy = pose.fx, pose.fy
    half = pose.spec.length / 2.0
    best = 6.0
    for across in (pose.spec.width * 0.4, -pose.spec.width * 0.4):
        ax, ay = pose.x - fy * across - fx * (half + 0.05), pose.y + fx * across - fy * (half + 0.05)
        hit = world.physics.first_hit(ax, ay, ax - fx * 6.0, ay - fy * 6.0, SOLID | VEHICLE)
        if hit is not None and hit[0] != pose.number:
            best = min(best, 6.0 * hit[1])
    return _room_to_posts(world, pose, -1.0, best)


def to_the_blow(world: World, pose: Pose, ram: int) -> float:
    """Metres ahead up to which whoever rams a vehicle heeds what is in his way: what stands by it or behind it is where he wants to go."""
    if ram < 0:
        return CLEAR
    dx, dy = world.physics.x[ram] - pose.x, world.physics.y[ram] - pose.y
    return sqrt(dx * dx + dy * dy) - (pose.spec.length + world.vehicle_specs[ram].width) / 2.0 - RAM_NEAR


def clear_speed(world: World, mind: Mind, pose: Pose, timid: bool, ram: int) -> float:
    """The speed at which he can stop behind whatever is in his way."""
    side = world.person(mind.id).side
    keeps = GUARD_GAP if side == "guard" else GAP
    forward = pose.forward if pose.forward > 0.0 else 0.0
    reach = 13.0 + keeps + forward * 1.6
    pushes = side == "crew" and mind.blocked_ticks > PUSH_TICKS
    turns = mind.hands.move_x > 60 or mind.hands.move_x < -60
    best, heeds = 60.0, to_the_blow(world, pose, ram)
    for probe in (0.0, 12.0) if reach > 22.0 else (0.0,):
        for other in vehicles_near(world, pose.x + pose.fx * probe, pose.y + pose.fy * probe):
            if other != pose.number and other != ram:
                gap, its_forward = _gap_to(world, pose, other, reach)
                if gap < heeds:
                    allowed = sqrt(2.0 * 4.0 * (gap - keeps)) if gap > keeps else 0.0
                    allowed += its_forward if its_forward > 0.0 else 0.0
                    if allowed < NUDGE and (pushes or (turns and gap - keeps > CREEP_GAP)):
                        allowed = NUDGE  # turning away from it, or in no mood to wait
                    if allowed < best:
                        best = allowed
    return _clear_of_people(world, mind, pose, ram, best) if timid else best


def _gap_to(world: World, pose: Pose, other: int, reach: float) -> tuple[float, float]:
    """Metres from bumper to another vehicle that stands or drives in the way, and its speed along it; 99 = not in the way."""
    physics = world.physics
    dx, dy = physics.x[other] - pose.x, physics.y[other] - pose.y
    along = dx * pose.fx + dy * pose.fy
    if along <= 0.0 or along > reach:
        return 99.0, 0.0
    its, half_width = world.vehicle_specs[other], pose.spec.width / 2.0 + 0.25
    across = dy * pose.fx - dx * pose.fy
    across = across if across >= 0.0 else -across
    if across >= half_width + (its.length + its.width) / 2.0:
        return 99.0, 0.0
    turned = (from_radians(physics.angle[other]) - pose.heading) & 65535
    c, s = abs(COS[turned]), abs(SIN[turned])
    if across >= half_width + (its.length * s + its.width * c) / 2.0:
        return 99.0, 0.0
    gap = along - (its.length * c + its.width * s) / 2.0 - pose.spec.length / 2.0
    return gap, physics.vx[other] * pose.fx + physics.vy[other] * pose.fy


def _clear_of_people(world: World, mind: Mind, pose: Pose, ram: int, best: float) -> float:
    """The speed at which he can stop before whoever is on foot in front of him; a horn for those who dawdle."""
    physics = world.physics
    half, side = pose.spec.length / 2.0, pose.spec.width / 2.0 + 0.6
    reach = FAR_AHEAD if pose.forward > FAST else NEAR_AHEAD
    middle = half + reach / 2.0
    for who in people_around(world, pose.x + pose.fx * middle, pose.y + pose.fy * middle):
        dx, dy = physics.x[who] - pose.x, physics.y[who] - pose.y
        along = dx * pose.fx + dy * pose.fy - half
        if 0.0 < along < reach and -side < dy * pose.fx - dx * pose.fy < side and who != ram:
            best = min(best, sqrt(2.0 * 4.0 * (along - 1.5)) if along > 1.5 else 0.0)
            if along < 6.0 and (world.tick + pose.number) % 60 < 3:
                mind.hands.buttons |= Button.HORN
    return _clear_of_own(world, mind, pose, best) if pose.forward > OWN_AHEAD[0][0] else best


def _clear_of_own(world: World, mind: Mind, pose: Pose, best: float) -> float:
    """The speed at which he can stop before somebody of his own side farther down the road: friends are not honked out of the way."""
    physics, own = world.physics, world.person(mind.id).side
    half, side = pose.spec.length / 2.0, pose.spec.width / 2.0 + 0.6
    if own == "civilian":
        return best
    for fast, ahead in OWN_AHEAD:
        if pose.forward <= fast:
            break
        middle = half + ahead
        for who in people_around(world, pose.x + pose.fx * middle, pose.y + pose.fy * middle):
            dx, dy = physics.x[who] - pose.x, physics.y[who] - pose.y
            along = dx * pose.fx + dy * pose.fy - half
            if along > 1.5 and -side < dy * pose.fx - dx * pose.fy < side and world.person(who).side == own:
                best = min(best, sqrt(2.0 * 4.0 * (along - 1.5)))
    return best


def is_lane_free(world: World, pose: Pose, across: float) -> bool:
    """Whether a vehicle of this width could pass along a line so far beside its own: what decides if a block is one."""
    room = pose.spec.width / 2.0 + 0.7
    x, y = pose.x - pose.fy * across, pose.y + pose.fx * across
    for ahead in (3.0, 6.0, 9.0, 12.0):
        px, py = x + pose.fx * ahead, y + pose.fy * ahead
        if any(
            other != pose.number and boarding.gap(world, world.vehicles[other], px, py) < room
            for other in vehicles_near(world, px, py)
        ):
            return False
    return True


def is_taken(world: World, but: int, x: float, y: float) -> bool:
    """Whether another vehicle stands at a point."""
    for other in vehicles_near(world, x, y):
        dx, dy = world.physics.x[other] - x, world.physics.y[other] - y
        if other != but and dx * dx + dy * dy < 20.0:
            return True
    return False
