"""Frightened people: freeze, cower, run for a way out; drivers floor it, brake, or leave their cars. A reflex; also the step flee.

Before fear comes a look: whoever hears something odd stops and turns to it (`alert`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving, steering
from game.sim.ai.behaviours import traffic
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Traffic, Wait, WalkRoute, Wander
from game.sim.angles import COS, SIN, direction, from_radians
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.systems import holding, spawning
from game.sim.systems.holding import BOLT, FREEZE, OBEY

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

RUN_METRES = 28.0
ALERT_TICKS = 150
"""For so long after a crash, a shout or a shot somebody stands and looks where it came from."""
ODD = ("crash", "shout", "shot", "blast", "glass")
OUT_METRES, OUT_REACH = 90.0, 1.8
"""How far off somebody knows a way out of the street (a marker "spawn": a door, a corner), and how near it he is gone."""
GONE_FEAR = 0.3
FLOORS_IT = 16.0
"""Metres a second of a driver who has the shooting behind him."""
COMMITTED = (Wander, WalkRoute, Wait)
"""What somebody breaks off to look."""


def is_frightened(world: World, person: Person, mind: Mind) -> bool:
    """Whether fear comes first now."""
    if person.told_until:
        return True
    if person.stance == Stance.COWER and person.fear <= 0.1:
        spawning.set_stance(world, person, Stance.STAND)
    if mind.is_fleeing and person.fear <= FREEZE:
        mind.is_fleeing = False
    return person.fear > FREEZE or person.stance == Stance.COWER


def is_alert(world: World, person: Person, mind: Mind) -> bool:
    """Whether somebody on foot has just heard something odd and has nothing better to do than to look."""
    if world.tick - mind.heard_tick >= ALERT_TICKS or person.vehicle >= 0 or person.use:
        return False
    return mind.heard_kind in ODD and isinstance(mind.step, COMMITTED) and person.stance == Stance.STAND


def look(world: World, mind: Mind) -> None:
    """Stops and turns to where it came from."""
    moving.stand(mind)
    moving.look_at(world, mind, mind.heard_x, mind.heard_y)


def think(world: World, person: Person, mind: Mind, step: object = None) -> None:
    """More fear, more haste: stand still, lie low, run. Who was told to lie there does so until he dares to get up."""
    if person.told_until and person.vehicle < 0:
        moving.stand(mind)
        if world.tick >= person.told_until:
            person.told_until = 0
            spawning.set_stance(world, person, Stance.STAND)
            holding.gets_up(world, person)
        return
    danger_x, danger_y = (
        (mind.last_x, mind.last_y) if mind.seen_tick >= mind.heard_tick else (mind.heard_x, mind.heard_y)
    )
    if person.vehicle >= 0:
        _in_a_car(world, person, mind, danger_x, danger_y)
        return
    if person.fear > BOLT or step is not None or mind.is_fleeing:
        if person.stance == Stance.COWER:
            spawning.set_stance(world, person, Stance.STAND)
        _run(world, person, mind, danger_x, danger_y)
    elif person.fear > OBEY:
        moving.stand(mind)
        if person.stance != Stance.COWER:
            spawning.set_stance(world, person, Stance.COWER)
    else:
        moving.stand(mind)
        if person.stance == Stance.STAND:
            moving.look_at(world, mind, danger_x, danger_y)


def _run(world: World, person: Person, mind: Mind, danger_x: float, danger_y: float) -> None:
    """For a way out that does not lead past the danger; where there is none, just away."""
    x, y = world.position(person.id)
    if mind.goal_x < 0.0 or world.tick > mind.cover_until:
        way_out = _way_out(world, x, y, danger_x, danger_y) if person.side == "civilian" else None
        mind.is_fleeing = way_out is not None
        if way_out is not None:
            mind.cover_x, mind.cover_y = way_out
        else:
            _away(world, person, mind, x, y, danger_x, danger_y)
        mind.cover_until = world.tick + 240
    if moving.walk_to(world, person, mind, mind.cover_x, mind.cover_y, 1.5) and person.side == "civilian":
        if person.fear > GONE_FEAR and _is_way_out(world, x, y):
            spawning.depart(world, person)


def _away(world: World, person: Person, mind: Mind, x: float, y: float, danger_x: float, danger_y: float) -> None:
    away = direction(x - danger_x, y - danger_y)
    for n in range(5):
        bits = dice.draw(world.setup.seed, person.id, dice.Purpose.PANIC, world.tick, n)
        turn = (away + int(bits % 24000) - 12000) & 65535
        mind.cover_x, mind.cover_y = x + COS[turn] * RUN_METRES, y + SIN[turn] * RUN_METRES
        if not world.place.is_blocked(mind.cover_x, mind.cover_y):
            break


def _way_out(world: World, x: float, y: float, danger_x: float, danger_y: float) -> tuple[float, float] | None:
    """The nearest way out that is nearer to him than to the danger."""
    best: tuple[float, float, float] | None = None
    for ox, oy in world.place.ways_out:
        far = (ox - x) * (ox - x) + (oy - y) * (oy - y)
        theirs = (ox - danger_x) * (ox - danger_x) + (oy - danger_y) * (oy - danger_y)
        if far < OUT_METRES * OUT_METRES and far < theirs and (best is None or (far, ox, oy) < best):
            best = (far, ox, oy)
    return best[1:] if best is not None else None


def _is_way_out(world: World, x: float, y: float) -> bool:
    return any((ox - x) * (ox - x) + (oy - y) * (oy - y) < OUT_REACH * OUT_REACH for ox, oy in world.place.ways_out)


def _in_a_car(world: World, person: Person, mind: Mind, danger_x: float, danger_y: float) -> None:
    """Floors it where the street leads away from it; stops else, and when it is too much, gets out and runs."""
    if person.seat == 0:
        vehicle = world.vehicles[person.vehicle]
        if vehicle.is_traffic and isinstance(mind.step, Traffic) and vehicle.has_engine:
            x, y = world.position(vehicle.id)
            nose = from_radians(world.physics.angle[vehicle.id])
            if (x - danger_x) * COS[nose] + (y - danger_y) * SIN[nose] > 0.0 and vehicle.still_ticks < ALERT_TICKS:
                traffic.drive_on(world, person, mind, FLOORS_IT)
                return
        steering.halt(world, mind)
    if person.fear > BOLT and world.speed(person.vehicle) < 1.0:
        moving.press(person, mind, Button.ENTER)
