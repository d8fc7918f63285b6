"""Every complaint of a level at once: what stops it from loading, and what would spoil playing it.

Owns the order of the list. Called by the command line and the tests over shipped levels.
"""

from __future__ import annotations

from pathlib import Path

from game.content.faults import Fault
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.facts import spellings
from game.levels.folders import shown
from game.levels.loader import Reading, read_level
from game.levels.names import call_sites
from game.levels.terrain_checks import check_terrain
from game.levels.vocabulary import Vocabulary, arguments_of, game_vocabulary


def check_level(path: Path, catalog: Catalog, words: Vocabulary | None = None) -> list[Fault]:
    """All faults of a level, errors first; raises only UnusableFile, when a file is no map or no TOML at all."""
    words = words or game_vocabulary()
    reading = read_level(path, catalog, words)
    complaints = Complaints(shown(path))
    if reading.level is not None and reading.is_ground_sound:
        check_terrain(reading.level, catalog, reading.objects, complaints)
    if reading.level is not None:
        _check_routes_used(reading, reading.level, words, complaints)
    faults = list(dict.fromkeys(reading.faults + complaints.faults))
    return sorted(faults, key=lambda fault: fault.severity != "error")


def _check_routes_used(reading: Reading, level: Level, words: Vocabulary, complaints: Complaints) -> None:
    """A route that nobody takes and nothing draws is likely a left-over."""
    used = {person.route for person in level.people}
    used.update(name for step in level.screenplay.brief for name in step.points)
    used.update(beat.marker for beat in level.screenplay.beats)
    used.update(name for chance in level.screenplay.chances for name in chance.pick)
    for site in call_sites(level.screenplay, words):
        kinds = {
            one.name: one.points_at for one in arguments_of(site.call.name, words.calls(site.kind)[site.call.name])
        }
        for name, value in site.call.args:
            if "route" in kinds[name] or kinds[name] == "object":
                for one in value if isinstance(value, tuple) else (value,):
                    used.update(spellings(str(one), level.screenplay.chances))
    for route in level.routes:
        if route.name not in used:
            complaints.warning(reading.objects.place("Route", route.id), "is used by nobody")
