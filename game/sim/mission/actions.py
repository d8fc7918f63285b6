"""THEN: what a beat does when it comes; one frozen dataclass a kind of action, its docstring the manual's text.

Actions change the world through the same doors as everybody else (spawning, speech, dispatch). Called by the
director; built by `calls.bind` from what a screenplay says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.content.level import DoorName, GroupName, ItemName, MarkerName, PersonName, SoundName, ZoneName
from game.content.specs import TICKS_PER_SECOND
from game.sim import events
from game.sim.ai.steps import Listen, Step
from game.sim.mission import fates, speech
from game.sim.systems import arms, dispatch, doors, holding, sounding, spawning

if TYPE_CHECKING:
    from game.sim.world import World


class Action(Protocol):
    """Something a beat does once."""

    def act(self, world: World) -> None:
        """Do it."""
        ...


@dataclass(frozen=True, slots=True)
class Say:
    """Somebody says a line (a person's name, or any other speaker such as "Dispatch"); a subtitle for whoever is near enough."""

    who: str
    line: str
    is_radio: bool = False
    on_scanner: bool = False
    """Said on the police's radio: heard only while one of the player's people is at the step `listen`."""
    reach: float = 0.0
    """Metres over which somebody of another side than the player's is heard; 0 = a voice's 35, or 70 with an exclamation mark."""

    def act(self, world: World) -> None:
        if self.on_scanner and not _has_an_ear(world):
            return
        if speech.is_heard(world, self.who, self.line, self.is_radio, self.reach):
            speech.say(world, self.who, self.line, self.is_radio)


def _has_an_ear(world: World) -> bool:
    """Whether one of the player's people sits by a scanner, or has the police's own radio."""
    return any(
        world.person(who).side == "police" or isinstance(world.minds[who].step, Listen)
        for who in world.team_ids
        if world.person(who).is_able
    )


@dataclass(frozen=True, slots=True)
class Clock:
    """Starts a clock that counts down and is shown with a label; `is_scaled` follows the difficulty."""

    name: str
    seconds: float
    label: str = ""
    is_scaled: bool = True

    def act(self, world: World) -> None:
        ticks = int(self.seconds * (world.difficulty.clock if self.is_scaled else 1.0) * TICKS_PER_SECOND)
        world.mission.clocks[self.name] = world.tick + ticks
        if self.label:
            world.mission.shown_clock = world.mission.main_clock = self.name
            world.mission.clock_label = world.mission.main_label = self.label
        world.emit(events.ClockStarted(self.name, ticks))


@dataclass(frozen=True, slots=True)
class SetFact:
    """Sets a fact, for later triggers and scenes."""

    name: str
    value: str

    def act(self, world: World) -> None:
        world.mission.facts[self.name] = (self.value,)


@dataclass(frozen=True, slots=True)
class SwitchSound:
    """Turns a sound of the place on or off: an alarm begins, a telephone stops ringing."""

    sound: SoundName
    is_on: bool = True

    def act(self, world: World) -> None:
        sounding.switch(world, self.sound, self.is_on)


@dataclass(frozen=True, slots=True)
class GiveStep:
    """Gives somebody a step at once, instead of his plan's, until his plan's next step."""

    who: PersonName
    step: Step

    def act(self, world: World) -> None:
        world.minds[world.person_named[self.who].id].give(self.step)


@dataclass(frozen=True, slots=True)
class Mask:
    """People put their masks on, or take them off."""

    people: tuple[PersonName, ...]
    is_on: bool = True

    def act(self, world: World) -> None:
        for name in self.people:
            world.person_named[name].is_masked = self.is_on


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Police units (groups) set out from an entry marker after so many seconds, one every `apart` seconds, to a zone.

    Units of the `reserve` come along where the difficulty asks for more.
    """

    groups: tuple[GroupName, ...]
    entry: MarkerName
    zone: ZoneName
    seconds: float = 0.0
    apart: float = 4.0
    reserve: tuple[GroupName, ...] = ()

    def act(self, world: World) -> None:
        dispatch.send(world, self.groups, self.entry, self.zone, self.seconds, self.apart, self.reserve)


@dataclass(frozen=True, slots=True)
class Appear:
    """Brings in somebody, a vehicle or a whole group that was absent, where the map has it or at a marker, with a step."""

    who: str
    at: str = ""
    step: Step | None = None

    def act(self, world: World) -> None:
        for person in spawning.appear(world, self.who, self.at):
            if self.step is not None:
                world.minds[person.id].give(self.step)


@dataclass(frozen=True, slots=True)
class Stage:
    """Raises the police response to a stage (0 routine to 5 city-wide) and says why. Where one of a level's beats does so with `is_pinned`,
    nothing else raises it in that level; else crimes that are seen or heard do."""

    stage: int
    cause: str
    is_pinned: bool = True

    def act(self, world: World) -> None:
        dispatch.raise_stage(world, self.stage, self.cause)


@dataclass(frozen=True, slots=True)
class Deafen:
    """People hear nothing for so many seconds."""

    people: tuple[PersonName, ...]
    seconds: float

    def act(self, world: World) -> None:
        ticks = int(self.seconds * TICKS_PER_SECOND)
        for name in self.people:
            person = world.person_named[name]
            person.deaf_until = max(person.deaf_until, world.tick + ticks)
            world.emit(events.Deafened(person.id, ticks))


@dataclass(frozen=True, slots=True)
class Window:
    """Opens a thirty-second window: whoever walks out now leaves nothing behind him that could be traced."""

    seconds: float = 30.0

    def act(self, world: World) -> None:
        world.mission.window_until = world.tick + int(self.seconds * TICKS_PER_SECOND)


@dataclass(frozen=True, slots=True)
class AllowLeave:
    """From now on (or no longer) one can walk out: hold the leave key."""

    is_allowed: bool = True

    def act(self, world: World) -> None:
        world.mission.can_leave = self.is_allowed


@dataclass(frozen=True, slots=True)
class Hush:
    """The last beat keeps its dignity: from now on the picture carries what is said and nothing else, no clock, goal, gauge or prompt."""

    def act(self, world: World) -> None:
        world.mission.is_hushed = True


@dataclass(frozen=True, slots=True)
class Count:
    """Adds to a counter of the run."""

    counter: str
    by: int = 1

    def act(self, world: World) -> None:
        world.count(self.counter, self.by)


@dataclass(frozen=True, slots=True)
class Cause:
    """Adds a line to what the results name as causes."""

    text: str

    def act(self, world: World) -> None:
        world.mission.note_cause("words", words=self.text)


@dataclass(frozen=True, slots=True)
class Temper:
    """Raises (or lowers) somebody's temper."""

    who: PersonName
    by: float

    def act(self, world: World) -> None:
        person = world.person_named[self.who]
        person.temper = min(1.0, max(0.0, person.temper + self.by))


@dataclass(frozen=True, slots=True)
class Arms:
    """People take their weapons out, or put them under their coats and into holsters, where nobody sees them."""

    people: tuple[PersonName, ...]
    is_out: bool = True

    def act(self, world: World) -> None:
        for name in self.people:
            person = world.person_named[name]
            if self.is_out:
                arms.bring_out(world, person)
            else:
                arms.conceal(person)


@dataclass(frozen=True, slots=True)
class GetDown:
    """Everybody in a zone who is neither crew nor police nor has a gun in his hand gets down and is held.

    How long he stays down is up to the guns on him: a gun holds eight people at a time.
    """

    zone: ZoneName

    def act(self, world: World) -> None:
        holding.get_down(world, world.zones[self.zone])


@dataclass(frozen=True, slots=True)
class Lock:
    """Locks things away, so that nobody can take them, or lays them open: from then on they can be packed and carried."""

    items: tuple[ItemName, ...]
    is_locked: bool = True

    def act(self, world: World) -> None:
        for name in self.items:
            item = world.item_named[name]
            if item.state in ("lying", "locked", "shelved"):
                item.state = "locked" if self.is_locked else "shelved"


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Opens doors, locked ones too, or (with `is_open` false) lets them fall shut."""

    doors: tuple[DoorName, ...]
    is_open: bool = True

    def act(self, world: World) -> None:
        for name in self.doors:
            door = world.door_named[name]
            if self.is_open:
                doors.open_up(world, door)
            else:
                doors.close(world, door)


@dataclass(frozen=True, slots=True)
class LockDoor:
    """Locks doors; those that stand open fall shut first."""

    doors: tuple[DoorName, ...]

    def act(self, world: World) -> None:
        for name in self.doors:
            doors.lock(world, world.door_named[name])


@dataclass(frozen=True, slots=True)
class UnlockDoor:
    """Unlocks doors; they stay shut until somebody opens them."""

    doors: tuple[DoorName, ...]

    def act(self, world: World) -> None:
        for name in self.doors:
            doors.unlock(world, world.door_named[name])


@dataclass(frozen=True, slots=True)
class Describe:
    """The police have the faces of the crew: from now on they know them on foot without masks and guns."""

    def act(self, world: World) -> None:
        world.heat.knows_faces = True


@dataclass(frozen=True, slots=True)
class End:
    """Ends the run with an ending's name as shown and a result (escaped, walked, arrested, killed, lost).

    Without a result the run says it itself: killed or arrested, whichever came to more of the crew; lost where it came to nobody.
    """

    ending: str
    result: str = ""

    def act(self, world: World) -> None:
        world.finish(self.result or fates.word(world), self.ending)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Says which case holds what the crew came for (usually a fact drawn by a chance)."""

    item: ItemName

    def act(self, world: World) -> None:
        world.item_named[self.item].is_wanted = True


@dataclass(frozen=True, slots=True)
class HideGun:
    """Says who has a hidden gun."""

    who: PersonName

    def act(self, world: World) -> None:
        world.person_named[self.who].has_hidden_gun = True


@dataclass(frozen=True, slots=True)
class Hasten:
    """Units that are on their way come so many seconds earlier, and why."""

    seconds: float
    cause: str

    def act(self, world: World) -> None:
        dispatch.hasten(world, self.seconds, self.cause)
