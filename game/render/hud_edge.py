"""Pointers at the edge of the screen: where the goal is, where armed enemies and the rest of the crew are.

Each kind has a shape of its own: the goal an orange disc with a diamond and its distance, enemies a red sign of
danger (filled while they fire), who is about to notice an eye in a ring that fills, people of the crew the disc
they have in the crew list, somebody who slips from control a ring that runs out. Pointers keep off the HUD's
panels; those of a kind that stand close are gathered into one with a number. Owns where they stand. `hud.Hud` calls `draw` last,
when it is known what the panels take.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pygame

from game.sim.view import CrewStatus

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene, initials
from .hud_marks import notice_look
from .hud_stamps import (
    ALARM,
    HOT,
    INK,
    RING_STEPS,
    TURN_STEPS,
    WHITE,
    Colour,
    Memo,
    blank,
    blit_centred,
    box,
    diamond,
    disc,
    eye,
    grid,
    ring,
    stamp,
    warning,
)

INSET = 40
"""Pixels of the layout from the edge to a pointer's middle."""
RADIUS = 15
NEAR = 46
"""Pointers of one kind closer than this are gathered, others pushed apart."""
SHIFTS = (1, -1, 2, -2, 3, -3, 4, -4)
THREATS_LOOKED_AT = 16
CONTROL_LOW = 0.5
GOAL, THREAT, NOTICE, SLIPPING, CREW = "goal", "threat", "notice", "slipping", "crew"


@dataclass(slots=True)
class Pointer:
    """One pointer where it stands: to whom or what, how many, and which way."""

    kind: str
    x: float
    y: float
    step: int
    """Where it points, of TURN_STEPS, east first and clockwise."""
    is_urgent: bool = False
    share: float = 0.0
    metres: int = 0
    faces: list[tuple[str, Colour, Colour]] = field(default_factory=list)
    """Of the crew: initial, coat and hair of each."""
    count: int = 1
    home: tuple[float, float] = (0.0, 0.0)
    """Where it would stand if it were alone: its like is gathered by that."""


class Pointers:
    """The edge of the screen."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._looks = Memo(200)
        self._expected: tuple[str, ...] = ()
        """Names of those whose faces have been drawn beforehand."""
        for colour in (HOT, ALARM, WHITE):
            for step in range(TURN_STEPS):
                nose(frame.px(10), step, colour)

    def edge(self, x: float, y: float) -> tuple[float, float, int] | None:
        """Where a pointer to an off-screen place stands and its turn step, or None when the place is on screen."""
        wide, high = self._frame.size
        if 0 <= x < wide and 0 <= y < high:
            return None
        inset = self._frame.px(INSET)
        dx, dy = x - wide / 2, y - high / 2
        share = min((wide / 2 - inset) / max(abs(dx), 1e-6), (high / 2 - inset) / max(abs(dy), 1e-6))
        step = round(math.atan2(dy, dx) * TURN_STEPS / (2 * math.pi)) % TURN_STEPS
        return wide / 2 + dx * share, high / 2 + dy * share, step

    def draw(self, scene: Scene) -> None:
        """Place all pointers, the most important first, and draw them."""
        pointers = self.placed(scene)
        for pointer in pointers:
            self._draw(scene.surface, pointer)
        for pointer in pointers:
            if pointer.kind == GOAL:
                self._distance(scene.surface, pointer, [other for other in pointers if other is not pointer])

    def placed(self, scene: Scene) -> list[Pointer]:
        """All pointers of this frame where they stand: off the panels, gathered, apart from each other."""
        found: list[Pointer] = []
        for pointer in self._wanted(scene):
            self._place(pointer, found)
        return found

    def _wanted(self, scene: Scene) -> list[Pointer]:
        show, view = self._frame.show, scene.view
        wanted: list[Pointer] = []
        if show.markers:
            for marker in view.markers:
                if marker.kind == "goal" or marker.label == view.hud.goal:
                    if self._want(wanted, scene, GOAL, marker.x, marker.y):
                        wanted[-1].metres = round(math.dist((marker.x, marker.y), (view.focus_x, view.focus_y)))
        if show.threats:
            for threat in sorted(view.threats, key=lambda one: not one.is_shooting)[:THREATS_LOOKED_AT]:
                if self._want(wanted, scene, THREAT, threat.x, threat.y):
                    wanted[-1].is_urgent = threat.is_shooting
            for notice in view.notices:
                if self._want(wanted, scene, NOTICE, notice.x, notice.y):
                    wanted[-1].share, wanted[-1].is_urgent = notice.share, notice.share >= 1.0
        # Whoever drives away has let them go.
        if show.held and not view.hud.is_driving:
            for held in view.held:
                if held.control < CONTROL_LOW and self._want(wanted, scene, SLIPPING, held.x, held.y):
                    wanted[-1].share = held.control
        if show.crew and show.markers:
            self._want_crew(wanted, scene)
        return wanted

    def _expect(self, crew: Sequence[CrewStatus]) -> None:
        """Draw the crew's faces once, in the first picture, which is waited for: later each would take a part of a frame."""
        names = tuple(member.name for member in crew)
        if names == self._expected:
            return
        self._expected = names
        letters, scrap = initials(names), blank(64, 64)
        for member in crew:
            for is_down in (False, True):
                pointer = Pointer(CREW, 0, 0, 0, is_urgent=is_down)
                pointer.faces.append((letters[member.name], *self._frame.colours(member.spec)))
                self._faces(scrap, pointer, 32, 32)

    def _want_crew(self, wanted: list[Pointer], scene: Scene) -> None:
        frame, view = self._frame, scene.view
        self._expect(view.crew)
        places = {person.id: person for person in view.people if person.side == "crew"}
        letters = initials(tuple(member.name for member in view.crew))
        for member in view.crew:
            person = places.get(member.id)
            if person is None or member.is_player or member.stance in ("dead", "arrested"):
                continue
            if self._want(wanted, scene, CREW, person.x, person.y):
                coat, hair = frame.colours(member.spec)
                wanted[-1].faces.append((letters[member.name], coat, hair))
                wanted[-1].is_urgent = member.stance == "down"

    def _want(self, wanted: list[Pointer], scene: Scene, kind: str, x: float, y: float) -> bool:
        at = self.edge(*scene.to_screen(x, y))
        if at is not None:
            wanted.append(Pointer(kind, *at))
        return at is not None

    # ---- where they stand

    def _place(self, pointer: Pointer, found: list[Pointer]) -> None:
        """Put a pointer among those that stand already: gathered with its like, else moved to where there is room."""
        near = self._frame.px(NEAR)
        self._clear_panels(pointer)
        pointer.home = pointer.x, pointer.y
        for other in found:
            if other.kind == pointer.kind != GOAL and math.dist(other.home, pointer.home) < near:
                other.count += 1
                other.is_urgent |= pointer.is_urgent
                other.share = max(other.share, pointer.share) if pointer.kind == NOTICE else other.share
                other.faces += pointer.faces
                self._keep_in(other)
                return
        x, y = pointer.x, pointer.y
        wide, high = self._frame.size
        is_upright = min(x, wide - x) < min(y, high - y)
        for shift in SHIFTS:
            if not any(math.dist((other.x, other.y), (pointer.x, pointer.y)) < near for other in found):
                break
            pointer.x, pointer.y = (x, y + shift * near) if is_upright else (x + shift * near, y)
            self._clear_panels(pointer)
        found.append(pointer)

    def _clear_panels(self, pointer: Pointer) -> None:
        """Move a pointer off the panels it would stand on, by the shortest way that stays on the screen."""
        wide, high = self._frame.size
        room = self._frame.px(RADIUS + 10)
        pointer.x = max(room, min(wide - room, pointer.x))
        pointer.y = max(room, min(high - room, pointer.y))
        panels, x, y = self._frame.taken, pointer.x, pointer.y
        if not _is_covered(panels, x, y, room):
            return
        # Straight out, past one panel or past several that stand together, by the shortest way along the edge.
        places: list[tuple[float, float]] = [
            (side, y) for panel in panels for side in (panel.left - room, panel.right + room)
        ]
        places += [(x, side) for panel in panels for side in (panel.top - room, panel.bottom + room)]
        # The goal is stood by rather than walked away from: over a subtitle it still points where it should.
        inland = 0.4 if pointer.kind == GOAL else 1.0
        ways = [
            (abs(to_x - x) + abs(to_y - y) + inland * min(to_x, wide - to_x, to_y, high - to_y), to_x, to_y)
            for to_x, to_y in places
            if room <= to_x <= wide - room and room <= to_y <= high - room
        ]
        for _, to_x, to_y in sorted(ways):
            if not _is_covered(panels, to_x, to_y, room):
                pointer.x, pointer.y = to_x, to_y
                return

    def _keep_in(self, pointer: Pointer) -> None:
        """A row of faces is pushed in from the edge as far as it is wide."""
        half = self._frame.px(RADIUS + 10) + (len(pointer.faces) - 1) * self._frame.px(RADIUS) * 0.75
        pointer.x = max(half, min(self._frame.size[0] - half, pointer.x))

    # ---- what they look like

    def _draw(self, surface: pygame.Surface, pointer: Pointer) -> None:
        """One picture for each look of a pointer, put together once; the goal's metres change too often for that."""
        steps = round(max(0.0, pointer.share) * RING_STEPS)
        faces = tuple(pointer.faces)
        key = (pointer.kind, pointer.step, pointer.is_urgent, steps, faces, 1 if faces else pointer.count)
        look = self._looks.get(key, lambda: self._look(pointer, steps))
        blit_centred(surface, look, pointer.x, pointer.y)

    def _look(self, pointer: Pointer, steps: int) -> pygame.Surface:
        frame = self._frame
        radius, half = frame.px(RADIUS), frame.px(RADIUS + 22)
        row = (len(pointer.faces) - 1) * radius if pointer.faces else 0
        look = blank(2 * (half + row), 2 * half)
        x, y = half + row, half
        angle = pointer.step * 2 * math.pi / TURN_STEPS
        colour = {GOAL: HOT, THREAT: ALARM, SLIPPING: HOT}.get(pointer.kind, HOT if pointer.is_urgent else WHITE)
        state = "search"
        if pointer.kind == NOTICE:
            state, colour = notice_look(pointer.share)
        # Faces side by side are wider than one disc.
        reach = radius + frame.px(7) + row * 0.7 * abs(math.cos(angle))
        tip = nose(frame.px(10), pointer.step, colour)
        blit_centred(look, tip, x + math.cos(angle) * reach, y + math.sin(angle) * reach)
        if pointer.kind == GOAL:
            blit_centred(look, disc(radius, HOT, INK), x, y)
            blit_centred(look, diamond(frame.px(7), INK, False), x, y)
        elif pointer.kind == THREAT:
            filled = ALARM if pointer.is_urgent else INK
            blit_centred(look, disc(radius, filled, WHITE if pointer.is_urgent else ALARM), x, y)
            blit_centred(look, warning(frame.px(12), WHITE), x, y)
        elif pointer.kind == NOTICE:
            blit_centred(look, disc(radius, INK, INK), x, y)
            blit_centred(look, ring(radius, frame.px(4), steps, colour, 40), x, y)
            blit_centred(look, eye(frame.px(9), state, colour), x, y)
        elif pointer.kind == SLIPPING:
            blit_centred(look, disc(radius, INK, INK), x, y)
            blit_centred(look, ring(radius, frame.px(4), steps, HOT), x, y)
            blit_centred(look, warning(frame.px(9), HOT), x, y)
        else:
            self._faces(look, pointer, x, y)
        if pointer.count > 1 and pointer.kind != CREW:
            self._number(look, x + radius * 0.9, y + radius * 0.9, str(pointer.count))
        return look

    def _faces(self, surface: pygame.Surface, pointer: Pointer, middle: float, y: float) -> None:
        """The discs of the crew list, overlapping where several stand together; a ring of the accent: he is down."""
        frame, radius = self._frame, self._frame.px(RADIUS - 1)
        step = round(radius * (1.5 if all(len(initial) == 1 for initial, _, _ in pointer.faces) else 1.9))
        left = middle - step * (len(pointer.faces) - 1) / 2
        for number, (initial, coat, hair) in enumerate(pointer.faces):
            x = left + number * step
            blit_centred(surface, disc(radius, coat, HOT if pointer.is_urgent else WHITE, hair), x, y)
            size = frame.px(SMALL if len(initial) == 1 else SMALL - 4)
            at = (x, y - round(size * 0.66))
            type_.draw(surface, initial, at, size, WHITE, "centre", "display")

    def _distance(self, surface: pygame.Surface, pointer: Pointer, others: Sequence[Pointer]) -> None:
        """Metres on a plate at the pointer's inner side, or where there is room beside it; where there is none they are not told."""
        frame, angle = self._frame, pointer.step * 2 * math.pi / TURN_STEPS
        room = frame.px(RADIUS)
        taken = [*frame.taken, *(pygame.Rect(one.x - room, one.y - room, 2 * room, 2 * room) for one in others)]
        size = frame.px(READ)
        words = frame.text("hud.metres", count=pointer.metres)
        wide, high = type_.width(words, size) + frame.px(12), frame.px(26)
        # A step of eight pixels: one plate serves many numbers.
        wide = -(-wide // 8) * 8
        away_x, away_y = frame.px(RADIUS + 5) + wide / 2, frame.px(RADIUS + 5) + high / 2
        # On the inner side, unless a panel or the edge is there; else beside, above or below.
        inner = (-math.cos(angle), -math.sin(angle))
        for to_x, to_y in (inner, (-1, 0), (1, 0), (0, -1), (0, 1)):
            x, y = pointer.x + to_x * away_x, pointer.y + to_y * away_y
            plate = pygame.Rect(round(x - wide / 2), round(y - high / 2), wide, high)
            if surface.get_rect().contains(plate) and plate.collidelist(taken) < 0:
                blit_centred(surface, box(wide, high, 168), x, y)
                type_.draw_digits(surface, words, (x, y - size * 0.66), size, WHITE, "centre", "text")
                return

    def _number(self, surface: pygame.Surface, x: float, y: float, words: str) -> None:
        frame, size = self._frame, self._frame.px(SMALL)
        blit_centred(surface, disc(frame.px(10), INK, WHITE), x, y)
        type_.draw(surface, words, (x, y - size * 0.66), size, WHITE, "centre", shadow=False)


def _is_covered(panels: list[pygame.Rect], x: float, y: float, room: int) -> bool:
    """Whether a pointer there would touch one of the panels."""
    return pygame.Rect(round(x) - room + 1, round(y) - room + 1, 2 * room - 2, 2 * room - 2).collidelist(panels) >= 0


@lru_cache(maxsize=256)
def nose(size: int, step: int, colour: Colour) -> pygame.Surface:
    """The point of a pointer, a flat triangle turned to `step` of TURN_STEPS."""
    x, y = grid(size * 2 + 6)
    angle = step * 2 * math.pi / TURN_STEPS
    u, v = x * math.cos(angle) + y * math.sin(angle), np.abs(y * math.cos(angle) - x * math.sin(angle))
    distance = np.maximum(u * 0.72 + v * 0.69 - size * 0.5, -u - size * 0.3)
    return stamp(np.clip(0.5 - distance, 0, 1), np.clip(0.5 - (distance - 1.6), 0, 1), colour)
