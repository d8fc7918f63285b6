"""A run as one hears it, written into a file: the same decisions as in play, on a device that plays into memory.

Owns the offline loop (a tick of the run, a tick of sound), the reference shoot-out with a car that passes, and the writing of
WAV and FLAC. What is heard is `game.audio`'s. Called by `replay export --audio`.
"""

from __future__ import annotations

import math
import os
import wave
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pygame

from game.app.paths import assets_folder
from game.app.session import RunSession
from game.app.shootout import best_place, shootout_events, shootout_view
from game.audio.desk import Desk
from game.audio.device import RATE
from game.audio.sound import Volumes
from game.audio.street import StreetSound
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.replay.format import Replay
from game.sim.events import Event
from game.sim.picture import picture
from game.sim.view import VehicleView, View

Frame = tuple[Sequence[Event], View]
FORMATS = (".wav", ".flac")
SHOOTOUT_TICKS = 600
FIRST_SHOT_TICK, LAST_SHOT_TICK = 60, 360
"""Before and after the shooting the street is heard alone, and how it rings out."""
PASSING = 115
"""The vehicle of the shoot-out that drives through it under its siren."""
PASSING_SPEED, PASSING_LANE = 24.0, 5.0
TURN_OF_PASSING = 480
"""The tick at which it is beside the ears."""


@dataclass(frozen=True, slots=True)
class Mixdown:
    """What was heard."""

    samples: np.ndarray
    """Sixteen bits at 44.1 kHz, left and right."""
    peak: float
    """The loudest sample before anything was cut; 1 = full scale."""
    cut: int
    """Samples that went over."""
    most_voices: int
    stolen: int

    @property
    def seconds(self) -> float:
        """How long."""
        return len(self.samples) / RATE


def mix(frames: Iterable[Frame], level: Level, catalog: Catalog, volumes: Volumes | None = None) -> Mixdown:
    """Every tick as it is heard. The same frames give the same samples."""
    _open_decoder()
    desk = Desk()
    sound = StreetSound(assets_folder() / "sounds", catalog, volumes or Volumes(), desk)
    sound.bank.wait()
    sound.begin(level)
    blocks, most = [], 0
    for events, view in frames:
        sound.take(events, view)
        sound.feed()
        most = max(most, sound.voices.busy())
        blocks.append(desk.block())
    sound.bank.close()
    samples = np.concatenate(blocks) if blocks else np.zeros((0, 2), np.int16)
    return Mixdown(samples, desk.peak, desk.cut, most, sound.voices.stolen)


def replay_frames(replay: Replay, level: Level, catalog: Catalog) -> Iterator[Frame]:
    """A recorded run, tick by tick."""
    session = RunSession(level, catalog, replay.header.setup)
    for frame in replay.frames:
        if session.is_over:
            return
        events = session.step(frame)
        yield events, picture(session.world)


def shootout_frames(
    level: Level, catalog: Catalog, ticks: int = SHOOTOUT_TICKS, at: tuple[float, float] | None = None
) -> Iterator[Frame]:
    """The reference shoot-out for the ears: a second of street, five of fight, and a car that passes under its siren."""
    at = at or best_place(level)
    for tick in range(ticks):
        view = shootout_view(level, catalog, tick, at)
        # Only one siren, and it comes and goes: by its pitch one hears where it is.
        vehicles = tuple(
            _passing(one, at, tick) if one.id == PASSING else replace(one, has_siren=False) for one in view.vehicles
        )
        is_fight = FIRST_SHOT_TICK <= tick < LAST_SHOT_TICK
        yield shootout_events(level, tick, at) if is_fight else (), replace(view, vehicles=vehicles)


def _passing(vehicle: VehicleView, at: tuple[float, float], tick: int) -> VehicleView:
    way = (tick - TURN_OF_PASSING) / 60.0 * PASSING_SPEED
    return replace(
        vehicle, x=at[0] + way, y=at[1] + PASSING_LANE, angle=0.0, speed=PASSING_SPEED, rpm=0.7, throttle=0.8,
        has_siren=True, occupants=(90, -1),
    )  # fmt: skip


def write(out: Path, mixdown: Mixdown) -> None:
    """A WAV, or a FLAC where the library for it is installed. Raises UnusableFile."""
    if out.suffix not in FORMATS:
        raise UnusableFile([Fault(str(out), "", f"ends in {out.suffix!r}, expected {' or '.join(FORMATS)}")])
    try:
        if out.suffix == ".flac":
            _write_flac(out, mixdown.samples)
            return
        with out.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(mixdown.samples.astype("<i2").tobytes())
    except OSError as cause:
        raise UnusableFile([Fault(str(out), "", f"cannot be written: {cause.strerror or cause}")]) from cause


def _write_flac(out: Path, samples: np.ndarray) -> None:
    try:
        import soundfile
    except ImportError as cause:
        raise UnusableFile([Fault(str(out), "", "FLAC needs the library soundfile; write a .wav")]) from cause
    out.write_bytes(b"")
    soundfile.write(str(out), samples, RATE, format="FLAC", subtype="PCM_16")


def _open_decoder() -> None:
    """The stock mixer reads the files; it plays nothing, so no device is needed."""
    if pygame.mixer.get_init():
        return
    before = os.environ.get("SDL_AUDIODRIVER")
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    try:
        pygame.mixer.init(RATE, -16, 2, 512)
    except pygame.error as cause:
        raise UnusableFile([Fault("audio", "", f"the sounds cannot be read: {cause}")]) from cause
    finally:
        if before is None:
            del os.environ["SDL_AUDIODRIVER"]
        else:
            os.environ["SDL_AUDIODRIVER"] = before


def figures(mixdown: Mixdown) -> dict[str, object]:
    """What a page says of it: length, peak, what was cut, loudness by the samples' power, mean."""
    samples = mixdown.samples.astype(np.float64) / 32_767
    power = float(np.mean(samples**2)) if len(samples) else 0.0
    return {
        "seconds": mixdown.seconds,
        "peak_dbfs": 20 * math.log10(max(mixdown.peak, 1e-9)),
        "samples_cut": mixdown.cut,
        "rms_dbfs": 10 * math.log10(max(power, 1e-18)),
        "mean": float(np.abs(samples.mean(axis=0)).max()) if len(samples) else 0.0,
        "most_voices": mixdown.most_voices,
        "voices_stolen": mixdown.stolen,
    }
