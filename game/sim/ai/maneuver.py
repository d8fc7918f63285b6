"""Turning and backing out in tight places: a search over short arcs, forward and in reverse, round what stands near.

Drivers who are blocked, or whose goal lies behind them, `ask`; the queue and the search under way are state of the world, and a few
expansions are made a tick. The answer is a list of legs (gear, wheel, metres) in the mind; `steering` drives them. Owns
nothing of driving itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai.pose import pose_of
from game.sim.ai.surroundings import CELLS_A_METRE, HALF, SIDE, near_cells, near_posts, solid_around
from game.sim.angles import COS, SIN, UNITS_PER_RADIAN, direction, turn

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

Goal = tuple[float, float, int]
"""A point of a driver's way, and which way it runs there."""
STEP = 1.5
"""Metres of one arc."""
BUDGET = 6
"""Expansions a tick."""
CAP, TRAFFIC_CAP = 420, 90
"""Expansions after which there is no way; the traffic sooner waits until what is ahead has gone."""
HEADINGS = 24
LOCK_SHARE = 0.88
"""Of the full lock: what a driver plans with."""
REVERSE_COST, SWITCH_COST, WHEEL_COST = 1.5, 4.0, 0.4
ROUND_COST = 6.0
"""Metres that facing away from the goal is worth."""
TOUCH_COST = 5.0
"""For each point that touches at the end of an arc: who begins against something gets off it first."""
OUTSIDE, PIERCED = 99, 200
"""In place of the number of points that touch: beyond the ground looked at; a post inside the body."""
ALONG = (1.0, -1.0, 0.75, -0.75, 0.5, -0.5, 0.25, -0.25, 0.0)
"""Where on each flank it is looked whether something touches: closer than a cell of the place is wide, so that no corner slips by."""
BODY_GIVES = 0.05
POSTS_WITHIN = 18.0
MARGIN = 0.22
"""Metres kept from what stands near."""
ARRIVED = 2.0
FACING = 3600
"""20 degrees: facing the goal well enough to drive at it."""
ASK_AGAIN = 90


@dataclass(slots=True)
class Maneuver:
    """A search under way: plain data, so that it can wait for the next tick and be put aside with the world."""

    mind: int
    vehicle: int
    left: float
    top: float
    """Corner of the ground looked at, metres."""
    solid: bytearray
    """One byte a quarter square metre: 1 = a wall or something that stands."""
    posts: list[tuple[float, float, float]]
    """x, y and radius of what stands alone: too thin for the cells."""
    near: bytes
    """One byte a cell: 0 = whoever has his middle there touches no wall and no vehicle, whichever way he faces."""
    near_posts: bytes
    """The same of posts alone."""
    goal_x: float
    goal_y: float
    goal_heading: int
    """Which way his way runs there."""
    reach: float
    """Half the body's length, and `beam` half its width, with the margin."""
    beam: float
    arm: float
    cap: int
    radius: float
    """Of the tightest turn of the rear axle."""
    nodes: list[tuple[float, float, int, float, int, int, int, int]]
    """Rear axle's x, y, heading, cost, node it came from, gear, wheel, how many points touch."""
    heap: list[tuple[float, int]]
    seen: dict[int, float] = field(default_factory=dict)
    outlines: dict[int, list[Point]] = field(default_factory=dict)
    """The body's outline at each heading asked for, in cells round its middle."""
    expanded: int = 0
    found: int = -1
    is_done: bool = False


def ask(world: World, mind: Mind, goals: list[Goal]) -> None:
    """Asks for a maneuver towards the first of several goals that nothing stands on; the driver waits for the answer."""
    if not mind.is_waiting_for_maneuver:
        mind.is_waiting_for_maneuver = True
        mind.maneuver_goals = goals
        world.maneuver_queue.append(mind.id)


def advance(world: World) -> None:
    """Goes on with the search under way, or begins the next."""
    if world.maneuver is None:
        if not world.maneuver_queue:
            return
        mind = world.minds[world.maneuver_queue.pop(0)]
        person = world.person(mind.id)
        if not mind.is_waiting_for_maneuver or person.vehicle < 0 or person.seat != 0:
            mind.is_waiting_for_maneuver = False
            return
        world.maneuver = begin(world, mind.id, person.vehicle, mind.maneuver_goals)
        return  # looking round was enough for one tick
    search = world.maneuver
    expand(search, BUDGET)
    if search.is_done:
        world.maneuver = None
        mind = world.minds[search.mind]
        if mind.is_waiting_for_maneuver:
            mind.is_waiting_for_maneuver = False
            mind.legs = legs_of(search)
            metres = 0.0
            for leg in mind.legs:
                metres += leg[2]
            mind.leg_tick = world.tick
            mind.legs_until = world.tick + 120 + int(metres * 60.0) + 40 * len(mind.legs)
            mind.maneuver_after = world.tick + (ASK_AGAIN if mind.legs else 2 * ASK_AGAIN)


def begin(world: World, mind: int, vehicle: int, goals: list[Goal]) -> Maneuver:
    """A search from where a vehicle stands."""
    pose = pose_of(world, vehicle)
    spec, chassis = pose.spec, world.chassis[vehicle]
    lock = int(spec.steer_lock_degrees * LOCK_SHARE * 65536 / 360)
    left, top = int(pose.x) - HALF / CELLS_A_METRE, int(pose.y) - HALF / CELLS_A_METRE
    search = Maneuver(
        mind,
        vehicle,
        left,
        top,
        solid_around(world, pose, left, top),
        [
            (post.x, post.y, post.radius)
            for post in world.place.posts_near(pose.x, pose.y)
            if abs(post.x - pose.x) < POSTS_WITHIN and abs(post.y - pose.y) < POSTS_WITHIN
        ],
        b"",
        b"",
        *goals[0],
        spec.length / 2.0 + MARGIN,
        spec.width / 2.0 + MARGIN,
        chassis.arm,
        TRAFFIC_CAP if world.vehicles[vehicle].is_traffic else CAP,
        spec.wheelbase * COS[lock] / SIN[lock],
        [],
        [],
    )
    bound = sqrt(search.reach * search.reach + search.beam * search.beam) + 0.9
    search.near = near_cells(search.solid, bound)
    search.near_posts = near_posts(search.posts, left, top, bound)
    free = [goal for goal in goals if not _is_solid(search, goal[0], goal[1])]
    search.goal_x, search.goal_y, search.goal_heading = free[0] if free else goals[-1]
    x, y = pose.x - pose.fx * chassis.arm, pose.y - pose.fy * chassis.arm
    touches = _touches(search, x, y, pose.heading, OUTSIDE)
    search.nodes.append((x, y, pose.heading, 0.0, -1, 0, 0, touches))
    search.heap.append((0.0, 0))
    return search


def _is_solid(search: Maneuver, x: float, y: float) -> bool:
    column, row = int((x - search.left) * 2.0), int((y - search.top) * 2.0)
    return 0 <= column < SIDE and 0 <= row < SIDE and search.solid[row * SIDE + column] != 0


def _touches(search: Maneuver, x: float, y: float, heading: int, most: int) -> int:
    """How many points of the outline lie on something solid, with the rear axle at (x, y); OUTSIDE and more = it cannot be there.

    Nobody who has no use for more than `most` gets a full count.
    """
    fx, fy = COS[heading], SIN[heading]
    arm = 2.0 * search.arm
    mx, my = (x - search.left) * 2.0 + fx * arm, (y - search.top) * 2.0 + fy * arm
    if not (12.0 < mx < SIDE - 12.0 and 12.0 < my < SIDE - 12.0):
        return OUTSIDE
    cell = int(my) * SIDE + int(mx)
    count = _posts_under(search, x, y, fx, fy) if search.near_posts[cell] else 0
    if count > most or not search.near[cell]:
        return count
    outline = search.outlines.get(heading)
    if outline is None:
        outline = search.outlines[heading] = _outline(search.reach, search.beam, fx, fy)
    solid = search.solid
    for ox, oy in outline:
        if solid[int(my + oy) * SIDE + int(mx + ox)]:
            count += 1
            if count > most:
                return count
    return count


def _outline(reach: float, beam: float, fx: float, fy: float) -> list[Point]:
    """Points of a body's outline round its middle, in cells: nose and tail first, they meet things soonest."""
    fx, fy = 2.0 * fx, 2.0 * fy
    found = [(fx * reach, fy * reach), (-fx * reach, -fy * reach)]
    for share in ALONG:
        for side in (beam, -beam):
            found.append((fx * reach * share - fy * side, fy * reach * share + fx * side))
    return found


def _posts_under(search: Maneuver, x: float, y: float, fx: float, fy: float) -> int:
    """How many posts stand within the margin of the outline, with the rear axle at (x, y)."""
    count = 0
    reach, beam, arm = search.reach, search.beam, search.arm
    for px, py, radius in search.posts:
        dx, dy = px - x, py - y
        across, along = dy * fx - dx * fy, dx * fx + dy * fy - arm
        past = max(abs(across) - beam, abs(along) - reach) - radius
        if past < -MARGIN - BODY_GIVES:
            return PIERCED
        count += past < 0.0
    return count


def expand(search: Maneuver, budget: int) -> None:
    """Goes on for so many expansions, or until the goal can be driven at."""
    bend = int(STEP / search.radius * UNITS_PER_RADIAN)
    ahead, aside = search.radius * SIN[bend], search.radius * (1.0 - COS[bend])
    while budget > 0 and search.heap and search.expanded < search.cap and not search.is_done:
        number = heappop(search.heap)[1]
        x, y, heading, cost, _, gear, wheel, touches = search.nodes[number]
        if touches == 0 and number and _can_go_on(search, x, y, heading):
            search.found, search.is_done = number, True
            return
        budget -= 1
        search.expanded += 1
        fx, fy = COS[heading], SIN[heading]
        for way in (1, -1):
            base = cost + (STEP if way > 0 else STEP * REVERSE_COST)
            if gear and way != gear:
                base += SWITCH_COST
            for side in (0, -1, 1):
                along, across = (ahead * way, aside * side) if side else (STEP * way, 0.0)
                nx, ny = x + fx * along - fy * across, y + fy * along + fx * across
                _try(
                    search,
                    nx,
                    ny,
                    (heading + bend * side * way) & 65535,
                    base + (WHEEL_COST if side != wheel else 0.0),
                    number,
                    way,
                    side,
                    touches,
                )
    if not search.heap or search.expanded >= search.cap:
        search.is_done = True


def _try(
    search: Maneuver, x: float, y: float, heading: int, cost: float, parent: int, gear: int, wheel: int, before: int
) -> None:
    """Adds a pose to the search, if it is free (or nearer to free than the one before) and not reached cheaper already."""
    key = (int((y - search.top) * 1.25) * 128 + int((x - search.left) * 1.25)) * HEADINGS + heading * HEADINGS // 65536
    known = search.seen.get(key)
    if known is not None and known <= cost:
        return
    touches = _touches(search, x, y, heading, before)
    if touches:
        if touches > before or touches >= OUTSIDE:
            return
        cost += TOUCH_COST * touches
    search.seen[key] = cost
    search.nodes.append((x, y, heading, cost, parent, gear, wheel, touches))
    dx, dy = search.goal_x - x, search.goal_y - y
    off = turn(heading, direction(dx, dy))
    guess = sqrt(dx * dx + dy * dy) + ROUND_COST * (off if off > 0 else -off) / 32768.0
    heappush(search.heap, (cost + 1.2 * guess, len(search.nodes) - 1))


def _can_go_on(search: Maneuver, x: float, y: float, heading: int) -> bool:
    """Whether the goal is reached, or lies ahead with nothing between."""
    dx, dy = search.goal_x - x, search.goal_y - y
    far = sqrt(dx * dx + dy * dy)
    if far < ARRIVED + search.arm:
        return abs(turn(heading, search.goal_heading)) < 2 * FACING
    if abs(turn(heading, direction(dx, dy))) > FACING:
        return False
    heading = direction(dx, dy)
    at = 1.0
    while at < far - search.arm:
        touches = _touches(search, x + COS[heading] * at, y + SIN[heading] * at, heading, 0)
        if touches:
            return touches == OUTSIDE
        at += 1.0
    return True


def legs_of(search: Maneuver) -> list[tuple[int, int, float]]:
    """The way found as legs: gear (1 or -1), wheel (-1, 0, 1) and metres; empty when there is none."""
    chain = []
    number = search.found
    while number > 0:
        node = search.nodes[number]
        chain.append((node[5], node[6]))
        number = node[4]
    legs: list[tuple[int, int, float]] = []
    for gear, wheel in reversed(chain):
        if legs and legs[-1][:2] == (gear, wheel):
            legs[-1] = (gear, wheel, legs[-1][2] + STEP)
        else:
            legs.append((gear, wheel, STEP))
    return legs
