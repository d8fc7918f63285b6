"""The settings file: where it lies, strict reading, writing that a power cut cannot spoil.

Owns `settings.toml` in the user's configuration folder (AROUND_THE_CORNER_HOME moves every folder of the
player's). The fields themselves are `game.scenes.preferences`. A file with faults is set aside as
`settings.toml.bad`, said once, and standard settings serve this run. Called by `loop` and the settings scene.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_config_path

from game.content.faults import Fault
from game.input.bindings import read_bindings
from game.scenes.preferences import TABLES, Preferences, complaint

HOME_VARIABLE = "AROUND_THE_CORNER_HOME"
FILE_NAME = "settings.toml"
MOST_BYTES = 256 * 1024
"""A settings file is a page; anything near this is something else."""
HEADER = "# Settings of Around the Corner. What is left out keeps its standard value.\n"


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings to play with, and what was wrong with the file they came from."""

    preferences: Preferences
    faults: tuple[Fault, ...] = ()

    @property
    def message(self) -> str:
        """What to tell the player, or "" when all is well."""
        if not self.faults:
            return ""
        lines = [f"{FILE_NAME} cannot be used. It was set aside as {FILE_NAME}.bad; standard settings serve."]
        return "\n".join(lines + [str(fault) for fault in self.faults])


def settings_path() -> Path:
    """Where the settings file lies."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home) if home else user_config_path("around-the-corner", appauthor=False)
    return folder / FILE_NAME


def cache_folder() -> Path:
    """Where baked pictures are kept; it may be emptied at any time."""
    home = os.environ.get(HOME_VARIABLE)
    return (Path(home) if home else user_cache_path("around-the-corner", appauthor=False)) / "baked"


def load_settings(path: Path | None = None) -> LoadedSettings:
    """The settings at `path`; standard ones when there is no file or when it has faults. Never raises for bad files."""
    path = path or settings_path()
    try:
        raw = _read(path)
    except FileNotFoundError:
        return LoadedSettings(Preferences())
    except OSError as error:
        return LoadedSettings(Preferences(), (Fault(str(path), "", f"cannot be read: {error.strerror or error}"),))
    preferences, faults = parse_settings(raw, path.name)
    if faults:
        _set_aside(path, faults)
        return LoadedSettings(Preferences(), tuple(faults))
    return LoadedSettings(preferences)


def parse_settings(raw: bytes, file: str = FILE_NAME) -> tuple[Preferences, list[Fault]]:
    """Settings out of a file's bytes, with every fault found in them."""
    if len(raw) > MOST_BYTES:
        return Preferences(), [Fault(file, "", f"is larger than {MOST_BYTES // 1024} KiB, expected a settings file")]
    try:
        tables = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return Preferences(), [Fault(file, "", f"is not TOML: {error}")]
    preferences, faults = Preferences(), list[Fault]()
    for name, table in tables.items():
        if name in TABLES:
            _read_table(preferences, name, table, file, faults)
        elif name not in ("keys", "pad"):
            faults.append(Fault(file, f"[{name}]", "no such table; expected " + ", ".join([*TABLES, "keys", "pad"])))
    preferences.bindings, wrong = read_bindings(tables, file)
    return preferences, faults + wrong


def save_settings(preferences: Preferences, path: Path | None = None) -> Fault | None:
    """Write the settings so that the file is whole at every moment; the fault when the disk refuses, else None."""
    path = path or settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, to_toml(preferences).encode("utf-8"))
    except OSError as error:
        return Fault(str(path), "", f"cannot be written: {error.strerror or error}")
    return None


def to_toml(preferences: Preferences) -> str:
    """The settings as the text of their file."""
    lines = [HEADER]
    for table, names in TABLES.items():
        lines.append(f"[{table}]")
        lines += [f"{name} = {_toml(getattr(preferences, name))}" for name in names]
        lines.append("")
    for table, controls in preferences.bindings.plain().items():
        lines.append(f"[{table}]")
        lines += [f"{action} = {_toml(names)}" for action, names in controls.items()]
        lines.append("")
    return "\n".join(lines)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _read_table(preferences: Preferences, name: str, table: object, file: str, faults: list[Fault]) -> None:
    if not isinstance(table, dict):
        faults.append(Fault(file, f"[{name}]", f"is {table!r}, expected a table"))
        return
    for key, value in table.items():
        place = f"[{name}] {key}"
        if key not in TABLES[name]:
            faults.append(Fault(file, place, "no such setting; expected one of " + ", ".join(TABLES[name])))
            continue
        wrong = complaint(key, value)
        if wrong:
            faults.append(Fault(file, place, wrong))
        else:
            setattr(preferences, key, value)


def _set_aside(path: Path, faults: list[Fault]) -> None:
    try:
        os.replace(path, path.with_name(path.name + ".bad"))
    except OSError as error:
        faults.append(Fault(str(path), "", f"could not be set aside: {error.strerror or error}"))


def _replace(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then swap: a reader sees the old file or the new one, never half."""
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return repr(value)
