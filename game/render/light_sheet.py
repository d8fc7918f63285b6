"""The finished light of a frame, softened and stretched over the screen; where there is haze, what that throws back of it, too.

Owns the surfaces for both and the dark corners. The two lie in one surface, one below the other, and are stretched in one go: the other
core is handed one thing a frame (`aside.py`), so haze costs the first next to nothing. Made and used by the light map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.render.aside import Aside
from game.render.canvas import canvas
from game.render.light_shapes import dark_corners
from game.render.palette import Hour

SOFT_BY_SUN, SOFT = 0.75, 0.5
"""To what share of its size a map is brought before it is stretched: edges of shadows lose their steps, a lamp's more than the sun's."""
BETWEEN = 2
"""Rows between light and haze: each ends in a copy of its own last row, so that neither is seen in the other."""


class LightSheet:
    """Light over the screen."""

    def __init__(self, hour: Hour, has_sun: bool, has_haze: bool) -> None:
        self._hour, self._share, self._has_haze = hour, SOFT_BY_SUN if has_sun else SOFT, has_haze
        self._room = self._veil_room = self._both_room = self._large_room = self._corners = pygame.Surface((1, 1))
        """The largest so far; smaller ones are parts of these."""
        self._both = self._soft = self._soft_veil = self._room
        self._large = self._full = self._full_veil = self._room
        self._vignette = self._room
        self._aside = Aside()

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the map stretched: a little more than the screen's."""
        return self._full.get_size()

    def resize(self, small: tuple[int, int], divisor: int) -> None:
        """For another size of map, whose pixels are each `divisor` wide on the screen."""
        self._aside.wait()
        wide, high = int(small[0] * self._share), int(small[1] * self._share)
        full_wide, full_high = (small[0] - 1) * divisor, (small[1] - 1) * divisor
        if small[0] > self._corners.get_width() or small[1] > self._corners.get_height():
            self._corners = dark_corners(small, self._hour)
        # One below the other, or one alone.
        below, far_below = 0, 0
        if self._has_haze:
            below, far_below = high + BETWEEN, full_high + round(BETWEEN * full_high / high)
        self._room, self._veil_room = _at_least(self._room, (wide, high)), _at_least(self._veil_room, (wide, high))
        self._both_room = _at_least(self._both_room, (wide, below + high))
        self._large_room = _at_least(self._large_room, (full_wide, far_below + full_high))
        self._soft = self._room.subsurface((0, 0, wide, high))
        self._soft_veil = self._veil_room.subsurface((0, 0, wide, high))
        self._both = self._both_room.subsurface((0, 0, wide, below + high))
        self._large = self._large_room.subsurface((0, 0, full_wide, far_below + full_high))
        self._full = self._large.subsurface((0, 0, full_wide, full_high))
        self._full_veil = self._large.subsurface((0, far_below, full_wide, full_high))
        self._vignette = pygame.transform.scale(self._corners, (wide, high))

    def stretch(
        self, light: pygame.Surface, scratch: pygame.Surface, veil: Callable[[], pygame.Surface] | None
    ) -> None:
        """Begin to stretch a light map, and what the haze throws back of it if somebody says how to find that; nothing may be added
        to either any more. `scratch` is at least as large as the map."""
        soft, scale = self._soft, pygame.transform.smoothscale
        # By way of a smaller one: shadow edges lose their steps.
        scale(light, soft.get_size(), soft)
        if self._hour.is_soft:
            # Once more down and up again: a fifth of what a blur of as few pixels costs.
            wide, high = soft.get_size()
            least = scratch.subsurface((0, 0, wide // 2, high // 2))
            scale(soft, least.get_size(), least)
            scale(least, (wide, high), soft)
        if veil is not None:
            scale(veil(), soft.get_size(), self._soft_veil)
        soft.blit(self._vignette, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        if veil is None:
            self._aside.stretch(soft, self._full)
            return
        wide, high = soft.get_size()
        veil_at = high + BETWEEN
        # Each twice, the first one row off: of that its outermost row is left between the two.
        self._both.fblits(
            ((soft, (0, 1)), (soft, (0, 0)), (self._soft_veil, (0, veil_at - 1)), (self._soft_veil, (0, veil_at)))
        )
        self._aside.stretch(self._both, self._large)

    def lay(self, surface: pygame.Surface, shift: tuple[int, int], bare: Sequence[pygame.Rect]) -> None:
        """Multiply the light over those boxes of the scene that will not be covered."""
        self._aside.wait()
        left, top = shift
        for box in bare:
            surface.blit(self._full, box, box.move(-left, -top), special_flags=pygame.BLEND_RGB_MULT)

    def lay_veil(self, surface: pygame.Surface, shift: tuple[int, int]) -> None:
        """Add what the haze throws back, once the light is laid."""
        left, top = shift
        surface.blit(self._full_veil, (0, 0), surface.get_rect().move(-left, -top), pygame.BLEND_RGB_ADD)


def _at_least(room: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """A surface that holds this size and what it held before."""
    if room.get_width() >= size[0] and room.get_height() >= size[1]:
        return room
    return canvas((max(room.get_width(), size[0]), max(room.get_height(), size[1])))
