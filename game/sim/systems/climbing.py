"""Over a fence: where the map says that it can be climbed (a zone of the kind "climb"), by holding USE before it. It is heard.

Owns the deed's place and what comes of it; `deeds` offers it, `using` carries it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN
from game.sim.entities import Person
from game.sim.physics import SEE_THROUGH, SOLID

if TYPE_CHECKING:
    from game.sim.world import World

CLIMB_TICKS = 110
REACH, BEYOND = 2.0, (1.03, 1.63)
"""Metres to the fence at most, and from its near side to where he lands: a fence drawn with tiles is a metre thick, and whoever stood
on its very rim would be inside it on one machine and outside on another."""
AT_HAND = 1.25
"""Metres to the fence within which he need not look at it: he has his hands on it."""
SIDES = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
RATTLE = 9.0
"""Metres by day; far more on a quiet night."""


Mesh = tuple[float, float, float, float]
"""A point of a fence, and the way from there to who stands before it, one metre."""


def landing(world: World, person: Person, mesh: Mesh | None = None) -> tuple[float, float] | None:
    """Where somebody would land who climbed the fence before him, or went through it at that point; None where there is none to climb."""
    x, y = world.position(person.id)
    if not any(zone.contains(x, y) for zone in world.place.climbs):
        return None
    found = mesh or fence(world, person)
    if found is None:
        return None
    # Straight over it, however slantwise he stands.
    for beyond in BEYOND:
        px, py = found[0] - found[2] * beyond, found[1] - found[3] * beyond
        if not world.place.is_blocked(px, py):
            return px, py
    return None


def fence(world: World, person: Person) -> Mesh | None:
    """The point of the fence he looks at, or else that he stands at with his eyes elsewhere."""
    return next(iter(fences(world, person)), None)


def fences(world: World, person: Person) -> list[Mesh]:
    """Both of these, as far as they are there: the one he looks at first."""
    x, y = world.position(person.id)
    looked_at = _mesh(world, x, y, COS[person.aim], SIN[person.aim], REACH)
    near = [mesh for way in SIDES if (mesh := _mesh(world, x, y, *way, AT_HAND)) is not None]
    near.sort(key=lambda at: (at[0] - x) * (at[0] - x) + (at[1] - y) * (at[1] - y))
    return ([looked_at] if looked_at is not None else []) + near[:1]


def _mesh(world: World, x: float, y: float, ahead_x: float, ahead_y: float, far: float) -> Mesh | None:
    """Where a fence is first on a way, and its normal there."""
    hit = world.physics.first_hit(x, y, x + ahead_x * far, y + ahead_y * far, SOLID)
    if hit is None or hit[0] > -2 or world.place.statics[-2 - hit[0]].category != SEE_THROUGH:
        return None
    return x + ahead_x * far * hit[1], y + ahead_y * far * hit[1], hit[2], hit[3]


def over(world: World, person: Person, target: int) -> None:
    """He is on the other side."""
    there = landing(world, person)
    if there is None:
        return
    world.physics.place(person.id, there[0], there[1], 0.0)
    person.is_across = True
    world.make_noise(*there, RATTLE, "fence", person.id)
    world.count("climbed")


def rattle(world: World, person: Person) -> None:
    """The mesh while he is at it."""
    if person.use_ticks % 30 == 1:
        world.make_noise(*world.position(person.id), RATTLE, "fence", person.id)
