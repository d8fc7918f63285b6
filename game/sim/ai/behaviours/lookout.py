"""Rounds, LookOut: police who look out for one man, light him, call in by radio where he is, and leave the hunt to others.

Their eyes are everybody's (`perception`, `notice`): who is in the light is made out soon, who lies in the dark hardly ever. They get out
for nobody and fire at nobody, unless they are fired at. Used in screenplays as rounds, look_out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim.ai import moving, notice, steering
from game.sim.ai.behaviours import drive
from game.sim.ai.mind import Mind
from game.sim.ai.steps import LookOut, Respond, Rounds
from game.sim.angles import COS, SIN, direction
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import wanted

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

STAYS_TICKS = 300
"""For so long after he has lost sight of him he stays, the lamps on where he was."""
CALLS_AGAIN, RADIO_AGAIN = 420, 600
"""Ticks in which he calls on him once, and in which it is said once over the radio."""
SHOT_AT_TICKS = 180
AT_A_STOP, LEAVES_A_STOP = 3.5, 25.0
"""Metres from a stop within which he brakes for it, and beyond which he would stop there again."""
GLANCES, GLANCE_TICKS = (0, 9000, 0, 0 - 9000), 70
"""How far to either side of what he watches he looks, in 65,536ths of a turn, and for how long each time."""


def rounds(world: World, person: Person, mind: Mind, step: Rounds) -> None:
    """Along the route and round again; at each stop the lamps rest on what lies before it, and on whom he looks for until he is gone."""
    _holds(world, mind, step.who)
    if _is_shot_at(world, person):
        mind.give(Respond(""))
        return
    if person.vehicle < 0 or person.seat != 0:
        moving.stand(mind)
        return
    if _has_him(world, mind, step.who) or notice.is_suspicious(world, mind):
        _tells(world, person, mind, step.who)
        steering.halt(world, mind)
        return
    if _rests(world, person, mind, step):
        steering.halt(world, mind)
        return
    route = world.place.routes[step.route]
    if steering.follow(world, mind, drive.on_route(world, mind, step.route), step.speed or route.speed, stops=False):
        mind.route_index = 0


def look_out(world: World, person: Person, mind: Mind, step: LookOut) -> None:
    """Where he is, his eyes on a place and to either side of it; on whom he looks for, once he has made him out."""
    _holds(world, mind, step.who)
    if _is_shot_at(world, person):
        mind.give(Respond(""))
        return
    if person.vehicle >= 0:
        if person.seat == 0:
            steering.halt(world, mind)
        return
    moving.stand(mind)
    if _has_him(world, mind, step.who):
        moving.look_at(world, mind, mind.last_x, mind.last_y)
        mind.hands.buttons |= Button.AIM
        _tells(world, person, mind, step.who)
    elif notice.is_suspicious(world, mind):
        moving.look_at(world, mind, mind.glimpse_x, mind.glimpse_y)
    else:
        x, y = world.position(person.id)
        tx, ty, _ = world.spot(step.towards)
        beat = (world.tick + person.id * 31) // GLANCE_TICKS % len(GLANCES)
        way = (direction(tx - x, ty - y) + GLANCES[beat]) & 65535
        moving.look_at(world, mind, x + COS[way] * 20.0, y + SIN[way] * 20.0)


def has_before_him(world: World, mind: Mind, who: int) -> bool:
    """Whether one of those who look out for somebody sees him now."""
    is_sent = isinstance(mind.step, Rounds | LookOut) and world.person_named[mind.step.who].id == who
    return is_sent and mind.target == who and world.tick - mind.seen_tick < wanted.LOOKED_AT_TICKS


def _holds(world: World, mind: Mind, name: str) -> None:
    """Since when he has had him before his eyes on end: whoever gets out of the light in between has to be made out anew."""
    if not has_before_him(world, mind, world.person_named[name].id):
        mind.held_tick = -1
    elif mind.held_tick < 0:
        mind.held_tick = world.tick


def _has_him(world: World, mind: Mind, name: str) -> bool:
    is_his = mind.target == world.person_named[name].id
    return is_his and world.tick - mind.seen_tick < STAYS_TICKS and world.person_named[name].is_able


def _tells(world: World, person: Person, mind: Mind, name: str) -> None:
    """Calls on him, and says it into the radio for everybody to hear; where he is, is told by `wanted`."""
    who = world.person_named[name]
    if not has_before_him(world, mind, who.id):
        return
    called = world.mission.called
    if world.tick - called.get("radio.lookout", 0 - RADIO_AGAIN) >= RADIO_AGAIN:
        called["radio.lookout"] = world.tick
        speech.radio(world, "radio.lookout", way=wanted.way_of(wanted.heading_of(world, who.id)))
    speech.call(world, person.id, "bark.hands", CALLS_AGAIN)


def _rests(world: World, person: Person, mind: Mind, step: Rounds) -> bool:
    """Whether he stands at one of his stops; `mind.count` is the last one he stood at, from 1 on."""
    if world.tick < mind.until:
        return True
    x, y = world.position(person.vehicle)
    for number, name in enumerate(step.stops, 1):
        sx, sy, _ = world.spot(name)
        far = (sx - x) * (sx - x) + (sy - y) * (sy - y)
        if number == mind.count:
            mind.count = 0 if far > LEAVES_A_STOP * LEAVES_A_STOP else number
        elif far < AT_A_STOP * AT_A_STOP:
            mind.count, mind.until = number, world.tick + int(step.seconds * TICKS_PER_SECOND)
            return True
    return False


def _is_shot_at(world: World, person: Person) -> bool:
    return world.tick - max(person.near_miss_tick, person.hit_tick) < SHOT_AT_TICKS
