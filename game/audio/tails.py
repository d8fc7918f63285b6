"""What places answer to guns: one tail for each shooter and place, begun anew as the burst goes on.

Owns which tails sound and their hand-over. Called by `street`.
"""

from __future__ import annotations

from game.audio.bank import Take
from game.audio.cue import EFFECTS, Cue
from game.audio.ears import Heard
from game.audio.voices import Voice, Voices

TICKS = 9
"""A shooter's tail begins anew so often at most: the answers of a burst run into each other."""
FADE_MS = 260
GAIN = 1.75
"""Tails are baked 5 dB softer than they are heard: half a bit of every sample is half a bit of every file."""
REACH = 70.0


class Tails:
    """All that ring on."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._last: dict[tuple[int, str], tuple[int, Voice | None, Take | None]] = {}

    def clear(self) -> None:
        """A new street."""
        self._last.clear()

    def sound(self, cue: Cue, take: Take, heard: Heard, tick: int) -> None:
        """A shooter's tail of one place; the one before fades under it."""
        key = cue.source, cue.sound
        since, before, last = self._last.get(key, (-TICKS, None, None))
        if tick - since < TICKS:
            return
        # Its voice may have gone to somebody else since.
        if before is not None and last is not None and before.channel.get_sound() is last.clip:
            before.channel.fadeout(FADE_MS)
        voice = self._voices.play(take, heard.left, heard.right, cue.priority, EFFECTS)
        self._last[key] = tick, voice, take


def spread(heard: Heard) -> Heard:
    """A place answers from all sides: half as much to one side as the shot."""
    mean = (heard.left + heard.right) / 2
    return heard._replace(left=(heard.left + mean) / 2, right=(heard.right + mean) / 2)
