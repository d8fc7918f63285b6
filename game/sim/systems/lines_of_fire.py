"""Who stands in a line of fire: for the player's sights, for what a reckless shot costs, and for minds that must hold theirs.

Reads only. A line is free when nobody to be spared is in it, or close behind the one it is meant for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai.neighbours import people_near
from game.sim.angles import COS, SIN
from game.sim.entities import NOBODY, Person, Stance
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

WIDTH, WIDENS = 0.45, 0.02
"""Metres to either side of the line, and how many more for each metre ahead."""
BEHIND, FARTHEST = 5.0, 45.0
"""How far past the aimed point a round still counts as fired into somebody, and how far at all."""
SHIELD_WIDTH = 0.36
"""What a shield covers of a line: a hand's breadth beside it is a clean one."""


def is_shield(other: Person) -> bool:
    """Whether somebody is held before another one's body: on his feet, by the neck."""
    return other.lifted_by != NOBODY and other.stance == Stance.HANDS_UP


def has_shield(world: World, person: Person) -> bool:
    """Whether somebody holds another one before his body."""
    return person.lifting != NOBODY and is_shield(world.person(person.lifting))


def in_the_way(world: World, person: Person) -> str:
    """Who would be hit, or nearly, if he fired where he aims: shield, bystander or friend; "" = nobody, or he does not aim."""
    if person.gun < 0 or person.vehicle >= 0 or not person.buttons & (Button.AIM | Button.FIRE):
        return ""
    x, y = world.position(person.id)
    dx, dy = COS[person.aim], SIN[person.aim]
    reach = person.aim_distance + BEHIND
    reach = reach if reach < FARTHEST else FARTHEST
    found = ""
    along = 0.0
    while along < reach:
        for who in people_near(world, x + dx * (along + 2.0), y + dy * (along + 2.0), 3.2):
            other = world.person(who)
            if who == person.id or not other.is_present or other.stance == Stance.DEAD or other.lifted_by == person.id:
                continue
            kind = _kind(person, other)
            ox, oy = world.physics.x[who] - x, world.physics.y[who] - y
            ahead, across = ox * dx + oy * dy, ox * dy - oy * dx
            wide = SHIELD_WIDTH if kind == "shield" else WIDTH + WIDENS * ahead
            if kind and 0.0 < ahead < reach and -wide < across < wide:
                if kind == "shield":
                    return kind
                found = "bystander" if "bystander" in (kind, found) else kind
        along += 4.0
    return found


def _kind(person: Person, other: Person) -> str:
    if is_shield(other):
        return "shield"
    if other.side == "civilian":
        return "bystander"
    return "friend" if other.side == person.side else ""
