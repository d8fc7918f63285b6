"""Wheels of a mind: follow a way of points, slow for corners, brake for what is ahead, go round what will not move, back out.

Writes hands only: in a vehicle `move_x` steers and `move_y` is gas (negative) or brake (positive).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai import blocked, obstacles, shunting
from game.sim.ai.mind import Mind
from game.sim.ai.pose import Pose, pose_of
from game.sim.angles import COS, SIN, UNITS_PER_RADIAN, direction, from_radians, turn
from game.sim.entities import Vehicle
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

LOOK_AHEAD, LOOK_AHEAD_SECONDS = 4.5, 0.38
LANE_AHEAD, LANE_AHEAD_SECONDS = 8.0, 0.5
CORNER_BRAKE = 5.0
CORNER_GRIP = 4.2
HOT_GRIP = 6.2
"""Sideways acceleration, m/s^2, a driver trusts a corner with; and in a pursuit, whoever flees or chases."""
GENTLE = 900
"""65,536ths of a turn under which a bend is none."""
LONGEST_ARC = 9.0
"""Metres over which he spreads the turn of a sharp corner: the radius is arc over angle."""
BRAKE_GAIN = 60.0
"""Brake, of 127, for each metre a second he is too fast."""
STEER_GAIN = 90
"""65,536ths of heading error to one unit of the steering wheel."""
BEHIND = 15000
"""82 degrees: a goal farther aside is reached sooner in reverse."""
BUMPER_ROOM = 0.9


def vehicle_of(world: World, mind: Mind) -> Vehicle | None:
    """The vehicle he sits at the wheel of."""
    person = world.person(mind.id)
    return world.vehicles[person.vehicle] if person.vehicle >= 0 and person.seat == 0 else None


def halt(world: World, mind: Mind) -> None:
    """Brakes to a standstill and stays there (the brake at a standstill would be reverse gear)."""
    vehicle = vehicle_of(world, mind)
    mind.hands.move_x = 0
    if vehicle is not None and world.speed(vehicle.id) > 1.0 and forward_speed(world, vehicle) > 0.5:
        mind.hands.move_y = 100
    else:
        mind.hands.move_y = 0
        mind.hands.buttons |= Button.HANDBRAKE


def forward_speed(world: World, vehicle: Vehicle) -> float:
    """Metres a second along its nose."""
    heading = from_radians(world.physics.angle[vehicle.id])
    return world.physics.vx[vehicle.id] * COS[heading] + world.physics.vy[vehicle.id] * SIN[heading]


def follow(
    world: World,
    mind: Mind,
    points: Sequence[Point],
    speed: float,
    stops: bool = True,
    timid: bool = True,
    ram: int = -1,
    limits: Sequence[float] | None = None,
    grip: float = CORNER_GRIP,
) -> bool:
    """Drives along points from `mind.route_index` on; whether the end is reached.

    `timid` brakes for people; `ram` names the one vehicle (EntityId) that is not braked for; `limits`, where they are known, are
    the speeds (m/s) at which each point may be passed for the corners that follow (`corner_limits`); `grip` is what he trusts corners with.
    """
    vehicle = vehicle_of(world, mind)
    if vehicle is None:
        return False
    pose = pose_of(world, vehicle.id)
    x, y, forward = pose.x, pose.y, pose.forward
    ahead = LOOK_AHEAD + LOOK_AHEAD_SECONDS * (forward if forward > 0.0 else 0.0)
    index = _advance_index(mind, points, x, y, ahead)
    last = len(points) - 1
    ex, ey = points[last]
    left = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    if index >= last and _is_over(points, x, y, left, ahead, stops):
        if stops:
            halt(world, mind)
        return not stops or abs(forward) < 0.6
    if limits is None:
        wanted = min(speed, _corner_speed(points, index, x, y, ahead, grip))
    else:
        wanted = min(speed, _speed_before(limits[index], points[index], x, y, ahead))
    if stops and index >= last:
        wanted = min(wanted, sqrt(2.0 * 3.5 * left) if left > 0.0 else 0.0)
    _steer(world, mind, vehicle, pose, points, index, wanted, timid, ram)
    return False


def _is_over(points: Sequence[Point], x: float, y: float, left: float, ahead: float, stops: bool) -> bool:
    """Whether the end is reached: near it when he drives on, at it or past it when he stops there."""
    if not stops:
        return left < ahead
    if left < 1.0:
        return True
    ex, ey = points[-1]
    px, py = points[-2] if len(points) > 1 else (x, y)
    return left < 6.0 and (ex - px) * (x - ex) + (ey - py) * (y - ey) > 0.0


def _advance_index(mind: Mind, points: Sequence[Point], x: float, y: float, ahead: float) -> int:
    index = mind.route_index
    last = len(points) - 1
    while index < last:
        px, py = points[index]
        far = (px - x) * (px - x) + (py - y) * (py - y)
        nx, ny = points[index + 1]
        passed = (nx - px) * (x - px) + (ny - py) * (y - py) > 0.0 and far < 400.0
        if far < ahead * ahead or passed:
            index += 1
        else:
            break
    mind.route_index = index
    return index


def _corner_speed(points: Sequence[Point], index: int, x: float, y: float, ahead: float, grip: float) -> float:
    """The speed from which he can still slow down for the corners ahead; he begins to turn `ahead` metres before each."""
    best = 60.0
    ax, ay = x, y
    distance = 0.0
    for k in range(index, min(index + 7, len(points) - 1)):
        bx, by = points[k]
        cx, cy = points[k + 1]
        distance += sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        bend = abs(turn(direction(bx - ax, by - ay), direction(cx - bx, cy - by)))
        if bend > GENTLE:
            before, after = (bx - ax) * (bx - ax) + (by - ay) * (by - ay), (cx - bx) * (cx - bx) + (cy - by) * (cy - by)
            shorter = sqrt(min(before if k > index else LONGEST_ARC * LONGEST_ARC, after, LONGEST_ARC * LONGEST_ARC))
            corner = _speed_round(bend, shorter, grip)
            room = distance - ahead if distance > ahead else 0.0
            best = min(best, sqrt(corner * corner + 2.0 * CORNER_BRAKE * room))
        ax, ay = bx, by
        if distance > 60.0:
            break
    return best


def corner_limits(points: Sequence[Point]) -> list[float]:
    """The speed (m/s) at which each point may be passed, so that one can slow down in time for every corner after it."""
    limits = [60.0] * len(points)
    for k in range(len(points) - 2, -1, -1):
        bx, by = points[k]
        cx, cy = points[k + 1]
        after = sqrt((cx - bx) * (cx - bx) + (cy - by) * (cy - by))
        limits[k] = min(60.0, sqrt(limits[k + 1] * limits[k + 1] + 2.0 * CORNER_BRAKE * after))
        if k > 0:
            ax, ay = points[k - 1]
            bend = abs(turn(direction(bx - ax, by - ay), direction(cx - bx, cy - by)))
            if bend > GENTLE:
                before = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
                limits[k] = min(limits[k], _speed_round(bend, min(before, after, LONGEST_ARC)))
    return limits


def _speed_round(bend: int, arc: float, grip: float = CORNER_GRIP) -> float:
    return sqrt(grip * arc * UNITS_PER_RADIAN / bend)


def _speed_before(limit: float, point: Point, x: float, y: float, ahead: float) -> float:
    """The speed from which he can slow down to a point's limit; he begins to turn `ahead` metres before it."""
    dx, dy = point[0] - x, point[1] - y
    room = sqrt(dx * dx + dy * dy) - ahead
    return sqrt(limit * limit + 2.0 * CORNER_BRAKE * room) if room > 0.0 else limit


def _aim_point(points: Sequence[Point], index: int, pose: Pose) -> Point:
    """Where he steers for: on the line to the next point, so far on that he comes back to it without a jerk."""
    bx, by = points[index]
    if index == 0:
        return bx, by
    ax, ay = points[index - 1]
    ux, uy = bx - ax, by - ay
    length = sqrt(ux * ux + uy * uy)
    if length < 0.1:
        return bx, by
    ux, uy = ux / length, uy / length
    aside = (pose.y - ay) * ux - (pose.x - ax) * uy
    aside = aside if aside >= 0.0 else -aside
    on = LANE_AHEAD + LANE_AHEAD_SECONDS * (pose.forward if pose.forward > 0.0 else 0.0)
    along = (pose.x - ax) * ux + (pose.y - ay) * uy + (on if on > 1.5 * aside else 1.5 * aside)
    return (bx, by) if along >= length else (ax + ux * along, ay + uy * along)


def steer_to(
    world: World,
    mind: Mind,
    vehicle: Vehicle,
    tx: float,
    ty: float,
    speed: float,
    timid: bool = True,
    ram: int = -1,
    is_free: bool = False,
) -> None:
    """One moment of driving towards a point at no more than a speed; `is_free`: what moves in the way has been looked at already."""
    _steer(world, mind, vehicle, pose_of(world, vehicle.id), ((tx, ty),), 0, speed, timid, ram, is_free)


def _steer(
    world: World,
    mind: Mind,
    vehicle: Vehicle,
    pose: Pose,
    points: Sequence[Point],
    index: int,
    speed: float,
    timid: bool,
    ram: int,
    is_free: bool = False,
) -> None:
    """One moment of driving towards a point of a way; `speed` is what it and its corners allow."""
    hands = mind.hands
    if mind.is_waiting_for_maneuver:
        halt(world, mind)
        return
    if mind.legs and shunting.drive(world, mind, vehicle, pose):
        return
    tx, ty = _aim_point(points, index, pose)
    if world.tick < mind.reverse_until:
        if _back_out(world, mind, pose, turn(pose.heading, direction(tx - pose.x, ty - pose.y))):
            return
        mind.reverse_until = 0
    if world.tick < mind.swerve_until:
        tx, ty = tx - pose.fy * mind.swerve, ty + pose.fx * mind.swerve
    error = turn(pose.heading, direction(tx - pose.x, ty - pose.y))
    steer = error // STEER_GAIN
    hands.move_x = -127 if steer < -127 else 127 if steer > 127 else steer
    is_on_its_lane = vehicle.is_traffic and world.tick >= mind.swerve_until and -6000 < error < 6000
    room = (
        obstacles.CLEAR if is_on_its_lane else obstacles.room_ahead(world, pose)
    )  # no wall and no post stands on a lane
    is_behind = error > BEHIND or error < -BEHIND
    if pose.forward < 1.5 and speed > 1.0 and (is_behind or room < BUMPER_ROOM):
        blocked.turn_round(world, mind, vehicle, pose, points, index)
    if error > 12000 or error < -12000:
        speed = min(speed, 4.0)
    way = (
        pose.towards(tx, ty) if is_on_its_lane else pose
    )  # in a bend he looks where it leads, not at those who wait opposite
    limit = 60.0 if is_free else obstacles.clear_speed(world, mind, way, timid, ram)
    if ram < 0 or room < obstacles.to_the_blow(world, pose, ram):
        limit = min(limit, sqrt(2.0 * 4.0 * (room - 0.6)) if room > 0.6 else 0.0)
    wanted = speed if speed < limit else limit
    if not mind.is_waiting_for_maneuver:
        blocked.patience(world, mind, vehicle, pose, wanted, speed, points, index)
    _pedals(mind, pose.forward, wanted)
    hands.aim = pose.heading


def _pedals(mind: Mind, forward: float, wanted: float) -> None:
    """Gas or brake towards a speed."""
    hands = mind.hands
    if forward < wanted - 0.3:
        gas = (wanted - forward) * 45.0
        hands.move_y = -127 if gas > 127.0 else -int(gas)
    elif forward > wanted + 0.4:
        brake = (forward - wanted) * BRAKE_GAIN
        hands.move_y = 127 if brake > 127.0 else int(brake)
    else:
        hands.move_y = -20 if wanted > 0.5 else 0
        if wanted <= 0.5:
            hands.buttons |= Button.HANDBRAKE


def _back_out(world: World, mind: Mind, pose: Pose, error: int) -> bool:
    """Reverses so that the nose turns towards the goal; whether there is reason and room to go on."""
    if (-4000 < error < 4000 and mind.tries == 0) or obstacles.room_behind(world, pose) < 0.6:
        return False
    mind.hands.move_x = -127 if error > 0 else 127
    mind.hands.move_y = 110
    return True
