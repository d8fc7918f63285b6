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

THICK_PX = 4
"""Pixels of a strip across: a band is no thicker."""
BAND_LEAN_PX = 2.0
"""From band to band a pane's edge goes no further aside."""
LEVELS = 8
"""Heights within a row at which strips are made: as long as the row is there, to half a pixel in twenty metres."""
KEPT_BYTES = 8_000_000
MIRROR, WARM = 3, 7
"""By day every third pane or so mirrors the sky; one in sixteen has a blind."""
BLIND: Colour = (196, 160, 96)
LIT_OPEN, LIT = 11, 4
"""Of sixteen panes so many are lit at night: of an open shop, and elsewhere."""


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
        thick = abs(lintel - sill)
        bands = max(1, math.ceil(thick / THICK_PX), min(math.ceil(lean / BAND_LEAN_PX), int(thick)))
        start, turn = (side.ax, side.ax_lean) if is_level else (side.ay, side.ay_lean)
        if face.b[axis] < face.a[axis]:
            start, turn = (side.bx, side.bx_lean) if is_level else (side.by, side.by_lean)
        get, strips, high_by = self._strips.get, [], (high - low) / bands
        # Whole pixels as a polygon has them, its last ones too.
        sill, lintel = (int(sill), int(lintel) + 1) if lintel >= sill else (int(sill) + 1, int(lintel))
        edge = sill
        for band in range(bands):
            until = round(sill + (lintel - sill) * (band + 1) / bands)
            if until == edge:
                continue
            level = (2 * band + 1) * LEVELS // (2 * bands)
            key = (row.house, face.number, row.story, scale, level)
            strip = get(key, partial(self._strip, row, scale, level, is_level))
            at, across = round(start + turn * (low + high_by * (band + 0.5))), min(edge, until)
            if is_level:
                strips.append((strip, (at, across), (0, 0, strip.get_width(), abs(until - edge))))
            else:
                strips.append((strip, (across, at), (0, 0, abs(until - edge), strip.get_height())))
            edge = until
        surface.blits(strips, False)

    def _strip(self, row: Row, scale: int, level: int, is_level: bool) -> pygame.Surface:
        """A whole row as long as it is at one of its heights, a few pixels across."""
        face, axis = row.face, 0 if is_level else 1
        grow = 1.0 + (row.low + (row.high - row.low) * (level + 0.5) / LEVELS) * LEAN
        length, is_turned = face.length * scale * grow, face.b[axis] < face.a[axis]
        extent = max(1, round(length))
        strip = canvas((extent, THICK_PX) if is_level else (THICK_PX, extent))
        strip.fill(face.glass if row.is_ribbon else face.wall)
        for number in range(row.bays):
            colour = self.colour(row, number)
            if row.is_ribbon and colour is face.glass:
                continue
            start, end = (length * (number + share) / row.bays for share in (row.inset, 1 - row.inset))
            if is_turned:
                start, end = length - end, length - start
            first, last = int(start), int(end) + 1
            strip.fill(colour, (first, 0, last - first, THICK_PX) if is_level else (0, first, THICK_PX, last - first))
        return strip

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
