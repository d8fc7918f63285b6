"""What doors do tick by tick: give way to whoever walks into them, swing, fall shut behind him, turn for one at a time, blow.

Owns no state but the doors'. A leaf never shuts on anybody: it waits. Called as a system after `walking`, whose wishes it reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim import events
from game.sim.ai.neighbours import people_near, vehicles_near
from game.sim.entities import NOBODY, Stance
from game.sim.systems import boarding, damage, doors, fires

if TYPE_CHECKING:
    from game.sim.doorway import Doorway
    from game.sim.entities import Door
    from game.sim.world import World

PERIOD = 2
"""Ticks between two looks at who comes."""
PUSHED_AT = 0.95
"""Metres before the leaf at which a walker's hand is on it."""
LEAST_PUSH = 0.4
"""Metres a second towards the leaf."""
ROOM = 0.5
"""Metres on either side of the leaf in which nobody may stand when it falls shut."""
BESIDE = 0.25
TURN = 420
"""65,536ths of a turn in a tick that a revolving door makes while somebody walks in it: 2.3 rad/s."""
WAITS, PATIENCE_TICKS = 0.35, 75
"""Metres before its panes at which the next one waits, and for how long at most: then he steps into the next quarter of the drum."""
PAST = 0.25
"""Metres behind the middle from which on whoever goes out has turned the next quarter to those who wait."""


def advance(world: World) -> None:
    """Every door by one tick."""
    for door in world.doors:
        if door.is_broken:
            continue
        way = world.place.doorways[door.id]
        if door.fuse_ticks > 0:
            _burn_down(world, door, way)
        elif way.door.kind == "revolving":
            _turn(world, door, way)
        else:
            if not door.is_wanted_open and way.kind.is_pushed and (world.tick + door.id) % PERIOD == 0:
                _let_push(world, door, way)
            _swing(world, door, way)


def _burn_down(world: World, door: Door, way: Doorway) -> None:
    door.fuse_ticks -= 1
    if door.fuse_ticks == 0:
        doors.break_open(world, door, "blast")
        damage.blast(world, way.door.x, way.door.y, fires.CHARGE_JOULES, fires.CHARGE_RADIUS, door.planted_by, "charge")


def _turn(world: World, door: Door, way: Doorway) -> None:
    if door.is_locked:
        door.taken_by = NOBODY
        if (world.tick + door.id) % PERIOD == 0:
            _let_push(world, door, way)
        return
    inside = _inside(world, way)
    _let_in_one(world, door, way, inside)
    for who in inside:
        person = world.person(who)
        if person.want_x != 0.0 or person.want_y != 0.0:
            if world.tick - door.heard_tick > TICKS_PER_SECOND:
                world.emit(events.DoorOpened(who, door.id, way.door.kind, way.door.material, way.door.x, way.door.y))
            door.turn = (door.turn + TURN) & 65535
            door.heard_tick = world.tick
            return


def _inside(world: World, way: Doorway) -> list[int]:
    """Who is on his feet in the drum of a revolving door."""
    found = []
    for who in people_near(world, way.door.x, way.door.y, way.half):
        if world.person(who).stance <= Stance.HANDS_UP and _square(world, who, way) < way.half * way.half:
            found.append(who)
    return found


def _square(world: World, who: int, way: Doorway) -> float:
    x, y = world.position(who)
    return (x - way.door.x) * (x - way.door.x) + (y - way.door.y) * (y - way.door.y)


def _let_in_one(world: World, door: Door, way: Doorway, inside: list[int]) -> None:
    """The panes pass one at a time: whoever else walks up waits at their edge until the one within is past the middle, stands, or has
    kept those before it waiting for `PATIENCE_TICKS`."""
    in_the_way = [who for who in inside if _comes(world, who, way)]
    door.taken_by = in_the_way[0] if in_the_way else NOBODY
    waiting = _waiting(world, way, inside) if in_the_way else []
    if not waiting:
        door.taken_ticks = 0
        return
    door.taken_ticks += 1
    if door.taken_ticks > PATIENCE_TICKS:
        return
    for who in waiting:
        world.physics.push(who, 0.0, 0.0)
        mind = world.minds[who]
        mind.watch_x, mind.watch_y = world.position(who)
        mind.watch_tick = world.tick  # he is not stuck: he waits


def _comes(world: World, who: int, way: Doorway) -> bool:
    """Whether somebody within the drum walks and has its middle still before him."""
    person = world.person(who)
    towards = person.want_x * way.ahead_x + person.want_y * way.ahead_y
    if towards == 0.0:
        return False
    across = way.local(*world.position(who))[1]
    return (across if towards > 0.0 else -across) < PAST


def _waiting(world: World, way: Doorway, inside: list[int]) -> list[int]:
    """Who walks up to its mouth from outside."""
    velocity_x, velocity_y = world.physics.vx, world.physics.vy
    reach = way.half + WAITS
    found = []
    for who in people_near(world, way.door.x, way.door.y, reach):
        if who in inside or world.person(who).lifted_by >= 0:
            continue
        x, y = world.position(who)
        dx, dy = way.door.x - x, way.door.y - y
        if velocity_x[who] * dx + velocity_y[who] * dy <= 0.0 or dx * dx + dy * dy > reach * reach:
            continue
        if (
            -way.half < way.local(x, y)[0] < way.half
        ):  # beside its mouth, whoever was pushed there has to find his way back
            found.append(who)
    return found


def _let_push(world: World, door: Door, way: Doorway) -> None:
    """Opens to the first who walks into it; locked, it rattles."""
    for who in people_near(world, way.door.x, way.door.y, way.half + PUSHED_AT):
        person = world.person(who)
        along, across = way.local(*world.position(who))
        if not -way.half - BESIDE < along < way.half + BESIDE or not -PUSHED_AT < across < PUSHED_AT:
            continue
        towards = person.want_x * way.ahead_x + person.want_y * way.ahead_y
        if (towards if across < 0.0 else -towards) < LEAST_PUSH or person.lifted_by >= 0:
            continue
        if not door.is_locked:
            doors.open_up(world, door, who)
            return
        if who == world.player:
            doors.rattle(world, door, person)


def _swing(world: World, door: Door, way: Doorway) -> None:
    if door.is_wanted_open:
        if door.swing < way.kind.swing_ticks:
            was_shut = doors.is_shut(world, door)
            door.swing += 1
            if was_shut and not doors.is_shut(world, door):
                doors.settle(world, door)
        elif way.door.closes_after > 0.0:
            door.open_ticks = 0 if _is_taken(world, way) else door.open_ticks + 1
            if door.open_ticks >= way.door.closes_after * TICKS_PER_SECOND:
                doors.close(world, door)
    elif door.swing > 0:
        if not doors.is_shut(world, door) and _is_taken(world, way):
            return
        was_shut = doors.is_shut(world, door)
        door.swing -= 1
        if doors.is_shut(world, door) and not was_shut:
            doors.settle(world, door)
        if door.swing == 0:
            world.emit(events.DoorShut(door.id, way.door.kind, way.door.material, way.door.x, way.door.y))


def _is_taken(world: World, way: Doorway) -> bool:
    """Whether somebody, or a vehicle, stands where the leaf will be."""
    for who in people_near(world, way.door.x, way.door.y, way.half + ROOM):
        along, across = way.local(*world.position(who))
        if -way.half - BESIDE < along < way.half + BESIDE and -ROOM < across < ROOM:
            return True
    for number in vehicles_near(world, way.door.x, way.door.y):
        for step in range(-4, 5):
            u = way.half * step / 4.0
            x, y = way.door.x + way.along_x * u, way.door.y + way.along_y * u
            if boarding.gap(world, world.vehicles[number], x, y) < ROOM / 2.0:
                return True
    return False
