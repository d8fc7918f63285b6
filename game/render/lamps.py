"""The lamps of vehicles: the light they throw, and how they look themselves.

Owns the turning of sirens, and which lamps burn. Where a lamp sits comes from the baked sheet: one that was broken is no
longer there. It names lights for the light map and draws with the renderer's glows. Called by `lighting` and `renderer`.
"""

from __future__ import annotations

import math

import pygame

from game.render.frame import Frame, Placed
from game.render.glows import Glows
from game.render.light_shapes import SIREN_BLUE, SIREN_RED
from game.render.lights import Light
from game.render.palette import Colour, Hour
from game.render.vehicles import VehiclePainter
from game.sim.view import VehicleView

SIREN_TURN = 0.020
"""Turns of a siren's two lobes per tick: 1.2 a second, so 2.4 flashes."""
HEADLIGHT = (214, 224, 244)
HEAD_REACH, HEAD_HIGH = 24.0, 0.75
TAIL_REACH, SIREN_REACH = 4.0, 17.0
SIREN_HIGH = 1.9
"""Above a car's roof, so that other cars throw long shadows in it but not endless ones."""
SIREN = (SIREN_RED, SIREN_BLUE)
SIREN_PLACES = ("siren_red", "siren_blue")
SIREN_CORES = ((255, 120, 110), (120, 160, 255))
"""The lens itself is paler than what it throws."""
AMBER = (255, 160, 60)

Spot = tuple[float, float, Colour, float, float]
"""Forward and right of the middle, colour, metres across, power."""
Burning = tuple[str, int, bool, bool, bool]
"""Spec, stage, head lights, brakes, brake lights: which lamps burn that do not turn."""


class Lamps:
    """Head lights, brake lights and sirens."""

    def __init__(self, painter: VehiclePainter, hour: Hour, glows: Glows) -> None:
        self.flashes_reduced = False
        """Sirens turn slowly."""
        self._painter = painter
        self._hour = hour
        self._glows = glows
        self._steady: dict[Burning, list[Spot]] = {}
        self._halos: dict[tuple[Burning, int], list[tuple[float, float, pygame.Surface]]] = {}
        self._held: dict[int, tuple[tuple, list[Light]]] = {}
        """Of each vehicle how it stood last, and its head and tail lights then."""

    def lights(self, vehicle: VehicleView, place: Placed, time: float) -> list[Light]:
        """What a vehicle throws on the street: head and tail lights, the siren's two lobes, its fire."""
        spec = self._painter.spec(vehicle.spec)
        if spec is None:
            return []
        found = self._lasting(vehicle, place)
        if vehicle.is_burning:
            c, s = math.cos(place.angle), math.sin(place.angle)
            x, y = place.x + c * spec.length * 0.35, place.y + s * spec.length * 0.35
            power = 0.86 + 0.07 * math.sin(time * 0.23 + vehicle.id) + 0.05 * math.sin(time * 0.57)
            fire = Light("glow", x, y, 11.0, (255, 140, 60), power * self._fire_share, 1.3, 0.0, vehicle.id)
            found = [*found, fire]
        if vehicle.has_siren and vehicle.stage < 4:
            turn = self._turn(vehicle.id, time)
            power = 0.78 * self._hour.flash
            siren = Light("siren", place.x, place.y, SIREN_REACH, SIREN_RED, power, SIREN_HIGH, turn, vehicle.id)
            found = [*found, siren]
        return found

    def _lasting(self, vehicle: VehicleView, place: Placed) -> list[Light]:
        """Head and tail lights; of a vehicle that stands as it stood they are known."""
        as_it_is = (
            place.x, place.y, place.angle, vehicle.spec, vehicle.stage, vehicle.is_on_side, vehicle.has_lights, vehicle.is_braking,
            _is_driven(vehicle),
        )  # fmt: skip
        held = self._held.get(vehicle.id)
        if held is not None and held[0] == as_it_is:
            return held[1]
        found: list[Light] = []
        if vehicle.stage < 4:
            c, s = math.cos(place.angle), math.sin(place.angle)
            if self._is_lit(vehicle) and not vehicle.is_on_side:
                found += self._heads(vehicle, place, c, s)
            if self._hour.lamps > 0.3:
                found += self._tails(vehicle, place, c, s)
        self._held[vehicle.id] = as_it_is, found
        return found

    @property
    def _fire_share(self) -> float:
        return 0.45 if self._hour.lamps == 0 else 1.0

    def _heads(self, vehicle: VehicleView, place: Placed, c: float, s: float) -> list[Light]:
        """One light for both head lights, or for the one that still burns."""
        lamps = self._painter.sockets(vehicle, "head")
        if not lamps:
            return []
        u = max(lamp[0] for lamp in lamps)
        shape = "head" if len(lamps) > 1 else "left" if lamps[0][1] < 0 else "right"
        power = 0.56 if self._hour.lamps > 0.9 else 0.35
        x, y = place.x + c * u, place.y + s * u
        return [Light(shape, x, y, HEAD_REACH, HEADLIGHT, power, HEAD_HIGH, place.angle, vehicle.id)]

    def _tails(self, vehicle: VehicleView, place: Placed, c: float, s: float) -> list[Light]:
        lamps = self._painter.sockets(vehicle, "tail")
        if not lamps or not _is_driven(vehicle) or not (vehicle.is_braking or self._is_lit(vehicle)):
            return []
        u = min(lamp[0] for lamp in lamps) - 0.5
        power = 0.55 if vehicle.is_braking else 0.28
        x, y = place.x + c * u, place.y + s * u
        return [Light("pool", x, y, TAIL_REACH, (255, 44, 30), power, 0.8, has_shadows=False)]

    def shine(self, frame: Frame, vehicle: VehicleView, place: Placed, time: float) -> None:
        """Lamps that are seen themselves: brake and head lights, the siren's two lobes."""
        if self._painter.spec(vehicle.spec) is None or vehicle.is_on_side or vehicle.stage >= 4:
            return
        key = self._burning(vehicle)
        if key is None:
            return
        x, y = frame.at(place.x, place.y)
        c, s = math.cos(place.angle) * frame.scale, math.sin(place.angle) * frame.scale
        put = self._glows.put
        for u, v, halo in self._halos_of(vehicle, key, frame.scale):
            put(halo, x + c * u - s * v, y + s * u + c * v)
        if vehicle.has_siren:
            for u, v, colour, size, power in self._siren_spots(vehicle, time):
                put(self._glows.halo(int(size * frame.scale), colour, power), x + c * u - s * v, y + s * u + c * v)

    def _halos_of(self, vehicle: VehicleView, key: Burning, scale: int) -> list[tuple[float, float, pygame.Surface]]:
        """How the lamps that do not turn look at a scale, and where they sit."""
        halos = self._halos.get((key, scale))
        if halos is None:
            halos = [
                (u, v, self._glows.halo(int(size * scale), colour, power))
                for u, v, colour, size, power in self._steady_of(vehicle, key)
            ]
            self._halos[key, scale] = halos
        return halos

    def spots(self, vehicle: VehicleView, time: float) -> list[Spot]:
        """Everything that shines on a vehicle now."""
        key = self._burning(vehicle)
        if key is None:
            return []
        spots = self._steady_of(vehicle, key)
        return spots + self._siren_spots(vehicle, time) if vehicle.has_siren else spots

    def _burning(self, vehicle: VehicleView) -> Burning | None:
        """Which of a vehicle's lamps burn; None where none does."""
        is_lit = self._is_lit(vehicle)
        is_braking = vehicle.is_braking and _is_driven(vehicle)
        if not (is_lit or is_braking or vehicle.has_siren):
            return None
        return vehicle.spec, vehicle.stage, is_lit, vehicle.is_braking, is_braking

    def _steady_of(self, vehicle: VehicleView, key: Burning) -> list[Spot]:
        spots = self._steady.get(key)
        if spots is None:
            spots = self._steady[key] = self._steady_spots(vehicle, key[2], key[4])
        return spots

    def _siren_spots(self, vehicle: VehicleView, time: float) -> list[Spot]:
        """The two lobes of a siren, by turns."""
        spots: list[Spot] = []
        beat = math.sin(self._turn(vehicle.id, time))
        for side, kind, colour, core in zip((-1, 1), SIREN_PLACES, SIREN, SIREN_CORES, strict=True):
            up = max(0.0, beat * side)
            for u, v in self._painter.sockets(vehicle, kind):
                spots += [(u, v, colour, 3.0, 0.35 + 0.5 * up), (u, v, core, 0.9, 0.25 + 0.75 * up)]
        return spots

    def _steady_spots(self, vehicle: VehicleView, is_lit: bool, is_braking: bool) -> list[Spot]:
        """Brake and head lights, which do not turn."""
        places = self._painter.sockets
        spots: list[Spot] = []
        if is_braking or is_lit:
            power = 0.85 if vehicle.is_braking else 0.4
            spots += [(u, v, (255, 40, 30), 1.3, power) for u, v in places(vehicle, "tail")]
        if is_lit:
            for u, v in places(vehicle, "head"):
                spots += [(u, v, (226, 234, 255), 2.4, 0.55), (u, v, (255, 252, 244), 0.8, 1.0)]
            spots += [(u, v, AMBER, 1.5, 0.6) for u, v in places(vehicle, "roof")]
        return spots

    def _is_lit(self, vehicle: VehicleView) -> bool:
        return self._hour.has_headlights and vehicle.has_lights and _is_driven(vehicle)

    def _turn(self, who: int, time: float) -> float:
        speed = SIREN_TURN * (0.4 if self.flashes_reduced else 1.0)
        return (time * speed + who * 0.37) * math.tau


def _is_driven(vehicle: VehicleView) -> bool:
    return max(vehicle.occupants, default=-1) >= 0
