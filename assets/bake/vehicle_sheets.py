"""Bakes the vehicles: every spec of the catalog by its recipe, whole and at four stages of damage, on wheels and on its side.

Owns the frames of a vehicle's sheets and what their book says: three maps a frame (colour and alpha; slopes, sky and
gloss; paint, panes and cover), pivot, sockets, outline for shadows, height. Called by `bake`.
"""

from __future__ import annotations

import copy
import math
import tomllib
from typing import Any

import numpy as np

from assets.bake import car_bodies, details, flanks, sheets, truck_bodies, wear
from assets.bake.maps import maps_of
from assets.bake.relief import Relief
from game.content.catalog import load_catalog
from game.content.specs import VehicleSpec
from game.render.atlas import PPM

CODE = ("relief", "maps", "details", "car_bodies", "truck_bodies", "flanks", "wear", "vehicle_sheets", "strokes")
STAGES = 5
FLANK_STAGES = (1, 3, 4)
LEAST_PANE = 0.28
"""Metres of glass along the vehicle through which a head is seen."""
HEAD_ROWS = 8
PLAIN: dict[str, dict[str, Any]] = {
    "low": {"body": "car", "cabin": "sedan"},
    "high": {"body": "cab_and_box", "cab": "own", "box": "own 0.95", "box_from": 0.34, "box_height": 2.6},
}
OUTLINE_SIDES = 8


def recipes() -> dict[str, Any]:
    """The recipes by name; `cabins` is among them."""
    return tomllib.loads((sheets.ASSETS / "recipes" / "vehicles.toml").read_text(encoding="utf-8"))


def recipe_of(spec: VehicleSpec, book: dict[str, Any]) -> dict[str, Any]:
    """The recipe of a spec; one without a recipe gets a plain body of its kind."""
    return book.get(spec.name) or PLAIN["low" if spec.kind == "car" else "high"]


def items() -> dict[str, str]:
    """Every vehicle's item with its input digest."""
    book, code = recipes(), sheets.code_digest(CODE)
    found = {}
    for name, spec in load_catalog().vehicles.items():
        recipe = recipe_of(spec, book)
        seats = [(seat.x, seat.y) for seat in spec.seats]
        measures = (spec.length, spec.width, spec.height, spec.tip_joules > 0, seats)
        found[f"vehicles/{name}"] = sheets.digest(
            recipe, book["cabins"].get(recipe.get("cabin", ""), {}), measures, code
        )
    return found


def bake(item: str) -> sheets.Baked:
    """One vehicle's sheets, a picture for each stage, and its book."""
    name = item.split("/")[1]
    spec, book = load_catalog().vehicles[name], recipes()
    top, flank = top_of(spec, book), flank_of(spec, book) if spec.tip_joules > 0 else None
    baked, frames = sheets.Baked(), {}
    for stage in range(STAGES):
        sheet, file = sheets.Sheet(), f"{item}-{stage}"
        frames[f"top-{stage}"] = _frame(sheet, file, _worn(top, spec, book, stage, spec.width), spec.height)
        if flank is not None and stage in FLANK_STAGES:
            frames[f"flank-{stage}"] = _frame(sheet, file, _worn(flank, spec, book, stage, spec.height), spec.width)
        baked.pictures[file] = sheet.compose()
    baked.books[item] = {
        "ppm": PPM,
        "seats": seats_of(top, spec, recipe_of(spec, book)["body"] == "pickup"),
        "frames": frames,
    }
    return baked


def top_of(spec: VehicleSpec, book: dict[str, Any]) -> Relief:
    """A whole vehicle as seen from above."""
    recipe = recipe_of(spec, book)
    if recipe["body"] == "big_rig":
        r = truck_bodies.big_rig(spec.name, spec.length, spec.width)
    elif recipe["body"] == "cab_and_box":
        cab, box = details.colour_of(recipe["cab"]), details.colour_of(recipe["box"])
        r = truck_bodies.cab_and_box(
            spec.name, spec.length, spec.width, cab, box, recipe["box_from"], recipe["box_height"]
        )
    else:
        cabin = book["cabins"][recipe["cabin"]]
        cabin = car_bodies.Cabin(**{k: tuple(v) if isinstance(v, list) else v for k, v in cabin.items()})
        r = car_bodies.car(spec.name, spec.length, spec.width, cabin, recipe["body"])
    details.lay_details(r, recipe.get("details", []))
    return r


def flank_of(spec: VehicleSpec, book: dict[str, Any]) -> Relief:
    """The same on its side."""
    recipe = recipe_of(spec, book)
    make = flanks.boxy_flank if spec.kind in ("truck", "heavy", "van") else flanks.low_flank
    return make(spec.name, spec.length, spec.height, recipe)


def _worn(whole: Relief, spec: VehicleSpec, book: dict[str, Any], stage: int, breadth: float) -> Relief:
    r = copy.deepcopy(whole)
    wear.worn(r, spec.name, stage, spec.length / 2, breadth / 2, recipe_of(spec, book).get("toughness", 1.0))
    return r


def _frame(sheet: sheets.Sheet, file: str, r: Relief, height: float) -> dict[str, Any]:
    """Place a relief's three maps; what the book says of it."""
    pictures = maps_of(r)
    rects = {name: sheet.add(picture) for name, picture in pictures.items()}
    h, w = pictures["colour"].shape[:2]
    return {
        "file": f"{file}.png", "rect": rects["colour"], "maps": rects, "pivot": [w / 2, h / 2], "height": height,
        "outline": outline_of(r), "sockets": r.sockets,
    }  # fmt: skip


def seats_of(r: Relief, spec: VehicleSpec, is_open: bool) -> list[list[float] | None]:
    """For each seat where its head is seen through a pane: the windscreen for those in front, the rear window behind;
    on an open bed everybody is."""
    glass = r.shrink(r.glass) > 0.5
    found: list[list[float] | None] = []
    for seat in spec.seats:
        y = max(-spec.width * 0.26, min(spec.width * 0.26, seat.y))
        row = round(y * PPM + glass.shape[0] / 2)
        across = glass[row - HEAD_ROWS : row + HEAD_ROWS + 1].mean(axis=0) > 0.35
        panes = [(a, b) for a, b in _runs(across) if b - a > LEAST_PANE * PPM]
        is_front = seat.x >= -0.2
        ahead = [pane for pane in panes if (sum(pane) / 2 > glass.shape[1] / 2) == is_front]
        if not ahead:
            found.append([seat.x, seat.y] if is_open and not is_front else None)
            continue
        start, end = ahead[-1] if is_front else ahead[0]
        share = 0.42 if is_front else 0.60
        place = [round((start + (end - start) * share - glass.shape[1] / 2) / PPM, 2), round(y, 2)]
        is_taken = any(
            other is not None and abs(other[1] - place[1]) < 0.3 and other[0] * place[0] > 0 for other in found
        )
        found.append(None if is_taken else place)
    return found


def _runs(row: np.ndarray) -> list[tuple[int, int]]:
    """Where a row is true, from and to."""
    steps = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(steps[::2], steps[1::2], strict=True)]


def outline_of(r: Relief) -> list[list[float]]:
    """A convex polygon about the body in metres, for shadows: where its support in eight directions meets."""
    rows, columns = np.nonzero(r.shrink(r.cover * (r.height > 0.35)) > 0.5)
    x, y = (columns + 0.5) / PPM - r.w / 2 / (PPM * 2), (rows + 0.5) / PPM - r.h / 2 / (PPM * 2)
    turns = [index * math.tau / OUTLINE_SIDES for index in range(OUTLINE_SIDES)]
    reach = [float((x * math.cos(t) + y * math.sin(t)).max()) for t in turns]
    points = []
    for index, (a, ra) in enumerate(zip(turns, reach, strict=True)):
        b, rb = turns[(index + 1) % OUTLINE_SIDES], reach[(index + 1) % OUTLINE_SIDES]
        det = math.sin(b - a)
        px, py = (ra * math.sin(b) - rb * math.sin(a)) / det, (rb * math.cos(a) - ra * math.cos(b)) / det
        points.append([round(px, 2), round(py, 2)])
    return points
