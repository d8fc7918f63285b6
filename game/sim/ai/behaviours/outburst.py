"""Strike, Shoot, and what a hothead does whose temper is full: warns, then fires at whom he was to guard.

Used in screenplays as strike, shoot. The outburst is a reflex: it comes before every step.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import events
from game.sim.ai import moving
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Shoot, Strike
from game.sim.angles import COS, SIN
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import BULLET_MASK, LOW, SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

WARNING_TICKS = 150
"""Two and a half seconds in which somebody may still step in."""
DECISION_TICKS = 240
AFTER_A_BLOW = 90
WITNESSES = "witnesses"
RANGE = 14.0
SIDE_METRES, SIDE_NEAR, SIDES = 3.2, 0.5, 16
"""How far from one who crouches behind something the places lie from which he is seen past it, how near to one he must come, and how many
there are round him."""
SHELTER = 1.8
"""Metres before him within which what is low keeps rounds off one who crouches (`systems/projectiles`)."""


def strike(world: World, person: Person, mind: Mind, step: Strike) -> None:
    """Goes to him and hits him, once."""
    other = world.person_named[step.who]
    if mind.phase or not other.is_present:
        moving.stand(mind)
        if world.tick > mind.until:
            mind.given = None  # done: back to his part of the plan
        return
    if moving.walk_to(world, person, mind, *world.position(other.id), 1.1, runs=False):
        moving.look_at(world, mind, *world.position(other.id))
        mind.wants_to_strike = other.id
        mind.hands.buttons |= Button.MELEE
        mind.phase, mind.until = 1, world.tick + AFTER_A_BLOW


def shoot(world: World, person: Person, mind: Mind, step: Shoot) -> None:
    """Shoots them where they are, the nearest first."""
    alive = [
        world.person_named[name].id
        for name in step.people
        if world.person_named[name].stance < Stance.DOWN and world.person_named[name].is_present
    ]
    if not alive or not _fire_at_nearest(world, person, mind, alive):
        moving.stand(mind)


def _fire_at_nearest(world: World, person: Person, mind: Mind, targets: list[int]) -> bool:
    x, y = world.position(person.id)
    near = min((_far(world, who, x, y), who) for who in targets)
    moving.look_at(world, mind, *world.position(near[1]))
    moving.stand(mind)
    tx, ty = world.position(near[1])
    is_sheltered = world.person(near[1]).stance == Stance.CROUCH and _shelters(world, tx, ty, x, y)
    if near[0] > RANGE * RANGE or is_sheltered or not world.physics.is_clear(x, y, tx, ty, SIGHT_MASK):
        mind.hands.buttons &= ~Button.AIM
        side = _round_the_side(world, tx, ty, x, y) if is_sheltered else None
        if side is not None:
            moving.walk_to(world, person, mind, *side, SIDE_NEAR)
        else:
            moving.walk_to(world, person, mind, tx, ty, SIDE_METRES if is_sheltered else RANGE * 0.6)
        return True
    mind.hands.buttons |= Button.AIM
    if world.tick >= mind.pause_until:
        moving.press(person, mind, Button.FIRE)
        mind.pause_until = world.tick + 18
    return True


def _shelters(world: World, tx: float, ty: float, x: float, y: float) -> bool:
    """Whether something keeps rounds from (x, y) off one who crouches at (tx, ty), however near they are fired."""
    dx, dy = x - tx, y - ty
    far = sqrt(dx * dx + dy * dy)
    share = 1.0 if far < SHELTER else SHELTER / far
    return not world.physics.is_clear(tx, ty, tx + dx * share, ty + dy * share, BULLET_MASK | LOW)


def _round_the_side(world: World, tx: float, ty: float, x: float, y: float) -> tuple[float, float] | None:
    """The nearest place about one who crouches from which nothing shelters him; None = there is none."""
    best: tuple[float, float, float] | None = None
    for number in range(SIDES):
        turn = number * (65536 // SIDES)
        sx, sy = tx + COS[turn] * SIDE_METRES, ty + SIN[turn] * SIDE_METRES
        if world.place.is_blocked(sx, sy) or _shelters(world, tx, ty, sx, sy):
            continue
        way = ((sx - x) * (sx - x) + (sy - y) * (sy - y), sx, sy)
        if (best is None or way < best) and world.physics.is_clear(sx, sy, tx, ty, SIGHT_MASK):
            best = way
    return best[1:] if best is not None else None


def _far(world: World, who: int, x: float, y: float) -> float:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y)


def think(world: World, person: Person, mind: Mind) -> bool:
    """The outburst of a full temper; whether there was anything to burst out at."""
    held = [p.id for p in world.people if p.stance == Stance.KNEEL and p.is_present and p.lifted_by < 0]
    if not held or person.gun < 0 or person.vehicle >= 0:
        return False
    if mind.until == 0:
        mind.until = world.tick + WARNING_TICKS
        speech.say(world, person.name, "bark.look_at_me")
        seconds = person.unwatched_ticks // 60
        world.mission.note_cause("temper", who=world.label_of(person.name), seconds=seconds)
    x, y = world.position(person.id)
    near = min((_far(world, who, x, y), who) for who in held)
    if world.tick < mind.until:
        moving.stand(mind)
        moving.look_at(world, mind, *world.position(near[1]))
        mind.hands.buttons |= Button.AIM
        return True
    if "outburst_shots" not in world.mission.counters:
        world.mission.note_cause("fired", who=world.label_of(person.name), seconds=person.unwatched_ticks // 60)
    _wait_for_a_word(world, person, mind)
    return _fire_at_nearest(world, person, mind, held)


def _wait_for_a_word(world: World, person: Person, mind: Mind) -> None:
    """After each one he has shot he looks round: four seconds in which the others may step in, or let it happen."""
    victims = sum(1 for p in world.people if p.hit_by == person.id and p.stance >= Stance.DOWN)
    if victims > mind.count:
        mind.count = victims
        mind.pause_until = world.tick + DECISION_TICKS
        world.mission.clocks[WITNESSES] = mind.pause_until
        world.mission.shown_clock, world.mission.clock_label = WITNESSES, "hud.witnesses"
        leader = world.person(world.crew_ids[0])
        speech.say(world, person.name, "bark.witnesses")
        if leader.is_able:
            world.emit(events.ClockStarted(WITNESSES, DECISION_TICKS))
