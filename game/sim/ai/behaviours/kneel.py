"""Guards: sit tight in their vehicle, obey while they are under control, act when they are not.

What a guard does once nobody watches him: reaches for a hidden gun if he has one; else runs, and tells the world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import fight, flee
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Kneel, Surrender
from game.sim.entities import Gun, Stance
from game.sim.mission import speech
from game.sim.systems import arms, dispatch, holding, spawning

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

HIDDEN_GUN = "ankle_revolver"
DRAWS_AFTER = 75
"""Ticks between seeing an armed man and reaching for the holster: nobody is ready for it at half past eleven."""


def think(world: World, person: Person, mind: Mind) -> None:
    """On his knees he keeps still; loose he fights if armed, gives up before a gun, runs else."""
    if person.stance == Stance.KNEEL:
        moving.stand(mind)
        mind.phase = 0
        return
    if arms.is_concealed(person):
        _caught_or_drawn(world, person, mind)
        return
    if person.has_hidden_gun and person.gun < 0:
        _draw_hidden(world, person)
    if person.gun >= 0:
        if mind.target >= 0 and world.tick - mind.seen_tick < 600:
            fight.think(world, person, mind)
        else:
            moving.stand(mind)
        return
    if holding.watchers(world, person) and person.fear > 0.2:
        holding.hold(world, person)
        return
    if mind.phase == 0:
        mind.phase = 1
        mind.until = world.tick + 600
    flee.think(world, person, mind, mind.step)
    if world.tick > mind.until and mind.phase == 1:
        mind.phase = 2
        world.count("guards_away")
        if not holding.is_left_behind(world, person):
            dispatch.hasten(world, 12.0, "guard_away")


def is_at_ease(world: World, person: Person, mind: Mind) -> bool:
    """Whether a guard whose gun is in its holster has no reason yet to think of it: he goes on with what he does."""
    return arms.is_concealed(person) and person.stance == Stance.STAND and not mind.is_visible and person.fear < 0.2


def _caught_or_drawn(world: World, person: Person, mind: Mind) -> None:
    """With a gun on him before his own is out he gives up; else he stands, thinks, and draws."""
    moving.stand(mind)
    if holding.watchers(world, person):
        holding.hold(world, person)
    elif mind.is_visible and world.tick - mind.first_tick > DRAWS_AFTER:
        arms.bring_out(world, person)


def kneel(world: World, person: Person, mind: Mind, step: Kneel) -> None:
    """Down on his knees, once; then he is held like anybody."""
    moving.stand(mind)
    if mind.phase == 0 and person.vehicle < 0:
        mind.phase = 1
        holding.hold(world, person)


def surrender(world: World, person: Person, mind: Mind, step: Surrender) -> None:
    """Hands up, and there he stays."""
    moving.stand(mind)
    if person.vehicle < 0 and person.is_able:
        spawning.set_stance(world, person, Stance.HANDS_UP)


def _draw_hidden(world: World, person: Person) -> None:
    size = world.catalog.weapons[HIDDEN_GUN].magazine
    person.guns, person.gun = [Gun(HIDDEN_GUN, size, [])], 0
    person.guns[0].draw_ticks = world.catalog.weapons[HIDDEN_GUN].draw_ticks
    person.has_hidden_gun = False
    world.count("hidden_gun_drawn")
    world.mission.note_cause("ankle_gun", who=world.label_of(person.name))
    for who in world.crew_ids:
        if world.person(who).is_able:
            speech.bark(world, who, "bark.ankle")
            break
