"""Which sounds are written down: what each event is called in a caption, and where it was heard.

Every class of event is in `CAPTIONS` or, on purpose, in `UNWRITTEN`; a test walks them all. The words are the text file's
(`[caption]`). Called by `hud_speech`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.content.specs import WeaponSpec
from game.sim import events as ev
from game.sim.view import View

LOUD_JOULES = 20_000
"""A crash that is worth a line."""
SIREN_METRES = 150.0
"""A siren that comes within this is written down once."""
IN_EARS = ("ringing", "near_miss", "stage")
"""Captions of what has no direction."""

Naming = Callable[..., str]


def _always(name: str) -> Naming:
    return lambda event: name


def _house_door(kind: str) -> str:
    return "door_heavy" if kind in ("vault", "gate", "shutter") else "house_door"


CAPTIONS: dict[type[ev.Event], Naming] = {
    ev.ShotFired: _always("shot"),  # named by its gun
    ev.DryFire: _always("dry_fire"),
    ev.Ricochet: _always("ricochet"),
    ev.NearMiss: _always("near_miss"),
    ev.ReloadStarted: _always("reload"),
    ev.Exploded: _always("explosion"),
    ev.FireStarted: _always("fire"),
    ev.ChargePlanted: _always("charge"),
    ev.PlaceSounded: lambda event: "" if event.sound == "generator" else event.sound,  # it never stops
    ev.StripLaid: _always("spikes"),
    ev.AirUnitArrived: _always("helicopter"),
    ev.SirenSwitched: lambda event: "siren" if event.is_on else "siren_off",
    ev.GlassBroken: _always("glass"),
    ev.TyreBurst: _always("tyre"),
    ev.VehicleImpact: lambda event: "crash" if event.joules > LOUD_JOULES else "",
    ev.VehicleTipped: _always("crash"),
    ev.EngineStalled: _always("stall"),
    ev.HornSounded: _always("horn"),
    ev.Shouted: _always("shout"),
    ev.PersonHurt: _always("scream"),
    ev.PersonSeized: _always("scream"),
    ev.PersonDowned: _always("thud"),
    ev.PersonKilled: _always("thud"),
    ev.Entered: _always("door"),
    ev.DoorOpened: lambda event: _house_door(event.kind),
    ev.DoorShut: lambda event: _house_door(event.kind),
    ev.DoorLocked: _always("door_locked"),
    ev.DoorBroken: _always("door_broken"),
    ev.Hijacked: _always("hijack"),
    ev.ClothesChanged: _always("clothes"),
    ev.Left: _always("door"),
    ev.Deafened: _always("ringing"),
    ev.StageRaised: _always("stage"),
}

UNWRITTEN: frozenset[type[ev.Event]] = frozenset(
    {
        ev.BulletImpact,  # the shot is written, and where it struck is seen
        ev.VestHit,  # on the body one sees, or one's own
        ev.PersonStruck, ev.PersonTied, ev.PersonSurrendered, ev.ControlLost,  # told by the picture and by signs
        ev.ReloadEnded, ev.WeaponDrawn, ev.Thrown, ev.UseStarted,  # small, and near
        ev.ItemSearched, ev.ItemTaken, ev.ItemDropped, ev.WireSnipped, ev.FenceCut,
        ev.VehicleStage,  # silent: the blow that did it is written
        ev.Spoken,  # a subtitle says it whole
        ev.BeatReached, ev.ClockStarted, ev.RunEnded, ev.BodySwitched, ev.OrderGiven, ev.LampsSwitched,  # no sounds of the street
        ev.BeliefChanged, ev.TempoChanged, ev.Suspected, ev.GoalLost,  # said, or shown
        ev.MaskChanged, ev.GunHidden, ev.ItemHanded,  # cloth and rubber, near
        ev.Filmed, ev.CameraAlarm, ev.CameraBroken, ev.TapeRead, ev.Cased,  # no sounds: marked on the screen, or said by radio
    }
)  # fmt: skip
NEAR_ONLY = {
    "reload": 26.0,
    "dry_fire": 26.0,
    "door": 30.0,
    "thud": 26.0,
    "ricochet": 30.0,
    "scream": 45.0,
    "stall": 40.0,
}
"""Metres beyond which nobody hears it, by its name."""


def name_of(event: ev.Event, weapons: Mapping[str, WeaponSpec]) -> str:
    """The word of the text file for what is heard, or "" for sounds nobody needs to read."""
    if isinstance(event, ev.ShotFired):
        spec = weapons.get(event.weapon)
        return spec.kind if spec else ""
    naming = CAPTIONS.get(type(event))
    return naming(event) if naming is not None else ""


def place_of(event: ev.Event, view: View) -> tuple[float, float] | None:
    """Where it sounded, in metres; None when nobody knows or the player made it himself."""
    who = getattr(event, "who", -2)
    if who == view.player:
        return None
    x, y = getattr(event, "x", None), getattr(event, "y", None)
    if x is not None and y is not None:
        return x, y
    vehicle = getattr(event, "vehicle", -1)
    found = next(((seen.x, seen.y) for seen in view.vehicles if seen.id == vehicle), None)
    return found or next(((seen.x, seen.y) for seen in view.people if seen.id == who), None)


def is_own(event: ev.Event, view: View) -> bool:
    """It is heard in the player's own ears, and belongs to him."""
    who = getattr(event, "who", view.player)
    return bool(who == view.player)


def is_heard(name: str, square: float) -> bool:
    """So faint a sound does not come from so far (metres squared)."""
    most = NEAR_ONLY.get(name)
    return most is None or square <= most * most


class Sirens:
    """Sirens that come near: none of them is an event, and all of them matter."""

    def __init__(self) -> None:
        self._near: set[int] = set()

    def take(self, view: View) -> list[tuple[float, float]]:
        """Where those are that have come within hearing in this tick."""
        near = {
            one.id: (one.x, one.y)
            for one in view.vehicles
            if one.has_siren and (one.x - view.focus_x) ** 2 + (one.y - view.focus_y) ** 2 < SIREN_METRES**2
        }
        new = [place for number, place in near.items() if number not in self._near]
        self._near = set(near)
        return new
