"""What the tiles mean: the surface of every cell, and walls from solid tiles, merged into few rectangles.

Owns turning cells into `Level.ground`, tile `Wall`s, and the layers as they are drawn. Called by the loader.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.content.level import Point, TileLayer, Tileset, Wall
from game.content.specs import Catalog
from game.levels.canonical import PlainLayer, PlainMap
from game.levels.cells import Cells
from game.levels.complaints import Complaints, nearest
from game.levels.kept import Kept
from game.levels.plain_object import GID_MASK
from game.levels.sheets import TILE_PX, Sheet, Tile
from game.levels.turning import snapped
from game.levels.xml_file import finite

Codes = npt.NDArray[np.int32]
_DEFAULT_MATERIAL = "concrete"
_DEFAULT_HEIGHT = 4.0
MAX_WALLS = 20_000
_EAST_WEST, _NORTH_SOUTH, _DIAGONAL = 0x80000000, 0x40000000, 0x20000000


@dataclass(slots=True)
class Ground:
    """What the tile layers say about the place."""

    surfaces: tuple[str, ...]
    cells: bytes
    walls: tuple[Wall, ...]
    layers: tuple[TileLayer, ...]
    tilesets: tuple[Tileset, ...]
    is_sound: bool
    """No layer had to be left out: what looks open or bare is so."""


def read_ground(plain: PlainMap, catalog: Catalog, complaints: Complaints, kept: Kept) -> Ground:
    """Surfaces, walls and drawn layers of a plain map; complaints about tiles that are not what their layer needs."""
    surface_of, solid_of, kinds = _meanings(plain.sheets, catalog, complaints)
    partly = _partly_solid(plain.sheets)
    formed: Cells = np.zeros((plain.height, plain.width), dtype=np.uint32)
    surface: Codes = np.full((plain.height, plain.width), -1, dtype=np.int32)
    solid: Codes = np.full((plain.height, plain.width), -1, dtype=np.int32)
    is_sound = plain.is_sound
    for layer in plain.layers:
        ids = layer.cells & np.uint32(GID_MASK)
        unknown = _unknown_tiles(ids, plain.sheets)
        if bool(unknown.any()):
            is_sound = False
            if not plain.lacks_sheets:
                _complain_of_unknown(layer, ids, unknown, complaints)
            continue
        if layer.role == "ground":
            surface = _over(surface, surface_of[ids])
        if layer.role != "roofs":
            solid = _over(solid, solid_of[ids])
            if partly:
                formed = np.where(np.isin(ids, list(partly)), layer.cells, formed)
    if is_sound:
        _complain_of_bare_cells(surface, solid, complaints)
    used = [i for i in range(len(catalog.surfaces)) if bool((surface == i).any())] or [0]
    renumbered = np.zeros(len(catalog.surfaces) + 1, dtype=np.uint8)
    renumbered[used] = np.arange(len(used), dtype=np.uint8)
    names = tuple(catalog.surfaces)
    key = ("walls", solid.tobytes(), plain.width, tuple(kinds))
    walls = kept.once(key, lambda: _rectangles(solid, kinds)) + _formed_walls(
        formed, solid, partly, catalog, complaints
    )
    if len(walls) > MAX_WALLS:
        complaints.error("map", f"has {MAX_WALLS} walls and more; paint whole blocks instead of single tiles")
        walls = []
    return Ground(
        surfaces=tuple(names[i] for i in used),
        cells=renumbered[surface].tobytes(),
        walls=tuple(walls),
        layers=_drawn(plain.layers),
        tilesets=tuple(sheet.picture for sheet in plain.sheets if sheet.picture is not None),
        is_sound=is_sound,
    )


def _over(below: Codes, above: Codes) -> Codes:
    return np.where(above >= 0, above, below)


def _drawn(layers: list[PlainLayer]) -> tuple[TileLayer, ...]:
    """The layers as they are drawn; each array is let go as soon as it is copied."""
    drawn = []
    while layers:
        one = layers.pop(0)
        drawn.append(TileLayer(one.name, one.role, array("I", one.cells.tobytes()), one.opacity, one.tint))
    return tuple(drawn)


def _partly_solid(sheets: tuple[Sheet, ...]) -> dict[int, tuple[Tile, str]]:
    """Tiles of which a part is solid, by global id, with how they are named in complaints."""
    return {
        sheet.first_gid + local: (tile, f'tileset "{sheet.name}", tile {local}')
        for sheet in sheets
        for local, tile in tile_items(sheet)
        if tile.pieces and sheet.picture is not None
    }


def _formed_walls(
    formed: Cells, solid: Codes, partly: dict[int, tuple[Tile, str]], catalog: Catalog, complaints: Complaints
) -> list[Wall]:
    """A wall for every piece of every cell whose tile is solid in part, turned and mirrored as the cell is."""
    kinds = {gid: _solid_kind(tile, where, catalog, complaints) for gid, (tile, where) in partly.items()}
    places = np.argwhere((formed != 0) & (solid < 0))
    walls: list[Wall] = []
    for row, column in places[:MAX_WALLS].tolist():
        cell = int(formed[row, column])
        material, tall = kinds[cell & GID_MASK]
        for piece in partly[cell & GID_MASK][0].pieces:
            outline = [_flipped(x / TILE_PX, y / TILE_PX, cell) for x, y in piece]
            if bool(cell & _EAST_WEST) ^ bool(cell & _NORTH_SOUTH) ^ bool(cell & _DIAGONAL):
                outline.reverse()  # a mirrored outline runs the other way round
            corners = tuple((column + snapped(x), row + snapped(y)) for x, y in outline)
            walls.append(Wall(corners, tall, material))
    return walls


def _flipped(x: float, y: float, cell: int) -> Point:
    """A point of a tile, in shares of it, where Tiled shows it: over the diagonal first, then across, then down."""
    if cell & _DIAGONAL:
        x, y = y, x
    return (1.0 - x if cell & _EAST_WEST else x), (1.0 - y if cell & _NORTH_SOUTH else y)


def _meanings(
    sheets: tuple[Sheet, ...], catalog: Catalog, complaints: Complaints
) -> tuple[Codes, Codes, list[tuple[str, float]]]:
    """Tables by global id: surface index or -1, index of (material, height) or -1; and those pairs."""
    last = max((sheet.first_gid + sheet.count for sheet in sheets), default=1)
    surface_of: Codes = np.full(last, -1, dtype=np.int32)
    solid_of: Codes = np.full(last, -1, dtype=np.int32)
    kinds: list[tuple[str, float]] = []
    surfaces = list(catalog.surfaces)
    for sheet in sheets:
        for local, tile in tile_items(sheet):
            where = f'tileset "{sheet.name}", tile {local}'
            named = tile.properties.get("surface")
            if named is not None and named.text in catalog.surfaces:
                surface_of[sheet.first_gid + local] = surfaces.index(named.text)
            elif named is not None:
                complaints.error(
                    f'{where}, property "surface"', f'is "{named.text[:40]}"{nearest(named.text, surfaces)}'
                )
            if tile.is_solid:
                kind = _solid_kind(tile, where, catalog, complaints)
                if kind not in kinds:
                    kinds.append(kind)
                solid_of[sheet.first_gid + local] = kinds.index(kind)
    return surface_of, solid_of, kinds


def tile_items(sheet: Sheet) -> list[tuple[int, Tile]]:
    """The tiles of a sheet that say something, by rising id; ids beyond the sheet are left out."""
    return [(local, sheet.tiles[local]) for local in sorted(sheet.tiles) if 0 <= local < sheet.count]


def _solid_kind(tile: Tile, where: str, catalog: Catalog, complaints: Complaints) -> tuple[str, float]:
    """Material and height of a solid tile."""
    material, height = _DEFAULT_MATERIAL, _DEFAULT_HEIGHT
    if "material" in tile.properties:
        material = tile.properties["material"].text
        if material not in catalog.materials:
            complaints.error(
                f'{where}, property "material"', f'is "{material[:40]}"{nearest(material, catalog.materials)}'
            )
    if "height" in tile.properties:
        value = finite(tile.properties["height"].text)
        if value is None or not 0.1 <= value <= 500.0:
            complaints.error(f'{where}, property "height"', "is no number of metres from 0.1 to 500")
        else:
            height = value
    return material, height


def _unknown_tiles(ids: npt.NDArray[np.uint32], sheets: tuple[Sheet, ...]) -> npt.NDArray[np.bool_]:
    """Which cells hold a tile of no drawn tileset."""
    unknown: npt.NDArray[np.bool_] = ids != 0
    for sheet in sheets:
        if sheet.picture is not None:
            unknown &= (ids < sheet.first_gid) | (ids >= sheet.first_gid + sheet.count)
    return unknown


def _complain_of_unknown(
    layer: PlainLayer, ids: npt.NDArray[np.uint32], unknown: npt.NDArray[np.bool_], complaints: Complaints
) -> None:
    row, column = (int(one) for one in np.argwhere(unknown)[0])
    complaints.error(
        f"{layer.place}, cell {column},{row}",
        f"holds tile {int(ids[row, column])}, which no readable tileset with one image has "
        f"({int(unknown.sum())} such cells)",
    )


def _complain_of_bare_cells(surface: Codes, solid: Codes, complaints: Complaints) -> None:
    """Every cell that is not solid needs a surface; under a wall none is ever asked for."""
    bare = (surface < 0) & (solid < 0)
    if bool(bare.any()):
        row, column = (int(one) for one in np.argwhere(bare)[0])
        complaints.error(
            f"cell {column},{row}",
            f"has no ground ({int(bare.sum())} such cells); paint a tile with a surface on a ground layer, or a wall",
        )


def _rectangles(solid: Codes, kinds: list[tuple[str, float]]) -> list[Wall]:
    """Solid cells of one kind merged greedily: as far east as possible, then as far south, row by row."""
    height, width = solid.shape
    rows: list[list[int]] = solid.tolist()
    walls: list[Wall] = []
    for y in range(height):
        row = rows[y]
        for x in range(width):
            kind = row[x]
            if kind < 0:
                continue
            if len(walls) > MAX_WALLS:
                return walls
            right = x + 1
            while right < width and row[right] == kind:
                right += 1
            strip = [kind] * (right - x)
            bottom = y + 1
            while bottom < height and rows[bottom][x:right] == strip:
                bottom += 1
            for taken in rows[y:bottom]:
                taken[x:right] = [-1] * (right - x)
            material, tall = kinds[kind]
            corners = (
                (float(x), float(y)),
                (float(right), float(y)),
                (float(right), float(bottom)),
                (float(x), float(bottom)),
            )
            walls.append(Wall(corners, tall, material))
    return walls
