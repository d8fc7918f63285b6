"""People who have no part in it: their murmur, their panic, and who cries out when it begins.

Owns the two loops of a crowd and the watch over who has just lost his head. Called by `street` once a tick.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.audio.bank import Bank
from game.audio.casting import throat
from game.audio.cue import EFFECTS, SPEECH, Cue
from game.audio.ears import Ears
from game.audio.voices import Voice, Voices
from game.sim.view import PersonView, View

SIDES = ("civilian",)
NEAR_METRES = 32.0
FULL_CROWD = 12.0
"""So many make the whole noise."""
CALM_GAIN, PANIC_GAIN = 0.35, 0.55
RUN_SPEED = 2.8
GONE = ("dead", "down", "seated")
RAMP = 1 / 90
EVERY = 6
"""Ticks between two looks."""
SCREAM_TICKS = 26
"""Between two screams: they do not all cry at once."""
LOOPS = ("crowd/calm", "crowd/panic")


class Crowd:
    """Two loops and a list of who is afraid."""

    def __init__(self, voices: Voices, bank: Bank, pair: tuple[Voice, Voice]) -> None:
        self._voices = voices
        self._bank = bank
        self._pair = pair
        for voice in pair:
            voice.bus = EFFECTS
        self.begin()

    def begin(self) -> None:
        """A new street."""
        self._afraid: set[int] = set()
        self._wanted = [0.0, 0.0]
        self.shares = [0.0, 0.0]
        self._is_on = False
        self._tick = 0
        self._quiet = 0
        self._is_first = True

    def take(self, view: View, ears: Ears) -> Iterator[Cue]:
        """One tick; the screams of it."""
        self._tick += 1
        self._quiet = max(0, self._quiet - 1)
        if self._tick % EVERY == 1:
            yield from self._look(view, ears)
        self._turn()

    def _look(self, view: View, ears: Ears) -> Iterator[Cue]:
        calm = panic = 0.0
        for person in view.people:
            if person.side not in SIDES or person.stance in GONE:
                continue
            near = max(0.0, 1.0 - max(abs(person.x - ears.x), abs(person.y - ears.y)) / NEAR_METRES)
            if is_afraid(person):
                panic += near
                if person.id not in self._afraid:
                    self._afraid.add(person.id)
                    # Who is on his knees when the street begins has cried before.
                    if not self._is_first and self._quiet == 0 and near > 0.0:
                        self._quiet = SCREAM_TICKS
                        name = f"voice/scream_{throat(person.spec)}"
                        yield Cue(name, (person.x, person.y), 0.8, 16.0, 5, SPEECH)
            else:
                self._afraid.discard(person.id)
                calm += near
        self._is_first = False
        self._wanted = [
            CALM_GAIN * min(1.0, calm / FULL_CROWD) ** 0.5,
            PANIC_GAIN * min(1.0, panic / FULL_CROWD) ** 0.5,
        ]

    def _turn(self) -> None:
        if not self._is_on:
            takes = [self._bank.pick(name) for name in LOOPS]
            if None in takes:
                return
            for voice, take in zip(self._pair, takes, strict=True):
                assert take is not None
                voice.start(take.clip, -1)
                self._voices.turn(voice, 0.0, 0.0)
            self._is_on = True
        for number, voice in enumerate(self._pair):
            share = self.shares[number]
            moved = share + max(-RAMP, min(self._wanted[number] - share, RAMP))
            if moved != share:
                self.shares[number] = moved
                self._voices.turn(voice, moved, moved)


def is_afraid(person: PersonView) -> bool:
    """He cowers, or runs for his life."""
    return person.stance == "cower" or person.speed > RUN_SPEED
