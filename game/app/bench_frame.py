"""How long a frame takes: the picture alone and the whole loop, at the moments of the bot's run that matter.

Owns finding those moments in any level (waiting, on foot, driving, the loudest ten seconds) and the stopwatches; what is
drawn without any run, the reference shoot-out, is `shootout.py`. Every
time is given twice: by the wall, which is what a player feels, and as the process's own, which says what the game
costs when other programs hold the processor. Called by `bench frame`.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pygame

from game.app.bench_shootout import bench_shootout
from game.app.bench_sound import opened, shut
from game.app.session import RunSession, collect_in_turn, quiet_collector
from game.app.stopwatch import Times, clocks, full_blit_seconds, median_of, milliseconds, stage_rows, watch_parts
from game.app.studio import Studio
from game.audio.street import StreetSound
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.levels.loader import load_level
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
WARM_TICKS = 600
"""Drawn before each moment but not counted: what is near has been seen by then, as it has in play, where nobody is put into
the middle of a run."""
QUALITIES = ("high", "medium", "low")
LOUD = (ShotFired, BulletImpact, Exploded, VehicleImpact)


@dataclass(slots=True)
class Rehearsal:
    """The bot's run, tick by tick: what was put in, how loud it was, how far the player walked and drove."""

    frames: list[InputFrame] = field(default_factory=list)
    keyframes: dict[int, Snapshot] = field(default_factory=dict)
    loud: list[float] = field(default_factory=list)
    walked: list[float] = field(default_factory=list)
    driven: list[float] = field(default_factory=list)


def bench_frame(path: Path, level: Level, catalog: Catalog, setup: RunSetup, passes: int = 1) -> dict[str, object]:
    """The reference shoot-out and the busiest seconds at every quality, all moments at the best; in blits, too. With several
    `passes` all of it but the busiest seconds at plainer qualities is measured so often, the moments each time by a new process, and
    of every frame the median counts: what the machine takes for itself comes at another frame each time, what the game costs at the
    same."""
    reference = {quality: bench_shootout(level, catalog, quality, passes) for quality in QUALITIES}
    found = rehearse(level, catalog, setup)
    moments = find_moments(found)
    studio = Studio(level, catalog, SIZE)
    studio.renderer.is_live = True
    sound = opened(catalog)
    stages: dict[str, list[float]] = {}
    watch_parts(studio, stages)
    times = {name: (Times(), Times()) for name in moments}
    for name, stretch in moments.items():
        measure_moment(found, stretch, level, catalog, studio, sound, times[name])
    rows_stages = {name: spent[:] for name, spent in stages.items()}
    plainer: dict[str, object] = {}
    blit = full_blit_seconds(studio.surface)
    for quality in QUALITIES[1:] if "busiest" in moments else ():
        studio.renderer.quality = quality
        pair = Times(), Times()
        measure_moment(found, moments["busiest"], level, catalog, studio, sound, pair)
        plainer[quality] = {"picture": pair[0].row(blit), "loop": pair[1].row(blit)}
    studio.close()
    shut(sound)
    if passes > 1:
        again = _measured_again(path, setup, passes - 1)
        times = {name: _medians([pair, *(more[name] for more in again)]) for name, pair in times.items()}
    rows = _moment_rows(moments, times, rows_stages, blit)
    return {
        "level": level.name,
        "passes": passes,
        "full_blit_cpu_ms": milliseconds(blit),
        "reference": reference,
        **rows,
        "busiest_at": plainer,
    }


def _measured_again(path: Path, setup: RunSetup, times: int) -> list[dict[str, tuple[Times, Times]]]:
    """All moments anew by so many processes, one after the other: nothing is held that the first has drawn."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        return list(pool.map(measure_all, [path] * times, [asdict(setup)] * times))


def measure_all(path: Path, plain: dict[str, Any]) -> dict[str, tuple[Times, Times]]:
    """Picture and loop at every moment of a level's run; `plain` holds the fields of a `RunSetup`."""
    catalog = load_catalog()
    level = load_level(path, catalog)
    found = rehearse(level, catalog, RunSetup(**plain))
    studio, sound = Studio(level, catalog, SIZE), opened(catalog)
    studio.renderer.is_live = True
    times = {}
    for name, stretch in find_moments(found).items():
        times[name] = (Times(), Times())
        measure_moment(found, stretch, level, catalog, studio, sound, times[name])
    studio.close()
    shut(sound)
    return times


def _medians(pairs: Sequence[tuple[Times, Times]]) -> tuple[Times, Times]:
    """Picture and loop, of each frame the median of what it took in every pass."""
    pictures, loops = zip(*pairs, strict=True)
    return median_of(pictures), median_of(loops)


def measure_moment(
    found: Rehearsal,
    stretch: tuple[int, int],
    level: Level,
    catalog: Catalog,
    studio: Studio,
    sound: StreetSound,
    times: tuple[Times, Times],
) -> None:
    """Go to a moment of the rehearsed run and run the loop through it."""
    start, end = stretch
    tick = max(tick for tick in found.keyframes if tick <= max(0, start - WARM_TICKS))
    world = restore(found.keyframes[tick], level, catalog)
    studio.renderer.renew()
    sound.begin(level)
    measure(world, found.frames[tick:end], start, studio, sound, *times)


def measure(
    world: World, frames: Sequence[InputFrame], start: int, studio: Studio, sound: StreetSound,
    picture_times: Times, loop_times: Times,
) -> None:  # fmt: skip
    """Run the loop of the game as the window does: events, step, view, marks, sound, picture, present; count from `start`."""
    quiet_collector()
    before = picture(world)
    for frame in frames:
        is_counted = world.tick + 1 >= start
        begun = clocks()
        pygame.event.get()
        events = world.step(frame)
        collect_in_turn(world.tick)
        now = picture(world)
        studio.take(events, now)
        sound.take(events, now)
        sound.feed()
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
        "stages_cpu_ms": stage_rows(stages, len(stages["ground"])),
    }


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
