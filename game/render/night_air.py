"""The light of a night that comes from nowhere: thrown back by walls and air, wide and warm about lamps, uneven everywhere.

Owns nothing but one small repeating field. Called by the baked light while it composes a chunk where no sun shines.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
import pygame

from game.render.canvas import canvas
from game.render.light_shapes import LightShapes
from game.render.noise import cloud
from game.render.palette import Colour

HAZE_REACH, HAZE = 3.0, 0.15
"""How much further than a lantern's own light the air about it glows, and with which share of its power."""
CLOUD_METRES = 128
"""The unevenness of the night repeats after so many metres."""
COARSE = 4
"""It is drawn in so many times larger pixels."""


class Lamp(Protocol):
    """What is known of a lamp: where it is, its colour, how far and how strongly it shines."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def colour(self) -> Colour: ...
    @property
    def reach(self) -> float: ...
    @property
    def power(self) -> float: ...


def lay(sky: pygame.Surface, lamps: Sequence[Lamp], shapes: LightShapes, left: float, top: float, k: float) -> None:
    """Add it to a square of light whose corner lies at (left, top) metres, `k` pixels to a metre."""
    span = sky.get_width() / k
    # One pixel more than is stretched: then each is exactly as wide as it should be, and squares meet.
    small = canvas((sky.get_width() // COARSE + 1, sky.get_height() // COARSE + 1))
    small.fill(0)
    for lamp in lamps:
        reach = lamp.reach * HAZE_REACH
        if -reach < lamp.x - left < span + reach and -reach < lamp.y - top < span + reach:
            picture = shapes.picture("pool", int(reach * k / COARSE), lamp.colour, HAZE * lamp.power)
            if picture is not None:
                at = round((lamp.x - left) * k / COARSE) + picture.dx, round((lamp.y - top) * k / COARSE) + picture.dy
                small.blit(picture.surface, at, special_flags=pygame.BLEND_RGB_ADD)
    sky.blit(pygame.transform.smoothscale(small, sky.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    metres = round(span) + 2
    x, y = int(left // 1), int(top // 1)
    rows, columns = (np.arange(start, start + metres) % CLOUD_METRES for start in (y, x))
    field = np.ascontiguousarray(_uneven()[np.ix_(rows, columns)])
    cloudy = pygame.image.frombytes(field.tobytes(), (metres, metres), "RGB")
    px = round((metres - 1) * k)
    sky.blit(
        pygame.transform.smoothscale(cloudy, (px, px)),
        (round((x - left) * k), round((y - top) * k)),
        special_flags=pygame.BLEND_RGB_MULT,
    )


@lru_cache(maxsize=1)
def _uneven() -> np.ndarray:
    """How dark the night is from metre to metre (rows, columns, colours), wrapped."""
    size = (CLOUD_METRES, CLOUD_METRES)
    deep = cloud(size, 22, "night", 3, wraps=True) - 0.5
    warm = cloud(size, 30, "night warm", 2, wraps=True) - 0.5
    sheets = cloud(size, 7, "night sheets", 3, wraps=True) - 0.5
    light = 0.90 + 0.46 * deep + 0.42 * sheets
    field = np.dstack([light + 0.22 * warm, light + 0.04 * warm, light - 0.16 * warm])
    return (np.clip(field, 0, 1) * 255).astype(np.uint8)
