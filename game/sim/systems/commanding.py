"""The player's word: his frame moves his body, a switch gives him another body, an order tells the crew.

`take` is the one door from a frame to a body, for the player and for every mind: behind it nobody can tell who is played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim import events
from game.sim.ai import steps
from game.sim.angles import COS, SIN, direction, turn
from game.sim.entities import Person, Stance
from game.sim.input_frame import AIM_DISTANCE_STEP, Button, InputFrame, Order
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.ai.mind import Hands
    from game.sim.world import World

LEAVE_TICKS = TICKS_PER_SECOND
ASSIST_TURN = 1500
"""Half-width of the aim assist's cone: 8 degrees near, half of it far."""
JOB_REACH = 14.0
CALL_REACH = 30.0
"""Metres within which officers who are none of his own people hear a policeman's order."""


def advance(world: World) -> None:
    """Bodies take this tick's frames: the player's from outside, everybody else's from his mind."""
    frame = world.frame
    if frame.switch:
        _switch(world, frame.switch)
    for who in world.pressed:
        world.person(who).pressed = 0
    world.pressed.clear()
    body = world.person(world.player)
    if body.is_present:
        take(world, body, frame)
    if frame.buttons & Button.PAD and body.guns:
        _assist(world, body)
    if frame.order:
        _give_order(world, body, frame)
    _walk_out(world, body)


def take(world: World, person: Person, frame: InputFrame | Hands) -> None:
    """A body takes a frame: the player's each tick, everybody else's when his mind moves its hands."""
    if person.move_x != frame.move_x or person.move_y != frame.move_y:
        person.move_x, person.move_y = frame.move_x, frame.move_y
        person.want_buttons = -1
    person.aim, person.aim_distance = frame.aim, frame.aim_distance * AIM_DISTANCE_STEP
    buttons = frame.buttons
    person.pressed = buttons & ~person.held_before
    if person.pressed:
        world.pressed.append(person.id)
    person.buttons = person.held_before = buttons
    if buttons != person.want_buttons:
        world.stirred.append(person.id)
    person.target = frame.target


def _switch(world: World, number: int) -> None:
    """The player takes over another member; the one left goes on with his own plan."""
    if not 1 <= number <= len(world.team_ids):
        return
    other = world.person(world.team_ids[number - 1])
    if other.id != world.player and other.is_present and other.stance != Stance.DOWN and not other.is_arrested:
        world.player = other.id
        world.emit(events.BodySwitched(other.id))


def _assist(world: World, person: Person) -> None:
    """Stick aim is drawn a little towards the enemy nearest to it: in the sim, so that a replay holds the raw stick."""
    strength = world.difficulty.aim_assist
    if strength <= 0.0 or "no_aim_assist" in world.setup.assists:
        return
    x, y = world.position(person.id)
    best_turn, best = ASSIST_TURN, 0
    for side in ("police", "guard") if person.side == "crew" else ("crew",):
        for other in world.sides[side]:
            enemy = world.person(other)
            if not enemy.is_able or enemy.gun < 0:
                continue
            dx, dy = world.physics.x[other] - x, world.physics.y[other] - y
            far = dx * dx + dy * dy
            off = turn(person.aim, direction(dx, dy))
            limit = ASSIST_TURN if far < 225.0 else ASSIST_TURN // 2
            if (
                far < 3600.0
                and abs(off) < min(limit, abs(best_turn))
                and world.physics.is_clear(x, y, x + dx, y + dy, SIGHT_MASK)
            ):
                best_turn, best = off, other
    if best:
        person.aim = (person.aim + int(best_turn * strength)) & 65535


def _give_order(world: World, body: Person, frame: InputFrame) -> None:
    """One word to the member it is meant for, else to all of the crew near enough to hear it or with a radio: all."""
    if body.pressed == 0 and world.minds[body.id].last_order == frame.order:
        return  # the key is still held down
    listeners = _listeners(world, body, frame.target)
    word = _by_context(world, body, listeners) if frame.order == Order.CONTEXT else frame.order
    x, y = world.position(body.id)
    aim_x = x + COS[frame.aim] * body.aim_distance
    aim_y = y + SIN[frame.aim] * body.aim_distance
    for number, who in enumerate(listeners):
        member = world.person(who)
        if member.is_able and who != body.id:
            member.order = word
            world.minds[who].order_tick = world.tick
            step_for = _police_step_for if member.side == "police" else _step_for
            world.minds[who].obey(step_for(world, word, body, member, aim_x, aim_y, number))
            world.emit(events.OrderGiven(body.id, who, word))


def _by_context(world: World, body: Person, listeners: list[int]) -> int:
    """What the short word means now: cover me, since I go; to those who cover me already: come up, I am set. It is called out."""
    covering = any(world.person(who).order == Order.COVER_ME and world.person(who).is_able for who in listeners)
    speech.bark(world, body.id, "bark.set" if covering else "bark.moving")
    return Order.FOLLOW if covering else Order.COVER_ME


def _listeners(world: World, body: Person, target: int) -> list[int]:
    """Whom an order is for: the one it is meant for; else all of his own people and, for a policeman, officers within call."""
    is_police = body.side == "police"
    if target in world.team_ids or (is_police and target in world.sides["police"]):
        return [target]
    listeners = [who for who in world.team_ids if who != body.id]
    if is_police:
        x, y = world.position(body.id)
        for who in world.sides["police"]:
            ox, oy = world.position(who)
            near = (ox - x) * (ox - x) + (oy - y) * (oy - y) < CALL_REACH * CALL_REACH
            if near and who not in world.team_ids and world.person(who).is_able:
                listeners.append(who)
    return listeners


def _police_step_for(
    world: World, order: int, body: Person, member: Person, aim_x: float, aim_y: float, number: int
) -> steps.Step | None:
    """The same words among policemen: "pick him up" is an arrest, "do that" is to go round the side of whom he aims at."""
    if order == Order.PICK_UP:
        return steps.Arrest()
    if order == Order.JOB:
        return steps.Flank(aim_x, aim_y)
    return _step_for(world, order, body, member, aim_x, aim_y, number)


def _step_for(
    world: World, order: int, body: Person, member: Person, aim_x: float, aim_y: float, number: int
) -> steps.Step | None:
    """The step an order stands for; None = back to the plan."""
    mx, my = world.position(member.id)
    if order == Order.HOLD:
        return steps.GoTo(mx, my)
    if order == Order.COVER_ME:
        return steps.Cover(body.name)
    if order == Order.MOVE_UP:
        return steps.GoTo(aim_x + 1.2 * (number % 3 - 1), aim_y + 1.2 * (number // 3))
    if order == Order.FOLLOW:
        return steps.Follow(body.name)
    if order == Order.PICK_UP:
        return steps.PickUp(body.name)
    if order == Order.FALL_BACK:
        x, y = world.position(body.id)
        return steps.GoTo(x + 1.5, y + 1.5 * number)
    if order == Order.GET_CAR:
        vehicle = _nearest_vehicle(world, aim_x, aim_y)
        return steps.Board(vehicle) if vehicle else None
    if order == Order.JOB:
        return job_near(world, aim_x, aim_y)
    return None


def _nearest_vehicle(world: World, x: float, y: float) -> str:
    best = min(
        ((v.id, v.name) for v in world.vehicles if not v.is_absent and not v.is_on_side and v.has_engine),
        key=lambda pair: (
            (world.physics.x[pair[0]] - x) * (world.physics.x[pair[0]] - x)
            + (world.physics.y[pair[0]] - y) * (world.physics.y[pair[0]] - y),
            pair[0],
        ),
        default=(0, ""),
    )
    return best[1]


def job_near(world: World, x: float, y: float) -> steps.Step | None:
    """The job of the plans in force that lies nearest to a spot: the strip, the search, the guards, the street."""
    best: tuple[float, str, steps.Step] | None = None
    for who in world.crew_ids:
        for step in world.minds[who].plan_steps_in_force(world):
            spot = _job_spot(world, step)
            if spot is None:
                continue
            far = (spot[0] - x) * (spot[0] - x) + (spot[1] - y) * (spot[1] - y)
            key = (far, repr(step), step)
            if far < JOB_REACH * JOB_REACH * 4 and (best is None or key[:2] < best[:2]):
                best = key
    return best[2] if best is not None else None


def _job_spot(world: World, step: steps.Step) -> tuple[float, float] | None:
    match step:
        case steps.Hold():
            return world.spot(step.at or step.zone)[:2]
        case steps.Lay():
            return world.spot(step.zone)[:2]
        case steps.Search() | steps.Charge():
            return world.position(world.vehicle_named[step.vehicle].id)
        case steps.Watch():
            if step.people:
                return world.position(world.person_named[step.people[0]].id)
            return world.spot(step.at)[:2] if step.at else None
        case steps.Board():
            return world.position(world.vehicle_named[step.vehicle].id)
    return None


def _walk_out(world: World, body: Person) -> None:
    """Holding LEAVE for a second walks out: always a valid end where the level allows it, never a victory."""
    world.minds[body.id].last_order = world.frame.order
    if body.buttons & Button.LEAVE and world.mission.can_leave and body.is_able:
        body.leave_ticks += 1
        if body.leave_ticks >= LEAVE_TICKS:
            window = world.mission.window_until >= world.tick
            world.finish("walked", "thirty_seconds" if window else "walked")
    else:
        body.leave_ticks = 0
