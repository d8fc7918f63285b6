"""Pictures of one colour that stand beside words: what each order means, a tick for what is done, a car from above.

Owns their shapes (in units of half the icon, y down) and a bounded cache. Drawn large and shrunk once, then kept.
The wheel, the goal line and the instruments call it; none of them tells anything by the icon alone.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pygame

from .hud_stamps import Colour, blank

_FINE = 4
"""Drawn so many times larger, then shrunk: edges without steps."""

Shape = tuple[str, tuple[tuple[float, float], ...], float]
"""line, area or dot; its points; thickness, or radius of the dot."""

_MAN: tuple[Shape, ...] = (
    ("dot", ((0.0, -0.5),), 0.24),
    ("area", ((-0.34, -0.16), (0.34, -0.16), (0.26, 0.6), (-0.26, 0.6)), 0.0),
)
SHAPES: dict[str, tuple[Shape, ...]] = {
    "move_up": (
        ("line", ((-0.62, 0.02), (0.0, -0.6), (0.62, 0.02)), 0.2),
        ("line", ((-0.62, 0.58), (0.0, -0.04), (0.62, 0.58)), 0.2),
    ),
    "fall_back": (
        ("line", ((-0.62, -0.58), (0.0, 0.04), (0.62, -0.58)), 0.2),
        ("line", ((-0.62, -0.02), (0.0, 0.6), (0.62, -0.02)), 0.2),
    ),
    "cover_me": (
        ("line", ((-0.6, -0.56), (0.0, -0.74), (0.6, -0.56), (0.56, 0.1), (0.0, 0.76), (-0.56, 0.1), (-0.6, -0.56)), 0.18),
        ("dot", ((0.0, -0.06),), 0.2),
    ),
    "job": (
        ("line", ((-0.72, -0.3), (-0.72, -0.72), (-0.3, -0.72)), 0.18),
        ("line", ((0.72, -0.3), (0.72, -0.72), (0.3, -0.72)), 0.18),
        ("line", ((-0.72, 0.3), (-0.72, 0.72), (-0.3, 0.72)), 0.18),
        ("line", ((0.72, 0.3), (0.72, 0.72), (0.3, 0.72)), 0.18),
        ("dot", ((0.0, 0.0),), 0.26),
    ),
    "pick_up": (
        ("dot", ((-0.62, 0.42),), 0.22),
        ("line", ((-0.34, 0.5), (0.74, 0.5)), 0.3),
        ("line", ((0.12, 0.16), (0.12, -0.66)), 0.18),
        ("line", ((-0.26, -0.3), (0.12, -0.68), (0.5, -0.3)), 0.18),
    ),
    "get_car": (
        ("area", ((-0.84, 0.36), (-0.84, -0.04), (-0.5, -0.12), (0.56, -0.1), (0.86, 0.0), (0.86, 0.36)), 0.0),
        ("area", ((-0.5, -0.1), (-0.3, -0.48), (0.34, -0.48), (0.56, -0.08)), 0.0),
        ("dot", ((-0.46, 0.4),), 0.22),
        ("dot", ((0.48, 0.4),), 0.22),
    ),
    "follow": (
        *(tuple((kind, tuple((x * 0.9 - 0.32, y * 0.9) for x, y in points), size * 0.9) for kind, points, size in _MAN)),
        ("line", ((0.36, -0.3), (0.7, 0.04), (0.36, 0.38)), 0.18),
    ),
    "hold": (
        ("line", ((-0.4, -0.6), (0.4, -0.6), (0.7, -0.3), (0.7, 0.3), (0.4, 0.6)), 0.16),
        ("line", ((0.4, 0.6), (-0.4, 0.6), (-0.7, 0.3), (-0.7, -0.3), (-0.4, -0.6)), 0.16),
        ("line", ((-0.36, 0.0), (0.36, 0.0)), 0.24),
    ),
    "plan": (("line", ((-0.7, 0.6), (-0.7, -0.3), (0.5, -0.3)), 0.2), ("line", ((0.2, -0.66), (0.58, -0.3), (0.2, 0.06)), 0.2)),
    "lost": (("line", ((-0.55, -0.55), (0.55, 0.55)), 0.26), ("line", ((0.55, -0.55), (-0.55, 0.55)), 0.26)),
    "done": (("line", ((-0.62, 0.06), (-0.18, 0.5), (0.66, -0.48)), 0.26),),
}  # fmt: skip


@lru_cache(maxsize=96)
def icon(name: str, half: int, colour: Colour) -> pygame.Surface:
    """The picture of that name, `half` pixels from its middle to its edge; an unknown name is the plan's."""
    size = half * 2
    large = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    large.fill((*colour, 0))
    reach = half * _FINE
    for kind, points, measure in SHAPES.get(name, SHAPES["plan"]):
        pixels = [(reach + x * reach, reach + y * reach) for x, y in points]
        if kind == "area":
            pygame.draw.polygon(large, colour, pixels)
        elif kind == "dot":
            pygame.draw.circle(large, colour, pixels[0], measure * reach)
        else:
            _line(large, colour, pixels, measure * reach)
    return _shrunk(large, (size, size))


@lru_cache(maxsize=64)
def car_above(
    high: int, flat: tuple[bool, bool, bool, bool], body: Colour, tyre: Colour, hurt: Colour
) -> pygame.Surface:
    """A car seen from above, nose up: body in one colour, its four tyres (front left first), those that are `flat`
    in another and set askew."""
    fine = high * _FINE
    wide = round(fine * 0.62)
    large = pygame.Surface((wide, fine), pygame.SRCALPHA)
    large.fill((*body, 0))
    middle, half = wide / 2, fine * 0.17
    pen = max(_FINE, round(fine * 0.045))
    for index, is_flat in enumerate(flat):
        x = middle + (half + fine * 0.07) * (-1 if index % 2 == 0 else 1)
        y = fine * (0.25 if index < 2 else 0.74)
        lean = fine * 0.05 if is_flat else 0.0
        tall, broad = fine * 0.1, fine * (0.055 if is_flat else 0.04)
        front, rear = (x + lean, y - tall), (x - lean, y + tall)
        corners = [
            (end[0] + side * broad, end[1]) for end, sides in ((front, (-1, 1)), (rear, (1, -1))) for side in sides
        ]
        pygame.draw.polygon(large, hurt if is_flat else tyre, corners)
    shell = pygame.Rect(round(middle - half), round(fine * 0.06), round(half * 2), round(fine * 0.88))
    pygame.draw.rect(large, body, shell, pen, round(fine * 0.1))
    pygame.draw.line(large, body, (shell.left, fine * 0.36), (shell.right, fine * 0.36), pen)
    pygame.draw.line(large, body, (shell.left, fine * 0.72), (shell.right, fine * 0.72), pen)
    return _shrunk(large, (round(wide / _FINE), high))


def _line(surface: pygame.Surface, colour: Colour, pixels: list[tuple[float, float]], thick: float) -> None:
    for start, end in pairwise(pixels):
        pygame.draw.line(surface, colour, start, end, max(1, round(thick)))
    for point in pixels:
        pygame.draw.circle(surface, colour, point, thick / 2)


def _shrunk(large: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    small = blank(*size)
    small.blit(pygame.transform.smoothscale(large, size), (0, 0))
    return small
