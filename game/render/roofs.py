"""What stands over people's heads: roofs and facades of buildings, and canopies, leaning away from the camera.

Owns the parallax (a roof grows with its height about the middle of the picture) and the lifting: what hides the
player fades. Called by the renderer after the light map, since roofs lie above the street's light.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence, Set
from functools import partial
from itertools import groupby
from operator import itemgetter

import numpy as np
import pygame

from game.content.level import Level, Wall
from game.render.bare import joined
from game.render.canvas import cut_out, quick
from game.render.changes import Changes
from game.render.facades import Facade, windows_of
from game.render.fronts import Fronts
from game.render.houses import ROOFED
from game.render.palette import Hour
from game.render.panes import Panes
from game.render.roof_parts import RoofParts
from game.render.roof_regions import Block, Joined, Region, covered_cells, regions_of
from game.render.sun import SunShade
from game.render.tiles import TileSheets, shade_of
from game.render.turned import TurnedCache
from game.render.window_rows import WindowRows

LIFTED = 16
"""Opacity of a roof that hides the player."""
FADE = 16
BESIDE = 14.0
"""Metres outside the picture within which roofs are composed before they are seen."""
LOOKS = 6.0
"""The same at the other scale: who gets out looks that far another way."""
SHADED = 17.0
"""Metres from which houses throw their shade on a roof."""
LOOK_EVERY = 6.0
"""Metres the camera goes until it is looked up anew what stands about it."""

FEW = 6
"""Pieces that may be missing in a picture: where there are more the camera has jumped, and all of them are composed at once."""

Key = tuple[int, int, Block]
"""A piece's picture: roof, scale, cells."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What may be in the picture while the camera stays near a place."""

    x: float = 0.0
    y: float = 0.0
    scale: int = 0
    size: tuple[int, int] = (0, 0)
    """Of the picture, which is smaller while the camera goes from one scale to the other."""
    facades: Sequence[Facade] = ()
    pieces: Sequence[tuple[Region, Key]] = ()
    """Of each roof one after the other, lowest first."""
    regions: Sequence[Region] = ()
    """The roofs themselves, each once."""
    boxes: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros((4, 0)))
    """Cells of each piece: left, top, right, bottom."""
    grows: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros(0))


Placed = tuple[Region, Key, tuple[int, int]]
"""A piece that is in the picture, and the pixel of its corner."""


class Roofs:
    """All roofs and facades of one level."""

    def __init__(
        self,
        level: Level,
        sheets: TileSheets,
        hour: Hour,
        panes: Panes | None = None,
        sun: SunShade | None = None,
        fronts: Fronts | None = None,
        before: Roofs | None = None,
    ) -> None:
        """`before` are the roofs of the level as it was, under the same sky: what is the same of them is not worked out again."""
        self._sheets = sheets
        self._hour = hour
        self._panes = panes or Panes(level)
        self._width = level.width
        self.has_windows = True
        self.is_live = False
        """Whether somebody plays: what is drawn for a file is whole in every picture."""
        self._layers = [layer for layer in level.layers if layer.role == "roofs"]
        self._shades = [shade_of(layer) for layer in self._layers]
        self._pictures = TurnedCache(64_000_000)
        self._parts = RoofParts(level, self._layers, sheets, hour, sun)
        tall = [wall for wall in level.walls if wall.height >= ROOFED]
        covered = covered_cells(level, self._layers)
        self._joined: Joined = {}
        self._regions = regions_of(covered, tall, before._joined if before is not None else {}, self._joined)
        self._bounds = np.array([region.bounds for region in self._regions], np.float64).reshape(-1, 4).T
        self._lifted: set[int] = set()
        """Roofs that are not whole now."""
        built = before._built if before is not None else {}
        self._built: dict[Wall, Facade] = {wall: built.get(wall) or Facade(wall, hour) for wall in tall}
        self._facades = list(self._built.values())
        self._windows: WindowRows = before._windows if before is not None else windows_of(hour)
        places = {wall: index for index, wall in enumerate(level.walls)}
        for wall, facade in self._built.items():
            facade.index = places[wall]
        self._fronts = fronts or Fronts(level, hour)
        self._near = Near()
        self._painted: dict[int, tuple[Key, pygame.Surface]] = {}
        """For each scale a piece that is only painted yet, and is made as large as its height next."""
        self._turn = 0
        """Counts what was prepared: for this scale and the other in turn."""
        self._now: list[Placed] = []
        self._placed_for: tuple[Near, object] | None = None
        self._done: tuple[int, tuple[int, int], int, int, tuple[int, ...]] | None = None
        """About where everything that may soon be seen is composed: scale, size and metres."""
        for facade in self._facades:
            column, row = int(facade.middle[0]), int(facade.middle[1])
            inside = 0 <= column < level.width and 0 <= row < level.height
            facade.has_roof = inside and bool(covered[row, column])

    def renew(self) -> None:
        """Another run: nobody stands under a roof yet."""
        for region in self._regions:
            region.alpha = 255
        self._lifted.clear()

    def take_over(self, before: Roofs, changes: Changes) -> None:
        """Keep the pictures of roofs that are the same still, where nothing changed about them."""
        now = {region.look: region.index for region in self._regions}
        same = {
            region.index: now[region.look]
            for region in before._regions
            if region.look in now and not changes.touch(region.bounds)
        }
        self._parts.take_over(before._parts, same)

        def name(key: Key) -> Key | None:
            index, scale, block = key
            return None if index not in same or changes.touch(block, SHADED) else (same[index], scale, block)

        self._pictures.adopt(before._pictures, name)

    def take(self, x: float, y: float, camera_x: float, camera_y: float) -> None:
        """Fade what lies over the player and bring back what does not (once a tick)."""
        west, north, east, south = self._bounds
        # No roof leans further than this, so one far away cannot hide anybody.
        over = np.nonzero((west - 5 < x) & (x < east + 5) & (north - 5 < y) & (y < south + 5))[0].tolist()
        for index in sorted({*over, *self._lifted}):
            region = self._regions[index]
            grow = region.grow
            behind = (math.floor(camera_x + (x - camera_x) / grow), math.floor(camera_y + (y - camera_y) / grow))
            hides = region.holds(math.floor(x), math.floor(y)) or region.holds(*behind)
            step = -FADE if hides else FADE
            region.alpha = max(LIFTED, min(255, region.alpha + step))
            (self._lifted.discard if region.alpha == 255 else self._lifted.add)(index)

    def is_covered(self, x: float, y: float, camera_x: float, camera_y: float) -> bool:
        """Whether a roof of the last picture that has not been lifted hides a place."""
        for region in self._near.regions:
            x0, y0, x1, y1 = region.bounds
            if region.alpha > (LIFTED + 255) // 2 and x0 - 5 < x < x1 + 5 and y0 - 5 < y < y1 + 5:
                grow = region.grow
                behind = (math.floor(camera_x + (x - camera_x) / grow), math.floor(camera_y + (y - camera_y) / grow))
                if region.holds(*behind):
                    return True
        return False

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int) -> None:
        """Draw facades, then roofs by height; (left, top) are metres at the surface's corner."""
        width, height = surface.get_size()
        cx, cy = left + width / scale / 2, top + height / scale / 2
        near = self._look_about(cx, cy, scale, (width, height))
        windows = self._windows if self.has_windows else None
        for facade in near.facades:
            facade.draw(surface, left, top, scale, cx, cy, windows, self._panes.faces)
        if self.has_windows:
            self._fronts.draw(surface, left, top, scale, cx, cy)
        placed = self._placed(near, (width, height), left, top, scale)
        wait = self._that_wait(placed)
        for region, key, at in placed:
            if key in wait:
                continue
            picture = self._pictures.get(key, partial(self._compose, region, scale, key[2]))
            # Setting the opacity anew makes the next blit many times slower: only where it changes.
            if (picture.get_alpha() or 255) != region.alpha:
                _fade(picture, region.alpha)
            surface.blit(picture, at)

    def _that_wait(self, placed: Sequence[Placed]) -> Set[Key]:
        """Pieces that come in one of the next pictures, where somebody plays and a few are missing at the picture's edge: each
        takes as long as a quarter of a picture."""
        if not self.is_live:
            return frozenset()
        missing = [key for _, key, _ in placed if key not in self._pictures]
        return frozenset(missing[1:]) if len(missing) <= FEW else frozenset()

    def covers(self, size: tuple[int, int], left: float, top: float, scale: int) -> list[pygame.Rect]:
        """Boxes of a picture that `draw` is going to cover wholly; (left, top) are metres at its corner."""
        cx, cy = left + size[0] / scale / 2, top + size[1] / scale / 2
        near = self._look_about(cx, cy, scale, size)
        found: list[pygame.Rect] = []
        for region, placed in groupby(self._placed(near, size, left, top, scale), key=itemgetter(0)):
            if region.alpha == 255:
                pictures = [(self._pictures.held(key), at) for _, key, at in placed]
                found += joined(
                    picture.get_rect(topleft=at)
                    for picture, at in pictures
                    if picture is not None and not picture.get_flags() & pygame.SRCALPHA
                )
        return found

    def _placed(self, near: Near, size: tuple[int, int], left: float, top: float, scale: int) -> list[Placed]:
        """Where the pieces lie that are in the picture: a roof grows about its middle. Worked out once a frame."""
        asked = left, top, scale, size
        if self._placed_for != (near, asked):
            (width, height), (west, north, east, south) = size, near.boxes
            cx, cy, larger = left + width / scale / 2, top + height / scale / 2, near.grows * scale
            x = np.floor((cx + (west - cx) * near.grows - left) * scale)
            y = np.floor((cy + (north - cy) * near.grows - top) * scale)
            seen = (x < width) & (y < height) & (x + (east - west) * larger > -1) & (y + (south - north) * larger > -1)
            which = np.flatnonzero(seen)
            corners = np.stack((x, y), axis=1)[which].astype(np.int64).tolist()
            self._now = [(*near.pieces[i], (px, py)) for i, (px, py) in zip(which.tolist(), corners, strict=True)]
            self._placed_for = near, asked
        return self._now

    def _look_about(self, cx: float, cy: float, scale: int, size: tuple[int, int]) -> Near:
        """What may be in the picture or beside it; looked up anew when the camera has gone a few metres."""
        near = self._near
        has_room = near.scale == scale and size[0] <= near.size[0] and size[1] <= near.size[1]
        if has_room and max(abs(near.x - cx), abs(near.y - cy)) < LOOK_EVERY:
            return near
        reach_x, reach_y = (extent / scale / 2 + 5 + LOOK_EVERY for extent in size)
        facades = [facade for facade in self._facades if facade.is_near(cx, cy, (reach_x, reach_y))]
        left, right, top, bottom = cx - reach_x, cx + reach_x, cy - reach_y, cy + reach_y
        pieces = [
            (region, (region.index, scale, block))
            for region in self._regions
            for block in region.blocks[scale]
            if block[0] < right and block[2] > left and block[1] < bottom and block[3] > top
        ]
        boxes = np.array([key[2] for _, key in pieces], np.float64).reshape(-1, 4).T
        grows = np.array([region.grow for region, _ in pieces], np.float64)
        regions = tuple(dict.fromkeys(region for region, _ in pieces))
        self._near = Near(cx, cy, scale, size, facades, pieces, regions, boxes, grows)
        return self._near

    def prepare(self, size: tuple[int, int], left: float, top: float, scale: int, others: tuple[int, ...] = ()) -> bool:
        """Compose one piece that may soon be seen, beside the picture or at one of the other scales that it may come to; whether
        there was one."""
        cx, cy = left + size[0] / scale / 2, top + size[1] / scale / 2
        asked = scale, size, round(cx), round(cy), others
        if self._done == asked:
            return False
        self._turn += 1
        wanted = [(scale, BESIDE), *((other, LOOKS) for other in others)]
        for at_scale, rim in wanted if self._turn % 2 else reversed(wanted):
            reach_x, reach_y = size[0] / at_scale / 2 + rim, size[1] / at_scale / 2 + rim
            for region in self._regions:
                x0, y0, x1, y1 = region.bounds
                if not (x0 < cx + reach_x and x1 > cx - reach_x and y0 < cy + reach_y and y1 > cy - reach_y):
                    continue
                for block in region.blocks[at_scale]:
                    key = (region.index, at_scale, block)
                    is_near = block[0] < cx + reach_x and block[2] > cx - reach_x
                    if is_near and block[1] < cy + reach_y and block[3] > cy - reach_y and key not in self._pictures:
                        if self._parts.prepare(region, at_scale):
                            pass
                        elif self._painted.get(at_scale, (None,))[0] != key:
                            self._painted[at_scale] = key, self._paint(region, at_scale, block)
                        else:
                            self._pictures.get(key, partial(self._compose, region, at_scale, block))
                        return True
        self._done = asked
        return False

    def _paint(self, region: Region, scale: int, block: Block) -> pygame.Surface:
        """Tiles and things of one piece of a roof, as large as they lie in the map."""
        x0, y0, x1, y1 = block
        picture = pygame.Surface(((x1 - x0) * scale, (y1 - y0) * scale), pygame.SRCALPHA)
        for y in range(y0, y1):
            for x in range(x0, x1):
                if not region.holds(x, y):
                    continue
                for layer, shade in zip(self._layers, self._shades, strict=True):
                    tile = self._sheets.tile(layer.cells[y * self._width + x], scale, shade)
                    if tile is not None:
                        picture.blit(tile, ((x - x0) * scale, (y - y0) * scale))
        self._parts.paint(picture, region, scale, (x0, y0))
        return picture

    def _compose(self, region: Region, scale: int, block: Block) -> pygame.Surface:
        """One piece of a roof, lit and as large as its height makes it."""
        x0, y0, _, _ = block
        key, picture = self._painted.pop(scale, (None, None))
        if picture is None or key != (region.index, scale, block):
            picture = self._paint(region, scale, block)
        size = picture.get_size()
        light = self._parts.light(size, region, scale, (x0, y0))
        is_whole = pygame.mask.from_surface(picture, 250).count() == size[0] * size[1]
        larger = math.ceil(size[0] * region.grow) + 1, math.ceil(size[1] * region.grow) + 1
        # A piece without gaps is drawn several times faster without its alpha channel.
        picture = pygame.transform.smoothscale(picture.convert() if is_whole else picture, larger)
        mode = pygame.BLEND_RGB_MULT if is_whole else pygame.BLEND_RGBA_MULT
        picture.fill((*self._hour.roof, 255), special_flags=mode)
        if light is not None:
            picture.blit(pygame.transform.smoothscale(light, larger), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return quick(picture) if is_whole else cut_out(picture.convert_alpha())


def _fade(picture: pygame.Surface, alpha: int) -> None:
    """Set a piece's opacity. One that is opaque again is as quick to lay down as before: without gaps it is copied, not mixed, and
    with gaps it goes run by run."""
    is_whole = picture.get_masks()[3] == 0
    if alpha < 255:
        picture.set_alpha(alpha)
    elif is_whole:
        picture.set_alpha(None)
    else:
        picture.set_alpha(255, pygame.RLEACCEL)
