"""The title screen: the night boulevard, the game's name, the choices.

Pure drawing; `tick` moves the lights on the road. The title scene calls `draw_title` each frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.content.text import Text

from . import text as type_
from .hud_stamps import STEEL, WHITE
from .screens_kit import corner, menu, unit
from .screens_road import HEAD, LANES, lane_point, on_screen
from .screens_skyline import painting

LOOP_TICKS = 520
CARS = 3
"""On each lane."""


def draw_title(
    surface: pygame.Surface, text: Text, items: Sequence[str], chosen: int, tick: int, levels_line: str
) -> list[pygame.Rect]:
    """The whole title screen; `levels_line` is a quiet line at the foot. Returns the places of the choices."""
    u = unit(surface)
    size = surface.get_size()
    surface.blit(painting(size), (0, 0))
    _cars(surface, tick)
    left, top, name_size = round(84 * u), round(66 * u), round(84 * u)
    name = type_.text(text("menu.title").upper(), name_size, WHITE, "display", 26 * u)
    margin = max(2, name_size // 8) + round(26 * u)
    surface.blit(name, (left - margin, top - round(26 * u)))
    wide = type_.width(text("menu.title").upper(), name_size, "display")
    line = top + round(112 * u)
    corner(surface, left, line, left + wide + round(26 * u), round(58 * u), max(2, round(4 * u)))
    type_.draw(surface, text("menu.tagline"), (left, line + round(14 * u)), round(26 * u), STEEL)
    if levels_line:
        foot = size[0] - round(40 * u), size[1] - round(48 * u)
        type_.draw(surface, levels_line, foot, round(21 * u), STEEL, "right")
    return menu(surface, items, chosen, left, line + round(96 * u))


def prepare_title(size: tuple[int, int]) -> None:
    """Paint what the title needs, which takes seconds where nothing is kept yet."""
    painting(size)


def _cars(surface: pygame.Surface, tick: int) -> None:
    """Lights that run along the lanes: away from us as tails, towards us as heads, gone behind the corner."""
    size = surface.get_size()
    for lane, (offset, colour) in enumerate(LANES):
        for car in range(CARS):
            share = (tick / LOOP_TICKS + car / CARS + lane * 0.137) % 1.0
            share = 0.16 + 0.84 * (1 - share if colour == HEAD else share)
            x, ahead, distance = lane_point(offset, share)
            # Past the house's corner the lights are hidden by it.
            if x > offset + 4.0 and ahead > 60.0:
                continue
            radius = max(3, min(26, round(size[0] * 0.16 / distance)))
            for side in (-0.75, 0.75):
                px, py = on_screen(size, x + side, 0.7, ahead)
                stamp = _light(radius, colour)
                surface.blit(
                    stamp, (round(px - radius * 2), round(py - radius * 2)), special_flags=pygame.BLEND_RGB_ADD
                )


@lru_cache(maxsize=64)
def _light(radius: int, colour: tuple[int, int, int]) -> pygame.Surface:
    """A lamp with its glow, for adding."""
    y, x = np.mgrid[0 : radius * 4, 0 : radius * 4].astype(np.float32) + 0.5 - radius * 2
    far = np.hypot(x, y) / radius
    shine = np.clip(np.exp(-far * far * 9) * 1.1 + np.exp(-far * 2.6) * 0.5 - 0.004, 0, 1) * np.clip(2 - far, 0, 1)
    pixels = (shine[..., None] * np.array(colour, np.float32)).clip(0, 255).astype(np.uint8)
    made = pygame.image.frombuffer(pixels.tobytes(), (radius * 4, radius * 4), "RGB")
    return made.convert() if pygame.display.get_surface() else made.copy()
