"""What the police as a body know of the crew: reports by radio, descriptions, and whether they know, search or have lost them.

A sighting is one man's until he has said it into his radio: it takes him a second, and whoever falls before says nothing. What is told
is a place, a way and a description: the clothes of those on foot, the car of those who sit in one. Both hold until they are changed
where nobody sees it. Owns `Heat`'s knowledge; units on their way are `dispatch`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.ai import duel_senses
from game.sim.ai.steps import LookOut, Pursue, Rounds
from game.sim.angles import direction, from_radians
from game.sim.mission import speech
from game.sim.mission.state import Report
from game.sim.systems import trail

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.entities import Person
    from game.sim.world import World

AIR, CALLER = -2, -3
"""Who reports when it is the air unit, and when it is somebody on the telephone."""
CLOSE_ENOUGH = 12.5
"""Metres at which a policeman knows the crew in clothes or a car he has no description of."""
TRACKED_TICKS = 120
"""For so long after a look he knows the man again whatever he gets into: he has seen him do it."""
CALL_TICKS, TALKING_TICKS = 60, 20
"""How long a report takes: to get the radio up and be heard, or while everybody is on the air."""
ON_AIR_TICKS, KNOWN_TICKS = 300, 180
LOST_TICKS, LOST_TICKS_A_STAGE = 25 * 60, 5 * 60
"""Unseen for so long, and more the higher the stage, the crew is lost."""
VOID_TICKS = 10 * 60
HALF_LIFE = 480
"""Ticks in which the police's confidence in a last known place halves."""
LOOKED_AT_TICKS = 30
STRAIGHT = 1.5
"""Metres a second from which somebody goes a way that can be told."""
WINDS = ("east", "south_east", "south", "south_west", "west", "north_west", "north", "north_east")


def recognises(world: World, mind: Mind, person: Person, far: float) -> bool:
    """Whether a policeman who sees him (at squared distance `far`) may know him for one of the crew.

    By gun or mask in the street, by the clothes or the car that were told, by a face close by once they have it, because he has
    not taken his eyes off him, or because he was sent after this one. Who only looks out for him knows nobody else, and him by the
    light that is on him.
    """
    if isinstance(mind.step, Rounds | LookOut):
        return mind.step.who == person.name and _is_made_out(world, mind, person, far)
    if isinstance(mind.step, Pursue) and mind.step.who == person.name:
        return True
    if mind.target == person.id and world.tick - mind.seen_tick < TRACKED_TICKS:
        return True
    return fits(world, person, far < CLOSE_ENOUGH * CLOSE_ENOUGH)


def _is_made_out(world: World, mind: Mind, person: Person, far: float) -> bool:
    """Whether who looks out for somebody sees more of him than a shape, at that squared distance: from so far as there is light on him."""
    reach = duel_senses.reach_in(world, world.person(mind.id), world.light.level(*world.position(person.id)), False)
    return far < reach * reach


def fits(world: World, person: Person, is_close: bool) -> bool:
    """Whether somebody looks like one of the crew to a policeman who has what was told, close by or from afar."""
    heat = world.heat
    if heat.stage == 0:
        return person.is_masked and person.vehicle < 0
    if person.vehicle >= 0:
        return world.vehicles[person.vehicle].is_known or is_close
    if person.is_masked or person.gun >= 0 or heat.described.get(person.id) == person.look:
        return True
    return heat.knows_faces and (person.look == 0 or is_close)


def saw(world: World, by: Person, person: Person) -> None:
    """A policeman saw one of the crew and knew him for what he is: he tells it as soon as he can."""
    is_on_air = world.tick - world.heat.seen_tick < ON_AIR_TICKS
    _report(world, by.id, person, TALKING_TICKS if is_on_air else CALL_TICKS)


def saw_from_above(world: World, person: Person, is_new: bool) -> None:
    """The air unit has one of the crew in sight: it is on the air all the time."""
    _report(world, AIR, person, TALKING_TICKS)
    if is_new:
        speech.radio(world, "radio.helicopter_sees", way=way_of(_heading(world, person)))


def _heading(world: World, person: Person) -> int:
    return heading_of(world, person.vehicle if person.vehicle >= 0 else person.id)


def heading_of(world: World, body: int) -> int:
    """Which way somebody or something goes, as it can be told; -1 = nowhere."""
    vx, vy = world.physics.vx[body], world.physics.vy[body]
    return direction(vx, vy) if vx * vx + vy * vy > STRAIGHT * STRAIGHT else -1


def way_of(heading: int) -> str:
    """The word for a way that somebody goes; "none" = he stands."""
    return "none" if heading < 0 else WINDS[(heading + 4096 >> 13) & 7]


def sighting(world: World, by: int, due: int, who: int, vehicle: int, look: int = 0) -> Report:
    """What somebody who has a person before his eyes, or the car he sits in, has to say now: where that is, and how it goes."""
    body = vehicle if vehicle >= 0 else who
    x, y = world.position(body)
    nose = from_radians(world.physics.angle[body])
    return Report(due, by, who, x, y, world.tick, heading_of(world, body), vehicle, look, world.speed(body), nose)


def _report(world: World, by: int, person: Person, ticks: int) -> None:
    reports = world.heat.reports
    for number, report in enumerate(reports):
        if report.by == by:
            reports[number] = sighting(world, by, report.due, person.id, person.vehicle, person.look)
            return
    reports.append(sighting(world, by, world.tick + ticks, person.id, person.vehicle, person.look))


def advance(world: World) -> None:
    """Reports that are through become known to all; whoever was stopped in the middle of his told nothing."""
    heat = world.heat
    if heat.reports:
        due = [report for report in heat.reports if report.due <= world.tick]
        if due:
            heat.reports = [report for report in heat.reports if report.due > world.tick]
            for report in due:
                if report.by == AIR or world.person(report.by).is_able:
                    _tell(world, report)
    if heat.belief != "calm" or heat.stage > 0:
        _believe(world)


def _tell(world: World, report: Report) -> None:
    heat = world.heat
    if report.tick < heat.seen_tick:
        return
    heat.seen_tick, heat.last_x, heat.last_y, heat.heading = report.tick, report.x, report.y, report.heading
    is_news = False
    if report.vehicle >= 0:
        vehicle = world.vehicles[report.vehicle]
        vehicle.was_seen_tick = report.tick
        is_news = not vehicle.is_known
        vehicle.is_known = True
        trail.told(world, report)
        if is_news:
            _read_out(world, report)
        return
    trail.left_the_car(world, report.who)
    if heat.described.get(report.who) != report.look:
        heat.described[report.who] = report.look
        is_news = len(heat.described) == 1 or report.look > 0
    if is_news:
        _read_out(world, report)


def _read_out(world: World, report: Report) -> None:
    """The description over the radio, for everybody with a scanner to hear."""
    wind = way_of(report.heading)
    if report.vehicle >= 0:
        vehicle = world.vehicles[report.vehicle]
        speech.radio(world, "radio.car", spec=vehicle.spec, way=wind)
    else:
        speech.radio(world, "radio.on_foot", way=wind)


def is_description_void(world: World) -> bool:
    """Whether nobody of the crew looks any more like what was told, on foot or in a car."""
    heat = world.heat
    if heat.knows_faces:
        return False
    for who in world.crew_ids:
        person = world.person(who)
        if not person.is_able:
            continue
        if person.vehicle >= 0:
            if world.vehicles[person.vehicle].is_known:
                return False
        elif person.is_masked or person.gun >= 0 or heat.described.get(who) == person.look:
            return False
    return True


def lost_after(world: World) -> int:
    """Ticks unseen after which they give the crew up for lost: more the higher the stage, few when nothing fits the description."""
    if is_description_void(world):
        return VOID_TICKS
    return LOST_TICKS + LOST_TICKS_A_STAGE * world.heat.stage


def _believe(world: World) -> None:
    """Calm, know, search or lost; each change is told, so that it can be heard."""
    heat = world.heat
    age = world.tick - heat.seen_tick
    if heat.stage == 0:
        belief = "calm"
    elif age < KNOWN_TICKS:
        belief = "know"
    elif heat.seen_tick < 0 or age < lost_after(world):
        belief = "search"
    else:
        belief = "lost"
    if belief == heat.belief:
        return
    before, heat.belief = heat.belief, belief
    world.emit(events.BeliefChanged(belief))
    if belief == "lost":
        speech.radio(world, "radio.lost")
    elif belief == "search" and before == "know":
        speech.radio(world, "radio.search")
    elif belief == "know" and before == "lost":
        speech.radio(world, "radio.again")


def confidence(world: World) -> float:
    """How sure they are of the last known place: 1 as it is told, half of it every eight seconds."""
    age = world.tick - world.heat.seen_tick
    share = 1.0
    while age >= HALF_LIFE:
        share, age = share * 0.5, age - HALF_LIFE
        if share < 0.001:
            return 0.0
    return share * (1.0 - 0.5 * age / HALF_LIFE)


RINGS = ((20 * 60, 15.0), (45 * 60, 35.0), (1 << 60, 60.0))
"""Ticks since the last sighting up to which they search so many metres round it."""
SPREAD = 16384
"""A quarter turn to either side of the way the crew went: there they look first."""


def search_ring(world: World) -> float:
    """Metres round the last known place at which it is searched now: the ring grows."""
    age = world.tick - world.heat.seen_tick
    return next(metres for limit, metres in RINGS if age < limit)


def search_turn(world: World, draw: int) -> int:
    """In which direction from the last known place one of the searchers looks: mostly the way they went."""
    heading = world.heat.heading
    if heading < 0 or draw & 3 == 0 or world.heat.belief == "lost":
        return draw >> 2 & 65535
    return (heading + (draw >> 2) % (2 * SPREAD) - SPREAD) & 65535


def change_clothes(world: World, person: Person) -> None:
    """Other clothes: who is looking on tells the new ones, all others have the wrong description."""
    is_seen = is_looked_at(world, person)
    person.look += 1
    person.is_masked = False
    world.count("changed_clothes")
    world.emit(events.ClothesChanged(person.id, is_seen))


def is_looked_at(world: World, person: Person) -> bool:
    """Whether a policeman has his eye on somebody just now."""
    return any(
        world.minds[who].target == person.id
        and world.minds[who].is_visible
        and world.tick - world.minds[who].seen_tick < LOOKED_AT_TICKS
        and world.person(who).is_able
        for who in world.sides["police"]
    )


def describe_car(world: World, number: int) -> None:
    """A caller has told which car it is: it is looked for from now on, and read out."""
    vehicle = world.vehicles[number]
    if not vehicle.is_known:
        vehicle.is_known = True
        speech.radio(world, "radio.stolen_car", spec=vehicle.spec)
