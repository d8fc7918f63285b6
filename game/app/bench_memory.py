"""Whether memory stays flat: a run is played over and over, some of its frames are drawn, and what is held is counted.

Owns the walk through everything that draws, which finds each surface once, and the rows of simulated minutes. Called by
`bench frame --memory`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pygame

from game.app.bench_frame import SIZE, rehearse
from game.app.session import quiet_collector
from game.app.studio import Studio
from game.content.level import Level
from game.content.specs import Catalog
from game.render import atlas
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.world import World

MINUTE_TICKS = 3600
DRAWN_EVERY = 12
"""Of so many ticks one is drawn: what is held does not depend on how often it is looked at."""
_STATM = Path("/proc/self/statm")
PAGE_BYTES = 4096


def bench_memory(level: Level, catalog: Catalog, setup: RunSetup, minutes: int) -> dict[str, object]:
    """Surfaces, their megabytes and the process's own after each simulated minute; and whether the second half grew."""
    frames = rehearse(level, catalog, setup).frames
    studio = Studio(level, catalog, SIZE)
    studio.renderer.is_live = True
    quiet_collector()
    rows: list[dict[str, float]] = []
    ticks = 0
    while ticks < minutes * MINUTE_TICKS:
        world = World.new(level, catalog, setup)
        studio.renderer.renew()
        before = picture(world)
        for frame in frames:
            events = world.step(frame)
            now = picture(world)
            studio.take(events, now)
            if ticks % DRAWN_EVERY == 0:
                studio.draw(before, now)
            before = now
            ticks += 1
            if ticks % MINUTE_TICKS == 0:
                rows.append({"minute": ticks // MINUTE_TICKS, **held(studio)})
            if ticks == minutes * MINUTE_TICKS:
                break
    studio.close()
    half = rows[len(rows) // 2 - 1] if len(rows) > 1 else rows[0]
    grown = round(rows[-1]["surface_mb"] - half["surface_mb"], 1)
    return {"minutes": rows, "grown_in_second_half_mb": grown, "drawn_every": DRAWN_EVERY}


def held(studio: Studio) -> dict[str, float]:
    """How many surfaces everything that draws holds, their megabytes, and what the process takes where that is told."""
    found = surfaces((studio, atlas.__dict__))
    row = {"surfaces": float(len(found)), "surface_mb": round(sum(found.values()) / 1e6, 1)}
    if _STATM.exists():
        row["process_mb"] = round(int(_STATM.read_text().split()[1]) * PAGE_BYTES / 1e6, 1)
    return row


def surfaces(roots: Iterable[Any]) -> dict[int, int]:
    """Bytes of each surface that can be reached, by the address of its pixels; parts of a surface are the surface's."""
    found: dict[int, int] = {}
    seen: set[int] = set()
    stack = list(roots)
    while stack:
        thing = stack.pop()
        if isinstance(thing, pygame.Surface):
            whole = thing.get_abs_parent()
            found[whole._pixels_address] = whole.get_pitch() * whole.get_height()
        elif id(thing) not in seen:
            seen.add(id(thing))
            stack += _parts(thing)
    return found


def _parts(thing: Any) -> list[Any]:
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, list | tuple | set | frozenset) or type(thing).__name__ == "deque":
        return list(thing)
    if not type(thing).__module__.startswith("game.render") and not isinstance(thing, Studio):
        return []
    slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
    return [*getattr(thing, "__dict__", {}).values(), *(getattr(thing, name, None) for name in slots)]
