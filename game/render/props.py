"""Street furniture and lying things as seen from above: palms, posts, hydrants, bins, benches, cases, strips.

Owns their pictures; where they stand comes from the level and the view. Low things are drawn under people, crowns
of trees over them. Called by the renderer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import pygame

from game.content.level import Prop
from game.render import shelf
from game.render.noise import dice, tone
from game.render.pen import Pen
from game.render.turned import TurnedCache, bucket_of, turned

CROWNED = ("palm", "tree")
POLES = ("post", "sign")
GREEN = (86, 112, 62)


def draw_prop(kind: str, variant: int) -> pygame.Surface:
    """Draw one piece of furniture at 48 pixels a metre, facing +x."""
    reach = {
        "palm": 2.5,
        "tree": 2.4,
        "post": 2.3,
        "bench": 1.1,
        "barrier": 1.3,
        "planter": 1.1,
        "bush": 0.9,
        "spike_strip": 3.2,
    }.get(kind, 0.7)
    pen = Pen(reach)
    _PAINTERS.get(kind, _post_foot)(pen, variant)
    return pen.finish()


def _palm(pen: Pen, variant: int) -> None:
    roll = dice(f"palm{variant}")
    fronds = 15
    for index in roll.permutation(fronds):
        angle = index / fronds * math.tau + roll.normal(0, 0.12)
        length, bend, shade = 2.3 * roll.uniform(0.80, 1.0), roll.normal(0, 0.28), roll.uniform(0.72, 1.22)
        spine = [(t * length, angle + bend * t * t) for t in (0.06, 0.2, 0.4, 0.6, 0.8, 1.0)]
        points = [(r * math.cos(a), r * math.sin(a)) for r, a in spine]
        green = tone(GREEN, shade)
        for (ax, ay), (bx, by), t in zip(points, points[1:], (0.1, 0.3, 0.5, 0.7, 0.9), strict=False):
            width = 0.30 * math.sqrt(t * 1.2) * (1 - t) ** 0.5 + 0.02
            _leaflets(pen, ax, ay, bx, by, width, green, roll)
        for (ax, ay), (bx, by) in pairwise(points):
            pen.bar(ax, ay, bx, by, 0.018, tone(green, 1.35))
    pen.oval(0, 0, 0.22, 0.22, 0, (104, 84, 58))


def _leaflets(pen: Pen, ax, ay, bx, by, width, green, roll) -> None:
    """Narrow leaflets on both sides of a stretch of the spine, darker on the side away from the sun."""
    ux, uy = bx - ax, by - ay
    size = math.hypot(ux, uy) or 1.0
    ux, uy = ux / size, uy / size
    for step in range(5):
        t = step / 5
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        for side in (-1, 1):
            nx, ny = -uy * side, ux * side
            lit = 0.78 + 0.34 * max(0.0, -(nx * 0.66 + ny * 0.74))
            tip = (x + nx * width + ux * width * 0.9, y + ny * width + uy * width * 0.9)
            base = [(x - ux * 0.05, y - uy * 0.05), (x + ux * 0.07, y + uy * 0.07)]
            pygame.draw.polygon(
                pen.canvas, tone(green, lit * roll.uniform(0.92, 1.08)), [pen.at(*p) for p in (*base, tip)]
            )


def _tree(pen: Pen, variant: int, reach: float = 2.1) -> None:
    roll = dice(f"tree{variant}{reach}")
    for shade, spread, size in ((0.55, 1.0, 0.36), (0.8, 0.85, 0.30), (1.05, 0.7, 0.22), (1.3, 0.55, 0.13)):
        for _ in range(46):
            a, r = roll.uniform(0, math.tau), reach * spread * math.sqrt(roll.uniform(0, 0.8))
            # Lighter leaves gather toward the sun, upper left.
            shift = -0.12 * reach * (shade - 0.55)
            x, y = r * math.cos(a) + shift, r * math.sin(a) + shift
            pen.disc(x, y, size * reach / 2 * roll.uniform(0.6, 1.0), tone(GREEN, shade * roll.uniform(0.88, 1.12)))


def _bush(pen: Pen, variant: int) -> None:
    _tree(pen, variant, 0.75)


def _box(pen: Pen, hx: float, hy: float, colour, rim: float = 0.06) -> None:
    for size, factor in ((0.0, 0.6), (rim * 0.5, 1.15), (rim, 1.0)):
        corners = [(-hx + size, -hy + size), (hx - size, -hy + size), (hx - size, hy - size), (-hx + size, hy - size)]
        pygame.draw.polygon(pen.canvas, tone(colour, factor), [pen.at(*p) for p in corners])


def _planter(pen: Pen, variant: int) -> None:
    _box(pen, 0.95, 0.95, (140, 136, 126), 0.16)
    _box(pen, 0.78, 0.78, (50, 40, 30))
    _tree(pen, variant, 0.72)


def _bench(pen: Pen, variant: int) -> None:
    for y in (-0.2, -0.07, 0.06):
        pen.bar(-0.85, y, 0.85, y, 0.055, (126, 92, 58))
    pen.bar(-0.85, 0.22, 0.85, 0.22, 0.045, (92, 66, 42))
    for x in (-0.7, 0.7):
        pen.bar(x, -0.26, x, 0.26, 0.03, (48, 52, 56))


def _barrier(pen: Pen, variant: int) -> None:
    for index in range(8):
        x = -0.96 + index * 0.24
        pen.bar(x + 0.02, 0, x + 0.22, 0, 0.09, (214, 112, 40) if index % 2 else (224, 220, 210))


def _hydrant(pen: Pen, variant: int) -> None:
    pen.bar(0, -0.22, 0, 0.22, 0.07, (160, 112, 24))
    pen.oval(0, 0, 0.17, 0.17, 0, (206, 152, 34))
    pen.disc(0, 0, 0.05, (240, 196, 84))


def _bin(pen: Pen, variant: int) -> None:
    pen.oval(0, 0, 0.36, 0.36, 0, (66, 84, 78))
    pen.disc(0, 0, 0.21, (14, 15, 15))
    pen.disc(0.05, 0.04, 0.10, (150, 144, 130))


def _pillar(pen: Pen, variant: int) -> None:
    _box(pen, 0.42, 0.42, (158, 152, 142), 0.10)


def _phone(pen: Pen, variant: int) -> None:
    _box(pen, 0.36, 0.40, (70, 86, 104), 0.08)
    _box(pen, 0.22, 0.26, (34, 42, 52))
    pen.bar(0.1, -0.12, 0.1, 0.12, 0.045, (206, 206, 200))


def _sign(pen: Pen, variant: int) -> None:
    pen.bar(0, -0.46, 0, 0.46, 0.07, (52, 92, 70))
    pen.bar(0, -0.40, 0, 0.40, 0.02, (216, 220, 214))
    pen.disc(0, 0, 0.08, (60, 64, 68))


def _lamp_post(pen: Pen, variant: int) -> None:
    pen.oval(0, 0, 0.15, 0.15, 0, (70, 76, 82))
    pen.rod(0, 0, 1.9, 0, 0.055, 0.045, (86, 92, 98))
    pen.oval(1.9, 0, 0.36, 0.16, 0, (122, 128, 134))
    pen.flat_oval(1.95, 0, 0.22, 0.09, 0, (214, 206, 186))


def _post_foot(pen: Pen, variant: int) -> None:
    pen.oval(0, 0, 0.17, 0.17, 0, (84, 90, 96))


def _case(pen: Pen, variant: int) -> None:
    _box(pen, 0.40, 0.28, (92, 62, 38), 0.05)
    pen.bar(-0.10, 0.30, 0.10, 0.30, 0.03, (50, 36, 24))
    for x in (-0.24, 0.24):
        pen.bar(x, 0.20, x, 0.26, 0.035, (206, 176, 96))


def _cash_bag(pen: Pen, variant: int) -> None:
    pen.rod(-0.40, 0, 0.40, 0, 0.25, 0.25, (52, 56, 46))
    pen.bar(-0.42, 0, 0.42, 0, 0.018, (120, 122, 104))
    for x in (-0.18, 0.18):
        pen.bar(x, -0.22, x, 0.22, 0.035, (84, 86, 72))


def _strip(pen: Pen, variant: int) -> None:
    """A spike strip lies across its own facing: long along y, teeth on both edges."""
    pen.bar(0, -2.9, 0, 2.9, 0.09, (40, 42, 46))
    for index in range(38):
        y = -2.85 + index * 0.154
        for side in (-1, 1):
            tooth = [(side * 0.06, y - 0.05), (side * 0.06, y + 0.05), (side * 0.21, y)]
            pygame.draw.polygon(
                pen.canvas, (198, 204, 210) if index % 2 else (150, 156, 162), [pen.at(*p) for p in tooth]
            )


def _firebomb(pen: Pen, variant: int) -> None:
    pen.rod(-0.16, 0, 0.10, 0, 0.10, 0.06, (70, 104, 66))
    pen.bar(0.10, 0, 0.22, 0, 0.04, (226, 214, 180))


def _charge(pen: Pen, variant: int) -> None:
    _box(pen, 0.24, 0.17, (104, 98, 70), 0.04)
    pen.bar(-0.08, -0.1, -0.08, 0.1, 0.03, (30, 30, 32))
    pen.disc(0.12, 0, 0.05, (230, 60, 40))


def _sheet(pen: Pen, variant: int) -> None:
    _box(pen, 0.20, 0.15, (224, 222, 210), 0.02)
    for y in (-0.06, 0.0, 0.06):
        pen.bar(-0.12, y, 0.10, y, 0.010, (90, 90, 96))


def _gun(pen: Pen, variant: int) -> None:
    pen.bar(-0.42, 0, 0.42, 0, 0.05, (26, 27, 31))
    pen.bar(-0.40, 0, -0.20, 0.06, 0.06, (40, 36, 32))
    pen.bar(0.02, 0, 0.06, 0.14, 0.04, (34, 36, 40))


_PAINTERS = {
    "palm": _palm, "tree": _tree, "bush": _bush, "planter": _planter, "bench": _bench, "barrier": _barrier,
    "hydrant": _hydrant, "bin": _bin, "pillar": _pillar, "phone": _phone, "sign": _sign, "post": _lamp_post,
    "case": _case, "cash_bag": _cash_bag, "spike_strip": _strip, "firebomb": _firebomb, "charge": _charge,
    "route_sheet": _sheet, "weapon": _gun,
}  # fmt: skip


class PropPainter:
    """Cached pictures of furniture and things."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, int], pygame.Surface] = {}
        self._turned = TurnedCache(24_000_000)

    def picture(self, kind: str, variant: int, angle: float, scale: int) -> pygame.Surface:
        """A piece turned by `angle` radians at a scale; palms and trees come in four variants."""
        variant = _variant(kind, variant)
        bucket = bucket_of(angle, 64)
        return self._turned.get((kind, variant, bucket, scale), lambda: self._make(kind, variant, bucket, scale))

    def _make(self, kind: str, variant: int, bucket: int, scale: int) -> pygame.Surface:
        return turned(self._source(kind, variant), bucket * math.tau / 64, scale)

    def prepare(self, props: Iterable[Prop]) -> None:
        """Paint the pieces a level has before it is seen: a palm takes longer than a frame."""
        for kind, variant in sorted({(prop.kind, _variant(prop.kind, prop.id)) for prop in props}):
            self._source(kind, variant)

    def _source(self, kind: str, variant: int) -> pygame.Surface:
        key = (kind, variant)
        if key not in self._sources:
            self._sources[key] = shelf.picture(f"prop-{kind}-{variant}", lambda: draw_prop(kind, variant))
        return self._sources[key]


def _variant(kind: str, number: int) -> int:
    return number % 4 if kind in ("palm", "tree", "bush", "planter") else 0


def is_crowned(prop: Prop) -> bool:
    """Whether it is drawn over people's heads."""
    return prop.kind in CROWNED or prop.kind in POLES
