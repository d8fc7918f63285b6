"""What minds are at, for overlays and logs: one by one, and the police as a body. Reads everything, changes nothing.

Called by `picture` for the overlay of minds, and by the log of decisions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.sim import view
from game.sim.ai import cover, notice, perception, perils
from game.sim.ai.behaviours import approach, fight
from game.sim.entities import NOBODY, Person
from game.sim.mission.calls import spoken
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.world import World

ROAD_POINTS = 12
"""Of a driver's way so many points are in the overlay."""


def mind_of(world: World, person: Person) -> view.DebugMind:
    """What somebody's mind is at."""
    mind = world.minds[person.id]
    wants = spoken(mind.step)
    return view.DebugMind(
        person.id,
        "fight" if mind.is_fighting else wants.partition(" ")[0],
        mind.target,
        tuple(mind.path[mind.path_index :]),
        wants,
        ("set", "waits", "moves")[mind.bound],
        mind.covers if world.tick < mind.covers_until else NOBODY,
        tuple(mind.menaced_by),
        (mind.cover_x, mind.cover_y) if mind.has_cover else None,
        person.suppression,
        person.id != world.player
        and perception.has_a_line(world, person, *world.position(person.id), world.person(world.player)),
        notices=tuple((who, notice.meter_of(world, mind, who) / notice.FULL) for who in mind.meters),
        watches=approach.is_watching(mind),
        act=mind.act,
        peeks=cover.side_of(mind.cover_x, mind.cover_y, mind.peek_x, mind.peek_y, mind.last_x, mind.last_y)
        if mind.is_fighting and mind.has_cover
        else "",
        role=mind.role if person.seat == 0 else "",
        way=tuple(mind.way[mind.route_index : mind.route_index + ROAD_POINTS]) if person.seat == 0 else (),
    )


def whole_mind(world: World, person: Person) -> view.DebugMind:
    """With what is worked out for an overlay alone: what the places about somebody who fights are worth to him."""
    mind, shown = world.minds[person.id], mind_of(world, person)
    if person.side in perils.FIGHTERS and person.vehicle < 0:
        lane = perils.lane_of(world, person)
        ends = (lane.x, lane.y, lane.x + lane.dx * lane.metres, lane.y + lane.dy * lane.metres) if lane else None
        shown = replace(shown, lane=ends, seen_on_the_way=perils.seen_on(world, person, shown.path))
    if not mind.is_fighting or person.vehicle >= 0:
        return shown
    wanted = world.catalog.brains[mind.brain].preferred_range
    return replace(
        shown, places=tuple(cover.weighed(world, person, mind.last_x, mind.last_y, fight.COVER_REACH, wanted))
    )


def police_of(world: World) -> view.DebugPolice:
    """What the police as a body are at."""
    heat, tempo = world.heat, world.tempo
    due = tuple((tick - world.tick, group) for tick, group, _, _ in heat.arrivals)
    ring, sure = wanted.search_ring(world), wanted.confidence(world)
    return view.DebugPolice(heat.belief, heat.last_x, heat.last_y, ring, sure, tempo.phase, tempo.intensity, due)
