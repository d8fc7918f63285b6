"""Opens one TOML file that somebody wrote by hand, and says clearly when it is no TOML file.

Owns size, encoding and syntax. Does not know what the tables mean: `catalog` and `text` do, and call this.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from game.content.faults import Fault, UnusableFile

LARGEST_FILE_BYTES = 1_000_000
"""Far above any honest table of content; keeps a stray archive from being parsed for minutes."""


def read_toml(path: Path) -> dict[str, object]:
    """The top table of the file. Raises UnusableFile when it cannot be read or is not TOML."""
    name = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise _unusable(name, "", "is missing") from error
    except OSError as error:
        raise _unusable(name, "", f"cannot be read ({error.strerror})") from error
    if len(raw) > LARGEST_FILE_BYTES:
        raise _unusable(name, "", f"is larger than {LARGEST_FILE_BYTES} bytes, expected a small TOML file")
    try:
        # A byte order mark is how some editors on Windows begin a file; it is no part of the text.
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unusable(name, f"byte {error.start}", "is not UTF-8 text") from error
    except RecursionError as error:
        raise _unusable(name, "", "is nested too deeply, expected plain tables") from error
    except ValueError as error:
        # TOMLDecodeError, and the plain ValueError of a number with thousands of digits.
        raise _unusable(name, "", f"is not TOML: {error}") from error


def _unusable(file: str, where: str, message: str) -> UnusableFile:
    return UnusableFile([Fault(file, where, message)])
