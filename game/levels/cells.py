"""Tile layers as arrays of cells: CSV, base64, zlib and gzip, in one piece or in chunks, never more than is due.

Owns decoding `<data>`. Knows nothing of what tiles mean. Called by the canonicaliser.
"""

from __future__ import annotations

import base64
import binascii
import re
import warnings
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from game.levels.kept import Kept

Cells = npt.NDArray[np.uint32]
MAX_CELLS = 1_000_000
MAX_SIDE = 4096
_CSV = re.compile(r"[0-9,\s]*")
_ZLIB_OR_GZIP = 47


def _zstd() -> Callable[[bytes, int], bytes] | None:
    """Zstandard where Python brings it (3.14 and later): decompresses to at most so many bytes. None elsewhere."""
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None

    def decompress(packed: bytes, most: int) -> bytes:
        try:
            plain: bytes = zstd.ZstdDecompressor().decompress(packed, most)
        except zstd.ZstdError as cause:
            raise BadCells("is damaged (zstd)") from cause
        return plain

    return decompress


class BadCells(Exception):
    """Layer data that cannot be what it says; the text is the message."""


def decode(text: str, encoding: str, compression: str, width: int, height: int) -> Cells:
    """The cells of one block, `height` rows of `width`; raises BadCells."""
    due = width * height
    if encoding == "csv":
        values = _from_csv(text, due)
    elif encoding == "base64":
        values = _from_base64(text, compression, due)
    else:
        raise BadCells(f'has the encoding "{encoding[:20]}"; expected CSV or base64 (map properties in Tiled)')
    return values.reshape(height, width)


def _from_csv(text: str, due: int) -> Cells:
    if not _CSV.fullmatch(text):
        raise BadCells("holds something that is not a whole number")
    count = text.count(",") + 1
    if count != due:
        raise BadCells(f"has {count} cells; expected {due}")
    try:
        with warnings.catch_warnings():
            # Older numpy warns where it cannot read on (what is missing is found below), newer numpy raises.
            warnings.simplefilter("ignore")
            values = np.fromstring(text, dtype=np.int64, sep=",")
    except ValueError as cause:
        raise BadCells("holds something that is not a tile id") from cause
    if values.size != due:
        raise BadCells("holds something that is not a tile id")
    if values.size and int(np.max(values)) > 0xFFFFFFFF:
        raise BadCells("holds a tile id above 32 bits")
    return values.astype(np.uint32)


def _from_elements(data: ET.Element, due: int) -> Cells:
    """The oldest form: one `<tile gid>` a cell."""
    tiles = data.findall("tile")
    if len(tiles) != due:
        raise BadCells(f"has {len(tiles)} cells; expected {due}")
    try:
        values = np.array([int(tile.get("gid", "0")) for tile in tiles], dtype=np.uint32)
    except (ValueError, OverflowError) as cause:
        raise BadCells("holds something that is not a tile id") from cause
    return values


def _from_base64(text: str, compression: str, due: int) -> Cells:
    try:
        packed = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as cause:
        raise BadCells("is not base64") from cause
    if compression in ("zlib", "gzip"):
        # One byte more than is due is enough to know that there is too much: a bomb never goes off.
        reader = zlib.decompressobj(_ZLIB_OR_GZIP)
        try:
            packed = reader.decompress(packed, due * 4 + 1)
        except zlib.error as cause:
            raise BadCells(f"is damaged ({compression})") from cause
    elif compression == "zstd":
        unpack = _zstd()
        if unpack is None:
            raise BadCells('is compressed by "zstd", which needs Python 3.14; expected zlib, gzip or none')
        packed = unpack(packed, due * 4 + 1)
    elif compression:
        raise BadCells(f'is compressed by "{compression[:20]}"; expected zlib, gzip or none')
    if len(packed) != due * 4:
        more = "more than " if len(packed) > due * 4 else ""
        raise BadCells(f"has {more}{min(len(packed) // 4, due)} cells; expected {due}")
    return np.frombuffer(packed, dtype="<u4").astype(np.uint32)


def blocks(data: ET.Element, width: int, height: int, kept: Kept) -> list[tuple[int, int, Cells]]:
    """(column, row, cells) of a layer's one block or of its chunks; raises BadCells."""
    encoding, compression = data.get("encoding", ""), data.get("compression", "")
    chunks = data.findall("chunk")
    if not chunks and not encoding:
        return [(0, 0, _from_elements(data, width * height).reshape(height, width))]
    if not chunks:
        text = data.text or ""
        key = ("cells", text, encoding, compression, width, height)
        return [(0, 0, kept.once(key, lambda: decode(text, encoding, compression, width, height)))]
    found, total = [], 0
    for chunk in chunks:
        try:
            x, y, wide, high = (int(chunk.get(key, "")) for key in ("x", "y", "width", "height"))
        except ValueError as cause:
            raise BadCells("has a chunk without a place or a size") from cause
        total += wide * high
        if (
            not (1 <= wide <= MAX_SIDE and 1 <= high <= MAX_SIDE and max(abs(x), abs(y)) <= 1 << 20)
            or total > MAX_CELLS
        ):
            raise BadCells(f"has chunks beyond the limit of {MAX_CELLS} cells")
        if not encoding:
            found.append((x, y, _from_elements(chunk, wide * high).reshape(high, wide)))
        else:
            found.append((x, y, decode(chunk.text or "", encoding, compression, wide, high)))
    return found


def bounds(found: list[tuple[int, int, Cells]]) -> tuple[int, int, int, int] | None:
    """(left, top, right, bottom) of the cells that hold a tile, the latter two beyond the last; None when none does."""
    boxes = []
    for x, y, cells in found:
        rows, columns = np.nonzero(cells)
        if rows.size:
            boxes.append(
                (
                    x + int(np.min(columns)),
                    y + int(np.min(rows)),
                    x + int(np.max(columns)) + 1,
                    y + int(np.max(rows)) + 1,
                )
            )
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def assembled(found: list[tuple[int, int, Cells]], left: int, top: int, width: int, height: int) -> Cells:
    """One array from blocks; what lies outside of the frame is cut off."""
    if len(found) == 1 and found[0][:2] == (left, top) and found[0][2].shape == (height, width):
        return found[0][2]
    whole = np.zeros((height, width), dtype=np.uint32)
    for x, y, cells in found:
        x0, y0 = max(x, left), max(y, top)
        x1, y1 = min(x + cells.shape[1], left + width), min(y + cells.shape[0], top + height)
        if x0 < x1 and y0 < y1:
            whole[y0 - top : y1 - top, x0 - left : x1 - left] = cells[y0 - y : y1 - y, x0 - x : x1 - x]
    return whole
