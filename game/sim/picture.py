"""Builds the frozen `View` of a world at its present tick: reads everything, changes nothing. Called when a frame is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import VehicleSpec
from game.sim import guidance, view
from game.sim.ai import roads
from game.sim.angles import COS, SIN, from_radians, to_radians
from game.sim.entities import NOBODY, STANCE_NAMES, Bullet, Person, Stance, Vehicle
from game.sim.input_frame import Button
from game.sim.mission import director, scoring
from game.sim.mission.calls import snake
from game.sim.systems import hands
from game.sim.systems.commanding import LEAVE_TICKS
from game.sim.systems.shooting import gun_of

if TYPE_CHECKING:
    from game.sim.world import World

ATTENTION = (40.0, 22.5)
"""Half width and height of the rectangle fairness is judged by: the widest view of the smallest scale."""
DRIVING, STREET, CLOSE = 16, 24, 36
ORDER_NAMES = ("", "hold", "cover_me", "move_up", "follow", "pick_up", "get_car", "fall_back", "job", "plan")
WARM_TICKS = 600
TOP_SPEED = 60.0
"""Metres a second that the gears of a vehicle span between them."""


_LOOKS = {"duffel_bag": "cash_bag"}
"""Kinds of things that are drawn like another one."""


def _look(kind: str) -> str:
    return _LOOKS.get(kind, kind)


def picture(world: World, debug: bool = False) -> view.View:
    """The view of this tick."""
    body = world.person(world.player)
    x, y = world.position(body.id)
    carrier = body.vehicle if body.vehicle >= 0 else body.id
    scale = _scale(world, body, x, y)
    return view.View(
        world.tick,
        tuple(_person(world, p) for p in world.people if not p.is_absent and not p.has_left),
        tuple(_vehicle(world, v) for v in world.vehicles if not v.is_absent),
        tuple(
            view.ItemView(i.id, _look(i.kind), i.name, i.x, i.y, i.facing, i.state)
            for i in world.items
            if i.state in ("lying", "flying", "laid", "shelved")
        ),
        tuple(_bullet(b) for b in world.bullets),
        tuple(view.SignalView(s.x, s.y, roads.is_green(world, s.name)) for s in world.level.signals),
        tuple(_crew(world, who) for who in world.crew_ids),
        tuple(
            view.HeldStatus(p.id, *world.position(p.id), p.control)
            for p in world.people
            if p.stance == Stance.KNEEL and p.is_present
        ),
        _threats(world),
        guidance.markers(world),
        _hud(world, body),
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
        tuple(mind_of(world, p) for p in world.people if p.is_present) if debug else (),
    )


def _scale(world: World, body: Person, x: float, y: float) -> int:
    for camera in world.level.cameras:
        xs, ys = [p[0] for p in camera.points], [p[1] for p in camera.points]
        if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys) and body.vehicle < 0:
            return camera.scale
    return DRIVING if body.vehicle >= 0 else STREET


def _person(world: World, person: Person) -> view.PersonView:
    x, y = world.position(person.id)
    gun = gun_of(person)
    stance = "seated" if person.vehicle >= 0 and person.stance <= Stance.CROUCH else STANCE_NAMES[person.stance]
    carries = _look(world.items[person.item].kind) if person.item >= 0 else "man" if person.lifting >= 0 else ""
    return view.PersonView(
        person.id,
        person.name,
        person.spec,
        person.side,
        x,
        y,
        person.aim,
        person.heading,
        world.speed(person.id) if person.vehicle < 0 else 0.0,
        stance,
        _action(world, person),
        gun.weapon if gun is not None else "",
        person.is_masked,
        carries,
        person.vehicle,
        person.seat,
        person.id == world.player,
        max(0.0, person.health / person.full_health),
        person.suppression,
        person.use,
        person.use_ticks / person.use_total if person.use and person.use_total else 0.0,
    )


def _action(world: World, person: Person) -> str:
    if person.lifted_by >= 0:
        return "dragged"
    if world.tick - person.shot_tick < 4 and person.shots:
        return "fire"
    gun = gun_of(person)
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


def _bullet(bullet: Bullet) -> view.BulletView:
    return view.BulletView(
        bullet.x - bullet.dx * bullet.step, bullet.y - bullet.dy * bullet.step, bullet.x, bullet.y, bullet.is_tracer
    )


def _crew(world: World, who: int) -> view.CrewStatus:
    person = world.person(who)
    brain = world.catalog.brains[world.person_spec(who).brain]
    gun = gun_of(person)
    doing = person.use or ("fight" if world.minds[who].is_fighting else snake(type(world.minds[who].step).__name__))
    if who == world.player:
        doing = person.use
    return view.CrewStatus(
        who,
        world.label_of(person.name),
        person.spec,
        max(0.0, person.health / person.full_health),
        ORDER_NAMES[person.order] if 0 <= person.order < len(ORDER_NAMES) else "",
        doing,
        person.temper if brain.temper_gain > 0.0 else 0.0,
        who == world.player,
        person.vehicle,
        len([1 for rounds in gun.spares if rounds]) if gun is not None else 0,
        "arrested" if person.is_arrested else STANCE_NAMES[person.stance],
    )


def _threats(world: World) -> tuple[view.ThreatView, ...]:
    """Armed enemies that somebody of the crew has seen or heard lately."""
    known: dict[int, bool] = {}
    for who in world.crew_ids:
        mind = world.minds[who]
        if world.person(who).is_present and mind.target >= 0 and world.tick - mind.seen_tick < WARM_TICKS:
            known[mind.target] = True
    for side in ("police", "guard"):
        for who in world.sides[side]:
            if world.person(who).shots and world.tick - world.person(who).shot_tick < 120:
                known[who] = True
    found = []
    for who in sorted(known):
        person = world.person(who)
        if person.is_able and person.gun >= 0 and person.side in ("police", "guard"):
            found.append(
                view.ThreatView(who, *world.position(who), world.tick - person.shot_tick < 60 and person.shots > 0)
            )
    return tuple(found)


def _hud(world: World, body: Person) -> view.HudView:
    mission = world.mission
    gun = gun_of(body)
    weapon = world.catalog.weapons[gun.weapon] if gun is not None else None
    beat = director.goal(world)
    end = mission.clocks.get(mission.shown_clock, 0)
    prompt, prompt_enter = guidance.prompts(world, body)
    seated = body.vehicle >= 0
    found = tuple("bonds" if item.is_wanted else item.kind for item in world.items if item.is_found)
    return view.HudView(
        beat.goal if beat is not None else "",
        mission.clock_label if mission.shown_clock else "",
        end - world.tick if mission.shown_clock else 0,
        gun.weapon if gun is not None else "",
        weapon.label if weapon is not None else "",
        gun.rounds if gun is not None else 0,
        weapon.magazine if weapon is not None else 0,
        tuple(gun.spares) if gun is not None else (),
        1.0 - gun.reload_ticks / gun.reload_total if gun is not None and gun.reload_ticks > 0 else 0.0,
        prompt,
        prompt_enter,
        body.use_ticks / body.use_total if body.use and body.use_total else 0.0,
        mission.speaker,
        mission.line,
        mission.is_radio,
        _awareness(world),
        world.heat.stage,
        sum(
            1
            for who in world.crew_ids
            if world.person(who).item >= 0 and world.items[world.person(who).item].kind in hands.BAGS
        ),
        found,
        min(1.0, max(0, body.deaf_until - world.tick) / 240.0),
        1.0 - max(0.0, body.health / body.full_health),
        body.suppression,
        world.speed(body.vehicle) * 3.6 if seated else 0.0,
        seated and body.seat == 0,
        body.leave_ticks / LEAVE_TICKS,
        mission.can_leave,
        max(0, mission.window_until - world.tick),
    )


def _awareness(world: World) -> str:
    heat = world.heat
    if heat.stage == 0:
        return "calm"
    return "know" if world.tick - heat.seen_tick < 180 else "search"


def mind_of(world: World, person: Person) -> view.DebugMind:
    """What somebody's mind is at."""
    mind = world.minds[person.id]
    name = "fight" if mind.is_fighting else type(mind.step).__name__
    return view.DebugMind(
        person.id,
        name,
        mind.target,
        tuple(mind.path[mind.path_index :]),
        repr(mind.step),
        ("set", "waits", "moves")[mind.bound],
        mind.covers if world.tick < mind.covers_until else NOBODY,
        tuple(mind.menaced_by),
        (mind.cover_x, mind.cover_y) if mind.has_cover else None,
        person.suppression,
    )
