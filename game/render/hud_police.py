"""The top right of the HUD: what the police believe, and how far the response has gone, told as radio.

Owns the memory of the last rise (it stands out for some seconds). `hud.Hud` calls `take` and `draw`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.sim.events import Event, StageRaised
from game.sim.view import HudView, View

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_light import LightMeter
from .hud_senses import Senses
from .hud_stamps import HOT, STEEL, WHITE, blank, blit_centred, box, eye, waves

RAISED_TICKS = 300
STAGES = 5


class Police:
    """Calm, search, know or lost; and the stage of the response."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._light = LightMeter(frame)
        self._cause = ""
        self._raised_ticks = 0
        self._senses = Senses(frame)
        self._is_duel = False

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note a stage that was raised in this tick, with its cause, and the player's shots."""
        self._is_duel = view.own_eyes or (self._is_duel and view.result is not None)
        self._senses.take(events, view)
        self._raised_ticks = max(0, self._raised_ticks - 1)
        for event in events:
            if isinstance(event, StageRaised):
                self._cause, self._raised_ticks = event.cause, RAISED_TICKS

    def draw(self, scene: Scene) -> None:
        """Draw the eye with its word and the radio line below."""
        if scene.view.own_eyes:
            self._light.draw(scene)
            return
        if self._is_duel:
            return  # it is over: what they know or not has never been told here, and is not now
        frame, hud = self._frame, scene.view.hud
        cause = self._cause if self._raised_ticks else ""
        panel = frame.memo.get(("police", hud.side, hud.awareness, hud.stage, cause), lambda: self._panel(hud, cause))
        place = pygame.Rect(frame.size[0] - panel.get_width() - frame.px(14), frame.px(14), *panel.get_size())
        scene.surface.blit(panel, place)
        frame.taken.append(place)
        self._senses.draw(scene.surface, hud, place.right, place.bottom + frame.px(4))

    def _panel(self, hud: HudView, cause: str) -> pygame.Surface:
        frame = self._frame
        believed = frame.sided("awareness", hud.awareness, hud.side).upper()
        called = frame.text(f"stage.{hud.stage}") if hud.stage else ""
        why = frame.word("cause", cause) if cause else ""
        why = why[:1].upper() + why[1:]
        why = "" if why.lower() == called.lower() else why
        wide = frame.px(58) + max(
            type_.width(believed, frame.px(READ)),
            type_.width(called, frame.px(SMALL)) + frame.px(4),
            type_.width(why, frame.px(SMALL)),
        )
        high = frame.px(38 + (34 if called else 0) + (24 if why else 0))
        panel = blank(wide, high)
        panel.blit(box(wide, high, 150), (0, 0))
        colour = {"calm": STEEL, "search": WHITE, "lost": STEEL}.get(hud.awareness, HOT)
        blit_centred(panel, eye(frame.px(15), hud.awareness, colour), wide - frame.px(26), frame.px(19))
        right = wide - frame.px(50)
        type_.draw(panel, believed, (right, frame.px(5)), frame.px(READ), colour, "right", shadow=False)
        if called:
            self._stage(panel, hud.stage, called, right)
        if why:
            type_.draw(panel, why, (right, frame.px(70)), frame.px(SMALL), HOT, "right", shadow=False)
        return panel

    def _stage(self, panel: pygame.Surface, stage: int, called: str, right: int) -> None:
        """The radio line, and five strokes of which as many are lit as the stage counts."""
        frame = self._frame
        blit_centred(panel, waves(frame.px(8), WHITE), right + frame.px(22), frame.px(46))
        type_.draw(panel, called, (right, frame.px(34)), frame.px(SMALL), WHITE, "right", shadow=False)
        step = frame.px(14)
        for stroke in range(STAGES):
            place = (right - (STAGES - stroke) * step + frame.px(3), frame.px(63), step - frame.px(3), frame.px(3))
            panel.fill(HOT if stroke < stage else (78, 88, 98), place)
