"""How calm it looks: the lower right corner while the player's weapon is under his coat, with the meter of suspicion over it.

Stands where his weapon is shown otherwise. `hud_gear.Gear` calls `draw_conduct`.
"""

from __future__ import annotations

import pygame

from game.sim.view import HudView

from . import text as type_
from .hud_frame import READ, SMALL, Frame
from .hud_prompts import prompt_panel
from .hud_stamps import ALARM, HOT, STEEL, WHITE, blank, box

STEPS = 10
WIDE, HIGH = 268, 62
BRISK, HOT_AT = 4, 7
"""Steps from which the meter is orange, and red."""


def draw_conduct(surface: pygame.Surface, frame: Frame, hud: HudView, right: int, bottom: int) -> None:
    """The panel with its lower right corner at (right, bottom): the meter, whether a camera has him, and what is cased."""
    steps = min(STEPS, round(hud.suspicion * STEPS + 0.3)) if hud.suspicion > 0.0 else 0
    cap = frame.key("next_weapon") if frame.show.prompt and not frame.foot else ""
    panel = frame.memo.get(
        ("conduct", steps, cap, hud.is_filmed, hud.cased), lambda: _panel(frame, steps, cap, hud.is_filmed, hud.cased)
    )
    place = pygame.Rect(right - panel.get_width(), bottom - panel.get_height(), *panel.get_size())
    surface.blit(panel, place)
    frame.taken.append(place)


def _panel(frame: Frame, steps: int, cap: str, is_filmed: bool, cased: tuple[int, int]) -> pygame.Surface:
    title = frame.text("hud.under_the_coat").upper()
    asks = prompt_panel(frame, "press", cap, frame.text("verb.draw")) if cap else None
    word = frame.text("hud.calm" if steps < BRISK else "hud.looked_at" if steps < HOT_AT else "hud.suspected")
    if is_filmed and steps < HOT_AT:
        word = frame.text("hud.filmed")
    count = frame.text("hud.cased", count=f"{cased[0]}/{cased[1]}") if cased[1] else ""
    # Both stand in one line, as far apart as the longer of the words needs.
    line = type_.width(word, frame.px(SMALL)) + type_.width(count, frame.px(SMALL)) + frame.px(48)
    wide = max(frame.px(WIDE), type_.width(title, frame.px(READ)) + frame.px(24), line, asks.get_width() if asks else 0)
    above = asks.get_height() if asks is not None else 0
    panel = blank(wide, above + frame.px(HIGH))
    panel.blit(box(wide, frame.px(HIGH), 132), (0, above))
    if asks is not None:
        panel.blit(asks, (wide - asks.get_width(), 0))
    edge = wide - frame.px(12)
    type_.draw(panel, title, (edge, above + frame.px(1)), frame.px(READ), WHITE, "right", shadow=False)
    colour = HOT if is_filmed and steps < HOT_AT else STEEL if steps < BRISK else HOT if steps < HOT_AT else ALARM
    type_.draw(panel, word, (edge, above + frame.px(26)), frame.px(SMALL), colour, "right", shadow=False)
    if count:
        type_.draw(panel, count, (frame.px(12), above + frame.px(26)), frame.px(SMALL), STEEL, shadow=False)
    step = (wide - frame.px(24)) // STEPS
    for number in range(STEPS):
        shade = colour if number < steps else (78, 88, 98)
        left = frame.px(12) + number * step
        panel.fill(shade, (left, above + frame.px(HIGH - 9), step - frame.px(3), frame.px(4)))
    return panel
