"""What stands in the light: obstacles, and the shadows that a lamp throws from them.

Owns the outlines and heights of walls, furniture, vehicles and people, and the geometry of their shadows. How long a shadow is
follows from the heights of lamp and obstacle. Called by the light map (what moves) and the baked light (what stays).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np

from game.content.level import Level, Prop

CORNERS = 8
"""Corners of an outline; one with fewer repeats its last."""
REACH = 1.25
"""A shadow ends at so many times the light's radius: rows of a polygon outside the light cost as much as those within."""
ENDLESS = 60.0
WIDE = 1.1
"""Radians: a wider gap between two far corners is bridged by one more, or the shadow's end would cut into the light."""
INSIDE = 3.135
"""Radians: an outline that covers more than half the sky has the lamp within."""
LOW = 0.25
"""Kerbs throw no shadow."""
TRUNK = {"palm": 0.16, "tree": 0.24, "post": 0.09, "sign": 0.08}
"""Metres a trunk or a pole is drawn with."""
_RING = [(math.cos(a), math.sin(a)) for a in (0.4, 1.97, 3.54, 5.11)]

CONE, LOBE = 0.6, 0.74
"""Cosine of the widest way in which a head light, a siren's lobe is strong enough for shadows to be seen."""

Point = tuple[float, float]
_CHAINS = (np.arange(CORNERS)[:, None] + np.arange(CORNERS)) % CORNERS
"""For every corner the corners in their order from there."""
Outline = tuple[Sequence[Point], float, int]
"""Corners in metres, height in metres, whose it is (-1 = the place's)."""
Mover = tuple[np.ndarray, float, float, float, float, int]
"""Padded corners about its middle, where that is, how it is turned, its height, whose it is."""


class Lamp(Protocol):
    """What shadows need to know of a lamp: where it is, how high, how far it shines, whose it is, which way it looks, and whether
    it looks back as well."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def tall(self) -> float: ...
    @property
    def reach(self) -> float: ...
    @property
    def owner(self) -> int: ...
    @property
    def ahead(self) -> Point | None: ...
    @property
    def is_double(self) -> bool: ...


class Obstacles:
    """Outlines in arrays, so that all shadows of a frame are worked out at once."""

    __slots__ = ("corners", "heights", "middles", "owners", "radii")

    def __init__(self, corners: np.ndarray, heights: np.ndarray, owners: np.ndarray) -> None:
        self.corners, self.heights, self.owners = corners, heights, owners
        self.middles = corners.mean(axis=1)
        far = corners - self.middles[:, None]
        self.radii = np.sqrt((far * far).sum(axis=2)).max(axis=1, initial=0.0)

    @staticmethod
    def of(outlines: Iterable[Outline]) -> Obstacles:
        """Obstacles where they stand."""
        found = list(outlines)
        return Obstacles(
            np.array([padded(points) for points, _, _ in found], np.float32).reshape(-1, CORNERS, 2),
            np.array([tall for _, tall, _ in found], np.float32),
            np.array([owner for _, _, owner in found], np.int64),
        )

    @staticmethod
    def moved(movers: Sequence[Mover]) -> Obstacles:
        """Obstacles brought to where they are now."""
        if not movers:
            return Obstacles.of(())
        hulls = np.stack([hull for hull, *_ in movers])
        rest = np.array([row[1:5] for row in movers], np.float32)
        c, s = np.cos(rest[:, 2, None]), np.sin(rest[:, 2, None])
        u, v = hulls[..., 0], hulls[..., 1]
        corners = np.stack((rest[:, 0, None] + u * c - v * s, rest[:, 1, None] + u * s + v * c), axis=2)
        return Obstacles(corners, rest[:, 3], np.array([row[5] for row in movers], np.int64))

    def __len__(self) -> int:
        return len(self.heights)

    def near(self, left: float, top: float, right: float, bottom: float) -> Obstacles:
        """Those that touch a rectangle in metres."""
        x, y, r = self.middles[:, 0], self.middles[:, 1], self.radii
        kept = np.nonzero((x + r > left) & (x - r < right) & (y + r > top) & (y - r < bottom))[0]
        return _made({name: getattr(self, name)[kept] for name in self.__slots__})

    def joined(self, other: Obstacles) -> Obstacles:
        """These and those."""
        return _made({name: np.concatenate((getattr(self, name), getattr(other, name))) for name in self.__slots__})

    def cast(
        self,
        lamps: Sequence[Lamp],
        k: float = 1.0,
        corner: Point | Sequence[Point] = (0.0, 0.0),
        shares: Sequence[float] | None = None,
        boxes: Sequence[Sequence[float]] | None = None,
    ) -> list[list[list[Point]]]:
        """Shadow polygons of each lamp in pixels, `k` to a metre, from a pixel `corner` of the place, or one for each lamp.

        All lamps at once: one lamp alone would cost nearly as much. An owner throws no shadow in his own light; with
        `ahead` only what the lamp's cone may meet does; beyond a share of its reach nothing does: where light is faint
        nobody misses a shadow. With `boxes`, for each lamp the pixels (left, top, right, bottom) that it lights, shadows that
        fall beside them are left out.
        """
        found: list[list[list[Point]]] = [[] for _ in lamps]
        if not lamps or not len(self.heights):
            return found
        places = np.array([(lamp.x, lamp.y, lamp.tall, lamp.reach) for lamp in lamps], np.float32)
        off = self.middles[None] - places[:, None, :2]
        away = off[..., 0] ** 2 + off[..., 1] ** 2
        reach = places[:, 3:] if shares is None else places[:, 3:] * np.array(shares, np.float32)[:, None]
        near = away < (self.radii[None] + reach) ** 2
        near &= self.owners[None] != np.array([lamp.owner for lamp in lamps])[:, None]
        near &= self._is_before(lamps, off, away)
        whose, what = np.nonzero(near)
        if len(whose):
            rel = self.corners[what] - places[whose, None, :2]
            corners = np.broadcast_to(np.array(corner, np.float32), (len(lamps), 2))[whose]
            lit = None if boxes is None else np.array(boxes, np.float32)[whose]
            shadows = _polygons(rel, off[whose, what], self.heights[what], places[whose], k, corners, lit)
            for index, shadow in zip(whose.tolist(), shadows, strict=True):
                if shadow:
                    found[index].append(shadow)
        return found

    def _is_before(self, lamps: Sequence[Lamp], off: np.ndarray, away: np.ndarray) -> np.ndarray:
        """Which outlines each lamp looks at, if it looks one way."""
        ways = np.array([lamp.ahead or (0.0, 0.0) for lamp in lamps], np.float32)
        along = off[..., 0] * ways[:, :1] + off[..., 1] * ways[:, 1:]
        doubles = np.array([lamp.is_double for lamp in lamps])
        along[doubles] = np.abs(along[doubles])
        wide = np.array(
            [-2.0 if lamp.ahead is None else LOBE if lamp.is_double else CONE for lamp in lamps], np.float32
        )
        before: np.ndarray = along > wide[:, None] * np.sqrt(away) - self.radii
        return before


def _made(arrays: dict[str, np.ndarray]) -> Obstacles:
    """Obstacles of arrays that are worked out already."""
    made = Obstacles.__new__(Obstacles)
    for name, values in arrays.items():
        setattr(made, name, values)
    return made


def _polygons(
    rel: np.ndarray,
    off: np.ndarray,
    heights: np.ndarray,
    lamps: np.ndarray,
    k: float,
    corners: np.ndarray,
    boxes: np.ndarray | None,
) -> list[list[Point]]:
    """One polygon for each pair of lamp and outline: the outline's far side, and where that falls."""
    tall, reach = lamps[:, 2], lamps[:, 3] * REACH
    ratio = np.where(tall > heights * 1.05, heights / np.maximum(tall - heights, 0.01), ENDLESS)
    x, y = rel[..., 0], rel[..., 1]
    away = np.sqrt(x * x + y * y)
    stretch = np.minimum(ratio[:, None], np.maximum(reach[:, None] / np.maximum(away, 0.05) - 1, 0))
    turn = np.arctan2(
        off[:, None, 0] * y - off[:, None, 1] * x,
        off[:, None, 0] * x + off[:, None, 1] * y,
    )
    at = lamps[:, :2] * k - corners
    near_at, far_at = rel * k + at[:, None], rel * (1 + stretch[..., None]) * k + at[:, None]
    span = np.ptp(turn, axis=1)
    # A lamp within an outline throws no shadow of it.
    falls = span < INSIDE
    if boxes is not None:
        for axis in (0, 1):
            # One axis after the other: numpy is slow along the middle of three.
            ends = np.concatenate((near_at[..., axis], far_at[..., axis]), axis=1)
            falls &= (ends.min(axis=1) < boxes[:, axis + 2]) & (ends.max(axis=1) > boxes[:, axis])
    found: list[list[Point]] = [[] for _ in falls]
    kept = np.nonzero(falls)[0]
    start = turn.argmin(axis=1)[kept]
    count = (turn.argmax(axis=1)[kept] - start) % CORNERS
    chain = kept[:, None] * CORNERS + _CHAINS[start]
    near_side, far_side = near_at.reshape(-1, 2)[chain].tolist(), far_at.reshape(-1, 2)[chain].tolist()
    is_endless = (stretch < ratio[:, None]).all(axis=1)
    for index, corners, is_wide, ends_afar, near, beyond in zip(
        kept.tolist(), (count + 1).tolist(), (span > WIDE)[kept].tolist(), is_endless[kept].tolist(), near_side, far_side,
        strict=True,
    ):  # fmt: skip
        # Where the end lies outside the light its form does not matter.
        outer = [beyond[corners - 1], beyond[0]] if ends_afar else beyond[corners - 1 :: -1]
        if is_wide:
            lamp_x, lamp_y = at[index].tolist()
            outer = _bridged(outer, (lamp_x, lamp_y), float(reach[index]) * k)
        found[index] = near[:corners] + outer
    return found


def _bridged(outer: list[Point], at: Point, reach: float) -> list[Point]:
    """Put a corner at full reach between far corners that lie too far apart."""
    found = [outer[0]]
    for a, b in itertools.pairwise(outer):
        mx, my = (a[0] + b[0]) / 2 - at[0], (a[1] + b[1]) / 2 - at[1]
        length = math.hypot(mx, my)
        if math.dist(a, b) > WIDE * reach * 0.9 and length > 1e-3:
            found.append((at[0] + mx / length * reach, at[1] + my / length * reach))
        found.append(b)
    return found


def padded(points: Sequence[Point]) -> list[Point]:
    """An outline with `CORNERS` corners that runs clockwise on the screen."""
    kept = list(points)
    if len(kept) > CORNERS:
        kept = [kept[index * len(kept) // CORNERS] for index in range(CORNERS)]
    (ax, ay), (bx, by), (cx, cy) = kept[0], kept[1], kept[len(kept) // 2 + 1]
    if (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 0:
        kept.reverse()
    return kept + [kept[-1]] * (CORNERS - len(kept))


def ring(x: float, y: float, radius: float) -> list[Point]:
    """A round thing's outline."""
    return [(x + radius * c, y + radius * s) for c, s in _RING]


def hull_of(points: Sequence[Point]) -> np.ndarray:
    """An outline about its own middle, ready to be moved."""
    return np.array(padded(points), np.float32)


def of_level(level: Level) -> Obstacles:
    """Everything of a place that stands in the light and stays where it is."""
    walls: list[Outline] = [(wall.points, wall.height, -1) for wall in level.walls if wall.height > LOW]
    return Obstacles.of([*walls, *((ring(p.x, p.y, prop_radius(p)), p.height, -1) for p in level.props)])


def prop_radius(prop: Prop) -> float:
    """How thick a piece of furniture is where it stands in the light."""
    return TRUNK.get(prop.kind, max(0.12, prop.radius))
