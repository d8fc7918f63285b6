"""How the police press a man: one pins him, others come round the side, whoever stands in his way shuts it; a few fire at a time.

Owns who may fire at whom at a time, and who pins, flanks or blocks; worked out when one of them decides, from what each of them is at.
Nobody gives himself away before it is worth it: unseen and not fired at, they hold their fire until their man is near enough, and then
all fire at once. The crew's way is `bounding`. Called by the controller, `fight` and `approach`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.ai.steps import Hold
from game.sim.angles import COS, SIN, direction, turn
from game.sim.entities import NOBODY, Person
from game.sim.mission import speech
from game.sim.systems import tempo

if TYPE_CHECKING:
    from game.sim.ai.mind import Mind
    from game.sim.world import World

PINS, FLANKS, BLOCKS = "pins", "flanks", "blocks"
ROLES = (PINS, FLANKS, BLOCKS)
WAY_TICKS = 600
"""For so long it counts which way the crew went."""
BLOCKS_FROM, BLOCKS_TO, BLOCKS_COSINE = 8.0, 70.0, 0.64
"""Metres ahead of them, and within fifty degrees, of whoever shuts their way."""
AMBUSH, GIVEN_AWAY, OPENED = 1.25, 150, 240
"""Times his weapon's effective range within which he fires at who comes; ticks since a round came near him, or since one of them fired,
within which there is nothing to hide any more."""
TOKENS = 4
"""Policemen who fire at one man at a time: the nearest; more would be a wall of lead nobody could read."""
POINT_BLANK = 12.0
"""Metres within which nobody waits for his turn."""
COMRADE_METRES = 32.0
QUIET_TICKS = 150
"""Since the last round came his way, before he leaves his cover of his own accord."""
LOOKS_ELSEWHERE = 3640
"""Twenty degrees: a man who aims so far past him is busy with a comrade."""
FLANK_TURN, FLANK_STEP = 9100, 0.85
"""Fifty degrees round the man, and how much nearer to him."""
AT_HIS_POST = 8.0
"""Metres from the place he was told to hold within which he fights from it."""
MOST_STEP = 12.0
"""Metres, along and across, that a flanker goes from one cover to the next."""


def take_a_role(world: World, person: Person, mind: Mind) -> None:
    """His place in the queue for his target, and who pins that one from where: four times a second, for those who fight."""
    tx, ty = mind.last_x, mind.last_y
    px, py = world.physics.x, world.physics.y
    ranked = []
    for who in world.sides["police"]:
        other = world.minds[who]
        if other.target == mind.target and other.is_fighting and world.person(who).is_able:
            ranked.append(((px[who] - tx) * (px[who] - tx) + (py[who] - ty) * (py[who] - ty), who))
    ranked.sort()
    order = [who for _, who in ranked]
    mind.queue = order.index(person.id) if person.id in order else 0
    before, was_at = mind.pinner, mind.act
    is_blocking = blocks(world, person, tx, ty)
    mind.pinner = order[0] if mind.queue % 2 == 1 and not is_blocking else NOBODY
    if mind.act == "" or mind.act in ROLES:
        mind.act = BLOCKS if is_blocking else FLANKS if mind.pinner != NOBODY else PINS
    if mind.pinner != NOBODY and before == NOBODY:
        speech.call(world, person.id, "bark.flank")
    elif mind.act == BLOCKS and was_at != BLOCKS:
        speech.call(world, person.id, "bark.block")
    elif mind.act == PINS and was_at != PINS and len(order) > 1:
        speech.call(world, person.id, "bark.pin")


def blocks(world: World, person: Person, tx: float, ty: float) -> bool:
    """Whether he stands before somebody on the way the crew goes, as it was told: he stays there and lets them come."""
    heading = world.heat.heading
    if heading < 0 or world.tick - world.heat.seen_tick > WAY_TICKS:
        return False
    x, y = world.position(person.id)
    dx, dy = x - tx, y - ty
    ahead = dx * COS[heading] + dy * SIN[heading]
    return BLOCKS_FROM < ahead < BLOCKS_TO and ahead * ahead > BLOCKS_COSINE * BLOCKS_COSINE * (dx * dx + dy * dy)


def holds_fire(world: World, person: Person, mind: Mind) -> bool:
    """Whether a policeman lets his man come nearer first: as long as nobody fires at him and no comrade near by has begun."""
    if (
        person.side != "police"
        or person.gun < 0
        or world.tick - max(person.near_miss_tick, person.hit_tick) < GIVEN_AWAY
    ):
        return False
    if world.tick - person.shot_tick < OPENED or person.id == world.player:
        return False
    spec = world.catalog.weapons[person.guns[person.gun].weapon]
    x, y = world.position(person.id)
    reach = AMBUSH * spec.effective_range
    dx, dy = mind.last_x - x, mind.last_y - y
    if dx * dx + dy * dy < reach * reach:
        return False
    px, py = world.physics.x, world.physics.y
    return not any(
        world.tick - world.person(who).shot_tick < OPENED
        and (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < COMRADE_METRES * COMRADE_METRES
        for who in world.sides["police"]
    )


def has_far_to_go(world: World, person: Person, mind: Mind) -> bool:
    """Whether a policeman who was told to hold a place is still on his way to it and out of the fight: he who is past what his gun
    reaches, and at whom nobody fires, runs on and does not lie down behind the first car he sees them from."""
    if not isinstance(mind.step, Hold) or person.gun < 0 or person.vehicle >= 0:
        return False
    if world.tick - max(person.near_miss_tick, person.hit_tick) < QUIET_TICKS:
        return False
    x, y = world.position(person.id)
    dx, dy = mind.last_x - x, mind.last_y - y
    reach = AMBUSH * world.catalog.weapons[person.guns[person.gun].weapon].effective_range
    if dx * dx + dy * dy < reach * reach:
        return False
    if mind.phase == 0:
        return True
    dx, dy = mind.spot_x - x, mind.spot_y - y
    return dx * dx + dy * dy > AT_HIS_POST * AT_HIS_POST


def may_fire(world: World, person: Person, mind: Mind, tx: float, ty: float) -> bool:
    """Whether it is his turn to fire at his target."""
    if person.side != "police":
        return True
    if holds_fire(world, person, mind):
        return False
    if mind.queue < TOKENS:
        return True
    x, y = world.position(person.id)
    return (tx - x) * (tx - x) + (ty - y) * (ty - y) < POINT_BLANK * POINT_BLANK


def may_press_on(world: World, person: Person, mind: Mind) -> bool:
    """Whether he may leave his cover for a nearer one: not alone, and his man is kept down, or aims at somebody else while nobody has
    fired at him lately."""
    if tempo.eases(world) or not _has_comrade(world, person) or mind.act == BLOCKS:
        return False
    target = world.person(mind.target)
    if target.suppression > 0.35:
        return True
    if world.tick - max(person.near_miss_tick, person.hit_tick) < QUIET_TICKS:
        return False
    x, y = world.position(person.id)
    tx, ty = world.position(target.id) if mind.is_visible else (mind.last_x, mind.last_y)
    return not mind.is_visible or abs(turn(target.aim, direction(x - tx, y - ty))) > LOOKS_ELSEWHERE


def _has_comrade(world: World, person: Person) -> bool:
    """Whether another policeman on his feet is near enough to help him."""
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    for who in world.sides["police"]:
        if who != person.id and world.person(who).is_able and world.person(who).vehicle < 0:
            if (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < COMRADE_METRES * COMRADE_METRES:
                return True
    return False


def flank_from(world: World, person: Person, mind: Mind, tx: float, ty: float) -> tuple[float, float]:
    """The middle of where a flanker looks for cover: round his man, to the side he is on already as the one who pins sees it."""
    x, y = world.position(person.id)
    fx, fy = world.position(mind.pinner)
    side = 1 if (fx - tx) * (y - ty) - (fy - ty) * (x - tx) > 0.0 else -1
    bearing = (direction(fx - tx, fy - ty) + side * FLANK_TURN) & 65535
    far = ((x - tx) * COS[bearing] + (y - ty) * SIN[bearing]) * FLANK_STEP
    far = far if far > 10.0 else 10.0
    gx, gy = tx + COS[bearing] * far, ty + SIN[bearing] * far
    dx, dy = gx - x, gy - y
    length = (dx if dx > 0.0 else -dx) + (dy if dy > 0.0 else -dy)
    share = 1.0 if length < MOST_STEP else MOST_STEP / length
    return world.place.nearest_free(x + dx * share, y + dy * share)
