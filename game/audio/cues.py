"""What each event sounds like. Every class of event is in `CUES` or, on purpose, in `SILENT`; a test walks them all.

Owns the numbers of the mix: gain, reach and priority of each sound. Called by `street` with each tick's events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.audio.cue import SPEECH, UI, Cue, Place
from game.content.specs import Catalog
from game.sim import events as ev
from game.sim.view import PersonView, VehicleView, View

TAILS = {"rifle": "rifle", "sniper": "heavy", "shotgun": "shotgun"}
"""Families of guns by what a street answers to them; all others are handguns."""
IMPACTS = {
    "concrete": "concrete", "brick": "concrete", "plaster": "wood", "wood": "wood", "glass": "glass", "metal": "metal",
    "fence": "metal", "hedge": "leaves", "car_body": "car", "car_glass": "glass", "engine": "metal", "armour": "metal",
    "vest_soft": "vest", "vest_hard": "vest", "flesh": "flesh",
}  # fmt: skip
HARD_JOULES, WRECK_JOULES, LEAST_JOULES = 9_000.0, 120_000.0, 600.0
"""A bump, a crash at 15 km/h, one at 50: three sounds."""
BIG_BLAST_JOULES = 500_000.0
BRASS_SECONDS = 0.42
"""From the breech to the ground."""
OWN = 10
"""Priority of what the player himself does."""


class Scene:
    """Who is where in one tick, and what kinds things are of."""

    def __init__(self, view: View, catalog: Catalog) -> None:
        self.player = view.player
        self._view = view
        self._catalog = catalog
        self._people: dict[int, PersonView] | None = None
        self._vehicles: dict[int, VehicleView] | None = None

    def person(self, who: int) -> Place | None:
        """Where somebody is; None when he is nowhere."""
        if self._people is None:
            self._people = {person.id: person for person in self._view.people}
        found = self._people.get(who)
        return (found.x, found.y) if found is not None else None

    def vehicle(self, number: int) -> VehicleView | None:
        """A vehicle as it is now."""
        if self._vehicles is None:
            self._vehicles = {vehicle.id: vehicle for vehicle in self._view.vehicles}
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


def engine_class(catalog: Catalog, spec: str) -> str:
    """Whose engine a type of vehicle has: car, van or heavy."""
    found = catalog.vehicles.get(spec)
    return {"van": "van", "heavy": "heavy"}.get(found.kind if found is not None else "", "car")


Making = Callable[..., Iterable[Cue]]


def _shot(event: ev.ShotFired, scene: Scene) -> Iterable[Cue]:
    kind = scene.weapon_kind(event.weapon)
    here = (event.x, event.y)
    priority = OWN if event.who == scene.player else 8
    loud = 45.0 if kind in TAILS else 30.0
    name = f"shot/{event.weapon}"
    yield Cue(name, here, 1.0, loud, priority, far=f"{name}_far", tail=TAILS.get(kind, "handgun"), source=event.who)
    if event.weapon == "shotgun_pump":
        yield Cue("reload/pump", here, 0.8, 5.0, 4, wait=0.32)
    if kind != "revolver":
        yield Cue("brass/shell" if kind == "shotgun" else "brass/casing", here, 0.7, 2.5, 1, wait=BRASS_SECONDS)


def _impact(event: ev.BulletImpact, scene: Scene) -> Iterable[Cue]:
    yield Cue(f"impact/{IMPACTS.get(event.material, 'concrete')}", (event.x, event.y), 0.8, 7.0, 4)


def _near_miss(event: ev.NearMiss, scene: Scene) -> Iterable[Cue]:
    if event.who == scene.player:
        yield Cue("flight/near_miss", None, max(0.3, 1.0 - event.distance / 4.0), priority=7)


def _reload_started(event: ev.ReloadStarted, scene: Scene) -> Iterable[Cue]:
    name = "shell" if scene.is_loaded_singly(event.weapon) else "magazine_out"
    yield from _of(f"reload/{name}", 0.9, 4.0, 5)(event, scene)


def _reload_ended(event: ev.ReloadEnded, scene: Scene) -> Iterable[Cue]:
    steps = ("shell",) if scene.is_loaded_singly(event.weapon) else ("magazine_in", "bolt")
    for number, step in enumerate(steps):
        for cue in _of(f"reload/{step}", 0.9, 4.0, 5)(event, scene):
            yield replace(cue, wait=0.24 * number)


def _vehicle_impact(event: ev.VehicleImpact, scene: Scene) -> Iterable[Cue]:
    if event.joules < LEAST_JOULES:
        return
    size = "wreck" if event.joules > WRECK_JOULES else "hard" if event.joules > HARD_JOULES else "light"
    gain = {"light": 0.5, "hard": 0.8, "wreck": 1.0}[size]
    yield Cue(f"crash/{size}", (event.x, event.y), gain, 14.0 if size == "light" else 28.0, 7)


def _tyre(event: ev.TyreBurst, scene: Scene) -> Iterable[Cue]:
    yield from _at_vehicle("wheel/burst", 0.9, 14.0, 6)(event, scene)
    if event.cause == "spikes":
        yield from _at_vehicle("wheel/spikes", 0.8, 10.0, 6)(event, scene)


def _glass(event: ev.GlassBroken, scene: Scene) -> Iterable[Cue]:
    yield Cue("glass/car" if event.vehicle >= 0 else "glass/pane", (event.x, event.y), 0.8, 10.0, 5)


def _doors(event: ev.Entered | ev.Left, scene: Scene) -> Iterable[Cue]:
    for cue in _at_vehicle("door/car_open", 0.8, 5.0, 4)(event, scene):
        yield cue
        yield replace(cue, sound="door/car_close", wait=0.45)


def _horn(event: ev.HornSounded, scene: Scene) -> Iterable[Cue]:
    vehicle = scene.vehicle(event.vehicle)
    if vehicle is not None:
        yield Cue(f"horn/{scene.vehicle_class(vehicle)}", (vehicle.x, vehicle.y), 0.7, 16.0, 5)


def _blast(event: ev.Exploded, scene: Scene) -> Iterable[Cue]:
    gain = 1.0 if event.joules >= BIG_BLAST_JOULES else 0.85
    yield Cue("blast/charge", (event.x, event.y), gain, 150.0, OWN)


def _spoken(event: ev.Spoken, scene: Scene) -> Iterable[Cue]:
    # Words are read; only a radio is heard, and it is not meant to be understood.
    if event.is_radio:
        yield Cue("radio/talk", None, 0.8, priority=9, bus=SPEECH)


def _deafened(event: ev.Deafened, scene: Scene) -> Iterable[Cue]:
    if event.who == scene.player:
        yield Cue("ear/ringing", None, 0.9, priority=OWN, bus=SPEECH, wait=0.05)


def _of(sound: str, gain: float, reach: float, priority: int) -> Making:
    """A sound where the one is who did it."""

    def made(event: ev.Event, scene: Scene) -> Iterable[Cue]:
        who: int = event.who  # type: ignore[attr-defined]
        place = scene.person(who)
        if place is not None:
            yield Cue(sound, place, gain, reach, OWN if who == scene.player else priority)

    return made


def _at_vehicle(sound: str, gain: float, reach: float, priority: int) -> Making:
    """A sound where the vehicle is."""

    def made(event: ev.Event, scene: Scene) -> Iterable[Cue]:
        vehicle = scene.vehicle(event.vehicle)  # type: ignore[attr-defined]
        if vehicle is not None:
            yield Cue(sound, (vehicle.x, vehicle.y), gain, reach, priority)

    return made


def _there(sound: str, gain: float, reach: float, priority: int) -> Making:
    """A sound where the event says."""

    def made(event: ev.Event, scene: Scene) -> Iterable[Cue]:
        place = (event.x, event.y)  # type: ignore[attr-defined]
        yield Cue(sound, place, gain, reach, priority)

    return made


def _in_ears(sound: str, gain: float, bus: str) -> Making:
    """A sign for the player alone."""
    return lambda event, scene: (Cue(sound, None, gain, priority=8, bus=bus),)


CUES: dict[type[ev.Event], Making] = {
    ev.ShotFired: _shot,
    ev.DryFire: _of("reload/dry_fire", 1.0, 5.0, 6),
    ev.BulletImpact: _impact,
    ev.Ricochet: _there("flight/ricochet", 0.7, 12.0, 5),
    ev.NearMiss: _near_miss,
    ev.PersonHurt: _there("impact/flesh", 0.8, 5.0, 5),
    ev.VestHit: _of("impact/vest", 0.8, 6.0, 5),
    ev.PersonDowned: _there("body/fall", 0.8, 5.0, 5),
    ev.PersonKilled: _there("body/fall", 0.8, 5.0, 5),
    ev.PersonStruck: _of("body/blow", 0.9, 5.0, 5),
    ev.PersonTied: _of("body/zip", 0.8, 4.0, 5),
    ev.PersonSurrendered: _of("body/cloth", 0.7, 3.0, 2),
    ev.ReloadStarted: _reload_started,
    ev.ReloadEnded: _reload_ended,
    ev.WeaponDrawn: _of("reload/draw", 0.8, 3.5, 4),
    ev.Shouted: _there("voice/shout", 0.8, 14.0, 6),
    ev.VehicleImpact: _vehicle_impact,
    ev.VehicleTipped: _at_vehicle("crash/wreck", 1.0, 28.0, 8),
    ev.EngineStalled: _at_vehicle("wheel/stall", 0.8, 8.0, 5),
    ev.TyreBurst: _tyre,
    ev.GlassBroken: _glass,
    ev.Entered: _doors,
    ev.Left: _doors,
    ev.HornSounded: _horn,
    ev.ChargePlanted: _of("body/charge_set", 0.9, 5.0, 6),
    ev.Exploded: _blast,
    ev.FireStarted: _at_vehicle("blast/fire", 0.9, 14.0, 6),
    ev.Thrown: _there("body/cloth", 0.9, 4.0, 3),
    ev.ItemSearched: _of("body/cloth", 0.8, 4.0, 4),
    ev.ItemTaken: _of("body/bag", 0.8, 4.0, 4),
    ev.ItemDropped: _there("body/bag", 0.8, 5.0, 4),
    ev.StripLaid: _there("body/strip", 0.9, 6.0, 5),
    ev.UseStarted: _of("body/cloth", 0.7, 3.0, 3),
    ev.Spoken: _spoken,
    ev.StageRaised: _in_ears("radio/squelch", 0.8, SPEECH),
    ev.BodySwitched: _in_ears("ui/move", 0.9, UI),
    ev.OrderGiven: _in_ears("radio/squelch", 0.5, SPEECH),
    ev.Deafened: _deafened,
}

SILENT: frozenset[type[ev.Event]] = frozenset(
    {
        ev.ControlLost,  # what comes of it is heard
        ev.VehicleStage,  # the blow that did it is heard
        ev.SirenSwitched,  # a loop: it follows the view
        ev.BeatReached,
        ev.ClockStarted,
        ev.RunEnded,  # silence is the end of a fight
    }
)


def cues_of(event: ev.Event, scene: Scene) -> Iterable[Cue]:
    """What one event sounds like; nothing for the silent ones."""
    making = CUES.get(type(event))
    return making(event, scene) if making is not None else ()
