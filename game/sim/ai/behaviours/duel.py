"""Hunt and Evade: two men in the dark, each with an idea of where the other is and one way to be sure.

A rhythm of short moves from cover to cover and stops to listen; run under the noise of a jet, be still and dark while the lamps burn,
look for the other's shadow in their light. The hunter runs after whom he sees, listens when he has lost him, and lies in wait before a
way out when nothing tells him where to look. Reads the man's own `Belief`, the map and the light, never where the other is. Writes
hands; what the mind is about stands in `Belief.mode`, with what it learned last, so that every shot has its reason in the log.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights
from game.sim.ai import duel_senses, moving
from game.sim.ai.behaviours import climb, cut, duel_beams, duel_gun, duel_tricks
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours import duel_wire as wire
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.behaviours.duel_wire import (
    AMBUSH,
    AMBUSH_DARK,
    AMBUSH_SURE,
    AMBUSH_TICKS,
    AT_A_LOSS,
    AT_A_LOSS_TICKS,
    AWAY,
    NOTICED,
    SCOUTS,
)
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb, Cut, Evade, Hunt
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Person
from game.sim.illumination import DIM
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

CHASE_TICKS, CHASE_AHEAD = 150, 3.0
"""For so long after he saw him the hunter runs after him, and so many seconds on from where he saw him go, at most."""
LAST_TICKS = 305 * 60
"""After so long a hunt the field is about to be closed: at the wire he waits for nothing any more."""
INTO_THE_DARK = 11.0
"""Metres short of where he went into the dark at which she stops: whoever runs in after him is let come and shot."""
CLOSE_BY = 26.0
CREEPS = 16.0
"""Metres from where the other likely is within which one goes on bent knees: unheard, and seen from less far; he may lie in wait."""
OUT_OF_REACH = 30.0
"""Metres that a hunter without a shell left keeps off: beyond those at which the hunted fires, from wherever he is."""
LOOKS_BACK = 75
"""Ticks in which whoever runs from the other looks over his shoulder once."""
FIRST_LOOK = 120
"""Ticks for which the hunter looks about and listens before he goes anywhere."""
MOVE_TICKS, LISTEN_TICKS = (210, 420), (70, 150)
KNOWN, KNOWN_TICKS = 60, 150
"""Of 100: so sure of his place, and so lately (ticks), the hunter does not stand and look but goes there."""
MASKED = 55
"""Of 100: from so much noise of a jet on nobody hears steps."""
FAR_OFF = 75.0
"""Metres from the likeliest place beyond which nobody goes on tiptoe."""
CHASE = 34.0
"""Metres beyond which the hunter runs, heard or not: he has one life, but the time is on his side only while he is near."""
LIES_IN_WAIT = (900, 1800)
ANSWER_TICKS, ANSWER_SHORT = 900, 6.0
"""For so long the hunter runs where the radio said, and so many metres before it he is careful again."""
LISTENS_EACH = 600
"""Ticks of running to a way out between two stops to listen: who stops at every corner comes too late."""
QUIETLY = 32.0
"""Metres from the place where he means to lie in wait from which on the hunter goes softly."""
HOPS = 30.0
"""Metres from the place where he means to lie in wait from which on the hunter goes straight to it."""
BEFORE_LIGHT, BEFORE_LIGHT_TICKS, SHADE_NEAR = (8.0, 34.0), 720, 9.0
"""Metres from where he likely is at which the hunter lets a landing light him, ticks since anything was learned of him, and metres to a
shadow to wait for it in."""
BLINKS = 9000
"""How far whoever is blinded turns his eyes aside, in 65,536ths of a turn."""


def hunt(world: World, person: Person, mind: Mind, step: Hunt) -> None:
    """Look for him, with time on one's side."""
    belief = duel_senses.begin(world, person, step)
    if duel_gun.fires(world, person, mind, belief):
        return
    if _keeps_off(world, person, mind, belief):
        return
    if _lets_it_grow_light(world, person, belief):
        _go_on(world, person, mind, belief)
        return
    if _chases(world, person, mind, belief) or _answers(world, person, mind, belief):
        return
    if _looks_by_light(world, person, belief):
        _go_on(world, person, mind, belief)
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if not belief.mode:
        belief.stop(world.tick, "listen", FIRST_LOOK)
    if world.tick >= belief.until:
        if not _lies_in_wait(world, person, belief, step):
            _decide(world, person, belief, ground.hunting)
    _go_on(world, person, mind, belief)


def evade(world: World, person: Person, mind: Mind, step: Evade) -> None:
    """Get to one of several ways out unseen; he who bars it is shot at when there is no other way."""
    belief = duel_senses.begin(world, person, step)
    x, y = world.position(person.id)
    is_out = ground.is_beyond(world, belief.exit, x, y)
    if not is_out:
        ground.mind_the_exits(world, person, belief, step)
    if duel_gun.fires(world, person, mind, belief) or duel_gun.turns(world, person, mind, belief):
        return
    if is_out:
        wire.lies_low(world, person, mind, belief)
        return
    if duel_beams.keeps_out(world, person, mind, belief):
        return
    if belief.has_fallen:
        belief.mode = "away"  # nobody is after him on foot now: straight home, heard or not
        climb.think(world, person, mind, Climb(belief.exit))
        return
    is_last = world.tick - belief.begun_tick > LAST_TICKS and not belief.is_seen
    if not is_last and wire.still_lurks(world, person, belief):
        _go_on(world, person, mind, belief)
        return
    ex, ey, _ = world.spot(belief.exit)
    left = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    if left < AWAY and (is_last or not wire.is_driven_off(world, person, belief)):
        if not is_last and (
            wire.waits_for_dark(world, person, belief)
            or wire.lies_in_ambush(world, person, mind, belief)
            or wire.slips_aside(world, person, belief)
        ):
            _go_on(world, person, mind, belief)
            return
        belief.mode = "away"
        if wire.has_time(world, person, belief):
            cut.think(world, person, mind, Cut(belief.exit))
        else:
            climb.think(world, person, mind, Climb(belief.exit))
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if world.tick >= belief.until:
        stops = False
        if SCOUTS[0] < left < SCOUTS[1] and not wire.is_chased(world, person, belief):
            stops = wire.scouts(world, belief, x, y, ground.is_pressed(world, person, belief))
        if not stops:
            _decide(world, person, belief, ground.evading)
    _go_on(world, person, mind, belief)


# ---------------------------------------------------------------- what next


def _chases(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
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


def _keeps_off(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
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


def _answers(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
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


def _lies_in_wait(world: World, person: Person, belief: Belief, step: Hunt) -> bool:
    """Nothing tells where he is: before the way out he likeliest makes for, in the dark, until something does."""
    if belief.mode == "wait" or not step.exits:
        belief.scouted = belief.exit
        return False  # long enough here: a look round before he waits again, and elsewhere
    if world.tick - belief.cue_tick < AT_A_LOSS_TICKS or belief.peak()[2] >= AT_A_LOSS:
        belief.scouted = ""
        return False
    name = ground.to_bar(world, person, belief, step)
    place = ground.post(world, person, belief, name) if name else None
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


def _lets_it_grow_light(world: World, person: Person, belief: Belief) -> bool:
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


def _looks_by_light(world: World, person: Person, belief: Belief) -> bool:
    """The lamps burn for a landing: nobody moves on that field without being seen by whoever stands still in the dark and looks."""
    if belief.ignores_light or belief.mode == "wait" or flights.lit_for(world) != 0:
        return False
    if _knows_the_place(world, belief):
        return False  # there he is: at him, before it is dark again
    x, y = world.position(person.id)
    if world.light.standing(x, y) > DIM:
        return False
    if belief.mode != "look":
        belief.stop(world.tick, "look", 0)
    return True


def _knows_the_place(world: World, belief: Belief) -> bool:
    return world.tick - belief.cue_tick < KNOWN_TICKS and belief.peak()[2] >= KNOWN


def _decide(world: World, person: Person, belief: Belief, worth: ground.Worth) -> None:
    """Move or listen; the one after the other, but under a jet's noise one moves on, and in the light one does not."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    masked = flights.masking(world, x, y) >= MASKED
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick)
    is_lit = not belief.ignores_light and ground.coming_light(world, belief, x, y) > DIM
    lamps = any(world.light.is_lit(flight.group) for flight in world.level.flights)
    is_chased = wire.is_chased(world, person, belief)
    is_pressed = ground.is_pressed(world, person, belief)
    may_stop = belief.mode not in ("listen", "wait") and not masked and not is_chased and not is_pressed
    knows = person.side == "police" and _knows_the_place(world, belief)
    if (
        lamps
        and not is_chased
        and not is_lit
        and not belief.ignores_light
        and near < 90.0
        and not (knows or is_pressed)
    ):
        belief.stop(world.tick, "hide", 40)  # dark, while he might stand in the light: look
        return
    within = FAR_OFF if person.side == "crew" else CHASE + 12.0
    if may_stop and not is_lit and near < within and belief.mode in ("move", "close", "chase"):
        belief.stop(world.tick, "listen", LISTEN_TICKS[0] + bits % (LISTEN_TICKS[1] - LISTEN_TICKS[0]))
        return
    best = ground.best_spot(world, person, belief, worth, x, y)
    if best is None:
        belief.stop(world.tick, "listen", 50)
        return
    belief.mode = "hide" if is_lit else "close" if share >= LIKELY and near < CLOSE_BY else "move"
    belief.goal_x, belief.goal_y = best
    belief.until = world.tick + MOVE_TICKS[0] + bits % (MOVE_TICKS[1] - MOVE_TICKS[0])


# ---------------------------------------------------------------- feet and eyes


def _go_on(world: World, person: Person, mind: Mind, belief: Belief) -> None:
    """What was decided, for this moment."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    is_chased = wire.is_chased(world, person, belief)
    is_warned = world.tick - belief.cue_tick < NOTICED and near < CLOSE_BY and not is_chased
    if is_warned and person.side == "crew" and _lets_him_come(world, belief, x, y, near, share):
        belief.stop(world.tick, "ambush", AMBUSH_TICKS)
        mind.ready_tick = world.tick
    if belief.goal_x >= 0.0:
        knows = person.side == "police" and _knows_the_place(world, belief)  # then she goes on, and softly
        if _warned_anew(world, belief) and belief.mode in ("move", "bar") and not is_chased and not knows:
            belief.stop(world.tick, "listen", 60)
        else:
            _walk(world, person, mind, belief, near, is_chased, is_warned)
        return
    if belief.mode == "wait" and world.tick - belief.cue_tick < 4:
        belief.until = world.tick  # something stirs
    if belief.mode == "ambush":
        mind.ready_tick = world.tick
        if not belief.ignores_light and world.light.standing(x, y) > DIM:
            belief.until = world.tick  # light falls on him who lurks
    if belief.mode == "scout" and (belief.is_seen or is_warned or is_chased or wire.has_looked(world, belief)):
        belief.until, belief.scouted = world.tick, belief.exit
    moving.stand(mind)
    if person.side == "crew" or is_warned or belief.mode == "wait":
        mind.hands.buttons |= Button.CROUCH
    if is_warned or belief.mode in ("wait", "ambush"):
        mind.hands.buttons |= Button.AIM
    _look_about(world, mind, belief, x, y, px, py, share)


def _lets_him_come(world: World, belief: Belief, x: float, y: float, near: float, share: int) -> bool:
    """Warned, near, in the dark: whoever keeps still is the one who sees first."""
    if belief.mode in ("ambush", "fire") or share < AMBUSH_SURE or near > AMBUSH or not _warned_anew(world, belief):
        return False
    return belief.ignores_light or ground.coming_light(world, belief, x, y) <= AMBUSH_DARK


def _walk(
    world: World, person: Person, mind: Mind, belief: Belief, near: float, is_chased: bool, is_warned: bool
) -> None:
    """To the place he means to go to: at a run under noise, in the light or from afar, softly where the other may be near."""
    x, y = world.position(person.id)
    masked = flights.masking(world, x, y) >= MASKED
    hurries = near > (CHASE if person.side == "police" else FAR_OFF)
    if belief.mode == "bar":
        ex, ey, _ = world.spot(belief.exit)
        hurries = (ex - x) * (ex - x) + (ey - y) * (ey - y) > QUIETLY * QUIETLY
    is_lit = not belief.ignores_light and world.light.standing(x, y) > DIM
    hurries = hurries or ground.is_pressed(world, person, belief)
    runs = (masked or hurries or is_chased or is_lit) and not is_warned
    creeps = is_warned or (person.side == "police" and belief.peak()[2] >= LIKELY and not runs)
    if creeps and near < CREEPS:
        mind.hands.buttons |= Button.CROUCH
    if is_warned:
        px, py, _ = belief.peak()
        moving.look_at(world, mind, px, py)
        mind.hands.buttons |= Button.AIM
    looks_back = is_chased and world.tick % LOOKS_BACK < LOOKS_BACK // 3
    if moving.walk_to(world, person, mind, belief.goal_x, belief.goal_y, 0.9, runs):
        belief.until, belief.goal_x = world.tick, -1.0
    if looks_back:
        px, py, _ = belief.peak()
        moving.look_at(world, mind, px, py)


def _warned_anew(world: World, belief: Belief) -> bool:
    return world.tick - belief.cue_tick < 4 and belief.cue in ("step", "shadow", "thud", "breath", "fence", "snip")


def _look_about(world: World, mind: Mind, belief: Belief, x: float, y: float, px: float, py: float, share: int) -> None:
    """Toward where he is thought to be, and to either side of it: the less sure, the wider."""
    wide = 2600 if share >= LIKELY else 15000
    beat = world.tick // 40 % 4
    base = direction(px - x, py - y)
    if belief.mode in ("wait", "scout"):
        ex, ey, _ = world.spot(belief.exit)
        base, wide = direction(ex - x, ey - y), 11000
        if belief.mode == "scout" and beat == 2:
            base = direction(px - x, py - y)  # and over his shoulder
    if belief.mode == "look" and share < LIKELY:
        base, wide = base + beat * 16384, 0  # all about him
    if world.tick < belief.dazzled_until and not belief.ignores_light:
        base += BLINKS  # not into the lamps
    way = (base + (0, wide, 0, 0 - wide)[beat]) & 65535
    moving.look_at(world, mind, x + COS[way] * 20.0, y + SIN[way] * 20.0)
