"""Open: to a door and through its lock; and what every mind's hands do about a door that stands in their way.

Used in screenplays as open. `on_the_way` is called for everybody whose feet move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import post
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Open
from game.sim.entities import Person
from game.sim.input_frame import Button
from game.sim.systems import doors
from game.sim.systems.deeds import DOOR_TARGET, HAND_REACH

if TYPE_CHECKING:
    from game.sim.world import World

STANDS_BEFORE = 0.9
TO_SPARE = 0.1
CLEAR_METRES = 7.0
AHEAD = 1.1
"""Metres before his feet at which he reaches for a door."""


def think(world: World, person: Person, mind: Mind, step: Open) -> None:
    """To the side of the door he is on; then his hand on it, or the charge and away from it."""
    if post.get_out(world, person, mind):
        return
    door = world.door_named[step.door]
    way = world.place.doorways[door.id]
    px, py = world.position(person.id)
    side = 1.0 if way.local(px, py)[1] > 0.0 else -1.0
    if door.fuse_ticks > 0:
        out = side * CLEAR_METRES
        away = world.place.nearest_free(way.door.x + way.ahead_x * out, way.door.y + way.ahead_y * out)
        moving.walk_to(world, person, mind, *away, 1.0)
        return
    if door.is_wanted_open or door.is_broken or not doors.is_shut(world, door):
        moving.stand(mind)
        return
    before = STANDS_BEFORE + way.kind.thick / 2.0
    spot = (way.door.x + way.ahead_x * side * before, way.door.y + way.ahead_y * side * before)
    near = min(0.45, HAND_REACH - before - TO_SPARE)  # before a thick leaf a step too far back is out of arm's reach
    if moving.walk_to(world, person, mind, *spot, near, runs=False) or way.gap(px, py) < STANDS_BEFORE:
        moving.stand(mind)
        moving.look_at(world, mind, way.door.x, way.door.y)
        if doors.can_open(world, person, door) or person.charges > 0:
            mind.hands.target = DOOR_TARGET + door.id
            mind.hands.buttons |= Button.USE


def on_the_way(world: World, person: Person, mind: Mind) -> None:
    """Before a door that does not give way to a push: stands and opens it, or waits while it opens."""
    hands = mind.hands
    if (
        (hands.move_x == 0 and hands.move_y == 0)
        or person.side == "civilian"
        or person.use not in ("", "open", "unlock")
    ):
        return
    px, py = world.position(person.id)
    mx, my = hands.move_x / 127.0, hands.move_y / 127.0
    for door, way in doors.near(world, px, py, HAND_REACH):
        if not doors.is_shut(world, door) or (way.kind.is_pushed and not door.is_locked):
            continue
        reach = AHEAD + way.kind.thick / 2.0
        if not way.is_crossed(px, py, px + mx * reach, py + my * reach) or not doors.can_open(world, person, door):
            continue
        hands.move_x = hands.move_y = 0
        mind.watch_x, mind.watch_y, mind.watch_tick = px, py, world.tick  # he is not stuck: he waits
        if not door.is_wanted_open:
            hands.target = DOOR_TARGET + door.id
            hands.buttons |= Button.USE
            moving.look_at(world, mind, way.door.x, way.door.y)
        return
