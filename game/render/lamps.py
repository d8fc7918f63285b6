"""The lamps of vehicles: the light they throw, and how they look themselves.

Owns the turning of sirens, and which lamps burn. Where a lamp sits comes from the baked sheet: one that was broken is no
longer there. It draws into the renderer's light map and with its glows. Called by `renderer`.
"""

from __future__ import annotations

import math

from game.render.actors import Frame, Placed
from game.render.glows import Glows
from game.render.light import LightMap
from game.render.palette import Colour, Hour
from game.render.vehicles import VehiclePainter
from game.sim.view import VehicleView

SIREN_TURN = 0.020
"""Turns of a siren's two lobes per tick: 1.2 a second, so 2.4 flashes."""
HEADLIGHT = (196, 206, 226)
SIREN = ((255, 30, 34), (40, 84, 255))
SIREN_PLACES = ("siren_red", "siren_blue")
SIREN_CORES = ((255, 120, 110), (120, 160, 255))
"""The lens itself is paler than what it throws."""

Spot = tuple[float, float, Colour, float, float]
"""Forward and right of the middle, colour, metres across, power."""


class Lamps:
    """Head lights, brake lights and sirens."""

    def __init__(self, painter: VehiclePainter, hour: Hour, light: LightMap, glows: Glows) -> None:
        self.flashes_reduced = False
        """Sirens turn slowly."""
        self._painter = painter
        self._hour = hour
        self._light = light
        self._glows = glows

    def light(self, vehicle: VehicleView, place: Placed, time: float) -> None:
        """What a vehicle throws on the street: head lights, the siren's two lobes, its fire."""
        spec = self._painter.spec(vehicle.spec)
        if spec is None or vehicle.stage >= 4:
            return
        c, s = math.cos(place.angle), math.sin(place.angle)
        if self._is_lit(vehicle) and not vehicle.is_on_side:
            power = 0.9 if self._hour.lamps > 0.9 else 0.4
            for u, v in self._painter.sockets(vehicle, "head"):
                x, y = place.x + c * u - s * v, place.y + s * u + c * v
                self._light.beam(x, y, place.angle, 22.0, 0.30, HEADLIGHT, power)
        if vehicle.has_siren:
            power = 0.32 if self._hour.lamps == 0 else 0.85
            for index, colour in enumerate(SIREN):
                turn = self._turn(vehicle.id, time) + index * math.pi
                self._light.beam(place.x, place.y, turn, 15.0, 0.75, colour, power)
        if vehicle.is_burning:
            x, y = place.x + c * spec.length * 0.35, place.y + s * spec.length * 0.35
            self._light.pool(x, y, 9.0 + math.sin(time * 0.4), (255, 140, 60), 0.7)

    def shine(self, frame: Frame, vehicle: VehicleView, place: Placed, time: float) -> None:
        """Lamps that are seen themselves: brake and head lights, the siren's two lobes."""
        if self._painter.spec(vehicle.spec) is None or vehicle.is_on_side or vehicle.stage >= 4:
            return
        c, s = math.cos(place.angle), math.sin(place.angle)
        for u, v, colour, size, power in self._spots(vehicle, time):
            at = frame.at(place.x + c * u - s * v, place.y + s * u + c * v)
            self._glows.put(frame.surface, self._glows.halo(int(size * frame.scale), colour, power), *at)

    def _spots(self, vehicle: VehicleView, time: float) -> list[Spot]:
        places = self._painter.sockets
        spots: list[Spot] = []
        is_driven, is_lit = any(who >= 0 for who in vehicle.occupants), self._is_lit(vehicle)
        if (vehicle.is_braking and is_driven) or is_lit:
            power = 0.85 if vehicle.is_braking else 0.4
            spots += [(u, v, (255, 40, 30), 1.3, power) for u, v in places(vehicle, "tail")]
        if is_lit:
            spots += [(u, v, (226, 234, 255), 1.8, 0.8) for u, v in places(vehicle, "head")]
            spots += [(u, v, (255, 176, 84), 1.5, 0.6) for u, v in places(vehicle, "roof")]
        if vehicle.has_siren:
            beat = math.sin(self._turn(vehicle.id, time))
            for side, kind, colour, core in zip((-1, 1), SIREN_PLACES, SIREN, SIREN_CORES, strict=True):
                up = max(0.0, beat * side)
                for u, v in places(vehicle, kind):
                    spots += [(u, v, colour, 2.6, 0.35 + 0.5 * up), (u, v, core, 0.9, 0.25 + 0.75 * up)]
        return spots

    def _is_lit(self, vehicle: VehicleView) -> bool:
        return self._hour.has_headlights and vehicle.has_lights and any(who >= 0 for who in vehicle.occupants)

    def _turn(self, who: int, time: float) -> float:
        speed = SIREN_TURN * (0.4 if self.flashes_reduced else 1.0)
        return (time * speed + who * 0.37) * math.tau
