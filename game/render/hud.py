"""The HUD: everything the player reads while he plays, drawn over the world.

Owns which parts there are and their order; each part is a file `hud_*.py`. Sees only the View and the Events of
the sim. The scene that plays a run makes one, calls `take` once a tick and `draw` once a frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pygame

from game.content.specs import PersonSpec, WeaponSpec
from game.content.text import Text
from game.sim.events import Event
from game.sim.view import View

from . import text as type_
from .hud_cased import Cased
from .hud_clock import Clock
from .hud_crew import CrewList
from .hud_edge import Pointers
from .hud_frame import BIG, READ, SMALL, SUBTITLE, Frame, Scene, Show
from .hud_gear import Gear
from .hud_marks import Marks
from .hud_police import Police
from .hud_prompts import Prompts
from .hud_speech import Speech
from .hud_stamps import HOT, RING_STEPS, ring
from .hud_veil import Veil
from .hud_wheel import draw_wheel

LAYOUT = (1280, 720)
PROGRESS_RINGS = ((34, 5), (27, 4))
"""Radius and thickness of the rings of a deed and of a magazine change."""


class Hud:
    """The stopwatch in your hand, the crew's state, the goal, the magazines, and what was said."""

    def __init__(
        self,
        text: Text,
        size: tuple[int, int],
        scale: float = 1.0,
        people: Mapping[str, PersonSpec] | None = None,
        weapons: Mapping[str, WeaponSpec] | None = None,
    ) -> None:
        """`size` of the surface in pixels; `scale` the player's own enlargement; `people` and `weapons` the catalog's,
        for portraits and for captions of shots."""
        ui = scale * min(size[0] / LAYOUT[0], size[1] / LAYOUT[1])
        self.labels: dict[str, str] = {"use": "E", "enter": "F", "leave": "L"}
        """Action to what is printed on its key or button; replaced when the device changes."""
        self.show = Show()
        self.wheel: int | None = None
        """Sector of the order wheel that is chosen (0 up, clockwise; -1 none), or None when it is closed."""
        self.wheel_member = 0
        """Whom the wheel speaks to: 1 to 6 = the n-th of the crew alone, 0 = whoever fits."""
        self.foot = 0
        """Pixels at the lower edge that are covered by a viewer's strip; more than none means nobody plays."""
        self.is_handbraking = False
        """The player's hand is on the brake."""
        self._frame = Frame(text, size, ui, self.labels, people or {}, weapons or {}, self.show)
        self._clock = Clock(self._frame)
        self._crew = CrewList(self._frame)
        self._gear = Gear(self._frame)
        self._marks = Marks(self._frame)
        self._cased = Cased(self._frame)
        self._pointers = Pointers(self._frame)
        self._prompts = Prompts(self._frame)
        self._police = Police(self._frame)
        self._speech = Speech(self._frame)
        self._veil = Veil(self._frame)

        self._prepare()

    def _prepare(self) -> None:
        """Ink now what would else be inked in the tick it is first needed: letters, and rings that fill."""
        frame = self._frame
        type_.prepare(frame.px(size) for size in (SMALL, READ, BIG, SUBTITLE))
        for radius, thick in PROGRESS_RINGS:
            for steps in range(RING_STEPS + 1):
                ring(frame.px(radius), frame.px(thick), steps, HOT)

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note what outlives this tick: clocks, goals reached, hits, captions, stages. Once a tick, in order."""
        self._clock.take(events, view)
        self._marks.take(events, view)
        self._police.take(events, view)
        self._speech.take(events, view)
        self._veil.take(events, view)

    def draw(
        self, surface: pygame.Surface, view: View, to_screen: Callable[[float, float], tuple[float, float]]
    ) -> None:
        """Draw the whole HUD over the world; `to_screen` takes metres to pixels of `surface`."""
        frame = self._frame
        # The scene may have put new dictionaries in the place of ours.
        frame.labels, frame.show, frame.is_handbraking = self.labels, self.show, self.is_handbraking
        frame.foot = self.foot
        frame.taken.clear()
        if self.foot:
            frame.taken.append(pygame.Rect(0, frame.size[1] - self.foot, frame.size[0], self.foot))
        scene = Scene(surface, view, to_screen)
        # Veils lie under all type; what belongs to places lies under what belongs to the screen.
        self._veil.draw(scene)
        if view.hud.is_hushed:
            self._speech.draw(scene)
            return
        if self.show.markers:
            self._cased.draw(scene)
        self._marks.draw(scene)
        if self.show.crew:
            self._crew.draw(scene)
        if self.show.police:
            self._police.draw(scene)
        self._gear.draw(scene)
        self._clock.draw(scene)
        self._speech.draw(scene)
        if self.wheel is None and self.show.prompt and not self.foot:
            self._prompts.draw(scene)
        self._marks.write(surface)
        # When it is known which places the panels have taken.
        self._pointers.draw(scene)
        if self.wheel is not None:
            draw_wheel(scene, frame, self.wheel, self.wheel_member)
