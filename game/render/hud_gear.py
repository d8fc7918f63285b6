"""The bottom corners of the HUD: weapon and magazines at the right; speed, bags and finds at the left.

Magazines are shown as magazines: nobody counts rounds in a fight. Owns only cached panels; `hud.Hud` calls `draw`.
"""

from __future__ import annotations

import pygame

from game.sim.view import HudView

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_stamps import GREY, HOT, ORANGE, RING_STEPS, STEEL, WHITE, bag, blank, blit_centred, box, magazine, ring

SPARES_SHOWN = 8


def tenths(rounds: int, size: int) -> int:
    """How full a magazine looks, in tenths: never empty while a round is left, never full when one is gone."""
    if rounds <= 0 or size <= 0:
        return 0
    if rounds >= size:
        return 10
    return min(9, max(1, round(rounds * 10 / size)))


class Gear:
    """What is in the hands and on the belt, and what is in the bag."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def draw(self, scene: Scene) -> None:
        """Draw both corners."""
        frame, hud = self._frame, scene.view.hud
        right, bottom = frame.size[0] - frame.px(18), frame.size[1] - frame.px(14)
        if frame.show.weapon and hud.weapon_label:
            self._weapon(scene.surface, hud, right, bottom)
        left = frame.px(18)
        if frame.show.speed and hud.is_driving:
            bottom = self._speed(scene.surface, hud.speed_kmh, left, bottom)
        if frame.show.take and (hud.bags or hud.found):
            self._take(scene.surface, hud, left, bottom)

    def _weapon(self, surface: pygame.Surface, hud: HudView, right: int, bottom: int) -> None:
        frame = self._frame
        fill = tenths(hud.magazine, hud.magazine_size)
        spares = tuple(tenths(rounds, hud.magazine_size) for rounds in hud.spare_magazines)
        is_reloading = hud.is_reloading > 0
        key = ("weapon", hud.weapon, hud.weapon_label, fill, spares, is_reloading)
        panel = frame.memo.get(key, lambda: self._weapon_panel(hud.weapon_label, fill, spares, is_reloading))
        surface.blit(panel, (right - panel.get_width(), bottom - panel.get_height()))
        if is_reloading:
            steps = round(min(1.0, hud.is_reloading) * RING_STEPS)
            stamp = ring(frame.px(27), frame.px(4), steps, HOT)
            blit_centred(surface, stamp, right - frame.px(30), bottom - frame.px(34))

    def _weapon_panel(self, label: str, fill: int, spares: tuple[int, ...], is_reloading: bool) -> pygame.Surface:
        frame = self._frame
        panel = blank(frame.px(340), frame.px(104))
        right, floor = frame.px(340), frame.px(104)
        is_low = fill <= 2
        type_.draw(panel, label.upper(), (right - frame.px(4), frame.px(0)), frame.px(READ), WHITE, "right")
        colour = GREY if is_reloading else HOT if is_low else WHITE
        current = magazine(frame.px(56), 0 if is_reloading else fill, colour)
        blit_centred(panel, current, right - frame.px(30), floor - frame.px(34))
        if is_low and not is_reloading:
            panel.fill(HOT, (right - frame.px(46), floor - frame.px(4), frame.px(32), frame.px(3)))
        x = right - frame.px(76)
        for spare in spares[:SPARES_SHOWN]:
            blit_centred(panel, magazine(frame.px(36), spare, STEEL), x, floor - frame.px(26))
            x -= frame.px(24)
        if len(spares) > SPARES_SHOWN:
            more = f"+{len(spares) - SPARES_SHOWN}"
            type_.draw(panel, more, (x, floor - frame.px(38)), frame.px(SMALL), STEEL, "right")
        if not spares:
            words = frame.text("hud.no_magazines").upper()
            type_.draw(panel, words, (right - frame.px(66), floor - frame.px(40)), frame.px(SMALL), HOT, "right")
        return panel

    def _speed(self, surface: pygame.Surface, kmh: float, left: int, bottom: int) -> int:
        frame = self._frame
        size = frame.px(46)
        y = bottom - frame.px(52)
        wide = type_.draw_digits(surface, f"{round(abs(kmh)):3d}", (left, y), size, WHITE)
        unit = frame.text("hud.speed", speed="").strip()
        type_.draw(surface, unit, (left + wide + frame.px(12), y + frame.px(22)), frame.px(READ), STEEL)
        high = frame.px(3)
        reach = frame.px(190)
        surface.blit(box(reach, high, 170), (left, bottom - high))
        surface.fill(ORANGE, (left, bottom - high, round(reach * min(1.0, abs(kmh) / 160)), high))
        return y - frame.px(4)

    def _take(self, surface: pygame.Surface, hud: HudView, left: int, bottom: int) -> None:
        frame = self._frame
        panel = frame.memo.get(("take", hud.bags, hud.found), lambda: self._take_panel(hud.bags, hud.found))
        surface.blit(panel, (left, bottom - panel.get_height()))

    def _take_panel(self, bags: int, found: tuple[str, ...]) -> pygame.Surface:
        frame = self._frame
        row = frame.px(30)
        shown = found[-3:]
        panel = blank(frame.px(380), row * (len(shown) + (1 if bags else 0)))
        y = 0
        for label in shown:
            type_.draw(panel, "✓", (frame.px(4), y), frame.px(READ), HOT)
            type_.draw(panel, frame.word("item", label), (frame.px(34), y), frame.px(READ), WHITE)
            y += row
        if bags:
            x = frame.px(14)
            for _ in range(min(bags, 6)):
                blit_centred(panel, bag(frame.px(11), WHITE), x, y + row // 2)
                x += frame.px(28)
            type_.draw(panel, frame.text("hud.bags"), (x, y), frame.px(READ), WHITE)
        return panel
