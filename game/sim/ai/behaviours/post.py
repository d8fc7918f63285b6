"""Hold, Watch, GoTo, Follow, Cover, Cordon: being in the right place and looking the right way.

Used in screenplays as hold, watch, go_to, follow, cover, cordon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import cover, moving, steering
from game.sim.ai.behaviours import aid, rescue
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Cordon, Cover, Follow, GoTo, Hold, Watch
from game.sim.angles import COS, SIN
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import boarding, holding

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.place import Zone
    from game.sim.world import World

STAND_OFF = 3.0
HOLD_REACH, MOST_HOLD_REACH = 7.0, 12.0
FOLLOW_METRES = 3.5
SHOTS_FIRED = 3
"""Stage from which a policeman who holds a place lies in wait there."""
WARN_RADIUS = 8.5
KEEPS_BACK, SPEAKS_AGAIN = 5.0, 480
"""Metres from an officer at a cordon within which passers-by are spoken to, and ticks until he does so again."""
COVERED_METRES, COVERED_TICKS, COVER_AGAIN, COVER_REACH = 18.0, 480, 120, 9.0


def hold(world: World, person: Person, mind: Mind, step: Hold) -> None:
    """To the zone (or marker), into cover against where it looks; warns off whoever comes near."""
    if get_out(world, person, mind):
        return
    if mind.phase == 0:
        x, y, _ = world.spot(step.at or step.zone)
        tx, ty, _ = world.spot(step.towards) if step.towards else (x + 10.0, y, 0)
        mind.spot_x, mind.spot_y = (x, y) if step.at else _place_in(world, person, world.zones[step.zone], x, y, tx, ty)
        mind.phase = 1
    if person.side == "crew":
        if rescue.fetch(world, person, mind, rescue.reach(world, person, mind), (mind.spot_x, mind.spot_y)):
            return  # nobody holds a place while a friend bleeds in the street
        if person.lifting < 0 and rescue.is_safe(world, person, mind) and aid.press_wounds(world, person, mind):
            return
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.7):
        if person.lifting >= 0:
            moving.press(person, mind, Button.DROP)
            return
        if step.towards:
            moving.look_at(world, mind, *world.spot(step.towards)[:2])
        if person.side == "police" and person.gun >= 0 and world.heat.stage >= SHOTS_FIRED:
            mind.ready_tick = world.tick  # he lies in wait: low, and with the gun up
            mind.hands.buttons |= Button.AIM | Button.CROUCH
        _warn_off(world, person, mind)


def cordon(world: World, person: Person, mind: Mind, step: Cordon) -> None:
    """At his end of the tape with his back to it: whoever comes up to it is spoken to."""
    if get_out(world, person, mind):
        return
    x, y, facing = world.spot(step.at)
    if not moving.walk_to(world, person, mind, x, y, 0.7, runs=False):
        return
    moving.stand(mind)
    mind.hands.aim = facing
    for who in people_near(world, x, y, KEEPS_BACK):
        other = world.person(who)
        if other.side == "civilian" and other.is_present and other.vehicle < 0 and other.stance == Stance.STAND:
            moving.look_at(world, mind, *world.position(who))
            if world.tick >= mind.until:
                mind.until = world.tick + SPEAKS_AGAIN
                speech.call(world, person.id, "bark.stand_back")
            return


def _place_in(
    world: World, person: Person, zone: Zone, x: float, y: float, tx: float, ty: float
) -> tuple[float, float]:
    """The best cover of a zone against where he looks: in a large one that may be some way from its middle."""
    half = min(zone.right - zone.left, zone.bottom - zone.top) / 2.0
    reach = min(MOST_HOLD_REACH, max(HOLD_REACH, half))
    return cover.place_near(world, person, x, y, tx, ty, reach, inside=zone if half > 2.0 else None)[:2]


def _warn_off(world: World, person: Person, mind: Mind) -> None:
    """A shout at passers-by who come too near or use a telephone."""
    if person.shout_wait > 0 or person.gun < 0:
        return
    x, y = world.position(person.id)
    for who in people_near(world, x, y, WARN_RADIUS):
        other = world.person(who)
        if (
            other.side == "civilian"
            and other.is_present
            and other.stance == Stance.STAND
            and (other.fear < 0.5 or other.use == "call")
        ):
            moving.look_at(world, mind, *world.position(who))
            mind.hands.buttons |= Button.AIM
            moving.press(person, mind, Button.SHOUT)
            return


def watch(world: World, person: Person, mind: Mind, step: Watch) -> None:
    """By the people held, gun on them; shouts when one of them grows restless, and fetches none back who are loose."""
    if get_out(world, person, mind):
        return
    held = [world.person_named[name] for name in step.people] if step.people else _held_near(world, person, step)
    there = [p for p in held if p.stance == Stance.KNEEL and p.is_present]
    if not there:
        if step.at:
            moving.walk_to(world, person, mind, *world.spot(step.at)[:2], 1.0)
        return
    cx = sum_of([world.physics.x[p.id] for p in there]) / len(there)
    cy = sum_of([world.physics.y[p.id] for p in there]) / len(there)
    x, y = world.spot(step.at)[:2] if step.at else _stand_off(world, person, cx, cy)
    if person.lifting >= 0:
        if moving.walk_to(world, person, mind, cx, cy, 2.0, runs=False):
            moving.press(person, mind, Button.DROP)
        return
    if step.people and _handles(world, person, mind, there):
        return
    if moving.walk_to(world, person, mind, x, y, 1.2):
        weakest = min(there, key=lambda p: (p.control, p.id))
        moving.look_at(world, mind, *(world.position(weakest.id) if weakest.control < 0.7 else (cx, cy)))
        mind.hands.buttons |= Button.AIM
        if weakest.control < 0.45 and person.shout_wait == 0:
            moving.press(person, mind, Button.SHOUT)


def _held_near(world: World, person: Person, step: Watch) -> list[Person]:
    """Everybody on his knees about the post (or about himself), for whoever was given no names: each gun has the arc nearest to it."""
    x, y = world.spot(step.at)[:2] if step.at else world.position(person.id)
    others = [spot for who in world.crew_ids if who != person.id and (spot := _post_of(world, who)) is not None]
    found = []
    for number in sorted(people_near(world, x, y, holding.HOLD_RADIUS)):
        other = world.person(number)
        if other.stance == Stance.KNEEL and other.is_present:
            ox, oy = world.position(number)
            far = (ox - x) * (ox - x) + (oy - y) * (oy - y)
            if not any((ox - px) * (ox - px) + (oy - py) * (oy - py) < far for px, py in others):
                found.append(other)
    return found


def _post_of(world: World, who: int) -> tuple[float, float] | None:
    """Where somebody of the crew stands over whoever is about his post; None = he is at something else."""
    step = world.minds[who].step
    if not isinstance(step, Watch) or step.people or not world.person(who).is_able:
        return None
    return world.spot(step.at)[:2] if step.at else world.position(who)


def _handles(world: World, person: Person, mind: Mind, there: list[Person]) -> bool:
    """Frisks them one by one, looks through the pockets of who may carry something, uses his zip ties: while another gun is on the rest."""
    if person.id != world.crew_ids[0] or not any(holding.watchers(world, p, person.id) for p in there):
        return False
    armed = [p for p in there if not p.is_frisked]
    carrying = [
        p
        for p in there
        if not p.is_searched and any(i.inside_person == p.id and i.state == "inside" for i in world.items)
    ]
    wanted = armed or carrying or (there if person.zip_ties else [])
    if not wanted:
        return False
    nearest = min(wanted, key=lambda p: (_square(world, person, p), p.id))
    if moving.walk_to(world, person, mind, *world.position(nearest.id), 1.2, runs=False):
        moving.look_at(world, mind, *world.position(nearest.id))
        mind.hands.target = nearest.id
        mind.hands.buttons |= Button.DISARM if armed else Button.USE
    return True


def _square(world: World, person: Person, other: Person) -> float:
    x, y = world.position(person.id)
    ox, oy = world.position(other.id)
    return (ox - x) * (ox - x) + (oy - y) * (oy - y)


def sum_of(values: list[float]) -> float:
    """A plain sum in the order given (the built-in one adds floats differently from version to version)."""
    total = 0.0
    for value in values:
        total += value
    return total


def _stand_off(world: World, person: Person, cx: float, cy: float) -> tuple[float, float]:
    px, py = world.position(person.id)
    dx, dy = px - cx, py - cy
    far = dx * dx + dy * dy
    if far < STAND_OFF * STAND_OFF * 2.25 and far > 2.0:
        return px, py
    from_x, from_y = world.place.nearest_free(
        cx + COS[(person.id * 9000) & 65535] * STAND_OFF, cy + SIN[(person.id * 9000) & 65535] * STAND_OFF
    )
    return from_x, from_y


def go_to(world: World, person: Person, mind: Mind, step: GoTo) -> None:
    """To a spot, low behind what stands there."""
    if get_out(world, person, mind):
        return
    if mind.phase == 0:
        mind.spot_x, mind.spot_y = world.place.nearest_free(step.x, step.y)
        mind.phase = 1
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.8) and world.tick - mind.heard_tick < 300:
        moving.look_at(world, mind, mind.heard_x, mind.heard_y)


def follow(world: World, person: Person, mind: Mind, step: Follow) -> None:
    """A few steps behind, into and out of his vehicle with him."""
    leader = world.person_named[step.who]
    if leader.vehicle >= 0 and person.vehicle < 0:
        x, y = world.position(leader.vehicle)
        vehicle = world.vehicles[leader.vehicle]
        mind.hands.target = vehicle.id
        if boarding.gap(world, vehicle, *world.position(person.id)) < 1.2:
            mind.hands.buttons |= Button.AIM
            moving.press(person, mind, Button.ENTER)
        moving.walk_to(world, person, mind, x, y, 1.0)
        return
    if leader.vehicle < 0 and get_out(world, person, mind):
        return
    moving.walk_to(world, person, mind, *world.position(leader.id), FOLLOW_METRES)


def cover_for(world: World, person: Person, mind: Mind, step: Cover) -> None:
    """To a place by the one he covers, behind something, gun on where the danger is: his own, or what the other aims at."""
    if get_out(world, person, mind):
        return
    other = world.person_named[step.who]
    ox, oy = world.position(other.id)
    tx, ty = ox + COS[other.aim] * COVERED_METRES, oy + SIN[other.aim] * COVERED_METRES
    if mind.target >= 0 and world.tick - mind.seen_tick < COVERED_TICKS:
        tx, ty = mind.last_x, mind.last_y
    if mind.phase == 0 or world.tick > mind.until:
        mind.phase, mind.until = 1, world.tick + COVER_AGAIN
        mind.spot_x, mind.spot_y = cover.spot_near(world, person, ox, oy, tx, ty, COVER_REACH)
    if moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.8):
        moving.look_at(world, mind, tx, ty)
        mind.hands.buttons |= Button.AIM


def get_out(world: World, person: Person, mind: Mind) -> bool:
    """Gets out of the vehicle he sits in; whether he still had to."""
    if person.vehicle < 0:
        return False
    steering.halt(world, mind)
    if world.speed(person.vehicle) < 1.0:
        moving.press(person, mind, Button.ENTER)
    return True
