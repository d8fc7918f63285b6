"""Vehicles that lie on their side, seen from above: the flank as a side view, and the belly that faces away from it.

Owns the two kinds of flank, boxy and low; colours and lettering come from the recipe. The roof's edge is drawn at the
top (negative y), the belly with frame, axles, tank and pipe below, so that one sees at once that it lies. Called by
`vehicle_sheets.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from assets.bake.car_bodies import AMBER, BLACK, CHROME, GLASS, HEADLAMP, TAILLAMP, dust
from assets.bake.details import colour_of, lay_details
from assets.bake.relief import Ink, Relief, ink

BELLY = 0.62
"""Metres of the underside that show beside the flank."""
RAIL = ink("#1d1f22")
GREASE = ink("#2c2a28")


def boxy_flank(name: str, length: float, tall: float, recipe: Mapping[str, Any]) -> Relief:
    """A truck or van on its side."""
    r = Relief(length + 0.5, tall + BELLY * 2 + 0.3)
    reach, half = length / 2, tall / 2
    look: Mapping[str, Any] = recipe.get("flank", {})
    cab, box = colour_of(look.get("cab", "own 0.95")), colour_of(look.get("box", "own 0.95"))
    box_from, sill = float(look.get("box_from", 0.2)) * reach, half - 0.55
    _belly(r, reach, half, (0.60 * reach, -0.54 * reach), 0.46)
    _roof_edge(r, reach, half, box_from, box)
    if look.get("has_nose", True):
        r.box(0.80 * reach, half * 0.30, 0.20 * reach, sill - half * 0.30 + 0.02, cab, 0.14, 0.7, 1.2, bevel=0.10)
    r.box((box_from + 0.78 * reach) / 2, (sill - half * 0.62) / 2, (0.78 * reach - box_from) / 2, (sill + half * 0.62) / 2,
          cab, 0.14, 0.7, 1.22, bevel=0.09)  # fmt: skip
    rear = -0.985 * reach
    r.box(
        (rear + box_from) / 2,
        (sill - half) / 2,
        (box_from - rear) / 2,
        (sill + half) / 2,
        box,
        0.05,
        0.5,
        1.3,
        bevel=0.06,
    )
    r.groove(
        (rear + box_from) / 2, (sill - half) / 2, (box_from - rear) / 2 - 0.10, (sill + half) / 2 - 0.10, 0.012, 0.6
    )
    _cab_side(r, reach, half, sill, box_from)
    for axle in (0.60 * reach, -0.54 * reach):
        _hub(r, axle, half - 0.30, 0.52, 0.27)
    r.box(0.985 * reach, half * 0.42, 0.05, 0.14, HEADLAMP, 0.03, 0.9, on_top=True)
    r.box(-0.975 * reach, half * 0.40, 0.04, 0.14, TAILLAMP, 0.02, 0.9, on_top=True)
    lay_details(r, look.get("details", []))
    dust(r, name + "flank", 0.3)
    return r


def low_flank(name: str, length: float, tall: float, recipe: Mapping[str, Any]) -> Relief:
    """A car on its side: sill, doors, glass house, arches."""
    r = Relief(length + 0.4, tall + BELLY * 2 + 0.2)
    reach, half = length / 2, tall / 2
    paint = colour_of(recipe.get("flank", {}).get("box", "own 0.95"))
    _belly(r, reach, half, (0.60 * reach, -0.54 * reach), 0.36)
    x, y = r.x, r.y
    shoulder = np.interp(x / reach, [-1, -0.92, -0.5, 0.4, 0.9, 1], [0.2, -0.02, -0.10, -0.08, 0.06, 0.3]) * half
    ends = reach - 0.04 - np.abs(x)
    d = np.maximum(np.maximum(shoulder - y, y - half * 0.62), -ends)
    r.lay(r.everywhere(), r.inside(d), paint, 0.8, 1.4 - 0.25 * np.exp(np.clip(d, -1, 0) / 0.07))
    tail, screen = -0.60 * reach, 0.36 * reach
    rise = np.clip((y + half * 0.92) / (half * 0.84), 0, 1)
    cab = np.maximum(np.maximum(-half * 0.94 - y, y + half * 0.06),
                     np.maximum(x - screen + (1 - rise) * 0.24 * reach, tail + (1 - rise) * 0.20 * reach - x))  # fmt: skip
    r.lay(r.everywhere(), r.inside(cab), paint, 0.8, 1.2 - 0.2 * np.exp(np.clip(cab, -1, 0) / 0.05))
    panes = r.inside(cab + 0.07)
    for pillar in (-0.07, -0.42):
        panes = panes * (1 - r.inside(np.abs(x - pillar * reach) - 0.045))
    r.lay(r.everywhere(), panes, GLASS, 0.7, glass=1.0, on_top=True)
    for gap in (0.34, -0.07, -0.44):
        r.seam(gap * reach, -half * 0.06, gap * reach, half * 0.55, 0.012, 0.4)
    for handle in (0.02, -0.36):
        r.box(handle * reach, half * 0.10, 0.09, 0.02, CHROME, 0.01, 0.9, on_top=True)
    r.box(0, half * 0.30, reach * 0.9, 0.022, BLACK, 0.01, 0.4, on_top=True)
    for axle in (0.60 * reach, -0.54 * reach):
        _hub(r, axle, half * 0.62, 0.36, 0.20)
    r.box(0.95 * reach, half * 0.22, 0.06, 0.09, HEADLAMP, 0.02, 0.9, on_top=True)
    r.box(0.90 * reach, half * 0.22, 0.03, 0.06, AMBER, 0.01, 0.8, on_top=True)
    r.box(-0.95 * reach, half * 0.16, 0.06, 0.09, TAILLAMP, 0.02, 0.9, on_top=True)
    lay_details(r, recipe.get("flank", {}).get("details", []))
    dust(r, name + "flank", 0.3)
    return r


def _belly(r: Relief, reach: float, half: float, axles: tuple[float, float], radius: float) -> None:
    """What was under it: the other side's wheels, frame rails with cross members, axles, shaft, tank, pipe."""
    top, far = half - 0.30, half + BELLY
    for axle in axles:
        r.box(axle, far - 0.16, radius, 0.15, ink("#131416"), 0.05, 0.1, 0.30)
    r.box(0, (top + far - 0.16) / 2, reach * 0.95, (far - 0.16 - top) / 2, GREASE, 0.03, 0.15, 0.45)
    for y in (half + 0.02, far - 0.26):
        r.box(0, y, reach * 0.96, 0.06, RAIL, 0.01, 0.35, 0.62)
    for share in np.linspace(-0.9, 0.9, 8):
        r.box(share * reach, half + 0.18, 0.05, 0.20, RAIL, 0.01, 0.3, 0.58)
    for axle in axles:
        r.rod(axle, half - 0.2, axle, far - 0.1, 0.085, 0.085, ink("#3a3835"), 0.4, 0.72)
        r.disc(axle, half + 0.17, 0.19, ink("#45423d"), 0.5, 0.82, 0.1)
    r.rod(axles[1], half + 0.17, 0.30 * reach, half + 0.15, 0.05, 0.05, ink("#5c5a55"), 0.5, 0.76)
    r.rod(-0.97 * reach, far - 0.34, 0.25 * reach, far - 0.34, 0.045, 0.045, ink("#6b5a48"), 0.35, 0.70)
    r.box(-0.12 * reach, far - 0.36, 0.36, 0.09, ink("#77695a"), 0.06, 0.4, 0.78)
    r.box(0.10 * reach, half + 0.02, 0.48, 0.15, ink("#34373a"), 0.08, 0.45, 0.80)
    r.box(0.44 * reach, half + 0.14, 0.34, 0.17, ink("#3f3d3a"), 0.05, 0.4, 0.82)


def _roof_edge(r: Relief, reach: float, half: float, box_from: float, paint: Ink) -> None:
    """The rounded edge toward the roof: a darker strip beyond the flank."""
    middle, extent = (box_from - 0.985 * reach) / 2, (box_from + 0.985 * reach) / 2
    r.box(middle, -half - 0.02, extent, 0.13, paint * 0.62, 0.05, 0.3, 1.0)
    for x in np.linspace(-0.9 * reach, box_from - 0.2, 7):
        r.seam(float(x), -half - 0.14, float(x), -half + 0.02, 0.012, 0.5)


def _cab_side(r: Relief, reach: float, half: float, sill: float, box_from: float) -> None:
    """The cab's door, its window, its handle and the bonnet's louvres."""
    door, breadth = (box_from + 0.68 * reach) / 2, max(0.42, (0.68 * reach - box_from) / 2 - 0.05)
    r.groove(door, (sill - half * 0.56) / 2, breadth, (sill + half * 0.52) / 2, 0.014, 0.35)
    r.box(door + 0.04, -half * 0.28, breadth * 0.82, half * 0.22, GLASS, 0.06, 0.7, glass=1.0, on_top=True)
    r.box(door - breadth * 0.6, half * 0.12, 0.09, 0.025, CHROME, 0.01, 0.9, on_top=True)
    r.box(door + breadth * 0.95, -half * 0.10, 0.08, 0.17, BLACK, 0.04, 0.6, 1.5)
    r.box(0, sill - 0.02, reach * 0.95, 0.05, ink("#2b2f33"), 0.02, 0.3, on_top=True)
    for slot in range(4):
        r.seam(0.84 * reach + slot * 0.09, half * 0.42, 0.84 * reach + slot * 0.09, half * 0.54, 0.018, 0.4)


def _hub(r: Relief, x: float, y: float, radius: float, rim: float) -> None:
    """A wheel seen from its outer side: arch, tyre, rim with bolts."""
    r.disc(x, y, radius + 0.08, ink("#0b0c0e"), 0.1, on_top=True)
    r.disc(x, y, radius, ink("#1a1b1e"), 0.15, 1.42, 0.05)
    r.disc(x, y, radius * 0.80, ink("#101114"), 0.15, 1.40)
    r.disc(x, y, rim, ink("#8d9499"), 0.8, 1.45, 0.06)
    r.disc(x, y, rim * 0.42, ink("#4a4e53"), 0.6, 1.5, 0.03)
    for bolt in range(5):
        turn = bolt * np.pi * 2 / 5
        r.disc(x + np.cos(turn) * rim * 0.66, y + np.sin(turn) * rim * 0.66, 0.028, ink("#33363a"), 0.5, on_top=True)
