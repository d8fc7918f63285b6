"""The hunter of a duel: he runs after whom he sees, answers the radio, lies in wait before a way out, and lets a landing show him his man.

Reads the man's own `Belief`, the map and the light, never where the other is; writes hands and what he is about. Called by `duel`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights
from game.sim.ai import moving
from game.sim.ai.behaviours import duel_exits as exits
from game.sim.ai.behaviours import duel_feet as feet
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours import duel_gun
from game.sim.ai.behaviours.duel_feet import LISTEN_TICKS, MASKED, MOVE_TICKS
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.behaviours.duel_wire import AT_A_LOSS, AT_A_LOSS_TICKS
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Hunt
from game.sim.entities import Person
from game.sim.illumination import DIM

if TYPE_CHECKING:
    from game.sim.world import World

CHASE_TICKS, CHASE_AHEAD = 150, 3.0
"""For so long after he saw him the hunter runs after him, and so many seconds on from where he saw him go, at most."""
INTO_THE_DARK = 11.0
"""Metres short of where he went into the dark at which she stops: whoever runs in after him is let come and shot."""
OUT_OF_REACH = 30.0
"""Metres that a hunter without a shell left keeps off: beyond those at which the hunted fires, from wherever he is."""
LIES_IN_WAIT = (900, 1800)
ANSWER_TICKS, ANSWER_SHORT = 900, 6.0
"""For so long the hunter runs where the radio said, and so many metres before it he is careful again."""
LISTENS_EACH = 600
"""Ticks of running to a way out between two stops to listen: who stops at every corner comes too late."""
HOPS = 30.0
"""Metres from the place where he means to lie in wait from which on the hunter goes straight to it."""
BEFORE_LIGHT, BEFORE_LIGHT_TICKS, SHADE_NEAR = (8.0, 34.0), 720, 9.0
"""Metres from where he likely is at which the hunter lets a landing light him, ticks since anything was learned of him, and metres to a
shadow to wait for it in."""


def chases(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """The hunter has seen him and he is out of range: after him, to where he went, for as long as there is hope."""
    since = world.tick - belief.seen_tick
    if since > CHASE_TICKS or (belief.mode == "listen" and not belief.is_seen):
        return False
    ahead = min(CHASE_AHEAD, since / 60.0)
    gx, gy = world.place.nearest_free(mind.last_x + belief.seen_vx * ahead, mind.last_y + belief.seen_vy * ahead)
    belief.mode, belief.until = "chase", world.tick
    in_the_dark = not belief.is_seen and not belief.ignores_light and world.light.level(gx, gy) <= DIM
    if moving.walk_to(world, person, mind, gx, gy, INTO_THE_DARK if in_the_dark else 2.5, True):
        belief.stop(world.tick, "listen", LISTEN_TICKS[0])  # he is not where he went: be still, he must be near
        return False
    return True


def keeps_off(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """Her last shell is fired, and he has rounds: she bars his way and is heard, but stays out of his reach until the field is closed."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    away = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    if duel_gun.rounds_left(person) or share < LIKELY or away >= OUT_OF_REACH:
        return False
    belief.mode, belief.until, belief.goal_x = "hide", world.tick, -1.0
    further = OUT_OF_REACH / max(away, 1.0)
    gx, gy = world.place.nearest_free(px + (x - px) * further, py + (y - py) * further)
    moving.walk_to(world, person, mind, gx, gy, 2.0, True)
    return True


def answers(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """The radio has just said where he is: there, at a run, until he must be close by."""
    if belief.radio_tick <= belief.seen_tick or world.tick - belief.radio_tick > ANSWER_TICKS:
        return False
    x, y = world.position(person.id)
    gx, gy = world.heat.last_x, world.heat.last_y
    short = ANSWER_SHORT + ground.wary(world, person)
    if (gx - x) * (gx - x) + (gy - y) * (gy - y) < short * short:
        return False
    belief.mode, belief.until = "answer", world.tick
    gx, gy = world.place.nearest_free(gx, gy)
    moving.walk_to(world, person, mind, gx, gy, 2.5, True)
    return True


def lies_in_wait(world: World, person: Person, belief: Belief, step: Hunt) -> bool:
    """Nothing tells where he is: before the way out he likeliest makes for, in the dark, until something does."""
    if belief.mode == "wait" or not step.exits:
        belief.scouted = belief.exit
        return False  # long enough here: a look round before he waits again, and elsewhere
    if world.tick - belief.cue_tick < AT_A_LOSS_TICKS or belief.peak()[2] >= AT_A_LOSS:
        belief.scouted = ""
        return False
    name = exits.to_bar(world, person, belief, step)
    place = exits.post(world, person, belief, name) if name else None
    if place is None:
        return False
    x, y = world.position(person.id)
    belief.exit = name
    far = (place[0] - x) * (place[0] - x) + (place[1] - y) * (place[1] - y)
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick, 3)
    is_due = world.tick - belief.listened_tick > LISTENS_EACH
    if belief.mode == "bar" and is_due and far > HOPS * HOPS and flights.masking(world, x, y) < MASKED:
        belief.stop(
            world.tick, "listen", LISTEN_TICKS[0]
        )  # between two runs nothing of his own is louder than the other
        return True
    if far < 9.0:
        belief.stop(world.tick, "wait", LIES_IN_WAIT[0] + bits % (LIES_IN_WAIT[1] - LIES_IN_WAIT[0]))
        return True
    hop = ground.best_spot(world, person, belief, ground.barring, x, y) if far > HOPS * HOPS else None
    belief.mode, belief.until = "bar", world.tick + MOVE_TICKS[1]
    belief.goal_x, belief.goal_y = hop or place
    return True


def lets_it_grow_light(world: World, person: Person, belief: Belief) -> bool:
    """He must be about there, in the dark, and a jet is on its way in whose lamps will show him: nobody goes up to him before that."""
    if belief.ignores_light or belief.is_deaf or belief.is_seen or flights.lit_for(world) <= 0:
        return False
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    far = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    if (
        share < LIKELY
        or not BEFORE_LIGHT[0] < far < BEFORE_LIGHT[1]
        or world.tick - belief.cue_tick > BEFORE_LIGHT_TICKS
    ):
        return False
    if world.light.soon(px, py) <= DIM:
        return False
    place = ground.shade(world, belief, x, y, SHADE_NEAR)
    if place is None:
        return False
    belief.mode, belief.until = "look", world.tick
    is_there = (place[0] - x) * (place[0] - x) + (place[1] - y) * (place[1] - y) < 1.0
    belief.goal_x, belief.goal_y = (-1.0, place[1]) if is_there else place
    return True


def looks_by_light(world: World, person: Person, belief: Belief) -> bool:
    """The lamps burn for a landing: nobody moves on that field without being seen by whoever stands still in the dark and looks."""
    if belief.ignores_light or belief.mode == "wait" or flights.lit_for(world) != 0:
        return False
    if feet.knows_the_place(world, belief):
        return False  # there he is: at him, before it is dark again
    x, y = world.position(person.id)
    if world.light.standing(x, y) > DIM:
        return False
    if belief.mode != "look":
        belief.stop(world.tick, "look", 0)
    return True
