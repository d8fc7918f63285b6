"""How far the response goes where no screenplay says it: crimes that somebody saw or heard add up to radio stages, and are forgotten.

A level whose beats use `stage` has its response scripted, and nothing here touches it. Elsewhere each stage has a number of points
(thresholds and crimes after the reference, gameplay 2.11). Owns the points of `Heat`. Called by `dispatch`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.world import World

THRESHOLDS = (50, 180, 550, 1200, 2400)
"""Points for stages 1 to 5."""
SHOT, HURT, KILLED, BLAST, STRUCK = 6, 30, 60, 60, 18
POLICE_TIMES = 3
"""What is done to a policeman counts so many times."""
CAUSES = ("", "witness", "alarm", "shots", "officer_down", "city")
WITNESS_TICKS = 300
FORGOTTEN_TICKS = 20 * 60
"""Lost for so long, they are routine again: descriptions, cars, points and stage."""


def advance(world: World) -> None:
    """Counts the crimes of the tick; lets them rest once the crew has been lost for a while."""
    heat = world.heat
    points = sum_of_crimes(world)
    if points and _has_witness(world):
        heat.chaos += points
        while heat.stage < len(THRESHOLDS) and heat.chaos >= THRESHOLDS[heat.stage]:
            heat.stage += 1
            heat.cause = CAUSES[heat.stage]
            world.emit(events.StageRaised(heat.stage, heat.cause))
    if heat.belief == "lost" and world.tick - heat.seen_tick > wanted.lost_after(world) + FORGOTTEN_TICKS:
        heat.stage = heat.chaos = 0
        heat.described.clear()
        heat.belief = "calm"
        for vehicle in world.vehicles:
            vehicle.is_known = False
        world.emit(events.BeliefChanged("calm"))


def sum_of_crimes(world: World) -> int:
    """Points for what the crew did in this tick."""
    points = 0
    for event in world.events:
        if isinstance(event, events.ShotFired) and event.who in world.crew_ids:
            points += SHOT
        elif isinstance(event, events.PersonHurt | events.PersonKilled) and event.by in world.crew_ids:
            worth = HURT if isinstance(event, events.PersonHurt) else KILLED
            points += worth * (POLICE_TIMES if world.person(event.who).side == "police" else 1)
        elif isinstance(event, events.Exploded):
            points += BLAST
        elif isinstance(event, events.PersonStruck) and event.by in world.crew_ids:
            points += STRUCK
    return points


def _has_witness(world: World) -> bool:
    """Whether anybody but the crew has just seen or heard something."""
    for person in world.people:
        if person.side != "crew" and person.is_able:
            mind = world.minds[person.id]
            if world.tick - max(mind.heard_tick, mind.seen_tick) < WITNESS_TICKS or mind.to_hear:
                return True
    return False
