"""Recordings made without a world, for tests of the codecs alone."""

from __future__ import annotations

from collections.abc import Iterable

from game.replay.format import Header
from game.replay.recorder import Recorder
from game.sim.input_frame import Button, InputFrame
from game.sim.run_setup import RunSetup

HEADER = Header(
    game_version="0.1.0",
    sim_version=1,
    level="test_lot",
    level_digest="ab" * 32,
    catalog_digest="cd" * 32,
    setup=RunSetup("test_lot", seed=7, facts=(("hour", "noon"),)),
    env=(("python", "3.11"),),
)


def checksum_of(tick: int) -> int:
    """A number that looks like a checksum."""
    return (tick * 0x9E3779B97F4A7C15 + 1) & (1 << 64) - 1


def recorded(frames: Iterable[InputFrame], finishes: bool = True, header: Header = HEADER) -> bytes:
    """The bytes of a replay of `frames`."""
    recorder = Recorder(header)
    out = recorder.opening()
    for frame in frames:
        is_checked = recorder.wants_checksum()
        out += recorder.add(frame, checksum_of(recorder.tick + 1) if is_checked else None)
        if recorder.tick == 100:
            recorder.split("start")
    if finishes:
        out += recorder.finish("escaped", "clean", checksum_of(0))
    return out


def play_like_frames(count: int) -> list[InputFrame]:
    """Inputs such as hands make: keys held for a while, a mouse that drifts and stops."""
    frames = []
    dice = 12345
    move_x = move_y = buttons = speed = 0
    aim, distance = 1000, 40
    for tick in range(count):
        dice = (dice * 1103515245 + 12345) & 0x7FFFFFFF
        if tick % 17 == 0:
            move_x = (-127, 0, 127)[dice >> 8 & 3 if dice >> 8 & 3 < 3 else 1]
        if tick % 23 == 0:
            move_y = (-127, 0, 127)[dice >> 12 & 3 if dice >> 12 & 3 < 3 else 1]
            buttons = (0, Button.RUN, Button.FIRE, Button.AIM)[dice >> 16 & 3]
        if tick % 40 == 0:
            speed = (0, 0, 0, dice >> 5 & 255)[dice >> 20 & 3]
        if speed:
            aim = (aim + speed + (dice >> 9 & 31) - 16) % 65536
            distance = max(0, min(255, distance + (dice >> 14 & 3) - 1))
        frames.append(InputFrame(move_x, move_y, aim, distance, buttons))
    return frames
