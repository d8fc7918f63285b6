"""WalkRoute, Wander, Gawk, CallPhone: passers-by.

Used in screenplays as walk_route, wander, gawk, call_phone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving
from game.sim.ai.mind import Mind
from game.sim.ai.steps import CallPhone, Gawk, Report, WalkRoute, Wander
from game.sim.angles import COS, SIN
from game.sim.systems import cordons, dispatch, wanted

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

STROLL_METRES = 16.0
DONE = 3
SHAKEN_TICKS, REPORT_TICKS = 14 * 60, 6 * 60
"""How long somebody whose car was taken needs until he can tell it, and to tell it."""
PHONE_METRES = 60.0
WALKS_ON = ("sidewalk", "concrete", "grass", "gravel", "tile")


def walk_route(world: World, person: Person, mind: Mind, step: WalkRoute) -> None:
    """Point by point, round and round on a loop, there and back else."""
    points = world.place.routes[step.route].points
    if mind.route != step.route:
        mind.route = step.route
        x, y = world.position(person.id)
        best = (1e18, 0)
        for index, (px, py) in enumerate(points):
            best = min(best, ((px - x) * (px - x) + (py - y) * (py - y), index))
        mind.route_index = best[1]
    tx, ty = points[mind.route_index % len(points)]
    if world.mission.closed and _is_kept_out(world, person, mind, tx, ty):
        return
    if moving.walk_to(world, person, mind, tx, ty, 1.2, runs=False):
        mind.route_index = (mind.route_index + 1) % len(points)


def wander(world: World, person: Person, mind: Mind, step: Wander) -> None:
    """From one spot of pavement to another in sight of it, with rests."""
    if world.tick < mind.until:
        moving.stand(mind)
        return
    if mind.phase == 0:
        x, y = world.position(person.id)
        for n in range(6):
            bits = dice.draw(world.setup.seed, person.id, dice.Purpose.WANDER, world.tick, n)
            turn = bits & 65535
            reach = 4.0 + STROLL_METRES * dice.share(bits)
            tx, ty = x + COS[turn] * reach, y + SIN[turn] * reach
            if world.place.surface_at(tx, ty).name in WALKS_ON and world.place.is_walkable(x, y, tx, ty):
                mind.spot_x, mind.spot_y, mind.phase = tx, ty, 1
                break
        else:
            mind.until = world.tick + 60
            return
    if world.mission.closed and _is_kept_out(world, person, mind, mind.spot_x, mind.spot_y):
        mind.phase = 0
        return
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 1.0, runs=False):
        bits = dice.draw(world.setup.seed, person.id, dice.Purpose.WANDER, world.tick, 9)
        mind.until = world.tick + int(bits % 240)
        mind.phase = 0


def _is_kept_out(world: World, person: Person, mind: Mind, tx: float, ty: float) -> bool:
    """Whether a closed street lies on his way: he stands at the tape and looks."""
    middle = cordons.is_ahead(world, *world.position(person.id), tx, ty)
    if middle is None:
        return False
    moving.stand(mind)
    moving.look_at(world, mind, *middle)
    return True


def gawk(world: World, person: Person, mind: Mind, step: Gawk) -> None:
    """Comes within a dozen metres to look."""
    x, y, _ = world.spot(step.at)
    if moving.walk_to(world, person, mind, x, y, 9.0, runs=False):
        moving.look_at(world, mind, x, y)


def call_phone(world: World, person: Person, mind: Mind, step: CallPhone) -> None:
    """To the telephone; when the call is through, the response goes up a stage."""
    x, y, _ = world.spot(step.fixture)
    if mind.phase == 2:
        moving.stand(mind)
        return
    if mind.phase == 1 and person.use != "call":
        mind.phase = 2  # stopped: he hangs up and stays where he is
        person.fear = max(person.fear, 0.6)
        return
    if moving.walk_to(world, person, mind, x, y, 1.0, runs=False):
        if person.use != "call":
            person.use, person.use_ticks, person.use_total = "call", 0, int(step.seconds * 60)
            mind.phase, mind.until = 1, world.tick
        person.use_ticks = world.tick - mind.until
        if person.use_ticks >= person.use_total:
            person.use = ""
            mind.phase = 2
            world.count("calls")
            dispatch.hasten(world, 15.0, "caller")


def report(world: World, person: Person, mind: Mind, step: Report) -> None:
    """Out of the way first; then to the nearest telephone, or he asks somebody for one. What he has to tell takes a few seconds."""
    if mind.phase == DONE:
        wander(world, person, mind, Wander())
        return
    vehicle = world.vehicle_named[step.vehicle]
    if mind.until == 0:
        mind.until = world.tick + SHAKEN_TICKS
        mind.spot_x, mind.spot_y = _telephone(world, *world.position(person.id))
    if mind.phase == 0 and (mind.spot_x < 0.0 or moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 1.2)):
        moving.stand(mind)
        if world.tick >= mind.until:
            person.use, person.use_ticks, person.use_total = "call", 0, REPORT_TICKS
            mind.phase, mind.until = 1, world.tick
    elif mind.phase == 1:
        moving.stand(mind)
        person.use_ticks = world.tick - mind.until
        if person.use != "call":
            mind.phase = 0
        elif person.use_ticks >= person.use_total:
            person.use = ""
            mind.phase, mind.until = DONE, world.tick
            world.count("reported_cars")
            wanted.describe_car(world, vehicle.id)
            dispatch.hasten(world, 10.0, "stolen_car")


def _telephone(world: World, x: float, y: float) -> tuple[float, float]:
    """The nearest telephone of the place; (-1, -1) = none is near, and he asks whoever passes by."""
    near = [
        ((f.x - x) * (f.x - x) + (f.y - y) * (f.y - y), f.x, f.y) for f in world.level.fixtures if f.kind == "phone"
    ]
    near = [one for one in near if one[0] < PHONE_METRES * PHONE_METRES]
    return min(near)[1:] if near else (-1.0, -1.0)
