"""Fighting: to cover, peek, burst, duck, reload behind it; never through a friend, nor (for the disciplined) a bystander.

A reflex that comes before most steps while there is somebody to fight. Also the short shots of those who must keep moving.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.ai import aiming, bounding, cover, menace, moving, odds, pressing
from game.sim.ai.mind import Mind
from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Cover, Hold, Pursue
from game.sim.angles import turn
from game.sim.entities import Gun, Person, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.physics import SIGHT_MASK
from game.sim.systems import blind_fire, hands, lines_of_fire
from game.sim.systems.shooting import PINNED, gun_of

if TYPE_CHECKING:
    from game.content.specs import BrainSpec
    from game.sim.world import World

MEMORY = 8 * 60
LOST = 210
"""Ticks without a sight of him after which one no longer waits for him to show himself."""
UNDER_FIRE = 90
STEP_OUT = 0.45
SUPPRESSING_PAUSE = 10
COVER_REACH = 12.0
POST_REACH, POST_COVER = 18.0, 8.0
"""Metres from a post at which one still belongs to it, and within which he looks for cover there."""
CROSSES_TICKS = 120
PINNED_REACH = 9.0
COVER_COMMIT = 110
THINKS_AGAIN = 18
"""Ticks after which whoever lies in the open looks for cover anew: he does not wait for the others' turn."""
MOST_OTHERS = 3
HANDS_TICKS = 6
BLIND_FIRE, SHOWN_TICKS = "blind fire", 45
BLIND_TICKS, BLIND_TURN, BLIND_PAUSE = 300, 1820, 2.0
"""Ticks since a sight of them for which he fires blind; ten degrees within which his weapon must point there already; and how many times as
long as otherwise he pauses between two bursts."""
PROVOKED = 6 * 60
NEAR_POLICE = 32.0
SHOTS_FIRED = 3
"""Stage of the response from which policemen no longer wait to see a weapon."""


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
    if isinstance(mind.step, Pursue) and lines_of_fire.has_shield(world, target):
        return False  # that is one for patience
    if person.side == "police" and target.gun < 0 and target.shots == 0 and world.heat.stage < SHOTS_FIRED:
        return False  # nobody fires at a man who has shown nothing
    brain = world.catalog.brains[mind.brain]
    if brain.shoots == "never" or not (mind.is_visible or _may_reappear(world, person, mind)):
        return False
    if brain.shoots == "sight" or isinstance(mind.step, Cover):
        return True  # whoever was asked for cover does not wait to be shot at
    return is_provoked(world, person, mind, target)


def _may_reappear(world: World, person: Person, mind: Mind) -> bool:
    """Whether it is worth watching where he was last: for a while, and from where one sees it. Who is pinned stays down."""
    if person.suppression >= PINNED:
        return True
    if world.tick - mind.seen_tick > LOST:
        return False
    x, y = world.position(person.id)
    if world.physics.is_clear(x, y, mind.last_x, mind.last_y, SIGHT_MASK):
        return True
    return mind.has_cover and world.physics.is_clear(mind.peek_x, mind.peek_y, mind.last_x, mind.last_y, SIGHT_MASK)


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
    dx, dy = _danger(world, person, tx, ty)
    if (world.tick >= mind.cover_until or not mind.has_cover) and (world.tick + person.id) % 30 < 3:
        _choose_cover(world, person, mind, brain, x, y, dx, dy)
    is_low = keeps_low(world, person, mind, gun)
    if is_low and mind.has_cover and _was_met_there(world, person, mind):
        spot = cover.Spot(mind.cover_x, mind.cover_y, mind.peek_x, mind.peek_y, True)
        mind.peek_x, mind.peek_y = cover.other_side(world, spot, tx, ty)[2:4]
    if mind.has_cover and not _is_in_place(world, person, mind, x, y, is_low):
        if mind.is_visible and person.suppression < PINNED:
            aiming.aim(world, person, mind, brain, tx, ty)
            aiming.pull(world, person, mind, brain, gun, tx, ty)
        return
    is_caught = person.suppression >= PINNED or world.tick - person.hit_tick < UNDER_FIRE
    if is_caught and _gets_out_of_it(world, person, mind, x, y, dx, dy):
        return
    moving.stand(mind)
    if gun.reload_ticks > 0 or person.suppression >= PINNED:
        mind.hands.buttons |= Button.CROUCH
        if gun.reload_ticks == 0 and not _reloads(world, person, mind, gun):
            fire_blind(world, person, mind, brain, gun, tx, ty)
        return
    if _reloads(world, person, mind, gun):
        return
    if world.tick < mind.pause_until or is_low:
        if mind.has_cover:
            mind.hands.buttons |= Button.CROUCH
        aiming.aim(world, person, mind, brain, tx, ty)
        return
    aiming.aim(world, person, mind, brain, tx, ty)
    if mind.is_visible:
        aiming.pull(world, person, mind, brain, gun, tx, ty)


def _was_met_there(world: World, person: Person, mind: Mind) -> bool:
    """Whether he has just been fired at where he looked round his cover: the next time he does so on the other side of it."""
    dx, dy = mind.peek_x - mind.cover_x, mind.peek_y - mind.cover_y
    x, y = world.position(person.id)
    is_out = (x - mind.peek_x) * (x - mind.peek_x) + (y - mind.peek_y) * (y - mind.peek_y) < STEP_OUT * STEP_OUT
    return (
        dx * dx + dy * dy > 0.01 and is_out and world.tick - max(person.near_miss_tick, person.hit_tick) < HANDS_TICKS
    )


def _gets_out_of_it(world: World, person: Person, mind: Mind, x: float, y: float, tx: float, ty: float) -> bool:
    """Pinned where nothing protects him he does not lie there: he runs for the nearest thing that does. Whether he is on his way."""
    if cover.protects(world, x, y, tx, ty):
        return False
    is_useless = mind.has_cover and not cover.protects(world, mind.cover_x, mind.cover_y, tx, ty)
    since = world.tick - (mind.cover_until - COVER_COMMIT)
    if since >= COVER_COMMIT or (is_useless and since >= THINKS_AGAIN):
        others = _other_dangers(world, person, mind)
        spot = cover.place_near(world, person, x, y, tx, ty, PINNED_REACH, others=others)
        mind.cover_x, mind.cover_y, mind.peek_x, mind.peek_y = spot[:4]
        mind.has_cover, mind.cover_until = True, world.tick + COVER_COMMIT
    dx, dy = mind.cover_x - x, mind.cover_y - y
    if not mind.has_cover or dx * dx + dy * dy < STEP_OUT * STEP_OUT or mind.stumbles > 1:
        return False
    moving.walk_to(world, person, mind, mind.cover_x, mind.cover_y, STEP_OUT)
    return True


def _danger(world: World, person: Person, tx: float, ty: float) -> tuple[float, float]:
    """Where what he must be covered from is: whoever has just fired at him, else his target."""
    who = person.fired_at_by
    if who >= 0 and world.tick - person.near_miss_tick < UNDER_FIRE and odds.is_up(world.person(who)):
        return world.position(who)
    return tx, ty


def fire_blind(world: World, person: Person, mind: Mind, brain: BrainSpec, gun: Gun, tx: float, ty: float) -> None:
    """Pinned, he holds the weapon over or round his cover and fires where they were: now and then, while they were seen lately."""
    is_stale = world.tick - mind.seen_tick > BLIND_TICKS or gun.rounds == 0 or world.tick < mind.pause_until
    if is_stale:
        return
    aiming.point(world, person, mind, tx, ty)
    if abs(turn(person.aim, mind.hands.aim)) > BLIND_TURN or blind_fire.muzzle(world, person) is None:
        return
    if pressing.may_fire(world, person, mind, tx, ty):
        if mind.act != BLIND_FIRE:
            bounding.call(world, person, "bark.blind")
        mind.act, mind.act_until = BLIND_FIRE, world.tick + SHOWN_TICKS
        aiming.press_trigger(world, person, mind, brain, gun, BLIND_PAUSE, tx, ty)


def keeps_low(world: World, person: Person, mind: Mind, gun: Gun) -> bool:
    """Whether he stays behind his cover for now: reloading, pinned, or between two bursts with bullets about his ears."""
    if gun.reload_ticks > 0 or gun.rounds == 0 or person.suppression >= PINNED:
        return True
    if person.side == "police" and (is_outranged(world, person, mind, gun) or pressing.holds_fire(world, person, mind)):
        return True
    return world.tick < mind.pause_until and world.tick - max(person.near_miss_tick, person.hit_tick) < UNDER_FIRE


def is_outranged(world: World, person: Person, mind: Mind, gun: Gun) -> bool:
    """Whether his man is farther off than his own weapon reaches: nothing is gained by showing himself."""
    x, y = world.position(person.id)
    reach = aiming.reach_of(world.catalog.weapons[gun.weapon], person)
    return (mind.last_x - x) * (mind.last_x - x) + (mind.last_y - y) * (mind.last_y - y) > reach * reach


def _is_in_place(world: World, person: Person, mind: Mind, x: float, y: float, is_low: bool) -> bool:
    """Walks into cover, or the step out of it from which he fires; whether he is there. Where he cannot get he gives up on."""
    gx, gy = (mind.cover_x, mind.cover_y) if is_low else (mind.peek_x, mind.peek_y)
    far = (gx - x) * (gx - x) + (gy - y) * (gy - y)
    if far < STEP_OUT * STEP_OUT:
        return True
    if mind.stumbles > 1:
        mind.cover_x = mind.peek_x = x
        mind.cover_y = mind.peek_y = y
        mind.cover_until, mind.stumbles = world.tick + COVER_COMMIT, 0
        return True
    return moving.walk_to(world, person, mind, gx, gy, STEP_OUT, runs=far > 4.0)


def _reloads(world: World, person: Person, mind: Mind, gun: Gun) -> bool:
    """A fresh magazine when the old one is empty or, with nobody in sight, nearly: called out, and never two at once unless empty."""
    size = world.catalog.weapons[gun.weapon].magazine
    if gun.rounds > 0 and (gun.rounds * 3 >= size or mind.is_visible or _friend_reloads(world, person)):
        return False
    if not any(gun.spares):
        return False  # what is in it is all he has
    mind.hands.buttons |= Button.CROUCH
    moving.press(person, mind, Button.RELOAD)
    if person.side == "crew":
        bounding.call(world, person, "bark.reloading")
    elif person.side == "police":
        speech.call(world, person.id, "bark.cover_reload")
    return True


def takes_another(world: World, person: Person, mind: Mind) -> bool:
    """With nothing left for the weapon in his hands he takes the next one that has something; whether he is at that."""
    gun = gun_of(person)
    if gun is None or gun.rounds > 0 or any(gun.spares) or person.vehicle >= 0 or hands.are_full(world, person):
        return False
    if not odds.has_rounds(person):
        return False
    if not person.held_before & Button.NEXT_WEAPON and gun.draw_ticks == 0:
        mind.hands.buttons |= Button.NEXT_WEAPON
        if person.side == "crew" and person.id != world.player:
            bounding.call(world, person, "bark.out")
    return True


def _friend_reloads(world: World, person: Person) -> bool:
    x, y = world.position(person.id)
    for who in people_near(world, x, y, 20.0):
        friend = world.person(who)
        if who != person.id and friend.side == person.side and friend.gun >= 0:
            if friend.guns[friend.gun].reload_ticks > 0:
                return True
    return False


def keep_down(world: World, person: Person, mind: Mind, enemy: int) -> None:
    """Keeps one enemy's head down for a friend: bursts at him until he is down, then only the gun on him; out of sight, bursts at where
    he was seen last or the friend says he is, since nobody sees whether he keeps his head down there."""
    gun = gun_of(person)
    if gun is None:
        return
    moving.stand(mind)
    brain = world.catalog.brains[mind.brain]
    x, y = world.position(person.id)
    _turn_to(world, mind, enemy, x, y)
    tx, ty = mind.covers_at
    if not mind.is_visible and mind.has_cover and gun.reload_ticks == 0 and person.suppression < PINNED:
        if not moving.walk_to(world, person, mind, mind.peek_x, mind.peek_y, STEP_OUT, runs=False):
            return  # a step out of his cover first
    if gun.reload_ticks > 0 or _reloads(world, person, mind, gun):
        mind.hands.buttons |= Button.CROUCH
        return
    if person.suppression >= PINNED:
        mind.hands.buttons |= Button.CROUCH
        if cover.protects(world, x, y, tx, ty):
            return
    aiming.aim(world, person, mind, brain, tx, ty)
    if not mind.is_visible or world.person(enemy).suppression < menace.ENOUGH:
        mind.pause_until = min(mind.pause_until, world.tick + SUPPRESSING_PAUSE)
        aiming.pull(world, person, mind, brain, gun, tx, ty)


def _turn_to(world: World, mind: Mind, enemy: int, x: float, y: float) -> None:
    """Makes the enemy he covers his target, as he sees him from (x, y) or else as he last knew of him."""
    if mind.target != enemy:
        mind.target, mind.first_tick = enemy, world.tick
    mind.is_visible = world.physics.is_clear(x, y, *world.position(enemy), SIGHT_MASK)
    if mind.is_visible:
        mind.covers_at, mind.covers_tick = world.position(enemy), world.tick
    mind.seen_tick = mind.covers_tick
    mind.last_x, mind.last_y = mind.covers_at


def wait_for_cover(world: World, person: Person, mind: Mind) -> None:
    """Held back from going: keeps the lane down himself as far as he sees it, else stays low."""
    enemy = menace.in_sight_of(world, person, mind.menaced_by, mind.menaced_at)
    if enemy >= 0:
        mind.hands.buttons &= ~Button.FIRE  # whoever he has just pulled the trigger at is another one
        bounding.take_cover_of(world, mind, enemy, mind.menaced_at, 0)
        keep_down(world, person, mind, enemy)
    else:
        bounding.stay_low(world, person, mind)
    if world.tick < mind.pause_until or not mind.hands.buttons & Button.FIRE:
        mind.hands.buttons |= Button.CROUCH


def _choose_cover(
    world: World, person: Person, mind: Mind, brain: BrainSpec, x: float, y: float, tx: float, ty: float
) -> None:
    """The best spot near by; when nobody has been seen for a while, one nearer to where he was (not for those who hold a place)."""
    cx, cy = x, y
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    pinned_from = None
    holds = _holds_his_post(person, mind, x, y)
    if holds:
        cx, cy = mind.spot_x, mind.spot_y
    elif (
        person.side != "police"
        or far < 8.0
        or isinstance(mind.step, Hold)
        or not pressing.may_press_on(world, person, mind)
    ):
        pass
    elif mind.pinner >= 0:
        pinned_from = world.position(mind.pinner)
        cx, cy = pressing.flank_from(world, person, mind, tx, ty)
    elif world.tick - mind.seen_tick > 150 or far > brain.preferred_range * 1.5:
        step = min(9.0, far * 0.4)
        cx, cy = x + (tx - x) / far * step, y + (ty - y) / far * step
        cx, cy = world.place.nearest_free(cx, cy)
    others = _other_dangers(world, person, mind)
    reach = POST_COVER if holds else COVER_REACH
    spot = cover.place_near(world, person, cx, cy, tx, ty, reach, brain.preferred_range, pinned_from, others=others)
    if (
        not holds
        and (cx, cy) != (x, y)
        and (spot.x - tx) * (spot.x - tx) + (spot.y - ty) * (spot.y - ty) > (far - 2.0) * (far - 2.0)
    ):
        # No cover on the way: across the open then; a policeman only while his man is kept down, or has not shown himself for long.
        is_down = world.person(mind.target).suppression >= menace.SUPPRESSED
        if person.side != "police" or is_down or world.tick - mind.seen_tick > CROSSES_TICKS:
            spot = cover.Spot(cx, cy, cx, cy, True)
        else:
            spot = cover.place_near(world, person, x, y, tx, ty, COVER_REACH, brain.preferred_range, others=others)
    mind.cover_x, mind.cover_y, mind.peek_x, mind.peek_y = spot[:4]
    mind.has_cover = True
    mind.cover_until = world.tick + COVER_COMMIT


def _holds_his_post(person: Person, mind: Mind, x: float, y: float) -> bool:
    """Whether a policeman was told to hold a place and is at it: his next cover is about that place, and he does not creep forward."""
    if person.side != "police" or not isinstance(mind.step, Hold) or mind.phase == 0:
        return False
    dx, dy = mind.spot_x - x, mind.spot_y - y
    return dx * dx + dy * dy < POST_REACH * POST_REACH


def _other_dangers(world: World, person: Person, mind: Mind) -> list[tuple[float, float]]:
    """Where else enemies are, as a policeman knows from himself and those about him: a few of them."""
    if person.side != "police":
        return []
    known = odds.known_enemies(world, person, odds.comrades(world, person))
    return [(one.x, one.y) for one in known if one.who != mind.target][:MOST_OTHERS]


def shoot_on_the_move(world: World, person: Person, mind: Mind) -> None:
    """A burst at what he sees while his feet (or his driver) go on; not from the wheel, not with his hands busy."""
    if (
        person.use
        or (person.lifting >= 0 and not _has_a_hand_free(world, person))
        or (person.vehicle >= 0 and person.seat == 0)
        or mind.hands.buttons & Button.USE
    ):
        return
    if person.vehicle >= 0 and person.suppression >= PINNED:
        return  # low in his seat: doors and frames are all the cover there is
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
    aiming.aim(world, person, mind, brain, tx, ty)
    aiming.pull(world, person, mind, brain, gun, tx, ty)


def _has_a_hand_free(world: World, person: Person) -> bool:
    """Whether he can fire with somebody on his back: one hand, a pistol in it."""
    return person.gun >= 0 and world.catalog.weapons[person.guns[person.gun].weapon].is_one_handed


def _top_up(world: World, person: Person, mind: Mind) -> None:
    gun = gun_of(person)
    if gun is not None and gun.reload_ticks == 0 and any(gun.spares):
        size = world.catalog.weapons[gun.weapon].magazine
        if gun.rounds * 2 < size and world.tick - person.shot_tick > 90:
            moving.press(person, mind, Button.RELOAD)
