"""Traffic: drivers on the lanes. They stop at red, keep their distance, brake for people and sirens, begin again at the map's edge."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim import dice
from game.sim.ai import junctions, obstacles, roads, steering
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import rushing_near
from game.sim.ai.pose import pose_of
from game.sim.ai.steps import Traffic
from game.sim.angles import COS, SIN, direction, from_radians, to_radians
from game.sim.systems import cordons

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.world import World

SIREN_RADIUS = 28.0
ASIDE, ASIDE_TICKS = 1.9, 40
"""Metres to the right at which traffic lets a siren by, and for how long he stays there when it has gone."""
OUT_OF_THE_WAY = 1.3
PULLS_OVER, GIVES_WAY = 2.0, 2.5
RUSH_RADIUS, RUSH_SECONDS, RUSH_WIDTH = 65.0, 4.0, 3.4
"""Traffic gives way to what will be here within so many seconds on a line so wide either side."""
LOOK_METRES = (0.0, 4.0, 6.5, 9.0, 12.0, 15.0)
OUT_OF_SIGHT = 75.0
"""Metres from the player at which a car may begin again elsewhere."""


def think(world: World, person: Person, mind: Mind, step: Traffic) -> None:
    """Along the lane, then the next one."""
    drive_on(world, person, mind)


def drive_on(world: World, person: Person, mind: Mind, hurry: float = 0.0) -> None:
    """One moment of it; `hurry`: metres a second of somebody who wants to get away from here, red light or not."""
    if person.vehicle < 0 or person.seat != 0:
        return
    vehicle = world.vehicles[person.vehicle]
    x, y = world.position(vehicle.id)
    lanes = world.level.lanes
    if not lanes:
        steering.halt(world, mind)
        return
    if mind.lane < 0:
        heading = from_radians(world.physics.angle[vehicle.id])
        mind.lane, mind.route_index, _, _ = roads.nearest(world, x, y, COS[heading], SIN[heading])
    lane = lanes[mind.lane]
    to_line = 60.0 if hurry else _speed_to_the_line(world, mind, vehicle)
    if to_line == 0.0:
        steering.halt(world, mind)
        return
    speed = min(max(lane.speed, hurry), to_line)
    if world.mission.closed and _is_closed_ahead(world, lane.points, mind.route_index, x, y):
        steering.halt(world, mind)
        return
    if world.sirens and _siren_near(world, vehicle.id, x, y):
        speed = min(speed, _give_way(world, mind, vehicle))
    if world.rushing:
        speed = min(speed, _room_for_the_rushing(world, lane.points, mind.route_index, x, y))
    limits = world.lane_limits[mind.lane]
    if not limits:
        limits.extend(steering.corner_limits(lane.points))
    if steering.follow(world, mind, lane.points, speed, stops=False, limits=limits):
        if to_line < 60.0:
            steering.halt(world, mind)
            return
        following = roads.choose_next(world, person.id, mind.lane)
        mind.count += 1
        if following >= 0:
            mind.lane, mind.route_index = following, 0
        else:
            _begin_again(world, person, mind, x, y)


def _speed_to_the_line(world: World, mind: Mind, vehicle: Vehicle) -> float:
    """The speed at which he comes up to a line at which he has to wait; 0 = he is there, 60 = he need not wait."""
    line = junctions.line_before(world, mind, vehicle)
    if line is None:
        return 60.0
    waits = junctions.waits_at(world, mind, vehicle, line)
    if junctions.is_patient(world, mind):
        mind.blocked_ticks = 0
    return junctions.speed_to(line) if waits else 60.0


def _is_closed_ahead(world: World, points: tuple[Point, ...], index: int, x: float, y: float) -> bool:
    """Whether the street before him has been closed: he waits, as at a red light."""
    ax, ay = _ahead(points, index, x, y)[-1]
    return cordons.is_ahead(world, x, y, ax, ay, cordons.LOOK_AHEAD) is not None


def _room_for_the_rushing(world: World, points: tuple[Point, ...], index: int, x: float, y: float) -> float:
    """The speed at which he can stop before the line of whoever comes rushing; he who stands on it drives on."""
    best = 60.0
    for rush in rushing_near(world, x, y, RUSH_RADIUS):
        for metres, (px, py) in zip(LOOK_METRES, _ahead(points, index, x, y), strict=False):
            dx, dy = px - rush.x, py - rush.y
            along, across = dx * rush.ux + dy * rush.uy, dy * rush.ux - dx * rush.uy
            if -RUSH_WIDTH < across < RUSH_WIDTH and -4.0 < along < rush.speed * RUSH_SECONDS:
                if metres > 0.0:
                    room = metres - LOOK_METRES[1]
                    best = min(best, sqrt(2.0 * 4.5 * room) if room > 0.0 else 0.0)
                break
    return best


def _ahead(points: tuple[Point, ...], index: int, x: float, y: float) -> list[Point]:
    """Points of his lane at `LOOK_METRES` from where he is."""
    found = [(x, y)]
    gone = 0.0
    for px, py in points[index:]:
        length = sqrt((px - x) * (px - x) + (py - y) * (py - y))
        while len(found) < len(LOOK_METRES) and gone + length >= LOOK_METRES[len(found)]:
            share = (LOOK_METRES[len(found)] - gone) / length
            found.append((x + (px - x) * share, y + (py - y) * share))
        gone += length
        x, y = px, py
        if len(found) == len(LOOK_METRES):
            break
    return found


def _give_way(world: World, mind: Mind, vehicle: Vehicle) -> float:
    """To the kerb, if there is room to the right; else he lets it find its way. The speed he goes at."""
    pose = pose_of(world, vehicle.id)
    is_pulling_over = mind.swerve == ASIDE and world.tick < mind.swerve_until
    if is_pulling_over and _is_aside(world, mind, pose.x, pose.y):
        return 0.0
    if is_pulling_over or obstacles.is_lane_free(world, pose, ASIDE):
        mind.swerve, mind.swerve_until = ASIDE, world.tick + ASIDE_TICKS
        return PULLS_OVER
    return GIVES_WAY


def _is_aside(world: World, mind: Mind, x: float, y: float) -> bool:
    """Whether he stands at the kerb, out of the way."""
    points = world.level.lanes[mind.lane].points
    index = max(1, min(mind.route_index, len(points) - 1))
    (ax, ay), (bx, by) = points[index - 1], points[index]
    ux, uy = bx - ax, by - ay
    length = sqrt(ux * ux + uy * uy)
    return length > 0.1 and ((y - ay) * ux - (x - ax) * uy) / length > OUT_OF_THE_WAY


def _siren_near(world: World, number: int, x: float, y: float) -> bool:
    for other in world.sirens:
        if other != number:
            vx, vy = world.position(other)
            if (vx - x) * (vx - x) + (vy - y) * (vy - y) < SIREN_RADIUS * SIREN_RADIUS:
                if world.vehicles[other].still_ticks < 60:
                    return True
    return False


def _begin_again(world: World, person: Person, mind: Mind, x: float, y: float) -> None:
    """At the edge: on at another entry of the map that is free and out of the player's sight; until then he waits."""
    px, py = world.position(world.player)
    steering.halt(world, mind)
    if (x - px) * (x - px) + (y - py) * (y - py) < OUT_OF_SIGHT * OUT_OF_SIGHT:
        return
    entries = world.place.lane_entries
    for n in range(4):
        number = entries[dice.draw(world.setup.seed, person.id, dice.Purpose.TRAFFIC, world.tick, n) % len(entries)]
        (ax, ay), (bx, by) = world.level.lanes[number].points[:2]
        far = (ax - px) * (ax - px) + (ay - py) * (ay - py) > OUT_OF_SIGHT * OUT_OF_SIGHT
        if far and not _occupied(world, person.vehicle, ax, ay):
            world.physics.place(person.vehicle, ax, ay, to_radians(direction(bx - ax, by - ay)))
            mind.lane, mind.route_index = number, 0
            return


def _occupied(world: World, but: int, x: float, y: float) -> bool:
    for vehicle in world.vehicles:
        if vehicle.id != but and not vehicle.is_absent:
            vx, vy = world.position(vehicle.id)
            if (vx - x) * (vx - x) + (vy - y) * (vy - y) < 144.0:
                return True
    return False
