"""What the timetable of the jets makes happen in a tick: they are heard far off, lamps go on and out, they come over.

Owns the events; where and when is `flights.py`'s. Without flights and groups of lamps it costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim import events

if TYPE_CHECKING:
    from game.sim.world import World

ROAR_BEFORE = int(2.9 * TICKS_PER_SECOND)
"""The sound of a pass is loudest so long after it begins."""


def advance(world: World) -> None:
    """Whatever begins or ends in this tick."""
    if not world.passes:
        return
    tick = world.tick
    for one in world.passes:
        if one.heard > tick:
            break
        flight = world.level.flights[one.flight]
        x, y = flight.points[0]
        if tick == one.heard:
            world.emit(events.PlaceSounded(flight.name, "jet_far", x, y))
        if tick == one.over - ROAR_BEFORE:
            world.emit(events.PlaceSounded(flight.name, "jet_pass", x, y))
        if tick in (one.lit, one.dark) and flight.group:
            world.emit(events.LampsSwitched(flight.group, tick == one.lit))


def switch(world: World, group: str, is_on: bool) -> None:
    """Lamps of a group on or off by a beat: from then on no timetable changes them."""
    if world.mission.lamps.get(group) != is_on:
        world.mission.lamps[group] = is_on
        world.emit(events.LampsSwitched(group, is_on))
