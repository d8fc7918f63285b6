"""Vehicles in the picture: painted, damaged, lit from the right side, turned; wheels, doors, heads, lamps.

Owns the baked maps of every spec, paint and stage that is seen, and the cache of turned pictures. Shapes come from
`vehicle_shapes.py`, damage from `wear.py`. Called by the renderer. Painting a new look is spread over frames, one step
in each, while the look before stands in.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

import numpy as np
import pygame

from game.content.level import Level
from game.content.specs import Catalog, VehicleSpec
from game.render import shelf
from game.render.figure import Clothes
from game.render.lit_sprite import LIGHT_SECTORS, MAPS, LitSprite
from game.render.relief import PPM
from game.render.turned import TurnedCache, bucket_of, turned
from game.render.vehicle_shapes import flank_of, shape_of
from game.render.wear import damaged, wear_fields
from game.sim.view import VehicleView

BUCKETS = 128
MAPS_KEPT = 48
WHEEL = (22, 23, 26)

MapKey = tuple[str, str, int, bool]
Look = tuple[str, str, int, bool, bool]
"""Spec, paint, stage of damage, whether it lies on its side, whether its rear doors are open."""


@lru_cache(maxsize=48)
def _shape(spec: VehicleSpec, on_side: bool) -> LitSprite:
    """Shapes do not change: they are kept for the whole session, and on the shelf for the next one."""
    make = flank_of if on_side else shape_of
    maps = shelf.arrays(_word(spec, on_side), lambda: make(spec).fields())
    return LitSprite(*(maps[name] for name in MAPS))


@lru_cache(maxsize=48)
def _wear(spec: VehicleSpec, on_side: bool) -> dict[str, np.ndarray]:
    """Where a shape gives way; one for all paints of a spec."""
    shape = _shape(spec, on_side).cover.shape
    return shelf.arrays(f"{_word(spec, on_side)}-wear", lambda: wear_fields((shape[0], shape[1]), spec.name))


def _word(spec: VehicleSpec, on_side: bool) -> str:
    """A name for the shelf: another length or width of a spec is another shape."""
    measures = f"{spec.kind}-{spec.length:g}-{spec.width:g}-{spec.height:g}"
    return f"{spec.name}-{measures}-{'flank' if on_side else 'top'}"


def bake_all(specs: Iterable[VehicleSpec]) -> None:
    """Bake what is not on the shelf yet. Only arithmetic, so it may run beside a menu in a thread of its own."""
    for spec, on_side in product(specs, (False, True)):
        if not shelf.has(f"{_word(spec, on_side)}-wear"):
            _wear(spec, on_side)


class VehiclePainter:
    """Pictures of all vehicles."""

    def __init__(self, level: Level, catalog: Catalog) -> None:
        self._specs = catalog.vehicles
        self._maps: OrderedDict[MapKey, LitSprite] = OrderedDict()
        self._lit = TurnedCache(64_000_000)
        self._turned = TurnedCache(96_000_000)
        self._shown: dict[int, Look] = {}
        self._steps = self._turns = 0
        here = {spawn.spec: self._specs[spawn.spec] for spawn in level.vehicles if spawn.spec in self._specs}
        for spec in here.values():
            _shape(spec, False)

    def spec(self, name: str) -> VehicleSpec | None:
        """The spec of a name, None when the catalog lacks it."""
        return self._specs.get(name)

    def begin(self) -> None:
        """A frame begins: one step of one new look, a few turns; what was drawn before stands in for the rest."""
        self._steps, self._turns = 1, 6

    def renew(self) -> None:
        """Another run: nobody has been seen yet. What is painted stays painted."""
        self._shown.clear()

    def warm(self, view: VehicleView, angle: float) -> None:
        """Get a vehicle ready that is not in the picture yet."""
        if view.id not in self._shown and self._steps > 0 and self._make_ready(_look(view), _sector(angle)):
            self._shown[view.id] = _look(view)

    def _make_ready(self, look: Look, sector: int) -> bool:
        """Whether a look can be drawn; if not, one step toward it is taken while the frame has a step left."""
        if self._nearest_light(look, sector) >= 0:
            return True
        if self._steps > 0:
            self._steps -= 1
            key: MapKey = look[:4]
            if key not in self._maps:
                self._map(key)
            elif self._maps[key].fixed is None:
                self._maps[key].prepare()
            else:
                self._light(look, sector)
                return True
        return False

    def _nearest_light(self, look: Look, sector: int) -> int:
        """The lit side nearest to the wanted one, -1 when the look has not been lit from any."""
        for off in range(LIGHT_SECTORS // 2 + 1):
            for near in ((sector + off) % LIGHT_SECTORS, (sector - off) % LIGHT_SECTORS):
                if (*look, near) in self._lit:
                    return near
        return -1

    def _map(self, key: MapKey) -> LitSprite:
        if key in self._maps:
            self._maps.move_to_end(key)
            return self._maps[key]
        name, colour, stage, on_side = key
        spec = self._specs[name]
        made = damaged(_shape(spec, on_side).painted(colour), _wear(spec, on_side), stage)
        self._maps[key] = made
        if len(self._maps) > MAPS_KEPT:
            self._maps.popitem(last=False)
        return made

    def picture(self, view: VehicleView, angle: float, scale: int) -> pygame.Surface:
        """A vehicle's body turned to `angle` radians."""
        look = _look(view)
        shown = self._shown.get(view.id, look)
        if shown != look and not self._make_ready(look, _sector(angle)):
            look = shown
        self._shown[view.id] = look
        bucket = bucket_of(angle, BUCKETS)
        if (*look, bucket, scale) not in self._turned:
            if self._turns > 0:
                self._turns -= 1
            else:
                near = ((bucket + off) % BUCKETS for off in (1, -1, 2, -2))
                bucket = next((b for b in near if (*look, b, scale) in self._turned), bucket)
        return self._turned.get((*look, bucket, scale), lambda: self._turn(look, bucket, scale))

    def _turn(self, look: Look, bucket: int, scale: int) -> pygame.Surface:
        sector = bucket * LIGHT_SECTORS // BUCKETS
        if (*look, sector) not in self._lit:
            if self._steps > 0:
                self._steps -= 1
            else:
                near = self._nearest_light(look, sector)
                sector = near if near >= 0 else sector
        return turned(self._light(look, sector), bucket * math.tau / BUCKETS, scale)

    def _light(self, look: Look, sector: int) -> pygame.Surface:
        return self._lit.get((*look, sector), lambda: self._make_light(look, sector))

    def _make_light(self, look: Look, sector: int) -> pygame.Surface:
        surface = self._map(look[:4]).lit((sector + 0.5) * math.tau / LIGHT_SECTORS)
        return _with_open_doors(surface, self._specs[look[0]], look[3]) if look[4] else surface

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


def _look(view: VehicleView) -> Look:
    return view.spec, view.colour, view.stage, view.is_on_side, view.is_open


def _sector(angle: float) -> int:
    return bucket_of(angle, BUCKETS) * LIGHT_SECTORS // BUCKETS


def _with_open_doors(surface: pygame.Surface, spec: VehicleSpec, on_side: bool) -> pygame.Surface:
    """The dark hold between cargo doors: swung out, or, of a truck on its side, one up and one blown off."""
    swing = 1.3
    margin = int(swing * PPM)
    larger = pygame.Surface((surface.get_width() + margin * 2, surface.get_height() + margin), pygame.SRCALPHA)
    larger.blit(surface, (margin, margin // 2))
    cx, cy = larger.get_width() / 2, larger.get_height() / 2
    rear, half = cx - spec.length / 2 * PPM, (spec.height if on_side else spec.width) / 2 * PPM
    deep = (0.9 if on_side else 0.55) * PPM
    pygame.draw.rect(larger, (12, 12, 14), (rear - 3, cy - half * 0.88, deep, half * 1.76))
    if on_side:
        # Soot about the hole, which was blown.
        for width, alpha in ((0.30, 120), (0.55, 70), (0.85, 36)):
            soot = pygame.Surface((int(width * PPM), int(half * 1.76)), pygame.SRCALPHA)
            soot.fill((14, 12, 12, alpha))
            larger.blit(soot, (rear - 3 + deep, cy - half * 0.88))
        _door_leaf(larger, (rear + 2, cy - half * 0.9), (rear - swing * 0.8 * PPM, cy - half * 0.62))
        _door_leaf(larger, (rear - 0.35 * PPM, cy + half * 0.35), (rear - 1.0 * PPM, cy + half * 0.85))
        return larger
    for side in (-1, 1):
        hinge = (rear + 2, cy + side * half * 0.94)
        _door_leaf(larger, hinge, (rear - swing * 0.55 * PPM, cy + side * (half * 0.94 + swing * 0.38 * PPM)))
    return larger


def _door_leaf(surface: pygame.Surface, hinge: tuple[float, float], tip: tuple[float, float]) -> None:
    pygame.draw.line(surface, (28, 30, 33), hinge, tip, 9)
    pygame.draw.line(surface, (128, 134, 140), hinge, tip, 5)


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
