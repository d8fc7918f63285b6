"""Places to fight from: the far side of walls, corners and vehicles, judged against where the danger is.

A place is worth something when it protects and when one can fire from it: over the top of what is low, or a step to the side, round
the corner of what is not. Used by `fight`, `bounding` and by those who hold a place. Owns no state; spots are recomputed
twice a second at most, and only the few best candidates are tried with sight lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from game.sim.ai.neighbours import people_near, vehicles_near
from game.sim.angles import COS, SIN, direction, from_radians
from game.sim.physics import BULLET_MASK, LOW, SIGHT_MASK
from game.sim.systems import boarding

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.place import Zone
    from game.sim.world import World

ASIDE = 0.75
"""Metres from a vehicle's side at which one crouches behind it."""
END_ON = 0.5
"""Square of the slant (35 degrees) from which a side, or an end, of a vehicle hides a man."""
TIGHT = 0.6
"""Metres to any vehicle under which nobody stands: between two bumpers one gets stuck."""
LOOKS = 7
"""Candidates that are tried with sight lines."""
HIDDEN_LOOKS = 14
"""Candidates that are tried when one looks for a place out of sight."""
PEEKS = (0.4, -0.4, 0.7, -0.7, 1.0, -1.0)
"""Metres to either side of cover from which one looks and fires round it: no farther out than one has to."""
SEES, BLIND, OPEN, NAKED = 10.0, -20.0, -22.0, -40.0
"""What it is worth to see the danger from a place or a step beside it; not to; to see it with nothing in between; and that for a
policeman, who has no reason to stand before rifles."""
BARE = -16.0
"""What it is worth to be bare to all the others of them."""
THIN, SHOULDER = -10.0, 0.3
"""What a place is worth that hides not all of a man, and how far his shoulders are from his middle, in metres."""
CROWDED, CLAIMED_METRES = -15.0, 1.6
FLANK, FLANK_COSINE = 9.0, 0.64
"""What a place is worth that lies at least 50 degrees round the enemy from where he is pinned."""


class Spot(NamedTuple):
    """Where one is covered, and from where one fires: the same place, or a step to the side of it."""

    x: float
    y: float
    peek_x: float
    peek_y: float
    sees: bool
    """Whether one can fire at the danger from there."""


def spot_near(
    world: World, person: Person, x: float, y: float, tx: float, ty: float, reach: float, wanted: float = 0.0
) -> tuple[float, float]:
    """The best place within `reach` of (x, y) against a danger at (tx, ty); `wanted` > 0 = the distance to it one likes."""
    return place_near(world, person, x, y, tx, ty, reach, wanted)[:2]


def place_near(
    world: World,
    person: Person,
    x: float,
    y: float,
    tx: float,
    ty: float,
    reach: float,
    wanted: float = 0.0,
    pinned_from: tuple[float, float] | None = None,
    inside: Zone | None = None,
    others: Sequence[tuple[float, float]] = (),
) -> Spot:
    """As `spot_near`, with the spot to fire from, if need be inside a zone; `pinned_from` = where a friend fires at the danger from:
    one likes another side. `others` = where else danger is: one likes to be covered from there too."""
    scored = _scored(world, person, x, y, tx, ty, reach, wanted, pinned_from)
    if inside is not None:
        scored = [one for one in scored if inside.contains(one[1], one[2])]
    scored.sort(reverse=True)
    taken = _taken(world, person)
    best, best_spot = -1e9, Spot(x, y, x, y, False)
    for score, cx, cy in scored[: LOOKS if len(scored) > LOOKS else len(scored)]:
        if score + SEES <= best:
            break
        if any(boarding.gap(world, world.vehicles[number], cx, cy) < TIGHT for number in vehicles_near(world, cx, cy)):
            continue
        if any((ox - cx) * (ox - cx) + (oy - cy) * (oy - cy) < CLAIMED_METRES * CLAIMED_METRES for ox, oy in taken):
            score += CROWDED
        if score + SEES <= best:
            continue
        score, spot = _looked_from(world, person, score, cx, cy, tx, ty, others)
        if score > best:
            best, best_spot = score, spot
    return best_spot


def _looked_from(
    world: World,
    person: Person,
    score: float,
    cx: float,
    cy: float,
    tx: float,
    ty: float,
    others: Sequence[tuple[float, float]],
) -> tuple[float, Spot]:
    """What a place is worth once one has looked from it, and the spot to fire from."""
    spot = _fired_from(world, cx, cy, tx, ty)
    score += SEES if spot.sees else BLIND
    if spot.sees and (spot.peek_x, spot.peek_y) == (cx, cy):
        if not protects(world, cx, cy, tx, ty):
            score += NAKED if person.side == "police" else OPEN
        elif not hides_all(world, cx, cy, tx, ty):
            score += THIN
    if others:
        score += _from_others(world, cx, cy, others)
    return score, spot


def weighed(
    world: World, person: Person, tx: float, ty: float, reach: float, wanted: float
) -> list[tuple[float, float, float]]:
    """The places about him that he would look at, with what each is worth to him now, for an overlay: (x, y, score)."""
    x, y = world.position(person.id)
    scored = sorted(_scored(world, person, x, y, tx, ty, reach, wanted, None), reverse=True)[:LOOKS]
    return [(cx, cy, _looked_from(world, person, score, cx, cy, tx, ty, ())[0]) for score, cx, cy in scored]


def _from_others(world: World, x: float, y: float, others: Sequence[tuple[float, float]]) -> float:
    """What it is worth that some of the other dangers do not reach a place: nothing if all do not."""
    bare = sum(
        1 for ox, oy in others if not protects(world, x, y, ox, oy) and world.physics.is_clear(x, y, ox, oy, SIGHT_MASK)
    )
    return BARE * bare / len(others)


def _scored(
    world: World,
    person: Person,
    x: float,
    y: float,
    tx: float,
    ty: float,
    reach: float,
    wanted: float,
    pinned_from: tuple[float, float] | None,
) -> list[tuple[float, float, float]]:
    """Every candidate with what it is worth before anything is looked at from it: (score, x, y)."""
    px, py = world.position(person.id)
    place = world.place
    found = []
    for cx, cy, quality in _candidates(world, x, y, tx, ty, reach):
        if place.is_blocked(cx, cy):
            continue
        dx, dy = cx - px, cy - py
        score = quality - 1.2 * sqrt(dx * dx + dy * dy)
        ex, ey = tx - cx, ty - cy
        if wanted > 0.0:
            off = (sqrt(ex * ex + ey * ey) - wanted) / wanted
            score += 8.0 * (1.0 - (off if off > 0.0 else -off))
        if pinned_from is not None:
            fx, fy = tx - pinned_from[0], ty - pinned_from[1]
            along = ex * fx + ey * fy
            square = (ex * ex + ey * ey) * (fx * fx + fy * fy)
            if along <= 0.0 or along * along < FLANK_COSINE * FLANK_COSINE * square:
                score += FLANK
        found.append((score, cx, cy))
    return found


def _taken(world: World, person: Person) -> list[tuple[float, float]]:
    """Where friends near by are, or have chosen to be."""
    x, y = world.position(person.id)
    found = []
    for who in people_near(world, x, y, 16.0):
        if who != person.id and world.person(who).side == person.side:
            mind = world.minds[who]
            found.append((mind.cover_x, mind.cover_y) if mind.has_cover and mind.is_fighting else world.position(who))
    return found


def _fired_from(world: World, x: float, y: float, tx: float, ty: float) -> Spot:
    """The place with the step from which one fires: none if one sees the danger from it, else to either side."""
    is_clear = world.physics.is_clear
    if is_clear(x, y, tx, ty, SIGHT_MASK):
        return Spot(x, y, x, y, True)
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far > 1.0:
        for step in PEEKS:
            px, py = x - dy / far * step, y + dx / far * step
            if not world.place.is_blocked(px, py) and is_clear(px, py, tx, ty, SIGHT_MASK):
                return Spot(x, y, px, py, True)
    return Spot(x, y, x, y, False)


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
    """Three spots along the side away from the danger, the engine block worth most; behind its far end when the danger looks along it."""
    vehicle = world.vehicles[number]
    if vehicle.still_ticks < 30 or vehicle.burning_ticks > 0:
        return []
    spec = world.vehicle_specs[number]
    vx, vy = world.position(number)
    turn = from_radians(world.physics.angle[number])
    c, s = COS[turn], SIN[turn]
    ahead, aside = c * (tx - vx) + s * (ty - vy), c * (ty - vy) - s * (tx - vx)
    spots = []
    if aside * aside > END_ON * ahead * ahead:
        off = (spec.width / 2.0 + ASIDE) * (-1.0 if aside > 0.0 else 1.0)
        for along, quality in ((0.3, 32.0), (-0.05, 24.0), (-0.38, 26.0)):
            reach = spec.length * along
            spots.append((vx + c * reach - s * off, vy + s * reach + c * off, quality))
    if ahead * ahead > END_ON * aside * aside:
        reach = (spec.length / 2.0 + ASIDE) * (-1.0 if ahead > 0.0 else 1.0)
        spots.append((vx + c * reach, vy + s * reach, 30.0))
    return spots


def hidden_near(
    world: World, x: float, y: float, dangers: list[tuple[float, float]], reach: float
) -> list[tuple[float, float, float]]:
    """Places about a spot that none of some dangers sees: (quality, x, y), the nearest to the spot first, a few of them."""
    tx, ty = dangers[0]
    near = [
        ((cx - x) * (cx - x) + (cy - y) * (cy - y), cx, cy, quality)
        for cx, cy, quality in _candidates(world, x, y, tx, ty, reach)
        if not world.place.is_blocked(cx, cy)
    ]
    near.sort()
    found = []
    for _, cx, cy, quality in near[:: max(1, len(near) // HIDDEN_LOOKS)][:HIDDEN_LOOKS]:
        if not any(world.physics.is_clear(cx, cy, dx, dy, SIGHT_MASK) for dx, dy in dangers):
            found.append((quality, cx, cy))
    return found


def other_side(world: World, spot: Spot, tx: float, ty: float) -> Spot:
    """The same place with a step to the other side of it, if the danger can be fired at from there too; else as it was."""
    px, py = 2.0 * spot.x - spot.peek_x, 2.0 * spot.y - spot.peek_y
    if (px, py) == (spot.x, spot.y) or world.place.is_blocked(px, py):
        return spot
    if not world.physics.is_clear(px, py, tx, ty, SIGHT_MASK):
        return spot
    return Spot(spot.x, spot.y, px, py, True)


def side_of(x: float, y: float, peek_x: float, peek_y: float, tx: float, ty: float) -> str:
    """From where one fires, as one looks at the danger: left or right of the cover, or over it."""
    ox, oy = peek_x - x, peek_y - y
    if ox * ox + oy * oy < 0.01:
        return "over"
    return "left" if (tx - x) * oy - (ty - y) * ox < 0.0 else "right"


def hides_all(world: World, x: float, y: float, tx: float, ty: float) -> bool:
    """Whether what protects a place from a danger is as wide as a man: else he is hit as soon as the other takes a step."""
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 2.0:
        return False
    ox, oy = -dy / far * SHOULDER, dx / far * SHOULDER
    return protects(world, x + ox, y + oy, tx + ox, ty + oy) and protects(world, x - ox, y - oy, tx - ox, ty - oy)


def protects(world: World, x: float, y: float, tx: float, ty: float) -> bool:
    """Whether something solid stands close between a place and a danger, high enough for one who crouches."""
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 2.0:
        return False
    reach = 2.2 / far
    return not world.physics.is_clear(x, y, x + dx * reach, y + dy * reach, BULLET_MASK | LOW)
