"""Nerve: when a policeman falls back before too many, and when one of the crew gives himself up.

Decided four times a second; what comes of it is an act (`Mind.act`) that comes before the fight. Falling back is a run for a place out of
their sight, nearer to his own people, where he lies in wait until there are enough of them. Whoever gives up puts his hands up and lets
his weapon hang; he takes it again when nobody comes for him. The player decides for himself. Called by the controller.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import cover, moving, odds, steps
from game.sim.ai.behaviours import approach
from game.sim.angles import direction, turn
from game.sim.entities import Person, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK
from game.sim.systems import arms, damage, spawning
from game.sim.systems.shooting import PINNED

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

FALLS_BACK, REGROUPS, GIVES_UP = "falls back", "regroups", "gives up"
STANDS = (steps.Respond, steps.Hold, steps.Wait)
"""Steps that leave it to him whether he stands and fights."""
BOLD, RELIEVED = 0.85, 1.5
"""Odds at which a man without courage falls back (all of it makes him stand), and how many times that he waits for."""
BACK_METRES, BACK_REACH, LEAST_BACK, LONGEST_RUN = 14.0, 12.0, 3.0, 26.0
"""How far back a place is looked for, how far about there, what it must gain, and the longest way to it."""
RUN_TICKS, REGROUP_TICKS, REGROUP_MORE, AGAIN_TICKS = 420, 480, 300, 900
AMBUSH = 1.2
"""Times his weapon's effective range within which whoever comes is fired at after all."""
NEAR_METRES, ROUND_METRES, ROUND_TURN, MANY = 25.0, 30.0, 10923, 4
"""Who has no friend within the first is alone; enemies within the second, sixty degrees apart, are round him; four are many."""
EMPTY, WOUNDED, ALONE, SURROUNDED, SWAMPED, DOWN = 0.40, 0.40, 0.25, 0.25, 0.10, 0.10
"""What each counts towards giving up; he does when together they come to more than his courage."""
WOUNDED_HEALTH = 0.4
MAKES_UP_HIS_MIND, LEFT_TICKS, LEFT_METRES = 75, 480, 34.0
"""Ticks of despair before the hands go up, and after how many without a policeman so near they come down again."""


def consider(world: World, person: Person, mind: Mind) -> None:
    """Four times a second: whether he stands, falls back, or gives up."""
    if person.vehicle >= 0 or person.stance >= Stance.DOWN:
        mind.act = ""
        return
    if person.side == "crew":
        if person.stance == Stance.HANDS_UP:
            _is_left_alone(world, person, mind)
        elif person.id != world.player and person.is_able:
            _despair(world, person, mind)
        return
    if mind.act in (FALLS_BACK, REGROUPS):
        _goes_on(world, person, mind)
    elif world.tick >= mind.act_after and person.is_able and isinstance(mind.step, STANDS):
        _weigh(world, person, mind)


# ----------------------------------------------------------------------------------------------- falling back


def _weigh(world: World, person: Person, mind: Mind) -> None:
    """Whether they are too many for those who are here, and there is somewhere to go."""
    if mind.target < 0 or world.tick - mind.seen_tick > odds.SEEN_TICKS:
        return
    friends = odds.comrades(world, person)
    enemies = odds.known_enemies(world, person, friends)
    if not enemies or odds.against(world, person, friends, enemies) >= limit(world, mind):
        return
    x, y = world.position(person.id)
    if person.suppression >= PINNED and cover.protects(world, x, y, enemies[0].x, enemies[0].y):
        return  # better pinned than shot in the back
    spot = _place_back(world, person, mind, enemies)
    mind.act_after = world.tick + 60
    if spot is None:
        return
    mind.act, mind.act_until, mind.act_after = FALLS_BACK, world.tick + RUN_TICKS, world.tick + AGAIN_TICKS
    mind.spot_x, mind.spot_y = spot
    mind.watches, mind.stumbles = approach.GOES, 0
    mind.path.clear()
    world.count("fell_back")
    speech.call(world, person.id, "bark.fall_back")


def limit(world: World, mind: Mind) -> float:
    """The odds under which he does not stand."""
    return BOLD * (1.0 - world.catalog.brains[mind.brain].courage)


def _place_back(world: World, person: Person, mind: Mind, enemies: list[odds.Known]) -> tuple[float, float] | None:
    """The best place farther from them that none of them sees; None = there is none within a run."""
    x, y = world.position(person.id)
    dx, dy = x - enemies[0].x, y - enemies[0].y
    far = sqrt(dx * dx + dy * dy)
    if far < 0.5:
        return None
    cx, cy = world.place.nearest_free(x + dx / far * BACK_METRES, y + dy / far * BACK_METRES)
    best: tuple[float, float, float] | None = None
    for metres in (1.0, 0.5):
        bx, by = x + (cx - x) * metres, y + (cy - y) * metres
        spots = cover.hidden_near(world, bx, by, [(e.x, e.y) for e in enemies], BACK_REACH)
        for quality, sx, sy in spots:
            run = sqrt((sx - x) * (sx - x) + (sy - y) * (sy - y))
            gain = sqrt((sx - enemies[0].x) * (sx - enemies[0].x) + (sy - enemies[0].y) * (sy - enemies[0].y)) - far
            if run < LONGEST_RUN and gain > LEAST_BACK:
                score = quality - 1.2 * run
                if best is None or score > best[0]:
                    best = (score, sx, sy)
        if best is not None:
            return best[1], best[2]
    return None


def _goes_on(world: World, person: Person, mind: Mind) -> None:
    """Whether what made him fall back still holds."""
    friends = odds.comrades(world, person)
    enemies = odds.known_enemies(world, person, friends)
    is_strong = odds.against(world, person, friends, enemies) >= RELIEVED * limit(world, mind)
    is_late = world.tick > mind.act_until
    if mind.act == REGROUPS and (is_late or (is_strong and bool(friends)) or _is_upon_him(world, person, mind)):
        mind.act = ""
    elif mind.act == FALLS_BACK and is_late:
        mind.act = ""


def _is_upon_him(world: World, person: Person, mind: Mind) -> bool:
    """Whether one of them has come within reach of his weapon, or fires at him where he is."""
    if not mind.is_visible:
        return False
    x, y = world.position(person.id)
    reach = AMBUSH * world.catalog.weapons[person.guns[person.gun].weapon].effective_range if person.gun >= 0 else 0.0
    far = (mind.last_x - x) * (mind.last_x - x) + (mind.last_y - y) * (mind.last_y - y)
    return far < reach * reach or world.tick - max(person.near_miss_tick, person.hit_tick) < 60


def falls_back(world: World, person: Person, mind: Mind) -> None:
    """One moment of it: the run, then low and ready in the place he ran to."""
    if mind.act == FALLS_BACK:
        if mind.stumbles > 1:
            mind.act = ""
            return
        if not moving.walk_to(world, person, mind, mind.spot_x, mind.spot_y, 0.7):
            return
        draw = dice.draw(world.setup.seed, person.id, dice.Purpose.SEARCH, world.tick)
        speech.call(world, person.id, "bark.regroup")
        mind.act, mind.act_until = REGROUPS, world.tick + REGROUP_TICKS + draw % REGROUP_MORE
        mind.watches, mind.until = approach.SETS, mind.act_until
        mind.watch_place_x, mind.watch_place_y = mind.last_x, mind.last_y
    moving.stand(mind)
    mind.ready_tick = world.tick
    moving.look_at(world, mind, mind.last_x, mind.last_y)
    mind.hands.buttons |= Button.AIM | Button.CROUCH


# ----------------------------------------------------------------------------------------------- giving up


def despair(world: World, person: Person) -> float:
    """How much speaks for giving up, 0 to 1.5."""
    sum_of = 0.0 if odds.has_rounds(person) else EMPTY
    if person.health < WOUNDED_HEALTH * person.full_health or person.arm_wounds > 1:
        sum_of += WOUNDED
    if not odds.comrades(world, person, NEAR_METRES):
        sum_of += ALONE
    if person.suppression >= PINNED:
        sum_of += DOWN
    around = _around(world, person)
    if _is_surrounded(world, person, around):
        sum_of += SURROUNDED
    return sum_of + (SWAMPED if len(around) >= MANY else 0.0)


def _around(world: World, person: Person) -> list[int]:
    """Policemen on their feet near him who have a line to him."""
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    return [
        who
        for who in world.sides["police"]
        if world.person(who).is_able
        and world.person(who).vehicle < 0
        and (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < ROUND_METRES * ROUND_METRES
        and world.physics.is_clear(px[who], py[who], x, y, SIGHT_MASK)
    ]


def _is_surrounded(world: World, person: Person, around: list[int]) -> bool:
    """Whether two of them stand sixty degrees apart as he sees them."""
    x, y = world.position(person.id)
    bearings = [direction(world.physics.x[who] - x, world.physics.y[who] - y) for who in around]
    return any(abs(turn(one, other)) > ROUND_TURN for one in bearings for other in bearings)


def _despair(world: World, person: Person, mind: Mind) -> None:
    is_hurt = person.health < WOUNDED_HEALTH * person.full_health or person.arm_wounds > 1
    if not is_hurt and odds.has_rounds(person):
        mind.despair_tick = -1
        return
    if despair(world, person) <= world.catalog.brains[mind.brain].courage or not _around(world, person):
        mind.despair_tick = -1
        return
    if mind.despair_tick < 0:
        mind.despair_tick = world.tick
    elif world.tick - mind.despair_tick >= MAKES_UP_HIS_MIND:
        give_up(world, person, mind)


def give_up(world: World, person: Person, mind: Mind) -> None:
    """Hands up: whom or what he carries is let go, his weapon hangs."""
    damage.let_go(world, person)
    arms.conceal(person)
    mind.act, mind.act_until = GIVES_UP, world.tick + LEFT_TICKS
    moving.stand(mind)
    spawning.set_stance(world, person, Stance.HANDS_UP)
    world.count("gave_up")
    speech.call(world, person.id, "bark.give_up")


def _is_left_alone(world: World, person: Person, mind: Mind) -> None:
    """Nobody comes for him: he takes his hands down and his weapon up."""
    if mind.act != GIVES_UP or person.is_arrested or person.lifted_by >= 0:
        return
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    for who in world.sides["police"]:
        if world.person(who).is_able and world.person(who).vehicle < 0:
            if (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < LEFT_METRES * LEFT_METRES:
                mind.act_until = world.tick + LEFT_TICKS
                return
    if world.tick > mind.act_until:
        mind.act, mind.despair_tick = "", -1
        spawning.set_stance(world, person, Stance.STAND)
        arms.bring_out(world, person)
