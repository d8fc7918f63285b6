"""The searchlight of something that hovers: where its disc lies, how it wanders after what it follows, and its beam.

Owns its light and its look; who carries one, and whom it looks for, is said by the views. To be called by whatever draws
the carrier: `light_of` for the light map, `draw_beam` after it, when what shines is drawn.
"""

from __future__ import annotations

import math

import pygame

from game.render.frame import Frame
from game.render.lights import Light
from game.render.palette import Colour

COLOUR: Colour = (226, 234, 255)
RADIUS = 4.6
"""Metres of the disc straight below; it grows with the distance."""
HIGH = 45.0
"""Metres at which a helicopter holds itself: shadows in its light are short beside it and long away from it."""
TREMBLE = 0.55
"""Metres by which the hand at the lamp strays."""
BEAM = (26, 28, 34)
LAG_TICKS = 22.0
"""How long the disc takes to catch up with whom it follows."""


class Searchlight:
    """One lamp that follows somebody: it lags, overshoots nothing and trembles."""

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = x, y

    def take(self, aim_x: float, aim_y: float) -> None:
        """One tick nearer to where it should point."""
        share = 1 - math.exp(-1 / LAG_TICKS)
        self.x += (aim_x - self.x) * share
        self.y += (aim_y - self.y) * share

    def at(self, time: float) -> tuple[float, float]:
        """The middle of the disc at a time in ticks: the hand strays in two slow waves."""
        return (
            self.x + TREMBLE * (0.6 * math.sin(time * 0.031) + 0.4 * math.sin(time * 0.083 + 1.0)),
            self.y + TREMBLE * (0.6 * math.sin(time * 0.037 + 2.0) + 0.4 * math.sin(time * 0.071)),
        )


def light_of(lamp: Searchlight, from_x: float, from_y: float, time: float, power: float = 0.9) -> Light:
    """The disc for the light map; further from its carrier it is wider and weaker."""
    x, y = lamp.at(time)
    slant = math.hypot(math.dist((x, y), (from_x, from_y)), HIGH) / HIGH
    return Light("spot", x, y, RADIUS * slant, COLOUR, power / slant, HIGH)


def draw_beam(frame: Frame, lamp: Searchlight, from_x: float, from_y: float, time: float) -> None:
    """The beam in the air: faint, from the carrier to the disc's two sides."""
    x, y = lamp.at(time)
    ax, ay = frame.at(from_x, from_y)
    bx, by = frame.at(x, y)
    length = math.dist((ax, ay), (bx, by))
    if length < frame.scale:
        return
    half = RADIUS * frame.scale * 0.9
    nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
    corners = [(ax, ay), (bx + nx, by + ny), (bx - nx, by - ny)]
    left, top = math.floor(min(p[0] for p in corners)), math.floor(min(p[1] for p in corners))
    right, bottom = math.ceil(max(p[0] for p in corners)), math.ceil(max(p[1] for p in corners))
    area = pygame.Rect(left, top, right - left, bottom - top).clip(frame.surface.get_rect())
    if area.w < 1 or area.h < 1:
        return
    beam = pygame.Surface(area.size).convert()
    pygame.draw.polygon(beam, BEAM, [(px - area.x, py - area.y) for px, py in corners])
    frame.surface.blit(beam, area, special_flags=pygame.BLEND_RGB_ADD)
