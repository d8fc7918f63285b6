"""What rides along: people in seats, people dragged or carried, things in hands and things in the air.

Runs just before the step, so that every body is where its carrier will be seen. Owns dropping and throwing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import NOBODY, Item, Person, Stance
from game.sim.input_frame import Button
from game.sim.systems import hands, holding, lines_of_fire, shooting, spawning

if TYPE_CHECKING:
    from game.sim.world import World

DRAG_BEHIND = 0.75
SHIELD_BEFORE = 0.5
TRAFFIC_PERIOD = 6
"""Ticks between which a passer-by in his car is put where his seat is."""
THROW_SPEED, THROW_TICKS = 7.0, 34
FAR_THROW, FALLS = 4.2, 6.0
"""A bolt flies so many times as far as a bag, and is heard so many metres off where it falls (by day)."""


def advance(world: World) -> None:
    """Puts everything that is carried where it belongs."""
    physics = world.physics
    x, y, angle = physics.x, physics.y, physics.angle
    vx, vy, w, moved = physics.vx, physics.vy, physics.w, physics.moved
    chairs = world.chairs
    for vehicle in world.rolling:
        number = vehicle.id
        if vehicle.is_traffic and (world.tick + number) % TRAFFIC_PERIOD:
            continue  # nobody asks to the inch where its driver sits
        turn = from_radians(angle[number])
        cosine, sine, px, py = COS[turn], SIN[turn], x[number], y[number]
        for who, (ahead, aside) in zip(vehicle.seats, chairs[number], strict=True):
            if who >= 0:
                x[who], y[who] = px + ahead * cosine - aside * sine, py + ahead * sine + aside * cosine
                moved.append(who)
        vehicle.is_settled = vx[number] == 0.0 and vy[number] == 0.0 and w[number] == 0.0
    people, base = world.people, world.person_base
    for carrier in world.armed:
        if carrier.lifting >= 0:
            who = carrier.id
            if lines_of_fire.is_shield(people[carrier.lifting - base]):
                x[carrier.lifting] = x[who] + COS[carrier.aim] * SHIELD_BEFORE
                y[carrier.lifting] = y[who] + SIN[carrier.aim] * SHIELD_BEFORE
            else:
                x[carrier.lifting] = x[who] - COS[carrier.heading] * DRAG_BEHIND
                y[carrier.lifting] = y[who] - SIN[carrier.heading] * DRAG_BEHIND
            moved.append(carrier.lifting)
    for who in world.pressed:
        person = world.person(who)
        if person.is_able and person.vehicle < 0:
            if person.pressed & Button.DROP:
                drop(world, person)
            elif person.pressed & Button.THROW and person.item >= 0:
                _throw(world, person)
    for item in world.items:
        state = item.state
        if state == "carried":
            item.x, item.y = x[item.carrier], y[item.carrier]
        elif state == "flying":
            _fly(world, item)


def drop(world: World, person: Person) -> None:
    """Puts down whom or what he carries."""
    if person.lifting >= 0:
        release(world, person)
    elif person.item >= 0:
        item = world.items[person.item]
        item.state, item.carrier = "lying", NOBODY
        item.x, item.y = world.position(person.id)
        person.item = NOBODY
        world.emit(events.ItemDropped(person.id, item.id, item.x, item.y))


def release(world: World, person: Person) -> None:
    """Lets go of the man he drags: on his knees and under control, if he can kneel; who was a shield runs. Both hands go back to the gun
    that needs them."""
    other = world.person(person.lifting)
    if lines_of_fire.is_shield(other):
        free_shield(world, other)
    person.lifting, other.lifted_by = NOBODY, NOBODY
    x, y = world.place.nearest_free(*world.position(other.id))
    world.physics.place(other.id, x, y, 0.0)
    if other.stance == Stance.KNEEL:
        holding.hold(world, other)
    spawning.settle(world, other)
    take_up(world, person)


def take_up(world: World, person: Person) -> None:
    """With both hands free again: the first of his weapons that still has rounds, if he has a pistol out."""
    if person.gun < 0 or not world.catalog.weapons[person.guns[person.gun].weapon].is_one_handed:
        return
    first = next((number for number, gun in enumerate(person.guns) if gun.rounds or any(gun.spares)), person.gun)
    if first < person.gun:
        shooting.draw(world, person, first)


def free_shield(world: World, other: Person) -> None:
    """Whoever was held as a shield is on his own feet again, and wants nothing but away."""
    other.fear = 1.0
    spawning.set_stance(world, other, Stance.STAND)


def lift(world: World, person: Person, other: Person) -> None:
    """Takes a man by the collar or on his back."""
    person.lifting, other.lifted_by = other.id, person.id
    spawning.settle(world, other)


def take(world: World, person: Person, item: Item) -> None:
    """Takes a thing into the hands."""
    if person.item >= 0:
        drop(world, person)
    item.state, item.carrier = "carried", person.id
    item.inside_vehicle = item.inside_person = NOBODY
    person.item = item.id
    if item.kind in hands.BAGS:
        world.count("bags_taken")
    world.emit(events.ItemTaken(person.id, item.id))


def _throw(world: World, person: Person) -> None:
    item = world.items[person.item]
    person.item = NOBODY
    item.state, item.carrier, item.fly_ticks = "flying", NOBODY, THROW_TICKS
    share = min(1.0, person.aim_distance / 4.0)
    item.x, item.y = world.position(person.id)
    item.thrower = person.id
    if item.kind in hands.POCKETED:
        share *= FAR_THROW
    item.velocity_x = COS[person.aim] * THROW_SPEED * share / 60.0
    item.velocity_y = SIN[person.aim] * THROW_SPEED * share / 60.0
    world.emit(events.Thrown(person.id, item.id, item.x, item.y))


def _fly(world: World, item: Item) -> None:
    item.fly_ticks -= 1
    nx, ny = item.x + item.velocity_x, item.y + item.velocity_y
    if item.fly_ticks <= 0 or world.place.is_blocked(nx, ny):
        item.state = "lying"
        if item.kind in hands.POCKETED:
            world.make_noise(item.x, item.y, FALLS, "thud", item.thrower)
            world.emit(events.ItemDropped(item.thrower, item.id, item.x, item.y))
        return
    item.x, item.y = nx, ny
