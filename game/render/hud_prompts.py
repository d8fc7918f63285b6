"""Prompts: what the keys would do here, beside the player; and the wheel's keys when he first sits at one.

Owns since when something has been possible (what stays possible for long is told once). `hud.Hud` calls `draw`;
other parts borrow `prompt_panel`.
"""

from __future__ import annotations

import pygame

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_stamps import HOT, RING_STEPS, STEEL, WHITE, blank, blit_centred, box, ring

TOLD_TICKS = 300
"""A prompt for what can be done at any time is shown for five seconds."""
TAUGHT_TICKS = 480
"""The keys of the wheel, the first time in a run."""
_PRESSED = {
    "drop": ("press", "drop"),
    "put_down": ("press", "drop"),
    "cut": ("hold", "disarm"),
    "no_ties": ("told", ""),
}
"""Prompts that belong to another key than USE, or than ENTER, or to none."""
_TOLD_ONCE = ("put_down", "no_ties")
"""Prompts that go away again although nothing has changed."""
STILL_KMH = 6.0
_DRIVING = ("gas", "brake", "steer", "handbrake")
_STEER = ("left", "right")


class Prompts:
    """Words with a key in them."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._since: dict[str, int] = {}
        self._taught_from = -1

    def draw(self, scene: Scene) -> None:
        """What USE, DISARM and ENTER would do here, beside the player, and how far it is."""
        frame, hud = self._frame, scene.view.hud
        x, y = scene.to_screen(scene.view.focus_x, scene.view.focus_y)
        if hud.progress > 0:
            steps = round(min(1.0, hud.progress) * RING_STEPS)
            blit_centred(scene.surface, ring(frame.px(34), frame.px(5), steps, HOT), x, y)
        y += frame.px(44)
        new = [verb for verb in _TOLD_ONCE if self._is_new(verb, hud.prompt == verb, scene)]
        if hud.prompt and (hud.prompt in new or hud.prompt not in _TOLD_ONCE):
            way, action = _PRESSED.get(hud.prompt, ("hold", "use"))
            self._asking(scene, way, action, self._verb(hud.prompt), x, y)
            y += frame.px(38)
        if hud.prompt_wound:
            self._asking(scene, "hold", "disarm", frame.word("verb", hud.prompt_wound), x, y)
            y += frame.px(38)
        if hud.prompt_enter and (hud.prompt_enter != "leave" or self._is_new("out", hud.speed_kmh < STILL_KMH, scene)):
            way, action = _PRESSED.get(hud.prompt_enter, ("press", "enter"))
            self._asking(scene, way, action, frame.word("verb", hud.prompt_enter), x, y)
        if hud.is_driving:
            self._teach(scene)

    def _verb(self, prompt: str) -> str:
        """The words of a prompt; `hand:Chris` names whom it is done to."""
        verb, _, whom = prompt.partition(":")
        return self._frame.text(f"verb.{verb}_to", name=whom) if whom else self._frame.word("verb", verb)

    def _is_new(self, what: str, is_so: bool, scene: Scene) -> bool:
        """Whether something that stays possible for long has become so lately: told once, then out of the way."""
        tick = scene.view.tick
        if not is_so:
            self._since.pop(what, None)
            return False
        return 0 <= tick - self._since.setdefault(what, tick) < TOLD_TICKS

    def _teach(self, scene: Scene) -> None:
        """The keys of the wheel in one line under the subtitles; once a run."""
        tick = scene.view.tick
        if self._taught_from < 0:
            self._taught_from = tick
        if not 0 <= tick - self._taught_from < TAUGHT_TICKS:
            return
        frame = self._frame
        caps = tuple(self._caps(action) for action in _DRIVING)
        panel = frame.memo.get(("driving", caps), lambda: self._driving_panel(caps))
        place = pygame.Rect(0, 0, *panel.get_size())
        place.midtop = frame.size[0] // 2, frame.size[1] - frame.px(38)
        scene.surface.blit(panel, place)
        frame.taken.append(place)

    def _caps(self, action: str) -> str:
        """What is printed on the key; both keys where it takes two, and none where a stick does both."""
        if action != "steer":
            return self._frame.key(action)
        left, right = (self._frame.key(one) for one in _STEER)
        return f"{left} {right}".strip()

    def _driving_panel(self, caps: tuple[str, ...]) -> pygame.Surface:
        frame = self._frame
        parts = [
            prompt_panel(frame, "press", cap, frame.text(f"hud.drive_{action}"))
            for cap, action in zip(caps, _DRIVING, strict=True)
            if cap
        ]
        panel = blank(sum(part.get_width() for part in parts), parts[0].get_height())
        x = 0
        for part in parts:
            panel.blit(part, (x, 0))
            x += part.get_width()
        return panel

    def _asking(self, scene: Scene, how: str, action: str, verb: str, x: float, y: float) -> None:
        """One line such as HOLD [E] SEARCH, as a cached panel about (x, y)."""
        frame = self._frame
        cap = frame.key(action) if action else ""
        key = ("prompt", how, cap, verb)
        panel = frame.memo.get(key, lambda: prompt_panel(frame, how, cap, verb) if action else _told_panel(frame, verb))
        half = panel.get_width() / 2
        x = max(half + frame.px(8), min(frame.size[0] - half - frame.px(8), x))
        y = min(y, frame.size[1] - frame.px(36))
        place = pygame.Rect(round(x - half), round(y), *panel.get_size())
        _above(place, frame)
        scene.surface.blit(panel, place)
        frame.taken.append(place)


def _above(place: pygame.Rect, frame: Frame) -> None:
    """Moves a prompt up until it stands over no panel: what is said and heard is read at the same moment."""
    for _ in frame.taken:
        hit = place.collidelist(frame.taken)
        if hit < 0 or frame.taken[hit].top - place.height < 0:
            return
        place.bottom = frame.taken[hit].top - frame.px(4)


def prompt_panel(frame: Frame, how: str, cap: str, verb: str) -> pygame.Surface:
    """The words of a prompt (`how` is hold or press) with the key's label on a drawn key."""
    before, _, after = frame.text(f"prompt.{how}", button="\0", verb=verb.upper()).upper().partition("\0")
    before, after = before.strip(" :"), after.strip(" :")
    size, gap = frame.px(READ), frame.px(9)
    cap_wide = key_width(cap, size, frame)
    before_wide = type_.width(before, frame.px(SMALL))
    wide = before_wide + cap_wide + type_.width(after, size) + gap * (4 if before else 3)
    high = frame.px(34)
    panel = box(wide, high, 168).copy()
    middle = high / 2 - size * 0.66
    type_.draw(panel, before, (gap, high / 2 - frame.px(SMALL) * 0.66), frame.px(SMALL), STEEL, shadow=False)
    x = before_wide + gap * (2 if before else 1)
    draw_key(panel, frame, cap, x, frame.px(4), high - frame.px(8), size)
    type_.draw(panel, after, (x + cap_wide + gap, middle), size, WHITE, shadow=False)
    return panel


def _told_panel(frame: Frame, words: str) -> pygame.Surface:
    """A panel without a key: why there is nothing to press."""
    size, gap = frame.px(SMALL), frame.px(9)
    wide, high = type_.width(words.upper(), size) + gap * 2, frame.px(34)
    panel = box(wide, high, 168).copy()
    type_.draw(panel, words.upper(), (gap, high / 2 - size * 0.66), size, STEEL, shadow=False)
    return panel


def key_width(cap: str, size: int, frame: Frame) -> int:
    """Pixels of a drawn key with that label."""
    return max(round(size * 1.24), type_.width(cap, size) + frame.px(14))


def draw_key(
    panel: pygame.Surface,
    frame: Frame,
    cap: str,
    x: int,
    y: int,
    high: int,
    size: int,
    colour: tuple[int, int, int] = WHITE,
) -> int:
    """A key with its label on it; returns its width in pixels."""
    wide = key_width(cap, size, frame)
    pygame.draw.rect(panel, colour, (x, y, wide, high), max(1, frame.px(1.5)), frame.px(4))
    type_.draw(panel, cap, (x + wide / 2, y + high / 2 - size * 0.66), size, colour, "centre", shadow=False)
    return wide
