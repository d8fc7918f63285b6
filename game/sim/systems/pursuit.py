"""Who does what in a pursuit by car: one tails, one goes for the spin, one boxes in; the others cut off and keep their distance.

Three times a second, while a car of the crew is known and on the move. At most three police cars are close; ramming and spinning have their
rules: not before shots have been fired, not among bystanders, not at a walk and not at full tilt, never a truck (reference:
gameplay 2.11, 2.14, 2.15). Owns `Mind.role`; how a role is driven is `ai/behaviours/chase`'s business.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Respond
from game.sim.angles import COS, SIN
from game.sim.systems import trail

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.entities import Vehicle
    from game.sim.world import World

PERIOD = 20
STOPPED = 120
"""Ticks at a stand after which the hunted car counts as stopped."""
MOST_CLOSE = 3
CLOSE_METRES = 55.0
"""Within so many metres a police car may have one of the close roles."""
HYSTERESIS = 9.0
"""Metres by which whoever has a close role counts as nearer."""
TAIL, SPIN, BOX, CUT_OFF, SUPPORT = "tail", "spin", "box", "cut_off", "support"
CLOSE_ROLES = (TAIL, SPIN, BOX)
SHOTS_FIRED, RAMS = 3, 4
"""Stages from which a car may be spun, and rammed at any speed."""
SPIN_SLOWEST, SPIN_FASTEST = 8.0, 20.0
"""Metres a second between which a spin is tried: eighteen to forty-five miles an hour."""
HEAVIEST = 3000.0
"""Kilograms of a car that may be spun: vans and trucks roll over, or do not care."""
BYSTANDERS = 9.0
SPIN_AGAIN = 4 * 60
BOXED_TICKS, HELD_METRES, ABOUT_IT = 210, 5.0, 3.0
"""A car is boxed in that has got no farther than so many metres in so many ticks, with police cars so near about it."""
QUIET_TICKS = 600
CUT_OFF_TICKS = 240
"""For so long whoever means to cut off goes through with it."""
BOX_SPEED = 11.0
"""Metres a second under which a car is boxed in."""


def advance(world: World) -> None:
    """Gives every police driver his part."""
    if world.tick % PERIOD or world.heat.stage == 0:
        if world.heat.stage == 0:
            world.heat.boxed = -1
        return
    target = hunted(world)
    drivers = _drivers(world)
    for who in world.sides["police"]:
        if world.person(who).seat != 0 and world.minds[who].role:
            world.minds[who].role = ""  # he has got out
    world.heat.boxed = -1
    if target is not None:
        trail.look_into(world, target)
        target = hunted(world)
    if target is not None:
        _watch_where_it_goes(world, target)
        if is_boxed(world, target) and _is_quiet(world, target):
            world.heat.boxed = target.id
    if target is None or quarry(world) is None:
        for _, mind in drivers:
            mind.role = ""
        return
    qx, qy, heading = trail.believed(world)
    ranked = []
    for vehicle, mind in drivers:
        dx, dy = world.physics.x[vehicle.id] - qx, world.physics.y[vehicle.id] - qy
        near = sqrt(dx * dx + dy * dy)
        ranked.append((near - (HYSTERESIS if mind.role in CLOSE_ROLES else 0.0), vehicle.id, vehicle, mind))
    ranked.sort(key=lambda row: row[:2])
    close = [(vehicle, mind) for near, _, vehicle, mind in ranked[:MOST_CLOSE] if near < CLOSE_METRES]
    if trail.is_in_sight(world):
        _close_roles(world, target, close)
    else:
        _search_roles(world, close)
    for number, (_, _, vehicle, mind) in enumerate(ranked[len(close) :]):
        mind.branch = number + 1  # the straightest street is left to whoever is close
        if mind.role != CUT_OFF or world.tick - mind.lead_tick > CUT_OFF_TICKS:
            mind.lead_tick = world.tick
            _take(world, mind, CUT_OFF if _could_cut_off(world, vehicle, qx, qy, heading) else SUPPORT)


def quarry(world: World) -> Vehicle | None:
    """The vehicle the crew is known to flee in, while it moves, as far as they know, and the trail is fresh."""
    vehicle = hunted(world)
    if vehicle is None:
        return None
    if trail.is_in_sight(world):
        return vehicle if not trail.stands(world, STOPPED) else None
    return vehicle if world.heat.trail.heading >= 0 else None


def hunted(world: World) -> Vehicle | None:
    """The vehicle the crew is taken to sit in while the trail is fresh, driving or not."""
    return trail.car(world)


def _drivers(world: World) -> list[tuple[Vehicle, Mind]]:
    """Police at the wheel of a car that drives, who answer the call."""
    found = []
    for who in world.sides["police"]:
        person = world.person(who)
        if person.is_able and person.seat == 0 and person.vehicle >= 0:
            mind, vehicle = world.minds[who], world.vehicles[person.vehicle]
            if isinstance(mind.step, Respond) and vehicle.has_engine and not vehicle.is_on_side:
                found.append((vehicle, mind))
    return found


def _close_roles(world: World, target: Vehicle, close: list[tuple[Vehicle, Mind]]) -> None:
    """The nearest tails; the others spin it or box it in, where the rules allow."""
    if world.heat.stage > 1 and len(close) > 1 and world.heat.trail.speed < BOX_SPEED:
        _box(world, close)
        return
    spun = False
    for number, (_, mind) in enumerate(close):
        if not spun and (number == 1 or len(close) == 1) and _may_spin(world, target, mind):
            _take(world, mind, SPIN)
            spun = True
        else:
            _take(world, mind, TAIL)
            mind.slot = number


def _search_roles(world: World, close: list[tuple[Vehicle, Mind]]) -> None:
    """Nobody sees it just now: those who were near follow where it may have gone, each another street."""
    for number, (_, mind) in enumerate(close):
        _take(world, mind, TAIL)
        mind.slot = mind.branch = number


def _box(world: World, close: list[tuple[Vehicle, Mind]]) -> None:
    """Whoever is farthest ahead takes the front, the hindmost the rear, the third the side he is on."""
    nose = world.heat.trail.nose
    fx, fy = COS[nose], SIN[nose]
    qx, qy, _ = trail.believed(world)
    rows = []
    for vehicle, mind in close:
        dx, dy = world.physics.x[vehicle.id] - qx, world.physics.y[vehicle.id] - qy
        keeps = HYSTERESIS if mind.role == BOX and mind.slot == FRONT else 0.0
        rows.append((-(dx * fx + dy * fy) - keeps, vehicle.id, dy * fx - dx * fy, mind))
    rows.sort(key=lambda row: row[:2])
    for number, (_, _, across, mind) in enumerate(rows):
        _take(world, mind, BOX)
        if number == 0:
            mind.slot = FRONT
        elif number == len(rows) - 1:
            mind.slot = REAR
        elif mind.slot not in (LEFT, RIGHT):
            mind.slot = RIGHT if across > 0.0 else LEFT


def _take(world: World, mind: Mind, role: str) -> None:
    if mind.role != role:
        mind.role, mind.role_tick = role, world.tick
        mind.slot = -1
        mind.is_spinning = False


def _may_spin(world: World, target: Vehicle, mind: Mind) -> bool:
    """The rules of the spin; whoever has just tried leaves room for a moment."""
    if world.heat.stage < SHOTS_FIRED or world.tick < mind.spin_after:
        return False
    if world.vehicle_specs[target.id].mass > HEAVIEST:
        return False
    speed = world.heat.trail.speed
    if speed < SPIN_SLOWEST or (speed > SPIN_FASTEST and world.heat.stage < RAMS):
        return False
    x, y, _ = trail.believed(world)
    return not any(world.person(who).side == "civilian" for who in people_near(world, x, y, BYSTANDERS))


FRONT, LEFT, RIGHT, REAR = 0, 1, 2, 3
PLACES = ((1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, 0.0))
"""Where the places of a box are: ahead of the hunted car, and to its right."""


def _could_cut_off(world: World, vehicle: Vehicle, x: float, y: float, heading: int) -> bool:
    """Whether a car is not simply behind the others: beside the hunted car's way, or ahead of it."""
    if heading < 0:
        return True
    dx, dy = world.physics.x[vehicle.id] - x, world.physics.y[vehicle.id] - y
    return dx * COS[heading] + dy * SIN[heading] > -0.5 * sqrt(dx * dx + dy * dy)


def is_boxed(world: World, target: Vehicle) -> bool:
    """Whether a car has got nowhere for seconds between police cars that stand about it: two are a box, one is when it lasts."""
    held = world.tick - world.heat.held_tick
    if held < BOXED_TICKS:
        return False
    x, y = world.position(target.id)
    length = world.vehicle_specs[target.id].length
    near = 0
    for other in world.vehicles:
        if other.id != target.id and other.siren and not other.is_absent:
            dx, dy = world.physics.x[other.id] - x, world.physics.y[other.id] - y
            reach = (length + world.vehicle_specs[other.id].length) / 2.0 + ABOUT_IT
            near += dx * dx + dy * dy < reach * reach
    return near >= 2 or (near == 1 and held > 2 * BOXED_TICKS)


def _is_quiet(world: World, target: Vehicle) -> bool:
    """Whether nobody in it has shot for a while, nor holds a weapon up to do so."""
    return all(
        who < 0 or world.person(who).gun < 0 or world.tick - world.person(who).shot_tick > QUIET_TICKS
        for who in target.seats
    )


def _watch_where_it_goes(world: World, target: Vehicle) -> None:
    """Since when it has not got more than a few metres from where it was."""
    heat = world.heat
    dx, dy = world.physics.x[target.id] - heat.held_x, world.physics.y[target.id] - heat.held_y
    if dx * dx + dy * dy > HELD_METRES * HELD_METRES:
        heat.held_x, heat.held_y = world.position(target.id)
        heat.held_tick = world.tick
