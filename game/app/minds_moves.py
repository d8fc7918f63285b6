"""Whether the crew moves by turns: moves made under fire, and whether the lane that threatens the mover was suppressed.

Owns the definitions; reads a world after each tick and changes nothing in it. Called by `minds_match`.

- **Move**: a member of the crew, on foot and able, leaves a place where he stood for a third of a second and comes at least
  three metres away from it, or is shot down on the way. It ends where he stands again, gets in, or falls; whoever runs on
  makes another move every twelve metres: a charge is not one long move.
- **Under fire**: a bullet passes or hits him within the three seconds before he leaves or before the move has ended, and when
  he leaves at least one enemy threatens him: able, armed, within 60 m, with a clear line to him, and knowing of the crew (seen
  or heard within eight seconds). A move that begins where nobody threatens him is counted apart, as one from dead ground.
- **The lane that threatens him**: of those enemies the one who means him, else who fired last, else the nearest; with him
  all who threaten within 15 degrees of that direction. The lane is as suppressed as its least suppressed man.
- **Covered**: the lane is suppressed to at least 0.4 as he leaves. `covered_all` asks it of every enemy who threatens him.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from game.app.minds_counts import Case, Counts
from game.sim.angles import direction, turn
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK
from game.sim.world import World

SUPPRESSED = 0.4
UNDER_FIRE_TICKS = 180
REST_TICKS = 20
REST_SPEED, LEAVE_SPEED = 0.4, 1.0
MOVE_METRES, BOUND_METRES = 3.0, 12.0
THREAT_METRES, KNOWS_TICKS = 60.0, 480
LANE_TURN = 2731
"""15 degrees either side."""


@dataclass(slots=True)
class Move:
    """A move under way: where it began, and how things stood as he left."""

    tick: int
    x: float
    y: float
    lane: float | None
    """Suppression of the lane that threatens him; None = nobody does."""
    worst: float
    """Of everybody who threatens him."""


class MoveWatch:
    """Follows the feet of the crew."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.cases: list[Case] = []
        self._moves: dict[int, Move] = {}
        self._rested: dict[int, int] = {}

    def take(self, world: World) -> None:
        """One finished tick."""
        for who in world.crew_ids:
            person = world.person(who)
            if person.is_able and person.vehicle < 0:
                self._follow(world, person)
            else:
                self._end(world, person)

    def finish(self, world: World) -> None:
        """The run has ended, and with it every move."""
        for who in world.crew_ids:
            self._end(world, world.person(who))

    def _follow(self, world: World, person: Person) -> None:
        who, speed = person.id, world.speed(person.id)
        self._rested[who] = self._rested.get(who, 0) + 1 if speed < REST_SPEED else 0
        move = self._moves.get(who)
        if move is None:
            if speed > LEAVE_SPEED:
                self._moves[who] = leaving(world, person)
        elif self._rested[who] >= REST_TICKS:
            self._end(world, person)
        elif _come(world, person, move) >= BOUND_METRES:
            self._end(world, person)
            self._moves[who] = leaving(world, person)

    def _end(self, world: World, person: Person) -> None:
        """A move is over: whether it was one, was under fire, and was covered when it began."""
        move = self._moves.pop(person.id, None)
        if move is None or (_come(world, person, move) < MOVE_METRES and person.stance < Stance.DOWN):
            return
        self.counts.add("moves")
        if max(person.near_miss_tick, person.hit_tick) < move.tick - UNDER_FIRE_TICKS:
            return
        if move.lane is None:
            self.counts.add("moves_from_dead_ground")
            return
        self.counts.add("moves_under_fire")
        if move.lane >= SUPPRESSED:
            self.counts.add("covered_moves")
        else:
            step = type(world.minds[person.id].step).__name__.lower()
            place = (round(move.x, 1), round(move.y, 1))
            self.cases.append(Case("bare_move", move.tick, person.name, round(move.lane, 2), *place, step))
        if move.worst >= SUPPRESSED:
            self.counts.add("covered_all_moves")


def _come(world: World, person: Person, move: Move) -> float:
    """Metres from where the move began."""
    x, y = world.position(person.id)
    return sqrt((x - move.x) * (x - move.x) + (y - move.y) * (y - move.y))


def leaving(world: World, person: Person) -> Move:
    """How things stand as he leaves."""
    against = threats(world, person)
    lane = lane_suppression(world, person, against) if against else None
    worst = min((enemy.suppression for enemy in against), default=1.0)
    return Move(world.tick, *world.position(person.id), lane, worst)


def threats(world: World, person: Person) -> list[Person]:
    """The enemies who can shoot at him now and know of the crew."""
    x, y = world.position(person.id)
    found = []
    for who in world.enemies[person.side]:
        enemy, mind = world.person(who), world.minds[who]
        if not enemy.is_able or enemy.gun < 0 or mind.target < 0 or world.tick - mind.seen_tick > KNOWS_TICKS:
            continue
        ex, ey = world.position(who)
        is_near = (ex - x) * (ex - x) + (ey - y) * (ey - y) <= THREAT_METRES * THREAT_METRES
        if is_near and world.physics.is_clear(ex, ey, x, y, SIGHT_MASK):
            found.append(enemy)
    return found


def lane_suppression(world: World, person: Person, against: list[Person]) -> float:
    """How suppressed the lane is from which he is threatened most: its least suppressed man."""
    x, y = world.position(person.id)

    def bearing(enemy: Person) -> int:
        ex, ey = world.position(enemy.id)
        return direction(ex - x, ey - y)

    def weight(enemy: Person) -> tuple[bool, int, float, int]:
        ex, ey = world.position(enemy.id)
        far = (ex - x) * (ex - x) + (ey - y) * (ey - y)
        return world.minds[enemy.id].target != person.id, -enemy.shot_tick, far, enemy.id

    first = bearing(min(against, key=weight))
    return min(enemy.suppression for enemy in against if abs(turn(first, bearing(enemy))) <= LANE_TURN)
