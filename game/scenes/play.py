"""The run itself: hands in, ticks through, picture out; restart in one key.

Owns the order of a tick (devices, step, view), the pause, the short hold of the picture on a hard blow, and that
every run is kept however it ends. The world is behind `Run`, the picture behind `Stage`.
"""

from __future__ import annotations

from pathlib import Path

import pygame

from game.audio.sound import Sound
from game.content.faults import ContentError
from game.input.bindings import Action
from game.input.devices import Footing
from game.input.rumble import feel
from game.scenes.makers import MakersDesk
from game.scenes.scene import Scene
from game.scenes.theatre import Run, Theatre
from game.sim.events import Event, Exploded, PersonKilled, VehicleImpact
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.view import View

HOLD_KILL = 2
HOLD_RAM = 4
HOLD_BLAST = 6
"""Frames the picture holds."""
RAM_JOULES = 60_000.0
"""A blow that is felt: a car at 30 km/h."""
BLAST_METRES = 30.0
LAST_LOOK_TICKS = 75
"""The picture stays after the end, long enough to see what happened."""


class PlayScene(Scene):
    """The street."""

    wants_cursor = True

    def __init__(self, theatre: Theatre, run: Run, path: Path) -> None:
        super().__init__()
        self.theatre = theatre
        self.run = run
        self.path = path
        self.stage = theatre.stage(run.level)
        self.makers = MakersDesk(theatre, run, path, self.stage)
        self.now = run.view()
        self.before = self.now
        self._held_frames = 0
        self._ended_ticks = 0
        self._has_begun = False
        self._heard_by: Sound | None = None

    @property
    def pace(self) -> float:
        """The game speed that was chosen: the same ticks, only later."""
        return self.theatre.preferences.game_speed / 100.0 * self.makers.pace

    def enter(self) -> None:
        """Empty hands, but for what moves the body: a key held in a menu is not a shot."""
        devices = self.theatre.devices
        if self._has_begun:
            devices.release()
        else:
            devices.begin()
        self._has_begun = True
        devices.resume(self.now.hud.is_driving)
        self.hear()
        devices.pads.was_lost = False
        wanted = self.theatre.preferences.mouse_sensitivity
        _catch_mouse(self, wanted if wanted != 1.0 else 0.0)

    def hear(self) -> None:
        """The street sounds on, or begins to where the sound is another one (its device went, and one came)."""
        sound = self.theatre.sound
        if self._heard_by is sound:
            sound.resume()
        else:
            sound.begin(self.run.level)
        self._heard_by = sound

    def leave(self) -> None:
        """The mouse is free again; the street holds its breath, or is over."""
        if self.run.is_over:
            self.theatre.sound.leave_street()
        else:
            self.theatre.sound.rest()
        _catch_mouse(self, 0.0)

    def event(self, event: pygame.event.Event) -> None:
        """Pause and restart act at once; all else waits for the tick."""
        if not self.makers.event(event, self.now) and event.type == pygame.WINDOWFOCUSLOST:
            self._pause()

    def tick(self) -> None:
        """One tick of the world, unless the picture holds or the run is over."""
        devices = self.theatre.devices
        self.makers.tick()
        anew = self.reloaded()
        if anew is not None:
            self.next = anew
        elif devices.is_pressed(Action.RESTART):
            self.restart()
        elif devices.is_pressed(Action.PAUSE) or devices.pads.was_lost:
            self._pause()
        elif self.run.is_over:
            self._look_back()
        elif self._held_frames:
            self._held_frames -= 1
        else:
            frame = devices.frame(self.footing(), self.stage.to_world)
            self.advance(NEUTRAL if self.makers.is_steering else frame)

    def advance(self, frame: InputFrame) -> None:
        """Step the run once with this input and look at it."""
        events = self.run.step(frame)
        self.before, self.now = self.now, self.run.view()
        self.stage.take(events, self.now)
        self.makers.take(events, self.now)
        self.theatre.sound.take(events, self.now)
        preferences = self.theatre.preferences
        feel(self.theatre.devices.pads, events, self.now, preferences.rumble)
        if preferences.hit_stop:
            self._held_frames = max((hold_frames(event, self.now) for event in events), default=0)

    def footing(self) -> Footing:
        """Where the player's body is, for the hands."""
        view = self.now
        body = next((person for person in view.people if person.id == view.player), None)
        x, y = (body.x, body.y) if body is not None else (view.focus_x, view.focus_y)
        crew = tuple(member.id for member in view.crew)
        return Footing(x, y, view.hud.is_driving, crew, crew.index(view.player) + 1 if view.player in crew else 0)

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The street between the last two ticks."""
        self.stage.show_hands(self.theatre.devices)
        is_still = self._held_frames > 0 or self.run.is_over
        self.stage.draw(surface, self.before, self.now, 1.0 if is_still else alpha)
        self.makers.draw(surface, self.now)

    def draw_street(self, surface: pygame.Surface) -> None:
        """The street alone, as it stands, for what lies over it."""
        self.stage.draw(surface, self.before, self.now, 1.0, has_hud=False)

    def restart(self) -> None:
        """The same level, the same seed, at once; the run so far is kept."""
        from game.scenes.title import TitleScene, start_run

        self.run.keep()
        self.makers.close()
        self.next = start_run(self.theatre, self.path, self.run.setup, TitleScene(self.theatre))

    def reloaded(self) -> PlayScene | None:
        """The scene to go on with when the level's files have changed, the player where he was; None while they have not."""
        setup = self.makers.fresh_setup(self.now)
        if setup is None:
            return None
        try:
            run = self.theatre.begin(self.path, setup)
        except ContentError:
            return None  # its own line is in the picture as soon as the files are looked at again
        self.run.keep(
            waits=False
        )  # the level it was played on is there no more; the street need not stand still for it
        self.makers.close()
        anew = PlayScene(self.theatre, run, self.path)
        anew.makers.take_over(self.makers)
        return anew

    def close(self) -> None:
        """Keep the run as far as it went."""
        self.run.keep()
        self.makers.close()

    def _pause(self) -> None:
        from game.scenes.pause import PauseScene

        self.theatre.devices.pads.was_lost = False
        if not self.run.is_over:
            self.next = PauseScene(self.theatre, self)

    def _look_back(self) -> None:
        """After the end: the last picture for a moment, then the results."""
        from game.scenes.results import ResultsScene

        if self._ended_ticks == 0:
            self.run.keep()
        self._ended_ticks += 1
        self.theatre.devices.end_tick()
        if self._ended_ticks > LAST_LOOK_TICKS:
            self.makers.close()
            self.next = ResultsScene(self.theatre, self)


def hold_frames(event: Event, view: View) -> int:
    """How many frames the picture holds for an event; 0 for nearly all."""
    match event:
        case PersonKilled(by=by) if by == view.player:
            return HOLD_KILL
        case VehicleImpact(joules=joules, x=x, y=y) if joules >= RAM_JOULES and _is_near(view, x, y, 3.0):
            return HOLD_RAM
        case Exploded(x=x, y=y) if _is_near(view, x, y, BLAST_METRES):
            return HOLD_BLAST
    return 0


def _is_near(view: View, x: float, y: float, metres: float) -> bool:
    return (x - view.focus_x) ** 2 + (y - view.focus_y) ** 2 <= metres * metres


def _catch_mouse(scene: PlayScene, sensitivity: float) -> None:
    """With a sensitivity of its own the mouse is caught and our own cursor goes its way; 0 gives it back."""
    scene.theatre.devices.desk.sensitivity = sensitivity
    if pygame.display.get_init() and pygame.display.get_surface() is not None:
        pygame.mouse.set_relative_mode(sensitivity > 0.0)
