"""Hunt and Evade: two men in the dark, each with an idea of where the other is and one way to be sure.

A rhythm of short moves from cover to cover and stops to listen; run under the noise of a jet, be still and dark while the lamps burn,
look for the other's shadow in their light. What the hunter does of his own is `duel_hunter`'s, how both go and look `duel_feet`'s. Reads
the man's own `Belief`, the map and the light, never where the other is. Writes hands; what the mind is about stands in `Belief.mode`,
with what it learned last, so that every shot has its reason in the log.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights
from game.sim.ai import duel_senses
from game.sim.ai.behaviours import climb, cut, duel_beams, duel_gun, duel_tricks
from game.sim.ai.behaviours import duel_exits as exits
from game.sim.ai.behaviours import duel_feet as feet
from game.sim.ai.behaviours import duel_ground as ground
from game.sim.ai.behaviours import duel_hunter as hunter
from game.sim.ai.behaviours import duel_wire as wire
from game.sim.ai.behaviours.duel_feet import CHASE, CLOSE_BY, FAR_OFF, LISTEN_TICKS, MASKED, MOVE_TICKS
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.behaviours.duel_wire import AWAY, SCOUTS
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Climb, Cut, Evade, Hunt
from game.sim.entities import Person
from game.sim.illumination import DIM

if TYPE_CHECKING:
    from game.sim.world import World

LAST_TICKS = 305 * 60
"""After so long a hunt the field is about to be closed: at the wire he waits for nothing any more."""
FIRST_LOOK = 120
"""Ticks for which the hunter looks about and listens before he goes anywhere."""


def hunt(world: World, person: Person, mind: Mind, step: Hunt) -> None:
    """Look for him, with time on one's side."""
    belief = duel_senses.begin(world, person, step)
    if duel_gun.fires(world, person, mind, belief):
        return
    if hunter.keeps_off(world, person, mind, belief):
        return
    if hunter.lets_it_grow_light(world, person, belief):
        feet.go_on(world, person, mind, belief)
        return
    if hunter.chases(world, person, mind, belief) or hunter.answers(world, person, mind, belief):
        return
    if hunter.looks_by_light(world, person, belief):
        feet.go_on(world, person, mind, belief)
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if not belief.mode:
        belief.stop(world.tick, "listen", FIRST_LOOK)
    if world.tick >= belief.until:
        if not hunter.lies_in_wait(world, person, belief, step):
            _decide(world, person, belief, ground.hunting)
    feet.go_on(world, person, mind, belief)


def evade(world: World, person: Person, mind: Mind, step: Evade) -> None:
    """Get to one of several ways out unseen; he who bars it is shot at when there is no other way."""
    belief = duel_senses.begin(world, person, step)
    x, y = world.position(person.id)
    is_out = exits.is_beyond(world, belief.exit, x, y)
    if not is_out:
        exits.mind_the_exits(world, person, belief, step)
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
        feet.go_on(world, person, mind, belief)
        return
    ex, ey, _ = world.spot(belief.exit)
    left = sqrt((ex - x) * (ex - x) + (ey - y) * (ey - y))
    if left < AWAY and (is_last or not wire.is_driven_off(world, person, belief)):
        _gets_through(world, person, mind, belief, is_last)
        return
    if duel_tricks.throws(world, person, mind, belief):
        return
    if world.tick >= belief.until and not _scouts(world, person, belief, left):
        _decide(world, person, belief, ground.evading)
    feet.go_on(world, person, mind, belief)


def _scouts(world: World, person: Person, belief: Belief, left: float) -> bool:
    """Whether he stops short of the way out, `left` metres before it, to look it over."""
    if not SCOUTS[0] < left < SCOUTS[1] or wire.is_chased(world, person, belief):
        return False
    x, y = world.position(person.id)
    return wire.scouts(world, belief, x, y, ground.is_late(world, person, belief))


def _gets_through(world: World, person: Person, mind: Mind, belief: Belief, is_last: bool) -> None:
    """At a way out: through it, unless the light or who comes makes him wait; at the very end he waits for nothing."""
    if not is_last and (
        wire.waits_for_dark(world, person, belief)
        or wire.lies_in_ambush(world, person, mind, belief)
        or wire.slips_aside(world, person, belief)
    ):
        feet.go_on(world, person, mind, belief)
        return
    belief.mode = "away"
    if wire.has_time(world, person, belief):
        cut.think(world, person, mind, Cut(belief.exit))
    else:
        climb.think(world, person, mind, Climb(belief.exit))
    return


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
    knows = person.side == "police" and feet.knows_the_place(world, belief)
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
