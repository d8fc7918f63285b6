"""Friends who lie wounded: who sees to which of them, and how he gets to him.

Used by `board` on the way to a vehicle, by `post` where a place is held, and by the order to pick him up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import cover, menace, moving
from game.sim.ai.behaviours import job
from game.sim.ai.bounding import SET
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Hold, PickUp
from game.sim.entities import NOBODY, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import deeds, hands

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

RADIUS, ORDERED = 36.0, 60.0
ARM = 1.35
"""Metres from which one takes hold of somebody who lies there: others may kneel round him."""
AT_THE_POST = 7.0
"""Metres from a post within which he lies well."""
DASH_METRES, TURN_TICKS = 30.0, 150
"""How near he must lie to be fetched while enemies look on, and how long one who fights at his post goes on with that first."""
COVERED_BY, COVER_METRES = 2, 40.0
"""Friends on their feet, so near and with both hands free, without whom nobody goes for him while enemies look on."""
CARRIED_TICKS = 32 * 60
"""Who has no longer to bleed than it takes to carry him seventy metres is not carried off before the wound is pressed, whoever fires."""


def fetch(
    world: World,
    person: Person,
    mind: Mind,
    far: float = RADIUS,
    post: tuple[float, float] | None = None,
    into: int = NOBODY,
) -> bool:
    """A friend who lies near is lifted first, once the worst bleeding is stopped if there is time; whether there is one to see to. With
    a post: one who lies away from it; with a vehicle to bring him `into`: one who does not lie in it already."""
    number = whom(world, person, far, post, into)
    if number == NOBODY:
        return False
    if _is_beside(world, person, mind, number):
        friend = world.person(number)
        treats = friend.vehicle < 0 < friend.bleed_ticks and (
            friend.bleed_ticks < CARRIED_TICKS or person.use == "treat" or is_safe(world, person, mind)
        )
        if not person.use and person.id != world.player:
            speech.call(world, person.id, "bark.treat" if treats else "bark.got_him")
        moving.stand(mind)
        mind.hands.target = number
        mind.hands.buttons |= Button.DISARM | Button.CROUCH if treats else Button.USE
    return True


def whom(world: World, person: Person, far: float, post: tuple[float, float] | None = None, into: int = NOBODY) -> int:
    """The nearest friend who lies within so many metres, whom nobody else has or is nearer to; NOBODY = none, or his hands are full."""
    if person.lifting >= 0 or hands.are_full(world, person):
        return NOBODY
    x, y = world.position(person.id)
    best: tuple[float, int] | None = None
    for who in world.crew_ids:
        if not lies(world, who) or world.person(who).vehicle == into != NOBODY:
            continue
        if post is not None and world.person(who).vehicle >= 0 and world.minds[person.id].menaced_by:
            continue  # a car is some cover, and to get him out of it takes both hands
        fx, fy = world.position(who)
        if post is not None and _square(fx - post[0], fy - post[1]) < AT_THE_POST * AT_THE_POST:
            continue
        gap = _square(fx - x, fy - y)
        if gap < far * far and is_nearest(world, person, fx, fy, gap) and (best is None or (gap, who) < best):
            best = (gap, who)
    return best[1] if best is not None else NOBODY


def reach(world: World, person: Person, mind: Mind, covered_by: int = COVERED_BY) -> float:
    """Metres within which he goes for somebody of his own accord: under the eyes of enemies not far, only one at a time, and not before
    their heads are down if he waits for so many others to see to that."""
    if not mind.menaced_by:
        return RADIUS
    x, y = world.position(person.id)
    helpers = 0
    for who in world.crew_ids:
        friend = world.person(who)
        if who == person.id or not friend.is_able or friend.vehicle >= 0:
            continue
        if friend.lifting >= 0:
            return 0.0  # he needs everybody who can fire
        fx, fy = world.position(who)
        helpers += friend.gun >= 0 and _square(fx - x, fy - y) < COVER_METRES * COVER_METRES
    is_kept_down = covered_by == 0 or (helpers >= covered_by and menace.is_covered(world, mind.menaced_by))
    return DASH_METRES if is_kept_down else 0.0


def lies(world: World, who: int) -> bool:
    """Whether somebody lies wounded and nobody has him: on the ground, or in a car that those who could have left."""
    friend = world.person(who)
    if friend.stance != Stance.DOWN or friend.lifted_by != NOBODY:
        return False
    return friend.vehicle == NOBODY or deeds.is_left_in(world, world.vehicles[friend.vehicle])


def _is_beside(world: World, person: Person, mind: Mind, number: int) -> bool:
    """Goes to him, or to the side of the car he lies in; whether he is within arm's reach."""
    friend = world.person(number)
    if friend.vehicle >= 0:
        return job.walk_beside(world, person, mind, world.vehicles[friend.vehicle], friend.seat)
    return moving.walk_to(world, person, mind, *world.position(number), ARM)


def comes_first(world: World, person: Person, mind: Mind) -> bool:
    """Whether a friend who lies there comes before the fight: at once with a hand on him, with him on one's back, or told to; else when
    one has fought for a while. The way to him is gone by turns, as any other."""
    if person.suppression >= menace.SUPPRESSED and person.lifting < 0:
        return False
    if isinstance(mind.step, PickUp):
        return True
    if not isinstance(mind.step, Hold) or mind.phase == 0:
        return False
    if person.lifting >= 0:
        return True
    number = whom(world, person, reach(world, person, mind), (mind.spot_x, mind.spot_y))
    if number == NOBODY:
        return False
    x, y = world.position(person.id)
    fx, fy = world.position(number)
    if mind.bound != SET or _square(fx - x, fy - y) < ARM * ARM:
        return True
    return world.tick - mind.fight_tick >= TURN_TICKS


def is_safe(world: World, person: Person, mind: Mind) -> bool:
    """Whether nobody menaces him, or something protects him from those who do."""
    if not mind.menaced_by:
        return True
    return cover.protects(world, *world.position(person.id), *menace.lane_at(mind))


def _square(dx: float, dy: float) -> float:
    return dx * dx + dy * dy


def has_free_hands(world: World, person: Person) -> bool:
    """Whether he can lift somebody."""
    return person.is_able and not hands.are_full(world, person)


def carries_the_dead(world: World, person: Person) -> bool:
    """Whether he whom he carries has died on the way."""
    return person.lifting >= 0 and world.person(person.lifting).stance == Stance.DEAD


def is_nearest(world: World, person: Person, fx: float, fy: float, far: float) -> bool:
    """Whether no friend with free hands is nearer (what the player means to do nobody knows: he is not counted on)."""
    for who in world.crew_ids:
        other = world.person(who)
        is_free = other.vehicle == NOBODY and other.lifting == NOBODY and has_free_hands(world, other)
        if is_free and who not in (person.id, world.player):
            x, y = world.position(who)
            if ((fx - x) * (fx - x) + (fy - y) * (fy - y), who) < (far, person.id):
                return False
    return True
