"""The order wheel: eight words to the crew about the middle of the screen, one of them chosen.

Owns the order of the sectors, which input must share (`WHEEL`), and cached wheels. `hud.Hud` draws it while open.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.sim.input_frame import Order

from . import text as type_
from .hud_frame import READ, Frame
from .hud_stamps import HOT, INK, STEEL, WHITE, blank, blit_centred

WHEEL: tuple[tuple[int, str], ...] = (
    (Order.MOVE_UP, "move_up"),
    (Order.COVER_ME, "cover_me"),
    (Order.JOB, "job"),
    (Order.PICK_UP, "pick_up"),
    (Order.FALL_BACK, "fall_back"),
    (Order.GET_CAR, "get_car"),
    (Order.FOLLOW, "follow"),
    (Order.HOLD, "hold"),
)
"""The order of each sector and its name in the text file: sector 0 is up, the rest follow clockwise."""


def draw_wheel(surface: pygame.Surface, frame: Frame, chosen: int) -> None:
    """Draw the wheel with sector `chosen` (0 to 7) lit; any other number lights none, and its middle is PLAN."""
    key = ("wheel", chosen if 0 <= chosen < len(WHEEL) else -1)
    wheel = frame.memo.get(key, lambda: _wheel(frame, chosen))
    blit_centred(surface, wheel, frame.size[0] / 2, frame.size[1] / 2)


def _wheel(frame: Frame, chosen: int) -> pygame.Surface:
    size = frame.px(560)
    wheel = blank(size, frame.px(470))
    middle = wheel.get_width() / 2, wheel.get_height() / 2
    blit_centred(wheel, _rim(frame.px(196), frame.px(66), chosen), *middle)
    for sector, (_, name) in enumerate(WHEEL):
        angle = sector * math.tau / len(WHEEL) - math.pi / 2
        x = middle[0] + math.cos(angle) * frame.px(146)
        y = middle[1] + math.sin(angle) * frame.px(136)
        _label(wheel, frame, frame.text(f"order.{name}").upper(), x, y, sector == chosen)
    is_plan = not 0 <= chosen < len(WHEEL)
    _label(wheel, frame, frame.text("order.plan").upper(), *middle, is_plan)
    return wheel


def _label(wheel: pygame.Surface, frame: Frame, words: str, x: float, y: float, is_chosen: bool) -> None:
    size = frame.px(READ)
    rows = type_.wrap(words, size, frame.px(108), 2)
    top = y - len(rows) * size * 0.56 - size * 0.12
    for row in rows:
        type_.draw(wheel, row, (x, top), size, WHITE if is_chosen else STEEL, "centre")
        top += size * 1.12


def _rim(outer: int, inner: int, chosen: int) -> pygame.Surface:
    """The wheel without words: a dark ring, thin spokes, and the chosen sector with an orange outer edge."""
    size = outer * 2 + 8
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) + 0.5 - size / 2
    radius = np.hypot(x, y)
    turn = np.mod(np.arctan2(x, -y) / math.tau * len(WHEEL) + 0.5, len(WHEEL))
    spoke = np.minimum(np.mod(turn, 1), 1 - np.mod(turn, 1)) * math.tau / len(WHEEL) * radius
    ring = np.clip(0.5 + outer - radius, 0, 1) * np.clip(0.5 + radius - inner, 0, 1)
    line = np.clip(1.2 - spoke, 0, 1) * ring * 0.4
    line = np.maximum(line, np.clip(1.3 - np.abs(radius - inner), 0, 1) * 0.6)
    line = np.maximum(line, np.clip(1.3 - np.abs(radius - outer), 0, 1) * 0.6)
    is_lit = (np.floor(turn) == chosen) * ring
    edge = is_lit * np.clip(radius - outer + 7, 0, 1)
    pixels = np.zeros((size, size, 4), np.float32)
    pixels[..., :3] = INK
    pixels[..., 3] = np.clip(0.5 + outer - radius, 0, 1) * 176
    for cover, colour in ((is_lit * 0.34, HOT), (line, WHITE), (edge, HOT)):
        share = np.clip(cover, 0, 1)[..., None]
        pixels[..., :3] = pixels[..., :3] * (1 - share) + np.array(colour, np.float32) * share
        pixels[..., 3] = np.maximum(pixels[..., 3], 235 * share[..., 0])
    made = pygame.image.frombuffer(pixels.astype(np.uint8).tobytes(), (size, size), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made.copy()
