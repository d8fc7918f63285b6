"""The trail of a hunted car: where it was last told to be, which way it went, and where its street would have led it since.

What the police believe, not where it is: a report sets it (`wanted`, or a caller), time leads it on, straight for a moment and then along
the lanes, and each driver who looks for it follows another of the streets it may have taken. Whoever has it before his own eyes steers
by them. A car that is found empty is no trail any more. Owns `Heat.trail`; read by `pursuit`, `roadblocks`, `block_watch` and those who
drive (`ai/behaviours/chase`).
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai import roads
from game.sim.angles import COS, SIN, direction, turn
from game.sim.mission.state import Report, Trail
from game.sim.physics import SIGHT_MASK, TALL

if TYPE_CHECKING:
    from game.sim.entities import Vehicle
    from game.sim.world import World

IN_SIGHT = 80
"""Ticks since it was seen within which it has gone straight on, as fast as it went: somebody is on the air and tells it as it drives."""
COLD = 20 * 60
"""Ticks for which a trail is followed."""
FLIGHT_SPEED, FARTHEST = 13.0, 190.0
"""Metres a second that whoever flees makes through streets, and the most that he is thought to have come."""
STANDS = 0.3
"""Metres a second under which a car stands."""
FOUND_METRES = 45.0
"""From which an officer sees that nobody sits in it."""


class Believed(NamedTuple):
    """A place on its way, and which way it goes there (65,536ths of a turn; -1 = it stands)."""

    x: float
    y: float
    heading: int


def told(world: World, report: Report) -> None:
    """They know that this car was there then, how it went, and that `report.who` sits in it."""
    before = world.heat.trail
    stood = -1
    if report.speed < STANDS:
        stood = before.stood_tick if before.vehicle == report.vehicle and before.stood_tick >= 0 else report.tick
    x, y, heading = report.x, report.y, report.heading
    world.heat.trail = Trail(report.vehicle, report.who, x, y, report.tick, heading, report.speed, report.nose, stood)


def left_the_car(world: World, who: int) -> None:
    """He whom they took to sit in it was seen on foot."""
    if world.heat.trail.who == who:
        world.heat.trail.vehicle = -1


def car(world: World) -> Vehicle | None:
    """The car they are after while its trail is fresh."""
    trail = world.heat.trail
    if trail.vehicle < 0 or world.tick - trail.tick > COLD:
        return None
    vehicle = world.vehicles[trail.vehicle]
    return vehicle if vehicle.is_known else None


def is_in_sight(world: World) -> bool:
    """Whether somebody has it before his eyes and says so."""
    return world.heat.trail.vehicle >= 0 and world.tick - world.heat.trail.tick < IN_SIGHT


def stands(world: World, ticks: int) -> bool:
    """Whether it has been told to stand for so long."""
    since = world.heat.trail.stood_tick
    return since >= 0 and world.tick - since >= ticks


def believed(world: World, branch: int = 0, more: float = 0.0) -> Believed:
    """Where it is by now, as it was told, and so many metres farther on. `branch`: which way it is thought to have turned; 0 = the
    straightest. Just after a report it goes straight on at the speed that was told; nobody who does not see it knows of its turns."""
    trail = world.heat.trail
    if not is_in_sight(world):
        return _reckoned(world, branch, more)
    x, y, heading = trail.x, trail.y, trail.heading
    if heading < 0:
        return Believed(x, y, heading)
    metres = trail.speed * (world.tick - trail.tick) / 60.0
    x, y = x + COS[heading] * metres, y + SIN[heading] * metres
    return _along(world, x, y, heading, more, branch) if more >= 1.0 else Believed(x, y, heading)


def _reckoned(world: World, branch: int = 0, more: float = 0.0) -> Believed:
    """Where it would have come by now from where it was told to be, and so many metres farther on."""
    trail = world.heat.trail
    x, y, heading = trail.x, trail.y, trail.heading
    metres = min((world.tick - trail.tick) / 60.0 * FLIGHT_SPEED, FARTHEST) + more
    if heading < 0 or metres < 1.0:
        return Believed(x, y, heading)
    return _along(world, x, y, heading, metres, branch)


def _along(world: World, x: float, y: float, heading: int, metres: float, branch: int) -> Believed:
    """So many metres on along the lanes; at each junction the branch says which of those that go on, the straightest first."""
    lanes = world.level.lanes
    spot = roads.nearest(world, x, y, COS[heading], SIN[heading])
    if spot.lane < 0:
        return Believed(x, y, heading)
    x, y, number, index = spot.x, spot.y, spot.lane, spot.point
    while True:
        for px, py in lanes[number].points[index:]:
            dx, dy = px - x, py - y
            length = sqrt(dx * dx + dy * dy)
            if length > 0.1:
                heading = direction(dx, dy)
            if length >= metres:
                return Believed(x + dx * metres / length, y + dy * metres / length, heading)
            metres -= length
            x, y = px, py
        onward = sorted((abs(_bend(lanes[other].points, heading)), other) for other in lanes[number].follows)
        if not onward:
            return Believed(x, y, heading)
        number, index = onward[branch % len(onward)][1], 1
        branch //= len(onward)


def _bend(points: tuple[tuple[float, float], ...], heading: int) -> int:
    """How far a lane leads off a way, from its beginning to its end."""
    (ax, ay), (bx, by) = points[0], points[-1]
    return turn(heading, direction(bx - ax, by - ay))


def look_into(world: World, vehicle: Vehicle) -> None:
    """Whoever comes past the car they are after and sees nobody in it tells that they have left it."""
    if any(seat in world.crew_ids for seat in vehicle.seats):
        return
    x, y = world.position(vehicle.id)
    for who in world.sides["police"]:
        if not world.person(who).is_able:
            continue
        px, py = world.position(who)
        if (px - x) * (px - x) + (py - y) * (py - y) < FOUND_METRES * FOUND_METRES:
            hit = world.physics.first_hit(px, py, x, y, SIGHT_MASK & ~TALL)
            if hit is None or hit[0] in (vehicle.id, world.person(who).vehicle):
                world.heat.trail.vehicle = -1
                world.heat.last_x, world.heat.last_y = x, y
                return
