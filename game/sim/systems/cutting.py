"""Through a fence: whoever has cutters and holds DISARM before one that the map lets him climb cuts it, wire by wire.

Slow and quiet where climbing is quick and loud. What is cut stays cut, seen and used by everybody: a gap is gone on with, and once it is
wide enough USE goes through it. `deeds` offers both, `using` carries them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.angles import direction
from game.sim.entities import Gap, Person
from game.sim.systems import climbing

if TYPE_CHECKING:
    from game.sim.world import World

CUT_TICKS = 2160
"""Thirty-six seconds, thirty-six wires: long enough for whoever hears them part to come, so that he who cuts has to listen as well."""
SLOWER, QUICKER, LOUDER = 1.0, 0.55, 0.75
"""How much longer it takes, as a share, to whom a difficulty has dulled altogether, and how much less it takes the player; how much further
the dulled one is heard at it."""
THROUGH_TICKS = 54
WIRE_TICKS = 60
SNIP, BRUSH = 3.2, 1.6
"""Metres by day at which a wire is heard to part, and somebody to squeeze through: on a quiet night five times that."""
ASIDE = 1.4
"""Metres along the fence within which it is the same gap."""


def has_cutters(world: World, person: Person) -> bool:
    """Whether somebody has the tool on him."""
    return any(item.kind == "cutters" and item.state == "gone" and item.carrier == person.id for item in world.items)


def could_cut(world: World, person: Person) -> bool:
    """Whether he stands before wire that he could cut now."""
    if not has_cutters(world, person) or climbing.landing(world, person) is None:
        return False
    gap = at_hand(world, person)
    return gap is None or not gap.is_open


def at_hand(world: World, person: Person) -> Gap | None:
    """The gap in the fence before him, finished or not: where he looks, or else where he stands with his eyes along the wire."""
    if not world.gaps:
        return None
    for mesh in climbing.fences(world, person):
        for gap in world.gaps:
            if _is_at(gap, mesh):
                return gap
    return None


def _is_at(gap: Gap, mesh: climbing.Mesh) -> bool:
    """Whether a point of a fence belongs to a gap."""
    return (gap.x - mesh[0]) * (gap.x - mesh[0]) + (gap.y - mesh[1]) * (gap.y - mesh[1]) < ASIDE * ASIDE


def left(world: World, person: Person) -> int:
    """Ticks of cutting that are still to do."""
    gap = at_hand(world, person)
    return needed(world, person) - (gap.cut_ticks if gap is not None else 0)


def needed(world: World, person: Person) -> int:
    """Ticks in which he cuts a gap: a difficulty that dulls the other man of a duel makes him slower and louder at it, too, and the player
    quicker."""
    dulled = _dulled(world)
    return int(CUT_TICKS * (1.0 + SLOWER * dulled if person.side == world.against else 1.0 - QUICKER * dulled) + 0.5)


def _dulled(world: World) -> float:
    """How far a difficulty has dulled the other man of a duel, 0 to 1."""
    return max(0.0, 1.0 - world.difficulty.duel_senses)


def snip(world: World, person: Person) -> None:
    """One tick of it."""
    gap = at_hand(world, person)
    if gap is None:
        found = _fence(world, person)
        if found is None:
            return
        gap = Gap(len(world.gaps), found[0], found[1], found[2])
        world.gaps.append(gap)
    gap.cut_ticks += 1
    if gap.cut_ticks % WIRE_TICKS == 0:
        loud = SNIP * (1.0 + LOUDER * _dulled(world)) if person.side == world.against else SNIP
        world.make_noise(gap.x, gap.y, loud, "snip", person.id)
        world.emit(events.WireSnipped(person.id, gap.x, gap.y))


def done(world: World, person: Person, target: int) -> None:
    """The last wire: one can get through."""
    gap = at_hand(world, person)
    if gap is None:
        return
    gap.is_open = True
    world.count("fences_cut")
    world.emit(events.FenceCut(person.id, gap.x, gap.y, gap.facing))


def through(world: World, person: Person, target: int) -> None:
    """He is on the other side, and little was heard of it."""
    gap = world.gaps[target]
    before = [mesh for mesh in climbing.fences(world, person) if _is_at(gap, mesh)]
    there = climbing.landing(world, person, (gap.x, gap.y, *before[0][2:])) if before else None
    if there is None:
        return
    world.physics.place(person.id, there[0], there[1], 0.0)
    person.is_across = True
    gap.passed.append(person.id)
    world.make_noise(*there, BRUSH, "snip", person.id)


def _fence(world: World, person: Person) -> tuple[float, float, int] | None:
    """The point of the fence before him, and the way through it."""
    found = climbing.fence(world, person)
    return None if found is None else (found[0], found[1], direction(0.0 - found[2], 0.0 - found[3]))
