"""How long the reference shoot-out takes to draw by night, at one quality of the picture.

Owns the loop about `shootout.py`; the stopwatches are `stopwatch.py`. Called by `bench_frame`.
"""

from __future__ import annotations

import dataclasses

from game.app.session import quiet_collector
from game.app.shootout import best_place, shootout_events, shootout_view
from game.app.stopwatch import Times, clocks, full_blit_seconds, median_of, stage_rows, watch_parts
from game.app.studio import Studio
from game.content.level import Level
from game.content.specs import Catalog

SIZE = (1280, 720)
WARM_TICKS = 300
"""Drawn but not counted: smoke hangs in the air by then, and everything beside the picture is ready, as in any fight."""
SHOOTOUT_TICKS = 300


def bench_shootout(level: Level, catalog: Catalog, quality: str, passes: int = 1) -> dict[str, object]:
    """The picture of the reference shoot-out by night at one quality: times, stages, and how much there was to draw. Of several passes
    the median counts, frame by frame: all draw the same."""
    found = [_pass(level, catalog, quality) for _ in range(passes)]
    _, stages, counts, blit = found[-1]
    times = median_of([times for times, _, _, _ in found])
    return {"picture": times.row(blit), "drawn": counts, "stages_cpu_ms": stage_rows(stages, SHOOTOUT_TICKS)}


def _pass(level: Level, catalog: Catalog, quality: str) -> tuple[Times, dict[str, list[float]], dict[str, int], float]:
    """Times of the frames and of their stages, what was drawn, and seconds of a full-screen blit."""
    studio = Studio(dataclasses.replace(level, hour="night"), catalog, SIZE)
    renderer = studio.renderer
    renderer.quality = quality
    stages: dict[str, list[float]] = {}
    watch_parts(studio, stages)
    quiet_collector()
    times, at = Times(), best_place(level)
    before = shootout_view(level, catalog, 0, at)
    for tick in range(1, WARM_TICKS + SHOOTOUT_TICKS):
        now = shootout_view(level, catalog, tick, at)
        studio.take(shootout_events(level, tick, at), now)
        if tick == WARM_TICKS:
            for spent in stages.values():
                spent.clear()
        begun = clocks()
        studio.draw(before, now)
        if tick >= WARM_TICKS:
            times.add(begun)
        before = now
    counts = {
        "sprites": len(before.people) + len(before.vehicles) + len(before.items) + len(renderer.actors.near),
        "shadowed_lights": renderer.light.shadowed,
        "particles": len(renderer.effects.particles),
    }
    blit = full_blit_seconds(studio.surface)
    studio.close()
    return times, stages, counts, blit
