"""`bench sim`: what `World.step` costs over the bot's run, in its fights, and at its busiest.

Owns how the times of ticks are summed up: all of them, those within ten seconds of a shot, and the thirty seconds in which a tick
costs most. Called by `bench_commands`.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from time import perf_counter, process_time

from game.app.bot import LIMIT_TICKS
from game.app.session import RunSession, quiet_collector
from game.content.level import Level
from game.content.specs import TICKS_PER_SECOND, Catalog
from game.sim.events import ShotFired
from game.sim.run_setup import RunSetup
from game.sim.world import World

FIGHT_TICKS = 10 * TICKS_PER_SECOND
"""After a shot, for which it counts as a fight."""
BUSY_TICKS, BUSY_PERIOD = 30 * TICKS_PER_SECOND, 5 * TICKS_PER_SECOND
"""How long the busiest moment is, and how often it is looked who is about."""


def run_rows(level: Level, catalog: Catalog, setup: RunSetup, unit: float, spares_the_far: bool) -> dict[str, object]:
    """The bot's whole run; `spares_the_far` False = whoever is far from the player thinks and looks as often as the near."""
    session = RunSession(level, catalog, setup)
    world = session.world
    world.spares_the_far = spares_the_far
    quiet_collector()
    seconds: list[float] = []
    own: list[float] = []
    fights: list[int] = []
    about: list[tuple[int, int]] = []
    last_shot = -FIGHT_TICKS
    while not world.is_over and world.tick < LIMIT_TICKS:
        frame = world.suggest()
        if world.tick % BUSY_PERIOD == 0:
            about.append(_about(world))
        before, own_before = perf_counter(), process_time()
        events = session.step(frame)
        own.append(process_time() - own_before)
        seconds.append(perf_counter() - before)
        if any(isinstance(event, ShotFired) for event in events):
            last_shot = world.tick
        if world.tick - last_shot < FIGHT_TICKS:
            fights.append(world.tick - 1)
    row = sim_row(seconds, unit) | {"own": _own(own), "spares_the_far": spares_the_far}
    if fights:
        row["fight"] = {"ticks": len(fights), "own": _own([own[tick] for tick in fights])}
    row["busiest"] = _busiest(about, own)
    row["counts_per_tick"] = per_tick(world)
    return row | {"level": level.name, "result": world.result, "share": _shares(level, catalog, setup, world.tick)}


def _own(seconds: Sequence[float]) -> dict[str, float]:
    return spread(seconds) | {"times_real": 1 / TICKS_PER_SECOND / statistics.fmean(seconds)}


def _about(world: World) -> tuple[int, int]:
    """People who are present and vehicles that are on the map."""
    people = sum(1 for person in world.people if person.is_present)
    return people, sum(1 for vehicle in world.vehicles if not vehicle.is_absent)


def _busiest(about: Sequence[tuple[int, int]], own: Sequence[float]) -> dict[str, object]:
    """The dearest half minute, and how much was about at its beginning."""
    windows = [
        (statistics.fmean(own[k * BUSY_PERIOD : k * BUSY_PERIOD + BUSY_TICKS]), k)
        for k in range(max(1, len(about) - BUSY_TICKS // BUSY_PERIOD + 1))
    ]
    at = max(windows)[1]
    people, vehicles = about[at]
    dear = own[at * BUSY_PERIOD : at * BUSY_PERIOD + BUSY_TICKS]
    return {"tick": at * BUSY_PERIOD, "people": people, "vehicles": vehicles, "own": _own(dear)}


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """Mean, median, 99th percentile and maximum, in milliseconds."""
    rising = sorted(seconds)
    return {
        "mean_ms": statistics.fmean(rising) * 1e3,
        "median_ms": statistics.median(rising) * 1e3,
        "p99_ms": rising[min(len(rising) - 1, len(rising) * 99 // 100)] * 1e3,
        "max_ms": rising[-1] * 1e3,
    }


def sim_row(seconds: Sequence[float], unit: float) -> dict[str, object]:
    """What the timed ticks come to."""
    mean = statistics.fmean(seconds)
    return {
        "ticks": len(seconds),
        **spread(seconds),
        "times_real": 1 / 60 / mean,
        "calibration_us": unit,
        "tick_in_calibrations": mean * 1e6 / unit,
    }


def per_tick(world: World) -> dict[str, float]:
    return {name: count / max(1, world.tick) for name, count in sorted(world.stats.items())}


def _shares(level: Level, catalog: Catalog, setup: RunSetup, ticks: int) -> dict[str, float]:
    """Share of each system in the time of a step, from a second run with the clock on (it costs a little itself)."""
    world = World.new(level, catalog, setup)
    world.profile, world.clock = {}, perf_counter
    while not world.is_over and world.tick < ticks:
        world.step(world.suggest())
    total = sum(world.profile.values()) or 1.0
    rows = sorted(world.profile.items(), key=lambda row: -row[1])
    return {name: seconds / total for name, seconds in rows}
