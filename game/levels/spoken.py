"""What a screenplay speaks of: every name its calls, beats and brief mention, by the kind of thing it names.

Owns collecting them, with drawn facts spelt out. Called by the deep checks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.level import Call, Level
from game.levels.facts import spellings
from game.levels.names import CallSite, call_sites
from game.levels.vocabulary import Vocabulary, arguments_of

DRIVEN_BY = ("drive_route", "drive_into", "tail", "escape", "patrol_through", "rounds")
"""Steps that take their route in a vehicle."""
BROUGHT_BY = ("appear", "dispatch", "place")


@dataclass(slots=True)
class Spoken:
    """Names by kind ("zone", "route", "object" ...), and what follows from who says them."""

    sites: list[CallSite]
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    driven: dict[str, None] = field(default_factory=dict)
    """Routes that somebody drives."""
    brought: dict[str, None] = field(default_factory=dict)
    """People, vehicles and groups that something brings in."""

    def has(self, kind: str, name: str) -> bool:
        """Whether anything speaks of this thing, by its kind or as any object."""
        return name in self.names.get(kind, {}) or name in self.names.get("object", {})


def spoken_of(level: Level, words: Vocabulary) -> Spoken:
    """Everything that the level's screenplay mentions."""
    play = level.screenplay
    spoken = Spoken(call_sites(play, words))
    objects = spoken.names.setdefault("object", {})
    for step in play.brief:
        objects.update(dict.fromkeys(step.points))
    for beat in play.beats:
        for name in beat.marker:
            objects.update(dict.fromkeys(spellings(name, play.chances)))
    for chance in play.chances:
        objects.update(dict.fromkeys(chance.pick))
    for site in spoken.sites:
        _add(site, level, words, spoken)
    for person in level.people:
        spoken.names.setdefault("route", {})[person.route] = None
    for lane in level.lanes:
        spoken.names.setdefault("signal", {})[lane.signal] = None
    return spoken


def _add(site: CallSite, level: Level, words: Vocabulary, spoken: Spoken) -> None:
    arguments = {one.name: one for one in arguments_of(site.call.name, words.calls(site.kind)[site.call.name])}
    for name, value in site.call.args:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Call) or not isinstance(one, str):
                continue
            spelt = dict.fromkeys(spellings(one, level.screenplay.chances))
            for kind in arguments[name].points_at.split(" or "):
                spoken.names.setdefault(kind, {}).update(spelt)
            if arguments[name].points_at == "route" and site.call.name in DRIVEN_BY:
                spoken.driven.update(spelt)
            if site.call.name in BROUGHT_BY:
                spoken.brought.update(spelt)
