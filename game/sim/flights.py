"""Jets by the run's timetable: when each comes over, which lamps burn for it, where it is, and how far its noise covers others.

Everything here follows from seed, level and tick: there is no state but the timetable, which is worked out once a run. Called by
the world's `index` (the timetable), by `systems/landing.py` each tick, and by whoever asks what is lit, heard or seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Flight
from game.content.specs import TICKS_PER_SECOND
from game.sim import dice
from game.sim.angles import direction

if TYPE_CHECKING:
    from game.sim.world import World

LONGEST_RUN = 60 * 60
"""Seconds for which a timetable is drawn up."""
GLIDE = 0.0524
"""Metres down for each metre on: three degrees."""
RUNWAY_HIGH = 1.5
FADES = 190.0
"""Metres beyond its loudness at which a jet covers nothing any more."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One jet coming over, in ticks of the run."""

    flight: int
    """Index of the level's flight."""
    number: int
    heard: int
    """It begins to be heard far off."""
    lit: int
    """Its lamps begin to burn."""
    dark: int
    """They go out."""
    over: int
    """It passes the first corner of its way."""
    gone: int
    """It has left the map, or stands."""


@dataclass(frozen=True, slots=True)
class Jet:
    """A jet in the air over the map, at one tick."""

    name: str
    x: float
    y: float
    height: float
    facing: int
    number: int


def timetable(world: World) -> tuple[Pass, ...]:
    """Every pass of a run, in order of time."""
    found: list[Pass] = []
    for index, flight in enumerate(world.level.flights):
        way = length(flight) / flight.speed
        at = flight.first_seconds
        number = 0
        while at < LONGEST_RUN:
            draw = dice.draw(world.setup.seed, index, dice.Purpose.FLIGHT, number)
            over = at + (dice.share(draw) * 2.0 - 1.0) * flight.spread_seconds
            over = over if over > flight.lead_seconds else flight.lead_seconds
            lit = over - flight.lead_seconds
            times = (lit - flight.heard_seconds, lit, lit + flight.light_seconds, over, over + way)
            found.append(Pass(index, number, *(int(second * TICKS_PER_SECOND) for second in times)))
            at += flight.every_seconds
            number += 1
    found.sort(key=lambda one: (one.over, one.flight))
    return tuple(found)


def length(flight: Flight) -> float:
    """Metres of its way over the map."""
    total = 0.0
    for (ax, ay), (bx, by) in zip(flight.points, flight.points[1:], strict=False):
        total += sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    return total


def jets(world: World) -> list[Jet]:
    """Those that are over the map now, and those on their way in, as far out as they are heard."""
    found: list[Jet] = []
    for one in world.passes:
        if one.heard > world.tick:
            break
        if world.tick <= one.gone:
            found.append(_jet(world.level.flights[one.flight], one, world.tick))
    return found


def _jet(flight: Flight, one: Pass, tick: int) -> Jet:
    """Where a jet is: before its way begins, as far back on the line of its first two corners as it has to go."""
    along = (tick - one.over) / TICKS_PER_SECOND * flight.speed
    left = length(flight) - along
    (ax, ay), (bx, by) = flight.points[0], flight.points[1]
    for (ax, ay), (bx, by) in zip(flight.points, flight.points[1:], strict=False):
        piece = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        if along <= piece:
            break
        along -= piece
    piece = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    x, y = ax + (bx - ax) * along / piece, ay + (by - ay) * along / piece
    return Jet(flight.name, x, y, RUNWAY_HIGH + left * GLIDE, direction(bx - ax, by - ay), one.number)


def lit_groups(world: World) -> tuple[str, ...]:
    """The groups of lamps that burn now, in order of name."""
    switched = world.mission.lamps
    timed: dict[str, bool] = {}
    for flight in world.level.flights:
        if flight.group:
            timed[flight.group] = False
    for one in world.passes:
        if one.lit > world.tick:
            break
        if world.tick < one.dark:
            timed[world.level.flights[one.flight].group] = True
    return tuple(
        group for group in world.lamp_groups if switched.get(group, timed.get(group, True))
    )  # what a beat has switched stays as it was told


def heard_groups(world: World) -> tuple[str, ...]:
    """The groups of lamps that burn, or soon will: their jet is heard already."""
    found = []
    for one in world.passes:
        if one.heard > world.tick:
            break
        group = world.level.flights[one.flight].group
        if world.tick < one.dark and group and group not in world.mission.lamps:
            found.append(group)
    return tuple(found)


def lit_for(world: World) -> int:
    """Ticks until the lamps of a jet that is heard already begin to burn; 0 while any burn, -1 = none is heard."""
    found = -1
    for one in world.passes:
        if one.heard > world.tick:
            break
        if world.tick < one.dark and world.level.flights[one.flight].group not in world.mission.lamps:
            left = max(0, one.lit - world.tick)
            found = left if found < 0 else min(found, left)
    return found


def masking(world: World, x: float, y: float) -> int:
    """How much of all other sounds a jet covers at a point, 0 (nothing) to 100 (everything)."""
    most = 0
    for jet in jets(world):
        flight = next(one for one in world.level.flights if one.name == jet.name)
        dx, dy = jet.x - x, jet.y - y
        far = sqrt(dx * dx + dy * dy + jet.height * jet.height)
        if far < flight.loudness + FADES:
            most = max(most, min(100, int((flight.loudness + FADES - far) * 100.0 / FADES)))
    return most


def next_pass(world: World) -> Pass | None:
    """The pass that is under way or the next to come."""
    return next((one for one in world.passes if one.gone > world.tick), None)
