"""What the HUD draws at places of the world that are on the screen: the goal, the crew, and people held at gunpoint.

Meaning is told by shape first (diamond = goal, ring = somebody is held, triangle = danger), by colour second. What
is off the screen is `hud_edge`'s. Owns only cues that pass. `hud.Hud` calls `take`, `draw`, and `write` once the panels stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pygame

from game.sim.events import BodySwitched, ControlLost, Event
from game.sim.view import CrewStatus, HeldStatus, MarkerView, NoticeView, ThreatView, View

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene, initials
from .hud_stamps import (
    ALARM,
    HOT,
    INK,
    RING_STEPS,
    TURN_STEPS,
    WHITE,
    Colour,
    arrow,
    blank,
    blit_centred,
    box,
    diamond,
    disc,
    eye,
    ring,
    warning,
)

CONTROL_FADES = 0.7
CONTROL_LOW = 0.35
FLASH_TICKS = 24
"""Half a period of the low-control flash: 1.25 a second, far under the limit of three."""
TAKEN_TICKS = 36
LOST_TICKS = 60
BOB_TICKS = 32
NOTICE_HALF = 0.5
TagKey = tuple[str, str, Colour, bool]
TAG_GAP, TAG_FARTHEST = 4, 160
"""How far a word stands from the panel it was moved off, and how far from its place it still says what it belongs to."""
LEAST_PINNED = 0.15
"""Suppression from which the mark over somebody is shown."""


def notice_look(share: float) -> tuple[str, Colour]:
    """The eye's state and the colour of somebody who is so near to noticing."""
    if share >= 1.0:
        return "know", ALARM
    return "search", HOT if share > NOTICE_HALF else WHITE


class Marks:
    """Diamonds, rings and names that belong to places."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._taken_ticks = 0
        self._lost: list[tuple[int, int]] = []
        self._tags: list[tuple[pygame.Surface, float, float]] = []
        """Words of this frame and the middle of each: written when it is known where the panels are."""

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note a change of body and people who slipped from control in this tick."""
        self._taken_ticks = max(0, self._taken_ticks - 1)
        self._lost = [(who, ticks - 1) for who, ticks in self._lost if ticks > 1]
        for event in events:
            if isinstance(event, BodySwitched):
                self._taken_ticks = TAKEN_TICKS
            elif isinstance(event, ControlLost):
                self._lost = [*self._lost[-5:], (event.who, LOST_TICKS)]
        self._make_one(view.crew)

    def draw(self, scene: Scene) -> None:
        """Draw all of them; their words wait for `write`."""
        self._tags.clear()
        show = self._frame.show
        if show.markers and show.crew:
            self._crew(scene)
        if show.held:
            for held in scene.view.held:
                self._held(scene, held)
            self._slipped(scene)
        if show.threats:
            for notice in scene.view.notices:
                self._notice(scene, notice)
            for threat in scene.view.threats:
                if threat.pinned > LEAST_PINNED:
                    self._pinned(scene, threat)
        if show.markers:
            for marker in scene.view.markers:
                self._marker(scene, marker)
        if self._taken_ticks:
            self._taken(scene)
        if scene.view.hud.in_line:
            self._in_line(scene)

    def _is_seen(self, x: float, y: float) -> bool:
        return 0 <= x < self._frame.size[0] and 0 <= y < self._frame.size[1]

    def _marker(self, scene: Scene, marker: MarkerView) -> None:
        frame, surface = self._frame, scene.surface
        x, y = scene.to_screen(marker.x, marker.y)
        if not self._is_seen(x, y):
            return
        is_goal = marker.kind == "goal" or marker.label == scene.view.hud.goal
        # Over a vehicle it stands clear of the roof, whose own colours would swallow it.
        lift = frame.px(46 if marker.kind == "vehicle" else 30)
        if is_goal:
            lift += frame.px(2) * (scene.view.tick // BOB_TICKS % 2)
            blit_centred(surface, diamond(frame.px(12), HOT, False), x, y - lift)
            blit_centred(surface, arrow(frame.px(7), TURN_STEPS // 4, HOT, "goal"), x, y - lift + frame.px(20))
        else:
            blit_centred(surface, diamond(frame.px(9), WHITE, True), x, y - lift)
        # The goal's own words stand at the top of the screen already.
        if marker.label and marker.label != scene.view.hud.goal:
            self._tag(scene, marker.label, x, y - lift - frame.px(28))

    def _crew(self, scene: Scene) -> None:
        """The initial of each of the crew over his head, where he is on foot; an arrow head over the player's own."""
        frame, crew = self._frame, scene.view.crew
        names = {member.id: member for member in crew if member.stance != "dead"}
        letters = initials(tuple(member.name for member in crew))
        for person in scene.view.people:
            member = names.get(person.id)
            if member is None or person.vehicle >= 0:
                continue
            x, y = scene.to_screen(person.x, person.y)
            if not self._is_seen(x, y):
                continue
            if member.is_player:
                blit_centred(scene.surface, arrow(frame.px(8), TURN_STEPS // 4, HOT, "goal"), x, y - frame.px(27))
                continue
            tag = self._initial(member, letters, member.stance == "down")
            blit_centred(scene.surface, tag, x, y - frame.px(29))

    def _make_one(self, crew: Sequence[CrewStatus]) -> None:
        """Ink one mark of the crew before it is first seen: four men may get out in one tick."""
        letters = initials(tuple(member.name for member in crew))
        for member in crew:
            for is_down in (False, True):
                if self._tag_key(member, letters, is_down) not in self._frame.memo:
                    self._initial(member, letters, is_down)
                    return

    def _tag_key(self, member: CrewStatus, letters: Mapping[str, str], is_down: bool) -> TagKey:
        return "tag", letters[member.name], self._frame.colours(member.spec)[0], is_down

    def _initial(self, member: CrewStatus, letters: Mapping[str, str], is_down: bool) -> pygame.Surface:
        key = self._tag_key(member, letters, is_down)
        return self._frame.memo.get(key, partial(self._tag_of, *key[1:]))

    def _tag_of(self, initial: str, coat: Colour, is_down: bool) -> pygame.Surface:
        frame = self._frame
        radius, size = frame.px(9 if len(initial) == 1 else 11), frame.px(SMALL - 5)
        tag = blank(2 * radius + 4, 2 * radius + 4)
        middle = tag.get_width() / 2
        blit_centred(tag, disc(radius, coat, ALARM if is_down else WHITE), middle, middle)
        type_.draw(tag, initial, (middle, middle - size * 0.66), size, WHITE, "centre", "display", shadow=False)
        return tag

    def _held(self, scene: Scene, held: HeldStatus) -> None:
        """How firmly he is held: a full white ring; orange and running out; at last a red sign and two words."""
        frame = self._frame
        x, y = scene.to_screen(held.x, held.y)
        if not self._is_seen(x, y):
            return
        y -= frame.px(30)
        steps = round(max(0.0, min(1.0, held.control)) * RING_STEPS)
        is_low, is_fading = held.control < CONTROL_LOW, held.control < CONTROL_FADES
        colour = ALARM if is_low else HOT if is_fading else WHITE
        blit_centred(scene.surface, disc(frame.px(14), INK, INK), x, y)
        blit_centred(scene.surface, ring(frame.px(14), frame.px(5), steps, colour, 40), x, y)
        if not is_fading:
            blit_centred(scene.surface, disc(frame.px(4), WHITE, WHITE), x, y)
        elif not is_low or scene.view.tick // FLASH_TICKS % 2 == 0:
            blit_centred(scene.surface, warning(frame.px(10), colour), x, y)
        if is_low:
            self._tag(scene, frame.text("hud.slipping"), x, y - frame.px(32))

    def _notice(self, scene: Scene, notice: NoticeView) -> None:
        """An eye over who is about to notice, in a ring that fills; staring and red once he has."""
        frame = self._frame
        x, y = scene.to_screen(notice.x, notice.y)
        if not self._is_seen(x, y):
            return
        y -= frame.px(32)
        state, colour = notice_look(notice.share)
        blit_centred(scene.surface, disc(frame.px(15), INK, INK), x, y)
        steps = round(min(1.0, notice.share) * RING_STEPS)
        blit_centred(scene.surface, ring(frame.px(15), frame.px(4), steps, colour, 40), x, y)
        blit_centred(scene.surface, eye(frame.px(9), state, colour), x, y)

    def _pinned(self, scene: Scene, threat: ThreatView) -> None:
        """A ring that fills as his head goes down, and an arrow that presses on it once his lane is pinned: then one can go."""
        frame = self._frame
        x, y = scene.to_screen(threat.x, threat.y)
        if not self._is_seen(x, y):
            return
        y -= frame.px(30)
        steps = round(min(1.0, threat.pinned) * RING_STEPS)
        colour = HOT if threat.is_pinned else WHITE
        blit_centred(scene.surface, disc(frame.px(11), INK, INK), x, y)
        blit_centred(scene.surface, ring(frame.px(11), frame.px(3), steps, colour, 40), x, y)
        if threat.is_pinned:
            blit_centred(scene.surface, arrow(frame.px(6), TURN_STEPS // 4, colour, "goal"), x, y)

    def _tag(self, scene: Scene, words: str, x: float, y: float) -> None:
        """A word on a small plate about (x, y)."""
        panel = self._frame.memo.get(("word", words), lambda: self._tag_panel(words))
        self._tags.append((panel, x, y))

    def write(self, surface: pygame.Surface) -> None:
        """The words that belong to places: whole on the screen, beside the panels and never through them; pointers keep off them."""
        for panel, x, y in self._tags:
            place = panel.get_rect(center=(round(x), round(y))).clamp(surface.get_rect())
            if self._moved_off(place):
                surface.blit(panel, place)
                self._frame.taken.append(place)

    def _moved_off(self, place: pygame.Rect) -> bool:
        """Moves a word off the panels it would stand on, the shortest way; whether it still stands by what it belongs to."""
        panels, gap = self._frame.taken, self._frame.px(TAG_GAP)
        hit = [panels[at] for at in place.collidelistall(panels)]
        if not hit:
            return True
        ways = [(side, 0) for panel in hit for side in (panel.left - gap - place.right, panel.right + gap - place.left)]
        ways += [
            (0, side) for panel in hit for side in (panel.top - gap - place.bottom, panel.bottom + gap - place.top)
        ]
        screen, farthest = pygame.Rect(0, 0, *self._frame.size), self._frame.px(TAG_FARTHEST)
        for dx, dy in sorted(ways, key=lambda way: abs(way[0]) + abs(way[1])):
            to = place.move(dx, dy)
            if abs(dx) + abs(dy) <= farthest and screen.contains(to) and to.collidelist(panels) < 0:
                place.topleft = to.topleft
                return True
        return False

    def _tag_panel(self, words: str) -> pygame.Surface:
        frame, size = self._frame, self._frame.px(SMALL)
        wide, high = type_.width(words, size) + frame.px(14), frame.px(24)
        panel = box(wide, high, 168).copy()
        type_.draw(panel, words, (wide / 2, high / 2 - size * 0.66), size, WHITE, "centre", shadow=False)
        return panel

    def _in_line(self, scene: Scene) -> None:
        """A barred ring where he aims, and who stands in the line that should not be fired at."""
        frame, view = self._frame, scene.view
        x, y = scene.to_screen(view.aim_x, view.aim_y)
        if not self._is_seen(x, y):
            return
        radius = frame.px(15)
        blit_centred(scene.surface, ring(radius, frame.px(4), RING_STEPS, ALARM), x, y)
        scene.surface.fill(ALARM, (round(x) - radius, round(y) - frame.px(2), 2 * radius, frame.px(4)))
        self._tag(scene, frame.text(f"in_line.{view.hud.in_line}"), x, y + frame.px(34))

    def _slipped(self, scene: Scene) -> None:
        """A warning over everybody who has just slipped from control."""
        lost = {who for who, _ in self._lost}
        if not lost:
            return
        for person in scene.view.people:
            if person.id in lost:
                x, y = scene.to_screen(person.x, person.y)
                blit_centred(scene.surface, warning(self._frame.px(19), ALARM), x, y - self._frame.px(34))

    def _taken(self, scene: Scene) -> None:
        """A ring that closes on the body the player took over, with the name."""
        frame = self._frame
        x, y = scene.to_screen(scene.view.focus_x, scene.view.focus_y)
        wide = 26 + 5 * (self._taken_ticks // 3)
        blit_centred(scene.surface, ring(frame.px(wide), frame.px(2), RING_STEPS, WHITE), x, y)
        name = next((member.name for member in scene.view.crew if member.is_player), "")
        type_.draw(scene.surface, name.upper(), (x, y - frame.px(72)), frame.px(READ), WHITE, "centre", "display")
