"""Places to fight from: the far side of walls, corners and vehicles, judged against where the danger is.

Used by `fight` and by those who hold a place. Owns no state; spots are recomputed twice a second at most.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.neighbours import people_near, vehicles_near
from game.sim.angles import COS, QUARTER_TURN, SIN, direction, from_radians
from game.sim.physics import BULLET_MASK

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

ASIDE = 0.75
"""Metres from a vehicle's side at which one crouches behind it."""


def spot_near(
    world: World, person: Person, x: float, y: float, tx: float, ty: float, reach: float, wanted: float = 0.0
) -> tuple[float, float]:
    """The best place within `reach` of (x, y) against a danger at (tx, ty); `wanted` > 0 = the distance to it one likes."""
    px, py = world.position(person.id)
    best_x, best_y, best = x, y, -1e9
    for cx, cy, quality in _candidates(world, x, y, tx, ty, reach):
        if world.place.is_blocked(cx, cy):
            continue
        dx, dy = cx - px, cy - py
        walk = sqrt(dx * dx + dy * dy)
        score = quality - 1.2 * walk
        if wanted > 0.0:
            ex, ey = tx - cx, ty - cy
            off = (sqrt(ex * ex + ey * ey) - wanted) / wanted
            score += 8.0 * (1.0 - (off if off > 0.0 else -off))
        if score + 10.0 <= best:
            continue
        if any(who != person.id and world.person(who).side == person.side for who in people_near(world, cx, cy, 1.4)):
            score -= 15.0
        if score > best:
            best_x, best_y, best = cx, cy, score
    return best_x, best_y


def _candidates(
    world: World, x: float, y: float, tx: float, ty: float, reach: float
) -> list[tuple[float, float, float]]:
    found = [(x, y, 0.0)]
    place = world.place
    threat_sector = (direction(tx - x, ty - y) + 4096 >> 13) & 7
    left, right = max(0, int(x - reach)), min(place.width - 1, int(x + reach))
    top, bottom = max(0, int(y - reach)), min(place.height - 1, int(y + reach))
    mask = 1 << threat_sector
    for row in range(top, bottom + 1):
        start = row * place.width
        for column in range(left, right + 1):
            if place.cover[start + column] & mask:
                found.append((column + 0.5, row + 0.5, 30.0))
    for hint in world.level.covers:
        if (hint.x - x) * (hint.x - x) + (hint.y - y) * (hint.y - y) < reach * reach:
            if COS[hint.facing] * (tx - hint.x) + SIN[hint.facing] * (ty - hint.y) > 0.0:
                found.append((hint.x, hint.y, 34.0))
    for number in vehicles_near(world, x, y):
        found.extend(_behind_vehicle(world, number, tx, ty))
    return [spot for spot in found if (spot[0] - x) * (spot[0] - x) + (spot[1] - y) * (spot[1] - y) <= reach * reach]


def _behind_vehicle(world: World, number: int, tx: float, ty: float) -> list[tuple[float, float, float]]:
    """Three spots along the side away from the danger: the engine block is worth most."""
    vehicle = world.vehicles[number]
    if vehicle.still_ticks < 30 or vehicle.burning_ticks > 0:
        return []
    spec = world.vehicle_specs[number]
    vx, vy = world.position(number)
    turn = from_radians(world.physics.angle[number])
    side = (turn + QUARTER_TURN) & 65535
    sign = -1.0 if COS[side] * (tx - vx) + SIN[side] * (ty - vy) > 0.0 else 1.0
    off = (spec.width / 2.0 + ASIDE) * sign
    spots = []
    for along, quality in ((0.3, 32.0), (-0.05, 24.0), (-0.38, 26.0)):
        reach = spec.length * along
        spots.append((vx + COS[turn] * reach + COS[side] * off, vy + SIN[turn] * reach + SIN[side] * off, quality))
    return spots


def protects(world: World, x: float, y: float, tx: float, ty: float) -> bool:
    """Whether something solid stands close between a place and a danger."""
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 2.0:
        return False
    reach = 2.2 / far
    return not world.physics.is_clear(x, y, x + dx * reach, y + dy * reach, BULLET_MASK | 2)
