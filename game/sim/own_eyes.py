"""What the player's man himself can see and hear in a duel, for the picture: who is hidden, whose shadow shows, what was heard.

Reads everything, changes nothing. The same senses as the minds' (`ai/duel_senses.py`): nobody is shown more than a mind would know.
Called by `picture`. Without a duel nothing is hidden.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import flights, view
from game.sim import shadows as cast_shadows
from game.sim.ai import duel_ears, duel_senses
from game.sim.angles import direction, turn
from game.sim.entities import Person, Stance
from game.sim.input_frame import Button
from game.sim.physics import SIGHT_MASK
from game.sim.systems import walking

if TYPE_CHECKING:
    from game.sim.ai.belief import Belief
    from game.sim.world import World

LINGERS = 24
"""Ticks for which somebody is still shown after he was last seen."""
NEARLY = 60
"""Of 100: so far made out, he is shown."""
FAR = 110.0


def _belief(world: World) -> Belief | None:
    """The belief of the player's man, while there is a duel."""
    return world.beliefs.get(world.player) if not world.is_over else None


def is_duel(world: World, body: Person) -> bool:
    """Whether the picture shows what his own eyes see and no more."""
    return _belief(world) is not None


def unseen(world: World) -> frozenset[int]:
    """Who is hidden from the player's man by walls, by the dark, or because he looks elsewhere."""
    belief = _belief(world)
    if belief is None:
        return frozenset()
    body = world.person(world.player)
    x, y = world.position(body.id)
    hidden = []
    for other in world.people:
        if other.id == body.id or other.is_absent or other.has_left:
            continue
        if other.id == belief.who:
            is_shown = belief.is_seen or belief.sight >= NEARLY or world.tick - belief.seen_tick < LINGERS
            is_shown = is_shown or other.stance >= Stance.DOWN or other.stance == Stance.HANDS_UP
        else:
            is_shown = _sees(world, body, belief, other, x, y)
        if not is_shown:
            hidden.append(other.id)
    return frozenset(hidden)


def _sees(world: World, body: Person, belief: Belief, other: Person, x: float, y: float) -> bool:
    """Whether he makes out somebody who is not after him: all round, for he has been looking about."""
    ox, oy = world.position(other.id)
    dx, dy = ox - x, oy - y
    if abs(dx) > FAR or abs(dy) > FAR:
        return False
    reach = duel_senses.reach_in(world, body, world.light.level(ox, oy), world.tick < belief.dazzled_until)
    return dx * dx + dy * dy < reach * reach and world.physics.is_clear(x, y, ox, oy, SIGHT_MASK)


def shadows(world: World, body: Person) -> tuple[view.ShadowView, ...]:
    """The shadow of the other, when he himself is hidden and it falls where the player's man sees it."""
    belief = _belief(world)
    if belief is None or belief.who not in unseen(world):
        return ()
    other = world.person(belief.who)
    x, y = world.position(body.id)
    for shadow in cast_shadows.cast(world, other):
        part = cast_shadows.seen_part(world, shadow, x, y, duel_senses.SHADOW_REACH)
        if any(abs(turn(body.aim, direction(px - x, py - y))) <= duel_senses.ARC for px, py in part):
            tall = cast_shadows.STAND if other.stance == Stance.STAND else cast_shadows.LOW
            return (view.ShadowView(other.id, shadow.x, shadow.y, tall),)
    return ()


def marks(world: World, body: Person) -> tuple[view.SoundMark, ...]:
    """What he heard lately of the other and did not see."""
    belief = _belief(world)
    if belief is None:
        return ()
    x, y = world.position(body.id)
    found = []
    for tick, kind, mx, my in belief.marks:
        age = (world.tick - tick) / duel_ears.KEEP_MARKS
        far = sqrt((mx - x) * (mx - x) + (my - y) * (my - y))
        if 0.0 <= age < 1.0 and not belief.is_seen:
            found.append(view.SoundMark(mx, my, kind, age, 1.5 + far * duel_ears.OFF))
    return tuple(found)


def dazzle(world: World, body: Person) -> float:
    """How much light he has in his eyes, 0 to 1."""
    belief = _belief(world)
    if belief is None:
        return 0.0
    return max(0.0, min(1.0, (belief.dazzled_until - world.tick) / duel_senses.DAZZLE_TICKS))


def exposure(world: World, body: Person) -> int:
    """How much light falls on him; 0 without a duel, when nobody asks."""
    return world.light.level(*world.position(body.id)) if _belief(world) is not None else 0


def noise(world: World, body: Person) -> int:
    """How far his steps, or his breath, carry just now, of a hundred metres; what a jet covers is not counted."""
    belief = _belief(world)
    if belief is None:
        return 0
    x, y = world.position(body.id)
    if world.tick - body.shot_tick < 30 and body.shots:
        return 100
    radius = 0.0
    if world.speed(body.id) > 0.4 and body.stance != Stance.CROUCH:
        radius = walking.RUN_NOISE if body.buttons & Button.RUN else walking.WALK_NOISE
        radius *= world.place.surface_at(x, y).loudness
    elif belief.breath > duel_ears.WINDED // 3:
        radius = duel_ears.BREATH
    return min(100, int(radius * duel_ears.QUIET * (100 - flights.masking(world, x, y)) / 100.0))


def jets(world: World) -> tuple[view.JetView, ...]:
    """Jets that are over the map or about to be."""
    if not world.passes:
        return ()
    width, height = world.place.width, world.place.height
    return tuple(
        view.JetView(jet.x, jet.y, jet.height, jet.facing, jet.number)
        for jet in flights.jets(world)
        if -400.0 < jet.x < width + 400.0 and -400.0 < jet.y < height + 400.0
    )


def beliefs(world: World) -> tuple[view.BeliefView, ...]:
    """For the overlay of minds: where each thinks the other is."""
    found = []
    for who in sorted(world.beliefs):
        belief = world.beliefs[who]
        chances = belief.chances * 1000 // max(1, int(belief.chances.max()))
        found.append(
            view.BeliefView(who, 4, belief.columns, tuple(chances.flatten().tolist()), belief.mode, belief.cue)
        )
    return tuple(found)
