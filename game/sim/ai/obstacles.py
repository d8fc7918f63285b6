"""What is in a driver's way: how fast he may go for it, how much room there is before and behind, whether a lane is free.

Reads the world only; `steering` asks.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_near, vehicles_near
from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import Vehicle
from game.sim.input_frame import Button
from game.sim.physics import SOLID, VEHICLE
from game.sim.systems import boarding

if TYPE_CHECKING:
    from game.sim.world import World

GAP, GUARD_GAP = 2.2, 9.0
"""Metres left to what stands ahead; who carries money keeps room to turn."""
NUDGE = 2.0
"""Speed at which a car in the way is pushed, or passed by inches."""
CREEP_GAP = -1.8
PUSH_TICKS = 24


def room_ahead(world: World, vehicle: Vehicle, x: float, y: float, fx: float, fy: float, forward: float) -> float:
    """Metres before the bumper to the next wall, fence or post straight ahead of either headlight."""
    spec = world.vehicle_specs[vehicle.id]
    half, side = spec.length / 2.0, spec.width * 0.45
    reach = half + 2.0 + (forward * forward / 7.0 if forward > 0.0 else 0.0)
    best = 99.0
    for across in (side, -side):
        ax, ay = x - fy * across, y + fx * across
        hit = world.physics.first_hit(ax, ay, ax + fx * reach, ay + fy * reach, SOLID)
        if hit is not None:
            best = min(best, reach * hit[1] - half)
    return best


def room_behind(world: World, vehicle: Vehicle, x: float, y: float, fx: float, fy: float) -> float:
    """Metres behind the rear bumper to the next thing, 6 at most."""
    spec = world.vehicle_specs[vehicle.id]
    half = spec.length / 2.0
    best = 6.0
    for across in (spec.width * 0.4, -spec.width * 0.4):
        ax, ay = x - fy * across - fx * (half + 0.05), y + fx * across - fy * (half + 0.05)
        hit = world.physics.first_hit(ax, ay, ax - fx * 6.0, ay - fy * 6.0, SOLID | VEHICLE)
        if hit is not None and hit[0] != vehicle.id:
            best = min(best, 6.0 * hit[1])
    return best


def clear_speed(
    world: World,
    mind: Mind,
    vehicle: Vehicle,
    x: float,
    y: float,
    fx: float,
    fy: float,
    forward: float,
    timid: bool,
    ram: int,
) -> float:
    """The speed at which he can stop behind whatever is in his way."""
    physics = world.physics
    spec = world.vehicle_specs[vehicle.id]
    side = world.person(mind.id).side
    pushes = side == "crew" and mind.blocked_ticks > PUSH_TICKS
    keeps = GUARD_GAP if side == "guard" else GAP
    half = spec.length / 2.0
    reach = 5.0 + keeps + (forward if forward > 0.0 else 0.0) * 1.6
    best = 60.0
    for probe in (0.0, 12.0) if reach > 14.0 else (0.0,):
        for other in vehicles_near(world, x + fx * probe, y + fy * probe):
            if other == vehicle.id or other == ram:
                continue
            dx, dy = physics.x[other] - x, physics.y[other] - y
            along = dx * fx + dy * fy
            if along <= 0.0 or along > reach + 8.0:
                continue
            turned = from_radians(physics.angle[other]) - from_radians(physics.angle[vehicle.id])
            c, s = abs(COS[turned & 65535]), abs(SIN[turned & 65535])
            its = world.vehicle_specs[other]
            deep, broad = (its.length * c + its.width * s) / 2.0, (its.length * s + its.width * c) / 2.0
            across = dy * fx - dx * fy
            if abs(across) < broad + spec.width / 2.0 + 0.25:
                gap = along - deep - half - keeps
                its_forward = physics.vx[other] * fx + physics.vy[other] * fy
                allowed = sqrt(2.0 * 4.0 * gap) if gap > 0.0 else 0.0
                allowed += its_forward if its_forward > 0.0 else 0.0
                if allowed < NUDGE and (
                    pushes or (gap > CREEP_GAP and (mind.hands.move_x > 60 or mind.hands.move_x < -60))
                ):
                    allowed = NUDGE  # turning away from it, or in no mood to wait
                best = min(best, allowed)
    if timid:
        for probe in (half + 2.0, half + 6.0):
            for who in people_near(world, x + fx * probe, y + fy * probe, 3.5):
                dx, dy = physics.x[who] - x, physics.y[who] - y
                across = dy * fx - dx * fy
                along = dx * fx + dy * fy - half
                if abs(across) < spec.width / 2.0 + 0.6 and along > 0.0 and who != ram:
                    best = min(best, sqrt(2.0 * 4.0 * (along - 1.5)) if along > 1.5 else 0.0)
                    if along < 6.0 and (world.tick + vehicle.id) % 60 < 3:
                        mind.hands.buttons |= Button.HORN
    return best


def is_lane_free(world: World, vehicle: Vehicle, x: float, y: float, fx: float, fy: float) -> bool:
    """Whether a vehicle of this width could pass along a line beside its own: what decides if a block is one."""
    room = world.vehicle_specs[vehicle.id].width / 2.0 + 0.7
    for ahead in (3.0, 6.0, 9.0, 12.0):
        px, py = x + fx * ahead, y + fy * ahead
        if any(
            other != vehicle.id and boarding.gap(world, world.vehicles[other], px, py) < room
            for other in vehicles_near(world, px, py)
        ):
            return False
    return True


def is_taken(world: World, but: int, x: float, y: float) -> bool:
    for other in vehicles_near(world, x, y):
        dx, dy = world.physics.x[other] - x, world.physics.y[other] - y
        if other != but and dx * dx + dy * dy < 20.0:
            return True
    return False
