"""The order wheel: eight words to the crew about the middle of the screen, one of them chosen, and who will hear it.

Owns the order of the sectors, which input must share (`WHEEL`), and cached wheels. `hud.Hud` draws it while open.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pygame

from game.sim.input_frame import Order
from game.sim.view import CrewStatus

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene, initials
from .hud_icons import icon
from .hud_prompts import draw_key, key_width
from .hud_stamps import GREY, HOT, INK, STEEL, WHITE, blank, blit_centred, box, disc

OUTER, INNER, NAMES = 208, 64, 140
"""Radii of the rim, of the middle and of the names, in pixels of the layout."""
LIST_WIDE = 252
RISE = 15
"""It stands so far above the middle: clear of the goal above and of subtitles of two rows below."""

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


def draw_wheel(scene: Scene, frame: Frame, chosen: int, member: int = 0) -> None:
    """Draw the wheel with sector `chosen` (0 to 7) lit, any other number lighting its middle, which is PLAN; beside it
    whom it speaks to (`member` 1 to 6, or 0 = everybody) and what each of them is at."""
    surface, (wide, high) = scene.surface, frame.size
    sector = chosen if 0 <= chosen < len(WHEEL) else -1
    side = scene.view.hud.side
    wheel = frame.memo.get(("wheel", sector, side), lambda: _wheel(frame, sector, side))
    blit_centred(surface, wheel, wide / 2, high / 2 - frame.px(RISE))
    crew, cap = scene.view.crew, frame.key("orders")
    if crew:
        key = tuple((one.name, one.spec, one.doing, one.order, one.stance, one.is_player) for one in crew)
        caps = tuple(frame.key(f"switch_{number}") for number in range(1, len(crew) + 1))
        panel = frame.memo.get(("wheel crew", key, caps, member, cap), lambda: _crew(frame, crew, caps, member, cap))
        surface.blit(panel, (wide // 2 + frame.px(OUTER + 26), (high - panel.get_height()) // 2 - frame.px(RISE)))


def _wheel(frame: Frame, chosen: int, side: str) -> pygame.Surface:
    size = frame.px(OUTER * 2 + 16)
    wheel = blank(size, size)
    middle = size / 2, size / 2
    blit_centred(wheel, _rim(frame.px(OUTER), frame.px(INNER), chosen), *middle)
    for sector, (_, name) in enumerate(WHEEL):
        angle = sector * math.tau / len(WHEEL) - math.pi / 2
        x = middle[0] + math.cos(angle) * frame.px(NAMES)
        y = middle[1] + math.sin(angle) * frame.px(NAMES)
        _label(wheel, frame, name, x, y, sector == chosen, side)
    _label(wheel, frame, "plan", *middle, chosen < 0, side)
    return wheel


def _label(wheel: pygame.Surface, frame: Frame, name: str, x: float, y: float, is_chosen: bool, side: str) -> None:
    """The order's picture over its name."""
    size = frame.px(SMALL)
    rows = type_.wrap(frame.sided("order", name, side).upper(), size, frame.px(106), 2)
    top = y - frame.px(20) - (len(rows) - 1) * size * 0.5
    blit_centred(wheel, icon(name, frame.px(18), HOT if is_chosen else WHITE), x, top)
    top += frame.px(20)
    for row in rows:
        type_.draw(wheel, row, (x, top), size, WHITE if is_chosen else STEEL, "centre", shadow=False)
        top += size * 1.12


def _foot(frame: Frame, cap: str) -> pygame.Surface:
    """How the order is given, with the key."""
    before, _, after = frame.text("hud.order_release", button="\0").partition("\0")
    size, gap = frame.px(SMALL), frame.px(8)
    cap_wide = key_width(cap, size, frame)
    before_wide = type_.width(before.strip(), size)
    wide, high = before_wide + cap_wide + type_.width(after.strip(), size) + 4 * gap, frame.px(32)
    panel = blank(wide, high)
    y = high / 2 - size * 0.66
    type_.draw(panel, before.strip(), (gap, y), size, STEEL, shadow=False)
    draw_key(panel, frame, cap, before_wide + 2 * gap, frame.px(4), high - frame.px(8), size)
    type_.draw(panel, after.strip(), (before_wide + cap_wide + 3 * gap, y), size, STEEL, shadow=False)
    return panel


def _crew(frame: Frame, crew: Sequence[CrewStatus], caps: Sequence[str], member: int, cap: str) -> pygame.Surface:
    """Whom the order is for, and what everybody is at now; the one it is for alone has the accent."""
    row, pad = frame.px(46), frame.px(12)
    letters = initials(tuple(one.name for one in crew))
    others = [(number, one) for number, one in enumerate(crew, 1) if not one.is_player]
    wide, top = frame.px(LIST_WIDE), frame.px(40)
    foot = _foot(frame, cap)
    panel = blank(wide, top + row * len(others) + foot.get_height() + frame.px(10))
    panel.blit(box(*panel.get_size(), 190), (0, 0))
    chosen = next((one.name for number, one in others if number == member), "")
    heading = frame.text("hud.order_to").upper()
    reach = type_.draw(panel, heading, (pad, frame.px(7)), frame.px(SMALL), STEEL, shadow=False)
    name = chosen or frame.text("hud.everyone")
    type_.draw(panel, name, (pad + reach + frame.px(10), frame.px(5)), frame.px(READ), HOT, shadow=False)
    panel.fill((78, 88, 98), (pad, top - frame.px(3), wide - 2 * pad, 1))
    for at, (number, one) in enumerate(others):
        _member(panel, frame, one, letters[one.name], caps[number - 1], top + row * at, not chosen or number == member)
    panel.blit(foot, (pad - frame.px(8), panel.get_height() - foot.get_height() - frame.px(4)))
    return panel


def _member(
    panel: pygame.Surface, frame: Frame, one: CrewStatus, initial: str, cap: str, y: int, is_meant: bool
) -> None:
    size, wide = frame.px(SMALL), panel.get_width()
    coat, hair = frame.colours(one.spec)
    if is_meant:
        panel.fill(HOT, (0, y + frame.px(4), frame.px(3), frame.px(38)))
    x = frame.px(12)
    if type_.width(cap, size) <= frame.px(30):
        draw_key(panel, frame, cap, x, y + frame.px(10), frame.px(26), size, WHITE if is_meant else GREY)
    blit_centred(panel, disc(frame.px(14), coat, WHITE if is_meant else GREY, hair), frame.px(64), y + frame.px(23))
    letter = frame.px(16 if len(initial) == 1 else 14)
    at = (frame.px(64), y + frame.px(23) - letter * 0.66)
    type_.draw(panel, initial, at, letter, WHITE, "centre", "display")
    at = (frame.px(88), y - frame.px(1))
    type_.draw(panel, one.name, at, frame.px(READ), WHITE if is_meant else GREY, shadow=False)
    state = f"crew.{one.stance}" if one.stance in ("down", "dead", "arrested") else ""
    words = frame.text(state) if state else frame.word("crew", one.doing) if one.doing else ""
    words = words or (frame.word("order", one.order) if one.order else frame.text("crew.idle"))
    shown = type_.wrap(words, size, wide - frame.px(96), 1)
    type_.draw(panel, shown[0] if shown else "", (frame.px(88), y + frame.px(20)), size, STEEL, shadow=False)


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
    pixels[..., 3] = np.clip(0.5 + outer - radius, 0, 1) * 208
    for cover, colour in ((is_lit * 0.34, HOT), (line, WHITE), (edge, HOT)):
        share = np.clip(cover, 0, 1)[..., None]
        pixels[..., :3] = pixels[..., :3] * (1 - share) + np.array(colour, np.float32) * share
        pixels[..., 3] = np.maximum(pixels[..., 3], 235 * share[..., 0])
    made = pygame.image.frombuffer(pixels.astype(np.uint8).tobytes(), (size, size), "RGBA")
    return made.convert_alpha() if pygame.display.get_surface() else made.copy()
