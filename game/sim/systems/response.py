"""What a radio stage brings of its own accord: patrols, more patrols, roadblocks, the air unit, SWAT; each with its delay.

Only in levels that have absent police cars with a stage to answer at (`Vehicle.answers` in Tiled), whatever has raised it: crimes that
were seen or heard (`chaos`), or a beat. Cars come in at the map's entries, those ahead of the crew first and never where it could see them
appear. Where they stand in a road is `roadblocks`' business. Owns `Heat.called`. Called by `dispatch`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN
from game.sim.entities import Vehicle
from game.sim.mission import speech
from game.sim.systems import helicopter

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 30
DELAYS = (0.0, 7.0, 9.0, 12.0, 14.0, 22.0)
"""Seconds from the call to the first unit of each stage, on the difficulty's clock."""
APART = 5.0
"""Seconds between two units that were called at once."""
AIR_STAGE, AIR_SECONDS = 4, 25.0
ENTRY, AIR_ENTRY = "entry", "air_entry"
OUT_OF_SIGHT = 48.0
"""Metres from the crew at which nobody sees a car come in."""
ROADBLOCK = "roadblock"


def answers(world: World) -> bool:
    """Whether the level's police answer of their own accord."""
    return bool(world.answering)


def advance(world: World) -> None:
    """Twice a second: whoever the stage calls for and has not been called sets out."""
    if world.tick % PERIOD or world.heat.stage == 0 or not world.answering:
        return
    heat = world.heat
    called: list[Vehicle] = []
    groups: list[str] = []
    for number in world.answering:
        vehicle = world.vehicles[number]
        stage = world.level.vehicles[number].answers
        if stage <= heat.stage and vehicle.group not in heat.called and vehicle.group not in groups:
            called.append(vehicle)
            groups.append(vehicle.group)
    for number, vehicle in enumerate(called):
        heat.called[vehicle.group] = world.tick
        seconds = DELAYS[world.level.vehicles[vehicle.id].answers] + APART * number
        due = world.tick + int(seconds * world.difficulty.clock * 60)
        heat.arrivals.append((due, vehicle.group, entry_for(world, len(heat.called)), ""))
    if called:
        heat.arrivals.sort()
        speech.radio(world, "radio.units")
    if heat.stage >= AIR_STAGE and not world.helicopters:
        for marker in world.level.markers:
            if marker.kind == AIR_ENTRY:
                helicopter.send(world, marker.x, marker.y, AIR_SECONDS, marker.name)
                break


def entry_for(world: World, number: int = 0) -> str:
    """The entry for the next unit: of those the crew does not see the nearest to where it goes; by turns the second nearest."""
    heat = world.heat
    x, y = heat.last_x, heat.last_y
    if heat.heading >= 0:
        x, y = x + 40.0 * COS[heat.heading], y + 40.0 * SIN[heat.heading]
    found = []
    for marker in world.level.markers:
        if marker.kind == ENTRY:
            far = (marker.x - x) * (marker.x - x) + (marker.y - y) * (marker.y - y)
            found.append((is_seen(world, marker.x, marker.y), far, marker.name))
    found.sort()
    return found[number % min(2, len(found))][2] if found else ""


def is_seen(world: World, x: float, y: float) -> bool:
    """Whether somebody of the crew is so near that he would see who appears."""
    for who in world.crew_ids:
        person = world.person(who)
        if person.is_present:
            px, py = world.position(who)
            if (px - x) * (px - x) + (py - y) * (py - y) < OUT_OF_SIGHT * OUT_OF_SIGHT:
                return True
    return False
