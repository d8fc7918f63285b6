"""Writes Tiled's tile stamps: `python -m assets.bake.stamps` writes levels/stamps, one for each texture and roof part of the street.

A stamp of 4 x 4 tiles keeps slabs and seams in order when it is dragged over the map; roof parts of several tiles are laid with
one stroke. Tiled shows them in *Tile Stamps* once its stamps folder is set to levels/stamps.
"""

from __future__ import annotations

import json
from pathlib import Path

from assets.bake import tile_street
from assets.bake.tile_street import ROOF_PARTS
from assets.bake.tile_terrains import GROUNDS, ROOFS

FOLDER = Path(__file__).resolve().parents[2] / "levels" / "stamps"
TEXTURE = 4


def stamp_text(name: str, columns: int, rows: int, tiles: list[int]) -> str:
    """One stamp: a map in a map. `tiles` are local ids, row by row."""
    layer = {
        "data": [tile + 1 for tile in tiles], "height": rows, "id": 1, "name": "stamp", "opacity": 1, "type": "tilelayer",
        "visible": True, "width": columns, "x": 0, "y": 0,
    }  # fmt: skip
    held = {
        "compressionlevel": -1, "height": rows, "infinite": False, "layers": [layer], "nextlayerid": 2, "nextobjectid": 1,
        "orientation": "orthogonal", "renderorder": "right-down", "tiledversion": "1.8.2", "tileheight": 24,
        "tilesets": [{"firstgid": 1, "source": "../tilesets/street.tsx"}], "tilewidth": 24, "type": "map", "version": "1.8",
        "width": columns,
    }  # fmt: skip
    stamp = {"name": name, "variations": [{"map": held, "probability": 1}]}
    return json.dumps(stamp, indent=1, sort_keys=True) + "\n"


def files() -> dict[str, str]:
    """Every stamp's text by the name of its file."""
    first = tile_street.build_sheet().first
    made = {}
    for name in (*GROUNDS, *ROOFS):
        tiles = [first[name] + number for number in range(TEXTURE * TEXTURE)]
        made[f"{name}.stamp"] = stamp_text(name.replace("_", " "), TEXTURE, TEXTURE, tiles)
    for name, _, columns, rows in ROOF_PARTS:
        tiles = [first[name] + number for number in range(columns * rows)]
        made[f"roof_{name}.stamp"] = stamp_text(f"roof: {name}", columns, rows, tiles)
    return made


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
