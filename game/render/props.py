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

    def _make(self, name: str, bucket: int, scale: int) -> pygame.Surface:
        frame = self._frames.get(name) or self._frames[STAND_IN]
        return turned(atlas.sheet(f"{SHEET}.png").subsurface(frame["rect"]), bucket * math.tau / 64, scale)

    def prepare(self, props: Iterable[Prop]) -> None:
        """Read the sheet before a level is seen."""
        if any(True for _ in props):
            atlas.sheet(f"{SHEET}.png")


def is_crowned(prop: Prop) -> bool:
    """Whether it is drawn over people's heads."""
    return prop.kind in CROWNED or prop.kind in POLES
