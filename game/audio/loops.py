"""What goes on sounding: engines, sirens, tyres, the room of the street.

Owns the ladders: the stock mixer cannot bend a pitch, so an engine's speed and a siren's Doppler are rungs baked for
them, with a short fade from one to the next. The nearest few are heard. Called by `street` once a tick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, sin

import numpy as np
import pygame

from game.audio.bank import Bank
from game.audio.cue import EFFECTS, ENGINES
from game.audio.cues import engine_class
from game.audio.ears import Ears, steps_up
from game.audio.voices import Voice, Voices
from game.content.specs import Catalog
from game.sim.view import VehicleView, View

ENGINES_HEARD, SIRENS_HEARD, SQUEALS_HEARD = 6, 2, 2
FADE_MS = 70
ENGINE_REACH, SIREN_REACH, SQUEAL_REACH = 7.0, 45.0, 10.0
IDLE_GAIN, FULL_GAIN = 0.24, 0.8
SQUEAL_SLIP, FULL_SLIP = 1.6, 7.0
"""Metres a second sideways at which tyres begin to be heard, and at which they scream."""
RUNG_SHARE = 0.16
"""One rung of an engine's ladder is about so much of pitch."""
SIREN_STEP = 1.054
STAY = 0.65
"""A rung is left when the wish is so far from it: no flutter between two."""
TICK_SECONDS = 1 / 60
ROOMS = {"interior": "room/interior"}
ROOM = "room/street_day"
ROOM_GAIN = 0.55


class Pair:
    """Two channels that hand one loop to each other."""

    def __init__(self, voices: Voices, pair: Sequence[Voice], bus: str) -> None:
        self.owner = -1
        self.rung = -1
        self.phase = 0.0
        self._voices = voices
        self._now, self._before = pair
        self._now.bus = self._before.bus = bus

    def sound(self, owner: int, rung: int, loop: pygame.mixer.Sound | None) -> None:
        """Go on with this loop; the one before fades."""
        if loop is None:
            return
        self._now, self._before = self._before, self._now
        self._before.channel.fadeout(FADE_MS)
        # A fade that was cut short leaves its channel busy.
        self._now.channel.stop()
        self._now.start(loop, -1, FADE_MS)
        self.owner, self.rung = owner, rung

    def turn(self, left: float, right: float) -> None:
        """How loud it is now."""
        self._voices.turn(self._now, left, right)

    def end(self) -> None:
        """Nobody sounds here any more."""
        if self.owner >= 0:
            self._now.channel.fadeout(FADE_MS)
            self.owner = self.rung = -1


class Loops:
    """All that goes on."""

    def __init__(self, voices: Voices, bank: Bank, catalog: Catalog) -> None:
        self._bank = bank
        self._catalog = catalog
        free = iter(voices.loops)

        def pairs(count: int, bus: str) -> list[Pair]:
            return [Pair(voices, (next(free), next(free)), bus) for _ in range(count)]

        self._engines = pairs(ENGINES_HEARD, ENGINES)
        self._sirens = pairs(SIRENS_HEARD, ENGINES)
        self._squeals = pairs(SQUEALS_HEARD, ENGINES)
        self._room = pairs(1, EFFECTS)[0]

    def begin(self) -> None:
        """A new street: nobody sounds yet."""
        for pair in (*self._engines, *self._sirens, *self._squeals, self._room):
            pair.end()

    def room(self, hour: str) -> None:
        """The room tone of a place."""
        if self._room.owner < 0:
            self._room.sound(0, 0, self._bank.pick(ROOMS.get(hour, ROOM)))
            self._room.turn(ROOM_GAIN, ROOM_GAIN)

    def take(self, view: View, ears: Ears) -> None:
        """Follow the vehicles of this tick."""
        loud: list[tuple[float, VehicleView, float, float]] = []
        sirens: list[tuple[float, VehicleView, float, float]] = []
        squeals: list[tuple[float, VehicleView, float, float]] = []
        for vehicle in view.vehicles:
            slide = min(1.0, (abs(vehicle.slip) - SQUEAL_SLIP) / (FULL_SLIP - SQUEAL_SLIP))
            is_running = vehicle.has_engine and vehicle.occupants[0] >= 0
            if not (is_running or vehicle.has_siren or slide > 0.0):
                continue
            if is_running:
                push = IDLE_GAIN + (FULL_GAIN - IDLE_GAIN) * max(abs(vehicle.throttle), vehicle.rpm * 0.6)
                _add(loud, ears, vehicle, push, ENGINE_REACH)
            if vehicle.has_siren:
                _add(sirens, ears, vehicle, 0.6, SIREN_REACH)
            if slide > 0.0:
                _add(squeals, ears, vehicle, 0.6 * slide, SQUEAL_REACH)
        self._share(self._engines, loud, lambda pair, vehicle: self._engine(pair, vehicle, ears))
        self._share(self._sirens, sirens, lambda pair, vehicle: self._siren(pair, vehicle, ears))
        self._share(self._squeals, squeals, self._squeal)

    def _share(
        self,
        pairs: list[Pair],
        found: list[tuple[float, VehicleView, float, float]],
        follow: Callable[[Pair, VehicleView], None],
    ) -> None:
        """The loudest get the pairs; whoever had one keeps it."""
        found.sort(key=lambda row: (-row[0], row[1].id))
        wanted = {vehicle.id: (vehicle, left, right) for _, vehicle, left, right in found[: len(pairs)]}
        for pair in pairs:
            if pair.owner >= 0 and pair.owner not in wanted:
                pair.end()
        held = {pair.owner: pair for pair in pairs if pair.owner >= 0}
        free = [pair for pair in pairs if pair.owner < 0]
        for number, (vehicle, left, right) in wanted.items():
            pair = held.get(number) or free.pop()
            follow(pair, vehicle)
            pair.turn(left, right)

    def _engine(self, pair: Pair, vehicle: VehicleView, ears: Ears) -> None:
        ladder = self._bank.rungs(f"engine/{engine_class(self._catalog, vehicle.spec)}")
        if not ladder:
            return
        wish = min(1.0, max(0.0, vehicle.rpm)) * (len(ladder) - 1)
        wish += steps_up(_doppler(ears, vehicle), 1 + RUNG_SHARE)
        rung = _rung(pair, vehicle, wish, len(ladder))
        if (rung, vehicle.id) != (pair.rung, pair.owner):
            pair.sound(vehicle.id, rung, ladder[rung])

    def _siren(self, pair: Pair, vehicle: VehicleView, ears: Ears) -> None:
        name = "siren/yelp" if vehicle.id % 3 == 0 else "siren/wail"
        ladder = self._bank.rungs(name)
        if not ladder:
            return
        if pair.owner != vehicle.id:
            # No two wail in step.
            pair.phase = vehicle.id * 0.37 % 1.0
        wish = len(ladder) // 2 + steps_up(_doppler(ears, vehicle), SIREN_STEP)
        rung = _rung(pair, vehicle, wish, len(ladder))
        pair.phase = (pair.phase + TICK_SECONDS / ladder[rung].get_length()) % 1.0
        if (rung, vehicle.id) != (pair.rung, pair.owner):
            pair.sound(vehicle.id, rung, _turned(self._bank.samples(name)[rung], pair.phase))

    def _squeal(self, pair: Pair, vehicle: VehicleView) -> None:
        if pair.owner != vehicle.id:
            pair.sound(vehicle.id, 0, self._bank.pick("squeal/tyres"))


def _add(
    rows: list[tuple[float, VehicleView, float, float]], ears: Ears, vehicle: VehicleView, gain: float, reach: float
) -> None:
    heard = ears.hear(vehicle.x, vehicle.y, gain, reach)
    if heard is not None:
        rows.append((heard.left + heard.right, vehicle, heard.left, heard.right))


def _turned(samples: np.ndarray, phase: float) -> pygame.mixer.Sound:
    """A loop that starts where the one before has come to: the wail goes on while its pitch steps."""
    start = int(phase * len(samples))
    return pygame.sndarray.make_sound(np.concatenate((samples[start:], samples[:start])))


def _doppler(ears: Ears, vehicle: VehicleView) -> float:
    return ears.doppler(vehicle.x, vehicle.y, vehicle.speed * cos(vehicle.angle), vehicle.speed * sin(vehicle.angle))


def _rung(pair: Pair, vehicle: VehicleView, wish: float, count: int) -> int:
    if pair.owner == vehicle.id and abs(wish - pair.rung) < STAY:
        return pair.rung
    return max(0, min(round(wish), count - 1))
