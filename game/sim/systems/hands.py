"""What somebody's hands are free for: a bag with a strap hangs from the shoulder, anything else takes both of them.

Reads only. Asked by whoever wants to shoot, run, watch people, or lift a man.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

SLUNG = ("duffel_bag",)
"""Kinds of things that are carried by a strap: one fires, runs and works with them, less well for their weight."""
POCKETED = ("bolt",)
"""Small things that hinder nobody, and are thrown to be heard."""
IN_POCKETS = ("key", "tape", "cutters")
"""Kinds of things that go into a pocket when they are taken: hands stay free, and it counts as found."""
BAGS = ("cash_bag", "duffel_bag")
"""What money is carried in."""


def are_full(world: World, person: Person) -> bool:
    """Whether he carries a thing (not a man) that takes both hands."""
    return person.item >= 0 and world.items[person.item].kind not in (*SLUNG, *POCKETED)
