"""Where the story stands: beats reached, clocks, facts, counters, causes. Plain data; changed by director and actions."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    can_leave: bool = True
    window_until: int = 0
    speaker: str = ""
    line: str = ""
    is_radio: bool = False
    line_until: int = 0
    lines: list[tuple[str, str, bool]] = field(default_factory=list)
    """Lines that wait for the one on screen to be read."""
    result: str = ""
    ending: str = ""
    end_tick: int = 0

    def note_cause(self, key: str, **values: object) -> None:
        """Adds a line to the results' causes, once: a line of the text files' [cause], and what fills its braces."""
        cause = Cause(key, tuple((name, str(value)) for name, value in values.items()))
        if cause not in self.causes:
            self.causes.append(cause)


@dataclass(slots=True)
class Heat:
    """What the police know and do."""

    stage: int = 0
    cause: str = ""
    seen_tick: int = -999999
    """Last tick at which a policeman saw anybody of the crew."""
    last_x: float = 0.0
    last_y: float = 0.0
    known_vehicles: list[int] = field(default_factory=list)
    """Vehicles the police connect with the crew."""
    knows_faces: bool = False
    """Description by clothes: the crew on foot is recognised."""
    arrivals: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Units on their way in: tick, group, entry marker, zone; sorted by tick."""
