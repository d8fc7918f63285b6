"""`flashes REPLAY`: a recorded run is drawn frame by frame and measured by the flash meter.

Owns its flags, and which stretches of a run are worth measuring when not all of it is. Called by `cli`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from game.app.report import FAULT_FOUND, GOOD, answer
from game.app.session import RunSession
from game.app.verify_run import load_replay, place_of
from game.content.level import Level
from game.content.specs import Catalog
from game.render.flash_meter import FlashMeter, Worst
from game.render.palette import HOURS
from game.replay.format import Replay
from game.sim.events import Event, Exploded, ShotFired, SirenSwitched, VehicleImpact
from game.sim.picture import picture

SIZE = (1280, 720)
BRIGHT = (ShotFired, Exploded, SirenSwitched, VehicleImpact)
WARM_TICKS = 60
"""Seen before a stretch is measured: smoke and light of what came before."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("flashes", help="does a recorded run flicker more than players can bear")
    parser.add_argument("replay", type=Path)
    parser.add_argument("--hour", choices=sorted(HOURS), help="in another light than the level's own")
    parser.add_argument("--busiest", type=int, default=0, metavar="S", help="only the brightest S seconds (all)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run_command)


def run_command(args: argparse.Namespace) -> int:
    """Exit code 0 when no second has more than three flashes of a kind over the limit area."""
    replay = load_replay(args.replay)
    level, catalog = place_of(replay, args.replay)
    worst = measure(replay, level, catalog, args.hour or level.hour, args.busiest * 60)
    row = {"replay": str(args.replay), "general": worst.general, "red": worst.red, "frame": worst.frame}
    verdict = "safe" if worst.is_safe else "FLICKERS"
    line = f"{args.replay}: {verdict}; worst second {worst.general} general, {worst.red} red"
    answer(args.json, {**row, "is_safe": worst.is_safe}, line)
    return GOOD if worst.is_safe else FAULT_FOUND


def measure(replay: Replay, level: Level, catalog: Catalog, hour: str, ticks: int = 0) -> Worst:
    """The worst second of a run drawn at an hour; with `ticks`, of its brightest stretch of that length."""
    from game.app.studio import Studio

    start, end = brightest(replay, level, catalog, ticks) if ticks else (0, len(replay.frames))
    studio = Studio(replace(level, hour=hour), catalog, SIZE)
    meter = FlashMeter(SIZE)
    session = RunSession(level, catalog, replay.header.setup)
    before = picture(session.world)
    while session.tick < end and not session.is_over:
        events = session.step(replay.frames[session.tick])
        if session.tick < start - WARM_TICKS:
            continue
        now = picture(session.world)
        studio.take(events, now)
        if session.tick >= start:
            studio.draw(before, now)
            meter.feed(studio.surface)
        before = now
    studio.close()
    return meter.worst


def brightest(replay: Replay, level: Level, catalog: Catalog, ticks: int) -> tuple[int, int]:
    """First and last tick of the stretch with most flashes near the player."""
    session = RunSession(level, catalog, replay.header.setup)
    weights = [0.0]
    while session.tick < len(replay.frames) and not session.is_over:
        weights.append(weights[-1] + _weight(session.step(replay.frames[session.tick]), session))
    last = max(1, len(weights) - 1 - ticks)
    start = max(range(last), key=lambda tick: weights[min(tick + ticks, len(weights) - 1)] - weights[tick])
    return start, min(start + ticks, len(replay.frames))


def _weight(events: Iterable[Event], session: RunSession) -> float:
    body = session.world.person(session.world.player)
    near = 0.0
    for event in events:
        if isinstance(event, BRIGHT):
            x, y = getattr(event, "x", body.x), getattr(event, "y", body.y)
            near += 1.0 if (x - body.x) ** 2 + (y - body.y) ** 2 < 900 else 0.0
    return near
