"""Vehicles in the picture: painted, damaged, lit from the right side, turned; wheels, doors, heads, lamps.

Owns the baked maps of every spec, paint and stage that is seen, and the cache of turned pictures. Shapes come from
`vehicle_shapes.py`. Called by the renderer. Baking is spread out: at most one new map a frame, older looks stand in.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from functools import lru_cache

import pygame

from game.content.level import Level
from game.content.specs import Catalog, VehicleSpec
from game.render.figure import Clothes
from game.render.lit_sprite import LIGHT_SECTORS, LitSprite
from game.render.relief import PPM
from game.render.turned import TurnedCache, bucket_of, turned
from game.render.vehicle_shapes import flank_of, shape_of
from game.sim.view import VehicleView

BUCKETS = 128
MAPS_KEPT = 48
WHEEL = (22, 23, 26)

MapKey = tuple[str, str, int, bool]


@lru_cache(maxsize=48)
def _shape(spec: VehicleSpec, on_side: bool) -> LitSprite:
    """Shapes do not change: they are kept for the whole session, so a restart bakes nothing."""
    return flank_of(spec) if on_side else shape_of(spec)


class VehiclePainter:
    """Pictures of all vehicles."""

    def __init__(self, level: Level, catalog: Catalog) -> None:
        self._specs = catalog.vehicles
        self._maps: OrderedDict[MapKey, LitSprite] = OrderedDict()
        self._lit = TurnedCache(48_000_000)
        self._turned = TurnedCache(96_000_000)
        self._bakes = self._lights = self._turns = 0
        for spawn in level.vehicles:
            spec = self._specs.get(spawn.spec)
            if spec is not None:
                self._map((spec.name, spawn.colour or spec.colours[0], 0, False))

    def spec(self, name: str) -> VehicleSpec | None:
        """The spec of a name, None when the catalog lacks it."""
        return self._specs.get(name)

    def begin(self) -> None:
        """A frame begins: one new look may be baked, two lit, a few turned; neighbours stand in for the rest."""
        self._bakes, self._lights, self._turns = 1, 2, 6

    def _map(self, key: MapKey) -> LitSprite:
        if key in self._maps:
            self._maps.move_to_end(key)
            return self._maps[key]
        name, colour, stage, on_side = key
        made = _shape(self._specs[name], on_side).painted(colour).damaged(stage, f"{name}{colour}")
        self._maps[key] = made
        if len(self._maps) > MAPS_KEPT:
            self._maps.popitem(last=False)
        return made

    def _shown_stage(self, view: VehicleView) -> int:
        """The stage to draw now: the true one, or the last one baked while this frame's bake is spent."""
        for stage in range(view.stage, -1, -1):
            if (view.spec, view.colour, stage, view.is_on_side) in self._maps:
                if stage == view.stage or self._bakes <= 0:
                    return stage
                break
        self._bakes -= 1
        return view.stage

    def picture(self, view: VehicleView, angle: float, scale: int) -> pygame.Surface:
        """A vehicle's body turned to `angle` radians."""
        stage = self._shown_stage(view)
        look = (view.spec, view.colour, stage, view.is_on_side, view.is_open)
        bucket = bucket_of(angle, BUCKETS)
        if (*look, bucket, scale) not in self._turned:
            if self._turns > 0:
                self._turns -= 1
            else:
                near = ((bucket + off) % BUCKETS for off in (1, -1, 2, -2))
                bucket = next((b for b in near if (*look, b, scale) in self._turned), bucket)
        key = (*look, bucket, scale)
        return self._turned.get(key, lambda: self._make(view, stage, bucket, scale))

    def _make(self, view: VehicleView, stage: int, bucket: int, scale: int) -> pygame.Surface:
        sector = bucket * LIGHT_SECTORS // BUCKETS
        look = (view.spec, view.colour, stage, view.is_on_side, view.is_open)
        if (*look, sector) not in self._lit:
            if self._lights > 0:
                self._lights -= 1
            else:
                near = ((sector + off) % LIGHT_SECTORS for off in (1, -1, 2, -2))
                sector = next((n for n in near if (*look, n) in self._lit), sector)
        key = (*look, sector)
        return turned(self._lit.get(key, lambda: self._light(view, stage, sector)), bucket * math.tau / BUCKETS, scale)

    def _light(self, view: VehicleView, stage: int, sector: int) -> pygame.Surface:
        maps = self._map((view.spec, view.colour, stage, view.is_on_side))
        surface = maps.lit((sector + 0.5) * math.tau / LIGHT_SECTORS)
        return _with_open_doors(surface, self._specs[view.spec]) if view.is_open and not view.is_on_side else surface

    def wheel(self, length: float, breadth: float, angle: float, scale: int) -> pygame.Surface:
        """A turned tyre, for steered front wheels and flat tyres."""
        bucket = bucket_of(angle, 64)
        return self._turned.get(
            ("wheel", length, breadth, bucket, scale), lambda: _wheel(length, breadth, bucket, scale)
        )

    def head(self, clothes: Clothes, is_masked: bool, scale: int) -> pygame.Surface:
        """A head behind glass."""
        return self._turned.get(
            ("head", clothes.hair, clothes.skin, is_masked, scale), lambda: _head(clothes, is_masked, scale)
        )

    def drawn_corners(self, view: VehicleView, x: float, y: float, angle: float) -> list[tuple[float, float]]:
        """The four corners of a vehicle's foot in metres."""
        spec = self._specs[view.spec]
        half_length, half_width = spec.length / 2, (spec.height if view.is_on_side else spec.width) / 2
        c, s = math.cos(angle), math.sin(angle)
        return [
            (x + u * c - v * s, y + u * s + v * c)
            for u, v in (
                (half_length, half_width),
                (-half_length, half_width),
                (-half_length, -half_width),
                (half_length, -half_width),
            )
        ]


def _with_open_doors(surface: pygame.Surface, spec: VehicleSpec) -> pygame.Surface:
    """Cargo doors swung out at the rear and the dark hold between them."""
    swing = 1.3
    margin = int(swing * PPM)
    larger = pygame.Surface((surface.get_width() + margin * 2, surface.get_height() + margin), pygame.SRCALPHA)
    larger.blit(surface, (margin, margin // 2))
    cx, cy = larger.get_width() / 2, larger.get_height() / 2
    rear, half = cx - spec.length / 2 * PPM, spec.width / 2 * PPM
    pygame.draw.rect(larger, (12, 12, 14), (rear - 3, cy - half * 0.88, 0.55 * PPM, half * 1.76))
    for side in (-1, 1):
        hinge = (rear + 2, cy + side * half * 0.94)
        tip = (rear - swing * 0.55 * PPM, cy + side * (half * 0.94 + swing * 0.38 * PPM))
        pygame.draw.line(larger, (28, 30, 33), hinge, tip, 9)
        pygame.draw.line(larger, (128, 134, 140), hinge, tip, 5)
    return larger


def _wheel(length: float, breadth: float, bucket: int, scale: int) -> pygame.Surface:
    source = pygame.Surface((int(length * PPM) + 4, int(breadth * PPM) + 4), pygame.SRCALPHA)
    pygame.draw.rect(source, WHEEL, (2, 2, source.get_width() - 4, source.get_height() - 4), border_radius=4)
    return turned(source, bucket * math.tau / 64, scale)


def _head(clothes: Clothes, is_masked: bool, scale: int) -> pygame.Surface:
    size = 96
    source = pygame.Surface((size, size), pygame.SRCALPHA)
    skin = (34, 35, 40) if is_masked else tuple(int(c * 0.72) for c in clothes.skin)
    hair = (28, 29, 33) if is_masked else tuple(int(c * 0.8) for c in clothes.hair)
    pygame.draw.circle(source, (*(int(c * 0.42) for c in clothes.coat), 200), (size // 2 - 8, size // 2), 38)
    pygame.draw.circle(source, (*skin, 235), (size // 2, size // 2), 23)
    pygame.draw.circle(source, (*hair, 235), (size // 2 - 5, size // 2), 21)
    target = max(4, round(0.70 * scale))
    return pygame.transform.smoothscale(source, (target, target))
