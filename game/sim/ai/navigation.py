"""Paths on foot: A* on the square-metre grid of the place, a few hundred expansions a tick, then pulled straight.

Minds ask with `ask`; the queue is state of the world. A search that is begun is finished, so one search is capped too; then the
path leads to the best cell reached. Costs are whole numbers: 10 a step, 14 a diagonal one, more beside walls.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from game.content.level import Point

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.place import Place
    from game.sim.world import World

BUDGET = 260
"""Expansions a tick after which no further search is begun."""
CAP = 1400
"""Expansions of one search."""
ASK_AGAIN, ASK_AGAIN_IF_LOST = 20, 150
"""Ticks before a mind asks again, after a search that found its goal and after one that did not."""
HEURISTIC = 13
"""Ten is exact; more is greedier and cheaper."""
_STEPS = ((1, 0, 10), (1, 1, 14), (0, 1, 10), (-1, 1, 14), (-1, 0, 10), (-1, -1, 14), (0, -1, 10), (1, -1, 14))
_MOVES = tuple(tuple(step for d, step in enumerate(_STEPS) if ways >> d & 1) for ways in range(256))
"""For each set of ways out of a cell, its steps: to the east and south, and what each costs."""

def ask(world: World, mind: Mind, x: float, y: float) -> None:
    """Asks for a path from where the person stands to a point."""
    mind.goal_x, mind.goal_y = x, y
    if not mind.is_waiting_for_path:
        mind.is_waiting_for_path = True
        world.path_queue.append(mind.id)


def advance(world: World) -> None:
    """Answers as many questions as the budget allows, in the order they were asked."""
    spent = answered = 0
    queue = world.path_queue
    while answered < len(queue) and spent < BUDGET:
        mind = world.minds[queue[answered]]
        answered += 1
        if mind.is_waiting_for_path:
            mind.is_waiting_for_path = False
            x, y = world.position(mind.id)
            mind.path, cost = find(world.place, x, y, mind.goal_x, mind.goal_y)
            mind.ask_after = world.tick + (ASK_AGAIN if cost < CAP else ASK_AGAIN_IF_LOST)
            mind.path_index = 0
            spent += cost
            world.stats["expansions"] += cost
            world.stats["paths"] += 1
    del queue[:answered]


def find(place: Place, x0: float, y0: float, x1: float, y1: float) -> tuple[list[Point], int]:
    """Corner points of a way from one point to (or near) another, and the expansions it took."""
    x0, y0 = place.nearest_free(x0, y0)
    x1, y1 = place.nearest_free(x1, y1)
    if place.is_walkable(x0, y0, x1, y1):
        return [(x1, y1)], 1
    width, ways, cover = place.width, place.ways, place.cover
    start, goal = int(y0) * width + int(x0), int(y1) * width + int(x1)
    gx, gy = int(x1), int(y1)
    best_cost: dict[int, int] = {start: 0}
    came: dict[int, int] = {}
    heap = [(0, start)]
    closed: set[int] = set()
    expanded = 0
    nearest, nearest_far = start, 1 << 30
    while heap and expanded < CAP:
        cell = heappop(heap)[1]
        if cell in closed:
            continue
        closed.add(cell)
        expanded += 1
        if cell == goal:
            nearest = goal
            break
        cost = best_cost[cell]
        ax0, ay0 = cell % width - gx, cell // width - gy
        for dx, dy, price in _MOVES[ways[cell]]:
            other = cell + dy * width + dx
            if other in closed:
                continue
            new = cost + price + 4 if cover[other] else cost + price
            if other in best_cost and new >= best_cost[other]:
                continue
            best_cost[other] = new
            came[other] = cell
            ax, ay = ax0 + dx, ay0 + dy
            ax, ay = ax if ax > 0 else -ax, ay if ay > 0 else -ay
            far = 10 * ax + 4 * ay if ax > ay else 10 * ay + 4 * ax
            if far < nearest_far:
                nearest, nearest_far = other, far
            heappush(heap, (new + far * HEURISTIC // 10, other))
    cells = [nearest]
    while cells[-1] in came:
        cells.append(came[cells[-1]])
    cells.reverse()
    points = [(cell % width + 0.5, cell // width + 0.5) for cell in cells]
    if nearest == goal:
        points[-1] = (x1, y1)
    return _pull(place, points), expanded


def _pull(place: Place, points: list[Point]) -> list[Point]:
    """Only the corners: each point is dropped while the next one can be walked to straight."""
    corners = []
    anchor = points[0]
    k = 1
    while k < len(points):
        far = k
        step = 16
        while step:
            if far + step < len(points) and place.is_walkable(*anchor, *points[far + step]):
                far += step
            else:
                step //= 2
        corners.append(points[far])
        anchor = points[far]
        k = far + 1
    return corners or [points[-1]]
