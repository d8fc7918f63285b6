"""Starts Around the Corner from a checkout: `python main.py` plays, `python main.py --help` lists the rest.

Tiled's F5 starts it with whatever Python the system has. Where that one lacks the game's libraries and the checkout
has the environment that README.md makes (`.venv`), the game is started with that one instead.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

NEEDED = ("numpy", "platformdirs", "pygame", "pymunk", "pytmx")


def _other_python() -> str:
    """The Python of the checkout's own environment; empty when there is none, or when this is it."""
    home = Path(__file__).resolve().parent / ".venv"
    for program in (home / "bin" / "python", home / "Scripts" / "python.exe"):
        if program.is_file() and Path(sys.prefix).resolve() != home:
            return str(program)
    return ""


def run() -> int:
    """Play; the exit code."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    program = _other_python() if missing else ""
    if program:
        return subprocess.call([program, str(Path(__file__).resolve()), *sys.argv[1:]])
    if missing:
        print(f"main.py: not installed: {', '.join(missing)}; README.md says how to install the game", file=sys.stderr)
        return 2
    from game.app.cli import main

    return main()


if __name__ == "__main__":
    raise SystemExit(run())
