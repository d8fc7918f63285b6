"""Reads the catalog: every TOML file of this folder into frozen specs, all faults at once, and its digest.

Owns which file holds which specs, that names in one file exist in the other, and the catalog's identity. Does
not own the schema (`specs`), the bounds (`limits`) or the reading of one table (`spec_reader`). The app calls
`load_catalog` once at the start and hands the result to levels and the sim.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from game.content.faults import ContentError, Fault, UnusableFile
from game.content.limits import NAMES
from game.content.spec_reader import read_spec, shown
from game.content.specs import (
    BrainSpec,
    Catalog,
    DifficultySpec,
    MaterialSpec,
    PersonSpec,
    SurfaceSpec,
    VehicleSpec,
    WeaponSpec,
)
from game.content.toml_reader import read_toml

KINDS: dict[str, type] = {
    "surfaces": SurfaceSpec,
    "materials": MaterialSpec,
    "weapons": WeaponSpec,
    "vehicles": VehicleSpec,
    "people": PersonSpec,
    "brains": BrainSpec,
    "difficulties": DifficultySpec,
}
"""Field of the catalog, and stem of its file, to the spec it holds."""


def load_catalog(folder: Path | None = None) -> Catalog:
    """The catalog in `folder` (by default the game's own). Raises ContentError with every fault of every file,
    or UnusableFile (with all the same faults) when one of the files is no TOML at all."""
    folder = Path(__file__).parent if folder is None else folder
    faults: list[Fault] = []
    tables: dict[str, dict[str, object]] = {}
    for part in KINDS:
        try:
            tables[part] = read_toml(folder / f"{part}.toml")
        except UnusableFile as error:
            faults.extend(error.faults)
    is_unusable = bool(faults)
    parts: dict[str, dict[str, Any]] = {part: _read_part(part, tables[part], faults) for part in tables}
    _check_names(tables, faults)
    if is_unusable:
        raise UnusableFile(faults)
    if faults:
        raise ContentError(faults)
    return Catalog(**parts, digest=digest(parts))


def digest(parts: dict[str, dict[str, Any]]) -> str:
    """SHA-256 (hex) of the specs as JSON with sorted keys: blind to file order, comments and layout."""
    plain = {part: {name: _plain(spec) for name, spec in specs.items()} for part, specs in parts.items()}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(spec: object) -> dict[str, Any]:
    assert is_dataclass(spec) and not isinstance(spec, type)
    return asdict(spec)


def _read_part(part: str, tables: dict[str, object], faults: list[Fault]) -> dict[str, Any]:
    """The specs of one file in the order they are written."""
    file = f"{part}.toml"
    if not tables:
        faults.append(Fault(file, "", "is empty, expected at least one table"))
    specs = {name: read_spec(KINDS[part], name, table, file, faults) for name, table in tables.items()}
    return {name: spec for name, spec in specs.items() if spec is not None}


def _check_names(tables: dict[str, dict[str, object]], faults: list[Fault]) -> None:
    """Every name that points into another file is a table there. Looks at what is written, not at what was
    accepted, so that one bad weapon does not also accuse everybody who carries it."""
    for part, kind in KINDS.items():
        for name, table in tables.get(part, {}).items():
            if not isinstance(table, dict):
                continue
            for key, other in NAMES.get(kind, {}).items():
                if other in tables:
                    _check_name(f"{part}.toml", name, key, table.get(key, ""), other, tables[other], faults)


def _check_name(
    file: str, name: str, key: str, value: object, other: str, known: dict[str, object], faults: list[Fault]
) -> None:
    for word in value if isinstance(value, list) else [value]:
        # An empty word is either allowed or was complained about already; so was anything that is no word.
        if isinstance(word, str) and word and word not in known:
            message = f"is {shown(word)}, which is no table of {other}.toml (it has {', '.join(known)})"
            faults.append(Fault(file, f"table [{name}], key {key}", message))
