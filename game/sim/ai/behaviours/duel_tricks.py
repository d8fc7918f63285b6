"""Tricks of a duel: a bolt thrown where one is not. The hunted draws the hunter off with it, the hunter cuts the hunted off.

Reads a man's own belief; writes hands. Called by `duel`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import flights
from game.sim.ai import moving
from game.sim.ai.behaviours.duel_ground import LIKELY
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Hunt
from game.sim.angles import COS, SIN, direction
from game.sim.entities import Person
from game.sim.illumination import DIM
from game.sim.input_frame import AIM_DISTANCE_STEP, Button
from game.sim.physics import WALL
from game.sim.systems import hands

if TYPE_CHECKING:
    from game.sim.world import World

NEAR, FAR = 9.0, 34.0
"""Metres at which he is thought to be for a bolt to be worth it."""
HUNTER_NEAR = 16.0
"""The hunter who is nearer fires sooner than he plays tricks."""
FRESH = 300
"""Ticks since something was learned of him."""
UNSEEN = 150
"""Ticks since he himself was seen: nobody throws things before the eyes of the other."""
QUIET = 30
"""Of 100: under more of a jet's noise it would not be heard."""
AIMS = 11000
"""How far from the line to the other it is thrown, in 65,536ths of a turn."""
THROWN = 14.0


def throws(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """He has a bolt, the other is near and looks for him: throw it aside. Whether that is all he does now."""
    if person.item < 0 or world.items[person.item].kind not in hands.POCKETED:
        return False
    x, y = world.position(person.id)
    if world.light.standing(x, y) > DIM:
        return False  # whoever throws in the light is seen to
    px, py, share = belief.peak()
    far = sqrt((px - x) * (px - x) + (py - y) * (py - y))
    if share < LIKELY or not NEAR < far < FAR or world.tick - belief.cue_tick > FRESH:
        return False
    if belief.is_seen or world.tick - belief.seen_tick < UNSEEN or flights.masking(world, x, y) > QUIET:
        return False
    step = world.minds[person.id].step
    exit_name = belief.exit
    if isinstance(step, Hunt):
        if not step.exits or far < HUNTER_NEAR:
            return False
        exit_name = step.exits[belief.likeliest(px, py)]
    # The hunted wants the noise far from where he goes; the hunter wants it between the other and his way out, to turn him back.
    way = _aside(world, exit_name, x, y, direction(px - x, py - y), isinstance(step, Hunt))
    if way < 0:
        return False
    belief.mode = "feint"
    belief.until = world.tick + 30
    belief.goal_x = -1.0
    moving.stand(mind)
    mind.hands.aim = way
    mind.hands.aim_distance = min(255, int(THROWN / AIM_DISTANCE_STEP))
    moving.press(person, mind, Button.THROW)
    return True


def _aside(world: World, exit_name: str, x: float, y: float, toward: int, is_near_the_exit: bool) -> int:
    """The way of the throw: past the other on the side away from a way out, or on the side toward it; -1 = nothing is free."""
    ex, ey, _ = world.spot(exit_name)
    best: tuple[float, int] | None = None
    for off in (AIMS, 0 - AIMS):
        way = (toward + off) & 65535
        tx, ty = x + COS[way] * THROWN, y + SIN[way] * THROWN
        if not world.physics.is_clear(x, y, tx, ty, WALL):
            continue
        value = (ex - tx) * (ex - tx) + (ey - ty) * (ey - ty)
        value = 0.0 - value if is_near_the_exit else value
        if best is None or value > best[0]:
            best = (value, way)
    return best[1] if best is not None else -1
