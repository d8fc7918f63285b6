"""The score as it is heard: four layers that started in the same breath, and how much of each; none in a fight.

Owns which layers an intensity has, and that they come and go at bars. Silence is a layer: a shot empties the street of music
at once, and it comes back at a bar long after the last. A level's score is found by its name; without one of its own it has
the street's. Called by `street`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.audio.bank import Bank, Take
from game.audio.cue import MUSIC
from game.audio.device import Device
from game.audio.voices import Voices
from game.sim.events import Event, Exploded, ShotFired
from game.sim.view import View

LAYERS = 4
BARS = 8
"""Of a score's loop, whatever its tempo."""
STREET = "street"
"""The score of levels that have none of their own."""
SHARES = (
    (0.0, 0.0, 0.0, 0.0),  # silence
    (0.6, 0.0, 0.0, 0.0),  # a wait
    (0.6, 0.55, 0.0, 0.0),  # a clock runs, or somebody looks for them
    (0.55, 0.6, 0.5, 0.0),  # they know
    (0.5, 0.65, 0.55, 0.6),  # and they are here
)
"""How much of each layer an intensity has."""
SCENES = {"title": (1, 3, 4, 3), "brief": (1, 2), "results": (1, 3)}
"""Scenes with a score of their own: its intensities, one for each time round, the last one for good."""
QUIET_TICKS = 900
"""After the last shot."""
RAMP = 1 / 100
FIGHT_RAMP = 1 / 45
LAST_SECONDS = 30
LOUD = (ShotFired, Exploded)
FADE_MS = 2500


class Music:
    """Two sets of four channels: one plays, the other fades."""

    def __init__(self, voices: Voices, bank: Bank, device: Device) -> None:
        self._voices = voices
        self._bank = bank
        self._device = device
        self._now, self._before = voices.score[:LAYERS], voices.score[LAYERS:]
        for voice in voices.score:
            voice.bus = MUSIC
        self.name = ""
        """The score that plays, or ""."""
        self.intensity = 0
        self.shares = [0.0] * LAYERS
        self._wanted = ""
        self._quiet = 0
        self._began = self._rested = self._bar = 0.0
        self._bars = 0

    def begin(self, level: str) -> None:
        """Another street, or the same one again: then its score goes on."""
        self._wanted = level if self._bank.takes(f"score/{level}_0") else STREET
        self._quiet = 0

    def scene(self, name: str) -> None:
        """A scene's own score; nothing while it is not read."""
        self._wanted = name
        if self._starts():
            turns = SCENES[name]
            now = self.bars() // BARS
            self._move(turns[min(now, len(turns) - 1)], RAMP)

    def take(self, events: Iterable[Event], view: View) -> None:
        """One tick of the street."""
        self._quiet = QUIET_TICKS if any(isinstance(event, LOUD) for event in events) else max(0, self._quiet - 1)
        if not self._starts():
            return
        if self._quiet:
            self._bars = self.bars()
            self._move(0, FIGHT_RAMP, is_at_once=True)
        else:
            self._move(intensity_of(view), RAMP)

    def rest(self) -> None:
        """The channels are held."""
        self._rested = self._rested or self._device.seconds()

    def resume(self) -> None:
        """They go on; the bars with them."""
        if self._rested:
            self._began += self._device.seconds() - self._rested
            self._rested = 0.0

    def end(self) -> None:
        """Fade away."""
        for voice in (*self._now, *self._before):
            voice.channel.fadeout(FADE_MS)
        self.name = self._wanted = ""
        self.shares = [0.0] * LAYERS

    def bars(self) -> int:
        """Bars since the score began."""
        return int((self._device.seconds() - self._began) / self._bar) if self._bar else 0

    def _move(self, wanted: int, ramp: float, is_at_once: bool = False) -> None:
        """Toward another intensity: decided at a bar, then a fade."""
        bars = self.bars()
        if is_at_once or bars != self._bars:
            self._bars = bars
            self.intensity = wanted
        for number, voice in enumerate(self._now):
            share = self.shares[number]
            moved = share + max(-ramp, min(SHARES[self.intensity][number] - share, ramp))
            if moved != share:
                self.shares[number] = moved
                self._voices.turn(voice, moved, moved)

    def _starts(self) -> bool:
        """The wanted score plays, or begins now; False while it is not read."""
        if self._wanted == self.name:
            return bool(self.name)
        takes = [self._bank.takes(f"score/{self._wanted}_{layer}") for layer in range(LAYERS)]
        if not all(takes):
            return False
        self._start([found[0] for found in takes])
        return True

    def _start(self, takes: Sequence[Take]) -> None:
        """All layers in the same breath, all silent until they are turned up."""
        for voice in self._now:
            voice.channel.fadeout(FADE_MS)
        self._now, self._before = self._before, self._now
        for voice, take in zip(self._now, takes, strict=True):
            voice.channel.stop()
            voice.start(take.clip, -1)
            self._voices.turn(voice, 0.0, 0.0)
        self.name, self.shares = self._wanted, [0.0] * LAYERS
        self._began, self._rested, self._bar = self._device.seconds(), 0.0, takes[0].seconds / BARS
        # The first bar counts as a bar's beginning.
        self.intensity, self._bars = 0, -1


def intensity_of(view: View) -> int:
    """From 1, a wait, to 4, the heat is here."""
    hud = view.hud
    is_known = hud.awareness == "know" or hud.stage > 0
    if is_known and (hud.stage >= 3 or hud.suppression > 0.3 or hud.hurt > 0.5 or hud.window_ticks > 0):
        return 4
    is_late = bool(hud.clock_label) and hud.clock_ticks < LAST_SECONDS * 60
    if is_known or is_late:
        return 3
    return 2 if hud.clock_label or hud.awareness != "calm" else 1


def scores(folder_names: Iterable[str]) -> set[str]:
    """Names of the scores among a bank's names."""
    return {name.partition("/")[2].rpartition("_")[0] for name in folder_names if name.startswith("score/")}
