"""What a replay says: its header, the inputs, the checksums and the end; to bytes and back.

Owns the meaning of the chunks HEAD, INPT, HASH and FEND. Does not re-simulate, and opens no file: it is given
bytes and gives bytes. Called by `recorder` (which writes in pieces) and by `game.app` (which reads whole files).
`docs/REPLAYS.md` describes the same for people.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from game.replay.chunks import MAGIC, Chunk, CorruptReplay, pack_chunk, unpack_chunks
from game.replay.columns import CODEC_COLUMNS, BadColumns, pack_frames, unpack_frames
from game.replay.varint import BadNumber, put_varint, take_varint
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup

Kind = TypeVar("Kind")

FORMAT_MAJOR = 1
FORMAT_MINOR = 0
TICK_RATE = 60
CHECKSUM_TICKS = 60
"""Ticks between two checksums."""
MAX_TICKS = 24 * 3600 * TICK_RATE
"""A day: no run is longer, and no file may ask for more memory than that."""


class OtherVersion(Exception):
    """A replay that is sound but was made by another version of the game, the sim, the catalog or the level."""


@dataclass(frozen=True, slots=True)
class Header:
    """Everything that must be equal for the inputs to mean the same run."""

    game_version: str
    sim_version: int
    level: str
    level_digest: str
    catalog_digest: str
    setup: RunSetup
    env: tuple[tuple[str, str], ...] = ()
    """Where it was recorded (Python, system, processor): told, never compared."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a finished run came out."""

    result: str
    ending: str
    ticks: int
    checksum: int
    splits: tuple[tuple[str, int], ...] = ()
    """Beat and tick, in the order they came."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A run as it can be played again."""

    header: Header
    frames: tuple[InputFrame, ...]
    """Frame i makes tick i + 1."""
    checksums: tuple[tuple[int, int], ...]
    """Tick and checksum of the world after it, rising."""
    end: Ending | None
    """None = the recording was cut off."""
    skipped: tuple[str, ...] = ()
    """Kinds of chunks that this version does not know and could leave out."""


# --------------------------------------------------------------------------- writing


def pack_header(header: Header) -> bytes:
    """The first bytes of a replay file."""
    plain = {
        "format": [FORMAT_MAJOR, FORMAT_MINOR],
        "game_version": header.game_version,
        "sim_version": header.sim_version,
        "level": header.level,
        "level_digest": header.level_digest,
        "catalog_digest": header.catalog_digest,
        "setup": json.loads(header.setup.canonical()),
        "tick_rate": TICK_RATE,
        "env": dict(header.env),
    }
    return MAGIC + pack_chunk("HEAD", _canonical(plain))


def pack_stretch(first_tick: int, frames: Sequence[InputFrame]) -> bytes:
    """An INPT chunk: frames from the one that makes `first_tick` on."""
    head = bytearray((CODEC_COLUMNS,))
    put_varint(head, first_tick)
    put_varint(head, len(frames))
    return pack_chunk("INPT", bytes(head) + pack_frames(frames))


def pack_checksums(checksums: Sequence[tuple[int, int]]) -> bytes:
    """A HASH chunk: ticks (as steps from the one before) with their 64-bit checksums."""
    out = bytearray()
    last = 0
    for tick, checksum in checksums:
        put_varint(out, tick - last)
        out += checksum.to_bytes(8, "little")
        last = tick
    return pack_chunk("HASH", bytes(out))


def pack_ending(end: Ending, before: bytes) -> bytes:
    """The FEND chunk; `before` is the digest of everything written so far, which finds chunks taken out."""
    plain = {
        "result": end.result,
        "ending": end.ending,
        "ticks": end.ticks,
        "checksum": f"{end.checksum:016x}",
        "splits": [list(split) for split in end.splits],
        "before": before.hex(),
    }
    return pack_chunk("FEND", _canonical(plain))


def _canonical(plain: dict[str, object]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


# --------------------------------------------------------------------------- reading


def read_replay(source: bytes, keeps_prefix: bool = False) -> Replay:
    """The replay in `source`. Raises CorruptReplay or OtherVersion.

    With `keeps_prefix` everything before the first damage counts (recovery); without it only a cut at the end is
    forgiven.
    """
    chunks, _ = unpack_chunks(source, keeps_prefix)
    if not chunks or chunks[0].kind != "HEAD":
        raise CorruptReplay("the file does not begin with a whole header")
    reading = _Reading(read_header(chunks[0]))
    for chunk in chunks[1:]:
        try:
            reading.take(chunk, source)
        except CorruptReplay:
            if keeps_prefix:
                break
            raise
    return reading.replay()


def read_header(chunk: Chunk) -> Header:
    """The header in a HEAD chunk. Raises CorruptReplay or OtherVersion."""
    plain = _json_table(chunk)
    version = plain.get("format")
    if not (isinstance(version, list) and len(version) == 2 and all(type(part) is int for part in version)):
        raise CorruptReplay(f"header: format is {version!r}, expected two whole numbers")
    if version[0] != FORMAT_MAJOR:
        raise OtherVersion(f"replay format {version[0]}.{version[1]}, this game reads {FORMAT_MAJOR}.x")
    if plain.get("tick_rate") != TICK_RATE:
        raise OtherVersion(f"recorded at {plain.get('tick_rate')!r} ticks a second, this game runs at {TICK_RATE}")
    env = _of_kind(plain, "env", dict)
    setup = _of_kind(plain, "setup", dict)
    try:
        run_setup = RunSetup.from_plain(setup)
    except ValueError as cause:
        raise CorruptReplay(f"header: {cause}") from cause
    return Header(
        game_version=_of_kind(plain, "game_version", str),
        sim_version=_of_kind(plain, "sim_version", int),
        level=_of_kind(plain, "level", str),
        level_digest=_of_kind(plain, "level_digest", str),
        catalog_digest=_of_kind(plain, "catalog_digest", str),
        setup=run_setup,
        env=tuple(sorted((str(key), str(value)) for key, value in env.items())),
    )


class _Reading:
    """The state of reading chunk after chunk; it refuses what does not follow from what came before."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.frames: list[InputFrame] = []
        self.checksums: list[tuple[int, int]] = []
        self.end: Ending | None = None
        self.skipped: list[str] = []

    def take(self, chunk: Chunk, source: bytes) -> None:
        """Add one chunk. Raises CorruptReplay."""
        if self.end is not None and chunk.is_critical:
            raise CorruptReplay(f"byte {chunk.offset}: a {chunk.kind} chunk after the end")
        if chunk.kind == "INPT":
            self._take_stretch(chunk)
        elif chunk.kind == "HASH":
            self._take_checksums(chunk)
        elif chunk.kind == "FEND":
            self.end = self._ending(chunk, source)
        elif chunk.is_critical:
            raise CorruptReplay(f"byte {chunk.offset}: unknown chunk {chunk.kind}, which must be understood")
        else:
            self.skipped.append(chunk.kind)

    def replay(self) -> Replay:
        return Replay(self.header, tuple(self.frames), tuple(self.checksums), self.end, tuple(self.skipped))

    def _take_stretch(self, chunk: Chunk) -> None:
        try:
            codec, at = take_varint(chunk.payload, 0)
            first_tick, at = take_varint(chunk.payload, at)
            count, at = take_varint(chunk.payload, at)
            if codec != CODEC_COLUMNS:
                raise CorruptReplay(f"byte {chunk.offset}: input codec {codec}, expected {CODEC_COLUMNS}")
            if first_tick != len(self.frames) + 1:
                raise CorruptReplay(
                    f"byte {chunk.offset}: inputs from tick {first_tick}, expected tick {len(self.frames) + 1}"
                )
            if len(self.frames) + count > MAX_TICKS:
                raise CorruptReplay(f"byte {chunk.offset}: more than {MAX_TICKS} ticks")
            self.frames += unpack_frames(chunk.payload[at:], count)
        except (BadNumber, BadColumns) as cause:
            raise CorruptReplay(f"byte {chunk.offset}: inputs: {cause}") from cause

    def _take_checksums(self, chunk: Chunk) -> None:
        payload = chunk.payload
        at = tick = 0
        last = self.checksums[-1][0] if self.checksums else 0
        while at < len(payload):
            try:
                step, at = take_varint(payload, at)
            except BadNumber as cause:
                raise CorruptReplay(f"byte {chunk.offset}: checksums: {cause}") from cause
            tick += step
            if len(payload) - at < 8 or not last < tick <= len(self.frames):
                raise CorruptReplay(f"byte {chunk.offset}: checksums do not rise, are cut short or run ahead of inputs")
            self.checksums.append((tick, int.from_bytes(payload[at : at + 8], "little")))
            last = tick
            at += 8

    def _ending(self, chunk: Chunk, source: bytes) -> Ending:
        plain = _json_table(chunk)
        ticks = _of_kind(plain, "ticks", int)
        if ticks != len(self.frames):
            raise CorruptReplay(f"byte {chunk.offset}: the end counts {ticks} ticks, the inputs {len(self.frames)}")
        if _of_kind(plain, "before", str) != digest_of(source[: chunk.offset]).hex():
            raise CorruptReplay(f"byte {chunk.offset}: the bytes before the end are not those that were recorded")
        try:
            checksum = int(_of_kind(plain, "checksum", str), 16)
        except ValueError as cause:
            raise CorruptReplay(f"byte {chunk.offset}: the final checksum is not a hexadecimal number") from cause
        splits = _of_kind(plain, "splits", list)
        if not all(_is_split(split) for split in splits):
            raise CorruptReplay(f"byte {chunk.offset}: splits are {splits!r}, expected pairs of beat and tick")
        return Ending(
            result=_of_kind(plain, "result", str),
            ending=_of_kind(plain, "ending", str),
            ticks=ticks,
            checksum=checksum,
            splits=tuple((split[0], split[1]) for split in splits),
        )


def digest_of(source: bytes) -> bytes:
    """Identity of the bytes before the end."""
    return hashlib.blake2b(source, digest_size=16).digest()


def _is_split(split: object) -> bool:
    return isinstance(split, list) and len(split) == 2 and type(split[0]) is str and type(split[1]) is int


def _json_table(chunk: Chunk) -> dict[str, Any]:
    try:
        plain = json.loads(chunk.payload)
    except (ValueError, RecursionError) as cause:
        raise CorruptReplay(f"byte {chunk.offset}: the {chunk.kind} chunk is not JSON") from cause
    if not isinstance(plain, dict):
        raise CorruptReplay(f"byte {chunk.offset}: the {chunk.kind} chunk is not a JSON table")
    return plain


def _of_kind(plain: dict[str, Any], key: str, kind: type[Kind]) -> Kind:
    value = plain.get(key)
    if type(value) is not kind:
        raise CorruptReplay(f"{key} is {value!r}, expected {kind.__name__}")
    return value
