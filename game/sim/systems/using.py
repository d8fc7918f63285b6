"""Deeds that take time: plant, drag, search, take, pack, tie, lift, lay, light, disarm; what comes of each when it is done.

A deed (`deeds` says which there are) goes on while the button is held and everything is still as it was; let go, and it is broken off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.angles import COS, QUARTER_TURN, SIN
from game.sim.entities import NOBODY, Gun, Person, Stance
from game.sim.input_frame import Button
from game.sim.systems import (
    boarding,
    carrying,
    climbing,
    cutting,
    deeds,
    doors,
    fires,
    hands,
    holding,
    shooting,
    spawning,
    wanted,
)
from game.sim.systems.deeds import DOOR_TARGET, ITEM_TARGET

if TYPE_CHECKING:
    from game.sim.world import World

FUSE_TICKS = 180
THROWN = 7.5
"""Metres from an officer at the kerb to the middle of the strip that he throws across the road."""
REARM_MAGAZINES = 3
"""Spare ones that lie beside a long gun in a trunk."""

BY_DISARM = ("disarm", "treat", "cut")
"""Deeds for which that button is held instead of USE."""
CROSSINGS = ("climb", "through")
"""Deeds after which the fence is still at hand, on its other side."""
HANDS_AT_WORK = Button.USE | Button.DISARM


def advance(world: World) -> None:
    """Goes on with every deed; begins new ones."""
    for person in world.armed:
        if person.use:
            _go_on(world, person)
        elif person.buttons & HANDS_AT_WORK and person.is_able and (person.vehicle < 0 or deeds.seated(world, person)):
            deed = deeds.option(world, person)
            if deed is not None and deed.verb != "" and not _is_held_over(person, deed.verb):
                person.use, person.use_target = deed.verb, deed.target
                person.use_ticks, person.use_total = 0, deed.ticks
                world.emit(events.UseStarted(person.id, deed.verb))
                if deed.verb == "seize":
                    spawning.set_stance(
                        world, world.person(deed.target), Stance.HANDS_UP
                    )  # she does not get away any more
        elif person.is_across:
            person.is_across = False


def _is_held_over(person: Person, verb: str) -> bool:
    """Whether a key is still down from what was done before: over the fence one does not go back, and who has just taken a bag does
    not go on to give it away."""
    if person.is_across and verb in CROSSINGS:
        return True
    return verb == "hand" and person.target == NOBODY and not person.pressed & Button.USE


def _go_on(world: World, person: Person) -> None:
    if person.use == "call":
        return  # the caller's mind counts
    deed = deeds.option(world, person) if world.tick % 6 == 0 else None
    held = person.buttons & (Button.DISARM if person.use in BY_DISARM else Button.USE)
    same = deed is None or (deed.verb == person.use and deed.target == person.use_target)
    is_away = person.vehicle >= 0 and person.use != "change"
    if not held or not person.is_able or is_away or not same or (deed is None and world.tick % 6 == 0):
        if person.use == "seize":
            carrying.free_shield(world, world.person(person.use_target))
        person.use, person.use_target = "", NOBODY
        return
    person.use_ticks += 1
    if person.use == "climb":
        climbing.rattle(world, person)
    elif person.use == "cut":
        cutting.snip(world, person)
    if person.use_ticks >= person.use_total:
        verb, target = person.use, person.use_target
        person.use, person.use_target = "", NOBODY
        _DONE[verb](world, person, target)


def _plant(world: World, person: Person, target: int) -> None:
    vehicle = world.vehicles[target]
    person.charges -= 1
    fires.light_fuse(world, vehicle, FUSE_TICKS, person.id)
    world.emit(events.ChargePlanted(person.id, target))


def _drag(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    vehicle = world.vehicles[other.vehicle]
    vehicle.seats[other.seat] = NOBODY
    other.vehicle, other.seat = NOBODY, -1
    x, y = fires.stern(world, vehicle, 1.0)
    world.physics.place(other.id, x, y, 0.0)
    other.guns, other.gun = [], -1
    holding.hold(world, other)
    carrying.lift(world, person, other)
    world.emit(events.Left(other.id, vehicle.id))


def _search(world: World, person: Person, target: int) -> None:
    item = world.items[target - ITEM_TARGET]
    item.is_searched = True
    if item.is_wanted:
        item.is_found = True
        item.state, item.carrier = "gone", person.id
        item.inside_vehicle = NOBODY
    world.emit(events.ItemSearched(person.id, item.id, item.is_wanted))


def _take(world: World, person: Person, target: int) -> None:
    item = world.items[target - ITEM_TARGET]
    if item.kind in hands.IN_POCKETS and item.state in ("inside", "lying", "shelved"):
        # Into a pocket: hands stay free, and the others are told.
        item.state, item.is_found, item.carrier = "gone", True, person.id
        item.inside_vehicle = item.inside_person = NOBODY
        world.emit(events.ItemTaken(person.id, item.id))
    elif item.state in ("inside", "lying", "shelved"):
        carrying.take(world, person, item)


def _hand(world: World, person: Person, target: int) -> None:
    """From hand to hand: the strap goes over the other one's shoulder."""
    item, other = world.items[person.item], world.person(target)
    person.item, other.item, item.carrier = NOBODY, item.id, other.id
    world.emit(events.ItemHanded(person.id, other.id, item.id))


def _search_person(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    other.is_searched = True
    for item in world.items:
        if item.inside_person == target and item.state == "inside":
            item.state, item.is_found, item.carrier = "gone", True, person.id
            world.emit(events.ItemSearched(person.id, item.id, True))
            if item.kind == "route_sheet":
                _narrow(world)


def _narrow(world: World) -> None:
    """The route sheet strikes most of the wrong cases off the list."""
    wrong = [item for item in world.items if item.kind == "case" and not item.is_wanted and not item.is_searched]
    wrong.sort(key=lambda item: (dice.draw(world.setup.seed, item.id, dice.Purpose.CHANCE, 1), item.id))
    for item in wrong[: (len(wrong) * 2 + 2) // 3]:
        item.is_ruled_out = True


def _tie(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    person.zip_ties -= 1
    other.has_hidden_gun = False
    other.is_frisked = True
    spawning.set_stance(world, other, Stance.TIED)
    world.emit(events.PersonTied(target, person.id))


def _arrest(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    if other.vehicle >= 0:
        boarding.leave(world, other)
    other.is_arrested = True
    spawning.set_stance(world, other, Stance.TIED)
    spawning.settle(world, other)
    world.count("arrested")
    world.emit(events.PersonTied(target, person.id))


def _lift(world: World, person: Person, target: int) -> None:
    """Onto his back, out of the car he was left in if need be; the other hand is free for a pistol."""
    other = world.person(target)
    if other.vehicle >= 0:
        boarding.leave(world, other)
    carrying.lift(world, person, other)
    _draw_one_handed(world, person)


def _draw_one_handed(world: World, person: Person) -> None:
    """What is left for one hand is a pistol, where he has one."""
    if person.gun < 0 or world.catalog.weapons[person.guns[person.gun].weapon].is_one_handed:
        return
    for number, gun in enumerate(person.guns):
        if world.catalog.weapons[gun.weapon].is_one_handed:
            shooting.draw(world, person, number)
            return


def _seize(world: World, person: Person, target: int) -> None:
    """By the neck and before his own body."""
    other = world.person(target)
    other.use = ""
    spawning.set_stance(world, other, Stance.HANDS_UP)
    carrying.lift(world, person, other)
    _draw_one_handed(world, person)
    world.count("seized")
    world.emit(events.PersonSeized(target, person.id))


def _lay(world: World, person: Person, target: int) -> None:
    item = world.items[target - ITEM_TARGET]
    x, y = world.position(person.id)
    item.state, item.carrier = "laid", NOBODY
    item.facing = (person.aim + QUARTER_TURN) & 65535
    if person.side == "police":
        # Thrown across the road from the kerb: whoever lays it does not stand in the way.
        item.facing = person.aim
        x, y = x + COS[person.aim] * THROWN, y + SIN[person.aim] * THROWN
    item.x, item.y = x, y
    person.item = NOBODY
    world.emit(events.StripLaid(person.id, item.id, x, y))


def _reel(world: World, person: Person, target: int) -> None:
    """The strip comes in again on its cord."""
    item = world.items[target - ITEM_TARGET]
    item.state, item.carrier = "carried", person.id
    person.item = item.id


def _change(world: World, person: Person, target: int) -> None:
    """Other clothes; there are some for everybody in the bag."""
    wanted.change_clothes(world, person)


def _light(world: World, person: Person, target: int) -> None:
    item = world.items[person.item]
    item.state, item.carrier = "used", NOBODY
    person.item = NOBODY
    fires.ignite(world, world.vehicles[target])


def _disarm(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    other.guns, other.gun = [], -1
    other.has_hidden_gun = False
    other.is_frisked = True
    other.temper = 0.0


def _treat(world: World, person: Person, target: int) -> None:
    other = world.person(target)
    other.bleed_ticks = 0
    world.count("treated")


def _rearm(world: World, person: Person, target: int) -> None:
    vehicle = world.vehicles[target]
    if not vehicle.trunk:
        return  # somebody else had his hand on it at the same moment
    weapon = vehicle.trunk.pop(0)
    size = world.catalog.weapons[weapon].magazine
    person.guns.insert(0, Gun(weapon, size, [size] * REARM_MAGAZINES))
    person.gun = -1
    shooting.draw(world, person, 0)
    world.count("rearmed")


def _open(world: World, person: Person, target: int) -> None:
    doors.open_up(world, world.doors[target - DOOR_TARGET], person.id)


def _close(world: World, person: Person, target: int) -> None:
    doors.close(world, world.doors[target - DOOR_TARGET])


def _plant_at_door(world: World, person: Person, target: int) -> None:
    door = world.doors[target - DOOR_TARGET]
    person.charges -= 1
    door.fuse_ticks, door.planted_by = FUSE_TICKS, person.id
    world.emit(events.ChargePlanted(person.id, NOBODY))


_DONE = {
    "open": _open,
    "unlock": _open,
    "close": _close,
    "plant_door": _plant_at_door,
    "plant": _plant,
    "drag": _drag,
    "search": _search,
    "take": _take,
    "hand": _hand,
    "pack": _take,
    "search_person": _search_person,
    "tie": _tie,
    "arrest": _arrest,
    "lift": _lift,
    "seize": _seize,
    "lay": _lay,
    "reel": _reel,
    "change": _change,
    "light": _light,
    "disarm": _disarm,
    "treat": _treat,
    "rearm": _rearm,
    "climb": climbing.over,
    "cut": cutting.done,
    "through": cutting.through,
}
