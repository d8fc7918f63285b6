"""Every complaint of a level at once: what stops it from loading, and what would spoil playing it.

Owns the order of the list. What a bot finds by playing is the command line's. Called there and by the tests.
"""

from __future__ import annotations

from pathlib import Path

from game.content.faults import Fault
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.camera_checks import check_cameras
from game.levels.complaints import Complaints, EnoughFaults
from game.levels.door_checks import check_doors, dead_leaves
from game.levels.floor import floor_of
from game.levels.folders import shown
from game.levels.goal_checks import check_goals
from game.levels.loader import Reading, read_level
from game.levels.locate import located
from game.levels.spoken import spoken_of
from game.levels.terrain_checks import check_terrain
from game.levels.use_checks import check_uses
from game.levels.vocabulary import Vocabulary, game_vocabulary


def check_level(path: Path, catalog: Catalog, words: Vocabulary | None = None) -> list[Fault]:
    """All faults of a level, errors first; raises only UnusableFile, when a file is no map or no TOML at all."""
    words = words or game_vocabulary()
    reading = read_level(path, catalog, words)
    found = list(reading.faults)
    if reading.level is not None:
        on_map = Complaints(shown(path), "the-map")
        in_play = Complaints(reading.screenplay_file or shown(path), "the-screenplay")
        try:
            _look_deep(reading, reading.level, catalog, words, on_map, in_play)
            found += on_map.faults + in_play.faults
        except EnoughFaults as full:
            found += [*on_map.faults, *in_play.faults, *full.faults]
    faults = list(dict.fromkeys(located(found, reading.spots)))
    return sorted(faults, key=lambda fault: fault.severity != "error")


def _look_deep(
    reading: Reading, level: Level, catalog: Catalog, words: Vocabulary, on_map: Complaints, in_play: Complaints
) -> None:
    """The checks that need the whole level."""
    is_whole = not any(fault.severity == "error" for fault in reading.faults)
    spoken = spoken_of(level, words)
    if is_whole:
        check_uses(level, catalog, reading.objects, spoken, on_map)
    if not reading.is_ground_sound:
        return
    floor = floor_of(level, dead_leaves(level, catalog, spoken))
    check_terrain(level, catalog, reading.objects, on_map, floor)
    if is_whole:
        check_cameras(level, catalog, reading.objects, on_map)
        check_doors(level, catalog, reading.objects, spoken, floor, on_map)
    if is_whole and not on_map.errors:
        # Who stands in a wall reaches nothing: told once is enough.
        never = [
            fault.name for fault in located(on_map.faults, reading.spots) if "is absent at the start" in fault.message
        ]
        check_goals(level, catalog, floor, spoken, never, in_play, "end" in words.actions)
