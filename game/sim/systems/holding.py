"""People held at gunpoint: control that fades where nobody looks, and the temper of whoever is left alone with them.

Ten times a second. What somebody does when control is gone is his mind's business (`behaviours/kneel.py`), what a hothead does
when his temper is full is in `behaviours/outburst.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.ai.steps import CallPhone
from game.sim.angles import direction, turn
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK
from game.sim.systems import hands, spawning

if TYPE_CHECKING:
    from game.sim.place import Zone
    from game.sim.world import World

PERIOD = 6
FREEZE, OBEY, BOLT = 0.3, 0.6, 0.85
"""Fear from which a bystander stands still, lies down, runs (`behaviours/flee`)."""
DEFIES, DEAF = 0.5, 0.5
"""What courage takes of the chance that somebody obeys a shout, and the share of it that is left once he runs."""
TOLD_SECONDS, TOLD_A_GUN = 12.0, 0.5
"""For so long one lies where he was told to, and so much longer for each gun he sees on him (reference: gameplay 2.10)."""
HOLD_RADIUS = 11.0
HOLD_ARC = 12743
"""70 degrees either side: what one man with a gun keeps in view."""
FADE_SECONDS = 12.0
ARC_PEOPLE = 8
"""What one gun holds when there are more."""
ALARM_REACH, ALARM_SECONDS = 40.0, 3.0
CALM_RADIUS = 8.0
HEATED_RADIUS = 10.0
LEFT_METRES = 25.0


def advance(world: World) -> None:
    """Control and temper, ten times a second."""
    if world.tick % PERIOD:
        return
    held = [person for person in world.people if person.stance == Stance.KNEEL and person.is_present]
    shared = _shared_guns(world, held) if len(held) > ARC_PEOPLE else None
    for person in held:
        _control(world, person, watchers(world, person) if shared is None else shared.get(person.id, 0))
    for who in world.crew_ids:
        if world.catalog.brains[world.person_spec(who).brain].temper_gain > 0.0:
            _temper(world, world.person(who), held)


def watchers(world: World, person: Person, but: int = -1) -> int:
    """How many guns of the crew are on somebody, not counting one man's."""
    x, y = world.position(person.id)
    guns = 0
    for who in world.crew_ids:
        watcher = world.person(who)
        if who == but or not _can_watch(world, watcher):
            continue
        wx, wy = world.position(who)
        far = (wx - x) * (wx - x) + (wy - y) * (wy - y)
        if far < HOLD_RADIUS * HOLD_RADIUS and abs(turn(watcher.aim, direction(x - wx, y - wy))) < HOLD_ARC:
            world.stats["sight_queries"] += 1
            if world.physics.is_clear(wx, wy, x, y, SIGHT_MASK):
                guns += 1
    return guns


def _shared_guns(world: World, held: list[Person]) -> dict[int, int]:
    """How many guns are on each of many people: every gun holds the eight nearest to where it points."""
    guns: dict[int, int] = {}
    for who in world.crew_ids:
        watcher = world.person(who)
        if not _can_watch(world, watcher):
            continue
        x, y = world.position(who)
        near = []
        for person in held:
            px, py = world.position(person.id)
            if (px - x) * (px - x) + (py - y) * (py - y) < HOLD_RADIUS * HOLD_RADIUS:
                off = abs(turn(watcher.aim, direction(px - x, py - y)))
                if off < HOLD_ARC:
                    near.append((off, person.id, px, py))
        near.sort()
        count = 0
        for _, number, px, py in near:
            if count == ARC_PEOPLE:
                break
            world.stats["sight_queries"] += 1
            if world.physics.is_clear(x, y, px, py, SIGHT_MASK):
                guns[number] = guns.get(number, 0) + 1
                count += 1
    return guns


def _can_watch(world: World, watcher: Person) -> bool:
    """Whether somebody has a gun in his hands and nothing else to do."""
    if not watcher.is_able or watcher.gun < 0 or watcher.vehicle >= 0 or watcher.use:
        return False
    return not hands.are_full(world, watcher)


def _control(world: World, person: Person, guns: int) -> None:
    if person.lifted_by >= 0:
        person.control = 1.0
        person.watched_tick = world.tick
        return
    if guns:
        person.control = min(1.0, person.control + 0.1 * guns)
        person.watched_tick = world.tick
        person.unwatched_ticks = 0
        return
    person.unwatched_ticks = world.tick - person.watched_tick
    person.control -= PERIOD / 60.0 / (_fade_seconds(world, person) * world.difficulty.control)
    if person.control <= 0.0:
        person.control = 0.0
        world.emit(events.ControlLost(person.id, person.unwatched_ticks))
        if not is_left_behind(world, person):
            world.count("control_lost")
            seconds = person.unwatched_ticks // 60
            world.mission.note_cause("got_up", who=world.label_of(person.name), seconds=seconds)
        spawning.set_stance(world, person, Stance.STAND)
        if person.side == "civilian":
            gets_up(world, person)


def _fade_seconds(world: World, person: Person) -> float:
    """Seconds unwatched after which somebody is lost: a guard waits for his moment, a timid bystander keeps his face to the floor."""
    if person.side != "civilian":
        return FADE_SECONDS
    return FADE_SECONDS * (1.0 + 3.0 * (1.0 - world.catalog.brains[world.minds[person.id].brain].courage))


def gets_up(world: World, person: Person) -> None:
    """A bystander nobody looked at: the brave one goes for the nearest alarm or telephone, anybody else runs."""
    brain = world.catalog.brains[world.minds[person.id].brain]
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.BRAVERY, world.tick)
    x, y = world.position(person.id)
    near = [
        ((f.x - x) * (f.x - x) + (f.y - y) * (f.y - y), f.name)
        for f in world.level.fixtures
        if (f.x - x) * (f.x - x) + (f.y - y) * (f.y - y) < ALARM_REACH * ALARM_REACH
    ]
    if near and dice.share(bits) < brain.is_brave:
        person.fear = min(person.fear, 0.2)
        world.minds[person.id].give(CallPhone(min(near)[1], ALARM_SECONDS))
    else:
        person.fear = 1.0


def tell_down(world: World, by: Person, other: Person) -> None:
    """A shout of the crew at a bystander before them who sees the gun: he lies down, or stays down, for a while. Who is not frightened
    enough yet by shout and gun only stops; the brave, and those who run already, may not heed it."""
    if (
        other.side != "civilian"
        or by.gun < 0
        or other.stance not in (Stance.STAND, Stance.COWER)
        or other.lifted_by >= 0
    ):
        return
    if not world.physics.is_clear(*world.position(by.id), *world.position(other.id), SIGHT_MASK):
        return
    brain = world.catalog.brains[world.minds[other.id].brain]
    if other.stance == Stance.STAND:
        if other.fear + brain.fear_from_gun <= OBEY:
            return
        chance = (1.0 - DEFIES * brain.courage) * (DEAF if other.fear > BOLT else 1.0)
        if dice.share(dice.draw(world.setup.seed, other.id, dice.Purpose.OBEDIENCE, world.tick)) >= chance:
            return
    guns = watchers(world, other)
    other.told_until = world.tick + int(TOLD_SECONDS * (1.0 + TOLD_A_GUN * guns) * 60)
    other.use = ""
    spawning.set_stance(world, other, Stance.COWER)


def get_down(world: World, zone: Zone) -> None:
    """Puts everybody in an area who is neither crew nor police nor armed on his knees, under control."""
    for person in world.people:
        if (
            person.side in ("civilian", "guard")
            and person.is_present
            and person.vehicle < 0
            and person.gun < 0
            and person.stance not in (Stance.KNEEL, Stance.TIED, Stance.DOWN)
            and zone.contains(*world.position(person.id))
        ):
            person.use = ""
            hold(world, person)


def is_left_behind(world: World, person: Person) -> bool:
    """Whether the crew has gone and left him: what he does then is no fault of theirs."""
    x, y = world.position(person.id)
    return not any(_near(world, who, x, y, LEFT_METRES) for who in world.crew_ids if world.person(who).is_able)


def hold(world: World, person: Person) -> None:
    """Puts somebody on his knees, under control."""
    person.control = 1.0
    person.watched_tick = world.tick
    person.unwatched_ticks = 0
    spawning.set_stance(world, person, Stance.KNEEL)


def _temper(world: World, hothead: Person, held: list[Person]) -> None:
    brain = world.catalog.brains[world.person_spec(hothead.id).brain]
    if not hothead.is_able:
        return
    x, y = world.position(hothead.id)
    lx, ly = world.position(world.crew_ids[0])
    leader = world.person(world.crew_ids[0])
    near_leader = leader.is_able and (lx - x) * (lx - x) + (ly - y) * (ly - y) < CALM_RADIUS * CALM_RADIUS
    near_held = any(_near(world, person.id, x, y, HEATED_RADIUS) for person in held)
    if near_leader or not near_held:
        hothead.temper = max(0.0, hothead.temper - brain.temper_loss * PERIOD / 60.0)
        hothead.unwatched_ticks = 0
    else:
        hothead.unwatched_ticks += PERIOD
        hothead.temper = min(1.0, hothead.temper + brain.temper_gain * PERIOD / 60.0)


def _near(world: World, who: int, x: float, y: float, radius: float) -> bool:
    px, py = world.position(who)
    return (px - x) * (px - x) + (py - y) * (py - y) < radius * radius
