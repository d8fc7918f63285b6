"""Paths on foot: A* on the square-metre grid of the place, a few hundred expansions a tick, then pulled straight.

Minds ask with `ask`; the queue and the search under way are state of the world: what the budget of one tick does not finish goes on
in the next. Whoever is in a duel searches on his own, with a budget of his own: when he gets his way says nothing of who else asked
for one. A search is capped; then the path leads to the best cell reached. Costs are whole numbers: 10 a step, 14 a
diagonal one, more beside walls, and what `perils` says: where a friend fires, where an enemy sees, where people stand thick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai import perils
from game.sim.ai.perils import BLOCK
from game.sim.ai.pose import pose_of
from game.sim.mission import speech
from game.sim.place import BODY_CLEARANCE
from game.sim.systems import doors

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.physics import Physics
    from game.sim.place import Place
    from game.sim.world import World

BUDGET = 60
"""Expansions a tick; beginning a search takes up a tick of its own."""
ANSWER = 10
"""What pulling a way straight counts as beside the metres, in expansions."""
CAP = 2000
"""Expansions of one search."""
ASK_AGAIN, ASK_AGAIN_IF_LOST = 20, 150
"""Ticks before a mind asks again, after a search that found its goal and after one that did not."""
METRES_AN_EXPANSION = 8
"""Metres looked along in the time of one expansion."""
LONGEST_LEG = 40
"""Cells from one corner of a path to the next at most: what a longer look would save a walker is not worth its time."""
PARKED_TICKS = 45
"""A vehicle that has stood so long is walked round from afar; others are stepped round as one comes to them."""
NEAR_ENOUGH, AT_A_LOSS, CANNOT_AGAIN = 3, 1.6, 900
"""Cells short of the goal that are as good as there; metres from the nearest place within which he stands at it; ticks in which nobody
else says that he cannot get there."""
HEURISTIC = 13
"""Ten is exact; more is greedier and cheaper."""
_STEPS = ((1, 0, 10), (1, 1, 14), (0, 1, 10), (-1, 1, 14), (-1, 0, 10), (-1, -1, 14), (0, -1, 10), (1, -1, 14))
_MOVES = tuple(tuple(step for d, step in enumerate(_STEPS) if ways >> d & 1) for ways in range(256))
"""For each set of ways out of a cell, its steps: to the east and south, and what each costs."""


@dataclass(slots=True)
class Search:
    """A way that is being looked for: plain data, so that it can wait for the next tick and be put aside with the world."""

    mind: int
    x: float
    y: float
    """Where it shall end."""
    asked: Point
    """The goal as the mind has it."""
    goal: int
    """Cell of the goal: row times width plus column, as all cells here."""
    heap: list[tuple[int, int]]
    cost: dict[int, int]
    came: dict[int, int] = field(default_factory=dict)
    closed: dict[int, bool] = field(default_factory=dict)
    """Cells that have been looked at, and `parked` from the beginning."""
    parked: dict[int, bool] = field(default_factory=dict)
    """Cells on which vehicles stood when it began, but for those at either end."""
    dear: dict[int, int] = field(default_factory=dict)
    """What cells cost beside the way for doors, friends' fire and crowds, as these were when it began."""
    eyes: perils.Eyes | None = None
    """Those who would fire at the walker, as he knew of them when it began; None = nobody."""
    nearest: int = -1
    nearest_far: int = 1 << 30
    expanded: int = 0
    is_done: bool = False
    """Every cell that needed looking at has been: what is left is to pull the way straight."""
    way: list[Point] = field(default_factory=list)
    """The way found, cell by cell, and `corners`, as far as it has been pulled straight, up to the `pulled`-th point."""
    corners: list[Point] = field(default_factory=list)
    pulled: int = 0


def ask(world: World, mind: Mind, x: float, y: float) -> None:
    """Asks for a path from where the person stands to a point."""
    mind.goal_x, mind.goal_y = x, y
    if not mind.is_waiting_for_path:
        mind.is_waiting_for_path = True
        if mind.id not in world.beliefs:
            world.path_queue.append(mind.id)


def advance(world: World) -> None:
    """Goes on with the search under way as far as the budget goes; where there is none, begins that of the next who asked."""
    if world.search is None:
        _begin_next(world)
    else:
        _go_on(world, world.search)
    for who in sorted(world.beliefs):
        search = world.own_searches.get(who)
        if search is not None:
            _go_on(world, search)
        elif world.minds[who].is_waiting_for_path and (world.search is None or world.search.mind != who):
            _begin_own(world, who)


def _go_on(world: World, search: Search) -> None:
    """One tick's share of a search; the way to whoever asked, once it is found."""
    left = BUDGET
    if not search.is_done:
        before = search.expanded
        expand(world.place, search, left, world.physics)
        left -= search.expanded - before
        world.stats["expansions"] += search.expanded - before
    if search.is_done and left > ANSWER:
        pull(world.place, search, left - ANSWER, world.physics)
        if search.pulled >= len(search.way):
            _answer(world, search)


def _begin_next(world: World) -> None:
    """Lays out what the next who still waits for a path has to look through."""
    while world.path_queue:
        mind = world.minds[world.path_queue.pop(_first(world))]
        if mind.id in world.beliefs:
            continue  # he asked before the duel began; now he has a turn of his own
        if mind.goal_x < 0.0:
            mind.is_waiting_for_path = False  # he has given that up while he stood in the queue
        elif mind.is_waiting_for_path:
            world.search = _laid_out(world, mind)
            return


def _begin_own(world: World, who: int) -> None:
    """Lays out the search of somebody in a duel, who waits for nobody."""
    mind = world.minds[who]
    if mind.goal_x < 0.0:
        mind.is_waiting_for_path = False
    else:
        world.own_searches[who] = _laid_out(world, mind)


def _laid_out(world: World, mind: Mind) -> Search:
    """A search from where somebody stands to where he wants to go, with what stands and threatens on the way as it is now."""
    search = begin(world.place, mind.id, *world.position(mind.id), mind.goal_x, mind.goal_y)
    search.parked = _parked(world, search)
    person = world.person(mind.id)
    if world.doors:
        search.parked |= doors.barred_cells(world, person)
        search.dear = doors.costs(world, person)
    search.dear = perils.lay(world, person, search.dear)
    search.eyes = perils.eyes(world, person)
    search.is_done = search.is_done and not (search.parked or search.eyes or _is_dear(world, search))
    if not search.is_done:
        search.closed = search.parked.copy()
        search.closed.pop(search.heap[0][1], None)
    return search


def _first(world: World) -> int:
    """Whose turn it is in the queue: the player's own people do not wait behind a street full of passers-by who run for it."""
    for number, who in enumerate(world.path_queue):
        if who in world.team_ids or who in world.crew_ids:
            return number
    return 0


def _is_dear(world: World, search: Search) -> bool:
    """Whether the straight way leads over dear ground."""
    dear, width = search.dear, world.place.width
    if not dear:
        return False
    start = search.heap[0][1]
    x, y = start % width + 0.5, start // width + 0.5
    steps = max(abs(int(search.x) - start % width), abs(int(search.y) - start // width), 1)
    sx, sy = (search.x - x) / steps, (search.y - y) / steps
    return any(int(y + sy * step) * width + int(x + sx * step) in dear for step in range(1, steps + 1))


def _answer(world: World, search: Search) -> None:
    """The path to whoever asked, unless he has thought better of it."""
    if world.search is search:
        world.search = None
    else:
        del world.own_searches[search.mind]
    world.stats["paths"] += 1
    mind = world.minds[search.mind]
    if mind.is_waiting_for_path and search.asked == (mind.goal_x, mind.goal_y):
        mind.is_waiting_for_path = False
        mind.path = search.corners
        mind.path_index = 0
        mind.ask_after = world.tick + (ASK_AGAIN if search.nearest == search.goal else ASK_AGAIN_IF_LOST)
        if search.nearest != search.goal:
            _says_so(world, search)
    elif mind.id not in world.path_queue:
        mind.is_waiting_for_path = False  # he means to go elsewhere by now: he may ask again


def _says_so(world: World, search: Search) -> None:
    """Whoever was ordered to go where no way leads tells it, once he stands as near as he gets and that is well short of it."""
    mind = world.minds[search.mind]
    if mind.ordered is None or mind.id == world.player:
        return
    width = world.place.width
    x, y = world.position(mind.id)
    column, row = search.nearest % width, search.nearest // width
    is_short = max(abs(column - search.goal % width), abs(row - search.goal // width)) > NEAR_ENOUGH
    if is_short and abs(column + 0.5 - x) < AT_A_LOSS and abs(row + 0.5 - y) < AT_A_LOSS:
        speech.call(world, mind.id, "bark.cannot", CANNOT_AGAIN)


def _parked(world: World, search: Search) -> dict[int, bool]:
    """The cells that standing vehicles take up, but for those beside the start and the goal: one gets away from a car, and to its door."""
    width = world.place.width
    ends = (search.heap[0][1], search.goal)
    found = _cells_taken(world).copy()
    for end in ends:
        for row in (-width, 0, width):
            for cell in (end + row - 1, end + row, end + row + 1):
                found.pop(cell, None)
    return found


def _cells_taken(world: World) -> dict[int, bool]:
    """The cells that standing vehicles take up: the same for all who ask until one of them moves, or another comes to stand."""
    x, y, angle = world.physics.x, world.physics.y, world.physics.angle
    stands = [
        (vehicle.id, x[vehicle.id], y[vehicle.id], angle[vehicle.id])
        for vehicle in world.vehicles
        if vehicle.still_ticks >= PARKED_TICKS and not vehicle.is_absent
    ]
    known, found = world.cells_taken
    if known != stands:
        found = {}
        for row in stands:
            found |= _cells_under(world, row)
        world.cells_taken = (stands, found)
    return found


def _cells_under(world: World, stands: tuple[int, float, float, float]) -> dict[int, bool]:
    """The cells whose middle a walker cannot stand on for a vehicle (number and pose): worked out when it has moved since the last look."""
    number = stands[0]
    known = world.cells_under.get(number)
    if known is not None and known[0] == stands:
        return known[1]
    pose = pose_of(world, number)
    half_length, half_width = pose.spec.length / 2.0 + BODY_CLEARANCE, pose.spec.width / 2.0 + BODY_CLEARANCE
    bound = half_length + half_width
    cells: dict[int, bool] = {}
    for row in range(int(pose.y - bound), int(pose.y + bound) + 1):
        dy = row + 0.5 - pose.y
        for column in range(int(pose.x - bound), int(pose.x + bound) + 1):
            dx = column + 0.5 - pose.x
            along, across = dx * pose.fx + dy * pose.fy, dy * pose.fx - dx * pose.fy
            if -half_length < along < half_length and -half_width < across < half_width:
                cells[row * world.place.width + column] = True
    world.cells_under[number] = (stands, cells)
    return cells


def find(place: Place, x0: float, y0: float, x1: float, y1: float) -> tuple[list[Point], int]:
    """Corner points of a way from one point to (or near) another, and the expansions it took: a whole search at once."""
    search = begin(place, -1, x0, y0, x1, y1)
    expand(place, search, CAP)
    while not search.way or search.pulled < len(search.way):
        pull(place, search, CAP)
    return search.corners, search.expanded


def begin(place: Place, mind: int, x0: float, y0: float, x1: float, y1: float) -> Search:
    """A search from one point to another, done already if one can walk straight."""
    asked = (x1, y1)
    x0, y0 = place.nearest_free(x0, y0)
    x1, y1 = place.nearest_free(x1, y1)
    start, goal = int(y0) * place.width + int(x0), int(y1) * place.width + int(x1)
    search = Search(mind, x1, y1, asked, goal, [(0, start)], {start: 0}, nearest=start)
    if place.is_walkable(x0, y0, x1, y1):
        search.nearest, search.is_done = goal, True
    return search


def expand(place: Place, search: Search, budget: int, physics: Physics | None = None) -> None:
    """Goes on for so many expansions, or to the goal, or until nothing is left to look at; two looks from enemies' places
    count as one."""
    if search.is_done:
        return
    watching = search.eyes if physics is not None else None
    blocks = watching.blocks if watching is not None else {}
    width, ways, cover = place.width, place.ways, place.cover
    heap, costs, came, closed = search.heap, search.cost, search.came, search.closed
    goal, nearest, nearest_far, dear = search.goal, search.nearest, search.nearest_far, search.dear
    gx, gy = goal % width, goal // width
    left = min(budget, CAP - search.expanded)
    while left > 0 and heap:
        cell = heappop(heap)[1]
        if cell in closed:
            continue
        closed[cell] = True
        left -= 1
        search.expanded += 1
        if cell == goal:
            nearest = goal
            search.is_done = True
            break
        cost = costs[cell]
        if watching is not None and physics is not None:
            more = blocks.get(cell // width // BLOCK * width + cell % width // BLOCK)
            if more is None:
                more, looks = perils.is_seen(physics, watching, place, cell)
                left -= looks // 2
            cost += more
        off_x, off_y = cell % width - gx, cell // width - gy
        for dx, dy, price in _MOVES[ways[cell]]:
            other = cell + dy * width + dx
            if other in closed:
                continue
            new = cost + price + 4 if cover[other] else cost + price
            if other in dear:
                new += dear[other]
            if other in costs and new >= costs[other]:
                continue
            costs[other] = new
            came[other] = cell
            ax, ay = off_x + dx, off_y + dy
            ax, ay = ax if ax > 0 else -ax, ay if ay > 0 else -ay
            far = 10 * ax + 4 * ay if ax > ay else 10 * ay + 4 * ax
            if far < nearest_far:
                nearest, nearest_far = other, far
            heappush(heap, (new + far * HEURISTIC // 10, other))
    search.nearest, search.nearest_far = nearest, nearest_far
    if not heap or search.expanded >= CAP:
        search.is_done = True


def pull(place: Place, search: Search, budget: int, physics: Physics | None = None) -> int:
    """Goes on with pulling the way found straight, for about so many expansions' time; the metres looked along."""
    if not search.way:
        search.way = _cells_of(place, search)
        search.pulled = 1
        if len(search.way) == 1:
            search.corners.append(search.way[0])
    way, metres = search.way, 0
    while search.pulled < len(way) and metres < budget * METRES_AN_EXPANSION:
        anchor = search.corners[-1] if search.corners else way[0]
        far = search.pulled
        step = 16
        while step:
            metres += step
            if far + step < min(len(way), search.pulled + LONGEST_LEG) and _may_cut(
                place, search, anchor, search.pulled, far + step, physics
            ):
                far += step
            else:
                step //= 2
        search.corners.append(way[far])
        search.pulled = far + 1
    return metres


def _cells_of(place: Place, search: Search) -> list[Point]:
    """The middles of the cells on the way to the goal, or to the nearest cell to it that was reached."""
    cells = [search.nearest]
    while cells[-1] in search.came:
        cells.append(search.came[cells[-1]])
    cells.reverse()
    points = [(cell % place.width + 0.5, cell // place.width + 0.5) for cell in cells]
    if search.nearest == search.goal:
        points[-1] = (search.x, search.y)
    return points


def _may_cut(place: Place, search: Search, anchor: Point, first: int, last: int, physics: Physics | None) -> bool:
    """Whether one leg may stand for a piece of the way found: it is free, and leads over no dearer ground than that does."""
    end = search.way[last]
    if not _is_straight(place, search.parked, anchor, end):
        return False
    if not search.dear and search.eyes is None:
        return True
    (x, y), (ex, ey) = anchor, end
    steps = last - first + 1
    straight = [(x + (ex - x) * k / steps, y + (ey - y) * k / steps) for k in range(1, steps + 1)]
    return _peril(place, search, straight, physics) <= _peril(place, search, search.way[first : last + 1], physics)


def _peril(place: Place, search: Search, points: Sequence[Point], physics: Physics | None) -> int:
    """What stepping on these points costs beside the way."""
    width, dear = place.width, search.dear
    cells = [int(y) * width + int(x) for x, y in points]
    found = 0
    for cell in cells:
        if cell in dear:
            found += dear[cell]
    if search.eyes is not None and physics is not None:
        blocks = search.eyes.blocks
        for cell in cells:
            known = blocks.get(cell // width // BLOCK * width + cell % width // BLOCK)
            found += perils.is_seen(physics, search.eyes, place, cell)[0] if known is None else known
    return found


def _is_straight(place: Place, parked: dict[int, bool], start: Point, end: Point) -> bool:
    """Whether one can walk straight from one point to another, past walls and parked vehicles."""
    if not parked:
        return place.is_walkable(*start, *end)
    (x, y), (ex, ey) = start, end
    dx, dy = ex - x, ey - y
    steps = int(((dx if dx >= 0.0 else -dx) + (dy if dy >= 0.0 else -dy)) * 1.6) + 1
    sx, sy = dx / steps, dy / steps
    blocked, width = place.blocked, place.width
    for _ in range(steps):
        x += sx
        y += sy
        cell = int(y) * width + int(x)
        if blocked[cell] or cell in parked:
            return False
    return True
