"""What a run leaves behind for the next scene, and for Hanna who comes to read it: plain frozen facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.entities import Stance
from game.sim.mission import scoring
from game.sim.systems import hands

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The end of a run, as the campaign keeps it."""

    level: str
    result: str
    ending: str
    seconds: int
    dead: tuple[str, ...]
    arrested: tuple[str, ...]
    take: int
    evidence: tuple[str, ...]
    """What was left behind: vehicles of the crew that do not burn, things laid or dropped."""
    witnesses: int
    """People who saw faces or armed men and live."""
    stage: int
    facts: tuple[tuple[str, str], ...]


def aftermath(world: World) -> Aftermath:
    """Reads it off a world whose run is over (or broken off)."""
    used = sorted(
        {v.name for v in world.vehicles if v.burning_ticks == 0 and (v.is_known or v.hit_by >= 0) and v.group == "crew"}
    )
    laid = [
        item.name
        for item in world.items
        if item.state in ("laid", "lying") and item.kind in ("spike_strip", *hands.BAGS, "firebomb")
    ]
    saw = sum(
        1
        for p in world.people
        if p.side in ("civilian", "guard") and p.is_present and world.minds[p.id].target in world.crew_ids
    )
    return Aftermath(
        world.level.name,
        world.mission.result,
        world.mission.ending,
        (world.mission.end_tick or world.tick) // 60,
        tuple(p.name for p in world.people if p.stance == Stance.DEAD),
        tuple(p.name for p in world.people if p.is_arrested),
        scoring.counters(world)["take"],
        tuple(used + laid),
        saw,
        world.heat.stage,
        tuple(sorted((key, value[0]) for key, value in world.mission.facts.items() if value)),
    )
