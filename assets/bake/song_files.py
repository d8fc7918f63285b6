"""Long sounds as OGG; loops with a lap of their own other end before and behind, so that the coder meets no seam.

Owns writing such a file, the same bytes each time, and reading a loop back as what lies between its laps, as `game/audio/bank.py` does.
Called by `sheets` and `bake`.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np

RATE = 44_100
LOOPING = ("room", "crowd", "score")
"""Families whose sounds are loops."""
LAP = 8_192
"""As in `game.audio.bank`; a test compares."""
QUALITY = 0.7
"""0 is best, 1 smallest."""
CHUNK = 32_768
"""libsndfile writes long pieces onto its stack."""
POLYNOMIAL = 0x04C11DB7


def ogg(name: str, samples: np.ndarray) -> bytes:
    """A sound's file; its name begins with `sounds/` and its family."""
    import soundfile

    lapped = np.concatenate([samples[-LAP:], samples, samples[:LAP]]) if is_loop(name) else samples
    out = io.BytesIO()
    ears = 1 if samples.ndim == 1 else samples.shape[1]
    with soundfile.SoundFile(out, "w", RATE, ears, format="OGG", subtype="VORBIS", compression_level=QUALITY) as file:
        for start in range(0, len(lapped), CHUNK):
            file.write(lapped[start : start + CHUNK])
    return numbered(out.getvalue(), int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "little"))


def is_loop(name: str) -> bool:
    """It goes on and on."""
    return name.split("/")[1] in LOOPING


def read(source: Path | bytes, name: str) -> np.ndarray:
    """Its samples, of a loop those between the laps, sixteen bits."""
    import soundfile

    samples, _ = soundfile.read(io.BytesIO(source) if isinstance(source, bytes) else source, dtype="int16")
    found: np.ndarray = samples[LAP : len(samples) - LAP] if is_loop(name) else samples
    return found


def numbered(source: bytes, serial: int) -> bytes:
    """An OGG file with a stream number of our own: the library draws one from the clock."""
    out = bytearray(source)
    at = 0
    while at < len(out):
        segments = out[at + 26]
        size = 27 + segments + sum(out[at + 27 : at + 27 + segments])
        out[at + 14 : at + 18] = serial.to_bytes(4, "little")
        out[at + 22 : at + 26] = bytes(4)
        out[at + 22 : at + 26] = _check(bytes(out[at : at + size])).to_bytes(4, "little")
        at += size
    return bytes(out)


def _table() -> list[int]:
    rows = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (POLYNOMIAL if value & 0x80000000 else 0)
        rows.append(value & 0xFFFFFFFF)
    return rows


TABLE = _table()


def _check(page: bytes) -> int:
    """The checksum of a page, as OGG wants it."""
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ TABLE[(value >> 24) ^ byte]
    return value
