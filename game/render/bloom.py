"""What is bright glows beyond its edge; the hour's lift lies over everything.

Owns small copies of the picture, down to a sixteenth of its size. Called by the renderer at the end.
"""

from __future__ import annotations

import pygame

from game.render.light import LightMap
from game.render.palette import Hour


class Bloom:
    """The glow of one renderer."""

    def __init__(self, hour: Hour, size: tuple[int, int]) -> None:
        self._hour = hour
        self._full = pygame.Surface(size).convert()
        self._parts = [pygame.Surface((max(1, size[0] // d), max(1, size[1] // d))).convert() for d in (4, 8, 16)]
        self._wide = self._parts[1].copy()
        self._over = pygame.Surface((size[0] // 2, size[1] // 2)).convert()

    def draw(self, surface: pygame.Surface, shine: pygame.Surface | None, light: LightMap) -> None:
        """Add glow and lift to a picture, and with them the shine of wet ground, which is in the light map's size."""
        glow = self._glow(surface)
        # The hour's lift goes the same way: over the whole screen alone it would cost as much as all of this.
        glow.fill(self._hour.lift, special_flags=pygame.BLEND_RGB_ADD)
        if shine is None:
            width, height = surface.get_size()
            whole = self._full.subsurface((0, 0, width, height))
            pygame.transform.smoothscale(glow, (width, height), whole)
            surface.blit(whole, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
            return
        # Both at once: stretching over the whole screen is what costs.
        over = self._over.subsurface((0, 0, *shine.get_size()))
        pygame.transform.smoothscale(glow, over.get_size(), over)
        shine.blit(over, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        light.spread(shine, surface, pygame.BLEND_RGB_ADD)

    def lift(self, surface: pygame.Surface) -> None:
        """The hour's lift over everything, where nothing glows."""
        if any(self._hour.lift):
            surface.fill(self._hour.lift, special_flags=pygame.BLEND_RGB_ADD)

    def _glow(self, surface: pygame.Surface) -> pygame.Surface:
        """What is brighter than the hour's bound, spread over its neighbourhood: an eighth of the picture's size."""
        width, height = surface.get_size()
        quarter, eighth, sixteenth = (
            part.subsurface((0, 0, max(1, width // d), max(1, height // d)))
            for part, d in zip(self._parts, (4, 8, 16), strict=True)
        )
        scale = pygame.transform.smoothscale
        # One pixel of sixteen is enough of what will be blurred: what glows is wider than that.
        pygame.transform.scale(surface, quarter.get_size(), quarter)
        quarter.fill((self._hour.bloom,) * 3, special_flags=pygame.BLEND_RGB_SUB)
        scale(quarter, eighth.get_size(), eighth)
        scale(eighth, sixteenth.get_size(), sixteenth)
        wide = scale(sixteenth, eighth.get_size(), self._wide.subsurface((0, 0, *eighth.get_size())))
        eighth.blit(wide, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return eighth
