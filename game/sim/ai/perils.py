"""What makes ground dear to a walker: a lane in which a friend fires, ground an enemy sees, a place where people stand thick.

Owns what each costs, in the tenths of a metre that paths are reckoned in. Lanes and crowds are laid on the cells when a search begins; who
sees a cell is only asked as the search comes to it, two metres by two at once, and counts as part of its budget. Knows of enemies only
what the walker's side could see or hear. Called by `navigation` and `moving`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.content.level import Point
from game.sim.ai import odds
from game.sim.ai.neighbours import CELL, NOWHERE, ROW, people_near
from game.sim.angles import COS, SIN
from game.sim.entities import Person
from game.sim.physics import SIGHT_MASK, Physics

if TYPE_CHECKING:
    from game.sim.place import Place
    from game.sim.world import World

FIGHTERS = ("crew", "police")
IN_A_LANE, LANE_CELLS = 90, 1.3
"""What a step costs more where a friend fires, and how far to either side of his line that is."""
LANE_FROM, LANE_METRES, LANE_TICKS = 1.6, 40.0, 75
"""Metres before a muzzle from which it is a lane, how far it reaches at most, and ticks since the last shot after which it is none."""
SEEN_BY_ONE, SEEN_BY_MORE, MOST_EYES, EYES_METRES = 11, 18, 3, 55.0
"""What a step costs more that one of them sees, or several; how many are reckoned with, the nearest, and from how far."""
BLOCK = 2
"""Metres to a side of what is looked at once."""
MIDDLE = BLOCK / 2.0 + 0.13
"""Metres from its corner to where it is looked at: its very middle may be the corner of a wall, and a ray that grazes one is stopped on one
machine and not on another."""
THICK, EACH_IN_A_CROWD, DEAREST_CROWD = 4, 3, 30
"""From so many people in four metres by four it is a crowd; what each more costs a step there, and the most a crowd does."""
IN_A_DOOR, DOOR_METRES = 12, 2.5
"""What each who stands about a doorway costs, and how near to it."""
LOOKS_AHEAD = (0.3, 0.6, 0.9)
"""Of a straight way, where it is asked who sees it."""


class Lane(NamedTuple):
    """A line along which a friend fires: from where, which way, how far."""

    x: float
    y: float
    dx: float
    dy: float
    metres: float


@dataclass(slots=True)
class Eyes:
    """Where those stand who would see the walker, and which blocks of ground they do see, as far as it was asked."""

    places: list[tuple[float, float]]
    blocks: dict[int, int] = field(default_factory=dict)


def lanes(world: World, person: Person) -> list[Lane]:
    """Where his friends are firing now."""
    if person.side not in FIGHTERS:
        return []
    friends = [world.person(who) for who in world.sides[person.side] if who != person.id]
    return [lane for friend in friends if (lane := lane_of(world, friend)) is not None]


def lane_of(world: World, person: Person) -> Lane | None:
    """Where somebody is firing; None = he is not."""
    if world.tick - person.shot_tick > LANE_TICKS or not person.is_able:
        return None
    x, y = world.position(person.id)
    reach = person.aim_distance + 4.0
    return Lane(x, y, COS[person.aim], SIN[person.aim], reach if reach < LANE_METRES else LANE_METRES)


def eyes(world: World, person: Person) -> Eyes | None:
    """The nearest of those who would fire at him, where he and his comrades believe them; None = nobody they know of."""
    if person.side not in FIGHTERS or person.gun < 0:
        return None
    known = odds.known_enemies(world, person, odds.comrades(world, person))
    x, y = world.position(person.id)
    near = []
    for one in known:
        far = (one.x - x) * (one.x - x) + (one.y - y) * (one.y - y)
        if far < EYES_METRES * EYES_METRES and world.person(one.who).gun >= 0:
            near.append((far, one.who, one.x, one.y))
    near.sort()
    return Eyes([(ex, ey) for _, _, ex, ey in near[:MOST_EYES]]) if near else None


def is_seen(physics: Physics, watching: Eyes, place: Place, cell: int) -> tuple[int, int]:
    """What stepping off a cell costs for those who see it, and how many looks that took."""
    row, column = divmod(cell, place.width)
    key = row // BLOCK * place.width + column // BLOCK
    known = watching.blocks.get(key)
    if known is not None:
        return known, 0
    x, y = column // BLOCK * BLOCK + MIDDLE, row // BLOCK * BLOCK + MIDDLE
    many = sum(1 for ex, ey in watching.places if physics.is_clear(ex, ey, x, y, SIGHT_MASK))
    cost = watching.blocks[key] = (0, SEEN_BY_ONE, SEEN_BY_MORE, SEEN_BY_MORE)[many]
    return cost, len(watching.places)


def lay(world: World, person: Person, dear: dict[int, int]) -> dict[int, int]:
    """What lanes, crowds and clogged doors cost by cell, beside what is dear already."""
    width, height = world.place.width, world.place.height
    found = dear.copy()
    for cell, cost in crowds(world).items():
        found[cell] = found.get(cell, 0) + cost
    for lane in lanes(world, person):
        for cell in _cells_of(lane, width, height):
            found[cell] = found.get(cell, 0) + IN_A_LANE
    return found


def _cells_of(lane: Lane, width: int, height: int) -> dict[int, bool]:
    found: dict[int, bool] = {}
    along = LANE_FROM
    while along < lane.metres:
        x, y = lane.x + lane.dx * along, lane.y + lane.dy * along
        for off in (-LANE_CELLS, 0.0, LANE_CELLS):
            column, row = int(x - lane.dy * off), int(y + lane.dx * off)
            if 0 <= column < width and 0 <= row < height:
                found[row * width + column] = True
        along += 0.7
    return found


def crowds(world: World) -> dict[int, int]:
    """What a step costs more among many people, by cell: worked out when it is first asked for after the grid was looked over."""
    if world.crowds is None:
        world.crowds = _crowds(world)
    return world.crowds


def _crowds(world: World) -> dict[int, int]:
    width, height = world.place.width, world.place.height
    found: dict[int, int] = {}
    many_in = Counter(world.cells[world.person_base :])  # as the grid has them, less the cells that all have left
    many_in.pop(NOWHERE, None)
    for cell in sorted(cell for cell, many in many_in.items() if many >= THICK):
        cost = min(DEAREST_CROWD, EACH_IN_A_CROWD * many_in[cell])
        top, left = cell // ROW * CELL, cell % ROW * CELL
        for row in range(top, min(top + CELL, height)):
            for column in range(left, min(left + CELL, width)):
                found[row * width + column] = cost
    for way in world.place.doorways:
        many = len(people_near(world, way.door.x, way.door.y, DOOR_METRES))
        if many > 2:
            for cell in way.cells:
                found[cell] = found.get(cell, 0) + IN_A_DOOR * many
    return found


def is_straight_way_dear(world: World, person: Person, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether the straight way leads through a friend's fire, or over ground that they see from where he is not seen all along."""
    if person.side not in FIGHTERS:
        return False
    if any(crosses(lane, x0, y0, x1, y1) for lane in lanes(world, person)):
        return True
    watching = eyes(world, person) if world.heat.stage >= 2 or world.tick - person.near_miss_tick < 600 else None
    if watching is None:
        return False
    for share in LOOKS_AHEAD:
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        if any(world.physics.is_clear(ex, ey, x, y, SIGHT_MASK) for ex, ey in watching.places):
            return True
    return False


def crosses(lane: Lane, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a straight way leads through a lane, or ends in it."""
    ax, ay, bx, by = x0 - lane.x, y0 - lane.y, x1 - lane.x, y1 - lane.y
    along0, along1 = ax * lane.dx + ay * lane.dy, bx * lane.dx + by * lane.dy
    aside0, aside1 = ay * lane.dx - ax * lane.dy, by * lane.dx - bx * lane.dy
    if -LANE_CELLS < aside1 < LANE_CELLS:
        return LANE_FROM < along1 < lane.metres
    if (aside0 > 0.0) == (aside1 > 0.0):
        return False
    share = aside0 / (aside0 - aside1)
    return LANE_FROM < along0 + (along1 - along0) * share < lane.metres


def seen_on(world: World, person: Person, way: Sequence[Point]) -> tuple[Point, ...]:
    """The points, two metres apart, of a way that one of those he knows of sees: for the overlay."""
    watching = eyes(world, person)
    found: list[Point] = []
    x, y = world.position(person.id)
    for bx, by in way if watching is not None else ():
        dx, dy = bx - x, by - y
        steps = int(((dx if dx > 0.0 else -dx) + (dy if dy > 0.0 else -dy)) / BLOCK) + 1
        for step in range(1, steps + 1):
            at = x + dx * step / steps, y + dy * step / steps
            assert watching is not None
            if any(world.physics.is_clear(ex, ey, *at, SIGHT_MASK) for ex, ey in watching.places):
                found.append(at)
        x, y = bx, by
    return tuple(found)
