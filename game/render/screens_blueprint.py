"""A level as a blueprint: what is built and where one drives, in thin lines on night blue.

Owns the drawing of the sheet (cached by level and size) and the way from metres to its pixels. `screens_brief.py`
draws the plan over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pygame

from game.content.level import Level, Point

from .hud_stamps import Colour

MARGIN_METRES = 16.0
LEAST_METRES = 52.0
"""Never closer than this: a plan shows where things are to each other."""
_LINE: Colour = (150, 184, 214)
_ROAD: Colour = (40, 56, 77)
_WALK: Colour = (27, 39, 54)
_GROUND: Colour = (20, 29, 42)
_HOUSE: Colour = (47, 68, 92)
_ROAD_NAMES = ("asphalt", "road", "concrete_road", "runway", "tarmac", "street")
_WALK_NAMES = ("sidewalk", "concrete", "tile", "floor", "pavement", "carpet", "wood")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn blueprint and how metres lie on it."""

    surface: pygame.Surface
    left: float
    top: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of a place in metres."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale


_sheets: dict[tuple[object, ...], Sheet] = {}


def sheet_of(level: Level, size: tuple[int, int], ground: pygame.Surface | None) -> Sheet:
    """The blueprint of the part of the level its brief speaks of; drawn once, the last four are kept."""
    key = (level.digest, level.name, size, id(ground) if ground is not None else 0)
    found = _sheets.get(key)
    if found is None:
        while len(_sheets) >= 4:
            _sheets.pop(next(iter(_sheets)))
        found = _sheets[key] = _draw(level, size, ground)
    return found


def places_of(level: Level, name: str) -> tuple[tuple[Point, ...], bool]:
    """Where something named is: its points and whether they are a way (a route or lane) rather than a place."""
    for ways in (level.routes, level.lanes):
        for way in ways:
            if way.name == name:
                return way.points, True
    for zone in level.zones:
        if zone.name == name:
            return (_middle(zone.points),), False
    for things in (
        level.people,
        level.vehicles,
        level.markers,
        level.items,
        level.fixtures,
        level.doors,
        level.security_cameras,
        level.props,
        level.signals,
    ):
        for thing in things:
            if thing.name == name:
                return ((thing.x, thing.y),), False
    return next(((_middle(wall.points),) for wall in level.walls if wall.name == name), ()), False


def _middle(points: tuple[Point, ...]) -> Point:
    count = max(1, len(points))
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count


def _window(level: Level, size: tuple[int, int]) -> tuple[float, float, float]:
    """Left, top and pixels a metre of the sheet: about everything the brief names, inside the level when it can be."""
    named = [point for step in level.screenplay.brief for name in step.points for point in places_of(level, name)[0]]
    points = named or [(0.0, 0.0), (float(level.width), float(level.height))]
    left, right = min(x for x, _ in points) - MARGIN_METRES, max(x for x, _ in points) + MARGIN_METRES
    top, bottom = min(y for _, y in points) - MARGIN_METRES, max(y for _, y in points) + MARGIN_METRES
    # The upper edge of the screen belongs to the title, the lower part to the line of text.
    scale = min(size[0] / max(right - left, LEAST_METRES), size[1] * 0.66 / max(bottom - top, LEAST_METRES * 0.4))
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return middle_x - size[0] / scale / 2, middle_y - size[1] * 0.47 / scale, scale


def _draw(level: Level, size: tuple[int, int], ground: pygame.Surface | None) -> Sheet:
    left, top, scale = _window(level, size)
    surface = pygame.Surface(size)
    surface.fill(_GROUND)
    _ground(surface, level, ground, (left, top, scale))
    sheet = Sheet(surface, left, top, scale)
    _grid(sheet)
    _lanes(sheet, level)
    _walls(sheet, level)
    for prop in level.props:
        if prop.radius > 0:
            pygame.draw.aacircle(surface, (84, 108, 132), sheet.at(prop.x, prop.y), max(2.0, prop.radius * scale), 1)
    surface.blit(_rim(size), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    shown = surface.convert() if pygame.display.get_surface() else surface
    return Sheet(shown, left, top, scale)


def _ground(
    surface: pygame.Surface, level: Level, ground: pygame.Surface | None, window: tuple[float, float, float]
) -> None:
    """Surfaces by their use (road, walk, other); or the given picture of the whole level, dimmed to the tone."""
    left, top, scale = window
    picture = ground
    if picture is None:
        picture = _plain_ground(level)
    whole = pygame.Rect(
        round(-left * scale), round(-top * scale), round(level.width * scale), round(level.height * scale)
    )
    seen = whole.clip(surface.get_rect())
    if not seen.width or not seen.height or not picture.get_width():
        return
    per_x, per_y = picture.get_width() / whole.width, picture.get_height() / whole.height
    part = pygame.Rect(
        round((seen.x - whole.x) * per_x),
        round((seen.y - whole.y) * per_y),
        round(seen.w * per_x),
        round(seen.h * per_y),
    ).clip(picture.get_rect())
    if not part.width or not part.height:
        return
    piece = pygame.transform.smoothscale(picture.subsurface(part).convert(24), seen.size)
    if ground is not None:
        piece.fill((64, 78, 98), special_flags=pygame.BLEND_RGB_MULT)
    surface.blit(piece, seen.topleft)


def _plain_ground(level: Level) -> pygame.Surface:
    tones = np.array([_tone(name) for name in level.surfaces] or [_GROUND], np.uint8)
    cells = np.frombuffer(level.ground, np.uint8)
    if cells.size != level.width * level.height:
        cells = np.zeros(level.width * level.height, np.uint8)
    picture = tones[np.minimum(cells, len(tones) - 1)].reshape(level.height, level.width, 3)
    return pygame.surfarray.make_surface(picture.swapaxes(0, 1))


def _tone(name: str) -> Colour:
    if any(name.startswith(road) for road in _ROAD_NAMES):
        return _ROAD
    return _WALK if any(name.startswith(walk) for walk in _WALK_NAMES) else _GROUND


def _grid(sheet: Sheet) -> None:
    """A line every ten metres."""
    wide, high = sheet.surface.get_size()
    metres = 10
    first_x, first_y = int(sheet.left // metres) * metres, int(sheet.top // metres) * metres
    for number in range(round(wide / sheet.scale / metres) + 2):
        x = round(sheet.at(first_x + number * metres, 0)[0])
        sheet.surface.fill((42, 57, 77), (x, 0, 1, high))
    for number in range(round(high / sheet.scale / metres) + 2):
        y = round(sheet.at(0, first_y + number * metres)[1])
        sheet.surface.fill((42, 57, 77), (0, y, wide, 1))


def _lanes(sheet: Sheet, level: Level) -> None:
    """Lanes as dashes down their middle."""
    for lane in level.lanes:
        points = [sheet.at(x, y) for x, y in lane.points]
        for (ax, ay), (bx, by) in pairwise(points):
            length = max(1.0, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
            for dash in range(min(400, int(length // 22) + 1)):
                start, end = dash * 22 / length, min(1.0, (dash * 22 + 9) / length)
                a = ax + (bx - ax) * start, ay + (by - ay) * start
                b = ax + (bx - ax) * end, ay + (by - ay) * end
                pygame.draw.aaline(sheet.surface, (92, 116, 142), a, b)


def _walls(sheet: Sheet, level: Level) -> None:
    """Houses hatched, low walls as outlines."""
    hatch = _hatch(sheet.surface.get_size())
    screen = sheet.surface.get_rect()
    mask = pygame.Surface(screen.size)
    mask.set_colorkey((255, 0, 255))
    mask.blit(hatch, (0, 0))
    keep = pygame.Surface(screen.size)
    for wall in level.walls:
        points = [sheet.at(x, y) for x, y in wall.points]
        if len(points) >= 3 and wall.height >= 1.4:
            pygame.draw.polygon(keep, (255, 255, 255), points)
    keep.set_colorkey((255, 255, 255))
    mask.blit(keep, (0, 0))
    mask.set_colorkey((0, 0, 0))
    sheet.surface.blit(mask, (0, 0))
    for wall in level.walls:
        points = [sheet.at(x, y) for x, y in wall.points]
        if len(points) >= 2:
            pygame.draw.aalines(sheet.surface, _LINE if wall.height >= 1.4 else (92, 116, 138), True, points)


@lru_cache(maxsize=2)
def _hatch(size: tuple[int, int]) -> pygame.Surface:
    """Slanted lines, as draughtsmen fill what is solid."""
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    is_line = ((x + y) % 9 < 1)[..., None]
    pixels = np.where(is_line, np.array((74, 102, 132)), np.array(_HOUSE)).astype(np.uint8)
    return pygame.image.frombuffer(pixels.tobytes(), size, "RGB").copy()


@lru_cache(maxsize=2)
def _rim(size: tuple[int, int]) -> pygame.Surface:
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    fall = 1.12 - np.hypot((x / size[0] - 0.5) * 1.1, y / size[1] - 0.45) * 0.95
    pixels = np.repeat((np.clip(fall + 0.06, 0.55, 1) * 255)[..., None], 3, axis=2).astype(np.uint8)
    return pygame.image.frombuffer(pixels.tobytes(), size, "RGB").copy()
