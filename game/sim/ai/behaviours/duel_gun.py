"""The gun of a duel: when somebody fires who sees the other, how many at a time, and when he fills his magazine.

Reads the man's own belief and what he sees; writes hands. Called by `duel`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim.ai import aiming, duel_senses, moving
from game.sim.ai.behaviours import duel_ground
from game.sim.ai.belief import Belief
from game.sim.ai.mind import Mind
from game.sim.ai.steps import Challenge
from game.sim.entities import Gun, Person
from game.sim.illumination import DARK, DIM
from game.sim.input_frame import Button
from game.sim.systems.shooting import DUCKING, gun_of

if TYPE_CHECKING:
    from game.sim.world import World

FIRES_WITHIN, IN_THE_DARK = 16.0, 10.0
"""Metres: beyond, a shotgun only tells where one is; and beyond the other nobody fires at a shape."""
SHAPE, PLAINLY = 0.3, 0.5
"""How plainly (0 to 1) a man must be seen to be more than that, and to be a sure target."""
UNSURE, UNSURE_FROM = 1.2, 12.0
"""How much worse one aims at a man in the dark than at one in full light, so far off and farther: who is near need not be seen well."""
FIRES_SURELY, SPARING = 10.0, 4
"""Metres within which the last few shells are spent."""
FLEES, AT_WHO_FLEES = 3.5, 0.75
"""Metres a second from which on a man runs, and what is left of the distance at which the hunter spends a shell on him."""
CORNERED, POINT_BLANK = 12.0, 8.0
FROM_THE_DARK, STEADY, STEADY_TICKS = 13.0, 0.45, 40
"""Metres at which the hunted, himself in the dark, fires at a hunter who is in the light and does not run: farther off a pistol tells him
where he is and little else; how much better one aims then who keeps still, and after how long."""
LETS_COME, MADE_OUT = 6.8, 0.7
"""Metres to which he who lurks lets the other come: just before he would be made out himself, who is low and still and seen from that
share of what one is seen from in his light; but so near in any case."""
LURKS = 0.08
"""How much better than at a shape one aims at whom one has let come, the gun on him all the while."""
DRILL_TICKS = 15
"""Between his rounds then: he does not stop to look before it is over."""
LAST_ROUNDS = (3, 6.0)
"""So few rounds left, the hunted fires at whoever is nearer than that and at nobody else."""
HELD_TICKS, HELD_SHOT_AT_TICKS = 200, 80
"""For so long the hunted holds his fire after two rounds, and when he is fired at himself."""
SHOT_AT_TICKS, TURNS_TICKS = 180, 75
"""For so long somebody fights as one who is fired at, and turns to where it came from."""
STANDS, FACE_TO_FACE = 2.0, 5.0
"""Metres a second: whoever ran comes to a stand before he fires, for there are few rounds; and metres at which there is no time to."""


def fires(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """He sees him: aim, and fire once he is near enough. Whether that is all he does now."""
    gun = gun_of(person)
    if gun is None or not belief.is_seen:
        return _reloads(world, person, mind, belief)
    if not world.person(belief.who).is_able or rounds_left(person) == 0:
        return False
    x, y = world.position(person.id)
    tx, ty = _where_he_is_now(world, mind, belief)
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    belief.lurked = belief.mode in ("ambush", "wait") or (belief.mode == "fire" and belief.lurked)
    is_hidden = _is_hidden(world, person, belief, tx, ty)
    if person.side == "crew":
        if _holds_fire(world, person, belief, gun):
            return False
        within = _hunted_within(world, person, belief, gun, is_hidden)
    else:
        within = _hunter_within(world, person, belief, tx, ty)
    if far > within:
        if person.side == "crew" and belief.mode in ("listen", "hide"):
            belief.until = min(belief.until, world.tick)  # seen from afar: away from here
        return False
    _shoots(world, person, mind, belief, gun, tx, ty, is_hidden)
    return True


def _where_he_is_now(world: World, mind: Mind, belief: Belief) -> tuple[float, float]:
    """He goes on between two looks."""
    since = (world.tick - belief.seen_tick) / TICKS_PER_SECOND
    return mind.last_x + belief.seen_vx * since, mind.last_y + belief.seen_vy * since


def _runs(belief: Belief) -> bool:
    return belief.seen_vx * belief.seen_vx + belief.seen_vy * belief.seen_vy > FLEES * FLEES


def _is_hidden(world: World, person: Person, belief: Belief, tx: float, ty: float) -> bool:
    """Whether he himself is in the dark, and the other in so much light that he is a sure target."""
    x, y = world.position(person.id)
    if belief.ignores_light or (person.side == "crew" and _runs(belief)):
        return False
    return world.light.level(x, y) <= DARK + 4 and duel_senses.plainly(world.light.level(tx, ty)) > PLAINLY


def _was_shot_at(world: World, person: Person) -> bool:
    return world.tick - max(person.near_miss_tick, person.hit_tick) < SHOT_AT_TICKS


def _hunter_within(world: World, person: Person, belief: Belief, tx: float, ty: float) -> float:
    """Metres from which the hunter spends a shell."""
    within = FIRES_WITHIN if rounds_left(person) > SPARING else FIRES_SURELY
    within = within if duel_senses.plainly(world.light.level(tx, ty)) > SHAPE else min(within, IN_THE_DARK)
    return within * (AT_WHO_FLEES if _runs(belief) else 1.0)


def _hunted_within(world: World, person: Person, belief: Belief, gun: Gun, is_hidden: bool) -> float:
    """Metres from which the hunted fires: seven rounds, and the flash tells where he is: from where he lay in wait, or when it is him
    or me."""
    has_begun = gun.fired % 2 == 1 and world.tick - person.shot_tick < HELD_TICKS
    is_cornered = _was_shot_at(world, person) or has_begun
    within = FROM_THE_DARK if is_hidden else CORNERED if is_cornered else POINT_BLANK
    if belief.lurked and within == POINT_BLANK:
        # Once he has begun it is settled there and then; and before the lamps of a landing show him, too.
        x, y = world.position(person.id)
        lights_up = not belief.ignores_light and duel_ground.coming_light(world, belief, x, y) > DIM
        seen_from = duel_senses.reach_in(world, person, world.light.level(x, y), False) * MADE_OUT
        within = CORNERED if belief.mode == "fire" or lights_up else min(CORNERED, max(LETS_COME, seen_from))
    is_sparing = rounds_left(person) <= LAST_ROUNDS[0] and not is_hidden
    is_at_it = belief.lurked and belief.mode == "fire"
    return min(within, LAST_ROUNDS[1]) if is_sparing and not is_at_it else within


def _holds_fire(world: World, person: Person, belief: Belief, gun: Gun) -> bool:
    """Two at a time, unless he lurked: then a pause, shorter under fire."""
    held = HELD_SHOT_AT_TICKS if _was_shot_at(world, person) else HELD_TICKS
    has_fired_two = gun.fired > 0 and gun.fired % 2 == 0
    return has_fired_two and world.tick - person.shot_tick < held and not belief.lurked


def _shoots(
    world: World, person: Person, mind: Mind, belief: Belief, gun: Gun, tx: float, ty: float, is_hidden: bool
) -> None:
    """Stands, aims at where the other is, and pulls the trigger once the aim is good enough."""
    x, y = world.position(person.id)
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    brain = world.catalog.brains[mind.brain]
    belief.mode = "fire"
    moving.stand(mind)
    # The surprise lasts until he is fired at; after that it is a fight like any other.
    surprises = belief.lurked and not _was_shot_at(world, person)
    if surprises:
        mind.pause_until = min(mind.pause_until, person.shot_tick + DRILL_TICKS)
    plainly = duel_senses.plainly(world.light.level(tx, ty))
    unsure = LURKS if surprises else 1.0 + UNSURE * (1.0 - plainly) * min(1.0, far / UNSURE_FROM)
    unsure *= min(1.0, far / FACE_TO_FACE)  # at arm's length nobody needs the sights, under fire or not
    is_steady = world.tick - mind.first_tick > STEADY_TICKS
    aiming.aim(world, person, mind, brain, tx, ty, STEADY if is_hidden and is_steady else unsure)
    stands = world.speed(person.id) < STANDS or far < FACE_TO_FACE
    if stands and (is_steady or not is_hidden or far < CORNERED) and not _shakes(person, far):
        aiming.pull(world, person, mind, brain, gun, tx, ty)
    if gun.rounds == 0:
        moving.press(person, mind, Button.RELOAD)


def _shakes(person: Person, far: float) -> bool:
    """The hunted under fire, with his last few rounds: what a hand that shakes would throw away is kept until it is steady again."""
    is_sparing = person.side == "crew" and rounds_left(person) <= LAST_ROUNDS[0]
    return is_sparing and person.suppression >= DUCKING and far > FACE_TO_FACE


def turns(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """Fired at from near by, by whom he does not see: round to where the flash was, the gun up. Whether that is all he does now."""
    was_shot_at = world.tick - max(person.near_miss_tick, person.hit_tick) < TURNS_TICKS
    if not was_shot_at or belief.is_seen or belief.cue != "shot" or rounds_left(person) == 0:
        return False
    x, y = world.position(person.id)
    px, py, _ = belief.peak()
    if (px - x) * (px - x) + (py - y) * (py - y) > CORNERED * CORNERED:
        return False
    belief.mode, belief.until, belief.goal_x = "fire", world.tick, -1.0
    belief.lurked = False
    moving.stand(mind)
    moving.look_at(world, mind, px, py)
    mind.hands.buttons |= Button.AIM
    return True


def rounds_left(person: Person) -> int:
    """All that is left for the gun in his hands: in it, and beside."""
    gun = gun_of(person)
    if gun is None:
        return 0
    left = gun.rounds
    for spare in gun.spares:
        left += spare
    return left


def challenge(world: World, person: Person, mind: Mind, step: Challenge) -> None:
    """The gun on him, and no shot."""
    x, y = world.position(world.person_named[step.who].id)
    moving.stand(mind)
    moving.look_at(world, mind, x, y)
    mind.hands.buttons |= Button.AIM


def _reloads(world: World, person: Person, mind: Mind, belief: Belief) -> bool:
    """In a quiet moment the magazine is filled."""
    gun = gun_of(person)
    if gun is None or gun.reload_ticks > 0:
        return False
    size = world.catalog.weapons[gun.weapon].magazine
    if gun.rounds < size and any(gun.spares) and world.tick - belief.seen_tick > 150:
        moving.press(person, mind, Button.RELOAD)
    return False
