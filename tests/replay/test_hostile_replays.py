"""Files that are not replays, not any more, or not ours: each is refused in one sentence that names the cause."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable

import pytest

from game.replay.chunks import MAGIC, MAX_PAYLOAD, CorruptReplay, pack_chunk, unpack_chunks
from game.replay.columns import CODEC_COLUMNS
from game.replay.format import OtherVersion, digest_of, pack_header, pack_stretch, read_replay
from game.replay.varint import put_varint
from game.sim.input_frame import NEUTRAL
from tests.replay.tapes import HEADER, play_like_frames, recorded

WHOLE = recorded(play_like_frames(700))
START = pack_header(HEADER)
STRETCH = pack_stretch(1, [NEUTRAL] * 120)


def head_with(**changes: object) -> bytes:
    """A replay whose header says something else."""
    chunk = unpack_chunks(START)[0][0]
    plain = json.loads(chunk.payload) | changes
    return MAGIC + pack_chunk("HEAD", json.dumps(plain).encode())


def stretch_of(plain: bytes, count: int, first: int = 1, codec: int = CODEC_COLUMNS) -> bytes:
    """An INPT chunk around any column bytes."""
    head = bytearray((codec,))
    put_varint(head, first)
    put_varint(head, count)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return pack_chunk("INPT", bytes(head) + deflate.compress(plain) + deflate.flush())


def end_with(**changes: object) -> bytes:
    """An end that says something else about START and STRETCH."""
    body = START + STRETCH
    plain = {"result": "escaped", "ending": "", "ticks": 120, "checksum": "0" * 16, "splits": []}
    plain |= {"before": digest_of(body).hex()} | changes
    return body + pack_chunk("FEND", json.dumps(plain).encode())


def without_chunk(kind: str, which: int) -> bytes:
    chunks, _ = unpack_chunks(WHOLE)
    gone = [chunk for chunk in chunks if chunk.kind == kind][which]
    return MAGIC + b"".join(pack_chunk(chunk.kind, chunk.payload) for chunk in chunks if chunk is not gone)


def swapped() -> bytes:
    chunks, _ = unpack_chunks(WHOLE)
    chunks[1], chunks[3] = chunks[3], chunks[1]
    return MAGIC + b"".join(pack_chunk(chunk.kind, chunk.payload) for chunk in chunks)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "not a replay"),
    "text": (lambda: b"hello, I am a replay\n", "not a replay"),
    "sent as text": (lambda: WHOLE.replace(b"\r\n", b"\n", 1), "not a replay"),
    "magic alone": (lambda: MAGIC, "whole header"),
    "no header": (lambda: MAGIC + STRETCH, "whole header"),
    "header cut": (lambda: START[:-9], "whole header"),
    "header not JSON": (lambda: MAGIC + pack_chunk("HEAD", b"{nope"), "not JSON"),
    "header a list": (lambda: MAGIC + pack_chunk("HEAD", b"[1]"), "not a JSON table"),
    "header nested deep": (lambda: MAGIC + pack_chunk("HEAD", b"[" * 100_000), "not JSON"),
    "header without level": (lambda: head_with(level=None), "level is None"),
    "sim version a truth": (lambda: head_with(sim_version=True), "sim_version is True"),
    "setup with another field": (lambda: head_with(setup={"seed": 1}), "setup fields"),
    "format of words": (lambda: head_with(format="1.0"), "format is"),
    "damaged byte": (lambda: WHOLE[:-40] + bytes([WHOLE[-40] ^ 1]) + WHOLE[-39:], "CRC"),
    "chunk without letters": (lambda: START + b"\0\1\2\3" + b"\0" * 20, "four letters"),
    "chunk too large": (lambda: START + b"INPT" + (MAX_PAYLOAD + 1).to_bytes(4, "little") + b"\0" * 20, "limit"),
    "zeros at the end": (lambda: WHOLE + b"\0" * 64, "four letters"),
    "unknown critical chunk": (lambda: START + pack_chunk("WARP", b""), "must be understood"),
    "second header": (lambda: START + START[len(MAGIC) :], "must be understood"),
    "other codec": (lambda: START + stretch_of(b"", 1, codec=9), "codec 9"),
    "inputs from elsewhere": (lambda: START + stretch_of(b"", 1, first=60), "expected tick 1"),
    "bomb": (lambda: START + stretch_of(b"\0" * (8 << 20), 60), "beyond their limit"),
    "no frames": (lambda: START + stretch_of(b"", 0), "stretch of 0"),
    "too many frames": (lambda: START + stretch_of(b"", 1 << 60), "more than"),
    "columns too short": (lambda: START + stretch_of(b"\1\0", 1), "end inside a number"),
    "columns too long": (lambda: START + stretch_of(b"\1\0" * 40, 1), "left over"),
    "run beyond the end": (lambda: START + stretch_of(b"\x7f\0" * 8, 1), "run of 127"),
    "stick off the scale": (lambda: START + stretch_of(b"\1\xff\x7f" + b"\1\0" + b"\0\0" + b"\1\0" * 4, 1), "move_x"),
    "stretch lost": (lambda: without_chunk("INPT", 1), "run ahead"),
    "checksums lost": (lambda: without_chunk("HASH", 0), "not those that were recorded"),
    "stretches swapped": (swapped, "expected tick 1"),
    "checksum of the future": (lambda: START + pack_chunk("HASH", b"\x3c" + b"\0" * 8), "run ahead"),
    "checksum cut short": (lambda: START + STRETCH + pack_chunk("HASH", b"\x3c\0"), "cut short"),
    "inputs after the end": (lambda: WHOLE + stretch_of(b"", 1, first=701), "after the end"),
    "end counts wrongly": (lambda: end_with(ticks=119), "counts 119"),
    "end edited": (lambda: end_with(before="00"), "not those that were recorded"),
    "end without result": (lambda: end_with(result=None), "result is None"),
    "end with odd splits": (lambda: end_with(splits=[["go", "soon"]]), "pairs of beat and tick"),
    "end with odd checksum": (lambda: end_with(checksum="nine"), "hexadecimal"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_replay_is_refused_with_its_cause(kind: str) -> None:
    make, cause = HOSTILE[kind]
    with pytest.raises(CorruptReplay, match=cause):
        read_replay(make())


@pytest.mark.parametrize("changes", [{"format": [2, 0]}, {"tick_rate": 30}])
def test_another_format_is_another_version_not_damage(changes: dict[str, object]) -> None:
    with pytest.raises(OtherVersion):
        read_replay(head_with(**changes))


def test_an_unknown_ancillary_chunk_is_skipped_and_named() -> None:
    replay = read_replay(START + pack_chunk("note", b"hello") + STRETCH)
    assert replay.skipped == ("note",)
    assert len(replay.frames) == 120


def test_recovery_keeps_what_lies_before_the_damage() -> None:
    spot = WHOLE.index(b"INPT", WHOLE.index(b"INPT") + 1) + 12
    damaged = WHOLE[:spot] + bytes([WHOLE[spot] ^ 255]) + WHOLE[spot + 1 :]
    assert len(read_replay(damaged, keeps_prefix=True).frames) == 300
