"""How long a frame takes: the picture alone and the whole loop, at the moments of the bot's run that matter.

Owns finding those moments in any level (waiting, on foot, driving, the loudest ten seconds) and the stopwatches; what is
drawn without any run, the reference shoot-out, is `shootout.py`. Every
time is given twice: by the wall, which is what a player feels, and as the process's own, which says what the game
costs when other programs hold the processor. Called by `bench frame`.
"""

from __future__ import annotations

import dataclasses
import functools
import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from time import perf_counter, process_time
from typing import Any

import pygame

from game.app.session import COLLECT_PHASE, COLLECT_TICKS, RunSession, quiet_collector
from game.app.shootout import best_place, shootout_events, shootout_view
from game.app.studio import Studio
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import BulletImpact, Exploded, ShotFired, VehicleImpact
from game.sim.input_frame import InputFrame
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.snapshot import Snapshot, restore, take
from game.sim.world import KEYFRAME_TICKS, World

SIZE = (1280, 720)
MOST_TICKS = 15_000
"""The bot's run is looked at so far: what matters comes before, and the command must stay quick."""
KEYFRAMES_EVERY = 5 * KEYFRAME_TICKS
BUSY_TICKS = 600
MOMENT_TICKS = 300
WAIT_FROM = 120
WARM_TICKS = 120
"""Drawn before each moment but not counted: what is near has been seen by then, as it has in play."""
BLITS = 200
QUALITIES = ("high", "medium", "low")
SHOOTOUT_TICKS = 300
LOUD = (ShotFired, BulletImpact, Exploded, VehicleImpact)


@dataclass(slots=True)
class Rehearsal:
    """The bot's run, tick by tick: what was put in, how loud it was, how far the player walked and drove."""

    frames: list[InputFrame] = field(default_factory=list)
    keyframes: dict[int, Snapshot] = field(default_factory=dict)
    loud: list[float] = field(default_factory=list)
    walked: list[float] = field(default_factory=list)
    driven: list[float] = field(default_factory=list)


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


def clocks() -> tuple[float, float]:
    """Now, by the wall and of this process."""
    return perf_counter(), process_time()


def bench_frame(level: Level, catalog: Catalog, setup: RunSetup) -> dict[str, object]:
    """The reference shoot-out and the busiest seconds at every quality, all moments at the best; in blits, too."""
    reference = {quality: bench_shootout(level, catalog, quality) for quality in QUALITIES}
    found = rehearse(level, catalog, setup)
    moments = find_moments(found)
    studio = Studio(level, catalog, SIZE)
    stages: dict[str, list[float]] = {}
    watch_parts(studio, stages)
    times = {name: (Times(), Times()) for name in moments}
    for name, stretch in moments.items():
        measure_moment(found, stretch, level, catalog, studio, times[name])
    rows_stages = {name: spent[:] for name, spent in stages.items()}
    plainer: dict[str, object] = {}
    blit = full_blit_seconds(studio.surface)
    for quality in QUALITIES[1:] if "busiest" in moments else ():
        studio.renderer.quality = quality
        pair = Times(), Times()
        measure_moment(found, moments["busiest"], level, catalog, studio, pair)
        plainer[quality] = {"picture": pair[0].row(blit), "loop": pair[1].row(blit)}
    studio.close()
    rows = _moment_rows(moments, times, rows_stages, blit)
    return {"level": level.name, "full_blit_cpu_ms": _ms(blit), "reference": reference, **rows, "busiest_at": plainer}


def measure_moment(
    found: Rehearsal,
    stretch: tuple[int, int],
    level: Level,
    catalog: Catalog,
    studio: Studio,
    times: tuple[Times, Times],
) -> None:
    """Go to a moment of the rehearsed run and run the loop through it."""
    start, end = stretch
    tick = max(tick for tick in found.keyframes if tick <= max(0, start - WARM_TICKS))
    world = restore(found.keyframes[tick], level, catalog)
    studio.renderer.renew()
    measure(world, found.frames[tick:end], start, studio, *times)


def bench_shootout(level: Level, catalog: Catalog, quality: str) -> dict[str, object]:
    """The picture of the reference shoot-out by night at one quality: times, stages, and how much there was to draw."""
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
    blit = full_blit_seconds(studio.surface)
    things = len(before.people) + len(before.vehicles) + len(before.items) + len(renderer.actors.near)
    counts = {
        "sprites": things,
        "shadowed_lights": renderer.light.shadowed,
        "particles": len(renderer.effects.particles),
    }
    studio.close()
    return {"picture": times.row(blit), "drawn": counts, "stages_cpu_ms": _stage_rows(stages, SHOOTOUT_TICKS)}


def measure(
    world: World, frames: Sequence[InputFrame], start: int, studio: Studio, picture_times: Times, loop_times: Times
) -> None:
    """Run the loop of the game as the window does: events, step, view, marks, picture, present; count from `start`."""
    quiet_collector()
    before = picture(world)
    for frame in frames:
        is_counted = world.tick + 1 >= start
        begun = clocks()
        pygame.event.get()
        events = world.step(frame)
        if world.tick % COLLECT_TICKS == COLLECT_PHASE:
            gc.collect()
        now = picture(world)
        studio.take(events, now)
        begun_picture = clocks()
        studio.draw(before, now)
        if is_counted:
            picture_times.add(begun_picture)
        pygame.display.flip()
        if is_counted:
            loop_times.add(begun)
        before = now


def _moment_rows(
    moments: dict[str, tuple[int, int]],
    times: dict[str, tuple[Times, Times]],
    stages: dict[str, list[float]],
    blit: float,
) -> dict[str, object]:
    whole = [part for _, loop in times.values() for part in zip(loop.wall, loop.cpu, strict=True)]
    share = sum(cpu for _, cpu in whole) / sum(wall for wall, _ in whole)
    rows: dict[str, object] = {
        name: {
            "from_tick": start,
            "frames": len(times[name][0].cpu),
            "picture": times[name][0].row(blit),
            "loop": times[name][1].row(blit),
        }
        for name, (start, _) in moments.items()
    }
    return {
        "own_share_of_time": round(share, 3),
        "moments": rows,
        "stages_cpu_ms": _stage_rows(stages, len(stages["ground"])),
    }


def _stage_rows(stages: dict[str, list[float]], frames: int) -> dict[str, float]:
    return {name: _ms(sum(spent) / frames) for name, spent in stages.items()}


def rehearse(level: Level, catalog: Catalog, setup: RunSetup) -> Rehearsal:
    """The bot's run, or its first four minutes. Raises UnusableFile when it is too short to measure."""
    session = RunSession(level, catalog, setup)
    world = session.world
    found = Rehearsal()
    while not session.is_over and session.tick < MOST_TICKS:
        if world.tick % KEYFRAMES_EVERY == 0:
            found.keyframes[world.tick] = take(world)
        found.frames.append(world.suggest())
        events = session.step(found.frames[-1])
        found.loud.append(float(sum(isinstance(event, LOUD) for event in events)))
        body = world.person(world.player)
        is_seated = body.vehicle >= 0
        # On foot every tick counts, as most of a job is done standing.
        found.walked.append(0.0 if is_seated else 1.0)
        found.driven.append(world.speed(body.vehicle) if is_seated else 0.0)
    if len(found.frames) < WAIT_FROM + MOMENT_TICKS:
        message = f"the run ends after {len(found.frames)} ticks: too short to measure"
        raise UnusableFile([Fault(level.name, "", message)])
    return found


def find_moments(found: Rehearsal) -> dict[str, tuple[int, int]]:
    """First and last tick (excluded) of each moment; one that the run does not have is left out."""
    moments = {"waiting": (WAIT_FROM, WAIT_FROM + MOMENT_TICKS)}
    for name, weights, ticks in (
        ("on_foot", found.walked, MOMENT_TICKS),
        ("driving", found.driven, MOMENT_TICKS),
        ("busiest", found.loud, BUSY_TICKS),
    ):
        if any(weights):
            start = fullest(weights, ticks)
            moments[name] = (start, min(start + ticks, len(weights)))
    return moments


def fullest(weights: Sequence[float], ticks: int) -> int:
    """Where the stretch of so many ticks begins that weighs most; the first of equal ones."""
    sums = [0.0, *accumulate(weights)]
    last = max(0, len(weights) - ticks)
    return max(range(last + 1), key=lambda start: sums[min(start + ticks, len(weights))] - sums[start]) or 1


def watch_parts(studio: Studio, times: dict[str, list[float]]) -> None:
    """Stopwatches on the parts that are drawn one after the other."""
    renderer: Any = studio.renderer
    for owner, method, name in (
        (renderer.ground, "draw", "ground"),
        (renderer.actors, "draw_under", "under"),
        (renderer.actors, "draw_vehicles", "vehicles"),
        (renderer.actors, "draw_people", "people"),
        (renderer.actors, "draw_crowns", "crowns"),
        (renderer.effects.particles, "draw", "particles"),
        (renderer.lighting, "draw", "light"),
        (renderer, "_shine", "shine"),
        (renderer.roofs, "draw", "roofs"),
        (renderer.facade_glow, "draw", "facade_glow"),
        (renderer.bloom, "draw", "bloom"),
        (studio.hud, "draw", "hud"),
    ):
        setattr(owner, method, _stopwatch(getattr(owner, method), times.setdefault(name, [])))


def _stopwatch(work: Callable[..., Any], times: list[float]) -> Callable[..., Any]:
    @functools.wraps(work)
    def timed(*args: Any, **kwargs: Any) -> Any:
        begun = process_time()
        done = work(*args, **kwargs)
        times.append(process_time() - begun)
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
        "median": _ms(statistics.median(rising)),
        "p99": _ms(rising[min(last, len(rising) * 99 // 100)]),
        "max": _ms(rising[-1]),
    }


def _ms(seconds: float) -> float:
    return round(seconds * 1e3, 3)
