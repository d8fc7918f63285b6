"""Kerb stones where a pavement meets a road and no tile shows one: a lit edge, and its shade in the gutter.

Owns where they lie, which follows from the surfaces alone, so that a bare map has kerbs too. Called by the ground while it composes
a chunk.
"""

from __future__ import annotations

import numpy as np
import pygame

from game.content.level import Level
from game.render.palette import Colour
from game.render.tiles import GID_MASK

PAVED = ("sidewalk", "pavement", "concrete")
ROADS = ("asphalt", "wet_asphalt")
STONE: Colour = (172, 168, 158)
EDGE: Colour = (214, 210, 200)
JOINT: Colour = (112, 110, 104)
GUTTER = (12, 14, 18, 120)
BASIN = ("sidewalk", "pavement", "concrete", "tile", "tiles", "marble")
"""What a basin of water is set into: its rim is a kerb, too, and deep below it the water lies in shade."""
DEPTH, DEPTH_SHADE = 0.75, (6, 18, 26)
WIDE, LIT, DEEP = 0.20, 0.05, 0.16
"""Metres of the stone, of its lit edge, and of the shade beside it."""
JOINT_EVERY = 2
SIDES = ((0, -1), (1, 0), (0, 1), (-1, 0))


class Kerbs:
    """The kerbs of one level that its tiles leave out."""

    def __init__(self, level: Level) -> None:
        shape = (level.height, level.width)
        cells = np.frombuffer(bytes(level.ground), np.uint8).reshape(shape)
        kind = np.array([1 if name in ROADS else 2 if name in PAVED else 0 for name in level.surfaces], np.uint8)[cells]
        is_marked = np.zeros(shape, bool)
        for layer in level.layers:
            if layer.role in ("marks", "walls"):
                is_marked |= np.array(layer.cells, np.int64).reshape(shape) & GID_MASK != 0
        self._edges = []
        """For each side (north, east, south, west): pavement whose neighbour there is road."""
        for dx, dy in SIDES:
            beyond, taken = _moved(kind, dx, dy), _moved(is_marked, dx, dy)
            self._edges.append((kind == 2) & (beyond == 1) & ~is_marked & ~taken)
        water = np.array([name == "water" for name in level.surfaces], bool)[cells]
        basin = np.array([name in BASIN for name in level.surfaces], bool)[cells]
        self._rims = [basin & _moved(water.astype(np.uint8), dx, dy).astype(bool) for dx, dy in SIDES]

    def paint(self, chunk: pygame.Surface, scale: int, left: int, top: int) -> None:
        """Paint those of a chunk whose corner lies at (left, top) metres."""
        self._paint_rims(chunk, scale, left, top)
        span = chunk.get_width() // scale
        shade = pygame.Surface((scale, scale), pygame.SRCALPHA)
        shade.fill(GUTTER)
        wide, lit, deep = max(2, round(WIDE * scale)), max(1, round(LIT * scale)), max(1, round(DEEP * scale))
        for (dx, dy), edge in zip(SIDES, self._edges, strict=True):
            rows, columns = np.nonzero(edge[max(0, top) : top + span, max(0, left) : left + span])
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                cell = pygame.Rect(column * scale, row * scale, scale, scale)
                chunk.fill(STONE, _strip(cell, dx, dy, 0, wide))
                chunk.fill(EDGE, _strip(cell, dx, dy, 0, lit))
                chunk.fill(JOINT, _strip(cell, dx, dy, wide, 1))
                gutter = _strip(cell, dx, dy, -deep, deep)
                chunk.blit(shade, gutter, (0, 0, *gutter.size))
                if (column + left if dy else row + top) % JOINT_EVERY == 0:
                    joint = _strip(cell, dx, dy, 0, wide)
                    joint.size = (1, joint.h) if dy else (joint.w, 1)
                    chunk.fill(JOINT, joint)

    def _paint_rims(self, chunk: pygame.Surface, scale: int, left: int, top: int) -> None:
        """The coping of basins, and the shade of their walls on the water."""
        span, deep, wide = chunk.get_width() // scale, round(DEPTH * scale), max(2, round(WIDE * scale))
        for (dx, dy), rim in zip(SIDES, self._rims, strict=True):
            rows, columns = np.nonzero(rim[max(0, top) : top + span, max(0, left) : left + span])
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                cell = pygame.Rect(column * scale, row * scale, scale, scale)
                # Walls toward the sun, north and west, throw a shade; the others only darken what is at their foot.
                reach = deep if dx > 0 or dy > 0 else deep // 3
                for step in range(reach):
                    line = _strip(cell, dx, dy, -step - 1, 1)
                    veil = pygame.Surface(line.size, pygame.SRCALPHA)
                    veil.fill((*DEPTH_SHADE, round(150 * (1 - step / reach))))
                    chunk.blit(veil, line)
                chunk.fill(STONE, _strip(cell, dx, dy, 0, wide))
                chunk.fill(EDGE, _strip(cell, dx, dy, 0, max(1, wide // 3)))


def _strip(cell: pygame.Rect, dx: int, dy: int, inset: int, deep: int) -> pygame.Rect:
    """A strip along one side of a cell, `inset` pixels from it inwards (outwards when negative)."""
    if dy:
        return pygame.Rect(cell.x, cell.y + inset if dy < 0 else cell.bottom - inset - deep, cell.w, deep)
    return pygame.Rect(cell.x + inset if dx < 0 else cell.right - inset - deep, cell.y, deep, cell.h)


def _moved(field: np.ndarray, dx: int, dy: int) -> np.ndarray:
    """What lies beside each cell in a direction; nothing beyond the rim."""
    made = np.zeros_like(field)
    height, width = field.shape
    made[max(0, -dy) : height - max(0, dy), max(0, -dx) : width - max(0, dx)] = field[
        max(0, dy) : height - max(0, -dy), max(0, dx) : width - max(0, -dx)
    ]
    return made
