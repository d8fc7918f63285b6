"""ShakeOff, Change: the crew gets away by car, lane by lane, and is not what it was when it comes out again.

He knows of the police what one hears and sees: sirens, and roadblocks in his way. Used in screenplays as shake_off, change.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving, passing, roads, steering
from game.sim.ai.behaviours import board, drive, post
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import vehicles_near
from game.sim.ai.pose import pose_of
from game.sim.ai.steps import Change, ShakeOff
from game.sim.angles import COS, SIN, from_radians
from game.sim.input_frame import Button
from game.sim.systems import deeds

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.place import Zone
    from game.sim.world import World

DRIVES, HIDES = 1, 2
"""Phases: through the streets, and on the way to where he means to be."""
FLEE_SPEED, CALM_SPEED = 21.0, 12.0
HEARD_METRES = 120.0
NEAR_METRES, LANE_METRES = 45.0, 26.0
STANDS, COMES, BEHIND = 60.0, 14.0, 4.0
"""What a police car on the next lane counts: one that stands there, one that comes up it, one that is behind anyway."""
TURN_BONUS, SPREAD = 6.0, 5
"""A corner breaks the line of sight."""
DEAD_END = 400.0
SLOW, BEFORE_HIM = 3.0, 9.0
"""Metres a second under which whoever stands within so many metres ahead is pushed out of the way."""


def shake_off(world: World, person: Person, mind: Mind, step: ShakeOff) -> None:
    """At the wheel: lane by lane while he is hunted; then to the zone, and stops there."""
    vehicle = world.vehicle_named[step.vehicle]
    if person.vehicle != vehicle.id or person.seat != 0 or board.is_done_for(vehicle):
        board.get_in(world, person, mind, vehicle, "driver")
        return
    if mind.phase == 0:
        if not drive.is_ready(world, mind, vehicle.id):
            steering.halt(world, mind)
            return
        mind.phase = DRIVES
    zone = world.zones[step.zone]
    if zone.contains(*world.position(vehicle.id)) and (mind.phase == HIDES or not _is_hunted(world, step)):
        steering.halt(world, mind)
        return
    if _is_hunted(world, step):
        if mind.phase != DRIVES:
            mind.phase = DRIVES
            mind.lane, mind.way = -1, []
        _through_the_streets(world, mind, vehicle)
        return
    if mind.phase != HIDES:
        mind.phase = HIDES
        mind.way = _way_to(world, vehicle, zone)
        mind.route_index = 0
    speed = CALM_SPEED if world.heat.belief in ("calm", "lost") else FLEE_SPEED
    if speed == FLEE_SPEED:
        is_there = passing.follow(world, mind, vehicle, mind.way, speed)
    else:
        is_there = steering.follow(world, mind, mind.way, speed)
    if is_there:
        steering.halt(world, mind)


def _is_hunted(world: World, step: ShakeOff) -> bool:
    """Whether the police have known where they are within the seconds of the step."""
    return world.heat.stage > 0 and world.tick - world.heat.seen_tick < step.seconds * 60


def _way_to(world: World, vehicle: Vehicle, zone: Zone) -> list[tuple[float, float]]:
    """By the lanes to one that ends in the zone, else to the one nearest to its middle and straight there."""
    x, y = world.position(vehicle.id)
    heading = from_radians(world.physics.angle[vehicle.id])
    for lane in world.level.lanes:
        if zone.contains(*lane.points[-1]):
            way = roads.way(world, x, y, COS[heading], SIN[heading], *lane.points[-1])
            if way:
                return way
    return [*roads.way(world, x, y, COS[heading], SIN[heading], *zone.middle), zone.middle]


def _through_the_streets(world: World, mind: Mind, vehicle: Vehicle) -> None:
    """Along the lanes chosen so far; a new one is added while there are few left."""
    lanes = world.level.lanes
    if not lanes:
        steering.halt(world, mind)
        return
    if mind.lane < 0 or not mind.way:
        x, y = world.position(vehicle.id)
        heading = from_radians(world.physics.angle[vehicle.id])
        spot = roads.nearest(world, x, y, COS[heading], SIN[heading])
        mind.lane, mind.route_index = spot.lane, 0
        mind.way = list(lanes[spot.lane].points[spot.point :])
    ahead = _metres_left(mind, *world.position(vehicle.id))
    if ahead < LANE_METRES + world.speed(vehicle.id):
        following = _next_lane(world, mind, vehicle)
        if following >= 0:
            mind.way = [*mind.way[mind.route_index :], *lanes[following].points[1:]]
            mind.route_index = 0
            mind.lane = following
    through = _blocker(world, vehicle)
    if through >= 0:
        # They stand before him: through them, not round for ever.
        is_over = steering.follow(world, mind, mind.way, FLEE_SPEED, stops=False, ram=through, grip=steering.HOT_GRIP)
    else:
        is_over = passing.follow(world, mind, vehicle, mind.way, FLEE_SPEED, stops=False)
    if is_over:
        mind.lane, mind.way = -1, []


def _blocker(world: World, vehicle: Vehicle) -> int:
    """The police car right before the bumper of a car that has got nowhere for a moment; -1 = none."""
    if world.speed(vehicle.id) > SLOW:
        return -1
    pose = pose_of(world, vehicle.id)
    for other in vehicles_near(world, pose.x, pose.y):
        if other != vehicle.id and world.vehicles[other].siren:
            dx, dy = world.physics.x[other] - pose.x, world.physics.y[other] - pose.y
            along, across = dx * pose.fx + dy * pose.fy, dy * pose.fx - dx * pose.fy
            if 0.0 < along < BEFORE_HIM and -3.0 < across < 3.0:
                return other
    return -1


def _metres_left(mind: Mind, x: float, y: float) -> float:
    left = 0.0
    for px, py in mind.way[mind.route_index :]:
        left += sqrt((px - x) * (px - x) + (py - y) * (py - y))
        x, y = px, py
    return left


def _next_lane(world: World, mind: Mind, vehicle: Vehicle) -> int:
    """Of the lanes that go on from his last one, that on which the fewest sirens are; -1 = none goes on."""
    best: tuple[float, int] | None = None
    for number in world.level.lanes[mind.lane].follows:
        cost = _cost(world, vehicle, number)
        onward = [_cost(world, vehicle, other) for other in world.level.lanes[number].follows]
        cost += min(onward) if onward else DEAD_END
        cost += (
            dice.draw(world.setup.seed, mind.id, dice.Purpose.TRAFFIC, mind.lane, number + world.tick // 600) % SPREAD
        )
        if best is None or (cost, number) < best:
            best = (cost, number)
    return best[1] if best is not None else -1


def _cost(world: World, vehicle: Vehicle, number: int) -> float:
    """How ill-advised a lane is."""
    points = world.level.lanes[number].points
    (ax, ay), (bx, by) = points[0], points[-1]
    x, y = world.position(vehicle.id)
    cost = -TURN_BONUS if len(points) > 3 else 0.0
    if not world.level.lanes[number].follows:
        cost += DEAD_END
    for other in world.vehicles:
        if not other.siren or other.is_absent:
            continue
        ox, oy = world.position(other.id)
        if (ox - x) * (ox - x) + (oy - y) * (oy - y) > HEARD_METRES * HEARD_METRES:
            continue
        for px, py in ((ax, ay), ((ax + bx) / 2.0, (ay + by) / 2.0), (bx, by)):
            near = sqrt((ox - px) * (ox - px) + (oy - py) * (oy - py))
            if near < NEAR_METRES:
                vx, vy = world.physics.vx[other.id], world.physics.vy[other.id]
                comes = vx * (ax - bx) + vy * (ay - by) > 0.0
                weight = STANDS if other.still_ticks > 60 else COMES if comes else BEHIND
                cost += weight * (1.0 - near / NEAR_METRES)
    for item in world.strips:
        if item.state == "laid":
            near = sqrt((item.x - bx) * (item.x - bx) + (item.y - by) * (item.y - by))
            cost += STANDS * max(0.0, 1.0 - near / NEAR_METRES)
    return cost


def change(world: World, person: Person, mind: Mind, step: Change) -> None:
    """To the bag, and out of it in other clothes."""
    item = world.item_named[step.item]
    if person.look > 0 or item.state == "gone" or (item.state == "carried" and item.carrier != person.id):
        moving.stand(mind)
        return
    if person.vehicle >= 0 and post.get_out(world, person, mind):
        return
    if person.item == item.id or moving.walk_to(world, person, mind, item.x, item.y, 1.0):
        moving.stand(mind)
        mind.hands.target = deeds.ITEM_TARGET + item.id
        mind.hands.buttons |= Button.USE
