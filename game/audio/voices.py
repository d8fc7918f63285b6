"""The voices of the mixer: which channel sounds what, who must give way, and how loud each bus is just now.

Owns the device's channels and the buses' levels: the player's volumes, ducking, deafness; and the crest, which keeps a volley
below full scale. Called by `street`, `loops` and `music`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.audio.bank import Take
from game.audio.cue import EFFECTS, ENGINES, MUSIC, SPEECH, UI
from game.audio.device import Channel, Clip, Device
from game.audio.sound import Volumes

CHANNELS = 64
LOOPS = 14
"""The first channels are for what goes on: what glides, rooms, crowds, alarms, and the last eight for the score."""
SCORE = 8
SIGNS = 2
"""The last are for menus alone."""
HEADROOM = 0.8
"""Of full scale for one sound: a fight is many at once, and the mixer cuts what goes over."""
LEAST_CHANGE = 0.01
LEAST_TURN = 0.003
"""Smaller turns are not passed on: each call of the mixer waits for its thread."""
CREST = 0.86
"""Of full scale for all that begins at once; what would go over comes in softer."""
CREST_LEFT = 0.55
"""What is left of a crest after a tick."""
LEAST_SHARE = 0.2

Levels = Mapping[str, float]


@dataclass(slots=True)
class Voice:
    """What sounds on one channel."""

    channel: Channel
    left: float = 0.0
    right: float = 0.0
    bus: str = EFFECTS
    priority: int = 0
    set_left: float = -1.0
    """What the channel was set to last, its bus counted; -1 = not since it began. The mixer itself does not tell."""
    set_right: float = -1.0

    def start(self, clip: Clip, loops: int = 0, fade_ms: int = 0) -> None:
        """Begin a sound; its sides must be set anew, as the mixer forgets them when a sound ends."""
        self.channel.play(clip, loops, fade_ms=fade_ms)
        self.set_left = self.set_right = -1.0


class Voices:
    """All channels."""

    def __init__(self, volumes: Volumes, device: Device) -> None:
        self._all = [Voice(channel) for channel in device.channels(CHANNELS)]
        self.loops = self._all[: LOOPS - SCORE]
        self.score = self._all[LOOPS - SCORE : LOOPS]
        self._shots = self._all[LOOPS : CHANNELS - SIGNS]
        self._signs = self._all[CHANNELS - SIGNS :]
        self._volumes = volumes
        self._levels = dict.fromkeys((EFFECTS, ENGINES, MUSIC, SPEECH, UI), 0.0)
        self._turn = 0
        self._crest = 0.0
        self.stolen = 0
        """Voices that had to give way."""
        self.set_levels(1.0, 1.0)

    def follow(self, volumes: Volumes, hearing: float, duck: float) -> None:
        """The player changed the volumes."""
        self._volumes = volumes
        self.set_levels(hearing, duck)

    def tick(self) -> None:
        """What began a tick ago has passed its loudest."""
        self._crest *= CREST_LEFT

    def set_levels(self, hearing: float, duck: float) -> None:
        """How well the player hears (0 to 1), and how far speech presses the rest down (1 = not at all)."""
        volumes = self._volumes
        world = volumes.master * HEADROOM * hearing
        wanted = {
            EFFECTS: world * volumes.effects * duck,
            ENGINES: world * volumes.engines * duck,
            MUSIC: volumes.master * HEADROOM * volumes.music * duck,
            SPEECH: volumes.master * HEADROOM * volumes.speech,
            UI: volumes.master * HEADROOM * volumes.ui,
        }
        if all(abs(wanted[bus] - level) < LEAST_CHANGE for bus, level in self._levels.items()):
            return
        self._levels = wanted
        for voice in self._all:
            self.turn(voice, voice.left, voice.right)

    def level(self, bus: str) -> float:
        """How loud a bus is now, of full scale."""
        return self._levels[bus]

    def turn(self, voice: Voice, left: float, right: float) -> None:
        """Loudness of a voice at either side, before its bus."""
        voice.left, voice.right = left, right
        level = self._levels[voice.bus]
        left, right = min(left * level, 1.0), min(right * level, 1.0)
        if abs(left - voice.set_left) > LEAST_TURN or abs(right - voice.set_right) > LEAST_TURN:
            voice.set_left, voice.set_right = left, right
            voice.channel.set_volume(left, right)

    def play(
        self, take: Take, left: float, right: float, priority: int, bus: str, is_dull: bool = False
    ) -> Voice | None:
        """A sound on a free channel, or on that of a lesser one; None when all that sounds matters more."""
        voice = self._free(self._signs if bus == UI else self._shots, priority, left + right)
        if voice is None:
            return None
        voice.bus, voice.priority = bus, priority
        share = self._admitted(take.peak * max(left, right) * self._levels[bus])
        voice.start(take.dull if is_dull and take.dull is not None else take.clip)
        self.turn(voice, left * share, right * share)
        return voice

    def _admitted(self, peak: float) -> float:
        """How much of a sound there is room for: what begins together must not go over full scale together."""
        room = max(CREST - self._crest, 0.0)
        share = 1.0 if peak <= room else max(room / peak, LEAST_SHARE)
        self._crest += peak * share
        return share

    def _free(self, voices: list[Voice], priority: int, loud: float) -> Voice | None:
        count = len(voices)
        for step in range(count):
            voice = voices[(self._turn + step) % count]
            if not voice.channel.get_busy():
                self._turn = (self._turn + step + 1) % count
                return voice
        least = min(voices, key=lambda voice: (voice.priority, voice.left + voice.right))
        if (least.priority, least.left + least.right) > (priority, loud):
            return None
        self.stolen += 1
        return least

    def busy(self) -> int:
        """How many sound now."""
        return sum(voice.channel.get_busy() for voice in self._all)

    def street(self) -> list[Voice]:
        """All but the menus'."""
        return self._all[: CHANNELS - SIGNS]

    def hush(self, fade_ms: int = 0) -> None:
        """The street is silent."""
        for voice in self.street():
            voice.channel.unpause()
            if fade_ms:
                voice.channel.fadeout(fade_ms)
            else:
                voice.channel.stop()
