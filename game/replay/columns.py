"""Input frames as compressed columns, and back: the payload of an INPT chunk.

Owns how a stretch of frames becomes bytes. Does not know ticks, checksums or files. Each stretch stands alone
(it begins from `NEUTRAL`), so that a replay cut off anywhere still gives every stretch before the cut.

Fields that are held for long (buttons, sticks, orders) are runs of (length, step from the last value); the
aim, which a mouse moves every tick, is one small step a tick, the short way round the turn. Then raw deflate.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from game.replay.varint import BadNumber, put_varint, take_varint, unzigzag, zigzag
from game.sim.input_frame import FULL_TURN, NEUTRAL, InputFrame

CODEC_COLUMNS = 1
MAX_STRETCH = 3600
"""Frames a stretch may hold: one minute."""
MAX_PLAIN_BYTES = 1 << 20
"""Bytes a stretch may unfold to; more is a bomb."""
LOWEST = InputFrame(-127, -127, 0, 0, 0, 0, -1, 0)
HIGHEST = InputFrame(127, 127, FULL_TURN - 1, 255, (1 << 32) - 1, 255, (1 << 31) - 1, 255)
FIELDS = InputFrame._fields
STEP_FIELDS = frozenset(("aim", "aim_distance"))


class BadColumns(ValueError):
    """The payload is not a stretch of input frames."""


def check_frame(frame: InputFrame) -> None:
    """Raise ValueError when a field is outside what a replay can hold: it could not be played back as it was used."""
    for name, value, low, high in zip(FIELDS, frame, LOWEST, HIGHEST, strict=True):
        if not low <= value <= high:
            raise ValueError(f"input field {name} is {value}, expected {low} to {high}")


def pack_frames(frames: Sequence[InputFrame]) -> bytes:
    """The payload for 1 to MAX_STRETCH frames."""
    if not 1 <= len(frames) <= MAX_STRETCH:
        raise ValueError(f"a stretch holds 1 to {MAX_STRETCH} frames, not {len(frames)}")
    for frame in frames:
        check_frame(frame)
    plain = bytearray()
    for name, column, start in zip(FIELDS, zip(*frames, strict=True), NEUTRAL, strict=True):
        if name in STEP_FIELDS:
            _put_steps(plain, column, start, wraps=name == "aim")
        else:
            _put_runs(plain, column, start)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(bytes(plain)) + deflate.flush()


def unpack_frames(payload: bytes, count: int) -> list[InputFrame]:
    """The `count` frames that `pack_frames` was given. Raises BadColumns for anything else."""
    if not 1 <= count <= MAX_STRETCH:
        raise BadColumns(f"a stretch of {count} frames, expected 1 to {MAX_STRETCH}")
    plain = _inflate(payload)
    columns: list[list[int]] = []
    at = 0
    try:
        for name, start in zip(FIELDS, NEUTRAL, strict=True):
            if name in STEP_FIELDS:
                column, at = _take_steps(plain, at, count, start, wraps=name == "aim")
            else:
                column, at = _take_runs(plain, at, count, start)
            columns.append(column)
    except BadNumber as cause:
        raise BadColumns(str(cause)) from cause
    if at != len(plain):
        raise BadColumns(f"{len(plain) - at} bytes left over after the last column")
    for name, column, low, high in zip(FIELDS, columns, LOWEST, HIGHEST, strict=True):
        if min(column) < low or max(column) > high:
            raise BadColumns(f"input field {name} goes from {min(column)} to {max(column)}, expected {low} to {high}")
    return [InputFrame(*row) for row in zip(*columns, strict=True)]


def _inflate(payload: bytes) -> bytes:
    inflate = zlib.decompressobj(-15)
    try:
        plain = inflate.decompress(payload, MAX_PLAIN_BYTES)
    except zlib.error as cause:
        raise BadColumns(f"the compressed columns are damaged ({cause})") from cause
    if not inflate.eof or inflate.unused_data:
        raise BadColumns("the compressed columns do not end where the chunk ends, or unfold beyond their limit")
    return plain


def _put_runs(out: bytearray, column: Sequence[int], last: int) -> None:
    at = 0
    while at < len(column):
        value = column[at]
        end = at + 1
        while end < len(column) and column[end] == value:
            end += 1
        put_varint(out, end - at)
        put_varint(out, zigzag(value - last))
        last = value
        at = end


def _take_runs(source: bytes, at: int, count: int, last: int) -> tuple[list[int], int]:
    column: list[int] = []
    while len(column) < count:
        length, at = take_varint(source, at)
        step, at = take_varint(source, at)
        if not 1 <= length <= count - len(column):
            raise BadColumns(f"a run of {length} frames where {count - len(column)} are left")
        last += unzigzag(step)
        column += [last] * length
    return column, at


def _put_steps(out: bytearray, column: Sequence[int], last: int, wraps: bool) -> None:
    half = FULL_TURN // 2
    for value in column:
        step = value - last
        put_varint(out, zigzag((step + half) % FULL_TURN - half if wraps else step))
        last = value


def _take_steps(source: bytes, at: int, count: int, last: int, wraps: bool) -> tuple[list[int], int]:
    column: list[int] = []
    for _ in range(count):
        step, at = take_varint(source, at)
        last += unzigzag(step)
        if wraps:
            last %= FULL_TURN
        column.append(last)
    return column, at
