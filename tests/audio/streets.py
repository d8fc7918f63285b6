"""A street to listen to: one-line views, an open mixer on SDL's dummy device."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pygame

from game.app.paths import assets_folder
from game.audio.device import Device
from game.audio.sound import Volumes
from game.audio.street import StreetSound
from game.content.catalog import load_catalog
from game.content.level import Level, Screenplay, Wall, Zone
from game.sim.view import PersonView, VehicleView, View
from tests.scenes.stagehands import view

CATALOG = load_catalog()
SOUNDS = assets_folder() / "sounds"


def person(number: int = 5, x: float = 50.0, y: float = 50.0, speed: float = 0.0) -> PersonView:
    """Somebody who stands there."""
    return PersonView(
        number, "", "neil", "crew", x, y, 0, 0, speed, "stand", "idle", "carbine", False, "", -1, -1, number == 5, 1.0,
        0.0, "", 0.0,
    )  # fmt: skip


def vehicle(number: int = 9, x: float = 60.0, y: float = 50.0, speed: float = 0.0, **more: object) -> VehicleView:
    """A patrol car with a driver."""
    made = VehicleView(
        number, "", "patrol_car", x, y, 0.0, speed, 0.0, 0.0, "", 0, (1.0, 1.0, 1.0, 1.0), 0.3, 0.5, False, True, False,
        False, False, False, True, (7, -1, -1, -1),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def street_view(people: tuple[PersonView, ...] = (), vehicles: tuple[VehicleView, ...] = (), deaf: float = 0.0) -> View:
    """The player stands at (50, 50)."""
    plain = view(1)
    hud = replace(plain.hud, deafness=deaf)
    return replace(plain, people=(person(), *people), vehicles=vehicles, focus_x=50.0, focus_y=50.0, hud=hud)


def sounding(sound: StreetSound) -> set[str]:
    """Names of all that sounds now, a dull twin with a mark behind it; loops that glide by their kind."""
    playing = [voice.channel.get_sound() for voice in sound.voices.street()]
    found = {name for name in sound.bank.names() for take in sound.bank.takes(name) if take.clip in playing}
    dull = {f"{name} (dull)" for name in sound.bank.names() for take in sound.bank.takes(name)
            if take.dull is not None and take.dull in playing}  # fmt: skip
    return found | dull | {kind for kind, _ in sound._loops.playing}


def loudest(sound: StreetSound, name: str) -> float:
    """The louder side of the voice of that name, its bus counted; 0 when nothing of that name sounds."""
    clips = [clip for take in sound.bank.takes(name) for clip in (take.clip, take.dull) if clip is not None]
    sides = [max(v.set_left, v.set_right) for v in sound.voices.street() if v.channel.get_sound() in clips]
    return max(sides, default=0.0)


def level() -> Level:
    """A hundred metres of street: facades north and south of its west half, an underpass, and open ground."""

    def block(left: float, top: float, right: float, bottom: float, height: float = 11.0) -> Wall:
        return Wall(((left, top), (right, top), (right, bottom), (left, bottom)), height)

    walls = (block(0, 20, 60, 36), block(0, 64, 60, 80), block(90, 45, 92, 55, 1.0))
    roof = Zone(((20, 40), (30, 40), (30, 60), (20, 60)), "cover_ash_underpass", "shelter")
    rest: tuple[tuple[()], ...] = ((),) * 9
    return Level(
        "street", 200, 200, ("asphalt", "gravel"), bytes(40_000), "noon", walls, (), (), (), (roof,), *rest,
        Screenplay("Street"), "0" * 64,
    )  # fmt: skip


@contextmanager
def listening(
    volumes: Volumes | None = None, folder: Path = SOUNDS, device: Device | None = None
) -> Iterator[StreetSound]:
    """The street with a device that plays into nothing."""
    pygame.mixer.init(44100, -16, 2, 512)
    sound = StreetSound(folder, CATALOG, volumes or Volumes(), device)
    try:
        sound.bank.wait()
        sound.begin(level())
        yield sound
    finally:
        sound.close()
        pygame.mixer.quit()
