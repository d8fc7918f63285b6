"""How long a picture takes: the stages of drawing over the busiest ten seconds of the bot's run.

Owns finding that stretch and the stopwatches on the renderer's parts. Called by `bench frame`.
"""

from __future__ import annotations

import functools
import statistics
from collections.abc import Callable
from time import perf_counter
from typing import Any

import pygame

from game.app.bot import LIMIT_TICKS
from game.app.session import RunSession, quiet_collector
from game.app.studio import Studio
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import BulletImpact, Exploded, ShotFired, VehicleImpact
from game.sim.input_frame import InputFrame
from game.sim.picture import picture
from game.sim.run_setup import RunSetup

SIZE = (1280, 720)
STRETCH_TICKS = 600
WARM_FRAMES = 30
"""Drawn but not counted: sprites and lights are made the first time they are seen."""
BLITS = 200
LOUD = (ShotFired, BulletImpact, Exploded, VehicleImpact)


def bench_frame(level: Level, catalog: Catalog, setup: RunSetup) -> dict[str, object]:
    """Milliseconds of each stage, of a whole frame, and as multiples of one full-screen blit on this machine."""
    frames, start = busiest_stretch(level, catalog, setup)
    session = RunSession(level, catalog, setup)
    studio = Studio(level, catalog, SIZE)
    times: dict[str, list[float]] = {}
    watch_parts(studio, times)
    view_of = stopwatch(picture, "view", times)
    take = stopwatch(studio.take, "take", times)
    draw = stopwatch(studio.draw, "draw", times)
    quiet_collector()
    before = now = picture(session.world)
    totals = []
    for frame in frames[: start + STRETCH_TICKS]:
        events = session.step(frame)
        is_drawn, is_measured = session.tick > start, session.tick > start + WARM_FRAMES
        begun = perf_counter()
        before, now = now, view_of(session.world)
        take(events, now)
        if is_drawn:
            draw(before, now)
        if is_measured:
            totals.append(perf_counter() - begun)
        else:
            times.clear()
    blit = full_blit_seconds(studio.surface)
    studio.close()
    return _answer(level, start, times, totals, blit)


def _answer(
    level: Level, start: int, times: dict[str, list[float]], totals: list[float], blit: float
) -> dict[str, object]:
    rising = sorted(totals)
    return {
        "level": level.name,
        "from_tick": start,
        "frames": len(totals),
        "mean_ms": statistics.fmean(totals) * 1e3,
        "median_ms": statistics.median(totals) * 1e3,
        "p99_ms": rising[len(rising) * 99 // 100] * 1e3,
        "max_ms": rising[-1] * 1e3,
        "full_blit_ms": blit * 1e3,
        "frame_in_blits": statistics.fmean(totals) / blit,
        "stages_ms": {name: sum(spent) / len(totals) * 1e3 for name, spent in times.items()},
    }


def busiest_stretch(level: Level, catalog: Catalog, setup: RunSetup) -> tuple[list[InputFrame], int]:
    """The inputs of the bot's run, and the tick at which its ten loudest seconds begin."""
    session = RunSession(level, catalog, setup)
    frames: list[InputFrame] = []
    sums = [0]
    while not session.is_over and session.tick < LIMIT_TICKS:
        frames.append(session.world.suggest())
        loud = [event for event in session.step(frames[-1]) if isinstance(event, LOUD)]
        sums.append(sums[-1] + len(loud))
    if len(frames) <= 2 * WARM_FRAMES:
        raise UnusableFile([Fault(level.name, "", f"the run ends after {len(frames)} ticks: too short to measure")])
    last = max(1, len(frames) - STRETCH_TICKS)
    start = max(range(last), key=lambda tick: sums[min(tick + STRETCH_TICKS, len(frames))] - sums[tick])
    return frames, start


def stopwatch(work: Callable[..., Any], name: str, times: dict[str, list[float]]) -> Callable[..., Any]:
    """The same function, which also notes how long each call took."""

    @functools.wraps(work)
    def timed(*args: Any, **kwargs: Any) -> Any:
        begun = perf_counter()
        done = work(*args, **kwargs)
        times.setdefault(name, []).append(perf_counter() - begun)
        return done

    return timed


def watch_parts(studio: Studio, times: dict[str, list[float]]) -> None:
    """Stopwatches on the parts that the renderer draws one after the other."""
    renderer: Any = studio.renderer
    for owner, method, name in (
        (renderer.ground, "draw", "ground"),
        (renderer.actors, "draw_under", "under"),
        (renderer.actors, "draw_vehicles", "vehicles"),
        (renderer.actors, "draw_people", "people"),
        (renderer.actors, "draw_crowns", "crowns"),
        (renderer.effects.particles, "draw", "particles"),
        (renderer, "_light", "light"),
        (renderer, "_shine", "shine"),
        (renderer.roofs, "draw", "roofs"),
        (studio.hud, "draw", "hud"),
    ):
        setattr(owner, method, stopwatch(getattr(owner, method), name, times))


def full_blit_seconds(surface: pygame.Surface) -> float:
    """Seconds of one blit of a whole screen: the machine's unit of drawing."""
    other = surface.copy()
    times = []
    for _ in range(BLITS):
        begun = perf_counter()
        surface.blit(other, (0, 0))
        times.append(perf_counter() - begun)
    return statistics.median(times)
