"""The light map: a small picture of how much light falls where, multiplied over the scene.

Owns sun shadows of walls, vehicles, props and people by day; lamps, headlights, sirens, muzzle and fire light by
night. A third of the screen's size (or less), which also softens every edge. Called once a frame by the renderer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import pygame

from game.content.level import Level
from game.render.noise import rgb
from game.render.palette import Colour, Hour
from game.render.turned import TurnedCache

DIVISOR = 3
"""Pixels of the screen to one of the map, unless the renderer's quality says otherwise."""
SOFT_DIVISOR = 3
"""Up to this the map is made softer once more; a coarser one is soft enough."""
SHADOW_REACH = 14.0
"""Metres a sun shadow may reach at most."""
POOL_PX = 64
DIRECTIONS = 64
"""Directions in which a cone of light is kept."""

Point = tuple[float, float]


class LightMap:
    """Light of one frame at a third of its size."""

    def __init__(self, level: Level, hour: Hour) -> None:
        self.hour = hour
        self.divisor = DIVISOR
        self._walls = [
            (wall.points, min(wall.height, SHADOW_REACH), _bounds(wall.points))
            for wall in level.walls
            if wall.height > 0.25
        ]
        self._lamps = [(lamp.x, lamp.y, rgb(lamp.colour), lamp.radius, lamp.power) for lamp in level.lamps]
        self._pools = TurnedCache(40_000_000)
        self._offsets: dict[tuple, tuple[float, float]] = {}
        self._map = pygame.Surface((8, 8))
        self._vignette = self._dark_corners = pygame.Surface((8, 8))
        self._room: tuple[pygame.Surface, ...] = (self._map,) * 3
        """The largest map, its softer copy and the full size so far; smaller ones are parts of these."""
        self._soft = pygame.Surface((5, 5))
        self._full = pygame.Surface((24, 24))
        self._left = self._top = 0.0
        self._k = 8.0

    def begin(self, size: tuple[int, int], left: float, top: float, scale: int) -> None:
        """Start a frame of `size` pixels whose corner lies at (left, top) metres."""
        small = (size[0] // self.divisor + 1, size[1] // self.divisor + 1)
        if self._map.get_size() != small:
            self._resize(small)
        self._left, self._top, self._k = left, top, scale / self.divisor
        self._map.fill(self.hour.light)
        if self.hour.shadow != (0.0, 0.0):
            self._shade_walls()

    def _resize(self, small: tuple[int, int]) -> None:
        """Another size of map: while the camera goes from one scale to another this happens every frame."""
        full = (small[0] * self.divisor, small[1] * self.divisor)
        room = self._room[2].get_size()
        if full[0] > room[0] or full[1] > room[1]:
            self._room = tuple(pygame.Surface(size).convert() for size in (small, small, full))
            self._dark_corners = _vignette(small, self.hour.vignette)
        self._map = self._room[0].subsurface((0, 0, *small))
        self._soft = self._room[1].subsurface((0, 0, small[0] * 5 // 8, small[1] * 5 // 8))
        self._full = self._room[2].subsurface((0, 0, *full))
        self._vignette = pygame.transform.scale(self._dark_corners, small)

    def _shade_walls(self) -> None:
        sx, sy = self.hour.shadow
        width, height = self._map.get_size()
        right, bottom = self._left + width / self._k, self._top + height / self._k
        for points, tall, (x0, y0, x1, y1) in self._walls:
            if x1 + sx * tall < self._left or x0 > right or y1 + sy * tall < self._top or y0 > bottom:
                continue
            self.shade(points, tall)

    def shade(self, points: Sequence[Point], tall: float) -> None:
        """Throw the sun shadow of a convex thing on the side away from the sun; the thing itself stays lit."""
        sx, sy = self.hour.shadow
        if not sx and not sy:
            return
        k, left, top = self._k, self._left, self._top
        n = len(points)
        area = sum(points[i][0] * points[(i + 1) % n][1] - points[(i + 1) % n][0] * points[i][1] for i in range(n))
        turn = 1.0 if area > 0 else -1.0
        away = [
            turn * ((points[(i + 1) % n][1] - points[i][1]) * sx - (points[(i + 1) % n][0] - points[i][0]) * sy) > 0
            for i in range(n)
        ]
        start = next((i for i in range(n) if away[i] and not away[i - 1]), None)
        if start is None:
            return
        chain = [points[start]]
        index = start
        while away[index % n] and len(chain) <= n:
            index += 1
            chain.append(points[index % n])
        near = [((x - left) * k, (y - top) * k) for x, y in chain]
        dx, dy = sx * tall * k, sy * tall * k
        pygame.draw.polygon(self._map, self.hour.shade, near + [(x + dx, y + dy) for x, y in reversed(near)])

    def shade_round(self, x: float, y: float, radius: float, tall: float) -> None:
        """Throw the sun shadow of something thin and round (a person, a trunk, a post)."""
        sx, sy = self.hour.shadow
        if not sx and not sy:
            return
        k = self._k
        px, py = (x - self._left) * k, (y - self._top) * k
        ex, ey = px + sx * tall * k, py + sy * tall * k
        length = math.hypot(ex - px, ey - py) or 1.0
        nx, ny = -(ey - py) / length * radius * k, (ex - px) / length * radius * k
        start = 0.18
        bx, by = px + (ex - px) * start, py + (ey - py) * start
        pygame.draw.polygon(
            self._map, self.hour.shade, [(bx + nx, by + ny), (ex + nx, ey + ny), (ex - nx, ey - ny), (bx - nx, by - ny)]
        )
        pygame.draw.circle(self._map, self.hour.shade, (ex, ey), max(1.0, radius * k))

    def lamps(self) -> Iterable[tuple[float, float, Colour]]:
        """Add the lamps of the place; yields those that burn, for their glow."""
        if self.hour.lamps <= 0:
            return
        for x, y, colour, radius, power in self._lamps:
            self.pool(x, y, radius, colour, power * self.hour.lamps)
            yield x, y, colour

    def pool(self, x: float, y: float, radius: float, colour: Colour, power: float) -> None:
        """Add a round pool of light."""
        k = self._k
        # Even steps of size: fires flicker, and each size is a picture of its own.
        px = int(radius * k / 2 + 0.5) * 2
        if px < 2 or power <= 0.02:
            return
        cx, cy = (x - self._left) * k, (y - self._top) * k
        width, height = self._map.get_size()
        if cx < -px or cy < -px or cx > width + px or cy > height + px:
            return
        level = max(1, min(10, round(power * 10)))
        picture = self._pools.get((px, colour, level), lambda: self._sized_pool(px, colour, level))
        self._map.blit(picture, (cx - px, cy - px), special_flags=pygame.BLEND_RGB_ADD)

    def _sized_pool(self, px: int, colour: Colour, level: int) -> pygame.Surface:
        """Stretch the pool of a colour to its size: painting each anew would take ten times as long."""
        whole = self._pools.get((POOL_PX, colour), lambda: _pool(POOL_PX, colour, 1.0))
        made = pygame.transform.smoothscale(whole, (px * 2, px * 2))
        made.fill((level * 25,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        return made

    def beam(self, x: float, y: float, angle: float, reach: float, spread: float, colour: Colour, power: float) -> None:
        """Add a cone of light from a place."""
        k = self._k
        bucket = int(angle / math.tau * DIRECTIONS + 0.5) % DIRECTIONS
        px = int(reach * k)
        cx, cy = (x - self._left) * k, (y - self._top) * k
        width, height = self._map.get_size()
        if cx < -px or cy < -px or cx > width + px or cy > height + px:
            return
        look = (px, spread, colour, max(1, min(10, round(power * 10))))
        picture = self._pools.get((*look, bucket), lambda: self._turn_cone(look, bucket))
        dx, dy = self._offsets[(*look, bucket)]
        self._map.blit(picture, (cx + dx, cy + dy), special_flags=pygame.BLEND_RGB_ADD)

    def _turn_cone(self, look: tuple[int, float, Colour, int], bucket: int) -> pygame.Surface:
        """Turn a cone and cut it to what shines; where its corner lies from the lamp is kept beside it."""
        px, spread, colour, level = look
        # Turned at half its size and stretched: a siren shows a new direction every few frames.
        cone = self._pools.get(look, lambda: _cone(px // 2, spread, colour, level / 10))
        whole = pygame.transform.rotate(cone, -bucket * 360 / DIRECTIONS)
        whole.set_colorkey((0, 0, 0))
        lit = whole.get_bounding_rect()
        whole.set_colorkey(None)
        self._offsets[(*look, bucket)] = (lit.left * 2 - whole.get_width(), lit.top * 2 - whole.get_height())
        return pygame.transform.smoothscale(whole.subsurface(lit), (lit.width * 2, lit.height * 2))

    def finish(self, surface: pygame.Surface) -> None:
        """Multiply the light over the scene."""
        self._map.blit(self._vignette, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        # Half down and up again: shadow edges lose their steps.
        source = self._map
        if self.divisor <= SOFT_DIVISOR:
            source = pygame.transform.smoothscale(self._map, self._soft.get_size(), self._soft)
        pygame.transform.smoothscale(source, self._full.get_size(), self._full)
        surface.blit(self._full, (0, 0), special_flags=pygame.BLEND_RGB_MULT)


def _bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _from_field(field: np.ndarray, colour: Colour) -> pygame.Surface:
    pixels = (np.clip(field, 0, 1)[..., None] * np.array(colour, np.float32)).astype(np.uint8)
    return pygame.image.frombytes(
        np.ascontiguousarray(pixels).tobytes(), (field.shape[1], field.shape[0]), "RGB"
    ).convert()


def _disc(px: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    axis = (np.arange(px * 2, dtype=np.float32) + 0.5 - px) / px
    x, y = axis[None, :] + 0 * axis[:, None], axis[:, None] + 0 * axis[None, :]
    return x, y, np.hypot(x, y)


def _pool(px: int, colour: Colour, power: float) -> pygame.Surface:
    _, _, r = _disc(px)
    return _from_field(np.clip(1 - r, 0, 1) ** 1.7 * power, colour)


def _cone(px: int, spread: float, colour: Colour, power: float) -> pygame.Surface:
    x, y, r = _disc(px)
    off = np.abs(np.arctan2(y, x))
    field = np.clip(1 - off / spread, 0, 1) ** 0.8 * np.clip(1 - r, 0, 1) ** 1.2 * np.clip(r * 14, 0, 1)
    return _from_field(field * power, colour)


def _vignette(size: tuple[int, int], depth: int) -> pygame.Surface:
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    r = np.hypot((x - width / 2) / (width * 0.62), (y - height / 2) / (height * 0.72))
    field = 1 - depth / 255 * np.clip((r - 0.5) / 0.8, 0, 1) ** 1.5
    return _from_field(field, (255, 255, 255))
