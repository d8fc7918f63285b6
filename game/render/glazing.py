"""Glass walls from above: a slab, a steel frame, the glass with what it mirrors; starred, and broken with what is left in it.

Owns the pictures of panes by length, thickness, state and direction. Which panes there are, and what has become of them, is
said by `panes.py`. Called by the ground, into whose chunks they are painted.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.render.noise import dice
from game.render.palette import Colour
from game.render.panes import OUT, STARRED, WHOLE, Pane, Panes
from game.render.turned import TurnedCache, bucket_of, turned

PPM = 48
FRAME, FRAME_LIT = (58, 64, 70), (122, 132, 140)
SLAB, SLAB_LIT, SLAB_DARK = (86, 89, 91), (124, 127, 127), (44, 46, 50)
GLASS, GLASS_LIT, GLASS_DEEP = (112, 150, 166), (206, 228, 236), (54, 74, 88)
HOLLOW = (17, 19, 23)
SHARD: tuple[Colour, ...] = ((226, 240, 244), (160, 190, 200), (110, 140, 152), (246, 252, 252))
THIN = 0.45
"""Metres under which a wall is nothing but its frame."""
BAND = 0.44
"""Metres of the frame in the middle of a thick one."""
KEPT_BYTES = 6_000_000
VARIANTS = 4


class Glazing:
    """Pictures of a level's glass walls."""

    def __init__(self, panes: Panes) -> None:
        self.panes = panes
        self._pictures = TurnedCache(KEPT_BYTES)

    def paint(self, chunk: pygame.Surface, scale: int, left: float, top: float) -> bool:
        """Paint what touches a chunk whose corner lies at (left, top) metres; whether any pane of it is not whole."""
        right, bottom = left + chunk.get_width() / scale, top + chunk.get_height() / scale
        is_marked = False
        for pane in self.panes.glazed:
            if left - 2 < pane.x < right + 2 and top - 2 < pane.y < bottom + 2:
                self.paint_one(chunk, pane, scale, left, top)
                is_marked = is_marked or self.panes.state(pane) != WHOLE
        return is_marked

    def paint_one(self, chunk: pygame.Surface, pane: Pane, scale: int, left: float, top: float) -> None:
        """Paint one pane as it is now."""
        state, bucket = self.panes.state(pane), bucket_of(pane.angle, 128)
        key = (round(pane.length, 2), round(pane.thick, 2), state, pane.number % VARIANTS, bucket, scale)
        picture = self._pictures.get(key, lambda: _picture(pane, state, bucket, scale))
        x, y = (pane.x - left) * scale, (pane.y - top) * scale
        chunk.blit(picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2)))


def _picture(pane: Pane, state: int, bucket: int, scale: int) -> pygame.Surface:
    # A hair longer than it is: panes meet without a gap.
    wide, high = round(pane.length * PPM) + 1, max(6, round(pane.thick * PPM))
    made = pygame.Surface((wide, high), pygame.SRCALPHA)
    roll = dice(f"pane{pane.number % VARIANTS}")
    band = high if pane.thick < THIN else round(BAND * PPM)
    frame = pygame.Rect(0, (high - band) // 2, wide, band)
    _slab(made, frame)
    pygame.draw.rect(made, FRAME, frame)
    pygame.draw.line(made, FRAME_LIT, frame.topleft, (wide, frame.y), 2)
    glass = frame.inflate(0, -max(2, band // 3))
    if state == OUT:
        pygame.draw.rect(made, HOLLOW, glass)
        _teeth(made, glass, roll)
        _litter(made, roll)
    else:
        pygame.draw.rect(made, GLASS_DEEP, glass)
        pygame.draw.rect(made, GLASS, glass.inflate(0, -max(2, glass.h // 3)))
        _mirror(made, glass, roll)
        if state == STARRED:
            _star(made, glass, roll)
    for x in (0, wide - 4):
        pygame.draw.rect(made, FRAME_LIT if x == 0 else FRAME, (x, frame.y, 4, band))
    if bucket in (32, 96) or bucket % 32:
        return turned(made, bucket * math.tau / 128, scale, PPM)
    return pygame.transform.smoothscale(
        made, (math.ceil(wide * scale / PPM), math.ceil(high * scale / PPM))
    ).convert_alpha()


def _slab(made: pygame.Surface, frame: pygame.Rect) -> None:
    """The stone the glass stands in, lit along one side."""
    if frame.h >= made.get_height():
        return
    wide, high = made.get_size()
    made.fill(SLAB)
    grain = np.random.default_rng(3).normal(0, 5, (wide, high, 1)).repeat(3, 2)
    pixels = pygame.surfarray.pixels3d(made)
    pixels[:] = np.clip(pixels + grain, 0, 255).astype(np.uint8)
    del pixels
    pygame.draw.line(made, SLAB_LIT, (0, 0), (wide, 0), 2)
    pygame.draw.line(made, SLAB_DARK, (0, high - 2), (wide, high - 2), 2)
    pygame.draw.rect(made, SLAB_DARK, frame.inflate(0, 8), 4)


def _mirror(made: pygame.Surface, glass: pygame.Rect, roll: np.random.Generator) -> None:
    """Bright slanted streaks of sky: on the glass, and fainter where the pane leans over its slab."""
    over = pygame.Surface(made.get_size(), pygame.SRCALPHA)
    wide, high = made.get_size()
    at = roll.uniform(0.05, 0.3) * wide
    for broad, strength in ((0.20, 1.0), (0.07, 0.8)):
        x0, x1 = at, at + broad * wide
        corners = [(x0 + high * 0.5, 0), (x1 + high * 0.5, 0), (x1, high), (x0, high)]
        pygame.draw.polygon(over, (*GLASS_LIT, int(46 * strength)), corners)
        inner = [(x0 + glass.h * 0.5, glass.y), (x1 + glass.h * 0.5, glass.y), (x1, glass.bottom), (x0, glass.bottom)]
        pygame.draw.polygon(over, (*GLASS_LIT, int(205 * strength)), inner)
        at = x1 + roll.uniform(0.05, 0.2) * wide
    made.blit(over, (0, 0))


def _star(made: pygame.Surface, glass: pygame.Rect, roll: np.random.Generator) -> None:
    """A hole with cracks running out of it over the whole pane, and two broken rings about it."""
    wide, high = made.get_size()
    x, y = wide * roll.uniform(0.35, 0.65), glass.centery
    ends = []
    for ray in range(13):
        a = (ray + roll.uniform(-0.3, 0.3)) / 13 * math.tau
        far = roll.uniform(0.5, 1.0)
        ends.append((x + math.cos(a) * wide * 0.55 * far, y + math.sin(a) * max(high * 0.5, 6) * far))
        pygame.draw.aaline(made, (240, 248, 250), (x, y), ends[-1])
    for share in (0.3, 0.6):
        ring = [(x + (ex - x) * share, y + (ey - y) * share) for ex, ey in ends]
        pygame.draw.aalines(made, (214, 230, 236), True, ring)
    pygame.draw.circle(made, (236, 246, 250), (x, y), 5)
    pygame.draw.circle(made, HOLLOW, (x, y), 2)


def _teeth(made: pygame.Surface, glass: pygame.Rect, roll: np.random.Generator) -> None:
    """What still stands in the frame: splinters along both posts and here and there along the sill."""
    for side, post in ((1, 2), (-1, glass.right - 2)):
        for _ in range(4):
            y, long = roll.uniform(glass.y, glass.bottom), roll.uniform(4, 13)
            corners = [(post, y - 2), (post, y + 3), (post + side * long, y)]
            pygame.draw.polygon(made, SHARD[int(roll.integers(3))], corners)
    for _ in range(9):
        x, up = roll.uniform(4, glass.right - 4), roll.uniform(2, max(3.0, glass.h * 0.6))
        base, way = (glass.y, 1) if roll.random() < 0.5 else (glass.bottom, -1)
        tip = x + roll.uniform(-3, 3), base + way * up
        pygame.draw.polygon(made, SHARD[int(roll.integers(4))], [(x - 3, base), (x + 3, base), tip])


def _litter(made: pygame.Surface, roll: np.random.Generator) -> None:
    """Splinters over the slab."""
    wide, high = made.get_size()
    for _ in range(int(wide * high / 70)):
        x, y, size = roll.uniform(0, wide), roll.uniform(0, high), roll.uniform(1.0, 3.2)
        a = roll.uniform(0, math.tau)
        corners = [(x + math.cos(a + k) * size, y + math.sin(a + k) * size) for k in (0.0, 2.0, 4.4)]
        pygame.draw.polygon(made, SHARD[int(roll.integers(4))], corners)
