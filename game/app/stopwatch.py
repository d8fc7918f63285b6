"""Stopwatches for drawing: by the wall and of this process, on every stage, and the machine's own unit.

Owns no moments and no scenes: those are `bench_frame.py` and `bench_shootout.py`, which call it.
"""

from __future__ import annotations

import functools
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter, process_time, thread_time
from typing import Any

import pygame

from game.app.studio import Studio

BLITS = 200


@dataclass(slots=True)
class Times:
    """Seconds of each measured frame, by the wall and of this process."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, begun: tuple[float, float]) -> None:
        """A stretch of work that began at these two clocks has ended."""
        self.wall.append(perf_counter() - begun[0])
        self.cpu.append(process_time() - begun[1])

    def row(self, blit: float) -> dict[str, object]:
        """Both clocks summed up, and the median in full-screen blits."""
        return {
            "wall_ms": _spread(self.wall),
            "cpu_ms": _spread(self.cpu),
            "in_blits": round(statistics.median(self.cpu) / blit, 2),
        }


def median_of(passes: Sequence[Times]) -> Times:
    """Of each frame the median of what it took in every pass."""
    wall = [statistics.median(frame) for frame in zip(*(times.wall for times in passes), strict=True)]
    cpu = [statistics.median(frame) for frame in zip(*(times.cpu for times in passes), strict=True)]
    return Times(wall, cpu)


def clocks() -> tuple[float, float]:
    """Now, by the wall and of this process."""
    return perf_counter(), process_time()


def watch_parts(studio: Studio, times: dict[str, list[float]]) -> None:
    """Stopwatches on the parts that are drawn one after the other, by the clock of the thread that draws."""
    renderer: Any = studio.renderer
    for owner, method, name in (
        (renderer.lighting, "begin", "light"),
        (renderer.ground, "draw", "ground"),
        (renderer.actors, "draw_under", "under"),
        (renderer.actors, "draw_vehicles", "vehicles"),
        (renderer.actors, "draw_people", "people"),
        (renderer.actors, "draw_crowns", "crowns"),
        (renderer.effects.particles, "draw", "particles"),
        (renderer.effects.particles, "draw_bright", "particles"),
        (renderer.actors, "lift_people", "people"),
        (renderer.light, "lay", "light"),
        (renderer.shining, "draw", "shine"),
        (renderer.roofs, "draw", "roofs"),
        (renderer.facade_glow, "draw", "facade_glow"),
        (renderer.bloom, "draw", "bloom"),
        (studio.hud, "draw", "hud"),
    ):
        setattr(owner, method, _stopwatch(getattr(owner, method), times.setdefault(name, [])))


def _stopwatch(work: Callable[..., Any], times: list[float]) -> Callable[..., Any]:
    @functools.wraps(work)
    def timed(*args: Any, **kwargs: Any) -> Any:
        # Of the thread that draws: another one stretches meanwhile.
        begun = thread_time()
        done = work(*args, **kwargs)
        times.append(thread_time() - begun)
        return done

    return timed


def full_blit_seconds(surface: pygame.Surface) -> float:
    """Processor seconds of one blit of a whole screen: the machine's unit of drawing."""
    other = surface.copy()
    times = []
    for _ in range(BLITS):
        begun = process_time()
        surface.blit(other, (0, 0))
        times.append(process_time() - begun)
    return statistics.median(times)


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    rising = sorted(seconds)
    last = len(rising) - 1
    return {
        "median": milliseconds(statistics.median(rising)),
        "p99": milliseconds(rising[min(last, len(rising) * 99 // 100)]),
        "max": milliseconds(rising[-1]),
    }


def milliseconds(seconds: float) -> float:
    """Seconds as milliseconds, as answers show them."""
    return round(seconds * 1e3, 3)


def stage_rows(stages: dict[str, list[float]], frames: int) -> dict[str, float]:
    """Milliseconds of each stage for one frame."""
    return {name: milliseconds(sum(spent) / frames) for name, spent in stages.items()}
