"""Triggers: rate of fire by accumulator, cones of spread, magazines kept partly full, reloads, changing weapons, throwing,
the butt of a gun, and shouting.

Bullets fly in `projectiles`. A round leaves when the trigger is down and the micro-tick account of the weapon is paid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import WeaponSpec
from game.sim import dice, events
from game.sim.angles import COS, SIN, UNITS_PER_RADIAN, direction, turn
from game.sim.entities import NOBODY, Bullet, Gun, Person, Stance
from game.sim.input_frame import Button
from game.sim.physics import LOW, VEHICLE
from game.sim.systems import blind_fire, damage, hands, holding, lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

MICRO = 1000
MICRO_PER_MINUTE = 60 * 60 * MICRO
MUZZLE = 0.7
"""Metres from the body's middle to the muzzle."""
MOVE_MRAD = 18.0
DUCKING, PINNED = 0.35, 0.7
DUCK_FACTOR, PIN_FACTOR = 1.6, 2.4
MAX_RECOIL = 60.0
SWING_REACH, SWING_WAIT = 1.5, 42
BLAMED = ("bystander", "shield")
"""Whom a policeman may not fire past."""
SHOUT_REACH, SHOUT_WAIT = 9.0, 60
SHOUT_ARC = 10923
"""60 degrees either side."""
THROW_REACH = 14.0
SILENCE, FIRST_BURST = 8 * 60, 40
"""Ticks without a shot after which the next is the first of a string, and how long its first burst lasts."""
AT_HAND, OUT_OF_SIGHT = 4.0, 45.0
"""Metres within which one knows of a man behind one's back, and beyond which nobody sees a man at all."""


def advance(world: World) -> None:
    """Everybody with something in his hands."""
    for person in world.armed:
        if (person.gun >= 0 or person.pressed) and person.is_able:
            _hands(world, person)


def gun_of(person: Person) -> Gun | None:
    """The weapon in his hands."""
    return person.guns[person.gun] if person.gun >= 0 else None


def _hands(world: World, person: Person) -> None:
    if person.melee_wait > 0:
        person.melee_wait -= 1
    if person.shout_wait > 0:
        person.shout_wait -= 1
    pressed = person.pressed
    if pressed:
        if pressed & Button.NEXT_WEAPON and len(person.guns) > 1 and person.side != "crew":
            draw(world, person, (person.gun + 1) % len(person.guns))
        if pressed & Button.MELEE and person.melee_wait == 0 and person.vehicle < 0:
            strike(world, person)
        if pressed & Button.SHOUT and person.shout_wait == 0:
            shout(world, person)
    if person.gun < 0:
        return
    gun = person.guns[person.gun]
    if not (
        pressed or gun.recoil or gun.wait > 0 or gun.draw_ticks or gun.reload_ticks or person.buttons & Button.FIRE
    ):
        return  # at rest: most guns in most ticks
    spec = world.catalog.weapons[gun.weapon]
    if gun.recoil > 0.0:
        gun.recoil = max(0.0, gun.recoil - spec.recoil_decay_mrad / 60.0)
    if gun.wait > 0:
        gun.wait -= MICRO
    if gun.draw_ticks > 0:
        gun.draw_ticks -= 1
        return
    if gun.reload_ticks > 0:
        if not (spec.is_loaded_singly and pressed & Button.FIRE and gun.rounds > 0):
            _reload_on(world, person, gun, spec)
            return
        gun.reload_ticks = 0  # a shell less is better than a shot too late
    if pressed & Button.RELOAD and gun.rounds < spec.magazine:
        start_reload(world, person, gun, spec)
        return
    if person.buttons & Button.FIRE and _can_fire(world, person, spec):
        if gun.rounds > 0 and gun.wait <= 0 and (spec.is_automatic or pressed & Button.FIRE):
            _fire(world, person, gun, spec)
        elif gun.rounds == 0 and pressed & Button.FIRE:
            world.emit(events.DryFire(person.id))
            start_reload(world, person, gun, spec)


def _can_fire(world: World, person: Person, spec: WeaponSpec) -> bool:
    """Not with a man on his back or both hands full; the driver with one hand; from a seat only with a window."""
    if person.use:
        return False
    if (person.lifting >= 0 or hands.are_full(world, person)) and not spec.is_one_handed:
        return False
    if person.vehicle >= 0:
        vehicle = world.vehicles[person.vehicle]
        if vehicle.is_on_side:
            return False
        seat = world.vehicle_specs[vehicle.id].seats[person.seat]
        return seat.has_window and (person.seat > 0 or spec.is_one_handed)
    return True


def cone(world: World, person: Person, gun: Gun, spec: WeaponSpec, is_blind: bool = False) -> float:
    """Standard deviation of the next shot's direction, thousandths of a radian."""
    aims = (person.buttons & Button.AIM or person.side != "crew") and not is_blind
    spread = blind_fire.spread(spec.kind) if is_blind else spec.spread_mrad if aims else spec.hip_mrad
    speed = world.speed(person.id) if person.vehicle < 0 else 3.0 + world.speed(person.vehicle) * 0.2
    spread += gun.recoil + MOVE_MRAD * min(1.0, speed / 4.0)
    spread *= world.person_spec(person.id).aim * (1.0 + 0.5 * min(2, person.arm_wounds))
    if person.stance == Stance.CROUCH:
        spread *= 0.85
    if is_blind:
        pass  # a steadier nerve would not help him
    elif person.suppression >= PINNED:
        spread *= PIN_FACTOR
    elif person.suppression >= DUCKING:
        spread *= DUCK_FACTOR
    if person.side == world.against:
        spread *= world.difficulty.police_spread
    if person.item >= 0:
        spread *= 1.25
    return spread


def _fire(world: World, person: Person, gun: Gun, spec: WeaponSpec) -> None:
    gun.rounds -= 1
    gun.fired += 1
    gun.wait += MICRO_PER_MINUTE // spec.rounds_per_minute
    blind = blind_fire.muzzle(world, person)
    sigma = cone(world, person, gun, spec, blind is not None) * UNITS_PER_RADIAN / 1000.0
    x, y = world.position(person.id) if blind is None else blind
    tick = world.tick
    low = person.stance != Stance.CROUCH or not world.physics.is_clear(
        x, y, x + COS[person.aim] * 1.6, y + SIN[person.aim] * 1.6, LOW | VEHICLE
    )
    person.shots += 1
    if blind is not None:
        world.count(f"blind_{person.side}")
    if person.id == world.player and person.side == "police" and lines_of_fire.in_the_way(world, person) in BLAMED:
        world.count("reckless")
    if tick - person.shot_tick > SILENCE:
        person.string_tick = tick
    person.shot_tick = tick
    misses = _is_meant_to_miss(world, person)
    # what a shell holds spreads about the direction of the one shot
    pattern = spec.spread_mrad * UNITS_PER_RADIAN / 1000.0
    off, rise = _bell(world, person, 0) * sigma, _bell(world, person, 1) * sigma
    for pellet in range(spec.pellets):
        aside = off + _bell(world, person, 2 * pellet) * pattern if pellet else off
        up = rise + _bell(world, person, 2 * pellet + 1) * pattern if pellet else rise
        aim = (person.aim + int(aside)) & 65535
        dx, dy = COS[aim], SIN[aim]
        is_tracer = spec.tracer_every > 0 and gun.fired % spec.tracer_every == 0 and pellet == 0
        bullet = Bullet(x + dx * 0.3, y + dy * 0.3, dx, dy, spec.muzzle_speed / 60.0, spec.energy, person.id, is_tracer)
        bullet.inside, bullet.skips_low = _shelter(world, person, dx, dy), low
        bullet.harmless_to, bullet.rise = misses, up / UNITS_PER_RADIAN
        world.bullets.append(bullet)
    gun.recoil = min(MAX_RECOIL, gun.recoil + spec.recoil_mrad)
    world.emit(
        events.ShotFired(person.id, gun.weapon, x + COS[person.aim] * MUZZLE, y + SIN[person.aim] * MUZZLE, person.aim)
    )
    world.make_noise(x, y, spec.loudness, "shot", person.id)
    if person.side == "crew":
        world.count("shots")
        if person.temper >= 1.0:
            world.count("outburst_shots")
    world.count(f"shots_{person.side}")


def _bell(world: World, person: Person, number: int) -> float:
    """Of this shot, a draw of the bell curve: sideways, up, and as many again for each further pellet."""
    return dice.bell(dice.draw(world.setup.seed, person.id, dice.Purpose.SPREAD, world.tick, number))


def _is_meant_to_miss(world: World, person: Person) -> int:
    """Whom this round does not touch: the player, by the first burst of somebody he had no way to see. NOBODY = it is meant."""
    body = world.person(world.player)
    if (
        body.side == person.side
        or not world.difficulty.first_burst_misses
        or world.tick - person.string_tick > FIRST_BURST
    ):
        return NOBODY
    x, y = world.position(person.id)
    px, py = world.position(body.id)
    dx, dy = x - px, y - py
    far = dx * dx + dy * dy
    if far > OUT_OF_SIGHT * OUT_OF_SIGHT:
        return body.id
    if far < AT_HAND * AT_HAND or COS[body.aim] * dx + SIN[body.aim] * dy > 0.0:
        return NOBODY
    return body.id


def _shelter(world: World, person: Person, dx: float, dy: float) -> int:
    """The vehicle he fires out of, or over whose bonnet he leans: it does not stop his own bullets."""
    if person.vehicle >= 0:
        return person.vehicle
    x, y = world.position(person.id)
    hit = world.physics.first_hit(x, y, x + dx * 1.7, y + dy * 1.7, VEHICLE)
    if hit is not None and hit[0] >= 0 and world.vehicle_specs[hit[0]].height < 1.75:
        return hit[0]
    return NOBODY


def start_reload(world: World, person: Person, gun: Gun, spec: WeaponSpec) -> None:
    """Takes the magazine out and reaches for the fullest spare, if there is one."""
    if not gun.spares or gun.reload_ticks > 0 or max(gun.spares) == 0:
        return
    is_empty = gun.rounds == 0
    gun.reload_ticks = gun.reload_total = spec.reload_empty_ticks if is_empty else spec.reload_ticks
    world.emit(events.ReloadStarted(person.id, gun.weapon, is_empty))


def _reload_on(world: World, person: Person, gun: Gun, spec: WeaponSpec) -> None:
    gun.reload_ticks -= 1
    if gun.reload_ticks > 0:
        return
    best = max(range(len(gun.spares)), key=lambda k: (gun.spares[k], -k))
    if spec.is_loaded_singly:
        _load_one(person, gun, spec, best)
        if gun.reload_ticks > 0:
            return
    else:
        taken = gun.spares.pop(best)
        chambered = 1 if gun.rounds > 0 else 0
        left = gun.rounds - chambered
        gun.rounds = taken + chambered
        if left > 0:
            gun.spares.append(left)
    gun.spares.sort(reverse=True)
    world.emit(events.ReloadEnded(person.id, gun.weapon))


def _load_one(person: Person, gun: Gun, spec: WeaponSpec, pocket: int) -> None:
    """One round into a weapon that is filled singly; goes on by itself until it is full, empty-handed, or wanted for firing."""
    gun.rounds += 1
    gun.spares[pocket] -= 1
    if gun.spares[pocket] == 0:
        del gun.spares[pocket]
    if gun.rounds < spec.magazine and gun.spares and not person.buttons & Button.FIRE:
        gun.reload_ticks = gun.reload_total = spec.reload_ticks


def draw(world: World, person: Person, number: int) -> None:
    """Changes to another weapon."""
    if number == person.gun:
        return
    if person.gun >= 0:
        person.guns[person.gun].reload_ticks = 0
    person.gun = number
    gun = person.guns[number]
    gun.draw_ticks = world.catalog.weapons[gun.weapon].draw_ticks
    world.emit(events.WeaponDrawn(person.id, gun.weapon))


def before(world: World, person: Person, reach: float, arc: int) -> list[int]:
    """People in front of somebody, nearest first."""
    x, y = world.position(person.id)
    found = []
    for other in world.people:
        if other.id != person.id and other.is_present and other.vehicle < 0:
            dx, dy = world.physics.x[other.id] - x, world.physics.y[other.id] - y
            far = dx * dx + dy * dy
            if far <= reach * reach and (far < 0.3 or abs(turn(person.aim, direction(dx, dy))) <= arc):
                found.append((far, other.id))
    return [who for _, who in sorted(found)]


def strike(world: World, person: Person) -> None:
    """Hits whoever stands in front with the gun or the fist."""
    person.melee_wait = SWING_WAIT
    for who in before(world, person, SWING_REACH, 12000):
        other = world.person(who)
        if other.side == person.side and world.minds[person.id].wants_to_strike != who and person.id != world.player:
            continue
        world.emit(events.PersonStruck(who, person.id))
        world.count("struck")
        other.fear = min(1.0, other.fear + 0.6)
        other.control = min(1.0, other.control + 0.5) if other.stance == Stance.KNEEL else other.control
        damage.wound(world, other, 90.0, person.id, "struck", person.aim)
        return


def shout(world: World, person: Person) -> None:
    """Shouts at the people before him: with a gun in hand they freeze or obey, a bystander goes down (`holding.tell_down`)."""
    person.shout_wait = SHOUT_WAIT
    x, y = world.position(person.id)
    world.emit(events.Shouted(person.id, x, y))
    world.make_noise(x, y, 25.0, "shout", person.id)
    weight = 0.3 if person.gun >= 0 else 0.15
    for who in before(world, person, SHOUT_REACH, SHOUT_ARC):
        other = world.person(who)
        if other.side in ("civilian", "guard"):
            other.fear = min(1.0, other.fear + weight)
            if other.stance == Stance.KNEEL:
                other.control = min(1.0, other.control + 0.6)
                other.watched_tick = world.tick
            if other.use == "call":
                other.use = ""
            if person.side == "crew":
                holding.tell_down(world, person, other)
