"""The lamps of vehicles: the light they throw, and how they look themselves.

Owns the turning of sirens. It draws into the renderer's light map and with its glows. Called by `renderer`.
"""

from __future__ import annotations

import math

from game.content.specs import Catalog
from game.render.actors import Frame, Placed
from game.render.glows import Glows
from game.render.light import LightMap
from game.render.palette import Hour
from game.sim.view import VehicleView

SIREN_TURN = 0.020
"""Turns of a siren's two lobes per tick: 1.2 a second, so 2.4 flashes."""
HEADLIGHT = (196, 206, 226)
SIREN = ((255, 30, 34), (40, 84, 255))


class Lamps:
    """Head lights, brake lights and sirens."""

    def __init__(self, catalog: Catalog, hour: Hour, light: LightMap, glows: Glows) -> None:
        self.flashes_reduced = False
        """Sirens turn slowly."""
        self._catalog = catalog
        self._hour = hour
        self._light = light
        self._glows = glows

    def light(self, vehicle: VehicleView, place: Placed, time: float) -> None:
        """What a vehicle throws on the street: head lights, the siren's two lobes, its fire."""
        spec = self._catalog.vehicles.get(vehicle.spec)
        if spec is None or vehicle.stage >= 4:
            return
        c, s = math.cos(place.angle), math.sin(place.angle)
        nose = spec.length / 2
        is_driven = any(who >= 0 for who in vehicle.occupants)
        if self._hour.has_headlights and vehicle.has_lights and is_driven and not vehicle.is_on_side:
            power = 0.9 if self._hour.lamps > 0.9 else 0.4
            for side in (-0.7, 0.7):
                self._light.beam(
                    place.x + c * nose - s * side,
                    place.y + s * nose + c * side,
                    place.angle,
                    22.0,
                    0.30,
                    HEADLIGHT,
                    power,
                )
        if vehicle.has_siren:
            for index, colour in enumerate(SIREN):
                turn = self._turn(vehicle.id, time) + index * math.pi
                self._light.beam(place.x, place.y, turn, 15.0, 0.75, colour, 0.32 if self._hour.lamps == 0 else 0.85)
        if vehicle.is_burning:
            self._light.pool(
                place.x + c * nose * 0.7, place.y + s * nose * 0.7, 9.0 + math.sin(time * 0.4), (255, 140, 60), 0.7
            )

    def shine(self, frame: Frame, vehicle: VehicleView, place: Placed, time: float) -> None:
        """Lamps that are seen themselves: brake and head lights, the siren's two lobes."""
        spec = self._catalog.vehicles.get(vehicle.spec)
        if spec is None or vehicle.is_on_side or vehicle.stage >= 4:
            return
        c, s = math.cos(place.angle), math.sin(place.angle)
        scale, glows = frame.scale, self._glows
        is_driven = any(who >= 0 for who in vehicle.occupants)
        lit = self._hour.has_headlights and vehicle.has_lights and is_driven
        spots = []
        if (vehicle.is_braking and is_driven) or lit:
            power = 0.85 if vehicle.is_braking else 0.4
            spots += [(-spec.length / 2 + 0.1, side * spec.width * 0.37, (255, 40, 30), 1.3, power) for side in (-1, 1)]
        if lit:
            spots += [(spec.length / 2 - 0.1, side * spec.width * 0.36, (226, 234, 255), 1.8, 0.8) for side in (-1, 1)]
        if vehicle.has_siren:
            beat = math.sin(self._turn(vehicle.id, time))
            bar = 0.02 if spec.kind == "car" else 0.10
            for side, colour in zip((-1, 1), SIREN, strict=True):
                spots.append((bar * spec.length, side * 0.42, colour, 2.6, 0.35 + 0.5 * max(0.0, beat * side)))
        for u, v, colour, size, power in spots:
            at = frame.at(place.x + c * u - s * v, place.y + s * u + c * v)
            glows.put(frame.surface, glows.halo(int(size * scale), colour, power), *at)

    def _turn(self, who: int, time: float) -> float:
        speed = SIREN_TURN * (0.4 if self.flashes_reduced else 1.0)
        return (time * speed + who * 0.37) * math.tau
