"""How a part in a pursuit is driven: tail, spin, box, cut off, support (`systems/pursuit.py` gives them out).

Near and in sight a driver steers by context (`ai/context.py`) for a place relative to the hunted car; else he goes by road to where it was
last known to be. Called by `respond`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai import context, passing, roads, steering
from game.sim.ai.mind import Mind
from game.sim.ai.pose import Pose, pose_of
from game.sim.angles import COS, SIN, direction, from_radians, turn
from game.sim.physics import SIGHT_MASK, SOLID, TALL
from game.sim.systems import pursuit, trail

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.world import World

IN_SIGHT = 60.0
"""Metres within which a driver goes for the car itself, if he sees it."""
TAIL_METRES, EASY_METRES, LANE_BACK = 7.0, 9.0, 9.0
"""From bumper to bumper behind it; at stages 1 and 2, when they only want it to stop; and so much more for each car before him."""
CATCH_UP, CATCH_UP_MOST = 0.45, 8.0
"""How much faster he goes for each metre he is too far behind, and at most."""
ROAD_SPEED, CHASE_SPEED, EASY_SPEED = 17.0, 22.0, 20.0
"""By road on the way to a call, and after a car that is seen; until shots are fired nobody risks his neck in a corner."""
SUPPORT_METRES = 40.0
"""Who is not one of the three keeps so far behind."""
AHEAD = ((4.5, 95.0), (3.0, 60.0), (1.8, 35.0))
"""Where the hunted car is cut off: where it will be after so many seconds, at most so many metres on."""
LEAD_AGAIN = 150
LEADS, AT_IT, FLANK = 30.0, 9.0, 0.3
"""How far beyond it his way by road leads, so that he does not brake for its end; so near he goes for it whatever stands about; and what
room he wants beside him to go for it straight."""
FACES_AWAY = 18200
"""A hundred degrees off his nose: he turns round."""
OPPOSED, MEETS_METRES, MEETS_SPEED, KEEPS_RIGHT = 21000, 45.0, 4.0, 2.0
"""A hundred and fifteen degrees between their noses, so near and so fast: they come towards each other; and what he swerves by."""
SPIN_ALONG, SPIN_GAP = 3.2, 0.75
"""Before the spin: his middle so far behind its middle, and so much air between the flanks."""
SPIN_READY_ALONG, SPIN_READY_ACROSS = 1.9, 3.1
SPIN_TICKS, SPIN_PAUSE = 55, 4 * 60
SPIN_FASTER = 3.0
BOX_ALONG, BOX_GAP, BOX_FASTER = 1.4, 0.7, 5.0
FRONT_SLOWS = 0.55
"""Whoever is in front of it goes at this share of its speed."""


def drive(world: World, person: Person, mind: Mind, vehicle: Vehicle, target: Vehicle) -> None:
    """One moment of his part."""
    pose, its = pose_of(world, vehicle.id), pose_of(world, target.id)
    dx, dy = its.x - pose.x, its.y - pose.y
    far = sqrt(dx * dx + dy * dy)
    if mind.role in pursuit.CLOSE_ROLES and far < IN_SIGHT and _sees(world, pose, its):
        is_past = (
            its.forward > MEETS_SPEED and abs(turn(pose.heading, its.heading)) > OPPOSED and not _is_met(pose, its)
        )
        if is_past or (far > AT_IT and not _is_way_free(world, pose, its, far)):
            place = trail.believed(world, 0, LEADS)
            by_road(world, mind, vehicle, place.x, place.y, CHASE_SPEED, its.heading if is_past else -1)
            return
        mind.way.clear()
        if _is_met(pose, its) and far < MEETS_METRES:
            _let_it_come(world, mind, vehicle, pose, its)
        elif mind.role == pursuit.SPIN:
            _spin(world, mind, vehicle, pose, target, its)
        elif mind.role == pursuit.BOX and mind.slot >= 0:
            _box(world, mind, vehicle, pose, target, its)
        else:
            _tail(world, mind, vehicle, pose, target, its, far)
        return
    if mind.role == pursuit.CUT_OFF:
        _cut_off(world, mind, vehicle, pose)
        return
    is_support = mind.role == pursuit.SUPPORT
    place = trail.believed(world, mind.branch, 0.0 if is_support else LEADS)
    dx, dy = place.x - pose.x, place.y - pose.y
    behind = sqrt(dx * dx + dy * dy) - (SUPPORT_METRES if is_support else 0.0)
    speed = CHASE_SPEED if behind > 0.0 else max(3.0, world.heat.trail.speed if trail.is_in_sight(world) else 0.0)
    by_road(world, mind, vehicle, place.x, place.y, speed)


def _is_met(pose: Pose, its: Pose) -> bool:
    """Whether they come towards each other."""
    dx, dy = pose.x - its.x, pose.y - its.y
    is_ahead = dx * its.fx + dy * its.fy > 0.0 and its.forward > MEETS_SPEED
    return is_ahead and abs(turn(pose.heading, its.heading)) > OPPOSED


def _let_it_come(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, its: Pose) -> None:
    """Nobody drives head-on at a car: to his own side of the road, and stands there until it is by."""
    mind.legs.clear()
    mind.is_waiting_for_maneuver = False
    if pose.forward > 5.0:
        side_x, side_y = -pose.fy, pose.fx
        x, y = pose.x + pose.fx * 12.0 + side_x * KEEPS_RIGHT, pose.y + pose.fy * 12.0 + side_y * KEEPS_RIGHT
        _go(world, mind, vehicle, pose, x, y, pose.forward - 3.0, -1)
        mind.hands.move_y = max(mind.hands.move_y, 90)
    else:
        steering.halt(world, mind)


def _sees(world: World, pose: Pose, its: Pose) -> bool:
    return world.physics.is_clear(pose.x, pose.y, its.x, its.y, SIGHT_MASK & ~TALL)


def _is_way_free(world: World, pose: Pose, its: Pose, far: float) -> bool:
    """Whether nothing solid stands between his flanks and where it is: round a corner he keeps to the street."""
    ux, uy = (its.x - pose.x) / far, (its.y - pose.y) / far
    side = pose.spec.width / 2.0 + FLANK
    for across in (side, -side):
        ax, ay = pose.x - uy * across, pose.y + ux * across
        if (
            world.physics.first_hit(ax, ay, its.x - uy * across - ux * 3.0, its.y + ux * across - uy * 3.0, SOLID)
            is not None
        ):
            return False
    return True


def by_road(world: World, mind: Mind, vehicle: Vehicle, gx: float, gy: float, speed: float, start: int = -1) -> bool:
    """Along the lanes to the one nearest to a goal, found anew when the goal has moved; whether he is there. `start`: which way he sets
    out, if not the way he stands."""
    if not mind.way or (mind.spot_x - gx) * (mind.spot_x - gx) + (mind.spot_y - gy) * (mind.spot_y - gy) > 400.0:
        x, y = world.position(vehicle.id)
        heading = from_radians(world.physics.angle[vehicle.id])
        ahead = direction(gx - x, gy - y)
        if start >= 0:
            heading = start
        elif mind.role and abs(turn(heading, ahead)) > FACES_AWAY:
            heading = ahead  # not round the block: he turns where he is
        mind.way = roads.way(world, x, y, COS[heading], SIN[heading], gx, gy) or [(gx, gy)]
        mind.route_index = 0
        mind.spot_x, mind.spot_y = gx, gy
    if world.heat.stage >= pursuit.SHOTS_FIRED:
        return passing.follow(world, mind, vehicle, mind.way, speed)
    return passing.follow(world, mind, vehicle, mind.way, min(speed, EASY_SPEED), grip=steering.CORNER_GRIP)


def _go(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, x: float, y: float, speed: float, ignored: int) -> None:
    """Towards a place by the freest way."""
    choice = context.choose(world, pose, x, y, ignored)
    steering.steer_to(world, mind, vehicle, choice.x, choice.y, min(speed, choice.speed), ram=ignored)


def _tail(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, target: Vehicle, its: Pose, far: float) -> None:
    """Behind it at a distance: the second and third car behind the first."""
    gap = EASY_METRES if world.heat.stage < pursuit.SHOTS_FIRED else TAIL_METRES
    gap += max(0, mind.slot) * LANE_BACK + (its.spec.length + pose.spec.length) / 2.0
    speed = world.speed(target.id)
    more = max(-CATCH_UP_MOST, min(CATCH_UP_MOST, (far - gap) * CATCH_UP))
    lead = min(0.6, far / 40.0)
    x, y = its.x + world.physics.vx[target.id] * lead, its.y + world.physics.vy[target.id] * lead
    _go(world, mind, vehicle, pose, x, y, max(0.0, speed + more), target.id)


def _spin(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, target: Vehicle, its: Pose) -> None:
    """Alongside its rear wheel, then the nose into it."""
    dx, dy = pose.x - its.x, pose.y - its.y
    along, across = dx * its.fx + dy * its.fy, dy * its.fx - dx * its.fy
    speed = world.speed(target.id)
    if mind.slot < 0:
        mind.slot = pursuit.RIGHT if across > 0.0 else pursuit.LEFT
    side = 1.0 if mind.slot == pursuit.RIGHT else -1.0
    beside = (its.spec.width + pose.spec.width) / 2.0
    if not mind.is_spinning:
        is_there = abs(along + SPIN_ALONG) < SPIN_READY_ALONG and abs(across) < beside + SPIN_READY_ACROSS - 1.0
        if is_there and across * side > 0.0 and abs(turn(pose.heading, its.heading)) < 4500:
            mind.is_spinning, mind.role_tick = True, world.tick
    if mind.is_spinning:
        if world.tick - mind.role_tick > SPIN_TICKS:
            mind.is_spinning, mind.spin_after, mind.role = False, world.tick + SPIN_PAUSE, pursuit.TAIL
            mind.slot = 0
            return
        x = its.x + its.fx * 5.0 + its.fy * side * 3.0
        y = its.y + its.fy * 5.0 - its.fx * side * 3.0
        steering.steer_to(world, mind, vehicle, x, y, speed + SPIN_FASTER, timid=False, ram=target.id)
        return
    out = (beside + SPIN_GAP) * side
    ahead = 4.0 + 0.5 * speed if along > -12.0 else 0.0
    x = its.x + its.fx * (ahead - SPIN_ALONG) - its.fy * out
    y = its.y + its.fy * (ahead - SPIN_ALONG) + its.fx * out
    faster = max(-3.0, min(7.0, (-SPIN_ALONG - along) * 0.8))
    _go(world, mind, vehicle, pose, x, y, speed + faster, target.id)


def _box(world: World, mind: Mind, vehicle: Vehicle, pose: Pose, target: Vehicle, its: Pose) -> None:
    """To his place of the box, and there as fast as it goes; in front of it slower and slower."""
    dx, dy = pose.x - its.x, pose.y - its.y
    along, across = dx * its.fx + dy * its.fy, dy * its.fx - dx * its.fy
    place_along, place_across = pursuit.PLACES[mind.slot]
    place_along *= (its.spec.length + pose.spec.length) / 2.0 + BOX_ALONG
    place_across *= (its.spec.width + pose.spec.width) / 2.0 + BOX_GAP
    speed = world.speed(target.id)
    off = place_along - along
    is_there = abs(off) < 2.0 and abs(place_across - across) < 1.2
    if is_there:
        ahead = 5.0 + 0.4 * speed
        faster = off * 0.8
        if mind.slot == pursuit.FRONT:
            speed *= FRONT_SLOWS
    else:
        passes = mind.slot == pursuit.FRONT and along < place_along - 1.0
        ahead = (6.0 + 0.4 * speed) if abs(off) < 10.0 else 0.0
        if passes:
            # Past it on the side he is on, and only then in front.
            place_across = (1.0 if across > 0.0 else -1.0) * ((its.spec.width + pose.spec.width) / 2.0 + 1.0)
        faster = max(-4.0, min(BOX_FASTER, off * 0.7))
    x = its.x + its.fx * (place_along + ahead) - its.fy * place_across
    y = its.y + its.fy * (place_along + ahead) + its.fx * place_across
    if world.speed(target.id) < 0.6 and abs(off) < 3.5 and abs(place_across - across) < 2.5:
        steering.halt(world, mind)
        return
    _go(world, mind, vehicle, pose, x, y, max(0.0, speed + faster), target.id)


def _cut_off(world: World, mind: Mind, vehicle: Vehicle, pose: Pose) -> None:
    """By road to where it will be, as far as they know; there he stands across its way until it has passed."""
    if world.tick - mind.role_tick > LEAD_AGAIN or mind.slot < 0:
        mind.role_tick, mind.slot = world.tick, 1
        mind.watch_place_x, mind.watch_place_y = _where_to(world, mind, pose)
        mind.way.clear()
    if mind.slot == 2 or by_road(world, mind, vehicle, mind.watch_place_x, mind.watch_place_y, CHASE_SPEED):
        mind.slot = 2
        steering.halt(world, mind)


def _where_to(world: World, mind: Mind, pose: Pose) -> tuple[float, float]:
    """The farthest place on its way, along the street he has taken on himself, at which he would be before it; else where it is by now."""
    for seconds, most in AHEAD:
        on = min(most, seconds * trail.FLIGHT_SPEED + 20.0)
        spot = trail.believed(world, mind.branch, on)
        mine = sqrt((spot.x - pose.x) * (spot.x - pose.x) + (spot.y - pose.y) * (spot.y - pose.y)) / CHASE_SPEED
        if mine * 1.3 < on / trail.FLIGHT_SPEED + 1.0:
            return spot.x, spot.y
    spot = trail.believed(world, mind.branch)
    return spot.x, spot.y
