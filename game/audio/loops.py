"""What goes on sounding and moves: engines, sirens, tyres, rims, fires, rotors. The nearest few of each are heard.

Owns who sounds, how high (engine speed and Doppler), how bright (throttle, walls) and how loud. What comes out is mixed by
`glide`. Called by `street` once a tick.
"""

from __future__ import annotations

import dataclasses
from math import cos, sin, sqrt, tau
from typing import NamedTuple

from game.audio.bank import Bank
from game.audio.cue import ENGINES
from game.audio.ears import Ears, Heard
from game.audio.glide import Glide, Gliding, Ring
from game.audio.scene import engine_class
from game.audio.steps import ground_at
from game.audio.voices import Voices
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.view import HelicopterView, VehicleView, View

MOST = {"engine": 5, "siren": 3, "squeal": 2, "rim": 1, "fire": 1, "rotor": 1}
"""How many of each are heard."""
REACH = {"engine": 7.0, "siren": 45.0, "squeal": 10.0, "rim": 9.0, "fire": 6.0, "rotor": 70.0}
IDLE_GAIN, FULL_GAIN = 0.24, 0.8
ROTOR_GAIN = 0.7
FULL_TURN = 65536
SPANS = {"car": 4900 / 750, "van": 4400 / 800, "heavy": 2300 / 550}
"""Of an engine's ladder, from its lowest rung to its highest (assets/recipes/sounds.toml; a test compares)."""
SQUEAL_SLIP, FULL_SLIP = 1.6, 7.0
"""Metres a second sideways at which tyres begin to be heard, and at which they scream."""
RIM_SPEED, FULL_RIM_SPEED = 1.5, 14.0
FLAT = 0.1
STAY = 0.7
"""An engine leaves its rung when the wish is so far from it: no flutter between two."""
LOOSE = frozenset({"gravel", "dirt", "grass"})
RANGE = {"engine": 60.0, "siren": 220.0, "near": 70.0}
"""Metres beyond which they are not even looked at: of engines there are always nearer ones."""


QUIET_REACH, QUIET_RANGE, QUIET_GAIN = 30.0, 110.0, 1.5
"""The same of engines while two men listen for each other by night, and how much more of them is heard then."""
FADES = 30.0
"""Metres within that range over which an engine comes out of the quiet."""


class Wish(NamedTuple):
    """One vehicle or helicopter that would be heard."""

    loud: float
    number: int
    ladder: str
    rung: float
    """Where on its ladder; the part between two rungs is played faster or slower."""
    step: float
    """Ratio between two rungs."""
    rate: float
    """How fast its ring turns, Doppler not counted."""
    heard: Heard
    dull: float
    bend: float
    """How much higher it is heard because it comes, or lower because it goes."""


class Loops:
    """All that goes on."""

    def __init__(self, voices: Voices, glide: Glide, bank: Bank, catalog: Catalog) -> None:
        self._voices = voices
        self._glide = glide
        self._bank = bank
        self._catalog = catalog
        self._level: Level | None = None
        self.playing: dict[tuple[str, int], tuple[Gliding, int]] = {}
        """By kind and vehicle: its voice and its rung."""

    def begin(self, level: Level | None) -> None:
        """A new street: nobody sounds yet."""
        self._level = level
        self._glide.clear()
        self.playing.clear()

    def end(self) -> None:
        """Everything fades."""
        for voice, _ in self.playing.values():
            voice.end()
        self.playing.clear()

    def take(self, view: View, ears: Ears) -> None:
        """Follow the vehicles of this tick."""
        wishes: dict[str, list[Wish]] = {kind: [] for kind in MOST}
        x, y = ears.x, ears.y
        far, engines, near = (RANGE[name] ** 2 for name in ("siren", "engine", "near"))
        if view.own_eyes:
            engines = QUIET_RANGE**2
        for vehicle in view.vehicles:
            if not (vehicle.has_engine or vehicle.has_siren or vehicle.speed or vehicle.slip or vehicle.is_burning):
                continue
            dx, dy = vehicle.x - x, vehicle.y - y
            square = dx * dx + dy * dy
            if square > far:
                continue
            if square < engines and vehicle.has_engine and vehicle.occupants[0] >= 0:
                self._engine(vehicle, ears, wishes, sqrt(square) if view.own_eyes else None)
            if vehicle.has_siren:
                is_van = engine_class(self._catalog, vehicle.spec) == "van"
                name = "siren/hilo" if is_van else "siren/yelp" if vehicle.id % 3 == 0 else "siren/wail"
                self._add(wishes, "siren", vehicle, ears, 0.6, name)
            if square < near:
                self._wheels(vehicle, ears, wishes)
        for one in view.helicopters:
            self._rotor(one, ears, wishes)
        for kind, rows in wishes.items():
            if rows or any(key[0] == kind for key in self.playing):
                self._share(kind, rows)

    def _engine(self, vehicle: VehicleView, ears: Ears, wishes: dict[str, list[Wish]], quiet: float | None) -> None:
        """`quiet`: metres to it where nothing else is to be heard."""
        throttle, rpm = abs(vehicle.throttle), min(1.0, max(0.0, vehicle.rpm))
        kind = engine_class(self._catalog, vehicle.spec)
        gain = IDLE_GAIN + (FULL_GAIN - IDLE_GAIN) * max(throttle, rpm * 0.6)
        reach = REACH["engine"]
        if quiet is not None:
            gain, reach = gain * QUIET_GAIN * min(1.0, (QUIET_RANGE - quiet) / FADES), QUIET_REACH
        self._add(wishes, "engine", vehicle, ears, gain, f"engine/{kind}", 1.0, rpm, SPANS[kind], 1.0 - throttle, reach)

    def _wheels(self, vehicle: VehicleView, ears: Ears, wishes: dict[str, list[Wish]]) -> None:
        """Tyres that slide, rims, and a car that burns."""
        slide = min(1.0, (abs(vehicle.slip) - SQUEAL_SLIP) / (FULL_SLIP - SQUEAL_SLIP))
        if slide > 0.0 and self._level is not None:
            loose = ground_at(self._level, vehicle.x, vehicle.y) in LOOSE
            name = "squeal/loose" if loose else "squeal/hard"
            self._add(wishes, "squeal", vehicle, ears, 0.6 * slide, name, 0.9 + 0.2 * slide)
        speed = abs(vehicle.speed)
        if speed > RIM_SPEED and min(vehicle.tyres) < FLAT:
            gain = 0.7 * min(1.0, speed / FULL_RIM_SPEED)
            self._add(wishes, "rim", vehicle, ears, gain, "machine/rim", 0.6 + speed / 30.0)
        if vehicle.is_burning:
            self._add(wishes, "fire", vehicle, ears, 0.8, "machine/fire")

    def _rotor(self, one: HelicopterView, ears: Ears, wishes: dict[str, list[Wish]]) -> None:
        """Blades over the roofs: no wall is high enough to stand before them."""
        heard = dataclasses.replace(ears, barriers=None).hear(one.x, one.y, ROTOR_GAIN, REACH["rotor"])
        if heard is not None:
            nose = one.heading / FULL_TURN * tau
            bend = ears.doppler(one.x, one.y, one.speed * cos(nose), one.speed * sin(nose))
            loud = heard.left + heard.right
            wishes["rotor"].append(Wish(loud, one.id, "machine/rotor", 0.0, 1.0, 1.0, heard, 0.0, bend))

    def _add(
        self, wishes: dict[str, list[Wish]], kind: str, vehicle: VehicleView, ears: Ears, gain: float, ladder: str,
        rate: float = 1.0, share: float = 0.0, span: float = 1.0, dull: float = 0.0, reach: float = 0.0,
    ) -> None:  # fmt: skip
        heard = ears.hear(vehicle.x, vehicle.y, gain, reach or REACH[kind])
        if heard is None:
            return
        rungs = len(self._bank.rings(ladder))
        step = span ** (1.0 / (rungs - 1)) if rungs > 1 else 1.0
        # Walls take the brightness, too.
        dull = max(dull, 1.0 - heard.openness)
        loud, rung = heard.left + heard.right, share * (rungs - 1)
        wishes[kind].append(Wish(loud, vehicle.id, ladder, rung, step, rate, heard, dull, _bend(ears, vehicle)))

    def _share(self, kind: str, rows: list[Wish]) -> None:
        """The loudest are heard; whoever was, goes on."""
        rows.sort(key=lambda row: (-row.loud, row.number))
        wanted = {row.number: row for row in rows[: MOST[kind]]}
        for key in [key for key in self.playing if key[0] == kind and key[1] not in wanted]:
            self.playing.pop(key)[0].end()
        level = self._voices.level(ENGINES)
        for number, row in wanted.items():
            ladder = self._bank.rings(row.ladder)
            if ladder:
                self._follow((kind, number), row, ladder, level)

    def _follow(self, key: tuple[str, int], row: Wish, ladder: list[Ring], level: float) -> None:
        found = self.playing.get(key)
        rung = max(0, min(round(row.rung), len(ladder) - 1))
        if found is None:
            # No two wail in step.
            voice = self._glide.add(Gliding(ladder[rung], row.number * 0.37 % 1.0))
        else:
            voice, before = found
            if before < len(ladder) and abs(row.rung - before) < STAY:
                rung = before
            voice.change(ladder[rung])
        self.playing[key] = voice, rung
        rate = row.rate * row.step ** (row.rung - rung) * row.bend
        voice.turn(rate, row.heard.left * level, row.heard.right * level, row.dull)


def _bend(ears: Ears, vehicle: VehicleView) -> float:
    return ears.doppler(vehicle.x, vehicle.y, vehicle.speed * cos(vehicle.angle), vehicle.speed * sin(vehicle.angle))
