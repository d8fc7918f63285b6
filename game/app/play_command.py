"""`play LEVEL`, and no command at all: the game in its window.

Owns their flags. The window and everything in it is `game.app.loop`'s. Called by `cli`.
"""

from __future__ import annotations

import argparse

from game.app.flags import add_run_flags, level_and_catalog, setup_from


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("play", help="play a level at once (F5 in Tiled)")
    add_run_flags(parser)
    parser.add_argument("--at", default="", metavar="OBJECT", help="start at the object with this name or id")
    parser.add_argument("--lockstep", action="store_true", help="move only when asked: commands come on standard input")
    parser.set_defaults(run=run_play)


def run_play(args: argparse.Namespace) -> int:
    """Check what was asked for before a window opens, so that a mistake is a line and not a dialogue."""
    from game.app import loop

    path, level, catalog = level_and_catalog(args.level)
    return loop.run(setup_from(args, level, catalog), path, None, args.lockstep)


def run_game(args: argparse.Namespace) -> int:
    """The title screen."""
    from game.app import loop

    return loop.run(None, None, None, False)
