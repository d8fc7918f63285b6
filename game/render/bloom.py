"""What is bright glows beyond its edge; the hour's lift lies over everything.

Owns small copies of the picture, down to a sixteenth of its size, and the glow as it was last spread over the screen by
the other core: it is laid down in the next two frames, moved with the camera, as nobody sees it trail by a thirtieth of
a second. Called by the renderer at the end.
"""

from __future__ import annotations

import pygame

from game.render.aside import Aside
from game.render.canvas import canvas
from game.render.light import LightMap
from game.render.palette import Hour

TRAILS_AT_MOST = 24
"""Pixels that the camera may have moved since the glow was spread."""

FRAMES = 2
"""In which a glow is laid down at most."""

Corner = tuple[int, int, int]
"""Pixel of the place at the picture's corner, and pixels to a metre."""


class Bloom:
    """The glow of one renderer."""

    def __init__(self, hour: Hour, size: tuple[int, int]) -> None:
        self._hour = hour
        self._parts = [pygame.Surface((max(1, size[0] // d), max(1, size[1] // d))).convert() for d in (4, 8, 16)]
        self._wide = self._parts[1].copy()
        self._over = pygame.Surface((size[0] // 2, size[1] // 2)).convert()
        self._shine = canvas(size)
        self._room = canvas(size)
        self._aside = Aside()
        self._spread: pygame.Surface | None = None
        """Glow and lift at the picture's size, or being stretched to it; None when they must be worked out at once."""
        self._at: Corner = (0, 0, 0)
        self._size = size
        self._shift = (0, 0)
        self._age = 0
        """Frames that the glow was laid down in."""

    def renew(self) -> None:
        """Another run: what glowed in the last one is gone."""
        self._spread = None

    def draw(self, surface: pygame.Surface, corner: Corner, light: LightMap) -> None:
        """Add glow and lift to a picture whose corner lies at `corner`, and with them the shine of wet ground."""
        moved = (self._at[0] - corner[0], self._at[1] - corner[1])
        is_near = max(abs(moved[0]), abs(moved[1])) <= TRAILS_AT_MOST
        self._aside.wait()
        if self._spread is None or not (is_near and self._at[2] == corner[2] and self._size == surface.get_size()):
            self._begin(self._small(surface, light), surface.get_size(), corner, light)
            self._aside.wait()
            self._lay(surface, (0, 0))
            return
        # Shadows are cast in the other frames: so all of them take equally long.
        is_due = self._age >= FRAMES or (self._age > 0 and not light.has_cast)
        renewed = self._small(surface, light) if is_due else None
        self._lay(surface, moved)
        if renewed is not None:
            self._begin(renewed, surface.get_size(), corner, light)

    def lift(self, surface: pygame.Surface) -> None:
        """The hour's lift over everything, where nothing glows."""
        if any(self._hour.lift):
            surface.fill(self._hour.lift, special_flags=pygame.BLEND_RGB_ADD)

    def _small(self, surface: pygame.Surface, light: LightMap) -> pygame.Surface:
        """Glow, lift and shine of a picture before they are stretched."""
        glow = self._glow(surface)
        # The hour's lift goes the same way: over the whole screen alone it would cost as much as all of this.
        glow.fill(self._hour.lift, special_flags=pygame.BLEND_RGB_ADD)
        if self._hour.wet <= 0:
            return glow
        # Both at once: stretching over the whole screen is what costs.
        shine = self._shine.subsurface((0, 0, *light.map.get_size()))
        light.gloss(shine)
        over = self._over.subsurface((0, 0, *shine.get_size()))
        pygame.transform.smoothscale(glow, over.get_size(), over)
        shine.blit(over, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return shine

    def _begin(self, small: pygame.Surface, size: tuple[int, int], corner: Corner, light: LightMap) -> None:
        """Begin to spread them over a picture's size."""
        self._at, self._size, self._age = corner, size, 0
        is_dry = self._hour.wet <= 0
        self._spread, self._shift = (self._full(size), (0, 0)) if is_dry else (self._full(light.full_size), light.shift)
        self._aside.stretch(small, self._spread)

    def _full(self, size: tuple[int, int]) -> pygame.Surface:
        """Room for a glow of a size: part of the largest so far."""
        wide, high = self._room.get_size()
        if size[0] > wide or size[1] > high:
            self._room = canvas((max(size[0], wide), max(size[1], high)))
        return self._room.subsurface((0, 0, *size))

    def _lay(self, surface: pygame.Surface, moved: tuple[int, int]) -> None:
        """Add what was spread; a rim that it has moved away from gets the lift alone."""
        assert self._spread is not None
        self._age += 1
        width, height = surface.get_size()
        box = self._spread.get_rect(topleft=(self._shift[0] + moved[0], self._shift[1] + moved[1]))
        surface.blit(self._spread, box, special_flags=pygame.BLEND_RGB_ADD)
        if not any(self._hour.lift):
            return
        box = box.clip(surface.get_rect())
        for rim in (
            (0, 0, width, box.top), (0, box.bottom, width, height - box.bottom),
            (0, box.top, box.left, box.height), (box.right, box.top, width - box.right, box.height),
        ):  # fmt: skip
            if rim[2] > 0 and rim[3] > 0:
                surface.fill(self._hour.lift, rim, pygame.BLEND_RGB_ADD)

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
