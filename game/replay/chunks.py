"""The container of a replay: a magic number and checked chunks that are only ever appended.

Owns framing and checking (length, CRC). Does not know what a chunk means; `format` does. A chunk is its type
(four letters), the length of its payload (u32, little end first), the payload and a CRC-32 of type and payload.
As in PNG a type that begins with a capital must be understood by the reader; any other may be skipped.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

MAGIC = b"\x89ATC\r\n\x1a\n"
"""The high bit and the line ends show a file that was sent as text."""
MAX_PAYLOAD = 1 << 20
_FRAME = struct.Struct("<4sI")
_CRC = struct.Struct("<I")


class CorruptReplay(Exception):
    """Bytes that are not a replay, or not one any more; says at which byte."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One checked piece of a replay, and where in the file it began."""

    kind: str
    payload: bytes
    offset: int

    @property
    def is_critical(self) -> bool:
        """A reader that does not know this kind must refuse the file."""
        return self.kind[0].isupper()


def pack_chunk(kind: str, payload: bytes) -> bytes:
    """The bytes of one chunk."""
    if len(payload) > MAX_PAYLOAD:
        raise ValueError(f"a {kind} chunk of {len(payload)} bytes, the limit is {MAX_PAYLOAD}")
    name = kind.encode("ascii")
    return _FRAME.pack(name, len(payload)) + payload + _CRC.pack(zlib.crc32(payload, zlib.crc32(name)))


def unpack_chunks(source: bytes, keeps_prefix: bool = False) -> tuple[list[Chunk], int]:
    """Every whole chunk, and the number of bytes up to the end of the last one.

    A chunk cut off by the end of the file is left out: that is how a killed recording ends. Any other damage
    raises CorruptReplay, or with `keeps_prefix` ends the list there.
    """
    if source[: len(MAGIC)] != MAGIC:
        raise CorruptReplay("this is not a replay: the first 8 bytes are not those of one")
    chunks: list[Chunk] = []
    at = len(MAGIC)
    while at + _FRAME.size <= len(source):
        try:
            chunk, end = _chunk_at(source, at)
        except CorruptReplay:
            if keeps_prefix:
                break
            raise
        if chunk is None:
            break
        chunks.append(chunk)
        at = end
    return chunks, at


def _chunk_at(source: bytes, at: int) -> tuple[Chunk | None, int]:
    name, length = _FRAME.unpack_from(source, at)
    if not (name.isalpha() and name.isascii()):
        raise CorruptReplay(f"byte {at}: chunk type {name!r} is not four letters")
    if length > MAX_PAYLOAD:
        raise CorruptReplay(f"byte {at}: a {name.decode()} chunk of {length} bytes, the limit is {MAX_PAYLOAD}")
    end = at + _FRAME.size + length + _CRC.size
    if end > len(source):
        return None, at
    payload = source[at + _FRAME.size : end - _CRC.size]
    (crc,) = _CRC.unpack_from(source, end - _CRC.size)
    if zlib.crc32(payload, zlib.crc32(name)) != crc:
        raise CorruptReplay(f"byte {at}: the {name.decode()} chunk is damaged (its CRC does not match)")
    return Chunk(name.decode(), payload, at), end
