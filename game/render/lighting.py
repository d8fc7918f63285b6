"""Everything that lights the street in one frame: who stands in the light, what shines now, in which order it falls.

Owns the gathering of outlines and lights from the view; the light map draws them, the vehicles' lamps are `lamps.py`.
Called by the renderer between what lies in the street and what shines itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.content.lintels import LEAF
from game.content.specs import Catalog
from game.render.actors import Actors
from game.render.aircraft import AircraftPainter
from game.render.duel_marks import DuelMarks
from game.render.effects import Effects
from game.render.field_light import FieldLight
from game.render.frame import Frame, Placed
from game.render.haze import Haze
from game.render.helicopters import Helicopters
from game.render.house_doors import THICK, leaves
from game.render.lamps import Lamps
from game.render.light import LightMap
from game.render.lights import Light
from game.render.palette import Hour
from game.render.shadows import Mover, Obstacles, hull_of, ring
from game.render.sun import REACH
from game.render.switched_lamps import SwitchedLamps
from game.sim.view import DoorView, VehicleView

BODY_HEIGHT = 1.7
LOW_STANCES = ("crouch", "kneel", "cower", "tied")
LYING = ("down", "dead")
SEEN_FROM = 18.0
"""Metres outside the picture from which a vehicle's shadow or light may reach in."""
SIGNAL_REACH, SIGNAL_HIGH = 5.5, 4.0
GREEN, RED = (60, 235, 130), (255, 62, 48)
MUZZLE, BLAST = (255, 166, 80), (255, 160, 80)
FLAME = (255, 140, 60)
HEIGHTS = {"muzzle": 1.4, "blast": 1.8}
"""Metres above the ground of a flash, by kind."""
_BODY = hull_of(ring(0.0, 0.0, 0.27))
SHUT = 0.5
"""A door that is less far open counts as shut, as for eyes and bullets."""
DOORS = -3
"""Whose the shadow of a door is."""


@lru_cache(maxsize=64)
def _leaf(kind: str, metres: float) -> np.ndarray:
    """The outline of a door's leaf about its middle, as it lies to the east."""
    u, v = metres / 2, THICK[kind] / 2
    return hull_of([(-u, -v), (u, -v), (u, v), (-u, v)])


class Lighting:
    """The lights and shadows of one level."""

    def __init__(
        self,
        catalog: Catalog,
        hour: Hour,
        light: LightMap,
        actors: Actors,
        effects: Effects,
        lamps: Lamps,
        switched: SwitchedLamps,
        aircraft: AircraftPainter,
        duel: DuelMarks,
    ) -> None:
        self._duel = duel
        self._aircraft = aircraft
        self._switched = switched
        self._field = FieldLight(hour, switched)
        self.flashes_reduced = False
        self.lintels: dict[int, float] = {}
        """How high shut doors stand in the light, by number."""
        self.above: Helicopters | None = None
        """What hovers over the place and lights it."""
        self.haze: Haze | None = None
        """Drifts over the ground where the level's weather is haze."""
        self.has_veil = True
        """Haze is laid over the scene, too."""
        self._catalog = catalog
        self._hour = hour
        self._light = light
        self._actors = actors
        self._effects = effects
        self._lamps = lamps
        self._casts: dict[int, tuple[tuple[str, float, float, float, int, bool], list[tuple[float, float]]]] = {}
        """Of each vehicle where it stood last and how, and its sun shadow there."""

    def begin(self, frame: Frame, left_px: int, top_px: int, time: float) -> None:
        """Work out the light of a frame; it is stretched while the scene is drawn."""
        light = self._light
        light.begin(frame.surface.get_size(), left_px, top_px, frame.scale)
        if light.sun.shines:
            self._shade(frame)
        light.add(self._lights(frame, time), lambda: Obstacles.moved(self._movers(frame)))
        if self.haze is not None:
            self.haze.lay(light.map, light.corner, light.k, time)
        self._field.lay(light)
        self._duel.veil(light.map, light.corner, light.k, frame)
        haze = self.haze if self.has_veil else None
        light.stretch(None if haze is None else lambda: haze.veil(light, time))

    def _movers(self, frame: Frame) -> list[Mover]:
        """Vehicles and people that stand in the light."""
        found: list[Mover] = []
        painter = self._actors.vehicles
        for vehicle in frame.near_vehicles:
            place, spec = frame.vehicles[vehicle.id], painter.spec(vehicle.spec)
            if spec is not None and frame.sees(place.x, place.y, SEEN_FROM):
                tall = spec.width if vehicle.is_on_side else spec.height
                found.append((painter.hull(vehicle), place.x, place.y, place.angle, tall, vehicle.id))
        for person in frame.near_people:
            place = frame.people[person.id]
            if person.vehicle < 0 and person.stance not in LYING and frame.sees(place.x, place.y, 4):
                tall = 1.0 if person.stance in LOW_STANCES else BODY_HEIGHT
                found.append((_BODY, place.x, place.y, 0.0, tall, person.id))
        for door, tall in self._doors(frame):
            found += [
                (_leaf(door.kind, metres), x, y, angle, tall, DOORS)
                for x, y, angle, metres in leaves(door, door.opening)
            ]
        # Who is hidden himself, and whose shadow gives him away.
        found += [(_BODY, one.x, one.y, 0.0, one.height, one.id) for one in frame.view.shadows]
        return found

    def _doors(self, frame: Frame) -> Iterator[tuple[DoorView, float]]:
        """Doors near the picture that light does not pass, with how high they stand in it: shut ones as high as their wall."""
        for door in frame.view.doors:
            is_clear = (
                door.is_broken or door.kind == "revolving" or not self._catalog.materials[door.material].is_opaque
            )
            if not is_clear and frame.sees(door.x, door.y, SEEN_FROM):
                yield door, self.lintels.get(door.id, LEAF) if door.opening < SHUT else LEAF

    def _shade(self, frame: Frame) -> None:
        """Sun shadows of what moves."""
        for door, tall in self._doors(frame):
            for x, y, angle, metres in leaves(door, door.opening):
                c, s = math.cos(angle), math.sin(angle)
                outline = [(x + c * u - s * v, y + s * u + c * v) for u, v in _leaf(door.kind, metres)[:4].tolist()]
                self._light.shade(outline, min(tall, REACH))
        light, painter = self._light, self._actors.vehicles
        for vehicle in frame.near_vehicles:
            place, spec = frame.vehicles[vehicle.id], painter.spec(vehicle.spec)
            if spec is not None and frame.sees(place.x, place.y, 9):
                tall = spec.width if vehicle.is_on_side else spec.height
                light.lay_shade(self._cast(vehicle, place, tall * 0.92))
        for person in frame.near_people:
            place = frame.people[person.id]
            if person.vehicle < 0 and person.stance not in LYING and frame.sees(place.x, place.y, 3):
                light.shade_round(place.x, place.y, 0.30, 1.0 if person.stance in LOW_STANCES else 1.5)

    def _cast(self, vehicle: VehicleView, place: Placed, tall: float) -> list[tuple[float, float]]:
        """The shadow of a vehicle in metres; of one that stands still it is worked out once."""
        as_it_is = vehicle.spec, place.x, place.y, place.angle, vehicle.stage, vehicle.is_on_side
        held = self._casts.get(vehicle.id)
        if held is None or held[0] != as_it_is:
            outline = self._actors.vehicles.outline(vehicle, place.x, place.y, place.angle)
            held = self._casts[vehicle.id] = as_it_is, self._light.sun.cast(outline, tall)
        return held[1]

    def _lights(self, frame: Frame, time: float) -> list[Light]:
        """All moving lights that may reach the picture."""
        found: list[Light] = []
        for vehicle in frame.near_vehicles:
            place = frame.vehicles[vehicle.id]
            if frame.sees(place.x, place.y, 26):
                found += self._lamps.lights(vehicle, place, time)
        if self._hour.lamps > 0:
            for signal in frame.view.signals:
                if frame.sees(signal.x, signal.y, SIGNAL_REACH):
                    colour = GREEN if signal.is_green else RED
                    power = 0.42 * self._hour.lamps
                    found.append(
                        Light("pool", signal.x, signal.y, SIGNAL_REACH, colour, power, SIGNAL_HIGH, has_shadows=False)
                    )
        for item in frame.near_items:
            if item.state == "burning" and frame.sees(item.x, item.y, 9):
                found.append(Light("glow", item.x, item.y, 7.0, FLAME, _flicker(time, item.id), 0.6))
        found += self._switched.lights(frame)
        if self.above is not None:
            found += self.above.lights(frame)
        found += self._aircraft.lights(frame)
        return found + self._flashes(time)

    def _flashes(self, time: float) -> list[Light]:
        """Muzzles and blasts: at full strength at once, dying away over a third of a second."""
        found = []
        for who, flash in self._effects.flashes.items():
            power = (
                flash.strength(time - flash.born)
                * self._hour.flash
                * flash.power
                * (0.45 if self.flashes_reduced else 1.0)
            )
            colour = MUZZLE if flash.kind == "muzzle" else BLAST
            found.append(
                Light(
                    "glow",
                    flash.x,
                    flash.y,
                    flash.radius,
                    colour,
                    power,
                    HEIGHTS[flash.kind],
                    flash.aim,
                    who,
                    is_brief=True,
                )
            )
        return found


def _flicker(time: float, who: int) -> float:
    """A flame's strength: it wavers, slowly enough never to count as a flash."""
    return 0.72 + 0.08 * math.sin(time * 0.21 + who) + 0.05 * math.sin(time * 0.53 + who * 2)
