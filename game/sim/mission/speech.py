"""Lines of dialogue, radio and barks: one on screen at a time, the others wait their turn or are dropped when stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.entities import Stance

if TYPE_CHECKING:
    from game.sim.world import World

LONGEST_QUEUE = 3
TICKS_PER_LETTER = 3
SHORTEST_TICKS = 75
SILENCE_TICKS = 90
AGAIN_TICKS = 300
"""Ticks in which nobody calls the same again: men answer each other, they do not echo."""
EARSHOT = 40.0
"""Metres over which one hears a call through the shooting."""
VOICE_REACH = 35.0
"""Metres over which one understands what is said to somebody across a hall or a street."""
SHOUT_REACH = 70.0
"""Metres over which one understands what is shouted in the open: half a block."""


def say(world: World, who: str, line: str, is_radio: bool = False) -> None:
    """Somebody says something; `who` is a person's name or any other speaker. The silent (dead, absent) say nothing."""
    if not _is_silent(world, who) and len(world.mission.lines) < LONGEST_QUEUE:
        world.mission.lines.append((who, line, is_radio))


def is_heard(world: World, who: str, line: str, is_radio: bool = False, reach: float = 0.0) -> bool:
    """Whether the player gets to hear a line of the screenplay.

    What comes by radio, from a voice without a body or from the player's own side (they have each other in their ears) he hears
    wherever he is; anybody else within `reach` metres, which is that of a voice, or of a shout if the line has an exclamation mark.
    """
    speaker = world.person_named.get(who)
    if is_radio or speaker is None or speaker.side == world.person(world.player).side:
        return True
    metres = reach or (SHOUT_REACH if "!" in line else VOICE_REACH)
    (x, y), (px, py) = world.position(speaker.id), world.position(world.player)
    return (x - px) * (x - px) + (y - py) * (y - py) <= metres * metres


def _is_silent(world: World, who: str) -> bool:
    """Whether it is somebody who is not there, or not any more."""
    person = world.person_named.get(who)
    return person is not None and (not person.is_present or person.stance == Stance.DEAD)


def bark(world: World, person_id: int, line: str) -> None:
    """A short call in action: only when nothing else is being said."""
    mission = world.mission
    if world.tick >= mission.line_until and not mission.lines:
        say(world, world.person(person_id).name, line)


def call(world: World, person_id: int, line: str, again: int = AGAIN_TICKS, silence: int = SILENCE_TICKS) -> None:
    """A short call of a squad in action: only into a silence, only where the player can hear it, and not what somebody has just called.

    `again`: ticks within which this line is not called a second time. `silence`: ticks since the last line went off the screen.
    """
    mission = world.mission
    if (
        world.tick - mission.line_until <= silence
        or mission.lines
        or world.tick - mission.called.get(line, -again) < again
    ):
        return
    px, py = world.position(world.player)
    x, y = world.position(person_id)
    if (x - px) * (x - px) + (y - py) * (y - py) < EARSHOT * EARSHOT:
        mission.called[line] = world.tick
        bark(world, person_id, line)


def radio(world: World, key: str, **names: str) -> None:
    """The police's radio, which the crew's scanner hears: the text at `key`, filled in with the words for some names."""
    if len(world.mission.lines) < LONGEST_QUEUE - 1:
        line = "|".join((key, *(f"{name}={value}" for name, value in names.items())))
        world.mission.lines.append(("radio.dispatch", line, True))


def advance(world: World) -> None:
    """Puts the next line on screen when the last one has been read; who has died since he was to say it says nothing."""
    mission = world.mission
    if world.tick < mission.line_until:
        return
    while mission.lines and _is_silent(world, mission.lines[0][0]):
        mission.lines.pop(0)
    if mission.lines:
        who, mission.line, mission.is_radio = mission.lines.pop(0)
        mission.speaker = world.label_of(who)
        mission.line_until = world.tick + max(SHORTEST_TICKS, len(mission.line) * TICKS_PER_LETTER)
        world.emit(events.Spoken(mission.speaker, mission.line, mission.is_radio))
    elif mission.line:
        mission.speaker = mission.line = ""
