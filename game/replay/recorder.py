"""Recording: what a run puts into the world becomes bytes to append, at most five seconds late.

Owns when a stretch is closed. Writes no file (`game.app.tape` does) and looks at no world: it is told the
checksum. One recorder serves one run; live play, the bot and tests use the same.
"""

from __future__ import annotations

import hashlib

from game.replay.columns import check_frame
from game.replay.format import CHECKSUM_TICKS, Ending, Header, pack_checksums, pack_ending, pack_header, pack_stretch
from game.sim.input_frame import InputFrame

FLUSH_TICKS = 300
"""A killed game loses at most this many ticks: five seconds."""


class Recorder:
    """Turns one run into a replay, piece by piece."""

    def __init__(self, header: Header) -> None:
        self.tick = 0
        self._frames: list[InputFrame] = []
        self._checksums: list[tuple[int, int]] = []
        self._splits: list[tuple[str, int]] = []
        self._digest = hashlib.blake2b(digest_size=16)
        self._opening = self._written(pack_header(header))

    def opening(self) -> bytes:
        """The bytes that the file begins with."""
        return self._opening

    def wants_checksum(self) -> bool:
        """The tick that the next frame makes is one whose checksum is kept."""
        return (self.tick + 1) % CHECKSUM_TICKS == 0

    def add(self, frame: InputFrame, checksum: int | None = None) -> bytes:
        """Take the frame that made the next tick; give the bytes to append now (often none)."""
        check_frame(frame)
        self.tick += 1
        self._frames.append(frame)
        if checksum is not None:
            self._checksums.append((self.tick, checksum))
        return self.flush() if len(self._frames) >= FLUSH_TICKS else b""

    def split(self, beat: str) -> None:
        """A beat came in the tick that was added last."""
        self._splits.append((beat, self.tick))

    def flush(self) -> bytes:
        """Close the open stretch now: before a pause, at a loss of focus, at the end."""
        out = b""
        if self._frames:
            out += pack_stretch(self.tick - len(self._frames) + 1, self._frames)
        if self._checksums:
            out += pack_checksums(self._checksums)
        self._frames.clear()
        self._checksums.clear()
        return self._written(out)

    def finish(self, result: str, ending: str, checksum: int) -> bytes:
        """The last bytes of the file. Nothing is added afterwards."""
        out = self.flush()
        end = Ending(result, ending, self.tick, checksum, tuple(self._splits))
        return out + pack_ending(end, self._digest.digest())

    def _written(self, out: bytes) -> bytes:
        self._digest.update(out)
        return out
