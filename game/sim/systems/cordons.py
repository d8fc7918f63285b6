"""Closed streets: what a cordon keeps out. Traffic stops before it or turns off, passers-by stand at its edge and look.

Owns `Mission.closed` and `closed_lanes`; who is inside when it closes may drive and walk out. Asked by traffic and strollers, set by the
action `close_street`. Not a system of its own: nothing happens in it from tick to tick.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.entities import NOBODY, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.level import Point
    from game.sim.place import Zone
    from game.sim.world import World

LOOK_AHEAD, STEP_AHEAD = 11.0, 2.5
"""Metres before a closed street at which a driver stops, and somebody on foot."""
SAMPLE_METRES = 6.0
TOLD_TO_RUN = 0.95
"""Fear of whoever is sent off a street: more than makes one lie low."""
_SENT_OFF = (Stance.STAND, Stance.COWER)


def close(world: World, zones: Sequence[str], is_closed: bool) -> None:
    """Closes zones, or opens them again."""
    mission = world.mission
    others = [name for name in mission.closed if name not in zones]
    mission.closed = [*others, *zones] if is_closed else others
    shut = [world.zones[name] for name in mission.closed]
    mission.closed_lanes = [
        number for number, lane in enumerate(world.level.lanes) if any(_leads_into(lane.points, zone) for zone in shut)
    ]


def clear(world: World, zones: Sequence[str]) -> None:
    """Sends off the passers-by on foot in zones: they are told to run, and run. Who lies, is held or sits in a car stays."""
    shut = [world.zones[name] for name in zones]
    for who in world.sides["civilian"]:
        person = world.person(who)
        is_afoot = person.is_present and person.vehicle == NOBODY and person.lifted_by == NOBODY
        if is_afoot and person.stance in _SENT_OFF and any(zone.contains(*world.position(who)) for zone in shut):
            person.fear, person.told_until = max(person.fear, TOLD_TO_RUN), 0


def _leads_into(points: Sequence[Point], zone: Zone) -> bool:
    """Whether a lane that begins outside a zone comes into it."""
    if zone.contains(*points[0]):
        return False
    x, y = points[0]
    for bx, by in points[1:]:
        # Few pieces of a town's lanes come near a zone at all.
        is_near = (x >= zone.left or bx >= zone.left) and (x <= zone.right or bx <= zone.right)
        if is_near and (y >= zone.top or by >= zone.top) and (y <= zone.bottom or by <= zone.bottom):
            dx, dy = bx - x, by - y
            steps = int(sqrt(dx * dx + dy * dy) / SAMPLE_METRES) + 1
            if any(zone.contains(x + dx * k / steps, y + dy * k / steps) for k in range(1, steps + 1)):
                return True
        x, y = bx, by
    return False


def is_ahead(
    world: World, x: float, y: float, tx: float, ty: float, metres: float = STEP_AHEAD
) -> tuple[float, float] | None:
    """The middle of the closed zone that somebody outside would be in so many metres on towards a point; None = of none."""
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    share = metres / far if far > metres else 1.0
    ax, ay = x + dx * share, y + dy * share
    for name in world.mission.closed:
        zone = world.zones[name]
        if zone.contains(ax, ay) and not zone.contains(x, y):
            return zone.middle
    return None
