"""Feet of a mind: walk to a place by a path, round vehicles, past people, and try something else when stuck.

Writes hands only. Behaviours call `walk_to`, `look_at`, `stand`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import navigation, perils
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import CELL, ROW, rushing_near, vehicles_near
from game.sim.angles import COS, SIN, direction, from_radians
from game.sim.input_frame import AIM_DISTANCE_STEP, Button
from game.sim.systems import boarding, doors

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

SKIRT = 0.62
"""Metres kept from a vehicle's outline."""
CLEAR_METRES, CLEAR_SECONDS, CLEAR_ROOM = 45.0, 2.5, 1.1
"""How far off, how soon and how near a rushing vehicle makes a walker give way."""
APART = 1.3
"""Metres that walkers like to keep between them."""
AT_WORK = ("crew", "police")
"""Whose errands lead along the middle of the road: they keep clear of the traffic too."""
STUCK_TICKS = 45
STUCK_METRES = 0.35
SIDESTEP_TICKS = 36
POINT_REACHED, REACHED_BY_CARE = 0.7, 0.25
"""How near to a corner of his way he turns into the next leg: whoever has stumbled on it takes the corner itself."""
REPLAN_METRES = 1.5
SHORT_METRES = 4.0
"""So far he just goes, whoever fires or looks."""


def stand(mind: Mind) -> None:
    """Stands still."""
    mind.hands.move_x = mind.hands.move_y = 0
    mind.hands.buttons &= ~Button.RUN


def press(person: Person, mind: Mind, button: int) -> None:
    """Presses a button that acts once: down now, up the next time the hands move."""
    if not person.held_before & button:
        mind.hands.buttons |= button


def look_at(world: World, mind: Mind, x: float, y: float) -> None:
    """Turns to a point."""
    px, py = world.position(mind.id)
    dx, dy = x - px, y - py
    if dx * dx + dy * dy > 0.04:
        mind.hands.aim = direction(dx, dy)
        mind.hands.aim_distance = min(255, int(sqrt(dx * dx + dy * dy) / AIM_DISTANCE_STEP))


def walk_to(world: World, person: Person, mind: Mind, x: float, y: float, near: float = 0.8, runs: bool = True) -> bool:
    """Goes to a point by a path; whether he is there. Looks where he goes unless he aims at something."""
    px, py = world.position(person.id)
    dx, dy = x - px, y - py
    far = dx * dx + dy * dy
    if far < near * near:
        stand(mind)
        mind.path.clear()
        mind.goal_x = -1.0
        mind.stumbles = 0
        return True
    if world.tick >= mind.ask_after and not mind.is_waiting_for_path and _needs_path(mind, x, y):
        is_straight = far < 900.0 and mind.stumbles == 0 and world.place.is_walkable(px, py, x, y)
        if is_straight and world.doors and doors.is_barred(world, person, px, py, x, y):
            is_straight = False
        if is_straight and far > SHORT_METRES * SHORT_METRES:
            is_straight = not perils.is_straight_way_dear(world, person, px, py, x, y)
        if is_straight:
            mind.path = [(x, y)]
            mind.path_index = 0
            mind.goal_x, mind.goal_y = x, y
        else:
            navigation.ask(world, mind, x, y)
    tx, ty = _next_point(world, mind, px, py, x, y)
    _head_for(world, person, mind, px, py, tx, ty, runs and far > 4.0)
    return False


def _needs_path(mind: Mind, x: float, y: float) -> bool:
    moved = abs(mind.goal_x - x) + abs(mind.goal_y - y) > REPLAN_METRES
    return moved or not mind.path


def _next_point(world: World, mind: Mind, px: float, py: float, x: float, y: float) -> tuple[float, float]:
    path = mind.path
    near = REACHED_BY_CARE if mind.stumbles else POINT_REACHED
    while mind.path_index < len(path):
        tx, ty = path[mind.path_index]
        if (tx - px) * (tx - px) + (ty - py) * (ty - py) > near * near:
            return tx, ty
        mind.path_index += 1
    if path:
        path.clear()
    return x, y


def _head_for(world: World, person: Person, mind: Mind, px: float, py: float, tx: float, ty: float, runs: bool) -> None:
    around = vehicles_near(world, px, py)
    if around:
        tx, ty = _round(world, around, px, py, tx, ty)
    dx, dy = tx - px, ty - py
    length = sqrt(dx * dx + dy * dy)
    if length < 0.01:
        stand(mind)
        return
    dx, dy = dx / length, dy / length
    if world.tick < mind.sidestep_until:
        along = 0.3 if mind.stumbles & 1 else -1.0  # every second time back out of the gap he does not fit through
        dx, dy = -dy * mind.sidestep + dx * along, dx * mind.sidestep + dy * along
    else:
        if world.tick - mind.watch_tick >= STUCK_TICKS:
            _watch_progress(world, mind, px, py)
        sx, sy = _keep_apart(world, person, px, py)
        dx, dy = dx + sx, dy + sy
        is_in_the_road = person.side in AT_WORK
        if world.rushing or is_in_the_road:
            dx, dy, hastens = _keep_clear(world, px, py, dx, dy, is_in_the_road)
            runs = runs or hastens
    scale = sqrt(dx * dx + dy * dy)
    if scale > 1.0:
        dx, dy = dx / scale, dy / scale
    pace = 127.0 if length > 1.0 or runs else 70.0
    hands = mind.hands
    hands.move_x, hands.move_y = int(dx * pace), int(dy * pace)
    if runs:
        hands.buttons |= Button.RUN
    else:
        hands.buttons &= ~Button.RUN
    if not hands.buttons & (Button.AIM | Button.FIRE):
        hands.aim = direction(dx, dy)


def _watch_progress(world: World, mind: Mind, px: float, py: float) -> None:
    """Nobody leans on an obstacle for long: a step aside, then a new path. Called when so many ticks have passed."""
    moved = abs(px - mind.watch_x) + abs(py - mind.watch_y)
    if moved < STUCK_METRES and world.tick - mind.watch_tick < STUCK_TICKS + 12:
        bits = dice.draw(world.setup.seed, mind.id, dice.Purpose.WANDER, world.tick)
        mind.sidestep = 1 if bits & 1 else -1
        mind.sidestep_until = world.tick + SIDESTEP_TICKS
        mind.stumbles += 2 if mind.stumbles == 0 and _is_beside_a_vehicle(world, px, py) else 1
        mind.path.clear()
        mind.goal_x = -1.0
    mind.watch_x, mind.watch_y, mind.watch_tick = px, py, world.tick


def _is_beside_a_vehicle(world: World, x: float, y: float) -> bool:
    return any(boarding.gap(world, world.vehicles[number], x, y) < SKIRT for number in vehicles_near(world, x, y))


def _keep_clear(
    world: World, px: float, py: float, dx: float, dy: float, with_traffic: bool
) -> tuple[float, float, bool]:
    """The step that keeps him out of the way of whoever comes rushing, and whether to run: aside if he stands in it, else not into it."""
    for rush in rushing_near(world, px, py, CLEAR_METRES, with_traffic):
        rx, ry = px - rush.x, py - rush.y
        if not -1.0 < rx * rush.ux + ry * rush.uy < rush.speed * CLEAR_SECONDS + 4.0:
            continue
        across = ry * rush.ux - rx * rush.uy
        width = world.vehicle_specs[rush.number].width / 2.0
        side = 1.0 if across > 0.0 else -1.0
        if across * side < width + CLEAR_ROOM:
            return -rush.uy * side, rush.ux * side, True
        if across * side < width + 2.5 * CLEAR_ROOM and (dy * rush.ux - dx * rush.uy) * side < 0.0:
            return 0.0, 0.0, False
    return dx, dy, False


def _keep_apart(world: World, person: Person, px: float, py: float) -> tuple[float, float]:
    """The push away from those within arm's reach. As `people_near`, less its list: it runs for every step of every walker."""
    sx = sy = 0.0
    x, y, grid = world.physics.x, world.physics.y, world.grid
    left, right = int(px - APART) // CELL, int(px + APART) // CELL + 1
    for row in range(int(py - APART) // CELL * ROW, int(py + APART) // CELL * ROW + 1, ROW):
        for cell in range(row + left, row + right):
            for who in grid.get(cell, ()):
                dx, dy = px - x[who], py - y[who]
                far = dx * dx + dy * dy
                if 0.0001 < far < APART * APART and who != person.id and who != person.lifting:
                    push = 0.35 / far if far > 0.35 else 1.0
                    sx += dx * push
                    sy += dy * push
    return sx, sy


def _round(world: World, vehicles: Sequence[int], px: float, py: float, tx: float, ty: float) -> tuple[float, float]:
    """The point to head for so as not to walk into one of the vehicles: a corner of the first one in the way."""
    dx, dy = tx - px, ty - py
    length = sqrt(dx * dx + dy * dy)
    reach = 7.0 if length > 7.0 else length
    if length < 0.01:
        return tx, ty
    ux, uy = dx / length, dy / length
    ex, ey = px + ux * reach, py + uy * reach
    best: tuple[float, float, float] | None = None
    physics = world.physics
    xs, ys, specs = physics.x, physics.y, world.vehicle_specs
    for number in vehicles:
        vx, vy, spec = xs[number], ys[number], specs[number]
        ox, oy = vx - px, vy - py
        bound = spec.length / 2.0 + SKIRT + reach
        if ox * ox + oy * oy > bound * bound:
            continue
        # Beside his way by more than its half-diagonal, or so far behind him: `_entry` would say so too.
        bound += spec.width / 2.0 + SKIRT - reach
        if ox * ux + oy * uy < -bound or not -bound < oy * ux - ox * uy < bound:
            continue
        turn = from_radians(physics.angle[number])
        c, s = COS[turn], SIN[turn]
        ax, ay = (px - vx) * c + (py - vy) * s, (py - vy) * c - (px - vx) * s
        bx, by = (ex - vx) * c + (ey - vy) * s, (ey - vy) * c - (ex - vx) * s
        hx, hy = spec.length / 2.0 + SKIRT, spec.width / 2.0 + SKIRT
        entry = _entry(ax, ay, bx, by, hx - 0.27, hy - 0.27)
        if entry is None or (best is not None and entry >= best[0]):
            continue
        gx, gy = (tx - vx) * c + (ty - vy) * s, (ty - vy) * c - (tx - vx) * s
        if abs(gx) < hx and abs(gy) < hy:
            continue  # the goal is at the vehicle itself
        is_blocked = [world.place.is_blocked(vx + u * c - v * s, vy + u * s + v * c) for u, v in _corners(hx, hy)]
        cx, cy = _corner(ax, ay, gx, gy, hx, hy, is_blocked)
        best = (entry, vx + cx * c - cy * s, vy + cx * s + cy * c)
    return (best[1], best[2]) if best is not None else (tx, ty)


def _entry(ax: float, ay: float, bx: float, by: float, hx: float, hy: float) -> float | None:
    """Share of the way a-b at which it enters the box |x| <= hx, |y| <= hy; None = it does not."""
    low, high = 0.0, 1.0
    for start, delta, half in ((ax, bx - ax, hx), (ay, by - ay, hy)):
        if -1e-9 < delta < 1e-9:
            if start < -half or start > half:
                return None
            continue
        first, second = (-half - start) / delta, (half - start) / delta
        if first > second:
            first, second = second, first
        if first > low:
            low = first
        if second < high:
            high = second
        if low > high:
            return None
    return low


def _corners(hx: float, hy: float) -> tuple[tuple[float, float], ...]:
    """The four points one walks round a box by (in its frame)."""
    hx, hy = hx * 1.06, hy * 1.12
    return (hx, hy), (hx, -hy), (-hx, hy), (-hx, -hy)


def _corner(
    ax: float, ay: float, gx: float, gy: float, hx: float, hy: float, is_blocked: list[bool]
) -> tuple[float, float]:
    """The box corner in sight of `a`, and free, that makes the shortest detour to `g` (all in the vehicle's frame)."""
    best: tuple[float, float, float] | None = None
    for (cx, cy), blocked in zip(_corners(hx, hy), is_blocked, strict=True):
        first = sqrt((cx - ax) * (cx - ax) + (cy - ay) * (cy - ay))
        if first < 0.45:
            continue
        cost = first + sqrt((cx - gx) * (cx - gx) + (cy - gy) * (cy - gy))
        if blocked:
            cost += 100.0
        if _entry(ax, ay, cx, cy, hx - 0.36, hy - 0.36) is not None:
            cost += 50.0
        if best is None or cost < best[0]:
            best = (cost, cx, cy)
    assert best is not None
    return best[1], best[2]
