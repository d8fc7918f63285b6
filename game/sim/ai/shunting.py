"""Driving the legs of a maneuver: wheel over at a stand, gently to the end of the leg, the next gear.

Called by `steering` while a mind has legs to drive; writes hands and the mind's legs only.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai import obstacles
from game.sim.ai.maneuver import LOCK_SHARE
from game.sim.ai.mind import Mind
from game.sim.ai.pose import Pose
from game.sim.entities import Vehicle
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

FORWARD_SPEED, REVERSE_SPEED = 3.4, 2.6
HOT_FORWARD, HOT_REVERSE = 6.0, 4.4
"""Of whoever has a part in a pursuit: he turns round as one who has learnt it."""
WHEEL_NEAR = 1500.0
"""65,536ths of a turn by which the front wheels may still be off before he lets the brake go."""
NEAR_END = 0.25
PUSHED_AGAINST = 42
"""Ticks at a stand, with the gas down, after which the plan is given up."""
ROOM_BEHIND = 0.35


def drive(world: World, mind: Mind, vehicle: Vehicle, pose: Pose) -> bool:
    """One moment of the leg under way; False when there is none left, or it cannot be driven as planned."""
    gone = pose.forward if pose.forward >= 0.0 else -pose.forward
    gear, wheel, left = mind.legs[0]
    if pose.forward * gear > 0.0:
        left -= gone * (world.tick - mind.leg_tick) / 60.0
    mind.leg_tick = world.tick
    if left < NEAR_END:
        mind.legs.pop(0)
        mind.blocked_ticks = 0
        if not mind.legs:
            mind.tries = 0
            return False
        gear, wheel, left = mind.legs[0]
    mind.legs[0] = (gear, wheel, left)
    hands = mind.hands
    hands.aim = pose.heading
    hands.move_x = int(127 * LOCK_SHARE) * wheel
    if pose.forward * gear < -0.3:
        hands.move_y = 110 if pose.forward > 0.0 else -110  # still rolling the other way
        return True
    off = vehicle.wheel_angle - hands.move_x * world.chassis[vehicle.id].lock
    if gone < 0.6 and (off > WHEEL_NEAR or off < -WHEEL_NEAR):
        hands.move_y = 0
        hands.buttons |= Button.HANDBRAKE
        return True
    if world.tick > mind.legs_until or _is_blocked(world, mind, pose, gear, gone):
        mind.legs.clear()
        mind.maneuver_after = world.tick + 30
        return False
    _pedals(world, mind, pose, gear, left)
    return True


def _is_blocked(world: World, mind: Mind, pose: Pose, gear: int, gone: float) -> bool:
    if gear < 0 and obstacles.room_behind(world, pose) < ROOM_BEHIND:
        return True
    mind.blocked_ticks = mind.blocked_ticks + 6 if gone < 0.15 else 0
    return mind.blocked_ticks > PUSHED_AGAINST


def _pedals(world: World, mind: Mind, pose: Pose, gear: int, left: float) -> None:
    is_last = len(mind.legs) == 1
    slow = 60.0 if is_last and gear > 0 else sqrt(2.0 * 1.8 * left) + 0.4
    if gear > 0:
        wanted = min(
            HOT_FORWARD if mind.role else FORWARD_SPEED,
            slow,
            max(1.0, obstacles.clear_speed(world, mind, pose, True, -1)),
        )
        more = (wanted - pose.forward) * 50.0
        mind.hands.move_y = -127 if more > 127.0 else 127 if more < -127.0 else -int(more)
    else:
        more = (min(HOT_REVERSE if mind.role else REVERSE_SPEED, slow) + pose.forward) * 60.0
        mind.hands.move_y = 127 if more > 92.0 else int(more) + 35 if more > 0.0 else -40
