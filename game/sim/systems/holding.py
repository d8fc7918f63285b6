"""People held at gunpoint: control that fades where nobody looks, and the temper of whoever is left alone with them.

Ten times a second. What somebody does when control is gone is his mind's business (`behaviours/kneel.py`), what a hothead does
when his temper is full is in `behaviours/outburst.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.angles import direction, turn
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK
from game.sim.systems import spawning

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 6
HOLD_RADIUS = 11.0
HOLD_ARC = 12743
"""70 degrees either side: what one man with a gun keeps in view."""
FADE_SECONDS = 12.0
CALM_RADIUS = 8.0
HEATED_RADIUS = 10.0
LEFT_METRES = 45.0


def advance(world: World) -> None:
    """Control and temper, ten times a second."""
    if world.tick % PERIOD:
        return
    held = [person for person in world.people if person.stance == Stance.KNEEL and person.is_present]
    for person in held:
        _control(world, person)
    for who in world.crew_ids:
        if world.catalog.brains[world.person_spec(who).brain].temper_gain > 0.0:
            _temper(world, world.person(who), held)


def watchers(world: World, person: Person, but: int = -1) -> int:
    """How many guns of the crew are on somebody, not counting one man's."""
    x, y = world.position(person.id)
    guns = 0
    for who in world.crew_ids:
        watcher = world.person(who)
        if (
            who == but
            or not watcher.is_able
            or watcher.gun < 0
            or watcher.vehicle >= 0
            or watcher.use
            or watcher.item >= 0
        ):
            continue
        wx, wy = world.position(who)
        far = (wx - x) * (wx - x) + (wy - y) * (wy - y)
        if far < HOLD_RADIUS * HOLD_RADIUS and abs(turn(watcher.aim, direction(x - wx, y - wy))) < HOLD_ARC:
            world.stats["sight_queries"] += 1
            if world.physics.is_clear(wx, wy, x, y, SIGHT_MASK):
                guns += 1
    return guns


def _control(world: World, person: Person) -> None:
    if person.lifted_by >= 0:
        person.control = 1.0
        person.watched_tick = world.tick
        return
    guns = watchers(world, person)
    if guns:
        person.control = min(1.0, person.control + 0.1 * guns)
        person.watched_tick = world.tick
        person.unwatched_ticks = 0
        return
    person.unwatched_ticks = world.tick - person.watched_tick
    person.control -= PERIOD / 60.0 / (FADE_SECONDS * world.difficulty.control)
    if person.control <= 0.0:
        person.control = 0.0
        world.emit(events.ControlLost(person.id, person.unwatched_ticks))
        if not is_left_behind(world, person):
            world.count("control_lost")
            seconds = person.unwatched_ticks // 60
            world.mission.note_cause("got_up", who=world.label_of(person.name), seconds=seconds)
        spawning.set_stance(world, person, Stance.STAND)


def is_left_behind(world: World, person: Person) -> bool:
    """Whether the crew has gone and left him: what he does then is no fault of theirs."""
    x, y = world.position(person.id)
    return not any(_near(world, who, x, y, LEFT_METRES) for who in world.crew_ids if world.person(who).is_able)


def hold(world: World, person: Person) -> None:
    """Puts somebody on his knees, under control."""
    person.control = 1.0
    person.watched_tick = world.tick
    person.unwatched_ticks = 0
    spawning.set_stance(world, person, Stance.KNEEL)


def _temper(world: World, hothead: Person, held: list[Person]) -> None:
    brain = world.catalog.brains[world.person_spec(hothead.id).brain]
    if not hothead.is_able:
        return
    x, y = world.position(hothead.id)
    lx, ly = world.position(world.crew_ids[0])
    leader = world.person(world.crew_ids[0])
    near_leader = leader.is_able and (lx - x) * (lx - x) + (ly - y) * (ly - y) < CALM_RADIUS * CALM_RADIUS
    near_held = any(_near(world, person.id, x, y, HEATED_RADIUS) for person in held)
    if near_leader or not near_held:
        hothead.temper = max(0.0, hothead.temper - brain.temper_loss * PERIOD / 60.0)
        hothead.unwatched_ticks = 0
    else:
        hothead.unwatched_ticks += PERIOD
        hothead.temper = min(1.0, hothead.temper + brain.temper_gain * PERIOD / 60.0)


def _near(world: World, who: int, x: float, y: float, radius: float) -> bool:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y) < radius * radius
