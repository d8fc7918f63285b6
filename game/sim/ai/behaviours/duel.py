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
from game.sim.ai.behaviours import climb, cut, duel_gun, duel_tricks
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb, Cut, Evade, Hunt
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Person
from game.sim.illumination import DARK, DIM
from game.sim.input_frame import Button
from game.sim.systems import cutting

if TYPE_CHECKING:
    from game.sim.world import World

CHASED_TICKS, CHASED = 240, 42.0
"""Whoever saw the hunter lately, and so near, runs and does not stop to listen."""
HEAD_START = (840, 2400)
"""For so long he runs at first who was seen to go; and so long at most until the dark has him."""
CHASE_TICKS, CHASE_AHEAD = 150, 3.0
"""For so long after he saw him the hunter runs after him, and so many seconds on from where he saw him go, at most."""
NOTICED = 240
"""Ticks for which something that was learned decides what is done."""
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
AT_A_LOSS, AT_A_LOSS_TICKS = 22, 360
"""Chances of 100 under which, and ticks since anything was learned after which, the hunter looks for him no longer but waits for him."""
LIES_IN_WAIT = (900, 1800)
ANSWER_TICKS, ANSWER_SHORT = 900, 6.0
"""For so long the hunter runs where the radio said, and so many metres before it he is careful again."""
LISTENS_EACH = 600
"""Ticks of running to a way out between two stops to listen: who stops at every corner comes too late."""
QUIETLY = 32.0
"""Metres from the place where he means to lie in wait from which on the hunter goes softly."""
SCOUTS, SCOUTS_TICKS, BY_LIGHT_TICKS = (24.0, 42.0), 200, 2100
"""Metres before a way out at which the hunted stops, for how long he looks and listens there, and for how long at most he waits for a
landing to see it by."""
ON_HIS_HEELS, ON_HIS_HEELS_TICKS = 55.0, 1500
"""Metres at which, and ticks since anything was learned in which, the hunter leaves no time to look a way out over."""
SEEN_BY_LIGHT = 150
"""Ticks of that light in which he sees whether anybody stands in it."""
HOPS = 30.0
"""Metres from the place where he means to lie in wait from which on the hunter goes straight to it."""
AWAY, OUT = 18.0, 4.5
"""Metres from a way out from which on he makes straight for it, and beyond it at which he waits to be through."""
AT_THE_WIRE = 1.2
"""Metres before a way out at which its light is looked at: in the mesh itself it is always dark."""
SHADE_TICKS, THROUGH = 210, 90
"""Before a landing's lamps by which he who is at the wire leaves it for a shadow, and ticks that the last steps through it take."""
SOONER_CUT = 720
"""Ticks of cutting left that are well below what it takes to climb and then to get through the outer wire."""
LEAD_TO_CLIMB = 60.0
"""Metres that the hunter must be behind for it to be worth the noise to climb: the outer wire takes longer than she runs so far."""
BLINKS = 9000
"""How far whoever is blinded turns his eyes aside, in 65,536ths of a turn."""
GETS_UP = 14.0
"""Metres at which he who lies in ambush no longer gets up for light that comes."""
COMES, NEARLY_THROUGH = 36.0, 180
"""Metres at which steps make him who is at the wire lie in wait for them, and ticks of cutting that are done sooner than they come."""
AMBUSH_DARK = 14
"""Light, with that of the landing that can be heard, up to which it is dark enough to be the one who sees first."""
AMBUSH, AMBUSH_SURE, AMBUSH_TICKS = 20.0, 40, 480
"""Metres at which the hunted who is warned lets the hunter come, how sure he must be of the place, and for how long at most."""


def hunt(world: World, person: Person, mind: Mind, step: Hunt) -> None:
    """Look for him, with time on one's side."""
    belief = duel_senses.begin(world, person, step)
    if duel_gun.fires(world, person, mind, belief):
        return
    if _keeps_off(world, person, mind, belief):
        return
    if _chases(world, person, mind, belief) or _answers(world, person, mind, belief):
        return
    if _looks_by_light(world, person, belief):
        _go_on(world, person, mind, belief)
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if not belief.mode:
        _stop(world, belief, "listen", FIRST_LOOK)
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
    if duel_gun.fires(world, person, mind, belief):
        return
    if is_out:
        _lies_low(world, person, mind, belief)
        return
    if belief.has_fallen:
        belief.mode = "away"  # nobody is after him now: straight home, heard or not
        climb.think(world, person, mind, Climb(belief.exit))
        return
    if _still_lurks(world, person, belief):
        _go_on(world, person, mind, belief)
        return
    ex, ey, _ = world.spot(belief.exit)
    left = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    if left < AWAY:
        if (
            _waits_for_dark(world, person, belief)
            or _lies_in_ambush(world, person, mind, belief)
            or _slips_aside(world, person, belief)
        ):
            _go_on(world, person, mind, belief)
            return
        belief.mode = "away"
        if _has_time(world, person, belief):
            cut.think(world, person, mind, Cut(belief.exit))
        else:
            climb.think(world, person, mind, Climb(belief.exit))
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if world.tick >= belief.until:
        stops = False
        if SCOUTS[0] < left < SCOUTS[1] and not _is_chased(world, person, belief):
            stops = _scouts(world, belief, x, y, ground.is_pressed(world, person, belief))
        if not stops:
            _decide(world, person, belief, ground.evading)
    _go_on(world, person, mind, belief)


def _waits_for_dark(world: World, person: Person, belief: Belief) -> bool:
    """A landing would light the wire before he is through it: into a shadow near by until it is over."""
    x, y = world.position(person.id)
    if belief.mode in ("hide", "shade") and belief.until > world.tick:
        if (belief.goal_x < 0.0 or belief.is_seen) and _is_about(world, belief, x, y):
            _stop(world, belief, "ambush", AMBUSH_TICKS)  # he is where he meant to hide, or must stay where he is
        return True
    if belief.ignores_light or belief.is_seen or _is_chased(world, person, belief):
        return False
    if ground.is_pressed(world, person, belief):
        return False  # the cordon will not wait for the next dark
    ex, ey, facing = world.spot(belief.exit)
    ex, ey = ex - COS[facing] * AT_THE_WIRE, ey - SIN[facing] * AT_THE_WIRE
    burns_in = flights.lit_for(world)
    if (
        burns_in < 0
        or (belief.is_deaf and burns_in)
        or max(world.light.soon(ex, ey), world.light.standing(ex, ey)) <= DIM
    ):
        return False
    if burns_in >= cutting.left(world, person) + THROUGH or burns_in > SHADE_TICKS:
        return False
    place = ground.shade(world, belief, x, y, AWAY - 2.0)
    if place is None:
        return False
    goes_out = [one.dark for one in world.passes if one.heard <= world.tick < one.dark]
    belief.mode, belief.until = "shade", max(goes_out, default=world.tick + SHADE_TICKS)
    belief.goal_x, belief.goal_y = place
    return True


def _lies_in_ambush(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """At the wire, and steps are coming: down, the gun on where they are, for as long as they are; he who is still sees first."""
    x, y = world.position(person.id)
    if not _is_about(world, belief, x, y) or cutting.left(world, person) < NEARLY_THROUGH:
        return False
    if ground.coming_light(world, belief, x, y) > AMBUSH_DARK:
        return False
    if belief.mode != "ambush":
        _stop(world, belief, "ambush", AMBUSH_TICKS)
    mind.ready_tick = world.tick
    return True


def _is_about(world: World, belief: Belief, x: float, y: float) -> bool:
    """Whether the hunter, learned of lately, is likely near enough to come to the wire."""
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < COMES * COMES
    return is_near and share >= LIKELY and world.tick - belief.cue_tick <= NOTICED


def _slips_aside(world: World, person: Person, belief: Belief) -> bool:
    """At the wire, somebody comes, and here there is too much light to lie in wait: into a shadow near by until it is quiet again."""
    x, y = world.position(person.id)
    if not _is_about(world, belief, x, y) or cutting.left(world, person) < NEARLY_THROUGH:
        return False
    px, py, _ = belief.peak()
    if (px - x) * (px - x) + (py - y) * (py - y) < GETS_UP * GETS_UP:
        _stop(world, belief, "ambush", AMBUSH_TICKS)  # too near to go anywhere unseen
        return True
    place = ground.shade(world, belief, x, y, AWAY - 2.0)
    if place is None:
        return False
    belief.mode, belief.until = "shade", world.tick + SHADE_TICKS
    belief.goal_x, belief.goal_y = place
    return True


def _still_lurks(world: World, person: Person, belief: Belief) -> bool:
    """He lies in ambush, and who is after him is still about: nothing moves him but light; the longer nothing is heard, the less."""
    if belief.mode != "ambush" or world.tick - max(belief.cue_tick, person.shot_tick) > AMBUSH_TICKS:
        return False
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = (px - x) * (px - x) + (py - y) * (py - y)
    if belief.is_seen or (near < GETS_UP * GETS_UP and share >= LIKELY):
        return True  # whoever gets up now is seen to
    is_lit = ground.coming_light(world, belief, x, y) > DIM and not belief.ignores_light
    return not is_lit and near < COMES * COMES * 2.0


def _scouts(world: World, belief: Belief, x: float, y: float, is_pressed: bool = False) -> bool:
    """Short of the way out, in the dark: a look by the light of the next landing, who minds light; else a short one. Whether he stops."""
    if belief.scouted == belief.exit or is_pressed:
        return False
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < ON_HIS_HEELS * ON_HIS_HEELS
    if is_near and share >= AT_A_LOSS and world.tick - belief.cue_tick < ON_HIS_HEELS_TICKS:
        return False  # no time to look at what is before him: the other is behind him
    if belief.ignores_light or not world.passes:
        belief.scouted = belief.exit
        _stop(world, belief, "listen", SCOUTS_TICKS)
        return True
    if flights.lit_for(world) < 0 or world.light.most(x, y) > DIM:
        return False  # no jet is heard: the dark is for cutting; or on to a place that stays dark
    _stop(world, belief, "scout", BY_LIGHT_TICKS)
    return True


def _has_looked(world: World, belief: Belief) -> bool:
    """Whether he who waits for the light of a landing has seen it go out again: now it is dark, and the jet is loud."""
    began = belief.until - BY_LIGHT_TICKS
    return any(began < one.dark - SEEN_BY_LIGHT and one.dark <= world.tick < one.dark + 60 for one in world.passes)


def _lies_low(world: World, person: Person, mind: Mind, belief: Belief) -> None:
    """Over the fence and not yet through: a few steps on, down, the gun on where the hunter would come from."""
    ex, ey, facing = world.spot(belief.exit)
    belief.mode = "away"
    if moving.walk_to(world, person, mind, ex + COS[facing] * OUT, ey + SIN[facing] * OUT, 1.0, True):
        belief.until = mind.ready_tick = world.tick
        moving.stand(mind)
        px, py, _ = belief.peak()
        moving.look_at(world, mind, px, py)
        mind.hands.buttons |= Button.CROUCH | Button.AIM


# ---------------------------------------------------------------- what next


def _chases(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """The hunter has seen him and he is out of range: after him, to where he went, for as long as there is hope."""
    since = world.tick - belief.seen_tick
    if since > CHASE_TICKS or (belief.mode == "listen" and not belief.is_seen):
        return False
    ahead = min(CHASE_AHEAD, since / 60.0)
    gx, gy = world.place.nearest_free(mind.last_x + belief.seen_vx * ahead, mind.last_y + belief.seen_vy * ahead)
    belief.mode, belief.until = "chase", world.tick
    if moving.walk_to(world, person, mind, gx, gy, 2.5, True):
        _stop(world, belief, "listen", LISTEN_TICKS[0])  # he is not where he went: be still, he must be near
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
        _stop(world, belief, "listen", LISTEN_TICKS[0])  # between two runs nothing of his own is louder than the other
        return True
    if far < 9.0:
        _stop(world, belief, "wait", LIES_IN_WAIT[0] + bits % (LIES_IN_WAIT[1] - LIES_IN_WAIT[0]))
        return True
    hop = ground.best_spot(world, person, belief, ground.barring, x, y) if far > HOPS * HOPS else None
    belief.mode, belief.until = "bar", world.tick + MOVE_TICKS[1]
    belief.goal_x, belief.goal_y = hop or place
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
        _stop(world, belief, "look", 0)
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
    is_chased = _is_chased(world, person, belief)
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
        _stop(world, belief, "hide", 40)  # dark, while he might stand in the light: look
        return
    within = FAR_OFF if person.side == "crew" else CHASE + 12.0
    if may_stop and not is_lit and near < within and belief.mode in ("move", "close", "chase"):
        _stop(world, belief, "listen", LISTEN_TICKS[0] + bits % (LISTEN_TICKS[1] - LISTEN_TICKS[0]))
        return
    best = ground.best_spot(world, person, belief, worth, x, y)
    if best is None:
        _stop(world, belief, "listen", 50)
        return
    belief.mode = "hide" if is_lit else "close" if share >= LIKELY and near < CLOSE_BY else "move"
    belief.goal_x, belief.goal_y = best
    belief.until = world.tick + MOVE_TICKS[0] + bits % (MOVE_TICKS[1] - MOVE_TICKS[0])


def _is_chased(world: World, person: Person, belief: Belief) -> bool:
    """The hunted knows the hunter behind him: seen lately, running, shot at; or heard, where there is too much light to be still in."""
    if person.side != "crew":
        return False
    since = world.tick - belief.begun_tick
    if since < HEAD_START[1] and belief.run_tick >= belief.begun_tick:
        is_dark = belief.ignores_light or world.light.standing(*world.position(person.id)) <= DARK
        if since < HEAD_START[0] or not is_dark:
            return True
    told = max(belief.seen_tick, belief.run_tick, person.hit_tick, person.near_miss_tick)
    x, y = world.position(person.id)
    if not belief.ignores_light and world.light.standing(x, y) > DIM:
        told = max(told, belief.heard_tick)
    if world.tick - told >= CHASED_TICKS:
        return False
    px, py, _ = belief.peak()
    return (px - x) * (px - x) + (py - y) * (py - y) < CHASED * CHASED


def _has_time(world: World, person: Person, belief: Belief) -> bool:
    """Whether the hunted may cut his way out: quiet, but slow. Over the fence is quick, and rings with everybody."""
    if not cutting.has_cutters(world, person):
        return False
    if cutting.left(world, person) < SOONER_CUT:
        return True  # the rest of it is shorter than the other way
    if not (_is_chased(world, person, belief) or belief.is_seen):
        return True
    x, y = world.position(person.id)
    px, py, _ = belief.peak()
    # Over it and he is shut in between two fences until he is through the outer one: only for who has so much of a lead.
    return (px - x) * (px - x) + (py - y) * (py - y) < LEAD_TO_CLIMB * LEAD_TO_CLIMB


def _stop(world: World, belief: Belief, mode: str, ticks: int) -> None:
    belief.mode, belief.until = mode, world.tick + ticks
    belief.goal_x = -1.0
    if mode == "listen":
        belief.listened_tick = world.tick


# ---------------------------------------------------------------- feet and eyes


def _go_on(world: World, person: Person, mind: Mind, belief: Belief) -> None:
    """What was decided, for this moment."""
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    is_chased = _is_chased(world, person, belief)
    is_warned = world.tick - belief.cue_tick < NOTICED and near < CLOSE_BY and not is_chased
    if is_warned and person.side == "crew" and _lets_him_come(world, belief, x, y, near, share):
        _stop(world, belief, "ambush", AMBUSH_TICKS)
        mind.ready_tick = world.tick
    if belief.goal_x >= 0.0:
        knows = person.side == "police" and _knows_the_place(world, belief)  # then she goes on, and softly
        if _warned_anew(world, belief) and belief.mode in ("move", "bar") and not is_chased and not knows:
            _stop(world, belief, "listen", 60)
        else:
            _walk(world, person, mind, belief, near, is_chased, is_warned)
        return
    if belief.mode == "wait" and world.tick - belief.cue_tick < 4:
        belief.until = world.tick  # something stirs
    if belief.mode == "ambush":
        mind.ready_tick = world.tick
        if not belief.ignores_light and world.light.standing(x, y) > DIM:
            belief.until = world.tick  # light falls on him who lurks
    if belief.mode == "scout" and (belief.is_seen or is_warned or is_chased or _has_looked(world, belief)):
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
