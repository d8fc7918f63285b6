"""What a recipe lays on a body: boxes, discs, rods, words, seams, stripes of light, repeated and mirrored.

Owns the meaning of a recipe's `details`: one table each, in metres from the middle, x forward and y right. Liveries,
hatches, numbers and lamps are such tables, so that a new one needs no code. Called by `vehicle_sheets.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from assets.bake.relief import Ink, Relief, ink, own
from assets.bake.strokes import lines

Table = Mapping[str, Any]
LIT = {"red": "#b01018", "blue": "#1030b8", "amber": "#e89020", "white": "#d9dee4"}


def colour_of(word: str) -> Ink:
    """A recipe's colour: "#rrggbb", or "own 0.9" for the vehicle's paint made lighter or darker."""
    if word.startswith("own"):
        return own(float(word[3:] or 1.0))
    return ink(word)


def lay_details(r: Relief, details: list[Table]) -> None:
    """Lay all details in order."""
    for detail in details:
        _lay_copies(r, detail)


def _lay_copies(r: Relief, detail: Table) -> None:
    x, y = detail.get("at", (0.0, 0.0))
    count, (dx, dy) = detail.get("count", 1), detail.get("step", (0.0, 0.0))
    draw = _KINDS[detail["do"]]
    for index in range(count):
        draw(r, x + dx * index, y + dy * index, detail)
        if detail.get("both"):
            draw(r, x + dx * index, -(y + dy * index), {**detail, "turn": -detail.get("turn", 0.0)})


def _box(r: Relief, x: float, y: float, d: Table) -> None:
    hx, hy = d["size"]
    r.box(
        x, y, hx, hy, colour_of(d["colour"]), d.get("round", 0.02), d.get("gloss", 0.4), d.get("height"),
        math.radians(d.get("turn", 0.0)), d.get("bevel", 0.04), on_top=not d.get("beside", False), glass=d.get("glass", 0.0),
    )  # fmt: skip


def _disc(r: Relief, x: float, y: float, d: Table) -> None:
    r.disc(
        x, y, d["radius"], colour_of(d["colour"]), d.get("gloss", 0.4), d.get("height"), d.get("dome", 0.0),
        on_top=not d.get("beside", False),
    )  # fmt: skip


def _rod(r: Relief, x: float, y: float, d: Table) -> None:
    dx, dy = d["to"]
    y_to = dy if y >= 0 or not d.get("both") else -dy
    ra, rb = d.get("ends", (d.get("radius", 0.03),) * 2)
    r.rod(
        x,
        y,
        dx,
        y_to,
        ra,
        rb,
        colour_of(d["colour"]),
        d.get("gloss", 0.5),
        d.get("height"),
        on_top=d.get("on_top", False),
    )


def _text(r: Relief, x: float, y: float, d: Table) -> None:
    placed = lines(d["text"], x, y, d["size"], math.radians(d.get("turn", 90.0)))
    r.strokes(placed, colour_of(d["colour"]), d.get("weight", d["size"] * 0.11))


def _seam(r: Relief, x: float, y: float, d: Table) -> None:
    dx, dy = d["run"]
    r.seam(x, y, x + dx, y + dy, d.get("width", 0.012), d.get("dark", 0.5))


def _groove(r: Relief, x: float, y: float, d: Table) -> None:
    r.groove(x, y, *d["size"], d.get("width", 0.012), d.get("dark", 0.4))


def _panel(r: Relief, x: float, y: float, d: Table) -> None:
    """Own paint within a box takes another colour: doors and roof of a patrol car."""
    hx, hy = d["size"]
    at, px, py = r.window(x, y, hx + 0.05, hy + 0.05)
    zone = r.inside(np.maximum(np.abs(px - x) - hx, np.abs(py - y) - hy)) * (r.glass[at] < 0.4)
    r.lay(at, zone * (r.albedo[at][..., 3] > 0.4), colour_of(d["colour"]), d.get("gloss", 0.8), on_top=True)


def _path(r: Relief, x: float, y: float, d: Table) -> None:
    """A drawn mark: a line through points given from its middle."""
    points = [(x + u, y + v) for u, v in d["points"]]
    r.strokes([(*a, *b) for a, b in pairwise(points)], colour_of(d["colour"]), d.get("weight", 0.03))


def _light_bar(r: Relief, x: float, y: float, d: Table) -> None:
    """A bar across the roof: lenses of one colour to the left, of another to the right."""
    reach, top = d.get("reach", 0.58), d["height"]
    r.box(x, 0, 0.16, reach, ink("#14161a"), 0.06, 0.6, top, bevel=0.03, on_top=True)
    left, right = d.get("colours", ("red", "blue"))
    for index in range(4):
        offset = reach * (0.20 + 0.215 * index)
        for side, word in ((-1, left), (1, right)):
            r.box(x, side * offset, 0.115, reach * 0.09, ink(LIT[word], 1.5), 0.02, 0.95, top + 0.03, on_top=True)
    r.box(x, 0, 0.10, 0.06, ink(LIT["white"]), 0.02, 0.9, top + 0.02, on_top=True)
    for side, word in ((-1, left), (1, right)):
        r.socket(f"siren_{word}", x, side * reach * 0.55)


def _lamp(r: Relief, x: float, y: float, d: Table) -> None:
    """A lens in its dark rim, and the place of its light."""
    hx, hy = d["size"]
    r.box(x, y, hx + 0.02, hy + 0.02, ink("#14161a"), 0.02, 0.5, d.get("height"), on_top=not d.get("beside", False))
    r.box(x, y, hx, hy, ink(LIT.get(d["colour"], d["colour"]), 1.4), 0.02, 0.95, d.get("height"), on_top=True)
    if "socket" in d:
        r.socket(d["socket"], x, y)


def _socket(r: Relief, x: float, y: float, d: Table) -> None:
    r.socket(d["kind"], x, y)


_KINDS: dict[str, Callable[[Relief, float, float, Table], None]] = {
    "box": _box, "disc": _disc, "rod": _rod, "text": _text, "seam": _seam, "groove": _groove, "panel": _panel,
    "path": _path, "light_bar": _light_bar, "lamp": _lamp, "socket": _socket,
}  # fmt: skip
