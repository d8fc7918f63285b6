"""Tiled's terrain sets of a tile sheet: what the terrain brush knows of grounds, kerbs, fences, parapets, walls and roofs.

Owns which runs of tiles belong together; the tiles are drawn elsewhere. Tiled alone reads this. Called by `tile_sheet.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

COLOURS = (
    "#4f8cff",
    "#e0a030",
    "#3fbf9f",
    "#b070ff",
    "#ff5050",
    "#70b0ff",
    "#f0e060",
    "#ff80c0",
    "#50d050",
    "#b0b0b0",
    "#c08050",
    "#8090ff",
)
CORNERS = ("ne", "se", "sw", "nw")
TEXTURE_TILES = 16
GROUNDS = ("asphalt", "old_asphalt", "sidewalk", "concrete", "grass", "gravel", "dirt")
ROOFS = ("deck", "roof_tar", "roof_gravel", "roof_white", "roof_red", "roof_metal", "roof_sand")
BORDERED = {
    "kerb": "kerbs",
    "parapet_pale": "parapets, pale",
    "parapet_dark": "parapets, dark",
    "parapet_warm": "parapets, warm",
}
"""Run of tiles with lines along their sides, and the terrain of what they enclose."""
SIDES = {"n": ("ne", "nw"), "e": ("ne", "se"), "s": ("se", "sw"), "w": ("sw", "nw")}
"""The corners that lie outside when a tile has a line along a side."""


def wangsets_xml(first: dict[str, int], blank: int) -> list[str]:
    """The lines of all terrain sets of a sheet; `first` says where each run begins, `blank` is a tile that shows nothing."""
    sets: list[str] = []
    for title, runs in (("grounds", GROUNDS), ("roofs", ROOFS)):
        here = [run for run in runs if run in first]
        tiles = [(first[run] + i, _all(colour)) for colour, run in enumerate(here, 1) for i in range(TEXTURE_TILES)]
        sets += _set(title, "corner", here, tiles)
    walls = [run for run in first if run.startswith("wall_")]
    sets += _set("walls", "corner", walls, [(first[run], _all(colour)) for colour, run in enumerate(walls, 1)])
    for run, title in BORDERED.items():
        sets += _set(title, "corner", [title], _bordered(run, first, blank))
    fences = [(first[f"fence_{sides}"], _edges(sides)) for sides in _named("fence_", first)]
    sets += _set("fence", "edge", ["fence"], fences)
    return [" <wangsets>", *sets, " </wangsets>"] if sets else []


def _set(title: str, kind: str, colours: list[str], tiles: list[tuple[int, str]]) -> list[str]:
    if not tiles:
        return []
    lines = [f'  <wangset name="{title}" type="{kind}" tile="{tiles[0][0]}">']
    for number, name in enumerate(colours):
        mark = next((tile for tile, corners in tiles if str(number + 1) in corners.split(",")), -1)
        lines.append(
            f'   <wangcolor name="{name}" color="{COLOURS[number % len(COLOURS)]}" tile="{mark}" probability="1"/>'
        )
    lines += [f'   <wangtile tileid="{tile}" wangid="{corners}"/>' for tile, corners in sorted(tiles)]
    return [*lines, "  </wangset>"]


def _named(prefix: str, first: dict[str, int]) -> list[str]:
    return [run.removeprefix(prefix) for run in first if run.startswith(prefix)]


def _all(colour: int) -> str:
    return ",".join(("0", str(colour)) * 4)


def _bordered(run: str, first: dict[str, int], blank: int) -> list[tuple[int, str]]:
    """Tiles with lines along one side or two that meet, the notches of inner corners, and nothing where all is inside."""
    found = [(blank, _all(1))] if f"{run}_n" in first else []
    for sides in ("n", "e", "s", "w", "ne", "es", "sw", "nw"):
        if f"{run}_{sides}" in first:
            outside = {corner for side in sides for corner in SIDES[side]}
            found.append((first[f"{run}_{sides}"], _corners(corner not in outside for corner in CORNERS)))
    if run == "kerb":
        found += [
            (first[f"notch_{corner}"], _corners(other != corner for other in CORNERS))
            for corner in CORNERS
            if f"notch_{corner}" in first
        ]
    return found


def _corners(inside: Iterable[bool]) -> str:
    return ",".join(f"0,{int(is_in)}" for is_in in inside)


def _edges(sides: str) -> str:
    return ",".join(f"{int(side in sides)},0" for side in "nesw")
