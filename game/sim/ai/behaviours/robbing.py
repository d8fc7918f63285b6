"""Secure, Take, Deliver, Relay, Walk, RunTo: a robbery's work with one's hands, and the calm way to and from it.

Used in screenplays as secure, take, deliver, relay, walk, run_to. Each goes where `using` offers the deed, then holds USE (or DISARM).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.behaviours import post
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Deliver, Relay, RunTo, Secure, Take, Walk
from game.sim.angles import COS, SIN
from game.sim.entities import Item, Person, Stance
from game.sim.input_frame import Button
from game.sim.systems import deeds, hands

if TYPE_CHECKING:
    from game.sim.world import World

HELD = (Stance.KNEEL, Stance.TIED, Stance.HANDS_UP)
DELIVERED_METRES = 2.5


def secure(world: World, person: Person, mind: Mind, step: Secure) -> None:
    """One after the other, the nearest first: his gun, his pockets, a zip tie; then the gun stays on them."""
    if post.get_out(world, person, mind):
        return
    people = [world.person_named[name] for name in step.people]
    held = [other for other in people if other.is_present and other.stance in HELD]
    wanted = [other for other in held if _is_wanted(world, person, other)]
    x, y = world.position(person.id)
    if wanted:
        other = min(wanted, key=lambda one: (_square(world, one.id, x, y), one.id))
        ox, oy = world.position(other.id)
        if moving.walk_to(world, person, mind, ox, oy, 1.2, runs=False):
            moving.look_at(world, mind, ox, oy)
            mind.hands.target = other.id
            mind.hands.buttons |= Button.DISARM if _is_armed(other) else Button.USE
        return
    moving.stand(mind)
    if held:
        weakest = min(held, key=lambda one: (one.control, one.id))
        moving.look_at(world, mind, *world.position(weakest.id))
        mind.hands.buttons |= Button.AIM


def _is_wanted(world: World, person: Person, other: Person) -> bool:
    """Whether there is something left to do about somebody held."""
    if _is_armed(other):
        return True
    if not other.is_searched and any(i.inside_person == other.id and i.state == "inside" for i in world.items):
        return True
    return person.zip_ties > 0 and other.stance == Stance.KNEEL


def _is_armed(other: Person) -> bool:
    """Whether he wears a gun, for all one knows."""
    return other.side != "civilian" and not other.is_frisked


def take(world: World, person: Person, mind: Mind, step: Take) -> None:
    """To the nearest of the things that nobody has in his hands or works at; packs it if it lies loose."""
    if post.get_out(world, person, mind):
        return
    if person.item >= 0:
        moving.stand(mind)
        return
    x, y = world.position(person.id)
    taken = {p.use_target for p in world.people if p.use and p.id != person.id}
    free = [
        item
        for item in (world.item_named[name] for name in step.items)
        if item.state in ("lying", "shelved") and deeds.ITEM_TARGET + item.id not in taken
    ]
    if not free:
        moving.stand(mind)
        return
    _fetch(world, person, mind, min(free, key=lambda i: ((i.x - x) * (i.x - x) + (i.y - y) * (i.y - y), i.id)))


def _fetch(world: World, person: Person, mind: Mind, item: Item) -> None:
    if moving.walk_to(world, person, mind, item.x, item.y, 1.0):
        moving.look_at(world, mind, item.x, item.y)
        mind.hands.target = deeds.ITEM_TARGET + item.id
        mind.hands.buttons |= Button.USE


def deliver(world: World, person: Person, mind: Mind, step: Deliver) -> None:
    """Takes it, carries it to the marker, puts it down there; a bag that he still has in his hands he puts down there first."""
    if post.get_out(world, person, mind):
        return
    item = world.item_named[step.item]
    x, y, _ = world.spot(step.to)
    there = (item.x - x) * (item.x - x) + (item.y - y) * (item.y - y) < DELIVERED_METRES * DELIVERED_METRES
    is_waiting = item.state == "shelved" or (item.state == "lying" and not there)
    has_another = person.item >= 0 and world.items[person.item].kind in hands.BAGS
    if person.item == item.id or (is_waiting and has_another):
        if moving.walk_to(world, person, mind, x, y, 0.9):
            moving.press(person, mind, Button.DROP)
    elif is_waiting and person.item < 0:
        _fetch(world, person, mind, item)
    else:
        moving.stand(mind)


def relay(world: World, person: Person, mind: Mind, step: Relay) -> None:
    """Takes it, and gives it to the other one where he finds him; that one down, or with his hands full, he keeps it."""
    if post.get_out(world, person, mind):
        return
    item, other = world.item_named[step.item], world.person_named[step.to]
    if person.item != item.id:
        if person.item >= 0 or item.state not in ("lying", "shelved"):
            moving.stand(mind)
        else:
            _fetch(world, person, mind, item)
        return
    x, y = world.position(other.id)
    if not other.is_able or other.item >= 0 or other.vehicle >= 0:
        moving.stand(mind)
    elif moving.walk_to(world, person, mind, x, y, 1.2):
        moving.look_at(world, mind, x, y)
        mind.hands.target = other.id
        mind.hands.buttons |= Button.USE


def walk(world: World, person: Person, mind: Mind, step: Walk) -> None:
    """To the marker at a walk, and there he looks where the marker points."""
    if post.get_out(world, person, mind):
        return
    x, y, facing = world.spot(step.at)
    if moving.walk_to(world, person, mind, x, y, 0.7, runs=False):
        moving.look_at(world, mind, x + COS[facing] * 4.0, y + SIN[facing] * 4.0)


def run_to(world: World, person: Person, mind: Mind, step: RunTo) -> None:
    """At a run, by the way that leads there."""
    if post.get_out(world, person, mind):
        return
    x, y, _ = world.spot(step.at)
    moving.walk_to(world, person, mind, x, y, 1.5)


def _square(world: World, who: int, x: float, y: float) -> float:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y)
