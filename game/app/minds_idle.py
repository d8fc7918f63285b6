"""Who stands about with something to do: minds that are stuck, minds that are frozen, and how long men lie pinned.

Owns the definitions and the clocks; reads a world after each tick and changes nothing in it. Called by `minds_match`.

Counted are the crew and the police who are able (present, neither down, tied nor arrested), in *mind-seconds*.

- **Stuck**: for two seconds or more his feet (or his foot on the gas) ask to go, and he stays within half a metre.
  Stepping aside or shunting to and fro counts as moving once it leads half a metre away. The whole spell counts.
- **Frozen**: for four seconds or more his goal is unmet, he neither holds a place nor is pinned, and there is no move
  (half a metre), no turn (ten degrees; the sway of an aim is none) and no action (a shot, a reload, a change of stance or
  weapon, a shout, a hand on anything). The whole spell counts, what is stuck does not count again.
- **Holding**: he is where his step wants him (`is_at_his_post`), or he lies in the cover he chose with his gun on a place
  where he has seen or heard an enemy within the last four seconds. After that he is only waiting. A policeman who comes up to
  them from cover to cover holds where he is set with his gun up, for as long as he means to (six and a half seconds at most).
- **Pinned**: suppression at or above the sim's own mark, from the tick it is reached until it has gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.app.minds_counts import Case, Counts
from game.sim import events
from game.sim.ai import steps
from game.sim.ai.behaviours import approach
from game.sim.ai.mind import Mind
from game.sim.angles import turn
from game.sim.entities import Person
from game.sim.events import Event
from game.sim.input_frame import Button
from game.sim.systems.shooting import PINNED
from game.sim.world import World

SIDES = ("crew", "police")
PERIOD = 3
"""Ticks between two looks: hands move no oftener."""
STUCK_TICKS, FROZEN_TICKS = 120, 240
STILL_METRES = 0.5
STILL_TURN = 1820
"""Ten degrees."""
ASKS = 32
"""Of 127: a stick pushed less is a posture, not a wish to go."""
FRESH_TICKS = 240
COVER_METRES = 1.0
POST_METRES, WATCH_METRES, FOLLOW_METRES, COVER_ME_METRES = 1.6, 9.0, 7.0, 20.0

BY_WHO = (
    events.ShotFired, events.DryFire, events.ReloadStarted, events.ReloadEnded, events.WeaponDrawn, events.Shouted,
    events.Entered, events.Left, events.UseStarted, events.Thrown, events.ItemTaken, events.ItemDropped,
)  # fmt: skip
BY_BY = (events.PersonStruck, events.PersonTied, events.OrderGiven)


@dataclass(slots=True)
class Spell:
    """How somebody has been since a tick: where, turned where, in what stance."""

    tick: int
    x: float
    y: float
    aim: int
    stance: int


class IdleWatch:
    """Looks at every mind of crew and police and keeps the spells in which nothing comes of it."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.cases: list[Case] = []
        self._stuck: dict[int, Spell] = {}
        self._frozen: dict[int, Spell] = {}
        self._pinned: dict[int, int] = {}
        self._acted: set[int] = set()

    def take(self, world: World, happened: Iterable[Event]) -> None:
        """One finished tick."""
        self._acted.update(acting(happened))
        if world.tick % PERIOD:
            return
        for side in SIDES:
            for who in world.sides[side]:
                self._look(world, world.person(who), world.minds[who])
        self._acted.clear()

    def finish(self, world: World) -> None:
        """The run has ended: what still lasts counts up to now."""
        for side in SIDES:
            for who in world.sides[side]:
                self._let_go(world, world.person(who))

    def _look(self, world: World, person: Person, mind: Mind) -> None:
        if not person.is_able:
            self._let_go(world, person)
            return
        self.counts.add("mind_seconds", PERIOD / 60)
        asks = asks_to_go(world, person)
        if not asks or has_moved(world, person, self._stuck.get(person.id)):
            self._close_stuck(world, person)
        if asks:
            self._stuck.setdefault(person.id, _spell(world, person))
        is_excused = asks or person.id in self._acted or is_busy(person) or person.suppression >= PINNED
        if is_excused or has_stirred(world, person, self._frozen.get(person.id)) or is_holding(world, person, mind):
            self._close_frozen(world, person)
        if not is_excused and not is_holding(world, person, mind):
            self._frozen.setdefault(person.id, _spell(world, person))
        self._look_for_pins(world, person)

    def _look_for_pins(self, world: World, person: Person) -> None:
        if person.suppression >= PINNED:
            self.counts.add(f"pinned_seconds/{person.side}", PERIOD / 60)
            if person.id not in self._pinned:
                self._pinned[person.id] = world.tick
                self.counts.add(f"pins/{person.side}")
        else:
            self._pinned.pop(person.id, None)

    def _let_go(self, world: World, person: Person) -> None:
        self._close_stuck(world, person)
        self._close_frozen(world, person)
        self._pinned.pop(person.id, None)

    def _close_stuck(self, world: World, person: Person) -> None:
        self._close("stuck", self._stuck.pop(person.id, None), STUCK_TICKS, world, person)

    def _close_frozen(self, world: World, person: Person) -> None:
        self._close("frozen", self._frozen.pop(person.id, None), FROZEN_TICKS, world, person)

    def _close(self, kind: str, spell: Spell | None, least: int, world: World, person: Person) -> None:
        if spell is None or world.tick - spell.tick < least:
            return
        seconds = (world.tick - spell.tick) / 60
        self.counts.add(f"{kind}_seconds", seconds)
        self.counts.add(f"{kind}_spells")
        step = type(world.minds[person.id].step).__name__.lower()
        self.cases.append(Case(kind, spell.tick, person.name, seconds, round(spell.x, 1), round(spell.y, 1), step))


def acting(happened: Iterable[Event]) -> list[int]:
    """Everybody who did something, by what happened."""
    found = [event.who for event in happened if isinstance(event, BY_WHO)]
    return found + [event.by for event in happened if isinstance(event, BY_BY)]


def asks_to_go(world: World, person: Person) -> bool:
    """Whether his feet, or his foot on the gas, ask to be somewhere else."""
    if person.vehicle >= 0:
        vehicle = world.vehicles[person.vehicle]
        return person.seat == 0 and abs(vehicle.throttle) >= ASKS and not vehicle.is_handbraking
    return not person.use and person.move_x * person.move_x + person.move_y * person.move_y >= ASKS * ASKS


def has_moved(world: World, person: Person, spell: Spell | None) -> bool:
    """Whether he is half a metre from where the spell began."""
    if spell is None:
        return False
    x, y = world.position(person.id)
    return (x - spell.x) * (x - spell.x) + (y - spell.y) * (y - spell.y) > STILL_METRES * STILL_METRES


def has_stirred(world: World, person: Person, spell: Spell | None) -> bool:
    """Whether he has moved, turned or changed his stance since the spell began."""
    if spell is None:
        return False
    is_turned = abs(turn(spell.aim, person.aim)) > STILL_TURN or person.stance != spell.stance
    return is_turned or has_moved(world, person, spell)


def is_busy(person: Person) -> bool:
    """Whether his hands are at something that takes time."""
    gun = person.guns[person.gun] if person.gun >= 0 else None
    return bool(person.use) or (gun is not None and (gun.reload_ticks > 0 or gun.draw_ticks > 0))


def is_holding(world: World, person: Person, mind: Mind) -> bool:
    """Whether he has nowhere else to be: at his post, or in his cover with the gun on a place where an enemy just was."""
    if is_at_his_post(world, person, mind.step) or _lies_in_wait(person, mind, world):
        return True
    if not (mind.is_fighting and mind.has_cover and person.buttons & Button.AIM):
        return False
    is_fresh = world.tick - mind.seen_tick <= FRESH_TICKS
    return is_fresh and _is_near(world, person, mind.cover_x, mind.cover_y, COVER_METRES)


def _lies_in_wait(person: Person, mind: Mind, world: World) -> bool:
    """A policeman set in a place he chose, gun up, until his patience ends (`approach`)."""
    is_set = approach.is_watching(mind) and world.tick <= mind.until and person.buttons & Button.AIM
    return bool(is_set) and _is_near(world, person, mind.spot_x, mind.spot_y, POST_METRES)


def is_at_his_post(world: World, person: Person, step: steps.Step) -> bool:
    """Whether his step is done or wants nothing but that he stays: its goal is met."""
    mind = world.minds[person.id]
    match step:
        case steps.Wait() | steps.Kneel() | steps.Surrender():
            return True
        case steps.Hold():
            is_there = world.zones[step.zone].contains(*world.position(person.id))
            return is_there or _is_near(world, person, mind.spot_x, mind.spot_y, POST_METRES)
        case steps.GoTo():
            spot = (mind.spot_x, mind.spot_y) if mind.phase else (step.x, step.y)
            return _is_near(world, person, *spot, POST_METRES)
        case steps.Board():
            return person.vehicle == world.vehicle_named[step.vehicle].id
        case steps.Escape():
            return _waits_for_the_others(world, person, world.vehicle_named[step.vehicle].id)
        case steps.Watch():
            names = step.people or (step.at,)
            return any(_is_by(world, person, name, WATCH_METRES) for name in names if name)
        case steps.Follow():
            return _is_by(world, person, step.who, FOLLOW_METRES)
        case steps.Cover():
            return _is_by(world, person, step.who, COVER_ME_METRES)
        case steps.Respond():
            return not any(world.person(who).is_present and not world.person(who).is_arrested for who in world.crew_ids)
    return False


def _waits_for_the_others(world: World, person: Person, vehicle: int) -> bool:
    """Sits in the getaway while somebody of the crew who can come is not aboard."""
    if person.vehicle != vehicle:
        return False
    return any(world.person(who).is_able and world.person(who).vehicle != vehicle for who in world.crew_ids)


def _is_by(world: World, person: Person, name: str, metres: float) -> bool:
    return _is_near(world, person, *world.position(world.person_named[name].id), metres)


def _is_near(world: World, person: Person, x: float, y: float, metres: float) -> bool:
    px, py = world.position(person.id)
    return (px - x) * (px - x) + (py - y) * (py - y) <= metres * metres


def _spell(world: World, person: Person) -> Spell:
    return Spell(world.tick, *world.position(person.id), person.aim, person.stance)
