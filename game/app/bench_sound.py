"""What the sound of a tick costs: the bot's run, heard through the mixer on SDL's dummy device.

Owns the stopwatch about `StreetSound.take` (cues, distances, voices, loops: all that runs between two frames) and the
time the bank takes to be read. Called by `bench sound`.
"""

from __future__ import annotations

import os
from time import perf_counter, process_time

import pygame

from game.app.paths import assets_folder
from game.app.session import RunSession, quiet_collector
from game.audio.sound import Volumes
from game.audio.street import StreetSound
from game.content.faults import Fault, UnusableFile
from game.content.level import Level
from game.content.specs import Catalog
from game.sim.picture import picture
from game.sim.run_setup import RunSetup

MOST_TICKS = 15_000
BUDGET_MS = 1.0
"""No tick's sound may take longer."""


def bench_sound(level: Level, catalog: Catalog, setup: RunSetup) -> dict[str, object]:
    """Milliseconds a tick, by the wall and of this process, and how many voices gave way."""
    from game.app.bench_commands import spread

    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    try:
        pygame.mixer.init(44100, -16, 2, 512)
    except pygame.error as cause:
        raise UnusableFile([Fault("audio", "", f"no mixer can be opened: {cause}")]) from cause
    begun = perf_counter()
    sound = StreetSound(assets_folder() / "sounds", catalog, Volumes())
    sound.bank.wait()
    read_ms = (perf_counter() - begun) * 1e3
    session = RunSession(level, catalog, setup)
    quiet_collector()
    sound.begin(level)
    wall: list[float] = []
    own: list[float] = []
    most = 0
    while not session.is_over and session.tick < MOST_TICKS:
        events = session.step(session.world.suggest())
        view = picture(session.world)
        marks = perf_counter(), process_time()
        sound.take(events, view)
        own.append(process_time() - marks[1])
        wall.append(perf_counter() - marks[0])
        most = max(most, sound.voices.busy())
    over = {"wall": sum(s > BUDGET_MS / 1e3 for s in wall), "own": sum(s > BUDGET_MS / 1e3 for s in own)}
    row = {"level": level.name, "ticks": len(wall), "wall": spread(wall), "own": spread(own)}
    row |= {"ticks_over_budget": over, "most_voices": most, "voices_stolen": sound.voices.stolen}
    sound.close()
    pygame.mixer.quit()
    return row | {"bank_read_ms": read_ms}
