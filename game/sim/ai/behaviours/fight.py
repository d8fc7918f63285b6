"""Fighting: to cover, peek, burst, duck, reload behind it; never through a friend, nor (for the disciplined) a bystander.

A reflex that comes before most steps while there is somebody to fight. Also the short shots of those who must keep moving.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import cover, moving
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Cover
from game.sim.angles import UNITS_PER_RADIAN, direction
from game.sim.entities import Gun, Person, Stance
from game.sim.input_frame import AIM_DISTANCE_STEP, Button
from game.sim.systems.shooting import PINNED, gun_of

if TYPE_CHECKING:
    from game.content.specs import BrainSpec
    from game.sim.world import World

MEMORY = 8 * 60
COVER_REACH = 12.0
COVER_COMMIT = 110
PROVOKED = 6 * 60
NEAR_POLICE = 32.0
LINE_WIDTH = 0.75
SETTLE_TICKS = 110
"""Ticks on target after which the aim is as good as it gets."""


def wants_to(world: World, person: Person, mind: Mind) -> bool:
    """Whether there is somebody to fight, and reason enough for this mind."""
    gun = gun_of(person)
    if gun is None or mind.target < 0 or world.tick - mind.seen_tick > MEMORY:
        return False
    if gun.rounds == 0 and not any(gun.spares):
        return False
    target = world.person(mind.target)
    if not target.is_present or target.stance >= Stance.DOWN or target.is_arrested or target.stance == Stance.HANDS_UP:
        return False
    brain = world.catalog.brains[mind.brain]
    if brain.shoots == "never":
        return False
    if brain.shoots == "sight" or isinstance(mind.step, Cover):
        return True  # whoever was asked for cover does not wait to be shot at
    return is_provoked(world, person, mind, target)


def is_provoked(world: World, person: Person, mind: Mind, target: Person) -> bool:
    """Shot at lately, or a policeman with his gun out close by once it is that far: the crew shoots back, it does not begin."""
    if world.tick - max(person.near_miss_tick, person.hit_tick) < PROVOKED or world.tick - target.shot_tick < PROVOKED:
        return True
    if target.side != "police" or world.heat.stage < 3 or not mind.is_visible:
        return False
    x, y = world.position(person.id)
    tx, ty = world.position(target.id)
    return (tx - x) * (tx - x) + (ty - y) * (ty - y) < NEAR_POLICE * NEAR_POLICE and target.vehicle < 0


def think(world: World, person: Person, mind: Mind) -> None:
    """One moment of the fight."""
    brain = world.catalog.brains[mind.brain]
    gun = gun_of(person)
    assert gun is not None
    x, y = world.position(person.id)
    tx, ty = (world.position(mind.target)) if mind.is_visible else (mind.last_x, mind.last_y)
    if (world.tick >= mind.cover_until or not mind.has_cover) and (world.tick + person.id) % 30 < 3:
        _choose_cover(world, person, mind, brain, x, y, tx, ty)
    if mind.has_cover and (mind.cover_x - x) * (mind.cover_x - x) + (mind.cover_y - y) * (mind.cover_y - y) > 0.8:
        moving.walk_to(world, person, mind, mind.cover_x, mind.cover_y, 0.7)
        if mind.is_visible and person.suppression < PINNED:
            _aim(world, person, mind, brain, tx, ty)
            _pull(world, person, mind, brain, gun, tx, ty)
        return
    moving.stand(mind)
    if gun.reload_ticks > 0 or person.suppression >= PINNED:
        mind.hands.buttons |= Button.CROUCH
        return
    size = world.catalog.weapons[gun.weapon].magazine
    if gun.rounds == 0 or (gun.rounds * 3 < size and not mind.is_visible):
        mind.hands.buttons |= Button.CROUCH
        moving.press(person, mind, Button.RELOAD)
        return
    if world.tick < mind.pause_until:
        if mind.has_cover:
            mind.hands.buttons |= Button.CROUCH
        _aim(world, person, mind, brain, tx, ty)
        return
    _aim(world, person, mind, brain, tx, ty)
    if mind.is_visible:
        _pull(world, person, mind, brain, gun, tx, ty)


def _choose_cover(
    world: World, person: Person, mind: Mind, brain: BrainSpec, x: float, y: float, tx: float, ty: float
) -> None:
    """The best spot near by; when nobody has been seen for a while, one nearer to where he was (not for those who hold a place)."""
    cx, cy = x, y
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    if (
        person.side == "police"
        and (world.tick - mind.seen_tick > 150 or far > brain.preferred_range * 1.5)
        and far > 8.0
    ):
        step = min(9.0, far * 0.4)
        cx, cy = x + (tx - x) / far * step, y + (ty - y) / far * step
        cx, cy = world.place.nearest_free(cx, cy)
    mind.cover_x, mind.cover_y = cover.spot_near(world, person, cx, cy, tx, ty, COVER_REACH, brain.preferred_range)
    mind.has_cover = True
    mind.cover_until = world.tick + COVER_COMMIT


def _aim(world: World, person: Person, mind: Mind, brain: BrainSpec, tx: float, ty: float) -> None:
    x, y = world.position(person.id)
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    on_target = world.tick - mind.first_tick
    share = 1.0 - 0.75 * min(1.0, on_target / SETTLE_TICKS)
    error = brain.aim_error_mrad * share * UNITS_PER_RADIAN / 1000.0
    off = dice.bell(dice.draw(world.setup.seed, person.id, dice.Purpose.MIND, world.tick)) * error
    if mind.target >= 0 and mind.is_visible:
        lead = far / 700.0
        dx += world.physics.vx[mind.target] * lead
        dy += world.physics.vy[mind.target] * lead
    mind.hands.aim = (direction(dx, dy) + int(off)) & 65535
    mind.hands.aim_distance = min(255, int(far / AIM_DISTANCE_STEP))
    mind.hands.buttons |= Button.AIM


def _pull(world: World, person: Person, mind: Mind, brain: BrainSpec, gun: Gun, tx: float, ty: float) -> None:
    """The trigger: after the reaction time, in bursts, never through the wrong people."""
    reaction = brain.reaction_ticks * (world.difficulty.police_reaction if person.side == "police" else 1.0)
    if person.suppression > 0.35:
        reaction += 24
    if world.tick - mind.first_tick < reaction or world.tick < mind.pause_until:
        return
    if not is_line_free(world, person, brain, tx, ty):
        return
    spec = world.catalog.weapons[gun.weapon]
    if spec.is_automatic:
        mind.hands.buttons |= Button.FIRE
        mind.burst += 3 * spec.rounds_per_minute
        if mind.burst >= brain.burst * 3600:
            mind.burst = 0
            mind.pause_until = world.tick + brain.burst_pause_ticks
    elif not person.held_before & Button.FIRE and gun.wait <= 0:
        mind.hands.buttons |= Button.FIRE
        mind.burst += 1
        if mind.burst >= max(2, brain.burst - 1):
            mind.burst = 0
            mind.pause_until = world.tick + brain.burst_pause_ticks
        else:
            mind.pause_until = world.tick + 9


def is_line_free(world: World, person: Person, brain: BrainSpec, tx: float, ty: float) -> bool:
    """Whether no friend, and for the disciplined no bystander, stands in the line of fire or close behind the target."""
    x, y = world.position(person.id)
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 0.5:
        return True
    dx, dy = dx / far, dy / far
    reach = far + 4.0
    along = 0.0
    seen: list[int] = []
    while along < reach:
        for who in people_near(world, x + dx * (along + 2.0), y + dy * (along + 2.0), 3.0):
            if who == person.id or who in seen:
                continue
            seen.append(who)
            other = world.person(who)
            if other.stance >= Stance.DOWN or not _spares(brain, person, other):
                continue
            ox, oy = world.physics.x[who] - x, world.physics.y[who] - y
            if 0.0 < ox * dx + oy * dy < reach and abs(ox * dy - oy * dx) < LINE_WIDTH:
                return False
        along += 4.0
    return True


def _spares(brain: BrainSpec, person: Person, other: Person) -> bool:
    if other.side == person.side:
        return True
    return brain.discipline >= 0.5 and (other.side == "civilian" or (other.side == "guard" and person.side == "police"))


def shoot_on_the_move(world: World, person: Person, mind: Mind) -> None:
    """A burst at what he sees while his feet (or his driver) go on; not from the wheel, not with his hands busy."""
    if (
        person.use
        or person.lifting >= 0
        or (person.vehicle >= 0 and person.seat == 0)
        or mind.hands.buttons & Button.USE
    ):
        return
    if not mind.is_visible or not wants_to(world, person, mind):
        _top_up(world, person, mind)
        return
    gun = gun_of(person)
    assert gun is not None
    brain = world.catalog.brains[mind.brain]
    if gun.rounds == 0:
        moving.press(person, mind, Button.RELOAD)
        return
    tx, ty = world.position(mind.target)
    x, y = world.position(person.id)
    if (tx - x) * (tx - x) + (ty - y) * (ty - y) > 2500.0:
        return
    mind.hands.buttons &= ~Button.RUN
    _aim(world, person, mind, brain, tx, ty)
    _pull(world, person, mind, brain, gun, tx, ty)


def _top_up(world: World, person: Person, mind: Mind) -> None:
    gun = gun_of(person)
    if gun is not None and gun.reload_ticks == 0 and any(gun.spares):
        size = world.catalog.weapons[gun.weapon].magazine
        if gun.rounds * 2 < size and world.tick - person.shot_tick > 90:
            moving.press(person, mind, Button.RELOAD)
