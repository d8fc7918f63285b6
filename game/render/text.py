"""Type on the screen: sets letters of the game's own typeface into lines and keeps what it has set.

Owns letters and lines as surfaces, both in bounded caches; how a letter looks is `ink.py`. Knows nothing of what is
written or where it belongs: HUD and screens call it. `size_px` is the size of the type as printers count it (capitals are
0.7 of it); a line of type is `line_height(size_px)` high. Digits are all of one width.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters, digits
from typing import Any

import numpy as np
import pygame

from .ink import advance, distance_of, gap, margin_of, mask_of, shade_of
from .ink import line_height as line_height

Colour = tuple[int, int, int]

COMMON = ascii_letters + digits + ".,:;!?'-+/()[]"

DIGITS = digits + ":.+"
"""All that a clock shows."""

_STRINGS_KEPT = 640
_LETTERS_KEPT = 3000
SHADE: Colour = (6, 9, 14)
"""The dark edge about a letter."""


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
    return sum(advance(character, size_px, weight) for character in string) - gap(size_px, weight)


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
    surface.blit(text(string, size_px, colour, weight, 0, shadow), (round(x) - margin_of(size_px, 0), round(pos[1])))
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
            surface.blit(inked, (x - margin_of(size_px, 0), round(pos[1])))
        x += advance(character, size_px, weight)
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
            _letter(character, size_px, SHADE, weight, True)


def prepare_digits(size_px: int, colour: Colour, weight: str = "display") -> None:
    """Ink now all that a clock or a counter of this size may show."""
    for character in DIGITS:
        text(character, size_px, colour, weight, 0, True)


def forget() -> None:
    """Drop everything inked: after a change of the display, or in tests that count."""
    _strings.clear()
    mask_of.cache_clear()
    _letter.cache_clear()


def _inked(string: str, size_px: int, colour: Colour, weight: str, glow: float, shadow: bool) -> pygame.Surface:
    if glow:
        return _glowing(string, size_px, colour, weight, glow, shadow)
    return _set(string, size_px, colour, weight, shadow)


def _set(string: str, size_px: int, colour: Colour, weight: str, shadow: bool) -> pygame.Surface:
    """A line put together from letters that are inked already: new words in a fight must not cost a frame."""
    across = max(1, width(string, size_px, weight) + 2 * margin_of(size_px, 0))
    line = pygame.Surface((across, line_height(size_px)), pygame.SRCALPHA)
    if pygame.display.get_surface():
        line = line.convert_alpha()
    line.fill((*SHADE, 0))
    letters, x = [], 0
    for character in string:
        letters.append((character, x))
        x += advance(character, size_px, weight)
    # All shade first: no letter's lies over its neighbour.
    if shadow:
        line.fblits([(_letter(character, size_px, SHADE, weight, True), (x, 0)) for character, x in letters])
    line.fblits([(_letter(character, size_px, colour, weight, False), (x, 0)) for character, x in letters])
    return line


@lru_cache(maxsize=_LETTERS_KEPT)
def _letter(character: str, size_px: int, colour: Colour, weight: str, is_shade: bool) -> pygame.Surface:
    """One letter, or the soft dark edge about it, in one colour."""
    mask = mask_of(character, size_px, weight)
    pixels = np.empty((*mask.shape, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = (shade_of(mask, size_px) if is_shade else mask) * 255.0 + 0.5
    made = pygame.image.frombytes(pixels.tobytes(), (mask.shape[1], mask.shape[0]), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made


def _glowing(string: str, size_px: int, colour: Colour, weight: str, glow: float, shadow: bool) -> pygame.Surface:
    """A line with light about its letters, which is worked out for all of it at once."""
    margin, reach = margin_of(size_px, 0), round(glow)
    high = line_height(size_px) + 2 * reach
    across = max(1, width(string, size_px, weight) + 2 * (margin + reach))
    cover = np.zeros((high, across), np.float32)
    halo = np.zeros((high, across), np.float32)
    x = reach
    for character in string:
        mask = mask_of(character, size_px, weight)
        part = cover[reach : reach + mask.shape[0], x : x + mask.shape[1]]
        np.maximum(part, mask[:, : part.shape[1]], out=part)
        if reach:
            _add_halo(halo, distance_of(character, size_px, weight, margin + reach, reach), x - reach, glow)
        x += advance(character, size_px, weight)
    dark = shade_of(cover, size_px) if shadow else np.zeros_like(cover)
    return _tinted(cover, np.minimum(halo, 1.0), dark, colour)


def _add_halo(halo: np.ndarray, distance: np.ndarray, x: int, glow: float) -> None:
    part = halo[:, x : x + distance.shape[1]]
    fall = np.exp(np.clip(distance, 0.0, None) * (-4.2 / glow)) * 0.34
    np.maximum(part, fall[:, : part.shape[1]], out=part)


def _tinted(cover: np.ndarray, halo: np.ndarray, dark: np.ndarray, colour: Colour) -> pygame.Surface:
    """Ink over halo over shadow as straight (not premultiplied) colour and alpha."""
    light = cover + halo * (1.0 - cover)
    alpha = light + dark * (1.0 - light)
    share = light / np.maximum(alpha, 1e-4)
    pixels = np.empty((*cover.shape, 4), np.uint8)
    for channel in range(3):
        pixels[..., channel] = share * colour[channel] + (1.0 - share) * SHADE[channel]
    pixels[..., 3] = alpha * 255.0 + 0.5
    made = pygame.image.frombuffer(pixels.tobytes(), (cover.shape[1], cover.shape[0]), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made.copy()
