"""The sound of a street with a device: each tick's events become cues, cues become voices, in the place they belong to.

Owns what waits for its time (sound takes it), ducking and deafness, and falling silent for good when the device is gone.
Sees `View` and `Event`s, never the world. Made by the app; scenes know it as `Sound`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.audio import tails
from game.audio.bank import Bank, Take
from game.audio.barriers import Barriers
from game.audio.crowd import Crowd
from game.audio.cue import UI, Cue
from game.audio.cues import cues_of
from game.audio.device import TICKS_PER_SECOND, Device, MixerDevice
from game.audio.ears import Ears, Heard
from game.audio.glide import Glide
from game.audio.loops import Loops
from game.audio.music import Music
from game.audio.places import Places
from game.audio.rooms import Rooms
from game.audio.scene import Scene
from game.audio.sound import Sound, Volumes
from game.audio.steps import Steps
from game.audio.voices import Voice, Voices
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import Event
from game.sim.view import View

MOST_A_TICK = 14
"""New voices in one tick; what else happens in it is covered by them."""
SAME_A_TICK = 2
DUCKS = {"radio": 0.5, "talk": 0.72}
"""What is left of the street while somebody speaks: -6 dB under a radio, -3 under a man beside."""
DUCK_STEP = 0.06
DEAF = 0.94
"""How much of the world a blast takes from the ears."""
SHOCK_TICKS = 9
"""The blast that deafens is heard itself: 150 ms of it, then the ears close."""
CLOSING = 0.25
"""So much of the hearing goes in a tick then."""
HALF_DEAF = 0.6
"""Ears that hear less have lost the brightness too."""
IN_EARS = 0.7


class StreetSound(Sound):
    """Everything that is heard in a run, the scores, and the signs of the menus."""

    def __init__(self, folder: Path, catalog: Catalog, volumes: Volumes, device: Device | None = None) -> None:
        device = self._device = device or MixerDevice()
        self.bank = Bank(folder, device, volumes.is_mono)
        self.voices = Voices(volumes, device)
        loops = self.voices.loops
        self.glide = Glide(device, loops[0].channel)
        self._volumes = volumes
        self._catalog = catalog
        self._loops = Loops(self.voices, self.glide, self.bank, catalog)
        self._rooms = Rooms(self.voices, self.bank, (loops[1], loops[2]))
        self._crowd = Crowd(self.voices, self.bank, (loops[3], loops[4]))
        self._tails = tails.Tails(self.voices)
        self.music = Music(self.voices, self.bank, device)
        self._level: Level | None = None
        self._known: tuple[Level, Places, Barriers] | None = None
        """The level whose walls were read last."""
        self._is_closed = False
        self._clear()

    @property
    def _is_gone(self) -> bool:
        """The device went, or was closed over our head: the run goes on in silence."""
        self._is_closed = self._is_closed or not self._device.is_open()
        return self._is_closed

    def begin(self, level: Level) -> None:
        """Cut what sounds, learn the place."""
        if self._is_gone:
            return
        self._clear()
        if self._known is None or self._known[0] is not level:
            self._known = level, Places(level), Barriers(level)
        self._level, self._places, self._barriers = self._known
        self._steps = Steps(level)
        self._loops.begin(level)
        self._rooms.begin()
        self._crowd.begin()
        self.voices.hush()
        self.music.resume()
        self.music.begin(level.name)

    def take(self, events: Sequence[Event], view: View) -> None:
        """One tick."""
        if self._is_gone or self._level is None:
            return
        try:
            self._take(events, view, self._level)
        except pygame.error:
            self._is_closed = True

    def feed(self) -> None:
        """The next block of what glides."""
        if self._is_gone or self._is_resting:
            return
        try:
            self.glide.feed()
        except pygame.error:
            self._is_closed = True

    def rest(self) -> None:
        """Hold every voice where it is."""
        self._is_resting = True
        if not self._is_gone:
            self.music.rest()
            for voice in self.voices.street():
                voice.channel.pause()

    def resume(self) -> None:
        """Go on where it was."""
        self._is_resting = False
        if not self._is_gone:
            self.music.resume()
            for voice in self.voices.street():
                voice.channel.unpause()

    def leave_street(self) -> None:
        """Fade; what stood still is simply not heard again."""
        if not self._is_gone and self._level is not None:
            if self._is_resting:
                self._loops.begin(None)
            else:
                self._loops.end()
            self.voices.hush(0 if self._is_resting else 400)
            self.music.resume()
            self.music.end()
            self._clear()

    def score(self, name: str) -> None:
        """The street is behind; the scene's score comes, if it has been read."""
        if self._is_gone:
            return
        if self._level is not None:
            self.leave_street()
            self._level = None
        self.music.scene(name)

    def sign(self, name: str) -> None:
        """A menu's sign."""
        take = self.bank.pick(f"ui/{name}")
        if take is not None and not self._is_gone:
            self.voices.play(take, IN_EARS, IN_EARS, 5, UI)

    def follow(self, volumes: Volumes) -> None:
        """Take over the player's volumes."""
        self._volumes = volumes
        if not self._is_gone:
            self.bank.turn_mono(volumes.is_mono)
            self.voices.follow(volumes, self._hearing, self._duck)

    def close(self) -> None:
        """Stop reading and sounding before the mixer goes."""
        self.bank.close()
        if not self._is_gone and pygame.mixer.get_init():
            pygame.mixer.stop()
        self._is_closed = True

    def _clear(self) -> None:
        self._is_resting = False
        self._tick = 0
        self._order = 0
        self._waiting: list[tuple[int, int, Cue, Heard]] = []
        self._tails.clear()
        self._hearing = 1.0
        self._shock = SHOCK_TICKS
        self._duck = 1.0
        self._speech: dict[str, tuple[Voice, Take]] = {}
        self._begun: dict[str, int] = {}

    def _take(self, events: Sequence[Event], view: View, level: Level) -> None:
        self._tick += 1
        self._begun = {}
        x, y = view.focus_x, view.focus_y
        ears = Ears(x, y, view.velocity_x, view.velocity_y, self._volumes.is_mono, self._barriers)
        if self._barriers is not None:
            self._barriers.take(view.doors)
        self.voices.tick()
        self._set_levels(view)
        scene = Scene(view, self._catalog, level)
        # What was on its way arrives before what happens now.
        while self._waiting and self._waiting[0][0] <= self._tick:
            _, _, cue, heard = heapq.heappop(self._waiting)
            self._sound(cue, heard)
        for event in events:
            for cue in cues_of(event, scene):
                self._hear(cue, ears)
        for passing in (
            self._steps.take(view, ears),
            self._crowd.take(view, ears),
            self._rooms.take(self._places.at(x, y), level.hour, ears),
        ):
            for cue in passing:
                self._hear(cue, ears)
        if not self.glide.is_mixing:
            self._loops.take(view, ears)
        self.music.take(events, view)

    def _hear(self, cue: Cue, ears: Ears) -> None:
        """Where, how loud and when a cue is heard."""
        if cue.place is None:
            self._later(cue, Heard(cue.gain * IN_EARS, cue.gain * IN_EARS, cue.wait, False))
            return
        heard = ears.hear(*cue.place, cue.gain, cue.reach)
        if heard is not None:
            self._later(cue, heard._replace(wait=cue.wait + heard.wait))
        if cue.tail:
            self._answer(cue, ears)

    def _answer(self, cue: Cue, ears: Ears) -> None:
        """What the place gives back: it carries further than the shot, and near a border two places answer."""
        assert cue.place is not None
        for answer in self._places.answers(*cue.place):
            heard = ears.hear(*cue.place, tails.GAIN * answer.share, tails.REACH)
            if heard is not None:
                tail = Cue(f"tail/{cue.tail}_{answer.tail}", cue.place, priority=cue.priority - 2, source=cue.source)
                self._later(tail, tails.spread(heard)._replace(wait=heard.wait + answer.wait))

    def _later(self, cue: Cue, heard: Heard) -> None:
        ticks = round(heard.wait * TICKS_PER_SECOND)
        if ticks <= 0:
            self._sound(cue, heard)
            return
        self._order += 1
        heapq.heappush(self._waiting, (self._tick + ticks, self._order, cue, heard))

    def _sound(self, cue: Cue, heard: Heard) -> None:
        """Give it a voice."""
        begun = self._begun.get(cue.sound, 0)
        if begun >= SAME_A_TICK or sum(self._begun.values()) >= MOST_A_TICK:
            return
        is_dull = heard.is_dull or self._hearing < HALF_DEAF
        take = self.bank.pick(cue.far if cue.far and (heard.is_far or is_dull) else cue.sound)
        if take is None:
            return
        self._begun[cue.sound] = begun + 1
        family = cue.sound.partition("/")[0]
        if family == "tail":
            self._tails.sound(cue, take, heard, self._tick)
            return
        if family in DUCKS:
            self._hush_speech(family)
        voice = self.voices.play(take, heard.left, heard.right, cue.priority, cue.bus, is_dull)
        if voice is not None and family in DUCKS:
            self._speech[family] = voice, take

    def _hush_speech(self, family: str) -> None:
        """One line at a time: the one before ends where the next begins."""
        voice, take = self._speech.pop(family, (None, None))
        if voice is not None and take is not None and voice.channel.get_sound() in (take.clip, take.dull):
            voice.channel.fadeout(60)

    def _set_levels(self, view: View) -> None:
        wanted = 1.0
        for family, (voice, take) in self._speech.items():
            if voice.channel.get_sound() in (take.clip, take.dull):
                wanted = min(wanted, DUCKS[family])
        self._duck += max(-DUCK_STEP, min(wanted - self._duck, DUCK_STEP))
        self._hear_worse(1.0 - DEAF * min(1.0, max(0.0, view.hud.deafness)))
        self.voices.set_levels(self._hearing, self._duck)

    def _hear_worse(self, wanted: float) -> None:
        """Follow the ears: they open as they heal, and close a moment after the blast."""
        if wanted >= self._hearing:
            self._hearing, self._shock = wanted, SHOCK_TICKS
        elif self._shock:
            self._shock -= 1
        else:
            self._hearing = max(wanted, self._hearing - CLOSING)


def open_sound(folder: Path, catalog: Callable[[], Catalog], volumes: Volumes) -> Sound:
    """The sound of this machine: silent where the mixer could not be opened. `catalog` is read only when it is needed."""
    if not pygame.mixer.get_init():
        return Sound()
    return StreetSound(folder, catalog(), volumes)
