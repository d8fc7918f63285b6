"""The ground: tiles, wear and marks, composed when first seen in chunks of about 512 pixels.

Owns the chunks of the three scales (least recently seen go first) and what is stamped into them. Light, roofs and
everything that stands are drawn by others. Called by the renderer each frame and by the effects when they leave marks.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import pygame

from game.content.level import Level, Wall
from game.render.canvas import canvas, grown
from game.render.changes import Changes
from game.render.glazing import Glazing
from game.render.kerbs import Kerbs
from game.render.low_walls import PARTS, ROOFED, LowWalls
from game.render.meadow import GROWS, Meadow
from game.render.panes import Pane, Panes
from game.render.puddles import WEATHERS, Puddles
from game.render.stamps import Stamp, Stamps
from game.render.textures import TEXTURE, surface_texture
from game.render.tiles import GID_MASK, TileSheets, shade_of
from game.render.wear import Wear

CELLS = {8: 64, 12: 42, 18: 28, 16: 32, 24: 21, 36: 14}
"""Cells along a chunk at each scale, the coarse quality's first: 512 or 504 pixels."""
DRIFTS = 2.0
"""Metres that a picture may have moved when it comes to another scale."""
CHUNKS_KEPT = 96
"""Room for what two scales show with a rim, so that getting into a vehicle composes nothing anew."""
ROOM = 28
"""Chunks of either size that there is memory for from the start: taking it in play may cost ten milliseconds."""
REACH = 16.0
"""Metres from which anything counts for how the ground looks: a decal lies where its surface goes on."""
BEGUN_KEPT = 3
"""Chunks that may be half done: one beside the picture, one at the other scale, one that was turned away from."""
SLICES = 4
"""Frames over which the cells of a chunk beside the picture are laid."""
MOWS = 8
"""Frames over which its grass grows over their edges."""
IN_AND_OUT = {16: 24, 24: 16, 8: 12, 12: 8}
PLAIN = 1 << 21
"""Ids below are neither mirrored nor turned."""
GROUND_ROLES = ("ground", "marks", "walls")

Key = tuple[int, int, int]


class Ground:
    """The painted street of one level."""

    def __init__(self, level: Level, sheets: TileSheets, stamps: Stamps, panes: Panes | None = None) -> None:
        self._level = level
        self._glazing = Glazing(panes or Panes(level))
        self._sheets = sheets
        self._stamps = stamps
        self._chunks: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._meadow = Meadow(level, sheets)
        self._layers = [layer for layer in level.layers if layer.role in GROUND_ROLES]
        if self._layers:
            self._layers[0] = self._meadow.mown(self._layers[0])
        self._shades = [shade_of(layer) for layer in self._layers]
        self._gids = {gid for layer in level.layers for gid in gids_in(np.asarray(layer.cells, np.uint32))}
        self._marked: set[Key] = set()
        self._spare: list[pygame.Surface] = []
        """Chunks that nothing is on: of the start, or dropped for others."""
        self._begun: OrderedDict[Key, tuple[pygame.Surface, int]] = OrderedDict()
        """Chunks that are being composed beside the picture or at the other scale, and how many of their steps are done."""
        self._wear = Wear(level)
        self._feet = _bounds(level.walls)
        mows = tuple(partial(self._mow, part=part) for part in range(MOWS))
        soil = tuple(partial(work, tint=self._meadow.tint) for work in (self._wear.mix, self._wear.soil))
        decals = tuple(partial(self._wear.paint, layer=layer, half=half) for layer in (0, 1) for half in (0, 1))
        rain = (Puddles(level).paint,) if level.weather in WEATHERS else ()
        # What stands on the ground comes last: the shade at the foot of walls, kerbs, walls too low for a roof, panes.
        low_walls = LowWalls(level)
        low = tuple(partial(low_walls.paint, part=part) for part in range(PARTS))
        self._finish: tuple[Callable[[pygame.Surface, int, int, int], None], ...] = (
            *mows, *soil, *decals, *rain, self._shade_foot_of_walls, Kerbs(level).paint, *low, self._glaze,
        )  # fmt: skip
        """What comes over the cells, in this order, one step after the other."""

    def prepare(self, grain: int) -> None:
        """Scale all tiles and paint what repeats while the level loads: a street seen for the first time would need hundreds at
        once, and a texture takes a tenth of a second."""
        names = self._bare_surfaces()
        for scale in sorted({one // grain for one in (16, 24, *(area.scale for area in self._level.cameras))}):
            for gid in self._gids:
                self._sheets.tile(gid, scale)
            for name in names:
                self._texture(name, scale)
            self._meadow.prepare(scale)
            self._make_room(CELLS[scale] * scale)

    def _make_room(self, size: int) -> None:
        held = [*self._spare, *self._chunks.values()]
        for _ in range(ROOM - sum(chunk.get_width() == size for chunk in held)):
            self._spare.append(canvas((size, size)))
            self._spare[-1].fill(0)  # touched now, not in the frame that begins to paint on it

    def _bare_surfaces(self) -> list[str]:
        """Names of the surfaces that no tile covers somewhere."""
        level = self._level
        ground = np.frombuffer(level.ground, np.uint8)
        if self._layers and self._layers[0].opacity >= 1.0:
            ground = ground[np.asarray(self._layers[0].cells, np.uint32) & GID_MASK == 0]
        return [level.surfaces[kind] for kind in np.unique(ground).tolist()]

    def take_over(self, before: Ground, changes: Changes) -> None:
        """Keep what was composed of the level as it was, with the same tiles, where nothing near has changed and nothing was
        left behind by a run."""
        self._wear.take_over(before._wear)
        self._spare = before._spare
        for key, chunk in before._chunks.items():
            scale, column, row = key
            span = CELLS[scale]
            box = column * span, row * span, (column + 1) * span, (row + 1) * span
            if key not in before._marked and not changes.touch(box, REACH):
                self._chunks[key] = chunk

    def let_go(self) -> None:
        """Draws no more: the steps that hold on to it go, and it is free without the collector."""
        self._finish = ()

    def draw(
        self, surface: pygame.Surface, left: float, top: float, scale: int, bare: Sequence[pygame.Rect] | None = None
    ) -> None:
        """Draw the ground with the map's place (left, top) in pixels of `scale` at the surface's corner; only in the
        boxes that are `bare`, if they are named."""
        span = CELLS[scale] * scale
        width, height = surface.get_size()
        level = self._level
        if left < 0 or top < 0 or left + width > level.width * scale or top + height > level.height * scale:
            surface.fill((10, 11, 13))
        columns, rows = (
            range(int(left // span), int((left + width) // span) + 1),
            range(int(top // span), int((top + height) // span) + 1),
        )
        blits = []
        for row in rows:
            for column in columns:
                chunk = self._chunk((scale, column, row))
                if chunk is not None:
                    blits.append((chunk, (round(column * span - left), round(row * span - top))))
        for box in bare if bare is not None else (surface.get_rect(),):
            surface.set_clip(box)
            surface.fblits(blits)
        surface.set_clip(None)

    def prepare_beside(self, left: float, top: float, scale: int, size: tuple[int, int]) -> bool:
        """Go on with a chunk just outside a picture of `size` pixels, so that driving meets no hitch; whether there was one."""
        span = CELLS[scale] * scale
        columns = range(int(left // span), int((left + size[0]) // span) + 1)
        rows = range(int(top // span), int((top + size[1]) // span) + 1)
        for row in range(rows.start - 1, rows.stop + 1):
            for column in range(columns.start - 1, columns.stop + 1):
                if (scale, column, row) not in self._chunks and self._exists(scale, column, row):
                    self._go_on((scale, column, row))
                    return True
        return False

    def prepare_scales(self, x: float, y: float, scale: int, size: tuple[int, int], others: tuple[int, ...]) -> bool:
        """Go on with a chunk of a scale that may be shown next; (x, y) is the middle in pixels of `scale`. Whether there was one."""
        return any(self._prepare_scale(x * other / scale, y * other / scale, other, size) for other in others)

    def _prepare_scale(self, x: float, y: float, other: int, size: tuple[int, int]) -> bool:
        span, wide, high = CELLS[other] * other, size[0] / 2 + DRIFTS * other, size[1] / 2 + DRIFTS * other
        for row in range(int((y - high) // span), int((y + high) // span) + 1):
            for column in range(int((x - wide) // span), int((x + wide) // span) + 1):
                if (other, column, row) not in self._chunks and self._exists(other, column, row):
                    self._go_on((other, column, row))
                    return True
        return False

    def renew(self) -> None:
        """Another run: chunks that bear marks are painted again when they are next seen, the others stay."""
        for key in self._marked:
            self._chunks.pop(key, None)
        self._marked.clear()
        self._begun.clear()

    def _exists(self, scale: int, column: int, row: int) -> bool:
        span = CELLS[scale]
        return 0 <= column * span < self._level.width and 0 <= row * span < self._level.height

    def _chunk(self, key: Key) -> pygame.Surface | None:
        found = self._chunks.get(key)
        if found is not None:
            self._chunks.move_to_end(key)
            return found
        if not self._exists(*key):
            return None
        made = self._compose(key)
        assert made is not None, "all rows at once leave nothing to be done"
        self._keep(key, made)
        return made

    def _go_on(self, key: Key) -> None:
        """Compose a few rows of a chunk that is not in the picture yet."""
        made = self._compose(key, CELLS[key[0]] // SLICES + 1)
        if made is not None:
            self._keep(key, made)

    def _keep(self, key: Key, made: pygame.Surface) -> None:
        self._chunks[key] = made
        while len(self._chunks) > CHUNKS_KEPT:
            _, dropped = self._chunks.popitem(last=False)
            self._spare.append(dropped)
            if len(self._spare) > 2 * ROOM:
                self._spare.pop(0)

    def _begin(self, key: Key, size: int) -> None:
        """Make room for a chunk; of those that were begun and are no longer wanted the oldest goes."""
        self._begun[key] = self._room(size), 0
        if len(self._begun) > BEGUN_KEPT:
            self._begun.popitem(last=False)

    def _room(self, size: int) -> pygame.Surface:
        """A square surface for a chunk: one that was dropped, when it is as large."""
        which = next((i for i, old in enumerate(self._spare) if old.get_width() == size), None)
        if which is None:
            return canvas((size, size))
        spare = self._spare.pop(which)
        spare.fill(0)  # what lies beyond the map's edge stays so
        return spare

    def stamp(self, mark: Stamp) -> None:
        """Paint a new mark into every chunk that is held and touches it."""
        for key, chunk in self._chunks.items():
            scale, column, row = key
            span = CELLS[scale]
            if (
                column * span - 2 < mark[1] < (column + 1) * span + 2
                and row * span - 2 < mark[2] < (row + 1) * span + 2
            ):
                self._paint_mark(chunk, mark, scale, column * span, row * span)
                self._marked.add(key)

    def _paint_mark(self, chunk: pygame.Surface, mark: Stamp, scale: int, left: float, top: float) -> None:
        picture = self._stamps.picture(mark, scale)
        x, y = (mark[1] - left) * scale, (mark[2] - top) * scale
        chunk.blit(picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2)))

    def _compose(self, key: Key, rows: int = 1 << 30) -> pygame.Surface | None:
        """Bare surface, tiles, wear, contact shade of walls, low walls, marks: in this order.

        At most `rows` rows of cells are painted now, or else what comes over them; None while anything is missing,
        the next call goes on there.
        """
        scale, column, row = key
        span = CELLS[scale]
        if key not in self._begun:
            self._begin(key, span * scale)
            if rows < span:
                return None  # fresh memory takes as long as laying a slice
        chunk, done = self._begun[key]
        left, top, end = column * span, row * span, min(span, done + rows)
        if done < span:
            self._paint_cells(chunk, scale, left, top, range(done, end))
            self._begun[key] = chunk, end
        finish = self._finish
        if rows < span:
            # One step a frame, each about as long as a slice of the cells.
            if done < span:
                return None
            self._begun[key] = chunk, done + 1
            finish[done - span](chunk, scale, left, top)
            if done - span + 1 < len(finish):
                return None
        else:
            for work in finish[max(0, done - span) :]:
                work(chunk, scale, left, top)
        del self._begun[key]
        for mark in self._stamps.within(left, top, left + span, top + span):
            self._paint_mark(chunk, mark, scale, left, top)
            self._marked.add(key)
        return chunk

    def _mow(self, chunk: pygame.Surface, scale: int, left: int, top: int, part: int) -> None:
        """What grows over the edge of what is paved, in one of the parts of a chunk."""
        span = CELLS[scale]
        first, end = part * span // MOWS, (part + 1) * span // MOWS
        rows = chunk.subsurface((0, first * scale, chunk.get_width(), (end - first) * scale))
        self._meadow.paint(rows, scale, left, top + first)

    def _glaze(self, chunk: pygame.Surface, scale: int, left: int, top: int) -> None:
        """Panes, whole and struck."""
        if self._glazing.paint(chunk, scale, left, top):
            self._marked.add((scale, left // CELLS[scale], top // CELLS[scale]))

    def reglaze(self, pane: Pane) -> None:
        """Paint a pane that has just been struck into every chunk that is held and shows it."""
        for key, chunk in self._chunks.items():
            scale, column, row = key
            span = CELLS[scale]
            if column * span - 2 < pane.x < (column + 1) * span + 2 and row * span - 2 < pane.y < (row + 1) * span + 2:
                self._glazing.paint_one(chunk, pane, scale, column * span, row * span)
                self._marked.add(key)

    def _paint_cells(self, chunk: pygame.Surface, scale: int, left: int, top: int, rows: range) -> None:
        level, span, tile_of = self._level, CELLS[scale], self._sheets.tile
        per_texture, right = TEXTURE // scale, min(left + span, level.width)
        for y in range(top + rows.start, min(top + rows.stop, level.height)):
            start, down = y * level.width, (y - top) * scale
            ground = self._layers[0].cells if self._layers else None
            shows = bool(self._layers) and self._layers[0].opacity < 1.0
            for x in range(left, right):
                if shows or ground is None or not ground[start + x] & GID_MASK:
                    texture = self._texture(level.surfaces[level.ground[start + x]], scale)
                    part = ((x % per_texture) * scale, (y % per_texture) * scale, scale, scale)
                    chunk.blit(texture, ((x - left) * scale, down), part)
            tiles = [
                (tile, ((x - left) * scale, down))
                for layer, shade in zip(self._layers, self._shades, strict=True)
                for x, gid in enumerate(layer.cells[start + left : start + right], left)
                if gid and (tile := tile_of(gid, scale, shade)) is not None
            ]
            chunk.fblits(tiles)

    def _texture(self, name: str, scale: int) -> pygame.Surface:
        return self._meadow.texture(scale) if name in GROWS else surface_texture(name, scale)

    def _shade_foot_of_walls(self, chunk: pygame.Surface, scale: int, left: float, top: float) -> None:
        """Darken the ground along solid things, as little sky reaches it there."""
        size, small = chunk.get_width(), 128
        k = small / size * scale
        shade, tops = None, []
        reach = size / scale + 2
        west, north, east, south = self._feet
        near = (east >= left - 2) & (west <= left + reach) & (south >= top - 2) & (north <= top + reach)
        for index in np.flatnonzero(near).tolist():
            wall = self._level.walls[index]
            if shade is None:
                shade = pygame.Surface((small, small))
                shade.fill((255, 255, 255))
            points = [((x - left) * k, (y - top) * k) for x, y in wall.points]
            # What is low takes less of the sky.
            wide = 1.3 if wall.height >= ROOFED else 0.3 + 0.4 * wall.height
            pygame.draw.polygon(shade, (150, 152, 160), points, max(1, int(wide * k)))
            tops.append(points)
        if shade is not None:
            shade = pygame.transform.box_blur(shade, 2)
            for points in tops:
                pygame.draw.polygon(shade, (255, 255, 255), points)
            chunk.blit(grown(shade, (size, size)), (0, 0), special_flags=pygame.BLEND_RGB_MULT)


def _bounds(walls: Sequence[Wall]) -> np.ndarray:
    """Least and most x and y of each wall (4, walls); of fences, which shade nothing, none that is near anything."""
    outlines = [wall.points if wall.material != "fence" else ((math.inf, math.inf),) for wall in walls]
    rows = [(min(x), min(y), max(x), max(y)) for x, y in (zip(*points, strict=True) for points in outlines)]
    return np.array(rows, np.float64).reshape(-1, 4).T


def gids_in(cells: np.ndarray) -> list[int]:
    """Every id among a layer's cells."""
    is_plain = cells < PLAIN
    mirrored = np.unique(cells[~is_plain]).tolist()
    return np.flatnonzero(np.bincount(cells[is_plain])).tolist() + mirrored
