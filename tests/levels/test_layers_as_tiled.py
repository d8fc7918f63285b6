"""Opacity, tint and offsets of layers and groups: read as they are written, and drawn as Tiled's own raster shows them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame

from game.content.specs import Catalog
from game.levels.folders import DATA_ROOT
from game.levels.loader import load_level
from game.render.tiles import TileSheets, shade_of
from tests.levels.yards import Yard

# ruff: noqa: E501 (a line of XML is clearer whole)

W, H = 24, 12
SIDEWALK, GRASS, ASPHALT, CONCRETE, GRAVEL = 33, 65, 1, 49, 81
"""First tiles of textures on the street's sheet."""


@pytest.fixture(scope="module", autouse=True)
def screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def layer(number: int, name: str, tile: int, left: int, right: int, more: str = "") -> str:
    rows = ",\n".join(
        ",".join(str(tile + y % 4 * 4 + x % 4 if left <= x < right else 0) for x in range(W)) for y in range(H)
    )
    head = f'<layer id="{number}" name="{name}" width="{W}" height="{H}" {more}>'
    return f'{head}<data encoding="csv">{rows}</data></layer>'


LAYERS = (
    layer(1, "ground", SIDEWALK, 0, W)
    + layer(2, "ground half", GRASS, 1, 5, 'opacity="0.5"')
    + '<group id="20" name="g" opacity="0.5" tintcolor="#ff8000">'
    + layer(3, "ground in it", ASPHALT, 6, 10, 'opacity="0.8" tintcolor="#80ffff"')
    + "</group>"
    + layer(4, "ground blue", CONCRETE, 11, 15, 'tintcolor="#ff4060ff"')
    + layer(5, "marks moved", GRAVEL, 14, 18, 'offsetx="48" offsety="24" tintcolor="#c0c0ff" opacity="0.7"')
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "levels"
    shutil.copytree(DATA_ROOT / "levels" / "tilesets", folder / "tilesets")
    file = folder / "shades.tmx"
    neil = '<object id="1" name="neil" type="Person" x="48" y="48"><properties><property name="spec" value="neil"/></properties><point/></object>'
    file.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<map version="1.8" orientation="orthogonal" width="{W}" height="{H}" tilewidth="24" '
        f'tileheight="24" infinite="0" backgroundcolor="#000000"><properties><property name="hour" value="noon"/></properties>'
        f'<tileset firstgid="1" source="tilesets/street.tsx"/>{LAYERS}<objectgroup id="9" name="p">{neil}</objectgroup></map>',
        encoding="utf-8",
    )
    return file


def test_what_groups_and_layers_say_adds_up(path: Path, catalog: Catalog) -> None:
    shown = {one.name: (one.opacity, one.tint) for one in load_level(path, catalog).layers}
    assert shown == {
        "ground": (1.0, (255, 255, 255)),
        "ground half": (0.5, (255, 255, 255)),
        "ground in it": (0.4, (128, 128, 0)),
        "ground blue": (1.0, (64, 96, 255)),
        "marks moved": (0.7, (192, 192, 255)),
    }


def test_they_are_drawn_as_tiled_draws_them(path: Path, catalog: Catalog) -> None:
    if shutil.which("tmxrasterizer") is None:
        pytest.skip("Tiled's rasterizer is not installed")
    out = path.with_suffix(".png")
    command = ["tmxrasterizer", "--tilesize", "24", "--hide-layer", "p", str(path), str(out)]
    subprocess.run(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=120)
    theirs = pygame.surfarray.array3d(pygame.image.load(str(out))).astype(int)[: W * 24, : H * 24]
    level = load_level(path, catalog)
    sheets, picture = TileSheets(level), pygame.Surface((W * 24, H * 24))
    for one in level.layers:
        for cell, gid in enumerate(one.cells):
            tile = sheets.tile(gid, 24, shade_of(one))
            if tile is not None:
                picture.blit(tile, (cell % W * 24, cell // W * 24))
    ours = pygame.surfarray.array3d(picture).astype(int)
    by_cell = np.abs(ours - theirs).reshape(W, 24, H, 24, 3).mean(axis=(1, 3, 4))
    # Ours are the finer sheets made small: grains differ, no cell as a whole does.
    assert by_cell.max() < 12, np.argwhere(by_cell >= 12).tolist()
    means = ours.reshape(W, 24, H, 24, 3).mean(axis=(1, 3)) - theirs.reshape(W, 24, H, 24, 3).mean(axis=(1, 3))
    assert np.abs(means).max() < 4


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('opacity="1.5"', "has the opacity 1.5; expected 0 to 1"),
        ('tintcolor="red"', 'has the tint "red"; expected a colour such as #ffb05c'),
        (
            'tintcolor="#80ff4040"',
            'has the see-through tint "#80ff4040"; the game draws it full: set the opacity instead',
        ),
        ('parallaxx="0.5"', "has parallaxx 0.5; the game moves every layer alike"),
        ('offsetx="7"', "is offset by 7.0, 0.0 px; expected whole tiles of 24 px"),
    ],
)
def test_what_is_not_drawn_so_is_told(make_yard: Callable[..., Yard], more: str, says: str) -> None:
    yard = make_yard()
    text = yard.text().replace('name="walls" ', f'name="walls" {more} ')
    assert says in " ".join(str(fault) for fault in yard.check(text))
