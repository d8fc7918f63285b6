"""The bottom corners of the HUD: weapon and magazines at the right; instruments, bags and finds at the left.

Magazines are shown as magazines: nobody counts rounds in a fight. Owns only cached panels; `hud.Hud` calls `draw`.
"""

from __future__ import annotations

import pygame

from game.sim.view import HudView

from . import text as type_
from .hud_conduct import draw_conduct
from .hud_dash import Dash
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_icons import icon
from .hud_prompts import prompt_panel
from .hud_stamps import ALARM, GREY, HOT, RING_STEPS, STEEL, WHITE, bag, blank, blit_centred, box, magazine, ring

SPARES_SHOWN = 8
BAGS_SHOWN = 6
LOW = 2
"""Tenths of a magazine at which its change is asked for."""


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
        self._dash = Dash(frame)

    def draw(self, scene: Scene) -> None:
        """Draw both corners."""
        frame, hud = self._frame, scene.view.hud
        right, bottom = frame.size[0] - frame.px(18), frame.size[1] - frame.px(14) - frame.foot
        if frame.show.weapon and hud.weapon_label:
            self._weapon(scene.surface, hud, right, bottom)
        elif frame.show.weapon and hud.is_gun_hidden:
            draw_conduct(scene.surface, frame, hud, right, bottom)
        left = frame.px(18)
        if frame.show.speed and hud.is_driving:
            bottom = self._dash.draw(scene, left, bottom)
        if frame.show.take and (hud.bags or hud.found):
            self._take(scene.surface, hud, left, bottom)

    def _weapon(self, surface: pygame.Surface, hud: HudView, right: int, bottom: int) -> None:
        frame = self._frame
        fill = tenths(hud.magazine, hud.magazine_size)
        spares = tuple(tenths(rounds, hud.magazine_size) for rounds in hud.spare_magazines)
        is_reloading = hud.is_reloading > 0
        is_asked = fill <= LOW and bool(spares) and not is_reloading and not frame.foot
        cap = frame.key("reload") if is_asked and frame.show.prompt else ""
        key = ("weapon", hud.weapon, hud.weapon_label, fill, spares, is_reloading, cap)
        panel = frame.memo.get(key, lambda: self._weapon_panel(hud.weapon_label, fill, spares, is_reloading, cap))
        place = pygame.Rect(right - panel.get_width(), bottom - panel.get_height(), *panel.get_size())
        surface.blit(panel, place)
        frame.taken.append(place)
        if is_reloading:
            steps = round(min(1.0, hud.is_reloading) * RING_STEPS)
            stamp = ring(frame.px(27), frame.px(4), steps, HOT)
            blit_centred(surface, stamp, right - frame.px(30), bottom - frame.px(34))

    def _weapon_panel(
        self, label: str, fill: int, spares: tuple[int, ...], is_reloading: bool, cap: str
    ) -> pygame.Surface:
        """Label, magazine and belt; with a key (`cap`) over them when it is time to change the magazine."""
        frame = self._frame
        shown = min(len(spares), SPARES_SHOWN)
        title = label.upper()
        more = frame.px(40) if len(spares) > SPARES_SHOWN else 0
        last = frame.text("hud.no_magazines").upper() if not spares else ""
        belt = type_.width(last, frame.px(SMALL)) if last else shown * frame.px(24) + more
        right = max(frame.px(84) + belt, type_.width(title, frame.px(READ)) + frame.px(24))
        asks = prompt_panel(frame, "press", cap, frame.text("verb.reload")) if cap else None
        right = max(right, asks.get_width()) if asks is not None else right
        above = asks.get_height() if asks is not None else 0
        floor = frame.px(102) + above
        panel = blank(right, floor)
        panel.blit(box(right, frame.px(102), 132), (0, above))
        if asks is not None:
            panel.blit(asks, (right - asks.get_width(), 0))
        is_low = fill <= LOW
        type_.draw(
            panel, title, (right - frame.px(12), above + frame.px(1)), frame.px(READ), WHITE, "right", shadow=False
        )
        colour = GREY if is_reloading else (ALARM if fill == 0 else HOT) if is_low else WHITE
        current = magazine(frame.px(56), 0 if is_reloading else fill, colour)
        blit_centred(panel, current, right - frame.px(30), floor - frame.px(36))
        if is_low and not is_reloading:
            panel.fill(colour, (right - frame.px(46), floor - frame.px(5), frame.px(32), frame.px(3)))
        x = right - frame.px(72)
        for spare in spares[:SPARES_SHOWN]:
            blit_centred(panel, magazine(frame.px(36), spare, STEEL), x, floor - frame.px(28))
            x -= frame.px(24)
        if more:
            words = f"+{len(spares) - SPARES_SHOWN}"
            type_.draw(
                panel, words, (x + frame.px(6), floor - frame.px(40)), frame.px(SMALL), STEEL, "right", shadow=False
            )
        if last:
            type_.draw(
                panel, last, (right - frame.px(62), floor - frame.px(42)), frame.px(SMALL), HOT, "right", shadow=False
            )
        return panel

    def _take(self, surface: pygame.Surface, hud: HudView, left: int, bottom: int) -> None:
        frame = self._frame
        panel = frame.memo.get(("take", hud.bags, hud.found), lambda: self._take_panel(hud.bags, hud.found))
        place = pygame.Rect(left, bottom - panel.get_height(), *panel.get_size())
        surface.blit(panel, place)
        frame.taken.append(place)

    def _take_panel(self, bags: int, found: tuple[str, ...]) -> pygame.Surface:
        frame = self._frame
        row, pad = frame.px(30), frame.px(10)
        shown = [frame.word("item", label) for label in found[-3:]]
        words = frame.text("hud.bags")
        held = min(bags, BAGS_SHOWN)
        reach = [type_.width(line, frame.px(READ)) + frame.px(34) for line in shown]
        reach += [held * frame.px(28) + type_.width(words, frame.px(READ)) + frame.px(6)] if bags else []
        wide, high = max(reach) + 2 * pad, row * (len(shown) + (1 if bags else 0)) + frame.px(6)
        panel = blank(wide, high)
        panel.blit(box(wide, high, 132), (0, 0))
        y = frame.px(2)
        for line in shown:
            blit_centred(panel, icon("done", frame.px(9), HOT), pad + frame.px(12), y + row // 2)
            type_.draw(panel, line, (pad + frame.px(34), y), frame.px(READ), WHITE, shadow=False)
            y += row
        if bags:
            x = pad + frame.px(12)
            for _ in range(held):
                blit_centred(panel, bag(frame.px(11), WHITE), x, y + row // 2)
                x += frame.px(28)
            type_.draw(panel, words, (x - frame.px(6), y), frame.px(READ), WHITE, shadow=False)
        return panel
