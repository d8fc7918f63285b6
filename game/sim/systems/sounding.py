"""Sounds of the place: alarms, telephones, jets. Each is heard again and again by its own timetable, while it is on.

Owns the switch; what it sounds like is the audio's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim import events

if TYPE_CHECKING:
    from game.content.level import SoundSource
    from game.sim.world import World


def begin(world: World) -> None:
    """Those that are heard from the start."""
    for source in world.level.sounds:
        if source.is_on:
            world.mission.sounding[source.name] = _first(source, world.tick)


def advance(world: World) -> None:
    """Whatever begins again in this tick."""
    sounding = world.mission.sounding
    if not sounding:
        return
    for source in world.level.sounds:
        first = sounding.get(source.name, -1)
        if 0 <= first <= world.tick and (world.tick - first) % int(source.seconds * TICKS_PER_SECOND) == 0:
            world.emit(events.PlaceSounded(source.name, source.sound, source.x, source.y))


def switch(world: World, name: str, is_on: bool) -> None:
    """On (from its offset on; what is on already stays in its time) or off."""
    if not is_on:
        world.mission.sounding.pop(name, None)
    elif name not in world.mission.sounding:
        source = next(source for source in world.level.sounds if source.name == name)
        world.mission.sounding[name] = _first(source, world.tick + 1)


def _first(source: SoundSource, now: int) -> int:
    return now + int(source.offset_seconds * TICKS_PER_SECOND)
