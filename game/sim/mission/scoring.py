"""Scoring: the counters of a run, the rows of the result, and its total. Restraint always scores above slaughter.

What is counted is general; what it is worth is the level's `[[score]]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.entities import NOBODY, Stance
from game.sim.mission import fates
from game.sim.systems import hands, surveillance
from game.sim.view import Cause, ResultView

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World

THE_CREWS = frozenset(("ankle_gun", "fired", "got_up", "on_camera", "suspected", "tape", "temper", "units_earlier"))
"""Causes of [cause] that judge how the crew did its work: the results of the other side pass over them."""


def counters(world: World) -> dict[str, int]:
    """Every counter a score rule may name."""
    found = dict(world.mission.counters)
    crew = [world.person(who) for who in world.crew_ids]
    ended = world.mission.result
    away = ended == "escaped"
    found["seconds"] = (world.mission.end_tick or world.tick) // 60
    found["crew_out"] = sum(1 for p in crew if _is_out(world, p)) if away else 0
    found["crew_dead"] = sum(1 for p in crew if p.stance == Stance.DEAD)
    found["bags_out"] = sum(1 for p in crew if away and p.item >= 0 and world.items[p.item].kind in hands.BAGS)
    found["take"] = sum(world.items[p.item].value for p in crew if away and p.item >= 0)
    found["items_out"] = sum(1 for i in world.items if i.is_wanted and i.is_found) if away else 0
    found["clean"] = int(
        away and not found.get("killed", 0) and not found.get("civilians_hurt", 0) and not found["crew_dead"]
    )
    for result in ("escaped", "walked", "lost"):
        found[result] = int(ended == result)  # "killed" and "arrested" count people
    found["faces_on_tape"] = len(surveillance.faces(world))
    found["caught"] = int(fates.is_hunted_down(world))
    found["under_par"] = max(0, world.level.screenplay.par_seconds - found["seconds"]) if away else 0
    return found


def result(world: World) -> ResultView:
    """The result as shown: rows in the level's order, and the causes."""
    found = counters(world)
    rows = []
    total = 0
    for rule in world.level.screenplay.score:
        if rule.side not in ("", world.setup.side):
            continue
        amount = found.get(rule.count, 0)
        points = amount * rule.points
        total += points
        if amount or rule.points > 0:
            rows.append((rule.label, str(amount), points))
    mission = world.mission
    causes = (*(cause for cause in mission.causes if _is_told(world, cause)), *_losses(world))
    return ResultView(
        mission.result, mission.ending, found["seconds"] * 1.0, max(0, total), tuple(rows), causes, world.setup.side
    )


def _is_told(world: World, cause: Cause) -> bool:
    """Whether a cause is the player's business: what the crew left unwatched is none of Hanna's."""
    return world.setup.side != "police" or cause.key not in THE_CREWS


def _is_out(world: World, person: Person) -> bool:
    """Whether somebody of the crew got away: in a vehicle, or on foot by an exit or through wire that was cut, and no prisoner. Who is down
    got away only beside a friend who drives."""
    if not person.is_present or person.is_arrested:
        return False
    if person.stance == Stance.DOWN:
        driver = world.vehicles[person.vehicle].seats[0] if person.vehicle >= 0 else NOBODY
        return driver in world.crew_ids and driver != person.id and world.person(driver).is_able
    if any(person.id in gap.passed for gap in world.gaps):
        return True
    x, y = world.position(person.id)
    return person.vehicle >= 0 or any(zone.kind == "exit" and zone.contains(x, y) for zone in world.zones.values())


def _losses(world: World) -> list[Cause]:
    """Who of the crew did not come home, once the run is over."""
    if world.mission.result not in ("escaped", "arrested", "killed"):
        return []
    lost = []
    for who in world.crew_ids:
        person = world.person(who)
        named = (("who", world.label_of(person.name)),)
        if person.stance == Stance.DEAD:
            lost.append(Cause("dead", named))
        elif person.is_arrested:
            lost.append(Cause("taken", named))
        elif world.mission.result == "escaped" and not _is_out(world, person):
            lost.append(Cause("left_behind", named))
    return lost
