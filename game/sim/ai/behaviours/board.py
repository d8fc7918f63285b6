"""Board: get into a vehicle, to the seat that is one's own, bringing along what one carries and who lies wounded on the way.

Used in screenplays as board.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai import moving, odds, steering
from game.sim.ai.behaviours import job, post, rescue
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Board, PickUp
from game.sim.entities import NOBODY, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import boarding, hands

if TYPE_CHECKING:
    from game.sim.entities import Person, Vehicle
    from game.sim.world import World

FLAT = 0.4
"""Air pressure under which a tyre no longer carries."""
STILL_COMES, WAY_METRES, BESIDE_IT = 5.0, 130.0, 5.0
"""Metres from the vehicle between which whoever carries a man is covered by those who are there already, and how near to it they stay."""
UNDER_FIRE_METRES, UNDER_FIRE_TICKS = 8.0, 300
"""How near a friend must lie for somebody to get out again for him while the vehicle is under fire, and since when that counts."""


def think(world: World, person: Person, mind: Mind, step: Board) -> None:
    """To the door and in; once seated at the wheel, waits."""
    get_in(world, person, mind, world.vehicle_named[step.vehicle], step.seat)


def get_in(world: World, person: Person, mind: Mind, vehicle: Vehicle, seat: str) -> None:
    """One moment of getting into a vehicle, to the named seat or one that nobody is on his way to; out of it when it goes nowhere."""
    if is_done_for(vehicle):
        if not post.get_out(world, person, mind):
            moving.stand(mind)
        return
    if person.vehicle == vehicle.id:
        if person.seat == 0:
            steering.halt(world, mind)
        else:
            mind.hands.move_x = mind.hands.move_y = 0
            if _goes_back(world, person, vehicle) or keeps_the_way(world, person, vehicle):
                moving.press(person, mind, Button.ENTER)
        return
    if person.vehicle >= 0:
        moving.press(person, mind, Button.ENTER)
        steering.halt(world, mind)
        return
    if person.lifting >= 0 and world.person(person.lifting).side != person.side:
        moving.press(person, mind, Button.DROP)
        return
    if rescue.fetch(world, person, mind, rescue.reach(world, person, mind, covered_by=0), into=vehicle.id):
        return
    if seat != "driver" and keeps_the_way(world, person, vehicle):
        if boarding.gap(world, vehicle, *world.position(person.id)) < BESIDE_IT:
            moving.stand(mind)
        else:
            job.walk_beside(world, person, mind, vehicle)
        return
    number = _seat_number(world, vehicle.id, seat)
    if job.walk_beside(world, person, mind, vehicle, number):
        mind.hands.target = vehicle.id
        if seat != "driver":
            mind.hands.buttons |= Button.AIM
        moving.press(person, mind, Button.ENTER)


def keeps_the_way(world: World, person: Person, vehicle: Vehicle) -> bool:
    """Whether he stays outside, gun in hand, because a friend comes with a man on his back and is menaced: nobody sits down meanwhile who
    could keep heads down for him."""
    if person.lifting >= 0 or person.gun < 0 or world.speed(vehicle.id) > 0.5 or not odds.has_rounds(person):
        return False
    for who in world.crew_ids:
        friend = world.person(who)
        if who != person.id and friend.lifting >= 0 and friend.vehicle < 0 and world.minds[who].menaced_by:
            if STILL_COMES < boarding.gap(world, vehicle, *world.position(who)) < WAY_METRES:
                return True
    return False


def is_done_for(vehicle: Vehicle) -> bool:
    """Whether it stands for good: no engine, on its side, on fire, or on its rims. Whoever sits in it sits in a trap."""
    if not vehicle.has_engine or vehicle.is_on_side or vehicle.burning_ticks > 0:
        return vehicle.still_ticks > 30
    return vehicle.still_ticks > 30 and sum(1 for pressure in vehicle.tyres if pressure < FLAT) > 3


def pick_up(world: World, person: Person, mind: Mind, step: PickUp) -> None:
    """To whoever lies nearest, up with him, and after the one who gave the word."""
    if post.get_out(world, person, mind):
        return
    if person.lifting < 0:
        if rescue.fetch(world, person, mind, far=rescue.ORDERED):
            return
        if mind.phase == 0:
            speech.bark(world, person.id, "bark.nobody_down")
        person.order = 0
        mind.obey(None)  # there is nobody to fetch, or he has been fetched: back to his own plan
        return
    mind.phase = 1
    moving.walk_to(world, person, mind, *world.position(world.person_named[step.behind].id), 2.5)


def _seat_number(world: World, vehicle: int, name: str) -> int:
    for number, seat in enumerate(world.vehicle_specs[vehicle].seats):
        if seat.name == name:
            return number
    return 1 if len(world.vehicle_specs[vehicle].seats) > 1 else 0


def _is_under_fire(world: World, vehicle: Vehicle) -> bool:
    """Whether rounds have lately come close to those who sit in it."""
    people = [world.person(who) for who in vehicle.seats if who >= 0]
    return any(world.tick - max(one.near_miss_tick, one.hit_tick) < UNDER_FIRE_TICKS for one in people)


def _goes_back(world: World, person: Person, vehicle: Vehicle) -> bool:
    """Whether a friend lies near the standing vehicle and nobody else can fetch him: then one who has sat down gets out again."""
    if world.speed(vehicle.id) > 0.5 or hands.are_full(world, person) or person.id == world.player:
        return False
    for seat in vehicle.seats[1:]:
        if seat == person.id:
            break
        if seat >= 0 and seat != world.player and rescue.has_free_hands(world, world.person(seat)):
            return False  # he sits nearer to the door
    reach = UNDER_FIRE_METRES if _is_under_fire(world, vehicle) else rescue.RADIUS
    for who in world.crew_ids:
        friend = world.person(who)
        if friend.stance == Stance.DOWN and friend.lifted_by == NOBODY and friend.vehicle == NOBODY:
            x, y = world.position(who)
            near = boarding.gap(world, vehicle, x, y) < reach
            if near and rescue.is_nearest(world, person, x, y, rescue.RADIUS * rescue.RADIUS):
                return True
    return False
