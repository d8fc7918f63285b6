"""Time to notice: a meter for each observer and suspect, which fills while he is in sight and drains out of it.

How long it takes grows with the distance; who runs is noticed sooner, who keeps still, crouches, stands in the dark or looks like one
who belongs there later (reference: gameplay 2.1, in ticks here). Owns the meters' arithmetic; `perception` asks it about those its sight
lines reach, and nobody is believed to be there before his meter is full. The crew, who know whom to look for, need none.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai.steps import LookOut, Rounds
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

FULL = 10_000
"""Of a meter; whole numbers throughout."""
NEAR_METRES, NEAR_TICKS = 3.0, 18.0
TICKS_A_METRE = 102.0 / 22.0
"""0.3 s at 3 m, growing evenly to 2 s at 25 m, and on like that beyond."""
RUNS, STILL, CROUCHED, DISGUISED = 0.5, 1.8, 1.6, 4.0
ALARMED, WARNED = 0.25, 0.5
"""Of the time: for who has just seen or heard something, and for policemen who have been told."""
RUN_SPEED, STILL_SPEED = 3.0, 0.3
DARKEST = 0.15
"""What is left of the meter's speed where there is no light at all."""
HOLDS_TICKS = 60
"""Out of sight for so long before the meter drains, at half the speed it was filled with."""
FLASH_TICKS = 30
"""A shot gives him away at once for so long: the flash draws the eye."""
RULE_TICKS = 180
"""For so long a broken rule undoes a disguise."""
SUSPECTS, SUSPECTS_TICKS = FULL * 2 // 5, 100
"""How full a meter makes him stop and look that way, and for how long after he has lost sight of it again."""
SHOTS_FIRED = 3
"""Stage of the response from which every policeman is on his guard."""
SHOULDER = 0.26
"""Metres from a body's middle to the points at either side of it that are looked for too."""
MOST = 12
"""Meters one mind keeps."""


def ticks_to_notice(world: World, person: Person, mind: Mind, other: Person, metres: float) -> float:
    """How long somebody in plain sight has to be there until this observer has noticed him."""
    ticks = NEAR_TICKS + TICKS_A_METRE * (metres - NEAR_METRES) if metres > NEAR_METRES else NEAR_TICKS
    alarmed = is_alarmed(world, person, mind)
    if other.vehicle < 0:
        speed = world.speed(other.id)
        ticks *= RUNS if speed > RUN_SPEED else STILL if speed < STILL_SPEED and not alarmed else 1.0
        if other.stance == Stance.CROUCH and not alarmed:  # who looks for men in cover finds them there
            ticks *= CROUCHED
    if other.disguise and world.tick - other.rule_tick > RULE_TICKS:
        ticks *= DISGUISED
    if alarmed:
        ticks *= ALARMED
    elif person.side == "police" and world.heat.stage >= 2:
        ticks *= WARNED
    return ticks * 100.0 / (100.0 * DARKEST + (1.0 - DARKEST) * world.light.level(*world.position(other.id)))


def is_alarmed(world: World, person: Person, mind: Mind) -> bool:
    """Whether something has put him on his guard: he looks all round, and for this."""
    if person.side == "police" and (world.heat.stage >= SHOTS_FIRED or isinstance(mind.step, Rounds | LookOut)):
        return True
    return world.tick - mind.seen_tick < 600 or (world.tick - mind.heard_tick < 300 and mind.heard_kind != "step")


def notices(world: World, person: Person, mind: Mind, other: Person, square: float, ticks: int) -> bool:
    """Fills the meter for so many ticks in sight (`square` = of the metres between them); whether it is full."""
    meter = meter_of(world, mind, other.id)
    if meter < FULL and world.tick - other.shot_tick >= FLASH_TICKS:
        needed = ticks_to_notice(world, person, mind, other, sqrt(square))
        speed = int(FULL / needed) + 1
        meter = min(FULL, meter + speed * ticks)
    else:
        speed = mind.meters[other.id][2] if other.id in mind.meters else FULL // int(NEAR_TICKS)
        meter = FULL
    mind.meters.pop(other.id, None)
    while len(mind.meters) >= MOST:
        del mind.meters[next(iter(mind.meters))]
    mind.meters[other.id] = (meter, world.tick, speed)
    mind.glimpse_x, mind.glimpse_y = world.position(other.id)
    return meter >= FULL


def meter_of(world: World, mind: Mind, who: int) -> int:
    """How full the meter is now, 0 to FULL: it drains by itself while nobody fills it."""
    if who not in mind.meters:
        return 0
    meter, last, speed = mind.meters[who]
    out = world.tick - last - HOLDS_TICKS
    return meter if out <= 0 else max(0, meter - speed * out // 2)


def fullest(world: World, mind: Mind) -> tuple[int, int]:
    """The suspect he is nearest to noticing, or has noticed, and how full that meter is; (-1, 0) = nobody."""
    best = (-1, 0)
    for who in mind.meters:
        meter = meter_of(world, mind, who)
        if meter > best[1]:
            best = (who, meter)
    return best


def is_suspicious(world: World, mind: Mind) -> bool:
    """Whether his eye has fallen on somebody whom he is not sure of yet: he stops and looks."""
    for who, (_, last, _) in mind.meters.items():
        if world.tick - last < SUSPECTS_TICKS and SUSPECTS <= meter_of(world, mind, who) < FULL:
            return True
    return False


def is_whole(world: World, x: float, y: float, tx: float, ty: float, is_middle_clear: bool) -> bool:
    """Whether two of three points of a body are in sight: its middle (already looked for) and both shoulders."""
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 0.5:
        return is_middle_clear
    ox, oy = -dy / far * SHOULDER, dx / far * SHOULDER
    is_clear = world.physics.is_clear
    if is_middle_clear:
        return is_clear(x, y, tx + ox, ty + oy, SIGHT_MASK) or is_clear(x, y, tx - ox, ty - oy, SIGHT_MASK)
    return is_clear(x, y, tx + ox, ty + oy, SIGHT_MASK) and is_clear(x, y, tx - ox, ty - oy, SIGHT_MASK)
