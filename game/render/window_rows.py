"""Rows of panes on the sides of houses: some mirror the sky, at night some are lit.

Owns which pane has which colour, and how a row is laid down. A row along the screen is painted once for each scale, as a
strip a few pixels high, and then laid down in bands: a wall leans away from the camera, so a band further up is a little
longer and lies a little further out. What stands askew is drawn pane by pane. Called by `facades.py`.
"""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import pygame

from game.render.canvas import canvas
from game.render.house_sides import LEAN, Face, Quad, Side
from game.render.palette import Colour
from game.render.turned import TurnedCache

THICK_PX = 6
"""Pixels of a strip across: a band is no thicker."""
BAND_LEAN_PX = 3.0
"""From band to band a pane's edge goes no further aside."""
LEVELS = 4
"""Heights within a row at which strips are made: as long as the row is there, to a pixel in twenty metres."""
KEPT_BYTES = 24_000_000
MIRROR, WARM = 3, 7
"""By day every third pane or so mirrors the sky; one in sixteen has a blind."""
BLIND: Colour = (196, 160, 96)
LIT_OPEN, LIT = 11, 4
"""Of sixteen panes so many are lit at night: of an open shop, and elsewhere."""


Band = tuple[pygame.Surface, tuple[int, int], tuple[float, float, float, float]]


class Row(NamedTuple):
    """One row of panes of one face: which house's, its story, sill and lintel in metres, how its bays are glazed."""

    house: int
    face: Face
    story: int
    low: float
    high: float
    bays: int
    """Bays from one end of the face to the other."""
    inset: float
    """Share of a bay between its edge and its pane."""
    is_open: bool
    """A shop's glass, lit later than the rest."""
    is_ribbon: bool
    """Glass from end to end, with panes only where it shines."""


class WindowRows:
    """Windows of all houses of one level."""

    def __init__(self, rooms: list[Colour], is_night: bool) -> None:
        """`rooms`: the colours of lit rooms."""
        self._rooms, self._is_night = rooms, is_night
        self._strips = TurnedCache(KEPT_BYTES)

    def draw(self, surface: pygame.Surface, side: Side, row: Row, bays: range, scale: int) -> None:
        """One row with its sill; `bays` are those in the picture."""
        face = row.face
        seen = side.part(bays.start / row.bays, bays.stop / row.bays, row.low, row.high)
        if face.is_level or face.is_upright:
            self._lay(surface, side, row, seen, scale)
        else:
            self._draw_askew(surface, side, row, bays)
        pygame.draw.line(surface, face.pale, seen[0], seen[1])

    def _lay(self, surface: pygame.Surface, side: Side, row: Row, seen: Quad, scale: int) -> None:
        """Bands of a row that runs along the screen, from the sill up; `seen` is where it is in the picture."""
        face, low, high = row.face, row.low, row.high
        is_level = face.is_level
        axis = 0 if is_level else 1
        (sill, lintel), (a, b, c, d) = (seen[0][1 - axis], seen[2][1 - axis]), seen
        # Where the row leans most: one end of what is seen of it.
        lean = max(abs(a[axis] - d[axis]), abs(b[axis] - c[axis]))
        # Whole pixels as a polygon has them, its last ones too.
        sill, lintel = (int(sill), int(lintel) + 1) if lintel >= sill else (int(sill) + 1, int(lintel))
        thick, way = (lintel - sill, 1) if lintel >= sill else (sill - lintel, -1)
        bands = max(1, -(-thick // THICK_PX), min(math.ceil(lean / BAND_LEAN_PX), thick))
        is_turned = face.b[axis] < face.a[axis]
        start, turn = (side[2 + axis], side[6 + axis]) if is_turned else (side[axis], side[4 + axis])
        start, turn = start + turn * low, turn * (high - low)
        strips = self._strips.get(
            (row.house, face.number, row.story, scale), partial(self._painted, row, scale, is_level)
        )
        length, grow = face.length * scale * (1.0 + low * LEAN), face.length * scale * (high - low) * LEAN
        found: list[Band] = []
        edge = 0
        for band in range(bands):
            until, part = thick * (band + 1) // bands, (band + 0.5) / bands
            at, level = round(start + turn * part), int(part * LEVELS) * THICK_PX
            across = sill + edge if way > 0 else sill - until
            if is_level:
                found.append((strips, (at, across), (0, level, length + grow * part, until - edge)))
            else:
                found.append((strips, (across, at), (level, 0, until - edge, length + grow * part)))
            edge = until
        surface.blits(found, False)

    def _painted(self, row: Row, scale: int, is_level: bool) -> pygame.Surface:
        """A whole row as long as it is at each of its heights, side by side, each a few pixels across."""
        face, axis, deep = row.face, 0 if is_level else 1, THICK_PX * LEVELS
        is_turned, extent = face.b[axis] < face.a[axis], round(face.length * scale * (1.0 + row.high * LEAN)) + 1
        made = canvas((extent, deep) if is_level else (deep, extent))
        made.fill(face.glass if row.is_ribbon else face.wall)
        for number in range(row.bays):
            colour = self.colour(row, number)
            if row.is_ribbon and colour is face.glass:
                continue
            for level in range(LEVELS):
                height = row.low + (row.high - row.low) * (level + 0.5) / LEVELS
                length = face.length * scale * (1.0 + height * LEAN)
                start, end = (length * (number + share) / row.bays for share in (row.inset, 1 - row.inset))
                if is_turned:
                    start, end = length - end, length - start
                first, wide, across = int(start), int(end) + 1 - int(start), level * THICK_PX
                made.fill(colour, (first, across, wide, THICK_PX) if is_level else (across, first, THICK_PX, wide))
        return made

    def _draw_askew(self, surface: pygame.Surface, side: Side, row: Row, bays: range) -> None:
        """A row of a wall that does not run along the screen."""
        face, n, polygon = row.face, row.bays, pygame.draw.polygon
        if row.is_ribbon:
            polygon(surface, face.glass, side.part(bays.start / n, bays.stop / n, row.low, row.high))
        for number in bays:
            colour = self.colour(row, number)
            if not row.is_ribbon or colour is not face.glass:
                polygon(
                    surface, colour,
                    side.part((number + row.inset) / n, (number + 1 - row.inset) / n, row.low, row.high),
                )  # fmt: skip

    def colour(self, row: Row, number: int) -> Colour:
        """What a bay shows: sky, a blind, a lit room, or dark glass."""
        mix = (row.face.seed + number * 7 + row.story * 13 + number * number * 3) % 16
        if self._is_night:
            is_lit = mix < (LIT_OPEN if row.is_open else LIT)
            return self._rooms[(mix + number // 4) % 5] if is_lit else row.face.glass
        return row.face.sky if mix % MIRROR == 0 else BLIND if mix == WARM else row.face.glass
