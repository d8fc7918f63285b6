"""WalkRoute, Wander, Gawk, CallPhone: passers-by.

Used in screenplays as walk_route, wander, gawk, call_phone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import moving
from game.sim.ai.mind import Mind
from game.sim.ai.steps import CallPhone, Gawk, WalkRoute, Wander
from game.sim.angles import COS, SIN
from game.sim.systems import dispatch

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

STROLL_METRES = 16.0
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
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 1.0, runs=False):
        bits = dice.draw(world.setup.seed, person.id, dice.Purpose.WANDER, world.tick, 9)
        mind.until = world.tick + int(bits % 240)
        mind.phase = 0


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
            mind.phase = 1
        person.use_ticks += 3
        if person.use_ticks >= person.use_total:
            person.use = ""
            mind.phase = 2
            world.count("calls")
            dispatch.hasten(world, 15.0, "caller")
