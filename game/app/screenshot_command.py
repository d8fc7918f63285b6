"""`screenshot LEVEL|REPLAY`: a picture of any tick without a window.

Owns its flags and the way to the tick: a level is played there by the bot, a replay is re-simulated. Called by `cli`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.app.flags import level_and_catalog, setup_from, whole_number
from game.app.policies import careful
from game.app.report import GOOD, answer
from game.app.session import RunSession
from game.app.tape import PART, SUFFIX
from game.app.verify_run import load_replay, place_of
from game.content.level import Level
from game.content.specs import Catalog
from game.render.palette import HOURS
from game.sim.input_frame import InputFrame
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.world import World

SIZE = (1280, 720)
LEAST_PX, MOST_PX = 320, 3840
USUAL_TICK = 60
"""A second in, so that what stands has been drawn by the rules of play and not by those of the start."""
WARM_TICKS = 900
"""Ticks before the picture that the renderer sees too: smoke, marks and captions older than that are gone or faint."""

Hands = Callable[[World], InputFrame]


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("screenshot", help="a picture of a level or a replay without a window")
    parser.add_argument("level", metavar="LEVEL|REPLAY", help="name of a level, path of a .tmx, or a .replay file")
    parser.add_argument("--tick", type=whole_number, default=None, metavar="N", help="which tick (60; a replay's last)")
    parser.add_argument("--size", type=_size, default=SIZE, metavar="WxH", help="pixels (1280x720)")
    parser.add_argument("--seed", type=whole_number, default=1, metavar="N", help="for a level: its chances")
    parser.add_argument("--side", default="", metavar="S", help="for a level: crew or police")
    parser.add_argument("--hour", choices=sorted(HOURS), help="draw it in another light; the run itself is the same")
    parser.add_argument(
        "--weather", choices=["dry", "rain"], help="draw it in other weather; the run itself is the same"
    )
    parser.add_argument("--out", type=Path, default=Path("screenshot.png"), metavar="PNG", help="screenshot.png")
    parser.add_argument("--overlay", choices=["ai"], help="ai: what every mind is at, its path, its target")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run_command, difficulty="")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    size = int(width), int(height)
    if not all(LEAST_PX <= side <= MOST_PX for side in size):
        raise ValueError(text)
    return size


def run_command(args: argparse.Namespace) -> int:
    """Exit code 0 when the picture was written, also when the run ended before the tick (the answer says so)."""
    if args.level.endswith((SUFFIX, SUFFIX + PART)):
        path = Path(args.level)
        replay = load_replay(path)
        level, catalog = place_of(replay, path)
        wanted = len(replay.frames) if args.tick is None else min(args.tick, len(replay.frames))
        tick = take_picture(args, level, catalog, replay.header.setup, wanted, lambda w: replay.frames[w.tick])
    else:
        _, level, catalog = level_and_catalog(args.level)
        wanted = USUAL_TICK if args.tick is None else args.tick
        tick = take_picture(args, level, catalog, setup_from(args, level, catalog), wanted, careful)
    line = f"{args.out}: {level.name} at tick {tick}" + ("" if tick == wanted else f" (the run ended before {wanted})")
    answer(args.json, {"out": str(args.out), "level": level.name, "tick": tick, "wanted": wanted}, line)
    return GOOD


def take_picture(
    args: argparse.Namespace, level: Level, catalog: Catalog, setup: RunSetup, wanted: int, hands: Hands
) -> int:
    """Play to the tick, draw it, save it; the tick that was drawn."""
    from game.app.studio import Studio

    session = RunSession(level, catalog, setup)
    if args.hour:
        level = replace(level, hour=args.hour)
    if args.weather:
        level = replace(level, weather="" if args.weather == "dry" else args.weather)
    studio = Studio(level, catalog, args.size)
    before = now = picture(session.world)
    studio.take([], now)
    while session.tick < wanted and not session.is_over:
        events = session.step(hands(session.world))
        if session.tick > wanted - WARM_TICKS:
            before, now = now, picture(session.world)
            studio.take(events, now)
    studio.draw(before, now)
    if args.overlay == "ai":
        studio.draw_minds(picture(session.world, debug=True))
    studio.save(args.out)
    studio.close()
    return session.tick
