"""The crew list at the left: who is who, how he is, what he is told and what he is at; and temper that rises.

Owns only cached rows. `hud.Hud` calls `draw` each frame; colours come from the catalog's people.
"""

from __future__ import annotations

from functools import partial

import pygame

from game.sim.view import CrewStatus

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_stamps import GREY, HOT, ORANGE, STEEL, WHITE, Colour, blank, blit_centred, box, disc, warning

PIPS = 5
ROW = 52
WIDE = 236
STEEL_COAT: Colour = (74, 84, 96)
TEMPER_WARNS = 0.6


class CrewList:
    """One row for each of the crew, the player's marked by an orange edge."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def draw(self, scene: Scene) -> None:
        """Draw the rows from the top left down."""
        frame = self._frame
        y = frame.px(16)
        for member in scene.view.crew:
            pips = -(-round(max(0.0, min(1.0, member.health)) * 100) * PIPS // 100)
            temper = round(max(0.0, min(1.0, member.temper)) * 20)
            key = ("crew", member.name, member.spec, pips, temper, member.order, member.doing)
            state = (member.is_player, member.stance, member.vehicle >= 0)
            row = frame.memo.get((*key, *state), partial(self._row, member, pips, temper))
            scene.surface.blit(row, (frame.px(14), y))
            y += frame.px(ROW + (9 if temper else 0))

    def _row(self, member: CrewStatus, pips: int, temper: int) -> pygame.Surface:
        frame = self._frame
        row = blank(frame.px(WIDE), frame.px(ROW + 9))
        high = frame.px(ROW - 4)
        row.blit(box(frame.px(WIDE), high + (frame.px(9) if temper else 0), 118), (0, 0))
        if member.is_player:
            row.fill(ORANGE, (0, 0, frame.px(3), high))
        is_out = member.stance in ("down", "dead")
        self._portrait(row, member, high)
        x = frame.px(54)
        name_colour = GREY if member.stance == "dead" else WHITE
        name = type_.wrap(member.name, frame.px(READ), frame.px(WIDE - 104), 1)
        wide = type_.draw(row, "".join(name), (x, -frame.px(1)), frame.px(READ), name_colour, shadow=False)
        if member.stance == "dead":
            row.fill(GREY, (x, frame.px(13), wide, frame.px(2)))
        self._pips(row, pips, member.stance, frame.px(WIDE - 10))
        words = self._doing(member)
        shown = type_.wrap(words, frame.px(SMALL), frame.px(WIDE - 60), 1) if words else ()
        if shown:
            type_.draw(row, shown[0], (x, frame.px(22)), frame.px(SMALL), HOT if is_out else STEEL, shadow=False)
        if temper:
            self._temper(row, temper / 20, high)
        return row

    def _doing(self, member: CrewStatus) -> str:
        """What he is at; under it all his order; a fallen man's state goes before both."""
        frame = self._frame
        if member.stance in ("down", "dead"):
            return frame.text(f"crew.{member.stance}")
        if member.doing:
            return frame.word("crew", member.doing)
        return frame.word("order", member.order) if member.order else ""

    def _portrait(self, row: pygame.Surface, member: CrewStatus, high: int) -> None:
        frame = self._frame
        spec = frame.people.get(member.spec)
        coat = _colour(spec.coat) if spec else STEEL_COAT
        hair = _colour(spec.hair) if spec else (38, 34, 32)
        rim = HOT if member.is_player else WHITE
        if member.stance in ("down", "dead"):
            rim = GREY
        blit_centred(row, disc(frame.px(18), coat, rim, hair), frame.px(29), high // 2)
        initial = member.name[:1].upper()
        size = frame.px(20)
        type_.draw(row, initial, (frame.px(29), high // 2 - round(size * 0.66)), size, WHITE, "centre", "display")
        if member.stance == "dead":
            x, y, reach = frame.px(29), high // 2, frame.px(15)
            pygame.draw.line(row, WHITE, (x - reach, y + reach), (x + reach, y - reach), frame.px(3))

    def _pips(self, row: pygame.Surface, pips: int, stance: str, right: int) -> None:
        """Five strokes; those lost stay as outlines. Few left turn orange and slant apart by their gap."""
        frame = self._frame
        if stance == "dead":
            return
        wide, high, gap = frame.px(5), frame.px(12), frame.px(3)
        for pip in range(PIPS):
            place = (right - (PIPS - pip) * (wide + gap), frame.px(8), wide, high)
            if pip < pips:
                row.fill(WHITE if pips > 2 else HOT, place)
            else:
                pygame.draw.rect(row, GREY, place, 1)

    def _temper(self, row: pygame.Surface, temper: float, y: int) -> None:
        frame = self._frame
        left, wide, high = frame.px(54), frame.px(WIDE - 88), frame.px(4)
        row.fill((60, 52, 46), (left, y, wide, high))
        row.fill(HOT, (left, y, round(wide * temper), high))
        for notch in (0.25, 0.5, 0.75):
            row.fill((24, 22, 22), (left + round(wide * notch), y, frame.px(2), high))
        if temper >= TEMPER_WARNS:
            blit_centred(row, warning(frame.px(13), HOT), frame.px(WIDE - 17), y - frame.px(7))


def _colour(written: str) -> Colour:
    colour = pygame.Color(written)
    return colour.r, colour.g, colour.b
