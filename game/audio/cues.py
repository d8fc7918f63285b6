"""What each event sounds like. Every class of event is in `CUES` or, on purpose, in `SILENT`; a test walks them all.

Owns the numbers of the mix: gain, reach and priority of each sound. Called by `street` with each tick's events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.audio.casting import throat
from game.audio.cue import SPEECH, UI, Cue
from game.audio.scene import Scene
from game.sim import events as ev

TAILS = {"rifle": "rifle", "sniper": "heavy", "shotgun": "shotgun"}
"""Families of guns by what a street answers to them; all others are handguns."""
IMPACTS = {
    "concrete": "concrete", "brick": "brick", "plaster": "plaster", "wood": "wood", "glass": "glass", "metal": "metal",
    "fence": "fence", "hedge": "leaves", "car_body": "car", "car_glass": "glass", "engine": "engine",
    "armour": "armour", "vest_soft": "vest", "vest_hard": "vest", "flesh": "flesh",
}  # fmt: skip
RELOADS = {
    "pistol": (("magazine_out",), ("magazine_in", "slide")),
    "revolver": (("drum",), ("shell", "drum_close")),
    "shotgun": (("shell",), ("shell", "bolt")),
}
"""Steps of a reload by kind of gun: what one hears when it begins and when it ends."""
RELOAD = (("magazine_out",), ("magazine_in", "bolt"))
PLACE_SOUNDS = {
    "alarm_bell": ("alarm/bell", 30.0, 6), "alarm_horn": ("alarm/horn", 34.0, 6), "alarm_car": ("alarm/car", 24.0, 5),
    "phone": ("phone/ring", 7.0, 4), "helicopter": ("machine/rotor", 60.0, 5), "jet_pass": ("air/jet_pass", 140.0, 7),
    "generator": ("machine/generator", 22.0, 3), "jet_far": ("far_off/jet", 400.0, 5),
    "jet_landing": ("air/jet_landing", 140.0, 7), "freight": ("rail/freight", 50.0, 5), "tram": ("rail/light", 40.0, 5),
}  # fmt: skip
"""Sounds of the place by the word the level has for them: name in the bank, reach and priority."""
USES = {
    "search": "body/cash", "take": "body/bag", "pack": "body/cash", "plant": "body/cloth", "drag": "body/drag", "tie": "body/cloth",
    "lay": "body/cloth", "lift": "body/drag", "light": "body/cloth", "disarm": "body/cloth", "arrest": "body/cloth",
    "treat": "body/cloth", "rearm": "body/bag", "climb": "impact/fence",
}  # fmt: skip
"""What one hears of a deed that begins, by its verb; all others are cloth."""
HEAVY_DOORS = {"vault": "door/vault", "gate": "door/cargo", "shutter": "door/cargo"}
HARD_JOULES, WRECK_JOULES, LEAST_JOULES = 9_000.0, 120_000.0, 600.0
"""A bump, a crash at 15 km/h, one at 50: three sounds."""
BIG_BLAST_JOULES = 500_000.0
BRASS_SECONDS = 0.42
"""From the breech to the ground."""
STEP_SECONDS = 0.24
OWN = 10
"""Priority of what the player himself does."""
SHORT_LINE, MIDDLE_LINE = 18, 38
"""Characters up to which a line is short, and up to which it is no long one."""
LEAST_PAIN_JOULES = 120.0

Making = Callable[..., Iterable[Cue]]


def _place(event: ev.PlaceSounded, scene: Scene) -> Iterable[Cue]:
    sound, reach, priority = PLACE_SOUNDS[event.sound]
    yield Cue(sound, (event.x, event.y), 0.9, reach, priority)


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
        soft = "_soft" if scene.is_soft(*here) else ""
        brass = "shell" if kind == "shotgun" else "casing"
        yield Cue(f"brass/{brass}{soft}", here, 0.7, 2.5, 1, wait=BRASS_SECONDS)


def _impact(event: ev.BulletImpact, scene: Scene) -> Iterable[Cue]:
    yield Cue(f"impact/{IMPACTS.get(event.material, 'concrete')}", (event.x, event.y), 0.8, 7.0, 4)


def _near_miss(event: ev.NearMiss, scene: Scene) -> Iterable[Cue]:
    if event.who == scene.player:
        yield Cue("flight/near_miss", None, max(0.3, 1.0 - event.distance / 4.0), priority=7)


def _hurt(event: ev.PersonHurt, scene: Scene) -> Iterable[Cue]:
    here = (event.x, event.y)
    yield Cue("impact/flesh", here, 0.8, 5.0, 5)
    body = scene.body(event.who)
    if body is not None and body.stance != "dead" and event.joules > LEAST_PAIN_JOULES:
        yield Cue(f"voice/pain_{throat(body.spec)}", here, 0.8, 8.0, 5, SPEECH, wait=0.08)


def _reload_started(event: ev.ReloadStarted, scene: Scene) -> Iterable[Cue]:
    kind = scene.weapon_kind(event.weapon)
    yield from _steps(RELOADS.get(kind, RELOAD)[0], event, scene)
    if event.is_empty and kind not in ("revolver", "shotgun"):
        for cue in _steps(("magazine_drop",), event, scene):
            yield replace(cue, wait=0.38, gain=0.6)


def _reload_ended(event: ev.ReloadEnded, scene: Scene) -> Iterable[Cue]:
    steps = RELOADS.get(scene.weapon_kind(event.weapon), RELOAD)[1]
    yield from _steps(steps[:1] if scene.is_loaded_singly(event.weapon) else steps, event, scene)


def _steps(steps: tuple[str, ...], event: ev.Event, scene: Scene) -> Iterable[Cue]:
    for number, step in enumerate(steps):
        for cue in _of(f"reload/{step}", 0.9, 4.0, 5)(event, scene):
            yield replace(cue, wait=STEP_SECONDS * number)


def _shouted(event: ev.Shouted, scene: Scene) -> Iterable[Cue]:
    body = scene.body(event.who)
    name = f"voice/shout_{throat(body.spec if body is not None else '')}"
    yield Cue(name, (event.x, event.y), 0.8, 14.0, OWN if event.who == scene.player else 6, SPEECH)


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


def _entered(event: ev.Entered, scene: Scene) -> Iterable[Cue]:
    yield from _left(event, scene)
    vehicle = scene.vehicle(event.vehicle)
    if event.seat == 0 and vehicle is not None and vehicle.has_engine and vehicle.rpm < 0.05:
        name = "wheel/start_heavy" if scene.vehicle_class(vehicle) == "heavy" else "wheel/start"
        yield Cue(name, (vehicle.x, vehicle.y), 0.7, 7.0, 5, wait=0.5)


def _left(event: ev.Entered | ev.Left, scene: Scene) -> Iterable[Cue]:
    for cue in _at_vehicle("door/car_open", 0.8, 5.0, 4)(event, scene):
        yield cue
        yield replace(cue, sound="door/car_close", wait=0.45)


def _door(event: ev.DoorOpened | ev.DoorShut, scene: Scene) -> Iterable[Cue]:
    """Glass sighs, wood clicks, steel rolls; the heavy ones are heard through the house."""
    if event.kind in HEAVY_DOORS:
        yield Cue(HEAVY_DOORS[event.kind], (event.x, event.y), 0.9, 12.0, 6)
    else:
        sound = "door/glass" if "glass" in event.material else "door/wood"
        yield Cue(sound, (event.x, event.y), 0.7, 6.0, 4)


def _door_broken(event: ev.DoorBroken, scene: Scene) -> Iterable[Cue]:
    """Panes are heard as glass; the charge that did it is heard anyway."""
    if "glass" not in event.material:
        sound = "impact/wood" if event.material == "wood" else "door/cargo"
        yield Cue(sound, (event.x, event.y), 1.0, 14.0, 7)


def _horn(event: ev.HornSounded, scene: Scene) -> Iterable[Cue]:
    vehicle = scene.vehicle(event.vehicle)
    if vehicle is not None:
        yield Cue(f"horn/{scene.vehicle_class(vehicle)}", (vehicle.x, vehicle.y), 0.7, 16.0, 5)


def _blast(event: ev.Exploded, scene: Scene) -> Iterable[Cue]:
    gain = 1.0 if event.joules >= BIG_BLAST_JOULES else 0.85
    here = (event.x, event.y)
    yield Cue("blast/charge" if event.cause == "charge" else "blast/fuel", here, gain, 150.0, OWN)
    if event.cause == "charge":
        # What it was for.
        yield Cue("door/cargo", here, 0.8, 14.0, 6, wait=0.5)


def _spoken(event: ev.Spoken, scene: Scene) -> Iterable[Cue]:
    """Words are read; what is heard is who speaks, how long, and whether over a radio. Nobody is meant to understand it."""
    count = len(event.line)
    size = "short" if count <= SHORT_LINE else "middle" if count <= MIDDLE_LINE else "long"
    body = scene.speaker(event.who)
    voice = throat(body.spec if body is not None else event.who)
    if event.is_radio:
        yield Cue(f"radio/{voice}_{size}", None, 0.8, priority=9, bus=SPEECH)
    elif body is None or body.id == scene.player:
        yield Cue(f"talk/{voice}_{size}", None, 0.8, priority=9, bus=SPEECH)
    else:
        yield Cue(f"talk/{voice}_{size}", (body.x, body.y), 1.0, 18.0, 8, SPEECH)


def _use(event: ev.UseStarted, scene: Scene) -> Iterable[Cue]:
    yield from _of(USES.get(event.verb, "body/cloth"), 0.7, 3.5, 3)(event, scene)


def _tipped(event: ev.VehicleTipped, scene: Scene) -> Iterable[Cue]:
    yield from _at_vehicle("wheel/tip", 1.0, 28.0, 8)(event, scene)


def _deafened(event: ev.Deafened, scene: Scene) -> Iterable[Cue]:
    if event.who == scene.player:
        yield Cue("ear/ringing", None, 0.9, priority=OWN, bus=SPEECH, wait=0.05)


def _stage(event: ev.StageRaised, scene: Scene) -> Iterable[Cue]:
    yield Cue("radio/squelch", None, 0.8, priority=8, bus=SPEECH)
    yield Cue("ui/stage", None, 0.8, priority=8, bus=UI, wait=0.15)


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
    ev.PersonHurt: _hurt,
    ev.VestHit: _of("impact/vest", 0.8, 6.0, 5),
    ev.PersonDowned: _there("body/fall", 0.8, 5.0, 5),
    ev.PersonKilled: _there("body/fall", 0.8, 5.0, 5),
    ev.PersonStruck: _of("body/blow", 0.9, 5.0, 5),
    ev.MaskChanged: _of("body/cloth", 0.6, 3.0, 2),
    ev.GunHidden: _of("body/cloth", 0.6, 3.0, 2),
    ev.PersonTied: _of("body/zip", 0.8, 4.0, 5),
    ev.PersonSurrendered: _of("body/cloth", 0.7, 3.0, 2),
    ev.PersonSeized: _of("body/blow", 0.6, 5.0, 5),
    ev.MaskChanged: _of("body/mask", 0.8, 3.5, 4),
    ev.GunHidden: _of("body/cloth", 0.8, 3.5, 4),
    ev.ItemHanded: _of("body/cloth", 0.8, 4.0, 4),
    ev.ReloadStarted: _reload_started,
    ev.ReloadEnded: _reload_ended,
    ev.WeaponDrawn: _of("reload/draw", 0.8, 3.5, 4),
    ev.Shouted: _shouted,
    ev.VehicleImpact: _vehicle_impact,
    ev.VehicleTipped: _tipped,
    ev.EngineStalled: _at_vehicle("wheel/stall", 0.8, 8.0, 5),
    ev.TyreBurst: _tyre,
    ev.GlassBroken: _glass,
    ev.Entered: _entered,
    ev.Hijacked: _of("body/blow", 0.5, 5.0, 5),
    ev.ClothesChanged: _of("body/cloth", 0.8, 3.5, 4),
    ev.Left: _left,
    ev.DoorOpened: _door,
    ev.DoorShut: _door,
    ev.DoorLocked: _of("door/trunk", 0.6, 4.0, 4),
    ev.DoorBroken: _door_broken,
    ev.HornSounded: _horn,
    ev.PlaceSounded: _place,
    ev.ChargePlanted: _of("body/charge_set", 0.9, 5.0, 6),
    ev.Exploded: _blast,
    ev.FireStarted: _at_vehicle("blast/fire", 0.9, 14.0, 6),
    ev.Thrown: _there("body/cloth", 0.9, 4.0, 3),
    ev.ItemSearched: _of("body/cash", 0.8, 4.0, 4),
    ev.ItemTaken: _of("body/bag", 0.8, 4.0, 4),
    ev.ItemDropped: _there("body/bag", 0.8, 5.0, 4),
    ev.StripLaid: _there("body/strip", 0.9, 6.0, 5),
    ev.UseStarted: _use,
    ev.WireSnipped: _there("impact/fence", 0.45, 4.0, 4),
    ev.FenceCut: _there("impact/fence", 0.7, 5.0, 4),
    ev.Spoken: _spoken,
    ev.StageRaised: _stage,
    ev.BodySwitched: _in_ears("ui/move", 0.9, UI),
    ev.OrderGiven: _in_ears("radio/squelch", 0.5, SPEECH),
    ev.Deafened: _deafened,
}

SILENT: frozenset[type[ev.Event]] = frozenset(
    {
        ev.AirUnitArrived,  # its rotor goes on sounding, with it (loops)
        ev.BeliefChanged,
        ev.TempoChanged,  # said by radio, or shown
        ev.LampsSwitched,  # seen; the jet for which it is done is heard
        ev.ControlLost,  # what comes of it is heard
        ev.VehicleStage,  # the blow that did it is heard
        ev.SirenSwitched,  # a loop: it follows the view
        ev.Suspected,  # what is said about it is heard
        ev.CameraBroken,  # its glass is heard
        ev.Filmed,  # a lens makes no noise
        ev.CameraAlarm,  # the alarm he goes for is heard
        ev.TapeRead,  # told by radio
        ev.Cased,  # a look
        ev.GoalLost,  # told on the screen, as the beat that did it is heard
        ev.BeatReached,  # the story speaks for itself
        ev.ClockStarted,  # the score takes it up
        ev.RunEnded,  # silence is the end of a fight
    }
)


def cues_of(event: ev.Event, scene: Scene) -> Iterable[Cue]:
    """What one event sounds like; nothing for the silent ones."""
    making = CUES.get(type(event))
    return making(event, scene) if making is not None else ()
