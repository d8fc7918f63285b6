"""Type on the screen: inks the game's own stroke typeface and keeps what it has inked.

Owns glyph masks and string surfaces, both in bounded caches; knows nothing of what is written or where it belongs.
HUD and screens call it. `size_px` is the size of the type as printers count it (capitals are 0.7 of it); a line
of type is `line_height(size_px)` high. Digits are all of one width.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters, digits
from typing import Any

import numpy as np
import pygame

from .glyphs import CAP_UNITS, Stroke, glyph

Colour = tuple[int, int, int]

COMMON = ascii_letters + digits + ".,:;!?'-+/()[]"

CAP_SHARE = 0.7
"""Height of capitals as a share of the type size."""
LINE_SHARE = 1.32
_RISE_SHARE = 0.27
"""Room above capitals for accents."""
_STRINGS_KEPT = 640
_GLYPHS_KEPT = 1400


class _Cut:
    """One cut of the typeface: how thick the pen, how wide the letters, how much air between them."""

    def __init__(self, pen: float, stretch: float, air: float, is_flat: bool) -> None:
        self.pen, self.stretch, self.air, self.is_flat = pen, stretch, air, is_flat


_CUTS = {
    "text": _Cut(pen=0.080, stretch=0.94, air=1.75, is_flat=False),
    "display": _Cut(pen=0.138, stretch=1.12, air=2.3, is_flat=True),
}

_strings: OrderedDict[tuple[Any, ...], pygame.Surface] = OrderedDict()


def text(
    string: str, size_px: int, colour: Colour, weight: str = "text", glow: float = 0, shadow: bool = False
) -> pygame.Surface:
    """The string as a surface with alpha, `line_height` high plus its glow's margin; cached, so never draw on it."""
    key = (string, size_px, colour, weight, glow, shadow)
    found = _strings.get(key)
    if found is not None:
        _strings.move_to_end(key)
        return found
    made = _inked(string, size_px, colour, weight, glow, shadow)
    _strings[key] = made
    if len(_strings) > _STRINGS_KEPT:
        _strings.popitem(last=False)
    return made


@lru_cache(maxsize=4096)
def width(string: str, size_px: int, weight: str = "text") -> int:
    """Pixels from the first letter's left edge to the last one's right edge."""
    if not string:
        return 0
    return sum(_advance(character, size_px, weight) for character in string) - _gap(size_px, weight)


def line_height(size_px: int) -> int:
    """Pixels from one line of type to the next."""
    return round(size_px * LINE_SHARE)


def draw(
    surface: pygame.Surface,
    string: str,
    pos: tuple[float, float],
    size_px: int,
    colour: Colour,
    align: str = "left",
    weight: str = "text",
    shadow: bool = True,
) -> int:
    """Write a line whose top is at `pos`, left of, about or right of its x; returns its width in pixels."""
    if not string:
        return 0
    wide = width(string, size_px, weight)
    x = pos[0] - (0 if align == "left" else wide / 2 if align == "centre" else wide)
    surface.blit(text(string, size_px, colour, weight, 0, shadow), (round(x) - _margin(size_px, 0), round(pos[1])))
    return wide


def draw_digits(
    surface: pygame.Surface,
    string: str,
    pos: tuple[float, float],
    size_px: int,
    colour: Colour,
    align: str = "left",
    weight: str = "display",
) -> int:
    """Like `draw`, but letter by letter out of the cache: for clocks and counters, which change all the time."""
    wide = width(string, size_px, weight)
    x = round(pos[0] - (0 if align == "left" else wide / 2 if align == "centre" else wide))
    for character in string:
        if character != " ":
            inked = text(character, size_px, colour, weight, 0, True)
            surface.blit(inked, (x - _margin(size_px, 0), round(pos[1])))
        x += _advance(character, size_px, weight)
    return wide


@lru_cache(maxsize=256)
def wrap(string: str, size_px: int, max_px: int, max_lines: int) -> tuple[str, ...]:
    """The string in at most `max_lines` lines no wider than `max_px`; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in string.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size_px) <= max_px:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [_cut_short(line, size_px, max_px) for line in lines[:max_lines]]
    if len(lines) > max_lines and shown:
        shown[-1] = _cut_short(" ".join(lines[max_lines - 1 :]), size_px, max_px)
    return tuple(shown)


def _cut_short(line: str, size_px: int, max_px: int) -> str:
    if width(line, size_px) <= max_px:
        return line
    while len(line) > 1 and width(line + "…", size_px) > max_px:
        line = line[:-1].rstrip()
    return line + "…"


def prepare(sizes: Iterable[int], weight: str = "text") -> None:
    """Ink the masks of all common letters in these sizes now: a line that appears in a fight must not cost a frame."""
    for size_px in sizes:
        for character in COMMON:
            _mask(character, size_px, weight)


def forget() -> None:
    """Drop everything inked: after a change of the display, or in tests that count."""
    _strings.clear()
    _mask.cache_clear()


# --------------------------------------------------------------------------- ink


def _unit(size_px: int) -> float:
    """Pixels of one glyph unit: capitals are a whole number of pixels high, which keeps their bars crisp."""
    return max(4, round(size_px * CAP_SHARE - _pen(size_px, "text"))) / CAP_UNITS


def _pen(size_px: int, weight: str) -> float:
    """Thickness of the pen in pixels: never so thin that it greys out, half pixels above that."""
    return max(1.35, round(size_px * _CUTS[weight].pen * 2) / 2)


def _gap(size_px: int, weight: str) -> int:
    """Pixels between the ink of one letter and the next."""
    cut = _CUTS[weight]
    return round(cut.air * _unit(size_px) * cut.stretch) - round(_pen(size_px, weight) * 0.5)


@lru_cache(maxsize=2048)
def _advance(character: str, size_px: int, weight: str) -> int:
    wide = glyph(character)[0] * _CUTS[weight].stretch * _unit(size_px)
    return round(wide + _pen(size_px, weight)) + _gap(size_px, weight)


def _margin(size_px: int, glow: float) -> int:
    return max(2, size_px // 8) + round(glow)


@lru_cache(maxsize=_GLYPHS_KEPT)
def _mask(character: str, size_px: int, weight: str) -> np.ndarray:
    """Coverage 0 to 1 of one glyph, float32 of (line height, its width and two margins)."""
    distance = _distance(character, size_px, weight, _margin(size_px, 0), 0)
    return np.clip(0.5 - distance, 0.0, 1.0)


def _distance(character: str, size_px: int, weight: str, side: int, above: int) -> np.ndarray:
    """Distance in pixels to the edge of the inked glyph, negative inside."""
    cut, unit, pen = _CUTS[weight], _unit(size_px), _pen(size_px, weight)
    wide, strokes = glyph(character)
    across = round(wide * cut.stretch * unit + pen) + 2 * side
    y, x = np.mgrid[0 : line_height(size_px) + 2 * above, 0:across].astype(np.float32)
    x += 0.5 - side - pen / 2
    y += 0.5 - above - round(size_px * _RISE_SHARE) - pen / 2
    distance = np.full(x.shape, 1e6, np.float32)
    for stroke in strokes:
        points = [(px * cut.stretch * unit, py * unit) for px, py in stroke]
        _add_stroke(distance, x, y, points, pen / 2, cut.is_flat and not _is_dot(stroke))
    return distance


def _is_dot(stroke: Stroke) -> bool:
    return len(stroke) == 2 and abs(stroke[0][0] - stroke[1][0]) + abs(stroke[0][1] - stroke[1][1]) < 0.6


def _add_stroke(
    distance: np.ndarray, x: np.ndarray, y: np.ndarray, points: list[tuple[float, float]], half: float, is_flat: bool
) -> None:
    """Lay one stroke into the distance field; a flat pen cuts its ends square and keeps right angles sharp."""
    last = len(points) - 2
    for at in range(last + 1):
        (ax, ay), (bx, by) = points[at], points[at + 1]
        ux, uy = bx - ax, by - ay
        length = max(float(np.sqrt(ux * ux + uy * uy)), 1e-6)
        ux, uy = ux / length, uy / length
        along = (x - ax) * ux + (y - ay) * uy
        across = (x - ax) * uy - (y - ay) * ux
        beyond = along - np.clip(along, 0.0, length)
        near = np.sqrt(beyond * beyond + across * across) - half
        if is_flat and at == 0:
            near = np.maximum(near, -along - half * 0.92 * _squareness(points, at))
        if is_flat and at == last:
            near = np.maximum(near, along - length)
        np.minimum(distance, near, out=distance)
        if is_flat and at < last and _is_right_angle(points, at):
            _add_corner(distance, x, y, points[at + 1], half)


def _squareness(points: list[tuple[float, float]], at: int) -> float:
    """1 for a loop, whose first and last points are one; 0 for an open end."""
    first, last = points[0], points[-1]
    return 1.0 if at == 0 and abs(first[0] - last[0]) + abs(first[1] - last[1]) < 1e-3 else 0.0


def _is_right_angle(points: list[tuple[float, float]], at: int) -> bool:
    (ax, ay), (bx, by), (cx, cy) = points[at : at + 3]
    is_level = min(abs(bx - ax), abs(by - ay)) < 1e-3 and min(abs(cx - bx), abs(cy - by)) < 1e-3
    return is_level and abs((bx - ax) * (cx - bx) + (by - ay) * (cy - by)) < 1e-3


def _add_corner(distance: np.ndarray, x: np.ndarray, y: np.ndarray, point: tuple[float, float], half: float) -> None:
    square = np.maximum(np.abs(x - point[0]), np.abs(y - point[1])) - half
    np.minimum(distance, square, out=distance)


def _inked(string: str, size_px: int, colour: Colour, weight: str, glow: float, shadow: bool) -> pygame.Surface:
    margin, reach = _margin(size_px, 0), round(glow)
    high = line_height(size_px) + 2 * reach
    across = max(1, width(string, size_px, weight) + 2 * (margin + reach))
    cover = np.zeros((high, across), np.float32)
    halo = np.zeros((high, across), np.float32)
    x = reach
    for character in string:
        mask = _mask(character, size_px, weight)
        part = cover[reach : reach + mask.shape[0], x : x + mask.shape[1]]
        np.maximum(part, mask[:, : part.shape[1]], out=part)
        if reach:
            _add_halo(halo, _distance(character, size_px, weight, margin + reach, reach), x - reach, glow)
        x += _advance(character, size_px, weight)
    dark = _shadow_of(cover, size_px) if shadow else np.zeros_like(cover)
    return _tinted(cover, np.minimum(halo, 1.0), dark, colour)


def _add_halo(halo: np.ndarray, distance: np.ndarray, x: int, glow: float) -> None:
    part = halo[:, x : x + distance.shape[1]]
    fall = np.exp(np.clip(distance, 0.0, None) * (-4.2 / glow)) * 0.34
    np.maximum(part, fall[:, : part.shape[1]], out=part)


def _shadow_of(cover: np.ndarray, size_px: int) -> np.ndarray:
    """A soft dark edge all round and a little below: what keeps thin white strokes legible on white noon asphalt."""
    reach = max(1, size_px // 22)
    dark = np.zeros_like(cover)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 2):
            dark = np.maximum(dark, np.roll(cover, (dy, dx), (0, 1)) * (0.72 if dx or dy else 0.9))
    soft = dark.copy()
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        soft = soft + np.roll(dark, shift, axis)
    return soft / 5.0 * 0.85


def _tinted(cover: np.ndarray, halo: np.ndarray, dark: np.ndarray, colour: Colour) -> pygame.Surface:
    """Ink over halo over shadow as straight (not premultiplied) colour and alpha."""
    light = cover + halo * (1.0 - cover)
    alpha = light + dark * (1.0 - light)
    share = light / np.maximum(alpha, 1e-4)
    pixels = np.empty((*cover.shape, 4), np.uint8)
    for channel in range(3):
        pixels[..., channel] = share * colour[channel] + (1.0 - share) * (6, 9, 14)[channel]
    pixels[..., 3] = alpha * 255.0 + 0.5
    made = pygame.image.frombuffer(pixels.tobytes(), (cover.shape[1], cover.shape[0]), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made.copy()
