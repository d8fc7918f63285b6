"""The plan before the start: the level as a blueprint, each step traced in orange with one line of text.

Pure drawing; `step` and `fraction` say how far the telling is. The brief scene calls `draw_brief` each frame.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.content.level import BriefStep, Level, Point
from game.content.text import Text

from . import text as type_
from .hud_speech import LINES, speech_panel, subtitle_lines
from .hud_stamps import HOT, ORANGE, STEEL, WHITE, Colour, blit_centred, box, diamond
from .screens_blueprint import Sheet, places_of, sheet_of
from .screens_kit import corner, unit

DRAWN_SHARE = 0.55
"""The stroke is done by this share of a step's time; the rest is for looking."""
_PAST: Colour = (150, 98, 64)


def draw_brief(
    surface: pygame.Surface,
    text: Text,
    level: Level,
    step: int,
    fraction: float,
    ground: pygame.Surface | None = None,
    skip: str = "",
    marks: tuple[tuple[str, str], ...] = (),
) -> None:
    """Step `step` of the level's brief, `fraction` (0 to 1) of its time gone; `skip` says how to go on, `marks` are kind and name of what
    was cased there before."""
    sheet = sheet_of(level, surface.get_size(), ground)
    surface.blit(sheet.surface, (0, 0))
    steps = level.screenplay.brief
    used: list[pygame.Rect] = []
    for past in steps[: max(0, step)]:
        _trace(surface, sheet, level, past, 1.0, _PAST, used)
    if 0 <= step < len(steps):
        _trace(surface, sheet, level, steps[step], min(1.0, fraction / DRAWN_SHARE), HOT, used)
        _line(surface, steps[step].line, f"{step + 1} / {len(steps)}")
    _cased(surface, sheet, text, level, marks, used)
    _header(surface, level, step, len(steps), fraction)
    u = unit(surface)
    at = surface.get_width() - round(40 * u), surface.get_height() - round(44 * u)
    type_.draw(surface, skip or text("menu.any_key"), at, round(21 * u), STEEL, "right")


def _header(surface: pygame.Surface, level: Level, step: int, count: int, fraction: float) -> None:
    """Title and place at the top left, and one stroke for each step, filling as it is told."""
    u = unit(surface)
    left, top = round(48 * u), round(16 * u)
    surface.blit(box(surface.get_width(), round(70 * u), 200), (0, 0))
    wide = type_.draw(surface, level.screenplay.title.upper(), (left, top), round(38 * u), WHITE, weight="display")
    line = top + round(52 * u)
    corner(surface, left, line, left + wide + round(12 * u), round(22 * u), max(2, round(3 * u)))
    reach, gap = round(44 * u), round(8 * u)
    x = surface.get_width() - round(40 * u) - count * (reach + gap)
    if level.screenplay.place:
        at, size = left + wide + round(26 * u), round(21 * u)
        is_long = at + type_.width(level.screenplay.place, size) > x - round(20 * u)  # then it stands under the strokes
        type_.draw(surface, level.screenplay.place, (at, top + round((30 if is_long else 15) * u)), size, STEEL)
    for at in range(count):
        share = 1.0 if at < step else min(1.0, fraction) if at == step else 0.0
        surface.fill((58, 72, 90), (x, top + round(20 * u), reach, max(2, round(4 * u))))
        surface.fill(HOT, (x, top + round(20 * u), round(reach * share), max(2, round(4 * u))))
        x += reach + gap


def _line(surface: pygame.Surface, line: str, number: str) -> None:
    """The step's line as a subtitle, under its number."""
    u = unit(surface)
    rows = subtitle_lines(line)[:LINES]
    if rows:
        panel = speech_panel(u, number, rows, False)
        y = surface.get_height() - round(16 * u) - panel.get_height()
        surface.blit(panel, ((surface.get_width() - panel.get_width()) // 2, y))


def _trace(
    surface: pygame.Surface,
    sheet: Sheet,
    level: Level,
    step: BriefStep,
    share: float,
    colour: Colour,
    used: list[pygame.Rect],
) -> None:
    """Draw what the step names one after the other: ways as a stroke with a head, places as a closing ring; `used` are
    the places that names have taken."""
    count = max(1, len(step.points))
    for at, name in enumerate(step.points):
        own = max(0.0, min(1.0, share * count - at))
        points, is_way = places_of(level, name)
        if not points or own <= 0:
            continue
        if is_way:
            _stroke(surface, sheet, points, own, colour)
        else:
            _place(surface, sheet, points[0], own, colour, name, used)


def _cased(
    surface: pygame.Surface,
    sheet: Sheet,
    text: Text,
    level: Level,
    marks: tuple[tuple[str, str], ...],
    used: list[pygame.Rect],
) -> None:
    """What the crew has seen of the place in earlier runs: a dot in steel and what it is, in words where there is room."""
    u = unit(surface)
    for kind, name in marks:
        points, _ = places_of(level, name)
        if not points:
            continue
        x, y = sheet.at(*points[0])
        pygame.draw.aacircle(surface, STEEL, (x, y), 9 * u, max(1, round(2 * u)))
        pygame.draw.aacircle(surface, STEEL, (x, y), 4 * u)
        words = text(f"cased.{kind}")
        size = round(17 * u)
        plate = pygame.Rect(
            round(x + 12 * u), round(y - 12 * u), type_.width(words, size) + round(8 * u), round(22 * u)
        )
        if surface.get_rect().contains(plate) and plate.collidelist(used) < 0:
            used.append(plate)
            surface.blit(box(plate.width, plate.height, 170), plate)
            type_.draw(surface, words, (plate.left + 4 * u, plate.top), size, STEEL)


def _stroke(surface: pygame.Surface, sheet: Sheet, points: tuple[Point, ...], share: float, colour: Colour) -> None:
    """The way up to `share` of its length, with an arrow head where the pen is."""
    pixels = [sheet.at(x, y) for x, y in points]
    left = sum(math.dist(a, b) for a, b in pairwise(pixels)) * share
    thick = max(2, round(4 * unit(surface)))
    head, angle = pixels[0], 0.0
    for start, end in pairwise(pixels):
        length = math.dist(start, end)
        if left <= 0 or length <= 0:
            continue
        part = min(1.0, left / length)
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        head = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
        pygame.draw.line(surface, colour, start, head, thick)
        pygame.draw.aacircle(surface, colour, head, thick / 2)
        left -= length
    size = round(13 * unit(surface))
    tip = [(1.0, 0.0), (-0.7, 0.75), (-0.35, 0.0), (-0.7, -0.75)]
    cos, sin = math.cos(angle) * size, math.sin(angle) * size
    shape = [(head[0] + x * cos - y * sin, head[1] + x * sin + y * cos) for x, y in tip]
    pygame.draw.polygon(surface, colour, shape)
    pygame.draw.aalines(surface, colour, True, shape)


def _place(
    surface: pygame.Surface,
    sheet: Sheet,
    point: Point,
    share: float,
    colour: Colour,
    name: str,
    used: list[pygame.Rect],
) -> None:
    """A ring that closes on the place, a mark in it, and its name on a line around the corner."""
    u = unit(surface)
    x, y = sheet.at(*point)
    radius = (20 + 60 * (1 - share) ** 2) * u
    pygame.draw.aacircle(surface, colour, (x, y), radius, max(2, round(2.5 * u)))
    blit_centred(surface, diamond(max(3, round(7 * u)), colour, False), x, y)
    if share >= 1:
        _name(surface, (x, y), name.replace("_", " ").upper(), colour, used)


def _name(
    surface: pygame.Surface, at: tuple[float, float], words: str, colour: Colour, used: list[pygame.Rect]
) -> None:
    """A name on a line around the corner, to the side where no other name stands; none where there is no room."""
    u = unit(surface)
    (x, y), size = at, round(21 * u)
    rise, out = round(26 * u), round(22 * u)
    wide, high = type_.width(words, size) + round(8 * u), round(size * 1.24)
    for side, drop in ((1, -1), (-1, -1), (1, 1), (-1, 1), (1, -2), (-1, -2), (1, 2), (-1, 2)):
        end, line = x + side * out * 1.4, y + drop * rise
        plate = pygame.Rect(round(end if side > 0 else end - wide), round(line) - high, wide, high)
        if surface.get_rect().contains(plate) and plate.collidelist(used) < 0:
            break
    else:
        return
    used.append(plate.inflate(0, round(6 * u)))
    pygame.draw.aaline(surface, ORANGE, (x + side * out * 0.65, y + (1 if drop > 0 else -1) * out * 0.65), (end, line))
    surface.blit(box(wide, high, 190), plate)
    pygame.draw.line(surface, ORANGE, (plate.left, line), (plate.right, line), max(1, round(1.5 * u)))
    shown: Colour = WHITE if colour == HOT else STEEL
    type_.draw(surface, words, (plate.left + 4 * u, line - size * 1.28), size, shown)
