"""Street furniture and lying things as seen from above: palms, posts, hydrants, bins, benches, cases, strips.

Owns the cache of their turned pictures; they are baked (`assets/props`), and where they stand comes from the level and
the view. Low things are drawn under people, crowns of trees over them. Called by the renderer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import pygame

from game.content.level import Prop
from game.render import atlas
from game.render.atlas import PPM
from game.render.canvas import cut_out
from game.render.turned import TurnedCache, bucket_of, turned

SHEET = "props/street"
CROWNED = ("palm", "tree")
POLES = ("post", "sign", "bus_stop")
GROWING = ("palm", "tree", "bush", "planter")
VARIANTS = 4
STAND_IN = "post_foot"
"""What is drawn for a kind that was not baked."""


class PropPainter:
    """Cached pictures of furniture and things."""

    def __init__(self) -> None:
        self._frames = atlas.book(SHEET)["frames"]
        self._turned = TurnedCache(24_000_000)

    def picture(self, kind: str, number: int, angle: float, scale: int) -> pygame.Surface:
        """A piece turned by `angle` radians at a scale; what grows comes in four variants, by its number."""
        name = f"{kind}-{number % VARIANTS}" if kind in GROWING else kind
        bucket = bucket_of(angle, 64)
        return self._turned.get((name, bucket, scale), lambda: self._make(name, bucket, scale))

    def prepare_turned(self, kind: str, number: int, angle: float, scale: int) -> bool:
        """Make a piece's picture at another scale; whether it was missing."""
        name = f"{kind}-{number % VARIANTS}" if kind in GROWING else kind
        is_missing = (name, bucket_of(angle, 64), scale) not in self._turned
        if is_missing:
            self.picture(kind, number, angle, scale)
        return is_missing

    def _make(self, name: str, bucket: int, scale: int) -> pygame.Surface:
        if name == "key":
            return cut_out(turned(_key(), bucket * math.tau / 64, scale))
        frame = self._frames.get(name) or self._frames[STAND_IN]
        return cut_out(turned(atlas.sheet(f"{SHEET}.png").subsurface(frame["rect"]), bucket * math.tau / 64, scale))

    def prepare(self, props: Iterable[Prop]) -> None:
        """Read the sheet before a level is seen."""
        if any(True for _ in props):
            atlas.sheet(f"{SHEET}.png")


def _key() -> pygame.Surface:
    """A ring with two keys, larger than life: what lies on a desk must be seen from above it."""
    wide, high = round(0.62 * PPM), round(0.40 * PPM)
    picture = pygame.Surface((wide, high), pygame.SRCALPHA)
    ring, middle = high * 0.30, (high * 0.42, high / 2)
    for colour, off in (((20, 16, 10, 120), 2), ((96, 70, 26), 0)):
        centre = (middle[0] + off, middle[1] + off)
        pygame.draw.circle(picture, colour, centre, ring, max(3, round(ring * 0.42)))
        for spread in (-0.26, 0.2):
            tip = (wide * 0.93 + off, high * (0.5 + spread * 1.25) + off)
            pygame.draw.line(picture, colour, (centre[0] + ring * 0.8, centre[1]), tip, max(4, round(high * 0.17)))
            for share in (0.72, 0.90):
                x, y = centre[0] + (tip[0] - centre[0]) * share, centre[1] + (tip[1] - centre[1]) * share
                pygame.draw.line(picture, colour, (x, y), (x, y + high * 0.20), max(3, round(high * 0.10)))
    pygame.draw.circle(picture, (228, 194, 108), middle, ring * 0.92, max(2, round(ring * 0.24)))
    for spread in (-0.26, 0.2):
        end = (wide * 0.92, high * (0.5 + spread * 1.25))
        pygame.draw.line(
            picture, (238, 208, 126), (middle[0] + ring * 0.85, middle[1]), end, max(2, round(high * 0.07))
        )
    return picture


def is_crowned(prop: Prop) -> bool:
    """Whether it is drawn over people's heads."""
    return prop.kind in CROWNED or prop.kind in POLES
