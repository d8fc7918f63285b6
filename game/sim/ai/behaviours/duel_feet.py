"""Feet and eyes of a duel: how a man goes where he means to go, and where he looks while he keeps still.

At a run under noise, in the light or from afar, softly where the other may be near; and still at once when something is learned of him.
Reads the man's own `Belief`, the map and the light; writes hands. Called by `duel`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import flights
from game.sim.ai import duel_ears, moving
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours import duel_wire as wire
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.behaviours.duel_wire import AMBUSH, AMBUSH_DARK, AMBUSH_SURE, AMBUSH_TICKS, NOTICED
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Person
from game.sim.illumination import DIM
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

CLOSE_BY = 26.0
CREEPS = 16.0
"""Metres from where the other likely is within which one goes on bent knees: unheard, and seen from less far; he may lie in wait."""
LOOKS_BACK = 75
"""Ticks in which whoever runs from the other looks over his shoulder once."""
MOVE_TICKS, LISTEN_TICKS = (210, 420), (70, 150)
KNOWN, KNOWN_TICKS = 60, 150
"""Of 100: so sure of his place, and so lately (ticks), the hunter does not stand and look but goes there."""
MASKED = 55
"""Of 100: from so much noise of a jet on nobody hears steps."""
FAR_OFF = 75.0
"""Metres from the likeliest place beyond which nobody goes on tiptoe."""
CHASE = 34.0
"""Metres beyond which the hunter runs, heard or not: he has one life, but the time is on his side only while he is near."""
QUIETLY = 32.0
"""Metres from the place where he means to lie in wait from which on the hunter goes softly."""
DULLED, SPENT_EVERY, SPENT_TICKS = 0.5, 360, 150
"""Below such keenness a man's breath is short: winded, he walks for so many ticks (the second) out of so many."""
BLINKS = 9000
"""How far whoever is blinded turns his eyes aside, in 65,536ths of a turn."""


def go_on(world: World, person: Person, mind: Mind, belief: Belief) -> None:
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
        knows = person.side == "police" and knows_the_place(world, belief)  # then she goes on, and softly
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
    runs = (masked or hurries or is_chased or is_lit) and not is_warned and not _is_spent(world, person, belief)
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


def _is_spent(world: World, person: Person, belief: Belief) -> bool:
    """Whether he has run until he has to go at a walk for some seconds: the other man of a duel whom a difficulty has dulled, who is not
    to outrun a player for ever."""
    is_dulled = person.side == world.against and world.difficulty.duel_senses < DULLED
    return is_dulled and belief.breath > duel_ears.WINDED // 2 and world.tick % SPENT_EVERY < SPENT_TICKS


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


def knows_the_place(world: World, belief: Belief) -> bool:
    return world.tick - belief.cue_tick < KNOWN_TICKS and belief.peak()[2] >= KNOWN
