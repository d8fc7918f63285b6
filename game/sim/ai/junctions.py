"""What a junction asks of a driver in traffic: the line at which he waits for green, who goes first, and not to stop in the middle.

Which lanes lead through a junction, whose light they come from and whom they cross is worked out once from the level (`gates`, `crossings`;
kept by `Place`). At a line he waits for red as long as he can still stop before it, for whoever comes towards him when he turns left,
and while those before him have not left room beyond it. Asked by `behaviours/traffic`.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai import roads
from game.sim.ai.neighbours import vehicles_near
from game.sim.angles import direction, turn

if TYPE_CHECKING:
    from game.content.level import Level, Point
    from game.sim.ai.mind import Mind
    from game.sim.entities import Vehicle
    from game.sim.world import World

LINE_GAP = 0.8
"""Metres that he leaves between his bumper and the line."""
EASY, LAG, HARDEST = 3.0, 1.2, 6.0
"""m/s^2 he brakes for a light with, by how much (m/s) his foot is behind that; who would have to brake harder goes on through it."""
OVER = -1.2
"""Who is over the line by more than that is in the junction, and leaves it."""
AT_THE_LINE = 1.0
"""Metres before where he means to stop at which he stops."""
IN_VIEW = 40.0
"""Metres from which he heeds a light at all."""
LOOKS = 3.0
"""Metres, more than he needs to stop with ease, before the line from which he looks whether he may go in."""
ONCOMING, HEAD = 26.0, 13.0
"""How far before their own line those who come towards him count when they drive, and when they stand at green."""
DRIVES, STANDS = 1.5, 1.2
"""Metres a second from which one drives, and under which he stands in the way."""
LANE_HALF, ROOM_BEYOND = 2.2, 6.5
LEFT, OPPOSED = -6000, 22000
"""A turn to the left, and two ways that are opposed: 65,536ths."""
LONGEST_WAIT = 40 * 60
"""Ticks at a line after which he drives in at green all the same: something has broken down there, and he must find a way round."""


class Line(NamedTuple):
    """A line at which he may have to wait: the metres from where he means to stop to it, its signal, the lane it ends, and the way he goes
    on (-1 = the edge of the map)."""

    room: float
    signal: str
    ends: int
    onward: int


def gates(level: Level) -> list[int]:
    """For each lane that begins at a light: the lane that ends there; -1 = it does not."""
    found = [-1] * len(level.lanes)
    for number, lane in enumerate(level.lanes):
        if lane.signal:
            for other in lane.follows:
                found[other] = number
    return found


def crossings(level: Level) -> list[tuple[int, ...]]:
    """For each lane that turns left at a light: those it lets go first, which come from the other side and cross or meet it."""
    before = gates(level)
    found: list[tuple[int, ...]] = []
    for number, gate in enumerate(before):
        mine = level.lanes[number].points
        if gate < 0 or _bend(mine) > LEFT:
            found.append(())
            continue
        found.append(
            tuple(
                other
                for other, its in enumerate(before)
                if its not in (-1, gate) and _is_let_go_first(mine, level.lanes[other].points)
            )
        )
    return found


def _bend(points: tuple[Point, ...]) -> int:
    """How far a lane turns from its beginning to its end, to the right."""
    (ax, ay), (bx, by) = points[:2]
    (cx, cy), (dx, dy) = points[-2:]
    return turn(direction(bx - ax, by - ay), direction(dx - cx, dy - cy))


def _is_let_go_first(mine: tuple[Point, ...], its: tuple[Point, ...]) -> bool:
    (ax, ay), (bx, by) = mine[:2]
    (cx, cy), (dx, dy) = its[:2]
    if abs(turn(direction(bx - ax, by - ay), direction(dx - cx, dy - cy))) < OPPOSED or _bend(its) <= LEFT:
        return False
    (ex, ey), (fx, fy) = mine[-1], its[-1]
    meet = (ex - fx) * (ex - fx) + (ey - fy) * (ey - fy) < roads.SAME
    return meet or any(_cross(a, b, c, d) for a, b in pairwise(mine) for c, d in pairwise(its))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Point, b: Point, p: Point) -> bool:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0.0


# ----------------------------------------------------------------------------------------------- at the wheel


def line_before(world: World, mind: Mind, vehicle: Vehicle) -> Line | None:
    """The line he has not passed yet: that at the end of his lane, or, once he looks through the junction, at its beginning."""
    lanes, gate = world.level.lanes, world.place.lane_gates[mind.lane]
    if lanes[mind.lane].signal:
        ends = mind.lane
    elif gate >= 0 and mind.route_index <= 1:
        ends = gate
    else:
        return None
    (ax, ay), (bx, by) = lanes[ends].points[-2:]
    ux, uy = bx - ax, by - ay
    length = sqrt(ux * ux + uy * uy)
    if length < 0.1:
        return None
    x, y = world.position(vehicle.id)
    room = ((bx - x) * ux + (by - y) * uy) / length - world.vehicle_specs[vehicle.id].length / 2.0 - LINE_GAP
    if not OVER < room < IN_VIEW:
        return None
    onward = roads.choose_next(world, mind.id, ends) if ends == mind.lane else mind.lane
    return Line(room, lanes[ends].signal, ends, onward)


def waits_at(world: World, mind: Mind, vehicle: Vehicle, line: Line) -> bool:
    """Whether he stops at that line, or for it."""
    speed = world.speed(vehicle.id)
    if speed > DRIVES and speed * speed > 2.0 * HARDEST * max(line.room, 0.3):
        return False  # too late to stop before it
    if speed > DRIVES:
        mind.line_tick = world.tick
    if not roads.is_green(world, line.signal):
        return True
    if line.room > LOOKS + speed * speed / (2.0 * EASY) or line.onward < 0 or not is_patient(world, mind):
        return False
    return not _is_way_free(world, vehicle.id, line)


def is_patient(world: World, mind: Mind) -> bool:
    """Whether he takes what keeps him from the line for a queue: one does not go round those who wait at a light."""
    return world.tick - mind.line_tick < LONGEST_WAIT


def speed_to(line: Line) -> float:
    """The speed from which he still comes to a stop at it with ease; 0 = here."""
    return max(0.8, sqrt(2.0 * EASY * line.room) - LAG) if line.room > AT_THE_LINE else 0.0


def _is_way_free(world: World, me: int, line: Line) -> bool:
    """Whether nobody stands in the way through the junction or just beyond it, and nobody comes who goes first."""
    points = world.level.lanes[line.onward].points
    ex, ey = points[-1]
    for x, y in points[1:]:
        for number in vehicles_near(world, x, y):
            if number == me or world.speed(number) > STANDS or not _is_queue(world, number):
                continue
            ox, oy = world.position(number)
            beyond = (ox - ex) * (ox - ex) + (oy - ey) * (oy - ey) < ROOM_BEYOND * ROOM_BEYOND
            if (beyond and _lies_on(points[-2:], ox, oy, ROOM_BEYOND)) or _lies_on(points, ox, oy):
                return False
    return not any(_somebody_comes(world, me, other) for other in world.place.lane_crossings[line.onward])


def _is_queue(world: World, number: int) -> bool:
    """Whether a vehicle that stands will drive on: one without a driver, or the police's, is driven round."""
    vehicle = world.vehicles[number]
    return vehicle.is_traffic and vehicle.seats[0] >= 0 and vehicle.has_engine


def _lies_on(points: tuple[Point, ...], x: float, y: float, longer: float = 0.0) -> bool:
    """Whether a place lies on a way, so much longer at its end."""
    for (ax, ay), (bx, by) in pairwise(points):
        ux, uy = bx - ax, by - ay
        length = sqrt(ux * ux + uy * uy)
        if length > 0.1:
            along = ((x - ax) * ux + (y - ay) * uy) / length
            aside = ((y - ay) * ux - (x - ax) * uy) / length
            if 0.0 < along < length + longer and -LANE_HALF < aside < LANE_HALF:
                return True
    return False


def _somebody_comes(world: World, me: int, other: int) -> bool:
    """Whether a vehicle is on that lane through the junction, or about to be: it drives up to the line, or stands at green."""
    lanes = world.level.lanes
    gate = world.place.lane_gates[other]
    (ax, ay), (bx, by) = lanes[gate].points[-2:]
    ux, uy = bx - ax, by - ay
    length = sqrt(ux * ux + uy * uy)
    is_green = roads.is_green(world, lanes[gate].signal)
    ux, uy = ux / length, uy / length
    for back in (0.0, ONCOMING / 2.0):
        for number in vehicles_near(world, bx - ux * back, by - uy * back):
            if number == me or _goes_elsewhere(world, number, gate, other):
                continue
            x, y = world.position(number)
            drives = world.speed(number) > DRIVES
            if _lies_on(lanes[other].points, x, y) and drives:
                return True
            room, aside = (bx - x) * ux + (by - y) * uy, (y - by) * ux - (x - bx) * uy
            if -LANE_HALF < aside < LANE_HALF and is_green and 0.0 <= room < (ONCOMING if drives else HEAD):
                return True
    return False


def _goes_elsewhere(world: World, number: int, gate: int, other: int) -> bool:
    """Whether a driver in traffic indicates that he turns off, or drives on another lane."""
    driver = world.vehicles[number].seats[0]
    if driver < 0 or not world.vehicles[number].is_traffic:
        return False
    lane = world.minds[driver].lane
    return lane != other and (lane != gate or roads.choose_next(world, driver, gate) != other)
