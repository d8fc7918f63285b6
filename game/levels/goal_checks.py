"""Whether the story can be played: goals that can be reached, beats whose conditions can ever hold, an end.

Owns the checks of beats against the map and the catalog; `story_checks.py` has those among the beats themselves.
Called by `check.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.content.level import Beat, Call, Level, Point
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.facts import spellings
from game.levels.floor import Floor
from game.levels.spoken import Spoken

REACH_CELLS = 5
"""A goal may lie in a wall's edge: this many half metres from it one must be able to stand."""
MOST_STAGE = 5
_NEED_DOORS = ("opened", "charge", "search", "fetch")


@dataclass(slots=True)
class _Goals:
    level: Level
    catalog: Catalog
    floor: Floor
    spoken: Spoken
    complaints: Complaints
    """Of the screenplay's file."""
    places: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    """One point, or the outline of a zone, by name."""
    absent: dict[str, None] = field(default_factory=dict)
    """People and vehicles that nothing ever brings in."""


def check_goals(
    level: Level,
    catalog: Catalog,
    floor: Floor,
    spoken: Spoken,
    never: list[str],
    complaints: Complaints,
    can_end: bool,
) -> None:
    """Every complaint about goals and conditions; `never` names people and vehicles that stay away for good,
    `can_end` says whether the words know an action `end`."""
    goals = _Goals(level, catalog, floor, spoken, complaints, _places(level), dict.fromkeys(never))
    started = _starts(goals)
    for number, beat in enumerate(level.screenplay.beats, 1):
        where = f'[[beat]] {number} "{beat.id}"'
        _check_reach(goals, beat, where, started)
    for site in spoken.sites:
        wrong = _why_never(goals, site.call)
        if wrong:
            complaints.error(site.where, wrong, topic="beats-that-cannot-come")
    if can_end and level.screenplay.beats and not any(site.call.name == "end" for site in spoken.sites):
        message = "has no action `end` in any beat: the run can only be lost or left"
        complaints.warning("beat", message, topic="beats-that-cannot-come")


def _places(level: Level) -> dict[str, tuple[Point, ...]]:
    found: dict[str, tuple[Point, ...]] = {}
    kinds: tuple[tuple[Any, ...], ...] = (
        level.markers,
        level.fixtures,
        level.doors,
        level.items,
        level.people,
        level.vehicles,
    )
    for things in kinds:
        for thing in things:
            found[thing.name] = ((thing.x, thing.y),)
    for item in level.items:
        if item.inside in found:
            found[item.name] = found[item.inside]
    for person in level.people:
        if person.vehicle in found:
            found[person.name] = found[person.vehicle]
    found.update({zone.name: zone.points for zone in level.zones})
    return found


def _parts(goals: _Goals, name: str) -> list[int] | None:
    """The parts of the floor from which a thing can be touched; None when it has no place."""
    outline = goals.places.get(name)
    if outline is None:
        return None
    if len(outline) > 1:
        return goals.floor.parts_in(outline)
    part = goals.floor.part_at(*outline[0], REACH_CELLS)
    return [part] if part >= 0 else []


def _starts(goals: _Goals) -> list[int]:
    """The parts of the floor on which a crew begins."""
    names = [name for side in goals.level.screenplay.sides for name in (side.player, *side.crew)]
    found = dict.fromkeys(part for name in dict.fromkeys(names) for part in _parts(goals, name) or ())
    climbs = [goals.floor.parts_in(zone.points) for zone in goals.level.zones if zone.kind == "climb"]
    for _ in climbs:  # where a fence can be climbed, the ground goes on beyond it
        for joined in climbs:
            if any(part in found for part in joined):
                found.update(dict.fromkeys(joined))
    return list(found)


def _check_reach(goals: _Goals, beat: Beat, where: str, started: list[int]) -> None:
    """The beat's goal and the zones it waits for can be walked to."""
    chances = goals.level.screenplay.chances
    wanted = [("marker", name) for marker in beat.marker for name in spellings(marker, chances)]
    crew = [name for side in goals.level.screenplay.sides for name in side.crew]
    for call in _calls(beat.when):
        given = dict(call.args)
        if call.name == "person_in_zone" and given.get("who") not in crew:
            continue
        if call.name in ("person_in_zone", "vehicle_in_zone"):
            wanted += [("zone", name) for name in spellings(str(given.get("zone", "")), chances)]
    for what, name in dict.fromkeys(wanted):
        parts = _parts(goals, name)
        if parts is not None and started and not any(part in started for part in parts):
            outline = goals.places[name]
            x, y = sum(p[0] for p in outline) / len(outline), sum(p[1] for p in outline) / len(outline)
            message = (
                f'cannot be reached: no way on foot leads to "{name}" at {x:.1f}, {y:.1f} m from where anybody starts'
            )
            goals.complaints.error(f"{where}, {what}", message, topic="goals-that-cannot-be-reached")


def _calls(call: Call | None) -> list[Call]:
    """A trigger with those nested in it."""
    if call is None:
        return []
    found = [call]
    for _, value in call.args:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Call):
                found += _calls(one)
    return found


def _why_never(goals: _Goals, call: Call) -> str:
    """Why a condition can never hold, or a step never be done; empty when it can."""
    given = dict(call.args)
    people = given.get("people")
    least = given.get("at_least", 1)
    named = isinstance(people, tuple) and not any("$" in str(one) or "{" in str(one) for one in people)
    if named and call.name in ("held", "died") and isinstance(least, int) and least > len(people):  # type: ignore[arg-type]
        return f"can never hold: it wants {least} of {len(people)} people"  # type: ignore[arg-type]
    if call.name == "stage_at_least" and isinstance(stage := given.get("stage"), int) and not 0 <= stage <= MOST_STAGE:
        return f"can never hold: the stage is {stage}; expected 0 to {MOST_STAGE}"
    if call.name == "temper_over" and isinstance(level := given.get("level"), float) and level >= 1.0:
        return f"can never hold: a temper is 1 at most, and this waits for more than {level:g}"
    if call.name in _NEED_DOORS:
        doors = _lacks_doors(goals, str(given.get("vehicle", "")))
        if doors:
            return doors
    for key in ("who", "vehicle"):
        name = given.get(key)
        if call.name in ("person_in_zone", "vehicle_in_zone", "fired", "stopped") and name in goals.absent:
            return f'can never hold: "{name}" is absent, and nothing (appear, dispatch) brings it in'
    return ""


def _lacks_doors(goals: _Goals, name: str) -> str:
    car = next((one for one in goals.level.vehicles if one.name == name), None)
    if car is None or goals.catalog.vehicles[car.spec].has_cargo_doors:
        return ""
    return f'can never be done: "{name}" is a {car.spec}, which has no cargo doors'
