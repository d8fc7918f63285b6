"""How much of a place's standing light falls on every square metre: baked once from the level, never changed.

Owns the lamps, lit windows and the hour's own light, with the shadows of what stands, in whole numbers a cell; one field for what
always burns and one for each group of lamps that is switched. The same lamps, reach, fall-off and shadows as the picture's
(`render/baked_light.py`; `tests/sim/test_illumination.py` compares the two). Arithmetic and `sqrt` alone: no libm. Asked by
`illumination.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from game.content.level import Lamp, Level, Point
from game.content.lit_windows import LIT_WINDOWS, SHOP_HIGH, SKIRT, WINDOW_REACH, WINDOW_TALL, WINDOWS, lit_windows
from game.sim.angles import COS, SIN

Colour = tuple[int, int, int]
Field = NDArray[np.uint16]
"""Rows, columns, colours; 255 = as bright as the picture gets."""

Outline = tuple[Point, ...]
Leaf = tuple[int, Outline, float]
"""A shut door: its number, its corners, its height."""
Behind = dict[int, list[tuple[int, int]]]
Thrown = tuple[tuple[slice, slice], NDArray[np.float64], NDArray[np.float64], NDArray[np.uint16]]

HOURS: dict[str, tuple[Colour, float]] = {
    "dawn": ((226, 192, 178), 0.35),
    "noon": ((252, 248, 240), 0.0),
    "dusk": ((196, 142, 128), 0.75),
    "night": ((62, 80, 120), 1.0),
    "midnight": ((26, 35, 55), 1.0),
    "interior": ((196, 190, 180), 0.6),
}
"""The light that comes from nowhere and the strength of the lamps, by hour: the numbers of the picture's palette (a test compares)."""
SUNLESS = ("night", "midnight", "interior")
HAZE_REACH, HAZE = 3.0, 0.15
"""How much further than its own light the air about a lantern glows, and with which share of its power."""
UNEVEN = 0.884
"""The mean of the picture's unevenness of the night (a test compares)."""
POWER_STEPS = 12
LOW = 0.25
"""Metres: kerbs throw no shadow."""
ENDLESS = 60.0
THIN = 0.4
"""Metres of radius below which a post's shadow is narrower than a cell."""


@dataclass(frozen=True, slots=True)
class Source:
    """One lamp, ready to be laid over the field."""

    x: float
    y: float
    colour: Colour
    reach: float
    tall: float
    power: float
    cone: int = 360
    facing: int = 0
    is_lantern: bool = True
    group: str = ""


class LightField:
    """The standing light of one place."""

    def __init__(self, level: Level) -> None:
        self.width, self.height = level.width, level.height
        self.ambient, self.lamps = HOURS.get(level.hour, HOURS["noon"])
        self._blockers = list(_blockers(level)) if self.lamps > 0.0 else []
        self._boxes = np.array([box(points) for points, _ in self._blockers], np.float64).reshape(-1, 4)
        self.sources = list(_sources(level, self.lamps)) if self.lamps > 0.0 else []
        self._levels: dict[tuple[str, ...], bytes] = {}
        self._leaves: list[Leaf] = []
        self._behind: dict[tuple[str, ...], Behind] = {}
        self.groups: dict[str, Field] = {}
        """What each group of lamps adds while it burns."""
        self.base: Field = self._base(level.hour in SUNLESS)
        for source in self.sources:
            field = self.base
            if source.group:
                field = self.groups.setdefault(source.group, np.zeros((self.height, self.width, 3), np.uint16))
            self._lay(field, source)
        self.group_names = tuple(sorted(self.groups))

    def levels(self, lit: tuple[str, ...]) -> bytes:
        """How bright each cell is, 0 to 100, row by row, while these groups of lamps burn; kept once it is worked out."""
        found = self._levels.get(lit)
        if found is None:
            total = self.base.copy()
            for group in lit:
                np.minimum(total + self.groups[group], 255, out=total)
            found = self._levels[lit] = level_of(total).tobytes()
        return found

    def _base(self, is_sunless: bool) -> Field:
        """The hour's own light, at night with the glow of the air about lanterns."""
        base = np.empty((self.height, self.width, 3), np.uint16)
        base[:] = self.ambient
        if not is_sunless:
            return base
        for source in self.sources:
            if source.is_lantern and not source.group:
                haze = Source(source.x, source.y, source.colour, source.reach * HAZE_REACH, 0.0, source.power * HAZE)
                self._lay(base, haze, has_shadows=False)
        np.multiply(base, UNEVEN, out=base, casting="unsafe")
        return base

    def hang(self, leaves: Sequence[Leaf]) -> None:
        """Doors whose shut leaves stop light, by their number."""
        self._leaves = list(leaves)

    def behind_doors(self, lit: tuple[str, ...]) -> Behind:
        """How bright it is behind doors while they are shut: number of the door and level, by cell; with these groups burning.

        A cell behind two shut doors is as bright as the darker of the two leaves it.
        """
        if lit not in self._behind:
            found: Behind = {}
            if self._leaves:
                total = self.base.astype(np.int64)
                for group in lit:
                    total = np.minimum(total + self.groups[group], 255)
                for number, corners, tall in self._leaves:
                    self._darken(found, number, total, lit, (corners, tall))
            self._behind[lit] = found
        return self._behind[lit]

    def _darken(
        self, found: Behind, number: int, total: NDArray[np.int64], lit: tuple[str, ...], leaf: tuple[Outline, float]
    ) -> None:
        """Adds what one door takes from the cells behind it."""
        corners, tall = leaf
        lost = np.zeros_like(total)
        for source in self.sources:
            if source.group and source.group not in lit:
                continue
            thrown = self._thrown(source)
            if thrown is None:
                continue
            part, dx, dy, values = thrown
            outline = [(x - source.x, y - source.y) for x, y in corners]
            ratio = tall / (source.tall - tall) if source.tall > tall * 1.05 else ENDLESS
            lost[part] += values * _shadow(outline, ratio, dx, dy)[:, :, None]
        rows, columns = np.nonzero(lost.any(axis=2))
        levels = level_of(np.maximum(total - lost, 0)[rows, columns][:, None].astype(np.uint16))[:, 0]
        for row, column, level in zip(rows.tolist(), columns.tolist(), levels.tolist(), strict=True):
            found.setdefault(row * self.width + column, []).append((number, level))

    def _lay(self, field: Field, source: Source, has_shadows: bool = True) -> None:
        """Adds one lamp, without what lies in shadow of it."""
        thrown = self._thrown(source, has_shadows)
        if thrown is not None:
            part, _, _, values = thrown
            field[part] = np.minimum(field[part] + values, 255)

    def _thrown(self, source: Source, has_shadows: bool = True) -> Thrown | None:
        """What one lamp throws on the cells about it: which they are, how far off it, and its light in three colours."""
        left, right = max(0, int(source.x - source.reach)), min(self.width, int(source.x + source.reach) + 1)
        top, bottom = max(0, int(source.y - source.reach)), min(self.height, int(source.y + source.reach) + 1)
        if left >= right or top >= bottom:
            return None
        dx = np.arange(left, right, dtype=np.float64)[None, :] + (0.5 - source.x)
        dy = np.arange(top, bottom, dtype=np.float64)[:, None] + (0.5 - source.y)
        share = pool((dx * dx + dy * dy) / (source.reach * source.reach))
        if has_shadows:
            share = share * ~self._shaded(source, dx, dy, share > 0.0)
        values = np.empty((*share.shape, 3), np.uint16)
        for channel in range(3):
            value = pale(share * (source.colour[channel] / 255.0)) * (stepped(source.power) * 255.0)
            values[:, :, channel] = np.rint(value)
        return (slice(top, bottom), slice(left, right)), dx, dy, values

    def _shaded(
        self, source: Source, dx: NDArray[np.float64], dy: NDArray[np.float64], lit: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """The cells that lie in shadow of a lamp, or beside its cone."""
        shaded = _beside_cone(source, dx, dy)
        boxes, reach = self._boxes, source.reach
        near = (boxes[:, 0] < source.x + reach) & (boxes[:, 1] > source.x - reach)
        near &= (boxes[:, 2] < source.y + reach) & (boxes[:, 3] > source.y - reach)
        for index in np.nonzero(near)[0].tolist():
            points, tall = self._blockers[index]
            corners = [(x - source.x, y - source.y) for x, y in points]
            rows, columns = _behind(corners, source.reach, dx, dy)
            if rows.start >= rows.stop or columns.start >= columns.stop or not lit[rows, columns].any():
                continue
            ratio = tall / (source.tall - tall) if source.tall > tall * 1.05 else ENDLESS
            shaded[rows, columns] |= _shadow(corners, ratio, dx[:, columns], dy[rows])
        return shaded

    def source_share(self, source: Source, x: float, y: float) -> float:
        """How strongly a lamp shines at a point that nothing shades, 0 to 1 (its power and fall-off)."""
        dx, dy = x - source.x, y - source.y
        far = (dx * dx + dy * dy) / (source.reach * source.reach)
        if far >= 1.0:
            return 0.0
        rest = 1.0 - far
        return stepped(source.power) * rest * sqrt(rest) * sqrt(sqrt(sqrt(rest))) / (1.0 + 3.4 * far)


def level_of(field: Field) -> NDArray[np.uint8]:
    """How bright each cell is to the eye, 0 to 100: the luma of its colours."""
    clipped = np.minimum(field, 255).astype(np.uint32)
    luma = clipped[:, :, 0] * 299 + clipped[:, :, 1] * 587 + clipped[:, :, 2] * 114
    return ((luma * 100 + 127500) // 255000).astype(np.uint8)


def stepped(power: float) -> float:
    """A power as the picture keeps it: in twelfths, at most whole."""
    return min(POWER_STEPS, int(power * POWER_STEPS + 0.5)) / POWER_STEPS


def pool(far: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a lamp overhead throws, by the square of the distance as a share of its reach: the picture's shape, whose exponent
    1.6 is 1.625 here (square roots are exact everywhere)."""
    rest = np.maximum(1.0 - far, 0.0)
    root = np.sqrt(rest)
    made: NDArray[np.float64] = rest * root * np.sqrt(np.sqrt(root)) / (1.0 + 3.4 * far)
    return made


def pale(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """A lamp's colour pales toward its middle: the picture's exponent 0.85, here 1/2 + 1/4 + 1/16 + 1/32."""
    half = np.sqrt(light)
    quarter = np.sqrt(half)
    sixteenth = np.sqrt(np.sqrt(quarter))
    made: NDArray[np.float64] = half * quarter * sixteenth * np.sqrt(sixteenth)
    return made


def _beside_cone(source: Source, dx: NDArray[np.float64], dy: NDArray[np.float64]) -> NDArray[np.bool_]:
    if source.cone >= 360:
        return np.zeros((dy.shape[0], dx.shape[1]), np.bool_)
    half = source.cone * 65536 // 720
    fx, fy = COS[source.facing], SIN[source.facing]
    ahead, beside = dx * fx + dy * fy, np.abs(dy * fx - dx * fy)
    made: NDArray[np.bool_] = beside * COS[half] > ahead * SIN[half]
    if half > 16384:
        made &= ahead < 0.0
    return made


def _behind(
    corners: list[Point], reach: float, dx: NDArray[np.float64], dy: NDArray[np.float64]
) -> tuple[slice, slice]:
    """The part of a lamp's square in which an outline's shadow can fall."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return _span(min(ys), max(ys), reach, dy[:, 0]), _span(min(xs), max(xs), reach, dx[0])


def _span(low: float, high: float, reach: float, cells: NDArray[np.float64]) -> slice:
    start, end = (low if low > 0.0 else -reach), (high if high < 0.0 else reach)
    first = float(cells[0])
    return slice(max(0, int(start - first)), min(len(cells), max(0, int(end - first) + 2)))


def _shadow(corners: list[Point], ratio: float, dx: NDArray[np.float64], dy: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which cells lie behind a convex outline, seen from the origin, at most `ratio` times as far behind as it stands away."""
    area = 0.0
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        area += ax * by - bx * ay
    sign = 1.0 if area > 0.0 else -1.0
    shape = (dy.shape[0], dx.shape[1])
    enter, leave = np.zeros(shape), np.full(shape, 1e9)
    is_inside = True
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        nx, ny = (by - ay) * sign, (ax - bx) * sign
        away = nx * ax + ny * ay
        is_inside = is_inside and away >= 0.0
        toward = dx * nx + dy * ny
        safe = np.where(toward == 0.0, 1e-12, toward)
        at = away / safe
        leave = np.where(safe > 0.0, np.minimum(leave, at), leave)
        enter = np.where(safe < 0.0, np.maximum(enter, at), enter)
    if is_inside:  # a lamp within an outline throws no shadow of it
        return np.zeros(shape, np.bool_)
    made: NDArray[np.bool_] = (enter <= leave) & (leave <= 1.0) & (leave * (1.0 + ratio) >= 1.0) & (leave > 0.0)
    return made


def box(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of an outline."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), max(xs), min(ys), max(ys)


def _blockers(level: Level) -> Iterator[tuple[tuple[Point, ...], float]]:
    """Outlines that throw shadows, and how tall they are."""
    for wall in level.walls:
        if wall.height > LOW:
            yield wall.points, wall.height
    for prop in level.props:
        if prop.radius >= THIN:
            r = prop.radius * 0.75
            square = (
                (prop.x - r, prop.y - r),
                (prop.x + r, prop.y - r),
                (prop.x + r, prop.y + r),
                (prop.x - r, prop.y + r),
            )
            yield square, prop.height


def _sources(level: Level, lamps: float) -> Iterator[Source]:
    for lamp in level.lamps:
        yield source_of(lamp, lamps)
    if lamps >= LIT_WINDOWS:
        for wall in level.walls:
            if wall.height >= SHOP_HIGH:
                for x, y, which, power in lit_windows(wall):
                    yield Source(x, y, WINDOWS[which], WINDOW_REACH, WINDOW_TALL, power * lamps, is_lantern=False)


def source_of(lamp: Lamp, lamps: float) -> Source:
    """A lamp of the level as it shines at an hour whose lamps burn so strongly."""
    return Source(
        lamp.x, lamp.y, _deep(lamp.colour), lamp.radius * SKIRT, lamp.height, lamp.power * lamps, lamp.cone,
        lamp.facing, True, lamp.group,
    )  # fmt: skip


def _deep(colour: str) -> Colour:
    """A lamp's colour as it falls on grey ground: the picture's exponent 1.35, here 1 + 1/4 + 1/16 + 1/32."""
    found = []
    for at in (1, 3, 5):
        share = int(colour[at : at + 2], 16) / 255.0
        quarter = sqrt(sqrt(share))
        sixteenth = sqrt(sqrt(quarter))
        found.append(int(255.0 * share * quarter * sixteenth * sqrt(sixteenth)))
    return found[0], found[1], found[2]
