"""The tone of a night: what a lamp adds to the dark counts for more, many lights together for less, shade is deep.

Owns the curve that goes over the light map of a frame where only lamps shine, made of fills and blits of that small picture: a few
thousandths of a millisecond each. It never changes the order of light and dark. Called by the light map before it is stretched.
"""

from __future__ import annotations

import pygame

from game.render.palette import Colour, Curve, Falloff, Hour

OVER = (150, 150, 150)
"""What is taken, of 255, of the light above the knee."""


class Tone:
    """The curve of one hour."""

    def __init__(self, hour: Hour) -> None:
        self._curve = hour.curve
        if isinstance(hour.curve, Curve):
            self._above = _share(hour.light, (hour.curve.above,) * 3)
            self._deep = _share(hour.light, hour.curve.deep)

    def lay(self, light: pygame.Surface, part: pygame.Surface) -> None:
        """Change a light map in place; `part` is scratch of its size."""
        if self._curve is None:
            return
        if isinstance(self._curve, Falloff):
            self._bow(self._curve, light, part)
            return
        part.blit(light, (0, 0))
        part.fill(self._above, special_flags=pygame.BLEND_RGB_SUB)
        part.fill(self._curve.gain, special_flags=pygame.BLEND_RGB_MULT)
        light.fill(self._deep, special_flags=pygame.BLEND_RGB_SUB)
        light.blit(part, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        part.blit(light, (0, 0))
        part.fill(self._curve.knee, special_flags=pygame.BLEND_RGB_SUB)
        part.fill(OVER, special_flags=pygame.BLEND_RGB_MULT)
        light.blit(part, (0, 0), special_flags=pygame.BLEND_RGB_SUB)

    @staticmethod
    def _bow(curve: Falloff, light: pygame.Surface, part: pygame.Surface) -> None:
        """Add to light a share of itself that grows less the more there is: x + bow x (1 - x), and bring that to its most."""
        part.fill((255, 255, 255))
        part.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
        part.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        part.fill(curve.bow, special_flags=pygame.BLEND_RGB_MULT)
        light.blit(part, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        light.fill(curve.most, special_flags=pygame.BLEND_RGB_MULT)


def _share(light: Colour, shares: tuple[float, ...]) -> Colour:
    red, green, blue = (int(level * share) for level, share in zip(light, shares, strict=True))
    return red, green, blue
