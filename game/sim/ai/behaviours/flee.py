"""Frightened people: freeze, cower, run; drivers leave their cars. A reflex; also the step flee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving, steering
from game.sim.ai.mind import Mind
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.systems import spawning

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

FREEZE, OBEY, BOLT = 0.3, 0.6, 0.85
RUN_METRES = 28.0


def is_frightened(world: World, person: Person, mind: Mind) -> bool:
    """Whether fear comes first now."""
    if person.stance == Stance.COWER and person.fear <= 0.1:
        spawning.set_stance(world, person, Stance.STAND)
    return person.fear > FREEZE or person.stance == Stance.COWER


def think(world: World, person: Person, mind: Mind, step: object = None) -> None:
    """More fear, more haste: stand still, lie low, run."""
    danger_x, danger_y = (
        (mind.last_x, mind.last_y) if mind.seen_tick >= mind.heard_tick else (mind.heard_x, mind.heard_y)
    )
    if person.vehicle >= 0:
        _in_a_car(world, person, mind)
        return
    if person.fear > BOLT or step is not None:
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
    x, y = world.position(person.id)
    if mind.goal_x < 0.0 or world.tick > mind.cover_until:
        away = direction(x - danger_x, y - danger_y)
        for n in range(5):
            bits = dice.draw(world.setup.seed, person.id, dice.Purpose.PANIC, world.tick, n)
            turn = (away + int(bits % 24000) - 12000) & 65535
            mind.cover_x, mind.cover_y = x + COS[turn] * RUN_METRES, y + SIN[turn] * RUN_METRES
            if not world.place.is_blocked(mind.cover_x, mind.cover_y):
                break
        mind.cover_until = world.tick + 240
    moving.walk_to(world, person, mind, mind.cover_x, mind.cover_y, 1.5)


def _in_a_car(world: World, person: Person, mind: Mind) -> None:
    """Stops; and when it is too much, gets out and runs."""
    if person.seat == 0:
        steering.halt(world, mind)
    if person.fear > BOLT and world.speed(person.vehicle) < 1.0:
        moving.press(person, mind, Button.ENTER)
