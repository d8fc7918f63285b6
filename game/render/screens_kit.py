"""What all screens share: measures, the dimmed ground, the heading with its line around the corner, menus, footers.

Owns no screen. `screens_*.py` call it. Sizes scale with the surface from a layout of 1280 x 720.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from . import text as type_
from .hud_stamps import HOT, ORANGE, STEEL, WHITE, Colour

LAYOUT = (1280, 720)
DIM: Colour = (138, 150, 164)
NIGHT: Colour = (10, 14, 21)


def unit(surface: pygame.Surface) -> float:
    """Pixels of this surface to one of the layout."""
    return min(surface.get_width() / LAYOUT[0], surface.get_height() / LAYOUT[1])


@lru_cache(maxsize=4)
def backdrop(size: tuple[int, int]) -> pygame.Surface:
    """The plain ground of quiet screens: night blue that falls off to the edges, grained so that it does not band."""
    wide, high = size
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    fall = np.clip(1.15 - np.hypot((x - wide * 0.38) / wide, (y - high * 0.42) / high) * 1.25, 0.25, 1)
    grain = np.random.Generator(np.random.PCG64(7)).normal(0, 0.9, (high, wide)).astype(np.float32)
    pixels = np.empty((high, wide, 3), np.uint8)
    for channel, value in enumerate((20, 28, 40)):
        pixels[..., channel] = np.clip(value * fall + grain, 0, 255)
    made = pygame.image.frombuffer(pixels.tobytes(), size, "RGB")
    return made.convert() if pygame.display.get_surface() else made.copy()


@lru_cache(maxsize=4)
def shade(size: tuple[int, int], alpha: int) -> pygame.Surface:
    """A dark sheet over a running picture."""
    made = pygame.Surface(size)
    made.fill((6, 9, 14))
    made.set_alpha(alpha)
    return made


def heading(surface: pygame.Surface, words: str, note: str = "") -> int:
    """The screen's title with an orange line that runs under it and around the corner; returns the y below it."""
    u = unit(surface)
    left, top, size = round(84 * u), round(52 * u), round(46 * u)
    wide = type_.draw(surface, words.upper(), (left, top), size, WHITE, weight="display")
    line, end = top + round(62 * u), left + max(wide, round(240 * u)) + round(36 * u)
    corner(surface, left, line, end, round(26 * u), max(2, round(3 * u)))
    if note:
        # A note longer than the line goes below the corner, a shorter one fits inside it.
        is_long = left + type_.width(note, round(22 * u)) > end - round(10 * u)
        type_.draw(surface, note, (left, line + round((28 if is_long else 10) * u)), round(22 * u), STEEL)
    return line + round(56 * u)


def corner(
    surface: pygame.Surface, left: int, y: int, right: int, drop: int, thick: int, colour: Colour = ORANGE
) -> None:
    """The game's sign: a line that goes straight and then around the corner."""
    surface.fill(colour, (left, y, right - left, thick))
    surface.fill(colour, (right - thick, y, thick, drop))


def menu(
    surface: pygame.Surface, items: Sequence[str], chosen: int, x: int, y: int, align: str = "left"
) -> list[pygame.Rect]:
    """A column of choices; the chosen one is white, heavier and marked with the corner line. Returns their places."""
    u = unit(surface)
    size, step = round(28 * u), round(46 * u)
    places = []
    for at, item in enumerate(items):
        cut, colour = ("display", WHITE) if at == chosen else ("text", DIM)
        wide = type_.draw(surface, item.upper(), (x, y), size, colour, align, cut)
        left = x if align == "left" else x - wide // 2 if align == "centre" else x - wide
        places.append(pygame.Rect(left, y, max(wide, round(240 * u)), step))
        if at == chosen:
            corner(
                surface, left, y + round(38 * u), left + wide + round(14 * u), round(9 * u), max(2, round(2 * u)), HOT
            )
        y += step
    return places


def footer(surface: pygame.Surface, words: str) -> None:
    """A quiet line at the bottom left."""
    u = unit(surface)
    type_.draw(surface, words, (round(84 * u), surface.get_height() - round(56 * u)), round(22 * u), STEEL)


def first_shown(count: int, chosen: int, rows: int) -> int:
    """The first row to show of a list too long for the screen, so that the chosen one stays near the middle."""
    return max(0, min(count - rows, chosen - rows // 2))
