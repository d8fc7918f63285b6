"""What stands and lies on flat roofs: machines, vents, tanks, skylights, stains, and the shade of taller houses.

Owns where it is, which is dealt from the roof's own place so that every run sees the same town; the pictures are baked
(`assets/props/roofs`, `assets/props/decals`). Called by `roofs.py` while it composes a piece of a roof.
"""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pygame

from game.content.level import Level, TileLayer, Wall
from game.render import atlas
from game.render.noise import dice
from game.render.palette import Hour
from game.render.roof_regions import Region
from game.render.sun import SunShade, bounds
from game.render.tiles import GID_MASK, TileSheets
from game.render.turned import TurnedCache

SHEET, DECALS = "props/roofs", "props/decals"
TRIES = 9
CLEAR = 0.4
"""Metres between two things on a roof."""
SMALLEST = 14
"""Square metres of free roof on which anything stands."""
LIT_FROM = 0.5
SHADE = (12, 18, 38, 118)
DECKED = 160.0
"""Square metres beyond which a roof has a stair."""

Wish = tuple[str, float, float]
"""A part, the square metres of roof for each of it, and the chance that it is there at all."""
FLAT: tuple[Wish, ...] = (
    ("hut", 420, 0.85), ("chiller", 620, 0.6), ("cooling_tower", 900, 0.5), ("package", 190, 0.9), ("duct", 260, 0.8),
    ("tank", 480, 0.4), ("skylight", 240, 0.6), ("domes", 300, 0.4), ("pipes", 240, 0.8), ("cooler", 120, 0.95),
    ("flue", 340, 0.5), ("boards", 600, 0.4), ("dish", 420, 0.4), ("aerial", 260, 0.6), ("hatch", 300, 0.7), ("box", 260, 0.7),
    ("mushroom", 90, 0.9), ("turbine", 160, 0.7), ("stack", 56, 1.0),
)  # fmt: skip
SHEETS: tuple[Wish, ...] = (
    ("domes", 60, 0.95), ("turbine", 44, 0.95), ("cooler", 220, 0.6), ("mushroom", 140, 0.8), ("stack", 120, 0.8), ("duct", 420, 0.5),
)  # fmt: skip
"""On corrugated iron nobody builds heavy."""
DECK: tuple[Wish, ...] = (
    ("crack", 150, 1.0), ("oil", 60, 1.0), ("dirt", 110, 1.0), ("wash", 160, 1.0), ("skid", 420, 1.0), ("seal", 260, 1.0),
)  # fmt: skip
STAINS: tuple[Wish, ...] = (
    ("pond", 46, 1.0),
    ("tar", 70, 0.9),
    ("dirt", 60, 1.0),
    ("wash", 70, 0.8),
    ("streak", 90, 0.7),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """One thing on a roof: its frame, its middle in metres, its quarter turns, how high it stands."""

    name: str
    x: float
    y: float
    turn: int
    tall: float


Furniture = tuple[list[Part], list[Part]]
"""Stains, and what stands."""


class RoofParts:
    """The furniture of all roofs of one level."""

    def __init__(
        self, level: Level, layers: list[TileLayer], sheets: TileSheets, hour: Hour, sun: SunShade | None = None
    ) -> None:
        self._width, self._layers, self._sheets, self._hour = level.width, layers, sheets, hour
        self._frames = atlas.book(SHEET)["frames"]
        self._decals = atlas.book(DECALS)["frames"]
        self._sheet, self._decal_sheet = atlas.sheet(f"{SHEET}.png"), atlas.sheet(f"{DECALS}.png")
        self._kinds: dict[str, list[str]] = {}
        for name in self._decals:
            self._kinds.setdefault(name.rpartition("-")[0], []).append(name)
        size = (level.height, level.width)
        self._laid = sum(
            (((np.array(layer.cells, np.int64) & GID_MASK) != 0).astype(np.uint8).reshape(size) for layer in layers),
            np.zeros(size, np.uint8),
        )
        """How many layers of a roof lie on every cell."""
        self._furniture: dict[int, Furniture] = {}
        self._ready: set[tuple[int, int]] = set()
        """Roofs and scales whose pictures were made in time; those that were dropped since are made where they are needed."""
        self._pictures = TurnedCache(12_000_000)
        self._sun = sun or SunShade(level, hour)
        self._tall: list[tuple[Wall, tuple[float, float, float, float]]] = [
            (wall, bounds(wall.points)) for wall in level.walls if wall.height > 4.0
        ]

    def paint(self, picture: pygame.Surface, region: Region, scale: int, corner: tuple[int, int]) -> None:
        """Stains, the shade of taller houses, shadows and things on a piece whose corner lies at `corner` (cells)."""
        stains, standing = self._of(region)
        for part in stains:
            self._put(picture, self._picture(part, scale), part, scale, corner)
        self._shade(picture, region.height, scale, corner)
        for part in standing:
            self._cast(picture, part, scale, corner)
        for part in standing:
            self._put(picture, self._picture(part, scale), part, scale, corner)

    def light(
        self, size: tuple[int, int], region: Region, scale: int, corner: tuple[int, int]
    ) -> pygame.Surface | None:
        """What shines at night on that piece, to be added to it; None when nothing does."""
        if self._hour.lamps < LIT_FROM:
            return None
        made = None
        area = pygame.Rect(0, 0, *size)
        for part in self._of(region)[1]:
            if f"{part.name}-light" not in self._frames or int(part.x * 3 + part.y * 5) % 3 == 0:
                continue
            glow = self._picture(dataclasses.replace(part, name=f"{part.name}-light"), scale)
            rect = glow.get_rect(center=((part.x - corner[0]) * scale, (part.y - corner[1]) * scale))
            if rect.colliderect(area):
                made = made or pygame.Surface(size).convert()
                made.blit(glow, rect, special_flags=pygame.BLEND_RGB_ADD)
        return made

    # ---- what stands where

    def prepare(self, region: Region, scale: int) -> bool:
        """Deal a roof its things before it is seen, or make one of their pictures at a scale; whether that was still to be done."""
        if region.index not in self._furniture:
            self._of(region)
            return True
        if (region.index, scale) in self._ready:
            return False
        for part in itertools.chain(*self._of(region)):
            if (part.name, part.turn, scale) not in self._pictures:
                self._picture(part, scale)
                return True
        self._ready.add((region.index, scale))
        return False

    def take_over(self, before: RoofParts, same: dict[int, int]) -> None:
        """Keep what was dealt to roofs that are the same still; `same` gives their number now by the one they had."""
        self._pictures = before._pictures
        self._furniture = {same[index]: dealt for index, dealt in before._furniture.items() if index in same}
        self._ready = {(same[index], scale) for index, scale in before._ready if index in same}

    def _of(self, region: Region) -> Furniture:
        if region.index not in self._furniture:
            self._furniture[region.index] = self._furnish(region)
        return self._furniture[region.index]

    def _furnish(self, region: Region) -> Furniture:
        """Deal stains and things to the free cells of a roof; canopies, decks and pitched roofs stay bare."""
        free = self._free(region)
        style = self._style(region)
        if free.sum() < SMALLEST or style == "" or (style != "deck" and not region.is_carried):
            return [], []
        x0, y0 = region.bounds[:2]
        roll = dice(f"roof{x0},{y0},{region.height}")
        if style == "deck":
            return self._deal(DECK, free, roll, (x0, y0), is_flat=True), []
        stains = self._deal(STAINS, free.copy(), roll, (x0, y0), is_flat=True)
        return stains, self._deal(SHEETS if style == "sheets" else FLAT, free, roll, (x0, y0), is_flat=False)

    def _deal(
        self,
        wishes: tuple[Wish, ...],
        free: np.ndarray,
        roll: np.random.Generator,
        corner: tuple[int, int],
        is_flat: bool,
    ) -> list[Part]:
        area, found = float(free.sum()), []
        for kind, each, chance in wishes:
            count = int(area / each + roll.random()) if roll.random() < chance else 0
            for _ in range(count):
                part = self._find(kind, free, roll, corner, is_flat)
                if part is not None:
                    found.append(part)
        return found

    def _find(
        self, kind: str, free: np.ndarray, roll: np.random.Generator, corner: tuple[int, int], is_flat: bool
    ) -> Part | None:
        """A place whose cells are all free; they are taken, unless it is flat."""
        name, tall = kind, 0.0
        if is_flat:
            names = self._kinds[kind]
            name = names[int(roll.integers(len(names)))]
            length, breadth = (side / atlas.PPM * 0.7 for side in self._decals[name]["rect"][2:])
        else:
            (length, breadth), tall = self._frames[kind]["size"], self._frames[kind]["height"]
        for luck, across, down in roll.random((TRIES, 3)).tolist():
            turn = int(luck * 4)
            wide, high = (breadth, length) if turn & 1 else (length, breadth)
            x, y = int(across * free.shape[1] * 4) / 4, int(down * free.shape[0] * 4) / 4
            left, top = math.floor(x - wide / 2 - CLEAR), math.floor(y - high / 2 - CLEAR)
            right, bottom = math.ceil(x + wide / 2 + CLEAR), math.ceil(y + high / 2 + CLEAR)
            if left < 0 or top < 0 or right > free.shape[1] or bottom > free.shape[0]:
                continue
            if free[top:bottom, left:right].all():
                if not is_flat:
                    free[top:bottom, left:right] = False
                return Part(name, x + corner[0], y + corner[1], turn, tall)
        return None

    def _free(self, region: Region) -> np.ndarray:
        """Cells of a roof's rectangle on which only roofing lies, its rim left out."""
        x0, y0, x1, y1 = region.bounds
        return region.mask & (self._laid[y0:y1, x0:x1] == 1)

    def _style(self, region: Region) -> str:
        """flat, sheets or deck; empty for tiled roofs and crowns of trees. Told by the colour of the roofing."""
        cells = np.argwhere(region.mask.T) + region.bounds[:2]
        x, y = (int(part) for part in cells[np.argmin(np.abs(cells - cells.mean(axis=0)).sum(axis=1))])
        tile = next(
            (t for layer in self._layers if (t := self._sheets.tile(layer.cells[y * self._width + x], 24))), None
        )
        if tile is None:
            return ""
        red, green, blue, _ = pygame.transform.average_color(tile, consider_alpha=True)
        if red - green > 36 or green > max(red, blue) + 8:
            return ""
        mean = (red + green + blue) / 3
        if blue >= red and mean > 110:
            return "sheets"
        return "deck" if abs(red - blue) < 10 and 138 < mean < 160 else "flat"

    # ---- pictures

    def _put(
        self, picture: pygame.Surface, thing: pygame.Surface, part: Part, scale: int, corner: tuple[int, int]
    ) -> None:
        x, y = (part.x - corner[0]) * scale, (part.y - corner[1]) * scale
        picture.blit(thing, (round(x - thing.get_width() / 2), round(y - thing.get_height() / 2)))

    def _picture(self, part: Part, scale: int) -> pygame.Surface:
        return self._pictures.get((part.name, part.turn, scale), lambda: self._make(part, scale))

    def _make(self, part: Part, scale: int) -> pygame.Surface:
        is_decal = part.name in self._decals
        book, sheet = (self._decals, self._decal_sheet) if is_decal else (self._frames, self._sheet)
        source = sheet.subsurface(book[part.name]["rect"])
        size = max(1, source.get_width() * scale // atlas.PPM), max(1, source.get_height() * scale // atlas.PPM)
        made = pygame.transform.rotate(pygame.transform.smoothscale(source, size), -90 * part.turn)
        if part.name.endswith("-light"):
            black = pygame.Surface(made.get_size()).convert()
            black.blit(made, (0, 0))
            # In the last of the sun a lit pane hardly shows.
            strength = int(255 * self._hour.lamps * max(0.0, 1 - sum(self._hour.roof) / 600))
            black.fill((strength,) * 3, special_flags=pygame.BLEND_RGB_MULT)
            return black
        return made.convert_alpha()

    def _cast(self, picture: pygame.Surface, part: Part, scale: int, corner: tuple[int, int]) -> None:
        """The sun's shadow of a thing on its roof: its outline drawn out along the ray."""
        sx, sy = self._hour.shadow
        dx, dy = sx * part.tall * scale, sy * part.tall * scale
        far = math.hypot(dx, dy)
        if far < 1:
            return
        shadow = self._pictures.get(("shadow", part.name, part.turn, scale), lambda: self._shadow(part, scale, dx, dy))
        thing = self._picture(part, scale)
        x, y = (part.x - corner[0]) * scale, (part.y - corner[1]) * scale
        left, top = x - thing.get_width() / 2 + min(0.0, dx), y - thing.get_height() / 2 + min(0.0, dy)
        picture.blit(shadow, (round(left), round(top)))

    def _shadow(self, part: Part, scale: int, dx: float, dy: float) -> pygame.Surface:
        outline = pygame.mask.from_surface(self._picture(part, scale), 200)
        wide, high = outline.get_size()
        drawn = pygame.mask.Mask((wide + math.ceil(abs(dx)), high + math.ceil(abs(dy))))
        steps = max(1, math.ceil(max(abs(dx), abs(dy)) / 2))
        for index in range(steps + 1):
            at = round(dx * index / steps - min(0.0, dx)), round(dy * index / steps - min(0.0, dy))
            drawn.draw(outline, at)
        return drawn.to_surface(setcolor=SHADE, unsetcolor=(0, 0, 0, 0)).convert_alpha()

    def _shade(self, picture: pygame.Surface, height: float, scale: int, corner: tuple[int, int]) -> None:
        """The shade that taller houses throw on a roof."""
        if not self._sun.shines:
            return
        left, top = corner
        right, bottom = left + picture.get_width() / scale, top + picture.get_height() / scale
        shade = None
        for wall, (x0, y0, x1, y1) in self._tall:
            over = min(wall.height - height, 14.0)
            if over < 0.5 or x0 - 16 > right or x1 + 16 < left or y0 - 16 > bottom or y1 + 16 < top:
                continue
            if shade is None:
                shade = pygame.Surface(picture.get_size()).convert()
                shade.fill((255, 255, 255))
            self._sun.shade(shade, wall.points, over, left, top, scale)
        if shade is not None:
            picture.blit(pygame.transform.box_blur(shade, 2), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
