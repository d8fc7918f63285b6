"""Lights mirrored in wet ground: long streaks that run from a lamp, a signal, a sign or a car toward whoever looks down.

Owns their pictures, and which lights of the place have one, by how wet the ground before them is. They are laid on the ground
before anything stands on it: whatever stands there hides them, and what lights the street lights them, too. Called by the renderer at
hours that are wet and dark.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable

import numpy as np
import pygame

from game.content.level import Level
from game.render.baked_light import GLOSS
from game.render.frame import Frame
from game.render.fronts import Fronts
from game.render.lamps import Lamps
from game.render.noise import cloud, rgb
from game.render.palette import Colour, Hour
from game.render.turned import TurnedCache

DARK_FROM = 0.3
"""Lamps of an hour from which ground mirrors them."""
LEVELS = 6
DOWN = math.pi / 2
LAMP_LONG, LAMP_WIDE, LAMP = 10.5, 2.0, 1.0
STREET_LAMP = 9.0
"""Metres of light from which a lamp is mirrored at its full length; lesser ones throw shorter streaks."""
SIGN_LONG, SIGN_SHARE, SIGN = 8.0, 0.8, 0.9
"""Of a lit sign: metres, share of its length, strength."""
SIGNAL_LONG, SIGNAL_WIDE, SIGNAL = 9.0, 1.4, 0.9
CAR_LONG, CAR_WIDE, CAR = 2.7, 0.58, 0.75
"""Of a vehicle's lamp: for each metre of its glow, and strength."""
LEAST_GLOW = 1.2
"""Metres of a glow under which a lamp is the core of another."""
GREEN, RED = (60, 235, 130), (255, 62, 48)
KEPT_BYTES = 8_000_000

Blit = tuple[pygame.Surface, tuple[int, int]]
Key = tuple[Colour, int, int, float, float, int, int]
"""Colour, quarter turns, variant, length and width in metres, strength, pixels to a metre."""


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A light that is mirrored: where, in which colour, which way (radians), how long and wide in metres, how strongly."""

    x: float
    y: float
    colour: Colour
    way: float
    long: float
    wide: float
    power: float


class Streaks:
    """What the wet ground of a level mirrors."""

    def __init__(self, level: Level, hour: Hour, fronts: Fronts | None = None, before: Streaks | None = None) -> None:
        """`before` are those of the level as it was under the same sky."""
        self.are_seen = hour.wet > 0 and hour.lamps > DARK_FROM
        self._level = level
        self._shares = [GLOSS.get(name, 0.0) for name in level.surfaces]
        self._strength = hour.lamps * hour.wet
        self._pictures: TurnedCache = before._pictures if before is not None else TurnedCache(KEPT_BYTES)
        sources = _of_place(level, fronts or Fronts(level, hour)) if self.are_seen else ()
        self._placed = [source for source in sources if self._wet(source) > 0.1]
        self._at = np.array([(s.x, s.y) for s in self._placed], np.float32).reshape(-1, 2)
        self._laid: dict[int, list[Blit | None]] = {}
        """By scale: the picture of each light of the place, and the pixel of the place where its corner lies."""
        self._turn, self._moved_scale = 0, 0
        self._moved: list[Blit] = []
        """Those of what moves, as last worked out: in every second frame."""

    def draw(self, frame: Frame, lamps: Lamps, time: float) -> None:
        """Add all that is near to the ground that has just been drawn."""
        left, top = round(frame.left * frame.scale), round(frame.top * frame.scale)
        # A mirrored lamp may trail its car by a sixtieth of a second.
        self._turn += 1
        if self._turn % 2 or self._moved_scale != frame.scale:
            self._moved, self._moved_scale = self._moving(frame, lamps, time), frame.scale
        blits = [(picture, (px - left, py - top)) for picture, (px, py) in self._moved]
        if len(self._placed):
            x, y, margin = self._at[:, 0], self._at[:, 1], LAMP_LONG
            inside = (x > frame.left - margin) & (x < frame.right + margin)
            inside &= (y > frame.top - margin) & (y < frame.bottom + margin)
            if frame.scale not in self._laid:
                self._laid[frame.scale] = [self._blit(source, frame.scale) for source in self._placed]
            laid = self._laid[frame.scale]
            for index in np.nonzero(inside)[0].tolist():
                streak = laid[index]
                if streak is not None:
                    picture, (px, py) = streak
                    blits.append((picture, (px - left, py - top)))
        frame.surface.fblits(blits, pygame.BLEND_RGB_ADD)

    def _moving(self, frame: Frame, lamps: Lamps, time: float) -> list[Blit]:
        """Those of signals, and of the lamps of vehicles; corners in pixels of the place."""
        found: list[Blit | None] = []
        scale = frame.scale
        for signal in frame.view.signals:
            if frame.sees(signal.x, signal.y, SIGNAL_LONG):
                colour = GREEN if signal.is_green else RED
                source = Source(signal.x, signal.y, colour, DOWN, SIGNAL_LONG, SIGNAL_WIDE, SIGNAL)
                found.append(self._blit(source, scale))
        for vehicle in frame.near_vehicles:
            place = frame.vehicles[vehicle.id]
            if not frame.sees(place.x, place.y, 10) or vehicle.is_on_side or vehicle.stage >= 4:
                continue
            spots = lamps.spots(vehicle, time)
            if not spots:
                continue
            # How wet it is before all of them: a vehicle is short.
            wet = self._gloss_at(place.x, place.y + 2.0) * self._strength * CAR * LEVELS
            c, s = math.cos(place.angle), math.sin(place.angle)
            for u, v, colour, size, power in spots:
                level = round(power * wet)
                if size >= LEAST_GLOW and level > 0:
                    long, wide = CAR_LONG * size, CAR_WIDE * size
                    picture = self._picture(colour, 1, vehicle.id % 4, long, wide, min(level, LEVELS), scale)
                    x, y = (place.x + c * u - s * v) * scale, (place.y + s * u + c * v) * scale
                    found.append((picture, (round(x - picture.get_width() / 2), round(y))))
        return [streak for streak in found if streak is not None]

    def _blit(self, source: Source, scale: int) -> Blit | None:
        """A light's streak and the pixel of the place where its corner lies; None where the ground is too dry."""
        level = round(source.power * self._wet(source) * self._strength * LEVELS)
        if level <= 0:
            return None
        quarter, variant = round(source.way / DOWN) % 4, (int(source.x) * 7 + int(source.y) * 3) % 4
        picture = self._picture(source.colour, quarter, variant, source.long, source.wide, min(level, LEVELS), scale)
        c, s = math.cos(source.way), math.sin(source.way)
        width, height = picture.get_size()
        # The picture begins where the light stands.
        x, y = source.x * scale + c * width / 2 - width / 2, source.y * scale + s * height / 2 - height / 2
        return picture, (round(x), round(y))

    def _wet(self, source: Source) -> float:
        """How wet the ground before a light is, 0 to 1."""
        c, s = math.cos(source.way), math.sin(source.way)
        return sum(self._gloss_at(source.x + c * far, source.y + s * far) for far in (1.0, 3.0)) / 2

    def _gloss_at(self, x: float, y: float) -> float:
        level, column, row = self._level, int(x), int(y)
        if not (0 <= column < level.width and 0 <= row < level.height):
            return 0.0
        return self._shares[level.ground[row * level.width + column]]

    def _picture(
        self, colour: Colour, quarter: int, variant: int, long: float, wide: float, level: int, scale: int
    ) -> pygame.Surface:
        """A streak; lengths in metres."""
        key = (colour, quarter, variant, long, wide, level, scale)
        return self._pictures.get(key, lambda: self._make(key))

    def _make(self, key: Key) -> pygame.Surface:
        colour, quarter, variant, long, wide, level, scale = key
        size = max(8, round(long * scale / 4) * 4), max(4, round(wide * scale / 2) * 2)
        return _paint(colour, quarter, variant, *size, level / LEVELS)


def _paint(colour: tuple[int, ...], quarter: int, variant: int, long: int, wide: int, power: float) -> pygame.Surface:
    """A streak: brightest near the light, wider and torn by ripples further out."""
    along = (np.arange(long, dtype=np.float32) + 0.5)[:, None] / long
    across = ((np.arange(wide, dtype=np.float32) + 0.5)[None, :] / wide - 0.5) * 2
    # Ripples are wide and flat: one value for a row of the street, swaying to either side.
    ripple = cloud((long, 8), max(6, long // 9), f"ripple{variant}", 3).mean(axis=1, keepdims=True)
    sway = (cloud((long, 8), max(8, long // 6), f"sway{variant}", 2).mean(axis=1, keepdims=True) - 0.5) * 0.9 * along
    body = np.exp(-(((across - sway) / (0.26 + 0.30 * along)) ** 2)) * np.clip(1 - across**4, 0, 1)
    fade = np.clip(along / 0.05, 0, 1) * (1 - along) ** 1.5
    torn = np.clip(0.42 + 3.2 * (ripple - 0.42) * (0.35 + along), 0.06, 1.25)
    field = body * fade * torn * power
    core = field**2 * 0.55
    pixels = field[..., None] * np.array(colour, np.float32) * 0.95 + core[..., None] * 160
    pixels = np.rot90(np.clip(pixels, 0, 255).astype(np.uint8), (1 - quarter) % 4)
    pixels = np.ascontiguousarray(pixels)
    return pygame.image.frombytes(pixels.tobytes(), (pixels.shape[1], pixels.shape[0]), "RGB").convert()


def _of_place(level: Level, fronts: Fronts) -> Iterable[Source]:
    """Street lamps that always burn, and the lit signs of shops, which are mirrored before their doors."""
    for lamp in level.lamps:
        if not lamp.group:
            long = LAMP_LONG * min(1.0, max(0.35, lamp.radius / STREET_LAMP))
            yield Source(lamp.x, lamp.y, rgb(lamp.colour), DOWN, long, LAMP_WIDE, LAMP)
    shines: dict[str, Colour | None] = {}
    for front in fronts.placed:
        if front.name not in shines:
            shines[front.name] = fronts.shine(front.name)
        colour = shines[front.name]
        if colour is not None:
            way = front.angle + DOWN
            x, y = front.x + math.cos(way) * 0.6, front.y + math.sin(way) * 0.6
            yield Source(x, y, colour, way, SIGN_LONG, fronts.length(front.name) * SIGN_SHARE, SIGN)
