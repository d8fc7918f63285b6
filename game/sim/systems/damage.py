"""What breaks and who gets hurt: wounds by place, falls and deaths, ramming by energy, being run over, engines and tyres.

Contacts come from physics, sorted; what is new since the last tick is our own difference, because a rebase reports every
contact afresh. Impact energy is that of the reduced mass with the closing speed before the step (not the solver's figure).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import NOBODY, Person, Stance, Vehicle
from game.sim.physics import Contact
from game.sim.systems import boarding, doors, driving, lines_of_fire, spawning

if TYPE_CHECKING:
    from game.sim.world import World

STAGE_JOULES = (5000.0, 25000.0, 80000.0, 200000.0)
"""Crushing energy of a car's damage stages; a heavier vehicle takes more in proportion to its mass (1,700 kg = 1)."""
STALL_JOULES = 30000.0
STALL_TICKS, LONGEST_STALL = 90, 300
"""Of a blow that just stalls an engine; longer in proportion."""
TIP_COSINE = 0.906
"""Of 25 degrees: how square a blow must come from the side to throw a vehicle over."""
RUN_OVER_SPEED = 4.0
CRASH_DELTA = 9.0
"""Change of velocity, m/s, above which those inside are hurt."""
BLEED_TICKS = 45 * 60
MIN_JOULES = 400.0
FALLEN, HELP_METRES = -0.3, 30.0
"""Share of his health that whoever falls first is left with, and how near a friend must be."""


def advance(world: World) -> None:
    """Contacts of this tick, then bleeding and suppression passing."""
    world.touching, new = world.physics.contacts(world.touching)
    for contact in new:
        for number in (contact.a, contact.b):
            if 0 <= number < world.person_base:
                driving.wake(world, number)
        _meet(world, contact)
    if world.tick % 6 == 0:
        _recover(world)


def _recover(world: World) -> None:
    """Suppression and fear pass, wounds bleed: ten times a second."""
    for person in world.people:
        if person.suppression > 0.0 and world.tick - person.near_miss_tick > 60:
            person.suppression = max(0.0, person.suppression - 0.012)
        if person.fear > 0.0:
            person.fear = max(0.0, person.fear - 0.004)
        if person.stance == Stance.DOWN and person.bleed_ticks > 0 and not _is_tended(world, person):
            person.bleed_ticks -= 6
            if person.bleed_ticks <= 0:
                die(world, person, person.hit_by, "bled")


# ----------------------------------------------------------------------------------------------- people


def place_of(bits: int) -> str:
    """Where a bullet hits a body."""
    roll = bits % 100
    return "torso" if roll < 58 else "leg" if roll < 76 else "arm" if roll < 91 else "head"


_WEIGHT = {"torso": 1.0, "head": 2.6, "arm": 0.45, "leg": 0.55}


def wound(world: World, person: Person, joules: float, by: int, cause: str, aim: int = 0, place: str = "torso") -> None:
    """Hurts somebody; he falls when he has had enough, and dies of what is twice too much."""
    if person.stance == Stance.DEAD or person.is_absent:
        return
    x, y = world.position(person.id)
    if person.side == world.setup.side:
        joules *= world.difficulty.damage_to_crew
    loss = joules * _WEIGHT[place]
    person.health -= loss
    person.hit_tick, person.hit_by = world.tick, by
    person.suppression = min(1.0, person.suppression + 0.2)
    if place == "arm" and cause == "shot":
        person.arm_wounds += 1
    elif place == "leg" and cause == "shot":
        person.leg_wounds += 1
    world.emit(events.PersonHurt(person.id, by, place, loss, x, y, aim))
    if person.side == "civilian":
        if by >= world.person_base and world.person(by).side == world.setup.side:
            world.count("civilians_hurt")
    if cause == "shot" and person.stance != Stance.DOWN and person.health < FALLEN * person.full_health:
        if world.difficulty.falls_first and person.side == world.setup.side and _has_help(world, person, x, y):
            person.health = FALLEN * person.full_health
    if person.health <= -0.6 * person.full_health or (person.stance == Stance.DOWN and loss > 250.0):
        die(world, person, by, cause)
    elif person.health <= 0.0 and person.stance != Stance.DOWN:
        fall(world, person, by)


def _has_help(world: World, person: Person, x: float, y: float) -> bool:
    """Whether one of his own is on his feet near enough to get to him."""
    for who in world.sides[person.side]:
        dx, dy = world.physics.x[who] - x, world.physics.y[who] - y
        if who != person.id and world.person(who).is_able and dx * dx + dy * dy < HELP_METRES * HELP_METRES:
            return True
    return False


def _is_tended(world: World, person: Person) -> bool:
    """Whether he lies in a vehicle and a friend beside him, who is not driving, presses the wound."""
    if person.vehicle < 0:
        return False
    for seat in world.vehicles[person.vehicle].seats[1:]:
        if seat >= 0 and seat != person.id and world.person(seat).is_able and world.person(seat).side == person.side:
            return True
    return False


def fall(world: World, person: Person, by: int) -> None:
    """Goes down wounded: bleeds, and can be lifted or treated."""
    x, y = world.position(person.id)
    let_go(world, person)
    person.bleed_ticks = BLEED_TICKS
    if person.vehicle < 0:
        world.physics.place(person.id, x, y, 0.0)
    spawning.set_stance(world, person, Stance.DOWN)
    world.emit(events.PersonDowned(person.id, by, x, y))
    world.count(f"{person.side}_downed")
    _shake_friends(world, person, x, y)


def die(world: World, person: Person, by: int, cause: str) -> None:
    """Dies where he is."""
    x, y = world.position(person.id)
    let_go(world, person)
    spawning.set_stance(world, person, Stance.DEAD)
    world.emit(events.PersonKilled(person.id, by, x, y, cause))
    killer = world.person(by).side if by >= world.person_base else ""
    if killer == world.setup.side and person.side != killer:
        world.count("killed")
        world.count(f"killed_{person.side}")
    if person.side == "crew":
        world.count("crew_lost")
    _shake_friends(world, person, x, y)


def let_go(world: World, person: Person) -> None:
    """Lets whom and what he carries go, and leaves off what he is busy with."""
    if person.lifting >= 0:
        other = world.person(person.lifting)
        if lines_of_fire.is_shield(other):
            other.stance, other.fear = Stance.STAND, 1.0
        other.lifted_by = NOBODY
        person.lifting = NOBODY
        spawning.settle(world, other)
    if lines_of_fire.is_shield(person):
        world.person(person.lifted_by).lifting = NOBODY
        person.lifted_by = NOBODY
    if person.item >= 0:
        item = world.items[person.item]
        item.state, item.carrier = "lying", NOBODY
        item.x, item.y = world.position(person.id)
        person.item = NOBODY
    person.use = ""


def _shake_friends(world: World, person: Person, x: float, y: float) -> None:
    for who in world.sides[person.side]:
        friend = world.person(who)
        dx, dy = world.physics.x[who] - x, world.physics.y[who] - y
        if friend.is_present and who != person.id and dx * dx + dy * dy < 64.0:
            friend.suppression = min(1.0, friend.suppression + 0.25)
            friend.near_miss_tick = world.tick


# ----------------------------------------------------------------------------------------------- impacts


def _meet(world: World, contact: Contact) -> None:
    a, b = contact.a, contact.b
    base = world.person_base
    if b >= base:
        if 0 <= a < base:
            _hit_person(world, a, b, contact)
        return
    if a < 0:
        _ram(world, NOBODY, b, contact)
    else:
        _ram(world, a, b, contact)


def _closing(world: World, a: int, b: int, contact: Contact) -> float:
    """Speed at which a and b approached along the normal before the step (driving wrote it; the solver's result is not used)."""
    ax, ay = world.physics.velocity_before(a) if a >= 0 else (0.0, 0.0)
    bx, by = world.physics.velocity_before(b)
    return (ax - bx) * contact.normal_x + (ay - by) * contact.normal_y


def _hit_person(world: World, vehicle: int, who: int, contact: Contact) -> None:
    person = world.person(who)
    vx, vy = world.physics.velocity_before(vehicle)
    speed = vx * contact.normal_x + vy * contact.normal_y  # his own haste does not count
    if speed < RUN_OVER_SPEED or not person.is_present:
        return
    driver = world.vehicles[vehicle].seats[0]
    cause = "run_over"
    wound(world, person, 14.0 * speed * speed, driver, cause)
    if person.stance != Stance.DEAD and person.stance != Stance.DOWN:
        fall(world, person, driver)
    if driver in world.crew_ids:
        world.count("run_over")


def _ram(world: World, a: int, b: int, contact: Contact) -> None:
    """Two vehicles, or one and a wall."""
    closing = _closing(world, a, b, contact)
    if closing < 0.8:
        return
    mass_b = world.vehicle_specs[b].mass
    if a >= 0:
        mass_a = world.vehicle_specs[a].mass
        reduced = mass_a * mass_b / (mass_a + mass_b)
    else:
        reduced = mass_b
    joules = 0.5 * reduced * closing * closing
    if joules < MIN_JOULES:
        return
    world.emit(events.VehicleImpact(b, a, joules, contact.x, contact.y))
    # heard from its middle: a point on the very face of a wall is before it on one machine and in it on another
    x, y = world.position(world.vehicles[b].id)
    world.make_noise(x, y, 40.0 + min(40.0, joules / 10000.0), "crash", NOBODY)
    crush(world, world.vehicles[b], joules, a, reduced * closing / mass_b)
    if a < 0 and world.doors:
        _through_a_door(world, b, joules, contact)
    if a >= 0:
        crush(world, world.vehicles[a], joules, b, reduced * closing / world.vehicle_specs[a].mass)
        _maybe_tip(world, a, b, joules, contact)
        _maybe_tip(world, b, a, joules, contact)


def _through_a_door(world: World, b: int, joules: float, contact: Contact) -> None:
    """A vehicle that bursts a door goes on with what is left of its speed."""
    kept = doors.rammed(world, contact.x, contact.y, joules)
    if kept > 0.0:
        vx, vy = world.physics.velocity_before(b)
        world.physics.push(b, vx * kept, vy * kept)


def crush(world: World, vehicle: Vehicle, joules: float, by: int, delta: float) -> None:
    """Adds crushing energy: stage, stall, bent steering, people inside thrown about (`delta` = change of speed, m/s)."""
    spec = world.vehicle_specs[vehicle.id]
    toughness = spec.mass / 1700.0
    vehicle.damage += joules * 0.5
    vehicle.hit_by = by
    stage = sum(1 for limit in STAGE_JOULES if vehicle.damage > limit * toughness)
    if stage > vehicle.stage:
        vehicle.stage = stage
        world.emit(events.VehicleStage(vehicle.id, stage))
        if stage >= 2:
            vehicle.has_glass = vehicle.has_glass and stage < 3
        if stage >= 3:
            bits = dice.draw(world.setup.seed, vehicle.id, dice.Purpose.TYRE, world.tick)
            vehicle.pull = int(bits % 25) - 12
        if stage >= 4 and vehicle.has_engine:
            kill_engine(world, vehicle)
    if joules > STALL_JOULES * toughness and vehicle.has_engine and vehicle.stall_ticks == 0:
        vehicle.stall_ticks = int(min(LONGEST_STALL, STALL_TICKS * joules / (STALL_JOULES * toughness)))
        world.emit(events.EngineStalled(vehicle.id))
    if delta > CRASH_DELTA and spec.body_material != "armour":
        for who in vehicle.seats:
            if who >= 0:
                wound(world, world.person(who), (delta - CRASH_DELTA) * 55.0, by_driver(world, by), "crash")


def by_driver(world: World, vehicle: int) -> int:
    """Who drives the vehicle that did it."""
    return world.vehicles[vehicle].seats[0] if vehicle >= 0 else NOBODY


def _maybe_tip(world: World, struck: int, by: int, joules: float, contact: Contact) -> None:
    """Thrown on its side by a heavy, square blow from broadside."""
    spec = world.vehicle_specs[struck]
    vehicle = world.vehicles[struck]
    if spec.tip_joules <= 0.0 or joules < spec.tip_joules or vehicle.is_on_side:
        return
    turn = from_radians(world.physics.angle[struck])
    side = contact.normal_x * -SIN[turn] + contact.normal_y * COS[turn]
    if abs(side) < TIP_COSINE:
        return
    vehicle.is_on_side = True
    vehicle.siren = False
    kill_engine(world, vehicle)
    for who in vehicle.seats:
        if who >= 0:
            person = world.person(who)
            person.fear = min(1.0, person.fear + 0.5)
            person.deaf_until = max(person.deaf_until, world.tick + 120)
    world.emit(events.VehicleTipped(struck, by))
    world.count("tipped")


def kill_engine(world: World, vehicle: Vehicle) -> None:
    """The engine stops for good."""
    if vehicle.has_engine:
        vehicle.has_engine = False
        world.emit(events.EngineStalled(vehicle.id))


def open_tyre(world: World, vehicle: Vehicle, tyre: int, seconds: float, cause: str) -> None:
    """A tyre begins to lose its air: flat after so many seconds (0 = at once)."""
    if vehicle.leaks[tyre] > 0.0 or vehicle.tyres[tyre] <= 0.0:
        return
    if seconds <= 0.0:
        vehicle.tyres[tyre] = 0.0
    vehicle.leaks[tyre] = 1.0 / (seconds * 60.0) if seconds > 0.0 else 1.0
    world.emit(events.TyreBurst(vehicle.id, tyre, cause))


def blast(world: World, x: float, y: float, joules: float, radius: float, by: int, cause: str) -> None:
    """An explosion: hurts and deafens people near, crushes vehicles."""
    world.emit(events.Exploded(x, y, joules, cause))
    world.make_noise(x, y, 250.0, "blast", by)
    if world.doors:
        doors.blasted(world, x, y, radius)
    for person in world.people:
        px, py = world.position(person.id)
        far = (px - x) * (px - x) + (py - y) * (py - y)
        if person.is_present and far < radius * radius and person.vehicle < 0:
            wound(world, person, joules * (1.0 - far / (radius * radius)), by, "blast")
        if far < 225.0 and person.is_present:
            person.deaf_until = max(person.deaf_until, world.tick + 240)
            world.emit(events.Deafened(person.id, 240))


def eject(world: World, vehicle: Vehicle) -> None:
    """Those who can get out of what burns."""
    boarding.throw_out(world, vehicle)
