"""Standing in: what a crew member who is out of it was to do, somebody else does, if it matters more than his own part.

Derived from plans and the state of people each time it is asked; keeps nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import steps
from game.sim.ai.mind import in_force

if TYPE_CHECKING:
    from game.sim.world import World

_RANK: dict[type, int] = {
    steps.Escape: 6,
    steps.DriveRoute: 6,
    steps.Burn: 5,
    steps.Pursue: 5,
    steps.Charge: 4,
    steps.Search: 4,
    steps.Open: 4,
    steps.Fetch: 3,
    steps.DriveInto: 3,
    steps.Take: 3,
    steps.Deliver: 3,
    steps.Relay: 3,
    steps.Lay: 2,
    steps.Secure: 2,
    steps.Watch: 1,
}


def rank(step: steps.Step) -> int:
    """How much the job needs a step done; the wheel of the getaway most."""
    if isinstance(step, steps.Board) and step.seat == "driver":
        return 6
    return _RANK.get(type(step), 0)


def step_for(world: World, who: int) -> steps.Step | None:
    """The orphaned step this member is the one to take over; None = his own part."""
    people = world.crew_ids if who in world.crew_ids else world.team_ids
    orphans = [
        found[1] for other in people if not _is_fit(world, other) and (found := in_force(world, other)) is not None
    ]
    if not orphans:
        return None
    able = []
    for other in people:
        if _is_fit(world, other):
            own = in_force(world, other)
            able.append((rank(own[1]) if own is not None else 0, other == world.player, other))
    able.sort()
    orphans.sort(key=lambda step: (-rank(step), repr(step)))
    own_steps = [found[1] for _, _, other in able if (found := in_force(world, other)) is not None]
    for orphan in orphans:
        if not able or rank(orphan) <= able[0][0] or orphan in own_steps:
            continue
        if able[0][2] == who:
            return orphan
        able.pop(0)
    return None


def _is_fit(world: World, who: int) -> bool:
    person = world.person(who)
    return person.is_able and person.lifted_by < 0
