"""Builds the frozen `View` of a world at its present tick: reads everything, changes nothing. Called when a frame is drawn."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.specs import VehicleSpec
from game.sim import flights, guidance, minds_shown, own_eyes, status, view, watched
from game.sim.ai import roads
from game.sim.angles import COS, SIN, from_radians, to_radians
from game.sim.entities import STANCE_NAMES, Bullet, Door, Gun, Helicopter, Person, Stance, Vehicle
from game.sim.input_frame import Button
from game.sim.mission import scoring
from game.sim.systems import helicopter

if TYPE_CHECKING:
    from game.sim.world import World

ATTENTION = (40.0, 22.5)
"""Half width and height of the rectangle fairness is judged by: the widest view of the smallest scale."""
FAR = 110.0
"""Metres either way beyond which no engine is heard, but for sirens."""
NEAR = 80.0
"""Metres either way beyond which nobody is in the picture (the widest shows 80 metres) nor throws light or shade into it."""
CROUCH = Stance.CROUCH
DRIVING, STREET, CLOSE = 16, 24, 36
TOP_SPEED = 60.0
"""Metres a second that the gears of a vehicle span between them."""


_LOOKS = {"duffel_bag": "cash_bag", "clothes": "cash_bag", "bolt": "key", "tape": "case"}
"""Kinds of things that are drawn like another one."""


def _look(kind: str) -> str:
    return _LOOKS.get(kind, kind)


def picture(world: World, debug: bool = False, is_whole: bool = False) -> view.View:
    """The view of this tick: whom and what one can see or hear from where the player is; all there is if `debug` or `is_whole`."""
    body = world.person(world.player)
    x, y = world.position(body.id)
    carrier = body.vehicle if body.vehicle >= 0 else body.id
    scale = _scale(world, body, x, y)
    return view.View(
        world.tick,
        _people(world, debug or is_whole, x, y),
        _vehicles(world, debug or is_whole, x, y),
        tuple(
            view.ItemView(i.id, _look(i.kind), i.name, i.x, i.y, i.facing, i.state)
            for i in world.items
            if i.state in ("lying", "flying", "laid", "shelved")
        ),
        tuple(_bullet(b) for b in world.bullets),
        tuple(view.SignalView(s.x, s.y, roads.is_green(world, s.name)) for s in world.level.signals),
        tuple(status.member(world, who) for who in world.team_ids),
        tuple(
            view.HeldStatus(p.id, *world.position(p.id), p.control)
            for p in world.people
            if p.stance == Stance.KNEEL and p.is_present
        ),
        status.threats(world),
        guidance.markers(world),
        status.hud(world, body),
        body.id,
        x,
        y,
        x + COS[body.aim] * body.aim_distance,
        y + SIN[body.aim] * body.aim_distance,
        world.physics.vx[carrier],
        world.physics.vy[carrier],
        scale,
        (x - ATTENTION[0], y - ATTENTION[1], x + ATTENTION[0], y + ATTENTION[1]),
        scoring.result(world) if world.is_over else None,
        flights.lit_groups(world) if world.lamp_groups else (),
        own_eyes.jets(world),
        own_eyes.shadows(world, body),
        own_eyes.marks(world, body),
        own_eyes.is_duel(world, body),
        own_eyes.exposure(world, body),
        own_eyes.noise(world, body),
        own_eyes.dazzle(world, body),
        own_eyes.beliefs(world) if debug else (),
        debug=tuple(minds_shown.whole_mind(world, p) for p in world.people if p.is_present) if debug else (),
        police=minds_shown.police_of(world) if debug else None,
        notices=status.notices(world),
        helicopters=tuple(_helicopter(one) for one in world.helicopters if one.state != helicopter.AWAY),
        doors=tuple(_door(world, door) for door in world.doors),
        cameras=watched.cameras(world) if world.surveillance.cameras else (),
        cased=watched.cased(world) if world.surveillance.cased else (),
    )


def _helicopter(one: Helicopter) -> view.HelicopterView:
    speed = sqrt(one.vx * one.vx + one.vy * one.vy)
    return view.HelicopterView(
        one.id,
        one.name,
        one.x,
        one.y,
        one.heading,
        speed,
        one.spot_x,
        one.spot_y,
        helicopter.radius(one),
        one.has_light,
        one.sees,
    )


def _people(world: World, is_whole: bool, x: float, y: float) -> tuple[view.PersonView, ...]:
    """Everybody, or the crew and whoever is near; in a duel only whom the player's man sees."""
    hidden = () if is_whole else own_eyes.unseen(world)
    base, team = world.person_base, world.team_ids
    return tuple(
        [
            _person(world, person, px, py)
            for person, px, py in zip(world.people, world.physics.x[base:], world.physics.y[base:], strict=True)
            if ((-NEAR < px - x < NEAR and -NEAR < py - y < NEAR) or is_whole or person.id in team)
            and not person.is_absent
            and not person.has_left
            and person.id not in hidden
        ]
    )


def _vehicles(world: World, is_whole: bool, x: float, y: float) -> tuple[view.VehicleView, ...]:
    """All vehicles, or those that are near, that the crew sits in, or whose siren is on; driven ones are heard from further off."""
    xs, ys = world.physics.x, world.physics.y
    taken = {world.person(who).vehicle for who in world.team_ids}
    return tuple(
        _vehicle(world, vehicle)
        for vehicle in world.vehicles
        if not vehicle.is_absent
        and (
            (-NEAR < xs[vehicle.id] - x < NEAR and -NEAR < ys[vehicle.id] - y < NEAR)
            or (vehicle.seats[0] >= 0 and -FAR < xs[vehicle.id] - x < FAR and -FAR < ys[vehicle.id] - y < FAR)
            or is_whole
            or vehicle.siren
            or vehicle.id in taken
        )
    )


def _scale(world: World, body: Person, x: float, y: float) -> int:
    for camera in world.level.cameras:
        xs, ys = [p[0] for p in camera.points], [p[1] for p in camera.points]
        if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys) and body.vehicle < 0:
            return camera.scale
    return DRIVING if body.vehicle >= 0 else STREET


def _person(world: World, person: Person, x: float, y: float) -> view.PersonView:
    number, vehicle, stance, use = person.id, person.vehicle, person.stance, person.use
    gun = person.guns[person.gun] if person.gun >= 0 else None
    carries = _look(world.items[person.item].kind) if person.item >= 0 else "man" if person.lifting >= 0 else ""
    return view.PersonView(
        number,
        person.name,
        person.spec,
        person.side,
        x,
        y,
        person.aim,
        person.heading,
        world.speed(number) if vehicle < 0 else 0.0,
        "seated" if vehicle >= 0 and stance <= CROUCH else STANCE_NAMES[stance],
        _action(world, person, gun),
        gun.weapon if gun is not None else "",
        person.is_masked,
        carries,
        vehicle,
        person.seat,
        number == world.player,
        person.health / person.full_health if person.health > 0.0 else 0.0,
        person.suppression,
        use,
        person.use_ticks / person.use_total if use and person.use_total else 0.0,
    )


def _action(world: World, person: Person, gun: Gun | None) -> str:
    if person.lifted_by >= 0:
        return "dragged"
    if world.tick - person.shot_tick < 4 and person.shots:
        return "fire"
    if gun is not None and gun.reload_ticks > 0:
        return "reload"
    if person.melee_wait > 24:
        return "melee"
    if person.lifting >= 0:
        return "carry_man"
    if person.use:
        return "use"
    if person.shout_wait > 36:
        return "shout"
    return "aim" if person.buttons & Button.AIM and gun is not None else "idle"


def engine_speed(spec: VehicleSpec, forward: float) -> float:
    """How fast the engine turns, as a share of its range, in the gear that this speed (m/s) is driven in."""
    speed = forward if forward >= 0.0 else -forward
    span = TOP_SPEED / spec.gears
    gear = min(spec.gears - 1, int(speed / span))
    within = speed / span - gear
    return 0.15 + 0.85 * min(1.0, (0.3 if gear else 0.0) + within * (0.7 if gear else 1.0))


def _vehicle(world: World, vehicle: Vehicle) -> view.VehicleView:
    physics, number = world.physics, vehicle.id
    turn = from_radians(physics.angle[number])
    forward = physics.vx[number] * COS[turn] + physics.vy[number] * SIN[turn]
    return view.VehicleView(
        number,
        vehicle.name,
        vehicle.spec,
        physics.x[number],
        physics.y[number],
        physics.angle[number],
        forward,
        vehicle.slip,
        to_radians(int(vehicle.wheel_angle) & 65535),
        vehicle.colour,
        vehicle.stage,
        (vehicle.tyres[0], vehicle.tyres[1], vehicle.tyres[2], vehicle.tyres[3]),
        engine_speed(world.vehicle_specs[number], forward) if vehicle.seats[0] >= 0 else 0.0,
        vehicle.throttle / 127.0,
        vehicle.brake > 0 and vehicle.seats[0] >= 0,
        vehicle.lights or vehicle.seats[0] >= 0,
        vehicle.siren,
        vehicle.is_on_side,
        vehicle.burning_ticks > 0,
        vehicle.is_open,
        vehicle.has_engine,
        tuple(vehicle.seats),
    )


def _door(world: World, door: Door) -> view.DoorView:
    way = world.place.doorways[door.id]
    shape = way.door
    return view.DoorView(
        door.id,
        door.name,
        shape.kind,
        shape.x,
        shape.y,
        shape.facing,
        shape.width,
        shape.hinge,
        shape.material,
        door.swing / way.kind.swing_ticks,
        door.turn,
        door.is_locked,
        door.is_broken,
        door.fuse_ticks > 0,
    )


def _bullet(bullet: Bullet) -> view.BulletView:
    return view.BulletView(
        bullet.x - bullet.dx * bullet.step, bullet.y - bullet.dy * bullet.step, bullet.x, bullet.y, bullet.is_tracer
    )
