"""A pen for small shaded things: rods, ovals and discs drawn large and reduced smoothly.

Owns the supersampling and the soft dark contour of furniture. Called by `props.py`.
"""

from __future__ import annotations

import math

import pygame

from game.render.atlas import PPM
from game.render.noise import tone
from game.render.palette import Colour

FINE = 3
"""Canvas pixels per sprite pixel."""
CIRCLE = tuple((math.cos(i * math.tau / 24), math.sin(i * math.tau / 24)) for i in range(24))


class Pen:
    """Shaded shapes in metres on a large canvas."""

    def __init__(self, reach: float) -> None:
        self.k = PPM * FINE
        self.half = reach * PPM * FINE
        size = int(self.half * 2) // (FINE * 2) * FINE * 2
        self.canvas = pygame.Surface((size, size), pygame.SRCALPHA)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Canvas pixel of a place."""
        return x * self.k + self.half, y * self.k + self.half

    def disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A flat disc."""
        pygame.draw.circle(self.canvas, colour, self.at(x, y), max(1.0, r * self.k))

    def _rod(self, ax: float, ay: float, bx: float, by: float, ra: float, rb: float, colour: Colour) -> None:
        length = math.hypot(bx - ax, by - ay) or 1e-6
        nx, ny = -(by - ay) / length, (bx - ax) / length
        corners = [
            (ax + nx * ra, ay + ny * ra),
            (bx + nx * rb, by + ny * rb),
            (bx - nx * rb, by - ny * rb),
            (ax - nx * ra, ay - ny * ra),
        ]
        pygame.draw.polygon(self.canvas, colour, [self.at(*p) for p in corners])
        self.disc(ax, ay, ra, colour)
        self.disc(bx, by, rb, colour)

    def rod(self, ax, ay, bx, by, ra, rb, colour: Colour) -> None:
        """A limb: darker rim, its colour, a lighter ridge."""
        self._rod(ax, ay, bx, by, ra, rb, tone(colour, 0.62))
        self._rod(ax, ay, bx, by, ra * 0.80, rb * 0.80, colour)
        self._rod(ax, ay, bx, by, ra * 0.38, rb * 0.38, tone(colour, 1.22))

    def bar(self, ax, ay, bx, by, r, colour: Colour) -> None:
        """A flat rod without shading (gun parts, straps)."""
        self._rod(ax, ay, bx, by, r, r, colour)

    def oval(self, x: float, y: float, rx: float, ry: float, turn: float, colour: Colour) -> None:
        """An oval in steps from a dark rim to a light middle, as a round body catches the sky."""
        for size, factor in ((1.0, 0.60), (0.88, 0.85), (0.72, 1.0), (0.48, 1.14), (0.26, 1.24)):
            self.flat_oval(x, y, rx * size, ry * size, turn, tone(colour, factor))

    def flat_oval(self, x: float, y: float, rx: float, ry: float, turn: float, colour: Colour) -> None:
        """An oval of one colour."""
        k, half = self.k, self.half
        c, s = math.cos(turn) * k, math.sin(turn) * k
        left, top = x * k + half, y * k + half
        points = [(left + u * rx * c - v * ry * s, top + u * rx * s + v * ry * c) for u, v in CIRCLE]
        pygame.draw.polygon(self.canvas, colour, points)

    def finish(self) -> pygame.Surface:
        """Reduce to sprite size with a soft dark contour under it."""
        size = self.canvas.get_width() // FINE
        small = pygame.transform.smoothscale(self.canvas, (size, size))
        mask = pygame.mask.from_surface(small, 90)
        halo = mask.to_surface(setcolor=(8, 10, 14, 74), unsetcolor=(0, 0, 0, 0))
        result = pygame.Surface((size, size), pygame.SRCALPHA)
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)):
            result.blit(halo, (dx, dy))
        result.blit(small, (0, 0))
        return _trimmed(result)


def _trimmed(picture: pygame.Surface) -> pygame.Surface:
    """Cut empty margins evenly on both sides, so that the middle stays the middle and turning costs less."""
    used, (width, height) = picture.get_bounding_rect(), picture.get_size()
    half_x = min(width // 2, max(width / 2 - used.left, used.right - width / 2) + 1)
    half_y = min(height // 2, max(height / 2 - used.top, used.bottom - height / 2) + 1)
    area = pygame.Rect(width // 2 - int(half_x), height // 2 - int(half_y), int(half_x) * 2, int(half_y) * 2)
    return picture.subsurface(area).copy()
