"""Vehicles in the picture: in their paint, at their stage of damage, lit from the right side, turned; wheels.

Owns the choice of a baked frame, its paint and light, and the caches of what is lit and turned. The frames are baked
(`assets/vehicles`), doors are in `doors.py`. Called by the renderer. Getting a new look ready is spread over frames, one
step in each, while the look before stands in.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable, Set
from functools import lru_cache
from typing import Any

import numpy as np
import pygame

from game.content.level import Level
from game.content.specs import Catalog, VehicleSpec
from game.render import atlas, broken_glass
from game.render.atlas import PPM
from game.render.canvas import cut_out
from game.render.doors import side_leaf, with_open_doors
from game.render.lit_sprite import LIGHT_SECTORS, Lighting, LitSprite
from game.render.noise import rgb
from game.render.shadows import hull_of
from game.render.turned import TurnedCache, bucket_of, turned
from game.sim.view import VehicleView

BUCKETS = 128
TURNS = 3
"""Pictures that are turned in one frame; a near direction stands in for the others."""
STEP_PIXELS, WARM_PIXELS = 16_000, 8_000
"""Pixels that are lit in one step: all of a truck at once would be seen as a hitch. Of what is not in the picture yet, fewer."""
MAPS_KEPT = 48
FLANK_STAGES = (1, 1, 3, 3, 4)
"""Which stage a vehicle on its side is shown at: whoever was laid over is scratched at least."""
WHEEL = (22, 23, 26)
FAINT = 10
"""Opacity, of 255, under which shade is left out."""
SHADE, SHADE_DEEP, SHADE_RIM = (5, 7, 12), 190, 0.34
"""Under a body: colour, opacity of 255, metres that it reaches beyond."""
NO_PLACES: list[tuple[float, float]] = []

MapKey = tuple[str, int, bool]
"""Spec, stage of damage, whether it lies on its side."""
Look = tuple[str, str, int, bool, bool, bool]
"""Spec, paint, stage of damage, whether it lies on its side, whether its rear doors are open, whether its panes are shot out."""
LitKey = tuple[str, str, int, bool, bool, bool, int]
"""A look, and the sector of its light."""
LAST_WITH_GLASS = 1
"""From the next stage of damage on the baked frames have broken panes of their own."""


@lru_cache(maxsize=64)
def book_of(name: str, kind: str) -> dict[str, Any]:
    """What the bake says of a spec; one that was not baked borrows a like one's looks."""
    if atlas.has(f"vehicles/{name}"):
        return atlas.book(f"vehicles/{name}")
    return atlas.book(f"vehicles/{'box_truck' if kind in ('truck', 'heavy', 'van') else 'sedan'}")


def frame_of(spec: VehicleSpec, stage: int, on_side: bool) -> dict[str, Any]:
    """What the book says of the frame that shows a spec at a stage."""
    frames: dict[str, dict[str, Any]] = book_of(spec.name, spec.kind)["frames"]
    if on_side:
        flank = frames.get(f"flank-{FLANK_STAGES[stage]}")
        if flank is not None:
            return flank
    return frames[f"top-{stage}"]


def _map_key(look: Look | LitKey) -> MapKey:
    """Which frame's maps a look is made of."""
    return look[0], look[2], look[3]


def _has_more(key: LitKey) -> bool:
    """Whether more belongs to a lit side than its light: open rear doors, panes that are shot out."""
    return key[4] or key[5]


def bare_sprite(frame: dict[str, Any]) -> LitSprite:
    """A frame before it is painted."""
    return LitSprite(*(atlas.pixels(frame["file"], frame["maps"][name]) for name in ("colour", "surface", "mask")))


class VehiclePainter:
    """Pictures of all vehicles."""

    def __init__(self, level: Level, catalog: Catalog) -> None:
        self._specs = catalog.vehicles
        self._maps: OrderedDict[MapKey, LitSprite] = OrderedDict()
        """What comes in several colours is read once."""
        self._lit = TurnedCache(64_000_000)
        self._turned = TurnedCache(96_000_000)
        self._shown: dict[int, Look] = {}
        self._hulls: dict[tuple[str, int, bool], np.ndarray] = {}
        self._sockets: dict[tuple[str, int, bool], dict[str, list[tuple[float, float]]]] = {}
        self.shattered: Set[int] = frozenset()
        """Vehicles whose panes have been shot out."""
        self._steps = self._turns = 0
        self._share = TURNS
        """Pictures that may be turned in this frame."""
        self._due: dict[LitKey, list[Hashable]] = {}
        """Sides that are being lit, the oldest first, and the turned pictures that wear another side's light until then."""
        self._work: tuple[LitKey, Lighting, pygame.Surface | None] | None = None
        """The side that is being lit, and its picture once all of it is."""
        broken_glass.prepare()
        for name in sorted({spawn.spec for spawn in level.vehicles} & set(self._specs)):
            # In all stages: in play reading one would take a part of a frame.
            for stage in range(len(FLANK_STAGES)):
                atlas.sheet(frame_of(self._specs[name], stage, False)["file"])

    def spec(self, name: str) -> VehicleSpec | None:
        """The spec of a name, None when the catalog lacks it."""
        return self._specs.get(name)

    def begin(self, is_strained: bool = False) -> None:
        """A frame begins: one step of one new look, a few turns; what was drawn before stands in for the rest. Where frames are
        late steps are half as long, and one picture is turned."""
        self._share = 1 if is_strained else TURNS
        self._steps, self._turns = 1, self._share
        if self._due:
            self._steps = 0
            self._go_on(next(iter(self._due)), STEP_PIXELS // 2 if is_strained else STEP_PIXELS)

    def take_over(self, before: VehiclePainter) -> None:
        """Keep what another level's painter has lit and turned, but for what wears another side's light until its own is made."""
        for borrowed in before._due.values():
            for key in borrowed:
                before._turned.drop(key)
        self._maps, self._lit, self._turned = before._maps, before._lit, before._turned
        self._hulls, self._sockets = before._hulls, before._sockets

    def renew(self) -> None:
        """Another run: nobody has been seen yet. What is painted stays painted."""
        self._shown.clear()

    def warm(self, view: VehicleView, angle: float, scale: int) -> None:
        """Get a vehicle ready that is not in the picture yet."""
        look = self._look(view)
        if view.id not in self._shown:
            if self._steps > 0 and self._make_ready(look, _sector(angle), WARM_PIXELS):
                self._shown[view.id] = look
        elif self._shown[view.id] == look and self._turns == self._share and self._steps == 1:
            # Only where nothing else was turned: once is enough until it comes into the picture.
            bucket = bucket_of(angle, BUCKETS)
            if (*look, bucket, scale) not in self._turned:
                self._turns -= 1
                self._turned.get((*look, bucket, scale), lambda: self._turn(look, bucket, scale))

    def _make_ready(self, look: Look, sector: int, pixels: int) -> bool:
        """Whether a look can be drawn; if not, one step toward it, of so many pixels, is taken while the frame has a step left."""
        if self._nearest_light(look, sector) >= 0:
            return True
        if self._steps > 0:
            self._steps -= 1
            if self._step_to_map(_map_key(look), pixels):
                self._due.setdefault((*look, sector), [])
                return self._go_on((*look, sector), pixels)
        return False

    def _go_on(self, key: LitKey, pixels: int) -> bool:
        """Light so many pixels of one side; whether all of it is lit now. Whatever wore a stand-in's light is turned anew then."""
        if self._work is None or self._work[0] != key:
            self._work = key, self._lighting(key), None
        _, lighting, surface = self._work
        if surface is None:
            surface = lighting.go_on(pixels)
            self._work = key, lighting, surface
            if surface is None or _has_more(key):
                return False  # what is broken or open comes in the next frame
        self._lit.get(key, lambda: self._finished(key, surface))
        for borrowed in self._due.pop(key, ()):
            self._turned.drop(borrowed)
        self._work = None
        return True

    def _nearest_light(self, look: Look, sector: int) -> int:
        """The lit side nearest to the wanted one, -1 when the look has not been lit from any."""
        for off in range(LIGHT_SECTORS // 2 + 1):
            for near in ((sector + off) % LIGHT_SECTORS, (sector - off) % LIGHT_SECTORS):
                if (*look, near) in self._lit:
                    return near
        return -1

    def _step_to_map(self, key: MapKey, pixels: int) -> bool:
        """Whether a frame's maps are ready; if not, the sheet is read or so many pixels of them, whichever is missing."""
        name, stage, on_side = key
        file = frame_of(self._specs[name], stage, on_side)["file"]
        if key not in self._maps and not atlas.holds(file):
            atlas.sheet(file)
            return False
        sprite = self._map(key)
        if sprite.is_prepared:
            return True
        sprite.prepare(pixels)
        return False

    def _lighting(self, key: LitKey) -> Lighting:
        """The lighting of a side, begun."""
        return Lighting(self._map(_map_key(key)), (key[6] + 0.5) * math.tau / LIGHT_SECTORS, key[1])

    def _map(self, key: MapKey) -> LitSprite:
        if key in self._maps:
            self._maps.move_to_end(key)
            return self._maps[key]
        name, stage, on_side = key
        made = self._maps[key] = bare_sprite(frame_of(self._specs[name], stage, on_side))
        if len(self._maps) > MAPS_KEPT:
            self._maps.popitem(last=False)
        return made

    def picture(self, view: VehicleView, angle: float, scale: int) -> pygame.Surface:
        """A vehicle's body turned to `angle` radians."""
        look = self._look(view)
        shown = self._shown.get(view.id, look)
        if shown != look and not self._make_ready(look, _sector(angle), STEP_PIXELS):
            look = shown
        self._shown[view.id] = look
        bucket = bucket_of(angle, BUCKETS)
        if (*look, bucket, scale) not in self._turned:
            if self._turns > 0:
                self._turns -= 1
            else:
                near = ((bucket + off) % BUCKETS for off in (1, -1, 2, -2, 3, -3))
                bucket = next((b for b in near if (*look, b, scale) in self._turned), bucket)
        return self._turned.get((*look, bucket, scale), lambda: self._turn(look, bucket, scale))

    def prepare(self, view: VehicleView, angle: float, scale: int) -> bool:
        """Turn one vehicle for another scale, as it is shown now; whether its picture was missing."""
        look, bucket = self._shown.get(view.id), bucket_of(angle, BUCKETS)
        if look is None or (*look, bucket, scale) in self._turned:
            return False
        self._turned.get((*look, bucket, scale), lambda: self._turn(look, bucket, scale))
        return True

    def _look(self, view: VehicleView) -> Look:
        is_bare = view.id in self.shattered and view.stage <= LAST_WITH_GLASS
        return view.spec, view.colour, view.stage, view.is_on_side, view.is_open, is_bare

    def _turn(self, look: Look, bucket: int, scale: int) -> pygame.Surface:
        sector = bucket * LIGHT_SECTORS // BUCKETS
        if (*look, sector) not in self._lit:
            near = self._nearest_light(look, sector)
            if near >= 0:
                self._due.setdefault((*look, sector), []).append((*look, bucket, scale))
                sector = near
        return cut_out(grounded(turned(self._light(look, sector), bucket * math.tau / BUCKETS, scale), scale))

    def _light(self, look: Look, sector: int) -> pygame.Surface:
        return self._lit.get((*look, sector), lambda: self._make_light(look, sector))

    def _make_light(self, look: Look, sector: int) -> pygame.Surface:
        angle = (sector + 0.5) * math.tau / LIGHT_SECTORS
        return self._finished((*look, sector), self._map(_map_key(look)).lit(angle, look[1]))

    def _finished(self, key: LitKey, surface: pygame.Surface) -> pygame.Surface:
        """A lit side, with its panes shot out and its rear doors open if they are."""
        name, _, stage, on_side, is_open, is_shattered, _ = key
        if is_shattered:
            surface = broken_glass.without_glass(surface, frame_of(self._specs[name], stage, on_side))
        return with_open_doors(surface, self._specs[name], on_side) if is_open else surface

    def wheel(self, length: float, breadth: float, angle: float, scale: int) -> pygame.Surface:
        """A turned tyre, for steered front wheels and flat tyres."""
        bucket = bucket_of(angle, 64)
        return self._turned.get(
            ("wheel", length, breadth, bucket, scale), lambda: _wheel(length, breadth, bucket, scale)
        )

    def door(self, view: VehicleView, is_left: bool, angle: float, scale: int) -> pygame.Surface:
        """An open side door in the vehicle's paint; its hinge is the picture's middle."""
        bucket = bucket_of(angle, 64)
        return self._turned.get(
            ("door", view.colour, is_left, bucket, scale),
            lambda: cut_out(turned(side_leaf(rgb(view.colour), is_left), bucket * math.tau / 64, scale)),
        )

    def outline(self, view: VehicleView, x: float, y: float, angle: float) -> list[tuple[float, float]]:
        """A convex polygon about a vehicle's body in metres, for its shadow."""
        c, s = math.cos(angle), math.sin(angle)
        points = frame_of(self._specs[view.spec], view.stage, view.is_on_side)["outline"]
        return [(x + u * c - v * s, y + u * s + v * c) for u, v in points]

    def hull(self, view: VehicleView) -> np.ndarray:
        """The same polygon about the vehicle's own middle, as an array."""
        key = (view.spec, view.stage, view.is_on_side)
        if key not in self._hulls:
            self._hulls[key] = hull_of(frame_of(self._specs[view.spec], view.stage, view.is_on_side)["outline"])
        return self._hulls[key]

    def seats(self, name: str) -> list[list[float] | None]:
        """For each seat of a spec where its head is seen through a pane, None where a roof hides it."""
        spec = self._specs[name]
        found: list[list[float] | None] = book_of(name, spec.kind)["seats"]
        return found

    def sockets(self, view: VehicleView, kind: str) -> list[tuple[float, float]]:
        """Places of a kind on a vehicle as it is now (lamps that broke are gone), in metres from its middle."""
        key = (view.spec, view.stage, view.is_on_side)
        held = self._sockets.get(key)
        if held is None:
            held = self._sockets[key] = frame_of(self._specs[view.spec], view.stage, view.is_on_side)["sockets"]
        return held.get(kind, NO_PLACES)


def grounded(picture: pygame.Surface, scale: int) -> pygame.Surface:
    """A turned body over the soft shade where it keeps the sky from the ground: it stands there, by day and by night."""
    rim = max(2, round(SHADE_RIM * scale))
    width, height = picture.get_size()
    made = pygame.Surface((width + 2 * rim, height + 2 * rim), pygame.SRCALPHA)
    made.fill((*SHADE, 0))
    shape = pygame.mask.from_surface(picture, 150).to_surface(setcolor=(*SHADE, SHADE_DEEP), unsetcolor=(*SHADE, 0))
    made.blit(shape, (rim, rim))
    few = (max(1, made.get_width() // rim), max(1, made.get_height() // rim))
    made = pygame.transform.smoothscale(pygame.transform.smoothscale(made, few), made.get_size())
    # What is too faint to be seen would still be blended, pixel by pixel.
    made.fill((0, 0, 0, FAINT), special_flags=pygame.BLEND_RGBA_SUB)
    made.blit(picture, (rim, rim))
    return made


def _sector(angle: float) -> int:
    return bucket_of(angle, BUCKETS) * LIGHT_SECTORS // BUCKETS


def _wheel(length: float, breadth: float, bucket: int, scale: int) -> pygame.Surface:
    source = pygame.Surface((int(length * PPM) + 4, int(breadth * PPM) + 4), pygame.SRCALPHA)
    pygame.draw.rect(source, WHEEL, (2, 2, source.get_width() - 4, source.get_height() - 4), border_radius=4)
    return cut_out(turned(source, bucket * math.tau / 64, scale))
