"""The sound of a street with a device: each tick's events become cues, cues become voices, in the place they belong to.

Owns what waits for its time (sound takes it), the tails of shooters, ducking and deafness, and falling silent for good
when the device is gone. Sees `View` and `Event`s, never the world. Made by the app; scenes know it as `Sound`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.audio.bank import Bank
from game.audio.cue import EFFECTS, UI, Cue
from game.audio.cues import Scene, cues_of
from game.audio.ears import Ears
from game.audio.loops import Loops
from game.audio.music import Music
from game.audio.places import Places
from game.audio.sound import Sound, Volumes
from game.audio.steps import Steps
from game.audio.voices import Voice, Voices
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import Event
from game.sim.view import View

TICKS_PER_SECOND = 60
MOST_A_TICK = 14
"""New voices in one tick; what else happens in it is covered by them."""
SAME_A_TICK = 2
TAIL_TICKS = 9
"""A shooter's tail begins anew so often at most: the answers of a burst run into each other."""
TAIL_FADE_MS = 260
TAIL_GAIN = 1.0
TAIL_REACH = 70.0
DUCK = 0.5
"""What is left of the street while a radio speaks: -6 dB."""
DUCK_STEP = 0.06
DEAF = 0.94
"""How much of the world a blast takes from the ears."""


class StreetSound(Sound):
    """Everything that is heard in a run, and the signs of the menus."""

    def __init__(self, folder: Path, catalog: Catalog, volumes: Volumes) -> None:
        self.bank = Bank(folder)
        self.voices = Voices(volumes)
        self._volumes = volumes
        self._catalog = catalog
        self._loops = Loops(self.voices, self.bank, catalog)
        self._music = Music(self.voices, self.bank, self.voices.loops[-2:])
        self._level: Level | None = None
        self._is_gone = False
        self._clear()

    def begin(self, level: Level) -> None:
        """Cut what sounds, learn the place."""
        if self._is_gone:
            return
        self._clear()
        if self._level is not level:
            self._level, self._places = level, Places(level)
        self._steps = Steps(level)
        self._loops.begin()
        self._music.begin(level.name)
        self.voices.hush()

    def take(self, events: Sequence[Event], view: View) -> None:
        """One tick."""
        if self._is_gone or self._level is None:
            return
        try:
            self._take(events, view, self._level)
        except pygame.error:
            # The device went, or was closed over our head: the run goes on in silence.
            self._is_gone = True

    def rest(self) -> None:
        """Hold every voice where it is."""
        self._is_resting = True
        if not self._is_gone:
            for voice in self.voices.street():
                voice.channel.pause()

    def resume(self) -> None:
        """Go on where it was."""
        self._is_resting = False
        if not self._is_gone:
            for voice in self.voices.street():
                voice.channel.unpause()

    def leave_street(self) -> None:
        """Fade; what stood still is simply not heard again."""
        if not self._is_gone and self._level is not None:
            self._loops.begin()
            self.voices.hush(0 if self._is_resting else 400)
            self._clear()

    def title(self) -> None:
        """The street is behind; the title's score comes, if there is a while to hear it."""
        self.leave_street()
        if not self._is_gone:
            self._level = None
            self._music.title()

    def sign(self, name: str) -> None:
        """A menu's sign."""
        sound = self.bank.pick(f"ui/{name}")
        if sound is not None and not self._is_gone:
            self.voices.play(sound, 0.7, 0.7, 5, UI)

    def follow(self, volumes: Volumes) -> None:
        """Take over the player's volumes."""
        self._volumes = volumes
        if not self._is_gone:
            self.voices.follow(volumes, self._hearing, self._duck)

    def close(self) -> None:
        """Stop reading and sounding before the mixer goes."""
        self.bank.close()
        if not self._is_gone and pygame.mixer.get_init():
            pygame.mixer.stop()
        self._is_gone = True

    def _clear(self) -> None:
        self._is_resting = False
        self._tick = 0
        self._order = 0
        self._waiting: list[tuple[int, int, Cue, float, float, bool]] = []
        self._tails: dict[int, tuple[int, Voice | None, pygame.mixer.Sound | None]] = {}
        self._hearing = 1.0
        self._duck = 1.0
        self._radio: tuple[Voice, pygame.mixer.Sound] | None = None
        self._begun: dict[str, int] = {}

    def _take(self, events: Sequence[Event], view: View, level: Level) -> None:
        self._tick += 1
        self._begun = {}
        ears = Ears(view.focus_x, view.focus_y, view.velocity_x, view.velocity_y, self._volumes.is_mono)
        self._set_levels(view)
        scene = Scene(view, self._catalog)
        # What was on its way arrives before what happens now.
        while self._waiting and self._waiting[0][0] <= self._tick:
            _, _, cue, left, right, is_far = heapq.heappop(self._waiting)
            self._sound(cue, left, right, is_far)
        for event in events:
            for cue in cues_of(event, scene):
                self._hear(cue, ears)
        for cue in self._steps.take(view, ears):
            self._hear(cue, ears)
        self._loops.room(level.hour)
        self._loops.take(view, ears)
        self._music.take(events, view)

    def _hear(self, cue: Cue, ears: Ears) -> None:
        """Where, how loud and when a cue is heard."""
        if cue.place is None:
            self._later(cue, cue.gain * 0.7, cue.gain * 0.7, cue.wait, False)
            return
        heard = ears.hear(*cue.place, cue.gain, cue.reach)
        if heard is not None:
            self._later(cue, heard.left, heard.right, cue.wait + heard.wait, heard.is_far)
        if cue.tail:
            self._answer(cue, ears)

    def _answer(self, cue: Cue, ears: Ears) -> None:
        """What the place gives back: it comes from all sides, and carries further than the shot."""
        assert cue.place is not None
        tail = f"tail/{cue.tail}_{self._places.at(*cue.place)}"
        heard = ears.hear(*cue.place, TAIL_GAIN, TAIL_REACH)
        if heard is not None:
            mean = (heard.left + heard.right) / 2
            left, right = (heard.left + mean) / 2, (heard.right + mean) / 2
            self._later(
                Cue(tail, cue.place, priority=cue.priority - 2, source=cue.source), left, right, heard.wait, False
            )

    def _later(self, cue: Cue, left: float, right: float, wait: float, is_far: bool) -> None:
        ticks = round(wait * TICKS_PER_SECOND)
        if ticks <= 0:
            self._sound(cue, left, right, is_far)
            return
        self._order += 1
        heapq.heappush(self._waiting, (self._tick + ticks, self._order, cue, left, right, is_far))

    def _sound(self, cue: Cue, left: float, right: float, is_far: bool) -> None:
        """Give it a voice."""
        begun = self._begun.get(cue.sound, 0)
        if begun >= SAME_A_TICK or sum(self._begun.values()) >= MOST_A_TICK:
            return
        # Half deaf ears have lost the brightness too.
        name = cue.far if cue.far and (is_far or self._hearing < 0.6) else cue.sound
        sound = self.bank.pick(name)
        if sound is None:
            return
        self._begun[cue.sound] = begun + 1
        if cue.sound.startswith("tail/"):
            self._sound_tail(cue, sound, left, right)
            return
        voice = self.voices.play(sound, left, right, cue.priority, cue.bus)
        if voice is not None and cue.sound == "radio/talk":
            self._radio = voice, sound

    def _sound_tail(self, cue: Cue, sound: pygame.mixer.Sound, left: float, right: float) -> None:
        since, before, heard = self._tails.get(cue.source, (-TAIL_TICKS, None, None))
        if self._tick - since < TAIL_TICKS:
            return
        # Its voice may have gone to somebody else since.
        if before is not None and before.channel.get_sound() is heard:
            before.channel.fadeout(TAIL_FADE_MS)
        voice = self.voices.play(sound, left, right, cue.priority, EFFECTS)
        self._tails[cue.source] = (self._tick, voice, sound)

    def _set_levels(self, view: View) -> None:
        is_talking = self._radio is not None and self._radio[0].channel.get_sound() is self._radio[1]
        wanted = DUCK if is_talking else 1.0
        self._duck += max(-DUCK_STEP, min(wanted - self._duck, DUCK_STEP))
        self._hearing = 1.0 - DEAF * min(1.0, max(0.0, view.hud.deafness))
        self.voices.set_levels(self._hearing, self._duck)


def open_sound(folder: Path, catalog: Callable[[], Catalog], volumes: Volumes) -> Sound:
    """The sound of this machine: silent where the mixer could not be opened. `catalog` is read only when it is needed."""
    if not pygame.mixer.get_init():
        return Sound()
    return StreetSound(folder, catalog(), volumes)
