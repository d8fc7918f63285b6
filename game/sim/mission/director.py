"""Which beat now: waits for triggers, carries out actions, keeps the goal. Owns the screenplay's course, not its words.

`bind` turns the level's calls into trigger, action and step objects once a world stands; the state is `world.mission`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from game.content.level import Beat
from game.sim import events
from game.sim.ai.steps import Step
from game.sim.mission import speech
from game.sim.mission.actions import Action
from game.sim.mission.calls import bind as bind_call
from game.sim.mission.triggers import Trigger

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 6
"""Ten times a second."""
START = "start"
"""The beat that has come before the first tick; plans may name it."""


@dataclass(slots=True)
class BoundBeat:
    """A beat ready to be tried."""

    beat: Beat
    when: Trigger | None
    do: tuple[Action, ...]
    closed_at: int = -1
    """How many beats had come when it was last found that this one may not: until there is one more it need not be asked."""


def bind(world: World) -> None:
    """Builds beats and plans for this world from the level's calls and the drawn facts."""
    facts = world.mission.facts
    side = world.setup.side
    screenplay = world.level.screenplay
    world.beats = [
        BoundBeat(
            beat,
            cast(Trigger, bind_call(beat.when, facts)) if beat.when is not None else None,
            tuple(cast(Action, bind_call(call, facts)) for call in beat.do),
        )
        for beat in screenplay.beats
        if beat.side in ("", side)
    ]
    world.plans = {}
    # the more particular plan of a person counts: of this side, of this name
    for plan in sorted(screenplay.plans, key=lambda one: (one.side != "") + (one.name != "")):
        if plan.name in ("", world.setup.plan) and plan.side in ("", side):
            bound = [(step.beat, cast(Step, bind_call(step.step, facts))) for step in plan.steps]
            world.plans[world.person_named[plan.who].id] = bound


def advance(world: World) -> None:
    """Tries every beat that waits; then speech."""
    if world.tick % PERIOD == 0:
        mission = world.mission
        for bound in world.beats:
            if mission.result:
                break
            if bound.closed_at != len(mission.reached):
                _try(world, bound)
    _show_the_clock(world)
    speech.advance(world)


def _show_the_clock(world: World) -> None:
    """A short clock gives the screen back to the one that ran before it."""
    mission = world.mission
    shown = mission.shown_clock
    if shown and shown != mission.main_clock and mission.clocks.get(shown, 0) <= world.tick:
        mission.shown_clock, mission.clock_label = mission.main_clock, mission.main_label


def _try(world: World, bound: BoundBeat) -> None:
    mission, beat = world.mission, bound.beat
    if beat.id in mission.reached or not is_open(world, beat):
        bound.closed_at = len(mission.reached)
        if beat.goal and beat.id in mission.waiting and beat.id not in mission.reached:
            _give_up(world, beat)
        return
    since = mission.waiting.setdefault(beat.id, world.tick)
    if bound.when is None or bound.when.holds(world, since):
        mission.reached[beat.id] = world.tick
        world.emit(events.BeatReached(beat.id))
        if beat.is_kept and is_his(world, beat):
            world.count("beats_kept")
        for action in bound.do:
            action.act(world)


def _give_up(world: World, beat: Beat) -> None:
    """Says so when one of the beats that rule an open goal out has come just now."""
    reached = world.mission.reached
    if is_his(world, beat) and any(world.tick - reached.get(name, -PERIOD - 1) <= PERIOD for name in beat.without):
        world.emit(events.GoalLost(beat.id))


def is_open(world: World, beat: Beat) -> bool:
    """Whether a beat may come now: all before it have come, none that rules it out."""
    reached = world.mission.reached
    return all(name in reached for name in beat.after) and not any(name in reached for name in beat.without)


def is_his(world: World, beat: Beat) -> bool:
    """Whether a beat is the player's own story: written for his side, or for both, of which the level's first is told it."""
    return bool(beat.side) or world.setup.side == world.level.screenplay.sides[0].name


def goal(world: World) -> Beat | None:
    """The beat whose goal the player is shown: of those that may come now, the last one written."""
    reached = world.mission.reached
    for bound in reversed(world.beats):
        beat = bound.beat
        if beat.goal and beat.id not in reached and is_open(world, beat) and is_his(world, beat):
            return beat
    return None
