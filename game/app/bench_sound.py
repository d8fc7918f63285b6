"""What the sound of a tick costs, and whether a stumbling game is heard to stumble: the bot's run through the mixer.

Owns the stopwatch about `StreetSound.take` and `feed` (cues, distances, walls, voices, the blocks that glide: all that runs
between two frames), the time the bank takes to be read, and the long run in real time that counts underruns. SDL's dummy
device keeps real time without playing. Called by `bench sound` and `bench underruns`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter, sleep, thread_time

import pygame

from game.app.paths import assets_folder
from game.app.session import RunSession, quiet_collector
from game.app.stopwatch import Times, median_of
from game.audio.device import RATE
from game.audio.glide import BLOCK
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
FRAME_SECONDS = 1 / 60
BLOCK_SECONDS = BLOCK / RATE


def bench_sound(level: Level, catalog: Catalog, setup: RunSetup, passes: int = 1) -> dict[str, object]:
    """Milliseconds a tick, by the wall and of the thread that plays (the mixer has its own), and how many voices gave way.

    With several `passes` the run is played so often, and of every tick the median counts: what the machine does meanwhile
    strikes other ticks each time, what the sound itself costs the same ones.
    """
    from game.app.bench_run import spread

    begun = perf_counter()
    sound = opened(catalog)
    read_ms = (perf_counter() - begun) * 1e3
    begun = perf_counter()
    sound.begin(level)
    begin_ms = (perf_counter() - begun) * 1e3
    times, most = [], 0
    for number in range(passes):
        if number:
            sound.begin(level)
        timed, voices = _played(sound, RunSession(level, catalog, setup))
        times.append(timed)
        most = max(most, voices)
    middle = median_of(times)
    own, wall = middle.cpu, middle.wall
    over = {"wall": _over(wall), "own": _over(own), "own_in_each_pass": [_over(one.cpu) for one in times]}
    row = {"level": level.name, "passes": passes, "ticks": len(wall), "wall": spread(wall), "own": spread(own)}
    row |= {"ticks_over_budget": over, "most_voices": most, "voices_stolen": sound.voices.stolen}
    shut(sound)
    return row | {"level_read_ms": begin_ms, "bank_read_ms": read_ms}


def _played(sound: StreetSound, session: RunSession) -> tuple[Times, int]:
    """What the sound of every tick of the bot's run took, by the wall and of this thread, and the most voices at once."""
    quiet_collector()
    times, most = Times(), 0
    while not session.is_over and session.tick < MOST_TICKS:
        events = session.step(session.world.suggest())
        view = picture(session.world)
        marks = perf_counter(), thread_time()
        sound.take(events, view)
        sound.feed()
        times.cpu.append(thread_time() - marks[1])
        times.wall.append(perf_counter() - marks[0])
        most = max(most, sound.voices.busy())
    return times, most


def _over(seconds: Sequence[float]) -> int:
    return sum(one > BUDGET_MS / 1e3 for one in seconds)


def bench_underruns(
    level: Level, catalog: Catalog, setup: RunSetup, minutes: float, hitch_ms: float
) -> dict[str, object]:
    """Play the bot's run in real time, one frame in sixty a hitch longer, over and over with other seeds.

    Counts how often the block that glides was not ready when the one before it ended, and the frames that were later than a
    block is long: where the machine itself stood still, nothing could have been ready.
    """
    sound = opened(catalog)
    session = RunSession(level, catalog, setup)
    quiet_collector()
    sound.begin(level)
    end, frames, hitches, late, worst = perf_counter() + minutes * 60.0, 0, 0, 0, 0.0
    due = last = perf_counter()
    runs = 1
    while perf_counter() < end:
        if session.is_over:
            runs += 1
            session = RunSession(level, catalog, replace(setup, seed=setup.seed + runs))
            sound.begin(level)
            # Between two runs nobody expects a beat.
            due = last = perf_counter()
        sound.take(session.step(session.world.suggest()), picture(session.world))
        sound.feed()
        frames += 1
        if frames % 60 == 0:
            hitches += 1
            sleep(hitch_ms / 1e3)
        due = max(due + FRAME_SECONDS, perf_counter() - FRAME_SECONDS)
        sleep(max(0.0, due - perf_counter()))
        now = perf_counter()
        late += now - last > BLOCK_SECONDS
        worst, last = max(worst, now - last), now
    row: dict[str, object] = {"level": level.name, "minutes": minutes, "frames": frames, "runs": runs}
    row |= {
        "hitches": hitches,
        "hitch_ms": hitch_ms,
        "longest_frame_ms": worst * 1e3,
        "frames_later_than_a_block": late,
    }
    row |= {"blocks": sound.glide.blocks, "underruns": sound.glide.underruns}
    shut(sound)
    return row


def opened(catalog: Catalog) -> StreetSound:
    """A street's sound on SDL's dummy device, with everything read."""
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    try:
        pygame.mixer.init(44100, -16, 2, 512)
    except pygame.error as cause:
        raise UnusableFile([Fault("audio", "", f"no mixer can be opened: {cause}")]) from cause
    sound = StreetSound(assets_folder() / "sounds", catalog, Volumes())
    sound.bank.wait()
    return sound


def shut(sound: StreetSound) -> None:
    """Close it and the device."""
    sound.close()
    pygame.mixer.quit()
