"""How commands speak: lines for people, or one JSON object for programs; and what their exit codes mean.

Owns the exit codes. Called by every command.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

GOOD = 0
FAULT_FOUND = 1
UNUSABLE = 2
OTHER_VERSION = 3


def answer(as_json: bool, plain: Mapping[str, object], lines: str) -> None:
    """Print the answer of a command once, in the form that was asked for."""
    print(json.dumps(plain, indent=None, allow_nan=False) if as_json else lines.rstrip("\n"))


def complain(line: str) -> None:
    """One line on the error stream."""
    print(line, file=sys.stderr)


def clock_text(ticks: int) -> str:
    """Ticks as minutes, seconds and hundredths: 3:07.25."""
    hundredths = ticks * 100 // 60
    minutes, rest = divmod(hundredths, 6000)
    return f"{minutes}:{rest // 100:02}.{rest % 100:02}"
