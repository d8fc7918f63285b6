"""What the loader resolves is what Tiled resolves: each small map is opened by the real Tiled, which exports it with
everything resolved, and both are compared, cell by cell and object by object."""

from __future__ import annotations

import base64
import gzip
import json
import math
import os
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game.levels.canonical import PlainMap, canonical
from game.levels.complaints import Complaints
from tests.levels.tiled_cases import CASES, furnish

SHARES = {
    "topleft": (0, 0), "top": (0.5, 0), "topright": (1, 0), "left": (0, 0.5), "center": (0.5, 0.5), "right": (1, 0.5),
    "bottomleft": (0, 1), "bottom": (0.5, 1), "bottomright": (1, 1),
}  # fmt: skip


@dataclass
class Thing:
    """One object as either side sees it; places in pixels of the map as drawn."""

    id: int
    name: str
    kind: str
    shape: str
    x: float
    y: float
    width: float
    height: float
    rotation: float
    points: list[tuple[float, float]]
    properties: dict[str, str]

    def differs(self, other: Thing) -> str:
        """The first thing in which both are not alike; empty when they are."""
        for field in ("id", "name", "kind", "shape", "properties"):
            if getattr(self, field) != getattr(other, field):
                return f"{field}: {getattr(self, field)!r} against {getattr(other, field)!r}"
        for field in ("x", "y", "width", "height"):
            if abs(getattr(self, field) - getattr(other, field)) > 0.01:
                return f"{field}: {getattr(self, field)} against {getattr(other, field)}"
        if abs((self.rotation - other.rotation + 180) % 360 - 180) > 1e-6:
            return f"rotation: {self.rotation} against {other.rotation}"
        if len(self.points) != len(other.points):
            return f"{len(self.points)} corners against {len(other.points)}"
        far = max([math.dist(a, b) for a, b in zip(self.points, other.points, strict=True)], default=0.0)
        return f"corners {far} px apart" if far > 1e-6 else ""


@pytest.mark.needs("tiled")
@pytest.mark.parametrize("name", sorted(CASES))
def test_the_loader_sees_what_tiled_sees(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    furnish(folder)
    path = folder / f"{name}.tmx"
    path.write_text(CASES[name](folder), encoding="utf-8")
    complaints = Complaints(name)
    ours = canonical(path, complaints)
    assert ours is not None and complaints.errors == [], [str(fault) for fault in complaints.errors]
    theirs = exported(path, tmp_path)
    corner = _corner(theirs)
    _compare_cells(ours, theirs, corner)
    found, wanted = _our_things(ours), _their_things(theirs, corner)
    assert [one.id for one in found] == [one.id for one in wanted]
    for one, other in zip(found, wanted, strict=True):
        assert one.differs(other) == ""


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 40


def exported(path: Path, folder: Path) -> dict[str, Any]:
    """The map as Tiled exports it, with tilesets embedded and templates, types and properties resolved."""
    private = folder / "runtime"
    private.mkdir(mode=0o700)
    out = path.with_suffix(".json")
    options = ["--embed-tilesets", "--detach-templates", "--resolve-types-and-properties"]
    done = subprocess.run(
        ["tiled", *options, "--export-map", "json", str(path), str(out)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(private)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and out.is_file(), done.stderr
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _flat(layers: list[dict[str, Any]], x: float = 0.0, y: float = 0.0) -> list[tuple[dict[str, Any], float, float]]:
    """The visible layers in order, with their offsets added up."""
    found = []
    for layer in layers:
        if layer["visible"]:
            here = x + layer.get("offsetx", 0.0), y + layer.get("offsety", 0.0)
            found += _flat(layer["layers"], *here) if layer["type"] == "group" else [(layer, *here)]
    return found


def _blocks(layer: dict[str, Any]) -> list[tuple[int, int, int, list[int]]]:
    """(column, row, columns, cells) of a layer's blocks."""
    parts = layer.get("chunks") or [{"x": 0, "y": 0, "width": layer["width"], "data": layer["data"]}]
    found = []
    for part in parts:
        data = part["data"]
        if isinstance(data, str):
            raw = base64.b64decode(data)
            raw = {"zlib": zlib.decompress, "gzip": gzip.decompress}.get(layer.get("compression", ""), bytes)(raw)
            data = list(struct.unpack(f"<{len(raw) // 4}I", raw))
        found.append((part["x"], part["y"], part["width"], data))
    return found


def _corner(theirs: dict[str, Any]) -> tuple[int, int]:
    """The cell at which an infinite map begins: the first that holds a tile."""
    if not theirs["infinite"]:
        return 0, 0
    used = [
        (x + i % wide + int(dx // 24), y + i // wide + int(dy // 24))
        for layer, dx, dy in _flat(theirs["layers"])
        if layer["type"] == "tilelayer"
        for x, y, wide, data in _blocks(layer)
        for i, cell in enumerate(data)
        if cell
    ]
    return min(x for x, _ in used), min(y for _, y in used)


def _compare_cells(ours: PlainMap, theirs: dict[str, Any], corner: tuple[int, int]) -> None:
    layers = [one for one in _flat(theirs["layers"]) if one[0]["type"] == "tilelayer"]
    assert [one.name for one in ours.layers] == [layer["name"] for layer, _, _ in layers]
    for mine, (layer, dx, dy) in zip(ours.layers, layers, strict=True):
        wanted = {}
        for x, y, wide, data in _blocks(layer):
            for i, cell in enumerate(data):
                column, row = x + i % wide + int(dx // 24) - corner[0], y + i // wide + int(dy // 24) - corner[1]
                if cell and 0 <= column < ours.width and 0 <= row < ours.height:
                    wanted[(column, row)] = cell
        found = {
            (column, row): int(cell)
            for row, cells in enumerate(mine.cells.tolist())
            for column, cell in enumerate(cells)
            if cell
        }
        assert found == wanted and found


def _our_things(ours: PlainMap) -> list[Thing]:
    found = []
    for node in ours.objects.iter("object"):
        kind = node.get("shape", "")
        drawn = node.find(kind)
        points = [
            tuple(map(float, pair.split(",")))
            for pair in (drawn.get("points", "") if drawn is not None else "").split()
        ]
        numbers = [float(node.get(key, "0")) for key in ("x", "y", "width", "height", "rotation")]
        held = {
            one.get("name", ""): _value(one.get("type", "string"), one.get("value", ""))
            for one in node.iter("property")
        }
        found.append(
            Thing(int(node.get("id", "0")), node.get("name", ""), node.get("type", ""), kind, *numbers, points, held)  # type: ignore[arg-type]
        )
    return found


def _their_things(theirs: dict[str, Any], corner: tuple[int, int]) -> list[Thing]:
    sheets = {sheet["firstgid"]: sheet for sheet in theirs["tilesets"]}
    found = []
    for layer, dx, dy in _flat(theirs["layers"]):
        for one in layer.get("objects", ()) if layer["type"] == "objectgroup" else ():
            if one["visible"] and "text" not in one:
                x, y = one["x"] + dx - corner[0] * 24, one["y"] + dy - corner[1] * 24
                found.append(_their_thing(one, x, y, sheets))
    return found


def _their_thing(one: dict[str, Any], x: float, y: float, sheets: dict[int, Any]) -> Thing:
    shape = next((key for key in ("point", "ellipse", "polygon", "polyline") if key in one), "rectangle")
    wide, high, turn = one["width"], one["height"], one["rotation"]
    points = [(p["x"], p["y"]) for p in one.get(shape, ())] if shape in ("polygon", "polyline") else []
    if "gid" in one:
        gid = one["gid"]
        sheet = sheets[max(first for first in sheets if first <= gid & 0x0FFFFFFF)]
        across, down = SHARES.get(sheet.get("objectalignment", "unspecified"), (0, 1))
        ox, oy, angle = wide * (0.5 - across), high * (0.5 - down), math.radians(turn)
        x, y = x + ox * math.cos(angle) - oy * math.sin(angle), y + ox * math.sin(angle) + oy * math.cos(angle)
        wide = high = 0.0
        shape, turn = "point", turn + (180 if gid & 0x80000000 else 0)
    if shape in ("polygon", "polyline"):
        wide = high = 0.0
    held = {p["name"]: _value(p["type"], p["value"]) for p in one.get("properties", ())}
    return Thing(one["id"], one["name"], one["type"], shape, x, y, wide, high, turn, points, held)


def _value(kind: str, value: object) -> str:
    """One spelling for a value of either side."""
    if kind in ("int", "float", "object"):
        return repr(float(value))  # type: ignore[arg-type]
    if kind == "bool":
        return str(value).lower()
    return str(value).lower() if kind == "color" else str(value)
