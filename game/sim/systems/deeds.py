"""Deeds: one table of what could be done where, with what, by whom and how long it takes. Reads the world only.

`option` says what USE would do for somebody here and now: the prompt of the player, the check that a mind is in place, and what
`using` goes on with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import NOBODY, Item, Person, Stance, Vehicle
from game.sim.input_frame import Button
from game.sim.physics import GLASS, SEE_THROUGH, WALL
from game.sim.systems import boarding, climbing, cutting, doors, fires, hands

if TYPE_CHECKING:
    from game.sim.world import World

ITEM_TARGET = 10000
"""A frame's target from here on names an item (target - ITEM_TARGET)."""
DOOR_TARGET = 20000
"""And from here on a door."""
HAND_REACH = 1.5
STERN_REACH = 2.6
"""From the spot behind the doors: whoever leans on a rear corner of the box can reach in."""
ASIDE = 0.8
"""Cases are searched at the left of the doors, cash taken at the right."""
NO_HAND_THROUGH = WALL | SEE_THROUGH | GLASS
"""What a bag is not handed through; over a counter it is."""
PLANT_TICKS = 210
DRAG_TICKS, TIE_TICKS, LIFT_TICKS, DISARM_TICKS = 120, 90, 48, 60
PULL_OUT_OF_TICKS = 78
"""To get a wounded friend out of a car and onto one's back."""
PICK_UP_TICKS, HAND_TICKS = 24, 36
POINTS = 0.5
"""Square of the cosine within which a player points at a friend: 45 degrees to either side."""
REEL_TICKS = 50
CRAWL = 1.5
TREAT_TICKS, REARM_TICKS = 180, 120
REARM_METRES, HANDGUNS = 1.7, ("pistol", "revolver")
SEIZE_TICKS = 20
PULL_OUT_TICKS, PULL_OUT_STILL = 150, 120
"""What it takes an officer to get somebody out of a vehicle, and how long it must have stood."""
_BONUS = {
    "plant": 2.0,
    "drag": 12.0,
    "search": 2.0,
    "open": -1.0,
    "unlock": -1.0,
    "close": -2.5,
    "hand": -3.0,
    "seize": -9.0,
}
"""Square metres by which the work at a vehicle's doors comes before what lies or kneels beside it; a man inside before all cases. The
doors of a house come after that, then a bag that could be handed on; whoever means only that stands by no door."""


class Deed(NamedTuple):
    """Something that could be done: verb, what with, how long, and where."""

    verb: str
    target: int
    ticks: int
    x: float
    y: float


def option(world: World, person: Person) -> Deed | None:
    """What USE (or DISARM, if that is held) would do: the target of the frame if it can be done, else the nearest."""
    if person.vehicle >= 0:
        return seated(world, person)
    deeds = disarm_deeds(world, person) if person.buttons & Button.DISARM else deeds_near(world, person)
    if not deeds:
        return None
    x, y = world.position(person.id)
    x += COS[person.aim] * 0.4
    y += SIN[person.aim] * 0.4
    if person.target != NOBODY:
        wanted = [deed for deed in deeds if deed.target == person.target]
        if wanted:
            return wanted[0]
    if person.use:
        for deed in deeds:
            if deed.verb == person.use and deed.target == person.use_target:
                return deed
    return min(deeds, key=lambda deed: (_square(deed, x, y) - _BONUS.get(deed.verb, 0.0), deed.verb, deed.target))


def seated(world: World, person: Person) -> Deed | None:
    """What somebody could do in his seat: put on other clothes, if the bag is in the car and he is not just driving."""
    if (
        person.side != "crew"
        or (person.seat == 0 and world.speed(person.vehicle) > CRAWL)
        or not _needs_clothes(world, person)
    ):
        return None
    for item in world.items:
        if item.kind == "clothes" and (item.inside_vehicle == person.vehicle or item.id == person.item):
            x, y = world.position(person.vehicle)
            return Deed("change", ITEM_TARGET + item.id, int(item.seconds * 60), x, y)
    return None


def _needs_clothes(world: World, person: Person) -> bool:
    """Whether he wears what he came in, or what the police have been told."""
    return person.look == 0 or world.heat.described.get(person.id) == person.look


def _square(deed: Deed, x: float, y: float) -> float:
    return (deed.x - x) * (deed.x - x) + (deed.y - y) * (deed.y - y)


def deeds_near(world: World, person: Person) -> list[Deed]:
    """Everything somebody could do where he stands."""
    if person.side == "civilian":
        return []
    x, y = world.position(person.id)
    deeds: list[Deed] = []
    if world.doors:
        _door_deeds(world, person, x, y, deeds)
    if person.lifting >= 0:
        return deeds
    held = world.items[person.item] if person.item >= 0 else None
    if held is not None and held.kind == "spike_strip":
        deeds.append(Deed("lay", ITEM_TARGET + held.id, int(held.seconds * 60), x, y))
    if held is not None and held.kind == "clothes" and _needs_clothes(world, person):
        deeds.append(Deed("change", ITEM_TARGET + held.id, int(held.seconds * 60), x, y))
    xs, ys = world.physics.x, world.physics.y
    for vehicle, vx, vy in zip(world.vehicles, xs, ys, strict=False):
        if (vx - x) * (vx - x) + (vy - y) * (vy - y) < 60.0 and not vehicle.is_absent:
            _vehicle_deeds(world, person, vehicle, held, x, y, deeds)
    for other in _at_hand(world, x, y):
        ox, oy = xs[other.id], ys[other.id]
        is_nearer = (ox - x) * (ox - x) + (oy - y) * (oy - y) < HAND_REACH * HAND_REACH
        if is_nearer and other.id != person.id and other.vehicle < 0:
            _person_deeds(world, person, other, ox, oy, deeds)
    if person.side == "police":
        if held is None:
            _reel_deeds(world, person, x, y, deeds)
        for vehicle in world.vehicles:
            if (vehicle.still_ticks > PULL_OUT_STILL or _is_boxed_in(world, vehicle)) and not vehicle.is_absent:
                _pull_out_deeds(world, vehicle, x, y, deeds)
    has_free_hands = held is None or held.kind in hands.POCKETED
    if world.place.climbs and has_free_hands and climbing.landing(world, person) is not None:
        gap = cutting.at_hand(world, person)
        if gap is not None and gap.is_open:
            deeds.append(Deed("through", gap.id, cutting.THROUGH_TICKS, gap.x, gap.y))
        else:
            deeds.append(Deed("climb", NOBODY, climbing.CLIMB_TICKS, x + 1.2, y))
    for item in world.items:
        if (
            item.state in ("lying", "shelved")
            and (item.x - x) * (item.x - x) + (item.y - y) * (item.y - y) < HAND_REACH * HAND_REACH
        ):
            if item.kind == "clothes":
                if person.side == "crew" and _needs_clothes(world, person):
                    deeds.append(Deed("change", ITEM_TARGET + item.id, int(item.seconds * 60), item.x, item.y))
            elif item.state == "lying":
                ticks = int(item.seconds * 60) if item.kind == "tape" else PICK_UP_TICKS
                deeds.append(Deed("take", ITEM_TARGET + item.id, ticks, item.x, item.y))
            elif person.item < 0:
                deeds.append(Deed("pack", ITEM_TARGET + item.id, int(item.seconds * 60), item.x, item.y))
    return deeds


def _at_hand(world: World, x: float, y: float) -> list[Person]:
    """Everybody within the reach of a hand, in id order, whatever his state."""
    base, reach = world.person_base, HAND_REACH * HAND_REACH
    near = zip(world.people, world.physics.x[base:], world.physics.y[base:], strict=True)
    return [other for other, ox, oy in near if (ox - x) * (ox - x) + (oy - y) * (oy - y) <= reach]


def _door_deeds(world: World, person: Person, x: float, y: float, deeds: list[Deed]) -> None:
    """What could be done to a door of the house."""
    for door, way in doors.near(world, x, y, HAND_REACH):
        target, kind = DOOR_TARGET + door.id, way.kind
        if door.is_broken or door.fuse_ticks > 0:
            continue
        if door.is_locked and doors.has_key(world, person, door):
            deeds.append(Deed("unlock", target, kind.use_ticks + kind.unlock_ticks, way.door.x, way.door.y))
        elif door.is_locked:
            if person.charges > 0 and doors.is_shut(world, door):
                deeds.append(Deed("plant_door", target, PLANT_TICKS, way.door.x, way.door.y))
        elif way.door.kind != "revolving" and not door.is_wanted_open:
            deeds.append(Deed("open", target, kind.use_ticks, way.door.x, way.door.y))
        elif way.door.kind != "revolving" and door.swing == kind.swing_ticks:
            deeds.append(Deed("close", target, kind.use_ticks, way.door.x, way.door.y))


def _pull_out_deeds(world: World, vehicle: Vehicle, x: float, y: float, deeds: list[Deed]) -> None:
    """Whom of the crew an officer could take out of a vehicle that stands."""
    if boarding.gap(world, vehicle, x, y) < HAND_REACH:
        for who in vehicle.seats:
            if who >= 0 and world.person(who).side == "crew" and world.person(who).is_present:
                deeds.append(Deed("arrest", who, PULL_OUT_TICKS, x, y))


def _is_boxed_in(world: World, vehicle: Vehicle) -> bool:
    """Whether it is the hunted car, boxed in and hardly moving."""
    return vehicle.id == world.heat.boxed and world.speed(vehicle.id) < CRAWL


def _reel_deeds(world: World, person: Person, x: float, y: float, deeds: list[Deed]) -> None:
    """A strip that an officer has thrown he can draw in again."""
    for block in world.heat.blocks:
        if block.thrower == person.id and block.strip >= 0 and world.items[block.strip].state == "laid":
            deeds.append(Deed("reel", ITEM_TARGET + block.strip, REEL_TICKS, x, y))


def _vehicle_deeds(
    world: World, person: Person, vehicle: Vehicle, held: Item | None, x: float, y: float, deeds: list[Deed]
) -> None:
    near = boarding.gap(world, vehicle, x, y) < HAND_REACH + 0.3
    if near and is_left_in(world, vehicle):
        for who in vehicle.seats:
            if who >= 0 and world.person(who).side == person.side and world.person(who).stance == Stance.DOWN:
                deeds.append(Deed("lift", who, PULL_OUT_OF_TICKS, x, y))
    if held is not None:
        if held.kind == "firebomb" and near and vehicle.burning_ticks == 0:
            deeds.append(Deed("light", vehicle.id, int(held.seconds * 60), x, y))
        return
    spec = world.vehicle_specs[vehicle.id]
    if vehicle.trunk and person.side == "police" and lacks_long_gun(world, person):
        sx, sy = fires.stern(world, vehicle)
        if (sx - x) * (sx - x) + (sy - y) * (sy - y) < REARM_METRES * REARM_METRES:
            deeds.append(Deed("rearm", vehicle.id, REARM_TICKS, sx, sy))
    if spec.has_cargo_doors:
        sx, sy = fires.stern(world, vehicle)
        if (sx - x) * (sx - x) + (sy - y) * (sy - y) < STERN_REACH * STERN_REACH:
            _stern_deeds(world, person, vehicle, sx, sy, deeds)
    elif near:
        for item in world.items:
            if (
                item.inside_vehicle == vehicle.id
                and item.state == "inside"
                and item.kind in ("spike_strip", "firebomb")
            ):
                deeds.append(Deed("take", ITEM_TARGET + item.id, PICK_UP_TICKS * 2, x, y))


def is_left_in(world: World, vehicle: Vehicle) -> bool:
    """Whether whoever lies in a standing vehicle has been left there: nobody who is able sits in it."""
    if vehicle.is_absent or world.speed(vehicle.id) > CRAWL:
        return False
    return not any(who >= 0 and world.person(who).is_able for who in vehicle.seats)


def lacks_long_gun(world: World, person: Person) -> bool:
    """Whether all he has is a handgun."""
    return bool(person.guns) and all(world.catalog.weapons[gun.weapon].kind in HANDGUNS for gun in person.guns)


def _stern_deeds(world: World, person: Person, vehicle: Vehicle, sx: float, sy: float, deeds: list[Deed]) -> None:
    if not vehicle.is_open:
        if person.charges > 0 and vehicle.fuse_ticks == 0:
            deeds.append(Deed("plant", vehicle.id, PLANT_TICKS, sx, sy))
        return
    for who in vehicle.seats:
        if who >= 0 and world.person(who).side != person.side:
            deeds.append(Deed("drag", who, DRAG_TICKS, sx, sy))
            break
    turn = from_radians(world.physics.angle[vehicle.id])
    ax, ay = -SIN[turn] * ASIDE, COS[turn] * ASIDE
    inside = [item for item in world.items if item.inside_vehicle == vehicle.id and item.state == "inside"]
    taken = {p.use_target for p in world.people if p.use and p.id != person.id}
    cases = [
        i
        for i in inside
        if i.kind == "case" and not i.is_searched and not i.is_ruled_out and ITEM_TARGET + i.id not in taken
    ]
    if cases and not any(i.is_found and i.is_wanted for i in world.items):
        deeds.append(Deed("search", ITEM_TARGET + cases[0].id, int(cases[0].seconds * 60), sx - ax, sy - ay))
    bags = [i for i in inside if i.kind == "cash_bag" and ITEM_TARGET + i.id not in taken]
    if bags:
        deeds.append(Deed("take", ITEM_TARGET + bags[0].id, int(bags[0].seconds * 60), sx + ax, sy + ay))


def _person_deeds(world: World, person: Person, other: Person, ox: float, oy: float, deeds: list[Deed]) -> None:
    if other.lifted_by >= 0:
        return
    if other.side == person.side and _may_be_handed(world, person, other) and _means(world, person, other, ox, oy):
        deeds.append(Deed("hand", other.id, HAND_TICKS, ox, oy))
    if person.side == "crew" and person.buttons & Button.AIM and person.gun >= 0 and _may_be_seized(other):
        deeds.append(Deed("seize", other.id, SEIZE_TICKS, ox, oy))
    if other.stance == Stance.DOWN and other.side == person.side:
        deeds.append(Deed("lift", other.id, LIFT_TICKS, ox, oy))
    if other.side == person.side or other.stance not in (
        Stance.KNEEL,
        Stance.TIED,
        Stance.HANDS_UP,
        Stance.DEAD,
        Stance.DOWN,
    ):
        return
    for item in world.items:
        if item.inside_person == other.id and item.state == "inside" and not other.is_searched:
            deeds.append(Deed("search_person", other.id, int(item.seconds * 60), ox, oy))
    if person.side == "police" and other.stance != Stance.DEAD:
        deeds.append(Deed("arrest", other.id, TIE_TICKS, ox, oy))
    elif other.stance == Stance.KNEEL and person.zip_ties > 0:
        deeds.append(Deed("tie", other.id, TIE_TICKS, ox, oy))


def _may_be_handed(world: World, person: Person, other: Person) -> bool:
    """Whether one could give the other what he carries: a bag, to a friend on his feet with none."""
    if person.item < 0 or world.items[person.item].kind not in hands.BAGS:
        return False
    return other.is_able and other.item < 0 and other.lifting < 0


def kneeling_untied(world: World, person: Person) -> list[Person]:
    """Prisoners at hand whom one of the crew would tie and cannot, since he has no ties left; in id order."""
    if person.side != "crew" or person.zip_ties > 0:
        return []
    near = _at_hand(world, *world.position(person.id))
    return [other for other in near if other.stance == Stance.KNEEL and other.side != "crew" and other.lifted_by < 0]


def _means(world: World, person: Person, other: Person, ox: float, oy: float) -> bool:
    """Whether it is this one that he wants to give something to: minds name whom or what they mean, a player points at him."""
    if person.target != NOBODY:
        return other.id == person.target
    x, y = world.position(person.id)
    dx, dy = ox - x, oy - y
    along = COS[person.aim] * dx + SIN[person.aim] * dy
    if person.id != world.player or along <= 0.0 or along * along <= POINTS * (dx * dx + dy * dy):
        return False
    return world.physics.is_clear(x, y, ox, oy, NO_HAND_THROUGH)


_SEIZABLE = (Stance.STAND, Stance.CROUCH, Stance.HANDS_UP, Stance.KNEEL, Stance.COWER)


def _may_be_seized(other: Person) -> bool:
    """A bystander on his feet or cowering: one takes him by the neck, gun in hand."""
    return other.side == "civilian" and other.stance in _SEIZABLE


def disarm_deeds(world: World, person: Person) -> list[Deed]:
    """What DISARM does: whose gun can be taken (a prisoner's, or that of a hothead of one's own), whose wound can be pressed, which
    fence can be cut."""
    x, y = world.position(person.id)
    deeds = []
    if world.place.climbs and cutting.could_cut(world, person):
        deeds.append(Deed("cut", NOBODY, cutting.left(world, person), x, y))
    for other in _at_hand(world, x, y):
        if other.id == person.id or not other.is_present:
            continue
        ox, oy = world.position(other.id)
        is_hothead = (
            other.side == person.side and world.catalog.brains[world.person_spec(other.id).brain].temper_gain > 0.0
        )
        if other.stance == Stance.DOWN and other.side == person.side and other.bleed_ticks > 0 and person.lifting < 0:
            deeds.append(Deed("treat", other.id, TREAT_TICKS, ox, oy))
        elif (is_hothead and other.guns) or (
            other.side != person.side and other.stance in (Stance.KNEEL, Stance.TIED) and not other.is_frisked
        ):
            deeds.append(Deed("disarm", other.id, DISARM_TICKS, ox, oy))
    return deeds
