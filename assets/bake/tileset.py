"""Draws the tile sheets of the levels: `python -m assets.bake.tileset` writes the pictures and tilesets in levels/tilesets.

Owns which sheets there are. What Tiled shows is what the game shows: both read these files. Called by the `assets`
commands; the files are committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from assets.bake import tile_field, tile_interior, tile_street
from assets.bake.tile_sheet import Sheet, compose, for_tiled, tileset_xml
from game.render.tiles import FINE

FOLDER = Path(__file__).resolve().parents[2] / "levels" / "tilesets"
SETS: dict[str, Callable[[], Sheet]] = {
    "street": tile_street.build_sheet,
    "interior": tile_interior.build_sheet,
    "field": tile_field.build_sheet,
}
"""Sheet by the name of its files."""


def main() -> None:
    """Write all of them."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, build in SETS.items():
        sheet = build()
        fine = compose(sheet)
        plain = for_tiled(fine)
        for file, image in ((name, plain), (name + FINE, fine)):
            height, width = image.shape[:2]
            pygame.image.save(
                pygame.image.frombuffer(image.tobytes(), (width, height), "RGBA"), str(FOLDER / f"{file}.png")
            )
        height, width = plain.shape[:2]
        (FOLDER / f"{name}.tsx").write_text(tileset_xml(sheet, name, width, height), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
