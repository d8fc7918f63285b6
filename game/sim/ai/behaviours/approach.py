"""How the police come up to armed men they do not see now: from cover to cover, by turns, and not alone.

Each takes a place from which he could fire at where they were last known, and watches it from there with his gun up. After a while, and
only while a comrade is set near by, he goes on to a nearer one. Whoever walks into such a line finds it aimed at him already. A part of
`respond`; once it has come so near that there is nobody, that one searches. Owns `Mind.watches`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import cover, moving
from game.sim.angles import COS, SIN, direction
from game.sim.input_frame import Button
from game.sim.systems import tempo

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.entities import Person
    from game.sim.world import World

FROM_METRES, TO_METRES = 60.0, 9.0
"""Farther off he just goes there; nearer he searches."""
SETS, NOBODY_YET, GOES = 1, 0, 2
PATIENCE, PATIENCE_MORE = 210, 180
"""Ticks he watches from one place: at least, and as many more by chance."""
ALONE_PATIENCE = 4
"""How many times as long whoever has nobody near him waits."""
COMRADE_METRES, STEP_METRES, REACH = 26.0, 11.0, 11.0
SCAN, SCAN_TICKS = 4551, 75
"""25 degrees to either side, and for how long."""
MOVED = 10.0
"""Metres by which the place that is watched must move for another place to be chosen."""


def approach(world: World, person: Person, mind: Mind, gx: float, gy: float) -> bool:
    """One moment of it; False when the place is too far off or so near that it is to be searched."""
    x, y = world.position(person.id)
    far = sqrt((gx - x) * (gx - x) + (gy - y) * (gy - y))
    if far > FROM_METRES or far < TO_METRES:
        mind.watches = NOBODY_YET
        return False
    dx, dy = gx - mind.watch_place_x, gy - mind.watch_place_y
    if mind.watches == NOBODY_YET or dx * dx + dy * dy > MOVED * MOVED:
        _take_a_place(world, person, mind, gx, gy, 0.0)
    is_there = moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.8)
    if mind.stumbles > 1:
        mind.spot_x, mind.spot_y, mind.stumbles, is_there = x, y, 0, True
    if not is_there:
        mind.until = world.tick + _patience(world, person, mind)
        return True
    mind.watches, mind.ready_tick = SETS, world.tick
    _watch(world, person, mind, gx, gy)
    mind.hands.buttons |= Button.AIM | Button.CROUCH
    if world.tick > mind.until and not tempo.eases(world) and _may_go(world, person):
        _take_a_place(world, person, mind, gx, gy, STEP_METRES)
    return True


def _take_a_place(world: World, person: Person, mind: Mind, gx: float, gy: float, step: float) -> None:
    """The best place to fire at the spot from, so many metres nearer to it; across the open if there is none on the way."""
    x, y = world.position(person.id)
    dx, dy = gx - x, gy - y
    far = sqrt(dx * dx + dy * dy)
    step = min(step, far * 0.5)
    cx, cy = world.place.nearest_free(x + dx / far * step, y + dy / far * step) if step else (x, y)
    spot = cover.place_near(world, person, cx, cy, gx, gy, REACH, max(TO_METRES, far - step))
    nearer = (spot.x - gx) * (spot.x - gx) + (spot.y - gy) * (spot.y - gy) < (far - 2.0) * (far - 2.0)
    mind.spot_x, mind.spot_y = (spot.peek_x, spot.peek_y) if nearer or not step else (cx, cy)
    mind.watches, mind.watch_place_x, mind.watch_place_y = GOES, gx, gy
    mind.until = world.tick + _patience(world, person, mind)


def _watch(world: World, person: Person, mind: Mind, gx: float, gy: float) -> None:
    """Gun on the place; whoever waits longer than he meant to looks to either side of it, too."""
    x, y = world.position(person.id)
    late = world.tick - mind.until
    sweep = (0, SCAN, 0, -SCAN)[late // SCAN_TICKS % 4] if late > 0 else 0
    turn = (direction(gx - x, gy - y) + sweep) & 65535
    moving.look_at(world, mind, x + COS[turn] * 10.0, y + SIN[turn] * 10.0)


def _patience(world: World, person: Person, mind: Mind) -> int:
    draw = dice.draw(world.setup.seed, person.id, dice.Purpose.SEARCH, mind.watches, world.tick // 60)
    return PATIENCE + draw % PATIENCE_MORE


def _may_go(world: World, person: Person) -> bool:
    """Whether a comrade near by is set and watches, or he has waited long enough for one."""
    mind = world.minds[person.id]
    x, y = world.position(person.id)
    for who in world.sides["police"]:
        other = world.person(who)
        if who == person.id or not other.is_able or other.vehicle >= 0:
            continue
        ox, oy = world.position(who)
        if (ox - x) * (ox - x) + (oy - y) * (oy - y) < COMRADE_METRES * COMRADE_METRES:
            if world.minds[who].watches == SETS or world.minds[who].is_fighting:
                return True
    return world.tick > mind.until + PATIENCE * ALONE_PATIENCE


def is_watching(mind: Mind) -> bool:
    """Whether he lies in wait in a place he chose, with his gun on where they were."""
    return mind.watches == SETS
