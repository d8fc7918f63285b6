"""Who is where in one tick, and what kinds things are of: what making a cue out of an event may ask.

Owns nothing; it reads the view, the catalog and the level. Made by `street` for each tick, called by `cues`.
"""

from __future__ import annotations

from game.audio.cue import Place
from game.audio.steps import ground_at
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.view import PersonView, VehicleView, View

SOFT_GROUND = frozenset({"grass", "dirt", "carpet", "water"})
CLASSES = {"van": "van", "heavy": "heavy"}


class Scene:
    """One tick."""

    def __init__(self, view: View, catalog: Catalog, level: Level | None = None) -> None:
        self.player = view.player
        self.view = view
        self._catalog = catalog
        self._level = level
        self._people: dict[int, PersonView] | None = None
        self._vehicles: dict[int, VehicleView] | None = None

    def body(self, who: int) -> PersonView | None:
        """Somebody; None when he is nowhere."""
        if self._people is None:
            self._people = {person.id: person for person in self.view.people}
        return self._people.get(who)

    def person(self, who: int) -> Place | None:
        """Where somebody is; None when he is nowhere."""
        found = self.body(who)
        return (found.x, found.y) if found is not None else None

    def speaker(self, label: str) -> PersonView | None:
        """Who goes by a name that is shown; None for voices that are only heard."""
        for person in self.view.people:
            spec = self._catalog.people.get(person.spec)
            if person.name == label.lower() or (spec is not None and spec.label == label):
                return person
        return None

    def vehicle(self, number: int) -> VehicleView | None:
        """A vehicle as it is now."""
        if self._vehicles is None:
            self._vehicles = {vehicle.id: vehicle for vehicle in self.view.vehicles}
        return self._vehicles.get(number)

    def weapon_kind(self, name: str) -> str:
        """Its family."""
        spec = self._catalog.weapons.get(name)
        return spec.kind if spec is not None else "pistol"

    def is_loaded_singly(self, name: str) -> bool:
        """Rounds go in one at a time."""
        spec = self._catalog.weapons.get(name)
        return spec is not None and spec.is_loaded_singly

    def vehicle_class(self, vehicle: VehicleView) -> str:
        """car, van or heavy: whose engine and horn it has."""
        return engine_class(self._catalog, vehicle.spec)

    def is_soft(self, x: float, y: float) -> bool:
        """The ground there swallows what falls on it."""
        return self._level is not None and ground_at(self._level, x, y) in SOFT_GROUND


def engine_class(catalog: Catalog, spec: str) -> str:
    """Whose engine a type of vehicle has: car, van or heavy."""
    found = catalog.vehicles.get(spec)
    return CLASSES.get(found.kind if found is not None else "", "car")
