"""The beam of a searchlight in the air: faint, from whatever carries the lamp to the two sides of its disc.

Owns one surface on which a beam is put together. Where the lamp hangs and what it looks at is said by the views; the disc itself
falls in the light map. Called by `helicopters.py`.
"""

from __future__ import annotations

import math

import pygame

from game.render.canvas import canvas
from game.render.frame import Frame
from game.render.palette import Colour

COLOUR: Colour = (226, 234, 255)
HIGH = 45.0
"""Metres at which a helicopter holds itself: shadows in its light are short beside it and long away from it."""
BEAMS: tuple[tuple[float, Colour], ...] = ((1.0, (9, 10, 12)), (0.72, (17, 18, 22)), (0.40, (27, 29, 34)))
"""Shares of the disc's width, from the haze at the rim to the bright middle."""

Point = tuple[float, float]


class Beam:
    """Draws beams onto frames of at most one size."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._air = canvas(size)

    def draw(self, frame: Frame, disc: Point, carrier: Point, radius: float) -> None:
        """Add the beam from a carrier to a disc; places and radius in metres."""
        ax, ay = frame.at(*carrier)
        bx, by = frame.at(*disc)
        length = math.dist((ax, ay), (bx, by))
        if length < frame.scale:
            return
        half = radius * frame.scale
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        outer = [(ax, ay), (bx + nx, by + ny), (bx - nx, by - ny)]
        left, top = math.floor(min(p[0] for p in outer)), math.floor(min(p[1] for p in outer))
        right, bottom = math.ceil(max(p[0] for p in outer)), math.ceil(max(p[1] for p in outer))
        area = pygame.Rect(left, top, right - left, bottom - top).clip(frame.surface.get_rect())
        if area.w < 1 or area.h < 1:
            return
        air = self._air
        air.fill(0, (0, 0, *area.size), pygame.BLEND_RGB_MULT)
        for share, colour in BEAMS:
            wide, high = nx * share, ny * share
            corners = [(ax, ay), (bx + wide, by + high), (bx - wide, by - high)]
            pygame.draw.polygon(air, colour, [(px - area.x, py - area.y) for px, py in corners])
        frame.surface.blit(air, area, (0, 0, *area.size), special_flags=pygame.BLEND_RGB_ADD)
