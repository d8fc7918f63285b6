"""The light that stays: sky or sun, shadows of what stands, the lamps of the place, and how wet the ground shines.

Owns chunks of the light map, composed when first seen and fixed to the map, so that nothing swims while the camera moves.
Three layers: `sky` (with sun shadows), `lamps`, and `gloss` (where wet ground throws light back). What moves is added by
`light.py`, which calls this once a frame.
"""

from __future__ import annotations

import dataclasses
import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.content.level import Level, Wall
from game.content.lit_windows import LIT_WINDOWS, SHOP_HIGH, SKIRT, WINDOW_REACH, WINDOWS, lit_windows
from game.render import night_air, puddles
from game.render.canvas import canvas
from game.render.changes import Changes, different
from game.render.fronts import HANGS_AT, NEAR, Fronts
from game.render.light_shapes import LightShapes, Picture
from game.render.meadow import GROWS
from game.render.noise import cloud, dice, rgb
from game.render.palette import Colour, Hour
from game.render.shadows import of_level
from game.render.sun import REACH, SunShade, bounds
from game.render.turned import TurnedCache

SPAN = 128
"""Pixels of the light map along a chunk."""
KEPT = 224
CROWNS = 4.0
"""Metres by which a crown or a canopy is wider than its trunk's shadow."""
LAMPS_KEPT_BYTES = 28_000_000
LAMPS_AT_ONCE = 8
"""Lamps whose shadows are cast in one errand: about half a millisecond."""
ROOFED = 2.4
LETTERS_HIGH, LETTERS_REACH, LETTERS = 2.6, 8.0, 0.62
USUAL_DIVISOR = 5
GLOSS = {
    "asphalt": 1.0, "wet_asphalt": 1.0, "oil": 1.0, "concrete": 0.7, "sidewalk": 0.55, "pavement": 0.55, "tile": 0.14, "tiles": 0.14,
    "marble": 0.18, "metal": 0.9, "water": 1.0, "paint": 0.8, "gravel": 0.15, "wood": 0.3,
}  # fmt: skip
"""How much wet ground throws back; what is not named is dull."""

Key = tuple[int, int, int, int]
"""Scale, pixels of the screen to one of the map, column, row."""


@dataclasses.dataclass(frozen=True, slots=True)
class StaticLamp:
    """A lamp of the place, ready to be drawn."""

    x: float
    y: float
    colour: Colour
    reach: float
    tall: float
    power: float
    is_seen: bool
    """It has a lantern that glows itself."""
    cone: tuple[int, int] = (360, 0)
    """Degrees it shines over, and where it looks (65,536 a turn)."""
    owner: int = -2
    ahead: None = None
    is_double: bool = False

    @property
    def key(self) -> tuple:
        """Which lamp it is."""
        return ("lamp", self.x, self.y)


class BakedLight:
    """The standing light of one level."""

    def __init__(
        self, level: Level, hour: Hour, shapes: LightShapes, sun: SunShade | None = None, fronts: Fronts | None = None
    ) -> None:
        self.hour = hour
        self.obstacles = of_level(level)
        fronts = fronts or Fronts(level, hour)
        self._lamps = _lamps_of(level, hour, fronts) if hour.lamps > 0 else []
        self._lanterns = [lamp for lamp in self._lamps if lamp.is_seen]
        # What stands has thrown its shadows in the baked light: to a bare lamp it belongs to the place, like itself.
        self._bare = [dataclasses.replace(lamp, owner=-1) for lamp in self._lanterns]
        self._lanterns_at = np.array([(lamp.x, lamp.y) for lamp in self._lanterns], np.float32).reshape(-1, 2)
        self._level = level
        self._shapes = shapes
        self._sun = sun or SunShade(level, hour)
        self._fronts = fronts
        self._chunks: OrderedDict[Key, tuple[pygame.Surface, ...]] = OrderedDict()
        self._lamp_pictures = TurnedCache(LAMPS_KEPT_BYTES)
        self._puddles: dict[int, pygame.Surface] = {}
        self._roofed = [(wall.points, bounds(wall.points)) for wall in level.walls if wall.height >= ROOFED]
        if hour.wet > 0:
            # Painted now, while the level loads.
            for scale in (16, 24, 36):
                self._puddle_tile(round(puddles.METRES * scale / USUAL_DIVISOR))
        self._is_split = hour.shadow != (0.0, 0.0) and hour.lamps > 0

    def take_over(self, before: BakedLight, changes: Changes) -> None:
        """Keep the light that nothing which has changed stands in, comes from, or reaches."""
        lit, (sx, sy) = changes.copy(), self.hour.shadow
        self._sun.add_changes(before._sun, lit)
        for front in different(before._fronts.placed, self._fronts.placed):
            lit.add((front.x - NEAR, front.y - NEAR, front.x + NEAR, front.y + NEAR))
        for lamp in different(before._lamps, self._lamps):
            lit.add(about(lamp, night_air.HAZE_REACH))
        kept = {(lamp.x, lamp.y) for lamp in self._lamps if not changes.touch(about(lamp))}
        for lamp in self._lamps:
            if (lamp.x, lamp.y) not in kept:
                lit.add(about(lamp))
        self._lamp_pictures.adopt(before._lamp_pictures, lambda key: key if key[:2] in kept else None)
        self._puddles = before._puddles
        thrown = REACH * max(abs(sx), abs(sy)) + CROWNS
        for key, chunk in before._chunks.items():
            scale, divisor, column, row = key
            span = SPAN * divisor / scale
            box = column * span, row * span, (column + 1) * span, (row + 1) * span
            if not lit.touch(box, 2.0) and not changes.touch(box, thrown):
                self._chunks[key] = chunk

    def lanterns_in(
        self, left: float, top: float, right: float, bottom: float, is_bare: bool = False
    ) -> list[StaticLamp]:
        """Lanterns in a rectangle in metres; `is_bare` those that what stands throws no shadow in."""
        if not self._lanterns:
            return []
        x, y = self._lanterns_at[:, 0], self._lanterns_at[:, 1]
        inside = np.nonzero((x > left) & (x < right) & (y > top) & (y < bottom))[0]
        found = self._bare if is_bare else self._lanterns
        return [found[index] for index in inside.tolist()]

    def draw(self, sky: pygame.Surface, corner: tuple[int, int], scale: int, divisor: int) -> None:
        """Lay the standing light over a map whose corner lies at pixel `corner` of the place."""
        sky.fblits(self._parts(corner, sky.get_size(), scale, divisor, 0))

    def add_lamps(self, light: pygame.Surface, corner: tuple[int, int], scale: int, divisor: int) -> None:
        """With a sun in the sky lamps come after what moves has thrown its sun shadow."""
        if self._is_split:
            light.fblits(self._parts(corner, light.get_size(), scale, divisor, 2), pygame.BLEND_RGB_ADD)

    def wet(self, light: pygame.Surface, corner: tuple[int, int], scale: int, divisor: int) -> None:
        """Leave of a map's light what wet ground throws back."""
        light.fblits(self._parts(corner, light.get_size(), scale, divisor, 1), pygame.BLEND_RGB_MULT)

    def lamp_picture(self, lamp: StaticLamp, k: float) -> Picture | None:
        """A lamp's light with the shadows of what stands; `k` pixels of the map to a metre."""
        bare = self._bare_picture(lamp, k)
        if bare is None:
            return None
        surface = self._lamp_pictures.get(_lamp_key(lamp, k), lambda: self._shadowed([(lamp, bare)], k)[0])
        return Picture(surface, bare.dx, bare.dy)

    def _bare_picture(self, lamp: StaticLamp, k: float) -> Picture | None:
        return self._shapes.picture("pool", int(lamp.reach * k), lamp.colour, lamp.power)

    def _shadowed(self, lit: Sequence[tuple[StaticLamp, Picture]], k: float) -> list[pygame.Surface]:
        """The light of each lamp but for what stands in it: shadows of many are cast nearly as fast as those of one."""
        corners = [(lamp.x * k + bare.dx, lamp.y * k + bare.dy) for lamp, bare in lit]
        found = []
        for (lamp, bare), shadows in zip(lit, self.obstacles.cast([lamp for lamp, _ in lit], k, corners), strict=True):
            made = bare.surface.copy()
            for shadow in shadows:
                pygame.draw.polygon(made, 0, shadow)
            if lamp.cone[0] < 360:
                pygame.draw.polygon(made, 0, beside_cone(lamp.cone, made.get_width()))
            found.append(made)
        return found

    def _light_up(self, lamps: Sequence[StaticLamp], k: float, at_most: int) -> bool:
        """Cast the shadows in `at_most` lamps that have not been seen at this scale; whether there were any."""
        fresh = [lamp for lamp in lamps if _lamp_key(lamp, k) not in self._lamp_pictures]
        lit = [(lamp, bare) for lamp in fresh if (bare := self._bare_picture(lamp, k)) is not None][:at_most]
        for (lamp, _), made in zip(lit, self._shadowed(lit, k) if lit else (), strict=True):
            self._lamp_pictures.put(_lamp_key(lamp, k), made)
        return bool(lit)

    def _parts(
        self, corner: tuple[int, int], size: tuple[int, int], scale: int, divisor: int, layer: int
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        left, top = corner
        return [
            (self._chunk((scale, divisor, column, row))[layer], (column * SPAN - left, row * SPAN - top))
            for row in range(top // SPAN, (top + size[1] - 1) // SPAN + 1)
            for column in range(left // SPAN, (left + size[0] - 1) // SPAN + 1)
        ]

    def prepare(
        self, corner: tuple[int, int], size: tuple[int, int], scale: int, divisor: int, others: tuple[int, ...]
    ) -> bool:
        """One chunk beside the picture or of the scales that may come next, so that neither comes as a hitch; whether there
        was one to compose."""
        left, top = corner
        for row in range(top // SPAN - 1, (top + size[1]) // SPAN + 2):
            for column in range(left // SPAN - 1, (left + size[0]) // SPAN + 2):
                if (scale, divisor, column, row) not in self._chunks and self._exists(scale, divisor, column, row):
                    self._go_on((scale, divisor, column, row))
                    return True
        x, y = left + size[0] // 2, top + size[1] // 2
        return any(
            self._prepare_scale(x * other // scale, y * other // scale, size, other, divisor) for other in others
        )

    def _prepare_scale(self, x: int, y: int, size: tuple[int, int], other: int, divisor: int) -> bool:
        """The same of what would be in the picture at another scale whose middle is pixel (x, y) of the place."""
        for row in range((y - size[1] // 2) // SPAN, (y + size[1] // 2) // SPAN + 1):
            for column in range((x - size[0] // 2) // SPAN, (x + size[0] // 2) // SPAN + 1):
                key = (other, divisor, column, row)
                if key not in self._chunks and self._exists(*key):
                    self._go_on(key)
                    return True
        return False

    def _go_on(self, key: Key) -> None:
        """Cast the shadows in a few lamps of a chunk, or put the chunk together when all of them are cast."""
        if not self._light_up(self._lamps_about(key), key[0] / key[1], LAMPS_AT_ONCE):
            self._chunk(key)

    def _lamps_about(self, key: Key) -> list[StaticLamp]:
        """Lamps that shine into a chunk."""
        scale, divisor, column, row = key
        span = SPAN * divisor / scale
        left, top = column * span, row * span
        return [
            lamp
            for lamp in self._lamps
            if -lamp.reach < lamp.x - left < span + lamp.reach and -lamp.reach < lamp.y - top < span + lamp.reach
        ]

    def _exists(self, scale: int, divisor: int, column: int, row: int) -> bool:
        span = SPAN * divisor / scale
        return (
            -1 < (column + 1) * span
            and column * span < self._level.width
            and -1 < (row + 1) * span
            and row * span < self._level.height
        )

    def _chunk(self, key: Key) -> tuple[pygame.Surface, ...]:
        found = self._chunks.get(key)
        if found is not None:
            self._chunks.move_to_end(key)
            return found
        made = self._chunks[key] = self._compose(key)
        while len(self._chunks) > KEPT:
            self._chunks.popitem(last=False)
        return made

    def _compose(self, key: Key) -> tuple[pygame.Surface, ...]:
        scale, divisor, column, row = key
        k = scale / divisor
        left, top, span = column * SPAN / k, row * SPAN / k, SPAN / k
        sky = canvas((SPAN, SPAN))
        sky.fill(self.hour.light)
        self._sun.shade_standing(sky, left, top, k)
        if self._sun.shines:
            for outline in self._fronts.outlines(left, top, span):
                self._sun.shade_hanging(sky, outline, HANGS_AT, left, top, k)
        lamps = sky
        if self._is_split:
            lamps = canvas((SPAN, SPAN))
        if not self._sun.shines:
            night_air.lay(sky, self._lanterns, self._shapes, left, top, k)
        about = self._lamps_about(key)
        self._light_up(about, k, len(about))
        for lamp in about:
            picture = self.lamp_picture(lamp, k)
            if picture is not None:
                at = round((lamp.x - left) * k) + picture.dx, round((lamp.y - top) * k) + picture.dy
                lamps.blit(picture.surface, at, special_flags=pygame.BLEND_RGB_ADD)
        return sky, self._gloss(key, left, top, k) if self.hour.wet > 0 else sky, lamps

    def _gloss(self, key: Key, left: float, top: float, k: float) -> pygame.Surface:
        """Where the ground of a chunk is wet: its surfaces, broken up by puddles."""
        level, cells = self._level, int(SPAN / k) + 3
        x0, y0 = int(left // 1), int(top // 1)
        dew = dict.fromkeys(GROWS, self.hour.dew) if self.hour.dew else {}
        shares = np.array(
            [int((dew | GLOSS).get(name, 0.06) * 255 * self.hour.wet) for name in level.surfaces], np.uint8
        )
        ground = np.frombuffer(bytes(level.ground), np.uint8).reshape(level.height, level.width)
        rows = np.clip(np.arange(y0, y0 + cells), 0, level.height - 1)
        columns = np.clip(np.arange(x0, x0 + cells), 0, level.width - 1)
        field = np.repeat(shares[ground[np.ix_(rows, columns)]][..., None], 3, axis=2)
        small = pygame.image.frombytes(np.ascontiguousarray(field).tobytes(), (cells, cells), "RGB")
        large = pygame.transform.smoothscale(small, (round(cells * k), round(cells * k)))
        gloss = canvas((SPAN, SPAN))
        gloss.blit(large, (round((x0 - left) * k), round((y0 - top) * k)))
        pools = self._puddle_tile(round(puddles.METRES * k))
        size = pools.get_width()
        across, down = key[2] * SPAN % size, key[3] * SPAN % size
        for y in range(-down, SPAN, size):
            for x in range(-across, SPAN, size):
                gloss.blit(pools, (x, y), special_flags=pygame.BLEND_RGB_MULT)
        metres = SPAN / k
        for points, (west, north, east, south) in self._roofed:
            # Roofs are dry: the shine is added after they are drawn.
            if east > left and west < left + metres and south > top and north < top + metres:
                pygame.draw.polygon(gloss, 0, [((x - left) * k, (y - top) * k) for x, y in points])
        return gloss

    def _puddle_tile(self, px: int) -> pygame.Surface:
        if px not in self._puddles:
            self._puddles[px] = pygame.transform.smoothscale(_puddles(), (px, px)).convert()
        return self._puddles[px]


@lru_cache(maxsize=1)
def _puddles() -> pygame.Surface:
    """A film of water everywhere, puddles here and there, the grain of the stones in both."""
    size = puddles.METRES * puddles.PPM
    film = 0.40 + 0.30 * cloud((size, size), 60, "film", 4, wraps=True)
    pools = puddles.pools()
    grain = 0.80 + 0.20 * dice("grain").random((size, size)).astype(np.float32)
    field = np.clip(film * grain * (1 - pools) + pools, 0, 1)
    pixels = np.repeat((field * 255).astype(np.uint8)[..., None], 3, axis=2)
    return pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (size, size), "RGB")


def _windows(wall: Wall, hour: Hour) -> Iterator[StaticLamp]:
    """What falls out of windows and doors on the ground floor, here and there."""
    for x, y, mix, power in lit_windows(wall):
        yield StaticLamp(x, y, WINDOWS[mix], WINDOW_REACH, 2.0, power * hour.lamps, False)


def about(lamp: StaticLamp, times: float = 1.0) -> tuple[float, float, float, float]:
    """The box that a lamp shines into, or so many times that."""
    reach = lamp.reach * times
    return lamp.x - reach, lamp.y - reach, lamp.x + reach, lamp.y + reach


def _lamp_key(lamp: StaticLamp, k: float) -> tuple[float, float, int]:
    """What a lamp's picture is kept under."""
    return lamp.x, lamp.y, int(lamp.reach * k)


def deep(colour: Colour) -> Colour:
    """A lamp's colour as it falls on grey ground: deeper than the lantern looks."""
    red, green, blue = (int(255 * (level / 255) ** 1.35) for level in colour)
    return red, green, blue


def beside_cone(cone: tuple[int, int], size: int) -> list[tuple[float, float]]:
    """What a lamp in the middle of a square of `size` pixels does not shine on: the fan beside its cone."""
    degrees, facing = cone
    middle, look = size / 2, facing / 65536 * math.tau
    start, end = look + math.radians(degrees / 2), look + math.tau - math.radians(degrees / 2)
    steps = 24
    fan = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(middle, middle), *((middle + math.cos(a) * size, middle + math.sin(a) * size) for a in fan)]


def _lamps_of(level: Level, hour: Hour, fronts: Fronts) -> list[StaticLamp]:
    """Lanterns, and the letters of shops where they shine."""
    found = [
        StaticLamp(
            lamp.x,
            lamp.y,
            deep(rgb(lamp.colour)),
            lamp.radius * SKIRT,
            lamp.height,
            lamp.power * hour.lamps,
            True,
            (lamp.cone, lamp.facing),
        )
        for lamp in level.lamps
        if not lamp.group  # those that are switched move, so to speak: `switched_lamps.py`
    ]
    if hour.lamps >= LIT_WINDOWS:
        found += [lamp for wall in level.walls if wall.height >= SHOP_HIGH for lamp in _windows(wall, hour)]
    colours: dict[str, Colour | None] = {}
    for front in fronts.placed:
        if front.name not in colours:
            colours[front.name] = fronts.shine(front.name)
        colour = colours[front.name]
        if colour is not None:
            found.append(StaticLamp(front.x, front.y, colour, LETTERS_REACH, LETTERS_HIGH, LETTERS * hour.lamps, False))
    return found
