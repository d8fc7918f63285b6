"""The air of a place: the city by place and hour, rooms under a roof, and what passes far off.

Owns which room tone belongs where, its cross-fade, and the dice of what is heard beyond the level now and then. Called by
`street` once a tick.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import cos, pi, sin

from game.audio.bank import Bank
from game.audio.cue import EFFECTS, Cue
from game.audio.ears import Ears
from game.audio.places import INSIDE
from game.audio.voices import Voice, Voices

COVERED = {
    "underpass": "room/underpass", "car_park": "room/car_park", "lobby": "room/lobby", "vault": "room/vault",
    "room": "room/office", "airfield": "room/airfield",
}  # fmt: skip
HOURS = {
    "night": "room/city_night", "midnight": "room/airfield", "dusk": "room/city_dusk", "dawn": "room/city_dusk",
    "interior": "room/office",
}  # fmt: skip
CITY = "room/city_day"
GAIN = 0.55
FADE_TICKS = 75
SETTLE_TICKS = 20
"""A place must last so long before its air is heard: no flutter at a border."""
PASSING = {
    "noon": ("far_off/jet", "far_off/train", "far_off/dog", "far_off/truck"),
    "night": ("far_off/siren", "far_off/dog", "far_off/rotor", "far_off/train", "far_off/jet"),
    "dusk": ("far_off/siren", "far_off/dog", "far_off/train", "far_off/jet"),
    "dawn": ("far_off/train", "far_off/truck", "far_off/dog"),
}
"""What passes beyond the level, by hour."""
FIRST_SECONDS, LEAST_SECONDS, MOST_SECONDS = 8.0, 14.0, 40.0
PASSING_METRES = 70.0
PASSING_GAIN, PASSING_REACH = 0.5, 60.0
TICK_SECONDS = 1 / 60


def room_of(place: str, hour: str) -> str:
    """The room tone of a kind of place at an hour."""
    return COVERED.get(place) or HOURS.get(hour, CITY)


class Rooms:
    """Two channels that hand the air of one place to that of the next."""

    def __init__(self, voices: Voices, bank: Bank, pair: tuple[Voice, Voice]) -> None:
        self._voices = voices
        self._bank = bank
        self._now, self._before = pair
        for voice in pair:
            voice.bus = EFFECTS
        self.begin()

    def begin(self) -> None:
        """A new street."""
        self.name = ""
        self._coming, self._since = "", 0
        self._fade = FADE_TICKS
        self._dice = random.Random(11)
        self._next = FIRST_SECONDS

    def take(self, place: str, hour: str, ears: Ears) -> Iterator[Cue]:
        """One tick at a place; what passes far off in it."""
        self._follow(room_of(place, hour))
        self._next -= TICK_SECONDS
        if self._next <= 0.0:
            self._next = self._dice.uniform(LEAST_SECONDS, MOST_SECONDS)
            yield from self._pass(place, hour, ears)

    def _follow(self, wanted: str) -> None:
        self._since = self._since + 1 if wanted == self._coming else 0
        self._coming = wanted
        if wanted != self.name and (self._since >= SETTLE_TICKS or not self.name):
            take = self._bank.pick(wanted)
            if take is not None:
                self._now, self._before = self._before, self._now
                self._now.channel.stop()
                self._now.start(take.clip, -1)
                self._fade = 0 if self.name else FADE_TICKS - 1
                self.name = wanted
        if self.name and self._fade < FADE_TICKS:
            self._fade += 1
            share = self._fade / FADE_TICKS
            # Equal power: neither place is louder on the way.
            self._voices.turn(self._now, GAIN * share**0.5, GAIN * share**0.5)
            self._voices.turn(self._before, GAIN * (1.0 - share) ** 0.5, GAIN * (1.0 - share) ** 0.5)
            if self._fade == FADE_TICKS:
                self._before.channel.stop()

    def _pass(self, place: str, hour: str, ears: Ears) -> Iterator[Cue]:
        kinds = PASSING.get(hour, ())
        if not kinds or place in ("vault", "room"):
            return
        angle = self._dice.uniform(0.0, 2.0 * pi)
        where = ears.x + PASSING_METRES * cos(angle), ears.y + PASSING_METRES * sin(angle)
        gain = PASSING_GAIN * (0.4 if place in INSIDE else 1.0)
        yield Cue(self._dice.choice(kinds), where, gain, PASSING_REACH, 0)
