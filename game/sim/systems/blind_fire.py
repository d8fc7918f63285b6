"""Blind fire: a weapon held over or round what one crouches behind, with the head left where it is.

Whoever crouches close behind something and fires over it does not see what he fires at, and whoever does so beside the corner of a wall
holds the weapon round it at arm's length. It keeps heads down; it hardly hits. Reads only; asked by `shooting` for each round, and by
minds that are pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN
from game.sim.entities import Person, Stance
from game.sim.physics import BULLET_MASK, LOW, VEHICLE

if TYPE_CHECKING:
    from game.sim.world import World

BEHIND, ARM, FREE = 1.6, 0.75, 2.6
"""Metres within which what one crouches behind begins, that an arm reaches round a corner, and that must be free from there on."""
SPREAD_MRAD = {"pistol": 150.0, "revolver": 160.0, "smg": 100.0, "shotgun": 80.0}
RIFLE_MRAD = 70.0
"""The cone of a weapon of a kind fired blind; any other is held like a rifle. A rifle's is wider than for fire that is meant to keep
heads down (30 in the reference): nobody sees where it points."""


def muzzle(world: World, person: Person) -> tuple[float, float] | None:
    """From where he would fire blind as he crouches and points now; None = he sees what he fires at, or something is in the way."""
    if person.stance != Stance.CROUCH or person.vehicle >= 0:
        return None
    x, y = world.position(person.id)
    dx, dy = COS[person.aim], SIN[person.aim]
    is_clear = world.physics.is_clear
    ex, ey = x + dx * BEHIND, y + dy * BEHIND
    if is_clear(x, y, ex, ey, BULLET_MASK | LOW):
        return None
    if is_clear(x, y, ex, ey, BULLET_MASK & ~VEHICLE):
        return x, y  # over the top
    for side in (ARM, -ARM):
        mx, my = x - dy * side, y + dx * side
        if is_clear(x, y, mx, my, BULLET_MASK) and is_clear(mx, my, mx + dx * FREE, my + dy * FREE, BULLET_MASK):
            return mx, my
    return None


def spread(kind: str) -> float:
    """The cone of a kind of weapon fired blind, thousandths of a radian."""
    return SPREAD_MRAD.get(kind, RIFLE_MRAD)
