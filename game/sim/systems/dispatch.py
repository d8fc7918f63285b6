"""The police as an organisation: stages, and units on their way. What they know of the crew is `wanted`'s.

A stage has a cause that could be seen or heard. Units are in the level's tables from the start and enter at a marker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.ai import steps
from game.sim.systems import chaos, driving, response, roadblocks, spawning, tempo, wanted

if TYPE_CHECKING:
    from game.sim.world import World

ENTRY_CLEARANCE = 9.0


def advance(world: World) -> None:
    """Reports that are through; units whose time has come enter the place, one entry at a time."""
    wanted.advance(world)
    if not world.is_stage_scripted:
        chaos.advance(world)
    response.advance(world)
    roadblocks.advance(world)
    waiting = world.heat.arrivals
    if not waiting or waiting[0][0] > world.tick or world.tick % 10:
        return
    for arrival in list(waiting):
        due, group, entry, zone = arrival
        if due <= world.tick and not tempo.holds_back(world, due) and _is_entry_free(world, entry):
            if not zone and group in world.heat.called and response.is_seen(world, *world.spot(entry)[:2]):
                entry = response.entry_for(world)  # they would appear before the crew's eyes
            waiting.remove(arrival)
            _enter(world, group, entry, zone)
            return


def _is_entry_free(world: World, entry: str) -> bool:
    x, y, _ = world.spot(entry)
    for vehicle in world.vehicles:
        dx, dy = world.physics.x[vehicle.id] - x, world.physics.y[vehicle.id] - y
        if not vehicle.is_absent and dx * dx + dy * dy < ENTRY_CLEARANCE * ENTRY_CLEARANCE:
            return False
    return True


def _enter(world: World, group: str, entry: str, zone: str) -> None:
    for person in spawning.appear(world, group, entry):
        world.minds[person.id].give(steps.Respond(zone))
    for vehicle in world.vehicles:
        if vehicle.group == group:
            driving.switch_siren(world, vehicle, True)


def send(
    world: World,
    groups: tuple[str, ...],
    entry: str,
    zone: str,
    seconds: float,
    apart: float,
    reserve: tuple[str, ...] = (),
) -> None:
    """Units set out: the first arrives after so many seconds, the next ones `apart` seconds behind each other.

    The difficulty takes units away (one stays) or adds as many of the reserve.
    """
    extra = world.difficulty.units
    chosen = groups[: max(1, len(groups) + min(0, extra))] + reserve[: max(0, extra)]
    for number, group in enumerate(chosen):
        due = world.tick + int((seconds * world.difficulty.clock + apart * number) * 60)
        world.heat.arrivals.append((due, group, entry, zone))
    world.heat.arrivals.sort()


def raise_stage(world: World, stage: int, cause: str) -> None:
    """The response goes up (never down)."""
    if stage > world.heat.stage:
        world.heat.stage, world.heat.cause = stage, cause
        chaos.catch_up(world)
        world.emit(events.StageRaised(stage, cause))


def hasten(world: World, seconds: float, cause: str) -> None:
    """Somebody told them: units that are still on their way come earlier, and the stage is at least "silent call".

    `cause` is a key of the text files' [cause], or a level's own words.
    """
    ticks = int(seconds * 60)
    heat = world.heat
    heat.arrivals = sorted(
        (min(due, max(world.tick + 120, due - ticks)), group, entry, zone) for due, group, entry, zone in heat.arrivals
    )
    for name, end in world.mission.clocks.items():
        if name == "response":
            # One that has run out already counts on.
            world.mission.clocks[name] = min(end, max(world.tick + 120, end - ticks))
    raise_stage(world, 1, cause)
    world.mission.note_cause("units_earlier", cause=cause, seconds=int(seconds))
