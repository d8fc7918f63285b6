"""How far the response goes where no screenplay says it: crimes that somebody saw or heard add up to radio stages, and are forgotten.

A level whose beats use `stage` has its response scripted, and nothing here touches it. Elsewhere each stage has a number of points
(thresholds and crimes after the reference, gameplay 2.11). Owns the points of `Heat`. Called by `dispatch`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.ai.neighbours import people_near
from game.sim.physics import SIGHT_MASK, TALL
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.world import World

THRESHOLDS = (50, 180, 550, 1200, 2400)
"""Points for stages 1 to 5."""
SHOT, HURT, KILLED, BLAST, STRUCK = 6, 30, 60, 60, 18
HIJACKED, RAMMED, CRASHED, FLED, SPED = 35, 45, 8, 5, 8
"""A car taken from its driver; a police car rammed, another one hit; a second of flight that the police see; speeding before them."""
BYSTANDER_METRES = 25.0
HARD_BLOW = 9000.0
"""Joules from which a crash counts."""
SPEEDING, SPEED_SEEN = 18.0, 32.0
"""Metres a second on a street, and metres within which a patrol notices it."""
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
    seen = crimes_before_eyes(world)
    if seen or (points and _has_witness(world)):
        heat.chaos += points + seen
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


def catch_up(world: World) -> None:
    """A stage that somebody else has raised counts as if crimes had: the next one is no farther off."""
    heat = world.heat
    if heat.stage > 0 and not world.is_stage_scripted:
        heat.chaos = max(heat.chaos, THRESHOLDS[min(heat.stage, len(THRESHOLDS)) - 1])


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
        elif isinstance(event, events.VehicleImpact) and event.other >= 0 and event.joules > HARD_BLOW:
            points += _blow(world, event)
    return points + (_on_the_road(world) if world.tick % 60 == 0 else 0)


def crimes_before_eyes(world: World) -> int:
    """Points for what makes no noise to speak of and counts where somebody stands by and sees it: a car taken from its driver."""
    points = 0
    for event in world.events:
        if isinstance(event, events.Hijacked) and event.who in world.crew_ids:
            x, y = world.position(event.vehicle)
            for who in people_near(world, x, y, BYSTANDER_METRES):
                person = world.person(who)
                if person.side != "crew" and who != event.driver and person.is_able:
                    if world.physics.is_clear(*world.position(who), x, y, SIGHT_MASK & ~TALL):
                        points += HIJACKED
                        break
    return points


def _blow(world: World, event: events.VehicleImpact) -> int:
    """What it counts that a car of the crew has hit another one; who was standing was hit, not hitting."""
    for mine, other in ((event.vehicle, event.other), (event.other, event.vehicle)):
        driver = world.vehicles[mine].seats[0]
        if driver in world.crew_ids and other < world.person_base and world.speed(mine) > 2.0:
            return RAMMED if world.vehicles[other].siren else CRASHED
    return 0


def _on_the_road(world: World) -> int:
    """Once a second: a flight the police see, or speeding past one of them."""
    heat = world.heat
    points = 0
    for who in world.crew_ids:
        person = world.person(who)
        if not person.is_able or person.seat != 0 or person.vehicle < 0:
            continue
        vehicle = world.vehicles[person.vehicle]
        if vehicle.is_known and heat.belief == "know" and world.speed(vehicle.id) > 8.0:
            points += FLED
        elif not vehicle.siren and world.speed(vehicle.id) > SPEEDING and _is_passed_by_police(world, vehicle.id):
            points += SPED
    return points


def _is_passed_by_police(world: World, number: int) -> bool:
    x, y = world.position(number)
    for who in world.sides["police"]:
        if world.person(who).is_able:
            px, py = world.position(who)
            if (px - x) * (px - x) + (py - y) * (py - y) < SPEED_SEEN * SPEED_SEEN:
                if world.physics.is_clear(px, py, x, y, SIGHT_MASK & ~TALL):
                    return True
    return False


def _has_witness(world: World) -> bool:
    """Whether anybody but the crew has just seen or heard something."""
    for person in world.people:
        if person.side != "crew" and person.is_able:
            mind = world.minds[person.id]
            if world.tick - max(mind.heard_tick, mind.seen_tick) < WITNESS_TICKS or mind.to_hear:
                return True
    return False
