"""The command line: which command, and how every fault becomes one clear line and an exit code.

Owns the outermost layer only; each family of commands is a file of its own. Exit codes: 0 good, 1 a fault was
found, 2 unusable input, 3 made by another version. Called by `main.py` and by the console script.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from game.app.report import FAULT_FOUND, OTHER_VERSION, UNUSABLE, complain
from game.app.version import __version__
from game.content.faults import ContentError, UnusableFile
from game.replay.format import OtherVersion

PROGRAM = "around-the-corner"
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and leave."""
        self.exit(UNUSABLE, f"{self.prog}: {message}\n")


def parser() -> Parser:
    """Every command with its flags."""
    # Not at the top: pygame greets on standard output when it is imported, unless `main` has asked it not to.
    from game.app import (
        assets_commands,
        bench_commands,
        bot_command,
        flashes_command,
        levels_commands,
        play_command,
        replay_commands,
        screenshot_command,
    )

    top = Parser(prog=PROGRAM, description="Around the Corner. Without a command it opens the game.")
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.set_defaults(run=play_command.run_game)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for family in (
        play_command,
        levels_commands,
        bot_command,
        replay_commands,
        screenshot_command,
        flashes_command,
        bench_commands,
        assets_commands,
    ):
        family.add_to(commands)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        args = parser().parse_args(words)
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else UNUSABLE
    except UnusableFile as fault:
        complain(str(fault))
        return UNUSABLE
    except ContentError as fault:
        complain(str(fault))
        return FAULT_FOUND
    except OtherVersion as fault:
        complain(str(fault))
        return OTHER_VERSION
    except BrokenPipeError:
        # Whoever read our answer has left (a pager, `head`): nothing more to say, and nowhere to say it.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")
        return UNUSABLE
    except OSError as fault:
        complain(f"{fault.filename or PROGRAM}: {fault.strerror or fault}")
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        # A command that ran a world has stopped the collector; whoever called us may live on (tests do).
        gc.unfreeze()
        gc.enable()
