"""Police who fetch the long gun out of the trunk of a car, once it has come to shooting and a pistol reaches nobody.

A reflex of those with nothing but a handgun, near a police car that has one left, with nobody firing at them. Owns nothing but the hands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving
from game.sim.ai.steps import Hold, Respond
from game.sim.entities import NOBODY, Person
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK
from game.sim.systems import deeds, fires

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

FETCHES = "fetches the long gun"
SHOTS_FIRED = 3
"""Stage of the response from which one thinks of it."""
REACH, QUIET_TICKS, CLOSE_METRES = 18.0, 120, 14.0
"""Metres to the car; ticks since a round came near; and metres to an enemy in sight within which one fights with what one has."""
LONGEST = 600


def consider(world: World, person: Person, mind: Mind) -> None:
    """Four times a second: whether he goes for it now."""
    if mind.act == FETCHES:
        if world.tick > mind.act_until or not _may(world, person, mind) or nearest(world, person) == NOBODY:
            mind.act, mind.aid_after = "", world.tick + 300
        return
    if mind.act in ("", "pins", "flanks", "blocks") and world.tick >= mind.aid_after and _may(world, person, mind):
        if nearest(world, person) != NOBODY:
            mind.act, mind.act_until, mind.stumbles = FETCHES, world.tick + LONGEST, 0
            mind.path.clear()
            speech.call(world, person.id, "bark.long_gun")


def _may(world: World, person: Person, mind: Mind) -> bool:
    """Whether he lacks one, and may turn his back on the fight for some seconds."""
    if world.heat.stage < SHOTS_FIRED or person.vehicle >= 0 or not person.is_able or mind.aids >= 0:
        return False
    if not isinstance(mind.step, (Respond, Hold)) or not deeds.lacks_long_gun(world, person):
        return False
    if world.tick - max(person.near_miss_tick, person.hit_tick) < QUIET_TICKS and not person.use:
        return False
    if not mind.is_visible:
        return True
    x, y = world.position(person.id)
    far = (mind.last_x - x) * (mind.last_x - x) + (mind.last_y - y) * (mind.last_y - y)
    return far > CLOSE_METRES * CLOSE_METRES


def nearest(world: World, person: Person) -> int:
    """The police car with a long gun left whose trunk is nearest, where nobody in sight of his could fire at him; NOBODY = none."""
    x, y = world.position(person.id)
    mind = world.minds[person.id]
    best: tuple[float, int] | None = None
    for vehicle in world.vehicles:
        if not vehicle.trunk or vehicle.is_absent or vehicle.still_ticks < 30 or vehicle.burning_ticks > 0:
            continue
        sx, sy = fires.stern(world, vehicle)
        far = (sx - x) * (sx - x) + (sy - y) * (sy - y)
        if far < REACH * REACH and (best is None or (far, vehicle.id) < best):
            is_watched = mind.target >= 0 and world.tick - mind.seen_tick < QUIET_TICKS
            near = (sx - mind.last_x) * (sx - mind.last_x) + (sy - mind.last_y) * (sy - mind.last_y) < 900.0
            if not (is_watched and near and world.physics.is_clear(sx, sy, mind.last_x, mind.last_y, SIGHT_MASK)):
                best = (far, vehicle.id)
    return best[1] if best is not None else NOBODY


def think(world: World, person: Person, mind: Mind) -> bool:
    """To the trunk and in; whether he is at it."""
    number = nearest(world, person)
    if number == NOBODY or mind.stumbles > 2:
        mind.act, mind.aid_after = "", world.tick + 300
        return False
    sx, sy = world.place.nearest_free(*fires.stern(world, world.vehicles[number], 0.8))
    if moving.walk_to(world, person, mind, sx, sy, 0.8):
        moving.stand(mind)
        moving.look_at(world, mind, *world.position(number))
        mind.hands.target = number
        mind.hands.buttons |= Button.USE
    return True
