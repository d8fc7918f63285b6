"""The score as it is heard: two layers that started together, and how much of each; none in a fight.

Owns which layers belong where and how they come and go. Silence is a layer: shots empty the street of music, and it comes
back long after the last. Called by `street`.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.audio.bank import Bank
from game.audio.cue import MUSIC
from game.audio.voices import Voice, Voices
from game.sim.events import Event, Exploded, ShotFired
from game.sim.view import View

TITLE = ("score/title_base", "score/title_high")
STREETS = {"venice_blvd": ("score/venice_base", "score/venice_pulse")}
"""Levels that have a score of their own; all others are played to the street alone."""
QUIET_TICKS = 900
"""After the last shot."""
RAMP = 1 / 240
"""Four seconds from nothing to all."""
FIGHT_RAMP = 1 / 45
LOUD = (ShotFired, Exploded)
TITLE_FADE_MS = 2500


class Music:
    """Two layers on two channels."""

    def __init__(self, voices: Voices, bank: Bank, pair: Iterable[Voice]) -> None:
        self._voices = voices
        self._bank = bank
        self._pair = tuple(pair)
        for voice in self._pair:
            voice.bus = MUSIC
        self.begin("")

    def begin(self, level: str) -> None:
        """Another street."""
        self._wanted = STREETS.get(level, ())
        self._is_on = False
        self._quiet = 0
        self.shares = [0.0, 0.0]

    def title(self) -> None:
        """The title's, at once; nothing while it is not read."""
        if self._pair[0].channel.get_busy():
            return
        if self._start(TITLE, TITLE_FADE_MS):
            for voice, share in zip(self._pair, (0.8, 0.55), strict=True):
                self._voices.turn(voice, share, share)

    def take(self, events: Iterable[Event], view: View) -> None:
        """One tick of the street."""
        if not self._wanted:
            return
        if not self._is_on:
            self._is_on = self._start(self._wanted, 0)
            return
        self._quiet = QUIET_TICKS if any(isinstance(event, LOUD) for event in events) else max(0, self._quiet - 1)
        is_hunted = view.hud.awareness != "calm" or view.hud.stage > 0
        wanted = (0.0, 0.0) if self._quiet else (0.6, 0.65 if is_hunted else 0.0)
        ramp = FIGHT_RAMP if self._quiet else RAMP
        for number, voice in enumerate(self._pair):
            share = self.shares[number]
            moved = share + max(-ramp, min(wanted[number] - share, ramp))
            if moved != share:
                self.shares[number] = moved
                self._voices.turn(voice, moved, moved)

    def _start(self, names: tuple[str, ...], fade_ms: int) -> bool:
        """Both layers in the same breath, both silent unless they are turned up."""
        sounds = [self._bank.pick(name) for name in names]
        if None in sounds:
            return False
        for voice, sound in zip(self._pair, sounds, strict=True):
            assert sound is not None
            voice.start(sound, -1, fade_ms)
            self._voices.turn(voice, 0.0, 0.0)
        return True
