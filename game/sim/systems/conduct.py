"""How somebody behaves before eyes that do not know him yet: what makes a guard look twice, and what calms him again.

Ten times a second, for those of the crew who are on foot, unmasked, with their weapons under their coats. Haste, staring and a bag on
the shoulder raise suspicion while somebody on duty sees them; a calm walk lowers it, being out of sight more. When it is full, he who
looked knows. Owns `Person.suspicion` and what the hands do about masks and coats; who notices a gun or a mask is `ai/notice.py`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.angles import COS, SIN, direction, turn
from game.sim.entities import Person, Stance
from game.sim.input_frame import Button
from game.sim.physics import SIGHT_MASK
from game.sim.systems import arms, shooting, wanted

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 6
REACH, STARE_REACH = 18.0, 12.0
VIEW_COSINE_SQUARED = 0.25
"""Sixty degrees to either side."""
STARE_ARC = 1600
HASTE_SPEED, BRISK_SPEED = 3.6, 3.0
HASTE, BRISK, STARE, BAG = 0.030, 0.008, 0.012, 0.002
"""Added each time while somebody on duty looks: a run is known for one in three and a half seconds."""
CALM, UNSEEN = 0.006, 0.010
"""Taken each time for a calm walk under their eyes, and out of sight."""
QUIET_TICKS = 600
"""Since the last round near him: nobody puts a gun away before."""


def advance(world: World) -> None:
    """Masks and coats each tick, as the hands say; suspicion ten times a second."""
    for who in world.pressed:
        person = world.person(who)
        if person.side == "crew" and person.is_able and person.vehicle < 0:
            _change(world, person)
    if world.tick % PERIOD:
        return
    watchers = None
    for who in world.crew_ids:
        person = world.person(who)
        if not person.is_present or person.vehicle >= 0 or person.gun >= 0 or person.is_masked or not person.guns:
            if person.suspicion:
                person.suspicion = 0.0
            continue
        if watchers is None:
            watchers = _on_duty(world)
        _behave(world, person, watchers)


def _change(world: World, person: Person) -> None:
    """MASK puts the mask on or takes it off; NEXT_WEAPON past the last of them puts it under the coat, if nobody is shooting."""
    if person.pressed & Button.MASK:
        person.is_masked = not person.is_masked
        world.emit(events.MaskChanged(person.id, person.is_masked))
    if person.pressed & Button.NEXT_WEAPON:
        if arms.is_concealed(person):
            arms.bring_out(world, person)
        elif person.gun == len(person.guns) - 1 and may_conceal(world, person):
            arms.conceal(person)
            world.emit(events.GunHidden(person.id))
        elif len(person.guns) > 1:
            shooting.draw(world, person, (person.gun + 1) % len(person.guns))


def may_conceal(world: World, person: Person) -> bool:
    """Whether he would put his weapon away: without a mask, and with nobody shooting at him."""
    return not person.is_masked and world.tick - max(person.near_miss_tick, person.hit_tick) > QUIET_TICKS


def _on_duty(world: World) -> list[Person]:
    """Whoever is paid to look: guards and policemen on their feet, none of whom is held."""
    return [
        person
        for side in ("guard", "police")
        for person in (world.person(who) for who in world.sides[side])
        if person.is_able and person.vehicle < 0 and person.stance in (Stance.STAND, Stance.CROUCH)
    ]


def _behave(world: World, person: Person, watchers: list[Person]) -> None:
    x, y = world.position(person.id)
    watcher = _seen_by(world, x, y, watchers)
    if watcher is None:
        person.suspicion = max(0.0, person.suspicion - UNSEEN)
        return
    speed = world.speed(person.id)
    runs = speed > HASTE_SPEED or (person.buttons & Button.RUN and (person.move_x or person.move_y))
    change = HASTE if runs else BRISK if speed > BRISK_SPEED else -CALM
    if person.buttons & Button.AIM or _stares(world, person, watcher, x, y):
        change = STARE if change < STARE else change
    if person.item >= 0 and change > 0.0:
        change += BAG
    before = person.suspicion
    person.suspicion = min(1.0, max(0.0, before + change))
    if before < 1.0 <= person.suspicion:
        _is_known(world, person, watcher)


def _seen_by(world: World, x: float, y: float, watchers: list[Person]) -> Person | None:
    """The nearest of those on duty who has him in view."""
    best: tuple[float, int] | None = None
    for watcher in watchers:
        wx, wy = world.position(watcher.id)
        dx, dy = x - wx, y - wy
        far = dx * dx + dy * dy
        if far > REACH * REACH or (best is not None and (far, watcher.id) > best):
            continue
        ahead = dx * COS[watcher.aim] + dy * SIN[watcher.aim]
        if ahead > 0.0 and ahead * ahead > VIEW_COSINE_SQUARED * far:
            world.stats["sight_queries"] += 1
            if world.physics.is_clear(wx, wy, x, y, SIGHT_MASK):
                best = (far, watcher.id)
    return world.person(best[1]) if best is not None else None


def _stares(world: World, person: Person, watcher: Person, x: float, y: float) -> bool:
    """Whether he stands and looks straight at somebody on duty close by."""
    wx, wy = world.position(watcher.id)
    far = (wx - x) * (wx - x) + (wy - y) * (wy - y)
    if far > STARE_REACH * STARE_REACH or person.move_x or person.move_y or person.id != world.player:
        return False
    return abs(turn(person.aim, direction(wx - x, wy - y))) < STARE_ARC


def _is_known(world: World, person: Person, watcher: Person) -> None:
    """He who looked knows now: a guard reaches for his holster, a policeman tells it."""
    mind = world.minds[watcher.id]
    mind.target, mind.is_visible = person.id, True
    mind.seen_tick = mind.first_tick = world.tick
    mind.last_x, mind.last_y = world.position(person.id)
    if watcher.side == "police":
        wanted.saw(world, watcher, person)
    elif watcher.side == "guard":
        arms.bring_out(world, watcher)
    world.count("suspected")
    world.mission.note_cause("suspected", who=world.label_of(person.name))
    world.emit(events.Suspected(person.id, watcher.id))
