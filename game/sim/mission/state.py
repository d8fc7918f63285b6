"""Where the story stands: beats reached, clocks, facts, counters, causes. Plain data; changed by director and actions."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.entities import SecurityCamera
from game.sim.view import Cause


@dataclass(slots=True)
class Mission:
    """The state of the screenplay in one run."""

    facts: dict[str, tuple[str, ...]]
    reached: dict[str, int] = field(default_factory=dict)
    """Beat to the tick at which it came."""
    waiting: dict[str, int] = field(default_factory=dict)
    """Beat to the tick from which it has been waiting (all of its `after` have come)."""
    clocks: dict[str, int] = field(default_factory=dict)
    """Clock to the tick at which it reads zero."""
    shown_clock: str = ""
    clock_label: str = ""
    main_clock: str = ""
    """The level's own clock, which short ones interrupt."""
    main_label: str = ""
    counters: dict[str, int] = field(default_factory=dict)
    causes: list[Cause] = field(default_factory=list)
    sounding: dict[str, int] = field(default_factory=dict)
    """Sounds of the place that are on, with the tick of their first."""
    lamps: dict[str, bool] = field(default_factory=dict)
    """Groups of lamps that a beat has switched on or off."""
    closed: list[str] = field(default_factory=list)
    """Zones that the police have closed to traffic and passers-by (`systems/cordons`)."""
    closed_lanes: list[int] = field(default_factory=list)
    """Lanes that lead into one of them."""
    can_leave: bool = True
    is_hushed: bool = False
    """Nothing but what is said is shown over the picture any more."""
    window_until: int = 0
    speaker: str = ""
    line: str = ""
    is_radio: bool = False
    line_until: int = 0
    lines: list[tuple[str, str, bool]] = field(default_factory=list)
    """Lines that wait for the one on screen to be read."""
    called: dict[str, int] = field(default_factory=dict)
    """Barks of men in action, with the tick at which each was last called."""
    result: str = ""
    ending: str = ""
    end_tick: int = 0

    def note_cause(self, key: str, **values: object) -> None:
        """Adds a line to the results' causes, once: a line of the text files' [cause], and what fills its braces."""
        cause = Cause(key, tuple((name, str(value)) for name, value in values.items()))
        if cause not in self.causes:
            self.causes.append(cause)


@dataclass(slots=True)
class Report:
    """A sighting on its way to everybody: what a policeman is saying into his radio."""

    due: int
    """Tick at which it is through."""
    by: int
    who: int
    x: float
    y: float
    tick: int
    """When he saw it."""
    heading: int
    """65,536ths of a turn; -1 = he stood."""
    vehicle: int
    look: int
    """The clothes he wore."""
    speed: float
    """Metres a second at which he, or the car he sat in, went."""
    nose: int
    """Which way he faced, or the car pointed, 65,536ths of a turn."""


@dataclass(slots=True)
class Block:
    """A roadblock that was ordered, or stands (`systems/roadblocks`)."""

    place: str
    """Name of the map's `Roadblock`."""
    group: str
    due: int
    """Tick at which it is to stand; -1 = it is over."""
    ordered: int = 0
    is_set: bool = False
    is_passed: bool = False
    since: int = 0
    facing: int = 0
    """Which way the hunted car comes through."""
    strip: int = -1
    """Item laid before it; -1 = none."""
    thrower: int = -1
    """The officer who has it."""
    seen_tick: int = -999999
    """When one of those who man it last saw the hunted car, where, and how fast it went (`systems/block_watch`)."""
    seen_x: float = 0.0
    seen_y: float = 0.0
    seen_vx: float = 0.0
    seen_vy: float = 0.0


@dataclass(slots=True)
class Trail:
    """The car the police are after, as it was told last (`systems/trail`)."""

    vehicle: int = -1
    """-1 = they are after nobody in a car."""
    who: int = -1
    """Who was seen in it."""
    x: float = 0.0
    y: float = 0.0
    tick: int = -999999
    heading: int = -1
    """65,536ths of a turn; -1 = it stood."""
    speed: float = 0.0
    """Metres a second, as whoever told it saw it."""
    nose: int = 0
    """Which way it pointed, 65,536ths of a turn."""
    stood_tick: int = -1
    """Since when it has been told to stand; -1 = it moved when it was told last."""


@dataclass(slots=True)
class Heat:
    """What the police know and do."""

    stage: int = 0
    cause: str = ""
    seen_tick: int = -999999
    """Last tick at which a policeman saw anybody of the crew, and told it."""
    last_x: float = 0.0
    last_y: float = 0.0
    heading: int = -1
    """Which way the crew went then, 65,536ths of a turn; -1 = they stood."""
    belief: str = "calm"
    """calm, know, search or lost."""
    chaos: int = 0
    """Points of crimes in a level that does not script its stages (`chaos`)."""
    reports: list[Report] = field(default_factory=list)
    """Sightings that are being told."""
    described: dict[int, int] = field(default_factory=dict)
    """Who of the crew has been described on foot, and the clothes he wore (`Person.look`)."""
    knows_faces: bool = False
    """They have their faces: known on foot without masks and guns, in other clothes only close by."""
    arrivals: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Units on their way in: tick, group, entry marker, zone; sorted by tick."""
    called: dict[str, int] = field(default_factory=dict)
    """Units that set out of their own accord (`systems/response`), and when they were called."""
    blocks: list[Block] = field(default_factory=list)
    """Roadblocks ordered or standing (`systems/roadblocks`)."""
    trail: Trail = field(default_factory=Trail)
    held_x: float = 0.0
    held_y: float = 0.0
    """Where the hunted car was when it last began to be held up, and since when (`systems/pursuit`)."""
    held_tick: int = 0
    boxed: int = -1
    """The hunted car, once it is boxed in and nobody in it shoots: those in it are pulled out. -1 = none."""
    block_after: int = 0
    """Tick before which no other one is ordered."""


@dataclass(slots=True)
class Surveillance:
    """Security cameras, what they have filmed, and what the crew has noticed of the place (`systems/surveillance.py`, `casing.py`)."""

    cameras: list[SecurityCamera]
    cased: dict[str, int] = field(default_factory=dict)
    """What has been noticed, by name, with the tick."""
    tape_due: int = -1
    """Tick at which the police look at the tape; -1 = they have not been called, 0 = they have looked."""


@dataclass(slots=True)
class Tempo:
    """How intense it is for the crew, and in which phase of a peak that is (`systems/tempo.py`)."""

    phase: str = "build"
    """build, peak, fade or relax."""
    since: int = 0
    lasts: int = 0
    """Ticks that the phase lasts, where it has a length."""
    intensity: float = 0.0
    pain: float = 0.0
    health: float = -1.0
    """Of the whole crew when last looked at; -1 = not yet."""
    lull_tick: int = 0
    x: float = 0.0
    y: float = 0.0
    """Where the player was when the phase began."""
