"""What the HUD draws at places of the world: goal and other markers, held people's rings, threats, the prompt.

Whatever is off screen gets a pointer at the edge. Meaning is told by shape first (solid head = goal, open chevron =
armed, head with bars = shooting), by colour second. Owns only cues that pass. `hud.Hud` calls `take` and `draw`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.sim.events import BodySwitched, ControlLost, Event
from game.sim.view import HeldStatus, MarkerView

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_stamps import (
    HOT,
    RING_STEPS,
    STEEL,
    TURN_STEPS,
    WHITE,
    arrow,
    blit_centred,
    box,
    diamond,
    ring,
    warning,
)

CONTROL_LOW = 0.35
FLASH_TICKS = 24
"""Half a period of the low-control flash: 1.25 a second, far under the limit of three."""
THREATS_SHOWN = 12
TAKEN_TICKS = 36
TOLD_TICKS = 300
"""A prompt for what can be done at any time is shown for five seconds."""
_PRESSED = {"drop": ("press", "drop"), "disarm": ("hold", "disarm")}
"""Prompts that belong to another key than USE."""
STILL_KMH = 6.0
FOOT_PX = 190
"""Pointers at the lower edge keep so far from it: subtitles and prompts are there."""
LOST_TICKS = 60


class Marks:
    """Pointers, rings and prompts that belong to places."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._taken_ticks = 0
        self._lost: list[tuple[int, int]] = []
        self._since: dict[str, int] = {}

    def take(self, events: Sequence[Event]) -> None:
        """Note a change of body and people who slipped from control in this tick."""
        self._taken_ticks = max(0, self._taken_ticks - 1)
        self._lost = [(who, ticks - 1) for who, ticks in self._lost if ticks > 1]
        for event in events:
            if isinstance(event, BodySwitched):
                self._taken_ticks = TAKEN_TICKS
            elif isinstance(event, ControlLost):
                self._lost = [*self._lost[-5:], (event.who, LOST_TICKS)]

    def draw(self, scene: Scene, is_wheel_open: bool = False) -> None:
        """Draw all of them, the prompt last; none while the order wheel lies over its place."""
        show = self._frame.show
        if show.held:
            for held in scene.view.held:
                self._held(scene, held)
            self._slipped(scene)
        if show.threats:
            self._threats(scene)
        if show.markers:
            for marker in scene.view.markers:
                self._marker(scene, marker)
        if self._taken_ticks:
            self._taken(scene)
        if show.prompt and not is_wheel_open:
            self._prompt(scene)

    def edge(self, x: float, y: float, inset: float) -> tuple[float, float, int] | None:
        """Where a pointer to an off-screen place stands and its turn step, or None when the place is on screen."""
        wide, high = self._frame.size
        if 0 <= x < wide and 0 <= y < high:
            return None
        foot = high - self._frame.px(FOOT_PX)
        dx, dy = x - wide / 2, y - high / 2
        share = min((wide / 2 - inset) / max(abs(dx), 1e-6), (high / 2 - inset) / max(abs(dy), 1e-6))
        step = round(math.atan2(dy, dx) * TURN_STEPS / (2 * math.pi)) % TURN_STEPS
        return wide / 2 + dx * share, min(high / 2 + dy * share, foot), step

    def _marker(self, scene: Scene, marker: MarkerView) -> None:
        frame, surface = self._frame, scene.surface
        x, y = scene.to_screen(marker.x, marker.y)
        is_goal = marker.kind == "goal"
        at = self.edge(x, y, frame.px(62))
        if at is None:
            lift = frame.px(26)
            stamp = diamond(frame.px(11), HOT, False) if is_goal else diamond(frame.px(8), WHITE, True)
            blit_centred(surface, stamp, x, y - lift)
            if is_goal:
                blit_centred(surface, arrow(frame.px(6), TURN_STEPS // 4, HOT, "goal"), x, y - frame.px(9))
            # The goal's own words stand at the top of the screen already.
            if marker.label and marker.label != scene.view.hud.goal:
                top = y - lift - frame.px(40)
                type_.draw(surface, marker.label, (x, top), frame.px(READ), WHITE, "centre")
            return
        if not is_goal:
            return
        ex, ey, step = at
        blit_centred(surface, arrow(frame.px(19), step, HOT, "goal"), ex, ey)
        metres = math.dist((marker.x, marker.y), (scene.view.focus_x, scene.view.focus_y))
        back = step * 2 * math.pi / TURN_STEPS
        wide, high = frame.px(42), frame.px(32)
        tx, ty = ex - math.cos(back) * wide, ey - math.sin(back) * high
        words = f"{round(metres)} m"
        type_.draw(surface, words, (tx, ty - frame.px(READ) * 0.66), frame.px(READ), WHITE, "centre")

    def _threats(self, scene: Scene) -> None:
        frame, drawn = self._frame, 0
        for threat in scene.view.threats:
            x, y = scene.to_screen(threat.x, threat.y)
            at = self.edge(x, y, frame.px(26))
            if at is None:
                continue
            kind = "shooting" if threat.is_shooting else "known"
            size = frame.px(17 if threat.is_shooting else 14)
            blit_centred(scene.surface, arrow(size, at[2], HOT if threat.is_shooting else WHITE, kind), at[0], at[1])
            drawn += 1
            if drawn >= THREATS_SHOWN:
                return

    def _held(self, scene: Scene, held: HeldStatus) -> None:
        frame = self._frame
        x, y = scene.to_screen(held.x, held.y)
        if self.edge(x, y, 0) is not None:
            return
        y -= frame.px(30)
        steps = round(max(0.0, min(1.0, held.control)) * RING_STEPS)
        is_low = held.control < CONTROL_LOW
        blit_centred(scene.surface, ring(frame.px(12), frame.px(4), steps, HOT if is_low else WHITE), x, y)
        if is_low and scene.view.tick // FLASH_TICKS % 2 == 0:
            blit_centred(scene.surface, warning(frame.px(15), HOT), x, y - frame.px(26))

    def _slipped(self, scene: Scene) -> None:
        """A warning over everybody who has just slipped from control."""
        lost = {who for who, _ in self._lost}
        if not lost:
            return
        for person in scene.view.people:
            if person.id in lost:
                x, y = scene.to_screen(person.x, person.y)
                blit_centred(scene.surface, warning(self._frame.px(19), HOT), x, y - self._frame.px(34))

    def _taken(self, scene: Scene) -> None:
        """A ring that closes on the body the player took over, with the name."""
        frame = self._frame
        x, y = scene.to_screen(scene.view.focus_x, scene.view.focus_y)
        wide = 26 + 5 * (self._taken_ticks // 3)
        blit_centred(scene.surface, ring(frame.px(wide), frame.px(2), RING_STEPS, WHITE), x, y)
        name = next((member.name for member in scene.view.crew if member.is_player), "")
        type_.draw(scene.surface, name.upper(), (x, y - frame.px(72)), frame.px(READ), WHITE, "centre", "display")

    def _prompt(self, scene: Scene) -> None:
        """What USE and ENTER would do here, beside the player, and how far it is."""
        frame, hud = self._frame, scene.view.hud
        x, y = scene.to_screen(scene.view.focus_x, scene.view.focus_y)
        if hud.progress > 0:
            steps = round(min(1.0, hud.progress) * RING_STEPS)
            blit_centred(scene.surface, ring(frame.px(34), frame.px(5), steps, HOT), x, y)
        y += frame.px(44)
        if hud.prompt:
            way, action = _PRESSED.get(hud.prompt, ("hold", "use"))
            self._asking(scene, way, action, frame.word("verb", hud.prompt), x, y)
            y += frame.px(38)
        if hud.prompt_enter and (hud.prompt_enter != "leave" or self._is_new("out", hud.speed_kmh < STILL_KMH, scene)):
            self._asking(scene, "press", "enter", frame.word("verb", hud.prompt_enter), x, y)
        if self._is_new("walk", hud.can_leave, scene) and hud.leave_progress <= 0:
            at = frame.size[0] / 2, frame.size[1] - frame.px(38)
            self._asking(scene, "hold", "leave", frame.text("action.leave"), *at)

    def _is_new(self, what: str, is_so: bool, scene: Scene) -> bool:
        """Whether something that stays possible for long has become so lately: told once, then out of the way."""
        tick = scene.view.tick
        if not is_so:
            self._since.pop(what, None)
            return False
        return 0 <= tick - self._since.setdefault(what, tick) < TOLD_TICKS

    def _asking(self, scene: Scene, how: str, action: str, verb: str, x: float, y: float) -> None:
        """One line such as HOLD [E] SEARCH, as a cached panel about (x, y)."""
        frame = self._frame
        cap = frame.key(action)
        key = ("prompt", how, cap, verb)
        panel = frame.memo.get(key, lambda: prompt_panel(frame, how, cap, verb))
        half = panel.get_width() / 2
        x = max(half + frame.px(8), min(frame.size[0] - half - frame.px(8), x))
        y = min(y, frame.size[1] - frame.px(36))
        scene.surface.blit(panel, (round(x - half), round(y)))


def prompt_panel(frame: Frame, how: str, cap: str, verb: str) -> pygame.Surface:
    """The words of a prompt (`how` is hold or press) with the key's label on a drawn key."""
    before, _, after = frame.text(f"prompt.{how}", button="\0", verb=verb.upper()).upper().partition("\0")
    before, after = before.strip(" :"), after.strip(" :")
    size, gap = frame.px(READ), frame.px(9)
    cap_wide = max(frame.px(26), type_.width(cap, size) + frame.px(14))
    before_wide = type_.width(before, frame.px(SMALL))
    wide = before_wide + cap_wide + type_.width(after, size) + gap * (4 if before else 3)
    high = frame.px(34)
    panel = box(wide, high, 150).copy()
    middle = high / 2 - size * 0.66
    type_.draw(panel, before, (gap, high / 2 - frame.px(SMALL) * 0.66), frame.px(SMALL), STEEL, shadow=False)
    x = before_wide + gap * (2 if before else 1)
    pygame.draw.rect(panel, WHITE, (x, frame.px(4), cap_wide, high - frame.px(8)), max(1, frame.px(1.5)), frame.px(4))
    type_.draw(panel, cap, (x + cap_wide / 2, middle), size, WHITE, "centre", shadow=False)
    type_.draw(panel, after, (x + cap_wide + gap, middle), size, WHITE, shadow=False)
    return panel
