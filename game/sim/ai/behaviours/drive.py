"""DriveRoute, DriveInto, Tail, Escape: the crew's driving.

Used in screenplays as drive_route, drive_into, tail, escape.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai import fit, moving, steering
from game.sim.ai.behaviours import board
from game.sim.ai.mind import Mind
from game.sim.ai.pose import pose_of
from game.sim.ai.steps import DriveInto, DriveRoute, Escape, Tail
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import boarding

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.world import World

RAM_SPEED = 30.0
RUN_IN = 14.0
"""Metres from the target from which on he aims at it and no longer at the drawn run."""
RUN_WIDTH = 7.0
"""Metres either side of the run within which nobody else may be when it begins."""
RUN_PATIENCE = 6 * 60
RUN_END = 26.0
"""Metres from the end of the drawn run within which the target must stand."""
BACKING = 4.0
"""Metres a second backwards at which it is still hit."""
HARD_BRAKE, BRAKING = 50, 4.2
"""Brake of somebody who means to stop, and the m/s^2 he does it with."""
ESCAPE_SPEED = 15.0
LONGEST_WAIT, WAIT_FOR_PLAYER = 60 * 60, 180 * 60
CALL_TICKS = 4 * 60
STRIP_NEAR = 7.0
"""Metres from a strip of spikes that lies on the road within which a route leads over it."""
SOON_TICKS = 75 * 60
"""Units that are due within so long count against the routes that lead past where they come in."""
SHUT, ACROSS_TICKS = 60, 120
"""What a police car that has stood on a way for so many ticks counts against it (more than the men near the start of the other ways: he
has to get past those in any case), and the ticks."""
BOARDING_PATIENCE, PATIENCE_UNDER_FIRE = 14 * 60, 3 * 60
LAST_METRES = 15.0
"""Whoever is nearer than that is waited for although the car is shot at."""
"""Ticks a driver waits for friends who are able but not aboard, once police are near."""


def on_route(world: World, mind: Mind, name: str) -> tuple[Point, ...]:
    """The points of a route; begins at the one nearest to the vehicle the first time."""
    points = world.place.routes[name].points
    if mind.route != name:
        mind.route = name
        x, y = world.position(mind.id)
        best = (1e18, 0)
        for index, (px, py) in enumerate(points):
            best = min(best, ((px - x) * (px - x) + (py - y) * (py - y), index))
        mind.route_index = best[1]
    return points


def drive_route(world: World, person: Person, mind: Mind, step: DriveRoute) -> None:
    """To the end of the route, and stop."""
    if person.vehicle < 0 or person.seat != 0:
        return
    vehicle = world.vehicles[person.vehicle]
    if step.is_siren and not vehicle.siren and world.vehicle_specs[vehicle.id].has_siren:
        moving.press(person, mind, Button.SIREN)
    points = on_route(world, mind, step.route)
    speed = step.speed or world.place.routes[step.route].speed
    if steering.follow(world, mind, points, speed):
        steering.halt(world, mind)


def drive_into(world: World, person: Person, mind: Mind, step: DriveInto) -> None:
    """Waits until the target stands in the way of the run, then flat out into it; stops after the blow."""
    if person.vehicle < 0 or person.seat != 0:
        return
    target = world.vehicle_named[step.target]
    mine = world.vehicles[person.vehicle]
    if target.is_on_side or mine.stage >= 3 or target.hit_by == mine.id:
        steering.halt(world, mind)
        return
    if mind.phase == 0:
        if step.is_patient and not (_will_stand_in_reach(world, step, target) and _is_clear(world, step, mine, target)):
            steering.halt(world, mind)
            return
        mind.phase = 1
    tx, ty = world.position(target.id)
    points: list[Point] = [(tx, ty)]
    if step.route:
        route = world.place.routes[step.route].points
        x, y = world.position(mine.id)
        ahead = [p for p in route[:-1] if (p[0] - tx) * (p[0] - tx) + (p[1] - ty) * (p[1] - ty) > RUN_IN * RUN_IN]
        points = [*[p for p in ahead if (p[0] - x) * (tx - x) + (p[1] - y) * (ty - y) > 0.0], (tx, ty)]
    mind.route_index = min(mind.route_index, len(points) - 1)
    if steering.follow(world, mind, points, RAM_SPEED, stops=False, timid=False, ram=target.id):
        steering.steer_to(world, mind, mine, tx, ty, RAM_SPEED, timid=False, ram=target.id)
    if mind.hands.move_y < 0 and world.tick >= mind.reverse_until:
        mind.hands.move_y = -127


def _will_stand_in_reach(world: World, step: DriveInto, target: Vehicle) -> bool:
    """Whether the target stands, brakes to a stand or backs out where the run leads (anywhere, if there is no drawn run)."""
    pose = pose_of(world, target.id)
    room = 0.0
    if target.still_ticks < 20 and not _backs_out(world, target):
        if target.brake < HARD_BRAKE or pose.forward < 0.0:
            return False
        room = pose.forward * pose.forward / (2.0 * BRAKING)
    if not step.route:
        return True
    ex, ey = world.place.routes[step.route].points[-1]
    x, y = pose.x + pose.fx * room, pose.y + pose.fy * room
    return (ex - x) * (ex - x) + (ey - y) * (ey - y) < RUN_END * RUN_END


def _backs_out(world: World, target: Vehicle) -> bool:
    """Whether it is getting out of the trap backwards: slow as yet, and not for long."""
    return -BACKING < pose_of(world, target.id).forward < -0.3


def _is_clear(world: World, step: DriveInto, mine: Vehicle, target: Vehicle) -> bool:
    """Whether nobody else is where the run leads, or there is no time left to wait for that."""
    if target.still_ticks > RUN_PATIENCE or _backs_out(world, target):
        return True
    points = world.place.routes[step.route].points if step.route else ()
    for vehicle in world.vehicles:
        if not vehicle.is_absent and vehicle.id not in (mine.id, target.id) and vehicle.group != "crew":
            if _passes(points, *world.position(vehicle.id), RUN_WIDTH):
                return False
    return True


def tail(world: World, person: Person, mind: Mind, step: Tail) -> None:
    """Keeps his distance behind the target along a route."""
    if person.vehicle < 0 or person.seat != 0:
        return
    target = world.vehicle_named[step.target]
    x, y = world.position(person.vehicle)
    tx, ty = world.position(target.id)
    gap = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y)) - step.metres
    speed = world.speed(target.id) + gap * 0.4
    if gap < 0.0 and world.speed(target.id) < 0.5:
        steering.halt(world, mind)
        return
    if steering.follow(world, mind, on_route(world, mind, step.route), max(0.0, min(20.0, speed))):
        steering.halt(world, mind)


def escape(world: World, person: Person, mind: Mind, step: Escape) -> None:
    """Takes the wheel, waits for the crew, then drives the safest of the routes."""
    vehicle = world.vehicle_named[step.vehicle]
    if person.vehicle != vehicle.id or board.is_done_for(vehicle):
        board.get_in(world, person, mind, vehicle, "driver")
        return
    if person.seat != 0:
        mind.hands.move_x = mind.hands.move_y = 0
        if boarding.wheel_is_free(world, person):
            mind.hands.buttons |= Button.AIM
            moving.press(person, mind, Button.ENTER)
        return
    if mind.phase == 0:
        steering.halt(world, mind)
        if not is_ready(world, mind, vehicle.id):
            return
        mind.phase = 1
        mind.route = ""
        mind.spot_x = float(_safest(world, vehicle, step.routes))
    name = step.routes[int(mind.spot_x)]
    if steering.follow(world, mind, on_route(world, mind, name), ESCAPE_SPEED):
        steering.halt(world, mind)


def is_ready(world: World, mind: Mind, vehicle: int) -> bool:
    """Everybody able is aboard; or patience is at an end because police are shooting: the player, who can be told, is waited for."""
    missing = [who for who in world.crew_ids if _could_come(world, who) and world.person(who).vehicle != vehicle]
    if not missing:
        return True
    if mind.until == 0:
        mind.until = world.tick + (WAIT_FOR_PLAYER if world.player in missing else LONGEST_WAIT)
    if world.player in missing:
        if world.heat.stage >= 2 and world.tick % CALL_TICKS < 6:
            speech.bark(world, mind.id, "bark.get_in")
    elif world.heat.stage >= 2:
        mind.until = min(mind.until, world.tick + BOARDING_PATIENCE)
        if _is_shot_at(world, vehicle) and not _is_one_near(world, missing, vehicle):
            mind.until = min(mind.until, world.tick + PATIENCE_UNDER_FIRE)
    return world.tick > mind.until


def _is_shot_at(world: World, vehicle: int) -> bool:
    """Whether rounds come close to those who sit in it."""
    people = [world.person(who) for who in world.vehicles[vehicle].seats if who >= 0]
    return any(world.tick - max(person.near_miss_tick, person.hit_tick) < 60 for person in people)


def _is_one_near(world: World, missing: list[int], vehicle: int) -> bool:
    """Whether one of those who are not in it yet is on his last few metres to it."""
    x, y = world.position(vehicle)
    px, py = world.physics.x, world.physics.y
    return any(
        (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < LAST_METRES * LAST_METRES for who in missing
    )


def _could_come(world: World, who: int) -> bool:
    person = world.person(who)
    return person.is_present and not person.is_arrested and (person.stance != Stance.DOWN or person.lifted_by >= 0)


def _safest(world: World, vehicle: Vehicle, routes: tuple[str, ...]) -> int:
    """Index of the route with the fewest policemen near its first half, the fewest wrecks in its mouth and no police car across the rest
    of it, for which streets are shut the radio tells; the first of equals."""
    best = (1 << 30, 0)
    strips = [(item.x, item.y) for item in world.items if item.kind == "spike_strip" and item.state == "laid"]
    for number, name in enumerate(routes):
        points = world.place.routes[name].points
        count = 2 * fit.obstructions(world, vehicle, points)
        count += 4 * sum(1 for x, y in strips if _passes(points, x, y, STRIP_NEAR))
        count += SHUT * _cars_across(world, points[len(points) // 2 :])
        for due, _, entry, _ in world.heat.arrivals:
            ex, ey, _ = world.spot(entry)
            if due - world.tick < SOON_TICKS and any(
                (ex - px) * (ex - px) + (ey - py) * (ey - py) < 3600.0 for px, py in points
            ):
                count += 1  # the scanner says where they come from
        for px, py in points[1 : 2 + len(points) // 2]:
            for who in world.sides["police"]:
                if world.person(who).is_present:
                    x, y = world.position(who)
                    count += (x - px) * (x - px) + (y - py) * (y - py) < 3600.0
        best = min(best, (count, number))
    return best[1]


def _cars_across(world: World, points: tuple[Point, ...]) -> int:
    """How many police cars stand on a way."""
    found = 0
    for vehicle in world.vehicles:
        if vehicle.is_absent or not world.vehicle_specs[vehicle.id].has_siren or vehicle.still_ticks < ACROSS_TICKS:
            continue
        x, y = world.position(vehicle.id)
        found += _passes(points, x, y, STRIP_NEAR)
    return found


def _passes(points: tuple[Point, ...], x: float, y: float, near: float) -> bool:
    """Whether a way leads past a spot within so many metres."""
    for (ax, ay), (bx, by) in pairwise(points):
        ux, uy = bx - ax, by - ay
        square = ux * ux + uy * uy
        share = ((x - ax) * ux + (y - ay) * uy) / square if square > 0.0 else 0.0
        share = 0.0 if share < 0.0 else 1.0 if share > 1.0 else share
        dx, dy = ax + ux * share - x, ay + uy * share - y
        if dx * dx + dy * dy < near * near:
            return True
    return False
