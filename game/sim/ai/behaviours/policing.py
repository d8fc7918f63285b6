"""Arrest, Flank, Pursue: what a policeman is told to do about one man. Used in screenplays as arrest, flank, pursue.

Pursue is the one that may end with a single shot: at somebody with a shield nobody fires but whoever has come up where he
does not look, and he only while the line is clean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import aiming, cover, moving
from game.sim.ai.behaviours import post, respond
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Arrest, Disable, Flank, Pursue
from game.sim.angles import COS, SIN, direction, from_radians, turn
from game.sim.entities import Person, Vehicle
from game.sim.input_frame import Button
from game.sim.physics import SIGHT_MASK
from game.sim.systems import lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

GOES, IS_ROUND = 1, 2
"""Phases of Flank."""
ROUND, NEARER, LEAST = 10923, 0.8, 9.0
"""Sixty degrees round the spot, how much nearer to it, and how near at least."""
FLANK_REACH = 9.0
NEAR = 14.0
"""Metres within which a pursuer stops running at his man."""
SHOT_METRES, STALK_METRES, READY_METRES = 12.0, 9.4, 16.0
"""Within which the one shot is taken, how near one keeps to somebody with a shield, and from where on the weapon is up."""
ROUND_STEP, OTHER_WAY, FACED = 3000, 4.0, 6000
"""Sixteen degrees at a time; how much freer (square metres) the other way round must be to be taken; and within how much of his look
(33 degrees) one is faced."""
BLIND, BLIND_SIDE = 12743, 20000
"""Seventy degrees off where somebody looks he does not see who comes; a hundred and ten is where one wants to come."""
TOO_FAR_BEHIND = 23600
"""A hundred and thirty: from straight behind the shield is in the line again, on its far end."""
STEADY_TICKS = 40
"""Aimed before the shot."""
AGAIN_TICKS = 45
TYRE_METRES, TYRE_TICKS, SAGS = 40.0, 18, 0.9
ASIDE = 0.2
"""How far beyond his middle he is aimed at, as a share of the way from the shield to him."""


def arrest(world: World, person: Person, mind: Mind, step: Arrest) -> None:
    """Cuffs; the gun on where they were while there is nobody to cuff."""
    if post.get_out(world, person, mind):
        return
    if not respond.cuff(world, person, mind):
        moving.stand(mind)
        mind.hands.buttons |= Button.AIM
        if world.heat.seen_tick > 0:
            moving.look_at(world, mind, world.heat.last_x, world.heat.last_y)


def flank(world: World, person: Person, mind: Mind, step: Flank) -> None:
    """Round the side, from cover to cover; there he looks at the spot (and fights by reflex)."""
    if post.get_out(world, person, mind):
        return
    if mind.phase == 0:
        mind.spot_x, mind.spot_y = _round(world, person, step)
        mind.phase = GOES
    if mind.phase == IS_ROUND or moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.9):
        mind.phase = IS_ROUND
        moving.stand(mind)
        moving.look_at(world, mind, step.x, step.y)
        mind.hands.buttons |= Button.AIM


def _round(world: World, person: Person, step: Flank) -> tuple[float, float]:
    """The cover on the shorter way round, as free as the place lets it be."""
    x, y = world.position(person.id)
    bearing = direction(x - step.x, y - step.y)
    far = ((x - step.x) * COS[bearing] + (y - step.y) * SIN[bearing]) * NEARER
    far = far if far > LEAST else LEAST
    best: tuple[int, float, float] | None = None
    for side in (1, -1):
        way = (bearing + side * ROUND) & 65535
        gx, gy = step.x + COS[way] * far, step.y + SIN[way] * far
        fx, fy = world.place.nearest_free(gx, gy)
        off = int((fx - gx) * (fx - gx) + (fy - gy) * (fy - gy)) // 4
        if best is None or off < best[0]:
            best = (off, fx, fy)
    assert best is not None
    return cover.spot_near(world, person, best[1], best[2], step.x, step.y, FLANK_REACH)


def disable(world: World, person: Person, mind: Mind, step: Disable) -> None:
    """Stands and fires low at a wheel; the next one when it sags."""
    if post.get_out(world, person, mind):
        return
    moving.stand(mind)
    vehicle = world.vehicle_named[step.vehicle]
    x, y = world.position(person.id)
    wheel = _nearest_wheel(world, vehicle, x, y)
    if wheel is None or vehicle.is_absent or person.gun < 0:
        return
    far = (wheel[0] - x) * (wheel[0] - x) + (wheel[1] - y) * (wheel[1] - y)
    moving.look_at(world, mind, *wheel)
    mind.hands.buttons |= Button.AIM
    if far > TYRE_METRES * TYRE_METRES or world.tick < mind.pause_until:
        return
    brain = world.catalog.brains[mind.brain]
    if person.guns[person.gun].rounds == 0:
        moving.press(person, mind, Button.RELOAD)
    elif not person.held_before & Button.FIRE and aiming.is_line_free(world, person, brain, *wheel):
        mind.hands.buttons |= Button.FIRE
        mind.pause_until = world.tick + TYRE_TICKS


def can_disable(world: World, person: Person, step: Disable) -> bool:
    """Whether it is still worth it: every tyre sound, near enough, in sight."""
    vehicle = world.vehicle_named[step.vehicle]
    x, y = world.position(person.id)
    vx, vy = world.position(vehicle.id)
    if vehicle.is_absent or min(vehicle.tyres) < SAGS or any(vehicle.leaks):
        return False
    return (vx - x) * (vx - x) + (vy - y) * (vy - y) < TYRE_METRES * TYRE_METRES


def _nearest_wheel(world: World, vehicle: Vehicle, x: float, y: float) -> tuple[float, float] | None:
    """Where the nearest tyre that holds its air is."""
    spec = world.vehicle_specs[vehicle.id]
    heading = from_radians(world.physics.angle[vehicle.id])
    vx, vy = world.position(vehicle.id)
    best: tuple[float, float, float] | None = None
    for tyre, pressure in enumerate(vehicle.tyres):
        if pressure < SAGS:
            continue
        ahead = spec.wheelbase / 2.0 * (1.0 if tyre < 2 else -1.0)
        aside = spec.width / 2.0 * (-1.0 if tyre % 2 == 0 else 1.0)
        wx, wy = vx + ahead * COS[heading] - aside * SIN[heading], vy + ahead * SIN[heading] + aside * COS[heading]
        gap = (wx - x) * (wx - x) + (wy - y) * (wy - y)
        if best is None or gap < best[0]:
            best = (gap, wx, wy)
    return (best[1], best[2]) if best is not None else None


def pursue(world: World, person: Person, mind: Mind, step: Pursue) -> None:
    """After him; cuffs if he is down; up on his blind side if he holds somebody."""
    if post.get_out(world, person, mind):
        return
    quarry = world.person_named[step.who]
    if respond.cuff(world, person, mind):
        return
    if not quarry.is_able:
        moving.stand(mind)
        return
    qx, qy = world.position(quarry.id)
    if lines_of_fire.has_shield(world, quarry):
        _stalk(world, person, mind, quarry, qx, qy)
        return
    x, y = world.position(person.id)
    mind.hands.buttons |= Button.AIM if (qx - x) * (qx - x) + (qy - y) * (qy - y) < NEAR * NEAR else 0
    moving.walk_to(world, person, mind, qx, qy, NEAR / 2.0)


def _stalk(world: World, person: Person, mind: Mind, quarry: Person, qx: float, qy: float) -> None:
    x, y = world.position(person.id)
    far = (qx - x) * (qx - x) + (qy - y) * (qy - y)
    off = abs(turn(quarry.aim, direction(x - qx, y - qy)))
    sees = far < SHOT_METRES * SHOT_METRES and world.physics.is_clear(x, y, qx, qy, SIGHT_MASK)
    if sees and BLIND < off < TOO_FAR_BEHIND:
        _wait_for_the_line(world, person, mind, quarry, qx, qy)
        return
    mind.count = world.tick
    gx, gy = _round_him(world, quarry, x, y)
    moving.walk_to(world, person, mind, gx, gy, 0.5, runs=far > 400.0)
    if far < READY_METRES * READY_METRES:
        mind.hands.buttons |= Button.AIM
        moving.look_at(world, mind, qx, qy)


def _round_him(world: World, quarry: Person, x: float, y: float) -> tuple[float, float]:
    """The next spot on the way round to his blind side, farther off than he fires at: never past him, nor between him and his shield."""
    qx, qy = world.position(quarry.id)
    bearing = direction(x - qx, y - qy)
    is_left = turn(quarry.aim, bearing) > -FACED  # who is looked in the eye keeps to one way round
    best: tuple[float, float, float] | None = None
    for side in (1, -1) if is_left else (-1, 1):
        left = turn(bearing, (quarry.aim + side * BLIND_SIDE) & 65535)
        way = (bearing + max(-ROUND_STEP, min(ROUND_STEP, left))) & 65535
        wx, wy = qx + COS[way] * STALK_METRES, qy + SIN[way] * STALK_METRES
        gx, gy = world.place.nearest_free(wx, wy)
        off = (gx - wx) * (gx - wx) + (gy - wy) * (gy - wy)
        if best is None or off + OTHER_WAY < best[0]:
            best = (off, gx, gy)
    assert best is not None
    return best[1], best[2]


def _wait_for_the_line(world: World, person: Person, mind: Mind, quarry: Person, qx: float, qy: float) -> None:
    """Stands, aims, and fires once when nobody is in the line: not a moment before."""
    moving.stand(mind)
    if mind.target != quarry.id:
        mind.target, mind.first_tick = quarry.id, world.tick
    mind.is_visible, mind.seen_tick = True, world.tick
    mind.last_x, mind.last_y = qx, qy
    brain = world.catalog.brains[mind.brain]
    aiming.aim(world, person, mind, brain, qx, qy)
    if world.tick - mind.count < STEADY_TICKS or world.tick < mind.pause_until:
        return
    if person.gun < 0 or person.held_before & Button.FIRE or not aiming.is_line_free(world, person, brain, qx, qy):
        return
    x, y = world.position(person.id)
    sx, sy = world.position(quarry.lifting) if quarry.lifting >= 0 else (qx, qy)
    mind.hands.aim = direction(
        qx + (qx - sx) * ASIDE - x, qy + (qy - sy) * ASIDE - y
    )  # a hand's breadth off her, and no tremor now
    mind.hands.buttons |= Button.FIRE
    mind.pause_until = world.tick + AGAIN_TICKS
