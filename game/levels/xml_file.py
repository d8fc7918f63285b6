"""Reading XML that strangers wrote: a size cap first, no document type, bounded depth, numbers that are finite.

Owns what is refused before any meaning is looked at. Knows nothing of maps. Called by the canonicaliser, the
tileset reader and the template reader.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from pathlib import Path

from game.content.faults import Fault, UnusableFile
from game.levels.complaints import Complaints
from game.levels.folders import shown

MAX_BYTES = 24 * 1024 * 1024
MAX_DEPTH = 64
MAX_NUMBER = 4294967295.0


class _DoctypeRefused(Exception):
    """The file declares a document type."""


class _PlainTree(ET.TreeBuilder):
    """Builds a tree and refuses document types (entities, external files) and bottomless nesting."""

    depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Called by the parser at a DOCTYPE: refuse."""
        raise _DoctypeRefused

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        """Open one element, not too deep."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ET.ParseError(f"nested deeper than {MAX_DEPTH} elements")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        """Close one element."""
        self.depth -= 1
        return super().end(tag)


def unusable(path: Path, message: str) -> UnusableFile:
    """The error for a file that is not what it claims to be at all."""
    return UnusableFile([Fault(shown(path), "", message)])


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's content; raises UnusableFile when it is missing, unreadable or too large."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as cause:
        raise unusable(path, f"cannot be read ({cause.strerror or 'no such file'})") from cause
    if len(content) > limit:
        raise unusable(path, f"is larger than the limit of {limit // 1024} KiB")
    return content


def read_xml(path: Path, root: str) -> ET.Element:
    """The root element, which must be `root`; raises UnusableFile."""
    content = read_bytes(path)
    try:
        element: ET.Element = ET.fromstring(content, ET.XMLParser(target=_PlainTree()))
    except _DoctypeRefused as cause:
        raise unusable(path, "declares a DOCTYPE, which level files may not; remove it") from cause
    except (ET.ParseError, ValueError, LookupError) as cause:
        raise unusable(path, f"is not well-formed XML ({cause})") from cause
    if element.tag != root:
        raise unusable(path, f"starts with <{element.tag[:40]}>; expected <{root}>, as Tiled saves it")
    return element


def number(element: ET.Element, key: str, default: float, complaints: Complaints, where: str) -> float:
    """A finite number from an attribute; complains and gives the default when it is none."""
    text = element.get(key)
    if text is None:
        return default
    value = finite(text)
    if value is None:
        complaints.error(where, f'{key} is "{text[:40]}"; expected a finite number')
        return default
    return value


def whole(element: ET.Element, key: str, default: int, complaints: Complaints, where: str) -> int:
    """A whole number from an attribute; complains and gives the default when it is none."""
    text = element.get(key)
    if text is None:
        return default
    value = finite(text)
    if value is None or value != math.floor(value):
        complaints.error(where, f'{key} is "{text[:40]}"; expected a whole number')
        return default
    return int(value)


def finite(text: str) -> float | None:
    """The number a text spells, or None when it is not finite or beyond anything a map holds."""
    try:
        value = float(text) if len(text) <= 64 else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= MAX_NUMBER else None
