"""The wire of a duel: what the hunted does at a way out. He looks it over, waits for the dark, cuts or climbs, lies in wait or slips aside.

Reads the man's own `Belief`, the map, the light and his own cut; writes hands and what he is about. Called by `duel`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import flights
from game.sim.ai import moving
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.angles import COS, SIN
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
NOTICED = 240
"""Ticks for which something that was learned decides what is done."""
AT_A_LOSS, AT_A_LOSS_TICKS = 22, 360
"""Chances of 100 under which, and ticks since anything was learned after which, the hunter looks for him no longer but waits for him."""
SCOUTS, SCOUTS_TICKS, BY_LIGHT_TICKS = (24.0, 42.0), 200, 2100
"""Metres before a way out at which the hunted stops, for how long he looks and listens there, and for how long at most he waits for a
landing to see it by."""
ON_HIS_HEELS, ON_HIS_HEELS_TICKS = 55.0, 1500
"""Metres at which, and ticks since anything was learned in which, the hunter leaves no time to look a way out over."""
SEEN_BY_LIGHT = 150
"""Ticks of that light in which he sees whether anybody stands in it."""
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
GETS_UP = 14.0
"""Metres at which he who lies in ambush no longer gets up for light that comes."""
COMES, NEARLY_THROUGH = 36.0, 180
"""Metres at which steps make him who is at the wire lie in wait for them, and ticks of cutting that are done sooner than they come."""
AMBUSH_DARK = 14
"""Light, with that of the landing that can be heard, up to which it is dark enough to be the one who sees first."""
AMBUSH, AMBUSH_SURE, AMBUSH_TICKS = 20.0, 40, 480
"""Metres at which the hunted who is warned lets the hunter come, how sure he must be of the place, and for how long at most."""


def is_chased(world: World, person: Person, belief: Belief) -> bool:
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


def waits_for_dark(world: World, person: Person, belief: Belief) -> bool:
    """A landing would light the wire before he is through it: into a shadow near by until it is over."""
    x, y = world.position(person.id)
    if belief.mode in ("hide", "shade") and belief.until > world.tick:
        is_still = belief.goal_x < 0.0 or belief.is_seen
        if is_still and _is_about(world, belief, x, y):
            if _stands_in_light(world, belief, x, y):
                return False  # no place to lie in wait in
            belief.stop(world.tick, "ambush", AMBUSH_TICKS)  # he is where he meant to hide, or must stay where he is
        return True
    if belief.ignores_light or belief.is_seen or is_chased(world, person, belief):
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


def lies_in_ambush(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """At the wire, and steps are coming: down, the gun on where they are, for as long as they are; he who is still sees first."""
    x, y = world.position(person.id)
    if not _is_about(world, belief, x, y) or cutting.left(world, person) < NEARLY_THROUGH:
        return False
    if ground.coming_light(world, belief, x, y) > AMBUSH_DARK:
        return False
    if belief.mode != "ambush":
        belief.stop(world.tick, "ambush", AMBUSH_TICKS)
    mind.ready_tick = world.tick
    return True


def _is_about(world: World, belief: Belief, x: float, y: float) -> bool:
    """Whether the hunter, learned of lately, is likely near enough to come to the wire."""
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < COMES * COMES
    return is_near and share >= LIKELY and world.tick - belief.cue_tick <= NOTICED


def slips_aside(world: World, person: Person, belief: Belief) -> bool:
    """At the wire, somebody comes, and here there is too much light to lie in wait: into a shadow near by until it is quiet again."""
    x, y = world.position(person.id)
    if not _is_about(world, belief, x, y) or cutting.left(world, person) < NEARLY_THROUGH:
        return False
    px, py, _ = belief.peak()
    if (px - x) * (px - x) + (py - y) * (py - y) < GETS_UP * GETS_UP:
        belief.stop(world.tick, "ambush", AMBUSH_TICKS)  # too near to go anywhere unseen
        return True
    place = ground.shade(world, belief, x, y, AWAY - 2.0)
    if place is None:
        return False
    belief.mode, belief.until = "shade", world.tick + SHADE_TICKS
    belief.goal_x, belief.goal_y = place
    return True


def still_lurks(world: World, person: Person, belief: Belief) -> bool:
    """He lies in ambush, and who is after him is still about: nothing moves him but light; the longer nothing is heard, the less."""
    if belief.mode != "ambush" or world.tick - max(belief.cue_tick, person.shot_tick) > AMBUSH_TICKS:
        return False
    x, y = world.position(person.id)
    px, py, share = belief.peak()
    near = (px - x) * (px - x) + (py - y) * (py - y)
    if near < GETS_UP * GETS_UP and share >= LIKELY:
        return True  # whoever gets up now is seen to
    if belief.is_seen:
        return not _stands_in_light(world, belief, x, y)
    is_lit = ground.coming_light(world, belief, x, y) > DIM and not belief.ignores_light
    return not is_lit and near < COMES * COMES * 2.0


def is_driven_off(world: World, person: Person, belief: Belief) -> bool:
    """At a way out, in the light, the hunter before his eyes or behind him, and much still to cut: on, and not to the wire."""
    if not (belief.is_seen or is_chased(world, person, belief)) or cutting.left(world, person) < NEARLY_THROUGH:
        return False
    return _stands_in_light(world, belief, *world.position(person.id))


def _stands_in_light(world: World, belief: Belief, x: float, y: float) -> bool:
    return not belief.ignores_light and world.light.standing(x, y) > DIM


def scouts(world: World, belief: Belief, x: float, y: float, is_pressed: bool = False) -> bool:
    """Short of the way out, in the dark: a look by the light of the next landing, who minds light; else a short one. Whether he stops."""
    if belief.scouted == belief.exit or is_pressed:
        return False
    px, py, share = belief.peak()
    is_near = (px - x) * (px - x) + (py - y) * (py - y) < ON_HIS_HEELS * ON_HIS_HEELS
    if is_near and share >= AT_A_LOSS and world.tick - belief.cue_tick < ON_HIS_HEELS_TICKS:
        return False  # no time to look at what is before him: the other is behind him
    if belief.ignores_light or not world.passes:
        belief.scouted = belief.exit
        belief.stop(world.tick, "listen", SCOUTS_TICKS)
        return True
    if flights.lit_for(world) < 0 or world.light.most(x, y) > DIM:
        return False  # no jet is heard: the dark is for cutting; or on to a place that stays dark
    belief.stop(world.tick, "scout", BY_LIGHT_TICKS)
    return True


def has_looked(world: World, belief: Belief) -> bool:
    """Whether he who waits for the light of a landing has seen it go out again: now it is dark, and the jet is loud."""
    began = belief.until - BY_LIGHT_TICKS
    return any(began < one.dark - SEEN_BY_LIGHT and one.dark <= world.tick < one.dark + 60 for one in world.passes)


def has_time(world: World, person: Person, belief: Belief) -> bool:
    """Whether the hunted may cut his way out: quiet, but slow. Over the fence is quick, and rings with everybody."""
    if not cutting.has_cutters(world, person):
        return False
    if cutting.left(world, person) < SOONER_CUT:
        return True  # the rest of it is shorter than the other way
    if not (is_chased(world, person, belief) or belief.is_seen):
        return True
    x, y = world.position(person.id)
    px, py, _ = belief.peak()
    # Over it and he is shut in between two fences until he is through the outer one: only for who has so much of a lead.
    return (px - x) * (px - x) + (py - y) * (py - y) < LEAD_TO_CLIMB * LEAD_TO_CLIMB


def lies_low(world: World, person: Person, mind: Mind, belief: Belief) -> None:
    """Over the fence and not yet through: a few steps on, down, the gun on where the hunter would come from."""
    ex, ey, facing = world.spot(belief.exit)
    belief.mode = "away"
    if moving.walk_to(world, person, mind, ex + COS[facing] * OUT, ey + SIN[facing] * OUT, 1.0, True):
        belief.until = mind.ready_tick = world.tick
        moving.stand(mind)
        px, py, _ = belief.peak()
        moving.look_at(world, mind, px, py)
        mind.hands.buttons |= Button.CROUCH | Button.AIM
