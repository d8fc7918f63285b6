"""The picture behind the title: a wet boulevard at night, a skyline, and lights that run around a corner.

Owns the painting, made once a size; where the road lies and how it is seen is `screens_road.py`'s.
"""

from __future__ import annotations

import itertools
import math
from functools import lru_cache

import numpy as np
import pygame

from . import shelf
from .screens_lens import bloom, bokeh, grade, pixels_of
from .screens_road import (
    EYE,
    FOCAL,
    HORIZON,
    KERB,
    LAMP_COLOUR,
    LANES,
    TURN_AT,
    TURN_RADIUS,
    VANISH,
    lane_point,
    on_screen,
)


@lru_cache(maxsize=2)
def painting(size: tuple[int, int]) -> pygame.Surface:
    """The whole picture without anything that moves; painted once and kept in the player's cache."""
    made = shelf.picture(f"title-{size[0]}x{size[1]}", lambda: _paint(size))
    return made.convert() if pygame.display.get_surface() else made


def _paint(size: tuple[int, int]) -> pygame.Surface:
    dice = np.random.Generator(np.random.PCG64(1995))
    light = _sky(size)
    _skyline(light, size, dice)
    _road(light, size, dice)
    _far_block(light, size, dice)
    glow = _streaks(size)
    light += glow * 1.25
    light += bloom(glow, size) * 1.25
    _corner_building(light, size, dice)
    _lamps(light, size)
    _palms(light, size)
    light += bloom(np.clip(light - 150, 0, None), size) * 0.5
    bokeh(light, size, dice)
    grade(light, size, dice)
    pixels = np.clip(light, 0, 255).astype(np.uint8)
    return pygame.image.frombytes(pixels.tobytes(), size, "RGB")


def _sky(size: tuple[int, int]) -> np.ndarray:
    """Steel blue above, the town's haze along the horizon, warmer where the centre lies."""
    wide, high = size
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    down = np.clip(y / (high * HORIZON), 0, 1)[..., None]
    top, low = np.array((9, 14, 25), np.float32), np.array((44, 52, 72), np.float32)
    light = top * (1 - down**1.6) + low * down**1.6
    haze = np.exp(-((y - high * HORIZON) ** 2) / (high * 0.10) ** 2) * (
        0.35 + np.exp(-((x - wide * 0.60) ** 2) / (wide * 0.24) ** 2)
    )
    return light + haze[..., None] * np.array((58, 36, 20), np.float32)


def _skyline(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """Two rows of towers, the farther ones lighter with haze, windows lit here and there."""
    wide, high = size
    base = round(high * HORIZON) + 2
    for row, (count, tint, tall) in enumerate((((70, (34, 41, 58), 0.27)), ((46, (15, 20, 31), 0.19)))):
        for _ in range(count):
            middle = dice.uniform(0.0, 1.0)
            crowd = math.exp(-(((middle - 0.56) / 0.15) ** 2)) + 0.22
            across = round(dice.uniform(0.012, 0.034) * wide)
            up = round(high * tall * crowd * dice.uniform(0.35, 1.0))
            left = round(middle * wide - across / 2)
            _tower(light, (max(0, left), base - up, min(wide, left + across), base), tint, row, dice)


def _tower(
    light: np.ndarray, place: tuple[int, int, int, int], tint: tuple[int, int, int], row: int, dice: np.random.Generator
) -> None:
    left, top, right, bottom = place
    if right - left < 5 or bottom - top < 5:
        return
    block = light[top:bottom, left:right]
    block[:] = block * 0.12 + np.array(tint, np.float32)
    block[:, :2] += 10
    step_x, step_y = 5, 7
    warm = np.array(((255, 196, 120), (255, 226, 180), (160, 196, 255)), np.float32)
    share = dice.uniform(0.05, 0.24)
    for y in range(4, bottom - top - 3, step_y):
        floor_share = share * (3.0 if dice.random() < 0.08 else 1.0)
        for x in range(3, right - left - 3, step_x):
            if dice.random() < floor_share:
                block[y : y + 3, x : x + 2] += warm[dice.choice(3, p=(0.5, 0.3, 0.2))] * dice.uniform(
                    0.14, 0.5 + row * 0.2
                )


def _road(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """Wet asphalt: what stands above the horizon lies in it again, drawn out downwards and broken by puddles."""
    wide, high = size
    line = round(high * HORIZON) + 2
    deep = high - line
    mirrored = light[max(0, line - deep) : line][::-1].copy()
    mirrored = np.pad(mirrored, ((0, deep - mirrored.shape[0]), (0, 0), (0, 0)), mode="edge")
    for reach in (9, 23, 41):
        mirrored = (mirrored + np.roll(mirrored, reach, 0) + np.roll(mirrored, reach // 2, 0)) / 3
    y, x = np.mgrid[line:high, 0:wide].astype(np.float32)
    ahead = wide * FOCAL * EYE / np.maximum(y - high * HORIZON, 1.0)
    across = (x - wide * VANISH) * ahead / (wide * FOCAL)
    rough = dice.normal(0, 1, (deep // 3 + 1, wide // 8 + 1)).astype(np.float32)
    puddle = np.clip(np.kron(rough, np.ones((3, 8), np.float32))[:deep, :wide] * 0.10 + 0.55, 0.2, 1.0)
    asphalt = np.array((11, 14, 20), np.float32) + mirrored * (0.34 * puddle)[..., None]
    is_straight = ahead < TURN_AT + TURN_RADIUS
    dash = (np.abs(np.abs(across) - 3.7) < 0.09) & (np.mod(ahead, 9.0) < 3.2) & (ahead < TURN_AT)
    middle = (np.abs(np.abs(across) - 0.22) < 0.08) & (ahead < TURN_AT)
    kerb = (np.abs(np.abs(across) - KERB) < 0.14) & is_straight
    fade = np.clip(1 - ahead / 90, 0, 1) * 0.7
    for mask, colour in ((dash, (120, 124, 128)), (middle, (150, 108, 40)), (kerb, (86, 88, 92))):
        asphalt += (mask * fade)[..., None] * np.array(colour, np.float32) * 0.55
    walk = ((np.abs(across) > KERB) & (ahead < TURN_AT))[..., None] * np.array((6, 7, 9), np.float32)
    light[line:high] = asphalt + walk


def _far_block(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """The low row across the street that the lights turn into: shops, some still lit, a neon line over a few."""
    wide, _ = size
    ahead = TURN_AT + TURN_RADIUS + 17.0
    x = -86.0
    neon = ((70, 210, 190), (255, 70, 60), (255, 150, 70))
    while x < 70.0:
        across, tall = dice.uniform(5.0, 12.0), dice.uniform(4.2, 9.0)
        left, bottom = on_screen(size, x, 0.0, ahead)
        right, top = on_screen(size, x + across, tall, ahead)
        part = light[round(top) : round(bottom), max(0, round(left)) : max(0, min(wide, round(right) - 1))]
        part[:] = part * 0.1 + np.array((13, 17, 26), np.float32) * dice.uniform(0.8, 1.35)
        high = part.shape[0]
        if dice.random() < 0.55 and part.shape[1] > 14:
            shop = part[round(high - 30 * size[1] / 720) : high - 5, 6:-6]
            shop += np.array((150, 108, 62), np.float32) * dice.uniform(0.25, 0.9)
            shop[:, ::9] *= 0.35
            if dice.random() < 0.5:
                sign = round(high - 38 * size[1] / 720)
                part[sign : sign + 2, 8:-8] += np.array(neon[dice.choice(3)], np.float32) * 0.9
        x += across


def _streaks(size: tuple[int, int]) -> np.ndarray:
    """A long exposure: the lights of many cars as lines along the lanes, their shine on the wet road below them."""
    wide, high = size
    double = (wide * 2, high * 2)
    lights, shine = pygame.Surface(double), pygame.Surface(double)
    for number, (offset, colour) in enumerate(LANES):
        power = 0.72 if number % 3 else 1.0
        for shift in (-0.75, 0.75):
            _streak(lights, offset + shift, 0.7, colour, power, 9)
        _streak(shine, offset, 0.02, colour, power * 0.24, 46)
    total = pixels_of(pygame.transform.smoothscale(lights, size)) * 0.85
    total += pixels_of(pygame.transform.smoothscale(shine, size))
    y = np.mgrid[0:high, 0:1][0].astype(np.float32)
    # Far off many lights lie on few pixels: without this the bend would burn out to one white bar.
    far = np.clip((y / high - HORIZON) / 0.24, 0.0, 1.0) * 0.78 + 0.20
    foot = np.clip((high - y) / (high * 0.30), 0.25, 1)
    return total * (far * foot)[..., None]


def _streak(
    sheet: pygame.Surface, offset: float, up: float, colour: tuple[int, int, int], power: float, thick: int
) -> None:
    """One line of light along a lane, thinner the farther away."""
    shares = [0.18 + step / 149 * 0.82 for step in range(150)]
    places = [lane_point(offset, share) for share in shares]
    points = [on_screen(sheet.get_size(), x, up, ahead) for x, ahead, _ in places]
    shown = [round(part * power) for part in colour]
    for (_, _, distance), (start, end) in zip(places, itertools.pairwise(points), strict=False):
        pygame.draw.line(sheet, shown, start, end, max(2 if thick < 20 else 4, min(30, round(thick * 7.0 / distance))))


def _corner_building(light: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> None:
    """The house that hides where the lights go: one wall along the road, one along the street they turn into."""
    edge, near = 16.0, 20.0
    far = TURN_AT - 4.0
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    tall = 34.0
    wall = [on_screen(size, edge, up, ahead) for up, ahead in ((0, far), (tall, far), (tall, near), (0, near))]
    pygame.draw.polygon(sheet, (14, 18, 27, 255), wall)
    for storey in range(9):
        for bay in range(14):
            if dice.random() < (0.9 if storey == 0 else 0.24):
                _window(sheet, size, edge, far, near, storey, bay, dice)
    alpha = pygame.surfarray.array_alpha(sheet).swapaxes(0, 1).astype(np.float32)[..., None] / 255
    colour = pixels_of(sheet)
    light[:] = light * (1 - alpha) + colour * alpha
    x, bottom = on_screen(size, edge, 0, far)
    x, bottom, top = round(x), round(bottom), round(on_screen(size, edge, tall, far)[1])
    light[max(0, top) : bottom, x : x + 2] += np.array((60, 44, 30), np.float32)


def _window(
    sheet: pygame.Surface,
    size: tuple[int, int],
    edge: float,
    far: float,
    near: float,
    storey: int,
    bay: int,
    dice: np.random.Generator,
) -> None:
    start = near + (far - near) * bay / 14 + 0.5
    end = start + (far - near) / 14 - 1.0
    low = 0.6 if storey == 0 else storey * 3.7 + 1.0
    top = low + (2.6 if storey == 0 else 1.9)
    power = dice.uniform(0.5, 1.0) if storey == 0 else dice.uniform(0.2, 0.62)
    warm = ((255, 190, 112), (255, 214, 160), (150, 186, 236))[dice.choice(3, p=(0.55, 0.25, 0.2))]
    pane = [on_screen(size, edge, up, ahead) for up, ahead in ((low, start), (top, start), (top, end), (low, end))]
    pygame.draw.polygon(sheet, (*(round(part * power) for part in warm), 255), pane)


def _lamps(light: np.ndarray, size: tuple[int, int]) -> None:
    """Sodium lamps down the left kerb, each with a halo and its light on the ground."""
    wide, high = size
    y, x = np.mgrid[0:high:4, 0:wide:4].astype(np.float32)
    soft = np.zeros(x.shape, np.float32)
    for ahead in (13.0, 21.0, 30.0, 40.0, 52.0, 66.0):
        foot = on_screen(size, -KERB - 1.2, 0, ahead)
        top = on_screen(size, -KERB - 1.2, 8.2, ahead)
        tip = on_screen(size, -KERB + 1.0, 8.5, ahead)
        thick = max(1, round(wide * 0.055 / ahead))
        if top[0] >= 0:
            pole = slice(max(0, round(top[1])), min(high, round(foot[1]))), slice(round(top[0]), round(top[0]) + thick)
            light[pole] = light[pole] * 0.25 + 9
        spread = wide * 0.9 / ahead
        soft += np.exp(-np.hypot(x - tip[0], y - tip[1]) / spread) * 0.55
        soft += np.exp(-(((x - foot[0] - spread) / (spread * 4.2)) ** 2) - ((y - foot[1]) / (spread * 0.9)) ** 2) * 0.16
        _bulb(light, tip, max(1.4, wide * 0.075 / ahead))
    grey = np.repeat((np.clip(soft, 0, 1) * 255)[..., None], 3, axis=2).astype(np.uint8)
    rough = pygame.surfarray.make_surface(grey.swapaxes(0, 1))
    halo = pixels_of(pygame.transform.smoothscale(rough, size))[..., :1] / 255
    light += halo * np.array(LAMP_COLOUR, np.float32)


def _bulb(light: np.ndarray, tip: tuple[float, float], radius: float) -> None:
    """The lamp itself: a flat bright oval."""
    reach = round(radius * 3 + 2)
    top, left = round(tip[1]) - reach, round(tip[0]) - reach
    if top < 0 or left < 0:
        return
    part = light[top : top + 2 * reach, left : left + 2 * reach]
    y, x = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
    core = np.clip(1.5 - np.hypot((x + left - tip[0]) * 0.55, y + top - tip[1]) / radius, 0, 1)
    part += (core * 1.6)[..., None] * np.array(LAMP_COLOUR, np.float32)


def _palms(light: np.ndarray, size: tuple[int, int]) -> None:
    """Palms against the haze, left of the road: trunks that lean and crowns of a dozen fronds."""
    sheet = pygame.Surface(size)
    dice = np.random.Generator(np.random.PCG64(77))
    left_row = ((17.0, -15.0), (26.0, -15.0), (36.0, -15.5), (48.0, -15.0), (62.0, -15.5))
    for ahead, right in (*left_row, (34.0, 13.6), (50.0, 13.4)):
        tall = dice.uniform(10.5, 14.5)
        lean = dice.uniform(-0.8, 0.8)
        trunk = [on_screen(size, right + lean * (up / tall) ** 2, up, ahead) for up in np.linspace(0, tall, 9)]
        thick = max(1, round(size[0] * 0.30 / ahead))
        pygame.draw.lines(sheet, (255, 255, 255), False, trunk, thick)
        for frond in range(13):
            angle = frond / 13 * math.tau + dice.uniform(-0.2, 0.2)
            reach, lift = dice.uniform(2.0, 2.9), math.sin(angle)
            points = []
            for step in range(6):
                out = step / 5
                x = right + lean + math.cos(angle) * reach * out
                points.append(on_screen(size, x, tall + lift * reach * 0.55 * out - 1.5 * out * out, ahead))
            pygame.draw.lines(sheet, (255, 255, 255), False, points, max(1, round(size[0] * 0.17 / ahead)))
    mask = pixels_of(sheet)[..., :1] / 255
    light[:] = light * (1 - mask * 0.9) + mask * np.array((5, 7, 11), np.float32)
