"""What minds decide, as lines of a log: one whenever somebody of the crew or the police takes to something else, and whenever the
police as a body know or believe something else.

Reads a world after each tick and changes nothing in it. Called by `bot`.
"""

from __future__ import annotations

from game.sim.minds_shown import mind_of
from game.sim.world import World

SIDES = ("crew", "police")
Line = dict[str, object]


class DecisionLog:
    """Remembers what everybody was at, and tells what has changed."""

    def __init__(self) -> None:
        self._before: dict[int, Line] = {}

    def _police(self, world: World) -> list[Line]:
        """A line whenever what the police as a body are at has changed: belief, stage, reports, the fight's phase."""
        heat = world.heat
        now: Line = {
            "belief": heat.belief,
            "stage": heat.stage,
            "described": {_name(world, who): look for who, look in heat.described.items()},
            "reports": [f"{_name(world, one.by)}: {_name(world, one.who)}" for one in heat.reports],
            "phase": world.tempo.phase,
        }
        if self._before.get(-1) == now:
            return []
        self._before[-1] = now
        place: Line = {
            "x": round(heat.last_x, 1),
            "y": round(heat.last_y, 1),
            "intensity": round(world.tempo.intensity, 2),
        }
        return [{"tick": world.tick, "event": "PoliceBelieve"} | now | place]

    def changed(self, world: World) -> list[Line]:
        """A line for each who has decided otherwise since the last tick: who, what he is at, whom he means, covers and is menaced by."""
        lines = self._police(world)
        for side in SIDES:
            for who in world.sides[side]:
                person = world.person(who)
                if not person.is_present:
                    continue
                now = _line(world, who)
                if self._before.get(who) != now:
                    self._before[who] = now
                    x, y = world.position(who)
                    place: Line = {"x": round(x, 1), "y": round(y, 1), "suppression": round(person.suppression, 2)}
                    lines.append({"tick": world.tick, "event": "Decided"} | now | place)
        return lines


def _line(world: World, who: int) -> Line:
    mind = mind_of(world, world.person(who))
    return {
        "who": world.person(who).name,
        "activity": mind.activity,
        "act": mind.act,
        "peeks": mind.peeks,
        "wants": mind.wants,
        "turn": mind.turn,
        "target": _name(world, mind.target),
        "covers": _name(world, mind.covers),
        "menaced_by": [_name(world, other) for other in mind.menaced_by],
        "notices": {_name(world, other): round(share, 1) for other, share in mind.notices if share > 0.0},
        "watches": mind.watches,
        "cover": [round(part, 1) for part in mind.cover] if mind.cover is not None else None,
    }


def _name(world: World, who: int) -> str:
    return world.person(who).name if who >= 0 else ""
