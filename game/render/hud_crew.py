"""The crew list at the left: who is who and on which key, how he is, what he is at; and a temper that rises.

Owns only cached rows. `hud.Hud` calls `draw` each frame; colours come from the catalog's people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.sim.view import CrewStatus

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene, initials
from .hud_prompts import draw_key
from .hud_stamps import ALARM, GREY, HOT, ORANGE, STEEL, WHITE, blank, blit_centred, box, disc, warning

PIPS = 5
ROW = 52
WIDE = 264
TEMPER_HIGH, HINT_HIGH = 22, 22
TEMPER_STEPS = 20
TEMPERS = ((0.85, "temper_4", ALARM), (0.6, "temper_3", HOT), (0.3, "temper_2", WHITE), (0.0, "temper_1", STEEL))
"""From which temper on which word and colour; the two upper ones say also what helps."""
TEMPER_WARNS = 0.6
WIDEST_CAP = 26
ARROWS = ("↑", "→", "↓", "←")
CAP = (186, 196, 206)
OUT = ("down", "dead", "arrested")
BLEED_STEP = 5
"""Seconds by which the time that a wounded man has left is told: a row is inked anew no oftener."""


class CrewList:
    """One row for each of the crew, the player's marked by an orange edge and a word."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._rows: list[tuple[tuple, pygame.Surface]] = []
        """What each row says, and its picture."""
        self._shown: tuple[tuple, pygame.Surface] | None = None
        """The rows of the last frame as one picture, and what they say."""

    def draw(self, scene: Scene) -> None:
        """Draw the rows from the top left down."""
        frame, crew = self._frame, scene.view.crew
        if not crew:
            return
        leader = crew[0].name
        letters = initials(tuple(member.name for member in crew))
        rows: list[tuple[tuple, Callable[[], pygame.Surface]]] = []
        for number, member in enumerate(crew, 1):
            pips = -(-round(max(0.0, min(1.0, member.health)) * 100) * PIPS // 100)
            temper = round(max(0.0, min(1.0, member.temper)) * TEMPER_STEPS)
            cap = "" if member.is_player or member.stance in OUT else frame.key(f"switch_{number}")
            bleeds = -(-member.bleed_seconds // BLEED_STEP) * BLEED_STEP
            key = (
                "crew",
                member.name,
                letters[member.name],
                member.spec,
                pips,
                temper,
                member.order,
                member.doing,
                bleeds,
                cap,
                leader,
            )
            state = (member.is_player, member.stance, member.vehicle >= 0)
            build = partial(self._row, member, letters[member.name], pips, temper / TEMPER_STEPS, cap, leader)
            rows.append(((*key, *state), build))
        self._rows = self._inked(rows)
        said = tuple(key for key, _ in self._rows)
        if self._shown is None or self._shown[0] != said:
            self._shown = said, self._stacked([row for _, row in self._rows])
        list_, at = self._shown[1], frame.px(14)
        scene.surface.blit(list_, (at, at))
        frame.taken.append(pygame.Rect(at, at, *list_.get_size()))

    def _inked(
        self, wanted: Sequence[tuple[tuple, Callable[[], pygame.Surface]]]
    ) -> list[tuple[tuple, pygame.Surface]]:
        """The rows with what they say: of those that changed one is inked in a frame, the others stay as they were, for four men
        may get out in one tick."""
        memo, is_first = self._frame.memo, len(self._rows) != len(wanted)
        rows = []
        has_inked = False
        for number, (key, build) in enumerate(wanted):
            if key not in memo and has_inked and not is_first:
                rows.append(self._rows[number])
                continue
            has_inked = has_inked or key not in memo
            rows.append((key, memo.get(key, build)))
        return rows

    def _stacked(self, rows: list[pygame.Surface]) -> pygame.Surface:
        """Rows one under the other."""
        gap = self._frame.px(3)
        made = blank(self._frame.px(WIDE), sum(row.get_height() + gap for row in rows))
        y = 0
        for row in rows:
            # Copied with its opacity, not laid over: the ground is clear.
            made.blit(row, (0, y), special_flags=pygame.BLEND_RGBA_MAX)
            y += row.get_height() + gap
        return made

    def _row(self, member: CrewStatus, letters: str, pips: int, temper: float, cap: str, leader: str) -> pygame.Surface:
        frame = self._frame
        high = frame.px(ROW)
        more = frame.px(TEMPER_HIGH) if temper > 0 else 0
        more += frame.px(HINT_HIGH) if temper >= TEMPER_WARNS else 0
        wide = frame.px(WIDE)
        row = blank(wide, high + more)
        row.blit(box(wide, high + more, 176 if member.is_player else 132), (0, 0))
        if member.is_player:
            row.fill(ORANGE, (0, 0, frame.px(4), high + more))
        self._portrait(row, member, letters, frame.px(62), high)
        self._cap(row, cap, high)
        x = frame.px(90)
        name_colour = GREY if member.stance == "dead" else WHITE
        name = type_.wrap(member.name, frame.px(READ), frame.px(WIDE - 90 - 66), 1)
        type_.draw(row, "".join(name), (x, frame.px(1)), frame.px(READ), name_colour, shadow=False)
        self._pips(row, pips, member.stance, wide - frame.px(8))
        words = self._doing(member)
        shown = type_.wrap(words, frame.px(SMALL), wide - x - frame.px(6), 1) if words else ()
        if shown:
            colour = ALARM if member.stance in OUT else HOT if member.is_player and not member.doing else STEEL
            type_.draw(row, shown[0], (x, frame.px(25)), frame.px(SMALL), colour, shadow=False)
        if temper > 0:
            self._temper(row, temper, x, high, leader)
        return row

    def _cap(self, row: pygame.Surface, cap: str, high: int) -> None:
        """The key that takes him over: of a pad's cross its arrow alone, and nothing where the label is too long."""
        frame, size = self._frame, self._frame.px(SMALL)
        cap = cap[-1] if cap[-1:] in ARROWS else cap
        if cap and type_.width(cap, size) <= frame.px(WIDEST_CAP):
            draw_key(row, frame, cap, frame.px(11), (high - frame.px(26)) // 2, frame.px(26), size, CAP)

    def _doing(self, member: CrewStatus) -> str:
        """What he is at, without that his order; a fallen man's state goes before both, and the player is told that
        it is he."""
        frame = self._frame
        if member.bleed_seconds > 0:
            return frame.text("crew.bleeds", seconds=-(-member.bleed_seconds // BLEED_STEP) * BLEED_STEP)
        if member.stance in OUT:
            return frame.text(f"crew.{member.stance}")
        if member.doing:
            return frame.word("crew", member.doing)
        if member.is_player:
            return frame.text("crew.you")
        return frame.word("order", member.order) if member.order else ""

    def _portrait(self, row: pygame.Surface, member: CrewStatus, letters: str, x: int, high: int) -> None:
        frame = self._frame
        coat, hair = frame.colours(member.spec)
        rim = GREY if member.stance in OUT else HOT if member.is_player else WHITE
        blit_centred(row, disc(frame.px(18), coat, rim, hair), x, high // 2)
        size = frame.px(20 if len(letters) == 1 else 17)
        at = (x, high // 2 - round(size * 0.66))
        type_.draw(row, letters, at, size, WHITE, "centre", "display")
        if member.stance == "dead":
            y, reach = high // 2, frame.px(15)
            pygame.draw.line(row, WHITE, (x - reach, y + reach), (x + reach, y - reach), frame.px(3))

    def _pips(self, row: pygame.Surface, pips: int, stance: str, right: int) -> None:
        """Five blocks; those lost stay as outlines. Few left turn orange, the last one red."""
        frame = self._frame
        if stance == "dead":
            return
        wide, high, gap = frame.px(9), frame.px(11), frame.px(2)
        colour = WHITE if pips > 2 else HOT if pips == 2 else ALARM
        for pip in range(PIPS):
            place = (right - (PIPS - pip) * (wide + gap), frame.px(9), wide, high)
            if pip < pips:
                row.fill(colour, place)
            else:
                pygame.draw.rect(row, GREY, place, 1)

    def _temper(self, row: pygame.Surface, temper: float, x: int, y: int, leader: str) -> None:
        """How near he is to losing his head: a bar with the word for it, and what helps before it is too late."""
        frame = self._frame
        name, colour = next((name, colour) for least, name, colour in TEMPERS if temper >= least)
        words = frame.text(f"crew.{name}")
        size = frame.px(SMALL)
        type_.draw(row, words, (x, y - frame.px(6)), size, colour, shadow=False)
        left, wide, high = frame.px(14), frame.px(66), frame.px(8)
        place = y + frame.px(3)
        row.fill((66, 60, 56), (left, place, wide, high))
        row.fill(colour, (left, place, round(wide * temper), high))
        for notch in (0.3, 0.6, 0.85):
            row.fill((24, 22, 22), (left + round(wide * notch), place, frame.px(2), high))
        if temper >= TEMPER_WARNS:
            hint = frame.text("crew.temper_helps", name=leader)
            type_.draw(row, hint, (x, y + frame.px(TEMPER_HIGH - 7)), size, WHITE, shadow=False)
            blit_centred(row, warning(frame.px(11), colour), frame.px(62), y + frame.px(TEMPER_HIGH + 7))
